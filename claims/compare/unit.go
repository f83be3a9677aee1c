package compare

import (
	"fmt"
	"slices"

	"stet/claims/extract"
	"stet/index/source"
)

// percentage is the name of the unit that is written in most ways: 4 per cent, 4%,
// 4 percent are 0.04, as "half" and "one in five" are 0.5 and 0.2.
const percentage = "percentage"

// quantitiesIn lists the quantities that stand in a span.
func (r *reader) quantitiesIn(at source.Span) []extract.Quantity {
	return inSpan(r.quantities, at, func(q extract.Quantity) source.Span { return q.Span })
}

// quantified marks what the quantities of the sentence say of its words: the value
// of a number of several words ("six and a half", "one in five"), what bounds it
// ("a minimum of") and its unit.
func (s *side) quantified() {
	for _, q := range s.quantitiesIn(s.span) {
		head := -1
		for k, end := s.between(q.Span); k < end; k++ {
			w := &s.words[k]
			switch {
			case q.Number.Contains(w.Span):
				if q.Low != q.High || q.Vague || !w.number {
					continue
				}
				if w.more = head >= 0; !w.more {
					head = k
				}
				w.of, w.value = s.words[head].Span.Start, q.Low
				if q.Unit == percentage {
					w.value /= 100
				}
			case q.Bounded() && (w.Span.End <= q.Number.Start || boundsBehind[w.Norm]) && !w.mark() && !w.number && !functionWords[w.Norm]:
				w.hedge = true
			case q.Measured() && !w.number && !w.hedge && (!w.mark() || q.Number.Start >= w.Span.End || percentWords[w.Norm]):
				w.unit = q.Unit
			}
		}
		if k, end := s.between(q.Number); k < end && s.words[k].mark() && q.Measured() {
			s.words[k].unit = q.Unit // $3m
		}
	}
}

// boundsBehind bound the number in front of them: "40 or so", "12 or more".
var boundsBehind = set(`or more fewer less so at least most over under above below higher lower plus thereabouts odd`)

// sameUnit are units under two names.
var sameUnit = map[string]string{"ton": "metric ton", "pound sterling": "pound", "year of age": "year"}

func unitOf(q extract.Quantity) string {
	if u := sameUnit[q.Unit]; u != "" {
		return u
	}
	return q.Unit
}

// remeasured finds a number that stayed and measures something else: $2 million,
// 2 million euros; 4 per cent, 4 percentage points. It tells the change as a person
// would, "" if there is none.
func remeasured(o, n *side) string {
	was, is := o.quantitiesIn(o.span), n.quantitiesIn(n.span)
	if len(was) != len(is) {
		return ""
	}
	for k := range was {
		if was[k].Low == is[k].Low && was[k].High == is[k].High && unitOf(was[k]) != unitOf(is[k]) && was[k].Measured() && is[k].Measured() {
			return fmt.Sprintf("figure changed from %s to %s", oneLine(was[k].Span.Of(o.doc.Text)), oneLine(is[k].Span.Of(n.doc.Text)))
		}
	}
	return ""
}

// unitsOnly reports whether a place holds nothing but units.
func (p place) unitsOnly() bool {
	any := false
	if !slices.Equal(values(p.was()), values(p.is())) {
		return false
	}
	for _, ws := range [][]word{p.was(), p.is()} {
		for k := range ws {
			switch w := &ws[k]; {
			case w.number && !w.dated: // $3bn is written without a space
			case w.unit != "" && !w.dated:
				any = true
			case !w.mark():
				return false
			}
		}
	}
	return any
}
