package textview

import (
	"math"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"stet/app/textlayout"
)

// Style is how a pane sets its text. The zero Style is for reading.
type Style struct {
	// Scale is the size of the text in the theme's text size; 0 means 1.15.
	Scale float32
	// Measure is how many characters of English fit on a line at most; 0 means
	// 76, negative no limit. In a wider pane the column stands in the middle.
	Measure int
	// Plain leaves out the gutter and the ruler.
	Plain bool
}

// readingScale makes prose a little larger than the labels around it.
const readingScale = 1.15

// readingMeasure is the upper end of the 45 to 75 characters that typographers
// advise (Bringhurst, 2.1.2), counted with the ragged edge.
const readingMeasure = 76

// face is how one paragraph style is drawn: in the size of the body text.
type face struct {
	size    float32 // times the body's
	leading float32 // line height, times its own size
	above   float32 // times the body's
	indent  float32
	style   fyne.TextStyle
}

// There are no italics among them: Fyne stretches their textures by a fraction
// of a pixel at many widths, which blurs.
var faces = [textlayout.NumStyles]face{
	textlayout.Body:     {size: 1, leading: 1.45},
	textlayout.Blank:    {size: 1, leading: 0.7},
	textlayout.Headline: {size: 1.6, leading: 1.25, style: fyne.TextStyle{Bold: true}},
	textlayout.Heading:  {size: 1.15, leading: 1.35, above: 0.6, style: fyne.TextStyle{Bold: true}},
	textlayout.Byline:   {size: 0.9, leading: 1.4},
	textlayout.Caption:  {size: 0.85, leading: 1.45},
	textlayout.Notice:   {size: 0.95, leading: 1.45, style: fyne.TextStyle{Bold: true}},
	textlayout.Quote:    {size: 1, leading: 1.45, indent: 1.5},
}

// typeface measures in the fonts of the running app. It implements
// textlayout.Measurer.
type typeface struct {
	size [textlayout.NumStyles]float32
	m    [textlayout.NumStyles]textlayout.Metrics
	drop [textlayout.NumStyles]float32 // from the top of a line to the top of its text
	base [textlayout.NumStyles]float32 // from the top of a line to its baseline
	en   float32                       // mean width of a character of English prose
	rise map[*unicode.RangeTable]float32
}

// pangram stands for English prose: letters about as frequent as they are.
const pangram = "the fire at the harbour had killed at least twelve people by Thursday, officials said in a statement"

// narrowPane is the width, in characters of body text, below which a headline
// is set smaller, and narrowHeadline how large it is then.
const (
	narrowPane     = 45
	narrowHeadline = 1.3
)

// newTypeface measures for a pane of some width.
func newTypeface(w fyne.Widget, s Style, width float32) *typeface {
	scale := s.Scale
	if scale <= 0 {
		scale = readingScale
	}
	body := round(theme.SizeForWidget(theme.SizeNameText, w) * scale)
	t := &typeface{rise: map[*unicode.RangeTable]float32{}}
	narrow := width < narrowPane*fyne.MeasureText(pangram, body, fyne.TextStyle{}).Width/float32(len(pangram))
	for i, f := range faces {
		if narrow {
			f.size = min(f.size, narrowHeadline)
		}
		size := round(body * f.size)
		box, base := fyne.CurrentApp().Driver().RenderedTextSize("Mg", size, f.style, nil)
		t.size[i] = size
		t.m[i] = textlayout.Metrics{
			LineHeight: max(round(size*f.leading), 1),
			Above:      round(body * f.above),
			Indent:     round(body * f.indent),
		}
		if i != int(textlayout.Blank) {
			t.m[i].LineHeight = max(t.m[i].LineHeight, ceil(box.Height))
		}
		t.drop[i] = round((t.m[i].LineHeight - box.Height) / 2)
		t.base[i] = t.drop[i] + base
	}
	t.en = t.Width(pangram, textlayout.Body) / float32(len(pangram))
	return t
}

// Width implements textlayout.Measurer.
func (t *typeface) Width(s string, st textlayout.Style) float32 {
	return fyne.MeasureText(s, t.size[st], faces[st].style).Width
}

// Metrics implements textlayout.Measurer.
func (t *typeface) Metrics(st textlayout.Style) textlayout.Metrics { return t.m[st] }

// same reports whether u measures as t does, by what is easily seen of it.
func (t *typeface) same(u *typeface) bool {
	return t != nil && t.size == u.size && t.m == u.m && t.base == u.base && t.en == u.en
}

func round(x float32) float32 { return float32(math.Round(float64(x))) }
func ceil(x float32) float32  { return float32(math.Ceil(float64(x))) }
