package report

import (
	"fmt"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/ledger"
	"stet/index/anchor"
	"stet/index/source"
)

// Dossier is everything a report says, gathered once, from one state of the desk. Renderers
// look nothing up: what is not here is not in a report.
type Dossier struct {
	Desk      string // name of the desk
	Title     string // of the report
	Made      time.Time
	By        ledger.Who
	Program   string // "Stet 0.1.0"
	Policy    claims.Policy
	Scale     claims.Scale
	Seq       uint64      // ledger sequence it was gathered from
	Head      source.Hash // hash of that entry
	Subjects  []Subject   // the checked articles, empty for a report on loose claims
	Sheets    []Sheet     // one a claim, in order of the text, loose ones last
	Quotes    []Quotation // what the claims and the checked articles quote
	History   []Step      // versions that touched what was decided
	Tolls     Tolls       // boards of the events, oldest first
	Sources   []Source    // every version cited, in order of first citation
	Searches  []Search    // receipts
	SignedBy  []Signature // approvals, oldest first
	Open      []string    // what was not checked or not settled, as sentences
	Waiting   Waiting     // what the inbox holds about these claims and articles
	Entries   uint64      // of the ledger
	Originals int         // held by the desk
}

// Subject is an article that was checked, with the claims found in it.
type Subject struct {
	Article  source.Article
	Version  source.Version // the version whose text is annotated
	Text     source.Text
	Versions []source.Version // all versions covered, oldest first
	Lines    []Line           // the annotated copy
	Since    []Since          `json:",omitempty"` // what the newest version changed of it
	Coverage *Coverage        // nil if it was not worked out
}

// Since is a change that the newest version makes to the annotated copy.
type Since struct {
	Line      int // of the copy; 0: new in the newest version
	Summary   string
	Announced bool
}

// Line is one sentence of the annotated copy.
type Line struct {
	N      int // from 1
	Span   source.Span
	Text   string
	Claims []claims.ID   // facts in it, tied to their sheets
	Facts  []source.Span // their words, in bytes of Text, in order
	Para   bool          // begins a paragraph
	Head   bool          // is a headline or cross-head
}

// Sheet is the record of one claim.
type Sheet struct {
	Claim    claims.Claim
	Made     source.Version `json:",omitzero"` // where its words stand; zero if it was typed in
	Line     int            // in the annotated copy; 0: not in it
	Check    claims.Check
	Review   claims.Review
	Stale    bool // a later version touched the evidence after the verdict
	Verdict  *Decision
	Earlier  []Decision // superseded verdicts, oldest first
	Passages []Passage
	Sources  Independence
	Flags    []claims.Flag
	Findings []Finding
	Reviews  []ledger.ReviewStep
	By       ledger.Who
	At       time.Time
	// Correction of what the program read in the words; nil if there is none.
	Correction *Correction
}

// Decision is a verdict with who gave it.
type Decision struct {
	claims.Verdict
	By ledger.Who
	At time.Time
}

// Passage is a piece of evidence with its surroundings.
type Passage struct {
	ID       claims.EvidenceID
	Stance   claims.Stance
	Primary  bool
	Note     string
	Anchor   anchor.Anchor
	Version  source.Version
	Before   string // the words before it in its sentence
	After    string // and after it
	Relation string // "verbatim", "compatible" …; empty for statements
	Why      string // one sentence
	Differ   []Difference
	Cluster  int // passages of one cluster are one source; from 1
}

// Difference is where claim and passage part.
type Difference struct {
	Claim, Passage string
	Kind           string
}

// Independence counts where support comes from.
type Independence struct {
	Passages, Articles, Outlets, Independent, Wanted int

	Own    int    `json:",omitempty"` // passages of the checked article itself, not counted
	House  int    `json:",omitempty"` // passages of other articles of its outlet, not counted
	Origin string `json:",omitempty"` // the one origin that all articles name; empty: several, or none
}

// String says it for people.
func (n Independence) String() string {
	s := fmt.Sprintf("%s from %s, %s (policy: %d)", several(n.Passages, "supporting passage"), several(n.Outlets, "outlet"), several(n.Independent, "independent source"), n.Wanted)
	if n.Origin != "" {
		s += ", all resting on one origin: " + n.Origin
	}
	if n.Own > 0 {
		s += "; not counted: " + several(n.Own, "passage") + " of the checked article itself"
	}
	if n.House > 0 {
		s += "; the checked story's own outlet is not counted (" + several(n.House, "passage") + ")"
	}
	return s
}

func several(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Finding is what a later version did to a claim or to its evidence.
type Finding struct {
	Version source.VersionID
	Text    string
	Settled bool
	By      string `json:",omitempty"` // who settled it; "" if a verdict answers it
	Note    string
}

// Waiting counts what asks for a decision.
type Waiting struct {
	Findings int // what later versions did, looked at by nobody
	Flags    int // open ones of claims
}

// String words it: "17 findings of later versions, 2 open flags"; "" if nothing waits.
func (w Waiting) String() string {
	var list []string
	if w.Findings > 0 {
		list = append(list, several(w.Findings, "finding")+" of later versions")
	}
	if w.Flags > 0 {
		list = append(list, several(w.Flags, "open flag"))
	}
	return strings.Join(list, ", ")
}

// Step is a change between two versions that touches a figure, a quote or an
// attribution.
type Step struct {
	Old, New  source.VersionID
	Summary   string
	Before    string
	After     string
	Announced bool
	Edits     []Edit // of Before and After, in bytes of each
}

// Edit marks the words that differ.
type Edit struct{ Old, New source.Span }

// Source is one cited version.
type Source struct {
	Version source.Version
	Article source.Article
	Cited   []claims.ID
	Cluster int // copies of one story share a cluster; from 1
	// Origin says, of copies of one story, where it likely comes from: "copy of
	// Coastal Wire (credited by Inland Post)"; empty if nobody here copied it.
	Origin string `json:",omitempty"`
}

// Search is a kept search: proof of what was looked for.
type Search struct {
	claims.Receipt
	By   ledger.Who
	Seq  uint64
	Head source.Hash
}

// Signature is an editor's approval.
type Signature struct {
	Claim claims.ID
	By    ledger.Who
	At    time.Time
	Seq   uint64
	Own   bool `json:",omitempty"` // by the person who gave the verdict
}
