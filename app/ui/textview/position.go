package textview

import (
	"fyne.io/fyne/v2"
	"stet/app/textlayout"
	"stet/index/source"
)

// Where says where in the pane ScrollTo brings a span.
type Where uint8

const (
	// Nearest scrolls only as far as needed.
	Nearest Where = iota
	// Top brings the span below the top edge.
	Top
	// Centre brings it to the upper third, where one looks.
	Centre
)

type jump struct {
	span  source.Span
	where Where
}

// columns are the widths and left edges of the parts of the body.
type columns struct {
	number float32 // right edge of the paragraph numbers
	sign   float32 // centre of the signs
	bar    float32 // left edge of the bars
	left   float32 // left edge of the text
	text   float32 // width of the text
}

// Margins, in the theme's units. The scroll bar lies over the right one.
const (
	marginLeft  = 14
	marginRight = 22
	marginY     = 14
	signWidth   = 14
	barWidth    = 3
	gutterGap   = 10
)

// arrange divides a width: gutter and text stand together in the middle of
// what is wider than the measure.
func (v *View) arrange(width float32) columns {
	numbers := float32(0)
	gutter := float32(0)
	if !v.style.Plain {
		numbers = v.numberWidth()
		gutter = numbers + 6 + signWidth + 4 + barWidth + gutterGap
	}
	text := width - marginLeft - gutter - marginRight
	measure := v.style.Measure
	if measure == 0 {
		measure = readingMeasure
	}
	spare := float32(0)
	if most := round(v.face.en * float32(measure)); measure > 0 && text > most {
		// The text, not text and gutter, is what the eye takes for the middle;
		// but the gutter must not be pushed out.
		spare = min(text-most, (width-most)/2-marginLeft/2)
		spare = max(0, spare-gutter/2)
		text = most
	}
	c := columns{number: marginLeft + spare + numbers}
	c.sign = c.number + 6 + signWidth/2
	c.bar = c.number + 6 + signWidth + 4
	c.left = marginLeft + spare + gutter
	c.text = max(1, text)
	return c
}

// numberWidth is the room for the last paragraph's number.
func (v *View) numberWidth() float32 {
	n := 0
	for i := v.doc.Paragraphs() - 1; i >= 0 && n == 0; i-- {
		n = v.doc.Number(i)
	}
	digits := float32(2)
	for ; n > 99; n /= 10 {
		digits++
	}
	return ceil(digits * v.numberSize() * 0.6)
}

// numberSize is the text size of paragraph numbers.
func (v *View) numberSize() float32 { return round(v.face.size[textlayout.Body] * 0.75) }

// heightOf is the offset of the scroller that puts a place at the top edge.
func (v *View) heightOf(p place) float32 {
	if v.lay == nil || p == (place{}) {
		return 0
	}
	i := v.lay.LineAt(min(p.off, v.doc.Len()))
	return max(0, v.lay.Top(i)+min(p.below, v.lay.LineHeight(i))+marginY)
}

// placeAt is the inverse of heightOf.
func (v *View) placeAt(y float32) place {
	if v.lay == nil || y <= 0 {
		return place{}
	}
	y -= marginY
	i := v.lay.LineAtY(y)
	return place{v.lay.Line(i).Start, y - v.lay.Top(i)}
}

// scrolled follows the scroller.
func (v *View) scrolled() {
	if !v.placing {
		v.top = v.placeAt(v.scroll.Offset.Y)
		if v.onMoved != nil {
			v.onMoved()
		}
	}
	v.body.fill()
	v.ruler.follow()
}

// scrollY moves the scroller to an offset, as far as there is text. The
// scroller itself tells only of being moved by hand.
func (v *View) scrollY(y float32) {
	if y = max(0, min(y, v.maxScroll())); y != v.scroll.Offset.Y {
		v.scroll.ScrollToOffset(fyne.NewPos(0, y))
		v.scrolled()
	}
}

func (v *View) maxScroll() float32 {
	return max(0, v.body.MinSize().Height-v.scroll.Size().Height)
}

// ScrollTo brings a span into sight. Before the pane has a size it is
// remembered.
func (v *View) ScrollTo(s source.Span, where Where) {
	if v.lay == nil {
		v.pending = &jump{s, where}
		return
	}
	first, last := v.lay.LineAt(s.Start), v.lay.LineAt(max(s.Start, s.End-1))
	top := v.lay.Top(first) + marginY
	bottom := v.lay.Top(last) + v.lay.LineHeight(last) + marginY
	high := v.scroll.Size().Height
	rest := v.lay.LineHeight(first) // a line of what stands before and after
	switch where {
	case Top:
		v.scrollY(top - rest)
	case Centre:
		v.scrollY(top - max(rest, min(high/3, high-(bottom-top)-rest)))
	case Nearest:
		switch y := v.scroll.Offset.Y; {
		case top-rest < y:
			v.scrollY(top - rest)
		case bottom+rest > y+high:
			v.scrollY(min(top-rest, bottom+rest-high))
		}
	}
}

// VisibleSpan is what is in sight, whole lines; empty while the pane has no
// size.
func (v *View) VisibleSpan() source.Span {
	if v.lay == nil {
		return source.Span{}
	}
	y := v.scroll.Offset.Y - marginY
	first, last := v.lay.LineAtY(y), v.lay.LineAtY(y+v.scroll.Size().Height-1)
	return source.Span{Start: v.lay.Line(first).Start, End: v.lay.Line(last).End}
}

// TopByte is the first byte of the line at the top edge: what to remember to
// come back to the same place.
func (v *View) TopByte() int { return v.top.off }

// Scroll moves the text by dy, down when positive, as far as there is text.
func (v *View) Scroll(dy float32) { v.scrollY(v.scroll.Offset.Y + dy) }
