package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"stet/app/present"
)

// frameLayout puts the head at the top, the status bar at the bottom, the rail at
// the left and the rest into what is left. In a narrow window the rail shows its
// signs only.
type frameLayout struct{ rail *rail }

// narrowWindow is the width below which the names at the rail take too much
// from the text.
const narrowWindow = 1100

func (frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }

func (l frameLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	head, status, rail, body := o[0], o[1], o[2], o[3]
	l.rail.setNarrow(s.Width < grown(narrowWindow))
	top, foot, side := head.MinSize().Height, status.MinSize().Height, float32(0)
	if rail.Visible() {
		side = rail.MinSize().Width
	}
	high := max(0, s.Height-top-foot)
	put := func(x fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		x.Move(at)
		x.Resize(size)
	}
	put(head, fyne.NewPos(0, 0), fyne.NewSize(s.Width, top))
	put(rail, fyne.NewPos(0, top), fyne.NewSize(side, high))
	put(body, fyne.NewPos(side, top), fyne.NewSize(max(0, s.Width-side), high))
	put(status, fyne.NewPos(0, top+high), fyne.NewSize(s.Width, foot))
}

// sideColumn is the column beside the text, with a switch for what it shows.
type sideColumn struct {
	w    *Window
	box  *fyne.Container
	body *fyne.Container
	tabs map[present.Side]*sideTab
}

type sideTab struct {
	tap   *tappable
	text  *prose
	under *fill
}

var sideTitles = []struct {
	side  present.Side
	title string
}{{present.SideProposals, "Proposals"}, {present.SideClaim, "Claim"}, {present.SideCoverage, "Coverage"}}

func newSideColumn(w *Window) *sideColumn {
	c := &sideColumn{w: w, body: container.NewStack(), tabs: map[present.Side]*sideTab{}}
	var list []fyne.CanvasObject
	for _, t := range sideTitles {
		tab := &sideTab{text: plainText(t.title).whole(), under: newFill("")}
		tab.tap = newTappable(container.NewBorder(nil, container.NewStack(tab.under, spacer(0, 2)), nil, nil, pad(0, 0, 10, 10, middle(tab.text))), func() { w.shell.ShowSide(t.side) })
		tab.tap.lit = ""
		c.tabs[t.side] = tab
		list = append(list, tab.tap)
	}
	head := rows(0, pad(5, 0, 4, 4, container.NewStack(spacer(0, 34), cells(2, list...))), newLine())
	c.box = container.NewBorder(head, nil, nil, nil, c.body)
	return c
}

func (c *sideColumn) refresh() {
	now := c.w.shell.Side()
	for s, t := range c.tabs {
		t.tap.SetOn(s == now)
		t.text.Style.Bold = s == now
		t.under.Ground, t.text.Colour = "", colourMuted
		if s == now {
			t.under.Ground, t.text.Colour = colourInfo, colourText
		}
		t.text.Refresh()
		t.under.Refresh()
	}
	if c.w.shell.Desk == nil {
		return
	}
	if p := c.w.pane(func(x paneSpec) bool { return x.slot == sideSlot && x.side == now }); p != nil {
		c.w.fill(c.body, p.Object())
	} else {
		c.w.fill(c.body, emptyState(nil, "No claim is open", "Choose a claim to see its evidence and give a verdict."))
	}
}
