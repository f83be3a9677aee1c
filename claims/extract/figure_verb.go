package extract

import (
	"strings"

	"stet/claims"
)

// alsoNear: "was also killed", "also died" tell of more victims.
func (ln *line) alsoNear(word int) bool {
	for w := max(0, word-4); w < min(len(ln.ws), word+2); w++ {
		if l := ln.low(w); l == "also" || l == "too" {
			return true
		}
	}
	return false
}

// pluralVerb: "the driver and cleaner were" are two.
func (ln *line) pluralVerb(word int) bool {
	for w := word - 1; w >= 0 && w > word-5; w-- {
		switch ln.low(w) {
		case "were", "are", "have":
			return true
		}
	}
	return false
}

// verb reads the victims of an outcome verb or state.
func (r *figureReader) verb(k int) {
	ln := r.ln
	c := &ln.chunks[k]
	t := c.trig
	if o, _ := ln.ofThe(c.main - 2); o != "" {
		return // "two of the wounded died" wounds nobody
	}
	if t.frames&wounding != 0 {
		t.outcome = ln.shotOutcome(c)
		if t.outcome == "" || strings.HasPrefix(ln.tag(c.main), "NN") && !ln.anyCountable(ln.objects(k)) {
			return
		}
	}
	skip, hedged := ln.modality(k)
	if skip || c.b-1 > c.main && ln.low(c.b-1) == "off" && c.trig.outcome == claims.Killed {
		return
	}
	background := ln.background(k)
	relative := ln.inRelative(k)
	mark := func(f *finding) { f.hedged, f.nominal, f.relative = hedged || ln.hedgedNear(k), background, relative }
	if r.inverted(k, t, mark) {
		return
	}
	passive, pass := ln.isPassive(k)
	negated := c.negated
	if passive || pass {
		r.leftSide(k, t, negated, mark)
		return
	}
	if t.frames&verbObject != 0 {
		if o := ln.objectRelative(k); o >= 0 && !negated {
			if r.add([]int{o}, t, c.main, false, "object", 0.8, mark) > 0 {
				return
			}
		}
		if list := ln.objects(k); len(list) > 0 && !negated {
			if r.add(list, t, c.main, true, "object", 0.9, mark) > 0 {
				return
			}
			if _, ok := ln.count(list[0], true); ok || !ln.reduced(k) && t.frames&verbSubject == 0 {
				return
			}
		}
		if strings.HasSuffix(ln.low(c.main), "ing") && !c.aux {
			return
		}
		if !ln.reduced(k) && t.frames&verbSubject == 0 {
			return
		}
	}
	r.leftSide(k, t, negated, mark)
}

// background: "accused of killing two", "wanted for kidnapping" tell of another
// event than the one reported.
func (ln *line) background(k int) bool {
	if !strings.HasSuffix(ln.low(ln.chunks[k].main), "ing") {
		return false
	}
	p := k - 1
	if ln.kind(p) != chunkPrep {
		return false
	}
	switch ln.word0(p) {
	case "of", "for", "in", "with", "about":
		return true
	}
	return false
}

// leftSide takes the subject of a passive or intransitive outcome.
func (r *figureReader) leftSide(k int, t trigger, negated bool, mark func(*finding)) {
	ln := r.ln
	c := &ln.chunks[k]
	list := ln.subject(k)
	if g := ln.reducedAfter(k); g >= 0 {
		list, _ = ln.listLeft(g)
	} else if g := ln.clauseSubject(k); g >= 0 && !ln.anyCountable(list) {
		list = []int{g}
	}
	if len(list) == 0 {
		return
	}
	if negated {
		return
	}
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	list = append(list, ln.alongWith(k)...)
	loose := t.frames&(verbObject|verbSubject) != 0 || ln.chunks[k].aux || ln.passer(k)
	n := r.add(list, t, c.main, loose, "subject", 0.9, mark)
	if n > 0 && !ln.chunks[k].negated && r.found[len(r.found)-1].num >= 0 {
		r.gapped(k, t, mark)
	}
	if n == 0 && len(list) == 1 {
		if j := ln.of(list[0]); j >= 0 {
			if n := ln.chunks[list[0]]; groupNouns[ln.low(n.head)] {
				r.add([]int{j}, t, c.main, false, "subject", 0.8, mark)
			}
		}
	}
}

// alongWith: was arrested near his home along with six others.
func (ln *line) alongWith(k int) []int {
	for j, n := ln.skipRight(k+1), 0; n < 10; j, n = ln.skipRight(j+1), n+1 {
		switch ln.kind(j) {
		case chunkPrep, chunkNoun, chunkComma:
		case chunkAnd:
			if i := ln.skipRight(j + 1); ln.chunks[j].b-ln.chunks[j].a == 2 && ln.low(ln.chunks[j].a) != "as" && ln.kind(i) == chunkNoun && !ln.newClause(i) {
				return ln.listRight(i)
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

func (ln *line) anyCountable(list []int) bool {
	for _, i := range list {
		if _, ok := ln.count(i, false); ok {
			return true
		}
	}
	return false
}

// shotOutcome tells shot dead from shot and wounded; "" if shot is something else.
func (ln *line) shotOutcome(c *chunk) claims.Outcome {
	n := ln.low(c.main + 1)
	switch {
	case n == "dead" || n == "to" && ln.low(c.main+2) == "death" || n == "down" || n == "and" && strings.HasPrefix(ln.low(c.main+2), "kill"):
		return claims.Killed
	case n == "at" || n == "into" || n == "up" || n == "off" || n == "toward" || n == "towards" || n == "through" || n == "back":
		return ""
	}
	for k := c.main + 1; k < len(ln.ws) && k < c.main+8; k++ {
		if l := ln.low(k); l == "dead" || l == "death" && ln.low(k-1) == "to" {
			return claims.Killed
		} else if l == "," || l == "." || l == "and" {
			break
		}
	}
	return claims.Injured
}

// modality says whether a verb tells of something that did not happen (an
// intention, a threat, a condition) or is only feared.
func (ln *line) modality(k int) (skip, hedged bool) {
	c := &ln.chunks[k]
	hedged = c.hedged
	if l := ln.low(c.main - 1); (l == "nearly" || l == "almost") && !strings.HasSuffix(ln.low(c.main), "ing") {
		return true, false // nearly killed
	}
	switch {
	case c.modal != "" && hedgeModals[c.modal]:
		have := false
		for w := c.a; w < c.main; w++ {
			have = have || ln.low(w) == "have" || ln.low(w) == "be"
		}
		if !have {
			return true, false
		}
		hedged = true
	case c.modal != "" && c.modal != "can":
		for w := c.a; w < c.main; w++ {
			if ln.low(w) == "have" {
				return c.modal == "would", true
			}
		}
		return true, false
	}
	if c.inf {
		p := ln.skipLeft(k - 1)
		if ln.kind(p) == chunkVerb && (hedges[ln.low(ln.chunks[p].main)] || reportedInfinitive[ln.low(ln.chunks[p].main)]) {
			return false, true
		}
		for w := c.a; w < c.main; w++ {
			if ln.low(w) == "have" {
				return false, true
			}
		}
		if q := ln.skipLeft(p - 1); ln.kind(p) == chunkNoun && ln.kind(q) == chunkVerb && forcers[ln.low(ln.chunks[q].main)] {
			return false, false // forced 2,000 people to flee
		}
		if ln.kind(p) == chunkVerb && (ln.low(ln.chunks[p].main) == "forced" || ln.low(ln.chunks[p].main) == "managed" || ln.low(ln.chunks[p].main) == "continued") || ln.low(c.a-1) == "first" || ln.low(c.a-1) == "second" || ln.low(c.a-1) == "latest" || ln.low(c.a-1) == "third" {
			return false, false
		}
		return true, false
	}
	if p := ln.skipLeft(k - 1); ln.kind(p) == chunkVerb && hedges[ln.low(ln.chunks[p].main)] {
		hedged = true
	}
	return false, hedged
}

var forcers = set(`force forces forced forcing compelled compelling prompted prompting drove driving obliged led caused causing ordered pushed pushing`)

var reportedInfinitive = set(`said reported claimed known confirmed understood estimated`)

// hedgedNear looks for "feared", "reportedly" in the verb's neighbourhood.
func (ln *line) hedgedNear(k int) bool {
	c := &ln.chunks[k]
	for w := max(0, c.a-2); w < min(len(ln.ws), c.b+1); w++ {
		if hedges[ln.low(w)] {
			return true
		}
	}
	return false
}

// isPassive reports a passive verb group; pass a bare participle whose subject
// is handed on: were found dead, are feared trapped, was shot dead.
func (ln *line) isPassive(k int) (passive, pass bool) {
	c := &ln.chunks[k]
	if c.trig.frames&verbSubject != 0 && c.trig.frames&verbObject == 0 {
		return true, false
	}
	if c.trig.frames&(verbObject) == 0 { // a state
		return true, false
	}
	if strings.HasSuffix(ln.low(c.main), "ing") && ln.low(c.main-1) != "being" {
		return false, false
	}
	if c.passive {
		return true, false
	}
	return false, !c.aux && ln.passer(k) && ln.tag(c.main) != "VBG"
}

func (ln *line) passer(k int) bool {
	p := ln.skipLeft(k - 1)
	for ln.kind(p) == chunkAnd && ln.kind(ln.skipLeft(p-1)) == chunkVerb {
		p = ln.skipLeft(p - 1)
	}
	if ln.kind(p) != chunkVerb {
		return false
	}
	v := &ln.chunks[p]
	return v.passive && (passers[ln.low(v.main)] || v.trig.frames != 0 || v.main == v.b-1 && beForms[ln.low(v.main)]) || passers[ln.low(v.main)] && v.trig.frames&verbObject == 0
}

// reduced decides that a participle without auxiliary is passive: "12 people
// killed in the blast", "and another injured".
func (ln *line) reduced(k int) bool {
	c := &ln.chunks[k]
	if c.aux && !c.passive || strings.HasSuffix(ln.low(c.main), "ing") || strings.HasSuffix(ln.low(c.main), "s") {
		return false
	}
	j := ln.skipRight(k + 1)
	switch ln.kind(j) {
	case chunkNoun:
		_, ok := ln.count(j, true)
		return !ok && ln.dateAt[ln.chunks[j].a] > 0
	}
	return true
}
