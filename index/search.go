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
	full  bool // it holds every word of the query
}

// found is what a search path hands to the common scoring.
type found struct {
	places   []scored // candidates, best first
	dated    bool     // the order is final: newest first
	total    int
	full     int
	articles int
	facets   Facets
	atLeast  bool
}

// Search finds passages.
func (x *Index) Search(ctx context.Context, q Query) (Page, error) {
	began := time.Now()
	if q.Limit <= 0 {
		q.Limit = defaultLimit
	}
	q.Offset = min(max(q.Offset, 0), maxWindow)
	q.Limit = min(q.Limit, maxWindow)
	var page Page
	err := x.use(func() (err error) {
		page, err = x.search(ctx, q)
		return err
	})
	if err != nil {
		return Page{}, err
	}
	page.Took = time.Since(began)
	return page, nil
}

// search runs the fast path, or the native one where that is not possible.
func (x *Index) search(ctx context.Context, q Query) (Page, error) {
	if x.native {
		return x.searchNative(ctx, q)
	}
	v, err := x.view.acquire(x.b)
	if errors.Is(err, errInternals) {
		x.log.Warn("index: searching the slow way", "reason", err)
		return x.searchNative(ctx, q)
	}
	if err != nil {
		return Page{}, err
	}
	page, err := x.searchFast(ctx, v, q)
	return page, errors.Join(err, x.view.release(v))
}

func (x *Index) searchFast(ctx context.Context, v *view, q Query) (Page, error) {
	pl, err := newPlanner(v.r)
	if err != nil {
		return Page{}, err
	}
	p, err := pl.query(q)
	if err != nil || p.empty {
		return Page{}, err
	}
	f, err := newFast(v, p)
	if err != nil {
		return Page{}, err
	}
	res, err := f.run(ctx, x, q)
	if err != nil {
		return Page{}, err
	}
	return x.finish(ctx, f.lookup, p, q, res)
}

func (x *Index) searchNative(ctx context.Context, q Query) (Page, error) {
	r, err := reader(x.b)
	if err != nil {
		return Page{}, fmt.Errorf("reading the index: %w", err)
	}
	page, err := x.searchReader(ctx, r, q)
	return page, errors.Join(err, r.Close())
}

func (x *Index) searchReader(ctx context.Context, r bindex.IndexReader, q Query) (Page, error) {
	pl, err := newPlanner(r)
	if err != nil {
		return Page{}, err
	}
	p, err := pl.query(q)
	if err != nil || p.empty {
		return Page{}, err
	}
	c, err := newNativeCorpus(ctx, r)
	if err != nil {
		return Page{}, err
	}
	res, err := x.runNative(ctx, r, p, q)
	if err != nil {
		return Page{}, err
	}
	return x.finish(ctx, c, p, q, res)
}

// finish scores the best candidates from their text and shows a page of them.
func (x *Index) finish(ctx context.Context, c corpus, p *plan, q Query, f found) (Page, error) {
	if !f.dated {
		rk, err := newRanker(c, p.slots, p.exactWords())
		if err != nil {
			return Page{}, err
		}
		if err := x.rescore(ctx, rk.score, f.places[:min(len(f.places), Candidates)]); err != nil {
			return Page{}, err
		}
	}
	page := Page{Total: f.total, Full: f.full, Articles: f.articles, Facets: f.facets, AtLeast: f.atLeast}
	var err error
	page.Hits, err = x.show(ctx, p, f.places, q.Offset, q.Limit)
	return page, err
}

// exactWords are the words of the query as they were typed, which earn the
// exact share.
func (p *plan) exactWords() []string {
	var out []string
	for _, s := range p.slots {
		if s.word != "" {
			out = append(out, s.word)
		}
	}
	for _, ph := range p.phrases {
		out = append(out, ph...)
	}
	return out
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

// scoring rates a passage with its headline and tells how many of the slots of
// the query the two hold.
type scoring func(l language, headline, passage string) (score float64, full bool)

// rescore scores candidates from their text and orders them: those that hold
// every word of the query first.
func (x *Index) rescore(ctx context.Context, rate scoring, cs []scored) error {
	for i := range cs {
		k, err := x.texts.get(ctx, cs[i].at.Version)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil || !cs[i].at.Span.Fits(k.text.Body) {
			cs[i].score = 0
			continue
		}
		cs[i].score, cs[i].full = rate(langOf(baseLang(k.version.Lang)), titleFor(k, cs[i].at.Span), cs[i].at.Span.Of(k.text.Body))
	}
	slices.SortStableFunc(cs, func(a, b scored) int {
		if a.full != b.full {
			if a.full {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.score, a.score), comparePlaces(a.at, b.at))
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

// verify tells which passages hold the phrases of the plan and none of those it
// excludes.
func (x *Index) verify(ctx context.Context, p *plan, cs []scored) ([]bool, error) {
	keep := make([]bool, len(cs))
	for i, c := range cs {
		k, err := x.texts.get(ctx, c.at.Version)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		keep[i] = err == nil && p.says(c.at.Span.Of(k.text.Body))
	}
	return keep, nil
}

// mustRead reports a plan that only the text can answer: a word alone is
// answered by its postings.
func (p *plan) mustRead() bool {
	return len(p.notSaid) > 0 || slices.ContainsFunc(p.phrases, func(ph []string) bool { return len(ph) > 1 })
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

// counts lists counts, most first.
func counts(m map[string]int) []Count {
	var out []Count
	for name, n := range m {
		out = append(out, Count{name, n})
	}
	slices.SortFunc(out, func(a, b Count) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Name, b.Name)) })
	return out
}

// byName lists counts in the order of the names.
func byName(m map[string]int) []Count {
	out := counts(m)
	slices.SortFunc(out, func(a, b Count) int { return cmp.Compare(a.Name, b.Name) })
	return out
}
