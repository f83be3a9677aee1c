package match

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// A quantity is a number that counts no casualties, as a claim and a passage are
// compared in it: a share, a sum of money, a rate, a count of things.
type quantity struct {
	claims.Statistic
	span, sentence source.Span
	unit           string   // one word, singular; "rate" for so many per so many
	topic          []word   // the words that tell what is measured
	periods        []string // the times it names
	quals          []string // of whom or of what part: youth, rural, monthly
	former         bool     // the value before the one that is reported
	past           bool     // given as an earlier count
	part           []word   // of a part of the number before: the words behind it
	near           []word   // the words of its own part of the sentence
	course         course   // whether something went by the number or to it
	apart          bool     // a difference: "310 million more than planned"
	timed          bool     // a former value with a time of its own: "from 10.4 in January"
	way            way      // whether it went up or down
	side           way      // up: for, down: against what was asked
	things         bool     // counts things or people: no measure, no money
	round          bool     // a third, a quarter: a share given in round words
	lead           []word   // of what a part is taken from: the words before the part
	base           []string // the times a change is counted from: "up 4 points on 2021"
	measures       []int    // of measureNames
}

// Weights by which the number of a passage is chosen that a claim is put against.
const (
	quantityEqual  = 6.0
	quantityMeets  = 2.0 // the intervals overlap
	quantityTopic  = 4.0 // times the share of the claim's topic
	quantityNear   = 1.0 // times the share of it in the number's own part of the sentence
	quantityAspect = 1.0 // time, place, part: agree or differ
	quantityFormer = -1.5
	quantityBare   = -0.5 // nothing says what it counts, and the claim does
)

// Shares of a claim's topic that a passage must have.
const (
	topicSame  = 0.3  // with the same number
	topicExact = 0.15 // with the same number, where it has three digits or more, of the same unit
	topicSure  = 0.5  // with another number: a conflict is only seen between what is surely one thing
)

// numberClaim puts a claim whose number counts nobody against the numbers of a
// passage: the same relations as a casualty figure's, the topic, the unit, the
// time, the place and the part of a whole standing for the event.
func numberClaim(c FigureClaim, p Passage) Result {
	cd := extract.Analyse(c.Text, extract.Meta{Date: dayOr(c.Date, p.Date)})
	q, ok := mainQuantity(quantities(cd, source.Span{End: len(c.Text)}, false), c.Figure.Range)
	if !ok {
		q, ok = mainQuantity(quantities(cd, source.Span{End: len(c.Text)}, true), c.Figure.Range)
	}
	if !ok {
		return Result{Relation: Unrelated, Why: noFigure}
	}
	d := p.doc()
	m := measuring{home: c.in.place, story: c.in.words, dateline: p.Dateline, claim: q, text: c.Text, made: c.Date, published: p.Date, place: namesOf(c.Figure.Place)}
	by := cutWords(q.Attribution, source.Span{End: len(q.Attribution)}, maxClaimWords)
	m.topic = slices.DeleteFunc(slices.Clone(q.topic), func(w word) bool { return holds(m.place, []word{w}) || holds(by, []word{w}) })
	all := cutWords(d.Text, p.bounds(), maxPassageWords)
	m.passage = topicsOf(all)
	list := quantities(d, p.bounds(), q.unit == "%")
	found := make([]measured, len(list))
	for i := range list {
		found[i] = m.against(&list[i], d, all)
	}
	m.others(found)
	m.foreign(found, d, all)
	m.otherwise(found)
	for i := range found {
		if m.takenFrom(&found[i], d) {
			for k := range found {
				x := &found[k]
				x.foreign = x.foreign || len(x.lead) > 0 && x.Range.Equal(found[i].Range) // the seats of the assembly
			}
		}
	}
	var best *measured
	m.ofSource(found)
	for i := range found {
		if x := &found[i]; x.unit && !x.foreign && !x.rival && (best == nil || x.weight > best.weight) {
			best = x
		}
	}
	r := Result{Relation: Unrelated, Why: noFigure}
	if best != nil {
		if got := m.relate(*best, d.Text); got.Relation != Unrelated {
			r = got
		}
	}
	if r.Relation == Unrelated || (r.Relation == Conflicts || r.Relation == Outdated && !best.former && !best.past) && !overlapping(q, *best.quantity) {
		if x := m.elsewhere(found); x != nil {
			if got := m.relate(*x, d.Text); x.unit && !x.foreign && got.Relation != Unrelated {
				return got
			}
			return otherThing(q.Words, x.span, x.sentence, d.Text)
		}
	}
	return r
}

// elsewhere finds the claim's very number where it counts something else: small ones
// are met by chance.
func (m *measuring) elsewhere(list []measured) *measured {
	n := nominal(m.claim.Range)
	for i := range list {
		if x := &list[i]; !x.rival && nominal(x.Range) == n && n >= leastTelling && (x.foreign || sameUnit(m.claim.unit, x.quantity.unit) || !measures[x.quantity.unit] || n >= leastMeasure) {
			return x
		}
	}
	return nil
}

// measuring is a claim's number and what is known of where it stands.
type measuring struct {
	claim           quantity
	text            string // the claim's
	topic           []word // without the place
	made, published time.Time
	place           []word
	home, story     []word          // of the story, where the claim has no place
	dateline        string          // of the passage
	passage         map[string]bool // topics of the whole passage
}

// measured is a number of the passage put against the claim's.
type measured struct {
	*quantity
	unit               bool // of the claim's unit
	share, weight      float64
	place, time, whole agreement
	by                 agreement // who says so
	rival              bool      // another source's, where the claim's own has another number
	foreign            bool      // of something else that the passage tells beside it
}

// against compares one number.
func (m *measuring) against(q *quantity, d *extract.Doc, all []word) measured {
	x := measured{quantity: q, unit: sameUnit(m.claim.unit, q.unit)}
	x.share = topicShare(m.topic, q.topic, m.passage)
	if m.claim.things && q.things && counted(m.claim.unit) && counted(q.unit) && m.claim.Range.Equal(q.Range) && x.share >= topicSure {
		x.unit = true // teaching jobs, teaching posts
	}
	if q.apart != m.claim.apart && !(q.apart && m.claim.course == by) && !(m.claim.apart && q.course == by) || q.course+m.claim.course == by+settled && q.course != m.claim.course {
		x.unit = false // by how much, and how much
	}
	if len(m.topic) == 0 && q.unit == m.claim.unit && q.unit != "" && m.shares(cutWords(d.Text, q.sentence, maxClaimWords)) {
		x.share = 1 // the inhabitants of a town
	}
	if otherMeasure(&m.claim, q) {
		x.unit = false // sales, and profit
	}
	x.whole = compareQualifiers(m.claim.quals, q.quals)
	if equal := m.claim.Range.Equal(q.Range); equal && len(q.part) > 0 && len(m.claim.part) == 0 && topicShare(q.part, m.topic, nil) == 0 {
		x.whole = differs // 120 million of 340 million, for roads
	}
	x.time = m.timeOf(q)
	x.place = m.placeOf(q, d, all)
	x.by = compareSources(m.claim.Attribution, q.Attribution)
	switch {
	case m.claim.Range.Equal(q.Range):
		x.weight += quantityEqual
	case overlapping(m.claim, *q) && !(q.Range.NoMax && nominal(m.claim.Range) >= farTimes*q.Range.Min):
		x.weight += quantityMeets
	}
	x.weight += quantityTopic*x.share + quantityNear*topicShare(m.topic, q.near, nil) + quantityAspect*float64(x.time+x.place+x.whole)
	if q.former || q.past {
		x.weight += quantityFormer
	}
	if counted(m.claim.unit) && q.unit == "" {
		x.weight += quantityBare
	}
	return x
}

// shares reports whether a sentence has the place of a claim that has no topic, or,
// where it has no place, its plain words: the city that has so many inhabitants.
func (m *measuring) shares(sentence []word) bool {
	if len(m.place) > 0 {
		return holds(sentence, m.place)
	}
	plain := slices.DeleteFunc(cutWords(m.text, source.Span{End: len(m.text)}, maxClaimWords), func(w word) bool { return w.stop() || isNumber(w) || unitWord[w.norm] })
	return topicShare(plain, sentence, nil) >= topicSure
}

// dayOr is the day of a claim; that of the passage if it is not known.
func dayOr(made, published time.Time) time.Time {
	if made.IsZero() {
		return published
	}
	return made
}

func dated(w claims.Window) bool { return w.From != "" || w.To != "" }

// wordBefore is the word before a name in a sentence.
func wordBefore(ws, name []word) string {
	for i := 1; i+len(name) <= len(ws); i++ {
		if holds(ws[i:i+len(name)], name) {
			return ws[i-1].norm
		}
	}
	return ""
}

// relate gives the answer for the number chosen.
func (m *measuring) relate(x measured, text string) Result {
	const full = quantityEqual + quantityTopic + 3*quantityAspect
	r := Result{Span: x.span, Score: max(0, min(1, x.weight/full))}
	equal, overlap := m.claim.Range.Equal(x.Range), overlapping(m.claim, *x.quantity)
	elsewhere := x.place == differs || x.time == differs || x.whole == differs
	least := topicSame
	if equal && exactTelling(m.claim.Words) && m.claim.unit == x.quantity.unit && x.quantity.unit != "" {
		least = topicExact
	}
	switch {
	case x.share < least || !equal && !overlap && (x.share < topicSure || !m.surely(x)):
		return Result{Relation: Unrelated}
	case elsewhere && (x.time != differs || !x.former || x.timed):
		r.Relation = NotComparable
	case x.former && equal && x.time == agrees: // the value of July, claimed of July
		r.Relation = Agrees
	case x.former || x.past:
		r.Relation = Outdated
		if !overlap {
			return Result{Relation: Unrelated}
		}
	case overlap && m.opposite(x):
		r.Relation = Conflicts
	case equal:
		r.Relation = Agrees
	case overlap:
		r.Relation = Compatible
	case !m.published.IsZero() && !m.made.IsZero() && m.published.After(m.made):
		r.Relation = Outdated
	default:
		r.Relation = Conflicts
	}
	r.Class, r.Suggest = figureClass[r.Relation], figureStance[r.Relation]
	add := func(kind DiffKind, claim, passage string, span source.Span) {
		if strings.TrimSpace(claim+passage) == "" {
			return
		}
		r.Differences = append(r.Differences, Difference{Kind: kind, Claim: claim, Passage: passage, PassageSpan: span})
	}
	if !equal {
		add(DiffNumber, m.claim.Words, x.Words, x.span)
	}
	if x.whole == differs {
		add(DiffPopulation, strings.Join(m.claim.quals, " "), strings.Join(x.quals, " "), x.sentence)
	}
	if x.time == differs {
		add(DiffWindow, m.claim.Window.Words, x.Window.Words, x.sentence)
	}
	if x.place == differs {
		add(DiffPlace, joined(m.place), x.Place, x.sentence)
	}
	if x.Attribution != "" && m.claim.Attribution == "" {
		add(DiffAttribution, "", x.Attribution, x.sentence)
	}
	sortDifferences(r.Differences)
	r.Why = m.why(x, r.Relation, text)
	if no, ok := turned(m.text, negationOf(m.text, m.claim.Words), text, negation(text, x.sentence, x.span)); ok && (r.Relation == Agrees || r.Relation == Compatible) {
		r.turn(no)
	}
	return r
}

// surely reports whether a number that differs from the claim's counts the same: its own
// sentence has a good part of the claim's topic, and its unit where the claim's counts
// things or people.
func (m *measuring) surely(x measured) bool {
	share := topicShare(m.topic, x.topic, nil)
	if counted(m.claim.unit) && x.quantity.unit == "" {
		return share >= topicSure && len(m.topic) > 1
	}
	return share >= topicSame
}

// exactTelling reports whether a number is written with so many digits that chance does
// not bring it again: 214, 18.6 million and 8.25 have three or come near.
func exactTelling(words string) bool {
	const enough = 3
	n := 0
	for _, r := range words {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n >= enough
}

// why is the sentence for people.
func (m *measuring) why(x measured, r Relation, text string) string {
	what, by := cite(inContext(text, x.span, x.sentence)), accordingTo(x.Attribution)
	switch r {
	case Agrees:
		return "The same number for the same thing: " + what + by + "."
	case Compatible:
		return fmt.Sprintf("Both can be right: the passage has %s%s%s; the claim, %s%s.", what, allows(x.Range), by, cite(m.claim.Words), allows(m.claim.Range))
	case Outdated:
		if x.former || x.past {
			return "The passage gives this as the earlier value: " + what + by + "."
		}
		return "A later report gives another number: " + what + by + "."
	case Conflicts:
		if overlapping(m.claim, *x.quantity) {
			return fmt.Sprintf("The passage has it the other way round: %s%s.", cite(strings.TrimSpace(x.sentence.Of(text))), by)
		}
		return fmt.Sprintf("Another number for the same thing: %s%s; the claim has %s.", what, by, cite(m.claim.Words))
	}
	switch {
	case x.place == differs:
		return fmt.Sprintf("%s is about %s, not %s.", what, orElse(x.Place, "another place"), orElse(joined(m.place), "the claim's place"))
	case x.whole == differs:
		return fmt.Sprintf("%s is about %s, the claim about %s.", what, part(x.quals), part(m.claim.quals))
	case x.Window.Words != "":
		return fmt.Sprintf("%s is about another time (%s).", what, x.Window.Words)
	}
	return what + " is about another time."
}

// part names a part of what is measured.
func part(quals []string) string {
	if len(quals) == 0 {
		return "the whole"
	}
	return "a part (" + strings.Join(quals, ", ") + ")"
}

func joined(ws []word) string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.raw
	}
	return strings.Join(out, " ")
}
