package textview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"stet/app/textlayout"
	"stet/index/source"
)

// TestDrawingIsAsCommitted keeps what is drawn where: a headline, a mark of
// every shape, the selection, a gap, the gutter.
func TestDrawingIsAsCommitted(t *testing.T) {
	d := show(t, "", fyne.NewSize(420, 260))
	fyne.CurrentApp().Settings().SetTheme(test.Theme())
	body := "Fire kills 12\n\nAt least 12 people were killed, the fire service said on Thursday.\n\nNobody knows why. Nobody was charged."
	d.SetText(source.Text{Body: body, Marks: []source.Mark{{Span: source.Span{End: 13}, Kind: source.MarkHeadline}}})
	var marks []Mark
	for i, k := range []Kind{Claim, EvidenceAgainst, Changed, Current, Deleted, Stale} {
		marks = append(marks, Mark{Span: source.Span{Start: 15 + 12*i, End: 23 + 12*i}, Kind: k})
	}
	d.SetMarks(marks)
	d.SetGaps([]textlayout.Gap{{Paragraph: 4, Height: 30}})
	d.Select(source.Span{Start: len(body) - 19, End: len(body)})
	d.Focus()
	test.AssertObjectRendersToMarkup(t, "pane.xml", d.View)
}

func TestMarksAreDrawnInBothThemes(t *testing.T) {
	//nolint:staticcheck // the test wants one theme whatever the machine prefers
	for _, th := range []fyne.Theme{theme.LightTheme(), theme.DarkTheme()} {
		d := show(t, "", fyne.NewSize(900, 700))
		fyne.CurrentApp().Settings().SetTheme(th)
		text, marks := article()
		d.SetText(text)
		d.SetMarks(marks)
		img := d.w.Canvas().Capture()
		seen := map[[3]uint8]bool{}
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				r, g, b, _ := img.At(x, y).RGBA()
				seen[[3]uint8{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8)}] = true
			}
		}
		for k := range numKinds {
			if looks[k].bare {
				continue
			}
			c := d.colours.tones[k].tint
			if !seen[[3]uint8{c.R, c.G, c.B}] {
				t.Errorf("the tint of %s is nowhere in the picture", k)
			}
		}
	}
}
