package present

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index"
	"stet/index/source"
)

// MarkKind says what a stretch of the text in the reading pane means.
type MarkKind int

// The kinds of marks.
const (
	MarkProposal MarkKind = iota
	MarkClaim
	MarkStale
	MarkFor
	MarkAgainst
	MarkContext
	MarkFound
	MarkCurrent
	MarkOpen // a sentence that waits for a decision, at its first word
)

// Mark is a stretch of the text that means something. What it stands for is
// named by Claim or Card; a search hit stands for nothing.
type Mark struct {
	source.Span
	Kind  MarkKind
	Claim claims.ID
	Made  claims.Kind // of the claim made here; "" for evidence
	Card  int         // index of a proposal, -1 for none
	Sure  float32     // 0 to 1
	Hint  string
}

// Card is a proposal beside the text.
type Card struct {
	workspace.Proposal
	Head, Detail string
	Kind         claims.Kind
	State        CardState
	Note         string // why Body is not what Stet read; "" if it is
	AsRead       bool   // Body is Stet's reading, taken in place of a suggestion

	suggested claims.Body // the reading it came with
}

// CardState is what became of a proposal.
type CardState int

// What can have become of a proposal.
const (
	CardOpen CardState = iota
	CardAccepted
	CardDismissed
)

// Show is which proposals the list shows.
type Show string

// The choices of what to show.
const (
	ShowOpen Show = "open"
	ShowAll  Show = "all"
)

// Step is a version in the row of versions above the text.
type Step struct {
	ID     source.VersionID
	Date   string
	Notice source.Notice
	Open   bool
	Hidden bool
}

// Reader is the version that is read, its marks and its proposals.
type Reader struct {
	Version ledger.Version // ID is zero while nothing is open
	Article source.Article
	Text    source.Text
	Steps   []Step
	Cards   []Card
	// Coverage is the text sentence by sentence, with what became of each.
	Coverage workspace.Coverage
	Current  int // in Cards, -1 for none
	Show     Show
	Kind     claims.Kind // "" shows all kinds
	Marks    []Mark
	Found    []source.Span // where the words searched for stand
	Loading  bool
	Missing  string // why the version cannot be shown

	// Texts counts the texts shown: when it changes, the pane has another text.
	Texts int
	// Jump is where the text should be scrolled to; Jumps counts the wishes.
	Jump  source.Span
	Jumps int
	// Changed is called when anything above is new.
	Changed func()
	// Covered is called when Coverage or the current proposal is new.
	Covered func()

	s      *Shell
	loader *Loader
	marker *Loader
	finder *Loader
	query  string
	sents  []source.Span
	marks  []Mark // of claims and evidence
	asRead map[asReadKey]bool
}

// asReadKey names a proposal of which Stet's reading was taken.
type asReadKey struct {
	in   source.VersionID
	at   source.Span
	kind claims.Kind
}

// NewReader makes the reading pane's model for a shell.
func NewReader(s *Shell) *Reader {
	m := &Reader{s: s, Current: -1, Show: ShowOpen, Changed: func() {}, Covered: func() {},
		loader: NewLoader(s.Sched), marker: NewLoader(s.Sched), finder: NewLoader(s.Sched)}
	if Show(s.Settings.Choice["proposals.show"]) == ShowAll {
		m.Show = ShowAll
	}
	s.Listen(Listener{
		Desk:  func() { m.close(); m.follow(Route{}) },
		Route: m.follow,
		Acts: func(entries []ledger.Entry) {
			if m.isOpen() {
				m.remark(touchesSources(entries))
			}
		},
		Findings: func() { m.draw() },
	})
	m.bind()
	m.follow(Route{})
	return m
}

func (m *Reader) isOpen() bool { return !m.Version.ID.IsZero() }

func (m *Reader) close() {
	m.loader.Stop()
	m.marker.Stop()
	m.finder.Stop()
	m.Version, m.Article, m.Text = ledger.Version{}, source.Article{}, source.Text{}
	m.Steps, m.Cards, m.Marks, m.marks, m.Found, m.sents = nil, nil, nil, nil, nil, nil
	m.Coverage = workspace.Coverage{}
	m.Current, m.Loading, m.Missing = -1, false, ""
	m.Texts++
	m.Covered()
}

// follow opens what the route names.
func (m *Reader) follow(was Route) {
	r := m.s.Route
	if m.s.Desk == nil || r.Comparing() {
		m.Changed()
		return
	}
	want := r.Version
	if !want.IsZero() && want.N == 0 {
		if v, err := m.s.Desk.Version(want); err == nil {
			want = v.ID
		}
	}
	switch {
	case want.IsZero():
		if m.isOpen() {
			m.close()
			m.s.Select(Selected{})
			m.s.Cover(Coverage{})
		}
	case want != m.Version.ID:
		m.load(want, r.Span)
		return
	case r.Span != was.Span && !r.Span.Empty():
		m.jump(r.Span)
	}
	m.draw()
}

func (m *Reader) jump(to source.Span) {
	m.Jump = to
	m.Jumps++
}

// load reads a version. What is shown stays until it is there.
func (m *Reader) load(id source.VersionID, at source.Span) {
	w := m.s.Desk
	m.Loading = true
	m.marker.Stop()
	m.finder.Stop()
	m.Changed()
	m.loader.Start(func(ctx context.Context) func() {
		v, t, err := w.Read(ctx, id)
		return func() {
			m.close()
			m.s.Select(Selected{})
			m.s.Cover(Coverage{})
			if err != nil {
				m.Missing = Explain(err).What
				m.s.Fail(err)
				m.Changed()
				return
			}
			m.Version, m.Text = v, t
			m.steps()
			if !at.Empty() && at.Fits(t.Body) {
				m.jump(at)
			}
			m.remark(false)
			m.find()
			m.draw()
		}
	})
}

// steps lists the versions of the open article.
func (m *Reader) steps() {
	m.Steps = nil
	m.s.Desk.View(func(st *ledger.State) {
		a, ok := st.Articles[m.Version.ID.Article]
		if !ok {
			return
		}
		m.Article = a.Article
		for _, v := range a.Versions {
			if v.ID == m.Version.ID {
				m.Version.Hidden = v.Hidden
			}
			if !v.Hidden || v.ID == m.Version.ID {
				m.Steps = append(m.Steps, Step{v.ID, Moment(v.Date()), v.Notice, v.ID == m.Version.ID, v.Hidden})
			}
		}
	})
}

// remark looks up anew what the text suggests and what was decided on its words.
func (m *Reader) remark(articles bool) {
	w, id := m.s.Desk, m.Version.ID
	if articles {
		m.steps()
		m.Changed()
	}
	m.marker.Start(func(ctx context.Context) func() {
		found, err := w.Propose(ctx, id)
		if err != nil {
			return func() { m.s.Fail(err) }
		}
		marks, err := decided(ctx, w, id)
		if err != nil {
			return func() { m.s.Fail(err) }
		}
		d, err := w.Analysis(ctx, id)
		if err != nil {
			return func() { m.s.Fail(err) }
		}
		cov, err := w.Coverage(ctx, id)
		if err != nil {
			return func() { m.s.Fail(err) }
		}
		sents := make([]source.Span, len(d.Sentences))
		for i, s := range d.Sentences {
			sents[i] = s.Span
		}
		return func() {
			m.marks, m.sents = marks, sents
			m.Coverage = cov
			m.deal(found)
			m.draw()
		}
	})
}

// deal makes cards of the proposals and keeps the current one.
func (m *Reader) deal(found []workspace.Proposal) {
	var at source.Span
	if m.Current >= 0 && m.Current < len(m.Cards) {
		at = m.Cards[m.Current].Span
	}
	m.Cards, m.Current = make([]Card, len(found)), -1
	for i, p := range found {
		c := m.card(p, p.Body)
		if !at.Empty() && p.Span == at {
			m.Current = i
		}
		m.Cards[i] = c
	}
}

// decided lists the marks of claims and evidence in a version: those made there,
// and those made in other versions of the article whose words were carried there
// unchanged. Words that were changed are marked as stale.
func decided(ctx context.Context, w *workspace.Workspace, id source.VersionID) ([]Mark, error) {
	type want struct {
		mark Mark
		at   claims.Evidence // only the anchor counts
	}
	var list []want
	w.View(func(st *ledger.State) {
		for _, c := range st.Live() {
			if c.Made != nil && c.Made.Version.Article == id.Article {
				list = append(list, want{Mark{Kind: MarkClaim, Claim: c.ID, Made: c.Body.Kind(), Card: -1, Hint: claimHint(c)}, claims.Evidence{Anchor: *c.Made}})
			}
			for _, e := range st.EvidenceOf(c.ID) {
				if e.Anchor.Version.Article != id.Article {
					continue
				}
				k := map[claims.Stance]MarkKind{claims.Supports: MarkFor, claims.FirstSeen: MarkFor, claims.Repeats: MarkFor, claims.Contradicts: MarkAgainst}[e.Stance]
				if k == 0 {
					k = MarkContext
				}
				anchors := []claims.Evidence{e.Evidence}
				for _, x := range e.Confirmed {
					anchors = append(anchors, claims.Evidence{Anchor: x.Anchor})
				}
				a := anchors[0]
				for _, x := range anchors {
					if x.Anchor.Version == id {
						a = x
					}
				}
				list = append(list, want{Mark{Kind: k, Claim: c.ID, Card: -1, Hint: fmt.Sprintf("Evidence (%s) for claim %s: %s", e.Stance, c.ID, Short(c.Text, 80))}, a})
			}
		}
	})
	var out []Mark
	for _, x := range list {
		a := x.at.Anchor
		x.mark.Span = a.Span
		if a.Version != id {
			f, err := w.Fate(ctx, a, id)
			if err != nil {
				return nil, err
			}
			if f.Span.Empty() {
				continue
			}
			x.mark.Span = f.Span
			if !f.Fate.Carried() {
				x.mark.Kind = MarkStale
				x.mark.Hint = "Changed since " + a.Version.String() + ". " + x.mark.Hint
			}
		}
		out = append(out, x.mark)
	}
	return out, nil
}

func claimHint(c *ledger.Claim) string {
	return fmt.Sprintf("Claim %s, %s: %s", c.ID, c.Check(), Short(c.Text, 90))
}

// SearchFor marks the words of a search; "" takes the marks away.
func (m *Reader) SearchFor(query string) {
	if query == m.query {
		return
	}
	m.query = query
	m.find()
	m.draw()
}

// foundLimit is how many passages of one article are marked.
const foundLimit = 500

// find looks up where the words searched for stand in the open text.
func (m *Reader) find() {
	m.finder.Stop()
	m.Found = nil
	w, id := m.s.Desk, m.Version.ID
	if w == nil || !m.isOpen() || m.query == "" {
		return
	}
	q := index.Query{Text: m.query, Typing: true, Articles: []source.ArticleID{id.Article}, Limit: foundLimit, Quick: true}
	m.finder.Start(func(ctx context.Context) func() {
		page, err := w.Search(ctx, q)
		if err != nil {
			return nil // the list of results says so
		}
		var found []source.Span
		for _, h := range page.Hits {
			if h.Version == id {
				found = append(found, h.Terms...)
			}
		}
		slices.SortFunc(found, source.Span.Compare)
		return func() {
			m.Found = slices.Compact(found)
			m.draw()
		}
	})
}

// draw makes the marks from what is known and tells the pane.
func (m *Reader) draw() {
	m.Marks = m.Marks[:0:0]
	if m.isOpen() {
		if m.Article.Role == source.Story || m.s.Side() == SideCoverage {
			m.Marks = append(m.Marks, openMarks(m.Coverage, m.Text.Body)...)
		}
		for i, c := range m.Cards {
			if c.State == CardOpen {
				m.Marks = append(m.Marks, Mark{Span: c.Span, Kind: MarkProposal, Card: i, Sure: float32(c.Confidence), Hint: "Proposal: " + dotted(c.Head, c.Detail)})
			}
		}
		stale := map[claims.ID]bool{}
		for _, f := range m.s.Findings {
			if f.Stale && !f.Settled {
				stale[f.Claim] = true
			}
		}
		for _, k := range m.marks {
			if k.Kind == MarkClaim && stale[k.Claim] {
				k.Kind = MarkStale
				k.Hint = "Stale since a later version. " + k.Hint
			}
			m.Marks = append(m.Marks, k)
		}
		for _, f := range m.Found {
			m.Marks = append(m.Marks, Mark{Span: f, Kind: MarkFound, Card: -1})
		}
		if m.Current >= 0 {
			m.Marks = append(m.Marks, Mark{Span: m.Cards[m.Current].Span, Kind: MarkCurrent, Card: m.Current})
		} else if at := m.s.Route.Span; !at.Empty() && at.Fits(m.Text.Body) && m.s.Route.Version.Article == m.Version.ID.Article {
			m.Marks = append(m.Marks, Mark{Span: at, Kind: MarkCurrent, Card: -1})
		}
	}
	m.Changed()
	m.Covered()
	m.cover()
}

// cover tells how far the check has come, of a story, of what somebody began to
// check, and where it is asked for: a source that is only cited is not to be
// handled sentence by sentence.
func (m *Reader) cover() {
	c := Coverage{m.Coverage.Handled, m.Coverage.Checkable}
	if m.Article.Role != source.Story && c.Handled == 0 && m.s.Side() != SideCoverage {
		c = Coverage{}
	}
	m.s.Cover(c)
}

// SentenceAt is the sentence that holds an offset, for a triple click; empty
// while it is not known.
func (m *Reader) SentenceAt(off int) source.Span {
	i, ok := slices.BinarySearchFunc(m.sents, off, func(s source.Span, off int) int {
		switch {
		case s.End <= off:
			return -1
		case s.Start > off:
			return 1
		}
		return 0
	})
	if !ok {
		return source.Span{}
	}
	return m.sents[i]
}

// Select notes the words selected.
func (m *Reader) Select(span source.Span) {
	sel := Selected{}
	if m.isOpen() && !span.Empty() {
		sel = Selected{source.Place{Version: m.Version.ID, Span: span}, span.Of(m.Text.Body)}
	}
	m.s.Select(sel)
}

// Date says when the version was published, and how it came here if that is not
// known.
func (m *Reader) Date() string {
	v := m.Version
	switch {
	case !v.Modified.IsZero() && !v.Published.IsZero() && !v.Modified.Equal(v.Published):
		return Moment(v.Published) + ", changed " + Moment(v.Modified)
	case !v.Published.IsZero():
		return Moment(v.Published)
	case !v.Modified.IsZero():
		return "changed " + Moment(v.Modified)
	}
	return "captured " + Moment(v.Captured)
}

// Citation is words with where they stand, for other programs.
func (m *Reader) Citation(words string) string {
	v := m.Version
	s := ""
	if words != "" {
		s = "“" + words + "”\n"
	}
	s += dotted(OutletName(v.Outlet), "“"+v.Title()+"”", m.Date(), v.ID.String(), "SHA-256 "+v.Original.Short())
	if v.URL != "" {
		s += "\n" + v.URL
	}
	return s
}

var errNoClaim = errors.New("no claim is open to attach to; choose one in the list of claims, or make one of selected words first")
