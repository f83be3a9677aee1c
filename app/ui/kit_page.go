package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
	"stet/claims"
)

// page is a column that scrolls. Its parts are laid out at the width there is and
// then get the height they need at that width.
type page struct {
	scroll *container.Scroll
	column *fyne.Container
	box    *fyne.Container
}

func newPage(gap float32, o ...fyne.CanvasObject) *page {
	p := &page{column: container.New(columnLayout{gap}, o...)}
	p.scroll = container.NewVScroll(p.column)
	p.box = container.New(pageLayout{p}, p.scroll)
	return p
}

// lay lays the column out again, after its parts changed.
func (p *page) lay() {
	w := p.scroll.Size().Width
	if w <= 0 {
		return
	}
	p.column.Resize(fyne.NewSize(w, p.column.MinSize().Height))
	p.column.Resize(fyne.NewSize(w, p.column.MinSize().Height))
	p.column.Refresh()
	p.scroll.Refresh()
}

type pageLayout struct{ p *page }

func (l pageLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, 80) }

func (l pageLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(s)
	l.p.lay()
}

// columnLayout puts things below one another, each as high as it is at the width
// it gets.
type columnLayout struct{ gap float32 }

func (l columnLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(40, 0) // what does not fit is cut, never pushes the edge
	for _, x := range o {
		if !x.Visible() {
			continue
		}
		if s.Height > 0 {
			s.Height += l.gap
		}
		s.Height += x.MinSize().Height
	}
	return s
}

func (l columnLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	y := float32(0)
	for _, x := range o {
		if !x.Visible() {
			continue
		}
		x.Resize(fyne.NewSize(s.Width, x.MinSize().Height))
		h := x.MinSize().Height
		x.Resize(fyne.NewSize(s.Width, h))
		x.Move(fyne.NewPos(0, y))
		y += h + l.gap
	}
}

// column puts things below one another, with text that wraps.
func column(gap float32, o ...fyne.CanvasObject) *fyne.Container {
	return container.New(columnLayout{gap}, o...)
}

// small is a button of little weight with a word.
func small(text string, i fyne.Resource, run func()) *ttwidget.Button {
	b := ttwidget.NewButtonWithIcon(text, i, run)
	b.Importance = widget.LowImportance
	return b
}

// wrapRow is a row that goes on below where it is full.
func wrapRow(o ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewRowWrapLayoutWithCustomPadding(4, 4), o...)
}

// section is a part of a column under a small heading.
func section(title string, tools fyne.CanvasObject, o ...fyne.CanvasObject) fyne.CanvasObject {
	h := captionText(title)
	h.Style.Bold = true
	var head fyne.CanvasObject = h
	if tools != nil {
		head = container.NewBorder(nil, nil, nil, tools, middle(h))
	}
	return column(5, append([]fyne.CanvasObject{newLine(), pad(3, 0, 0, 0, head)}, o...)...)
}

// toneOf is the colour of a tone of the view models.
func toneOf(t present.Tone) tone {
	return map[present.Tone]tone{present.ToneGood: toneGood, present.ToneWarn: toneWarn, present.ToneBad: toneBad}[t]
}

// checkTone and reviewTone are the colours of the two statuses.
func checkTone(c claims.Check) tone {
	return map[claims.Check]tone{claims.Confirmed: toneGood, claims.ChangeNeeded: toneBad, claims.CannotBe: toneWarn, claims.InProgress: toneInfo}[c]
}

func reviewTone(r claims.Review) tone {
	return map[claims.Review]tone{claims.Submitted: toneInfo, claims.Returned: toneWarn, claims.Approved: toneGood}[r]
}

// notice is a sentence on a ground of its own, with buttons.
func notice(c, ground fyne.ThemeColorName, text string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	t := captionText(text).wrapped(0)
	t.Colour = c
	f := newFill(ground)
	f.Radius = 4
	in := column(2, t)
	if len(buttons) > 0 {
		in.Add(wrapRow(buttons...))
	}
	return container.NewStack(f, pad(5, 5, 8, 8, in))
}
