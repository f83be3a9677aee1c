package present

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

// ClaimFilter is what the claims shown are limited to; a zero field is no limit.
type ClaimFilter struct {
	Check   claims.Check
	Review  claims.Review
	Kind    claims.Kind
	Stale   bool
	Article source.ArticleID // that they were made in
	Text    string           // in the words, the origin or the name of the claim
}

// ClaimOrder is the order of the list of claims.
type ClaimOrder string

// The orders of claims.
const (
	ClaimsAsMade    ClaimOrder = ""
	ClaimsNewest    ClaimOrder = "newest"
	ClaimsUndecided ClaimOrder = "undecided"
	ClaimsByText    ClaimOrder = "text"
)

// ClaimOrders lists them with their names.
var ClaimOrders = []Named[ClaimOrder]{{ClaimsAsMade, "In the order they were made"}, {ClaimsNewest, "Newest first"}, {ClaimsUndecided, "Undecided and stale first"}, {ClaimsByText, "In the order of the text"}}

// ClaimRow is a claim in a list.
type ClaimRow struct {
	ID           claims.ID
	Kind         claims.Kind
	Text         string // verbatim
	Head, Detail string // its reading
	Check        claims.Check
	Rating       string
	Review       claims.Review
	Stale        bool
	For, Against int // passages attached
	Context      int
	Flags        int    // open
	Sources      string // independent ones that support it: "1 of 2 sources"; "" if none does
	Short        bool   // it is confirmed on fewer than the desk asks for
	Origin       string
	Article      source.ArticleID // it was made in; empty if typed in
	Title        string           // of that article
	At           time.Time
	made         *source.Place
}

// Claims is the list of claims.
type Claims struct {
	Filter   ClaimFilter
	Order    ClaimOrder
	Rows     []ClaimRow
	All      int // without the filter
	Checks   []Facet
	Reviews  []Facet
	Kinds    []Facet
	Articles []Facet
	Stale    int
	Changed  func()

	s *Shell
}

// NewClaims makes the list for a shell.
func NewClaims(s *Shell) *Claims {
	m := &Claims{s: s, Changed: func() {}, Order: ClaimOrder(s.Settings.Choice["claims.order"])}
	s.Listen(Listener{
		Desk:     func() { m.Filter = ClaimFilter{}; m.list() },
		Acts:     func([]ledger.Entry) { m.list() },
		Findings: m.list,
		Support:  m.list,
		Route: func(was Route) {
			if was.Claim != s.Route.Claim || was.Place != s.Route.Place {
				m.Changed()
			}
		},
	})
	some := func() bool { return s.Desk != nil && len(m.Rows) > 0 && !s.Route.Comparing() }
	s.On(ActNextClaim, func() { m.Step(1) }, some)
	s.On(ActPrevClaim, func() { m.Step(-1) }, some)
	m.list()
	return m
}

// staleClaims are the claims whose verdict is in doubt since a later version.
func (s *Shell) staleClaims() map[claims.ID]bool {
	out := map[claims.ID]bool{}
	for _, f := range s.Findings {
		if f.Stale && !f.Settled {
			out[f.Claim] = true
		}
	}
	return out
}

// claimRow reads a row from the state.
func claimRow(st *ledger.State, c *ledger.Claim, stale bool) ClaimRow {
	r := ClaimRow{ID: c.ID, Text: c.Text, Check: c.Check(), Review: c.Review, Stale: stale, Origin: OriginWords(c.Origin), At: c.At}
	if c.Body != nil {
		r.Kind = c.Body.Kind()
		r.Head, r.Detail = Reading(c.Body)
	}
	if v := c.Verdict(); v != nil {
		r.Rating = v.Rating
	}
	for _, e := range st.EvidenceOf(c.ID) {
		switch e.Stance {
		case claims.Supports, claims.FirstSeen, claims.Repeats:
			r.For++
		case claims.Contradicts:
			r.Against++
		default:
			r.Context++
		}
	}
	for _, f := range st.Flags {
		if f.Claim == c.ID && f.Status == claims.FlagOpen {
			r.Flags++
		}
	}
	if c.Made != nil {
		r.Article = c.Made.Version.Article
		r.made = &source.Place{Version: c.Made.Version, Span: c.Made.Span}
		if v, err := st.Version(c.Made.Version); err == nil {
			r.Title = v.Title()
		}
	}
	return r
}

// count notes where the claim's support comes from.
func (r *ClaimRow) count(s *Shell) {
	var enough bool
	r.Sources, enough = s.sourcesOf(r.ID)
	r.Short = r.Check == claims.Confirmed && !enough
}

// OriginWords names who asserts something: "Jonas Ek (witness)".
func OriginWords(o claims.Origin) string {
	switch {
	case o.Name == "":
		return string(o.Kind)
	case o.Kind == "":
		return o.Name
	}
	return o.Name + " (" + string(o.Kind) + ")"
}

// list reads the claims anew; it is fast enough to be done at once.
func (m *Claims) list() {
	m.Rows, m.All, m.Stale = nil, 0, 0
	checks, reviews, kinds, articles := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	titles := map[string]string{}
	if m.s.Desk != nil {
		stale := m.s.staleClaims()
		m.s.Desk.View(func(st *ledger.State) {
			for _, c := range st.Live() {
				r := claimRow(st, c, stale[c.ID])
				r.count(m.s)
				m.All++
				checks[string(r.Check)]++
				reviews[string(r.Review)]++
				kinds[string(r.Kind)]++
				if r.Article != "" {
					articles[string(r.Article)]++
					titles[string(r.Article)] = r.Title
				}
				if r.Stale {
					m.Stale++
				}
				if m.keeps(r) {
					m.Rows = append(m.Rows, r)
				}
			}
		})
	}
	m.Checks = listed(checks, []string{string(claims.Unstarted), string(claims.InProgress), string(claims.Confirmed), string(claims.ChangeNeeded), string(claims.CannotBe), string(claims.NotCheckable)}, claims.Capital)
	m.Reviews = listed(reviews, []string{string(claims.Submitted), string(claims.Returned), string(claims.Approved)}, claims.Capital)
	m.Kinds = listed(kinds, []string{string(claims.KindFigure), string(claims.KindQuote), string(claims.KindStatistic), string(claims.KindStatement)}, func(k string) string { return KindTitle(claims.Kind(k)) })
	m.Articles = countFacets(articles, func(id string) string { return titles[id] })
	m.sort()
	m.Changed()
}

// listed are the facets of a fixed list of values that occur.
func listed(n map[string]int, values []string, title func(string) string) []Facet {
	var out []Facet
	for _, v := range values {
		if n[v] > 0 {
			out = append(out, Facet{Value: v, Title: title(v), N: n[v]})
		}
	}
	return out
}

func (m *Claims) keeps(r ClaimRow) bool {
	f := m.Filter
	return (f.Check == "" || f.Check == r.Check) && (f.Review == "" || f.Review == r.Review) && (f.Kind == "" || f.Kind == r.Kind) &&
		(!f.Stale || r.Stale) && (f.Article == "" || f.Article == r.Article) && m.matches(r)
}

// matches looks for every word of the filter's text.
func (m *Claims) matches(r ClaimRow) bool {
	return m.Filter.Text == "" || holdsAll(m.Filter.Text, string(r.ID), r.Text, r.Head, r.Detail, r.Origin, r.Title)
}

// urgency orders claims by what is left to do: stale verdicts, then what is not
// begun, then what is under way.
func urgency(r ClaimRow) int {
	switch {
	case r.Stale:
		return 0
	case r.Review == claims.Returned:
		return 1
	case r.Check == claims.InProgress:
		return 2
	case r.Check == claims.Unstarted:
		return 3
	}
	return 4
}

func (m *Claims) sort() {
	switch m.Order {
	case ClaimsNewest:
		slices.Reverse(m.Rows)
	case ClaimsUndecided:
		slices.SortStableFunc(m.Rows, func(a, b ClaimRow) int { return urgency(a) - urgency(b) })
	case ClaimsByText:
		slices.SortStableFunc(m.Rows, func(a, b ClaimRow) int {
			switch {
			case a.made == nil || b.made == nil:
				return cmp.Compare(bit(a.made == nil), bit(b.made == nil))
			}
			return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.made.Span.Start, b.made.Span.Start))
		})
	}
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// SetFilter limits the list to other claims.
func (m *Claims) SetFilter(f ClaimFilter) {
	if f != m.Filter {
		m.Filter = f
		m.list()
	}
}

// SetOrder orders the list otherwise, and remembers it.
func (m *Claims) SetOrder(o ClaimOrder) {
	m.Order = o
	m.s.Settings.Pick("claims.order", string(o))
	m.list()
}

// Limits are the limits in force, each with how to drop it. The text typed is
// not among them: it stands in its own field.
func (m *Claims) Limits() []Limit {
	var out []Limit
	add := func(title string, change func(*ClaimFilter)) {
		out = append(out, Limit{Title: title, Drop: func() { f := m.Filter; change(&f); m.SetFilter(f) }})
	}
	f := m.Filter
	if f.Check != "" {
		add(claims.Capital(string(f.Check)), func(f *ClaimFilter) { f.Check = "" })
	}
	if f.Review != "" {
		add(claims.Capital(string(f.Review)), func(f *ClaimFilter) { f.Review = "" })
	}
	if f.Kind != "" {
		add(KindTitle(f.Kind), func(f *ClaimFilter) { f.Kind = "" })
	}
	if f.Stale {
		add("Stale", func(f *ClaimFilter) { f.Stale = false })
	}
	if f.Article != "" {
		title := string(f.Article)
		for _, a := range m.Articles {
			if a.Value == title {
				title = a.Title
			}
		}
		add(Short(title, 30), func(f *ClaimFilter) { f.Article = "" })
	}
	return out
}

// Summary says how many claims are shown: "4 of 10 claims".
func (m *Claims) Summary() string {
	if len(m.Rows) == m.All {
		return Plural(m.All, "claim")
	}
	return Count(len(m.Rows)) + " of " + Plural(m.All, "claim")
}

// Index is the row of a claim, -1 if it is not shown.
func (m *Claims) Index(id claims.ID) int {
	return slices.IndexFunc(m.Rows, func(r ClaimRow) bool { return r.ID == id })
}

// Step opens the next claim of the list, or the one before.
func (m *Claims) Step(by int) {
	if n := len(m.Rows); n > 0 {
		m.s.OpenClaim(m.Rows[around(m.Index(m.s.Route.Claim), by, n)].ID)
	}
}

// OpenClaim shows a claim beside the words it was made of.
func (s *Shell) OpenClaim(id claims.ID) {
	if s.Desk == nil {
		return
	}
	c, err := s.Desk.Claim(id)
	if err != nil {
		s.Fail(err)
		return
	}
	r := s.Route.WithClaim(id)
	r.Against = source.VersionID{}
	if r.Place != PlaceClaims && r.Place != PlaceReview && r.Place != PlaceSources {
		r.Place = PlaceClaims
	}
	if c.Made != nil {
		r = r.Reading(c.Made.Version, c.Made.Span)
	}
	if s.Settings.Hidden["side"] {
		s.Settings.Hidden["side"] = false
		s.Settings.Touch()
	}
	s.Go(r)
}

// Type makes a claim of words somebody typed, and opens it.
func (m *Claims) Type(text, speaker string) {
	text, speaker = strings.TrimSpace(text), strings.TrimSpace(speaker)
	if text == "" {
		return
	}
	var made claims.ID
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error {
		var err error
		made, err = w.AddTyped(ctx, text, speaker)
		return err
	}, func() {
		r := m.s.Route.WithClaim(made)
		r.Place = PlaceClaims
		m.s.Go(r)
		m.s.Toasts.Offer("Claim "+string(made)+" is on the desk.", "Undo", m.s.Undo)
	})
}
