package extract

import (
	"sort"
	"strings"

	"stet/claims"
	"stet/index/source"
)

// A finding is a figure before its place, date and attribution are known.
type finding struct {
	counted
	outcome  claims.Outcome
	sentence int
	trigger  int // word that tells the outcome
	event    int // findings of one trigger in one clause share it
	subset   bool
	toll     bool
	revised  bool
	hedged   bool
	nominal  bool // told by a noun: the killing of
	relative bool // told in a relative clause: the blast that killed
	previous *claims.Interval
	rule     string
	conf     float64
	past     bool // a previous value: kept for the words only
	also     bool // was also killed
}

// Figures returns the casualty figures of the text in the order they stand.
// English only; see Limits.
func (d *Doc) Figures() []Figure { return d.figures.get(func() []Figure { return d.readFigures() }) }

func (d *Doc) readFigures() []Figure {
	var out []Figure
	var ln line
	ln.base = d.dateline()
	r := figureReader{doc: d, lastAt: -2}
	for i := range d.Sentences {
		if !d.mayCount(i) {
			continue
		}
		ln.read(d, i)
		ln.chunk()
		r.read(&ln)
		sort.SliceStable(r.found, func(a, b int) bool { return r.found[a].a < r.found[b].a })
		if h := r.hostBefore(len(ln.ws)); h >= 0 {
			r.last, r.lastAt = r.found[h], i
		}
		for k := range r.found {
			out = append(out, r.figure(&r.found[k]))
		}
	}
	return out
}

// mayCount is a cheap look at a sentence: does it tell an outcome at all?
func (d *Doc) mayCount(i int) bool {
	s := d.Sentences[i]
	for k := s.A; k < s.B; k++ {
		l := d.Tokens[k].Lower
		if triggerWords[l].frames != 0 || len(triggerPhrases[l]) > 0 || injuryNouns[l] {
			return true
		}
	}
	return false
}

// figureReader finds the figures of one sentence after the other.
type figureReader struct {
	doc   *Doc
	ln    *line
	found []finding
	used  []claims.Outcome // by number: what it was taken for
	event int

	lastPlace string  // the last place told, for sentences that name none
	last      finding // the last figure that is no subset, and its sentence
	lastAt    int
}

// read runs the rules over a sentence, from the most to the least certain; a
// number is claimed by the first rule that takes it.
func (r *figureReader) read(ln *line) {
	r.ln, r.found = ln, r.found[:0]
	r.used = r.used[:0]
	for range ln.nums {
		r.used = append(r.used, "")
	}
	r.tolls()
	for k := range ln.chunks {
		if c := &ln.chunks[k]; c.kind == chunkVerb && c.trig.frames != 0 {
			r.verb(k)
		}
	}
	for k := range ln.chunks {
		if c := &ln.chunks[k]; c.kind == chunkNoun {
			r.noun(k)
		}
	}
	r.subsets()
}

// add records the victims of one trigger.
func (r *figureReader) add(list []int, t trigger, word int, loose bool, rule string, conf float64, mark func(*finding)) int {
	r.event++
	plural := r.ln.pluralVerb(word)
	n, many := 0, false
	for _, i := range list {
		c, ok := r.ln.count(i, loose)
		if !ok || c.num >= 0 && r.used[c.num] != "" && (r.used[c.num] == t.outcome || t.frames&(verbObject|verbSubject) == 0) {
			continue
		}
		if ch := &r.ln.chunks[i]; c.implied && len(list) > 1 && ch.det == "" && !ch.name && !plural {
			continue // "a leader and businessman" is one person
		}
		if c.implied && (many && r.ln.chunks[i].name || t.outcome == claims.Displaced || t.frames&needsPerson != 0 && !isPerson(lastWord(c.population)) && !r.ln.chunks[i].name) {
			continue
		}
		if t.frames&needsPerson != 0 && c.num >= 0 && !isPerson(lastWord(c.population)) && c.population != "" {
			continue
		}
		if c.num >= 0 {
			r.used[c.num] = t.outcome
			many = many || c.value >= 2
		}
		if t.outcome == claims.Captured && strings.HasPrefix(lastWord(c.population), "hostage") {
			t.outcome = claims.Kidnapped
		}
		f := finding{counted: c, outcome: t.outcome, sentence: r.ln.index, trigger: word, event: r.event, rule: rule, conf: conf}
		if c.implied {
			f.conf -= 0.2
		}
		if t.frames&assault != 0 {
			f.conf -= 0.4
		}
		f.also = r.ln.alsoNear(word)
		if mark != nil {
			mark(&f)
		}
		r.found = append(r.found, f)
		n++
	}
	return n
}

// alsoNear: "was also killed", "also died" tell of more victims.
func (ln *line) alsoNear(word int) bool {
	for w := max(0, word-4); w < min(len(ln.ws), word+2); w++ {
		if l := ln.low(w); l == "also" || l == "too" {
			return true
		}
	}
	return false
}

// pluralVerb: "the driver and cleaner were" are two.
func (ln *line) pluralVerb(word int) bool {
	for w := word - 1; w >= 0 && w > word-5; w-- {
		switch ln.low(w) {
		case "were", "are", "have":
			return true
		}
	}
	return false
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// verb reads the victims of an outcome verb or state.
func (r *figureReader) verb(k int) {
	ln := r.ln
	c := &ln.chunks[k]
	t := c.trig
	if t.frames&wounding != 0 {
		t.outcome = ln.shotOutcome(c)
		if t.outcome == "" || strings.HasPrefix(ln.tag(c.main), "NN") && !ln.anyCountable(ln.objects(k)) {
			return
		}
	}
	skip, hedged := ln.modality(k)
	if skip {
		return
	}
	background := ln.background(k)
	relative := ln.inRelative(k)
	mark := func(f *finding) { f.hedged, f.nominal, f.relative = hedged || ln.hedgedNear(k), background, relative }
	passive, pass := ln.isPassive(k)
	negated := c.negated
	if passive || pass {
		r.leftSide(k, t, negated, mark)
		return
	}
	if t.frames&verbObject != 0 {
		if list := ln.objects(k); len(list) > 0 && !negated {
			if r.add(list, t, c.main, true, "object", 0.9, mark) > 0 {
				return
			}
			if _, ok := ln.count(list[0], true); ok || !ln.reduced(k) && t.frames&verbSubject == 0 {
				return
			}
		}
		if strings.HasSuffix(ln.low(c.main), "ing") && !c.aux {
			return
		}
		if !ln.reduced(k) && t.frames&verbSubject == 0 {
			return
		}
	}
	r.leftSide(k, t, negated, mark)
}

// background: "accused of killing two", "wanted for kidnapping" tell of another
// event than the one reported.
func (ln *line) background(k int) bool {
	if !strings.HasSuffix(ln.low(ln.chunks[k].main), "ing") {
		return false
	}
	p := k - 1
	if ln.kind(p) != chunkPrep {
		return false
	}
	switch ln.word0(p) {
	case "of", "for", "in", "with", "about":
		return true
	}
	return false
}

// leftSide takes the subject of a passive or intransitive outcome.
func (r *figureReader) leftSide(k int, t trigger, negated bool, mark func(*finding)) {
	ln := r.ln
	c := &ln.chunks[k]
	list := ln.subject(k)
	if g := ln.reducedAfter(k); g >= 0 {
		list, _ = ln.listLeft(g)
	}
	if len(list) == 0 {
		return
	}
	if negated {
		return
	}
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	list = append(list, ln.alongWith(k)...)
	loose := t.frames&(verbObject|verbSubject) != 0 || ln.chunks[k].aux || ln.passer(k)
	if r.add(list, t, c.main, loose, "subject", 0.9, mark) == 0 && len(list) == 1 {
		if j := ln.of(list[0]); j >= 0 {
			if n := ln.chunks[list[0]]; groupNouns[ln.low(n.head)] {
				r.add([]int{j}, t, c.main, false, "subject", 0.8, mark)
			}
		}
	}
}

// reducedAfter: "of the 130 injured", "with two others hurt": the number just
// before a bare participle is its victim, whatever it depends on.
func (ln *line) reducedAfter(k int) int {
	c := &ln.chunks[k]
	p := ln.skipLeft(k - 1)
	if c.aux || c.b-c.a > 2 || c.trig.frames&(verbObject|state) == 0 || ln.word0(p-1) == "including" || ln.kind(p) != chunkNoun || ln.kind(p-1) != chunkPrep || ln.chunks[p].num < 0 && ln.word0(p-1) != "with" {
		return -1
	}
	if _, ok := ln.count(p, true); !ok {
		return -1
	}
	return p
}

// alongWith: was arrested near his home along with six others.
func (ln *line) alongWith(k int) []int {
	for j, n := ln.skipRight(k+1), 0; n < 10; j, n = ln.skipRight(j+1), n+1 {
		switch ln.kind(j) {
		case chunkPrep, chunkNoun, chunkComma:
		case chunkAnd:
			if i := ln.skipRight(j + 1); ln.chunks[j].b-ln.chunks[j].a == 2 && ln.low(ln.chunks[j].a) != "as" && ln.kind(i) == chunkNoun && !ln.newClause(i) {
				return ln.listRight(i)
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

func (ln *line) anyCountable(list []int) bool {
	for _, i := range list {
		if _, ok := ln.count(i, false); ok {
			return true
		}
	}
	return false
}

// shotOutcome tells shot dead from shot and wounded; "" if shot is something else.
func (ln *line) shotOutcome(c *chunk) claims.Outcome {
	n := ln.low(c.main + 1)
	switch {
	case n == "dead" || n == "to" && ln.low(c.main+2) == "death" || n == "down" || n == "and" && strings.HasPrefix(ln.low(c.main+2), "kill"):
		return claims.Killed
	case n == "at" || n == "into" || n == "up" || n == "off" || n == "toward" || n == "towards" || n == "through" || n == "back":
		return ""
	}
	for k := c.main + 1; k < len(ln.ws) && k < c.main+8; k++ {
		if l := ln.low(k); l == "dead" || l == "death" && ln.low(k-1) == "to" {
			return claims.Killed
		} else if l == "," || l == "." || l == "and" {
			break
		}
	}
	return claims.Injured
}

// modality says whether a verb tells of something that did not happen (an
// intention, a threat, a condition) or is only feared.
func (ln *line) modality(k int) (skip, hedged bool) {
	c := &ln.chunks[k]
	hedged = c.hedged
	switch {
	case c.modal != "" && hedgeModals[c.modal]:
		have := false
		for w := c.a; w < c.main; w++ {
			have = have || ln.low(w) == "have" || ln.low(w) == "be"
		}
		if !have {
			return true, false
		}
		hedged = true
	case c.modal != "" && c.modal != "can":
		for w := c.a; w < c.main; w++ {
			if ln.low(w) == "have" {
				return c.modal == "would", true
			}
		}
		return true, false
	}
	if c.inf {
		p := ln.skipLeft(k - 1)
		if ln.kind(p) == chunkVerb && (hedges[ln.low(ln.chunks[p].main)] || reportedInfinitive[ln.low(ln.chunks[p].main)]) {
			return false, true
		}
		for w := c.a; w < c.main; w++ {
			if ln.low(w) == "have" {
				return false, true
			}
		}
		if q := ln.skipLeft(p - 1); ln.kind(p) == chunkNoun && ln.kind(q) == chunkVerb && forcers[ln.low(ln.chunks[q].main)] {
			return false, false // forced 2,000 people to flee
		}
		if ln.kind(p) == chunkVerb && (ln.low(ln.chunks[p].main) == "forced" || ln.low(ln.chunks[p].main) == "managed" || ln.low(ln.chunks[p].main) == "continued") || ln.low(c.a-1) == "first" || ln.low(c.a-1) == "second" || ln.low(c.a-1) == "latest" || ln.low(c.a-1) == "third" {
			return false, false
		}
		return true, false
	}
	if p := ln.skipLeft(k - 1); ln.kind(p) == chunkVerb && hedges[ln.low(ln.chunks[p].main)] {
		hedged = true
	}
	return false, hedged
}

var forcers = set(`force forces forced forcing compelled compelling prompted prompting drove driving obliged led caused causing ordered pushed pushing`)

var reportedInfinitive = set(`said reported claimed known confirmed understood estimated`)

// hedgedNear looks for "feared", "reportedly" in the verb's neighbourhood.
func (ln *line) hedgedNear(k int) bool {
	c := &ln.chunks[k]
	for w := max(0, c.a-2); w < min(len(ln.ws), c.b+1); w++ {
		if hedges[ln.low(w)] {
			return true
		}
	}
	return false
}

// isPassive reports a passive verb group; pass a bare participle whose subject
// is handed on: were found dead, are feared trapped, was shot dead.
func (ln *line) isPassive(k int) (passive, pass bool) {
	c := &ln.chunks[k]
	if c.trig.frames&verbSubject != 0 && c.trig.frames&verbObject == 0 {
		return true, false
	}
	if c.trig.frames&(verbObject) == 0 { // a state
		return true, false
	}
	if strings.HasSuffix(ln.low(c.main), "ing") && ln.low(c.main-1) != "being" {
		return false, false
	}
	if c.passive {
		return true, false
	}
	return false, !c.aux && ln.passer(k) && ln.tag(c.main) != "VBG"
}

func (ln *line) passer(k int) bool {
	p := ln.skipLeft(k - 1)
	for ln.kind(p) == chunkAnd && ln.kind(ln.skipLeft(p-1)) == chunkVerb {
		p = ln.skipLeft(p - 1)
	}
	if ln.kind(p) != chunkVerb {
		return false
	}
	v := &ln.chunks[p]
	return v.passive && (passers[ln.low(v.main)] || v.trig.frames != 0 || v.main == v.b-1 && beForms[ln.low(v.main)]) || passers[ln.low(v.main)] && v.trig.frames&verbObject == 0
}

// reduced decides that a participle without auxiliary is passive: "12 people
// killed in the blast", "and another injured".
func (ln *line) reduced(k int) bool {
	c := &ln.chunks[k]
	if c.aux && !c.passive || strings.HasSuffix(ln.low(c.main), "ing") || strings.HasSuffix(ln.low(c.main), "s") {
		return false
	}
	j := ln.skipRight(k + 1)
	switch ln.kind(j) {
	case chunkNoun:
		_, ok := ln.count(j, true)
		return !ok && ln.dateAt[ln.chunks[j].a] > 0
	}
	return true
}

// noun reads a noun phrase that tells an outcome itself: 12 dead, 12 deaths, no
// casualties, the killing of 12 people.
func (r *figureReader) noun(k int) {
	ln := r.ln
	c := &ln.chunks[k]
	t := c.trig
	if j := ln.of(k); t.frames&eventNoun != 0 && j >= 0 && c.num < 0 {
		if c.det == "no" || ln.kind(ln.skipLeft(k-1)) == chunkVerb && ln.chunks[ln.skipLeft(k-1)].negated {
			return
		}
		r.add(ln.listRight(j), t, c.head, true, "event noun", 0.8, func(f *finding) { f.nominal = true })
		return
	}
	if t.frames&eventNoun != 0 && r.possessed(k) {
		return
	}
	if ln.low(c.head) == "bodies" || ln.low(c.head) == "body" || ln.low(c.head) == "corpses" || ln.low(c.head) == "corpse" || ln.low(c.head) == "lives" {
		r.bodies(k)
		return
	}
	if c.num >= 0 && r.used[c.num] == "" {
		n := &ln.nums[c.num]
		if t.frames == 0 {
			if w := n.b; w < c.b && triggerWords[ln.low(w)].frames&(state|verbObject) != 0 && triggerWords[ln.low(w)].frames&wounding == 0 && !strings.HasSuffix(ln.low(w), "ing") {
				t, c = triggerWords[ln.low(w)], &chunk{a: c.a, b: c.b, num: c.num, head: w, main: w} // 12 dead soldiers
			}
		}
		if t.frames&(countNoun|state|verbObject) != 0 && t.frames&weakNoun == 0 && ln.roles[c.num] == counting && c.head >= n.b {
			r.add([]int{k}, t, c.head, false, "count noun", 0.85, nil)
			return
		}
		if t.frames == 0 && ln.roles[c.num] == counting && ln.low(c.b) == "in" && (ln.low(c.b+1) == "hospital" || ln.low(c.b+1) == "hospitals") {
			r.add([]int{k}, trigger{claims.Injured, state}, c.head, false, "in hospital", 0.6, nil)
			return
		}
		if t.frames&weakNoun != 0 && !ln.freed(k) {
			r.add([]int{k}, t, c.head, false, "count noun", 0.6, nil)
		}
		return
	}
	if t.frames&(countNoun|eventNoun) == 0 || t.frames&weakNoun != 0 {
		return
	}
	if c.det == "no" || ln.low(c.a) == "no" || ln.noBefore(k) {
		r.event++
		r.found = append(r.found, finding{counted: counted{rng: claims.Just(0), num: -1, a: ln.noAt(k), b: c.b, zero: true, population: ln.adjective(c)}, outcome: t.outcome,
			sentence: ln.index, trigger: c.head, event: r.event, rule: "none", conf: 0.85})
		return
	}
	if ln.low(c.head) == "casualties" || ln.low(c.head) == "losses" || ln.low(c.head) == "deaths" || ln.low(c.head) == "injuries" || ln.low(c.head) == "fatalities" {
		r.losses(k)
	}
}

// possessed reads "the six priests' killing", "Lind's death".
func (r *figureReader) possessed(k int) bool {
	ln := r.ln
	c := &ln.chunks[k]
	pos := -1
	for w := c.a; w < c.head; w++ {
		if ln.tag(w) == "POS" {
			pos = w
		}
	}
	if pos < 0 || c.num >= 0 && (r.used[c.num] != "" || ln.roles[c.num] != counting) {
		return false
	}
	owner := chunk{kind: chunkNoun, a: c.a, b: pos, head: pos - 1, num: c.num, det: c.det, main: -1}
	ln.describe(&owner, true)
	saved := ln.chunks[k]
	ln.chunks[k] = owner
	n := r.add([]int{k}, saved.trig, saved.head, true, "event noun", 0.7, func(f *finding) { f.nominal = true })
	ln.chunks[k] = saved
	return n > 0
}

// adjective of "civilian casualties" is the population.
func (ln *line) adjective(c *chunk) string {
	if c.head > c.a && people[ln.low(c.head-1)] {
		return ln.low(c.head - 1)
	}
	return ""
}

// noBefore: no reports of casualties, without casualties, no immediate word on.
func (ln *line) noBefore(k int) bool { return ln.noAt(k) < ln.chunks[k].a }

func (ln *line) noAt(k int) int {
	a := ln.chunks[k].a
	for w := a - 1; w >= 0 && w > a-7; w-- {
		switch ln.low(w) {
		case "no":
			if ln.low(w+1) == "reports" || ln.low(w+1) == "report" || ln.low(w+1) == "immediate" || ln.low(w+1) == "word" || w == a-1 {
				return w
			}
		case "without":
			if w >= a-2 {
				return w
			}
		case "any":
			if p := ln.low(w - 1); p == "not" || p == "n't" || p == "without" {
				return w
			}
			for v := w - 1; v > w-5 && v >= 0; v-- {
				if l := ln.low(v); l == "not" || l == "n't" || l == "no" || l == "without" || l == "never" {
					return v
				}
			}
		}
	}
	return a
}

// losses: put their losses at five.
func (r *figureReader) losses(k int) {
	ln := r.ln
	c := &ln.chunks[k]
	j := ln.skipRight(k + 1)
	if ln.kind(j) != chunkPrep || ln.word0(j) != "at" && ln.word0(j) != "as" {
		return
	}
	n := ln.skipRight(j + 1)
	if ln.kind(n) != chunkNoun || ln.chunks[n].num < 0 {
		return
	}
	t := c.trig
	if ln.low(c.head) == "losses" {
		t.outcome = claims.Killed
	}
	r.add([]int{n}, t, c.head, false, "toll", 0.7, func(f *finding) { f.toll = true })
}

// bodies: 12 bodies were found; the bodies of 12 people; claimed 12 lives.
func (r *figureReader) bodies(k int) {
	ln := r.ln
	c := &ln.chunks[k]
	if ln.low(c.head) == "lives" {
		ok := false
		for w := c.a - 1; w >= 0 && w > c.a-8; w-- {
			switch ln.low(w) {
			case "claimed", "claiming", "claims", "claim", "lost", "cost", "took", "taking", "costing", "losing", "taken":
				ok = true
			}
		}
		for w := c.b; w < c.b+5; w++ {
			ok = ok || ln.low(w) == "lost"
		}
		if !ok {
			return
		}
	}
	if c.num >= 0 && r.used[c.num] == "" && ln.roles[c.num] == counting {
		n := &ln.nums[c.num]
		r.used[c.num] = claims.Killed
		r.event++
		r.found = append(r.found, finding{counted: counted{rng: n.rng, value: n.lo, num: c.num, a: min(c.a, n.a), b: c.b, additional: n.additional, population: "people"},
			outcome: claims.Killed, sentence: ln.index, trigger: c.head, event: r.event, rule: "bodies", conf: 0.75})
		return
	}
	if j := ln.of(k); j >= 0 {
		r.add(ln.listRight(j), c.trig, c.head, ln.low(c.head) != "lives", "bodies", 0.75, func(f *finding) { f.nominal = true })
	}
}

// freed: hostages who were released are no longer held.
func (ln *line) freed(k int) bool {
	for j := k + 1; j < len(ln.chunks) && j < k+4; j++ {
		if c := &ln.chunks[j]; c.kind == chunkVerb {
			switch ln.low(c.main) {
			case "freed", "released", "rescued", "saved", "returned", "escaped":
				return true
			}
		}
	}
	p := ln.skipLeft(k - 1)
	if ln.kind(p) == chunkVerb {
		switch ln.low(ln.chunks[p].main) {
		case "freed", "released", "rescued", "freeing", "releasing", "rescuing", "free", "release", "rescue", "saved":
			return true
		}
	}
	return false
}

// figure turns a finding into a figure with its context.
func (r *figureReader) figure(f *finding) Figure {
	ln := r.ln
	a, b := f.a, min(f.b, len(ln.ws))
	span := source.Span{Start: ln.ws[a].start, End: ln.ws[b-1].end}
	fig := Figure{Span: span, Sentence: r.doc.Sentences[f.sentence].Span, Rule: f.rule, Confidence: f.conf, Value: f.value, Trigger: source.Span{Start: ln.ws[f.trigger].start, End: ln.ws[f.trigger].end}}
	fig.Figure = claims.Figure{Words: r.doc.Text[span.Start:span.End], Outcome: f.outcome, Range: f.rng, Population: f.population, Cumulative: f.toll,
		Additional: f.additional, Subset: f.subset, Implied: f.implied, Revised: f.revised, Hedged: f.hedged, Previous: f.previous}
	r.context(f, &fig)
	fig.event, fig.definite, fig.background, fig.past, fig.also = f.event, f.definite, f.nominal || f.relative, f.past, f.also
	return fig
}
