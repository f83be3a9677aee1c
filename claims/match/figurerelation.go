package match

import (
	"math"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// relate gives the answer for the chosen figure.
func (s *scene) relate(f comparedFigure, d *extract.Doc, p Passage) Result {
	r := Result{Span: f.span, Score: max(0, min(1, f.weight/fullWeight))}
	r.Differences = s.differences(f, d)
	r.Relation = s.relation(f, d, p)
	if r.Relation == Unrelated {
		return Result{Relation: Unrelated, Score: r.Score / 2, Why: noFigure}
	}
	sortDifferences(r.Differences)
	r.Class, r.Suggest = figureClass[r.Relation], figureStance[r.Relation]
	r.Why = s.why(f, r, d)
	if no, ok := s.turnedRound(f, d); ok && (r.Relation == Agrees || r.Relation == Compatible) {
		r.turn(no)
	}
	return r
}

var figureClass = map[Relation]Class{Agrees: ClassAgreeing, Compatible: ClassCompatible, Outdated: ClassOutdated,
	Conflicts: ClassConflicting, NotComparable: ClassNotComparable, OtherThing: ClassNotComparable}

var figureStance = map[Relation]claims.Stance{Agrees: claims.Supports, Compatible: claims.Supports, Outdated: claims.Context,
	Conflicts: claims.Contradicts, NotComparable: claims.Context, OtherThing: claims.Context}

// relation decides, see doc.go.
func (s *scene) relation(f comparedFigure, d *extract.Doc, p Passage) Relation {
	elsewhere := f.place == differs || f.window == differs || f.cause == differs || f.stranger
	switch {
	case !f.outcome:
		if f.place == differs || f.cause == differs || f.stranger {
			return Unrelated
		}
		return NotComparable
	case elsewhere:
		return NotComparable
	case f.pop == differs, f.Subset && !f.sameDegree && !s.sameSubset(f, d), s.part(f, d), s.oneOfSum(f), f.added && !s.saysMore():
		return NotComparable
	case f.past:
		if f.overlap {
			return Outdated
		}
		return Conflicts
	case f.equal:
		return Agrees
	case f.overlap:
		return Compatible
	case s.claim.Window.Words == "" && f.Window.Words == "" && !p.Date.IsZero() && longAgo(p.Date, s.date) && !s.typed:
		return NotComparable // two reports months apart, and nothing says they are of one event
	case f.Previous != nil && f.Previous.Overlaps(s.claim.Range), !p.Date.IsZero() && !s.date.IsZero() && p.Date.After(s.date):
		return Outdated
	}
	return Conflicts
}

// sameSubset reports whether the claim counts the part of a total that the
// figure does: the children, or "four of them from Karsovia" as four Karsovians.
func (s *scene) sameSubset(f comparedFigure, d *extract.Doc) bool {
	claim, passage := readPopulation(s.claim.Population), readPopulation(f.Population)
	if claim.class == group && passage.class == group && claim.group == passage.group {
		return true
	}
	if s.claim.Subset && claim.class == everybody && f.overlap {
		return true // two parts of other sizes may be of other kinds
	}
	if f.fraction {
		return false
	}
	told := cutWords(s.claim.Words+" "+s.claim.Population, source.Span{End: len(s.claim.Words) + 1 + len(s.claim.Population)}, 16)
	rest := d.Text[f.span.Start:max(f.span.End, f.sentence.End)]
	if i := strings.IndexAny(rest[f.span.Len():], ",;."); i >= 0 {
		rest = rest[:f.span.Len()+i]
	}
	if s.partHere(rest[min(len(rest), f.span.Len()):]) {
		return true
	}
	shared := 0
	for _, w := range cutWords(rest, source.Span{End: len(rest)}, lookAhead) {
		if !w.stop() && !isNumber(w) && outcomeWords[w.norm] == "" && populations[w.norm] != "*" && holds(s.words, []word{w}) {
			shared++
		}
		if isNumber(w) && w.raw[0] >= '0' && w.raw[0] <= '9' && w.raw != claims.Number(nominal(s.claim.Range)) && holds(s.words, []word{w}) {
			return true // the 350 over 70
		}
		for _, x := range told {
			const stem = 5
			if !w.stop() && !isNumber(w) && len(w.fold) > stem && len(x.fold) > stem && w.fold[:stem] == x.fold[:stem] {
				return true
			}
		}
	}
	return shared >= 2 // "two of the victims were crushed by trees in Fairhaven"
}

// part reports whether the figure counts one group only and the claim everybody:
// "the army's figure includes soldiers only", or five soldiers against a larger
// number of people.
func (s *scene) part(f comparedFigure, d *extract.Doc) bool {
	claim, passage := readPopulation(s.claim.Population), readPopulation(f.Population)
	if claim.class == group {
		return false
	}
	if passage.class == group && !f.equal && !f.overlap {
		return !f.only
	}
	after := cutWords(d.Text, source.Span{Start: f.span.End, End: f.sentence.End}, lookAhead)
	for i, w := range after {
		if (w.norm == "only" || w.norm == "alone") && i > 0 && populations[after[i-1].norm] != "" && populations[after[i-1].norm] != "*" {
			return true
		}
	}
	return false
}

// oneOfSum reports whether a figure is one member of a list of different people, "three
// women and a police officer", "three dockers and a guard", while the claim counts
// people of any kind.
func (s *scene) oneOfSum(f comparedFigure) bool {
	claim := readPopulation(s.claim.Population)
	return f.member && f.number && claim.class == everybody && (claim.head != "" || strings.TrimSpace(s.claim.Population) == "") &&
		populations[readPopulation(f.Population).head] != "*"
}

// saysMore reports whether the claim itself counts what came on top: "four more".
func (s *scene) saysMore() bool {
	return s.claim.Additional || slices.ContainsFunc(s.words, func(w word) bool { return moreWords[w.norm] })
}

// far reports whether the claim only fits a figure because that has no upper
// end: "at least 12" allows any larger number, but twice as many is no support.
func (s *scene) far(i claims.Interval) bool {
	return i.NoMax && nominal(s.claim.Range) >= farTimes*i.Min
}

// farTimes: from here on a lower bound is no support for a number.
const farTimes = 1.5

// sameNumber looks for the claim's number counting another thing. Small numbers
// meet by chance.
func (s *scene) sameNumber(ts []tally, r Result, best *comparedFigure, all []word) (tally, bool) {
	n := nominal(s.claim.Range)
	far := best != nil && s.far(best.Range)
	roomOnly := best != nil && best.Range.NoMax && !best.number && n >= leastMeasure // "at least 16" leaves room for 22
	switch {
	case n < leastTelling, r.Relation == Agrees, r.Relation == Compatible && !far && !roomOnly, r.Relation == Outdated,
		r.Relation == NotComparable && best != nil && (best.number || best.overlap):
		return tally{}, false
	case n < leastStrange && !s.oneScene(all):
		return tally{}, false // four workers of another story
	}
	for _, t := range ts {
		if t.measure && (n < leastMeasure || s.names(t)) {
			continue // five hours; the 24 hours of the claim itself
		}
		if r.Relation == Compatible && !far && !countsSome(t) {
			continue // only people are taken for those of the claim
		}
		if t.thing && math.Abs(nominal(t.Range)) == n {
			return t, true
		}
	}
	return tally{}, false
}

// countsSome reports whether a thing's number counts people: 22 residents rescued.
func countsSome(t tally) bool {
	ws := cutWords(t.noun, source.Span{End: len(t.noun)}, maxClaimWords)
	return len(ws) > 0 && personNoun(ws[len(ws)-1].norm)
}

// names reports whether the claim itself has a measure of the passage: "in the past
// 24 hours".
func (s *scene) names(t tally) bool {
	m := cutWords(t.Words, source.Span{End: len(t.Words)}, 8)
	return len(m) > 1 && holds(s.words, m[len(m)-2:])
}

// another is the answer when the number counts something else.
func (s *scene) another(t tally, text string) Result {
	return otherThing(s.claim.Words, t.span, t.sentence, text)
}

// otherThing is the answer for a claim's number that counts something else at a
// place of a text.
func otherThing(claim string, span, sentence source.Span, text string) Result {
	r := Result{Relation: OtherThing, Class: figureClass[OtherThing], Suggest: figureStance[OtherThing], Span: span, Score: 0.5}
	words := span.Of(text)
	r.Differences = []Difference{{Kind: DiffCounted, Claim: claim, Passage: words, PassageSpan: span}}
	r.Why = "The same number counts something else in the passage: " + cite(inContext(text, span, sentence)) + "."
	return r
}

// inContext is a number with the words behind it that tell what it counts, where it
// stands alone: "12 escaped", "31 per 100,000 inhabitants".
func inContext(text string, span, sentence source.Span) string {
	const more = 3 // words
	own := cutWords(text, span, maxClaimWords)
	if n := len(own); n > 0 && !isNumber(own[n-1]) && own[n-1].norm != "per" {
		return span.Of(text)
	}
	end := span.End
	for _, w := range cutWords(text, source.Span{Start: span.End, End: max(span.End, sentence.End)}, more) {
		if strings.ContainsAny(text[end:w.Start], ",;:.()–—\"“”") || idle[w.norm] || w.stop() && w.norm != "of" && w.norm != "per" {
			break
		}
		end = w.End
	}
	return text[span.Start:end]
}
