package present

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"stet/claims/ledger"
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

// Open shows an article, at its latest version.
func (m *Sources) Open(r SourceRow) {
	if m.s.Route.Version.Article == r.ID {
		return
	}
	m.s.Go(m.s.Route.Reading(r.Latest, source.Span{}))
}

// SourceRoles are the roles one can limit the list to.
var SourceRoles = []Named[source.Role]{{"", "Stories and sources"}, {source.Story, "Only stories being checked"}, {source.Material, "Only sources"}}
