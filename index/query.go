package index

import (
	"time"

	"stet/index/source"
)

// Query asks for passages. The zero value of every filter means all.
type Query struct {
	// Text is what a person typed; no text is ever an error:
	//
	//	harbour fire      words, stemmed; passages with all of them come first
	//	"at least twelve" the exact words in this order (also “…” and «…»)
	//	evacu*            words beginning so
	//	zelenski~         words within one edit (~2: two edits)
	//	-drill  -"a drill" passages without it
	//	outlet:"Coastal Wire"  kind:headline  lang:en  from:2025-04  to:2025-05-03
	//
	// An unbalanced quotation mark runs to the end; anything else that makes
	// no sense is read as words. An empty text matches every passage, newest
	// first.
	Text string
	// Typing treats the last word as the beginning of one.
	Typing bool

	Outlets  []string
	From, To time.Time       // days, inclusive, in UTC
	Kind     source.MarkKind // MarkHeadline, KindBody, …
	Role     source.Role
	Lang     string // "en"
	Articles []source.ArticleID
	Latest   bool // only each article's newest version

	// Offset and Limit choose the hits of the page; Limit 0 means 10.
	Offset, Limit int
	Sort          Sort
	// Quick leaves Total, Full, Articles and Facets at zero, for searches that
	// nobody will read the counts of.
	Quick bool
}

// Sort is the order of hits.
type Sort int

// The orders. ByDate shows, newest first, the passages that hold all words, or
// if there are none those that hold any.
const (
	ByRelevance Sort = iota
	ByDate
)

// defaultLimit is the number of hits of a page that does not say.
const defaultLimit = 10

// maxWindow bounds Offset + Limit: nobody reads past it, and an unbounded one
// would hold the whole index in memory.
const maxWindow = 100_000

// Hit is a passage that was found.
type Hit struct {
	Version  source.VersionID
	Span     source.Span     // the passage
	Kind     source.MarkKind // what the passage is
	Terms    []source.Span   // what matched, in the version's text
	Score    float64         // comparable within one answer only
	Snippet  Snippet
	Headline string
	Outlet   string
	Date     time.Time
}

// Place is where the passage stands.
func (h Hit) Place() source.Place { return source.Place{Version: h.Version, Span: h.Span} }

// Snippet is a passage to show, shortened if it is long.
type Snippet struct {
	Text  string
	Marks []source.Span // what matched, in bytes of Text
}

// Page is one screen of an answer.
type Page struct {
	Hits     []Hit
	Total    int // passages that match
	Full     int // those of them that hold every word, for queries of up to 16
	Articles int // articles the matching passages belong to
	Facets   Facets
	// AtLeast tells that the counts are lower bounds: the words of a phrase are
	// together in so many passages that not all of them were read.
	AtLeast bool
	Took    time.Duration
}

// Facets count the matching passages.
type Facets struct {
	Outlets []Count // most first
	Months  []Count // "2025-05", oldest first
}

// Count is a value and how many passages have it.
type Count struct {
	Name string
	N    int
}

// Need asks for passages that may be evidence for a claim.
type Need struct {
	Text    string    // the claim
	Exact   []string  // words it quotes: passages that hold them verbatim rank higher
	Figures []float64 // numbers it states, by value
	Not     []source.VersionID

	Outlets  []string
	From, To time.Time
	Role     source.Role
	Lang     string
	Articles []source.ArticleID
	Latest   bool
}
