package match

import (
	"stet/claims"
	"stet/index/source"
)

// addedUp adds the figures of the claim's outcome that the passage tells one by
// one, where none of them is the claim's number and together they are: "a dozen
// died on the spot and two more on the way to hospital" for a claim of 14. best is
// the figure chosen so far.
func (s *scene) addedUp(fs []comparedFigure, best *comparedFigure) (comparedFigure, bool) {
	want := nominal(s.claim.Range)
	if best == nil || want < leastTelling || best.outcome && (best.number || best.place == differs || best.cause == differs || best.window == differs) {
		return comparedFigure{}, false
	}
	var parts []*comparedFigure
	total := claims.Just(0)
	for i := range fs {
		f := &fs[i]
		if !f.outcome || f.past || f.sum || f.Subset || f.loose || f.Cumulative || f.Range.NoMax || noFloor(f.Range) {
			continue
		}
		if f.place == differs || f.window == differs || f.cause == differs || f.pop == differs || len(parts) > 0 && !besides(parts[len(parts)-1], f) {
			return comparedFigure{}, false // which of them are meant cannot be told
		}
		parts = append(parts, f)
		total.Min, total.Max = total.Min+f.Range.Min, total.Max+f.Range.Max
	}
	if len(parts) < 2 || total.Min != want || total.Max != want {
		return comparedFigure{}, false
	}
	out := *parts[0]
	out.sum, out.Range, out.span = true, total, source.Span{Start: parts[0].span.Start, End: parts[len(parts)-1].span.End}
	out.number, out.overlap, out.equal = true, s.claim.Range.Overlaps(total), s.claim.Range.Equal(total)
	out.Population, out.pop, out.weight = "people", agrees, out.weight+weighNumber
	return out, true
}

// besides reports whether a figure counts others than the one before: it says "two
// more", or nobody wrote its number, or both stand in one sentence.
func besides(a, b *comparedFigure) bool {
	return b.Additional || b.Implied || a.whole == b.whole
}
