package anchor

import (
	"unicode/utf8"

	"stet/index/source"
)

// Anchor is a passage kept the way of the W3C Web Annotation model: a
// TextPositionSelector (Span, bytes) and a TextQuoteSelector (Exact with what
// stood before and after it). The words are the truth, the position a hint.
type Anchor struct {
	Version source.VersionID `json:"version"`
	Span    source.Span      `json:"span"`
	Exact   string           `json:"exact"`
	Prefix  string           `json:"prefix,omitempty"` // up to ContextRunes before
	Suffix  string           `json:"suffix,omitempty"` // up to ContextRunes after
}

// ContextRunes is how much text is kept on each side of an anchor, in code
// points: enough to tell two equal sentences apart, little enough to print.
const ContextRunes = 64

// Fate is what became of a passage in another version.
type Fate string

// The five fates.
const (
	Intact    Fate = "intact"    // the same words in the same sentence
	Moved     Fate = "moved"     // the same words elsewhere
	Altered   Fate = "altered"   // the sentence is there, its words differ
	Ambiguous Fate = "ambiguous" // several equal matches: all are candidates
	Missing   Fate = "missing"
)

// Carried reports whether a passage may be shown at its new place without
// asking a person.
func (f Fate) Carried() bool { return f == Intact || f == Moved }

// Found is the answer of Find. Span is set for Intact, Moved and Altered;
// Candidates for Ambiguous. Reasons are sentences for people: `figure 12 → 15`.
type Found struct {
	Fate       Fate          `json:"fate"`
	Span       source.Span   `json:"span"`
	Candidates []source.Span `json:"candidates,omitempty"`
	Reasons    []string      `json:"reasons,omitempty"`
}

// At makes the anchor of a byte span of a version's text. A span that does not
// fit the text gives an anchor without words, which is Missing everywhere.
func At(v source.VersionID, body string, span source.Span) Anchor {
	a := Anchor{Version: v, Span: span}
	if !span.Fits(body) {
		return a
	}
	a.Exact = body[span.Start:span.End]
	a.Prefix = lastRunes(body[:span.Start], ContextRunes)
	a.Suffix = firstRunes(body[span.End:], ContextRunes)
	return a
}

func lastRunes(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, w := utf8.DecodeLastRuneInString(s[:at])
		at -= w
	}
	return s[at:]
}

func firstRunes(s string, n int) string {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, w := utf8.DecodeRuneInString(s[at:])
		at += w
	}
	return s[:at]
}
