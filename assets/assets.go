// Package assets holds the files that are part of the program: signs for the
// window and the sample desk's articles.
package assets

import (
	"embed"
)

//go:embed icons/*.svg
var icons embed.FS

// AppIcon is the program's own sign, a PNG of 256 by 256.
//
//go:embed icons/stet.png
var AppIcon []byte

// Icon is the SVG of a sign, drawn in "currentColor". An unknown name is a fault
// of the program.
func Icon(name string) string {
	b, err := icons.ReadFile("icons/" + name + ".svg")
	if err != nil {
		panic("assets: there is no icon " + name)
	}
	return string(b)
}
