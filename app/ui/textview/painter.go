package textview

import (
	"cmp"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"stet/app/textlayout"
	"stet/index/source"
)

// painter draws the lines in sight.
type painter struct {
	v           *View
	sheet       sheet
	ready       bool
	objects     []fyne.CanvasObject
	first, last int         // lines drawn; first is -1 when they must be drawn anew
	signs       map[int]int // line to the mark whose sign stands beside it
	told        source.Span
	found       []int
	pending     []placedSign
}

// overscan is how many lines beyond the edges are drawn, so that a scroll of
// less than that draws nothing.
const overscan = 2

// fill draws the lines in sight unless they are drawn already, and tells
// whether it did.
func (p *painter) fill() bool {
	if !p.ready {
		p.sheet, p.signs, p.ready = newSheet(), map[int]int{}, true
	}
	v := p.v
	if v.lay == nil {
		had := len(p.objects) > 0
		p.objects = p.objects[:0]
		return had
	}
	y := v.scroll.Offset.Y - marginY
	first := max(0, v.lay.LineAtY(y)-overscan)
	last := min(v.lay.Lines()-1, v.lay.LineAtY(y+v.scroll.Size().Height)+overscan)
	if p.first == first && p.last == last {
		return false
	}
	p.first, p.last = first, last
	p.sheet.begin()
	clear(p.signs)
	p.fillers(y, y+v.scroll.Size().Height)
	for i := first; i <= last; i++ {
		p.line(i)
	}
	p.drawSigns()
	if v.doc.Len() == 0 {
		p.vacancy()
	}
	p.objects = p.sheet.end(p.objects)
	return true
}

// fillers paint the gaps in sight: nothing stands there in this version.
func (p *painter) fillers(from, to float32) {
	for _, g := range p.v.lay.Gaps() {
		if g.Top+g.Height < from-100 || g.Top > to+100 || g.Height < 2 {
			continue
		}
		p.sheet.ground(box{
			x: p.v.columns.bar, y: g.Top + marginY + 1,
			w: p.v.columns.left - p.v.columns.bar + p.v.columns.text, h: g.Height - 2,
			fill: p.v.colours.filler, radius: 3,
		})
	}
}

// vacancy is the placeholder of an empty text.
func (p *painter) vacancy() {
	v := p.v
	size := v.face.size[textlayout.Body]
	at := v.columns.left
	for _, line := range v.wrapped(v.placeholder) {
		p.sheet.text(line, at, marginY+float32(len(p.sheet.words))*v.face.m[0].LineHeight, size, fyne.TextStyle{}, v.colours.faint)
	}
}

// wrapped breaks a sentence of ours into lines of the column.
func (v *View) wrapped(s string) []string {
	if s == "" {
		return nil
	}
	l := v.setter.Layout(textlayout.NewDocument(source.Text{Body: s}), v.columns.text)
	var out []string
	for i := range l.Lines() {
		out = append(out, l.Line(i).Of(s))
	}
	return out
}

// line draws one line with all that belongs to it.
func (p *painter) line(i int) {
	v := p.v
	para := v.lay.ParagraphOfLine(i)
	st := v.doc.Style(para)
	y := v.lay.Top(i) + marginY
	p.marks(i, st, y)
	p.selection(i, y)
	for _, r := range v.lay.Runs(i) {
		if r.Draw == "" {
			continue
		}
		top := y + v.face.drop[st]
		if r.RTL {
			top += v.face.lower(r.Draw, st)
		}
		p.sheet.text(r.Draw, v.columns.left+r.X, top, v.face.size[st], faces[st].style, v.colours.text)
	}
	p.caret(i, y)
	if !v.style.Plain && v.lay.FirstLine(para) == i {
		p.number(v.doc.Number(para), st, y)
	}
}

// number writes a paragraph's number on the baseline of its first line.
func (p *painter) number(n int, st textlayout.Style, y float32) {
	if n == 0 {
		return
	}
	v := p.v
	s, size := strconv.Itoa(n), v.numberSize()
	box, base := fyne.CurrentApp().Driver().RenderedTextSize(s, size, fyne.TextStyle{}, nil)
	p.sheet.text(s, v.columns.number-box.Width, round(y+v.face.base[st]-base), size, fyne.TextStyle{}, v.colours.faint)
}

// marks draws the marks of a line, their tints from the lowest kind up.
func (p *painter) marks(i int, st textlayout.Style, y float32) {
	v := p.v
	in := v.lay.Line(i)
	p.found = v.index.In(in, p.found[:0])
	if len(p.found) == 0 {
		return
	}
	slices.SortStableFunc(p.found, func(i, j int) int {
		a, b := v.marks[i], v.marks[j]
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(b.Len(), a.Len()))
	})
	for _, k := range p.found {
		m := v.marks[k]
		extents := v.lay.Extents(i, m.Span)
		for _, e := range extents {
			p.tint(m, e, i, st, y)
		}
		p.gutter(k, i, y, len(extents) > 0)
	}
}

// tint draws one stretch of a mark: its ground, and its shape above the words.
func (p *painter) tint(m Mark, e textlayout.Extent, i int, st textlayout.Style, y float32) {
	v := p.v
	if looks[m.Kind].bare {
		return
	}
	high := v.lay.LineHeight(i)
	x, w := v.columns.left+e.X0, max(1, e.X1-e.X0)
	p.sheet.ground(box{x: x - 1, y: y + 1, w: w + 2, h: high - 2, fill: v.colours.tint(m), radius: 2})
	look, ink := &looks[m.Kind], v.colours.tones[m.Kind].ink
	under := min(round(y+v.face.base[st]+3+2*float32(look.track)), y+high-3)
	switch look.shape {
	case solid:
		p.sheet.figure(box{x: x, y: under, w: w, h: 2, fill: ink})
	case double:
		p.sheet.figure(box{x: x, y: under - 2, w: w, h: 1, fill: ink})
		p.sheet.figure(box{x: x, y: under, w: w, h: 1, fill: ink})
	case dashed, dotted, wavy:
		p.sheet.pattern(look.shape, x, under-1, w, ink)
	case strike:
		p.sheet.figure(box{x: x, y: round(y + v.face.base[st] - v.face.size[st]*0.27), w: w, h: 1, fill: ink})
	case outline:
		p.sheet.figure(box{x: x - 2, y: y, w: w + 4, h: high, line: ink, stroke: 2, radius: 3})
	}
}

// selection lies over the tints and below the words. A paragraph's end that is
// selected shows as a little more.
func (p *painter) selection(i int, y float32) {
	v := p.v
	s := v.Selection()
	in := v.lay.Line(i)
	if s.Empty() || s.Start > in.End || s.End < in.Start {
		return
	}
	c := v.colours.selection
	if !v.body.focused {
		c = mix(v.colours.ground, c, 0.7)
	}
	for _, e := range v.lay.Extents(i, s) {
		p.sheet.ground(box{x: v.columns.left + e.X0, y: y, w: e.X1 - e.X0, h: v.lay.LineHeight(i), fill: c})
	}
	if s.Start <= in.End && s.End > in.End && v.lay.ParagraphAt(in.Start).End == in.End {
		p.sheet.ground(box{x: v.columns.left + v.lay.X(i, in.End), y: y, w: 6, h: v.lay.LineHeight(i), fill: c})
	}
}

// caret shows where keys move from.
func (p *painter) caret(i int, y float32) {
	v := p.v
	if !v.body.focused || v.doc.Len() == 0 || v.lay.LineAt(v.sel.caret) != i {
		return
	}
	high := v.lay.LineHeight(i)
	p.sheet.figure(box{x: round(v.columns.left + v.lay.X(i, v.sel.caret) - 1), y: y + 2, w: 2, h: high - 4, fill: v.colours.focus})
}
