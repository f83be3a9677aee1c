package textview

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// pool keeps canvas objects from one drawing to the next.
type pool[T any] struct {
	all  []T
	used int
	make func() T
}

func (p *pool[T]) next() T {
	if p.used == len(p.all) {
		p.all = append(p.all, p.make())
	}
	p.used++
	return p.all[p.used-1]
}

// sheet is the drawing in the making: three layers, and the pools they take
// from.
type sheet struct {
	rects    pool[*canvas.Rectangle]
	texts    pool[*canvas.Text]
	patterns pool[*pattern]
	polygons pool[*canvas.RegularPolygon]

	grounds, words, figures []fyne.CanvasObject
}

func newSheet() sheet {
	return sheet{
		rects:    pool[*canvas.Rectangle]{make: func() *canvas.Rectangle { return &canvas.Rectangle{} }},
		texts:    pool[*canvas.Text]{make: func() *canvas.Text { return &canvas.Text{} }},
		patterns: pool[*pattern]{make: newPattern},
		polygons: pool[*canvas.RegularPolygon]{make: func() *canvas.RegularPolygon { return &canvas.RegularPolygon{} }},
	}
}

// begin takes everything off the sheet.
func (s *sheet) begin() {
	s.rects.used, s.texts.used, s.patterns.used, s.polygons.used = 0, 0, 0, 0
	s.grounds, s.words, s.figures = s.grounds[:0], s.words[:0], s.figures[:0]
}

// end lists what is on the sheet, from the bottom.
func (s *sheet) end(out []fyne.CanvasObject) []fyne.CanvasObject {
	out = append(out[:0], s.grounds...)
	out = append(out, s.words...)
	return append(out, s.figures...)
}

// box is a rectangle to draw.
type box struct {
	x, y, w, h float32
	fill, line color.NRGBA
	radius     float32
	stroke     float32
}

func (s *sheet) rect(b box) *canvas.Rectangle {
	r := s.rects.next()
	r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius = b.fill, b.line, b.stroke, b.radius
	r.Move(fyne.NewPos(b.x, b.y))
	r.Resize(fyne.NewSize(b.w, b.h))
	return r
}

// ground draws a rectangle below the words, figure one above.
func (s *sheet) ground(b box) { s.grounds = append(s.grounds, s.rect(b)) }
func (s *sheet) figure(b box) { s.figures = append(s.figures, s.rect(b)) }

func (s *sheet) text(str string, x, y, size float32, style fyne.TextStyle, c color.NRGBA) {
	t := s.texts.next()
	t.Text, t.TextSize, t.TextStyle, t.Color = str, size, style, c
	t.Move(fyne.NewPos(x, y))
	// Without a height Fyne takes a line for hidden as soon as its upper edge is.
	t.Resize(fyne.NewSize(1, t.MinSize().Height))
	s.words = append(s.words, t)
}

// pattern is a dashed, dotted or wavy line.
type pattern struct {
	*canvas.Raster
	shape shape
	ink   color.NRGBA
}

// patternHeight is the height of a pattern's object, in the theme's units.
const patternHeight = 4

func newPattern() *pattern {
	p := &pattern{}
	p.Raster = canvas.NewRaster(p.draw)
	return p
}

func (s *sheet) pattern(sh shape, x, y, w float32, ink color.NRGBA) {
	p := s.patterns.next()
	p.Move(fyne.NewPos(x, y))
	size := fyne.NewSize(w, patternHeight)
	if p.shape != sh || p.ink != ink || p.Size() != size {
		p.shape, p.ink = sh, ink
		p.Resize(size)
		p.Refresh()
	}
	s.figures = append(s.figures, p.Raster)
}

// draw paints w by h pixels; one theme unit is h/patternHeight of them.
func (p *pattern) draw(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, max(1, w), max(1, h)))
	unit := float64(h) / patternHeight
	for x := range w {
		u := float64(x) / unit
		for y := range h {
			if a := coverage(p.shape, u, (float64(y)+0.5)/unit, 1/unit); a > 0 {
				c := p.ink
				c.A = uint8(a * 255)
				img.SetNRGBA(x, y, c)
			}
		}
	}
	return img
}

// coverage is how much of a pixel at (u, v), in theme units, is ink.
func coverage(s shape, u, v, pixel float64) float64 {
	switch s {
	case dashed: // 6 on, 3 off, 2 high
		if mod(u, 9) < 6 && v < 2 {
			return 1
		}
	case dotted: // 2 on, 2 off, 2 high
		if mod(u, 4) < 2 && v < 2 {
			return 1
		}
	case wavy: // a triangle wave of period 6 and height 3, 1.3 thick
		t := mod(u, 6)
		if t > 3 {
			t = 6 - t
		}
		d := v - (0.5 + t)
		if d < 0 {
			d = -d
		}
		return clamp01((0.9 - d) / pixel)
	}
	return 0
}

func mod(x, m float64) float64 { return x - m*float64(int(x/m)) }

func clamp01(x float64) float64 { return min(max(x, 0), 1) }
