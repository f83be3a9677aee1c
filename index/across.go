package index

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"

	"stet/index/source"
)

// A quote does not end where a paragraph does: agencies reopen the marks in the
// next one. A phrase that no passage holds by itself is therefore looked for in
// whole versions, over the borders of their passages.
const (
	// leastAcross is the number of words from which a phrase is looked for in
	// whole versions: shorter ones are together in too many of them.
	leastAcross = 4
	// maxAcross is how many versions are read for it.
	maxAcross = 500
)

// mayCross reports a query that is nothing but one phrase long enough.
func (p *plan) mayCross() bool {
	return len(p.slots) == 0 && len(p.phrases) == 1 && len(p.phrases[0]) >= leastAcross && len(p.notSaid) == 0
}

// crossing is a version that may say a phrase, and one of its passages.
type crossing struct {
	seg int
	doc uint32
}

// across finds a phrase over the borders of passages: the places that say it,
// each of whole passages, and a document of each for counting.
func (f *fast) across(ctx context.Context, x *Index) ([]scored, []*roaring.Bitmap, error) {
	docs := make([]*roaring.Bitmap, len(f.segs))
	for i := range docs {
		docs[i] = roaring.New()
	}
	var out []scored
	candidates, err := f.crossings()
	if err != nil {
		return nil, nil, err
	}
	for _, c := range candidates {
		id, err := f.segs[c.seg].docID(c.doc)
		if err != nil {
			return nil, nil, err
		}
		at, ok := parsePassageID(id)
		if !ok {
			continue
		}
		k, err := x.texts.get(ctx, at.Version)
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		if err != nil {
			continue
		}
		for _, s := range saidAcross(k.text, f.p.phrases[0]) {
			out = append(out, scored{at: source.Place{Version: at.Version, Span: s}, full: true})
			docs[c.seg].Add(c.doc)
		}
	}
	return out, docs, nil
}

// crossings lists the versions whose passages together hold every word.
func (f *fast) crossings() ([]crossing, error) {
	var out []crossing
	words := distinct(f.p.phrases[0])
	for i, g := range f.segs {
		held := make([]uint16, len(g.versions)) // how many of the words so far
		one := make([]uint32, len(g.versions))
		for n, w := range words {
			docs, err := f.docs(alt{fieldExact, w})
			if err != nil {
				return nil, err
			}
			for it := docs[i].Iterator(); it.HasNext(); {
				d := it.Next()
				if v := g.version[d]; int(held[v]) == n && f.gate.segs[i].pass(d) {
					held[v]++
					one[v] = d
				}
			}
		}
		for v, n := range held {
			if int(n) == len(words) && len(out) < maxAcross {
				out = append(out, crossing{i, one[v]})
			}
		}
	}
	return out, nil
}

// saidAcross returns the passages, joined, that say a phrase together.
func saidAcross(t source.Text, phrase []string) []source.Span {
	tokens := exactAnalyzer.Analyze([]byte(t.Body))
	words := make([]string, len(tokens))
	for i, x := range tokens {
		words[i] = string(x.Term)
	}
	var out []source.Span
	for _, i := range occurrences(words, phrase) {
		said := source.Span{Start: tokens[i].Start, End: tokens[i+len(phrase)-1].End}
		var whole source.Span
		for _, p := range Passages(t) {
			if !p.Span.Overlaps(said) {
				continue
			}
			if whole.Empty() {
				whole = p.Span
			}
			whole.End = p.Span.End
		}
		if !whole.Empty() {
			out = append(out, whole)
		}
	}
	return out
}
