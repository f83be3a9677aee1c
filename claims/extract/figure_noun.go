package extract

import (
	"strings"

	"stet/claims"
)

// noun reads a noun phrase that tells an outcome itself: 12 dead, 12 deaths, no
// casualties, the killing of 12 people.
func (r *figureReader) noun(k int) {
	ln := r.ln
	c := &ln.chunks[k]
	t := c.trig
	if r.done(k) || r.hurtTo(k) {
		return
	}
	if j := ln.ofEvent(k); t.frames&eventNoun != 0 && j >= 0 && c.num < 0 {
		if c.det == "no" || ln.kind(ln.skipLeft(k-1)) == chunkVerb && ln.chunks[ln.skipLeft(k-1)].negated {
			return
		}
		if ln.attempted(k) {
			return
		}
		r.add(ln.listOf(k, j), t, c.head, true, "event noun", 0.8, func(f *finding) { f.nominal = true })
		return
	}
	if t.frames&eventNoun != 0 && r.possessed(k) {
		return
	}
	if ln.low(c.head) == "bodies" || ln.low(c.head) == "body" || ln.low(c.head) == "corpses" || ln.low(c.head) == "corpse" || ln.low(c.head) == "lives" {
		r.bodies(k)
		return
	}
	if c.num >= 0 && r.used[c.num] == "" {
		n := &ln.nums[c.num]
		if t.frames == 0 {
			if w := n.b; w < c.b && triggerWords[ln.low(w)].frames&(state|verbObject) != 0 && triggerWords[ln.low(w)].frames&wounding == 0 && (ln.low(w) == "missing" || !strings.HasSuffix(ln.low(w), "ing")) {
				t, c = triggerWords[ln.low(w)], &chunk{a: c.a, b: c.b, num: c.num, head: w, main: w} // 12 dead soldiers
			}
		}
		if t.frames&(countNoun|state|verbObject) != 0 && t.frames&weakNoun == 0 && ln.roles[c.num] == counting && c.head >= n.b {
			r.add([]int{k}, t, c.head, false, "count noun", 0.85, nil)
			return
		}
		if t.frames == 0 && ln.roles[c.num] == counting && ln.low(c.b) == "in" && (ln.low(c.b+1) == "hospital" || ln.low(c.b+1) == "hospitals") {
			r.add([]int{k}, trigger{claims.Injured, state}, c.head, false, "in hospital", 0.6, nil)
			return
		}
		if t.frames == 0 && ln.roles[c.num] == counting && ln.leftWith(k) {
			r.add([]int{k}, trigger{claims.Injured, state}, c.head, false, "left with", 0.8, nil)
			return
		}
		if t.frames&weakNoun != 0 && !ln.freed(k) {
			r.add([]int{k}, t, c.head, false, "count noun", 0.6, nil)
		}
		return
	}
	if t.frames&(countNoun|eventNoun) == 0 || t.frames&weakNoun != 0 {
		return
	}
	if c.det == "no" || ln.low(c.a) == "no" || ln.noBefore(k) {
		r.event++
		r.found = append(r.found, finding{counted: counted{rng: claims.Just(0), num: -1, a: ln.noAt(k), b: c.b, zero: true, population: ln.adjective(c)}, outcome: t.outcome,
			sentence: ln.index, trigger: c.head, event: r.event, rule: "none", conf: 0.85})
		return
	}
	if ln.low(c.head) == "casualties" || ln.low(c.head) == "losses" || ln.low(c.head) == "deaths" || ln.low(c.head) == "injuries" || ln.low(c.head) == "fatalities" {
		r.losses(k)
	}
}

// leftWith reads "left dozens with burns".
func (ln *line) leftWith(k int) bool {
	c := &ln.chunks[k]
	v := ln.skipLeft(k - 1)
	if ln.low(c.b) != "with" || ln.kind(v) != chunkVerb {
		return false
	}
	switch ln.low(ln.chunks[v].main) {
	case "left", "leaving", "leaves", "leave":
		for w := c.b + 1; w < c.b+4; w++ {
			if injuryNouns[ln.low(w)] {
				return true
			}
		}
	}
	return false
}

// ofEvent is the noun phrase in "the murder of two men", "the killing on Friday
// night of two men", -1 if there is none.
func (ln *line) ofEvent(k int) int {
	j := k + 1
	for n := 0; n < 4; n++ {
		if ln.kind(j) == chunkPrep && ln.word0(j) == "of" && ln.kind(j+1) == chunkNoun {
			return j + 1
		}
		switch ln.kind(j) {
		case chunkOther:
			if ln.chunks[j].a >= len(ln.ws) || ln.dateAt[ln.chunks[j].a] == 0 && !ln.timeAhead(j) {
				return -1
			}
			j++
		case chunkPrep:
			if !ln.timeAhead(j) {
				return -1
			}
			j += 2
			if ln.kind(j-1) == chunkOther && ln.dateAt[ln.chunks[j-1].a] == 0 {
				j++ // during the · past week
			}
		default:
			return -1
		}
	}
	return -1
}

// attempted: an attempted murder killed nobody.
func (ln *line) attempted(k int) bool {
	c := &ln.chunks[k]
	for w := c.a; w < c.head; w++ {
		switch ln.low(w) {
		case "attempted", "failed", "foiled", "thwarted", "planned", "possible", "threatened", "frustrated":
			return true
		}
	}
	return false
}

// listOf collects the victims from chunk j on of the noun phrase k. If that is
// the subject of its clause, a verb after the list is its verb: "the bodies of
// Lind and Brandt were found".
func (ln *line) listOf(k, j int) []int {
	for i := k - 1; i >= 0 && k-i < 12; i-- {
		if ln.kind(i) == chunkVerb {
			return ln.listRight(j)
		}
		if ln.kind(i) == chunkStop || ln.kind(i) == chunkThat {
			break
		}
	}
	return ln.listFrom(j, false)
}

// timeAhead reports that the chunk after j is a date or a part of a day.
func (ln *line) timeAhead(j int) bool {
	if j+1 >= len(ln.chunks) {
		return false
	}
	c := &ln.chunks[j+1]
	if ln.dateAt[c.a] > 0 || ln.tag(c.a) == "DT" && c.a+1 < len(ln.ws) && ln.dateAt[c.a+1] > 0 {
		return true
	}
	return c.kind == chunkNoun && dayParts[ln.low(c.head)]
}

var dayParts = set(`morning afternoon evening night day week weekend month year hours days weeks months years dawn dusk`)

// possessed reads "the six priests' killing", "Lind's death".
func (r *figureReader) possessed(k int) bool {
	ln := r.ln
	c := &ln.chunks[k]
	pos := -1
	for w := c.a; w < c.head; w++ {
		if ln.tag(w) == "POS" {
			pos = w
		}
	}
	if pos < 0 || c.num >= 0 && (r.used[c.num] != "" || ln.roles[c.num] != counting) {
		return false
	}
	owner := chunk{kind: chunkNoun, a: c.a, b: pos, head: pos - 1, num: c.num, det: c.det, main: -1}
	ln.describe(&owner, true)
	saved := ln.chunks[k]
	ln.chunks[k] = owner
	n := r.add([]int{k}, saved.trig, saved.head, true, "event noun", 0.7, func(f *finding) { f.nominal = true })
	ln.chunks[k] = saved
	return n > 0
}

// adjective of "civilian casualties" is the population.
func (ln *line) adjective(c *chunk) string {
	if c.head > c.a && people[ln.low(c.head-1)] {
		return ln.low(c.head - 1)
	}
	return ""
}

// noBefore: no reports of casualties, without casualties, no immediate word on.
func (ln *line) noBefore(k int) bool { return ln.noAt(k) < ln.chunks[k].a }

func (ln *line) noAt(k int) int {
	a := ln.chunks[k].a
	for w := a - 1; w >= 0 && w > a-7; w-- {
		switch ln.low(w) {
		case "no":
			if ln.low(w+1) == "reports" || ln.low(w+1) == "report" || ln.low(w+1) == "immediate" || ln.low(w+1) == "word" || w == a-1 {
				return w
			}
		case "without":
			if w >= a-2 {
				return w
			}
		case "any":
			if p := ln.low(w - 1); p == "not" || p == "n't" || p == "without" {
				return w
			}
			for v := w - 1; v > w-5 && v >= 0; v-- {
				if l := ln.low(v); l == "not" || l == "n't" || l == "no" || l == "without" || l == "never" {
					return v
				}
			}
		}
	}
	return a
}

// losses: put their losses at five.
func (r *figureReader) losses(k int) {
	ln := r.ln
	c := &ln.chunks[k]
	j := ln.skipRight(k + 1)
	if ln.kind(j) != chunkPrep || ln.word0(j) != "at" && ln.word0(j) != "as" {
		return
	}
	n := ln.skipRight(j + 1)
	if ln.kind(n) != chunkNoun || ln.chunks[n].num < 0 {
		return
	}
	t := c.trig
	if ln.low(c.head) == "losses" {
		t.outcome = claims.Killed
	}
	r.add([]int{n}, t, c.head, false, "toll", 0.7, func(f *finding) { f.toll = true })
}

// bodies: 12 bodies were found; the bodies of 12 people; claimed 12 lives.
func (r *figureReader) bodies(k int) {
	ln := r.ln
	c := &ln.chunks[k]
	if ln.countedTwice(c.b) {
		return
	}
	if ln.low(c.head) == "lives" {
		ok := false
		for w := c.a - 1; w >= 0 && w > c.a-8; w-- {
			switch ln.low(w) {
			case "claimed", "claiming", "claims", "claim", "lost", "cost", "took", "taking", "costing", "losing", "taken":
				ok = true
			}
		}
		for w := c.b; w < c.b+5; w++ {
			ok = ok || ln.low(w) == "lost"
		}
		if !ok {
			return
		}
	}
	if c.num >= 0 && r.used[c.num] == "" && ln.roles[c.num] == counting {
		n := &ln.nums[c.num]
		r.used[c.num] = claims.Killed
		r.event++
		r.found = append(r.found, finding{counted: counted{rng: n.rng, value: n.lo, num: c.num, a: min(c.a, n.a), b: c.b, additional: n.additional, population: "people"},
			outcome: claims.Killed, sentence: ln.index, trigger: c.head, event: r.event, rule: "bodies", conf: 0.75})
		return
	}
	if j := ln.of(k); j >= 0 {
		r.add(ln.listOf(k, j), c.trig, c.head, ln.low(c.head) != "lives", "bodies", 0.75, func(f *finding) { f.nominal = true })
	}
}

// countedTwice: bodies that were counted twice are a mistake in a toll, no toll.
func (ln *line) countedTwice(w int) bool {
	for k := w; k < w+5; k++ {
		if l := ln.low(k); l == "double-counted" || l == "counted" && (ln.low(k+1) == "twice" || ln.low(k+1) == "double" || ln.low(k-1) == "double") {
			return true
		}
	}
	return false
}

// freed: hostages who were released are no longer held.
func (ln *line) freed(k int) bool {
	for j := k + 1; j < len(ln.chunks) && j < k+4; j++ {
		if c := &ln.chunks[j]; c.kind == chunkVerb {
			switch ln.low(c.main) {
			case "freed", "released", "rescued", "saved", "returned", "escaped":
				return true
			}
		}
	}
	p := ln.skipLeft(k - 1)
	if ln.kind(p) == chunkVerb {
		switch ln.low(ln.chunks[p].main) {
		case "freed", "released", "rescued", "freeing", "releasing", "rescuing", "free", "release", "rescue", "saved":
			return true
		}
	}
	return false
}
