package present

import (
	"context"
	"fmt"
	"slices"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

// CoverShow is which sentences the coverage lists.
type CoverShow string

// The choices of what to list.
const (
	CoverOpen CoverShow = "open" // nobody decided anything
	CoverAll  CoverShow = "all"  // every sentence, in the order of the text
	CoverDone CoverShow = "done" // checkable and handled
	CoverNot  CoverShow = "not"  // opinion, nothing to check, or not judged
)

// CoverShows lists them in the order they are offered.
var CoverShows = []CoverShow{CoverOpen, CoverDone, CoverNot, CoverAll}

// Title is a choice as printed.
func (c CoverShow) Title() string {
	return map[CoverShow]string{CoverOpen: "Open", CoverAll: "All", CoverDone: "Handled", CoverNot: "Not facts"}[c]
}

// Covering is the open text sentence by sentence: what deserves a check, and what
// became of it.
type Covering struct {
	Show    CoverShow
	Rows    []int // in Sentences, those that are listed
	Current int   // in Sentences, -1 for none
	Changed func()

	s *Shell
	r *Reader
}

// NewCovering makes the coverage of what a reader reads.
func NewCovering(s *Shell, r *Reader) *Covering {
	m := &Covering{Show: CoverOpen, Current: -1, Changed: func() {}, s: s, r: r}
	if v := CoverShow(s.Settings.Choice["coverage.show"]); slices.Contains(CoverShows, v) {
		m.Show = v
	}
	r.Covered = m.covered
	s.Listen(Listener{Desk: func() { m.Current = -1; m.list() }})
	m.bind()
	m.list()
	return m
}

func (m *Covering) bind() {
	s := m.s
	open := func() bool { return s.Desk != nil && len(m.Sentences()) > 0 && !s.Route.Comparing() }
	at := func() bool { return open() && m.Target() >= 0 }
	s.On(ActNextOpen, func() { m.Step(1) }, open)
	s.On(ActPrevOpen, func() { m.Step(-1) }, open)
	s.On(ActClaimSentence, m.Claim, at)
	s.On(ActMarkOpinion, func() { m.mark(ledger.MarkOpinion, "") }, at)
	s.On(ActMarkHandled, m.askHandled, at)
	s.On(ActMarkCheckable, func() { m.mark(ledger.MarkCheckable, "") }, at)
	s.On(ActUnmark, m.Unmark, func() bool { return at() && m.Sentences()[m.Target()].Mark != nil })
}

// Sentences are those of the open text.
func (m *Covering) Sentences() []workspace.Covered { return m.r.Coverage.Sentences }

// Sum is how far the check of the open text has come.
func (m *Covering) Sum() workspace.Coverage { return m.r.Coverage }

// Reading tells whether the sentences of the open text are not known yet.
func (m *Covering) Reading() bool { return m.r.isOpen() && m.r.Coverage.Version != m.r.Version.ID }

// covered follows news of the open text: what is current stays so, and follows
// the current proposal.
func (m *Covering) covered() {
	if m.Current >= len(m.Sentences()) {
		m.Current = -1
	}
	if c := m.r.Current; c >= 0 && c < len(m.r.Cards) {
		m.Current = m.at(m.r.Cards[c].Span.Start)
	}
	m.list()
}

// list makes the rows. What is current is listed whatever became of it.
func (m *Covering) list() {
	m.Rows = nil
	for i, c := range m.Sentences() {
		if m.Show == CoverAll || m.Show == CoverOpen && i == m.Current || m.sort(c) == m.Show {
			m.Rows = append(m.Rows, i)
		}
	}
	m.Changed()
}

// sort is under which choice a sentence is listed.
func (m *Covering) sort(c workspace.Covered) CoverShow {
	switch {
	case c.State == workspace.StillOpen:
		return CoverOpen
	case c.Checkable:
		return CoverDone
	}
	return CoverNot
}

// Count is how many sentences a choice lists.
func (m *Covering) Count(show CoverShow) int {
	if show == CoverAll {
		return len(m.Sentences())
	}
	n := 0
	for _, c := range m.Sentences() {
		if m.sort(c) == show {
			n++
		}
	}
	return n
}

// SetShow chooses which sentences are listed, and remembers it.
func (m *Covering) SetShow(v CoverShow) {
	m.Show = v
	m.s.Settings.Pick("coverage.show", string(v))
	m.list()
}

// at is the sentence that holds an offset, -1 if none does.
func (m *Covering) at(off int) int {
	i, ok := slices.BinarySearchFunc(m.Sentences(), off, func(c workspace.Covered, off int) int {
		switch {
		case c.Span.End <= off:
			return -1
		case c.Span.Start > off:
			return 1
		}
		return 0
	})
	if !ok {
		return -1
	}
	return i
}

// Target is the sentence that an act is about: that of the words selected, else
// that of the current proposal, else the current one. It is -1 if there is none.
func (m *Covering) Target() int {
	if sel := m.s.Selected; !sel.Empty() && sel.Place.Version == m.r.Version.ID {
		return m.at(sel.Place.Span.Start)
	}
	if c := m.r.Current; c >= 0 && c < len(m.r.Cards) {
		return m.at(m.r.Cards[c].Span.Start)
	}
	if m.Current < len(m.Sentences()) {
		return m.Current
	}
	return -1
}

// Pick makes a sentence the current one and brings it into sight. The first open
// proposal in it becomes the current proposal.
func (m *Covering) Pick(i int) {
	if i < 0 || i >= len(m.Sentences()) {
		return
	}
	m.Current = i
	at := m.Sentences()[i].Span
	m.r.Point(at)
	m.list()
}

// Step goes to the next open sentence, or to the one before.
func (m *Covering) Step(by int) {
	if m.s.Side() != SideCoverage {
		m.s.ShowSide(SideCoverage)
	}
	list := m.Sentences()
	from := m.Target()
	if from < 0 && by < 0 {
		from = 0
	}
	for k := 1; k <= len(list); k++ {
		i := ((from+by*k)%len(list) + len(list)) % len(list)
		if list[i].State == workspace.StillOpen && i != from {
			m.Pick(i)
			return
		}
	}
	if from >= 0 && list[from].State == workspace.StillOpen {
		m.Pick(from)
		return
	}
	m.s.Toasts.Show("Every checkable sentence of this text is handled.")
}

// mark records what the checker makes of the sentence and goes on to the next
// open one.
func (m *Covering) mark(as ledger.SentenceMark, reason string) {
	i := m.Target()
	if i < 0 {
		return
	}
	c, id := m.Sentences()[i], m.r.Version.ID
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error {
		return w.MarkSentence(ctx, id, c.Span, as, reason)
	}, func() {
		if m.s.Side() != SideCoverage { // there it shows
			m.s.Toasts.Offer(markedWords[as], "Undo", m.s.Undo)
		}
	})
	m.Current = i
	if as != ledger.MarkCheckable {
		m.Sentences()[i].State = map[ledger.SentenceMark]workspace.Handling{ledger.MarkOpinion: workspace.Opinion, ledger.MarkHandled: workspace.MarkedHandled}[as] // shown at once; the desk's word follows
		m.next(i)
	}
}

// next goes to the next open sentence, and stays if there is none.
func (m *Covering) next(from int) {
	list := m.Sentences()
	for k := 1; k < len(list); k++ {
		if i := (from + k) % len(list); list[i].State == workspace.StillOpen {
			m.Pick(i)
			return
		}
	}
	m.list()
}

var markedWords = map[ledger.SentenceMark]string{
	ledger.MarkOpinion:   "The sentence is marked as opinion, which cannot be checked.",
	ledger.MarkHandled:   "The sentence is marked as handled.",
	ledger.MarkCheckable: "The sentence is marked as one to check.",
}

// askHandled asks where the sentence is handled, or why it needs no check.
func (m *Covering) askHandled() {
	i := m.Target()
	if i < 0 {
		return
	}
	m.s.Ask.Text(TextQuestion{Title: "Handled elsewhere, or nothing to check", Label: InMarks(Short(m.Sentences()[i].Text, 160)) + " Why does it need no check here? The report prints the reason.", Hint: "for example: checked in the first edition", Yes: "Mark as handled", Lines: 2, Needed: true}, func(reason string) {
		m.mark(ledger.MarkHandled, reason)
	})
}

// Unmark takes the mark off the sentence.
func (m *Covering) Unmark() {
	i := m.Target()
	if i < 0 || m.Sentences()[i].Mark == nil {
		return
	}
	seq := m.Sentences()[i].Mark.Seq
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error { return w.UnmarkSentence(ctx, seq) }, func() {
		m.s.Toasts.Offer("The mark is off.", "Undo", m.s.Undo)
	})
}

// Claim makes a claim of the whole sentence.
func (m *Covering) Claim() {
	i := m.Target()
	if i < 0 {
		return
	}
	at := source.Place{Version: m.r.Version.ID, Span: m.Sentences()[i].Span}
	m.s.claimOf(at, func(id claims.ID) {
		r := m.s.Route
		r.Claim = id
		m.s.Replace(r)
		m.s.Toasts.Offer("Claim "+string(id)+" is made of the sentence.", "Undo", m.s.Undo)
	})
}

// OpenClaim opens the claim made of a sentence.
func (m *Covering) OpenClaim(i int) {
	if c := m.Sentences()[i]; len(c.Claims) > 0 {
		m.s.OpenClaim(c.Claims[0])
	}
}

// Meter words how far the check has come: "31 of 44 checkable sentences handled".
func Meter(handled, of int) string {
	if of == 1 {
		return fmt.Sprintf("%d of 1 checkable sentence handled", handled)
	}
	return fmt.Sprintf("%s of %s checkable sentences handled", Count(handled), Count(of))
}

// Detail says what became of a sentence, or why it deserves a check.
func (m *Covering) Detail(i int) string {
	c := m.Sentences()[i]
	switch c.State {
	case workspace.StillOpen:
		s := c.Why
		if c.Open > 0 {
			s = Plural(c.Open, "proposal")
			if len(c.Earlier) > 0 {
				return c.Why + " · " + s
			}
			if c.Why != "proposes something to check" {
				s += " · " + c.Why
			}
		}
		return s
	case workspace.Claimed, workspace.Dismissed:
		return c.Why
	}
	if k := c.Mark; k != nil {
		s := k.Who.Name
		if k.Anchor.Version != m.r.Version.ID {
			s += " in version " + Count(k.Anchor.Version.N)
		}
		return dotted(k.Reason, s)
	}
	return c.Why
}

// StateTitle is what became of a sentence, as printed.
func StateTitle(h workspace.Handling) string {
	return map[workspace.Handling]string{workspace.StillOpen: "open", workspace.Claimed: "claim", workspace.Dismissed: "dismissed",
		workspace.MarkedHandled: "handled", workspace.Opinion: "opinion", workspace.Nothing: "nothing to check", workspace.NotJudged: "not judged"}[h]
}

// openMarks are the marks of the sentences that wait for a decision, at their
// first words.
func openMarks(c workspace.Coverage, body string) []Mark {
	var out []Mark
	for _, s := range c.Sentences {
		if s.State != workspace.StillOpen || !s.Span.Fits(body) {
			continue
		}
		at := source.Span{Start: s.Span.Start, End: firstWord(body, s.Span)}
		out = append(out, Mark{Span: at, Kind: MarkOpen, Card: -1, Hint: "Open: deserves a check (" + s.Why + ")"})
	}
	return out
}

// firstWord is where the first word of a span ends.
func firstWord(body string, s source.Span) int {
	for i, r := range body[s.Start:s.End] {
		if i > 0 && (r == ' ' || r == '\n' || r == '\u00a0') {
			return s.Start + i
		}
	}
	return s.End
}
