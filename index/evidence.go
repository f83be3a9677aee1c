package index

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	bindex "github.com/blevesearch/bleve_index_api"
)

// How a claim is looked for; beside the words' own weights.
const (
	// bucketShare is what a number of the same size ("about 150,000" for
	// 148,200) is worth beside the number itself.
	bucketShare = 0.3
	// quoteShare is what a passage with the whole of a quoted text is worth
	// beside one with all words of the claim.
	quoteShare = 0.5
	// leastFigure is the smallest number looked for by value: "one" and "two"
	// are words more often than figures.
	leastFigure = 3
	// candidatesPerHit is how many candidates are scored from their text for
	// each passage asked for, but at least Candidates.
	candidatesPerHit = 4
)

// Passages finds up to n passages that may be evidence for a claim, best first.
// Unlike Search it takes the claim as a whole: no passage need hold all of it,
// one that repeats the quoted words in their order comes first, and numbers
// count by value, however they are written.
func (x *Index) Passages(ctx context.Context, need Need, n int) ([]Hit, error) {
	if n <= 0 {
		return nil, ctx.Err()
	}
	var hits []Hit
	err := x.use(func() (err error) {
		if !x.native {
			hits, err = x.passagesFast(ctx, need, n)
			if !errors.Is(err, errInternals) {
				return err
			}
			x.log.Warn("index: searching the slow way", "reason", err)
		}
		hits, err = x.passagesNative(ctx, need, n)
		return err
	})
	return hits, err
}

func (x *Index) passagesFast(ctx context.Context, need Need, n int) (hits []Hit, err error) {
	v, err := x.view.acquire(x.b)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, x.view.release(v)) }()
	p, err := planNeed(v.r, need)
	if err != nil || len(p.slots) == 0 {
		return nil, err
	}
	l := v.lookup()
	g, err := l.gate(p)
	if err != nil {
		return nil, err
	}
	terms, err := l.weights(p.slots)
	if err != nil {
		return nil, err
	}
	cs, err := l.topK(ctx, terms, max(Candidates, candidatesPerHit*n), g, nil)
	if err != nil {
		return nil, err
	}
	f := fast{lookup: l}
	places, err := f.places(cs, Query{Limit: len(cs)})
	if err != nil {
		return nil, err
	}
	return x.judge(ctx, l, p, need, places, n)
}

func (x *Index) passagesNative(ctx context.Context, need Need, n int) (hits []Hit, err error) {
	r, err := reader(x.b)
	if err != nil {
		return nil, fmt.Errorf("reading the index: %w", err)
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	p, err := planNeed(r, need)
	if err != nil || len(p.slots) == 0 {
		return nil, err
	}
	c, err := newNativeCorpus(ctx, r)
	if err != nil {
		return nil, err
	}
	found, err := x.runNative(ctx, r, p, Query{Quick: true})
	if err != nil {
		return nil, err
	}
	places := found.places[:min(len(found.places), max(Candidates, candidatesPerHit*n))]
	return x.judge(ctx, c, p, need, places, n)
}

// judge scores candidates from their text and shows the best n.
func (x *Index) judge(ctx context.Context, c corpus, p *plan, need Need, places []scored, n int) ([]Hit, error) {
	rk, err := newRanker(c, p.slots, p.exactWords())
	if err != nil {
		return nil, err
	}
	whole := 0.0
	for _, s := range rk.slots {
		whole += s
	}
	var quotes [][]string
	for _, q := range need.Exact {
		for part := range strings.SplitSeq(q, "…") { // what a quote left out is no part of it
			if words := termsOf(exactAnalyzer, part); len(words) > 0 {
				quotes = append(quotes, words)
			}
		}
	}
	said := func(passage string) float64 {
		if len(quotes) == 0 {
			return 0
		}
		more, words := 0.0, termsOf(exactAnalyzer, passage)
		for _, q := range quotes {
			share := float64(longestRun(q, words)) / float64(len(q))
			more += quoteShare * whole * share * share
		}
		return more
	}
	w := newWholes(x, rk, said)
	for _, c := range places {
		if err := w.add(ctx, c.at); err != nil {
			return nil, err
		}
	}
	if err := w.readBest(ctx); err != nil {
		return nil, err
	}
	return x.show(ctx, p, w.ranked(), 0, n)
}

// longestRun is the length of the longest run of words that both hold in the
// same order.
func longestRun(a, b []string) int {
	best := 0
	prev, cur := make([]int, len(b)+1), make([]int, len(b)+1)
	for _, w := range a {
		for j, v := range b {
			cur[j+1] = 0
			if v == w {
				cur[j+1] = prev[j] + 1
				best = max(best, cur[j+1])
			}
		}
		prev, cur = cur, prev
	}
	return best
}

// maxClaimWords bounds the words of a claim that are looked up; a pasted article
// is looked for by its beginning.
const maxClaimWords = 128

// planNeed resolves a claim: its words, those it quotes, and its numbers.
func planNeed(r bindex.IndexReader, need Need) (*plan, error) {
	pl, err := newPlanner(r)
	if err != nil {
		return nil, err
	}
	p := &plan{}
	if p.bounds, err = need.bounds(); err != nil {
		return nil, err
	}
	text := claimText(need.Text)
	for _, q := range need.Exact {
		text += " " + q
	}
	words := claimWords(text)
	words = words[:min(len(words), maxClaimWords)]
	claimed := map[string]bool{}
	for _, w := range words {
		claimed[stemOf(w.word)] = true
	}
	var related []slot
	for _, w := range words {
		s := pl.plain(w.word)
		s.weight = w.weight * worth(w.word)
		if len(s.own) > 0 {
			p.slots = append(p.slots, s)
			related = append(related, relatedSlots(w.word, s.weight, claimed)...)
		}
	}
	p.slots = append(p.slots, related...)
	values := slices.Clone(need.Figures)
	for _, f := range findFigures(text) {
		values = append(values, f.value)
	}
	for _, v := range values {
		p.slots = append(p.slots, figureSlots(v, p.slots)...)
	}
	p.slots = unique(p.slots)
	return p, nil
}

// figureSlots look for a number by value, unless a word already does, and for
// numbers of its size.
func figureSlots(v float64, have []slot) []slot {
	var out []slot
	exact := alt{fieldFigure, figureTerm(v)}
	if v >= leastFigure && !slices.ContainsFunc(have, func(s slot) bool { return slices.Contains(s.own, exact) }) {
		weight := figureBoost
		if yearLike(v) {
			weight = 1
		}
		out = append(out, slot{word: exact.term, own: []alt{exact}, weight: weight})
	}
	if b := bucketTerm(v); b != "" && !yearLike(v) {
		out = append(out, slot{word: exact.term, own: []alt{{fieldFigure, b}}, weight: bucketShare})
	}
	return out
}
