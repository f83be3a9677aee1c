package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"
)

// tappable is what reacts to the pointer: it shows a ground while the pointer
// is over it and runs something when tapped. It can have a tip.
type tappable struct {
	ttwidget.ToolTipWidget
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
func (t *tappable) MouseIn(e *desktop.MouseEvent) {
	t.ToolTipWidget.MouseIn(e)
	t.hovered = true
	t.paint()
}

// MouseOut implements desktop.Hoverable.
func (t *tappable) MouseOut() {
	t.ToolTipWidget.MouseOut()
	t.hovered = false
	t.paint()
}

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

// chip makes a chip of it.
func (t *tappable) chip(text string, on bool, run func()) {
	label := captionText(text).whole()
	t.content, t.back, t.Tapped_, t.lit = pad(2, 2, 8, 8, label), newFill(""), run, theme.ColorNameSelection
	t.back.Radius, t.back.Edge = 9, theme.ColorNameInputBorder
	t.on = on
	if on {
		label.Colour = colourInfo
		t.back.Edge = colourInfo
		t.lit = colourInfoBg
	}
	t.paint()
}

// keyChip is a chip: a small switch, a filter, a facet with its count. Space or
// enter taps it, tab and the arrows go on to the next. An edge shows that it has
// the keyboard.
type keyChip struct {
	tappable
	w    *Window
	stem string              // its words without the count behind them
	edge fyne.ThemeColorName // without the keyboard
}

var _ fyne.Focusable = (*keyChip)(nil)

// newChip makes a chip. Panes make their chips anew when a count changes: a chip
// made in the place of the one that has the keyboard takes it over.
func newChip(w *Window, text string, on bool, run func()) *keyChip {
	c := &keyChip{w: w, stem: strings.TrimRight(text, " 0123456789,()")}
	c.ExtendBaseWidget(c)
	c.chip(text, on, run)
	c.edge = c.back.Edge
	if old, ok := w.win.Canvas().Focused().(*keyChip); ok && old.stem == c.stem {
		w.shell.Sched.Post(func() { // when it is in its place
			if w.win.Canvas().Focused() == fyne.Focusable(old) {
				w.win.Canvas().Focus(c)
			}
		})
	}
	return c
}

// FocusGained implements fyne.Focusable.
func (c *keyChip) FocusGained() { c.back.Edge, c.back.Thick = colourText, true; c.paint() }

// FocusLost implements fyne.Focusable.
func (c *keyChip) FocusLost() { c.back.Edge, c.back.Thick = c.edge, false; c.paint() }

// TypedRune implements fyne.Focusable.
func (c *keyChip) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (c *keyChip) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.Tapped(nil)
	case fyne.KeyRight, fyne.KeyDown:
		c.w.win.Canvas().FocusNext()
	case fyne.KeyLeft, fyne.KeyUp:
		c.w.win.Canvas().FocusPrevious()
	default:
		c.w.typed(k)
	}
}
