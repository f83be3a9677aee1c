package present

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/match"
	"stet/index/source"
)

// Match is a ranked passage: a candidate for evidence.
type Match struct {
	workspace.Candidate
	Snippet string        // the passage
	Marks   []source.Span // the words that match, bytes of Snippet
	Suggest claims.Stance // what it would be attached as
	Tone    Tone
}

// Tone is what the colour of a relation says.
type Tone int

// The tones.
const (
	TonePlain Tone = iota
	ToneGood
	ToneWarn
	ToneBad
)

// Matches is the ranked passages for the current claim.
type Matches struct {
	List    []Match
	Busy    bool   // passages are being ranked
	Stopped bool   // the person stopped that
	Problem string // why they could not be ranked
	Current int    // the one opened last, -1 for none
	Changed func()

	s      *Shell
	loader *Loader
	of     claims.ID
	claim  claims.Claim
	among  int // articles on the desk when they were ranked
}

// matchesShown is how many passages are ranked for one claim: what a person will
// look through.
const matchesShown = 12

func newMatches(s *Shell) *Matches {
	return &Matches{Current: -1, s: s, loader: NewLoader(s.Sched), Changed: func() {}}
}

// open ranks passages for another claim, or anew when its words or the sources
// changed.
func (m *Matches) open(id claims.ID, c claims.Claim, articles int) {
	if id == m.of && c.Text == m.claim.Text && articles == m.among {
		return
	}
	if id != m.of {
		m.List, m.Current = nil, -1
	}
	m.of, m.claim, m.among = id, c, articles
	m.Rank()
}

// Rank ranks anew. An earlier ranking under way is dropped.
func (m *Matches) Rank() {
	m.loader.Stop()
	m.Busy, m.Stopped, m.Problem = false, false, ""
	w, id := m.s.Desk, m.of
	if w == nil || id == "" {
		m.List = nil
		m.Changed()
		return
	}
	m.Busy = true
	m.Changed()
	m.loader.Start(func(ctx context.Context) func() {
		found, err := w.Candidates(ctx, id, matchesShown)
		list := make([]Match, len(found))
		for i, c := range found {
			list[i] = matchOf(c)
		}
		return func() {
			m.Busy = false
			if err != nil {
				m.Problem = Explain(err).What
			} else {
				m.List = list
			}
			m.Changed()
		}
	})
}

// Stop stops ranking.
func (m *Matches) Stop() {
	if !m.Busy {
		return
	}
	m.loader.Stop()
	m.Busy, m.Stopped = false, true
	m.Changed()
}

func matchOf(c workspace.Candidate) Match {
	out := Match{Candidate: c, Snippet: c.Text, Suggest: c.Result.Suggest, Tone: RelationTone(c.Result.Relation)}
	if out.Suggest == "" {
		out.Suggest = stancesFor(c.Result)[0]
	}
	if c.Place.Span != c.Passage && c.Passage.Contains(c.Place.Span) {
		out.Marks = []source.Span{c.Place.Span.Shift(-c.Passage.Start)}
	}
	return out
}

// attached marks which passages are attached already.
func (m *Matches) attached(all []Attached) {
	for i := range m.List {
		c := &m.List[i]
		c.Attached = ""
		for _, a := range all {
			if a.Anchor.Version == c.Place.Version && a.Anchor.Span.Overlaps(c.Passage) {
				c.Attached = a.ID
			}
		}
	}
	m.Changed()
}

// Open opens a ranked passage in the reading pane.
func (m *Matches) Open(i int) {
	if i >= 0 && i < len(m.List) {
		p := m.List[i].Place
		m.Current = i
		m.Changed()
		m.s.Go(m.s.Route.Reading(p.Version, p.Span))
	}
}

// AttachCurrent attaches the passage opened last, as what its relation to the
// claim suggests.
func (m *Matches) AttachCurrent() {
	if m.CanAttach() {
		m.Attach(m.Current, m.List[m.Current].Suggest)
	}
}

// CanAttach tells whether a ranked passage was opened that is not attached yet.
func (m *Matches) CanAttach() bool {
	return m.Current >= 0 && m.Current < len(m.List) && m.List[m.Current].Attached == ""
}

// Attach attaches a ranked passage to the claim.
func (m *Matches) Attach(i int, st claims.Stance) {
	if i < 0 || i >= len(m.List) || m.List[i].Attached != "" || m.s.ReadOnly() {
		return
	}
	id, p := m.of, m.List[i].Place
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error {
		_, err := w.Attach(ctx, id, p.Version, p.Span, st, "")
		return err
	}, func() {
		m.s.Toasts.Offer("Attached to claim "+string(id)+": "+string(st)+".", "Undo", m.s.Undo)
	})
}

// openRange and openAbove are intervals as package match prints them.
var (
	openRange = regexp.MustCompile(`\[([\d,]+), ∞\)`)
	openAbove = regexp.MustCompile(`\(([\d,]+), ∞\)`)
)

// InLetters puts arrows and infinity into words: not every font has their signs.
func InLetters(s string) string {
	s = openRange.ReplaceAllString(s, "$1 or more")
	s = openAbove.ReplaceAllString(s, "more than $1")
	return strings.ReplaceAll(s, " → ", " became ")
}

// RelationTone is the tone of a relation: good bears the claim out, bad speaks
// against it, warn asks for a look.
func RelationTone(r match.Relation) Tone {
	switch {
	case slices.Contains([]match.Relation{match.Verbatim, match.Typography, match.Spelling, match.Agrees}, r):
		return ToneGood
	case slices.Contains([]match.Relation{match.Conflicts, match.Negation, match.OtherSpeaker, match.SilentTruncation}, r):
		return ToneBad
	case slices.Contains([]match.Relation{match.Compatible, match.Unrelated, match.NotComparable, match.OtherThing, ""}, r):
		return TonePlain
	}
	return ToneWarn
}
