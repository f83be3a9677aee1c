package extract

import "stet/claims"

// together makes one figure of casualties of a number that two outcomes share:
// "40 people were killed or injured", "83 dead and wounded". Of such a number
// nobody can say how many died, so it is neither a count of the killed nor one of
// the injured.
func (r *figureReader) together() {
	for w := range r.ln.ws {
		first, second, ok := r.ln.hurtPair(w)
		if !ok {
			continue
		}
		at := -1
		for k := 0; k < len(r.found); k++ {
			f := &r.found[k]
			switch {
			case !r.ln.shares(f, first, second):
			case at >= 0 && r.found[at].num == f.num:
				r.found = append(r.found[:k], r.found[k+1:]...)
				k--
			default:
				if triggerWords[lastWord(f.population)].frames&state != 0 {
					f.population = "" // 83 dead
				}
				f.outcome, at = claims.Casualties, k
				r.used[f.num] = claims.Casualties
			}
		}
	}
}

// shares reports that a figure is told by the two outcomes at words first and
// second: by either of them, or by a toll of both, "the number of dead and wounded
// rose to 83". A subject's number is the first's alone where another number follows
// the second: "two were killed and injured five others".
func (ln *line) shares(f *finding, first, second int) bool {
	if f.num < 0 || ln.nums[f.num].rng.Equal(claims.Just(0)) || f.outcome != claims.Killed && f.outcome != claims.Injured {
		return false // none killed or injured is none of either
	}
	for w := second + 1; w < f.a; w++ {
		if l := ln.low(w); l == "," || l == "but" || l == ";" {
			return false // a clause of its own
		}
	}
	if f.trigger != first && f.trigger != second {
		return f.toll && second < f.a && triggerWords[ln.low(f.trigger)].frames&(verbObject|state|countNoun) == 0 && (ln.low(first-1) == "of" || ln.low(first-2) == "of")
	}
	own := int32(0)
	if second+1 < len(ln.ws) {
		own = ln.startA[second+1]
	}
	return own == 0 || ln.roles[own-1] != counting || ln.nums[f.num].a > first
}

// hurtPair reads "killed and injured", "injured or killed", "dead and/or wounded",
// "killed or seriously injured" at word w: one outcome of each kind and nothing but the
// conjunction, and how badly, between them.
func (ln *line) hurtPair(w int) (first, second int, ok bool) {
	and := w + 1
	if l := ln.low(and); l != "and" && l != "or" && l != "&" && l != "and/or" {
		return 0, 0, false
	}
	second = and + 1
	if ln.low(and) == "and" && (ln.low(and+1) == "/" && ln.low(and+2) == "or" || ln.low(and+1) == "or") {
		second = and + 2
		if ln.low(and+1) == "/" {
			second++
		}
	}
	if howBadly[ln.low(second)] {
		second++
	}
	a, b := ln.fate(w), ln.fate(second)
	return w, second, a != "" && b != "" && a != b
}

// howBadly are the adverbs that stand before the second outcome of a pair.
var howBadly = set("seriously badly severely critically gravely grievously slightly lightly even otherwise")

// fate is killed or injured where word w says plainly that somebody was either: not
// what merely may have wounded or killed ("shot and killed"), nor who died of it
// later ("injured and died").
func (ln *line) fate(w int) claims.Outcome {
	t := triggerWords[ln.low(w)]
	if t.outcome != claims.Killed && t.outcome != claims.Injured || t.frames&(wounding|assault) != 0 || t.frames&(verbObject|state) == 0 {
		return ""
	}
	return t.outcome
}
