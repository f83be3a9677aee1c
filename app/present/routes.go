package present

import (
	"stet/claims"
	"stet/index/source"
)

// Place is one of the places of the rail.
type Place string

// The places, in the order of the rail.
const (
	PlaceSources Place = "sources"
	PlaceClaims  Place = "claims"
	PlaceEvents  Place = "events" // the toll board
	PlaceQuotes  Place = "quotes" // the concordance
	PlaceInbox   Place = "inbox"
	PlaceReview  Place = "review"
	PlaceReports Place = "reports"
	PlaceHistory Place = "history"
)

// Places lists them.
var Places = []Place{PlaceSources, PlaceClaims, PlaceEvents, PlaceQuotes, PlaceInbox, PlaceReview, PlaceReports, PlaceHistory}

// Title is the name of a place as printed.
func (p Place) Title() string {
	return map[Place]string{PlaceSources: "Sources", PlaceClaims: "Claims", PlaceEvents: "Events", PlaceQuotes: "Quotes", PlaceInbox: "Inbox", PlaceReview: "Review",
		PlaceReports: "Reports", PlaceHistory: "History"}[p]
}

// Side says what the column beside the reading pane shows.
type Side string

// What the column beside the reading pane can show.
const (
	SideProposals Side = "proposals"
	SideClaim     Side = "claim"
	SideCoverage  Side = "coverage"
)

// Route is what is open and where: everything needed to come back to it. It is
// comparable; the zero value is the list of sources with nothing open.
type Route struct {
	Place   Place            `json:"place,omitempty"`
	Version source.VersionID `json:"version,omitzero"` // in the reading pane; N 0 is the latest
	Span    source.Span      `json:"span,omitzero"`    // brought into sight there
	Claim   claims.ID        `json:"claim,omitempty"`  // the current claim: in the inspector, and what words are attached to
	Side    Side             `json:"side,omitempty"`
	Event   string           `json:"event,omitempty"` // the event on the toll board, by its key
	Quote   string           `json:"quote,omitempty"` // the utterance in the concordance, by its key
	// Against is the version that Version is compared with, as the older side.
	// While it is set, the comparison takes the place of all panes but the rail.
	Against source.VersionID `json:"against,omitzero"`
	// AgainstSpan is brought into sight on the older side.
	AgainstSpan source.Span `json:"againstSpan,omitzero"`
}

// Comparing tells whether the route shows two versions side by side.
func (r Route) Comparing() bool { return !r.Against.IsZero() }

// Reading is the route with one version in the reading pane, at a place of it.
func (r Route) Reading(v source.VersionID, at source.Span) Route {
	r.Version, r.Span, r.Against, r.AgainstSpan = v, at, source.VersionID{}, source.Span{}
	return r
}

// WithClaim is the route with a claim in the inspector.
func (r Route) WithClaim(id claims.ID) Route {
	r.Claim, r.Side = id, SideClaim
	if id == "" {
		r.Side = SideProposals
	}
	return r
}

// At is the route at another place of the rail, not comparing.
func (r Route) At(p Place) Route {
	r.Place, r.Against, r.AgainstSpan = p, source.VersionID{}, source.Span{}
	return r
}

// Compare is the route that shows two versions side by side.
func (r Route) Compare(old, now source.VersionID) Route {
	r.Against, r.Version, r.Span, r.AgainstSpan = old, now, source.Span{}, source.Span{}
	return r
}

// trailLength is how many steps back are remembered: more than anybody counts.
const trailLength = 200

// Trail is where one has been, as in a browser.
type Trail struct {
	back, forward []Route
}

// push notes that one leaves a route for another.
func (t *Trail) push(from Route) {
	t.back = append(t.back, from)
	if len(t.back) > trailLength {
		t.back = t.back[1:]
	}
	t.forward = nil
}

// step goes along from a route, back or forward.
func (t *Trail) step(from Route, back bool) (Route, bool) {
	take, give := &t.back, &t.forward
	if !back {
		take, give = give, take
	}
	n := len(*take)
	if n == 0 {
		return from, false
	}
	to := (*take)[n-1]
	*take = (*take)[:n-1]
	*give = append(*give, from)
	return to, true
}
