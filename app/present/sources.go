package present

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"stet/app/workspace"
	"stet/claims/ledger"
	"stet/index"
	"stet/index/source"
)

// Filter is what the sources shown are limited to; a zero field is no limit.
type Filter struct {
	Outlet  string
	Month   string // "2025-04"
	Role    source.Role
	Kind    source.MarkKind  // only for searches
	Article source.ArticleID // only for searches: within one article
}

// Order is the order of the list of sources.
type Order string

// The orders.
const (
	NewestFirst Order = ""
	OldestFirst Order = "oldest"
	ByOutlet    Order = "outlet"
	ByTitle     Order = "title"
)

// Orders lists them with their names.
var Orders = []Named[Order]{{NewestFirst, "Newest first"}, {OldestFirst, "Oldest first"}, {ByOutlet, "By outlet"}, {ByTitle, "By headline"}}

// SourceRow is an article in the list.
type SourceRow struct {
	ID       source.ArticleID
	Latest   source.VersionID
	Title    string
	Outlet   string
	Date     time.Time
	Versions []source.VersionID // those not hidden, oldest first
	Notice   source.Notice      // of the latest version
	Story    bool
	Claims   int // made in any version
}

// Results is the answer to a search.
type Results struct {
	Query string
	Hits  []Hit
	Page  index.Page // counts and facets
	More  bool       // there are hits that were not loaded
	Took  time.Duration
}

// Hit is a passage that was found, with what a row shows of its article.
type Hit struct {
	index.Hit
	Title string
}

// Sources is the list of articles, and the search over them.
type Sources struct {
	Filter  Filter
	Order   Order
	Rows    []SourceRow
	Outlets []Facet // of the articles, or of what was found
	Months  []Facet
	Stories int // articles with that role
	Query   string
	Results *Results // nil: no search
	Busy    bool     // a search is under way
	Changed func()
	// Found is told where a search begins and ends, so that the reading pane
	// can mark its words; "" ends it.
	Found func(query string)
	// Entered is called when a person wants to go into what was found.
	Entered func()

	s      *Shell
	loader *Loader
	more   *Loader
	stop   func() // of the pause before a search
	// entering: go into the hits when they are there.
	entering bool
}

// TypingPause is how long a person must pause before a search runs: shorter than
// one notices, longer than between two keys.
const TypingPause = 150 * time.Millisecond

// pageSize is how many hits are loaded at once: some screens full.
const pageSize = 60

// NewSources makes the list for a shell.
func NewSources(s *Shell) *Sources {
	m := &Sources{s: s, loader: NewLoader(s.Sched), more: NewLoader(s.Sched), Changed: func() {}, Found: func(string) {}, Entered: func() {}}
	m.Order = Order(s.Settings.Choice["sources.order"])
	s.Listen(Listener{
		Desk: func() {
			m.stopPause()
			m.loader.Stop()
			m.more.Stop()
			m.Filter, m.Query, m.Results, m.Busy = Filter{}, "", nil, false
			m.Found("")
			m.list()
		},
		Acts: func(entries []ledger.Entry) {
			m.list()
			if m.Results != nil && touchesSources(entries) {
				m.search(false)
			}
		},
	})
	s.On(ActSaveSearch, m.SaveSearch, func() bool { return m.Query != "" })
	m.list()
	return m
}

func touchesSources(entries []ledger.Entry) bool {
	return slices.ContainsFunc(entries, func(e ledger.Entry) bool {
		switch e.Change.(type) {
		case ledger.VersionAdded, ledger.VersionHidden, ledger.ArticleFiled:
			return true
		}
		return false
	})
}

// list reads the articles anew; it is fast enough to be done at once.
func (m *Sources) list() {
	m.Rows, m.Stories = nil, 0
	outlets, months := map[string]int{}, map[string]int{}
	if m.s.Desk != nil {
		m.s.Desk.View(func(st *ledger.State) {
			made := map[source.ArticleID]int{}
			for _, c := range st.Live() {
				if c.Made != nil {
					made[c.Made.Version.Article]++
				}
			}
			for _, id := range st.Filed {
				a := st.Articles[id]
				latest := a.Latest()
				if latest == nil {
					continue
				}
				r := SourceRow{ID: id, Latest: latest.ID, Title: latest.Title(), Outlet: cmp.Or(a.Outlet, latest.Outlet), Date: latest.Date(),
					Notice: latest.Notice, Story: a.Role == source.Story, Claims: made[id]}
				for _, v := range a.Versions {
					if !v.Hidden {
						r.Versions = append(r.Versions, v.ID)
					}
				}
				outlets[r.Outlet]++
				months[r.Date.Format("2006-01")]++
				if r.Story {
					m.Stories++
				}
				if m.keeps(r) {
					m.Rows = append(m.Rows, r)
				}
			}
		})
	}
	m.sort()
	if m.Results == nil {
		m.Outlets, m.Months = countFacets(outlets, OutletName), monthFacets(months)
	}
	m.Changed()
}

func (m *Sources) keeps(r SourceRow) bool {
	f := m.Filter
	return (f.Outlet == "" || f.Outlet == r.Outlet) && (f.Month == "" || f.Month == r.Date.Format("2006-01")) &&
		(f.Role == "" || (f.Role == source.Story) == r.Story)
}

// sort orders the rows; what is being checked always stands first.
func (m *Sources) sort() {
	by := map[Order]func(a, b SourceRow) int{
		NewestFirst: func(a, b SourceRow) int { return b.Date.Compare(a.Date) },
		OldestFirst: func(a, b SourceRow) int { return a.Date.Compare(b.Date) },
		ByOutlet: func(a, b SourceRow) int {
			return cmp.Or(cmp.Compare(strings.ToLower(a.Outlet), strings.ToLower(b.Outlet)), b.Date.Compare(a.Date))
		},
		ByTitle: func(a, b SourceRow) int { return cmp.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title)) },
	}[m.Order]
	if by == nil {
		return
	}
	slices.SortStableFunc(m.Rows, func(a, b SourceRow) int {
		if a.Story != b.Story {
			if a.Story {
				return -1
			}
			return 1
		}
		return by(a, b)
	})
}

// countFacets puts counted values in order, most first.
func countFacets(n map[string]int, title func(string) string) []Facet {
	var out []Facet
	for v, k := range n {
		out = append(out, Facet{v, title(v), k})
	}
	slices.SortFunc(out, func(a, b Facet) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Title, b.Title)) })
	return out
}

func monthFacets(n map[string]int) []Facet {
	out := countFacets(n, monthTitle)
	slices.SortFunc(out, func(a, b Facet) int { return cmp.Compare(b.Value, a.Value) })
	return out
}

func monthTitle(m string) string {
	if t, err := time.Parse("2006-01", m); err == nil {
		return t.Format("January 2006")
	}
	return m
}

// SetOrder sorts the list otherwise and remembers it.
func (m *Sources) SetOrder(o Order) {
	m.Order = o
	m.s.Settings.Pick("sources.order", string(o))
	m.list()
	if m.Results != nil {
		m.search(false)
	}
}

// SetFilter limits list and search.
func (m *Sources) SetFilter(f Filter) {
	if f == m.Filter {
		return
	}
	m.Filter = f
	m.list()
	if m.Query != "" {
		m.search(true)
	}
}

// Limits are the limits in force, as chips that can be taken away.
func (m *Sources) Limits() []Limit {
	f := m.Filter
	var out []Limit
	add := func(on bool, title string, without Filter) {
		if on {
			out = append(out, Limit{title, func() { m.SetFilter(without) }})
		}
	}
	g := f
	g.Article = ""
	add(f.Article != "", "this article", g)
	g = f
	g.Outlet = ""
	add(f.Outlet != "", f.Outlet, g)
	g = f
	g.Month = ""
	add(f.Month != "", monthTitle(f.Month), g)
	g = f
	g.Role = ""
	add(f.Role != "", map[source.Role]string{source.Story: "stories", source.Material: "sources only"}[f.Role], g)
	g = f
	g.Kind = ""
	add(f.Kind != "" && m.Query != "", "in: "+string(f.Kind), g)
	return out
}

// Type is what the search box holds now; the search runs after a pause.
func (m *Sources) Type(text string) {
	m.stopPause()
	text = strings.TrimSpace(text)
	m.entering = false
	if text == m.Query {
		return
	}
	m.Query = text
	if text == "" {
		m.clear()
		return
	}
	m.stop = m.s.Sched.After(TypingPause, func() { m.stop = nil; m.search(true) })
}

// Submit searches at once; Entered is called when the hits are there.
func (m *Sources) Submit() {
	m.entering = m.Query != ""
	if m.stopPause() {
		m.search(true)
		return
	}
	if !m.Busy {
		m.enter()
	}
}

// enter leads into the hits, if that was asked for and there are some.
func (m *Sources) enter() {
	if !m.entering || m.Results == nil {
		return
	}
	m.entering = false
	if m.s.Route.Place != PlaceSources || m.s.Route.Comparing() {
		m.s.Go(m.s.Route.At(PlaceSources))
	}
	m.Entered()
}

func (m *Sources) stopPause() bool {
	if m.stop == nil {
		return false
	}
	m.stop()
	m.stop = nil
	return true
}

func (m *Sources) clear() {
	m.loader.Stop()
	m.more.Stop()
	m.Results, m.Busy = nil, false
	m.Filter.Kind, m.Filter.Article = "", ""
	m.Found("")
	m.list()
}

// query is what is asked of the index.
func (m *Sources) query(offset int) index.Query {
	q := index.Query{Text: m.Query, Typing: true, Kind: m.Filter.Kind, Role: m.Filter.Role, Offset: offset, Limit: pageSize}
	if m.Filter.Outlet != "" {
		q.Outlets = []string{m.Filter.Outlet}
	}
	if m.Filter.Article != "" {
		q.Articles = []source.ArticleID{m.Filter.Article}
	}
	if t, err := time.Parse("2006-01", m.Filter.Month); err == nil {
		q.From, q.To = t, t.AddDate(0, 1, -1)
	}
	if m.ByDate() {
		q.Sort = index.ByDate
	}
	return q
}

// search asks the index; fresh scrolls back to the top. A search that is still
// under way is given up.
func (m *Sources) search(fresh bool) {
	w := m.s.Desk
	if w == nil || m.Query == "" {
		return
	}
	q, query := m.query(0), m.Query
	m.Busy = true
	m.more.Stop()
	m.Changed()
	m.loader.Start(func(ctx context.Context) func() {
		page, err := w.Search(ctx, q)
		hits := titled(w, page.Hits)
		return func() {
			m.Busy = false
			if err != nil {
				m.s.Fail(err)
				m.Changed()
				return
			}
			m.Results = &Results{Query: query, Hits: hits, Page: page, More: len(hits) < page.Total, Took: page.Took}
			m.Outlets, m.Months = nil, nil
			for _, c := range page.Facets.Outlets {
				m.Outlets = append(m.Outlets, Facet{c.Name, OutletName(c.Name), c.N})
			}
			for _, c := range slices.Backward(page.Facets.Months) {
				m.Months = append(m.Months, Facet{c.Name, monthTitle(c.Name), c.N})
			}
			m.Found(query)
			if fresh && m.s.Route.Place != PlaceSources {
				m.s.Go(m.s.Route.At(PlaceSources))
			}
			m.Changed()
			m.enter()
		}
	})
}

// titled adds what a row shows of an article.
func titled(w *workspace.Workspace, in []index.Hit) []Hit {
	out := make([]Hit, len(in))
	for i, h := range in {
		out[i] = Hit{Hit: h, Title: h.Headline}
		if out[i].Title == "" {
			if v, err := w.Version(h.Version); err == nil {
				out[i].Title = v.Title()
			}
		}
	}
	return out
}

// LoadMore loads the hits behind those loaded.
func (m *Sources) LoadMore() {
	w, r := m.s.Desk, m.Results
	if w == nil || r == nil || !r.More || m.more.Busy() || m.Busy {
		return
	}
	q := m.query(len(r.Hits))
	q.Quick = true
	m.more.Start(func(ctx context.Context) func() {
		page, err := w.Search(ctx, q)
		hits := titled(w, page.Hits)
		return func() {
			if err != nil || m.Results != r {
				m.s.Fail(err)
				return
			}
			r.Hits = append(r.Hits, hits...)
			r.More = len(hits) == pageSize && len(r.Hits) < r.Page.Total
			m.Changed()
		}
	})
}

// Summary says how much was found: "37 passages in 12 articles".
func (m *Sources) Summary() string {
	r := m.Results
	switch {
	case r == nil && m.Busy:
		return "Searching …"
	case r == nil:
		return ""
	case r.Page.Total == 0:
		return "Nothing found"
	}
	s := Plural(r.Page.Total, "passage") + " in " + Plural(r.Page.Articles, "article")
	if r.Page.Full == 0 && strings.Contains(strings.TrimSpace(r.Query), " ") {
		s += ", none with every word"
	}
	return s
}

// Open shows an article, at its latest version.
func (m *Sources) Open(r SourceRow) {
	if m.s.Route.Version.Article == r.ID {
		return
	}
	m.s.Go(m.s.Route.Reading(r.Latest, source.Span{}))
}

// OpenHit shows a passage that was found, at the first word that matched.
func (m *Sources) OpenHit(h Hit) {
	at := h.Span
	if len(h.Terms) > 0 {
		at = h.Terms[0]
	}
	m.s.Go(m.s.Route.Reading(h.Version, at))
}

// SaveSearch keeps the search as a receipt: proof of what was looked for, and of
// how much or how little was found. It goes with the current claim, if there is
// one.
func (m *Sources) SaveSearch() {
	if m.Query == "" {
		return
	}
	q, claim := m.query(0), m.s.Route.Claim
	q.Typing = false
	hits := 0
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error {
		r, err := w.SaveSearch(ctx, q, claim)
		hits = r.Hits
		return err
	}, func() {
		text := "Search saved as a receipt: “" + q.Text + "”, " + Plural(hits, "hit") + "."
		if claim != "" {
			text = "Search saved as a receipt with claim " + string(claim) + ": “" + q.Text + "”, " + Plural(hits, "hit") + "."
		}
		m.s.Toasts.Offer(text, "Undo", m.s.Undo)
	})
}

// FindHere limits the search to an article, "" for none.
func (m *Sources) FindHere(id source.ArticleID) {
	f := m.Filter
	f.Article = id
	m.SetFilter(f)
}

// SearchKinds are the parts of articles a search can be limited to.
var SearchKinds = []Named[source.MarkKind]{{"", "In the whole text"}, {source.MarkHeadline, "Only in headlines"}, {index.KindBody, "Only in the body"},
	{source.MarkQuote, "Only in block quotes"}, {source.MarkCaption, "Only in captions"}, {source.MarkNotice, "Only in notices"}}

// FacetNoun is what the facets count.
func (m *Sources) FacetNoun() string {
	if m.Results != nil {
		return "passage"
	}
	return "article"
}

// ResultOrders are the orders of what was found: whether by date.
var ResultOrders = []Named[bool]{{false, "Best match first"}, {true, "Newest first"}}

// SourceRoles are the roles one can limit the list to.
var SourceRoles = []Named[source.Role]{{"", "Stories and sources"}, {source.Story, "Only stories being checked"}, {source.Material, "Only sources"}}

// ByDate tells whether what was found is sorted by date.
func (m *Sources) ByDate() bool { return m.s.Settings.Choice["sources.results"] == "date" }

// SortResults sorts what was found by date, newest first, or by how well it
// matches.
func (m *Sources) SortResults(byDate bool) {
	v := ""
	if byDate {
		v = "date"
	}
	m.s.Settings.Pick("sources.results", v)
	if m.Results != nil {
		m.search(true)
	}
}
