package textview

import (
	"image/color"

	"stet/index/source"
)

// Kind is what a mark means; it decides how the mark looks.
type Kind uint8

// The kinds, in the order in which they are painted: a later one covers an
// earlier one.
const (
	Todo Kind = iota // a sentence that waits for a decision: a box in the gutter, the words stay as they are
	Moved
	Changed
	Added
	Deleted
	Proposal
	Claim
	Stale
	EvidenceFor
	EvidenceAgainst
	Search
	Current // the search hit, passage or difference one is at
	numKinds
)

// String names the kind.
func (k Kind) String() string {
	return [numKinds]string{
		"to do", "moved", "changed", "added", "deleted", "proposal", "claim", "stale",
		"evidence for", "evidence against", "search", "current",
	}[k]
}

// Mark is a stretch of the text that means something.
type Mark struct {
	source.Span
	Kind Kind
	// ID is the caller's name for what is marked; it comes back in callbacks.
	ID string
	// Strength, above 0 and up to 1, fades the tint of what is less certain; 0
	// means 1. The shape does not fade.
	Strength float32
	// Hint is a line for the status bar while the pointer is on the mark.
	Hint string
}

// shape is the part of a mark's look that does not depend on colour.
type shape uint8

const (
	plain shape = iota
	solid
	double
	dashed
	dotted
	wavy
	strike
	outline
)

// sign is a mark's figure in the gutter.
type sign uint8

const (
	noSign sign = iota
	disc
	ring
	plus
	minus
	up
	down
	diamond
	arrows
	alert
	square
)

// look is how a kind is drawn. Tints and inks are chosen so that neighbours
// differ in lightness as well as hue; hues follow Okabe and Ito's palette for
// colour-blind readers (blue, bluish green, vermilion, orange, yellow).
type look struct {
	shape shape
	sign  sign
	track uint8 // 0: the underline nearer to the words, 1: the one below
	lane  uint8 // of the ruler: 0 claims, 1 evidence and differences, 2 search
	bare  bool  // no tint: only the sign
	bar   bool  // a bar in the gutter beside every line it touches
	light tone
	dark  tone
}

// tone is a tint for the ground and an ink for the shape.
type tone struct{ tint, ink color.NRGBA }

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

func tones(tint, ink uint32) tone { return tone{rgb(tint), rgb(ink)} }

var looks = [numKinds]look{
	Todo:            {plain, square, 0, 0, true, false, tones(0xFFFFFF, 0x8C7300), tones(0x1A1C20, 0xB59A3C)},
	Moved:           {dotted, arrows, 1, 1, false, true, tones(0xE4E9EC, 0x4F6B7A), tones(0x333F46, 0xA9C0CC)},
	Changed:         {dashed, diamond, 1, 1, false, true, tones(0xE8E2FB, 0x6246B8), tones(0x3A3060, 0xB5A2FF)},
	Added:           {solid, plus, 1, 1, false, true, tones(0xD6F0DC, 0x12763A), tones(0x17452A, 0x5BD683)},
	Deleted:         {strike, minus, 1, 1, false, true, tones(0xFADCDD, 0xB0283C), tones(0x55202B, 0xFF8A9A)},
	Proposal:        {dotted, ring, 0, 0, false, false, tones(0xFDF3D9, 0x96690A), tones(0x393117, 0xE0B040)},
	Claim:           {solid, disc, 0, 0, false, false, tones(0xDFECFA, 0x1B69AE), tones(0x1B3653, 0x6DB3F2)},
	Stale:           {wavy, alert, 0, 0, false, false, tones(0xEFE6D8, 0x8A4B00), tones(0x463822, 0xE0A860)},
	EvidenceFor:     {solid, up, 1, 1, false, true, tones(0xD2EEE6, 0x007A5C), tones(0x10423A, 0x3FCFA4)},
	EvidenceAgainst: {double, down, 1, 1, false, true, tones(0xFBE0D2, 0xB5420C), tones(0x552A16, 0xFF9466)},
	Search:          {plain, noSign, 0, 2, false, false, tones(0xFFEE99, 0x8C7300), tones(0x575000, 0xD8C840)},
	Current:         {outline, noSign, 0, 2, false, false, tones(0xFFD489, 0x8A5200), tones(0x6E4300, 0xFFC266)},
}
