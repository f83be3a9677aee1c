package present

import (
	"context"
	"slices"
	"strings"
	"time"

	"stet/app/workspace"
	"stet/index"
	"stet/index/source"
)

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

// TypingPause is how long a person must pause before a search runs: shorter than
// one notices, longer than between two keys.
const TypingPause = 150 * time.Millisecond

// pageSize is how many hits are loaded at once: some screens full.
const pageSize = 60

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

// OpenHit shows a passage that was found, at the first word that matched.
func (m *Sources) OpenHit(h Hit) {
	at := h.Span
	if len(h.Terms) > 0 {
		at = h.Terms[0]
	}
	m.s.Go(m.s.Route.Reading(h.Version, at))
}

// SaveSearch keeps the search as a receipt: proof of what was looked for, and of
// how much or how little was found. It goes with the claim whose sheet is on
// the screen, if there is one.
func (m *Sources) SaveSearch() {
	if m.Query == "" {
		return
	}
	q, claim := m.query(0), m.s.InSight()
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
