package workspace

import (
	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/report"
	"stet/index/source"
)

// coverage gathers what was not checked in a subject: the sentences that wait,
// and those that a checker put aside, with the reasons.
func (g *gathering) coverage(id source.VersionID) (*report.Coverage, error) {
	c, err := g.w.Coverage(g.ctx, id)
	if err != nil {
		return nil, err
	}
	out := &report.Coverage{Handled: c.Handled, Checkable: c.Checkable, Limits: c.Limits}
	for _, s := range c.Sentences {
		x := report.Sentence{Line: s.N, Text: s.Text, Why: s.Why}
		if m := s.Mark; m != nil {
			x.By, x.At = m.Who.String(), m.At
		}
		switch {
		case s.State == StillOpen:
			out.Open = append(out.Open, x)
		case s.State == Dismissed:
			x.As = "dismissed"
			out.Marked = append(out.Marked, x)
		case s.Mark != nil && (s.State == MarkedHandled || s.State == Opinion):
			x.As, x.Why = string(s.Mark.As), s.Mark.Reason
			if s.Mark.As == ledger.MarkOpinion {
				x.As = "opinion, not checkable"
			}
			out.Marked = append(out.Marked, x)
		}
	}
	return out, nil
}

// correctionOf is what a checker made of a claim's words, for its sheet.
func correctionOf(c *ledger.Claim) *report.Correction {
	k := c.Correction()
	if k == nil {
		return nil
	}
	return &report.Correction{By: k.Who.String(), At: k.At, Changes: claims.Changes(k.Read.Body, k.Now.Body)}
}
