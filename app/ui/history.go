package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
	"stet/claims"
)

// historyPane is the ledger, newest act first.
type historyPane struct {
	w      *Window
	m      *present.History
	box    *fyne.Container
	people *fyne.Container
	list   *keyList
}

const historyRowHeight = 48

func newHistoryPane(w *Window) Pane {
	p := &historyPane{w: w, m: w.decide.history, people: cells(4)}
	p.list = newKeyList(w, func() int { return len(p.m.Rows) }, func() fyne.CanvasObject { return newHistoryRow(p) }, func(i int, o fyne.CanvasObject) {
		if i < len(p.m.Rows) {
			o.(*historyRow).show(p.m.Rows[i])
		}
	})
	p.list.HideSeparators = false
	undo, redo := w.actionButton(present.ActUndo, "Undo", icon("undo", colourText)), w.actionButton(present.ActRedo, "Redo", icon("redo", colourText))
	head := header(boldText("History"), p.people, spacer(12, 0), undo, redo)
	p.box = container.NewBorder(head, nil, nil, nil, container.New(atMost{1080}, p.list))
	p.m.Changed = w.later(p.Refresh)
	return p
}

// Object implements Pane.
func (p *historyPane) Object() fyne.CanvasObject { return p.box }

// Focus implements Pane.
func (p *historyPane) Focus() { p.w.win.Canvas().Focus(p.list) }

// Refresh implements Pane.
func (p *historyPane) Refresh() {
	m := p.m
	p.people.Objects = nil
	if len(m.People) > 1 {
		p.people.Add(newChip(p.w, "Everybody", m.Who == "", func() { m.SetWho("") }))
		for _, f := range m.People[:min(5, len(m.People))] {
			p.people.Add(newChip(p.w, f.Title+" "+present.Count(f.N), m.Who == f.Value, func() { m.SetWho(f.Value) }))
		}
	}
	p.people.Refresh()
	p.list.Refresh()
	p.box.Refresh()
}

// historyRow is an act.
type historyRow struct {
	widget.BaseWidget
	row             present.ActRow
	seq, what, meta *prose
	state           *badge
	hash            *ttwidget.Button
	box             fyne.CanvasObject
}

func newHistoryRow(p *historyPane) fyne.CanvasObject {
	r := &historyRow{seq: captionText("").whole(), what: plainText(""), meta: captionText(""), state: newBadge("", tonePlain)}
	r.hash = iconButton(icon("link", colourMuted), "Copy the hash of this entry: it proves the ledger up to here", func() { p.m.CopyHash(r.row) })
	r.box = container.New(fixedHeight{historyRowHeight}, pad(6, 6, 14, 8, container.NewBorder(nil, nil, container.New(sized{50, 0}, middle(r.seq)), cells(6, r.state, r.hash), rows(1, r.what, r.meta))))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *historyRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

func (r *historyRow) show(a present.ActRow) {
	r.row = a
	seq := claims.Number(float64(a.First))
	if a.Last > a.First {
		seq += "–" + claims.Number(float64(a.Last))
	}
	r.seq.Set(seq)
	what := present.Sentence(claims.Capital(a.What))
	if a.More > 0 {
		what += "  and " + present.Count(a.More) + " more"
	}
	r.what.Set(what)
	ink := colourText
	if a.Undone {
		ink = colourMuted
	}
	r.what.Tint(ink)
	r.meta.Set(a.Who + " · " + present.Moment(a.At))
	state, t := "", tonePlain
	switch {
	case a.Undone:
		state, t = "taken back", toneWarn
	case a.Undoes:
		state = "takes back"
	}
	r.state.Set(state, t)
	r.box.Refresh()
}
