package match

import (
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// Weights by which the figure of a passage is chosen that a claim is put
// against: the same outcome first, then the same number, then the event.
const (
	weighOutcome  = 4.0
	weighEqual    = 8.0 // the very number: where the claim most likely comes from
	weighMet      = 6.0 // the number of another outcome
	weighNumber   = 5.0 // the number with other bounds: 12 and "at least 12"
	weighSmall    = 2.0 // a small number of another outcome, which chance may bring
	weighOverlap  = 1.5
	weighAspect   = 1.5 // population, place, window, cause, source: agree or differ
	weighUnknown  = 0.3
	weighPart     = -1.0 // a part of a total, when the claim gives none
	weighPast     = -2.0 // the earlier value of a toll
	weighSum      = -0.5
	weighOpen     = 4.0  // taken off a lower bound where a count is given further on
	weighImplied  = -3.0 // nobody wrote a number: "a man was killed"
	weighMember   = -6.0 // one of "two women and a child", when the claim counts people
	weighWordOnly = 1.5  // times the share of the claim's content words in the sentence
	fullWeight    = weighOutcome + weighEqual + 5*weighAspect + weighWordOnly
)

// comparedFigure is a tally put against the claim.
type comparedFigure struct {
	tally
	weight                        float64
	outcome, equal, overlap       bool
	number                        bool // the same number, whatever its bounds
	pop, place, window, cause, by agreement
}

// Figure puts a casualty figure against the figures of a passage. The best match
// is the answer.
func Figure(c FigureClaim, p Passage) Result {
	d := p.doc()
	s := readScene(c)
	all := cutWords(p.Text, source.Span{End: len(p.Text)}, maxPassageWords)
	ts := tallies(d, p.bounds())
	passage := families(all)
	var fs []comparedFigure
	for _, t := range ts {
		if f := s.compare(t, d, all, passage, p); !t.thing && (f.outcome || f.number && nominal(f.Range) > 0) {
			fs = append(fs, f)
		}
	}
	s.preferCounts(fs)
	best := heaviest(fs)
	if best != nil && best.place == unknown && placedElsewhere(fs, *best, d, s) {
		best.place = differs
		best.weight -= weighUnknown + weighAspect
		best = heaviest(fs)
	}
	r := Result{Relation: Unrelated, Why: noFigure}
	if best != nil {
		r = s.relate(*best, d, p)
	}
	if other, ok := s.sameNumber(ts, r, best); ok {
		return s.another(other)
	}
	return r
}

// preferCounts lets a count stand before a lower bound that only leaves room for
// the claim: a claim of 60 is put against the 29 of the hospitals, not against "at
// least a dozen".
func (s *scene) preferCounts(fs []comparedFigure) {
	open := func(f *comparedFigure) bool { return f.outcome && f.overlap && !f.number && f.Range.NoMax }
	for i := range fs {
		if !open(&fs[i]) || !s.far(fs[i].Range) {
			continue
		}
		for k := range fs {
			c := &fs[k]
			if c.outcome && !c.overlap && !c.Range.NoMax && !c.Subset && !c.past && !c.sum && !c.Implied && c.place != differs && c.window != differs &&
				c.pop != differs && c.cause != differs && nominal(c.Range) > fs[i].Range.Min && c.span.Start > fs[i].span.Start {
				fs[i].weight -= weighOpen
				break
			}
		}
	}
}

func heaviest(fs []comparedFigure) *comparedFigure {
	var best *comparedFigure
	for i := range fs {
		if best == nil || fs[i].weight > best.weight {
			best = &fs[i]
		}
	}
	return best
}

// placedElsewhere reports whether the passage has another figure of the claim's
// outcome for the claim's very place, so that this one, of a wider or another
// place, is not it.
func placedElsewhere(fs []comparedFigure, best comparedFigure, d *extract.Doc, s *scene) bool {
	for _, f := range fs {
		if f.span != best.span && f.outcome && f.place == agrees && !f.past && !f.Subset && !f.overlap && f.whole != best.whole &&
			placeNamed(cutWords(d.Text, best.sentence, maxClaimWords), s.places[0]) {
			return true
		}
	}
	return false
}

// leastTelling is the smallest number that is more than chance when it is met
// again.
const leastTelling = 4

// leastMeasure is leastTelling for hours, years and other measures, which are
// small more often.
const leastMeasure = 12

const noFigure = "No figure of the passage bears on this claim."

// compare puts one tally against the claim.
func (s *scene) compare(t tally, d *extract.Doc, all []word, passage map[string]bool, p Passage) comparedFigure {
	c := s.claim
	if reportingDay(t, d.Text) {
		t.Window = claims.Window{}
	}
	f := comparedFigure{tally: t, outcome: sameOutcome(c.Outcome, t.Outcome)}
	f.number = nominal(t.Range) == nominal(c.Range)
	f.equal, f.overlap = t.Range.Equal(c.Range), t.Range.Overlaps(c.Range)
	f.pop = comparePopulations(readPopulation(c.Population), readPopulation(t.Population))
	if head := readPopulation(t.Population).head; (t.Population == "" || bodies[head]) && f.pop == differs && groupBefore(readPopulation(c.Population).group, t, d) {
		f.pop = unknown
	}
	f.place = s.comparePlaces(t, d, all)
	f.window = compareWindows(c.Window, t.Window, s.date, p.Date)
	if f.window == differs && namesMonth(c.Window, t, d.Text) {
		f.window = agrees
	}
	if c.Window.Words == "since" && f.window == unknown && !strings.HasPrefix(t.Window.Words, "since") && atOnce(cutWords(d.Text, t.sentence, maxClaimWords)) {
		f.window = differs
	}
	if f.window != differs && s.oneEvent() && together(cutWords(d.Text, t.sentence, maxClaimWords)) {
		f.window = differs
	}
	if !f.past && longSince(t, d.Text) && !t.Subset {
		f.past = true
	}
	switch {
	case f.window == agrees || !earlier(t, d.Text) || earlierWords(s.words):
	case formerCount(t, d.Text):
		f.past = true
	default:
		f.window = differs
	}
	f.cause = s.compareCauses(passage, all)
	f.by = compareSources(c.Attribution, t.Attribution)
	if f.outcome {
		f.weight += weighOutcome
	}
	switch {
	case f.number && !f.outcome && nominal(t.Range) < leastTelling:
		f.weight += weighSmall
	case f.equal && f.outcome:
		f.weight += weighEqual
	case f.equal, f.number && !f.outcome:
		f.weight += weighMet
	case f.number && f.overlap:
		f.weight += weighNumber
	case f.overlap && (s.far(t.Range) || c.Range.NoMax && nominal(t.Range) >= 2*c.Range.Min):
		f.weight += weighUnknown
	case f.overlap:
		f.weight += weighOverlap
	}
	for _, a := range []agreement{f.pop, f.place, f.window, f.cause, f.by} {
		if a == unknown {
			f.weight += weighUnknown
		} else {
			f.weight += weighAspect * float64(a)
		}
	}
	if t.Subset && !c.Subset && !s.sameSubset(f, d) {
		f.weight += weighPart
	}
	if f.past {
		f.weight += weighPast
	}
	if t.sum {
		f.weight += weighSum
	}
	if t.Implied && !c.Implied {
		f.weight += weighImplied
	}
	if t.member && readPopulation(c.Population).class == everybody && readPopulation(t.Population).class == group {
		f.weight += weighMember
	}
	f.weight += weighWordOnly * s.wordShare(t, d)
	return f
}

// groupBefore reports whether the words of a group stand in a figure's sentence
// or shortly before: a figure that does not say whom it counts may mean them.
func groupBefore(name string, t tally, d *extract.Doc) bool {
	const back = 4 // sentences
	from := t.sentence.Start
	if i := d.SentenceAt(from); i > 0 {
		from = d.Sentences[max(0, i-back)].Span.Start
	}
	for _, w := range cutWords(d.Text, source.Span{Start: from, End: t.sentence.End}, maxClaimWords) {
		if populations[w.norm] == name {
			return true
		}
	}
	return false
}

// sameOutcome: hostages are held whether a report calls them kidnapped or
// captured; every other outcome is itself only.
func sameOutcome(a, b claims.Outcome) bool {
	if a == b {
		return true
	}
	held := func(o claims.Outcome) bool { return o == claims.Kidnapped || o == claims.Captured }
	return held(a) && held(b)
}

// compareSources compares who says so, as far as both say it.
func compareSources(claim, passage string) agreement {
	if strings.TrimSpace(claim) == "" || strings.TrimSpace(passage) == "" || hasDigit(passage) {
		return unknown
	}
	a := cutWords(claim, source.Span{End: len(claim)}, 16)
	b := cutWords(passage, source.Span{End: len(passage)}, 16)
	for _, x := range a {
		for _, y := range b {
			if !x.stop() && (bareName(x) == bareName(y) || len(x.fold) > 4 && len(y.fold) > 4 && x.fold[:5] == y.fold[:5]) {
				return agrees
			}
		}
	}
	return differs
}

// wordShare is the share of the claim's content words that the tally's sentence
// has.
func (s *scene) wordShare(t tally, d *extract.Doc) float64 {
	sentence := map[string]bool{}
	for _, w := range cutWords(d.Text, t.sentence, maxClaimWords) {
		sentence[bareName(w)] = true
	}
	n, hit := 0, 0
	for _, w := range s.words {
		if w.stop() || isNumber(w) || outcomeWords[w.norm] != "" || populations[w.norm] == "*" {
			continue
		}
		n++
		if sentence[bareName(w)] {
			hit++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(hit) / float64(n)
}

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
	r.Why = s.why(f, r)
	return r
}

var figureClass = map[Relation]Class{Agrees: ClassAgreeing, Compatible: ClassCompatible, Outdated: ClassOutdated,
	Conflicts: ClassConflicting, NotComparable: ClassNotComparable, OtherThing: ClassNotComparable}

var figureStance = map[Relation]claims.Stance{Agrees: claims.Supports, Compatible: claims.Supports, Outdated: claims.Context,
	Conflicts: claims.Contradicts, NotComparable: claims.Context, OtherThing: claims.Context}

// relation decides, see doc.go.
func (s *scene) relation(f comparedFigure, d *extract.Doc, p Passage) Relation {
	elsewhere := f.place == differs || f.window == differs || f.cause == differs
	switch {
	case !f.outcome:
		if f.place == differs || f.cause == differs {
			return Unrelated
		}
		return NotComparable
	case elsewhere:
		if !f.equal && !f.overlap && f.place != agrees && f.cause != agrees {
			return Unrelated
		}
		return NotComparable
	case f.pop == differs, f.Subset && !s.sameSubset(f, d), s.part(f, d):
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
	if s.claim.Subset && claim.class == everybody {
		return true
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
		return true
	}
	after := cutWords(d.Text, source.Span{Start: f.span.End, End: f.sentence.End}, lookAhead)
	for i, w := range after {
		if (w.norm == "only" || w.norm == "alone") && i > 0 && populations[after[i-1].norm] != "" && populations[after[i-1].norm] != "*" {
			return true
		}
	}
	return false
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
func (s *scene) sameNumber(ts []tally, r Result, best *comparedFigure) (tally, bool) {
	n := nominal(s.claim.Range)
	far := best != nil && s.far(best.Range)
	switch {
	case n < leastTelling, r.Relation == Agrees, r.Relation == Compatible && !far, r.Relation == Outdated,
		r.Relation == NotComparable && best != nil && (best.number || best.overlap):
		return tally{}, false
	}
	for _, t := range ts {
		if t.measure && n < leastMeasure {
			continue // five hours
		}
		if t.thing && nominal(t.Range) == n {
			return t, true
		}
	}
	return tally{}, false
}

// another is the answer when the number counts something else.
func (s *scene) another(t tally) Result {
	r := Result{Relation: OtherThing, Class: figureClass[OtherThing], Suggest: figureStance[OtherThing], Span: t.span, Score: 0.5}
	r.Differences = []Difference{{Kind: DiffCounted, Claim: s.claim.Words, Passage: t.Words, PassageSpan: t.span}}
	r.Why = "The same number counts something else in the passage: " + cite(t.Words) + "."
	return r
}
