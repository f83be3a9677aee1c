package extract

import "strings"

// Numbers that stand for a toll told just before, without the noun: "14 dead, then of
// 23", "by Sunday the count was 27", "the wounded went to the hospital, which took 52
// of them".

// laters say that a number followed another: of the same thing.
var laters = set(`then later afterwards subsequently eventually finally`)

// thens reads "spoke of 14 dead, then of 23".
func (r *figureReader) thens() {
	ln := r.ln
	for x := range ln.nums {
		n := &ln.nums[x]
		if r.used[x] != "" || ln.roles[x] != counting || n.fraction || n.vague || !ln.closes(n.b) {
			continue
		}
		k := n.a - 1
		if l := ln.low(k); l == "of" || l == "to" || l == "at" {
			k--
		}
		if !laters[ln.low(k)] {
			continue
		}
		for k--; ln.low(k) == "," || ln.low(k) == "and" || ln.low(k) == "but"; k-- {
		}
		h := r.hostBefore(n.a)
		if h < 0 || r.found[h].b != k+1 || r.found[h].implied {
			continue
		}
		f := r.found[h]
		f.counted = counted{rng: n.rng, value: n.lo, num: x, a: n.a, b: n.b, population: f.population}
		f.previous, f.before, f.event = nil, 0, f.event+1
		r.event++
		r.used[x] = f.outcome
		r.found = append(r.found, f)
	}
}

// closes reports that a clause ends before word k.
func (ln *line) closes(k int) bool {
	switch ln.low(k) {
	case "", ".", ",", ";", "and", "but", "!", "?":
		return true
	}
	return false
}

// counts are nouns that alone can stand for the toll of the sentence before.
var counts = set(`count tally toll`)

// countAgain reads at word i "the count was", "the tally now stands": a toll by its noun
// alone, after one told in the sentence before.
func (ln *line) countAgain(i int) bool {
	if !counts[ln.low(i)] || ln.low(i-1) != "the" && ln.low(i-1) != "that" && ln.low(i-1) != "its" && ln.low(i-1) != "official" {
		return false
	}
	k := i + 1
	for ; haveForms[ln.low(k)] || strings.HasPrefix(ln.tag(k), "RB"); k++ { // had by then
	}
	return beForms[ln.low(k)] || standVerbs[ln.low(k)]
}

// takenOf is the word that "them" means in "the wounded went to the hospital, which took
// 52 of them": a group of victims named earlier in the sentence.
func (ln *line) takenOf(n *number) (int, bool) {
	for k := n.a - 1; k > 0; k-- {
		if partOf[ln.low(k)] == "" || ln.low(k-1) != "the" && ln.low(k-1) != "those" || ln.beforeNoun(k) {
			continue
		}
		i := ln.chunkAtWord(k)
		return k, ln.chunks[i].b == k+1
	}
	return 0, false
}
