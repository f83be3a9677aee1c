package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
	bindex "github.com/blevesearch/bleve_index_api"

	"stet/index/source"
)

// The native path: the same plan through Bleve's public search. It ranks
// candidates by Bleve's tf-idf before the common scoring from the text, and it
// is many times slower; it is there in case Bleve changes what segments.go
// relies on, and as the yardstick that the fast path is tested against. It does
// not find a quote over the border of two passages (across.go), and looks at
// no more than maxWindow matches.

// runNative answers a plan.
func (x *Index) runNative(ctx context.Context, r bindex.IndexReader, p *plan, q Query) (found, error) {
	superseded, err := supersededVersions(r, p.bounds.latest)
	if err != nil {
		return found{}, err
	}
	run := func(all bool, size int) (*bleve.SearchResult, error) {
		req := bleve.NewSearchRequestOptions(nativeQuery(p, superseded, all), size, 0, false)
		res, err := x.b.SearchInContext(ctx, req)
		if err != nil {
			return nil, fmt.Errorf("searching the index: %w", err)
		}
		return res, nil
	}
	full := &bleve.SearchResult{}
	if len(p.slots) <= maxAllWords {
		if full, err = run(true, maxWindow); err != nil {
			return found{}, err
		}
	}
	any, err := run(false, maxWindow)
	if err != nil {
		return found{}, err
	}
	out := found{total: int(any.Total), full: int(full.Total), dated: q.Sort == ByDate || len(p.slots) == 0 && len(p.phrases) == 0}
	out.places = placesOf(full)
	isFull := map[source.Place]bool{}
	for _, c := range out.places {
		isFull[c.at] = true
	}
	for _, c := range placesOf(any) {
		if !isFull[c.at] {
			out.places = append(out.places, c)
		}
	}
	if p.mustRead() {
		keep, err := x.verify(ctx, p, out.places)
		if err != nil {
			return found{}, err
		}
		kept := out.places[:0]
		for i, c := range out.places {
			if keep[i] {
				kept = append(kept, c)
			}
		}
		out.places, out.total, out.full = kept, len(kept), 0
		for _, c := range out.places {
			if isFull[c.at] {
				out.full++
			}
		}
	}
	if err := x.readDates(ctx, &out); err != nil {
		return found{}, err
	}
	if out.dated && out.full > 0 {
		out.places = slices.DeleteFunc(out.places, func(c scored) bool { return !isFull[c.at] })
	}
	if q.Quick {
		return found{places: out.places, dated: out.dated}, nil
	}
	return out, nil
}

func placesOf(res *bleve.SearchResult) []scored {
	var out []scored
	for _, h := range res.Hits {
		if at, ok := parsePassageID(h.ID); ok {
			out = append(out, scored{at: at, score: h.Score})
		}
	}
	return out
}

// readDates orders by date and counts, from the versions themselves.
func (x *Index) readDates(ctx context.Context, f *found) error {
	articles := map[source.ArticleID]bool{}
	outlets, months := map[string]int{}, map[string]int{}
	days := map[source.VersionID]int32{}
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
		days[c.at.Version] = unknownDay
		if d := k.version.Date(); !d.IsZero() {
			days[c.at.Version] = dayOf(d)
			months[d.UTC().Format("2006-01")]++
		}
	}
	f.articles = len(articles)
	f.facets = Facets{Outlets: counts(outlets), Months: byName(months)}
	if f.dated {
		slices.SortStableFunc(f.places, func(a, b scored) int {
			return cmp.Or(cmp.Compare(days[b.at.Version], days[a.at.Version]), comparePlaces(a.at, b.at))
		})
	}
	return nil
}

// supersededVersions are those of which the index holds a newer one.
func supersededVersions(r bindex.IndexReader, want bool) ([]string, error) {
	if !want {
		return nil, nil
	}
	newest := map[source.ArticleID]int{}
	var all []source.VersionID
	d, err := r.FieldDict(fieldVersion)
	err = eachEntry(d, err, func(term string, n uint64) {
		if v, err := source.ParseVersionID(term); err == nil && n > 0 {
			all = append(all, v)
			newest[v.Article] = max(newest[v.Article], v.N)
		}
	})
	var out []string
	for _, v := range all {
		if v.N < newest[v.Article] {
			out = append(out, v.String())
		}
	}
	return out, err
}

// nativeQuery builds the Bleve query of a plan; all asks for passages that hold
// every word.
func nativeQuery(p *plan, superseded []string, all bool) query.Query {
	q := bleve.NewBooleanQuery()
	if p.empty {
		q.AddMust(bleve.NewMatchNoneQuery())
		return q
	}
	var words, own []query.Query
	for _, s := range p.slots {
		words = append(words, anyOf(s.own, s.title))
		own = append(own, anyOf(s.own))
	}
	switch {
	case len(words) > 0 && all:
		q.AddMust(bleve.NewConjunctionQuery(words...), bleve.NewDisjunctionQuery(own...))
	case len(words) > 0:
		q.AddMust(bleve.NewDisjunctionQuery(own...))
		q.AddShould(words...)
	case len(p.phrases) == 0:
		q.AddMust(bleve.NewMatchAllQuery())
	}
	for _, ph := range p.phrases {
		for _, w := range ph {
			q.AddMust(term(fieldExact, w))
		}
	}
	for _, s := range p.not {
		q.AddMustNot(anyOf(s.own))
	}
	p.bounds.native(q, superseded)
	return q
}

func (b bounds) native(q *query.BooleanQuery, superseded []string) {
	list := func(field string, values []string) {
		if len(values) > 0 {
			var any []query.Query
			for _, v := range values {
				any = append(any, term(field, v))
			}
			q.AddMust(bleve.NewDisjunctionQuery(any...))
		}
	}
	list(fieldOutlet, b.outlets)
	list(fieldKind, b.kinds)
	list(fieldLang, b.langs)
	list(fieldRole, b.roles)
	if len(b.articles) > 0 {
		var any []query.Query
		for _, a := range b.articles {
			p := bleve.NewPrefixQuery(string(a) + "@")
			p.SetField(fieldVersion)
			any = append(any, p)
		}
		q.AddMust(bleve.NewDisjunctionQuery(any...))
	}
	if b.from != math.MinInt32 || b.to != math.MaxInt32 {
		yes := true
		from, to := "", "99999999"
		if b.from != math.MinInt32 {
			from = dayTime(b.from).Format(dayLayout)
		}
		if b.to != math.MaxInt32 {
			to = dayTime(b.to).Format(dayLayout)
		}
		d := bleve.NewTermRangeInclusiveQuery(from, to, &yes, &yes)
		d.SetField(fieldDay)
		q.AddMust(d)
	}
	for _, v := range superseded {
		q.AddMustNot(term(fieldVersion, v))
	}
	for _, v := range b.not {
		q.AddMustNot(term(fieldVersion, v.String()))
	}
}

func anyOf(lists ...[]alt) query.Query {
	var any []query.Query
	for _, l := range lists {
		for _, a := range l {
			any = append(any, term(a.field, a.term))
		}
	}
	return bleve.NewDisjunctionQuery(any...)
}

func term(field, value string) query.Query {
	q := bleve.NewTermQuery(value)
	q.SetField(field)
	return q
}

// nativeCorpus tells a ranker about the index through Bleve's readers.
type nativeCorpus struct {
	ctx     context.Context
	r       bindex.IndexReader
	n       uint64
	average float64
}

func newNativeCorpus(ctx context.Context, r bindex.IndexReader) (*nativeCorpus, error) {
	c := &nativeCorpus{ctx: ctx, r: r}
	n, err := r.DocCount()
	if err != nil {
		return nil, fmt.Errorf("reading the index: %w", err)
	}
	c.n = n
	var words, count float64
	d, err := r.FieldDict(fieldLength)
	err = eachEntry(d, err, func(term string, n uint64) {
		if l, err := strconv.Atoi(strings.TrimPrefix(term, "L")); err == nil {
			words += float64(l) * float64(n)
			count += float64(n)
		}
	})
	if count > 0 {
		c.average = words / count
	}
	return c, err
}

func (c *nativeCorpus) passages() uint64       { return c.n }
func (c *nativeCorpus) averageLength() float64 { return c.average }

func (c *nativeCorpus) frequency(a alt) (uint64, error) {
	t, err := c.r.TermFieldReader(c.ctx, []byte(a.term), a.field, false, false, false)
	if err != nil {
		return 0, fmt.Errorf("reading the index: %w", err)
	}
	return t.Count(), errors.Join(t.Close())
}
