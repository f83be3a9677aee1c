package ledger

import (
	"errors"
	"fmt"
	"slices"

	"stet/claims"
)

func (c EvidenceAttached) apply(s *State, e *Entry) (func(), error) {
	x, err := s.live(c.Evidence.Claim)
	if err != nil {
		return nil, err
	}
	if _, taken := s.Evidence[c.Evidence.ID]; taken || c.Evidence.ID == "" {
		return nil, fmt.Errorf("the name %q is taken by other evidence; try again", c.Evidence.ID)
	}
	if err := s.soundEvidence(c.Evidence); err != nil {
		return nil, err
	}
	for _, id := range x.Evidence {
		if o := s.Evidence[id]; o.Anchor.Version == c.Evidence.Anchor.Version && o.Anchor.Span == c.Evidence.Anchor.Span {
			return nil, fmt.Errorf("that passage is attached to claim %s already, as evidence %s", x.ID, id)
		}
	}
	s.Evidence[c.Evidence.ID] = &Evidence{Evidence: c.Evidence, Seq: e.Seq, Who: e.Who, At: e.At}
	back := set(&x.Evidence, append(slices.Clip(x.Evidence), c.Evidence.ID))
	return func() { back(); delete(s.Evidence, c.Evidence.ID) }, nil
}

func (s *State) soundEvidence(e claims.Evidence) error {
	if !slices.Contains(claims.Stances, e.Stance) {
		return fmt.Errorf("%q is no stance; choose supports, contradicts, context, origin or repeats", e.Stance)
	}
	if e.Anchor.Exact == "" {
		return errors.New("evidence needs the words it points at")
	}
	return s.citable(e.Anchor.Version)
}

func (s *State) attached(id claims.EvidenceID) (*Evidence, *Claim, error) {
	x, ok := s.Evidence[id]
	if !ok {
		return nil, nil, fmt.Errorf("there is no evidence %q on this desk", id)
	}
	c, err := s.live(x.Claim)
	return x, c, err
}

func (c EvidenceEdited) apply(s *State, _ *Entry) (func(), error) {
	x, _, err := s.attached(c.Evidence.ID)
	if err != nil {
		return nil, err
	}
	if x.Evidence != c.Was || x.Detached {
		return nil, fmt.Errorf("evidence %s was changed by somebody else meanwhile; look at it again", c.Evidence.ID)
	}
	if c.Evidence.Anchor != c.Was.Anchor || c.Evidence.Claim != c.Was.Claim {
		return nil, fmt.Errorf("evidence %s cannot be moved to other words; detach it and attach those", c.Evidence.ID)
	}
	if err := s.soundEvidence(c.Evidence); err != nil {
		return nil, err
	}
	return set(&x.Evidence, c.Evidence), nil
}

func (c EvidenceDetached) apply(s *State, _ *Entry) (func(), error) {
	x, claim, err := s.attached(c.Evidence)
	if err != nil {
		return nil, err
	}
	if x.Detached == c.Detached {
		return nil, fmt.Errorf("evidence %s was %s already", c.Evidence, map[bool]string{true: "detached", false: "attached"}[c.Detached])
	}
	list := slices.Clone(claim.Evidence)
	if c.Detached {
		list = slices.DeleteFunc(list, func(id claims.EvidenceID) bool { return id == c.Evidence })
	} else {
		if err := s.citable(x.Anchor.Version); err != nil {
			return nil, err
		}
		list = append(list, c.Evidence)
		slices.SortFunc(list, func(a, b claims.EvidenceID) int { return int(s.Evidence[a].Seq) - int(s.Evidence[b].Seq) })
	}
	one, two := set(&x.Detached, c.Detached), set(&claim.Evidence, list)
	return func() { two(); one() }, nil
}

func (c AnchorConfirmed) apply(s *State, e *Entry) (func(), error) {
	x, _, err := s.attached(c.Evidence)
	if err != nil {
		return nil, err
	}
	same := func(o Confirmation) bool { return o.Anchor == c.Anchor }
	if c.Withdrawn {
		list := slices.DeleteFunc(slices.Clone(x.Confirmed), same)
		return set(&x.Confirmed, list), nil
	}
	if err := s.citable(c.Anchor.Version); err != nil {
		return nil, err
	}
	if x.Detached {
		return nil, fmt.Errorf("evidence %s was detached; attach it again first", c.Evidence)
	}
	if slices.ContainsFunc(x.Confirmed, same) {
		return nil, fmt.Errorf("evidence %s was confirmed at these words of %s already", c.Evidence, c.Anchor.Version)
	}
	if c.Anchor.Version.Article != x.Anchor.Version.Article {
		return nil, fmt.Errorf("evidence %s stands in article %s; a passage of another article is other evidence", c.Evidence, x.Anchor.Version.Article)
	}
	return set(&x.Confirmed, append(slices.Clip(x.Confirmed), Confirmation{c.Anchor, c.Note, e.Who, e.At, e.Seq})), nil
}
