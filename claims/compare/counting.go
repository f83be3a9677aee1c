package compare

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims/extract"
	"stet/index/diff"
	"stet/index/source"
)

// count tells of a number that changed, with what it counts where both sides say
// the same: "number of towers raised from 40 to 60".
func (p place) count() string {
	x, y := p.old.figureText(p.i, p.iEnd), p.new.figureText(p.j, p.jEnd)
	if x == "" || y == "" {
		return ""
	}
	x, y = plainFigure(x), plainFigure(y)
	if compound := figureIn.MatchString(x) && figureIn.MatchString(y); compound {
		return became(x, y) // 28-nation
	}
	verb := "changed"
	if a, b := values(p.was()), values(p.is()); len(a) == 1 && len(b) == 1 && a[0] >= 0 && b[0] >= 0 {
		if verb = "raised"; a[0] > b[0] {
			verb = "lowered"
		}
	}
	what := p.counts(x, y)
	switch what {
	case "score", "time":
		verb = "changed"
	case "age":
		verb, x, y = "changed", strings.TrimSuffix(x, "-year-old"), strings.TrimSuffix(y, "-year-old")
	}
	return fmt.Sprintf("%s %s from %s to %s", what, verb, x, y)
}

// figureIn is a number inside a compound: 28-nation, two-day; ages are told as ages.
var figureIn = regexp.MustCompile(`^[\d\w]+-(?:[a-z]{3,})$`)

// plainFigure is a number as inside a sentence, without an article: "the two".
func plainFigure(s string) string {
	s = lowerFigure(s)
	for _, the := range []string{"the ", "a ", "an "} {
		if n, ok := strings.CutPrefix(s, the); ok && n != "" && n[0] >= '0' && n[0] <= '9' || ok && the == "the " {
			return n
		}
	}
	return s
}

// bounded tells that a number stayed and what bounds it changed: "nearly 70%", "just
// over 70%".
func (p place) bounded() string {
	q := place{old: p.old, new: p.new, i: p.iEnd, iEnd: p.iEnd + 1, j: p.jEnd, jEnd: p.jEnd + 1}
	x, y := lowerFigure(p.old.figureText(q.i, q.iEnd)), lowerFigure(p.new.figureText(q.j, q.jEnd))
	return fmt.Sprintf("%s changed from %s to %s", q.counts(x, y), x, y)
}

// scoreLine is the result of a match or a vote: 3-1, 61–58.
var scoreLine = regexp.MustCompile(`^\d+ ?[-–] ?\d+$`)

// counts names what a number that changed from x to y counts or measures.
func (p place) counts(x, y string) string {
	if scoreLine.MatchString(x) && scoreLine.MatchString(y) {
		return "score"
	}
	if strings.Contains(x, ":") && strings.Contains(y, ":") {
		return "time" // 2:05:11
	}
	if n := p.new.counted(p.jEnd); n != "" && n != "others" && n == p.old.counted(p.iEnd) {
		if v := values(p.was()); len(v) > 0 && v[0] > 0 && v[0] < 1 {
			return "share of " + n // one in five
		}
		return "number of " + n
	}
	a, okA := p.old.quantityOf(p.i, p.iEnd)
	b, okB := p.new.quantityOf(p.j, p.jEnd)
	switch {
	case !okA || !okB:
	case a.Unit == yearOfAge && b.Unit == yearOfAge:
		return "age"
	case a.Money() && b.Money():
		return "amount"
	}
	return "figure"
}

// yearOfAge is the unit of how old somebody is.
const yearOfAge = "year of age"

// quantitiesAround lists the quantities near words [i, j).
func (s *side) quantitiesAround(i, j int) []extract.Quantity {
	const words = 12 // no quantity is longer
	if len(s.words) == 0 {
		return nil
	}
	from, to := max(0, min(i, len(s.words)-1)-words), min(len(s.words)-1, j+words)
	return s.quantitiesIn(source.Span{Start: s.words[from].Span.Start, End: s.words[to].Span.End})
}

// quantityOf is the first quantity that has its number among words [i, j).
func (s *side) quantityOf(i, j int) (extract.Quantity, bool) {
	for _, q := range s.quantitiesAround(i, j) {
		if a, b := s.between(q.Number); a < j && b > i {
			return q, true
		}
	}
	return extract.Quantity{}, false
}

// lowerFigure writes a number as inside a sentence.
func lowerFigure(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// counted is the plural noun behind words [.., k), "" if another word stands there.
func (s *side) counted(k int) string {
	for k < len(s.words) && (s.words[k].number || s.words[k].Norm == "other" || s.words[k].Norm == "more") {
		k++
	}
	if k >= len(s.words) {
		return ""
	}
	w := &s.words[k]
	if w.Class != diff.Word || w.upper || functionWords[w.Norm] || w.unit != "" || percentWords[w.Norm] ||
		w.Norm != "people" && w.Norm != "children" && (!strings.HasSuffix(w.Norm, "s") || strings.HasSuffix(w.Norm, "ss")) {
		return ""
	}
	return w.Norm
}

// figureText is the figures among words [i, j) with what bounds and measures
// them: "at least $3.2 million".
func (s *side) figureText(i, j int) string {
	from, to := -1, -1
	for k := i; k < j; k++ {
		if s.words[k].number {
			if from < 0 {
				from = k
			}
			to = k + 1
		}
	}
	if from < 0 {
		return ""
	}
	for _, q := range s.quantitiesAround(i, j) {
		a, b := s.between(q.Number)
		if a >= to || b <= from {
			continue
		}
		if q.Measured() {
			_, b = s.between(q.Span)
		}
		a, _ = s.between(q.Span)
		from, to = min(from, a), max(to, b)
	}
	from, to = s.scored(from, to)
	if from > 0 && s.words[from-1].Norm == "a" && share(s.words, from) {
		from--
	}
	for from > 0 && (s.words[from-1].hedge || s.sameFigure(from-1, from)) {
		from--
	}
	for to < len(s.words) && (percentWords[s.words[to].Norm] || s.sameFigure(to-1, to)) {
		to++
	}
	if s.words[from].Norm == "at" && from+1 < to && s.words[from+1].hedge && modifierWords[s.words[from+1].Norm] {
		from++ // at about 300
	}
	return short(strings.Join(strings.Fields(s.doc.Text[s.words[from].Span.Start:s.words[to-1].Span.End]), " "))
}

// sameFigure reports whether two words belong to one number: 2 million.
func (s *side) sameFigure(i, j int) bool {
	a, b := &s.words[i], &s.words[j]
	return a.number && b.number && a.of == b.of
}

// scored takes in the other half of a score.
func (s *side) scored(from, to int) (int, int) {
	dash := func(k int) bool {
		return k > 0 && k+1 < len(s.words) && (s.words[k].Norm == "-" || s.words[k].Norm == ":") && !s.words[k].Spaced && !s.words[k+1].Spaced && s.words[k-1].Class == diff.Number && s.words[k+1].Class == diff.Number
	}
	for dash(from - 1) {
		from -= 2
	}
	for dash(to) {
		to += 2
	}
	return from, to
}
