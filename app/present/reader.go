package present

import (
	"context"
	"errors"
	"slices"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

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
