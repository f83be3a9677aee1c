package toll

import (
	"fmt"
	"slices"
	"strings"

	"stet/claims"
	"stet/index/diff"
)

// fates finds the killed of one article who are the injured of another: the same number
// of the same people in the same sentence but for what became of them. "Two rescuers
// were killed when a cable snapped" beside "Two rescuers were hurt when a cable snapped".
// An article that tells both outcomes of such people knows the two apart.
func (j *judge) fates() {
	killed, injured := j.ofOutcome(claims.Killed), j.ofOutcome(claims.Injured)
	for _, k := range killed {
		for _, w := range injured {
			if k.Version.Article == w.Version.Article || nominal(k.Range) != nominal(w.Range) || nominal(k.Range) < 1 || k.Class != w.Class ||
				folded(k.Population) != folded(w.Population) || !sameAct(k, w) || toldBeside(k, injured) || toldBeside(w, killed) {
				continue
			}
			a, b := k, w
			if !a.Story && (b.Story || b.At.After(a.At)) {
				a, b = b, a
			}
			j.raise(RuleMixed, Alarm, fmt.Sprintf("%s %s and %s %s: the same people of the same event, with another outcome.", cite(a), a.Outcome, cite(b), b.Outcome), "", a, b)
		}
	}
}

// ofOutcome lists what the newest versions count of an outcome.
func (j *judge) ofOutcome(o claims.Outcome) []*Row {
	var out []*Row
	for i, g := range j.b.Groups {
		for _, r := range j.rows[i] {
			if g.Outcome == o && r.Standing == Stands {
				out = append(out, r)
			}
		}
	}
	return out
}

// toldBeside reports whether the version of a row has one of the others too, of the
// row's people or of anybody in its sentence.
func toldBeside(r *Row, others []*Row) bool {
	return slices.ContainsFunc(others, func(x *Row) bool {
		return x.Version == r.Version && (x.Class == r.Class || x.Sentence == r.Sentence)
	})
}

func folded(population string) string {
	return strings.TrimPrefix(strings.ToLower(strings.TrimSpace(population)), "the ")
}

const (
	leastShared = 3   // words that tell what happened: fewer are in any sentence of an event
	shareOfAct  = 0.7 // of the words of the shorter sentence
)

// sameAct reports whether the sentences of two rows tell one act.
func sameAct(a, b *Row) bool {
	x, y := actWords(a), actWords(b)
	n := 0
	for w := range x {
		if y[w] {
			n++
		}
	}
	return n >= leastShared && float64(n) >= shareOfAct*float64(min(len(x), len(y)))
}

// actWords are the words of a row's sentence that tell what happened, without those of
// the figure and its source.
func actWords(r *Row) map[string]bool {
	out := map[string]bool{}
	own := strings.ToLower(r.Words + " " + r.Attribution)
	for _, t := range diff.Tokens(r.Line) {
		if t.Class == diff.Word && len(t.Norm) > 3 && !idle[t.Norm] && !strings.Contains(own, t.Norm) {
			out[t.Norm] = true
		}
	}
	return out
}

// idle are words that tell nothing of an act, and those that only say what became of
// people.
var idle = set(`were was been have after when where which with that this said says told from near over into also
	killed died dead deaths hurt injured wounded injuries lost their lives life least more than about people persons`)
