package workspace

import (
	"fmt"
	"regexp"
	"time"

	"stet/claims"
	"stet/claims/extract"
	"stet/claims/match"
)

// lateCount is how long before its story an event may lie whose count still rises.
const lateCount = 14 * 24 * time.Hour

// stillThere matches what follows a number of people who are counted as they were at
// that time: "Sixty-four people were still in hospital", "12 remained in care".
var stillThere = regexp.MustCompile(`^\s*(?:(?:is|are|was|were)\s+)?(?:still|remain(?:s|ed|ing)?)\b`)

// counts settles which other counts of a figure speak against it. Where a passage
// bears the claim out, what was printed before the story with fewer dead or injured is
// an earlier count; those still in hospital are not all the injured. The passages so
// settled are returned: they come behind what speaks for the claim or against it.
func (a asked) counts(in match.Setting, ranked []match.Ranked, passages []match.Passage) map[int]bool {
	f, ok := a.claim.Body.(claims.Figure)
	if !ok || f.Outcome != claims.Killed && f.Outcome != claims.Injured || in.Typed || in.Made.IsZero() {
		return nil
	}
	settled, borneOut := map[int]bool{}, time.Time{}
	for _, r := range ranked {
		p := passages[r.Index]
		if g := figureOf(p, r.Result); g != nil && (r.Result.Relation == match.Agrees || r.Result.Relation == match.Compatible) && g.Range.Min >= f.Range.Min && p.Date.After(borneOut) {
			borneOut = p.Date
		}
	}
	from, err := time.Parse(time.DateOnly, f.Window.From)
	rising := f.Window.Words == "" && f.Window.From == "" || err == nil && in.Made.Sub(from) < lateCount
	for k := range ranked {
		r, p := &ranked[k].Result, passages[ranked[k].Index]
		g := figureOf(p, *r)
		if r.Relation != match.Conflicts || g == nil || g.Range.NoMax || g.Range.Max >= f.Range.Min {
			continue
		}
		rest := p.Text[r.Span.End:]
		switch {
		case f.Outcome == claims.Injured && stillThere.MatchString(rest):
			r.Relation, r.Class = match.NotComparable, match.ClassNotComparable
			r.Why = fmt.Sprintf("“%s” counts those who still were at that time, not all.", r.Span.Of(p.Text))
		case rising && !p.Date.IsZero() && p.Date.Before(borneOut) && p.Date.Before(in.Made) && in.Made.Sub(p.Date) < lateCount:
			r.Relation, r.Class = match.Outdated, match.ClassOutdated
			r.Why = fmt.Sprintf("An earlier count of the same event: “%s”; the claim has “%s”.", r.Span.Of(p.Text), f.Words)
		default:
			continue
		}
		r.Suggest = claims.Context
		settled[ranked[k].Index] = true
	}
	return settled
}

// figureOf is the figure of a passage that a result is about, nil if there is none.
func figureOf(p match.Passage, r match.Result) *extract.Figure {
	if p.Doc == nil {
		return nil
	}
	figs := p.Doc.Figures()
	for k := range figs {
		if figs[k].Span.Overlaps(r.Span) {
			return &figs[k]
		}
	}
	return nil
}
