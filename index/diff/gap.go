package diff

import "slices"

// tuning holds the thresholds of the similarity of two sentences, 0 to 1.
var tuning = struct {
	stopFactor   float32 // weight of a function word against another word as rare
	pairFloor    float32 // similarity, with the two below, from which a pair in a gap gains …
	follows      float32 // … less if it follows a pair, or an edge of the gap
	order        float32 // worth of the same words in the same order: of Dice's coefficient over word pairs
	opening      float32 // worth of the same first words: a rewritten sentence keeps them longest
	leastAlike   float32 // similarity below which nothing makes a pair
	containAbove float32 // share of the shorter sentence found in the longer …
	containLift  float32 // … that lifts the pair to this similarity
	moveFloor    float32 // least similarity of a pair found elsewhere …
	swapFloor    float32 // … and of one that changed places with its neighbour
	residueShare float32 // see residual
}{
	stopFactor: 0.25, pairFloor: 0.345, follows: 0.07, order: 0.3, opening: 0.12, leastAlike: 0.1,
	containAbove: 0.8, containLift: 0.65, moveFloor: 0.72, swapFloor: 0.5, residueShare: 0.5,
}

const (
	containWords = 5 // shorter sentences are contained by chance
	moveWords    = 4 // shorter sentences are not looked for elsewhere
	openingWords = 4 // tokens that count as the first words
)

// maxTable bounds the table of a gap: 200 × 200 sentences take 3 ms. Larger gaps
// are first cut by candidates that share rare words.
const maxTable = 40_000

// rareIn is the number of sentences of a gap up to which a word is rare.
const rareIn = 8

// similarity returns Dice's coefficient over weighted words, and the share of
// the lighter sentence that the heavier contains.
func (a *aligner) similarity(x, y *sent) (dice, contained float32) {
	if x.weight+y.weight == 0 {
		return 0, 0
	}
	common := a.common(x.bag, y.bag)
	return 2 * common / (x.weight + y.weight), common / max(1e-6, min(x.weight, y.weight))
}

// common is the weight of the words two bags share.
func (a *aligner) common(p, q []count) float32 {
	var sum float32
	for i, j := 0, 0; i < len(p) && j < len(q); {
		switch d := p[i].id - q[j].id; {
		case d < 0:
			i++
		case d > 0:
			j++
		default:
			sum += a.idf[p[i].id] * float32(min(p[i].n, q[j].n))
			i++
			j++
		}
	}
	return sum
}

// gaps pairs what lies between the anchors.
func (a *aligner) gaps() {
	for k := 0; k+1 < len(a.anchors); k++ {
		l, r := a.anchors[k], a.anchors[k+1]
		a.gap(l.i+1, r.i, l.j+1, r.j)
	}
}

func (a *aligner) gap(i0, i1, j0, j1 int) {
	is, js := free(a.oldMates, i0, i1), free(a.newMates, j0, j1)
	switch {
	case len(is) == 0 || len(js) == 0:
	case len(is)*len(js) <= maxTable:
		a.table(is, js)
	default:
		a.chain(is, js)
	}
}

// free lists the sentences of a range that have no mate yet.
func free(mates [][]int32, from, to int) []int {
	var out []int
	for k := from; k < to; k++ {
		if len(mates[k]) == 0 {
			out = append(out, k)
		}
	}
	return out
}

// chain cuts a gap too large for a table: the heaviest chain of similar pairs
// that share a rare word, or else the sentences that are repeated in the same
// order on both sides, are linked, and the gaps between the links are gaps.
func (a *aligner) chain(is, js []int) {
	good := a.repeated(is, js)
	for _, c := range a.candidates(is, js) {
		if c.weight >= tuning.moveFloor {
			good = append(good, c)
		}
	}
	slices.SortStableFunc(good, func(x, y link) int { return x.i - y.i })
	in := heaviest(good)
	i, j, any := is[0], js[0], false
	iEnd, jEnd := is[len(is)-1]+1, js[len(js)-1]+1
	for k, l := range good {
		if !in[k] {
			continue
		}
		any = true
		a.link(l.i, l.j)
		a.gap(i, l.i, j, l.j)
		i, j = l.i+1, l.j+1
	}
	if any {
		a.gap(i, iEnd, j, jEnd)
	}
}

// repeated lists equal sentences of a gap, in the same order on both sides: a
// longest common subsequence, found as that of words is. A short sentence that is
// equal alone, without the one before or behind it, is so by chance.
func (a *aligner) repeated(is, js []int) []link {
	classes := 0
	tokens := func(ss []sent, ks []int) []token {
		out := make([]token, len(ks))
		for n, k := range ks {
			out[n].id = ss[k].class
			classes = max(classes, int(ss[k].class)+1)
		}
		return out
	}
	x, y := tokens(a.old, is), tokens(a.new, js)
	w := worder{local: make([]rune, classes)}
	var out []link
	for _, r := range w.equal(x, y) {
		for n := range r.n {
			if i, j := is[r.i+n], js[r.j+n]; r.n > 1 || a.old[i].size >= moveWords {
				out = append(out, link{i, j, 1})
			}
		}
	}
	return out
}

// perSentence bounds the candidates kept for one old sentence.
const perSentence = 6

// candidates lists, by old sentence, the new sentences that share words rare
// within js, with their similarity, at most perSentence of the likeliest each.
func (a *aligner) candidates(is, js []int) []link {
	at := make(map[int32][]int32) // id → new sentences; nil: not rare
	for _, j := range js {
		for _, c := range a.new[j].bag {
			if a.voc.forms[c.id].stop {
				continue
			}
			if l, ok := at[c.id]; ok && l == nil {
				continue
			} else if len(l) == rareIn {
				at[c.id] = nil
			} else {
				at[c.id] = append(l, int32(j))
			}
		}
	}
	shared := make([]float32, len(a.new))
	var out, hits []link
	for _, i := range is {
		hits = hits[:0]
		for _, c := range a.old[i].bag {
			for _, j := range at[c.id] {
				if shared[j] == 0 {
					hits = append(hits, link{i: i, j: int(j)})
				}
				shared[j] += a.idf[c.id]
			}
		}
		for k := range hits {
			hits[k].weight = shared[hits[k].j]
			shared[hits[k].j] = 0
		}
		slices.SortFunc(hits, func(x, y link) int {
			switch {
			case x.weight > y.weight:
				return -1
			case x.weight < y.weight:
				return 1
			}
			return x.j - y.j
		})
		for _, h := range hits[:min(perSentence, len(hits))] {
			h.weight = a.score(h.i, h.j)
			out = append(out, h)
		}
	}
	return out
}
