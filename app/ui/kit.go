package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
)

// fill is a rectangle whose colours follow the theme.
type fill struct {
	widget.BaseWidget
	Ground, Edge fyne.ThemeColorName // "" is none
	Radius       float32
	Thick        bool // the edge is twice as wide
}

func newFill(ground fyne.ThemeColorName) *fill {
	f := &fill{Ground: ground}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer implements fyne.Widget.
func (f *fill) CreateRenderer() fyne.WidgetRenderer {
	r := &fillRenderer{f: f, rect: canvas.NewRectangle(color.Transparent)}
	r.draw()
	return r
}

type fillRenderer struct {
	f    *fill
	rect *canvas.Rectangle
}

func (r *fillRenderer) Destroy()                     {}
func (r *fillRenderer) Layout(s fyne.Size)           { r.rect.Resize(s) }
func (r *fillRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *fillRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *fillRenderer) Refresh()                     { r.draw(); r.rect.Refresh() }

func (r *fillRenderer) draw() {
	r.rect.FillColor, r.rect.StrokeColor, r.rect.StrokeWidth = color.Transparent, color.Transparent, 0
	r.rect.CornerRadius = r.f.Radius
	if r.f.Ground != "" {
		r.rect.FillColor = theme.ColorForWidget(r.f.Ground, r.f)
	}
	if r.f.Edge != "" {
		r.rect.StrokeColor, r.rect.StrokeWidth = theme.ColorForWidget(r.f.Edge, r.f), 1
		if r.f.Thick {
			r.rect.StrokeWidth = 2
		}
	}
}

// on puts something on a ground.
func on(ground fyne.ThemeColorName, o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(newFill(ground), o)
}

// pad leaves room around something.
func pad(top, bottom, left, right float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(top, bottom, left, right), o)
}

// rows and cells put things below and beside one another with a gap.
func rows(gap float32, o ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), o...)
}

func cells(gap float32, o ...fyne.CanvasObject) *fyne.Container {
	return container.New(cellsLayout{gap}, o...)
}

// cellsLayout is a row in which everything has its own width and stands at its
// own height in the middle. What is hidden leaves no gap.
type cellsLayout struct{ gap float32 }

func (l cellsLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, x := range o {
		if !x.Visible() {
			continue
		}
		m := x.MinSize()
		if s.Width > 0 {
			s.Width += l.gap
		}
		s.Width += m.Width
		s.Height = max(s.Height, m.Height)
	}
	return s
}

func (l cellsLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	at := float32(0)
	for _, x := range o {
		if !x.Visible() {
			continue
		}
		m := x.MinSize()
		x.Resize(m)
		x.Move(fyne.NewPos(at, (s.Height-m.Height)/2))
		at += m.Width + l.gap
	}
}

// middle keeps something at its height in a row that is higher.
func middle(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(middleLayout{}, o)
}

type middleLayout struct{}

func (middleLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	if !o[0].Visible() {
		return fyne.Size{}
	}
	return o[0].MinSize()
}

func (middleLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(s.Width, h))
	o[0].Move(fyne.NewPos(0, (s.Height-h)/2))
}

// tone is what a badge's colour says.
type tone int

const (
	tonePlain tone = iota
	toneInfo
	toneGood
	toneWarn
	toneBad
)

// toneColours are ground and text of every tone.
var toneColours = map[tone][2]fyne.ThemeColorName{
	tonePlain: {colourPlainBg, colourMuted}, toneInfo: {colourInfoBg, colourInfo}, toneGood: {colourGoodBg, colourGood},
	toneWarn: {colourWarnBg, colourWarn}, toneBad: {colourBadBg, colourBad},
}

// badge is a short word on a ground of its own.
type badge struct {
	widget.BaseWidget
	text *prose
	back *fill
}

func newBadge(text string, t tone) *badge {
	b := &badge{text: captionText(text).whole(), back: newFill("")}
	b.back.Radius = 4
	b.ExtendBaseWidget(b)
	b.Set(text, t)
	return b
}

// Set changes word and tone; a badge without a word takes no room.
func (b *badge) Set(text string, t tone) {
	c := toneColours[t]
	b.Hidden = text == ""
	b.back.Ground = c[0]
	b.text.Text, b.text.Colour = text, c[1]
	b.back.Refresh()
	b.text.Refresh()
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *badge) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(b.back, pad(1, 1, 6, 6, b.text)))
}

// keyHint shows a key as it is printed on the keyboard.
func keyHint(k present.Key) fyne.CanvasObject {
	back := newFill("")
	back.Edge, back.Radius = theme.ColorNameInputBorder, 3
	return container.NewStack(back, pad(0, 0, 5, 5, captionText(k.String()).whole()))
}

// header is the line above a pane: its title and its tools.
func header(title fyne.CanvasObject, tools ...fyne.CanvasObject) fyne.CanvasObject {
	right := cells(2, tools...)
	line := container.NewBorder(nil, nil, nil, middle(right), middle(title))
	return rows(0, pad(5, 4, 12, 6, container.NewStack(headerHeight(), line)), newLine())
}

// headerHeight keeps the headers of neighbouring panes equally high.
func headerHeight() fyne.CanvasObject { return lineRoom(30) }

// lineRoom is room as high as something that grows with the text.
func lineRoom(h float32) fyne.CanvasObject {
	return container.New(fixedHeight{h}, spacer(0, 0))
}

// newLine is a hairline.
func newLine() fyne.CanvasObject { return widget.NewSeparator() }

// emptyState says why there is nothing here and what to do next.
func emptyState(i fyne.Resource, title, text string, next ...fyne.CanvasObject) fyne.CanvasObject {
	head := newProse(title, theme.SizeNameSubHeadingText, colourText).centred()
	head.Style.Bold = true
	head.Lines = 2
	o := []fyne.CanvasObject{}
	if i != nil {
		img := widget.NewIcon(i)
		o = append(o, container.NewCenter(container.NewGridWrap(fyne.NewSize(40, 40), img)))
	}
	o = append(o, head, mutedText(text).wrapped(0).centred())
	for _, n := range next {
		o = append(o, container.NewCenter(n))
	}
	return container.New(narrow{340}, rows(10, o...))
}

// emptiness is where a list says why it is empty. It is drawn anew only when the
// reason is another one.
type emptiness struct {
	box    *fyne.Container
	reason string
	view   func(reason string) fyne.CanvasObject
}

func newEmptiness(view func(reason string) fyne.CanvasObject) *emptiness {
	return &emptiness{box: container.NewStack(), view: view}
}

// show says why list is empty, in its place; "" shows the list.
func (e *emptiness) show(reason string, list fyne.CanvasObject) {
	if reason != e.reason {
		e.reason = reason
		e.box.Objects = nil
		if reason != "" {
			e.box.Objects = []fyne.CanvasObject{e.view(reason)}
		}
		e.box.Refresh()
	}
	setVisible(e.box, reason != "")
	setVisible(list, reason == "")
}

// narrow keeps something in the middle, at most so wide.
type narrow struct{ width float32 }

func (n narrow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(min(n.width, 160), o[0].MinSize().Height+24)
}

func (n narrow) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := min(n.width, s.Width-32)
	o[0].Resize(fyne.NewSize(w, o[0].MinSize().Height))
	h := o[0].MinSize().Height // now that it knows its width
	o[0].Resize(fyne.NewSize(w, h))
	o[0].Move(fyne.NewPos((s.Width-w)/2, max(12, (s.Height-h)*0.4)))
}

// iconButton is a small button with a sign only; the tip says what it does.
func iconButton(i fyne.Resource, tip string, run func()) *ttwidget.Button {
	b := ttwidget.NewButtonWithIcon("", i, run)
	b.Importance = widget.LowImportance
	b.SetToolTip(tip)
	return b
}

// inLine gives a sign the size of a line.
func inLine(sign *widget.Icon) fyne.CanvasObject {
	return container.New(layout.NewGridWrapLayout(fyne.NewSize(16, 16)), sign)
}

// smallIcon is a sign of the size of a line.
func smallIcon(name string, c fyne.ThemeColorName) fyne.CanvasObject {
	return inLine(widget.NewIcon(icon(name, c)))
}

// spacer takes room.
func spacer(w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}
