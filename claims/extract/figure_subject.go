package extract

import "strings"

// clauseSubject is the numbered noun phrase that begins the clause of the finite
// passive verb k, if only reduced clauses and relative ones stand between: "four
// men involved in the sale of arms to rebels led by Lind were arrested"; else -1.
func (ln *line) clauseSubject(k int) int {
	if c := &ln.chunks[k]; !c.aux || !c.passive {
		return -1
	}
	first := -1
	for i, n := k-1, 0; i >= 0 && n < maxWalk; i, n = i-1, n+1 {
		if kd := ln.kind(i); kd == chunkStop || kd == chunkThat {
			break
		}
		first = i
	}
	if first < 0 || ln.kind(first) != chunkNoun || ln.chunks[first].num < 0 || !ln.victimLike(first) {
		return -1
	}
	relative := false
	for i := first + 1; i < k; i++ {
		switch c := &ln.chunks[i]; c.kind {
		case chunkRel:
			relative = true
		case chunkVerb:
			if (c.aux || ln.tag(c.main) == "VBD" || c.trig.frames != 0) && !relative {
				return -1
			}
			relative = false
		}
	}
	return first
}

// reducedAfter: "of the 130 injured", "with two others hurt": the number just
// before a bare participle is its victim, whatever it depends on.
func (ln *line) reducedAfter(k int) int {
	c := &ln.chunks[k]
	p := ln.skipLeft(k - 1)
	if c.aux || c.b-c.a > 2 || c.trig.frames&(verbObject|state) == 0 || ln.word0(p-1) == "including" || ln.kind(p) != chunkNoun || ln.kind(p-1) != chunkPrep || ln.chunks[p].num < 0 && ln.word0(p-1) != "with" {
		return -1
	}
	if ln.partDid(k, p) {
		return -1
	}
	if _, ok := ln.count(p, true); !ok {
		return -1
	}
	return p
}

// partDid reports that the past tense at chunk k tells what a part of the noun phrase
// p did: "fourteen of the 20 passengers drowned", with no other verb in the clause.
func (ln *line) partDid(k, p int) bool {
	c := &ln.chunks[k]
	if ln.tag(c.main) == "VBN" && !c.simplePast(ln) || p < 2 || ln.word0(p-1) != "of" || ln.kind(p-2) != chunkNoun || ln.chunks[p-2].num < 0 {
		return false
	}
	for i := p - 3; i >= 0 && ln.kind(i) != chunkStop && ln.kind(i) != chunkThat && ln.kind(i) != chunkComma; i-- {
		if ln.kind(i) == chunkVerb {
			return false // freed six of the 40 trapped
		}
	}
	for i := k + 1; i < len(ln.chunks); i++ {
		switch v := &ln.chunks[i]; v.kind {
		case chunkVerb:
			if v.aux || ln.tag(v.main) == "VBD" || ln.tag(v.main) == "VBZ" || ln.tag(v.main) == "VBP" {
				return false
			}
		case chunkStop, chunkThat, chunkRel, chunkComma, chunkAnd:
			return true
		}
	}
	return true
}

// simplePast reports a verb that takes no object: its bare form in -ed is no passive
// participle whatever the tagger says.
func (c *chunk) simplePast(ln *line) bool {
	return c.trig.frames&verbSubject != 0 && !strings.HasSuffix(ln.low(c.main), "ing")
}
