package compare

import (
	"slices"
	"strconv"
	"strings"

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
