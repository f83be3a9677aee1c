package ledger

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"stet/claims"
)

func (c VerdictGiven) apply(s *State, e *Entry) (func(), error) {
	x, err := s.live(c.Verdict.Claim)
	if err != nil {
		return nil, err
	}
	v := c.Verdict
	switch {
	case !slices.Contains(claims.Checks, v.Check):
		return nil, fmt.Errorf("%q is no outcome of a check; choose confirmed, change needed, cannot be confirmed or not checkable", v.Check)
	case v.Check == claims.ChangeNeeded && strings.TrimSpace(v.Proposed) == "" && strings.TrimSpace(v.Reason) == "":
		return nil, errors.New("a change needs the wording you propose, or at least the reason")
	case (v.Check == claims.CannotBe || v.Check == claims.NotCheckable) && strings.TrimSpace(v.Reason) == "":
		return nil, fmt.Errorf("%q needs a reason: the report prints it", v.Check)
	case v.Seen > s.Seq:
		return nil, fmt.Errorf("a verdict cannot be based on entry %d, which does not exist yet", v.Seen)
	case x.Review == claims.Approved:
		return nil, fmt.Errorf("claim %s is approved; an editor has to return it before it is decided again", x.ID)
	}
	back := set(&x.Verdicts, append(slices.Clip(x.Verdicts), Verdict{Verdict: v, Seq: e.Seq, Who: e.Who, At: e.At}))
	return back, nil
}

func (c VerdictWithdrawn) apply(s *State, _ *Entry) (func(), error) {
	x, err := s.live(c.Claim)
	if err != nil {
		return nil, err
	}
	if c.Withdrawn && (x.Review == claims.Submitted || x.Review == claims.Approved) {
		return nil, fmt.Errorf("claim %s is %s with this verdict; take it out of review first", c.Claim, x.Review)
	}
	for i := range x.Verdicts {
		if x.Verdicts[i].Seq == c.Verdict {
			list := slices.Clone(x.Verdicts)
			list[i].Withdrawn = c.Withdrawn
			return set(&x.Verdicts, list), nil
		}
	}
	return nil, fmt.Errorf("claim %s has no verdict from entry %d", c.Claim, c.Verdict)
}

func (c ReviewSet) apply(s *State, e *Entry) (func(), error) {
	x, err := s.live(c.Claim)
	if err != nil {
		return nil, err
	}
	if x.Review != c.From {
		return nil, fmt.Errorf("claim %s is %s, not %s; somebody else may have reviewed it: look again", c.Claim, reviewWord(x.Review), reviewWord(c.From))
	}
	lawful := lawfulReview
	if c.Undone {
		lawful = lawfulReturn
	}
	if err := lawful(x, c); err != nil {
		return nil, err
	}
	if err := s.approvedAsSeen(x, c); err != nil {
		return nil, err
	}
	one := set(&x.Review, c.To)
	two := set(&x.Reviews, append(slices.Clip(x.Reviews), ReviewStep{c.To, c.Comment, e.Who, e.At, e.Seq, c.Seen}))
	return func() { two(); one() }, nil
}

// lawfulReturn reports whether undoing or redoing may bring a review status back:
// it may go any way, but never onto a verdict that the reviewer had not seen.
func lawfulReturn(x *Claim, c ReviewSet) error {
	if c.To != claims.Submitted && c.To != claims.Approved {
		return nil
	}
	v := x.Verdict()
	if v == nil {
		return fmt.Errorf("claim %s has no verdict any more; it cannot be %s again", c.Claim, c.To)
	}
	for _, r := range slices.Backward(x.Reviews) {
		if r.To == c.To {
			if v.Seq > r.Seq && c.To == claims.Approved {
				return fmt.Errorf("claim %s was decided again since it was approved; review it anew", c.Claim)
			}
			break
		}
	}
	return nil
}

func reviewWord(r claims.Review) string {
	if r == claims.NoReview {
		return "not in review"
	}
	return string(r)
}

func lawfulReview(x *Claim, c ReviewSet) error {
	switch c.To {
	case claims.Submitted:
		if x.Verdict() == nil {
			return fmt.Errorf("claim %s has no verdict yet; an editor reviews verdicts", c.Claim)
		}
		if c.From == claims.Submitted || c.From == claims.Approved {
			return fmt.Errorf("claim %s is %s already", c.Claim, c.From)
		}
	case claims.Returned:
		if strings.TrimSpace(c.Comment) == "" {
			return errors.New("a return needs a comment: say what is missing")
		}
		if c.From != claims.Submitted && c.From != claims.Approved {
			return fmt.Errorf("claim %s is not in review", c.Claim)
		}
	case claims.Approved:
		if c.From != claims.Submitted {
			return fmt.Errorf("claim %s has not been submitted", c.Claim)
		}
		if x.Verdict() == nil {
			return fmt.Errorf("claim %s has no verdict to approve", c.Claim)
		}
	case claims.NoReview:
		if c.From == claims.Approved {
			return fmt.Errorf("claim %s is approved; return it with a comment instead", c.Claim)
		}
	default:
		return fmt.Errorf("%q is no review status", c.To)
	}
	return nil
}
