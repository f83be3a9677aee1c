package index

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// Finding the best candidates: BM25 with every term frequency taken as 1, over
// the bitmaps of the postings, with a MaxScore cut (Turtle and Flood, "Query
// evaluation: strategies and optimizations", 1995): terms are added up rarest
// first, and once what is left of them cannot lift a passage into the best k,
// only the passages seen so far are looked up in the rest.

// candidate is a document and its score.
type candidate struct {
	seg   int
	doc   uint32
	score float32
}

// term is one list of postings that adds weight to the documents it holds.
type weighted struct {
	docs   []*roaring.Bitmap // by segment
	df     uint64
	weight float32
	own    bool // in the passage itself, not only in its headline
}

// titleShare is how much a word in the headline is worth beside the same word
// in the passage: it tells what the passage is about, not what it says.
const titleShare = 0.5

// seedPostings bounds the postings of the rarest terms that are scored in full
// at first, for a threshold before any common term is opened.
const seedPostings = 3000

// scratch is the accumulators of one search, as long as the largest segment.
type scratch struct {
	acc     []float32
	own     []uint8
	touched []uint32
	buf     []uint32
}

var scratches = sync.Pool{New: func() any { return &scratch{buf: make([]uint32, 4096)} }}

func (s *scratch) grow(n int) {
	if len(s.acc) < n {
		s.acc, s.own = make([]float32, n), make([]uint8, n)
	}
}

// weights turns slots into weighted postings, heaviest first.
func (l *lookup) weights(slots []slot) ([]weighted, error) {
	var out []weighted
	for _, s := range slots {
		own, err := l.anyOf(s.own)
		if err != nil {
			return nil, err
		}
		df := count(own)
		w := idf(l.n, df) * s.weight
		if df > 0 {
			out = append(out, weighted{own, df, float32(w), true})
		}
		title, err := l.anyOf(s.title)
		if err != nil {
			return nil, err
		}
		if n := count(title); n > 0 {
			out = append(out, weighted{title, n, float32(w * titleShare), false})
		}
	}
	slices.SortStableFunc(out, func(a, b weighted) int { return cmp.Compare(b.weight, a.weight) })
	return out, nil
}

// topK finds the k best documents that pass the gate and lie in within (nil:
// anywhere, by segment) and hold at least one term themselves, best first.
func (l *lookup) topK(ctx context.Context, terms []weighted, k int, g *gate, within []*roaring.Bitmap) ([]candidate, error) {
	left := make([]float32, len(terms)+1) // what terms i.. can add at most
	shortest := slices.Max(l.factor[:])
	for i := len(terms) - 1; i >= 0; i-- {
		left[i] = left[i+1] + terms[i].weight*shortest
	}
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	for _, x := range l.segs {
		s.grow(int(x.size))
	}
	best := &heap{l: l, k: k}
	floor := l.seedThreshold(terms, k, g, within, s)
	for i := range l.segs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		l.addUp(i, terms, left, floor, g, within, s, best)
	}
	return best.sorted(), nil
}

// restriction is the bitmap the postings of a segment are cut down to; nil for
// none.
func restriction(i int, g *gate, within []*roaring.Bitmap) *roaring.Bitmap {
	only := g.segs[i].only
	switch {
	case within == nil:
		return only
	case only == nil:
		return within[i]
	}
	return roaring.And(only, within[i])
}

// seedThreshold scores the documents of the rarest terms in full and returns
// the score of the k-th of them: a lower bound of what the answer needs.
func (l *lookup) seedThreshold(terms []weighted, k int, g *gate, within []*roaring.Bitmap, s *scratch) float32 {
	rare, n := 0, uint64(0)
	for rare < len(terms) && n+terms[rare].df <= seedPostings {
		n += terms[rare].df
		rare++
	}
	if rare == 0 || rare == len(terms) || n < uint64(k) {
		return 0
	}
	top := &heap{l: l, k: k}
	for i, x := range l.segs {
		only := restriction(i, g, within)
		touched := s.touched[:0]
		for _, t := range terms[:rare] {
			docs := t.docs[i]
			if only != nil {
				docs = roaring.And(docs, only)
			}
			for it := docs.Iterator(); it.HasNext(); {
				if d := it.Next(); s.own[d] == 0 {
					s.own[d] = 1
					touched = append(touched, d)
				}
			}
		}
		for _, d := range touched {
			s.own[d] = 0
			sum, own := float32(0), false
			for _, t := range terms {
				if t.docs[i].Contains(d) {
					sum += t.weight
					own = own || t.own
				}
			}
			if own && g.segs[i].pass(d) {
				top.push(candidate{i, d, sum * l.factor[x.length[d]]})
			}
		}
		s.touched = touched
	}
	return top.floor()
}

// addUp scores one segment into best.
func (l *lookup) addUp(i int, terms []weighted, left []float32, floor float32, g *gate, within []*roaring.Bitmap, s *scratch, best *heap) {
	only := restriction(i, g, within)
	if only != nil && only.IsEmpty() {
		return
	}
	threshold := func() float32 { return max(best.floor(), floor) }
	touched := s.touched[:0]
	j := 0
	for ; j < len(terms); j++ {
		if t := threshold(); t > 0 && left[j] < t {
			break // a document with only the terms from here on cannot enter
		}
		docs := terms[j].docs[i]
		if only != nil {
			docs = roaring.And(docs, only)
		}
		touched = s.add(docs, terms[j], touched)
	}
	rest := terms[j:]
	remaining := float32(0)
	for _, t := range rest {
		remaining += t.weight
	}
	for _, d := range touched {
		sum, own := s.acc[d], s.own[d] > 0
		s.acc[d], s.own[d] = 0, 0
		f := l.factor[l.segs[i].length[d]]
		need := threshold()
		if (sum+remaining)*f < need {
			continue
		}
		rem := remaining
		for _, t := range rest {
			if (sum+rem)*f < need {
				break
			}
			rem -= t.weight
			if t.docs[i].Contains(d) {
				sum += t.weight
				own = own || t.own
			}
		}
		if score := sum * f; own && score >= need && g.segs[i].pass(d) {
			best.push(candidate{i, d, score})
		}
	}
	s.touched = touched
}

// add adds a term's weight to its documents.
func (s *scratch) add(docs *roaring.Bitmap, t weighted, touched []uint32) []uint32 {
	own := uint8(0)
	if t.own {
		own = 1
	}
	for it := docs.ManyIterator(); ; {
		n := it.NextMany(s.buf)
		if n == 0 {
			return touched
		}
		for _, d := range s.buf[:n] {
			if s.acc[d] == 0 {
				touched = append(touched, d)
			}
			s.acc[d] += t.weight
			s.own[d] |= own
		}
	}
}
