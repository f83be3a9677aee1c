package index

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"stet/index/newsgen"
	"stet/index/source"
)

// desk stands for the store: versions and texts by identifier.
type desk struct {
	mu    sync.Mutex
	items map[source.VersionID]Item
	order []Item
}

func newDesk(items ...Item) *desk {
	d := &desk{items: map[source.VersionID]Item{}}
	d.add(items...)
	return d
}

func (d *desk) add(items ...Item) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, it := range items {
		d.items[it.Version.ID] = it
		d.order = append(d.order, it)
	}
}

func (d *desk) text(_ context.Context, id source.VersionID) (source.Version, source.Text, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	it, ok := d.items[id]
	if !ok {
		return source.Version{}, source.Text{}, fmt.Errorf("no version %s", id)
	}
	return it.Version, it.Text, nil
}

func (d *desk) options() Options { return Options{Texts: d.text} }

// generated returns the first n invented articles; every tenth has a second
// version.
func generated(n int) []Item {
	var out []Item
	for i := range n {
		for v := 1; v <= 1+(i%10)/9; v++ {
			a, ver, t := newsgen.Gen{Seed: newsgen.Seed}.Revision(i, v)
			out = append(out, Item{ver, a, t})
		}
	}
	return out
}

// inMemory opens an index in memory that holds the items.
func inMemory(t testing.TB, items ...Item) (*Index, *desk) {
	t.Helper()
	d := newDesk(items...)
	return open(t, "", d, items...), d
}

// open opens an index and imports items.
func open(t testing.TB, dir string, d *desk, items ...Item) *Index {
	t.Helper()
	x, err := Open(dir, d.options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	if len(items) > 0 {
		b := x.Bulk(context.Background())
		if err := b.Add(items...); err != nil {
			t.Fatal(err)
		}
		if err := b.Close(uint64(len(items))); err != nil {
			t.Fatal(err)
		}
	}
	return x
}

// item makes a version of an article: the headline, then paragraphs.
func item(id string, n int, outlet, date, headline string, paragraphs ...string) Item {
	t := source.Text{Body: headline, Marks: []source.Mark{{Span: source.Span{End: len(headline)}, Kind: source.MarkHeadline}}}
	for _, p := range paragraphs {
		t.Body += "\n\n" + p
	}
	return Item{
		Version: source.Version{ID: source.VersionID{Article: source.ArticleID(id), N: n}, Headline: headline,
			Outlet: outlet, Lang: "en", Published: dayTime(dayNumber(date))},
		Article: source.Article{ID: source.ArticleID(id), Outlet: outlet, Role: source.Material},
		Text:    t,
	}
}

// search runs a query that must not fail.
func search(t testing.TB, x *Index, q Query) Page {
	t.Helper()
	p, err := x.Search(t.Context(), q)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	return p
}

// words are the words of the hits' passages.
func words(t testing.TB, d *desk, hits []Hit) []string {
	t.Helper()
	var out []string
	for _, h := range hits {
		_, text, err := d.text(t.Context(), h.Version)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, h.Span.Of(text.Body))
	}
	return out
}
