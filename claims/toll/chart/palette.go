package chart

import (
	"image/color"
	"strconv"
	"strings"
)

// Palette gives every ink a colour.
type Palette map[Ink]color.NRGBA

// Light and Dark are the palettes for paper and for a dark window. Inks that carry
// letters have a contrast of at least 4.5:1 to the ground, the series at least 3:1;
// neighbours of the series differ for the colour-blind too.
var (
	Light = palette("ground ffffff", "panel f6f5f2", "grid dedbd4", "axis 8c8880", "muted 615d55", "text 23211d", "bad a3261d",
		"1f5fbf c1440e 1e7d4f 8a3fa0 8a6100 0b7285 b02a5b 555049")
	Dark = palette("ground 1e1f22", "panel 26282c", "grid 3a3d43", "axis 868b93", "muted a9adb5", "text e8e6e1", "bad ff8a7a",
		"7fb0ff ff9e6b 6fd3a0 d79bea e0b95a 63cfe0 ff8fb5 c4c0b8")
)

func palette(inks ...string) Palette {
	p := Palette{}
	for _, s := range inks[:len(inks)-1] {
		name, hex, _ := strings.Cut(s, " ")
		p[Ink(name)] = parse(hex)
	}
	for i, hex := range strings.Fields(inks[len(inks)-1]) {
		p[Series(i)] = parse(hex)
	}
	return p
}

func parse(hex string) color.NRGBA {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		panic(err) // the tables above
	}
	return color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
}

// seriesCount is how many outlets have a colour of their own.
const seriesCount = 8

// Series is the ink of the i-th outlet.
func Series(i int) Ink { return Ink("series" + strconv.Itoa(i%seriesCount)) }

// shapes are the markers: an outlet beyond the colours has another shape.
var shapes = [4]Kind{Circle, Square, Diamond, Triangle}

// marker is the shape of the i-th outlet.
func marker(i int) Kind { return shapes[(i+i/seriesCount)%len(shapes)] }
