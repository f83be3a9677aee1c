package index

import (
	"fmt"
	"sync"

	"github.com/blevesearch/bleve/v2"
	bindex "github.com/blevesearch/bleve_index_api"
)

// view is one state of the index, ready for searching. It does not change;
// searches share it.
type view struct {
	r        bindex.IndexReader
	segs     []*seg
	n        uint64 // live passages
	average  float64
	articles *names
	words    *names
	factor   [maxLength + 1]float32 // BM25's length part by passage length, times k1+1
	refs     int                    // guarded by the cache's mutex
}

// seg is a segment with its columns.
type seg struct {
	part
	*columns
	stale []bool // by version: the index holds a newer one of the article
}

// viewCache keeps the latest view and the columns of its segments. It holds on
// to one state of the index between searches, and lets go of it at every write,
// so that segments that were merged away can be deleted.
type viewCache struct {
	mu       sync.Mutex
	cur      *view
	columns  map[uint64]*columns // by segment
	articles *names
	words    *names
}

// acquire returns a view of the current state; the caller must release it.
func (c *viewCache) acquire(b bleve.Index) (*view, error) {
	r, err := reader(b)
	if err != nil {
		return nil, fmt.Errorf("reading the index: %w", err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.cur != nil && c.cur.r == r {
		c.cur.refs++
		return c.cur, r.Close()
	}
	v, err := c.open(r)
	if err != nil {
		_ = r.Close() // the first error says more
		return nil, err
	}
	c.letGo()
	v.refs = 2 // the caller's and the cache's
	c.cur = v
	return v, nil
}

// release gives a view back.
func (c *viewCache) release(v *view) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.unref(v)
}

func (c *viewCache) unref(v *view) error {
	if v.refs--; v.refs > 0 {
		return nil
	}
	return v.r.Close()
}

// drop forgets the latest view; its columns are kept for the segments that
// live on.
func (c *viewCache) drop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.letGo()
}

func (c *viewCache) letGo() {
	if c.cur != nil {
		_ = c.unref(c.cur) // closing a reader only counts references
		c.cur = nil
	}
}

// open builds a view, reading the columns of segments not seen before.
func (c *viewCache) open(r bindex.IndexReader) (v *view, err error) {
	defer caught(&err)
	s, err := openSegments(r)
	if err != nil {
		return nil, err
	}
	if c.articles == nil {
		c.articles, c.words = newNames(), newNames()
	}
	v = &view{r: r, articles: c.articles, words: c.words}
	kept := make(map[uint64]*columns, len(s.parts))
	words := uint64(0)
	for _, p := range s.parts {
		col := c.columns[p.id]
		if col == nil || len(col.version) != int(p.size) {
			if col, err = readColumns(p, c.articles, c.words); err != nil {
				return nil, err
			}
		}
		kept[p.id] = col
		v.segs = append(v.segs, &seg{part: p, columns: col})
		v.n += uint64(p.size)
		if p.deleted != nil {
			v.n -= p.deleted.GetCardinality()
		}
		for _, l := range col.length {
			words += uint64(l)
		}
	}
	c.columns = kept
	total := 0
	for _, g := range v.segs {
		total += int(g.size)
	}
	if total > 0 {
		v.average = float64(words) / float64(total)
	}
	for l := range v.factor {
		v.factor[l] = float32((bm25K1 + 1) / (1 + lengthFactor(l, v.average)))
	}
	v.markStale()
	return v, nil
}

// markStale finds the versions that are not their article's newest.
func (v *view) markStale() {
	newest := make([]int32, v.articles.size())
	live := make([][]bool, len(v.segs))
	for i, g := range v.segs {
		live[i] = g.liveVersions()
		for j, x := range g.versions {
			if live[i] == nil || live[i][j] {
				newest[x.article] = max(newest[x.article], x.n)
			}
		}
	}
	for _, g := range v.segs {
		g.stale = make([]bool, len(g.versions))
		for j, x := range g.versions {
			g.stale[j] = x.n < newest[x.article]
		}
	}
}

// liveVersions tells which versions have a passage that is not deleted; nil
// means all.
func (g *seg) liveVersions() []bool {
	if g.deleted == nil || g.deleted.IsEmpty() {
		return nil
	}
	live := make([]bool, len(g.versions))
	for doc, v := range g.version {
		if !live[v] && !g.deleted.Contains(uint32(doc)) {
			live[v] = true
		}
	}
	return live
}

// The corpus of a view, for the scoring; see lookup.frequency.
func (v *view) passages() uint64       { return v.n }
func (v *view) averageLength() float64 { return v.average }
