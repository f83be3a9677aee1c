package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// columns are three panes side by side. The outer ones have a width of their
// own, which a person can drag; the middle one takes what is left, so a larger
// window means more text, not wider lists.
type columns struct {
	widget.BaseWidget
	left, centre, right fyne.CanvasObject
	leftBar, rightBar   *bar
	LeftWidth           float32
	RightWidth          float32
	OnChanged           func() // a width was dragged
}

// Limits of the widths of columns, in the theme's units.
const (
	minColumn    = 210
	minCentre    = 430
	barThickness = 5
)

func newColumns(left, centre, right fyne.CanvasObject) *columns {
	c := &columns{left: left, centre: centre, right: right, LeftWidth: 300, RightWidth: 310}
	c.leftBar = newBar(func(dx float32) { c.drag(dx, 0) })
	c.rightBar = newBar(func(dx float32) { c.drag(0, -dx) })
	c.ExtendBaseWidget(c)
	return c
}

// listed are a list and what stands beside it, without a third column. The width of
// the list is remembered by name.
func (w *Window) listed(name string, width float32, list, beside fyne.CanvasObject) *columns {
	none := container.NewStack()
	none.Hide()
	c := newColumns(on(colourList, list), container.NewStack(newFill(theme.ColorNameBackground), beside), none)
	c.LeftWidth = width
	if v := w.shell.Settings.Splits[name]; v > 0 {
		c.LeftWidth = float32(v)
	}
	c.OnChanged = func() {
		w.shell.Settings.Splits[name] = float64(c.LeftWidth)
		w.shell.Settings.Touch()
	}
	return c
}

func (c *columns) drag(left, right float32) {
	l, r := c.widths(c.Size().Width)
	if left != 0 {
		c.LeftWidth = l + left
	}
	if right != 0 {
		c.RightWidth = r + right
	}
	c.Refresh()
	if c.OnChanged != nil {
		c.OnChanged()
	}
}

// widths are the widths the outer columns get in a window so wide: what was
// asked for, but never so much that the text has no room.
func (c *columns) widths(total float32) (left, right float32) {
	if c.left.Visible() {
		left = max(minColumn, c.LeftWidth)
	}
	if c.right.Visible() {
		right = max(minColumn, c.RightWidth)
	}
	if over := left + right + minCentre + 2*barThickness - total; over > 0 && left+right > 0 {
		share := over / (left + right)
		if left > 0 {
			left = max(minColumn, left-left*share)
		}
		if right > 0 {
			right = max(minColumn, right-right*share)
		}
	}
	return left, right
}

// CreateRenderer implements fyne.Widget.
func (c *columns) CreateRenderer() fyne.WidgetRenderer { return columnsRenderer{c} }

type columnsRenderer struct{ c *columns }

func (r columnsRenderer) Destroy() {}

func (r columnsRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.left, r.c.centre, r.c.right, r.c.leftBar, r.c.rightBar}
}

func (r columnsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(minCentre, 200)
}

func (r columnsRenderer) Layout(s fyne.Size) {
	c := r.c
	left, right := c.widths(s.Width)
	x, end := float32(0), s.Width
	c.leftBar.Hidden, c.rightBar.Hidden = left == 0, right == 0
	if left > 0 {
		c.left.Move(fyne.NewPos(0, 0))
		c.left.Resize(fyne.NewSize(left, s.Height))
		c.leftBar.Move(fyne.NewPos(left, 0))
		c.leftBar.Resize(fyne.NewSize(barThickness, s.Height))
		x = left + barThickness
	}
	if right > 0 {
		c.right.Move(fyne.NewPos(end-right, 0))
		c.right.Resize(fyne.NewSize(right, s.Height))
		end -= right + barThickness
		c.rightBar.Move(fyne.NewPos(end, 0))
		c.rightBar.Resize(fyne.NewSize(barThickness, s.Height))
	}
	c.centre.Move(fyne.NewPos(x, 0))
	c.centre.Resize(fyne.NewSize(max(0, end-x), s.Height))
}

func (r columnsRenderer) Refresh() {
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

// bar is the edge between two columns that can be dragged.
type bar struct {
	widget.BaseWidget
	dragged func(dx float32)
	line    *fill
	lit     bool
}

var (
	_ fyne.Draggable     = (*bar)(nil)
	_ desktop.Cursorable = (*bar)(nil)
	_ desktop.Hoverable  = (*bar)(nil)
)

func newBar(dragged func(float32)) *bar {
	b := &bar{dragged: dragged, line: newFill(colourLine)}
	b.ExtendBaseWidget(b)
	return b
}

// Dragged implements fyne.Draggable.
func (b *bar) Dragged(e *fyne.DragEvent) { b.dragged(e.Dragged.DX) }

// DragEnd implements fyne.Draggable.
func (b *bar) DragEnd() {}

// Cursor implements desktop.Cursorable.
func (b *bar) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// MouseIn implements desktop.Hoverable.
func (b *bar) MouseIn(*desktop.MouseEvent) { b.light(true) }

// MouseMoved implements desktop.Hoverable.
func (b *bar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *bar) MouseOut() { b.light(false) }

func (b *bar) light(on bool) {
	b.lit, b.line.Ground = on, colourLine
	if on {
		b.line.Ground = theme.ColorNamePrimary
	}
	b.line.Refresh()
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *bar) CreateRenderer() fyne.WidgetRenderer { return barRenderer{b} }

type barRenderer struct{ b *bar }

func (r barRenderer) Destroy()                     {}
func (r barRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.b.line} }
func (r barRenderer) MinSize() fyne.Size           { return fyne.NewSize(barThickness, 1) }
func (r barRenderer) Refresh()                     { r.Layout(r.b.Size()) }

func (r barRenderer) Layout(s fyne.Size) {
	thick := float32(1)
	if r.b.lit {
		thick = 3
	}
	r.b.line.Resize(fyne.NewSize(thick, s.Height))
	r.b.line.Move(fyne.NewPos((s.Width-thick)/2, 0))
}
