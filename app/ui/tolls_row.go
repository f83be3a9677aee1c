package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
	"stet/index/source"
)

// Heights of the lines of a board.
const (
	tollHeadHeight = 44
	tollRowHeight  = 46
	tollActsHeight = 32 // the buttons of the figure chosen
	tollFlagBase   = 50 // a flag without its sentences
	tollFlagLine   = 18 // each line of a sentence
	tollNumber     = 78 // width of the column of numbers
	tollIndent     = 20 // of what hangs under a toll
)

// tollHeight is how high a line is in a list so wide: sentences of flags wrap, and
// the figure chosen shows what can be done with it.
func tollHeight(l *present.TollLine, width float32, acts bool) float32 {
	switch {
	case l.Head != "":
		return grown(tollHeadHeight)
	case l.Flag != nil:
		n := wrapped(l.Why, width-44, theme.SizeNameText)
		if l.Reason != "" {
			n += wrapped(l.Reason, width-44, theme.SizeNameCaptionText)
		}
		return grown(tollFlagBase + float32(n)*tollFlagLine)
	case acts:
		return grown(tollRowHeight + tollActsHeight)
	}
	return grown(tollRowHeight)
}

// wrapped is how many lines a text takes.
func wrapped(text string, width float32, size fyne.ThemeSizeName) int {
	if width < 100 {
		return 2
	}
	return max(1, len(breakProse(text, width, 0, func(s string) float32 { return fyne.MeasureText(s, theme.Size(size), fyne.TextStyle{}).Width })))
}

// tollRow is a line of a board: the head of a group, a figure or a flag.
type tollRow struct {
	widget.BaseWidget
	p    *tollsPane
	line present.TollLine
	// The head of a group.
	head, sub, said *prose
	group           *fyne.Container
	// A figure.
	number, words, detail *prose
	tag, doubt            *badge
	out, move, join, open *ttwidget.Button
	indent                *fyne.Container
	acts, figure          *fyne.Container
	// A flag.
	rule                *badge
	why, reason, state  *prose
	raise, drop, openIt *ttwidget.Button
	flag, box           *fyne.Container
}

func newTollRow(p *tollsPane) fyne.CanvasObject {
	r := &tollRow{p: p, head: boldText("").whole(), sub: captionText(""), said: boldText("").whole(),
		number: boldText("").whole(), words: plainText(""), detail: captionText(""), tag: newBadge("", tonePlain), doubt: newBadge("", toneBad),
		rule: newBadge("", toneBad), why: plainText("").wrapped(0), reason: captionText("").wrapped(0), state: captionText("")}
	r.said.Rank = theme.SizeNameSubHeadingText
	r.group = container.NewStack(newFill(colourChrome), pad(0, 0, 14, 12, container.NewBorder(nil, nil, nil, middle(r.said), column(0, spacer(0, 5), r.head, r.sub))))

	r.out = small("Not of this event…", icon("dismiss", colourText), func() { p.m.LeaveOut(*r.line.Row) })
	r.move = small("Move…", icon("forward", colourText), func() { p.m.Move(*r.line.Row) })
	r.join = small("It is of this event", icon("plus", colourText), func() { p.m.Join(*r.line.Row) })
	r.open = small("Open", icon("eye", colourText), func() { p.m.OpenLine(r.line) })
	r.out.SetToolTip("Alt+L")
	r.move.SetToolTip("To another event: Alt+V")
	r.join.SetToolTip("Alt+J")
	r.open.SetToolTip("Read it in the article: Enter")
	r.indent = container.NewStack(spacer(0, 0))
	numbers := container.NewStack(spacer(tollNumber, 0), middle(r.number))
	tools := cells(3, r.doubt, r.tag)
	r.acts = cells(2, r.open, r.join, r.move, r.out)
	r.figure = pad(4, 4, 14, 6, container.NewBorder(nil, nil, cells(0, r.indent, numbers), middle(tools), column(1, r.words, r.detail, r.acts)))

	r.raise = small("Raise a flag on its claim", icon("flag", colourText), func() { p.m.Raise(*r.line.Flag) })
	r.drop = small("Dismiss…", icon("dismiss", colourText), func() { p.m.Dismiss(*r.line.Flag) })
	r.openIt = small("Open", icon("eye", colourText), func() { p.m.OpenLine(r.line) })
	acts := container.NewBorder(nil, nil, cells(0, r.rule), cells(0, r.openIt, r.raise, r.drop), pad(0, 0, 8, 8, middle(r.state)))
	r.flag = pad(8, 6, 16, 8, column(3, acts, r.why, r.reason))
	r.box = container.NewStack(r.group, r.figure, r.flag)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *tollRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

// MinSize is small: the list knows the heights of its rows.
func (r *tollRow) MinSize() fyne.Size { return fyne.NewSize(200, tollHeadHeight) }

func (r *tollRow) show(l present.TollLine) {
	r.line = l
	setVisible(r.group, l.Head != "")
	setVisible(r.figure, l.Row != nil)
	setVisible(r.flag, l.Flag != nil)
	switch {
	case l.Head != "":
		r.head.Set(l.Head)
		r.sub.Set(l.Sub)
		r.said.Colour = colourText
		if l.Tone == present.ToneBad {
			r.said.Colour = colourBad
		}
		r.sub.Tint(map[present.Tone]fyne.ThemeColorName{present.ToneBad: colourBad, present.ToneGood: colourGood}[l.Tone])
		if l.Tone == present.TonePlain {
			r.sub.Tint(colourMuted)
		}
		r.said.Set(l.Said)
		r.said.Refresh()
	case l.Row != nil:
		r.showFigure(l)
	default:
		r.showFlag(l)
	}
	r.box.Refresh()
}

func (r *tollRow) showFigure(l present.TollLine) {
	c := colourText
	if l.Dim {
		c = colourMuted
	}
	r.number.Style.Bold = l.Depth == 0 && !l.Dim
	r.number.Colour, r.words.Colour = c, c
	r.number.Set(l.Number)
	r.number.Refresh()
	var marks []source.Span
	if i := strings.Index(l.Line, l.Row.Words); i >= 0 && !l.Dim {
		marks = append(marks, source.Span{Start: i, End: i + len(l.Row.Words)})
	}
	r.words.Set(around(l.Line, l.Row.Words), shiftTo(l, marks)...)
	r.words.Refresh()
	r.detail.Set(l.Detail)
	r.indent.Objects = []fyne.CanvasObject{spacer(float32(l.Depth)*tollIndent, 0)}
	r.indent.Refresh()
	tone := tonePlain
	if l.Tag == "in doubt" {
		tone = toneWarn
	}
	r.tag.Set(l.Tag, tone)
	doubt := ""
	if len(l.Doubts) > 0 {
		doubt = l.Doubts[0]
		if len(l.Doubts) > 1 {
			doubt += " +" + present.Count(len(l.Doubts)-1)
		}
	}
	r.doubt.Set(doubt, toneBad)
	on := l.Key == r.p.m.Chosen
	write := on && !r.p.w.shell.ReadOnly() && r.p.m.Board != nil && !r.p.m.Board.Proposed
	setVisible(r.out, write && l.Way == "")
	setVisible(r.move, write && l.Way == "" && r.p.w.shell.Enabled(present.ActTollMove))
	setVisible(r.join, write && l.Way != "")
	setVisible(r.acts, on)
	r.figure.Refresh()
}

// lead is how many bytes of a sentence may stand before the figure's words: the
// line has room for one line only.
const lead = 28

// around cuts a sentence so that the figure's words are near its beginning.
func around(line, words string) string {
	i := strings.Index(line, words)
	if i <= lead {
		return line
	}
	at := strings.LastIndexByte(line[:i-lead/2], ' ') + 1
	return "… " + line[at:]
}

// shiftTo moves marks with what around cut off.
func shiftTo(l present.TollLine, marks []source.Span) []source.Span {
	if len(marks) == 0 {
		return nil
	}
	shown := around(l.Line, l.Row.Words)
	i := strings.Index(shown, l.Row.Words)
	return []source.Span{{Start: i, End: i + len(l.Row.Words)}}
}

func (r *tollRow) showFlag(l present.TollLine) {
	tone := tonePlain
	if l.Tone == present.ToneBad {
		tone = toneBad
	}
	r.rule.Set(l.What, tone)
	c := colourText
	if l.Dim {
		c = colourMuted
	}
	r.why.Colour = c
	r.why.Set(l.Why)
	r.why.Refresh()
	r.reason.Set(l.Reason)
	setVisible(r.reason, l.Reason != "")
	r.state.Set(l.State)
	write := !r.p.w.shell.ReadOnly()
	alarm := l.Tone == present.ToneBad
	r.raise.SetText(l.Raise)
	setVisible(r.raise, write && alarm)
	setVisible(r.drop, write && (alarm || l.Flag.Settled))
	r.drop.SetText("Dismiss…")
	if l.Flag.Settled {
		r.drop.SetText("Reopen")
	}
	r.flag.Refresh()
}
