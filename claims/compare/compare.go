// Package compare says what a new version of a text changed.
package compare

import (
	"stet/claims/extract"
	"stet/index/diff"
	"stet/index/source"
)

// Touch names what a change touches; the names are those of the batch records.
type Touch string

// Change is one sentence-level change between two texts.
type Change struct {
	Op          diff.Op     `json:"op"`
	Old         source.Span `json:"old"`
	New         source.Span `json:"new"`
	Touches     []Touch     `json:"touches"`
	Summary     string      `json:"summary"`
	Announced   bool        `json:"announced"`
	Substantive bool        `json:"substantive"`
	Edits       []diff.Edit `json:"edits,omitempty"`
}

// Versions classifies the changes of an alignment.
func Versions(old, new *extract.Doc, al diff.Alignment) []Change {
	var out []Change
	for _, p := range al.Pairs {
		if p.Op == diff.Unchanged {
			continue
		}
		a, b := p.Hull()
		out = append(out, Change{Op: p.Op, Old: a, New: b, Touches: []Touch{"wording"}, Summary: string(p.Op) + ": " + first(b.Of(new.Text), a.Of(old.Text)), Substantive: p.Op != diff.Moved && (p.Op != diff.Edited || p.Reworded()), Edits: p.Edits})
	}
	return out
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
