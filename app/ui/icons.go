package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"stet/assets"
)

// icon is one of our own signs (assets/icons) in a colour of the theme.
func icon(name string, c fyne.ThemeColorName) fyne.Resource {
	return &sign{name, assets.Icon(name), c}
}

// sign draws "currentColor" in a colour of the theme at the time it is asked.
type sign struct {
	name, svg string
	colour    fyne.ThemeColorName
}

func (s *sign) hex() string {
	c := colour(s.colour)
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}

// Name differs by colour: Fyne keeps drawn signs by name.
func (s *sign) Name() string { return s.name + s.hex() + ".svg" }

// Content implements fyne.Resource.
func (s *sign) Content() []byte {
	return []byte(strings.ReplaceAll(s.svg, "currentColor", s.hex()))
}
