package diff

import (
	"math"
	"slices"
	"unicode/utf8"

	"stet/index/sentence"
	"stet/index/source"
)

// Align tells how the sentences of two texts correspond.
func Align(old, new source.Text) Alignment {
	return AlignSentences(old.Body, new.Body, sentence.Split(old.Body), sentence.Split(new.Body))
}

// AlignSentences is Align for sentences that are already known: ascending byte
// spans of the two texts that do not overlap. What lies between sentences is
// treated as white space. Texts that are not valid UTF-8 (see [Check]) give one
// row that replaces the whole text.
func AlignSentences(old, new string, oldSents, newSents []source.Span) Alignment {
	if !utf8.ValidString(old) || !utf8.ValidString(new) || !fitSentences(old, oldSents) || !fitSentences(new, newSents) {
		return wholesale(old, new)
	}
	a := newAligner(old, new, oldSents, newSents)
	a.exact()
	a.gaps()
	a.moves()
	a.splits()
	return a.alignment(old, new)
}

// fitSentences reports whether spans are what AlignSentences asks for.
func fitSentences(text string, spans []source.Span) bool {
	at := 0
	for _, s := range spans {
		if s.Start < at || !s.Fits(text) {
			return false
		}
		at = s.End
	}
	return len(text) <= math.MaxInt32
}

// wholesale is the alignment of texts that cannot be compared.
func wholesale(old, new string) Alignment {
	o, n := source.Span{End: len(old)}, source.Span{End: len(new)}
	switch {
	case old == new && old == "":
		return Alignment{}
	case old == new:
		return Alignment{[]Pair{{Op: Unchanged, Old: []source.Span{o}, New: []source.Span{n}}}}
	case old == "":
		return Alignment{[]Pair{{Op: Added, New: []source.Span{n}}}}
	case new == "":
		return Alignment{[]Pair{{Op: Deleted, Old: []source.Span{o}}}}
	}
	return Alignment{[]Pair{{Edited, []source.Span{o}, []source.Span{n}, []Edit{{Old: o, New: n}}}}}
}

// aligner holds two versions while their sentences are being paired. Sentences
// are numbered from 0 on each side; mates lists the numbers on the other side.
type aligner struct {
	voc      *vocabulary
	old, new []sent
	idf      []float32 // by token id
	rarity   []int32   // by token id: in how many sentences of both sides
	oldMates [][]int32
	newMates [][]int32
	anchors  []link // exact pairs that stay in place, ascending; sentinels at both ends
}

// link pairs old sentence i with new sentence j.
type link struct {
	i, j   int
	weight float32
}

func newAligner(old, new string, oldSents, newSents []source.Span) *aligner {
	a := &aligner{voc: newVocabulary(1024 + (len(old)+len(new))/64)}
	seen := make(map[string]known, len(oldSents))
	a.old = a.read(old, oldSents, seen)
	a.new = a.read(new, newSents, seen)
	a.weigh()
	a.oldMates = make([][]int32, len(a.old))
	a.newMates = make([][]int32, len(a.new))
	return a
}

// known is a sentence that was tokenised at base.
type known struct {
	base   int32
	tokens []token
}

// read tokenises the sentences of one side; the tokens of a sentence seen before
// are copied.
func (a *aligner) read(text string, spans []source.Span, seen map[string]known) []sent {
	out := make([]sent, len(spans))
	all := make([]token, 0, len(text)/5+8)
	starts := make([]int, len(spans)+1)
	for k, sp := range spans {
		starts[k] = len(all)
		raw := text[sp.Start:sp.End]
		if k, ok := seen[raw]; ok {
			shift := int32(sp.Start) - k.base
			for _, t := range k.tokens {
				t.start += shift
				t.end += shift
				all = append(all, t)
			}
			continue
		}
		all = a.voc.tokens(raw, sp.Start, all)
		seen[raw] = known{int32(sp.Start), all[starts[k]:len(all):len(all)]}
	}
	starts[len(spans)] = len(all)
	var ids []int32
	bags := make([]count, 0, len(all))
	for k, sp := range spans {
		s := &out[k]
		s.span, s.tokens = sp, all[starts[k]:starts[k+1]:starts[k+1]]
		ids = ids[:0]
		s.hash = 14695981039346656037
		for _, t := range s.tokens {
			s.hash = (s.hash ^ uint64(t.id)) * 1099511628211
			if t.class != Mark {
				ids = append(ids, t.id)
			}
		}
		s.size = len(ids)
		slices.Sort(ids)
		from := len(bags)
		for _, id := range ids {
			if n := len(bags); n > from && bags[n-1].id == id {
				bags[n-1].n++
			} else {
				bags = append(bags, count{id, 1})
			}
		}
		s.bag = bags[from:len(bags):len(bags)]
	}
	return out
}

// weigh computes the inverse document frequency of every token, a document
// being a sentence of either side.
func (a *aligner) weigh() {
	a.rarity = make([]int32, len(a.voc.forms))
	a.idf = make([]float32, len(a.voc.forms))
	for _, side := range [][]sent{a.old, a.new} {
		for k := range side {
			for _, c := range side[k].bag {
				a.rarity[c.id]++
			}
		}
	}
	n := float64(len(a.old) + len(a.new))
	for id := range a.idf {
		if a.rarity[id] == 0 {
			continue
		}
		a.idf[id] = float32(math.Log(1 + n/float64(a.rarity[id])))
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

func (a *aligner) link(i, j int) {
	a.oldMates[i] = append(a.oldMates[i], int32(j))
	a.newMates[j] = append(a.newMates[j], int32(i))
}

// exact pairs sentences with the same tokens: the common start and end of the
// texts, then what occurs once on each side. Of these, the heaviest ascending
// chain becomes the anchors; the others have moved.
func (a *aligner) exact() {
	lo, oldEnd, newEnd := 0, len(a.old), len(a.new)
	for lo < oldEnd && lo < newEnd && a.old[lo].same(&a.new[lo]) {
		a.link(lo, lo)
		lo++
	}
	for oldEnd > lo && newEnd > lo && a.old[oldEnd-1].same(&a.new[newEnd-1]) {
		oldEnd--
		newEnd--
		a.link(oldEnd, newEnd)
	}
	once := uniques(a.new, lo, newEnd)
	var found []link
	for h, i := range uniques(a.old, lo, oldEnd) {
		if i < 0 || a.old[i].size == 0 {
			continue
		}
		if j, ok := once[h]; ok && j >= 0 && a.old[i].same(&a.new[j]) {
			found = append(found, link{i, j, float32(len(a.old[i].tokens))})
		}
	}
	slices.SortFunc(found, func(x, y link) int { return x.i - y.i })
	a.anchors = append(a.anchors, link{lo - 1, lo - 1, 0})
	inPlace := heaviest(found)
	for k, l := range found {
		a.link(l.i, l.j)
		if inPlace[k] {
			a.anchors = append(a.anchors, l)
		}
	}
	a.anchors = append(a.anchors, link{oldEnd, newEnd, 0})
}

// uniques maps hashes to the only sentence that has them, or to -1.
func uniques(ss []sent, from, to int) map[uint64]int {
	m := make(map[uint64]int, to-from)
	for k := from; k < to; k++ {
		if _, ok := m[ss[k].hash]; ok {
			m[ss[k].hash] = -1
		} else {
			m[ss[k].hash] = k
		}
	}
	return m
}

// heaviest marks the links of a chain ascending in both i and j that has the
// greatest total weight. The links are sorted by i. O(n log n).
func heaviest(ls []link) []bool {
	in := make([]bool, len(ls))
	if len(ls) == 0 {
		return in
	}
	top := 0
	for _, l := range ls {
		top = max(top, l.j+1)
	}
	// best[k] of a Fenwick tree over j: the link that ends the heaviest chain.
	best := make([]int32, top+1)
	for k := range best {
		best[k] = -1
	}
	total := make([]float64, len(ls))
	prev := make([]int32, len(ls))
	put := func(k int) {
		for x := ls[k].j + 1; x <= top; x += x & -x {
			if b := best[x]; b < 0 || total[k] > total[b] {
				best[x] = int32(k)
			}
		}
	}
	last := 0
	for at := 0; at < len(ls); {
		end := at
		for ; end < len(ls) && ls[end].i == ls[at].i; end++ {
			k := end
			prev[k], total[k] = -1, float64(ls[k].weight)
			for x := ls[k].j; x > 0; x -= x & -x {
				if b := best[x]; b >= 0 && (prev[k] < 0 || total[b] > total[prev[k]]) {
					prev[k] = b
				}
			}
			if prev[k] >= 0 {
				total[k] += total[prev[k]]
			}
			if total[k] > total[last] {
				last = k
			}
		}
		for ; at < end; at++ { // links of one old sentence do not follow each other
			put(at)
		}
	}
	for k := int32(last); k >= 0; k = prev[k] {
		in[k] = true
	}
	return in
}
