package ui

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/app/present"
	"stet/app/workspace"
	"stet/claims/toll"
	"stet/claims/toll/chart"
)

// tollChart draws the chart of a board as wide as it is, in the theme's light or
// dark and as large as the text. Pointing at a mark says what it is; a tap opens its words.
type tollChart struct {
	widget.BaseWidget
	w     *Window
	m     *present.Tolls
	board *workspace.TollBoard
	drawn chart.Drawing
}

var (
	_ fyne.Tappable     = (*tollChart)(nil)
	_ desktop.Hoverable = (*tollChart)(nil)
)

func newTollChart(w *Window, m *present.Tolls) *tollChart {
	c := &tollChart{w: w, m: m}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows another board.
func (c *tollChart) Set(b *workspace.TollBoard) {
	c.board = b
	c.lay(c.Size().Width)
	c.Refresh()
}

// Resize lays the chart out for its width.
func (c *tollChart) Resize(s fyne.Size) {
	if math.Abs(float64(s.Width)-c.drawn.W) >= 1 {
		c.lay(s.Width)
	}
	c.BaseWidget.Resize(s)
}

func (c *tollChart) lay(width float32) {
	var b toll.Board
	if c.board != nil {
		b = c.board.Board
	}
	k := float64(grown(1))
	d := chart.Untitled(b, float64(width)/k)
	d.W, d.H = d.W*k, d.H*k
	for i := range d.Shapes {
		s := &d.Shapes[i]
		s.X, s.Y, s.W, s.H, s.Size = s.X*k, s.Y*k, s.W*k, s.H*k, s.Size*k
	}
	c.drawn = d
}

// MinSize is as high as the drawing.
func (c *tollChart) MinSize() fyne.Size {
	return fyne.NewSize(grown(chart.LeastWidth), float32(c.drawn.H))
}

// markReach is how far from a mark the pointer may be, in the theme's units.
const markReach = 12

// at finds the mark under the pointer, "" for none.
func (c *tollChart) at(p fyne.Position) string {
	best, row := float64(markReach), ""
	for _, s := range c.drawn.Shapes {
		if d := math.Hypot(s.X-float64(p.X), s.Y-float64(p.Y)); s.Row != "" && d < best {
			best, row = d, s.Row
		}
	}
	return row
}

func (c *tollChart) row(id string) *toll.Row {
	var out *toll.Row
	if c.board != nil && id != "" {
		c.board.Each(func(_ *toll.Group, r *toll.Row) {
			if r.ID == id {
				out = r
			}
		})
	}
	return out
}

// Tapped implements fyne.Tappable.
func (c *tollChart) Tapped(e *fyne.PointEvent) {
	if r := c.row(c.at(e.Position)); r != nil {
		c.m.OpenPlace(r.Place())
	}
}

// MouseIn implements desktop.Hoverable.
func (c *tollChart) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (c *tollChart) MouseMoved(e *desktop.MouseEvent) {
	if r := c.row(c.at(e.Position)); r != nil {
		c.w.say(toll.Say(r.Range) + "  “" + r.Words + "”  " + present.OutletName(r.Outlet) + ", " + present.Moment(r.At.UTC()) + ". Tap to read it in the article.")
		return
	}
	c.w.say("")
}

// MouseOut implements desktop.Hoverable.
func (c *tollChart) MouseOut() { c.w.say("") }

// CreateRenderer implements fyne.Widget.
func (c *tollChart) CreateRenderer() fyne.WidgetRenderer { return &tollChartRenderer{c: c} }

type tollChartRenderer struct {
	c       *tollChart
	objects []fyne.CanvasObject
}

func (r *tollChartRenderer) Destroy()                     {}
func (r *tollChartRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *tollChartRenderer) MinSize() fyne.Size           { return r.c.MinSize() }
func (r *tollChartRenderer) Layout(fyne.Size)             { r.draw() }

func (r *tollChartRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.c)
}

// draw makes an object of every shape; the page's own ground is the pane's.
func (r *tollChartRenderer) draw() {
	r.objects = r.objects[:0]
	p := chartPalette()
	for i, s := range r.c.drawn.Shapes {
		if i > 0 || s.Ink != chart.Ground {
			r.objects = append(r.objects, chartObject(s, p)...)
		}
	}
}

// chartPalette is the palette of the theme that shows; its greys are the window's.
func chartPalette() chart.Palette {
	ground := colour(theme.ColorNameBackground)
	base := chart.Light
	if int(ground.R)+int(ground.G)+int(ground.B) < 3*128 {
		base = chart.Dark
	}
	p := chart.Palette{}
	for k, v := range base {
		p[k] = v
	}
	p[chart.Ground], p[chart.Panel], p[chart.Grid] = ground, colour(colourList), colour(colourLine)
	p[chart.Text], p[chart.Muted], p[chart.Bad] = colour(colourText), colour(colourMuted), colour(colourBad)
	return p
}

// chartObject makes the objects of one shape.
func chartObject(s chart.Shape, p chart.Palette) []fyne.CanvasObject {
	c := p[s.Ink]
	if s.Pale {
		c.A = 107
	}
	place := func(o fyne.CanvasObject, x, y, w, h float64) []fyne.CanvasObject {
		o.Move(fyne.NewPos(float32(x), float32(y)))
		o.Resize(fyne.NewSize(float32(w), float32(max(0, h))))
		return []fyne.CanvasObject{o}
	}
	switch s.Kind {
	case chart.Rect:
		return place(canvas.NewRectangle(c), s.X, s.Y, s.W, s.H)
	case chart.FadeUp, chart.FadeDown:
		strong, none := c, c
		strong.A, none.A = uint8(float64(c.A)*0.55), 0
		if s.Kind == chart.FadeUp {
			strong, none = none, strong
		}
		return place(canvas.NewVerticalGradient(strong, none), s.X, s.Y, s.W, s.H)
	case chart.Line:
		l := canvas.NewLine(c)
		l.StrokeWidth = float32(s.Size)
		l.Position1, l.Position2 = fyne.NewPos(float32(s.X), float32(s.Y)), fyne.NewPos(float32(s.X+s.W), float32(s.Y+s.H))
		return []fyne.CanvasObject{l}
	case chart.Label:
		return chartLabel(s, c)
	}
	return chartMark(s, c, p)
}

func chartLabel(s chart.Shape, c color.NRGBA) []fyne.CanvasObject {
	t := canvas.NewText(s.S, c)
	t.TextSize = float32(s.Size)
	t.TextStyle.Bold = s.Bold
	size := t.MinSize()
	x := float32(s.X)
	switch s.Align {
	case chart.Middle:
		x -= size.Width / 2
	case chart.End:
		x -= size.Width
	}
	const ascent = 0.79 // of a line's height, above the baseline
	t.Move(fyne.NewPos(x, float32(s.Y)-size.Height*ascent))
	t.Resize(size)
	return []fyne.CanvasObject{t}
}

func chartMark(s chart.Shape, c color.NRGBA, p chart.Palette) []fyne.CanvasObject {
	fill, edge := color.Color(c), color.Color(color.Transparent)
	if s.Hollow {
		fill, edge = p[chart.Panel], c
	}
	if s.Kind == chart.Circle {
		o := canvas.NewCircle(fill)
		if s.Hollow { // an edge nobody sees would eat of the mark
			o.StrokeColor, o.StrokeWidth = edge, 1.5
		}
		o.Move(fyne.NewPos(float32(s.X-s.Size), float32(s.Y-s.Size)))
		o.Resize(fyne.NewSquareSize(float32(2 * s.Size)))
		return []fyne.CanvasObject{o}
	}
	const room = 2 // around the corners, for the edge
	left, top := s.X-1.3*s.Size-room, s.Y-1.3*s.Size-room
	var points []fyne.Position
	for _, k := range chart.Corners(s) {
		points = append(points, fyne.NewPos(float32(k[0]-left), float32(k[1]-top)))
	}
	o := canvas.NewArbitraryPolygon(points, fill)
	if s.Hollow {
		o.StrokeColor, o.StrokeWidth = edge, 1.5
	}
	o.Move(fyne.NewPos(float32(left), float32(top)))
	o.Resize(fyne.NewSquareSize(float32(2 * (1.3*s.Size + room))))
	return []fyne.CanvasObject{o}
}
