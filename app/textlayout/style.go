package textlayout

import "stet/index/source"

// Style is how a paragraph is set.
type Style uint8

// The styles. Blank is an empty paragraph: the space between two others.
const (
	Body Style = iota
	Blank
	Headline
	Heading
	Byline
	Caption
	Notice
	Quote
	NumStyles = iota
)

// String names the style.
func (s Style) String() string {
	return [NumStyles]string{"body", "blank", "headline", "heading", "byline", "caption", "notice", "quote"}[s]
}

// styleOf says which paragraph style a mark of the source asks for. A dateline,
// page or cue mark tells something about words inside a paragraph and asks for
// none.
var styleOf = map[source.MarkKind]Style{
	source.MarkHeadline: Headline,
	source.MarkHeading:  Heading,
	source.MarkByline:   Byline,
	source.MarkCaption:  Caption,
	source.MarkNotice:   Notice,
	source.MarkQuote:    Quote,
}

// Metrics are the fixed measures of a style. All are whole numbers.
type Metrics struct {
	LineHeight float32 // distance between the tops of two lines
	Above      float32 // extra space above the paragraph, not given to the first of a text
	Indent     float32 // distance of the text from both edges of the column
}

// A Measurer knows the fonts. Its answers must not change during the life of a
// Layout; after a change of theme or scale, make another Layout.
type Measurer interface {
	// Width is the shaped width of s set in one piece in a style.
	Width(s string, st Style) float32
	// Metrics are the fixed measures of a style.
	Metrics(st Style) Metrics
}

// widths remembers what words measure. It forgets everything when it holds
// maxWidths words of a style: a vocabulary that large is not a vocabulary.
type widths struct {
	m     Measurer
	word  [NumStyles]map[string]float32
	space [NumStyles]float32
}

// maxWidths bounds the memory of one style to some 20 MB. Novels have 30,000
// distinct words, a year of a newspaper some 200,000.
const maxWidths = 200_000

func newWidths(m Measurer) *widths {
	w := &widths{m: m}
	for s := range w.word {
		w.word[s] = map[string]float32{}
		w.space[s] = -1
	}
	return w
}

// of measures a word, or a short piece without a break in it.
func (w *widths) of(s string, st Style) float32 {
	if x, ok := w.word[st][s]; ok {
		return x
	}
	if len(w.word[st]) >= maxWidths {
		clear(w.word[st])
	}
	x := w.m.Width(s, st)
	w.word[st][clone(s)] = x
	return x
}

// clone keeps a map from holding a whole text by one of its words.
func clone(s string) string { return string(append([]byte(nil), s...)) }

// spaceOf is the width of a space between letters; measured alone some shapers
// give it none.
func (w *widths) spaceOf(st Style) float32 {
	if w.space[st] < 0 {
		w.space[st] = max(0, w.m.Width("n n", st)-w.m.Width("nn", st))
	}
	return w.space[st]
}
