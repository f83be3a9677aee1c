package diff

import (
	"math"
	"slices"

	"stet/index/source"
)

// reader numbers the sentences of two texts by their letters, and tokenises
// those that have no counterpart letter for letter: of a long text that was
// edited here and there, most are never looked into.
type reader struct {
	voc     *vocabulary
	ids     map[string]int32 // letters → number
	letters []letters        // by number
	classes []*sent          // sentences with different tokens, by class
	byHash  map[uint64]int32 // hash of the tokens → class, or the next hash free
	tokens  arena[token]
	counts  arena[count]
	// scratch
	scratch []token
	words   []int32
	bag     []count
}

// letters are those of a sentence, and the first sentence read that has them.
type letters struct {
	text string
	read *sent
}

// arena hands out small slices of large ones.
type arena[T any] struct{ free []T }

// keep returns a copy of xs.
func (a *arena[T]) keep(xs []T) []T {
	if len(a.free) < len(xs) {
		a.free = make([]T, max(4096, len(xs)))
	}
	out := a.free[:len(xs):len(xs)]
	a.free = a.free[len(xs):]
	copy(out, xs)
	return out
}

// sent is one sentence of a version: its tokens and its bag of words.
type sent struct {
	span     source.Span
	text     int32 // number of its letters: equal for equal sentences
	class    int32 // number of its tokens, if it was read
	size     int   // words and numbers
	wordless bool  // marks alone
	tokens   []token
	bag      []count  // words and numbers, by id
	weight   float32  // of the bag
	pairs    []uint64 // see wordPairs; nil: not asked for yet
}

type count struct{ id, n int32 }

// same reports whether two sentences that were read, or are equal letter for
// letter, are the same tokens.
func (s *sent) same(o *sent) bool {
	return s.text == o.text || s.tokens != nil && o.tokens != nil && s.class == o.class
}

// sents numbers the sentences of one text.
func (r *reader) sents(text string, spans []source.Span) []sent {
	out := make([]sent, len(spans))
	for k, sp := range spans {
		raw := sp.Of(text)
		id, ok := r.ids[raw]
		if !ok {
			id = int32(len(r.letters))
			r.ids[raw] = id
			r.letters = append(r.letters, letters{text: raw})
		}
		out[k].span, out[k].text, out[k].wordless = sp, id, !holdsWord(raw)
	}
	return out
}

// holdsWord reports whether a text has a token that is no mark.
func holdsWord(text string) bool {
	sc := scanner{text: text}
	for sc.next() {
		if sc.class != Mark {
			return true
		}
	}
	return false
}

// same reports whether two sentences are the same tokens; it reads them if
// their letters differ.
func (r *reader) same(x, y *sent) bool {
	if x.text == y.text {
		return true
	}
	if d := x.span.Len() - y.span.Len(); d > x.span.Len()/2 || -d > y.span.Len()/2 {
		return false
	}
	r.read(x)
	r.read(y)
	return x.class == y.class
}

// readFree reads the sentences that have no mate.
func (r *reader) readFree(ss []sent, mates [][]int32) {
	for k := range ss {
		if len(mates[k]) == 0 {
			r.read(&ss[k])
		}
	}
}

// read tokenises a sentence, unless it was; the tokens of a sentence with the
// same letters are copied.
func (r *reader) read(s *sent) {
	if s.tokens != nil {
		return
	}
	l := &r.letters[s.text]
	if l.read == nil {
		r.tokenise(s, l.text)
		l.read = s
		return
	}
	o := l.read
	shift := int32(s.span.Start - o.span.Start)
	s.tokens = r.tokens.keep(o.tokens)
	for k := range s.tokens {
		s.tokens[k].start += shift
		s.tokens[k].end += shift
	}
	s.bag, s.size, s.class = o.bag, o.size, o.class
}

// tokenise reads a sentence whose letters are new.
func (r *reader) tokenise(s *sent, text string) {
	r.scratch = r.voc.tokens(text, s.span.Start, r.scratch[:0])
	s.tokens = r.tokens.keep(r.scratch)
	words, hash := r.words[:0], uint64(14695981039346656037)
	for _, t := range s.tokens {
		hash = (hash ^ uint64(t.id)) * 1099511628211
		if t.class != Mark {
			words = append(words, t.id)
		}
	}
	r.words = words
	s.size = len(words)
	slices.Sort(words)
	bag := r.bag[:0]
	for _, id := range words {
		if n := len(bag); n > 0 && bag[n-1].id == id {
			bag[n-1].n++
		} else {
			bag = append(bag, count{id, 1})
		}
	}
	r.bag = bag
	s.bag = r.counts.keep(bag)
	s.class = r.classOf(s, hash)
}

// classOf numbers the tokens of a sentence.
func (r *reader) classOf(s *sent, hash uint64) int32 {
	for ; ; hash++ {
		c, ok := r.byHash[hash]
		if !ok {
			c = int32(len(r.classes))
			r.classes = append(r.classes, s)
			r.byHash[hash] = c
			return c
		}
		if slices.EqualFunc(s.tokens, r.classes[c].tokens, func(p, q token) bool { return p.id == q.id }) {
			return c
		}
	}
}

// sampleOf is how many of the sentences that stand on both sides, letter for
// letter, are read for the frequency of words: all of an article, enough of a
// book.
const sampleOf = 400

// weigh computes the inverse document frequency of the tokens that were read, a
// document being a sentence of either side. Of a long text that hardly changed,
// a sample of the unchanged sentences stands for all of them.
func (a *aligner) weigh(r *reader) {
	var both []*sent // not read: their mates are the same
	for k := range a.old {
		if s := &a.old[k]; s.tokens == nil {
			both = append(both, s)
		}
	}
	step := 1 + len(both)/sampleOf
	var rarity []int
	see := func(s *sent, n int) {
		for len(rarity) < len(a.voc.forms) {
			rarity = append(rarity, 0)
		}
		for _, c := range s.bag {
			rarity[c.id] += n
		}
	}
	for _, side := range [][]sent{a.old, a.new} {
		for k := range side {
			see(&side[k], 1)
		}
	}
	for k := 0; k < len(both); k += step {
		r.read(both[k])
		see(both[k], 2*step)
	}
	n := float64(len(a.old) + len(a.new))
	a.idf = make([]float32, len(rarity))
	for id := range a.idf {
		if rarity[id] == 0 {
			continue
		}
		a.idf[id] = float32(math.Log(1 + n/float64(rarity[id])))
		if a.voc.forms[id].stop {
			a.idf[id] *= tuning.stopFactor
		}
	}
	for _, side := range [][]sent{a.old, a.new} {
		for k := range side {
			s := &side[k]
			for _, c := range s.bag {
				s.weight += a.idf[c.id] * float32(c.n)
			}
		}
	}
}
