package textview

import (
	"image"
	"image/color"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"stet/app/textlayout"
)

// Fyne puts the top of a text object at the ascent of the fonts it happens to
// need, and does not tell that ascent. Words of a right-to-left script, which
// are drawn apart from the rest of their line, would therefore stand higher or
// lower than it. What is wanted is looked up in a drawing: the lowest ink of a
// letter that stands on the baseline.

// footed are scripts written from right to left with a letter that stands on
// the baseline. Arabic has the whole of its block: Unicode counts its
// punctuation as common.
var footed = []struct {
	script *unicode.RangeTable
	letter string
}{
	{unicode.Arabic, "ا"},
	{unicode.Hebrew, "ה"},
	{unicode.Syriac, "ܢ"},
	{unicode.Thaana, "ރ"},
}

// sampleSize is the text size of the drawing; larger is more exact.
const sampleSize = 96

// lower is how far below the rest of its line a word must be put to stand on
// the same baseline.
func (t *typeface) lower(word string, st textlayout.Style) float32 {
	for _, r := range word {
		for _, f := range footed {
			if !unicode.Is(f.script, r) && (f.script != unicode.Arabic || r>>8 != 0x06) {
				continue
			}
			share, ok := t.rise[f.script]
			if !ok {
				share = float32(foot("H")-foot(f.letter)) / sampleSize
				t.rise[f.script] = share
			}
			return round(share * t.size[st])
		}
	}
	return 0
}

// foot is the lowest row with ink of a letter, 0 without any.
func foot(letter string) int {
	text := &canvas.Text{Text: letter, TextSize: sampleSize, Color: color.Black}
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetContent(text)
	c.Resize(fyne.NewSize(2*sampleSize, 2*sampleSize))
	c.SetScale(1)
	return lowestInk(c.Capture())
}

func lowestInk(img image.Image) int {
	b := img.Bounds()
	for y := b.Max.Y - 1; y >= b.Min.Y; y-- {
		for x := b.Min.X; x < b.Max.X; x++ {
			if _, _, _, a := img.At(x, y).RGBA(); a > 0x8000 {
				return y
			}
		}
	}
	return 0
}
