package match

import (
	"slices"
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
	weighAdded    = -4.0 // what a toll told beside it takes in
	weighPast     = -4.0 // the earlier value of a toll
	weighUpTo     = -1.0 // "up to 60", when the claim gives less
	weighSum      = -0.5
	weighDenied   = -12.0 // told to be wrong
	weighOpen     = 4.0   // taken off a lower bound where a count is given further on
	weighImplied  = -3.0  // nobody wrote a number: "a man was killed"
	weighMember   = -6.0  // one of "two women and a child", when the claim counts people
	weighWordOnly = 1.5   // times the share of the claim's content words in the sentence
	fullWeight    = weighOutcome + weighEqual + 5*weighAspect + weighWordOnly
)

// comparedFigure is a tally put against the claim.
type comparedFigure struct {
	tally
	weight                        float64
	outcome, equal, overlap       bool
	number                        bool // the same number, whatever its bounds
	only                          bool // the only one with its outcome
	sameDegree                    bool // a part of the injured that the claim counts
	stranger                      bool // nothing shows that it is of the claim's event
	wide                          bool // of more than the claim's place
	pop, place, window, cause, by agreement
}

// Figure puts a casualty figure against the figures of a passage. The best match
// is the answer. A claim that counts nobody is put against the other numbers.
func Figure(c FigureClaim, p Passage) Result {
	if c.Figure.Outcome == "" {
		return numberClaim(c, p)
	}
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
	preferSource(fs)
	onlyOne(fs)
	if !s.oneScene(all) {
		for i := range fs {
			f := &fs[i]
			f.stranger = f.place != agrees && f.cause != agrees && f.by != agrees && !(f.equal && f.window == agrees)
		}
	}
	best := heaviest(fs)
	if best != nil && best.place == unknown && (placedElsewhere(fs, *best, d, s) || wider(fs, *best)) {
		best.place, best.wide = differs, wider(fs, *best)
		best.weight -= weighUnknown + weighAspect
		best = heaviest(fs)
	}
	if met := s.otherOutcome(fs, best); met != nil {
		best = met
	}
	r := Result{Relation: Unrelated, Why: noFigure}
	if sum, ok := s.addedUp(fs, best, all); ok {
		return s.relate(sum, d, p)
	}
	if best != nil {
		r = s.relate(*best, d, p)
	}
	if other, ok := s.sameNumber(ts, r, best, all); ok {
		return s.another(other, p.Text)
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

// preferSource lets the figure of the source that the claim names stand before the same
// number from another: 22 dead by the aid group, 16 by the army, for a claim that the
// army counted 22.
func preferSource(fs []comparedFigure) {
	own := slices.ContainsFunc(fs, func(f comparedFigure) bool {
		return f.outcome && f.by == agrees && !f.overlap && !f.past && !f.Subset && !f.member && !f.added && f.window != differs && f.place != differs && f.pop != differs && f.cause != differs
	})
	for i := range fs {
		if f := &fs[i]; own && f.outcome && f.equal && f.by == differs {
			f.weight -= weighEqual + 2*weighAspect
		}
	}
}

// otherOutcome is the figure that has the claim's very number for another outcome
// of the event, where the figure of the claim's own outcome does not have it: "140
// are missing" for a claim of 140 killed. Small numbers are met by chance.
func (s *scene) otherOutcome(fs []comparedFigure, best *comparedFigure) *comparedFigure {
	n := nominal(s.claim.Range)
	if best == nil || !best.outcome || n < leastTelling || best.number || best.overlap && !s.far(best.Range) && !noFloor(best.Range) && (!best.Range.NoMax || n < leastMeasure) {
		return nil
	}
	for i := range fs {
		if f := &fs[i]; f.number && !f.outcome && !f.Subset && f.place != differs && f.cause != differs && !f.past {
			return f
		}
	}
	return nil
}

// noFloor reports whether an interval has only an upper end: "up to 60".
func noFloor(i claims.Interval) bool { return i.Mod == claims.AtMost || i.Mod == claims.LessThan }

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

// wider reports whether a toll without a place of its own is of more than the claim's
// place, which has a smaller figure of its own further on: 54 dead of the storm, 29 of
// them in the province of the claim.
func wider(fs []comparedFigure, best comparedFigure) bool {
	for _, f := range fs {
		if f.span != best.span && f.outcome && f.place == agrees && len(f.Place) > 0 && !f.past && !f.sum && (best.Cumulative || running(best.Window)) && !f.Cumulative && f.whole != best.whole &&
			f.window != differs && f.cause != differs && f.pop != differs && nominal(f.Range) < nominal(best.Range) {
			return true
		}
	}
	return false
}

// running reports whether a count goes on: since November.
func running(w claims.Window) bool { return w.From != "" && w.To == "" }

// leastTelling is the smallest number that is more than chance when it is met
// again.
const leastTelling = 4

// leastStrange is leastTelling for a story that has nothing else in common with the
// claim.
const leastStrange = 100

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
	f := comparedFigure{tally: t, outcome: sameOutcome(c.Outcome, t.Outcome) || nobodyHurt(c, t.Figure) || nobodyHurt(t.Figure, c)}
	f.number = nominal(t.Range) == nominal(c.Range)
	f.equal, f.overlap = t.Range.Equal(c.Range), t.Range.Overlaps(c.Range)
	f.pop = comparePopulations(readPopulation(c.Population), readPopulation(t.Population))
	if head := readPopulation(t.Population).head; (t.Population == "" || bodies[head] || head == "men") && f.pop == differs && groupBefore(readPopulation(c.Population).group, t, d) {
		f.pop = unknown
	}
	if claim, passage := s.degrees(t, d.Text); claim != 0 && claim != passage {
		f.pop = differs // the injured, and the badly injured
	} else if claim != 0 {
		f.sameDegree = true
	}
	f.place = s.comparePlaces(t, d, all, p.Dateline)
	f.window = compareWindows(c.Window, t.Window, s.date, p.Date)
	if f.window == unknown && otherMonth(c.Window, t.Window) {
		f.window = differs
	}
	if f.window == differs && namesMonth(c.Window, t, d.Text) {
		f.window = agrees
	}
	if c.Window.Words == "since" && f.window == unknown && !strings.HasPrefix(t.Window.Words, "since") && atOnce(cutWords(d.Text, t.sentence, maxClaimWords)) {
		f.window = differs
	}
	if f.window != differs && s.oneEvent() && together(cutWords(d.Text, t.sentence, maxClaimWords)) {
		f.window = differs
	}
	former, before := tellsFormer(t, d.Text)
	switch {
	case earlierWords(s.words):
	case former:
		f.past = true
	case before && f.window != agrees:
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
	case f.overlap && noFloor(t.Range) && nominal(c.Range) < nominal(t.Range):
		f.weight += weighUpTo
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
	if f.window == agrees && c.Window.From != "" && c.Window.To == "" {
		f.weight += weighUnknown // two running counts
	}
	if t.Subset && !c.Subset && !f.sameDegree && !s.sameSubset(f, d) {
		f.weight += weighPart
	}
	if f.past {
		f.weight += weighPast
	}
	if t.added && !s.saysMore() {
		f.weight += weighAdded
	}
	if t.sum {
		f.weight += weighSum
	}
	if deniedCount(t, d.Text) {
		f.weight += weighDenied
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
	ws := cutWords(d.Text, source.Span{Start: from, End: t.sentence.End}, maxClaimWords)
	for i, w := range ws {
		if populations[w.norm] == name && !partNamed(ws[max(0, i-namedBefore):i]) {
			return true
		}
	}
	return false
}

// namedBefore is how many words before a group's name tell that it is part of a
// whole: "including two young children", "among them five children".
const namedBefore = 4

// partNamed reports whether the words before a group's name make it a part.
func partNamed(before []word) bool {
	for i, w := range before {
		if w.norm == "including" || (w.norm == "of" || w.norm == "among") && i+1 < len(before) && (before[i+1].norm == "them" || before[i+1].norm == "whom") {
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

// nobodyHurt reports whether a says that there were no casualties, which denies
// the dead and the injured of b.
func nobodyHurt(a, b claims.Figure) bool {
	return a.Outcome == claims.Casualties && a.Range.Equal(claims.Just(0)) && (b.Outcome == claims.Killed || b.Outcome == claims.Injured)
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
