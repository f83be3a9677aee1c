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
