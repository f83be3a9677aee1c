package ui

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/index/source"
)

// prose is text without padding that follows the theme. It fills the width it
// is given with at most Lines lines and cuts what is left with "…". Marked
// spans have a ground of their own. It is cheap enough for rows of lists.
type prose struct {
	widget.BaseWidget
	Text   string
	Marks  []source.Span // bytes of Text
	Lines  int           // 0: as many as needed
	Rank   fyne.ThemeSizeName
	Colour fyne.ThemeColorName
	Style  fyne.TextStyle
	Align  fyne.TextAlign
	Whole  bool // one line that is never cut: the minimum is the whole width

	width float32 // the width last laid out for
	shown laidProse
}

// laidProse is what the objects were made for.
type laidProse struct {
	text  string
	width float32
	size  float32
	style fyne.TextStyle
	lines int
	cut   []proseLine
}

type proseLine struct {
	source.Span
	more bool // the text goes on, but not here
}

// newProse makes a text of one line.
func newProse(text string, size fyne.ThemeSizeName, c fyne.ThemeColorName) *prose {
	p := &prose{Text: text, Lines: 1, Rank: size, Colour: c}
	p.ExtendBaseWidget(p)
	return p
}

// Usual kinds of text.
func plainText(s string) *prose   { return newProse(s, theme.SizeNameText, colourText) }
func mutedText(s string) *prose   { return newProse(s, theme.SizeNameText, colourMuted) }
func captionText(s string) *prose { return newProse(s, theme.SizeNameCaptionText, colourMuted) }
func boldText(s string) *prose {
	p := plainText(s)
	p.Style.Bold = true
	return p
}

// wrapped lets the text take up to n lines; 0 is as many as needed.
func (p *prose) wrapped(n int) *prose {
	p.Lines = n
	return p
}

// whole keeps the one line from being cut.
func (p *prose) whole() *prose {
	p.Whole = true
	return p
}

// centred puts the lines in the middle.
func (p *prose) centred() *prose {
	p.Align = fyne.TextAlignCenter
	return p
}

// Set changes the text and draws it if it differs.
func (p *prose) Set(text string, marks ...source.Span) {
	if p.Text == text && len(marks) == 0 && len(p.Marks) == 0 {
		return
	}
	p.Text, p.Marks = text, marks
	p.Refresh()
}

// Tint changes the colour.
func (p *prose) Tint(c fyne.ThemeColorName) {
	if p.Colour != c {
		p.Colour = c
		p.Refresh()
	}
}

// AccessibilityLabel is the text.
func (p *prose) AccessibilityLabel() string { return p.Text }

// AccessibilityRole says that this is text.
func (p *prose) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (p *prose) textSize() float32 { return theme.SizeForWidget(p.Rank, p) }

func (p *prose) lineHeight() float32 {
	return fyne.MeasureText("Mg", p.textSize(), p.Style).Height
}

// MinSize is one line of nothing for a text of one line, which is cut rather
// than pushing others aside, and the height of the lines it last took.
func (p *prose) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	if p.Whole {
		return fyne.NewSize(p.natural(), p.lineHeight())
	}
	if p.Lines == 1 {
		return fyne.NewSize(min(p.natural(), 40), p.lineHeight())
	}
	n := 1
	if p.width > 0 {
		n = max(1, len(p.lay(p.width)))
	}
	return fyne.NewSize(40, float32(n)*p.lineHeight())
}

// natural is the width of the text on one line.
func (p *prose) natural() float32 {
	return fyne.MeasureText(p.Text, p.textSize(), p.Style).Width
}

// lay breaks the text into lines of a width.
func (p *prose) lay(width float32) []proseLine {
	size := p.textSize()
	if s := &p.shown; s.text == p.Text && s.width == width && s.size == size && s.style == p.Style && s.lines == p.Lines {
		return s.cut
	}
	p.shown = laidProse{p.Text, width, size, p.Style, p.Lines, breakProse(p.Text, width, p.Lines, func(s string) float32 {
		return fyne.MeasureText(s, size, p.Style).Width
	})}
	return p.shown.cut
}

// breakProse breaks a text at spaces into lines of a width, at most lines of
// them unless lines is 0; the last one may have more behind it.
func breakProse(text string, width float32, lines int, measure func(string) float32) []proseLine {
	var out []proseLine
	for _, para := range paragraphs(text) {
		for at := para.Start; at < para.End; {
			if lines > 0 && len(out) == lines {
				last := &out[len(out)-1]
				last.more = true
				return out
			}
			end, next := fitWords(text, at, para.End, width, measure)
			out = append(out, proseLine{Span: source.Span{Start: at, End: end}})
			at = next
		}
	}
	return out
}

func paragraphs(text string) []source.Span {
	var out []source.Span
	at := 0
	for at < len(text) {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i
		}
		if end > at {
			out = append(out, source.Span{Start: at, End: end})
		}
		at = end + 1
	}
	return out
}

// fitWords says where a line that begins at at ends, and where the next begins.
func fitWords(text string, at, limit int, width float32, measure func(string) float32) (end, next int) {
	if measure(text[at:limit]) <= width {
		return limit, limit
	}
	end = at
	for end < limit {
		word := limit
		if i := strings.IndexByte(text[end+1:limit], ' '); i >= 0 {
			word = end + 1 + i
		}
		if measure(text[at:word]) > width {
			break
		}
		end = word
	}
	if end > at {
		next = end
		for next < limit && text[next] == ' ' {
			next++
		}
		return end, next
	}
	// One word wider than the line: cut it where it fits.
	end = at
	for end < limit {
		_, n := utf8.DecodeRuneInString(text[end:])
		if end > at && measure(text[at:end+n]) > width {
			break
		}
		end += n
	}
	return end, end
}

// CreateRenderer implements fyne.Widget.
func (p *prose) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return &proseRenderer{p: p}
}

type proseRenderer struct {
	p       *prose
	objects []fyne.CanvasObject
}

func (r *proseRenderer) Destroy()                     {}
func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *proseRenderer) MinSize() fyne.Size           { return r.p.MinSize() }

func (r *proseRenderer) Layout(size fyne.Size) {
	r.p.width = size.Width
	r.draw()
}

func (r *proseRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.p)
}

func (r *proseRenderer) draw() {
	p := r.p
	r.objects = r.objects[:0]
	if p.width <= 0 {
		return
	}
	size, high := p.textSize(), p.lineHeight()
	fg, ground := theme.ColorForWidget(p.Colour, p), theme.ColorForWidget(colourMark, p)
	measure := func(s string) float32 { return fyne.MeasureText(s, size, p.Style).Width }
	var texts []fyne.CanvasObject
	width := p.width
	if p.Whole {
		width = max(width, p.natural()+1)
	}
	for i, l := range p.lay(width) {
		words := strings.TrimRight(l.Of(p.Text), " ")
		shown := len(words)
		if l.more {
			words = cutLine(p.Text, l.Span, width, measure)
			shown = len(strings.TrimRight(strings.TrimSuffix(words, "…"), " "))
		}
		x := float32(0)
		if p.Align == fyne.TextAlignCenter {
			x = max(0, (p.width-measure(words))/2)
		}
		y := float32(i) * high
		if both := p.bothWays(l.Start, words, shown, measure); both != nil {
			r.objects = append(r.objects, both.grounds(p, ground, y, high)...)
			texts = append(texts, both.texts(p, fg, y, high)...)
			continue
		}
		for _, m := range p.Marks {
			a, b := max(m.Start, l.Start), min(m.End, l.Start+shown)
			if a >= b || !(source.Span{Start: a, End: b}).Fits(p.Text) {
				continue
			}
			left := measure(p.Text[l.Start:a])
			rect := canvas.NewRectangle(ground)
			rect.CornerRadius = 2
			rect.Move(fyne.NewPos(x+left-1, y))
			rect.Resize(fyne.NewSize(measure(p.Text[l.Start:b])-left+2, high))
			r.objects = append(r.objects, rect)
		}
		t := canvas.NewText(words, fg)
		t.TextSize, t.TextStyle = size, p.Style
		t.Move(fyne.NewPos(x, y))
		t.Resize(fyne.NewSize(p.width-x, high))
		texts = append(texts, t)
	}
	r.objects = append(r.objects, texts...)
}

// cutLine is what is shown of a line behind which the text goes on: it ends with
// "…". Where the word that had no more room would leave the line half empty, as
// much of it as fits is shown.
func cutLine(text string, l source.Span, width float32, measure func(string) float32) string {
	words := strings.TrimRight(l.Of(text), " ")
	if measure(words) > width*3/5 {
		return cutTo(words, width, measure)
	}
	end := l.End
	for end < len(text) && text[end] != '\n' {
		_, n := utf8.DecodeRuneInString(text[end:])
		if measure(text[l.Start:end+n]+"…") > width {
			break
		}
		end += n
	}
	return strings.TrimRight(text[l.Start:end], " ") + "…"
}

// cutTo ends a text with "…" within a width.
func cutTo(s string, width float32, measure func(string) float32) string {
	for s != "" && measure(s+" …") > width {
		if i := strings.LastIndexByte(s, ' '); i > 0 {
			s = s[:i]
			continue
		}
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return s + " …"
}
