package extract

import (
	"strings"

	"stet/claims"
)

// Who a part of the victims were, told by the predicate: "six of the dead were
// children", "of the 27 dead, 6 were children and 19 women".

// ages are the people of one age or sex: a number of them among victims is a part of
// all, wherever it is told.
var ages = set(`child children minor minors baby babies infant infants toddler toddlers girl girls boy boys teenager teenagers schoolchildren pupil pupils woman women man men`)

// whom is the people that a form of be at word k says somebody was, "" if it does not:
// "were children", "were all police officers".
func (ln *line) whom(k int) (string, int) {
	if !beForms[ln.low(k)] {
		return "", 0
	}
	for k++; strings.HasPrefix(ln.tag(k), "RB") || ln.low(k) == "all" || ln.low(k) == "both" || ln.low(k) == "found" && ln.low(k+1) == "to" || ln.low(k) == "to" && ln.low(k+1) == "be" || ln.low(k) == "be"; k++ {
	}
	i := ln.chunkOf(k)
	if i < 0 {
		return "", 0
	}
	c := &ln.chunks[i]
	if c.num >= 0 || c.det != "" || c.name || c.head < k || !isPerson(ln.low(c.head)) || singular(ln.low(c.head)) == ln.low(c.head) && !ages[ln.low(c.head)] || ln.tag(c.b) == "POS" || ln.low(c.b) == "or" {
		return "", 0
	}
	return ln.population(i), c.b
}

// ofTheDead reads "Of the 27 dead, 6 were children and 19 were women, two of them
// nurses": the figure that begins the sentence, and numbers of people after its comma.
func (r *figureReader) ofTheDead() {
	ln := r.ln
	if ln.low(0) != "of" || len(r.found) == 0 {
		return
	}
	h := r.hostBefore(ln.commaAfter(0))
	if h < 0 || r.found[h].a > 2 {
		return
	}
	host := r.found[h]
	for x := range ln.nums {
		n := &ln.nums[x]
		if n.a < host.b || r.used[x] != "" || ln.roles[x] != counting || n.fraction || n.lo > host.value {
			continue
		}
		c := counted{rng: n.rng, value: n.lo, num: x, a: n.a, b: n.b}
		who, to := ln.whom(n.to)
		if i := ln.chunkOf(n.from); who == "" && i >= 0 && len(r.found) > h+1 && ages[ln.low(ln.chunks[i].head)] && ln.chunks[i].trig.frames == 0 {
			who, to = ln.population(i), ln.chunks[i].b // and 19 women
		}
		if who == "" {
			return
		}
		c.population, c.b = who, max(c.b, to)
		r.used[x] = host.outcome
		r.found = append(r.found, finding{counted: c, outcome: host.outcome, sentence: ln.index, trigger: host.trigger, event: host.event, subset: true, hedged: host.hedged, rule: "subset", conf: 0.8})
	}
}

// commaAfter is the first comma after word k, the end of the sentence if there is none.
func (ln *line) commaAfter(k int) int {
	for k++; k < len(ln.ws) && ln.low(k) != ","; k++ {
	}
	return k
}

// tollOf is the people a toll counts, "the number of children killed", and whether
// they are a part of the victims told before.
func (r *figureReader) tollOf(from, to int, o claims.Outcome, value float64) (string, bool) {
	ln := r.ln
	for k := from; k < to; k++ {
		if i := ln.chunkOf(k); i >= 0 && ages[ln.low(ln.chunks[i].head)] && ln.chunks[i].a > from && ln.chunks[i].head < to {
			return ln.population(i), r.last.outcome == o && r.last.value > value
		}
	}
	return "", false
}
