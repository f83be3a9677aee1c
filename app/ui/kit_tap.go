package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tappable is what reacts to the pointer: it shows a ground while the pointer
// is over it and runs something when tapped.
type tappable struct {
	widget.BaseWidget
	content fyne.CanvasObject
	back    *fill
	Tapped_ func()
	Menu    func(fyne.Position) // secondary button
	on      bool
	rest    fyne.ThemeColorName
	lit     fyne.ThemeColorName
	hovered bool
}

var (
	_ fyne.Tappable          = (*tappable)(nil)
	_ fyne.SecondaryTappable = (*tappable)(nil)
	_ desktop.Hoverable      = (*tappable)(nil)
)

func newTappable(content fyne.CanvasObject, run func()) *tappable {
	t := &tappable{content: content, back: newFill(""), Tapped_: run, lit: theme.ColorNameSelection}
	t.back.Radius = 4
	t.ExtendBaseWidget(t)
	return t
}

// card is a tappable with a ground and an edge of its own.
func newCard(content fyne.CanvasObject, run func()) *tappable {
	t := newTappable(pad(8, 8, 10, 10, content), run)
	t.rest, t.lit = colourCard, colourCardOn
	t.back.Edge, t.back.Radius = colourLine, 6
	t.paint()
	return t
}

// Tapped implements fyne.Tappable.
func (t *tappable) Tapped(*fyne.PointEvent) {
	if t.Tapped_ != nil {
		t.Tapped_()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (t *tappable) TappedSecondary(e *fyne.PointEvent) {
	if t.Menu != nil {
		t.Menu(e.AbsolutePosition)
	}
}

// MouseIn implements desktop.Hoverable.
func (t *tappable) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.paint() }

// MouseMoved implements desktop.Hoverable.
func (t *tappable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *tappable) MouseOut() { t.hovered = false; t.paint() }

// SetOn shows it as the chosen one.
func (t *tappable) SetOn(on bool) {
	if t.on != on {
		t.on = on
		t.paint()
	}
}

func (t *tappable) paint() {
	g := t.rest
	switch {
	case t.on:
		g = t.lit
	case t.hovered && t.Tapped_ != nil:
		g = theme.ColorNameHover
	}
	t.back.Ground = g
	t.back.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *tappable) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(t.back, t.content))
}

// newChip is a small switch: a filter, a facet with its count.
func newChip(text string, on bool, run func()) *tappable {
	label := captionText(text).whole()
	t := newTappable(pad(2, 2, 8, 8, label), run)
	t.back.Radius, t.back.Edge = 9, theme.ColorNameInputBorder
	t.on = on
	if on {
		label.Colour = colourInfo
		t.back.Edge = colourInfo
		t.lit = colourInfoBg
	}
	t.paint()
	return t
}
