package present

import (
	"context"
	"path/filepath"
	"strings"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/toll"
)

// bind binds the actions of the board.
func (m *Tolls) bind() {
	s := m.s
	board := func() bool { return m.here() && m.Board != nil }
	row := func() *toll.Row {
		if l := m.Line(); board() && l != nil {
			return l.Row
		}
		return nil
	}
	flag := func() *workspace.TollFlag {
		if l := m.Line(); board() && l != nil {
			return l.Flag
		}
		return nil
	}
	own := func() bool { return board() && !m.Board.Proposed }
	s.On(ActNewEvent, m.New, func() bool { return s.Desk != nil })
	s.On(ActAcceptEvent, m.Accept, func() bool { return board() && m.Board.Proposed })
	s.On(ActEditEvent, m.Edit, own)
	s.On(ActRemoveEvent, m.Remove, own)
	s.On(ActChart, m.ExportChart, board)
	s.On(ActTollOut, func() { m.LeaveOut(*row()) }, func() bool { return own() && row() != nil && m.Line().Way == "" })
	s.On(ActTollMove, func() { m.Move(*row()) }, func() bool { return own() && row() != nil && len(m.others()) > 0 })
	s.On(ActTollJoin, func() { m.Join(*row()) }, func() bool { return own() && row() != nil && m.Line().Way != "" })
	s.Bind(ActTollRaise, Binding{Run: func() { m.Raise(*flag()) }, Enabled: func() bool { return flag() != nil && !flag().Settled && flag().Raised == "" },
		Title: func() string {
			if f := flag(); f != nil && f.Claim == "" {
				return "Make a claim and raise a flag on it"
			}
			return ""
		}})
	s.Bind(ActTollDismiss, Binding{Run: func() { m.Dismiss(*flag()) }, Enabled: func() bool { return flag() != nil && flag().Raised == "" },
		Title: func() string {
			if f := flag(); f != nil && f.Settled {
				return "Reopen the alarm"
			}
			return ""
		}})
}

// eventFields asks what an event is.
func eventFields(e claims.Event) []Field {
	open := ""
	if e.Open {
		open = "yes"
	}
	return []Field{
		{Label: "Name", Value: e.Name, Hint: "Fire at Norrby harbour"},
		{Label: "Place", Value: e.Place, Hint: "as the articles write it; figures are found by it. Part several by semicolons"},
		{Label: "First day", Value: e.From, Hint: "2025-05-01"},
		{Label: "Last day", Value: e.To, Hint: "if there are several"},
		{Label: "What happened", Value: e.Cause, Hint: "fire, shelling"},
		{Label: "It goes on", Value: open, Switch: true, Hint: "counts run from the first day"},
	}
}

// eventFrom reads the answers.
func eventFrom(e claims.Event, answers []string) claims.Event {
	for i, to := range []*string{&e.Name, &e.Place, &e.From, &e.To, &e.Cause} {
		*to = strings.TrimSpace(answers[i])
	}
	e.Open = answers[5] != ""
	return e
}

// checkEvent says what is wrong with the answers; "" if nothing is.
func checkEvent(answers []string) string {
	if err := eventFrom(claims.Event{}, answers).Sound(); err != nil {
		return Sentence(err.Error())
	}
	return ""
}

func (m *Tolls) ask(title, yes string, e claims.Event, then func(claims.Event)) {
	m.s.Ask.Form(FormQuestion{Title: title, Yes: yes, Fields: eventFields(e), Check: checkEvent}, func(answers []string) { then(eventFrom(e, answers)) })
}

// New names an event.
func (m *Tolls) New() {
	m.ask("Name an event", "Name it", claims.Event{}, func(e claims.Event) {
		var id claims.EventID
		m.s.Act(func(ctx context.Context, w *workspace.Workspace) (err error) {
			id, err = w.AddEvent(ctx, e)
			return err
		}, func() { m.Choose(string(id)) })
	})
}

// Accept makes an event of the proposed one that is shown: one click; its name can
// be edited after.
func (m *Tolls) Accept() { m.AcceptEvent(m.Board.Key) }

// AcceptEvent makes an event of a proposed one.
func (m *Tolls) AcceptEvent(key string) {
	var id claims.EventID
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) (err error) {
		id, err = w.AcceptEvent(ctx, key, nil)
		return err
	}, func() {
		m.Choose(string(id))
		m.s.Toasts.Offer("It is an event of the desk now.", "Undo", m.s.Undo)
	})
}

// Edit asks what the event shown is.
func (m *Tolls) Edit() {
	was := m.Board.Event
	m.ask("Edit the event", "Save", was, func(now claims.Event) {
		m.s.Act(func(ctx context.Context, w *workspace.Workspace) error {
			return w.EditEvent(ctx, was.ID, func(e *claims.Event) { *e = now })
		}, nil)
	})
}

// Remove takes the event shown off the desk.
func (m *Tolls) Remove() {
	e := m.Board.Event
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error { return w.RemoveEvent(ctx, e.ID) }, func() {
		m.s.Toasts.Offer("The event is off the desk: "+Short(e.Name, 60)+".", "Undo", m.s.Undo)
	})
}

// LeaveOut asks why a figure is not about the event, and leaves it out.
func (m *Tolls) LeaveOut(r toll.Row) {
	id := m.Board.Event.ID
	m.s.Ask.Text(TextQuestion{Title: "Not of this event", Label: "“" + Short(r.Line, 200) + "”", Hint: "why, for the record (may be left empty)", Yes: "Leave it out"}, func(reason string) {
		m.place(func(ctx context.Context, w *workspace.Workspace) error {
			return w.PlaceFigure(ctx, id, r, ledger.PlacedOut, reason)
		}, "The figure is left out.")
	})
}

// Join puts a figure that stands beside the board onto it.
func (m *Tolls) Join(r toll.Row) {
	id := m.Board.Event.ID
	m.place(func(ctx context.Context, w *workspace.Workspace) error {
		return w.PlaceFigure(ctx, id, r, ledger.PlacedIn, "")
	}, "The figure is on the board.")
}

// others are the events of the desk beside the one shown.
func (m *Tolls) others() []workspace.TollEvent {
	var out []workspace.TollEvent
	for _, e := range m.Events {
		if !e.Proposed && (m.Board == nil || e.Key != m.Board.Key) {
			out = append(out, e)
		}
	}
	return out
}

// Move asks which event a figure is about, and moves it there.
func (m *Tolls) Move(r toll.Row) {
	from, list := m.Board.Event.ID, m.others()
	var options []Option
	for _, e := range list {
		options = append(options, Option{e.Event.Name, dotted(e.Event.Place, toll.WindowWords(e.Event, ""))})
	}
	m.s.Ask.Pick("Which event is “"+Short(r.Words, 60)+"” about?", options, func(i int) {
		m.place(func(ctx context.Context, w *workspace.Workspace) error {
			return w.MoveFigure(ctx, from, list[i].Event.ID, r, "")
		}, "The figure is moved.")
	})
}

func (m *Tolls) place(do func(context.Context, *workspace.Workspace) error, said string) {
	m.s.Act(do, func() { m.s.Toasts.Offer(said, "Undo", m.s.Undo) })
}

// Raise makes a flag of the board a flag of the desk, on the claim it is about, which is
// made if there is none; it is said which.
func (m *Tolls) Raise(f workspace.TollFlag) {
	said := "The flag is in the inbox, on a new claim made of the words in doubt."
	if f.Claim != "" {
		said = "The flag is in the inbox, on claim " + string(f.Claim) + "."
	}
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error { _, err := w.RaiseTollFlag(ctx, f); return err }, func() {
		m.s.Toasts.Offer(said, "Undo", m.s.Undo)
	})
}

// Dismiss asks why a flag is no reason for doubt and dismisses it, or reopens it.
func (m *Tolls) Dismiss(f workspace.TollFlag) {
	if f.Settled {
		m.s.Act(func(ctx context.Context, w *workspace.Workspace) error { return w.ReopenTollFlag(ctx, f.Key) }, nil)
		return
	}
	m.s.Ask.Text(TextQuestion{Title: "Dismiss the alarm", Label: f.Why, Hint: "why it is no reason for doubt", Yes: "Dismiss", Lines: 2, Needed: true}, func(reason string) {
		m.s.Act(func(ctx context.Context, w *workspace.Workspace) error { return w.DismissTollFlag(ctx, f.Key, reason) }, func() {
			m.s.Toasts.Offer("The alarm is dismissed.", "Undo", m.s.Undo)
		})
	})
}

// ExportChart asks where to write the chart of the board, and writes it: SVG or PNG
// by the name's ending.
func (m *Tolls) ExportChart() {
	key, name := m.Board.Key, folderName(Short(m.Board.Event.Name, 60))+".svg"
	m.s.Ask.Save(FileQuestion{Title: "Export the chart (.svg or .png)", Start: m.s.Settings.Choice["report.folder"], Name: name}, func(path string) {
		if filepath.Ext(path) == "" {
			path += ".svg"
		}
		m.s.Settings.Pick("report.folder", filepath.Dir(path))
		m.s.Act(func(ctx context.Context, w *workspace.Workspace) error { return w.WriteChart(ctx, key, path) }, func() {
			m.s.Toasts.Show("Exported to " + path + ".")
		})
	})
}
