package compare

import (
	"strings"

	"github.com/agnivade/levenshtein"

	"stet/claims/extract"
	"stet/index/diff"
)

// attribution judges who says it, and the cue.
func (p place) attribution(t touchSet) {
	was, is := p.was(), p.is()
	if cues(was) != cues(is) {
		t[Attribution] = true
	}
	if where := func(w *word) bool { return w.venue && !functionWords[w.Norm] && !w.dated && !w.number && !w.upper }; list(was, where) != list(is, where) {
		t[Attribution] = true // "on condition of anonymity" added
	}
	who := func(w *word) bool { return w.who && !functionWords[w.Norm] && !w.dated }
	a, b := list(was, who), list(is, who)
	switch {
	case a == b:
	case a != "" && b != "":
		if p.respelt(a, b) && p.old.namesIn(p.i, p.iEnd) != "" && p.new.namesIn(p.j, p.jEnd) != "" || onlyTitles(was) && onlyTitles(is) || p.retitled() {
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
		case one[0].Norm == "and": // witnesses, and a doctor
			t[Attribution] = true
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
		if !titles[w.Norm] || sources[w.Norm] {
			return false
		}
		any = true
	}
	return any
}

// retitled reports whether both sides end in a title of the same name: Captain,
// First Officer Elsa Roth.
func (p place) retitled() bool {
	end := func(s *side, i, j int) bool {
		return i < j && titles[s.words[j-1].Norm] && !sources[s.words[i].Norm] && j < len(s.words) && s.words[j].upper && !s.words[j].mark() && s.words[i].upper
	}
	return end(p.old, p.i, p.iEnd) && end(p.new, p.j, p.jEnd)
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
		i > 0 && s.words[i-1].upper && !s.words[i-1].mark() && !(s.words[i-1].first && extract.PlainWord(s.words[i-1].Norm) && !titles[s.words[i-1].Norm])
}

// attributive reports whether a place holds nothing but who says it: such a phrase
// that moved changes nothing.
func (p place) attributive() bool {
	said := false
	for _, ws := range [][]word{p.was(), p.is()} {
		for k := range ws {
			w := &ws[k]
			if !w.mark() && !w.who && !w.cue && !functionWords[w.Norm] {
				return false
			}
			said = said || w.cue
		}
	}
	return said
}

// besideNames reports whether what came or went stands beside a name that stayed:
// Li Wen, Wen Li.
func (p place) besideNames() bool {
	return p.i < p.iEnd && p.old.besideName(p.i, p.iEnd) || p.j < p.jEnd && p.new.besideName(p.j, p.jEnd)
}

// alike reports whether two names differ by spelling alone.
func alike(a, b string) bool {
	d := levenshtein.ComputeDistance(a, b)
	return d <= 2 && d < min(len(a), len(b))/2 || 10*d <= 3*min(len(a), len(b))
}

// respelt reports whether a name was spelt otherwise. Of a short one beside a name
// that stayed (Rik Moss, Rick Moss) one letter is enough.
func (p place) respelt(a, b string) bool {
	return alike(a, b) || p.besideNames() && levenshtein.ComputeDistance(a, b) == 1
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
		if p.sameAt(p.iEnd, p.jEnd) && titles[p.old.words[p.iEnd].Norm] {
			return true // deputy ambassador
		}
		return p.jEnd < len(p.new.words) && p.new.words[p.jEnd].upper || p.iEnd < len(p.old.words) && p.old.words[p.iEnd].upper
	}
	return false
}

// respeltInQuote reports whether a name inside a quotation is spelt otherwise: whoever
// is quoted, the name was corrected.
func (p place) respeltInQuote() bool {
	if p.iEnd-p.i != 1 || p.jEnd-p.j != 1 {
		return false
	}
	named := func(s *side, k int) bool {
		w := &s.words[k]
		return w.quoted && w.upper && !w.mark() && !w.dated && strings.HasPrefix(s.tag(k), "NNP") && !extract.PlainWord(w.Norm)
	}
	return named(p.old, p.i) && named(p.new, p.j) && alike(p.was()[0].Norm, p.is()[0].Norm)
}

// compound is how many words may stand before a noun and be part of it.
const compound = 2

// describes reports whether a noun among words [i, j) says what somebody is:
// "Tomas Lind, 40, a technician".
func (s *side) describes(i, j int) bool {
	if j-i != 1 || s.words[i].upper || s.words[i].mark() || s.words[i].number {
		return false
	}
	k := i
	for n := 0; n < compound && k > 0 && s.words[k-1].Class == diff.Word && !s.words[k-1].upper && !functionWords[s.words[k-1].Norm]; n++ {
		k-- // a bus driver
	}
	if k == 0 || !articles[s.words[k-1].Norm] {
		k = i
	}
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
	return extract.Nation(w.Norm) || strings.HasPrefix(s.tag(k), "NNP") && (s.names[w.Norm] || !extract.PlainWord(w.Norm))
}
