package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
	"stet/app/workspace"
)

// coveragePane is the open text sentence by sentence: what waits, what became of
// the rest, and how far the check has come.
type coveragePane struct {
	w       *Window
	m       *present.Covering
	box     *fyne.Container
	sum     *prose
	meter   *meterBar
	limits  *prose
	head    *fyne.Container // how far the check has come
	top     *fyne.Container // that and the chips
	chips   *fyne.Container
	chipped string
	list    *keyList
	empty   *emptiness
	keys    fyne.CanvasObject
}

// coverageRowHeight holds a line of detail and two lines of words: the text
// beside it has the rest.
const coverageRowHeight = 72

func newCoveragePane(w *Window) Pane {
	p := &coveragePane{w: w, m: w.covering, sum: boldText(""), meter: newMeterBar(), limits: captionText("").wrapped(4)}
	p.limits.Colour = colourWarn
	p.empty = newEmptiness(p.emptyView)
	p.chips = container.New(layout.NewRowWrapLayoutWithCustomPadding(4, 4))
	p.list = newKeyList(w, func() int { return len(p.m.Rows) }, func() fyne.CanvasObject { return newCoverageRow(p) },
		func(i int, o fyne.CanvasObject) {
			if i < len(p.m.Rows) && p.m.Rows[i] < len(p.m.Sentences()) {
				o.(*coverageRow).show(p.m.Rows[i])
			}
		})
	p.list.HideSeparators = false
	p.list.onSelect(func(i int) {
		if i < len(p.m.Rows) {
			p.m.Pick(p.m.Rows[i])
		}
	})
	p.list.OnEnter = func() {
		if i := p.m.Current; i >= 0 && i < len(p.m.Sentences()) && len(p.m.Sentences()[i].Claims) > 0 {
			p.m.OpenClaim(i)
			return
		}
		p.w.run(present.ActClaimSentence)
	}
	keys := container.New(layout.NewRowWrapLayoutWithCustomPadding(10, 3),
		keyed("O", "next open"), keyed("A", "accept"), keyed("M", "claim it"), keyed("X", "opinion"), keyed("H", "handled"), keyed("U", "unmark"))
	p.keys = rows(0, newLine(), pad(4, 5, 12, 8, keys))
	p.head = column(5, p.sum, p.meter, p.limits)
	p.top = rows(0, pad(8, 4, 12, 12, p.head), pad(2, 5, 10, 8, p.chips), newLine())
	p.box = container.NewBorder(p.top, p.keys, nil, nil, container.NewStack(p.list, p.empty.box))
	p.m.Changed = w.later(p.Refresh)
	return p
}

// Object implements Pane.
func (p *coveragePane) Object() fyne.CanvasObject { return p.box }

// Focus implements Pane.
func (p *coveragePane) Focus() { p.w.win.Canvas().Focus(p.list) }

// Refresh implements Pane.
func (p *coveragePane) Refresh() {
	sum := p.m.Sum()
	p.sum.Set(present.Meter(sum.Handled, sum.Checkable))
	p.meter.set(sum.Handled, sum.Checkable)
	p.limits.Set(sum.Limits)
	setVisible(p.limits, sum.Limits != "")
	open := len(sum.Sentences) > 0
	setVisible(p.top, open)
	p.showChips()
	p.empty.show(p.emptyFor(), p.list)
	setVisible(p.keys, open)
	p.list.Refresh()
	p.list.choose(slices.Index(p.m.Rows, p.m.Current))
	p.box.Refresh()
}

func (p *coveragePane) emptyFor() string {
	switch {
	case len(p.m.Sentences()) == 0 && p.m.Reading():
		return "reading"
	case len(p.m.Sentences()) == 0:
		return "closed"
	case len(p.m.Rows) > 0:
		return ""
	case p.m.Show == present.CoverOpen && p.m.Sum().Checkable > 0:
		return "done"
	}
	return "none"
}

func (p *coveragePane) emptyView(state string) fyne.CanvasObject {
	all := widget.NewButton("Show all sentences", func() { p.m.SetShow(present.CoverAll) })
	switch state {
	case "reading":
		return emptyState(nil, "Reading the text …", "")
	case "closed":
		return emptyState(nil, "No text is open", "Open an article: its sentences that deserve a check are listed here, with what became of each.")
	case "done":
		return emptyState(icon("confirmed", colourGood), "Every checkable sentence is handled", "Opinions and sentences that assert nothing do not count.", all)
	}
	return emptyState(nil, "No sentence is like that", "Choose another list above.", all)
}

func (p *coveragePane) showChips() {
	m := p.m
	key := string(m.Show)
	for _, s := range present.CoverShows {
		key += " " + present.Count(m.Count(s))
	}
	if key == p.chipped {
		return
	}
	p.chipped = key
	p.chips.Objects = nil
	for _, s := range present.CoverShows {
		p.chips.Add(newChip(p.w, s.Title()+" "+present.Count(m.Count(s)), m.Show == s, func() { m.SetShow(s) }))
	}
	p.chips.Refresh()
}

// coverLook is the sign and the colour of what became of a sentence.
var coverLook = map[workspace.Handling]struct {
	sign string
	tone tone
}{
	workspace.StillOpen:     {"unstarted", toneWarn},
	workspace.Claimed:       {"claims", toneInfo},
	workspace.Dismissed:     {"dismiss", tonePlain},
	workspace.MarkedHandled: {"confirmed", toneGood},
	workspace.Opinion:       {"not-checkable", tonePlain},
	workspace.Nothing:       {"context", tonePlain},
	workspace.NotJudged:     {"context", tonePlain},
}

// coverageRow is a sentence of the list.
type coverageRow struct {
	widget.BaseWidget
	p       *coveragePane
	at      int
	sign    *widget.Icon
	state   *prose
	detail  *prose
	words   *prose
	claim   *ttwidget.Button
	opinion *ttwidget.Button
	handled *ttwidget.Button
	unmark  *ttwidget.Button
	buttons *fyne.Container
	box     fyne.CanvasObject
}

func newCoverageRow(p *coveragePane) *coverageRow {
	r := &coverageRow{p: p, at: -1, sign: widget.NewIcon(nil), state: captionText("").whole(), detail: captionText(""), words: captionText("").wrapped(2)}
	r.state.Style.Bold = true
	r.claim = iconButton(icon("plus", colourInfo), "Make a claim of the sentence  (M)", func() { r.do(present.ActClaimSentence) })
	r.opinion = iconButton(icon("not-checkable", colourMuted), "Opinion: not checkable  (X)", func() { r.do(present.ActMarkOpinion) })
	r.handled = iconButton(icon("accept", colourGood), "Handled elsewhere, or nothing to check…  (H)", func() { r.do(present.ActMarkHandled) })
	r.unmark = iconButton(icon("undo", colourMuted), "Take the mark off  (U)", func() { r.do(present.ActUnmark) })
	r.buttons = cells(0, r.claim, r.opinion, r.handled, r.unmark)
	sign := inLine(r.sign)
	line := container.NewBorder(nil, nil, cells(6, sign, r.state), r.buttons, pad(0, 0, 6, 2, middle(r.detail)))
	top := container.NewStack(spacer(0, 26), line)
	r.box = container.New(fixedHeight{coverageRowHeight}, pad(2, 4, 10, 6, container.NewBorder(top, nil, nil, nil, pad(0, 0, 21, 6, r.words))))
	r.ExtendBaseWidget(r)
	return r
}

func (r *coverageRow) do(id present.ActionID) {
	r.p.m.Pick(r.at)
	r.p.w.run(id)
}

// CreateRenderer implements fyne.Widget.
func (r *coverageRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

func (r *coverageRow) show(i int) {
	r.at = i
	c := r.p.m.Sentences()[i]
	look := coverLook[c.State]
	ink := toneColours[look.tone][1]
	r.sign.SetResource(icon(look.sign, ink))
	r.state.Set(present.StateTitle(c.State))
	r.state.Tint(ink)
	setVisible(r.state, r.p.m.Show != present.CoverOpen || c.State != workspace.StillOpen) // the sign says it
	r.detail.Set(r.p.m.Detail(i))
	r.words.Set(present.Short(c.Text, 400))
	words := colourText
	if c.State != workspace.StillOpen {
		words = colourMuted
	}
	r.words.Tint(words)
	write := !r.p.w.shell.ReadOnly() && i == r.p.m.Current
	free := c.State == workspace.StillOpen || c.State == workspace.Opinion || c.State == workspace.Nothing || c.State == workspace.NotJudged
	setVisible(r.claim, write && free)
	setVisible(r.opinion, write && c.State == workspace.StillOpen)
	setVisible(r.handled, write && c.State == workspace.StillOpen)
	setVisible(r.unmark, write && c.Mark != nil)
	r.box.Refresh()
}

// meterBar shows a share of a whole.
type meterBar struct {
	widget.BaseWidget
	back, front *fill
	share       float32
}

func newMeterBar() *meterBar {
	m := &meterBar{back: newFill(colourPlainBg), front: newFill(colourGood)}
	m.back.Radius, m.front.Radius = 3, 3
	m.ExtendBaseWidget(m)
	return m
}

func (m *meterBar) set(n, of int) {
	share := float32(0)
	if of > 0 {
		share = float32(n) / float32(of)
	}
	if share != m.share {
		m.share = share
		m.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (m *meterBar) CreateRenderer() fyne.WidgetRenderer {
	return &meterRenderer{m, []fyne.CanvasObject{m.back, m.front}}
}

type meterRenderer struct {
	m       *meterBar
	objects []fyne.CanvasObject
}

func (r *meterRenderer) Destroy()                     {}
func (r *meterRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *meterRenderer) MinSize() fyne.Size           { return fyne.NewSize(40, 6) }
func (r *meterRenderer) Refresh()                     { r.Layout(r.m.Size()) }

func (r *meterRenderer) Layout(s fyne.Size) {
	r.m.back.Resize(s)
	r.m.front.Resize(fyne.NewSize(s.Width*r.m.share, s.Height))
	setVisible(r.m.front, r.m.share > 0)
}
