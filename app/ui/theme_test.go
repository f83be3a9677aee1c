package ui

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"stet/app/present"
)

// luminance is WCAG's relative luminance.
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

func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestTextIsReadableOnEveryGround(t *testing.T) {
	grounds := []fyne.ThemeColorName{theme.ColorNameBackground, colourChrome, colourList, colourCard, colourCardOn, theme.ColorNameSelection,
		theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground, theme.ColorNameInputBackground, theme.ColorNameButton}
	type pair struct{ text, ground fyne.ThemeColorName }
	var pairs []pair
	for _, g := range grounds {
		pairs = append(pairs, pair{colourText, g}, pair{colourMuted, g})
	}
	for _, g := range []fyne.ThemeColorName{theme.ColorNameBackground, colourChrome, colourList, colourCard} {
		for _, c := range []fyne.ThemeColorName{colourInfo, colourGood, colourWarn, colourBad} {
			pairs = append(pairs, pair{c, g})
		}
	}
	for _, c := range toneColours {
		pairs = append(pairs, pair{c[1], c[0]})
	}
	pairs = append(pairs, pair{colourText, colourMark},
		pair{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary}, pair{theme.ColorNameForegroundOnError, theme.ColorNameError},
		pair{theme.ColorNameForegroundOnSuccess, theme.ColorNameSuccess}, pair{theme.ColorNameForegroundOnWarning, theme.ColorNameWarning})
	for _, want := range []present.Theme{present.ThemeLight, present.ThemeDark} {
		l := look{want: want}
		at := func(n fyne.ThemeColorName) color.NRGBA { return l.Color(n, theme.VariantLight).(color.NRGBA) }
		for _, p := range pairs {
			if c := contrast(at(p.text), at(p.ground)); c < 4.5 {
				t.Errorf("%s: %s on %s has a contrast of %.2f", want, p.text, p.ground, c)
			}
		}
	}
}

func TestTheSystemsThemeIsFollowedUntilOneIsChosen(t *testing.T) {
	l := look{want: present.ThemeSystem}
	if l.Color(theme.ColorNameBackground, theme.VariantLight) == l.Color(theme.ColorNameBackground, theme.VariantDark) {
		t.Error("the system's choice makes no difference")
	}
	d := look{want: present.ThemeDark}
	if d.Color(theme.ColorNameBackground, theme.VariantLight) != d.Color(theme.ColorNameBackground, theme.VariantDark) {
		t.Error("the system overrides the person")
	}
}

// inks are the colours of all that is drawn of an object, shown or not.
func inks(o fyne.CanvasObject, into map[color.Color]bool) {
	switch x := o.(type) {
	case *canvas.Text:
		into[x.Color] = true
	case *canvas.Rectangle:
		into[x.FillColor] = true
	case *fyne.Container:
		for _, c := range x.Objects {
			inks(c, into)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(x).Objects() {
			inks(c, into)
		}
	}
}

func TestAPlaceOutOfSightFollowsTheTheme(t *testing.T) {
	r := onSample(t)
	r.run(present.ActEvents)
	r.run(present.ActQuotes)
	r.run(present.ActSources)
	r.run(present.ActDark)
	stale := []color.Color{look{want: present.ThemeLight}.Color(colourText, theme.VariantLight), look{want: present.ThemeLight}.Color(theme.ColorNameBackground, theme.VariantLight)}
	for _, id := range []present.ActionID{present.ActEvents, present.ActQuotes} {
		r.run(id)
		drawn := map[color.Color]bool{}
		inks(r.w.wide, drawn)
		for _, c := range stale {
			if drawn[c] {
				t.Errorf("%s is drawn in %v of the light theme", id, c)
			}
		}
	}
}
