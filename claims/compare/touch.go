package compare

import (
	"slices"
	"strconv"
	"strings"

	"github.com/agnivade/levenshtein"

	"stet/index/anchor"
)

// unexplained is how many content words a place may hold beside what its
// touches explain before it is called a change of wording as well.
const unexplained = 2

// touches tells what a changed place touches.
func (p place) touches() touchSet {
	t := touchSet{}
	if p.moved {
		t[Wording] = true
		return t
	}
	was, is := p.was(), p.is()
	if quotesChanged(was, is) {
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
	if list(was, isHedge) != list(is, isHedge) {
		t[Modifier] = true
	}
	if negations(was) != negations(is) && !(t[Figure] && (nobody(was) || nobody(is))) && !p.newClause(isNegation) {
		t[Negation] = true
	}
	if list(was, isModal) != list(is, isModal) && !p.newClause(isModal) {
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

func negations(ws []word) int { return tally(ws, isNegation) }

// clauseWords is the number of words from which what came or went is a clause
// of its own.
const clauseWords = 5

// newClause reports whether a word with a property came or went as part of a
// clause of its own, so that it changes nothing in what stayed: ", but nobody
// knows how long".
func (p place) newClause(has func(*word) bool) bool {
	one, other := p.is(), p.was()
	if len(one) < len(other) {
		one, other = other, one
	}
	if tally(other, has) > 0 || len(one)-len(other) < clauseWords {
		return false
	}
	for k := range one[:2] {
		if has(&one[k]) {
			return false
		}
	}
	return true
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

// quotesChanged reports whether quotation marks came or went.
func quotesChanged(was, is []word) bool {
	q := func(w *word) bool { return w.Norm == `"` && w.text != "'" && w.text != "’" }
	return tally(was, q) != tally(is, q)
}

// cosmetic reports whether both sides are the same words: four and 4, per cent
// and %, cease-fire and ceasefire, Mr. and Mr.
func cosmetic(was, is []word) bool { return plain(was) == plain(is) }

func plain(ws []word) string {
	var b strings.Builder
	for k := 0; k < len(ws); k++ {
		w := &ws[k]
		switch {
		case w.Norm == "per" && k+1 < len(ws) && ws[k+1].Norm == "cent":
			b.WriteString("%")
			k++
		case percentWords[w.Norm]:
			b.WriteString("%")
		case w.more:
		case w.number && w.value >= 0:
			b.WriteString(strconv.FormatFloat(w.value, 'g', -1, 64))
		case w.mark():
		default:
			b.WriteString(strings.NewReplacer("-", "", ".", "", "'", "").Replace(w.Norm))
		}
	}
	return b.String()
}

// figure: other values, or another outcome.
func (p place) figure() bool {
	a, b := values(p.was()), values(p.is())
	if !slices.Equal(a, b) {
		return true
	}
	x, y := list(p.was(), hasOutcome), list(p.is(), hasOutcome)
	return x != "" && y != "" && outcomesOf(p.was()) != outcomesOf(p.is())
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
	for k := range ws {
		if ws[k].number && !ws[k].more && !ws[k].hedge && !ws[k].who {
			out = append(out, ws[k].value)
		}
	}
	return out
}

// attribution judges who says it, and the cue.
func (p place) attribution(t touchSet) {
	was, is := p.was(), p.is()
	if cues(was) != cues(is) {
		t[Attribution] = true
	}
	who := func(w *word) bool { return w.who && !functionWords[w.Norm] && !w.dated }
	a, b := list(was, who), list(is, who)
	switch {
	case a == b:
	case a != "" && b != "":
		if alike(a, b) || onlyTitles(was) && onlyTitles(is) {
			t[Name] = true
		} else {
			t[Attribution] = true
		}
	case cues(was) != cues(is): // came or went with the verb
	default: // words came or went inside who says it
		one, side, i, j := is, p.new, p.j, p.jEnd
		if a != "" {
			one, side, i, j = was, p.old, p.i, p.iEnd
		}
		switch {
		case onlyTitles(one) || one[0].Norm == "," || side.besideName(i, j):
			t[Name] = true
		default:
			t[Attribution] = true
		}
	}
}

// cues lists the reporting verbs, those that only say one as the other.
func cues(ws []word) string {
	var out []string
	for k := range ws {
		if ws[k].cue {
			out = append(out, sayForm(ws[k].Norm))
		}
	}
	return strings.Join(out, " ")
}

// sayForm folds the inflections of a reporting verb.
func sayForm(s string) string {
	switch s {
	case "say", "says", "said", "saying":
		return "say"
	case "tell", "tells", "told", "telling":
		return "tell"
	}
	for _, end := range []string{"ied", "ies"} {
		if strings.HasSuffix(s, end) {
			return s[:len(s)-len(end)] + "y"
		}
	}
	for _, end := range []string{"ing", "ed", "es", "s"} {
		if strings.HasSuffix(s, end) && len(s)-len(end) >= 3 {
			return strings.TrimSuffix(s[:len(s)-len(end)], "e")
		}
	}
	return strings.TrimSuffix(s, "e")
}

// onlyTitles reports whether words are titles and function words alone.
func onlyTitles(ws []word) bool {
	any := false
	for k := range ws {
		w := &ws[k]
		if w.mark() || functionWords[w.Norm] {
			continue
		}
		if !titles[w.Norm] {
			return false
		}
		any = true
	}
	return any
}

// besideName reports whether capitalised words [i, j) stand directly beside a
// capitalised word that stayed: a first name came or went.
func (s *side) besideName(i, j int) bool {
	for k := i; k < j; k++ {
		if !s.words[k].upper && !s.words[k].mark() {
			return false
		}
	}
	return j < len(s.words) && s.words[j].upper && !s.words[j].mark() ||
		i > 0 && s.words[i-1].upper && !s.words[i-1].mark()
}

// alike reports whether two names differ by spelling alone.
func alike(a, b string) bool {
	d := levenshtein.ComputeDistance(a, b)
	return d <= 2 && d < min(len(a), len(b))/2 || 10*d <= 3*min(len(a), len(b))
}

// name: a name, or a title in front of one, for another.
func (p place) name() bool {
	a, b := p.old.namesIn(p.i, p.iEnd), p.new.namesIn(p.j, p.jEnd)
	if a != "" && b != "" && a != b {
		return true
	}
	if a == b && a != "" {
		return false
	}
	switch { // one side alone
	case a != "" || b != "":
		side, i, j := p.new, p.j, p.jEnd
		if a != "" {
			side, i, j = p.old, p.i, p.iEnd
		}
		return side.besideName(i, j)
	}
	if p.old.describes(p.i, p.iEnd) && p.new.describes(p.j, p.jEnd) {
		return true // Tomas Lind, a technician: a manager
	}
	if onlyTitles(p.was()) && p.old.apposed(p.i, p.iEnd) || onlyTitles(p.is()) && p.new.apposed(p.j, p.jEnd) {
		return true
	}
	if onlyTitles(p.was()) || onlyTitles(p.is()) {
		return p.jEnd < len(p.new.words) && p.new.words[p.jEnd].upper || p.iEnd < len(p.old.words) && p.old.words[p.iEnd].upper
	}
	return false
}

// describes reports whether a noun among words [i, j) says what somebody is:
// "Tomas Lind, 40, a technician".
func (s *side) describes(i, j int) bool {
	if j-i != 1 || s.words[i].upper || s.words[i].mark() || s.words[i].number {
		return false
	}
	k := i
	for k > 0 && (s.words[k-1].Norm == "a" || s.words[k-1].Norm == "an" || s.words[k-1].Norm == "the") {
		k--
	}
	if k == i {
		return false
	}
	for k > 1 && (s.words[k-1].Norm == "," || s.words[k-1].number) {
		k--
	}
	return k < i && k > 0 && s.words[k].Norm == "," && s.words[k-1].upper && !s.words[k-1].mark()
}

// apposed reports whether words [i, j) stand between commas behind a name.
func (s *side) apposed(i, j int) bool {
	for i < j && s.words[i].mark() {
		i++
	}
	return i > 1 && s.words[i-1].Norm == "," && s.words[i-2].upper && !s.words[i-2].mark()
}

// namesIn joins the proper names among words [i, j) outside quotations.
func (s *side) namesIn(i, j int) string {
	var out []string
	for k := i; k < j; k++ {
		if s.properName(k) {
			out = append(out, s.words[k].Norm)
		}
	}
	return strings.Join(out, " ")
}

func (s *side) properName(k int) bool {
	w := &s.words[k]
	if !w.upper || w.mark() || w.dated || w.quoted || w.cue || functionWords[w.Norm] || w.number {
		return false
	}
	if !w.first {
		return true
	}
	t := s.doc.TokenAt(w.Span.Start)
	return t < len(s.doc.Tokens) && strings.HasPrefix(s.doc.Tokens[t].Tag, "NNP")
}

// wording: content words that no other touch explains.
func (p place) wording(t touchSet) bool {
	left := p.old.rest(p.i, p.iEnd) + p.new.rest(p.j, p.jEnd)
	if len(t) == 0 {
		return true
	}
	if t[Attribution] && (len(p.was()) == 0 || len(p.is()) == 0) {
		return false // ", according to a statement published in the capital"
	}
	return left > unexplained
}

// rest counts the content words among words [i, j) that have no property.
func (s *side) rest(i, j int) int {
	n := 0
	for k := i; k < j; k++ {
		w := &s.words[k]
		if w.mark() || functionWords[w.Norm] || w.number || w.hedge || w.negates || w.modal || w.cue || w.who || w.dated ||
			w.quoted || w.outcome != "" || s.properName(k) || titles[w.Norm] || percentWords[w.Norm] {
			continue
		}
		if _, laden := anchor.Cue(w.Norm); laden {
			continue
		}
		n++
	}
	return n
}
