package textview

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// palette is the colours of one moment: what the theme says, and the marks'
// tones for a light or a dark ground.
type palette struct {
	ground, text, faint, focus color.NRGBA
	selection, filler          color.NRGBA
	tones                      [numKinds]tone
}

// The selection lies over marks and hides their tints, so it has a tone none of
// them has. A pane without focus keeps a paler one.
var (
	selectionLight = rgb(0xA9CEFA)
	selectionDark  = rgb(0x2F5C96)
	fillerLight    = rgb(0xF0F1F3)
	fillerDark     = rgb(0x232427)
)

// faintness is how far numbers and the placeholder are from the text towards
// the ground: as far as leaves them a contrast of 4.5.
const faintness = 0.18

// paletteFor asks the theme that applies to w.
func paletteFor(w fyne.Widget) palette {
	return newPalette(
		opaque(theme.ColorForWidget(theme.ColorNameBackground, w)),
		opaque(theme.ColorForWidget(theme.ColorNameForeground, w)),
		opaque(theme.ColorForWidget(theme.ColorNamePrimary, w)))
}

// newPalette goes by the ground, not by the theme's variant, so a theme that is
// dark whatever the variant says is served too.
func newPalette(ground, text, focus color.NRGBA) palette {
	p := palette{ground: ground, text: text, faint: mix(text, ground, faintness), focus: focus}
	dark := luminance(ground) < 0.2
	p.selection, p.filler = selectionLight, fillerLight
	if dark {
		p.selection, p.filler = selectionDark, fillerDark
	}
	for k, l := range looks {
		p.tones[k] = l.light
		if dark {
			p.tones[k] = l.dark
		}
	}
	return p
}

// tint is the ground of a mark.
func (p *palette) tint(m Mark) color.NRGBA {
	if m.Strength <= 0 || m.Strength >= 1 {
		return p.tones[m.Kind].tint
	}
	return mix(p.ground, p.tones[m.Kind].tint, m.Strength)
}

// mix goes from a to b by t.
func mix(a, b color.NRGBA, t float32) color.NRGBA {
	f := func(x, y uint8) uint8 { return uint8(float32(x) + (float32(y)-float32(x))*t + 0.5) }
	return color.NRGBA{f(a.R, b.R), f(a.G, b.G), f(a.B, b.B), 0xFF}
}

// opaque drops transparency: text and grounds are drawn solid.
func opaque(c color.Color) color.NRGBA {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = 0xFF
	return n
}

// luminance is WCAG's relative luminance, 0 to 1.
func luminance(c color.NRGBA) float64 {
	f := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*f(c.R) + 0.7152*f(c.G) + 0.0722*f(c.B)
}
