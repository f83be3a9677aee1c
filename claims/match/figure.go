package match

import (
	"stet/claims"
	"stet/claims/extract"
)

// Figure puts a casualty figure against the figures of a passage. The best match
// is the answer.
func Figure(c FigureClaim, p Passage) Result {
	bounds := p.bounds()
	best := Result{Relation: Unrelated, Why: noFigure}
	found := false
	for _, f := range p.doc().Figures() {
		if !bounds.Contains(f.Span) {
			continue
		}
		r := weighFigure(c, f, p)
		if !found || r.Score > best.Score {
			best, found = r, true
		}
	}
	return best
}

const noFigure = "No figure of the passage bears on this claim."

func weighFigure(c FigureClaim, f extract.Figure, p Passage) Result {
	r := Result{Span: f.Span, Relation: Unrelated, Why: noFigure}
	if f.Outcome != c.Figure.Outcome {
		return r
	}
	r.Score = 0.5
	pop := comparePopulations(readPopulation(c.Figure.Population), readPopulation(f.Population))
	switch {
	case pop == differs || f.Subset && !c.Figure.Subset:
		r.Relation, r.Class, r.Suggest = NotComparable, ClassNotComparable, claims.Context
	case f.Range.Equal(c.Figure.Range):
		r.Relation, r.Class, r.Suggest, r.Score = Agrees, ClassAgreeing, claims.Supports, 1
	case f.Range.Overlaps(c.Figure.Range):
		r.Relation, r.Class, r.Suggest, r.Score = Compatible, ClassCompatible, claims.Supports, 0.8
	case later(p, c):
		r.Relation, r.Class, r.Suggest = Outdated, ClassOutdated, claims.Context
	default:
		r.Relation, r.Class, r.Suggest = Conflicts, ClassConflicting, claims.Contradicts
	}
	r.Why = "The passage has " + cite(f.Words) + "."
	return r
}

func later(p Passage, c FigureClaim) bool {
	return !p.Date.IsZero() && !c.Date.IsZero() && p.Date.After(c.Date)
}
