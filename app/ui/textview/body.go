package textview

import (
	"cmp"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
	"stet/index/source"
)

// body is the tall object inside the scroller: it has the height of the whole
// text and draws the part in sight.
type body struct {
	widget.BaseWidget
	v       *View
	paint   *painter
	focused bool
	hovered int // index of the mark under the pointer, -1 for none
	pointer desktop.Cursor

	shift   bool // the key is down
	pressed bool // the primary button is down
	dragged bool
	clicks  int
	clicked time.Time
	at      fyne.Position // of the last press
	pull    fyne.Position // of the pointer while dragging, in the view
	drift   *fyne.Animation
	drifted time.Time
}

var (
	_ desktop.Mouseable      = (*body)(nil)
	_ desktop.Hoverable      = (*body)(nil)
	_ desktop.Cursorable     = (*body)(nil)
	_ desktop.Keyable        = (*body)(nil)
	_ fyne.Draggable         = (*body)(nil)
	_ fyne.Focusable         = (*body)(nil)
	_ fyne.Shortcutable      = (*body)(nil)
	_ fyne.SecondaryTappable = (*body)(nil)
)

func newBody(v *View) *body {
	b := &body{v: v, hovered: -1, pointer: desktop.TextCursor}
	b.paint = &painter{v: v, first: -1}
	b.ExtendBaseWidget(b)
	return b
}

// MinSize is the height of the text. The width is given by the pane.
func (b *body) MinSize() fyne.Size {
	if b.v.lay == nil {
		return fyne.NewSize(1, 1)
	}
	return fyne.NewSize(1, b.v.lay.Height()+2*marginY)
}

// redraw draws what is in sight anew; fill only if other lines came into sight.
func (b *body) redraw() {
	b.paint.first = -1
	b.fill()
}

func (b *body) fill() {
	if !b.paint.fill() {
		return
	}
	// Not canvas.Refresh, which frees the textures of every object drawn here.
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		if d, ok := c.(interface{ SetDirty() }); ok {
			d.SetDirty()
		} else {
			canvas.Refresh(b)
		}
	}
	if b.v.OnVisible != nil {
		if s := b.v.VisibleSpan(); s != b.paint.told {
			b.paint.told = s
			b.v.OnVisible(s.Start, s.End)
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (b *body) CreateRenderer() fyne.WidgetRenderer { return bodyRenderer{b} }

type bodyRenderer struct{ b *body }

func (r bodyRenderer) Destroy()                     {}
func (r bodyRenderer) Layout(fyne.Size)             { r.b.fill() }
func (r bodyRenderer) MinSize() fyne.Size           { return r.b.MinSize() }
func (r bodyRenderer) Objects() []fyne.CanvasObject { return r.b.paint.objects }
func (r bodyRenderer) Refresh()                     { r.b.fill() }

// inText turns a point of the body into one of the layout.
func (b *body) inText(p fyne.Position) (x, y float32) {
	return p.X - b.v.columns.left, p.Y - marginY
}

// offAt is the offset nearest to a point.
func (b *body) offAt(p fyne.Position) int {
	x, y := b.inText(p)
	if y >= b.v.lay.Height() {
		return b.v.doc.Len()
	}
	return b.v.lay.At(x, y)
}

// unitOff is the offset whose word, sentence or paragraph a point means: that
// of the character under it, not of the nearer gap between two.
func (b *body) unitOff(p fyne.Position, g grain) int {
	if g != byCluster {
		if off, ok := b.v.lay.Inside(b.inText(p)); ok {
			return off
		}
	}
	return b.offAt(p)
}

// marksUnder are the marks at a point, of the words or, in the gutter, of the
// sign there; indices, the one on top first.
func (b *body) marksUnder(p fyne.Position) []int {
	if b.v.lay == nil {
		return nil
	}
	x, y := b.inText(p)
	if x < 0 {
		if p.X < b.v.columns.number {
			return nil
		}
		if i, ok := b.paint.signs[b.v.lay.LineAtY(y)]; ok {
			return []int{i}
		}
		return nil
	}
	if off, ok := b.v.lay.Inside(x, y); ok {
		return b.v.marksAt(off)
	}
	return nil
}

func (v *View) marksAt(off int) []int {
	out := v.index.In(source.Span{Start: off, End: off + 1}, nil)
	slices.SortStableFunc(out, func(i, j int) int {
		a, b := v.marks[i], v.marks[j]
		return cmp.Or(cmp.Compare(tappable(b), tappable(a)), cmp.Compare(b.Kind, a.Kind), cmp.Compare(a.Len(), b.Len()))
	})
	return out
}

// tappable puts marks that stand for something before search hits, which only
// colour words.
func tappable(m Mark) int {
	if m.Kind == Search || m.Kind == Current {
		return 0
	}
	return 1
}

// Cursor implements desktop.Cursorable.
func (b *body) Cursor() desktop.Cursor { return b.pointer }

// FocusGained implements fyne.Focusable.
func (b *body) FocusGained() { b.setFocus(true) }

// FocusLost implements fyne.Focusable.
func (b *body) FocusLost() { b.setFocus(false) }

func (b *body) setFocus(on bool) {
	b.focused, b.shift = on, false
	b.v.drawRing()
	b.redraw()
	if b.v.OnFocus != nil {
		b.v.OnFocus(on)
	}
}
