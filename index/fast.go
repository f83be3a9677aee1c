package index

import (
	"context"
	"fmt"

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
