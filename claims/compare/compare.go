package compare

import (
	"slices"

	"stet/index/diff"
	"stet/index/source"
)

// Touch is what a change touches.
type Touch string

// The touches, in the order they are listed.
const (
	Figure      Touch = "figure"      // a quantity, an age, or the outcome counted
	Modifier    Touch = "modifier"    // at least, about, alleged, appeared to
	Attribution Touch = "attribution" // who is said to say it, or the cue
	Quote       Touch = "quote"       // words between quotation marks
	Negation    Touch = "negation"
	Modal       Touch = "modal"
	Name        Touch = "name" // spelling or title
	Date        Touch = "date" // date, weekday, time, a toll's window
	Wording     Touch = "wording"
	Notice      Touch = "notice"   // a correction, clarification or update note
	Cosmetic    Touch = "cosmetic" // typography, 4 for four, % for per cent
)

// Touches lists all touches in the order a change lists them.
var Touches = []Touch{Figure, Modifier, Attribution, Quote, Negation, Modal, Name, Date, Notice, Wording, Cosmetic}

// Change is one sentence-level change between two versions.
type Change struct {
	Op      diff.Op     `json:"op"`
	Old     source.Span `json:"old"` // bytes of the old text; empty if added
	New     source.Span `json:"new"` // bytes of the new text; empty if deleted
	Touches []Touch     `json:"touches"`
	Summary string      `json:"summary"` // one line for people
	// Announced is set when a notice that is new in this version names the change.
	Announced bool `json:"announced"`
	// Substantive is set when more than wording and typography is touched, or a
	// sentence came or went.
	Substantive bool        `json:"substantive"`
	Edits       []diff.Edit `json:"edits,omitempty"` // words, with spans of the whole texts
	pieces      []piece     // of the summary
}

// Touched reports whether the change touches t.
func (c Change) Touched(t Touch) bool { return slices.Contains(c.Touches, t) }

// Unannounced reports whether the change is one that a desk wants flagged: it
// matters, and the version does not own up to it.
func (c Change) Unannounced() bool { return c.Substantive && !c.Announced }

// touchSet collects touches.
type touchSet map[Touch]bool

// only reports whether nothing but some touches is touched.
func (s touchSet) only(ts ...Touch) bool {
	for t, ok := range s {
		if ok && !slices.Contains(ts, t) {
			return false
		}
	}
	return true
}

// list orders the touches; typography and wording are told only where nothing
// weightier is, wording also beside what it does not explain.
func (s touchSet) list() []Touch {
	out := []Touch{}
	for _, t := range Touches {
		if s[t] && (t != Cosmetic || len(out) == 0) {
			out = append(out, t)
		}
	}
	return out
}
