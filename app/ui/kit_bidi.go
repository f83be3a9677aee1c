package ui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"stet/app/textlayout"
	"stet/index/source"
)

// A line of text in which something is read from right to left is drawn piece by
// piece: the toolkit puts numbers and Latin words of such a line where they do not
// belong, so that “killed 12” would read “12 killed”.

// bothWays is such a line: its pieces, with their places in the width there is.
type bothWays struct {
	pieces []textlayout.Run
	from   int // the byte of the text where the line's paragraph begins
	shown  int // the byte of the paragraph behind which only "…" stands
}

// bothWays lays out words, the line that begins at byte start of the text, of which
// shown bytes are of the text; nil if all of it is read from left to right.
func (p *prose) bothWays(start int, words string, shown int, measure func(string) float32) *bothWays {
	from := strings.LastIndexByte(p.Text[:start], '\n') + 1
	para := p.Text[from:start] + words
	pieces, rtl := textlayout.Pieces(para, start-from, len(para))
	if pieces == nil {
		return nil
	}
	wide := float32(0)
	for i, r := range pieces {
		pieces[i].X, pieces[i].Width = wide, measure(para[r.Start:r.End])
		wide += pieces[i].Width
	}
	left := float32(0)
	switch {
	case p.Align == fyne.TextAlignCenter:
		left = max(0, (p.width-wide)/2)
	case rtl:
		left = max(0, p.width-wide)
	}
	for i := range pieces {
		pieces[i].X += left
	}
	return &bothWays{pieces, from, start - from + shown}
}

// grounds are what stands behind the marked pieces. A mark within a word that is
// read from right to left is shown behind the whole word.
func (b *bothWays) grounds(p *prose, c color.Color, y, high float32) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, r := range b.pieces {
		at := source.Span{Start: b.from + r.Start, End: b.from + min(r.End, b.shown)}
		for _, m := range p.Marks {
			if m.Start >= at.End || m.End <= at.Start {
				continue
			}
			rect := canvas.NewRectangle(c)
			rect.CornerRadius = 2
			rect.Move(fyne.NewPos(r.X-1, y))
			rect.Resize(fyne.NewSize(r.Width+2, high))
			out = append(out, rect)
			break
		}
	}
	return out
}

// texts are the pieces themselves.
func (b *bothWays) texts(p *prose, c color.Color, y, high float32) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, r := range b.pieces {
		if r.Draw == "" {
			continue
		}
		t := canvas.NewText(r.Draw, c)
		t.TextSize, t.TextStyle = p.textSize(), p.Style
		t.Move(fyne.NewPos(r.X, y))
		t.Resize(fyne.NewSize(r.Width, high))
		out = append(out, t)
	}
	return out
}
