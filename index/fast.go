package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// maxVerified is how many passages a phrase is looked for in. The words of a
// phrase of three or more words are together in few passages; those of "in the"
// are together in most, and reading them all would read the desk.
const maxVerified = 4000

// maxAllWords is the number of words up to which passages that hold all of them
// are looked for: a longer query is a text to compare with, not a demand.
const maxAllWords = 16

// fast is a search over the postings of a view.
type fast struct {
	*lookup
	p    *plan
	gate *gate
	said []*roaring.Bitmap // by segment: documents with the words of all phrases; nil without phrases
	own  [][]*roaring.Bitmap
	full []*roaring.Bitmap // those that match and hold every word
	any  []*roaring.Bitmap // those that match; see matching
}

func newFast(v *view, p *plan) (*fast, error) {
	f := &fast{lookup: v.lookup(), p: p}
	var err error
	if f.gate, err = f.lookup.gate(p); err != nil {
		return nil, err
	}
	if err := f.findSaid(); err != nil {
		return nil, err
	}
	return f, f.findFull()
}

// findSaid finds the documents that hold the words of the phrases.
func (f *fast) findSaid() error {
	var lists [][]*roaring.Bitmap
	for _, ph := range f.p.phrases {
		for _, w := range ph {
			docs, err := f.docs(alt{fieldExact, w})
			if err != nil {
				return err
			}
			lists = append(lists, docs)
		}
	}
	if len(lists) == 0 {
		return nil
	}
	f.said = make([]*roaring.Bitmap, len(f.segs))
	for i := range f.segs {
		f.said[i] = intersection(i, lists)
	}
	return nil
}

// findFull finds the documents that hold every word, in the passage or its
// headline, and at least one in the passage itself.
func (f *fast) findFull() error {
	title := make([][]*roaring.Bitmap, len(f.p.slots))
	for i, s := range f.p.slots {
		docs, err := f.anyOf(s.own)
		if err != nil {
			return err
		}
		f.own = append(f.own, docs)
		if title[i], err = f.anyOf(s.title); err != nil {
			return err
		}
	}
	if len(f.p.slots) < 2 {
		f.full = f.matching()
		return nil
	}
	f.full = make([]*roaring.Bitmap, len(f.segs))
	for i := range f.segs {
		f.full[i] = noDocs
		if len(f.p.slots) <= maxAllWords {
			f.full[i] = f.allWords(i, title)
		}
	}
	return nil
}

// allWords narrows one segment down, the rarest word first.
func (f *fast) allWords(i int, title [][]*roaring.Bitmap) *roaring.Bitmap {
	size := func(k int) uint64 { return f.own[k][i].GetCardinality() + title[k][i].GetCardinality() }
	order := make([]int, len(f.own))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(size(a), size(b)) })
	cur := roaring.Or(f.own[order[0]][i], title[order[0]][i])
	if f.said != nil {
		cur.And(f.said[i])
	}
	own := roaring.And(cur, f.own[order[0]][i])
	for _, k := range order[1:] {
		if cur.IsEmpty() {
			return cur
		}
		in := roaring.And(cur, f.own[k][i])
		own.Or(in)
		in.Or(roaring.And(cur, title[k][i]))
		cur = in
	}
	cur.And(own)
	return cur
}

// matching returns the documents that match, before the gate: any word in the
// passage itself, and the words of all phrases. It is worked out when it is
// first asked for: the best ten are found without.
func (f *fast) matching() []*roaring.Bitmap {
	if f.any == nil {
		f.any = make([]*roaring.Bitmap, len(f.segs))
		for i, g := range f.segs {
			switch {
			case f.said == nil:
				f.any[i] = f.union(i, g, f.own)
			case len(f.own) == 0:
				f.any[i] = f.said[i]
			default:
				f.any[i] = roaring.And(f.said[i], f.union(i, g, f.own))
			}
		}
	}
	return f.any
}

// union is the documents of a segment that hold any of the words; all of them
// if there are no words.
func (f *fast) union(i int, g *seg, own [][]*roaring.Bitmap) *roaring.Bitmap {
	switch len(own) {
	case 0:
		all := roaring.New()
		all.AddRange(0, uint64(g.size))
		if g.deleted != nil {
			all.AndNot(g.deleted)
		}
		return all
	case 1:
		return own[0][i]
	}
	var bs []*roaring.Bitmap
	for _, docs := range own {
		if !docs[i].IsEmpty() {
			bs = append(bs, docs[i])
		}
	}
	return roaring.FastOr(bs...)
}

// intersection is the documents of a segment that are in all lists.
func intersection(i int, lists [][]*roaring.Bitmap) *roaring.Bitmap {
	bs := make([]*roaring.Bitmap, len(lists))
	for k, l := range lists {
		bs[k] = l[i]
	}
	slices.SortFunc(bs, func(a, b *roaring.Bitmap) int { return cmp.Compare(a.GetCardinality(), b.GetCardinality()) })
	if len(bs) == 1 {
		return bs[0]
	}
	return roaring.FastAnd(bs...)
}

// run answers the query.
func (f *fast) run(ctx context.Context, x *Index, q Query) (found, error) {
	if f.p.mustRead() {
		return f.runVerified(ctx, x, q)
	}
	k := max(Candidates, q.Offset+q.Limit)
	var out found
	cs, err := f.ordered(ctx, k, q.Sort, &out)
	if err != nil {
		return out, err
	}
	if !q.Quick {
		dated := out.dated
		if out, err = f.count(ctx, f.matching()); err != nil {
			return out, err
		}
		out.full, out.dated = f.cardinality(f.full), dated
	}
	out.places, err = f.places(cs, q)
	return out, err
}

// runVerified answers a query with phrases, which only the text can confirm.
func (f *fast) runVerified(ctx context.Context, x *Index, q Query) (found, error) {
	read := f.best
	dated := q.Sort == ByDate
	if dated {
		read = func(ctx context.Context, k int) ([]candidate, error) { return f.newest(ctx, f.matching(), k) }
	}
	cs, err := read(ctx, maxVerified)
	if err != nil {
		return found{}, err
	}
	places, err := f.places(cs, Query{Limit: len(cs)})
	if err != nil {
		return found{}, err
	}
	keep, err := x.verify(ctx, f.p, places)
	if err != nil {
		return found{}, err
	}
	var kept, full []scored
	docs := make([]*roaring.Bitmap, len(f.segs))
	for i := range docs {
		docs[i] = roaring.New()
	}
	for i, c := range cs {
		if !keep[i] {
			continue
		}
		kept = append(kept, places[i])
		docs[c.seg].Add(c.doc)
		if f.full[c.seg].Contains(c.doc) {
			full = append(full, places[i])
		}
	}
	if len(kept) == 0 && len(cs) < maxVerified && f.p.mayCross() {
		if kept, docs, err = f.across(ctx, x); err != nil {
			return found{}, err
		}
		full = kept
	}
	var out found
	if !q.Quick {
		if out, err = f.count(ctx, docs); err != nil {
			return out, err
		}
		out.full, out.atLeast = len(full), len(cs) == maxVerified
	}
	out.places, out.dated = kept, dated
	if dated && len(full) > 0 {
		out.places = full
	}
	return out, nil
}

// ordered returns up to k candidates in the order asked for.
func (f *fast) ordered(ctx context.Context, k int, by Sort, out *found) ([]candidate, error) {
	out.dated = by == ByDate || f.p.matchesAll()
	if !out.dated {
		return f.best(ctx, k)
	}
	cs, err := f.newest(ctx, f.full, k)
	if len(cs) > 0 || err != nil {
		return cs, err
	}
	return f.newest(ctx, f.matching(), k)
}

// best returns up to k candidates, those that hold every word first.
func (f *fast) best(ctx context.Context, k int) ([]candidate, error) {
	if len(f.p.slots) == 0 {
		return f.newest(ctx, f.matching(), k)
	}
	terms, err := f.weights(f.p.slots)
	if err != nil {
		return nil, err
	}
	within := f.full
	if len(f.p.slots) == 1 && len(f.p.phrases) == 0 {
		within = nil
	}
	top, err := f.topK(ctx, terms, k, f.gate, within)
	if err != nil || len(top) >= k || within == nil || len(f.p.slots) == 1 {
		return top, err
	}
	within = nil
	if len(f.p.phrases) > 0 {
		within = f.matching()
	}
	more, err := f.topK(ctx, terms, k, f.gate, within)
	if err != nil {
		return nil, err
	}
	for _, c := range more {
		if len(top) == k {
			break
		}
		if !f.full[c.seg].Contains(c.doc) {
			top = append(top, c)
		}
	}
	return top, nil
}

// newest returns up to k of the documents that pass, newest first.
func (f *fast) newest(ctx context.Context, docs []*roaring.Bitmap, k int) ([]candidate, error) {
	best := &heap{l: f.lookup, k: k}
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	for i, g := range f.segs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for it := docs[i].ManyIterator(); ; {
			n := it.NextMany(s.buf)
			if n == 0 {
				break
			}
			for _, d := range s.buf[:n] {
				day := float32(g.versions[g.version[d]].day)
				if len(best.cs) == k && day < best.cs[0].score {
					continue
				}
				if f.gate.segs[i].pass(d) {
					best.push(candidate{i, d, day})
				}
			}
		}
	}
	out := best.sorted()
	for i := range out {
		out[i].score = 0
	}
	return out, nil
}

// places turns those candidates into places that are scored again or shown; the
// others stay empty.
func (f *fast) places(cs []candidate, q Query) ([]scored, error) {
	out := make([]scored, len(cs))
	for i, c := range cs {
		if i >= Candidates && (i < q.Offset || i >= q.Offset+q.Limit) {
			continue
		}
		id, err := f.segs[c.seg].docID(c.doc)
		if err != nil {
			return nil, err
		}
		at, ok := parsePassageID(id)
		if !ok {
			return nil, fmt.Errorf("%w: a passage is named %q", ErrDamaged, id)
		}
		out[i] = scored{at: at, score: float64(c.score)}
	}
	return out, nil
}

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
