package present

import (
	"context"
	"slices"

	"stet/app/workspace"
	"stet/claims/ledger"
	"stet/claims/toll"
	"stet/index/source"
)

// TollView says what of a board is shown.
type TollView string

// What of a board can be shown.
const (
	TollFigures TollView = "" // every report, in groups
	TollFlags   TollView = "flags"
	TollChart   TollView = "chart"
)

// Tolls is the toll board: the events, and the figures of the one chosen.
type Tolls struct {
	Events []workspace.TollEvent
	Board  *workspace.TollBoard // of the event chosen; nil: none
	View   TollView
	All    bool       // settled flags too
	Lines  []TollLine // what the view lists
	Chosen string     // key of the line chosen

	Ready   bool // the figures of the desk were read
	Busy    bool
	Job     Job  // how far it is
	Stopped bool // a person cancelled
	Changed func()
	// Round changes when the board is new.
	Round int

	s      *Shell
	loader *Loader
	stale  bool // the desk changed since
}

// mostEager is how many versions are read without being asked for: a second's
// work. A larger desk is read when the place is opened, with progress.
const mostEager = 300

// NewTolls makes the model for a shell.
func NewTolls(s *Shell) *Tolls {
	m := &Tolls{s: s, loader: NewLoader(s.Sched), Changed: func() {}}
	s.Listen(Listener{
		Desk: m.forget,
		Acts: func(entries []ledger.Entry) {
			if touchesTolls(entries) {
				m.stale = true
				m.follow()
			}
		},
		Route: func(was Route) {
			if was.Place != s.Route.Place || was.Event != s.Route.Event {
				m.follow()
			}
		},
	})
	m.bind()
	return m
}

// touchesTolls reports whether entries change what the boards show.
func touchesTolls(entries []ledger.Entry) bool {
	return slices.ContainsFunc(entries, func(e ledger.Entry) bool {
		switch e.Change.(type) {
		case ledger.VersionAdded, ledger.VersionHidden, ledger.ArticleFiled, ledger.EventAdded, ledger.EventEdited, ledger.EventRemoved,
			ledger.TollPlaced, ledger.FindingSettled, ledger.FlagRaised, ledger.FlagSettled, ledger.ClaimAdded, ledger.ClaimEdited, ledger.ClaimRemoved:
			return true
		}
		return false
	})
}

// forget begins anew with another desk.
func (m *Tolls) forget() {
	m.loader.Stop()
	m.Events, m.Board, m.Lines, m.Chosen = nil, nil, nil, ""
	m.Ready, m.Busy, m.Stopped, m.stale = false, false, false, false
	m.Round++
	m.follow()
	m.Changed()
}

// here tells whether the board is what is shown.
func (m *Tolls) here() bool { return m.s.Desk != nil && m.s.Route.Place == PlaceEvents }

// follow reads the figures if that was not done or if the desk changed since, and
// shows the event the route names. A small desk is read at once, so that the rail
// can count.
func (m *Tolls) follow() {
	switch {
	case m.s.Desk == nil || m.Busy:
	case m.here() && (!m.Ready && !m.Stopped || m.stale):
		m.Look()
	case !m.here() && !m.Stopped && (m.stale || !m.Ready):
		m.peek()
	case m.here() && m.Ready && (m.Board == nil || m.Board.Key != m.key()):
		m.Look()
	default:
		m.Changed()
	}
}

// peek reads the figures while something else is shown, if they are few, so that
// the rail can count what is open.
func (m *Tolls) peek() {
	w, want := m.s.Desk, m.s.Route.Event
	m.loader.Start(func(ctx context.Context) func() {
		if w.FiguresToRead() > mostEager {
			return nil
		}
		events, board, err := look(ctx, w, want, nil)
		if err != nil {
			return nil // it is said when somebody asks for the board
		}
		return func() {
			m.stale = false
			m.show(events, board)
		}
	})
}

// key is the event to show: the route's, else the first.
func (m *Tolls) key() string {
	if k := m.s.Route.Event; k != "" && slices.ContainsFunc(m.Events, func(e workspace.TollEvent) bool { return e.Key == k }) {
		return k
	}
	if len(m.Events) > 0 {
		return m.Events[0].Key
	}
	return ""
}

// Look reads what was not read yet and makes the board, off the screen's goroutine.
func (m *Tolls) Look() {
	w, want, c := m.s.Desk, m.s.Route.Event, &count{}
	if w == nil {
		return
	}
	m.Busy, m.Stopped, m.stale, m.Job = true, false, false, Job{Title: "Reading the figures"}
	m.Changed()
	c.show(m.s.Sched, &m.Busy, &m.Job, func() { m.Changed() })
	m.loader.Start(func(ctx context.Context) func() {
		events, board, err := look(ctx, w, want, c.set)
		return func() {
			m.Busy = false
			if err != nil {
				m.Stopped = true
				m.s.Fail(err)
				m.Changed()
				return
			}
			m.show(events, board)
			if m.stale || m.here() && m.Board != nil && m.Board.Key != m.key() { // something came meanwhile
				m.follow()
			}
		}
	})
}

func look(ctx context.Context, w *workspace.Workspace, want string, onItem workspace.OnItem) ([]workspace.TollEvent, *workspace.TollBoard, error) {
	if err := w.ReadFigures(ctx, onItem); err != nil {
		return nil, nil, err
	}
	events, err := w.TollEvents(ctx)
	if err != nil {
		return nil, nil, err
	}
	for i, e := range events {
		if e.Key == want || i == len(events)-1 && !slices.ContainsFunc(events, func(e workspace.TollEvent) bool { return e.Key == want }) {
			key := e.Key
			if key != want {
				key = events[0].Key
			}
			b, err := w.Toll(ctx, key)
			if err != nil {
				return nil, nil, err
			}
			return events, &b, nil
		}
	}
	return events, nil, nil
}

func (m *Tolls) show(events []workspace.TollEvent, board *workspace.TollBoard) {
	m.Events, m.Board, m.Ready = events, board, true
	m.Round++
	open := 0
	for _, e := range events {
		open += e.Alarms
	}
	m.s.Counts.Tolls = open
	m.list()
	m.s.Changed()
}

// Cancel stops the reading; what was read stays read.
func (m *Tolls) Cancel() {
	if m.Busy {
		m.loader.Stop()
		m.Busy, m.Stopped = false, true
		m.Changed()
	}
}

// Choose shows the board of another event.
func (m *Tolls) Choose(key string) {
	r := m.s.Route.At(PlaceEvents)
	r.Event = key
	m.s.Go(r)
}

// Row is the place of the event shown in the list, -1 for none.
func (m *Tolls) Row() int {
	return slices.IndexFunc(m.Events, func(e workspace.TollEvent) bool { return m.Board != nil && e.Key == m.Board.Key })
}

// SetView shows another view of the board.
func (m *Tolls) SetView(v TollView) {
	if m.View != v {
		m.View, m.Chosen = v, ""
		m.list()
	}
}

// SetAll chooses whether settled flags are listed too.
func (m *Tolls) SetAll(all bool) {
	m.All = all
	m.list()
}

// Pick makes a line the chosen one.
func (m *Tolls) Pick(key string) {
	if m.Chosen != key {
		m.Chosen = key
		m.Changed()
		m.s.Changed()
	}
}

// Line is the line chosen, nil for none.
func (m *Tolls) Line() *TollLine {
	for i := range m.Lines {
		if l := &m.Lines[i]; l.Key != "" && l.Key == m.Chosen {
			return l
		}
	}
	return nil
}

// OpenLine opens the words of a line: a figure's in the text, a flag's in the text
// or, if it is about two versions of one article, in their comparison.
func (m *Tolls) OpenLine(l TollLine) {
	switch {
	case l.Row != nil:
		m.OpenPlace(l.Row.Place())
	case l.Flag != nil && len(l.Flag.Places) > 0:
		m.Pick(l.Key)
		if old, now, ok := versions(l.Flag.Places); ok {
			r := m.s.Route.Compare(old.Version, now.Version)
			r.Span, r.AgainstSpan = now.Span, old.Span
			m.s.Go(r)
			return
		}
		m.OpenPlace(l.Flag.Places[0])
	}
}

// OpenPlace opens words in the reading pane; back leads to the board.
func (m *Tolls) OpenPlace(p source.Place) {
	m.s.Go(m.s.Route.At(PlaceSources).Reading(p.Version, p.Span))
}

// versions finds two places in two versions of one article.
func versions(list []source.Place) (old, now source.Place, ok bool) {
	for _, a := range list {
		for _, b := range list {
			if a.Version.Article == b.Version.Article && a.Version.N < b.Version.N {
				return a, b, true
			}
		}
	}
	return old, now, false
}

// OpenFlags is how many alarms of the board are open.
func (m *Tolls) OpenFlags() int {
	n := 0
	if m.Board != nil {
		for _, f := range m.Board.Flags {
			if f.Open() {
				n++
			}
		}
	}
	return n
}

// Settled is how many alarms of the board were dismissed or raised.
func (m *Tolls) Settled() int {
	n := 0
	if m.Board != nil {
		for _, f := range m.Board.Flags {
			if f.Level == toll.Alarm && !f.Open() {
				n++
			}
		}
	}
	return n
}

// flagsOf names the rules of the open flags that are about a row.
func (m *Tolls) flagsOf(id string) []toll.Rule {
	var out []toll.Rule
	for _, f := range m.Board.Flags {
		if f.Level == toll.Alarm && !f.Settled && len(f.Rows) > 0 && f.Rows[0] == id && !slices.Contains(out, f.Rule) {
			out = append(out, f.Rule)
		}
	}
	return out
}
