package textview

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// gutter draws what belongs beside a line: a bar along the lines of evidence
// and of differences, and on the first line of a mark its sign. Where several
// marks begin on a line the last kind has the sign; a click on it means that
// mark.
func (p *painter) gutter(k, i int, y float32, drawn bool) {
	v := p.v
	if v.style.Plain || !drawn {
		return
	}
	m := v.marks[k]
	look, ink := &looks[m.Kind], v.colours.tones[m.Kind].ink
	high := v.lay.LineHeight(i)
	if look.bar {
		p.sheet.figure(box{x: v.columns.bar, y: y + 1, w: barWidth, h: high - 2, fill: ink})
	}
	if look.sign == noSign || m.Start < v.lay.Line(i).Start {
		return
	}
	p.signs[i] = k
	p.pending = append(p.pending, placedSign{look.sign, ink, i, v.columns.sign, y + high/2})
}

// placedSign is a sign waiting until all marks of its line are known.
type placedSign struct {
	sign sign
	ink  color.NRGBA
	line int
	x, y float32
}

// drawSigns draws the last sign of every line.
func (p *painter) drawSigns() {
	for n, s := range p.pending {
		if n+1 < len(p.pending) && p.pending[n+1].line == s.line {
			continue
		}
		p.sign(s)
	}
	p.pending = p.pending[:0]
}

// sign draws a figure around a point. The bundled fonts lack most symbols, so
// signs are made of rectangles and polygons.
func (p *painter) sign(s placedSign) {
	x, y := round(s.x), round(s.y)
	switch s.sign {
	case disc:
		p.sheet.figure(box{x: x - 4, y: y - 4, w: 8, h: 8, fill: s.ink, radius: 4})
	case ring:
		p.sheet.figure(box{x: x - 4, y: y - 4, w: 8, h: 8, line: s.ink, stroke: 2, radius: 4})
	case plus:
		p.sheet.figure(box{x: x - 4, y: y - 1, w: 9, h: 2, fill: s.ink})
		p.sheet.figure(box{x: x - 1, y: y - 5, w: 2, h: 9, fill: s.ink})
	case minus:
		p.sheet.figure(box{x: x - 4, y: y - 1, w: 9, h: 2, fill: s.ink})
	case up:
		p.polygon(3, x, y, 10, 0, s.ink)
	case down:
		p.polygon(3, x, y, 10, 180, s.ink)
	case diamond:
		p.polygon(4, x, y, 11, 0, s.ink)
	case arrows:
		p.polygon(3, x, y-4, 8, 0, s.ink)
		p.polygon(3, x, y+4, 8, 180, s.ink)
	case square:
		p.sheet.figure(box{x: x - 4, y: y - 4, w: 8, h: 8, line: s.ink, stroke: 1.5, radius: 1})
	case alert:
		p.sheet.figure(box{x: x - 1, y: y - 6, w: 3, h: 8, fill: s.ink, radius: 1})
		p.sheet.figure(box{x: x - 1, y: y + 3, w: 3, h: 3, fill: s.ink, radius: 1})
	}
}

func (p *painter) polygon(sides uint, x, y, side, angle float32, ink color.NRGBA) {
	t := p.sheet.polygons.next()
	t.Sides, t.FillColor, t.Angle = sides, ink, angle
	t.Move(fyne.NewPos(x-side/2, y-side/2))
	t.Resize(fyne.NewSize(side, side))
	p.sheet.figures = append(p.sheet.figures, t)
}
