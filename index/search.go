package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	bindex "github.com/blevesearch/bleve_index_api"

	"stet/index/source"
)

// Candidates is how many passages found by the postings are scored again from
// their text.
const Candidates = 100

// scored is a passage and its score.
type scored struct {
	at    source.Place
	score float64
	held  int // slots it holds
}

// found is what a search path hands to the common scoring: candidates, best
// first, and counts.
type found struct {
	places   []scored
	total    int
	full     int
	articles int
	facets   Facets
}

// Search finds passages.
func (x *Index) Search(ctx context.Context, q Query) (Page, error) {
	began := time.Now()
	var page Page
	err := x.use(func() error {
		r, err := reader(x.b)
		if err != nil {
			return fmt.Errorf("reading the index: %w", err)
		}
		page, err = x.search(ctx, r, q)
		return errors.Join(err, r.Close())
	})
	if err != nil {
		return Page{}, err
	}
	page.Took = time.Since(began)
	return page, nil
}

func (x *Index) search(ctx context.Context, r bindex.IndexReader, q Query) (Page, error) {
	if q.Limit <= 0 {
		q.Limit = defaultLimit
	}
	q.Offset = min(max(q.Offset, 0), maxWindow)
	q.Limit = min(q.Limit, maxWindow)
	pl, err := newPlanner(r)
	if err != nil {
		return Page{}, err
	}
	p, err := pl.query(q)
	if err != nil {
		return Page{}, err
	}
	c, err := newNativeCorpus(ctx, r)
	if err != nil {
		return Page{}, err
	}
	f, err := x.nativeSearch(ctx, r, p, maxWindow)
	if err != nil {
		return Page{}, err
	}
	if len(p.phrases)+len(p.notSaid) > 0 {
		if f.places, err = x.verify(ctx, p, f.places); err != nil {
			return Page{}, err
		}
		f.total, f.full = len(f.places), min(f.full, len(f.places))
	}
	if err := x.countByText(ctx, &f); err != nil {
		return Page{}, err
	}
	rk, err := newRanker(c, p.slots, termsOf(exactAnalyzer, q.Text))
	if err != nil {
		return Page{}, err
	}
	if err := x.rescore(ctx, rk, f.places[:min(len(f.places), max(Candidates, q.Offset+q.Limit))]); err != nil {
		return Page{}, err
	}
	if q.Sort == ByDate || p.matchesAll() {
		if err := x.byDate(ctx, f.places); err != nil {
			return Page{}, err
		}
	}
	page := Page{Total: f.total, Full: f.full, Articles: f.articles, Facets: f.facets}
	page.Hits, err = x.show(ctx, p, f.places, q.Offset, q.Limit)
	return page, err
}

// show reads the hits of a page.
func (x *Index) show(ctx context.Context, p *plan, places []scored, offset, limit int) ([]Hit, error) {
	s := newShower(x.texts, p)
	var out []Hit
	for _, c := range places[min(offset, len(places)):] {
		if len(out) == limit {
			break
		}
		h, err := s.hit(ctx, c.at, c.score)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err != nil { // never show words that are not there
			x.log.Warn("index: a passage cannot be shown", "version", c.at.Version.String(), "reason", err)
			continue
		}
		out = append(out, h)
	}
	return out, nil
}

// rescore scores candidates from their text and orders them.
func (x *Index) rescore(ctx context.Context, rk *ranker, cs []scored) error {
	for i := range cs {
		k, err := x.texts.get(ctx, cs[i].at.Version)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil || !cs[i].at.Span.Fits(k.text.Body) {
			cs[i].score = 0
			continue
		}
		cs[i].score, cs[i].held = rk.score(langOf(baseLang(k.version.Lang)), titleFor(k, cs[i].at.Span), cs[i].at.Span.Of(k.text.Body))
	}
	slices.SortStableFunc(cs, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.held, a.held), cmp.Compare(b.score, a.score), comparePlaces(a.at, b.at))
	})
	return nil
}

// titleFor is the headline that goes with a passage: none for the headline
// itself.
func titleFor(k *known, s source.Span) string {
	if kindOf(k.text, s) == source.MarkHeadline {
		return ""
	}
	return k.version.Headline
}

func comparePlaces(a, b source.Place) int {
	return cmp.Or(cmp.Compare(a.Version.Article, b.Version.Article), cmp.Compare(b.Version.N, a.Version.N), a.Span.Compare(b.Span))
}

// verify keeps the passages that hold the phrases of the plan and none of those
// it excludes.
func (x *Index) verify(ctx context.Context, p *plan, cs []scored) ([]scored, error) {
	var out []scored
	for _, c := range cs {
		k, err := x.texts.get(ctx, c.at.Version)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err == nil && p.says(c.at.Span.Of(k.text.Body)) {
			out = append(out, c)
		}
	}
	return out, nil
}

// says reports whether a passage holds the phrases of the plan and none of
// those it excludes.
func (p *plan) says(passage string) bool {
	words := termsOf(exactAnalyzer, passage)
	for _, ph := range p.phrases {
		if len(occurrences(words, ph)) == 0 {
			return false
		}
	}
	for _, ph := range p.notSaid {
		if len(occurrences(words, ph)) > 0 {
			return false
		}
	}
	return true
}

// byDate orders passages newest first.
func (x *Index) byDate(ctx context.Context, cs []scored) error {
	days := map[source.VersionID]int64{}
	for _, c := range cs {
		if _, ok := days[c.at.Version]; ok {
			continue
		}
		k, err := x.texts.get(ctx, c.at.Version)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err == nil {
			days[c.at.Version] = k.version.Date().Unix()
		}
	}
	slices.SortStableFunc(cs, func(a, b scored) int {
		return cmp.Or(cmp.Compare(days[b.at.Version], days[a.at.Version]), cmp.Compare(b.score, a.score), comparePlaces(a.at, b.at))
	})
	return nil
}

// countByText counts facets from the versions themselves.
func (x *Index) countByText(ctx context.Context, f *found) error {
	articles := map[source.ArticleID]bool{}
	outlets, months := map[string]int{}, map[string]int{}
	for _, c := range f.places {
		k, err := x.texts.get(ctx, c.at.Version)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			continue
		}
		articles[c.at.Version.Article] = true
		if o := k.version.Outlet; o != "" {
			outlets[o]++
		}
		if d := k.version.Date(); !d.IsZero() {
			months[d.UTC().Format("2006-01")]++
		}
	}
	f.articles = len(articles)
	f.facets = Facets{Outlets: counts(outlets), Months: counts(months)}
	slices.SortFunc(f.facets.Months, func(a, b Count) int { return cmp.Compare(a.Name, b.Name) })
	return nil
}

// counts lists counts, most first.
func counts(m map[string]int) []Count {
	var out []Count
	for name, n := range m {
		out = append(out, Count{name, n})
	}
	slices.SortFunc(out, func(a, b Count) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Name, b.Name)) })
	return out
}

// Passages finds up to n passages that may be evidence for a claim, best first.
// Unlike Search it takes the claim as a whole: passages need not hold all words.
func (x *Index) Passages(ctx context.Context, need Need, n int) ([]Hit, error) {
	page, err := x.Search(ctx, Query{Text: need.Text, Limit: n, Quick: true, Outlets: need.Outlets, From: need.From, To: need.To,
		Role: need.Role, Lang: need.Lang, Articles: need.Articles, Latest: need.Latest})
	return page.Hits, err
}
