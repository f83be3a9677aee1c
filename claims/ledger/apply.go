package ledger

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"stet/claims"
	"stet/index/source"
)

// set assigns and returns how to take it back.
func set[T any](p *T, v T) func() {
	was := *p
	*p = v
	return func() { *p = was }
}

// add puts a new key into a map and its name at the end of the order beside it.
func add[K comparable, V any](m map[K]V, order *[]K, k K, v V) func() {
	m[k] = v
	*order = append(*order, k)
	return func() {
		delete(m, k)
		*order = (*order)[:len(*order)-1]
	}
}

func (c PolicySet) apply(s *State, _ *Entry) (func(), error) {
	if s.Seq > 0 && s.Policy != c.Was {
		return nil, errors.New("the desk's policy was changed by somebody else meanwhile; look at it again")
	}
	if c.Policy.Independent < 1 {
		return nil, errors.New("a desk's policy asks for at least one independent source")
	}
	return set(&s.Policy, c.Policy), nil
}

func (c VersionAdded) apply(s *State, e *Entry) (func(), error) {
	id := c.Version.ID
	v := &Version{Version: c.Version, Marks: c.Marks, Seq: e.Seq, Who: e.Who}
	a, held := s.Articles[id.Article]
	switch {
	case id.Article == "" || id.Article != c.Article.ID:
		return nil, fmt.Errorf("version %s does not belong to article %q", id, c.Article.ID)
	case !held && id.N != 1, held && id.N != len(a.Versions)+1:
		return nil, fmt.Errorf("version %s does not follow the versions the desk holds; somebody else may have added one: try again", id)
	case !held:
		return add(s.Articles, &s.Filed, id.Article, &Article{Article: c.Article, Versions: []*Version{v}}), nil
	}
	return set(&a.Versions, append(slices.Clip(a.Versions), v)), nil
}

func (c VersionHidden) apply(s *State, _ *Entry) (func(), error) {
	v, err := s.Version(c.Version)
	if err != nil {
		return nil, err
	}
	if v.Hidden == c.Hidden {
		return nil, fmt.Errorf("version %s is %s already", c.Version, verb(c.Hidden, "withdrawn", "on the desk"))
	}
	if c.Hidden {
		if users := s.users(c.Version); len(users) > 0 {
			return nil, fmt.Errorf("version %s is still cited by %s; detach or remove that first", c.Version, strings.Join(users, ", "))
		}
	}
	return set(&v.Hidden, c.Hidden), nil
}

// users names what cites a version.
func (s *State) users(v source.VersionID) []string {
	var out []string
	for _, c := range s.Live() {
		if c.Made != nil && c.Made.Version == v {
			out = append(out, "claim "+string(c.ID))
		}
		for _, e := range s.EvidenceOf(c.ID) {
			if e.Anchor.Version == v || slices.ContainsFunc(e.Confirmed, func(k Confirmation) bool { return k.Anchor.Version == v }) {
				out = append(out, "evidence "+string(e.ID))
			}
		}
	}
	for _, p := range s.QuoteSources {
		if p.Version == v {
			out = append(out, "the concordance, as the best source of a quote")
		}
	}
	return out
}

func (c ArticleFiled) apply(s *State, _ *Entry) (func(), error) {
	a, ok := s.Articles[c.Article.ID]
	switch {
	case !ok:
		return nil, fmt.Errorf("there is no article %s on this desk", c.Article.ID)
	case a.Article != c.Was:
		return nil, fmt.Errorf("article %s was changed by somebody else meanwhile; look at it again", c.Article.ID)
	case c.Article.Role != source.Material && c.Article.Role != source.Story:
		return nil, fmt.Errorf("an article is a %s or a %s, not %q", source.Material, source.Story, c.Article.Role)
	}
	return set(&a.Article, c.Article), nil
}

// citable finds a version that may be cited: one that was withdrawn may not.
func (s *State) citable(id source.VersionID) error {
	v, err := s.Version(id)
	if err == nil && v.Hidden {
		err = fmt.Errorf("version %s was withdrawn; bring it back first", id)
	}
	return err
}

// live finds a claim that can be worked on.
func (s *State) live(id claims.ID) (*Claim, error) {
	c, ok := s.Claims[id]
	if !ok {
		return nil, fmt.Errorf("there is no claim %q on this desk", id)
	}
	if c.Removed {
		return nil, fmt.Errorf("claim %s was removed; bring it back first", id)
	}
	return c, nil
}

func (s *State) soundClaim(c claims.Claim) error {
	if strings.TrimSpace(c.Text) == "" {
		return errors.New("a claim needs words")
	}
	if c.Body == nil {
		return fmt.Errorf("claim %s does not say what kind it is", c.ID)
	}
	if c.Made != nil {
		if err := s.citable(c.Made.Version); err != nil {
			return err
		}
	}
	if c.Event != "" {
		if e, ok := s.Events[c.Event]; !ok || e.Removed {
			return fmt.Errorf("there is no event %q on this desk", c.Event)
		}
	}
	return nil
}

func (c ClaimAdded) apply(s *State, e *Entry) (func(), error) {
	if _, taken := s.Claims[c.Claim.ID]; taken || c.Claim.ID == "" {
		return nil, fmt.Errorf("the name %q is taken by another claim; try again", c.Claim.ID)
	}
	if err := s.soundClaim(c.Claim); err != nil {
		return nil, err
	}
	return add(s.Claims, &s.Made, c.Claim.ID, &Claim{Claim: c.Claim, Seq: e.Seq, Who: e.Who, At: e.At, Review: claims.NoReview}), nil
}

func (c ClaimEdited) apply(s *State, _ *Entry) (func(), error) {
	x, err := s.live(c.Claim.ID)
	if err != nil {
		return nil, err
	}
	if !sameJSON(x.Claim, c.Was) {
		return nil, fmt.Errorf("claim %s was changed by somebody else meanwhile; look at it again", c.Claim.ID)
	}
	if x.Review == claims.Approved {
		return nil, fmt.Errorf("claim %s is approved; an editor has to return it before it is changed", c.Claim.ID)
	}
	if err := s.soundClaim(c.Claim); err != nil {
		return nil, err
	}
	return set(&x.Claim, c.Claim), nil
}

func (c ClaimRemoved) apply(s *State, _ *Entry) (func(), error) {
	x, ok := s.Claims[c.Claim]
	if !ok {
		return nil, fmt.Errorf("there is no claim %q on this desk", c.Claim)
	}
	if x.Removed == c.Removed {
		return nil, fmt.Errorf("claim %s is %s already", c.Claim, verb(c.Removed, "removed", "on the desk"))
	}
	if !c.Removed {
		if err := s.soundClaim(x.Claim); err != nil {
			return nil, err
		}
	}
	if c.Removed && len(x.Evidence) > 0 {
		return nil, fmt.Errorf("claim %s has %d attached passages (%s …); detach them first", c.Claim, len(x.Evidence), x.Evidence[0])
	}
	if c.Removed && x.Verdict() != nil {
		return nil, fmt.Errorf("claim %s has a verdict; a decided claim stays on the desk", c.Claim)
	}
	return set(&x.Removed, c.Removed), nil
}

func (c FlagRaised) apply(s *State, e *Entry) (func(), error) {
	f := c.Flag
	if _, taken := s.Flags[f.ID]; taken || f.ID == "" {
		return nil, fmt.Errorf("the name %q is taken by another flag; try again", f.ID)
	}
	if strings.TrimSpace(f.Text) == "" {
		return nil, errors.New("a flag needs a sentence saying what is doubtful")
	}
	if f.Claim != "" {
		if _, err := s.live(f.Claim); err != nil {
			return nil, err
		}
	}
	f.Status = claims.FlagOpen
	return add(s.Flags, &s.Raised, f.ID, &Flag{Flag: f, Who: e.Who, At: e.At}), nil
}

func (c FlagSettled) apply(s *State, _ *Entry) (func(), error) {
	f, ok := s.Flags[c.Flag]
	switch {
	case !ok:
		return nil, fmt.Errorf("there is no flag %q on this desk", c.Flag)
	case f.Status != c.From:
		return nil, fmt.Errorf("flag %s is %s, not %s; look at it again", c.Flag, f.Status, c.From)
	case c.To == claims.FlagDismissed && strings.TrimSpace(c.Reason) == "":
		return nil, errors.New("dismissing a flag needs a reason")
	}
	one, two := set(&f.Status, c.To), set(&f.Reason, c.Reason)
	return func() { two(); one() }, nil
}

func (c FindingSettled) apply(s *State, e *Entry) (func(), error) {
	was, had := s.Settled[c.Finding]
	if had == c.Settled {
		return nil, errors.New("that finding is in this state already")
	}
	if c.Settled {
		s.Settled[c.Finding] = Settled{e.Who, e.At, c.Note}
		return func() { delete(s.Settled, c.Finding) }, nil
	}
	delete(s.Settled, c.Finding)
	return func() { s.Settled[c.Finding] = was }, nil
}

func (c ProposalDismissed) apply(s *State, e *Entry) (func(), error) {
	k := DismissKey(c.Version.Article, c.Claim, c.Words)
	was, had := s.Dismissed[k]
	if c.Dismissed {
		s.Dismissed[k] = Dismissal{e.Who, e.At, c.Reason}
	} else {
		delete(s.Dismissed, k)
	}
	return func() {
		delete(s.Dismissed, k)
		if had {
			s.Dismissed[k] = was
		}
	}, nil
}

func (c EventAdded) apply(s *State, _ *Entry) (func(), error) {
	if _, taken := s.Events[c.Event.ID]; taken || c.Event.ID == "" {
		return nil, fmt.Errorf("the name %q is taken by another event; try again", c.Event.ID)
	}
	if strings.TrimSpace(c.Event.Name) == "" {
		return nil, errors.New("an event needs a name")
	}
	return add(s.Events, &s.Named, c.Event.ID, &Event{Event: c.Event}), nil
}

func (c EventRemoved) apply(s *State, _ *Entry) (func(), error) {
	x, ok := s.Events[c.Event]
	if !ok {
		return nil, fmt.Errorf("there is no event %q on this desk", c.Event)
	}
	if c.Removed {
		for _, claim := range s.Live() {
			if claim.Event == c.Event {
				return nil, fmt.Errorf("event %s still has claim %s; give that another event first", c.Event, claim.ID)
			}
		}
	}
	return set(&x.Removed, c.Removed), nil
}

func (c SearchSaved) apply(s *State, e *Entry) (func(), error) {
	if c.Receipt.Claim != "" {
		if _, err := s.live(c.Receipt.Claim); err != nil {
			return nil, err
		}
	}
	return set(&s.Searches, append(slices.Clip(s.Searches), &Search{Receipt: c.Receipt, Seq: e.Seq, Head: s.Head, Who: e.Who})), nil
}

func (c SearchDropped) apply(s *State, _ *Entry) (func(), error) {
	for _, x := range s.Searches {
		if x.Seq == c.Search {
			return set(&x.Dropped, c.Dropped), nil
		}
	}
	return nil, fmt.Errorf("there is no saved search from entry %d", c.Search)
}

func (c ReportExported) apply(s *State, e *Entry) (func(), error) {
	if c.Seq > s.Seq {
		return nil, fmt.Errorf("a report cannot be gathered from entry %d, which does not exist yet", c.Seq)
	}
	return set(&s.Reports, append(slices.Clip(s.Reports), &Report{ReportExported: c, Who: e.Who, At: e.At})), nil
}
