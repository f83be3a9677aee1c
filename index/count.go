package index

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"
)

// count counts the documents that pass.
func (f *fast) count(ctx context.Context, docs []*roaring.Bitmap) (found, error) {
	var out found
	articles := make([]bool, f.articles.size())
	outlets, months := map[string]int{}, map[string]int{}
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	for i, g := range f.segs {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		perVersion := make([]int32, len(g.versions))
		open := f.gate.open
		for it := docs[i].ManyIterator(); ; {
			n := it.NextMany(s.buf)
			if n == 0 {
				break
			}
			for _, d := range s.buf[:n] {
				if open || f.gate.segs[i].pass(d) {
					perVersion[g.version[d]]++
				}
			}
		}
		f.sum(g, perVersion, &out, articles, outlets, months)
	}
	out.facets = Facets{Outlets: counts(outlets), Months: byName(months)}
	return out, nil
}

// sum adds up one segment.
func (f *fast) sum(g *seg, perVersion []int32, out *found, articles []bool, outlets, months map[string]int) {
	perOutlet, perDay := map[uint32]int{}, map[int32]int{}
	for v, n := range perVersion {
		if n == 0 {
			continue
		}
		x := &g.versions[v]
		out.total += int(n)
		if !articles[x.article] {
			articles[x.article] = true
			out.articles++
		}
		perOutlet[x.outlet] += int(n)
		perDay[x.day] += int(n)
	}
	for o, n := range perOutlet {
		if name := f.words.name(o); name != "" {
			outlets[name] += n
		}
	}
	for d, n := range perDay {
		if d != unknownDay {
			months[dayTime(d).Format("2006-01")] += n
		}
	}
}

// cardinality counts the documents that pass, and nothing else.
func (f *fast) cardinality(docs []*roaring.Bitmap) int {
	if f.gate.open {
		return int(count(docs))
	}
	n := 0
	for i := range f.segs {
		for it := docs[i].Iterator(); it.HasNext(); {
			if f.gate.segs[i].pass(it.Next()) {
				n++
			}
		}
	}
	return n
}
