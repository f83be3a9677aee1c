package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
	"stet/index/source"
)

// inboxPane is what asks for attention.
type inboxPane struct {
	w     *Window
	m     *present.Inbox
	box   *fyne.Container
	title *prose
	all   *fyne.Container
	list  *keyList
	empty *fyne.Container
}

// Heights of the rows of the inbox.
const (
	inboxHeadHeight = 34
	inboxRowHeight  = 96
)

func newInboxPane(w *Window) Pane {
	p := &inboxPane{w: w, m: w.decide.inbox, title: boldText("Inbox"), all: cells(4)}
	p.empty = container.NewStack(emptyState(icon("inbox", colourMuted), "Nothing asks for attention",
		"When a later version of an article touches a claim or its evidence, it is said here. Import newer versions as they appear.",
		w.actionButton(present.ActImportFiles, "Import files…", nil)))
	p.list = newKeyList(w, func() int { return len(p.m.Rows) }, func() fyne.CanvasObject { return newInboxRow(p) }, func(i int, o fyne.CanvasObject) {
		if i < len(p.m.Rows) {
			o.(*inboxRow).show(p.m.Rows[i])
		}
	})
	p.list.HideSeparators = false
	p.list.onSelect(func(i int) {
		if i < len(p.m.Rows) {
			p.m.Pick(p.m.Rows[i].Key())
		}
	})
	p.list.heading = func(i int) bool { return i < len(p.m.Rows) && p.m.Rows[i].Key() == "" }
	p.list.OnEnter = func() {
		if i := p.m.Row(); i >= 0 {
			p.m.OpenRow(p.m.Rows[i])
		}
	}
	p.box = container.NewBorder(header(p.title, p.all), nil, nil, nil, container.New(atMost{1080}, container.NewStack(p.list, p.empty)))
	p.m.Changed = w.later(p.Refresh)
	return p
}

// atMost gives its object the width there is, up to a limit, in the middle.
type atMost struct{ w float32 }

func (a atMost) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }
func (a atMost) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := min(a.w, s.Width)
	o[0].Resize(fyne.NewSize(w, s.Height))
	o[0].Move(fyne.NewPos((s.Width-w)/2, 0))
}

// Object implements Pane.
func (p *inboxPane) Object() fyne.CanvasObject { return p.box }

// Focus implements Pane.
func (p *inboxPane) Focus() { p.w.win.Canvas().Focus(p.list) }

// Refresh implements Pane.
func (p *inboxPane) Refresh() {
	m := p.m
	p.title.Set("Inbox: " + present.Plural(m.Open, "finding") + ", " + present.Plural(m.Flags, "open flag"))
	p.all.Objects = []fyne.CanvasObject{newChip(p.w, "Open", !m.All, func() { m.SetAll(false) }), newChip(p.w, "Settled too ("+present.Count(m.Settled)+")", m.All, func() { m.SetAll(true) })}
	setVisible(p.all, m.Open+m.Flags+m.Settled > 0)
	p.all.Refresh()
	setVisible(p.empty, len(m.Rows) == 0)
	setVisible(p.list, len(m.Rows) > 0)
	for i, r := range m.Rows {
		h := float32(inboxRowHeight)
		if r.Head != "" {
			h = inboxHeadHeight
		}
		p.list.SetItemHeight(i, grown(h))
	}
	p.list.Refresh()
	p.list.choose(m.Row())
	p.box.Refresh()
}

// inboxRow is a line of the inbox: the head of a group, a finding or a flag.
type inboxRow struct {
	widget.BaseWidget
	p                    *inboxPane
	row                  present.InboxRow
	head, sub            *prose
	what, about, was, is *prose
	stale, state         *badge
	open, settle, reject *ttwidget.Button
	group, item, box     *fyne.Container
}

func newInboxRow(p *inboxPane) fyne.CanvasObject {
	r := &inboxRow{p: p, head: boldText(""), sub: captionText("").whole(), what: boldText(""), about: captionText(""), was: captionText(""), is: captionText(""), stale: newBadge("", toneWarn), state: newBadge("", tonePlain)}
	r.was.Colour, r.is.Colour = colourBad, colourGood
	r.open = small("Open", icon("compare", colourText), func() { p.m.OpenRow(r.row) })
	r.settle = small("Settle…", icon("accept", colourText), func() { r.act() })
	r.reject = small("Dismiss…", icon("dismiss", colourText), func() { p.m.DismissFlag(r.row.Flag.ID) })
	r.group = container.NewStack(newFill(colourChrome), pad(0, 0, 12, 12, container.NewBorder(nil, nil, nil, middle(r.sub), middle(r.head))))
	tools := cells(0, r.stale, r.state, r.open, r.settle, r.reject)
	text := column(2, r.what, spacer(0, 1), r.was, r.is, r.about)
	r.item = pad(6, 6, 14, 8, container.NewBorder(nil, nil, nil, container.NewVBox(tools), text))
	r.box = container.New(fixedHeight{inboxRowHeight}, container.NewStack(r.group, r.item))
	r.ExtendBaseWidget(r)
	return r
}

func (r *inboxRow) act() {
	if r.row.Flag != nil {
		r.p.m.AcceptFlag(r.row.Flag.ID)
		return
	}
	r.p.m.SettleFinding(*r.row.Finding)
}

// CreateRenderer implements fyne.Widget.
func (r *inboxRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

func (r *inboxRow) show(x present.InboxRow) {
	r.row = x
	setVisible(r.group, x.Head != "")
	setVisible(r.item, x.Head == "")
	r.head.Set(x.Head)
	r.sub.Set(x.Sub)
	r.what.Lines = 1
	if x.Flag != nil {
		r.what.Lines = 3
	}
	r.what.Set(x.What)
	r.about.Set(inboxAbout(x))
	setWording(r.was, "was  ", x.Was)
	setWording(r.is, "now  ", x.Is)
	write := !r.p.w.shell.ReadOnly()
	stale, state := "", ""
	if f := x.Finding; f != nil {
		if f.Stale && !f.Settled {
			stale = "verdict stale"
		}
		r.open.SetText("Compare")
		r.settle.SetText("Settle…")
		if f.Settled {
			state = "settled"
			r.settle.SetText("Reopen")
			r.about.Set(x.Note)
		}
	}
	if x.Flag != nil {
		state = "flag"
		r.open.SetText("Open claim")
		r.settle.SetText("Accept")
	}
	r.stale.Set(stale, toneWarn)
	r.state.Set(state, tonePlain)
	setVisible(r.settle, write)
	setVisible(r.reject, write && x.Flag != nil)
	r.box.Refresh()
}

// inboxAbout is what a row is about: "Version 2 altered the words of a claim".
func inboxAbout(x present.InboxRow) string {
	switch {
	case x.Claim == "":
		return x.About
	case x.About == "":
		return "Claim: " + present.InMarks(x.Claim)
	}
	return x.About + " · Claim: " + present.InMarks(x.Claim)
}

// setWording shows words between quotation marks, with the marks on those that
// differ.
func setWording(p *prose, before string, w present.Wording) {
	if setVisible(p, w.Text != ""); w.Text == "" {
		return
	}
	text := before + present.InMarks(w.Text)
	by := strings.Index(text, w.Text)
	marks := make([]source.Span, len(w.Marks))
	for i, m := range w.Marks {
		marks[i] = source.Span{Start: m.Start + by, End: m.End + by}
	}
	p.Set(text, marks...)
}
