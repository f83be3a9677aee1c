package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	simpleanalyzer "github.com/blevesearch/bleve/v2/analysis/analyzer/simple"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/document"

	"stet/index/newsgen"
)

// benchArticles is the size of the desk that is measured: a newsroom's year.
const benchArticles = 20_000

// bench is an index on disk, built once for all benchmarks of a run.
var bench struct {
	sync.Once
	dir      string
	x        *Index
	articles []Item
	text     int64 // bytes of all passages
	took     time.Duration
	passages int
}

func benchIndex(b *testing.B) *Index {
	b.Helper()
	bench.Do(func() {
		dir, err := os.MkdirTemp("", "stet-bench")
		if err != nil {
			b.Fatal(err)
		}
		bench.dir = filepath.Join(dir, "index")
		texts := newDesk()
		for i := range benchArticles {
			a, v, t := newsgen.Article(i)
			bench.articles = append(bench.articles, Item{v, a, t})
			bench.text += int64(len(t.Body))
		}
		texts.add(bench.articles...)
		x, err := Open(bench.dir, texts.options())
		if err != nil {
			b.Fatal(err)
		}
		began := time.Now()
		k := x.Bulk(context.Background())
		if err := k.Add(bench.articles...); err != nil {
			b.Fatal(err)
		}
		if err := k.Close(benchArticles); err != nil {
			b.Fatal(err)
		}
		bench.took = time.Since(began)
		bench.x = x
	})
	if bench.x == nil {
		b.Skip("the index could not be built; see the first benchmark")
	}
	return bench.x
}

// BenchmarkIndexSize reports how the desk was imported: passages a second, and
// the size of the index beside the text.
func BenchmarkIndexSize(b *testing.B) {
	x := benchIndex(b)
	s, err := x.Stats(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() { // the work was done once, above
		_ = s
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(s.Passages)/bench.took.Seconds(), "passages/s")
	b.ReportMetric(bench.took.Seconds(), "s")
	b.ReportMetric(float64(s.Passages), "passages")
	b.ReportMetric(float64(s.Bytes)/float64(bench.text), "index/text")
}

// BenchmarkImport imports the same articles into our index and into the leanest
// one Bleve can be told to build with its own analysers and the same batches,
// which is what ours is held against.
func BenchmarkImport(b *testing.B) {
	const articles = 2000
	var items []Item
	passages := 0
	for i := range articles {
		a, v, t := newsgen.Article(i)
		items = append(items, Item{v, a, t})
		passages += len(Passages(t))
	}
	report := func(b *testing.B) {
		b.ReportMetric(float64(passages*b.N)/b.Elapsed().Seconds(), "passages/s")
	}
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			x, err := Open(filepath.Join(b.TempDir(), "index"), Options{})
			if err != nil {
				b.Fatal(err)
			}
			k := x.Bulk(b.Context())
			if err := errors.Join(k.Add(items...), k.Close(1), x.Close()); err != nil {
				b.Fatal(err)
			}
		}
		report(b)
	})
	b.Run("bleve", func(b *testing.B) {
		for b.Loop() {
			if err := leanBleve(filepath.Join(b.TempDir(), "index"), items); err != nil {
				b.Fatal(err)
			}
		}
		report(b)
	})
}

// leanBleve imports passages with Bleve's analysers and nothing but postings.
func leanBleve(dir string, items []Item) error {
	x, err := bleve.NewUsing(dir, newMapping(), bleve.Config.DefaultIndexType, bleve.Config.DefaultKVStore, nil)
	if err != nil {
		return err
	}
	stem, plain := copying{bleveAnalyzer(en.AnalyzerName)}, copying{bleveAnalyzer(simpleanalyzer.Name)}
	batches := make(chan *bleve.Batch)
	fail := make(chan error, bulkWriters)
	for range bulkWriters {
		go func() {
			var err error
			for b := range batches {
				err = errors.Join(err, x.Batch(b))
			}
			fail <- err
		}()
	}
	cur := x.NewBatch()
	for _, it := range items {
		v := versionOf(it)
		for n, p := range Passages(it.Text) {
			text := p.Span.Of(it.Text.Body)
			d := document.NewDocument(passageID(v.name, n, p.Span))
			for _, f := range []struct {
				name, value string
				a           analysis.Analyzer
			}{
				{fieldText, v.headline + " " + text, stem}, {fieldExact, text, plain}, {fieldOutlet, v.outlet, keywordAnalyzer},
				{fieldDay, v.day, keywordAnalyzer}, {fieldLength, strconv.Itoa(wordCount(text)), keywordAnalyzer},
			} {
				d.AddField(document.NewTextFieldCustom(f.name, nil, []byte(f.value), indexOnly, f.a))
			}
			if err := cur.IndexAdvanced(d); err != nil {
				return err
			}
		}
		if cur.Size() >= bulkPassages {
			batches <- cur
			cur = x.NewBatch()
		}
	}
	batches <- cur
	close(batches)
	for range bulkWriters {
		err = errors.Join(err, <-fail)
	}
	return errors.Join(err, x.Close())
}

// BenchmarkPut is a single edit: one article, safe on disk.
func BenchmarkPut(b *testing.B) {
	x := benchIndex(b)
	i := 0
	for b.Loop() {
		if err := x.Put(b.Context(), benchArticles+uint64(i), bench.articles[i%100:i%100+1]); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

// BenchmarkView is what the first search after a write pays: looking at the
// segments anew, their columns known and not known.
func BenchmarkView(b *testing.B) {
	x := benchIndex(b)
	for _, known := range []bool{true, false} {
		b.Run(map[bool]string{true: "known", false: "new"}[known], func(b *testing.B) {
			for b.Loop() {
				x.view.drop()
				if !known {
					x.view.columns = nil
				}
				v, err := x.view.acquire(x.b)
				if err != nil {
					b.Fatal(err)
				}
				if err := x.view.release(v); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// benchKinds are the kinds of queries people ask, from what the articles say.
func benchKinds() map[string]func(i int) Query {
	sentence := func(i, words int) string {
		f := strings.Fields(bench.articles[(i*389+7)%len(bench.articles)].Text.Body)
		at := (i * 53) % max(1, len(f)-words)
		return strings.Join(f[at:min(at+words, len(f))], " ")
	}
	topical := func(i, n int) string { // words that carry something
		var out []string
		for _, w := range strings.Fields(sentence(i, 40)) {
			w = strings.Trim(w, ".,:“”\"–()")
			if len(w) > 3 && !slices.Contains(out, w) {
				out = append(out, w)
			}
			if len(out) == n {
				break
			}
		}
		return strings.Join(out, " ")
	}
	plain := func(s string) string {
		return strings.NewReplacer("“", "", "”", "", "\"", "", "–", "").Replace(s)
	}
	return map[string]func(i int) Query{
		"claim":          func(i int) Query { return Query{Text: plain(sentence(i, 20)), Quick: true} },
		"more-like-this": func(i int) Query { return Query{Text: plain(sentence(i, 60)), Quick: true} },
		"three-terms":    func(i int) Query { return Query{Text: topical(i, 3), Quick: true} },
		"counted":        func(i int) Query { return Query{Text: topical(i, 3)} },
		"quote":          func(i int) Query { return Query{Text: `"` + plain(sentence(i, 6)) + `"`, Quick: true} },
		"filter": func(i int) Query {
			it := bench.articles[(i*389+7)%len(bench.articles)]
			return Query{Text: topical(i, 3), Quick: true, Outlets: []string{it.Article.Outlet},
				From: it.Version.Published.AddDate(0, -1, 0), To: it.Version.Published.AddDate(0, 1, 0)}
		},
		"typing": func(i int) Query {
			w := topical(i, 2)
			return Query{Text: w[:len(w)-2], Typing: true, Quick: true}
		},
		"fuzzy":          func(i int) Query { w := topical(i, 1); return Query{Text: w[:len(w)-1] + "~", Quick: true} },
		"page-at-10,000": func(i int) Query { return Query{Text: "people said officials", Offset: 10_000, Quick: true} },
	}
}

// BenchmarkSearch measures each kind of query, ours against Bleve's own search
// for the same plan, as median and 95th percentile in milliseconds.
func BenchmarkSearch(b *testing.B) {
	x := benchIndex(b)
	kinds := benchKinds()
	var names []string
	for name := range kinds {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		b.Run(name+"/ours", func(b *testing.B) {
			measure(b, func(i int) error {
				_, err := x.Search(b.Context(), kinds[name](i))
				return err
			})
		})
		b.Run(name+"/bleve", func(b *testing.B) {
			measure(b, func(i int) error { return bleveAlone(b, x, kinds[name](i)) })
		})
	}
	b.Run("evidence/ours", func(b *testing.B) {
		measure(b, func(i int) error {
			_, err := x.Passages(b.Context(), Need{Text: kinds["claim"](i).Text, Latest: true}, 10)
			return err
		})
	})
}

// benchQueries is how many different queries a kind is measured with.
const benchQueries = 100

func measure(b *testing.B, run func(i int) error) {
	b.Helper()
	var took []time.Duration
	i := 0
	for b.Loop() {
		began := time.Now()
		if err := run(i % benchQueries); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(began))
		i++
	}
	slices.Sort(took)
	at := func(p float64) float64 {
		return float64(took[int(p*float64(len(took)-1))].Microseconds()) / 1000
	}
	b.ReportMetric(at(0.5), "p50-ms")
	b.ReportMetric(at(0.95), "p95-ms")
}

// bleveAlone runs a query the way Bleve's documentation would: its scoring, its
// ten hits, no text read.
func bleveAlone(b *testing.B, x *Index, q Query) error {
	b.Helper()
	r, err := reader(x.b)
	if err != nil {
		return err
	}
	pl, err := newPlanner(r)
	if err != nil {
		return err
	}
	p, err := pl.query(q)
	if err != nil {
		return err
	}
	if err := r.Close(); err != nil {
		return err
	}
	req := bleve.NewSearchRequestOptions(nativeQuery(p, nil, false), max(q.Limit, defaultLimit), q.Offset, false)
	if !q.Quick {
		req.AddFacet("outlets", bleve.NewFacetRequest(fieldOutlet, 20))
	}
	res, err := x.b.SearchInContext(b.Context(), req)
	if err == nil && res.Status.Failed > 0 {
		err = fmt.Errorf("%v", res.Status.Errors)
	}
	return err
}
