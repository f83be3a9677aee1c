package textview

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

func ratio(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func paletteOf(variant fyne.ThemeVariant) palette {
	th := theme.DefaultTheme()
	c := func(n fyne.ThemeColorName) color.NRGBA { return opaque(th.Color(n, variant)) }
	return newPalette(c(theme.ColorNameBackground), c(theme.ColorNameForeground), c(theme.ColorNamePrimary))
}

// palettes are the toolkit's two themes and two with grounds and words nearer
// to one another, as a theme of ours may have them.
var palettes = map[string]palette{
	"light":      paletteOf(theme.VariantLight),
	"dark":       paletteOf(theme.VariantDark),
	"soft light": newPalette(rgb(0xFAFAF7), rgb(0x4A4A4A), rgb(0x1A5FA0)),
	"soft dark":  newPalette(rgb(0x1E2026), rgb(0xE2E4E8), rgb(0x6DB3F2)),
}

func TestWordsStandOutOnEveryGround(t *testing.T) {
	for name, p := range palettes {
		grounds := map[string]color.NRGBA{
			"the page": p.ground, "the selection": p.selection,
			"the selection without focus": mix(p.ground, p.selection, 0.7),
		}
		for k := range numKinds {
			grounds[k.String()] = p.tint(Mark{Kind: k})
			grounds[k.String()+", faint"] = p.tint(Mark{Kind: k, Strength: 0.3})
		}
		for what, c := range grounds {
			if r := ratio(p.text, c); r < 4.5 {
				t.Errorf("%s: words on %s have a contrast of %.2f, want 4.5", name, what, r)
			}
		}
		if r := ratio(p.faint, p.ground); r < 4.5 {
			t.Errorf("%s: numbers and placeholder have a contrast of %.2f, want 4.5", name, r)
		}
	}
}

func TestShapesStandOut(t *testing.T) {
	for name, p := range palettes {
		for k := range numKinds {
			tn := p.tones[k]
			for what, c := range map[string]color.NRGBA{"the page": p.ground, "its tint": tn.tint, "the selection": p.selection} {
				want := 3.0
				if what == "the selection" {
					want = 2
				}
				if r := ratio(tn.ink, c); r < want {
					t.Errorf("%s: the shape of %s on %s has a contrast of %.2f, want %v", name, k, what, r, want)
				}
			}
		}
	}
}

// Under protanopia and deuteranopia colours that differ only between red and
// green look alike. The tints of kinds that are seen together must then still
// differ, or their shapes must.
func TestKindsDifferByShape(t *testing.T) {
	type look2 struct {
		shape shape
		sign  sign
	}
	seen := map[look2]Kind{}
	for k := range numKinds {
		l := look2{looks[k].shape, looks[k].sign}
		if other, ok := seen[l]; ok {
			t.Errorf("%s and %s have the same shape and sign", k, other)
		}
		seen[l] = k
	}
}
