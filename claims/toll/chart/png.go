package chart

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// mostPixels bounds a picture's width and height.
const mostPixels = 16_000

// PNG writes a drawing as a picture, scale pixels to one of the page; 2 is sharp in
// print. Letters are those of the Go fonts, so that it is the same on every machine.
func PNG(w io.Writer, d Drawing, p Palette, scale float64) error {
	if scale <= 0 || math.IsNaN(scale) || d.W*scale > mostPixels || d.H*scale > mostPixels {
		return fmt.Errorf("chart: a picture of %g times %g × %g pixels is too large; ask for a smaller one", scale, d.W, d.H)
	}
	fonts, err := loadFonts()
	if err != nil {
		return err
	}
	r := raster{img: image.NewRGBA(image.Rect(0, 0, int(math.Ceil(d.W*scale)), int(math.Ceil(d.H*scale)))), p: p, k: scale, fonts: fonts, faces: map[faceKey]font.Face{}}
	draw.Draw(r.img, r.img.Bounds(), image.NewUniform(p[Ground]), image.Point{}, draw.Src)
	for _, s := range d.Shapes {
		if err := r.shape(s); err != nil {
			return err
		}
	}
	return png.Encode(w, r.img)
}

// loadFonts parses the regular and the bold font once.
var loadFonts = sync.OnceValues(func() ([2]*opentype.Font, error) {
	var out [2]*opentype.Font
	for i, ttf := range [][]byte{goregular.TTF, gobold.TTF} {
		f, err := opentype.Parse(ttf)
		if err != nil {
			return out, fmt.Errorf("chart: the program's own font: %w", err)
		}
		out[i] = f
	}
	return out, nil
})

type faceKey struct {
	bold bool
	size float64
}

type raster struct {
	img   *image.RGBA
	p     Palette
	k     float64
	fonts [2]*opentype.Font
	faces map[faceKey]font.Face
}

func (r *raster) shape(s Shape) error {
	c := r.p[s.Ink]
	if s.Pale {
		c.A = uint8(float64(c.A) * paleShare)
	}
	switch s.Kind {
	case Rect:
		r.fill(c, box(s.X, s.Y, s.W, s.H))
	case FadeUp, FadeDown:
		r.fading(s, c)
	case Line:
		r.fill(c, stroke(s.X, s.Y, s.X+s.W, s.Y+s.H, s.Size))
	case Label:
		return r.text(s, c)
	case Circle:
		r.marker(s, c, round(s.X, s.Y, s.Size), round(s.X, s.Y, s.Size-1.5))
	default:
		inner := s
		inner.Size -= 1.8
		r.marker(s, c, corners(s), corners(inner))
	}
	return nil
}

// marker fills a marker, or only its edge.
func (r *raster) marker(s Shape, c color.NRGBA, outer, inner [][2]float64) {
	r.fill(c, outer)
	if s.Hollow {
		r.fill(r.p[Panel], inner)
	}
}

func box(x, y, w, h float64) [][2]float64 {
	return [][2]float64{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
}

// round is a circle as a polygon fine enough for the eye.
func round(x, y, r float64) [][2]float64 {
	const n = 32
	out := make([][2]float64, n)
	for i := range out {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / n)
		out[i] = [2]float64{x + r*cos, y + r*sin}
	}
	return out
}

// stroke is a line as the polygon it covers.
func stroke(x1, y1, x2, y2, w float64) [][2]float64 {
	l := math.Hypot(x2-x1, y2-y1)
	if l == 0 {
		return nil
	}
	dx, dy := (y2-y1)/l*w/2, (x1-x2)/l*w/2
	return [][2]float64{{x1 + dx, y1 + dy}, {x2 + dx, y2 + dy}, {x2 - dx, y2 - dy}, {x1 - dx, y1 - dy}}
}

// fill paints a polygon, smoothed at its edges.
func (r *raster) fill(c color.NRGBA, points [][2]float64) {
	if len(points) < 3 || c.A == 0 {
		return
	}
	lo, hi := points[0], points[0]
	for _, p := range points {
		lo = [2]float64{math.Min(lo[0], p[0]), math.Min(lo[1], p[1])}
		hi = [2]float64{math.Max(hi[0], p[0]), math.Max(hi[1], p[1])}
	}
	area := image.Rect(int(math.Floor(lo[0]*r.k)), int(math.Floor(lo[1]*r.k)), int(math.Ceil(hi[0]*r.k))+1, int(math.Ceil(hi[1]*r.k))+1).Intersect(r.img.Bounds())
	if area.Empty() {
		return
	}
	z := vector.NewRasterizer(area.Dx(), area.Dy())
	at := func(p [2]float64) (float32, float32) {
		return float32(p[0]*r.k - float64(area.Min.X)), float32(p[1]*r.k - float64(area.Min.Y))
	}
	z.MoveTo(at(points[0]))
	for _, p := range points[1:] {
		z.LineTo(at(p))
	}
	z.ClosePath()
	z.Draw(r.img, area, image.NewUniform(c), image.Point{})
}

// fading paints a bar in slices of one pixel, each weaker than the one before.
func (r *raster) fading(s Shape, c color.NRGBA) {
	n := int(math.Ceil(s.H * r.k))
	for i := range n {
		share := 1 - (float64(i)+0.5)/float64(n) // from where it begins
		y := s.Y + s.H*float64(i)/float64(n)
		if s.Kind == FadeUp {
			y = s.Y + s.H - s.H*float64(i+1)/float64(n)
		}
		ink := c
		ink.A = uint8(float64(c.A) * fade * share)
		r.fill(ink, box(s.X, y, s.W, s.H/float64(n)))
	}
}

func (r *raster) text(s Shape, c color.NRGBA) error {
	k := faceKey{s.Bold, s.Size}
	face := r.faces[k]
	if face == nil {
		i := 0
		if s.Bold {
			i = 1
		}
		var err error
		face, err = opentype.NewFace(r.fonts[i], &opentype.FaceOptions{Size: s.Size * r.k, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			return fmt.Errorf("chart: %w", err)
		}
		r.faces[k] = face
	}
	d := font.Drawer{Dst: r.img, Src: image.NewUniform(c), Face: face, Dot: fixed.Point26_6{X: fixed.Int26_6(s.X * r.k * 64), Y: fixed.Int26_6(s.Y * r.k * 64)}}
	switch w := d.MeasureString(s.S); s.Align {
	case Middle:
		d.Dot.X -= w / 2
	case End:
		d.Dot.X -= w
	}
	d.DrawString(s.S)
	return nil
}
