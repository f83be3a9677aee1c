package extract

import (
	"stet/claims"
)

// Totals answers "how many in this report" for a text that reports one
// incident, by outcome; outcomes that are not told of are absent. A single victim
// without a number counts as one; subsets, background and repeated mentions do
// not count twice.
func (d *Doc) Totals() map[claims.Outcome]float64 {
	out := map[claims.Outcome]float64{}
	for _, o := range claims.Outcomes {
		if v, ok := totalOf(d.Figures(), o); ok {
			out[o] = v
		}
	}
	return out
}

// totalOf adds up the figures of one trigger, then takes the largest of the
// triggers: later sentences mostly tell the same victims again. Background ("wanted
// for the killing of two", "the blast that killed two") counts only if nothing
// else is news.
func totalOf(figs []Figure, o claims.Outcome) (float64, bool) {
	news := false
	for i := range figs {
		news = news || !figs[i].background && !figs[i].past
	}
	best, more, told := 0.0, 0.0, false
	sum, event, sentence := 0.0, -1, -1
	for i := range figs {
		f := &figs[i]
		if f.Outcome != o {
			continue
		}
		told = true
		if f.Subset || f.past || f.background && news && f.Rule != "bodies" {
			continue
		}
		if f.also && best > 0 && !f.Definite {
			more += f.atLeast()
			continue
		}
		if f.event != event && (!f.Additional || f.Sentence.Start != sentence) {
			sum = 0
		}
		event, sentence = f.event, f.Sentence.Start
		sum += f.atLeast()
		best = max(best, sum)
	}
	return best + more, told
}

// atLeast is the number a figure vouches for.
func (f *Figure) atLeast() float64 {
	if f.Range.Mod == claims.AtMost || f.Range.Mod == claims.LessThan {
		return f.Range.Max
	}
	return f.Value
}
