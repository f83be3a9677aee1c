package match

import (
	"slices"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// addedUp adds the figures of the claim's outcome that the passage tells one by
// one, where none of them is the claim's number and together they are: "a dozen
// died on the spot and two more on the way to hospital" for a claim of 14. best is
// the figure chosen so far.
func (s *scene) addedUp(fs []comparedFigure, best *comparedFigure, all []word) (comparedFigure, bool) {
	want := nominal(s.claim.Range)
	if best != nil && best.outcome && best.Range.Equal(claims.Just(want-1)) && s.withCulprit(all) {
		out := *best
		out.sum, out.Range, out.number, out.overlap, out.equal = true, claims.Just(want), true, s.claim.Range.Overlaps(claims.Just(want)), s.claim.Range.Equal(claims.Just(want))
		out.Population, out.pop = "people", agrees
		return out, true
	}
	if best == nil || want < leastTelling || best.outcome && (best.number || best.place == differs || best.cause == differs || best.window == differs) {
		return comparedFigure{}, false
	}
	var parts []*comparedFigure
	total := claims.Just(0)
	for i := range fs {
		f := &fs[i]
		if !f.outcome || f.past || f.sum || f.Subset || f.loose || f.Cumulative || f.Range.NoMax || noFloor(f.Range) {
			continue
		}
		if f.place == differs || f.window == differs || f.cause == differs || f.pop == differs || len(parts) > 0 && !besides(parts[len(parts)-1], f) {
			return comparedFigure{}, false // which of them are meant cannot be told
		}
		parts = append(parts, f)
		total.Min, total.Max = total.Min+f.Range.Min, total.Max+f.Range.Max
	}
	if len(parts) < 2 || total.Min != want || total.Max != want {
		return comparedFigure{}, false
	}
	out := *parts[0]
	out.sum, out.Range, out.span = true, total, source.Span{Start: parts[0].span.Start, End: parts[len(parts)-1].span.End}
	out.number, out.overlap, out.equal = true, s.claim.Range.Overlaps(total), s.claim.Range.Equal(total)
	out.Population, out.pop, out.weight = "people", agrees, out.weight+weighNumber
	return out, true
}

// moreWords say that a figure comes on top of others.
var moreWords = set("more another additional further others other new")

// markAdded marks the figures that a toll of their sentence takes in: "found four more
// bodies, bringing the death toll to 26".
func markAdded(d *extract.Doc, ts []tally) {
	for i := range ts {
		t := &ts[i]
		if t.thing || t.Cumulative || t.Subset || t.sum || t.loose {
			continue
		}
		own := cutWords(d.Text, source.Span{Start: t.span.Start, End: min(len(d.Text), t.span.End+len(" more"))}, 6)
		more := t.Additional || slices.ContainsFunc(own, func(w word) bool { return moreWords[w.norm] })
		for k := range ts {
			x := &ts[k]
			if k == i || x.thing || x.whole != t.whole || x.Outcome != t.Outcome || nominal(x.Range) <= nominal(t.Range) || !x.Cumulative && !x.loose {
				continue
			}
			t.added = t.added || x.span.Start > t.span.End && (more || x.Cumulative && !running(x.Window) && bringing(d.Text[t.span.End:x.span.Start])) || x.Cumulative && x.span.End < t.span.Start && afterWhich(d.Text[x.span.End:t.span.Start])
		}
	}
}

// bringing reports whether words lead from what was found to the toll it makes.
func bringing(between string) bool {
	return slices.ContainsFunc(cutWords(between, source.Span{End: len(between)}, maxClaimWords), func(w word) bool {
		switch w.norm {
		case "bringing", "brought", "taking", "raising", "pushing", "lifting":
			return true
		}
		return false
	})
}

// afterWhich reports whether the words between a toll and a number make the number
// what raised it: "has climbed to 19, after two passengers died of their injuries".
func afterWhich(between string) bool {
	const longest = 40 // bytes
	ws := cutWords(between, source.Span{End: len(between)}, lookAhead)
	return len(between) <= longest && slices.ContainsFunc(ws, func(w word) bool { return w.norm == "after" || w.norm == "when" || w.norm == "as" })
}

// besides reports whether a figure counts others than the one before: it says "two
// more", or nobody wrote its number, or both stand in one sentence.
func besides(a, b *comparedFigure) bool {
	return b.Additional || b.Implied || a.whole == b.whole
}

// culprits are those whom some reports count among the dead and some beside them.
var culprits = set("gunman shooter attacker assailant bomber suspect perpetrator knifeman driver pilot")

// withCulprit reports whether a claim says that it counts the one who did it
// ("including the gunman"), and the passage that he is dead too: "before police shot
// him dead".
func (s *scene) withCulprit(all []word) bool {
	says := false
	for i := 2; i < len(s.words); i++ {
		if culprits[s.words[i].norm] && (s.words[i-1].norm == "the" || s.words[i-1].norm == "a") && (s.words[i-2].norm == "including" || s.words[i-2].norm == "counting") {
			says = true
		}
	}
	if !says {
		return false
	}
	for i := 1; i < len(all); i++ {
		switch all[i].norm {
		case "himself", "herself":
			if outcomeWords[all[i-1].norm] == claims.Killed || all[i-1].norm == "shot" || all[i-1].norm == "up" {
				return true
			}
		case "him", "her":
			if all[i-1].norm == "killed" || all[i-1].norm == "shot" && i+1 < len(all) && all[i+1].norm == "dead" {
				return true
			}
		}
		if culprits[all[i].norm] {
			for _, w := range all[i+1 : min(len(all), i+5)] {
				if outcomeWords[w.norm] == claims.Killed && w.norm != "killing" && w.norm != "killings" {
					return all[i+1].norm != "killed" // "the gunman killed five"
				}
			}
		}
	}
	return false
}
