package diff

import "slices"

// score is how alike a pair is, 0 to 1.
func (a *aligner) score(i, j int) float32 {
	x, y := &a.old[i], &a.new[j]
	if x.same(y) {
		return 1
	}
	d, c := a.similarity(x, y)
	if c > tuning.containAbove && min(x.size, y.size) >= containWords {
		d = max(d, tuning.containLift)
	}
	return d
}

// inPlace is how alike a pair of a gap is that keeps its order there: more than
// score, because a sentence rewritten where it stood keeps the order of its
// words, and its beginning, when few of its rare words are left.
func (a *aligner) inPlace(i, j int) float32 {
	s := a.score(i, j)
	if s <= tuning.leastAlike || s == 1 {
		return s
	}
	x, y := &a.old[i], &a.new[j]
	same := 0
	for same < openingWords && same < len(x.tokens) && same < len(y.tokens) && x.tokens[same].id == y.tokens[same].id {
		same++
	}
	return s + tuning.opening*float32(same)/openingWords + tuning.order*orderly(x.wordPairs(), y.wordPairs())
}

// wordPairs lists the pairs of neighbouring words, sorted; the first word has a
// neighbour too, the start.
func (s *sent) wordPairs() []uint64 {
	if s.pairs == nil {
		s.pairs = make([]uint64, 0, s.size)
		before := uint64(0)
		for _, t := range s.tokens {
			if t.class != Mark {
				id := uint64(t.id) + 1
				s.pairs = append(s.pairs, before<<32|id)
				before = id
			}
		}
		slices.Sort(s.pairs)
	}
	return s.pairs
}

// orderly is Dice's coefficient of two sorted lists of word pairs.
func orderly(p, q []uint64) float32 {
	if len(p)+len(q) == 0 {
		return 0
	}
	both := 0
	for i, j := 0, 0; i < len(p) && j < len(q); {
		switch {
		case p[i] < q[j]:
			i++
		case p[i] > q[j]:
			j++
		default:
			both++
			i++
			j++
		}
	}
	return 2 * float32(both) / float32(len(p)+len(q))
}

// gapTable is the dynamic programme over a gap: is and js are the sentences
// that may correspond, in order.
type gapTable struct {
	*aligner
	is, js []int
	ends   []float32 // best way whose last pair is that of the sentences before x and y
	best   []float32 // best way with the sentences before x and y
}

// table pairs a gap by dynamic programming over all its pairs. A pair that
// directly follows another, or stands at an edge of the gap, has its place to
// speak for it.
func (a *aligner) table(is, js []int) {
	n, m := len(is), len(js)
	size := (n + 1) * (m + 1)
	t := gapTable{aligner: a, is: is, js: js, ends: make([]float32, size), best: make([]float32, size)}
	for k := range t.ends {
		t.ends[k] = never
	}
	t.ends[0] = 0 // the anchor in front of the gap
	for x := 1; x <= n; x++ {
		for y := 1; y <= m; y++ {
			t.cell(x, y)
		}
	}
	t.back(n, m)
}

// cell weighs the pair of the sentences before x and y.
func (t *gapTable) cell(x, y int) {
	wide := len(t.js) + 1
	at, diagonal := x*wide+y, (x-1)*wide+y-1
	if s := t.inPlace(t.is[x-1], t.js[y-1]); s > tuning.leastAlike {
		s -= tuning.pairFloor
		if x == len(t.is) && y == len(t.js) {
			s += tuning.follows
		}
		t.ends[at] = s + max(t.best[diagonal], t.ends[diagonal]+tuning.follows)
	}
	t.best[at] = max(t.best[at-1], t.best[at-wide], t.ends[at])
}

// back follows the best way from the end and links its pairs.
func (t *gapTable) back(n, m int) {
	wide := m + 1
	for x, y := n, m; x > 0 && y > 0; {
		switch t.best[x*wide+y] {
		case t.best[(x-1)*wide+y]:
			x--
			continue
		case t.best[x*wide+y-1]:
			y--
			continue
		}
		for { // up the pairs that follow each other
			x, y = x-1, y-1
			t.link(t.is[x], t.js[y])
			at := x*wide + y
			if x == 0 || y == 0 || t.ends[at]+tuning.follows < t.best[at] {
				break
			}
		}
	}
}
