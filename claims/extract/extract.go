package extract

import (
	"time"

	"stet/claims"
	"stet/index/source"
)

// Meta is what is known about a text from outside it.
type Meta struct {
	Date      time.Time // the dateline's day; zero: relative dates stay unresolved
	Publisher string
	Title     string
	Lang      string // BCP 47; empty: guessed
}

// Quote is an attributed quote with its places in the text. All spans are byte
// spans of the analysed text.
type Quote struct {
	claims.Quote               // Words: what stands between the marks; of an indirect quote, the content
	Span         source.Span   // from the first content segment to the last
	Content      []source.Span // what is attributed, marks of a whole quotation not included
	Marked       []source.Span // what stands between quotation marks: the verbatim part of a mixed quote
	CueAt        source.Span   // empty if there is none
	By           source.Span   // the speaker as written; empty if there is none
	Sentence     source.Span   // the sentence that holds the cue, else the first segment
	Scare        bool          // scare quotes or a title: marked, but nobody's utterance
	Within       int           // index of the quote this one is quoted in, -1: none
	Rule         string        // the rule that fired
	Confidence   float64       // 0–1
}

// Figure is a casualty figure with its place in the text.
type Figure struct {
	claims.Figure
	Span       source.Span // modifier, number and what is counted
	Sentence   source.Span
	By         source.Span // the attribution's words; empty if there is none
	Trigger    source.Span // the word that tells the outcome
	Value      float64     // the number as written, before its modifiers; the lower one of a range
	Rule       string
	Confidence float64
	Repeats    bool // tells again what an earlier figure of the text told
	Definite   bool // refers to victims as known: "the two", "he"

	event      int    // figures of one trigger in one clause share it
	background bool   // "the killing of three", "the blast that killed three": not the news itself
	past       bool   // an earlier value of a toll
	also       bool   // "was also killed": more than were told before
	named      bool   // an implied victim with a name
	shot       bool   // told by "shot", "stabbed": it may have been fatal
	possessed  bool   // "his two sons"
	where      string // the places its sentence names, joined
}

// Past reports whether the figure is the earlier value of a toll: the 31 of "raising
// the toll from 31 a day earlier".
func (f Figure) Past() bool { return f.past }

// Statistic is any other quantity with its place in the text.
type Statistic struct {
	claims.Statistic
	Span       source.Span
	Sentence   source.Span
	Rule       string
	Confidence float64
}

// Proposal is a claim the text suggests. It is not a claim until a checker
// accepts it.
type Proposal struct {
	Span       source.Span // the words to anchor
	Sentence   source.Span
	Body       claims.Body
	Rule       string  // which rule fired
	Why        string  // one line for people
	Confidence float64 // 0–1
}
