package extract

import (
	"strings"

	"stet/claims"
)

// tollLeads are the words before the number that a toll has come to, and what
// they add to it.
var tollLeads = map[string]bound{"to": unbound, "at": unbound, "of": unbound, "reached": unbound, "reaching": unbound, "hit": unbound, "hits": unbound, "is": unbound, "was": unbound, "now": unbound,
	":": unbound, "as": unbound, "stood": unbound, "stands": unbound, "be": unbound, "totalled": unbound, "totaled": unbound, "than": unbound, "put": unbound,
	"past": moreThan, "above": moreThan, "topped": moreThan, "tops": moreThan, "topping": moreThan, "surpassed": moreThan, "surpasses": moreThan, "exceeded": moreThan, "exceeds": moreThan, "passed": moreThan,
	"passes": moreThan, "beyond": moreThan, "exceeding": moreThan, "over": moreThan}

// tollSubjects are the nouns after "number of" and "toll of", and before "toll".
var tollSubjects = map[string]claims.Outcome{"dead": claims.Killed, "deaths": claims.Killed, "fatalities": claims.Killed, "killed": claims.Killed, "death": claims.Killed, "body": claims.Killed,
	"injured": claims.Injured, "wounded": claims.Injured, "injuries": claims.Injured, "injury": claims.Injured, "missing": claims.Missing, "casualties": claims.Casualties, "casualty": claims.Casualties,
	"displaced": claims.Displaced, "arrests": claims.Detained, "arrested": claims.Detained, "detained": claims.Detained, "victims": claims.Casualties}

// maxToll is how far after a toll its number may stand, in words.
const maxToll = 24

// tolls reads "the death toll rose to 15 from 12", "the number of injured stood
// at 40", "put the toll at 12", "revised the toll from 58 down to 46".
func (r *figureReader) tolls() {
	ln := r.ln
	for i := range ln.ws {
		t, start, ok := ln.tollAt(i)
		if !ok && ln.countAgain(i) && r.lastAt == ln.index-1 && !r.last.implied {
			t, ok = r.last.outcome, true
			start = i + 1
		}
		if !ok && ln.again(i) {
			t, ok = r.meant()
			start = i + 1
		}
		if !ok {
			continue
		}
		to, from := -1, -1
		var does bound
		for x := range ln.nums {
			n := &ln.nums[x]
			if n.a < start || r.used[x] != "" || ln.roles[x] != counting || n.fraction {
				continue
			}
			if n.a > start+maxToll || ln.breakBetween(start, n.a) {
				break
			}
			lead := ln.tollLead(n.a)
			if lead == "from" {
				if from < 0 {
					from = x
				}
				continue
			}
			b, ok := tollLeads[lead]
			if !ok && n.a < n.from {
				_, ok = tollLeads[ln.low(n.a)] // exceeding 1,200
			}
			if ok && to < 0 {
				to, does = x, b
			}
		}
		if to < 0 && from < 0 {
			to, from = r.tollMoved(i)
		}
		if to < 0 && from < 0 {
			continue
		}
		r.toll(i, t, to, from, does)
	}
}

// tollAt recognises a toll at word i and returns its outcome and where to look
// for the number.
func (ln *line) tollAt(i int) (claims.Outcome, int, bool) {
	switch l := ln.low(i); l {
	case "toll", "tolls":
		if o, ok := tollSubjects[ln.low(i-1)]; ok {
			return o, i + 1, true
		}
		if ln.low(i+1) == "plaza" || ln.low(i+1) == "road" || ln.low(i+1) == "booth" {
			return "", 0, false
		}
		return claims.Killed, i + 1, true
	case "number", "total", "figure", "tally", "count":
		if l == "count" && ln.low(i-1) == "body" {
			return claims.Killed, i + 1, true
		}
		k := i + 1
		if ln.low(k) != "of" && ln.low(k) != "for" {
			return "", 0, false
		}
		for k++; k < i+7; k++ {
			if o, ok := tollSubjects[ln.low(k)]; ok {
				return o, k + 1, ln.startA[min(k, len(ln.startA)-1)] == 0
			}
			if ln.numAt[min(k, len(ln.numAt)-1)] > 0 {
				break
			}
		}
	}
	return "", 0, false
}

// standVerbs say where "it" stands, after a toll.
var standVerbs = set(`stood stands rose risen climbed reached fell`)

// again reads at word i "it" that stands for a toll told before: "gives it as 39",
// "it had stood at 29".
func (ln *line) again(i int) bool {
	if ln.low(i) != "it" || i+2 >= len(ln.ws) {
		return false
	}
	switch ln.low(i - 1) {
	case "put", "puts", "give", "gives", "gave", "given":
		return (ln.low(i+1) == "at" || ln.low(i+1) == "as") && ln.numAt[i+2] > 0
	}
	k := i + 1
	for ; haveForms[ln.low(k)] || strings.HasPrefix(ln.tag(k), "RB"); k++ { // had earlier
	}
	return standVerbs[ln.low(k)]
}

// meant is the outcome of the toll that "it" stands for: told before in the
// sentence, else in the sentence before.
func (r *figureReader) meant() (claims.Outcome, bool) {
	for k := len(r.found) - 1; k >= 0; k-- {
		if r.found[k].toll {
			return r.found[k].outcome, true
		}
	}
	return r.last.outcome, r.lastAt == r.ln.index-1 && r.last.toll
}

// tollMovers are the verbs that say what a toll was brought to before they name
// the toll: "lowered to 24 from 31 its count of people killed".
var tollMovers = set(`lowered lowers lowering raised raises raising revised revises revising cut cuts cutting reduced reduces reducing increased increases increasing corrected corrects correcting updated updates updating brought brings bringing`)

// maxTollWords is how many words of a toll's name may stand between its number
// and the noun: "its official count".
const maxTollWords = 4

// tollMoved looks left of the toll at word i for what it was brought to and from.
// Both are -1 if no verb of that kind stands before them.
func (r *figureReader) tollMoved(i int) (to, from int) {
	ln := r.ln
	to, from = -1, -1
	end := i
	for x := len(ln.nums) - 1; x >= 0; x-- {
		n := &ln.nums[x]
		if n.to > end {
			continue
		}
		lead := ln.tollLead(n.a)
		if r.used[x] != "" || ln.roles[x] != counting || end-n.to > maxTollWords || lead != "to" && lead != "from" {
			break
		}
		if lead == "to" {
			to = x
		} else {
			from = x
		}
		for end = n.a - 1; ln.low(end) != lead; end-- { // adverbs stand between
		}
	}
	if to < 0 || !tollMovers[ln.low(end-1)] {
		return -1, -1
	}
	return to, from
}

// tollLead is the word before a number, adverbs and "least" skipped.
func (ln *line) tollLead(a int) string {
	k := a - 1
	for k > 0 && (strings.HasPrefix(ln.tag(k), "RB") && ln.low(k) != "now" || ln.low(k) == "down" || ln.low(k) == "up" || ln.low(k) == "a" || ln.low(k) == "total") {
		k--
	}
	return ln.low(k)
}

func (ln *line) breakBetween(a, b int) bool {
	for k := a; k < b; k++ {
		if l := ln.low(k); l == ";" || l == "while" || l == "whereas" {
			return true
		}
	}
	return false
}

// toll records the number a toll has come to, and the one it came from.
func (r *figureReader) toll(i int, o claims.Outcome, to, from int, does bound) {
	ln := r.ln
	revised := false
	for k := max(0, i-8); k < min(len(ln.ws), i+12); k++ {
		switch ln.low(k) {
		case "revised", "lowered", "corrected", "downgraded", "reduced", "cut", "revise", "revising", "fell", "dropped":
			revised = true
		}
	}
	past := to < 0
	if past {
		to, from = from, -1
	}
	n := &ln.nums[to]
	r.used[to] = o
	r.event++
	c := counted{rng: n.rng, value: n.lo, num: to, a: n.a, b: n.b}
	if k := n.b; k < len(ln.ws) && people[ln.low(k)] {
		c.population, c.b = ln.low(k), k+1
	}
	if does == moreThan && n.rng.Mod == claims.Exact {
		c.rng = rangeOf(n.cardinal, moreThan)
		if c.a > 0 {
			c.a--
		}
	}
	subset := false
	if c.population == "" {
		c.population, subset = r.tollOf(i, min(i+7, n.a), o, n.lo)
	}
	f := finding{counted: c, outcome: o, sentence: ln.index, trigger: i, event: r.event, subset: subset, toll: true, revised: revised, rule: "toll", conf: 0.9, past: past}
	if from >= 0 {
		r.used[from] = o
		p := ln.nums[from].rng
		f.previous = &p
		if a := ln.nums[from].a; a > n.a && ln.low(a-2) == "up" || ln.low(a-2) == "down" {
			f.before = a
		}
	}
	r.found = append(r.found, f)
}

// subsets reads "including three children", "two of them", "four of the dead",
// "among them a nurse", "three seriously" of the figures before them, and "nine
// women were among the dead".
func (r *figureReader) subsets() {
	r.amongThe()
	r.ofTheDead()
	ln := r.ln
	for x := range ln.nums {
		n := &ln.nums[x]
		if r.used[x] != "" || ln.roles[x] != counting {
			continue
		}
		h, ok := r.host(n)
		of := ln.ofThem(n.to)
		if o, to := ln.ofThe(n.to); o != "" {
			h, ok, of = finding{outcome: o, trigger: n.from, event: r.event}, true, to
		}
		switch {
		case !ok, of == 0 && !ln.included(n.a, h.b) && !ln.gravely(n):
			continue
		}
		c := counted{rng: n.rng, value: n.lo, num: x, a: n.a, b: n.b}
		if n.fraction {
			if of == 0 || h.rng == (claims.Interval{}) {
				continue // one in three of the injured: of how many?
			}
			c.rng, c.value = share(n, h.rng), n.lo*h.value
		}
		if i := ln.chunkOf(n.from); i >= 0 {
			if w := ln.low(ln.chunks[i].head); of == 0 && things[w] || triggerWords[w].frames&countNoun != 0 && !people[w] {
				continue
			}
			c.population, c.b = ln.population(i), max(c.b, ln.chunks[i].b)
		}
		if of > 0 {
			c.b = of
			if k := c.b; people[ln.low(k)] {
				c.population, c.b = ln.low(k), k+1
			} else if w := lastWord(c.population); w == "them" || w == "whom" || triggerWords[w].frames != 0 {
				c.population = ""
			}
			if who, _ := ln.whom(c.b); c.population == "" && who != "" {
				c.population = who
			}
		}
		r.used[x] = h.outcome
		f := finding{counted: c, outcome: h.outcome, sentence: ln.index, trigger: h.trigger, event: h.event, subset: true, hedged: h.hedged, rule: "subset", conf: 0.8}
		if h.sentence != ln.index {
			f.trigger = n.from
		}
		if ln.low(ofEnd(of, n.to)) == "fatally" {
			f.outcome = claims.Killed
		}
		r.found = append(r.found, f)
	}
}

func ofEnd(of, to int) int { return max(of, to) }

// host is the figure that number n is a part of: the last one before it in the
// sentence, for "two of them" the last one of the sentence before.
func (r *figureReader) host(n *number) (finding, bool) {
	if h := r.hostBefore(n.a); h >= 0 {
		return r.found[h], true
	}
	if k, ok := r.ln.takenOf(n); ok && r.ln.ofThem(n.to) > 0 {
		return finding{outcome: partOf[r.ln.low(k)], sentence: r.ln.index, trigger: k, event: r.event}, true
	}
	if r.ln.ofThem(n.to) > 0 && r.lastAt == r.ln.index-1 {
		return r.last, true
	}
	return finding{}, false
}

// partOf are the nouns after "of the" and "among the" that name an outcome.
var partOf = map[string]claims.Outcome{"dead": claims.Killed, "killed": claims.Killed, "deaths": claims.Killed, "victims": claims.Killed, "fatalities": claims.Killed, "slain": claims.Killed, "wounded": claims.Injured, "injured": claims.Injured,
	"missing": claims.Missing, "arrested": claims.Detained, "detained": claims.Detained, "detainees": claims.Detained, "displaced": claims.Displaced, "kidnapped": claims.Kidnapped, "captured": claims.Captured, "casualties": claims.Casualties}

// ofThe reads "of the dead", "of those injured" at word k and returns the word
// after it.
func (ln *line) ofThe(k int) (claims.Outcome, int) {
	if d := ln.low(k + 1); ln.low(k) != "of" || d != "the" && d != "those" {
		return "", 0
	}
	k += 2
	if x := ln.numAt[min(k, len(ln.numAt)-1)]; k < len(ln.numAt) && x > 0 && ln.nums[x-1].from == k {
		k = ln.nums[x-1].to // of the 27 dead
	}
	if o := partOf[ln.low(k)]; o != "" && !ln.beforeNoun(k) {
		return o, k + 1
	}
	return "", 0
}

// amongThe reads "nine women and four children were among the dead".
func (r *figureReader) amongThe() {
	ln := r.ln
	for i := range ln.chunks {
		c := &ln.chunks[i]
		if c.kind != chunkPrep || ln.word0(i) != "among" || ln.low(c.b) != "the" && ln.low(c.b) != "those" {
			continue
		}
		o := partOf[ln.low(c.b+1)]
		v := ln.skipLeft(i - 1)
		if o == "" || ln.kind(v) != chunkVerb || !beForms[ln.low(ln.chunks[v].main)] {
			continue
		}
		list := ln.subject(v)
		for a, b := 0, len(list)-1; a < b; a, b = a+1, b-1 {
			list[a], list[b] = list[b], list[a]
		}
		r.add(list, trigger{o, state}, c.b+1, true, "subset", 0.8, func(f *finding) { f.subset = true })
	}
}

// gravely: "three seriously", "two fatally" after a comma.
func (ln *line) gravely(n *number) bool {
	switch ln.low(n.to) {
	case "seriously", "critically", "badly", "severely", "slightly", "gravely", "fatally", "lightly":
		return ln.low(n.a-1) == "," || ln.low(n.a-1) == "and"
	}
	return ln.ofThem(n.to) > 0
}

// hostBefore is the last figure that ends before word a and is no subset itself.
func (r *figureReader) hostBefore(a int) int {
	best := -1
	for i := range r.found {
		f := &r.found[i]
		if !f.subset && !f.zero && f.a < a && (best < 0 || r.found[best].a < f.a || r.found[best].a == f.a) {
			best = i
		}
	}
	return best
}

// ofThem returns the word after "of them", "of whom", 0 if it is not at word k.
func (ln *line) ofThem(k int) int {
	if ln.low(k) != "of" {
		return 0
	}
	switch ln.low(k + 1) {
	case "them", "whom", "those", "these":
		return k + 2
	}
	return 0
}

// included reports that word a is in a list opened by "including" or "among
// them" after word from.
func (ln *line) included(a, from int) bool {
	for k := a - 1; k >= from && k > a-20; k-- {
		switch ln.low(k) {
		case "including", "included", "includes", "include":
			return true
		case "them", "whom", "those":
			return ln.low(k-1) == "among" || ln.low(k-1) == "of" && k == a-1
		case ";", "while", "were", "was":
			return false
		}
	}
	return false
}

// chunkOf is the noun phrase that holds word w, -1 if none does.
func (ln *line) chunkOf(w int) int {
	for i := range ln.chunks {
		if c := &ln.chunks[i]; c.a <= w && w < c.b {
			if c.kind == chunkNoun {
				return i
			}
			return -1
		}
	}
	return -1
}

// share is a part of a range: nearly half of up to 40 is below 20.
func share(n *number, of claims.Interval) claims.Interval {
	out := claims.Interval{Min: n.lo * of.Min, Max: n.lo * of.Max, NoMax: of.NoMax, MinOpen: of.MinOpen, MaxOpen: of.MaxOpen || n.rng.MaxOpen, Mod: n.rng.Mod}
	if n.rng.MaxOpen {
		out.Min = 0
		if of.Min > 0 {
			out.Min = n.rng.Min * of.Min
		}
	}
	if of.Mod == claims.AtMost {
		out.Mod = claims.LessThan
	}
	return out
}
