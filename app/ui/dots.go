package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/index/source"
)

// dots shows the versions of an article as a row of dots, the open one filled.
// One version needs no dots.
type dots struct {
	widget.BaseWidget
	versions []source.VersionID
	open     source.VersionID
}

// maxDots is how many are drawn; an article with more is shown by its last ones.
const maxDots = 7

const (
	dotSize = 7
	dotGap  = 4
)

func newDots() *dots {
	d := &dots{}
	d.ExtendBaseWidget(d)
	return d
}

func (d *dots) show(versions []source.VersionID, open source.VersionID) {
	if len(versions) < 2 {
		versions = nil
	}
	if len(versions) > maxDots {
		versions = versions[len(versions)-maxDots:]
	}
	d.versions, d.open = versions, open
	d.Hidden = len(versions) == 0
	d.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (d *dots) CreateRenderer() fyne.WidgetRenderer { return &dotsRenderer{d: d} }

type dotsRenderer struct {
	d       *dots
	objects []fyne.CanvasObject
}

func (r *dotsRenderer) Destroy()                     {}
func (r *dotsRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *dotsRenderer) Layout(fyne.Size)             { r.draw() }

func (r *dotsRenderer) MinSize() fyne.Size {
	n := float32(len(r.d.versions))
	return fyne.NewSize(max(0, n*(dotSize+dotGap)-dotGap), dotSize)
}

func (r *dotsRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.d)
}

func (r *dotsRenderer) draw() {
	r.objects = r.objects[:0]
	ink := theme.ColorForWidget(colourMuted, r.d)
	full := theme.ColorForWidget(colourInfo, r.d)
	for i, v := range r.d.versions {
		c := canvas.NewCircle(color.Transparent)
		c.StrokeColor, c.StrokeWidth = ink, 1.5
		if v == r.d.open {
			c.FillColor, c.StrokeColor = full, full
		}
		c.Resize(fyne.NewSize(dotSize, dotSize))
		c.Move(fyne.NewPos(float32(i)*(dotSize+dotGap), (r.d.Size().Height-dotSize)/2))
		r.objects = append(r.objects, c)
	}
}
