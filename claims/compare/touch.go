package compare

import (
	"slices"
	"strings"

	"stet/index/anchor"
)

// loose is how many content words either side of a place may hold beside what a
// touch of the sentence's build explains: "did not accept" for "rejected", "plans
// to" for "will". Beside a figure or a date every further word is wording.
const loose = 1

// touches tells what a changed place touches.
func (p place) touches() touchSet {
	t := touchSet{}
	if p.moved {
		t[Wording] = true
		if p.besideNames() {
			t = touchSet{Name: true} // Li Wen, Wen Li
		}
		return t
	}
	was, is := p.was(), p.is()
	if quotesChanged(was, is) || tally(was, isCut) != tally(is, isCut) {
		t[Quote] = true
	}
	if p.typographyOnly || cosmetic(was, is) {
		if len(t) == 0 {
			t[Cosmetic] = true
		}
		return t
	}
	if p.figure() {
		t[Figure] = true
	}
	if list(was, isHedge) != list(is, isHedge) && !(p.turned() && tally(was, isHedge)+tally(is, isHedge) == 1) {
		t[Modifier] = true
	}
	if negations(was) != negations(is) && !(t[Figure] && (nobody(was) || nobody(is))) && !p.newClause(isNegation) || p.turned() {
		t[Negation] = true
	}
	if modals(was) != modals(is) && !p.newClause(isModal) {
		t[Modal] = true
	}
	if list(was, isDated) != list(is, isDated) {
		t[Date] = true
	}
	if list(was, isQuoted) != list(is, isQuoted) {
		t[Quote] = true
	}
	p.attribution(t)
	if !t[Attribution] && p.name() || p.respeltInQuote() {
		t[Name] = true
	}
	if p.wording(t) {
		t[Wording] = true
	}
	return t
}

// modals joins the modals; cannot and ca n't are can.
func modals(ws []word) string {
	var out []string
	for k := range ws {
		switch w := &ws[k]; {
		case !w.modal:
		case w.Norm == "cannot":
			out = append(out, "can")
		case w.Norm == "unable":
			out = append(out, "able")
		case writtenOut[w.Norm] != "":
			out = append(out, writtenOut[w.Norm])
		default:
			out = append(out, w.Norm)
		}
	}
	return strings.Join(out, " ")
}

func isHedge(w *word) bool  { return w.hedge }
func isModal(w *word) bool  { return w.modal }
func isDated(w *word) bool  { return w.dated }
func isQuoted(w *word) bool { return w.quoted && !w.mark() }

// list joins the folded forms of the words that have a property.
func list(ws []word, has func(*word) bool) string {
	var out []string
	for k := range ws {
		if has(&ws[k]) {
			out = append(out, ws[k].Norm)
		}
	}
	return strings.Join(out, " ")
}

func tally(ws []word, has func(*word) bool) int {
	n := 0
	for k := range ws {
		if has(&ws[k]) {
			n++
		}
	}
	return n
}

// isCut: an ellipsis inside a quotation says that words were left out.
func isCut(w *word) bool {
	return w.quoted && w.mark() && (strings.HasPrefix(w.text, "..") || strings.HasPrefix(w.text, "…"))
}

// quotesChanged reports whether quotation marks came or went.
func quotesChanged(was, is []word) bool {
	q := func(w *word) bool { return w.Norm == `"` && w.text != "'" && w.text != "’" }
	return tally(was, q) != tally(is, q)
}

// grammar reports whether a place holds nothing but function words: where
// something else changed as well, they follow from it ("a man", "two men").
func (p place) grammar() bool {
	for _, ws := range [][]word{p.was(), p.is()} {
		for k := range ws {
			if w := &ws[k]; !w.mark() && !functionWords[w.Norm] && !adverbs[w.Norm] {
				return false
			}
		}
	}
	return true
}

// turned reports whether a word became its opposite by a prefix: safe, unsafe.
func (p place) turned() bool {
	is := map[string]bool{}
	for k := range p.is() {
		is[p.is()[k].Norm] = true
	}
	for k := range p.was() {
		w := p.was()[k].Norm
		for _, not := range negating {
			plain, had := strings.CutPrefix(w, not)
			plain = strings.TrimPrefix(plain, "-")
			if had && opposable(plain) && is[plain] || opposable(w) && (is[not+w] || is[not+"-"+w]) {
				return true
			}
		}
	}
	return false
}

// opposable reports whether a word is long enough for a prefix to turn it round: not
// "in" and "inin".
func opposable(w string) bool { return len(w) >= 4 }

// figure: other values, another unit, or another outcome.
func (p place) figure() bool {
	a, b := values(p.was()), values(p.is())
	if len(a) == 0 && onlyTimes(p.is()) || len(b) == 0 && onlyTimes(p.was()) {
		a, b = nil, nil
	}
	if !slices.Equal(a, b) {
		return true
	}
	if x, y := told(p.was(), ordinals), told(p.is(), ordinals); x != "" && y != "" && x != y {
		return true
	}
	x, y := list(p.was(), hasOutcome), list(p.is(), hasOutcome)
	return x != "" && y != "" && outcomesOf(p.was()) != outcomesOf(p.is())
}

// onlyTimes reports whether the only numbers among words are once and twice:
// they count as a figure only in the place of another.
func onlyTimes(ws []word) bool {
	any := false
	for k := range ws {
		if !ws[k].number || ws[k].more || ws[k].hedge || ws[k].who {
			continue
		}
		if ws[k].Norm != "once" && ws[k].Norm != "twice" && ws[k].Norm != "thrice" {
			return false
		}
		any = true
	}
	return any
}

// told joins what a table makes of words that are neither dated nor numbers.
func told(ws []word, table map[string]string) string {
	var out []string
	for k := range ws {
		if v := table[ws[k].Norm]; v != "" && !ws[k].dated && !ws[k].number {
			out = append(out, v)
		}
	}
	return strings.Join(out, " ")
}

func hasOutcome(w *word) bool { return w.outcome != "" }

func outcomesOf(ws []word) string {
	var out []string
	for k := range ws {
		if o := ws[k].outcome; o != "" && !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return strings.Join(out, " ")
}

func values(ws []word) []float64 {
	var out []float64
	last := -1
	for k := range ws {
		if w := &ws[k]; w.number && !w.hedge && !w.who && w.of != last {
			last = w.of
			out = append(out, w.value)
		}
	}
	return out
}

// wording: content words that no other touch explains.
func (p place) wording(t touchSet) bool {
	if len(t) == 0 {
		return true
	}
	if t.only(Cosmetic) {
		return false
	}
	if t[Attribution] && (len(p.was()) == 0 || len(p.is()) == 0) {
		return false // ", according to a statement published in the capital"
	}
	if t[Attribution] && p.old.besideCue(p.i, p.iEnd) && p.new.besideCue(p.j, p.jEnd) {
		return false // "a person close to the talks said"
	}
	a, b := p.old.rest(p.i, p.iEnd), p.new.rest(p.j, p.jEnd)
	if t[Name] && len(a) <= 1 && len(b) <= 1 && len(p.was()) > 0 && len(p.is()) > 0 {
		return false // a technician, a manager
	}
	a, b = unshared(a, b), unshared(b, a)
	if t[Negation] && p.turned() && len(a) == 1 && len(b) == 1 {
		return false // safe, unsafe
	}
	most := 0
	met := tally(p.was(), hasOutcome)+tally(p.is(), hasOutcome) > 0 && len(a)+len(b) <= loose // missing, found dead; buries six, kills four
	met = met || tally(p.was(), hasOutcome) > 0 && tally(p.is(), hasOutcome) > 0
	if t[Negation] && !p.determined() || t[Modal] || t[Attribution] || t[Figure] && (met || nobody(p.was()) || nobody(p.is())) || t[Modifier] && len(a) == len(b) && related(a, b) {
		most = loose
	}
	return len(a) > most || len(b) > most
}

// related reports whether the words that are left are forms of each other: stole,
// stolen.
func related(a, b []string) bool {
	const stemLetters = 3
	for k := range a {
		if !strings.HasPrefix(b[k], a[k][:min(stemLetters, len(a[k]))]) {
			return false
		}
	}
	return true
}

// besideCue reports whether a reporting verb that stayed stands directly beside
// words [i, j): they are who says it, whatever they are.
func (s *side) besideCue(i, j int) bool {
	return j < len(s.words) && s.words[j].cue || i > 0 && s.words[i-1].cue
}

// rest lists the content words among words [i, j) that have no property, without
// their inflections.
func (s *side) rest(i, j int) []string {
	var out []string
	for k := i; k < j; k++ {
		w := &s.words[k]
		if w.mark() || functionWords[w.Norm] || w.number || w.hedge || w.negates || w.modal || w.cue || w.who || w.dated ||
			w.quoted || w.venue || w.outcome != "" || s.properName(k) || titles[w.Norm] || percentWords[w.Norm] || ordinals[w.Norm] != "" || persons[w.Norm] ||
			scalars[stem(w.Norm)] || scalars[w.Norm] || w.unit != "" || windowWords[w.Norm] && s.dated(k+1) {
			continue
		}
		if _, laden := anchor.Cue(w.Norm); laden {
			continue
		}
		out = append(out, stem(w.Norm))
	}
	return out
}

// dated reports whether a date or a window stands at word k or right behind it.
func (s *side) dated(k int) bool {
	return k < len(s.words) && s.words[k].dated || k+1 < len(s.words) && s.words[k+1].dated
}

// unshared lists the words of a that b lacks.
func unshared(a, b []string) []string {
	has := make(map[string]bool, len(b))
	for _, w := range b {
		has[w] = true
	}
	var out []string
	for _, w := range a {
		if !has[w] {
			out = append(out, w)
		}
	}
	return out
}
