package ledger

import (
	"fmt"
	"slices"
	"time"

	"stet/claims"
	"stet/index/anchor"
	"stet/index/source"
)

// State is what a desk knows: the entries applied in order. It is not safe for
// concurrent use; whoever owns it guards it. Maps are for looking up, the
// slices beside them keep the order in which things came.
type State struct {
	Seq    uint64
	Head   source.Hash
	Policy claims.Policy

	Articles map[source.ArticleID]*Article
	Filed    []source.ArticleID

	Claims map[claims.ID]*Claim
	Made   []claims.ID

	Evidence map[claims.EvidenceID]*Evidence
	Flags    map[claims.FlagID]*Flag
	Raised   []claims.FlagID
	Events   map[claims.EventID]*Event
	Named    []claims.EventID
	Searches []*Search
	Reports  []*Report
	// Settled holds the findings somebody looked at, by key.
	Settled map[string]Settled
	// Dismissed holds proposals not worth checking, by DismissKey.
	Dismissed map[string]Dismissal
	// Marked holds the sentences that were marked, by article, oldest first.
	Marked map[source.ArticleID][]*MarkedSentence
	// QuoteSources are the places chosen as best sources of utterances, the latest
	// last.
	QuoteSources []source.Place
	// Groups are the acts in order, for undo and the history pane.
	Groups []Group
}

// Article is an article with its versions.
type Article struct {
	source.Article
	Versions []*Version // by N
}

// Version is a version with what the ledger says about it.
type Version struct {
	source.Version
	Marks  []source.Mark
	Seq    uint64 // entry that added it
	Who    Who
	Hidden bool
}

// Latest is the newest version that is not hidden, nil if there is none.
func (a *Article) Latest() *Version {
	for _, v := range slices.Backward(a.Versions) {
		if !v.Hidden {
			return v
		}
	}
	return nil
}

// Claim is a claim with its history.
type Claim struct {
	claims.Claim
	Seq      uint64
	Who      Who
	At       time.Time
	Removed  bool
	Verdicts []Verdict // oldest first
	Evidence []claims.EvidenceID
	Review   claims.Review
	Reviews  []ReviewStep // oldest first
	// Corrections of what the program read in its words, oldest first.
	Corrections []Correction
	// Touched is the last entry that altered what an editor approves.
	Touched Touch
}

// Verdict is a verdict with who gave it.
type Verdict struct {
	claims.Verdict
	Seq       uint64
	Who       Who
	At        time.Time
	Withdrawn bool
}

// ReviewStep is one move of a claim through review.
type ReviewStep struct {
	To      claims.Review
	Comment string
	Who     Who
	At      time.Time
	Seq     uint64
	Seen    uint64 // what an approval is based on; 0 if it does not say
}

// BothHands reports whether the approval that stands is by the person who gave the
// verdict: a desk of one may do so, but it is said.
func (c *Claim) BothHands() bool {
	v, n := c.Verdict(), len(c.Reviews)
	return c.Review == claims.Approved && v != nil && n > 0 && c.Reviews[n-1].Who.Name == v.Who.Name
}

// Verdict is the one that stands, nil if there is none.
func (c *Claim) Verdict() *Verdict {
	for i := range slices.Backward(c.Verdicts) {
		if !c.Verdicts[i].Withdrawn {
			return &c.Verdicts[i]
		}
	}
	return nil
}

// Check is how far the check has come: the standing verdict's outcome, else in
// progress once a passage is attached.
func (c *Claim) Check() claims.Check {
	if v := c.Verdict(); v != nil {
		return v.Check
	}
	if len(c.Evidence) > 0 {
		return claims.InProgress
	}
	return claims.Unstarted
}

// Evidence is an attached passage with its history.
type Evidence struct {
	claims.Evidence
	Seq       uint64
	Who       Who
	At        time.Time
	Detached  bool
	Confirmed []Confirmation
}

// Confirmation is a person's word that a passage is the same evidence in
// another version.
type Confirmation struct {
	Anchor anchor.Anchor
	Note   string
	Who    Who
	At     time.Time
	Seq    uint64
}

// Flag is a flag with who raised it.
type Flag struct {
	claims.Flag
	Who Who
	At  time.Time
}

// Event is an event on the desk.
type Event struct {
	claims.Event
	Removed bool
	Placed  map[string]string // figures that people placed, by key: PlacedIn or PlacedOut
}

// Search is a saved search.
type Search struct {
	claims.Receipt
	Seq     uint64
	Head    source.Hash // of the ledger when it was saved
	Who     Who
	Dropped bool
}

// Report is a report that was exported.
type Report struct {
	ReportExported
	Who Who
	At  time.Time
}

// Settled says who settled a finding.
type Settled struct {
	Who  Who
	At   time.Time
	Note string
}

// Dismissal says who dismissed a proposal, and why.
type Dismissal struct {
	Who    Who
	At     time.Time
	Reason string // "" in ledgers that kept none
}

// Group is one act: the entries of one Do.
type Group struct {
	ID          string
	Undoes      string
	Who         Who
	At          time.Time
	First, Last uint64 // sequences
	Summary     string // what the first entry decided, see State.Tell
	Count       int
	Permanent   bool // cannot be undone: something left the desk, or it is the desk's beginning
}

// New is the state before the first entry.
func New() *State {
	return &State{
		Policy:    claims.DefaultPolicy(""),
		Articles:  map[source.ArticleID]*Article{},
		Claims:    map[claims.ID]*Claim{},
		Evidence:  map[claims.EvidenceID]*Evidence{},
		Flags:     map[claims.FlagID]*Flag{},
		Events:    map[claims.EventID]*Event{},
		Settled:   map[string]Settled{},
		Dismissed: map[string]Dismissal{},
		Marked:    map[source.ArticleID][]*MarkedSentence{},
	}
}

// Apply applies entries in order, all or none.
func (s *State) Apply(entries ...Entry) error {
	_, err := s.Try(entries...)
	return err
}

// Try applies entries in order, all or none, and returns how to take them back
// exactly, for a writer whose store then refuses them.
func (s *State) Try(entries ...Entry) (rollback func(), err error) {
	var done []func()
	rollback = func() {
		for _, f := range slices.Backward(done) {
			f()
		}
	}
	for i := range entries {
		back, err := s.one(&entries[i])
		if err != nil {
			rollback()
			return nil, err
		}
		done = append(done, back)
	}
	return rollback, nil
}

func (s *State) one(e *Entry) (func(), error) {
	if err := e.CheckChain(s.Seq, s.Head); err != nil {
		return nil, err
	}
	back, err := e.Change.apply(s, e)
	if err != nil {
		return nil, &RefusedError{e.Change, err}
	}
	untouch := s.touch(e)
	seq, head, groups := s.Seq, s.Head, len(s.Groups)
	var last Group
	if groups > 0 {
		last = s.Groups[groups-1]
	}
	s.Seq, s.Head = e.Seq, e.Hash
	if groups > 0 && last.ID == e.Group {
		s.Groups[groups-1].Last = e.Seq
		s.Groups[groups-1].Count++
		s.Groups[groups-1].Permanent = last.Permanent || permanent(e)
	} else {
		s.Groups = append(s.Groups, Group{ID: e.Group, Undoes: e.Undoes, Who: e.Who, At: e.At, First: e.Seq, Last: e.Seq, Summary: s.Tell(e.Change), Count: 1, Permanent: permanent(e)})
	}
	return func() {
		untouch()
		back()
		s.Seq, s.Head = seq, head
		s.Groups = s.Groups[:groups]
		if groups > 0 {
			s.Groups[groups-1] = last
		}
	}, nil
}

// RefusedError says why a change cannot be applied to the state as it is.
type RefusedError struct {
	Change Change
	Err    error
}

func (e *RefusedError) Error() string { return e.Err.Error() }
func (e *RefusedError) Unwrap() error { return e.Err }

// Version finds a version; N = 0 is the article's latest.
func (s *State) Version(id source.VersionID) (*Version, error) {
	a, ok := s.Articles[id.Article]
	if !ok {
		return nil, fmt.Errorf("there is no article %s on this desk", id.Article)
	}
	if id.N == 0 {
		if v := a.Latest(); v != nil {
			return v, nil
		}
		return nil, fmt.Errorf("article %s has no version left", id.Article)
	}
	if id.N < 0 || id.N > len(a.Versions) {
		return nil, fmt.Errorf("article %s has no version %d (it has %d)", id.Article, id.N, len(a.Versions))
	}
	return a.Versions[id.N-1], nil
}

// Live are the claims that were not removed, in the order they were made.
func (s *State) Live() []*Claim {
	out := make([]*Claim, 0, len(s.Made))
	for _, id := range s.Made {
		if c := s.Claims[id]; !c.Removed {
			out = append(out, c)
		}
	}
	return out
}

// EvidenceOf is the evidence attached to a claim now, in order of attaching.
func (s *State) EvidenceOf(id claims.ID) []*Evidence {
	c, ok := s.Claims[id]
	if !ok {
		return nil
	}
	out := make([]*Evidence, 0, len(c.Evidence))
	for _, e := range c.Evidence {
		out = append(out, s.Evidence[e])
	}
	return out
}

// OpenFlags are the flags that wait for a decision, in the order they were raised.
// The flag of a claim that was removed waits for nothing.
func (s *State) OpenFlags() []*Flag {
	var out []*Flag
	for _, id := range s.Raised {
		f := s.Flags[id]
		if c := s.Claims[f.Claim]; f.Status == claims.FlagOpen && (c == nil || !c.Removed) {
			out = append(out, f)
		}
	}
	return out
}

// DismissKey is the key of a dismissed proposal in State.Dismissed: the article,
// the kind and the words, so that it stays dismissed in the next version.
func DismissKey(a source.ArticleID, kind claims.Kind, words string) string {
	return string(a) + "\x00" + string(kind) + "\x00" + words
}
