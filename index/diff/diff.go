package diff

import "stet/index/source"

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
// Both are byte spans of the whole canonical texts; one of them may be empty.
// Law, fuzzed: Apply(old, new, edits) == new.
type Edit struct {
	Old source.Span `json:"old"`
	New source.Span `json:"new"`
	// Cosmetic is set when both sides are the same words in other typography.
	Cosmetic bool `json:"cosmetic,omitempty"`
}

// Pair is one row of an alignment: the sentences that correspond. Old is empty
// for Added, New for Deleted; a Split has one old and several new sentences, a
// Merged several old and one new.
type Pair struct {
	Op    Op            `json:"op"`
	Old   []source.Span `json:"old,omitempty"`
	New   []source.Span `json:"new,omitempty"`
	Edits []Edit        `json:"edits,omitempty"` // word edits inside the pair, in order of New
}

// Alignment tells how the sentences of two texts correspond, in order of the
// new text with deleted sentences where they stood.
type Alignment struct {
	Pairs []Pair `json:"pairs"`
}
