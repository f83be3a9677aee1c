package extract

import "strings"

// Who speaks: the phrase that is the subject of a cue, and whom it addresses.

// agent reports whether a phrase can name somebody who speaks.
func agent(f *frame, p phrase) bool {
	if f.timePhrase(p) {
		return false
	}
	if f.upper(p.b-1) || f.upper(p.a) || f.isPersonal(p.a) || vagueHeads[f.low(p.b-1)] || shareHeads[f.low(p.b-1)] {
		return true
	}
	for k := p.b - 1; k >= p.a; k-- {
		if isNoun(f.tag(k)) && agentive(f.low(k)) {
			return true
		}
	}
	return strings.HasSuffix(f.low(p.b-1), "-year-old")
}

// timePhrase reports whether a phrase is a time: "this week", "Thursday morning".
func (f *frame) timePhrase(p phrase) bool {
	return f.isTime(p.b-1) && (p.b-p.a == 1 || f.isTime(p.b-2) || f.low(p.b-2) == "this" || f.low(p.b-2) == "last" || f.low(p.b-2) == "next" || f.tag(p.b-2) == "CD")
}

// participleSubject: "with officials saying" has its own subject, ", adding" the
// sentence's.
func (f *frame) participleSubject(c *cue, j int) {
	c.form = participle
	if p := f.spender(j); p.ok() {
		c.subject = p
		return
	}
	if l := f.low(j); l == "from" || l == "into" { // barred her from writing
		if p := f.before(j); p.ok() && (f.namesAgent(p) || objectPronouns[f.low(p.a)]) && !f.timePhrase(p) {
			c.subject = p
			return
		}
	}
	p := f.before(j + 1)
	if p.ok() && p.a > 0 {
		l := f.low(p.a - 1)
		direct := j == p.b-1
		switch {
		case direct && f.holdsWriting(p):
			if m := f.mainSubject(p.a); (giving[l] || l == "in" || l == "with") && m.ok() && f.namesAgent(m) { // issued a statement condemning
				c.subject = m
				return
			}
			c.subject = p
			return
		case direct && addressing[l]: // emailed supporters saying
			if m := f.mainSubject(p.a); m.ok() && f.namesAgent(m) {
				c.subject = m
				return
			}
		case direct && !f.upper(p.b-1) && !agentive(f.low(p.b-1)) && !f.timePhrase(p) && (c.verb.can(useFind) || outlining[c.verb.lemma]):
			c.subject = p
			return
		case l == "with", l == "and", l == "," && agentive(f.low(p.b-1)), direct && (f.namesAgent(p) || agentive(f.low(p.b-1))) && !f.isPersonal(p.a) && !f.timePhrase(p), direct && f.isFinding(p):
			c.subject = p
			return
		}
	}
	if p.ok() && p.a == 0 && agentive(f.low(p.b-1)) {
		c.subject = p
		return
	}
	c.inherit = true
}

// maxSpent is how many items may stand between "spent" and what was done.
const maxSpent = 10

// spender is who spends what ends at item j in speaking: "Lind spent much of the
// hour praising".
func (f *frame) spender(j int) phrase {
	for m := j; m > 0 && m > j-maxSpent && !f.quoted(m); m-- {
		switch f.low(m) {
		case ",", ";":
			return noPhrase
		case "spent", "spends", "spend", "spending":
			if p := f.mainSubject(m + 1); p.ok() && f.namesAgent(p) {
				return p
			}
			return noPhrase
		}
	}
	return noPhrase
}

// writings speak by what stands in them: "a sign saying". Compiled by hand.
var writings = set(`sign banner placard poster statement letter post tweet message email e-mail note headline caption memo text leaflet flyer sticker inscription
 report article editorial ad advertisement graffiti slogan video transcript call dispatch ledger page file note slide book chart brochure pamphlet script subpoena`)

// holdsWriting reports whether a phrase is about a writing: "a letter to the board",
// "a series of tweets early on Friday".
func (f *frame) holdsWriting(p phrase) bool {
	if writings[singular(f.low(f.head(p)))] {
		return true
	}
	for k := p.a; k < p.b; k++ {
		if l := f.low(k); writings[singular(l)] && l != "report" && !f.upper(k) && (f.low(k-1) == "of" || k+1 == p.b) {
			return true
		}
	}
	return false
}

// addressing are verbs whose object is who hears or reads: "emailed supporters
// saying".
var addressing = set(`emailed emails email texted texts text wrote messaged phoned called calls telephoned cabled told tells addressed briefed notified`)

// outlining are verbs whose participle after a thing is what the thing does: "pages
// outlining the deal".
var outlining = set(`outline detail list describe document summarize summarise confirm recommend`)

// giving are verbs whose object is what their subject says.
var giving = set(`unleashed fired posting sending delivered circulated shared issued issues issue released releases release posted posts post sent sends send wrote writes write published publishes put signed tweeted emailed mailed
 circulating distributed handed aired ran run revised read carried`)

// inversion reads “…,” said Lind.
func (f *frame) inversion(c *cue, j int) bool {
	mark := f.quoted(c.k - 1)
	comma := j == c.k-1 && (f.low(j) == "," || f.low(j) == "–" || f.low(j) == "—")
	if !mark && !comma || c.verb.lemma == "tell" {
		return false
	}
	p := f.after(c.k + 1)
	if tg := f.tag(c.k + 1); !p.ok() && (tg == "VBN" || tg == "VBG" || tg == "RB") {
		if p = f.after(c.k + 2); p.ok() {
			p.a = c.k + 1
		}
	}
	if !p.ok() {
		return false
	}
	tg, l := f.tag(p.a), f.low(p.a)
	if !f.upper(p.a) && !f.upper(p.b-1) && tg != "DT" && tg != "PRP$" && !pronouns[l] && tg != "CD" && !agentive(f.low(p.b-1)) || l == "that" {
		return false
	}
	if !agent(f, p) {
		return false
	}
	if comma {
		if clauseGoesOn(f.tag(p.b)) || auxiliaries[f.low(p.b)] || f.low(p.b) == "to" || f.low(p.b) == "that" {
			return false // ", said he would": the clause is what was said
		}
		if q := f.beforeParenthesis(j); q.ok() {
			return false // Lind, the mayor, said …
		}
	}
	if f.low(p.b) == "," && !f.upper(p.b-1) { // said the director, Elif Demir
		e := p.b + 1
		for e < f.n() && f.upper(e) && e < p.b+5 {
			e++
		}
		if f.isName(p.b+1, e) {
			p.b = e
		}
	}
	c.subject, c.form, c.compl = p, inverted, p.b
	return true
}

// clauseGoesOn: a tag after a noun phrase that makes it a subject.
func clauseGoesOn(tag string) bool {
	return isVerb(tag) && tag != "VBG" || tag == "MD" || tag == "PRP" || tag == "RB"
}

// unnamed is where the relative clause begins that says who speaks would not be named
// and that ends at item j, "a police officer who asked not to be named"; -1 if none
// does.
func (f *frame) unnamed(j int) int {
	const far = 16 // "who spoke on condition of anonymity because he was not allowed to talk to the press"
	for m := j; m > 0 && m > j-far && !f.quoted(m); m-- {
		switch l := f.low(m); {
		case l == "who":
			if !anonymous[f.low(j)] {
				return -1
			}
			return m
		case l == ";" || l == ",":
			return -1
		}
	}
	return -1
}

// anonymous are the last words of such a clause.
var anonymous = set(`named identified anonymity anonymous unnamed`)

// unnamedAfter reports that the verb at item k asks for no more than to stay unnamed,
// which is nothing said about the news: "asked not to be named".
func (f *frame) unnamedAfter(k int) bool {
	a := k + 1
	if f.low(a) == "not" {
		a++
	}
	switch f.low(a) {
	case "to":
		return (f.low(a+1) == "be" || f.low(a+1) == "remain" || f.low(a+1) == "stay") && anonymous[f.low(a+2)]
	case "for":
		return anonymous[f.low(a+1)]
	}
	return anonymous[f.low(a)]
}

// findSubject looks for the subject left of a verb group that begins after j.
func (f *frame) findSubject(c *cue, j int) bool {
	if m := f.unnamed(j); m > 0 {
		if p := f.before(m); p.ok() {
			c.subject, c.form = p, subjectVerb
			return true
		}
	}
	switch l := f.low(j); {
	case l == "," || l == "-" || l == "–" || l == "—" || l == "―" || l == "--" || l == ")":
		if r := f.relativeAround(j); r >= 0 { // who, on Friday, said
			return f.relativeSubject(c, r)
		}
		if p := f.beforeParenthesis(j); p.ok() {
			c.subject, c.form = p, subjectVerb
		} else {
			c.inherit = true
			c.form = coordinated
		}
		return true
	case l == "who" || l == "which" || l == "that":
		return f.relativeSubject(c, j)
	case l == "and" || l == "but" || l == "or" || l == "then":
		c.inherit, c.form = true, coordinated
		return true
	}
	if p := f.before(j + 1); p.ok() {
		if l := f.low(p.b - 1); p.b-p.a == 1 && strings.HasSuffix(l, "self") || l == "themselves" { // Ford itself said
			if q := f.before(p.a); q.ok() {
				p = q
			}
		}
		if l := f.low(p.b - 1); p.b-p.a > 1 && (l == "himself" || l == "herself" || l == "itself" || l == "themselves") {
			p.b--
		}
		if f.timePhrase(p) { // "Lind this week said"
			q := f.before(p.a)
			if !q.ok() && (f.tag(p.a-1) == "VBN" || f.tag(p.a-1) == "VBD" || prepositions[f.low(p.a-1)]) { // a report published Wednesday said
				q = f.before(p.a - 1)
				if !q.ok() {
					q = f.before(p.a - 2)
				}
				if !q.ok() {
					q = f.reducedRelative(p.a - 1)
				}
			}
			if !q.ok() || !agent(f, q) {
				return false
			}
			if n := f.before(q.a); f.isPersonal(q.a) && n.ok() && agent(f, n) { // scholars I interviewed this week said
				q = n
			}
			p = q
		}
		if r := f.relativePast(p); r > 0 {
			return f.relativeSubject(c, r)
		}
		if p = f.climb(p); objectPronouns[f.low(p.b-1)] {
			return false
		}
		if f.low(p.a-1) == "and" && says(c) { // , medics and a witness said
			if q := f.before(p.a - 1); q.ok() && (q.a == 0 || f.low(q.a-1) == ",") && f.namesAgent(q) && agentive(f.low(p.b-1)) {
				p.a = q.a
			}
		}
		if prepositions[f.low(p.a-1)] && f.low(p.a-1) != "of" && !f.namesAgent(p) && f.tag(c.k) != "VBZ" && f.tag(c.k) != "VBP" && c.from == c.k && !says(c) {
			return false // in a video posted on Monday
		}
		c.subject, c.form = p, subjectVerb
		return true
	}
	strong := c.verb.can(useSame) && c.verb.can(useThat)
	if strong && j < 0 { // Said Lind: …
		if p := f.after(c.k + 1); p.ok() && agent(f, p) {
			c.subject, c.form, c.compl = p, inverted, p.b
			return true
		}
	}
	if strong && f.quoted(j) {
		c.inherit, c.form = true, coordinated
		return true
	}
	return false
}

// relativeSubject: ", who said" and "officials who said".
func (f *frame) relativeSubject(c *cue, j int) bool {
	c.form, c.who = relative, j
	if l := f.low(j - 1); l == "-" || l == "–" || l == "—" || l == "--" || l == "(" {
		c.subject = f.before(j - 1)
		return c.subject.ok()
	}
	if f.low(j-1) == "," {
		p := f.before(j - 1)
		if p.ok() && f.low(p.a-1) == "," {
			if q := f.before(p.a - 1); q.ok() && f.upper(q.a) && !(f.upper(p.b-1) && p.b-p.a >= 2) {
				p = q
			}
		}
		c.subject = p
		return p.ok()
	}
	if f.low(j) == "that" && f.tag(j) == "IN" {
		return false
	}
	c.subject = f.before(j)
	if l := f.low(j - 1); !c.subject.ok() && f.low(j) != "that" && (l == "and" || l == "but") { // and who
		c.subject, c.who = phrase{j, j + 1}, 0
	}
	return c.subject.ok()
}

// relativePast returns the relative pronoun that only prepositional phrases part from
// the verb after p: "who like many in the town declined". 0 if there is none.
func (f *frame) relativePast(p phrase) int {
	for range 3 {
		k := p.a - 1
		if l := f.low(k); !prepositions[l] && l != "like" && l != "unlike" {
			return 0
		}
		if l := f.low(k - 1); l == "who" || l == "which" {
			return k - 1
		}
		if p = f.before(k); !p.ok() {
			return 0
		}
	}
	return 0
}

// relativeAround returns the "who" that a parenthesis ending at item j parts from
// its verb, -1 if there is none.
func (f *frame) relativeAround(j int) int {
	for m := j - 1; m > 0 && m > j-12 && !f.quoted(m); m-- {
		if f.low(m) == f.low(j) {
			if l := f.low(m - 1); l == "who" || l == "which" {
				return m - 1
			}
			return -1
		}
		if isFinite(f.tag(m)) {
			return -1
		}
	}
	return -1
}

// nominative pronouns are subjects, no addressees.
var nominative = set(`i he she we they`)

// addressee reads "told reporters", "warned Lind".
func (f *frame) addressee(c *cue) {
	if !c.verb.can(useAddr) && !c.verb.can(useObjTo) {
		return
	}
	k := c.compl
	if f.tag(k) == "PRP" {
		if l := f.low(k); nominative[l] && c.verb.lemma != "tell" || (l == "it" || l == "you") && (isFinite(f.tag(k+1)) || auxiliaries[f.low(k+1)]) {
			return // believe they can win
		}
		c.addr, c.compl = phrase{k, k + 1}, k+1
		return
	}
	p := f.after(k)
	if !p.ok() || f.low(p.a) == "that" {
		return
	}
	if c.verb.lemma != "tell" && (isFinite(f.tag(p.b)) || auxiliaries[f.low(p.b)]) {
		return // "warned the dam would break"
	}
	if !agent(f, p) {
		return
	}
	if isFinite(f.tag(p.b)) || auxiliaries[f.low(p.b)] { // told aides Lind had left
		for m := p.a + 1; m < p.b; m++ {
			if f.upper(m) && !f.upper(m-1) && f.tag(m-1) == "NNS" {
				p.b = m
				break
			}
		}
	}
	c.addr, c.compl = p, p.b
}
