package index

import (
	"cmp"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// Matching: which documents a plan is about, as bitmaps, before the gate and
// before any scoring.

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
