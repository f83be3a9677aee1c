package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"stet/app/present"
)

// Colours of our own, beside those of Fyne.
const (
	colourChrome  fyne.ThemeColorName = "stet.chrome"  // ground of rail, header, status bar
	colourList    fyne.ThemeColorName = "stet.list"    // ground of the columns beside the text
	colourMuted   fyne.ThemeColorName = "stet.muted"   // second-rank text
	colourCard    fyne.ThemeColorName = "stet.card"    // ground of a card
	colourCardOn  fyne.ThemeColorName = "stet.card.on" // of the current one
	colourMark    fyne.ThemeColorName = "stet.mark"    // behind found words
	colourGoodBg  fyne.ThemeColorName = "stet.good.bg"
	colourWarnBg  fyne.ThemeColorName = "stet.warn.bg"
	colourBadBg   fyne.ThemeColorName = "stet.bad.bg"
	colourInfoBg  fyne.ThemeColorName = "stet.info.bg"
	colourPlainBg fyne.ThemeColorName = "stet.plain.bg"
	colourGood    fyne.ThemeColorName = theme.ColorNameSuccess
	colourWarn    fyne.ThemeColorName = theme.ColorNameWarning
	colourBad     fyne.ThemeColorName = theme.ColorNameError
	colourInfo    fyne.ThemeColorName = theme.ColorNamePrimary
	colourText    fyne.ThemeColorName = theme.ColorNameForeground
	colourLine    fyne.ThemeColorName = theme.ColorNameSeparator
)

// hue is a colour in the light and in the dark theme, as 0xRRGGBBAA.
type hue struct{ light, dark uint32 }

// hues is the one table of colours. Text has a contrast of at least 4.5:1 on
// every ground it is put on (a test computes it). Blue, green, orange and red
// follow the tones of the marks in the text, so that a claim is the same blue
// wherever it shows.
var hues = map[fyne.ThemeColorName]hue{
	theme.ColorNameBackground:          {0xFFFFFFFF, 0x1A1C20FF},
	theme.ColorNameForeground:          {0x1B1D21FF, 0xE7E8EBFF},
	theme.ColorNameDisabled:            {0x8B919BFF, 0x757C87FF},
	theme.ColorNamePlaceHolder:         {0x5C626CFF, 0xA5ABB5FF},
	theme.ColorNamePrimary:             {0x1A5FA0FF, 0x6DB3F2FF},
	theme.ColorNameForegroundOnPrimary: {0xFFFFFFFF, 0x0C1C2CFF},
	theme.ColorNameHyperlink:           {0x1A5FA0FF, 0x6DB3F2FF},
	theme.ColorNameSuccess:             {0x106332FF, 0x63D68AFF},
	theme.ColorNameForegroundOnSuccess: {0xFFFFFFFF, 0x08210FFF},
	theme.ColorNameWarning:             {0x7F4E00FF, 0xE6B455FF},
	theme.ColorNameForegroundOnWarning: {0xFFFFFFFF, 0x2A1D00FF},
	theme.ColorNameError:               {0xA8213AFF, 0xFF8E9DFF},
	theme.ColorNameForegroundOnError:   {0xFFFFFFFF, 0x33060DFF},
	theme.ColorNameButton:              {0xE8EBEFFF, 0x2C3037FF},
	theme.ColorNameDisabledButton:      {0xF1F3F5FF, 0x24272CFF},
	theme.ColorNameHover:               {0x1B1D2112, 0xFFFFFF14},
	theme.ColorNamePressed:             {0x1B1D2122, 0xFFFFFF26},
	theme.ColorNameFocus:               {0x1A5FA044, 0x6DB3F255},
	theme.ColorNameSelection:           {0xD6E6F7FF, 0x24405EFF},
	theme.ColorNameSeparator:           {0xDDE1E6FF, 0x30343BFF},
	theme.ColorNameScrollBar:           {0x5C626C88, 0xA5ABB588},
	theme.ColorNameScrollBarBackground: {0x00000000, 0x00000000},
	theme.ColorNameInputBackground:     {0xFFFFFFFF, 0x121417FF},
	theme.ColorNameInputBorder:         {0xBEC4CDFF, 0x454B55FF},
	theme.ColorNameMenuBackground:      {0xFFFFFFFF, 0x25282EFF},
	theme.ColorNameOverlayBackground:   {0xFFFFFFFF, 0x22252AFF},
	theme.ColorNameHeaderBackground:    {0xF4F5F7FF, 0x15171AFF},
	theme.ColorNameShadow:              {0x0000002E, 0x00000080},

	colourChrome:  {0xF1F3F5FF, 0x131518FF},
	colourList:    {0xF9FAFBFF, 0x17191DFF},
	colourMuted:   {0x5C626CFF, 0xA5ABB5FF},
	colourCard:    {0xFFFFFFFF, 0x202329FF},
	colourCardOn:  {0xE9F1FAFF, 0x20354BFF},
	colourMark:    {0xFFEE99FF, 0x575000FF},
	colourGoodBg:  {0xDDF1E3FF, 0x17392AFF},
	colourWarnBg:  {0xFBEFD5FF, 0x3A2F14FF},
	colourBadBg:   {0xFBE3E5FF, 0x46202AFF},
	colourInfoBg:  {0xE1EDFAFF, 0x1B3653FF},
	colourPlainBg: {0xE9ECF0FF, 0x2C3037FF},
}

func nrgba(x uint32) color.NRGBA {
	return color.NRGBA{R: uint8(x >> 24), G: uint8(x >> 16), B: uint8(x >> 8), A: uint8(x)}
}

// sizes are a little below Fyne's: dense, but with room to breathe.
var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:            13,
	theme.SizeNameCaptionText:     11.5,
	theme.SizeNameSubHeadingText:  15,
	theme.SizeNameHeadingText:     20,
	theme.SizeNamePadding:         4,
	theme.SizeNameInnerPadding:    7,
	theme.SizeNameLineSpacing:     4,
	theme.SizeNameScrollBar:       12,
	theme.SizeNameScrollBarSmall:  4,
	theme.SizeNameInlineIcon:      18,
	theme.SizeNameInputRadius:     5,
	theme.SizeNameButtonRadius:    5,
	theme.SizeNameSelectionRadius: 4,
}

// growing are the sizes that a person who wants larger text sees larger: letters
// and the signs that stand in a line with them. Room and edges stay.
var growing = map[fyne.ThemeSizeName]bool{
	theme.SizeNameText: true, theme.SizeNameCaptionText: true, theme.SizeNameSubHeadingText: true,
	theme.SizeNameHeadingText: true, theme.SizeNameInlineIcon: true, theme.SizeNameLineSpacing: true,
}

// look is Stet's theme. The zero value follows the system.
type look struct {
	want  present.Theme
	scale float32 // of the text; 0 is 1
}

func (l look) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch l.want {
	case present.ThemeLight:
		v = theme.VariantLight
	case present.ThemeDark:
		v = theme.VariantDark
	}
	h, ok := hues[n]
	switch {
	case !ok:
		return theme.DefaultTheme().Color(n, v)
	case v == theme.VariantDark:
		return nrgba(h.dark)
	}
	return nrgba(h.light)
}

func (look) Font(s fyne.TextStyle) fyne.Resource     { return theme.DefaultTheme().Font(s) }
func (look) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

func (l look) Size(n fyne.ThemeSizeName) float32 {
	s, ok := sizes[n]
	if !ok {
		s = theme.DefaultTheme().Size(n)
	}
	if l.scale > 0 && growing[n] {
		s *= l.scale
	}
	return s
}

// grown is a length that was measured for text of the usual size, such as the
// height of a row of two lines, for the text's size now.
func grown(x float32) float32 {
	return x * theme.Size(theme.SizeNameText) / sizes[theme.SizeNameText]
}

// colour is a colour of the current theme.
func colour(n fyne.ThemeColorName) color.NRGBA {
	return color.NRGBAModel.Convert(theme.Color(n)).(color.NRGBA)
}
