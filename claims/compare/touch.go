package compare

import (
	"slices"
	"strconv"
	"strings"

	"stet/claims/match"
	"stet/index/anchor"
	"stet/index/diff"
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
	if !t[Attribution] && p.name() {
		t[Name] = true
	}
	if p.wording(t) {
		t[Wording] = true
	}
	return t
}

func isNegation(w *word) bool { return w.negates }

// isDenial: to deny is to say and to negate; "did not comment" is neither.
func isDenial(w *word) bool { return w.negates && w.cue }

// negations counts what negates, denials apart.
func negations(ws []word) [2]int {
	denials := tally(ws, isDenial)
	return [2]int{tally(ws, isNegation) - denials, denials}
}

// clauseWords is the number of words from which what came or went is a clause
// of its own.
const clauseWords = 5

// newClause reports whether a word with a property came or went as part of a
// clause of its own, so that it changes nothing in what stayed: ", but nobody
// knows how long".
func (p place) newClause(has func(*word) bool) bool {
	one, other, side, at := p.is(), p.was(), p.new, p.j
	if len(one) < len(other) {
		one, other, side, at = other, one, p.old, p.i
	}
	if p.restated() {
		return true
	}
	if tally(other, has) > 0 {
		return false
	}
	if side.sentenceAt(at, at+len(one)) {
		return true
	}
	if len(one)-len(other) < clauseWords || !saysMore(one) {
		return false
	}
	for k := range one[:2] {
		if has(&one[k]) {
			return false
		}
	}
	return true
}

// saysMore reports whether words hold a subject or content of their own: not "as many
// as 20 people may have been", which only hedges.
func saysMore(ws []word) bool {
	for k := range ws {
		w := &ws[k]
		if subjects[w.Norm] || !w.mark() && !functionWords[w.Norm] && !w.hedge && !w.negates && !w.modal && !w.number && !persons[w.Norm] && w.outcome == "" && !scalars[w.Norm] {
			return true
		}
	}
	return false
}

// subjects begin a clause of their own.
var subjects = set(`i he she they we you it nobody`)

// restated reports whether a whole utterance or clause gave way to another that
// shares no content word with it: nothing of the old one was turned round.
func (p place) restated() bool {
	if len(p.was()) < clauseWords || len(p.is()) < clauseWords {
		return false
	}
	had := map[string]bool{}
	for k := range p.was() {
		if w := &p.was()[k]; !w.mark() && !functionWords[w.Norm] {
			had[stem(w.Norm)] = true
		}
	}
	for k := range p.is() {
		if w := &p.is()[k]; !w.mark() && had[stem(w.Norm)] {
			return false
		}
	}
	return len(had) > 1
}

// sentenceAt reports whether words [i, j) are a sentence of their own inside a
// quotation, or several: “Nobody warned us. Nobody came.”
func (s *side) sentenceAt(i, j int) bool {
	for i < j && s.words[i].mark() {
		i++
	}
	for j > i && s.words[j-1].mark() {
		j--
	}
	stops := func(k int) bool {
		return k >= 0 && k < len(s.words) && (s.words[k].Norm == "." || s.words[k].Norm == "!" || s.words[k].Norm == "?" || s.words[k].Norm == `"`)
	}
	begins := i < j && s.words[i].upper && (i == 0 || stops(i-1))
	return begins && (stops(j) || j+1 < len(s.words) && s.words[j].Norm == "," && stops(j+1))
}

// nobody reports whether words count no one: a figure of nought rather than a
// negation, where another figure stands on the other side.
func nobody(ws []word) bool {
	for k := range ws {
		switch ws[k].Norm {
		case "no", "none", "nobody", "neither":
			return true
		}
	}
	return false
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

// ordinalDigits reports whether a token is 1st, 22nd, 3rd or 20th.
func ordinalDigits(norm string) bool {
	cut := len(norm) - len("th")
	if cut < 1 || norm[cut-1] < '0' || norm[cut-1] > '9' {
		return false
	}
	switch norm[cut:] {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// grammar reports whether a place holds nothing but function words: where
// something else changed as well, they follow from it ("a man", "two men").
func (p place) grammar() bool {
	for _, ws := range [][]word{p.was(), p.is()} {
		for k := range ws {
			if w := &ws[k]; !w.mark() && !functionWords[w.Norm] {
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

// cosmetic reports whether both sides are the same words: four and 4, per cent
// and %, cease-fire and ceasefire, Mr. and Mr, colour and color.
func cosmetic(was, is []word) bool {
	if len(was) == 1 && len(is) == 1 && (shortened(was[0].Norm, is[0].Norm) || shortened(is[0].Norm, was[0].Norm)) {
		return true
	}
	return plain(was) == plain(is) || len(was) == len(is) && slices.EqualFunc(was, is, respelled)
}

// shortened reports whether a stands for b in speech: it's, it is.
func shortened(a, b string) bool {
	return a == "'s" && (b == "is" || b == "has") || a == "'d" && (b == "would" || b == "had")
}

// respelled reports whether two words, neither a name, are one in two spellings.
func respelled(a, b word) bool {
	if a.Norm == b.Norm {
		return true
	}
	return a.Class == diff.Word && b.Class == diff.Word && !(a.upper && !a.first || b.upper && !b.first) && match.SameSpelling(a.Norm, b.Norm)
}

func plain(ws []word) string {
	var b strings.Builder
	last := -1
	for k := 0; k < len(ws); k++ {
		w := &ws[k]
		switch {
		case w.unit == percentage: // 4% has the value 0.04
		case w.Norm == "per" && k+1 < len(ws) && ws[k+1].Norm == "cent":
			b.WriteString("%")
			k++
		case percentWords[w.Norm]:
			b.WriteString("%")
		case w.unit != "": // km, kilometres
			if k == 0 || ws[k-1].unit != w.unit {
				b.WriteString(w.unit)
			}
		case w.number && w.of == last:
		case ordinals[w.Norm] != "" && w.value != 1.0/3:
			b.WriteString(ordinals[w.Norm])
		case w.Class == diff.Number && (strings.HasSuffix(w.Norm, "am") || strings.HasSuffix(w.Norm, "pm") || ordinalDigits(w.Norm)):
			b.WriteString(w.Norm)
		case w.number && w.value >= 0:
			last = w.of
			b.WriteString(strconv.FormatFloat(w.value, 'g', -1, 64))
		case w.mark() && w.Norm != "&":
		case writtenOut[w.Norm] != "":
			b.WriteString(writtenOut[w.Norm])
		default:
			b.WriteString(strings.NewReplacer("-", "", ".", "", "'", "").Replace(strings.ToLower(w.Norm)))
		}
	}
	return b.String()
}

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
	met := tally(p.was(), hasOutcome) > 0 && tally(p.is(), hasOutcome) > 0 // missing, found dead
	if t[Negation] || t[Modal] || t[Attribution] || t[Figure] && met || t[Modifier] && len(a) == len(b) && related(a, b) {
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
			w.quoted || w.outcome != "" || s.properName(k) || titles[w.Norm] || percentWords[w.Norm] || ordinals[w.Norm] != "" || persons[w.Norm] ||
			scalars[w.Norm] || w.unit != "" || windowWords[w.Norm] && s.dated(k+1) {
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
