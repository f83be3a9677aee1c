package ui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/claims/concordance"
)

// said is the words of a rendering, each run in the look of what was done to it:
// told apart by colour and by shape, a line through what is not printed, bold for
// what the source does not have.
type said struct {
	widget.BaseWidget
	Runs []concordance.Run
	Rank fyne.ThemeSizeName

	width float32
	lines [][]saidPart // as laid out for width and size
	size  float32      // laid out for
}

// saidPart is a stretch of one run on one line.
type saidPart struct {
	text string
	kind concordance.RunKind
}

func newSaid(runs []concordance.Run, rank fyne.ThemeSizeName) *said {
	s := &said{Runs: runs, Rank: rank}
	s.ExtendBaseWidget(s)
	return s
}

// runLook is how a kind of run looks.
type runLook struct {
	ink, ground  fyne.ThemeColorName
	bold, struck bool
}

var runLooks = map[concordance.RunKind]runLook{
	concordance.RunSame:       {ink: colourText},
	concordance.RunAside:      {ink: colourMuted},
	concordance.RunTypography: {ink: colourMuted},
	concordance.RunCutShown:   {ink: colourWarn, ground: colourWarnBg, struck: true},
	concordance.RunCut:        {ink: colourBad, ground: colourBadBg, struck: true},
	concordance.RunNew:        {ink: colourInfo, ground: colourInfoBg, bold: true},
	concordance.RunNegated:    {ink: colourBad, ground: colourBadBg, bold: true},
	concordance.RunUnnegated:  {ink: colourBad, ground: colourBadBg, bold: true, struck: true},
}

func (l runLook) style() fyne.TextStyle { return fyne.TextStyle{Bold: l.bold} }

// AccessibilityLabel is the words, those not printed left out.
func (s *said) AccessibilityLabel() string {
	var b strings.Builder
	for _, r := range s.Runs {
		if !r.Kind.Lost() {
			b.WriteString(r.Text)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// AccessibilityRole says that this is text.
func (s *said) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (s *said) textSize() float32 { return theme.SizeForWidget(s.Rank, s) }

// lineHeight leaves a little air between lines, so that grounds do not touch.
func (s *said) lineHeight() float32 {
	return fyne.MeasureText("Mg", s.textSize(), fyne.TextStyle{}).Height + saidAir
}

const saidAir = 3

// MinSize is the height of the lines it last took.
func (s *said) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	n := 1
	if s.width > 0 {
		n = max(1, len(s.lay()))
	}
	return fyne.NewSize(60, float32(n)*s.lineHeight())
}

// lay breaks the runs into lines of the width there is. A line breaks at spaces
// only, wherever a run ends.
func (s *said) lay() [][]saidPart {
	size := s.textSize()
	if s.lines != nil && s.size == size {
		return s.lines
	}
	s.size, s.lines = size, nil
	var line []saidPart
	at := float32(0)
	put := func(p saidPart) {
		at += measurePart(p, size)
		if n := len(line); n > 0 && line[n-1].kind == p.kind {
			line[n-1].text += p.text
			return
		}
		line = append(line, p)
	}
	for _, word := range saidWords(s.Runs) {
		wide := float32(0)
		for _, p := range word {
			wide += measurePart(saidPart{strings.TrimRight(p.text, " "), p.kind}, size)
		}
		if at > 0 && at+wide > s.width {
			s.lines = append(s.lines, line)
			line, at = nil, 0
		}
		for _, p := range word {
			put(p)
		}
	}
	if len(line) > 0 {
		s.lines = append(s.lines, line)
	}
	return s.lines
}

// saidWords cuts runs into words with the spaces after them; a word may have
// parts of several runs.
func saidWords(runs []concordance.Run) [][]saidPart {
	var out [][]saidPart
	open := false // the last word goes on
	for _, r := range runs {
		for _, w := range strings.SplitAfter(r.Text, " ") {
			if w == "" {
				continue
			}
			p := saidPart{w, r.Kind}
			if n := len(out); open || w == " " && n > 0 {
				out[n-1] = append(out[n-1], p)
			} else {
				out = append(out, []saidPart{p})
			}
			open = !strings.HasSuffix(w, " ")
		}
	}
	return out
}

func measurePart(p saidPart, size float32) float32 {
	return fyne.MeasureText(p.text, size, runLooks[p.kind].style()).Width
}

// CreateRenderer implements fyne.Widget.
func (s *said) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	return &saidRenderer{s: s}
}

type saidRenderer struct {
	s       *said
	objects []fyne.CanvasObject
}

func (r *saidRenderer) Destroy()                     {}
func (r *saidRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *saidRenderer) MinSize() fyne.Size           { return r.s.MinSize() }

func (r *saidRenderer) Layout(size fyne.Size) {
	if r.s.width != size.Width {
		r.s.width, r.s.lines = size.Width, nil
	}
	r.draw()
}

func (r *saidRenderer) Refresh() {
	r.s.lines = nil
	r.draw()
	canvas.Refresh(r.s)
}

func (r *saidRenderer) draw() {
	s := r.s
	r.objects = r.objects[:0]
	if s.width <= 0 {
		return
	}
	size, high := s.textSize(), s.lineHeight()
	var over []fyne.CanvasObject
	for i, line := range s.lay() {
		x, y := float32(0), float32(i)*high
		for k, p := range line {
			text := p.text
			if k == len(line)-1 {
				text = strings.TrimRight(text, " ")
			}
			look := runLooks[p.kind]
			wide := measurePart(saidPart{text, p.kind}, size)
			bare := measurePart(saidPart{strings.TrimRight(text, " "), p.kind}, size)
			ink := theme.ColorForWidget(look.ink, s)
			if look.ground != "" {
				ground := canvas.NewRectangle(theme.ColorForWidget(look.ground, s))
				ground.CornerRadius = 2
				ground.Move(fyne.NewPos(x-1, y))
				ground.Resize(fyne.NewSize(bare+2, high-saidAir+1))
				r.objects = append(r.objects, ground)
			}
			t := canvas.NewText(text, ink)
			t.TextSize, t.TextStyle = size, look.style()
			t.Move(fyne.NewPos(x, y))
			t.Resize(fyne.NewSize(wide, high-saidAir))
			over = append(over, t)
			if look.struck {
				over = append(over, strike(ink, x, y+(high-saidAir)*0.54, bare))
			}
			x += wide
		}
	}
	r.objects = append(r.objects, over...)
}

// strike is a line through words.
func strike(ink color.Color, x, y, wide float32) fyne.CanvasObject {
	l := canvas.NewRectangle(ink)
	l.Move(fyne.NewPos(x, y))
	l.Resize(fyne.NewSize(wide, 1))
	return l
}

// saidKey explains the looks of the words.
func saidKey() *said {
	return newSaid([]concordance.Run{
		{Text: "cut silently", Kind: concordance.RunCut}, {Text: "    ", Kind: concordance.RunSame},
		{Text: "cut, and shown", Kind: concordance.RunCutShown}, {Text: "    ", Kind: concordance.RunSame},
		{Text: "added or changed", Kind: concordance.RunNew}, {Text: "    ", Kind: concordance.RunSame},
		{Text: "negation", Kind: concordance.RunNegated}, {Text: "    ", Kind: concordance.RunSame},
		{Text: "typography, spelling, not quoted", Kind: concordance.RunAside},
	}, theme.SizeNameCaptionText)
}
