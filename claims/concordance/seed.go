package concordance

import (
	"cmp"
	"context"
	"slices"

	"stet/claims/match"
)

// A wording is the sayings that have the same words by the same speaker.
type wording struct {
	first *Saying   // in order of place: what it is compared by
	all   []*Saying // by place
}

func (w *wording) words() []string { return w.first.plain }

// shingle is how many words in a row make a seed.
const shingle = 3

const (
	// maxShare: a shingle that more wordings have than this is a common phrase.
	maxShare = 400
	// maxPartners: how many wordings one is compared with, those that share most
	// rare shingles.
	maxPartners = 32
	// maxLooked: how many places of its shingles are looked at, the rarest first.
	maxLooked = 2000
	// leastShared: what share of the shorter one's words both must have, in any
	// order. A related pair has at least 0.4 of them, see package match.
	leastShared = 0.4
	// leastContentShared is the same for words that are not light: a related pair
	// has half of them in common.
	leastContentShared = 0.34
)

// wordings groups sayings by words and speaker, in order of place.
func wordings(list []*Saying) []*wording {
	slices.SortFunc(list, compareSayings)
	of := map[string]*wording{}
	var out []*wording
	var key []byte
	for _, s := range list {
		key = key[:0]
		for i, w := range s.plain {
			if slices.Contains(s.cuts, i) {
				key = append(key, match.Ellipsis...)
			}
			key = append(append(key, w...), ' ')
		}
		if slices.Contains(s.cuts, len(s.plain)) {
			key = append(key, match.Ellipsis...)
		}
		key = append(append(key, 0), s.Speaker...)
		w := of[string(key)]
		if w == nil {
			w = &wording{first: s}
			of[string(key)] = w
			out = append(out, w)
		}
		w.all = append(w.all, s)
	}
	return out
}

// pair is two wordings, by index, the shorter one first; of equally long ones the
// later.
type pair struct{ short, long int }

// pairs proposes which wordings to compare: each with those it shares most rare
// shingles with. The pairs depend on the wordings alone.
func pairs(ctx context.Context, ws []*wording) ([]pair, error) {
	have := map[uint64][]int32{}
	for i, w := range ws {
		for _, h := range shingles(w.first) {
			if l := have[h]; len(l) == 0 || l[len(l)-1] != int32(i) {
				have[h] = append(l, int32(i))
			}
		}
	}
	found := map[pair]bool{}
	c := counter{weight: make([]float64, len(ws))}
	for i, w := range ws {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		for _, k := range c.partners(i, shingles(w.first), have) {
			if p := order(ws, i, k); !found[p] && likely(ws[p.short], ws[p.long]) {
				found[p] = true
			}
		}
	}
	out := make([]pair, 0, len(found))
	for p := range found {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b pair) int { return cmp.Or(cmp.Compare(a.long, b.long), cmp.Compare(a.short, b.short)) })
	return out, nil
}

// counter weighs the partners of one wording after the other.
type counter struct {
	weight []float64 // per wording; all zero between two calls
	lists  [][]int32
	met    []int
}

// partners are the maxPartners wordings that share most rare shingles with
// wording i, the rarest shingles first looked at.
func (c *counter) partners(i int, own []uint64, have map[uint64][]int32) []int {
	c.lists, c.met = c.lists[:0], c.met[:0]
	for _, h := range own {
		if l := have[h]; len(l) > 1 && len(l) <= maxShare {
			c.lists = append(c.lists, l)
		}
	}
	slices.SortStableFunc(c.lists, func(a, b []int32) int { return len(a) - len(b) })
	looked := 0
	for _, l := range c.lists {
		if looked += len(l); looked > maxLooked {
			break
		}
		for _, k := range l {
			if int(k) == i {
				continue
			}
			if c.weight[k] == 0 {
				c.met = append(c.met, int(k))
			}
			c.weight[k] += 1 / float64(len(l))
		}
	}
	slices.SortFunc(c.met, func(a, b int) int { return cmp.Or(cmp.Compare(c.weight[b], c.weight[a]), cmp.Compare(a, b)) })
	for _, k := range c.met {
		c.weight[k] = 0
	}
	return c.met[:min(len(c.met), maxPartners)]
}

func order(ws []*wording, a, b int) pair {
	x, y := len(ws[a].words()), len(ws[b].words())
	if x < y || x == y && a > b {
		return pair{a, b}
	}
	return pair{b, a}
}

// likely reports whether two wordings have enough words in common to be worth
// aligning, in any order: of all words, and of those that are not light.
func likely(short, long *wording) bool {
	left := make(map[string]int, len(long.words()))
	for _, w := range long.words() {
		left[w]++
	}
	both, content, bothContent := 0, 0, 0
	for _, w := range short.words() {
		light := match.Light(w)
		if !light {
			content++
		}
		if left[w] > 0 {
			left[w]--
			both++
			if !light {
				bothContent++
			}
		}
	}
	return float64(both) >= leastShared*float64(len(short.words())) && float64(bothContent) >= leastContentShared*float64(content)
}

// shortQuote is up to how many words a quotation gets seeds with a gap: one word
// another would otherwise leave it none in common.
const shortQuote = 12

// shingles are the hashes of every three words in a row, in a short quotation also
// of three of every four, without those that span an ellipsis.
func shingles(s *Saying) []uint64 {
	out := make([]uint64, 0, len(s.plain))
	take := func(at ...int) {
		for _, c := range s.cuts {
			if at[0] < c && c <= at[len(at)-1] {
				return
			}
		}
		out = append(out, hashWords(s.plain, at))
	}
	for i := 0; i+shingle <= len(s.plain); i++ {
		take(i, i+1, i+2)
		if len(s.plain) <= shortQuote && i+shingle < len(s.plain) {
			take(i, i+1, i+3)
			take(i, i+2, i+3)
		}
	}
	return out
}

// hashWords is FNV-1a over the words at some places.
func hashWords(words []string, at []int) uint64 {
	h := uint64(14695981039346656037)
	for _, k := range at {
		for j := range len(words[k]) {
			h = (h ^ uint64(words[k][j])) * 1099511628211
		}
		h = (h ^ ' ') * 1099511628211
	}
	return h
}
