package textview

import (
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	"stet/app/textlayout"
	"stet/index/source"
)

// View is a reading pane. Set its callbacks before it is shown.
type View struct {
	widget.BaseWidget

	// OnSelect hears of a new selection, when the mouse lets go or a key moves
	// it; an empty span is the place of the caret.
	OnSelect func(source.Span)
	// OnMarkTapped hears of a click on a mark or on its sign in the gutter; of
	// marks that overlap, the one on top. The first click of two taps too.
	OnMarkTapped func(Mark)
	// OnActivate hears of Enter with the caret in a mark.
	OnActivate func(Mark)
	// OnVisible hears what bytes are in sight when that changes.
	OnVisible func(first, last int)
	// OnHover hears of the mark under the pointer, and of "none" with ok false.
	OnHover func(m Mark, ok bool)
	// OnMenu is asked for a context menu at a point of the window, by the right
	// button, the menu key or shift and F10. Without it there is one with Copy
	// and Select all.
	OnMenu func(at fyne.Position, sel source.Span, under []Mark)
	// OnShortcut is offered the shortcuts the pane has no use for and tells
	// whether it took them; the canvas has the rest.
	OnShortcut func(fyne.Shortcut) bool
	// OnFocus hears of gaining and losing the keyboard.
	OnFocus func(bool)
	// SentenceAt says which sentence an offset is in, for a triple click. It is
	// nil by default: sentences are then found by Unicode's rules.
	SentenceAt func(off int) source.Span

	text        source.Text
	style       Style
	placeholder string
	doc         *textlayout.Document
	marks       []Mark
	index       *textlayout.Spans
	gaps        []textlayout.Gap

	face    *typeface
	setter  *textlayout.Typesetter
	lay     *textlayout.Layout // nil until the pane has a width
	columns columns
	colours palette

	sel     selection
	top     place // what stands at the top edge: kept when lines change
	pending *jump // asked for before there were lines
	placing bool  // the scroller is being moved by us
	onLaid  func()
	onMoved func()

	scroll *container.Scroll
	body   *body
	ruler  *ruler
	ring   *canvas.Rectangle
	now    func() time.Time
}

// place is a height in the text that survives a change of lines: so far below
// the top of the line that holds off.
type place struct {
	off   int
	below float32
}

var _ fyne.Accessible = (*View)(nil)

// New makes an empty pane.
func New() *View {
	v := &View{now: time.Now, index: textlayout.NewSpans(nil)}
	v.doc = textlayout.NewDocument(v.text)
	v.ring = canvas.NewRectangle(color.Transparent)
	v.ring.StrokeWidth = 2
	v.ring.Hide()
	v.body = newBody(v)
	v.scroll = container.NewVScroll(v.body)
	v.scroll.OnScrolled = func(fyne.Position) { v.scrolled() }
	v.ruler = newRuler(v)
	v.ExtendBaseWidget(v)
	return v
}

// SetText shows another text from its beginning, without marks, gaps or
// selection. It is cheap until the pane has a size.
func (v *View) SetText(t source.Text) {
	v.text = t
	v.doc = textlayout.NewDocument(t)
	v.marks, v.index, v.gaps = nil, textlayout.NewSpans(nil), nil
	v.sel, v.top, v.pending = selection{}, place{}, nil
	v.body.letGo()
	v.relay()
}

// Text is what is shown.
func (v *View) Text() source.Text { return v.text }

// SetPlaceholder is a sentence to show in place of an empty text.
func (v *View) SetPlaceholder(s string) {
	v.placeholder = s
	v.body.redraw()
}

// SetStyle sets the text otherwise.
func (v *View) SetStyle(s Style) {
	v.style = s
	v.face = nil
	v.relay()
}

// SetMarks replaces the marks. Marks that do not fit the text are left out.
func (v *View) SetMarks(marks []Mark) {
	v.marks = slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool {
		return !m.Fits(v.text.Body) || m.Empty() || m.Kind >= numKinds
	})
	spans := make([]source.Span, len(v.marks))
	for i, m := range v.marks {
		spans[i] = m.Span
	}
	v.index = textlayout.NewSpans(spans)
	v.body.MouseOut()
	v.ruler.redraw()
	v.body.redraw()
}

// Marks are the marks shown. The slice must not be changed.
func (v *View) Marks() []Mark { return v.marks }

// SetGaps replaces the extra spaces above paragraphs. They stay until the next
// SetText; a Pair sets them itself.
func (v *View) SetGaps(gaps []textlayout.Gap) {
	v.gaps = slices.Clone(gaps)
	if v.lay != nil {
		v.lay.SetGaps(v.gaps)
		v.settle()
	}
}

// Focus gives the pane the keyboard.
func (v *View) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.body); c != nil {
		c.Focus(v.body)
	}
}

// Focusable is the object that has the keyboard when the pane has it.
func (v *View) Focusable() fyne.Focusable { return v.body }

// AccessibilityLabel is the text in sight.
func (v *View) AccessibilityLabel() string {
	return v.VisibleSpan().Of(v.text.Body)
}

// AccessibilityRole says that this is text.
func (v *View) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// relay breaks the text into lines anew and puts the same place at the top.
func (v *View) relay() {
	v.colours = paletteFor(v)
	width := v.scroll.Size().Width
	if f := newTypeface(v, v.style, width); !v.face.same(f) || v.setter == nil {
		v.face, v.setter = f, textlayout.NewTypesetter(f)
	}
	if width <= 0 {
		v.lay = nil
		return
	}
	v.columns = v.arrange(width)
	v.lay = v.setter.Layout(v.doc, v.columns.text)
	v.lay.SetGaps(v.gaps)
	if v.onLaid != nil {
		v.onLaid()
	}
	v.settle()
}

// settle follows a change of heights: the scroller learns the new height and
// the place at the top stays.
func (v *View) settle() {
	v.placing = true
	v.scroll.Refresh() // the body takes its new height
	if j := v.pending; j != nil {
		v.pending = nil
		v.placing = false
		v.ScrollTo(j.span, j.where)
	} else {
		v.scroll.ScrollToOffset(fyne.NewPos(0, v.heightOf(v.top)))
		v.placing = false
	}
	v.ruler.redraw()
	v.body.redraw()
}

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	return &viewRenderer{v, []fyne.CanvasObject{v.scroll, v.ruler, v.ring}}
}

// viewRenderer puts the scroller, the ruler and the focus ring in their places.
type viewRenderer struct {
	v       *View
	objects []fyne.CanvasObject
}

func (r *viewRenderer) Destroy()                     { r.v.body.stopDrift() }
func (r *viewRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize leaves room for a gutter and a few words.
func (r *viewRenderer) MinSize() fyne.Size { return fyne.NewSize(160, 80) }

func (r *viewRenderer) Layout(size fyne.Size) {
	v := r.v
	side := float32(rulerWidth)
	if v.style.Plain {
		side = 0
	}
	before := v.scroll.Size()
	inner := fyne.NewSize(max(0, size.Width-side), size.Height)
	v.placing = true // where the scroller goes by itself is not where one reads
	v.scroll.Resize(inner)
	v.placing = false
	v.ruler.Resize(fyne.NewSize(side, size.Height))
	v.ruler.Move(fyne.NewPos(inner.Width, 0))
	v.ring.Resize(size)
	switch {
	case v.lay == nil || before.Width != inner.Width:
		v.relay()
	case before.Height != inner.Height:
		v.settle()
	}
}

// Refresh follows a change of theme, text size or scale.
func (r *viewRenderer) Refresh() {
	v := r.v
	v.colours = paletteFor(v)
	if !v.face.same(newTypeface(v, v.style, v.scroll.Size().Width)) {
		v.relay()
	}
	v.ruler.redraw()
	v.body.redraw()
	v.drawRing()
}

// drawRing shows who has the keyboard.
func (v *View) drawRing() {
	v.ring.StrokeColor = v.colours.focus
	if v.body.focused {
		v.ring.Show()
	} else {
		v.ring.Hide()
	}
	v.ring.Refresh()
}
