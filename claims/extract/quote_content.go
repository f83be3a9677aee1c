package extract

import "stet/index/source"

// What is said after a cue: clauses, infinitives, noun phrases.

// contentAfter reads what follows a cue.
func (f *frame) contentAfter(c *cue, cs []*cue) report {
	end := f.trimEnd()
	v := c.verb
	k := f.skipAdjuncts(c.compl)
	if oneOf(v.preps, f.low(c.compl)) && !says(c) && !f.isTime(c.compl+1) { // called on the mayor to resign
		k = c.compl
	}
	if k >= end {
		return report{}
	}
	if l := f.low(k); l == "for" && oneOf(v.preps, l) && v.can(useObjTo) { // asked for the boilers to be closed
		if p := f.after(k + 1); p.ok() && f.low(p.b) == "to" && f.tag(p.b+1) == "VB" {
			return one(f, k+1, f.stopAt(c, cs, k, end), "for … to", sureTo)
		}
	}
	if f.low(k) == "saying" {
		return report{} // emailed supporters saying: that is the cue
	}
	stop := f.stopAt(c, cs, k, end)
	if f.low(k) == "to" && f.tag(k+1) == "VB" {
		if r := f.toContent(c, k, stop); r.ok() {
			return r
		}
	}
	if says(c) && c.form == subjectVerb {
		if r := f.relativeContent(c, k, stop); r.ok() {
			return r
		}
	}
	if v.can(useThat) || c.form == nominal || c.form == adjectival {
		if r := f.thatContent(c, k, stop); r.ok() {
			return r
		}
	}
	if f.low(k) == "that" && f.tag(k) != "DT" && v.can(useObjTo) && !v.can(useThat) { // asked that the figures be checked
		return one(f, k, stop, "that", sureThat)
	}
	if v.can(useWh) || v.can(useThat) {
		if whWords[f.low(k)] && (f.low(k) != "if" || v.lemma == "wonder" || v.lemma == "ask" || v.lemma == "know") {
			return one(f, k, stop, "question", sureZero)
		}
	}
	if r := f.toContent(c, k, stop); r.ok() {
		return r
	}
	for _, p := range v.preps {
		if f.low(k) == p || v.can(useNoun) {
			if m := f.find(p, k, min(stop, k+12)); m >= 0 && m+1 < stop {
				if r := one(f, m+1, stop, p, sureTo); r.ok() {
					return r
				}
			}
		}
	}
	return f.nounContent(c, k, stop)
}

// relativeContent reads "a law which critics say was rushed" and "a decision they
// say let prices rise": what is said of it lacks its subject, which stands before.
func (f *frame) relativeContent(c *cue, k, stop int) report {
	if k != c.compl || !isFinite(f.tag(k)) && !auxiliaries[f.low(k)] || f.low(k) == "'s" || c.subject.a < 1 {
		return report{}
	}
	s := c.subject.a
	r := report{rule: "relative", sure: sureZero}
	switch l := f.low(s - 1); {
	case l == "which" || l == "who" || l == "that" || l == "what":
		r.take1(f, s-1, s)
	default:
		p := f.before(s)
		if !p.ok() || f.isPersonal(p.a) || f.timePhrase(p) {
			return report{}
		}
		r.take1(f, p.a, p.b)
	}
	r.take(f, k, stop)
	return r
}

var whWords = set(`how why what whether if where when who which`)

// find returns the item in [a, b) with a word, -1 if there is none before a
// clause ends.
func (f *frame) find(word string, a, b int) int {
	for k := a; k < b; k++ {
		if f.low(k) == word {
			return k
		}
		if isFinite(f.tag(k)) {
			return -1
		}
	}
	return -1
}

// thatContent reads a clause with "that", after a colon, or without either.
func (f *frame) thatContent(c *cue, k, stop int) report {
	l := f.low(k)
	if l == "," && f.low(k+1) == "however" {
		k += 2
		if f.low(k) == "," {
			k++
		}
		l = f.low(k)
	}
	if l == "that" && !(f.tag(k) == "DT" && k+1 >= stop) {
		return one(f, k, stop, "that", sureThat)
	}
	switch l {
	case ",", ";":
		for m := k + 1; m < k+6 && m < stop; m++ {
			if f.low(m) == "that" && f.tag(m) != "DT" {
				return one(f, m, stop, "that", sureThat)
			}
		}
		if l == "," && c.verb.can(useSame) && c.form != participle && f.upper(k+1) || l == "," && c.verb.can(useSame) && f.tag(k+1) == "PRP" {
			return one(f, k+1, stop, "comma", sureZero)
		}
		if l == "," && c.form == subjectVerb && says(c) && f.insertion(k, stop) {
			return one(f, k+1, stop, "comma", sureZero)
		}
		return report{}
	case ":":
		return one(f, k+1, stop, "colon", sureThat)
	}
	if tg := f.tag(k); tg == "IN" || tg == "TO" || tg == "RB" { // said in March that
		for m := k + 1; m < stop && m < k+14; m++ {
			if f.low(m) == "that" && f.tag(m) != "DT" {
				return one(f, m, stop, "that", sureThat)
			}
			if isFinite(f.tag(m)) {
				break
			}
		}
	}
	if c.form == nominal || c.form == adjectival || whWords[l] && !(says(c) && (l == "if" || l == "when") && f.conditional(k, stop)) {
		return report{}
	}
	if !says(c) && c.verb.lemma != "tell" && f.modalGroup(c) {
		return report{} // might think, would know
	}
	if f.zeroThat(c, k, stop) {
		return one(f, k, stop, "clause", sureZero)
	}
	return report{}
}

// insertion reports whether the comma at k opens an insertion that a clause
// follows: "said, win or lose, he would stay".
func (f *frame) insertion(k, stop int) bool {
	for m := k + 1; m < stop && m < k+12; m++ {
		if f.low(m) == "," {
			return f.low(m+1) != "and" && f.tag(m+1) != "VBG" && !breaksOff[f.low(m+1)] && f.hasFinite(m+1, stop)
		}
		if isFinite(f.tag(m)) {
			return false
		}
	}
	return false
}

// modalGroup reports whether a modal stands in the cue's verb group.
func (f *frame) modalGroup(c *cue) bool {
	for m := c.from; m < c.k; m++ {
		if f.tag(m) == "MD" {
			return true
		}
	}
	return false
}

// conditional reports whether a clause with "if" or "when" begins at k and a main
// clause follows: "said if it rained the match would be off".
func (f *frame) conditional(k, stop int) bool {
	verbs := 0
	for m := k; m < stop; m++ {
		if isFinite(f.tag(m)) {
			verbs++
		}
	}
	return verbs > 1
}

// maxSubject is how many items may stand before the verb of a clause without
// "that".
const maxSubject = 22

// zeroThat reports whether a clause with a subject and a finite verb begins at k.
func (f *frame) zeroThat(c *cue, k, stop int) bool {
	switch l := f.low(k); {
	case l == "about" && f.token(k+1) != nil && (f.token(k+1).Kind == Num || f.tag(k+1) == "CD" || f.low(k+1) == "half" || f.low(k+1) == "a"):
	case l == "on" || l == "about" || l == "and" || l == "but" || l == "to" || l == "of" || l == "out":
		return false
	case f.tag(k) == "VBG" && c.verb.lemma != "say" && !f.nounish(k+1) && f.tag(k+1) != "DT":
		return false
	case f.tag(k) == "IN" && !clausal[l]:
		return false
	}
	for m := k; m < stop && m < k+maxSubject; m++ {
		if f.quoted(m) {
			continue
		}
		l := f.low(m)
		if m > k && (isFinite(f.tag(m)) || auxiliaries[l] && l != "'s" && l != "having" && l != "being" && l != "been" && l != "be") {
			return true
		}
		if m > k && l == "'s" && f.tag(m) != "POS" {
			return true
		}
		if m > k && f.tag(m) == "VBN" && (isNoun(f.tag(m-1)) || f.tag(m-1) == "PRP") && m+1 < stop && f.low(m+1) != "by" {
			return true
		}
		if m > k && l == "," && c.verb.lemma != "say" && c.verb.lemma != "tell" {
			return false
		}
		if m > k && (l == "who" || l == "which" || l == ";" || l == "that" && f.tag(m) != "DT") && c.verb.lemma != "say" {
			return false
		}
	}
	return c.verb.lemma == "say" && stop-k >= 5 && f.after(k).ok() // the tagger missed the verb
}

// clausal are prepositions and conjunctions a clause can begin with.
var clausal = set(`in if since while after before at by for under with as because although though unless until once despite even during without`)

// toContent reads infinitives: "promised to leave", "urged Lind to leave",
// "warned against".
func (f *frame) toContent(c *cue, k, stop int) report {
	v := c.verb
	if !v.can(useTo) && !v.can(useObjTo) {
		return report{}
	}
	for m := k; m < stop && m < k+14; m++ {
		if f.low(m) == "to" && m+1 < stop && (f.tag(m+1) == "VB" || adverbs[f.low(m+1)] || f.low(m+1) == "not") {
			if v.can(useObjTo) && !v.can(useAddr) && c.addr.ok() { // urged Lind to go: what is urged is that he goes
				m = c.addr.a
			}
			return one(f, m, stop, "infinitive", sureTo)
		}
		if f.quoted(m) || f.low(m) == "," || m > k && isFinite(f.tag(m)) {
			break
		}
		if m == k && !v.can(useObjTo) && f.low(k) != "not" && f.tag(k) != "RB" {
			break
		}
	}
	return report{}
}

// nounContent reads a noun phrase: "praised the plan", "called Lind a liar".
func (f *frame) nounContent(c *cue, k, stop int) report {
	v := c.verb
	finding := v.can(useFind) && c.subject.ok() && f.isFinding(c.subject)
	if !v.can(useNoun) && !finding || c.form == nominal {
		return report{}
	}
	if f.low(k) == "," || f.low(k) == ":" || f.low(k) == "and" || stop-k < 1 {
		return report{}
	}
	if c.addr.ok() && c.addr.b == k && v.can(useObjTo) && !v.can(useAddr) { // ordered the arrest of 12 men living there
		k = c.addr.a
	}
	if p := f.after(k); !p.ok() && f.tag(k) != "VBG" && !f.quoted(k) && !(f.tag(k) == "RB" && f.tag(k+1) == "JJ") {
		return report{}
	}
	b := stop
	for m := k; m < stop; m++ {
		if l := f.low(m); (l == "and" || l == "but") && m > k && f.tag(m+1) == "VBD" && f.tag(c.k) == "VBD" && !f.hasFinite(k, m) { // found him guilty and sentenced him
			b = m
			break
		}
		if f.low(m) == ";" || f.low(m) == "," && (breaksOff[f.low(m+1)] || f.tag(m+1) == "VBG" || f.low(m+1) == "and" || f.subordinateAt(c.subject.a) && f.newClause(m+1, stop)) {
			b = m
			break
		}
	}
	r := report{rule: "noun phrase", sure: sureNoun}
	if v.can(useThat) && !v.can(useBelief) {
		r.sure = sureTo // "denied wrongdoing" reports speech; "praised the plan" may not
	}
	if b-k == 1 && isNoun(f.tag(k)) {
		r.spans = []source.Span{f.span(k, b)}
	} else {
		r.take(f, k, b)
	}
	if v.can(useWeak) && !f.holdsQuotation(k, b) {
		return report{}
	}
	return r
}

// findings are what shows something. Compiled by hand.
var findings = set(`poll survey study report data figure figures research analysis result video footage email document record test polling census exit
 review audit statistics number estimate model forecast index photograph photo image map chart transcript tape recording evidence investigation inquiry
 paper findings experiment trial scan autopsy`)

// isFinding reports whether the head of a phrase is one of findings.
func (f *frame) isFinding(p phrase) bool { return findings[singular(f.low(f.head(p)))] }

// newClause reports whether a noun phrase and its finite verb begin at item k: "If
// he lied, she would know".
func (f *frame) newClause(k, stop int) bool {
	p := f.after(k)
	if !p.ok() {
		return false
	}
	m := p.b
	if f.low(m) == "who" { // the groups who wrote to her say
		return true
	}
	for m < stop && (adverbs[f.low(m)] || f.tag(m) == "RB") {
		m++
	}
	return m < stop && (isFinite(f.tag(m)) || auxiliaries[f.low(m)])
}

// holdsQuotation reports whether a quotation is among items [a, b).
func (f *frame) holdsQuotation(a, b int) bool {
	for k := a; k < b; k++ {
		if f.quoted(k) {
			return true
		}
	}
	return false
}
