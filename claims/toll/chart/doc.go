// Package chart draws the figures of an event over time: one panel for each group
// of comparable figures, all on one time axis. It is pure.
//
// A report is drawn at the time it was counted (as-of, else when it was published)
// and at the number it gives. What its words allow is a bar: "at least 12" is a bar
// from 12 up that fades and ends in an arrow, "12 to 15" one with two ends, "fewer
// than 10" one that fades downwards. Each outlet has a colour and a shape, so that
// the chart can be read without colours; versions of one article are joined by a
// line. Outdated figures are pale, doubtful ones crossed out.
//
// Of is the model: shapes in pixels of a page. SVG and PNG write it, and a window
// draws the same shapes; nothing is laid out twice.
package chart

// Ink names a colour; what it looks like is the palette's to say.
type Ink string

// The inks. Outlets have Series(0), Series(1) …
const (
	Ground Ink = "ground"
	Panel  Ink = "panel"
	Grid   Ink = "grid"
	Axis   Ink = "axis"
	Muted  Ink = "muted"
	Text   Ink = "text"
	Bad    Ink = "bad"
)

// Kind is what a shape is.
type Kind int

// The kinds of shapes.
const (
	Rect     Kind = iota // X, Y, W, H filled
	FadeUp               // a Rect whose ink fades to nothing at its top
	FadeDown             // … at its bottom
	Line                 // from X, Y to X+W, Y+H; Size is its width
	Label                // S, its baseline at Y, from, to or about X by Align; Size is the height of its letters' box
	Circle               // about X, Y; Size is its radius
	Square
	Diamond
	Triangle
)

// Align is where a label stands to its X.
type Align int

// The alignments.
const (
	Start Align = iota
	Middle
	End
)

// Shape is one thing drawn, in pixels from the top left.
type Shape struct {
	Kind       Kind
	X, Y, W, H float64
	Size       float64
	S          string
	Align      Align
	Bold       bool
	Ink        Ink
	Pale       bool   // drawn at paleShare of its strength
	Hollow     bool   // only its edge
	Row        string // the row it stands for, by ID; "" for none
}

// paleShare is the strength of what is outdated.
const paleShare = 0.42

// Drawing is a page of shapes, to be drawn in order.
type Drawing struct {
	W, H   float64
	Title  string
	Desc   string // for those who cannot see it
	Shapes []Shape
}
