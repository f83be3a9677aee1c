package textview

import (
	"image"
	"image/color"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// rulerWidth is the width of the ruler, in the theme's units; it has three
// lanes.
const (
	rulerWidth = 15
	rulerLanes = 3
	tickHeight = 2
)

// ruler shows where in the whole text the marks are and what part is in sight.
// A click or a drag goes there.
type ruler struct {
	widget.BaseWidget
	v      *View
	ticks  *canvas.Raster
	window *canvas.Rectangle
}

var (
	_ fyne.Draggable     = (*ruler)(nil)
	_ fyne.Scrollable    = (*ruler)(nil)
	_ desktop.Mouseable  = (*ruler)(nil)
	_ desktop.Cursorable = (*ruler)(nil)
)

func newRuler(v *View) *ruler {
	r := &ruler{v: v, window: canvas.NewRectangle(color.Transparent)}
	r.ticks = canvas.NewRaster(r.draw)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *ruler) CreateRenderer() fyne.WidgetRenderer { return rulerRenderer{r} }

type rulerRenderer struct{ r *ruler }

func (x rulerRenderer) Destroy()           {}
func (x rulerRenderer) MinSize() fyne.Size { return fyne.NewSize(0, 0) }
func (x rulerRenderer) Refresh()           { x.r.redraw() }
func (x rulerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.r.window, x.r.ticks}
}

func (x rulerRenderer) Layout(size fyne.Size) {
	x.r.ticks.Resize(size)
	x.r.follow()
}

// whole is the height the ruler stands for: that of the text, or of the pane
// when the text is shorter.
func (r *ruler) whole() float32 {
	return max(r.v.body.MinSize().Height, r.v.scroll.Size().Height, 1)
}

// follow moves the window to what is in sight.
func (r *ruler) follow() {
	size := r.Size()
	share := r.v.scroll.Size().Height / r.whole()
	if size.Width <= 0 || share >= 1 {
		r.window.Hide()
		return
	}
	r.window.FillColor = mix(r.v.colours.ground, r.v.colours.text, 0.14)
	r.window.Show()
	r.window.Resize(fyne.NewSize(size.Width, max(8, round(size.Height*share))))
	r.window.Move(fyne.NewPos(0, round(size.Height*r.v.scroll.Offset.Y/r.whole())))
}

// redraw follows a change of text, marks or colours.
func (r *ruler) redraw() {
	r.follow()
	r.ticks.Refresh()
}

// draw paints the ticks: a stretch of its lane for every mark, the current one
// across all lanes. Faint kinds first, so that they hide nothing.
func (r *ruler) draw(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, max(1, w), max(1, h)))
	v := r.v
	if v.lay == nil || r.Size().Height <= 0 || v.style.Plain {
		return img
	}
	perUnit := float32(h) / r.whole()
	thick := max(1, int(tickHeight*float32(h)/r.Size().Height))
	for k := range numKinds {
		ink := v.colours.tones[k].ink
		for _, m := range v.marks {
			if m.Kind != k {
				continue
			}
			first, last := v.lay.LineAt(m.Start), v.lay.LineAt(m.End-1)
			y0 := int((v.lay.Top(first) + marginY) * perUnit)
			y1 := int((v.lay.Top(last) + v.lay.LineHeight(last)/2 + marginY) * perUnit)
			x0, x1 := lane(w, int(looks[k].lane))
			if k == Current {
				x0, x1 = 0, w
			}
			bar(img, image.Rect(x0, y0, x1, max(y1, y0+thick)), ink)
		}
	}
	return img
}

// lane is the extent of a lane in pixels, with a gap behind it.
func lane(w, n int) (x0, x1 int) {
	edge := max(1, w/rulerWidth)
	x0 = edge + n*(w-2*edge)/rulerLanes
	return x0, edge + (n+1)*(w-2*edge)/rulerLanes - edge
}

func bar(img draw.Image, r image.Rectangle, c color.NRGBA) {
	draw.Draw(img, r, image.NewUniform(c), image.Point{}, draw.Src)
}

// MouseDown implements desktop.Mouseable.
func (r *ruler) MouseDown(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonPrimary {
		r.jump(e.Position.Y)
	}
}

// MouseUp implements desktop.Mouseable.
func (r *ruler) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable.
func (r *ruler) Dragged(e *fyne.DragEvent) { r.jump(e.Position.Y) }

// DragEnd implements fyne.Draggable.
func (r *ruler) DragEnd() {}

// Scrolled implements fyne.Scrollable: the wheel does here what it does beside.
func (r *ruler) Scrolled(e *fyne.ScrollEvent) { r.v.scroll.Scrolled(e) }

// Cursor implements desktop.Cursorable.
func (r *ruler) Cursor() desktop.Cursor { return desktop.PointerCursor }

// jump brings the part of the text at a height of the ruler to the middle.
func (r *ruler) jump(y float32) {
	if r.v.lay == nil || r.Size().Height <= 0 {
		return
	}
	r.v.scrollY(y/r.Size().Height*r.whole() - r.v.scroll.Size().Height/2)
}
