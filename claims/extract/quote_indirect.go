package extract

import "stet/index/source"

// reports finds what is said without quotation marks, or only partly between
// them: the content of every cue that no whole quotation has taken.
func (q *quoting) reports(i int, f *frame, cs []*cue, byCue map[*cue]*found) {
	for _, c := range cs {
		if x := byCue[c]; x != nil {
			if !x.direct { // words quoted inside a report: the report is the content
				if r := f.content(c, cs); r.ok() {
					x.Rule += ", " + r.rule
					for _, s := range r.spans {
						x.segment = append(x.segment, segment{s, false})
					}
				}
			}
			continue
		}
		r := f.content(c, cs)
		if !r.ok() {
			continue
		}
		x := q.add(i, f, c, r.rule, r.sure)
		for _, s := range r.spans {
			x.segment = append(x.segment, segment{s, false})
		}
		x.belief = x.belief || c.verb.can(useFind) && !c.verb.can(useSame)
		if !x.belief {
			q.said(x, i)
		}
	}
}

// content returns what is said with a cue.
func (f *frame) content(c *cue, cs []*cue) report {
	switch c.form {
	case accordingTo, inWords:
		return f.accordingContent(c, cs)
	case nominalPrep:
		return f.nounPrepContent(c, cs)
	case asked:
		return f.askedContent(c, cs)
	case hedged:
		return f.hedgedContent(c, cs)
	case byAgent:
		if r := f.topicContent(c); r.ok() {
			return r
		}
	case inverted, subjectVerb:
		if c.verb.can(useThat) && !c.unreal {
			if r := f.clauseBefore(c, cs); r.ok() {
				return r
			}
		}
	}
	if c.form == inverted {
		return report{}
	}
	return f.contentAfter(c, cs)
}

// askedContent: the question up to the comma that the answer's clause follows.
func (f *frame) askedContent(c *cue, cs []*cue) report {
	k, end := c.compl, f.trimEnd()
	if f.low(k) == "about" {
		k++
	}
	b := f.stopAt(c, cs, k, end)
	for _, x := range cs {
		if x.k > c.k && x.form == subjectVerb && x.subject.a-1 > k && x.subject.a-1 < b && f.low(x.subject.a-1) == "," {
			b = x.subject.a - 1
		}
	}
	return one(f, k, b, "asked", sureNoun)
}

// nounPrepContent: what follows the preposition, up to the next clause.
func (f *frame) nounPrepContent(c *cue, cs []*cue) report {
	k := c.compl
	stop := f.stopAt(c, cs, k, f.trimEnd())
	if f.tag(k+1) != "VB" {
		k++
	}
	for m := k + 1; m < stop; m++ {
		l := f.low(m)
		if l == "," || l == ";" || isFinite(f.tag(m)) && !subordinators[f.low(m-1)] && f.tag(k) != "VB" {
			stop = m
			break
		}
	}
	r := report{rule: "noun", sure: sureNoun}
	r.take1(f, k, stop)
	return r
}

// hedgedContent: "The House | to pass the bill" of "The House is expected to …".
func (f *frame) hedgedContent(c *cue, cs []*cue) report {
	r := report{rule: "hedged", sure: sureNoun}
	if c.topic.ok() {
		r.take1(f, c.topic.a, c.topic.b)
	}
	r.take(f, c.compl, f.stopAt(c, cs, c.compl, f.trimEnd()))
	return r
}

// topicContent: what is spoken of, "The plan" of "The plan was rejected by Lind".
func (f *frame) topicContent(c *cue) report {
	r := report{rule: "topic", sure: sureNoun}
	if k := c.compl; c.verb.can(useNoun) && !c.verb.can(useWeak) && c.verb.can(useSame|useThat) && c.topic.ok() && !(f.low(k) == "that" || f.low(k) == "to" && f.tag(k+1) == "VB") {
		r.take1(f, c.topic.a, c.topic.b)
	}
	return r
}

// accordingContent: the sentence around "according to Lind".
func (f *frame) accordingContent(c *cue, cs []*cue) report {
	end := f.trimEnd()
	if c.k > 2 {
		b := c.k
		if f.low(b-1) == "," {
			b--
		}
		if b >= 3 {
			r := report{rule: c.verb.lemma, sure: sureThat}
			r.take(f, 0, b)
			k := f.skipAdjuncts(c.compl)
			if f.low(k) == "," && f.low(c.k-1) == "," && k+1 < end && !breaksOff[f.low(k+1)] && f.tag(k+1) != "VBG" {
				r.take(f, k+1, f.stopAt(c, cs, k+1, end))
			}
			return r
		}
	}
	k := c.compl
	for k < end && f.low(k) != "," {
		k++
	}
	if k >= end {
		return report{}
	}
	r := report{rule: c.verb.lemma, sure: sureThat}
	r.take(f, k+1, f.stopAt(c, cs, k+1, end))
	return r
}

// breaksOff are words after a comma that end what is reported.
var breaksOff = set(`though although while whereas which who adding citing after but`)

// clauseBefore reads "CLAUSE, Lind said" and "A, Lind said, B".
func (f *frame) clauseBefore(c *cue, cs []*cue) report {
	s := c.k
	if c.form != inverted {
		s = c.subject.a
		if s > c.k {
			return report{}
		}
	}
	end := f.trimEnd()
	after := f.skipAdjuncts(c.compl)
	sep := f.low(s - 1)
	if l := f.low(after); c.form != inverted && (l == "that" || l == "to" && f.tag(after+1) == "VB") {
		return report{}
	}
	if c.form == subjectVerb && sep == "," && f.low(after) == "," && after+1 < end && !breaksOff[f.low(after+1)] && f.tag(after+1) != "VBG" && f.low(after+1) != "and" && f.hasClause(after+1, end) {
		r := report{rule: "clause around", sure: sureThat}
		r.take(f, f.reportStart(s-1), s-1)
		r.take(f, after+1, f.stopAt(c, cs, after+1, end))
		return r
	}
	if s > 1 && f.quoted(s-1) && f.isWord(s-2) && (after >= end || c.form == inverted || endsReport[f.low(after)]) { // The plan is “dead,” Lind said
		r := report{rule: "clause before", sure: sureThat}
		r.take(f, f.reportStart(s-1), s)
		return r
	}
	if s > 2 && (sep == "," || sep == "—" || sep == "–" || sep == "--") && (after >= end || c.form == inverted || endsReport[f.low(after)]) {
		a := f.reportStart(s - 1)
		if f.hasClause(a, s-1) || after >= end && s-1-a >= 4 && c.verb.can(useSame) {
			r := report{rule: "clause before", sure: sureThat}
			r.take(f, a, s-1)
			if f.low(after) == "," && after < end && c.form != inverted && f.low(after+1) != "and" {
				if n := after + 1; f.tag(n) != "VBG" && !breaksOff[f.low(n)] {
					r.take(f, n, f.stopAt(c, cs, n, end))
				}
			}
			return r
		}
	}
	if s > 0 && s <= 4 && after < end && f.low(after) == "," && sep == "," && c.form == subjectVerb { // But, Lind said, …
		r := report{rule: "clause around", sure: sureThat}
		r.take(f, 0, s-1)
		r.take(f, after+1, f.stopAt(c, cs, after+1, end))
		return r
	}
	return report{}
}

// endsReport are words that may follow a closing "Lind said" and its adjuncts.
var endsReport = set(`, -- — – in on at during after before when as while following ahead amid last this earlier late early citing referring adding speaking via through from by without`)

// reportStart leaves out what comes before the reported clause: another report
// joined by a semicolon.
func (f *frame) reportStart(b int) int {
	for k := b - 1; k > 0; k-- {
		if f.low(k) == ";" {
			return k + 1
		}
	}
	return 0
}

// hasClause reports whether items [a, b) hold a finite verb or a quotation.
func (f *frame) hasClause(a, b int) bool {
	for k := a; k < b; k++ {
		if f.quoted(k) || isFinite(f.tag(k)) || auxiliaries[f.low(k)] {
			return true
		}
	}
	return false
}

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
	if p := f.after(k); !p.ok() && f.tag(k) != "VBG" && !f.quoted(k) && !(f.tag(k) == "RB" && f.tag(k+1) == "JJ") {
		return report{}
	}
	b := stop
	for m := k; m < stop; m++ {
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

// headlines reads "Lind: We will stay" and "Poll: Most want peace" in a frame
// without any other cue.
func (q *quoting) headlines(i int, f *frame) {
	for k := 1; k < f.n() && k <= 7; k++ {
		if f.low(k) != ":" {
			continue
		}
		n := f.before(k)
		if !n.ok() || n.a > 1 || k+3 >= f.n() || f.quoted(k+1) || !f.upper(n.a) || !agent(f, n) || !f.upper(k+1) && f.token(k+1).Kind != Num {
			return
		}
		if h := f.low(n.b - 1); !agentive(h) && f.tag(n.b-1) != "NNP" && f.tag(n.b-1) != "NNPS" {
			return
		}
		if f.holdsQuotation(k, f.n()) {
			return
		}
		c := &cue{k: k, from: k, verb: colonVerb, form: subjectVerb, subject: n, compl: k + 1, addr: noPhrase, via: noPhrase}
		c.setSubject(f)
		r := one(f, k+1, f.trimEnd(), "headline", sureTo)
		if !r.ok() {
			return
		}
		x := q.add(i, f, c, r.rule, r.sure)
		for _, s := range r.spans {
			x.segment = append(x.segment, segment{s, false})
		}
		return
	}
}

// trimEnd is the end of the frame without its final punctuation.
func (f *frame) trimEnd() int {
	end := f.n()
	for end > 0 {
		t := f.token(end - 1)
		if t == nil || t.Kind != Punct || t.Text == ")" || t.Text == "%" || t.Text == "]" {
			break
		}
		end--
	}
	return end
}

// beforeClosing stops content before a report that closes the sentence, ", the Echo
// reported", and content in a parenthesis at its end: "The ministry, citing the
// army, said".
func (f *frame) beforeClosing(c *cue, cs []*cue, k, stop, end int) int {
	for _, x := range cs {
		if x == c || x.k <= c.k || x.inherit || x.form != subjectVerb || !says(x) {
			continue
		}
		if s := x.subject.a; s-1 > k && s-1 < stop && f.low(s-1) == "," && x.k > s && (!says(c) && c.form != accordingTo && c.form != nominal || f.skipAdjuncts(x.compl) >= end) && !f.subordinateAt(s) {
			stop = s - 1
		}
	}
	if c.form == participle && f.low(c.from-1) == "," {
		for m := k + 1; m < stop; m++ {
			if f.low(m) == "," && (isFinite(f.tag(m+1)) || auxiliaries[f.low(m+1)]) {
				return m
			}
		}
	}
	return stop
}

// anotherView reports whether "but", somebody and a finite verb begin at item k: the
// writer goes on, not the speaker, who would be a pronoun.
func (f *frame) anotherView(k int) bool {
	if f.low(k) != "but" {
		return false
	}
	p := f.after(k + 1)
	return p.ok() && !f.isPersonal(p.a) && f.namesAgent(p) && f.newClause(k+1, f.n())
}

// timeLater reports whether "hours after", "a day before" begins at item k: when it
// was said, not what.
func (f *frame) timeLater(k int) bool {
	for m := k; m < k+3; m++ {
		if timeWords[f.low(m)] && (f.low(m+1) == "after" || f.low(m+1) == "before") {
			return true
		}
		if f.tag(m) != "DT" && f.tag(m) != "CD" && f.tag(m) != "JJ" && f.tag(m) != "RB" {
			break
		}
	}
	return false
}

// beforeUtterance stops content that begins at k before a whole utterance of
// another cue, and before the clause that introduces it: "If he lied, Lind said:
// “…”".
func (f *frame) beforeUtterance(c *cue, k, stop int) int {
	for p, x := range f.taken {
		if p <= k || p >= stop || x == c {
			continue
		}
		b := p
		if x.k < p && x.k > c.k && x.subject.ok() && x.subject.a > k && x.subject.a < p && !x.inherit {
			b = x.subject.a
		}
		switch f.low(b - 1) {
		case ",", ":", "—", "–", "--", "-", "and", "but", "which":
		default:
			continue
		}
		for b > k+1 && (f.low(b-1) == "," || f.low(b-1) == ":" || f.low(b-1) == "and" || f.low(b-1) == "but" || f.low(b-1) == "to" || f.low(b-1) == "which") {
			b--
		}
		stop = min(stop, b)
	}
	return stop
}

// stopAt is where content that begins at k stops: before a participle or a
// coordinated verb of the same speaker, and before "according to".
func (f *frame) stopAt(c *cue, cs []*cue, k, end int) int {
	stop := end
	for _, x := range cs {
		if x.k <= c.k || x.k <= k || x.k >= stop {
			continue
		}
		switch {
		case x.form == participle && x.inherit && (f.low(x.from-1) == "," || f.low(x.from-1) == "and" || f.low(x.from-1) == "—" || f.low(x.from-1) == "–"), x.form == accordingTo:
			stop = x.from
			if f.low(stop-1) == "," {
				stop--
			}
		case x.form == coordinated && x.inherit && x.subject == c.subject && f.tag(x.from) != "MD" && !x.verb.can(useBelief):
			s := x.from
			for s > k && (f.low(s-1) == "and" || f.low(s-1) == "," || f.low(s-1) == "but") {
				s--
			}
			if s > k {
				stop = s
			}
		}
	}
	for _, x := range cs { // ", but Kral hinted", ", and the council has promised": another's report
		if x == c || x.k <= c.k || !x.subject.ok() || x.inherit || x.form != subjectVerb {
			continue
		}
		s := x.subject.a
		if s-2 <= k || s-2 >= stop || f.low(s-2) != "," {
			continue
		}
		if l := f.low(s - 1); l == "but" || l == "while" || l == "and" && f.hasFinite(k, s-2) && f.namesAgent(x.subject) && !f.isPersonal(s) && !x.verb.can(useBelief) && c.form != accordingTo {
			stop = s - 2
		}
	}
	stop = f.beforeUtterance(c, k, stop)
	stop = f.beforeClosing(c, cs, k, stop, end)
	for m := k + 3; m < stop; m++ {
		if f.low(m) == ";" {
			return m
		}
		if f.low(m) == "," && f.hasFinite(k, m) && (f.anotherView(m+1) || f.timeLater(m+1)) {
			return m
		}
		if f.low(m) == "," && (f.low(m+1) == "though" || f.low(m+1) == "although" || f.low(m+1) == "while" || f.low(m+1) == "whereas") && f.hasFinite(k, m) {
			return m
		}
	}
	return stop
}
