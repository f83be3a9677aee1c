package diff

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"stet/index/source"
)

// Op says what became of a sentence.
type Op string

// The operations of DOMAIN.md's "sentence operations".
const (
	Unchanged Op = "unchanged"
	Edited    Op = "edited"
	Added     Op = "added"
	Deleted   Op = "deleted"
	Moved     Op = "moved" // moved; Edits tells whether its words changed too
	Split     Op = "split"
	Merged    Op = "merged"
)

// Edit replaces Old (a span of the old text) by New (a span of the new text).
// Both are byte spans of the whole texts; one of them may be empty.
// Law, fuzzed: Apply(old, new, edits) == new.
type Edit struct {
	Old source.Span `json:"old"`
	New source.Span `json:"new"`
	// Cosmetic is set when both sides are the same words in other typography:
	// marks, dashes, capitals, white space.
	Cosmetic bool `json:"cosmetic,omitempty"`
	// Moved is set when the words of the side that is not empty stand on the
	// other side too, in another edit of the row: a phrase changed its place.
	Moved bool `json:"moved,omitempty"`
}

// Pair is one row of an alignment: the sentences that correspond. Old is empty
// for Added, New for Deleted; a Split has one old and several new sentences, a
// Merged several old and one new. Several sentences of one side are neighbours.
type Pair struct {
	Op    Op            `json:"op"`
	Old   []source.Span `json:"old,omitempty"`
	New   []source.Span `json:"new,omitempty"`
	Edits []Edit        `json:"edits,omitempty"` // word edits inside the pair, in order of New
}

// Hull returns the spans from the first to the last sentence of each side. An
// empty side gives an empty span at 0.
func (p Pair) Hull() (old, new source.Span) { return hull(p.Old), hull(p.New) }

func hull(ss []source.Span) source.Span {
	if len(ss) == 0 {
		return source.Span{}
	}
	return source.Span{Start: ss[0].Start, End: ss[len(ss)-1].End}
}

// Reworded reports whether a word differs, rather than typography alone.
func (p Pair) Reworded() bool {
	for _, e := range p.Edits {
		if !e.Cosmetic {
			return true
		}
	}
	return false
}

// Alignment tells how the sentences of two texts correspond, in order of the
// new text with deleted sentences where they stood.
type Alignment struct {
	Pairs []Pair `json:"pairs"`
}

// Apply carries out edits, which must be in order and must not overlap, on old;
// the words come from new. Edits that do not fit the texts give "".
func Apply(old, new string, edits []Edit) string {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		if e.Old.Start < at || !within(e.Old, old) || !within(e.New, new) {
			return ""
		}
		b.WriteString(old[at:e.Old.Start])
		b.WriteString(new[e.New.Start:e.New.End])
		at = e.Old.End
	}
	b.WriteString(old[at:])
	return b.String()
}

// within asks less than Span.Fits: an invalid text may begin inside a rune.
func within(s source.Span, text string) bool {
	return s.Start >= 0 && s.Start <= s.End && s.End <= len(text)
}

// Check says in a sentence why a text cannot be compared word by word: it is
// not valid UTF-8. Such a text is still aligned, as one replacement.
func Check(text string) error {
	if utf8.ValidString(text) {
		return nil
	}
	at := 0
	for at < len(text) {
		r, w := utf8.DecodeRuneInString(text[at:])
		if r == utf8.RuneError && w == 1 {
			break
		}
		at += w
	}
	return fmt.Errorf("text: not valid UTF-8 at byte %d; import it again so that its character set is detected", at)
}
