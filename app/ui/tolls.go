package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
	"stet/app/workspace"
	"stet/claims/toll"
)

// tollsPane is the toll board: the events at the left, the figures of the one
// chosen beside them, and in a wide window its chart.
type tollsPane struct {
	w       *Window
	m       *present.Tolls
	box     *fyne.Container
	columns *columns
	// The events.
	events *keyList
	none   *fyne.Container
	// The board.
	title  *prose
	sub    *prose
	state  *badge
	tools  *fyne.Container
	chips  *fyne.Container
	lines  *keyList
	bare   *fyne.Container // says why a view lists nothing
	over   *fyne.Container // the lines with that over them
	empty  *fyne.Container
	chart  *tollChart
	plot   *container.Scroll
	beside *fyne.Container // the chart in a wide window
	body   *fyne.Container
	round  int
}

// eventLine is a row of the list of events: the head of a part of it, or an event.
type eventLine struct {
	head  string
	event *workspace.TollEvent
}

// Heights of the rows of the pane.
const (
	eventHeadHeight = 30
	eventRowHeight  = 58
)

func newTollsPane(w *Window) Pane {
	p := &tollsPane{w: w, m: w.decide.tolls, none: container.NewStack(), title: newProse("", theme.SizeNameSubHeadingText, colourText), sub: captionText(""),
		state: newBadge("", toneBad), tools: cells(2), chips: cells(4), empty: container.NewStack(), round: -1}
	p.title.Style.Bold = true
	left := container.NewBorder(header(boldText("Events"), iconButton(icon("plus", colourText), "Name an event (Ctrl+Shift+B)", func() { w.run(present.ActNewEvent) })), nil, nil, nil,
		container.NewStack(p.eventList(), p.none))
	p.lineList()
	p.chart = newTollChart(w, p.m)
	p.plot = container.NewVScroll(p.chart)
	p.beside = container.NewStack()
	head := rows(0, pad(9, 2, 16, 8, container.NewBorder(nil, nil, nil, p.tools, column(2, container.NewBorder(nil, nil, nil, pad(0, 0, 8, 8, middle(p.state)), p.title), p.sub))),
		pad(2, 6, 14, 8, p.chips), newLine())
	p.bare = container.NewStack()
	p.over = container.NewStack(p.lines, p.bare)
	p.body = container.NewStack(p.over)
	board := container.New(besideLayout{p}, container.NewBorder(head, nil, nil, nil, p.body), container.NewBorder(nil, nil, container.NewVBox(), nil, p.beside))
	p.columns = w.listed("events", 270, left, container.NewStack(board, p.empty))
	p.box = container.NewStack(p.columns)
	p.m.Changed = w.later(p.Refresh)
	return p
}

// besideWidth is the width from which the chart stands beside the figures.
const besideWidth = 960

// besideLayout puts the chart beside the figures where there is room.
type besideLayout struct{ p *tollsPane }

func (besideLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 200) }

func (l besideLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	wide := s.Width >= grown(besideWidth)
	main := s.Width
	if wide {
		main = s.Width * 0.56
		o[1].Move(fyne.NewPos(main, 0))
		o[1].Resize(fyne.NewSize(s.Width-main, s.Height))
	}
	setVisible(o[1], wide)
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(main, s.Height))
	l.p.seat(wide)
}

// seat puts the chart beside the figures, or into their place when it is asked for.
func (p *tollsPane) seat(wide bool) {
	put := func(slot *fyne.Container, o fyne.CanvasObject) {
		if len(slot.Objects) != 1 || slot.Objects[0] != o {
			slot.Objects = []fyne.CanvasObject{o}
			slot.Refresh()
		}
	}
	switch {
	case wide:
		put(p.beside, p.plot)
		put(p.body, p.over)
	case p.m.View == present.TollChart:
		put(p.beside, spacer(0, 0))
		put(p.body, p.plot)
	default:
		put(p.beside, spacer(0, 0))
		put(p.body, p.over)
	}
	if was := len(p.chips.Objects); was > 0 && (was == 3) == wide || was == 0 {
		p.showChips(wide)
	}
}

// Object implements Pane.
func (p *tollsPane) Object() fyne.CanvasObject { return p.box }

// Focus implements Pane. Up and down choose an event; enter leads to its lines,
// and left back to the events.
func (p *tollsPane) Focus() { p.w.win.Canvas().Focus(p.events) }

// focusLines gives the keyboard to the board, with a line of it chosen.
func (p *tollsPane) focusLines() {
	if len(p.m.Lines) == 0 {
		return
	}
	p.w.win.Canvas().Focus(p.lines)
	if p.m.Line() == nil {
		p.lines.toward(0, 1)
	}
}

// eventList makes the list of events.
func (p *tollsPane) eventList() *keyList {
	p.events = newKeyList(p.w, func() int { return len(p.listed()) }, func() fyne.CanvasObject { return newEventRow(p) }, func(i int, o fyne.CanvasObject) {
		if l := p.listed(); i < len(l) {
			o.(*eventRow).show(l[i])
		}
	})
	p.events.onSelect(func(i int) {
		if l := p.listed(); i < len(l) && l[i].event != nil {
			p.m.Choose(l[i].event.Key)
		}
	})
	p.events.OnEnter = p.focusLines
	p.events.heading = func(i int) bool { l := p.listed(); return i < len(l) && l[i].event == nil }
	return p.events
}

// listed is the rows of the list: the desk's events, then the proposed ones.
func (p *tollsPane) listed() []eventLine {
	var out []eventLine
	for i := range p.m.Events {
		e := &p.m.Events[i]
		if e.Proposed && (i == 0 || !p.m.Events[i-1].Proposed) {
			out = append(out, eventLine{head: "Proposed by the figures"})
		}
		out = append(out, eventLine{event: e})
	}
	return out
}

// lineList makes the list of the board's lines.
func (p *tollsPane) lineList() {
	p.lines = newKeyList(p.w, func() int { return len(p.m.Lines) }, func() fyne.CanvasObject { return newTollRow(p) }, func(i int, o fyne.CanvasObject) {
		if i < len(p.m.Lines) {
			o.(*tollRow).show(p.m.Lines[i])
		}
	})
	p.lines.onSelect(func(i int) {
		if i < len(p.m.Lines) {
			p.m.Pick(p.m.Lines[i].Key)
		}
	})
	p.lines.heading = func(i int) bool { return i < len(p.m.Lines) && p.m.Lines[i].Key == "" }
	p.lines.OnLeft = p.Focus
	p.lines.OnEnter = func() {
		if l := p.m.Line(); l != nil {
			p.m.OpenLine(*l)
		}
	}
}

// Refresh implements Pane.
func (p *tollsPane) Refresh() {
	m := p.m
	p.refreshEmpty()
	for i, l := range p.listed() {
		h := float32(eventRowHeight)
		if l.head != "" {
			h = eventHeadHeight
		}
		p.events.SetItemHeight(i, grown(h))
	}
	p.events.Refresh()
	p.events.choose(p.eventAt())
	if m.Board != nil {
		p.refreshHead(m.Board)
	}
	wide := p.columns.centre.Size().Width >= grown(besideWidth)
	p.showChips(wide)
	p.seat(wide)
	width := p.lines.Size().Width
	chosen := -1
	for i := range m.Lines {
		p.lines.SetItemHeight(i, tollHeight(&m.Lines[i], width, p.acts(m.Lines[i])))
		if m.Lines[i].Key != "" && m.Lines[i].Key == m.Chosen {
			chosen = i
		}
	}
	p.lines.Refresh()
	p.lines.choose(chosen)
	if p.round != m.Round {
		p.round = m.Round
		p.lines.ScrollToTop()
		p.plot.ScrollToTop()
		p.chart.Set(m.Board)
	}
	p.box.Refresh()
}

// restyle follows a change of the text's size.
func (p *tollsPane) restyle() { p.chart.Set(p.m.Board) }

// acts tells whether the line shows what can be done with its figure: the one
// chosen does.
func (p *tollsPane) acts(l present.TollLine) bool { return l.Row != nil && l.Key == p.m.Chosen }

// eventAt is the row of the event shown, -1 for none.
func (p *tollsPane) eventAt() int {
	for i, l := range p.listed() {
		if l.event != nil && p.m.Board != nil && l.event.Key == p.m.Board.Key {
			return i
		}
	}
	return -1
}

func (p *tollsPane) refreshHead(b *workspace.TollBoard) {
	p.title.Set(b.Event.Name)
	where := b.Event.Place
	if where != "" {
		where += ", "
	}
	p.sub.Set(where + toll.WindowWords(b.Event, "") + "  ·  " + present.Plural(b.Articles, "article") + " of " + present.Plural(b.Outlets, "outlet"))
	p.state.Set("", tonePlain)
	p.tools.Objects = nil
	if b.Proposed {
		p.state.Set("proposed", toneInfo)
		b := p.w.actionButton(present.ActAcceptEvent, "Make it an event", icon("accept", colourText))
		b.Importance = widget.HighImportance
		p.tools.Add(b)
	} else {
		p.tools.Add(p.quiet(present.ActEditEvent, "Edit…", nil))
		p.tools.Add(p.quiet(present.ActRemoveEvent, "", theme.DeleteIcon()))
	}
	p.tools.Add(p.quiet(present.ActChart, "Chart…", icon("export", colourText)))
	p.tools.Refresh()
}

func (p *tollsPane) quiet(id present.ActionID, text string, i fyne.Resource) *ttwidget.Button {
	b := p.w.actionButton(id, text, i)
	b.Importance = widget.LowImportance
	return b
}

// showChips shows the switches between the views; the chart has one only where it
// does not stand beside the figures.
func (p *tollsPane) showChips(wide bool) {
	m := p.m
	view := m.View
	if wide && view == present.TollChart {
		view = present.TollFigures
		m.View = present.TollFigures
		m.SetView(present.TollFigures)
	}
	flags := "Alarms"
	if n := m.OpenFlags(); n > 0 {
		flags += " (" + present.Count(n) + ")"
	}
	p.chips.Objects = []fyne.CanvasObject{
		newChip(p.w, "Figures", view == present.TollFigures, func() { m.SetView(present.TollFigures); p.w.win.Canvas().Focus(p.lines) }),
		newChip(p.w, flags, view == present.TollFlags, func() { m.SetView(present.TollFlags); p.w.win.Canvas().Focus(p.lines) }),
	}
	if !wide {
		p.chips.Add(newChip(p.w, "Chart", view == present.TollChart, func() { m.SetView(present.TollChart) }))
	}
	if view == present.TollFlags && (m.All || m.Settled() > 0) {
		p.chips.Add(spacer(10, 0))
		p.chips.Add(newChip(p.w, "Settled too", m.All, func() { m.SetAll(!m.All) }))
	}
	p.chips.Refresh()
}

// refreshEmpty says why there is nothing to see.
func (p *tollsPane) refreshEmpty() {
	m := p.m
	p.empty.Objects, p.none.Objects = nil, nil
	wide := func(o fyne.CanvasObject) {
		p.empty.Objects = []fyne.CanvasObject{newFill(theme.ColorNameBackground), o}
	}
	switch {
	case m.Busy && m.Board == nil:
		text := "Every article is read once; what was read stays."
		if m.Job.Total > 0 {
			text = present.Count(m.Job.Done) + " of " + present.Count(m.Job.Total) + " · " + present.Short(m.Job.Item, 60)
		}
		wide(emptyState(icon("events", colourMuted), "Reading the figures …", text, newShare(m.Job.Share()), widget.NewButton("Stop", m.Cancel)))
	case m.Stopped && !m.Ready:
		wide(emptyState(icon("events", colourMuted), "The figures were not all read", "What was read stays read; reading again goes on from there.", widget.NewButton("Read on", m.Look)))
	case m.Ready && len(m.Events) == 0:
		wide(emptyState(icon("events", colourMuted), "No events yet", "When articles say how many people were killed, injured or are missing, and where, the event is proposed here. You can name one yourself.",
			p.w.actionButton(present.ActImportFiles, "Import files…", nil), p.w.actionButton(present.ActNewEvent, "Name an event…", nil)))
	}
	p.refreshBare()
	p.empty.Refresh()
	setVisible(p.empty, len(p.empty.Objects) > 0)
	setVisible(p.none, len(p.none.Objects) > 0)
}

// refreshBare says why the view chosen lists nothing.
func (p *tollsPane) refreshBare() {
	m := p.m
	p.bare.Objects = nil
	switch {
	case m.Board == nil || len(m.Lines) > 0 || m.View == present.TollChart:
	case m.View == present.TollFlags && m.Settled() > 0 && !m.All:
		p.bare.Objects = []fyne.CanvasObject{emptyState(icon("accept", colourMuted), "Nothing left to decide", "Every alarm of this event is dismissed or raised as a flag.", newChip(p.w, "Settled too", false, func() { m.SetAll(true) }))}
	case m.View == present.TollFlags:
		p.bare.Objects = []fyne.CanvasObject{emptyState(icon("accept", colourMuted), "No alarms", "Nothing on this board contradicts itself, falls or lost its source.")}
	default:
		text := "Figures come here by themselves when an article names the place and its days fit."
		if m.Board.Event.Place == "" {
			text = "Without a place no figure is found by itself: say where it happened."
		}
		p.bare.Objects = []fyne.CanvasObject{emptyState(icon("events", colourMuted), "No figures of this event", text, p.w.actionButton(present.ActEditEvent, "Change place or days…", nil))}
	}
	p.bare.Refresh()
	setVisible(p.bare, len(p.bare.Objects) > 0)
}

// eventRow is a row of the list of events.
type eventRow struct {
	widget.BaseWidget
	p          *tollsPane
	event      *workspace.TollEvent
	head       *prose
	name, sub  *prose
	alarms     *badge
	accept     *ttwidget.Button
	group, box *fyne.Container
	item       *fyne.Container
}

func newEventRow(p *tollsPane) fyne.CanvasObject {
	r := &eventRow{p: p, head: captionText(""), name: boldText(""), sub: captionText(""), alarms: newBadge("", toneBad)}
	r.accept = iconButton(icon("plus", colourText), "Make it an event of the desk", func() { p.m.AcceptEvent(r.event.Key) })
	r.group = pad(8, 2, 12, 8, r.head)
	r.item = pad(8, 8, 12, 8, container.NewBorder(nil, nil, nil, cells(2, r.alarms, r.accept), column(3, r.name, r.sub)))
	r.box = container.NewStack(r.group, r.item)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *eventRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

// MinSize is small: the list knows the heights of its rows.
func (r *eventRow) MinSize() fyne.Size { return fyne.NewSize(160, eventHeadHeight) }

func (r *eventRow) show(l eventLine) {
	setVisible(r.group, l.head != "")
	setVisible(r.item, l.event != nil)
	r.head.Set(l.head)
	r.event = l.event
	if e := l.event; e != nil {
		r.name.Style.Bold = !e.Proposed
		r.name.Set(e.Event.Name)
		days := toll.WindowWords(e.Event, "")
		r.sub.Set(days + "  ·  " + present.Plural(e.Articles, "article"))
		n := ""
		if e.Alarms > 0 {
			n = present.Count(e.Alarms)
		}
		r.alarms.Set(n, toneBad)
		setVisible(r.accept, e.Proposed && !r.p.w.shell.ReadOnly())
	}
	r.box.Refresh()
}
