package match

import (
	"stet/claims"
	"stet/index/source"
)

// Relation says how a passage relates to a claim. The values are those of the
// batch records.
type Relation string

// The relations of a quotation. Unrelated is shared with figures.
const (
	Verbatim         Relation = "verbatim"
	Typography       Relation = "typography"
	Spelling         Relation = "spelling"
	MarkedTruncation Relation = "marked_truncation"
	SilentTruncation Relation = "silent_truncation"
	Joined           Relation = "joined"
	Insertion        Relation = "insertion"
	Substitution     Relation = "substitution"
	Reordered        Relation = "reordered"
	Negation         Relation = "negation"
	OtherSpeaker     Relation = "other_speaker"
	Unrelated        Relation = "unrelated"
)

// The relations of a figure.
const (
	Agrees        Relation = "agrees"
	Compatible    Relation = "compatible"
	Outdated      Relation = "outdated"
	Conflicts     Relation = "conflicts"
	NotComparable Relation = "not_comparable"
	OtherThing    Relation = "other_thing"
)

// QuoteRelations and FigureRelations list the relations in the order of doc.go.
var (
	QuoteRelations = []Relation{Verbatim, Typography, Spelling, MarkedTruncation, SilentTruncation, Joined,
		Insertion, Substitution, Reordered, Negation, OtherSpeaker, Unrelated}
	FigureRelations = []Relation{Agrees, Compatible, Outdated, Conflicts, NotComparable, OtherThing, Unrelated}
)

// Class is the coarse answer shown beside a passage.
type Class string

// The classes. An unrelated passage has none.
const (
	ClassNone          Class = ""
	ClassVerbatim      Class = "verbatim"
	ClassNear          Class = "near"    // at least NearScore alike, nothing important changed
	ClassAltered       Class = "altered" // words changed
	ClassCut           Class = "silently cut"
	ClassAgreeing      Class = "agreeing"
	ClassCompatible    Class = "compatible"
	ClassConflicting   Class = "conflicting"
	ClassNotComparable Class = "not comparable"
	ClassOutdated      Class = "outdated"
)

// DiffKind says what a difference is about.
type DiffKind string

// The kinds of differences, the important first: this is the order in which
// they are listed.
const (
	DiffNegation    DiffKind = "negation"
	DiffModal       DiffKind = "modal"
	DiffNumber      DiffKind = "number"
	DiffName        DiffKind = "name"
	DiffSpeaker     DiffKind = "speaker"
	DiffOutcome     DiffKind = "outcome"
	DiffPopulation  DiffKind = "population"
	DiffWindow      DiffKind = "window"
	DiffPlace       DiffKind = "place"
	DiffCause       DiffKind = "cause"
	DiffCounted     DiffKind = "counted" // the number counts something else
	DiffSubset      DiffKind = "subset"
	DiffHedge       DiffKind = "hedge"
	DiffAttribution DiffKind = "attribution"
	DiffWord        DiffKind = "word"
	DiffInserted    DiffKind = "inserted"
	DiffOmitted     DiffKind = "omitted" // silently
	DiffOrder       DiffKind = "order"
	DiffMarked      DiffKind = "marked" // omitted or replaced, and shown to be
	DiffSpelling    DiffKind = "spelling"
	DiffTypography  DiffKind = "typography"
)

// rank is the place of a kind in the list above.
var rank = func() map[DiffKind]int {
	m := map[DiffKind]int{}
	for i, k := range []DiffKind{DiffNegation, DiffModal, DiffNumber, DiffName, DiffSpeaker, DiffOutcome, DiffPopulation,
		DiffWindow, DiffPlace, DiffCause, DiffCounted, DiffSubset, DiffHedge, DiffAttribution, DiffWord, DiffInserted,
		DiffOmitted, DiffOrder, DiffMarked, DiffSpelling, DiffTypography} {
		m[k] = i
	}
	return m
}()

// Difference is one thing in which the claim differs from the passage. Either
// side may be empty: words dropped have no Claim, words added no Passage.
type Difference struct {
	Claim       string      `json:"claim"`
	Passage     string      `json:"passage"`
	ClaimSpan   source.Span `json:"-"` // bytes of the claim's words
	PassageSpan source.Span `json:"-"` // bytes of the passage's text
	Kind        DiffKind    `json:"kind"`
}

// Result says how a passage relates to a claim.
type Result struct {
	Relation Relation
	Class    Class
	// Score tells how much of the claim the passage bears out, 0–1: for a quote
	// the weighted share of words in common, for a figure how sure it is that
	// both are about one event and one number.
	Score       float64
	Span        source.Span // the matching words, bytes of Passage.Text; empty if unrelated
	Differences []Difference
	Why         string        // one sentence for people
	Warn        string        // set for a cut before "but", "if", "not": what follows
	Suggest     claims.Stance // "" if the passage is no evidence
}
