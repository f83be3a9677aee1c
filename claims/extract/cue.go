package extract

import (
	"strings"

	"stet/index/source"
)

// form is how a cue stands to the one who speaks.
type form uint8

const (
	subjectVerb form = iota // Lind said
	inverted                // said Lind
	relative                // Lind, who said
	participle              // , adding that
	coordinated             // … and said
	accordingTo             // according to Lind
	byAgent                 // was told by Lind
	quotedAs                // was quoted as saying
	nominal                 // Lind's claim that
	inWords                 // in Lind's words
	adjectival              // is confident that
	nominalPrep             // Lind's call for
	hedged                  // is expected to, is said to: nobody in particular says so
	asked                   // Asked whether …: nobody in particular asks
)

// cue is a place where somebody is said to say, write or think something.
type cue struct {
	k       int // item of the word that carries the meaning
	from    int // first item of the verb group
	verb    *cueVerb
	form    form
	subject phrase
	subj    source.Span // of the subject; empty: none. Set even if it lies in another frame.
	subjTok int         // its first token
	who     int         // item of the relative pronoun that is the subject, 0: none
	inherit bool        // the subject is an earlier cue's
	compl   int         // first item after the verb and its addressee
	addr    phrase
	via     phrase // who passed it on
	negated bool
	topic   phrase // of a passive: what is spoken of
	unreal  bool   // an infinitive: said to be said, not said
	words   source.Span
}

// outside the verb table: cues that are not verbs.
var (
	accordingVerb = &cueVerb{lemma: "according to", uses: useThat | useSame}
	nominalVerb   = &cueVerb{lemma: "claim", uses: useThat}
	nounVerb      = &cueVerb{lemma: "call", uses: useNoun}
	adjectiveVerb = &cueVerb{lemma: "be", uses: useThat | useBelief}
	colonVerb     = &cueVerb{lemma: ":", uses: useThat | useSame}
	dashVerb      = &cueVerb{lemma: "–", uses: useSame}
	wordsVerb     = &cueVerb{lemma: "in words", uses: useThat | useSame}
)

// cues finds the cues of a frame, from left to right.
func (f *frame) cues() []*cue {
	var cs []*cue
	forms := cueForms()
	for k := range f.items {
		t := f.token(k)
		if t == nil || t.Kind != Word {
			continue
		}
		c := f.otherCue(k)
		if c == nil {
			if v := f.phrasalAt(k); v != nil && (isVerb(t.Tag) || f.afterQuotation(k)) {
				c = f.verbCue(k, v)
			} else if v := forms[t.Lower]; v != nil && f.isCueVerb(k, v) {
				c = f.verbCue(k, v)
			}
		}
		if c != nil {
			cs = append(cs, c)
		}
	}
	f.inheritSubjects(cs)
	out := cs[:0]
	for _, c := range cs {
		if c.subject.ok() || c.form == quotedAs || c.form == hedged || c.form == asked {
			c.setSubject(f)
			out = append(out, c)
		}
	}
	return out
}

func (c *cue) setSubject(f *frame) {
	if c.subject.ok() {
		c.subj = f.span(c.subject.a, max(c.subject.b, c.who+1))
		c.subjTok = f.items[c.subject.a].tok
	}
	if c.words.Empty() {
		c.words = f.span(c.k, c.k+1)
	}
}

// isCueVerb decides whether a form of a cue verb is one here.
func (f *frame) isCueVerb(k int, v *cueVerb) bool {
	t := f.token(k)
	if !isVerb(t.Tag) && t.Tag != "MD" && !unmistakable[t.Lower] && !f.afterQuotation(k) && !f.reportsThat(k) && !f.verbAfterName(k) {
		return false
	}
	prev := f.low(k - 1)
	if t.Tag == "VB" && !auxiliaries[prev] && prev != "to" && !adverbs[prev] && !f.isPersonal(k-1) && !(f.heads(k-1) && v.can(useSame)) && !(prev == "," && k > 2 && unmistakable[t.Lower]) && f.tag(k-1) != "VBN" && !(f.quoted(k-1) && v.can(useSame)) &&
		!(prev == "," && v.can(useThat) && k > 2 && f.beforeParenthesis(k-1).ok()) {
		return false
	}
	if (v.can(useTo) || v.can(useBelief)) && f.low(k+1) == "to" && cueForms()[f.low(k+2)] != nil && (refuses[t.Lower] || fromTo[t.Lower]) && f.saysAfterTo(k+2) {
		return false // "declined to say whether": the saying is the cue
	}
	switch v.lemma {
	case "quote", "cite":
		return !f.asSaying(k)
	case "point":
		return f.low(k+1) == "out" || f.low(k+1) == "to"
	case "go":
		return f.low(k+1) == "on" && (f.low(k+2) == "to" || f.low(k+2) == ":" || f.quoted(k+2))
	case "add":
		if f.tag(k+1) == "CD" || f.low(k+1) == "to" || f.low(k+1) == "up" {
			return false
		}
	}
	return true
}

// asSaying reports whether "as saying" follows the verb at k: "quoted Lind as
// saying" is one cue, and saying is its verb.
func (f *frame) asSaying(k int) bool {
	for m := k + 1; m < k+12 && m+1 < f.n() && !f.quoted(m); m++ {
		if f.low(m) == "as" && f.low(m+1) == "saying" {
			return true
		}
	}
	return false
}

// verbAfterName reports whether item k, a form of a cue verb in -s or -ed that was
// not tagged as one, follows a name in a clause that lacks a verb.
func (f *frame) verbAfterName(k int) bool {
	l := f.low(k)
	if k == 0 || !f.upper(k-1) || f.upper(k) || !strings.HasSuffix(l, "s") && !strings.HasSuffix(l, "ed") {
		return false
	}
	v := cueForms()[l]
	if oneOf(v.preps, f.low(k+1)) && v.lemma != "talk" {
		return !f.hasFinite(0, k) // Lind calls for reform
	}
	switch f.tag(k + 1) {
	case "NNP":
		return v.can(useNoun) // Lind calls Rao unqualified
	case "DT", "PRP$", "PRP", "":
		return !f.hasFinite(0, f.n()) && (f.quoted(k+1) || k+1 < f.n())
	}
	return false
}

// afterQuotation reports whether only a name or pronoun stands between a
// quotation and item k: “…,” Lind quips.
func (f *frame) afterQuotation(k int) bool {
	if strings.HasSuffix(f.low(k), "ing") {
		return false
	}
	for m := k - 1; m >= 0 && m > k-7; m-- {
		if f.quoted(m) {
			return true
		}
		if !f.upper(m) && !pronouns[f.low(m)] && f.low(m) != "," {
			break
		}
	}
	return false
}

// verbCue reads the verb group around item k and looks for its subject.
func (f *frame) verbCue(k int, v *cueVerb) *cue {
	c := &cue{k: k, from: k, verb: v, subject: noPhrase, addr: noPhrase, via: noPhrase, compl: k + 1}
	if v.lemma == "point" || strings.Contains(v.lemma, " ") {
		c.compl++
	}
	j, passive := f.groupStart(c)
	low := f.low(k)
	if f.low(k-1) == "to" { // "went on to say", "refused to say", "wants to ask"
		return f.infinitive(c)
	}
	if passive && strings.HasSuffix(low, "ing") {
		passive = false
	}
	if low == "saying" && f.low(k-1) == "as" {
		if f.quotedAsSaying(c) {
			return c
		}
	}
	if passive {
		return f.passive(c, j)
	}
	if v.lemma == "ask" && low == "asked" && (k == 0 || f.low(k-1) == "when" || f.low(k-1) == "," || f.low(k-1) == "and" && k == 1) && (whWords[f.low(k+1)] || f.low(k+1) == "about" || f.low(k+1) == "by" || f.low(k+1) == "to" || f.tag(k+1) == "IN") {
		return f.askedAbout(c)
	}
	if f.tag(k) == "VBG" && !auxiliaries[f.low(k-1)] && c.from == k || strings.HasSuffix(low, "ing") && c.from == k {
		f.participleSubject(c, j)
		f.addressee(c)
		return c
	}
	if f.tag(k) == "VBN" && c.from == k && !v.can(useSame) && !v.can(useThat) && !(f.low(k-1) == "and" && (f.upper(k+1) || f.tag(k+1) == "PRP")) {
		return nil // a reduced relative: "the plan described as"
	}
	if v.can(useSame) && f.inversion(c, j) {
		return c
	}
	if !f.findSubject(c, j) {
		return nil
	}
	f.addressee(c)
	return c
}

// askedAbout reads "Asked by Rao whether …," and "when asked about …": the question
// ends where the answer's clause begins.
func (f *frame) askedAbout(c *cue) *cue {
	c.form = asked
	if f.low(c.k+1) == "by" {
		if p := f.after(c.k + 2); p.ok() {
			c.subject, c.compl = p, p.b
		}
	}
	return c
}

// groupStart skips the auxiliaries, adverbs and times before the verb: "had
// earlier on Thursday urged". It returns the item before the group.
func (f *frame) groupStart(c *cue) (j int, passive bool) {
	j = c.k - 1
	for j >= 0 && !f.quoted(j) {
		l := f.low(j)
		if auxiliaries[l] || adverbs[l] && f.tag(j) != "NN" || f.tag(j) == "RB" {
			switch l {
			case "was", "were", "been", "is", "are", "being", "be", "'m", "am", "'re":
				passive = true
			case "not", "n't", "never":
				c.negated = true
			}
			j--
			continue
		}
		if p := f.timeBefore(j); p < j {
			j = p
			continue
		}
		break
	}
	c.from = j + 1
	return j, passive
}

// timeBefore skips a time that ends at item j if the verb group or a subject
// stands before it; else it returns j.
func (f *frame) timeBefore(j int) int {
	p := j
	for n := 0; n < 4 && p >= 0 && (f.isTime(p) || f.low(p) == "last" || f.low(p) == "this" || f.low(p) == "next" || f.tag(p) == "CD"); n++ {
		p--
	}
	if p == j {
		return j
	}
	if f.low(p) == "on" || f.low(p) == "in" {
		p--
	}
	if l := f.low(p); f.token(p) != nil && (auxiliaries[l] || adverbs[l] || isNoun(f.tag(p)) || f.isPersonal(p) || l == "but" || l == "and") {
		return p
	}
	return j
}

// infinitive handles "X went on to say", "X declined to say": the subject of
// the verb before "to" speaks, if that verb means speech happens.
func (f *frame) infinitive(c *cue) *cue {
	m := c.k - 2
	if f.low(m) == "on" && (f.low(m-1) == "went" || f.low(m-1) == "goes" || f.low(m-1) == "go" || f.low(m-1) == "going") {
		m--
	} else if !fromTo[f.low(m)] {
		return f.purpose(c)
	} else if v := cueForms()[f.low(m)]; v != nil && v.can(useTo) && !f.saysAfterTo(c.k) {
		return nil // "declined to comment": what is declined is the report
	}
	if refuses[f.low(m)] {
		c.negated = true
	}
	probe := &cue{k: m, from: m, verb: c.verb, subject: noPhrase, addr: noPhrase, compl: m + 1}
	j, _ := f.groupStart(probe)
	if !f.findSubject(probe, j) {
		return nil
	}
	c.subject, c.form, c.inherit, c.from = probe.subject, probe.form, probe.inherit, probe.from
	c.negated = c.negated || probe.negated
	f.addressee(c)
	return c
}

// saysAfterTo reports whether the verb at k, after "declined to", introduces what
// was said or asked: "declined to say whether".
func (f *frame) saysAfterTo(k int) bool {
	v := cueForms()[f.low(k)]
	return v != nil && v.can(useThat) && (whWords[f.low(k+1)] || f.low(k+1) == "that" || f.quoted(k+1) || v.lemma == "say" && f.isPersonal(k+1))
}

// purpose handles any other "to say that": the sentence's subject speaks, or is
// meant to.
func (f *frame) purpose(c *cue) *cue {
	if !c.verb.can(useSame) || !c.verb.can(useThat) {
		return nil
	}
	c.form, c.inherit, c.unreal = subjectVerb, true, true
	c.from = c.k - 1
	f.addressee(c)
	return c
}

// Verbs whose infinitive happens, and those whose infinitive does not.
var (
	fromTo = set(`continued continues began begins seemed seems appeared appears used wanted managed hastened rushed proceeded took seeks sought tried tries trying
	 refused refuses declined declines failed fails`)
	refuses = set(`refused refuses declined declines failed fails`)
)

// quotedAsSaying reads "X was quoted by Y as saying", "Y quoted X as saying".
func (f *frame) quotedAsSaying(c *cue) bool {
	for m := c.k - 2; m >= 0 && m > c.k-12; m-- {
		l := f.low(m)
		if l != "quoted" && l != "cited" && l != "quotes" && l != "quoting" {
			continue
		}
		c.form = quotedAs
		for p := m + 1; p < c.k; p++ {
			if f.low(p) == "by" || f.low(p) == "in" {
				c.via = f.after(p + 1)
			}
		}
		probe := &cue{k: m, from: m, verb: c.verb, subject: noPhrase, addr: noPhrase, compl: m + 1}
		j, passive := f.groupStart(probe)
		if passive {
			if f.findSubject(probe, j) {
				c.subject = probe.subject
			}
		} else {
			c.subject = f.after(m + 1)
			if f.findSubject(probe, j) {
				c.via = probe.subject
			}
		}
		return c.subject.ok()
	}
	return false
}

// passive: "said by Lind" has a speaker, "was told" has none; "is expected to" and
// "was asked whether" tell what nobody in particular says.
func (f *frame) passive(c *cue, j int) *cue {
	for m := c.k + 1; m < f.n() && m <= c.k+3; m++ {
		if f.low(m) == "by" {
			if p := f.after(m + 1); p.ok() && agent(f, p) {
				c.subject, c.form, c.compl = p, byAgent, p.b
				c.topic = f.topicBefore(j)
				return c
			}
		}
	}
	next := f.low(c.k + 1)
	switch {
	case c.verb.lemma == "ask" && (whWords[next] || next == "to" || next == "about"):
		c.form = asked
		return c
	case hearsay[f.low(c.k)] && (next == "to" && f.tag(c.k+2) == "VB" || next == "that" || next == "as" && c.verb.can(useNoun)):
		c.form = hedged
		if next == "that" && f.low(j) != "it" {
			return nil
		}
		if next != "that" {
			c.topic = f.topicBefore(j)
		}
		return c
	}
	return nil
}

// topicBefore is the subject of a passive whose verb group begins after item j.
func (f *frame) topicBefore(j int) phrase {
	p := f.before(j + 1)
	if !p.ok() && (f.low(j) == "," || f.low(j) == ")") {
		p = f.beforeParenthesis(j)
	}
	if p.ok() && !f.isPersonal(p.a) {
		p = f.climb(p)
	}
	return p
}

// hearsay are participles that report without saying whose words: "is said to".
// Compiled by hand.
var hearsay = set(`said expected believed thought reported alleged rumored rumoured considered seen viewed known understood feared presumed assumed estimated projected
 predicted forecast claimed supposed regarded perceived described called deemed`)

// agent reports whether a phrase can name somebody who speaks.
func agent(f *frame, p phrase) bool {
	if f.timePhrase(p) {
		return false
	}
	if f.upper(p.b-1) || f.upper(p.a) || f.isPersonal(p.a) || vagueHeads[f.low(p.b-1)] {
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
	p := f.before(j + 1)
	if p.ok() && p.a > 0 {
		l := f.low(p.a - 1)
		direct := j == p.b-1
		switch {
		case direct && f.holdsWriting(p):
			if m := f.mainSubject(p.a); giving[l] && m.ok() && f.namesAgent(m) { // issued a statement condemning
				c.subject = m
				return
			}
			c.subject = p
			return
		case l == "with", l == "and", l == "," && agentive(f.low(p.b-1)), direct && f.namesAgent(p) && !f.isPersonal(p.a) && !f.timePhrase(p), direct && f.isFinding(p):
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

// writings speak by what stands in them: "a sign saying". Compiled by hand.
var writings = set(`sign banner placard poster statement letter post tweet message email e-mail note headline caption memo text leaflet flyer sticker inscription
 report article editorial ad advertisement graffiti slogan video transcript`)

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

// giving are verbs whose object is what their subject says.
var giving = set(`unleashed fired posting sending delivered circulated shared issued issues issue released releases release posted posts post sent sends send wrote writes write published publishes put signed tweeted`)

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

// findSubject looks for the subject left of a verb group that begins after j.
func (f *frame) findSubject(c *cue, j int) bool {
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
		if f.timePhrase(p) { // "Lind this week said"
			q := f.before(p.a)
			if !q.ok() && (f.tag(p.a-1) == "VBN" || f.tag(p.a-1) == "VBD" || prepositions[f.low(p.a-1)]) { // a report published Wednesday said
				q = f.before(p.a - 1)
				if !q.ok() {
					q = f.before(p.a - 2)
				}
			}
			if !q.ok() || !agent(f, q) {
				return false
			}
			p = q
		}
		if p = f.climb(p); objectPronouns[f.low(p.b-1)] {
			return false
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

// maxApposition is how many items may stand between a subject and its verb.
const maxApposition = 45

// beforeParenthesis skips an apposition or relative clause that ends at item j:
// "Lind, the mayor of Norrby, said". A phrase that itself stands in such an
// apposition ("Lind, who is a pastor in Elizabeth, Colorado, said") counts only if
// nothing better stands before it.
func (f *frame) beforeParenthesis(j int) phrase {
	open := f.low(j)
	if open == "," && f.low(j-1) == ")" {
		if p := f.before(j); p.ok() && f.namesAgent(p) {
			return f.climb(p)
		}
		j--
		open = ")"
	}
	if open == ")" {
		open = "("
	}
	commas := 0
	fallback := noPhrase
	for m := j - 1; m > 0 && j-m < maxApposition; m-- {
		if f.quoted(m) || f.low(m) != open {
			continue
		}
		commas++
		p := f.before(m)
		if p.ok() && open == "," && f.isName(m+1, j) && determiner(f.tag(p.a)) && !f.insideApposition(p) {
			if q := f.before(p.a - 1); f.low(p.a-1) == "," && q.ok() && f.isName(q.a, q.b) && q.b-q.a >= 2 { // Ola Lind, the editor of the daily, the Post, said
				return q
			}
			return phrase{p.a, j}
		}
		if p.ok() && f.namesAgent(p) && f.apposes(m+1, j) {
			if q := f.beyondSeries(p, open); q.ok() {
				return q
			}
			if open == "," && f.isName(m+1, j) { // the mayor of Norrby, Ola Lind,
				p.b = j
			}
			if !f.insideApposition(p) {
				if f.isPersonal(p.a) {
					return p
				}
				return f.climb(p)
			}
			if !fallback.ok() {
				fallback = p
			}
		}
		if commas == 4 {
			break
		}
	}
	return fallback
}

// namesAgent reports whether the head of a phrase, not what a preposition or
// bracket adds to it, can speak.
func (f *frame) namesAgent(p phrase) bool {
	h := f.head(p)
	return f.upper(h) && !f.isTime(h) || agentive(f.low(h)) || f.isPersonal(p.a) || vagueHeads[f.low(h)] || f.low(p.a) == "those"
}

// head is the item a phrase is about: the last before a preposition, bracket or
// relative pronoun.
func (f *frame) head(p phrase) int {
	for k := p.a + 1; k < p.b; k++ {
		switch f.low(k) {
		case "of", "for", "at", "in", "from", "with", "to", "on", "(", "who", "that", "which", ",":
			if f.upper(k-1) && f.low(k) == "of" && agentive(f.low(k-1)) || isNoun(f.tag(k-1)) || vagueHeads[f.low(k-1)] || f.tag(k-1) == "CD" || f.low(k) == "(" {
				return k - 1
			}
		}
	}
	return p.b - 1
}

// insideApposition reports whether a phrase depends on what stands before it: a
// preposition, or the verb of a relative clause.
func (f *frame) insideApposition(p phrase) bool {
	k := p.a - 1
	if prepositions[f.low(k)] || f.low(k) == "as" {
		return true
	}
	for ; k >= 0 && k > p.a-8 && !f.quoted(k) && f.low(k) != ","; k-- {
		if l := f.low(k); (l == "who" || l == "which" || l == "whose" || l == "whom") && f.low(k-1) == "," {
			return true
		}
	}
	return false
}

// isName reports whether items [a, b) are nothing but a proper name.
func (f *frame) isName(a, b int) bool {
	if b <= a || b-a > 5 {
		return false
	}
	for k := a; k < b; k++ {
		if !f.upper(k) && !particles[f.low(k)] || !isNoun(f.tag(k)) && !particles[f.low(k)] {
			return false
		}
	}
	return true
}

// beyondSeries: the phrase may itself be an apposition, "Lind, 34, of Norrby, said".
func (f *frame) beyondSeries(p phrase, open string) phrase {
	if open != "," || f.low(p.a-1) != "," || f.upper(p.a) && p.b-p.a >= 2 {
		return noPhrase
	}
	q := f.before(p.a - 1)
	if q.ok() && !f.upper(q.a) && prepositions[f.low(q.a-1)] || q.ok() && prepositions[f.low(q.a-1)] && !f.upper(p.b-1) {
		return noPhrase // in addition to Lind, two members of the council, … said
	}
	if q.ok() && f.upper(q.b-1) && (f.tag(q.b-1) == "NNP" || f.tag(q.b-1) == "NNPS") {
		return q
	}
	return noPhrase
}

// apposes reports whether items [k, end) look like what stands between commas
// after a name.
func (f *frame) apposes(k, end int) bool {
	l, tg := f.low(k), f.tag(k)
	switch tg {
	case "NNP", "NNPS", "NN", "NNS", "JJ", "VBG", "VBN", "CD", "DT", "PRP$", "RB":
		return !f.ownClause(k, end)
	}
	return parenthetic[l] || f.quoted(k)
}

// ownClause reports whether items [a, b) hold a finite verb that no relative
// pronoun or conjunction introduces: then they are a clause, not an apposition.
func (f *frame) ownClause(a, b int) bool {
	for k := a; k < b; k++ {
		if subordinate[f.low(k)] {
			return false
		}
		if isFinite(f.tag(k)) {
			return true
		}
	}
	return false
}

// subordinate words begin a clause inside an apposition.
var subordinate = set(`who which whose whom that where when while as after before because since if although though`)

var parenthetic = set(`who which whose whom a an the himself herself themselves speaking in at on during meanwhile however too his her for by asked like along
 as after when of from with also now then formerly aged through via while to 's`)

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
	return c.subject.ok()
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

// inheritSubjects gives coordinated and participial cues the subject of the cue
// before them, else of the sentence.
func (f *frame) inheritSubjects(cs []*cue) {
	for i, c := range cs {
		if !c.inherit || c.subject.ok() {
			continue
		}
		for m := i - 1; m >= 0; m-- {
			b := cs[m]
			if f.inContent(cs, m) || f.subordinateAt(b.subject.a) {
				continue
			}
			if p := f.newSubject(b.k, c.k); c.form == participle && p.ok() {
				c.subject = p
				break
			}
			if b.subject.ok() && b.form != accordingTo && b.form != nominal && b.form != nominalPrep && b.form != hedged && b.form != asked && (b.verb.can(useThat) || m == 0 && c.form == participle && f.namesAgent(b.subject)) {
				c.subject = b.subject
				break
			}
		}
		if !c.subject.ok() {
			c.subject = f.mainSubject(c.k)
		}
		if !c.subject.ok() && c.form == participle {
			c.subject = f.firstAgent(c.k)
		}
		if c.form == participle && c.subject.ok() && !f.namesAgent(c.subject) {
			if p := f.lastAgent(c.k); p.ok() { // the row began after Lind left, calling
				c.subject = p
			}
		}
	}
}

// newSubject is the subject of a clause that ", and" opens between items a and b.
func (f *frame) newSubject(a, b int) phrase {
	for m := b - 1; m > a; m-- {
		if l := f.low(m); (l == "and" || l == "but") && f.low(m-1) == "," {
			if p := f.after(m + 1); p.ok() && p.b < b && f.namesAgent(p) && f.newClause(m+1, b) {
				return p
			}
		}
	}
	return noPhrase
}

// inContent reports whether the m-th cue stands in what an earlier one reports:
// "Lind wrote the agents knew", "said that Rao thought".
func (f *frame) inContent(cs []*cue, m int) bool {
	b := cs[m]
	if !b.subject.ok() || b.inherit {
		return false
	}
	for _, o := range cs[:m] {
		if o.subject.ok() && o.verb.can(useThat) && o.form != nominal && (o.compl == b.subject.a || o.compl == b.subject.a-1 && f.low(o.compl) == "that") {
			return true
		}
	}
	return false
}

// subordinators begin clauses whose subject is not the sentence's.
var subordinators = set(`whom whose as when after since while if although though because before once until whether that who which where what how why`)

// subordinateAt reports whether the phrase that begins at item k is the subject of
// a clause that a subordinator opens.
func (f *frame) subordinateAt(k int) bool { return k > 0 && subordinators[f.low(k-1)] }

// firstAgent is the noun phrase that begins the sentence, if it can speak and ends
// before item k.
func (f *frame) firstAgent(k int) phrase {
	p := f.after(0)
	if p.ok() && p.b < k && (f.namesAgent(p) || f.upper(p.a) && f.tag(p.a) == "NNP") && !f.timePhrase(p) {
		return p
	}
	return noPhrase
}

// lastAgent is the subject of the last finite verb before item k that can speak.
func (f *frame) lastAgent(k int) phrase {
	for m := k - 1; m > 0; m-- {
		if !isFinite(f.tag(m)) {
			continue
		}
		j := m
		for j > 0 && !f.quoted(j-1) && (auxiliaries[f.low(j-1)] || adverbs[f.low(j-1)] || f.tag(j-1) == "RB") {
			j--
		}
		if p := f.before(j); p.ok() && f.namesAgent(p) && f.low(p.a) != "who" && f.low(p.a) != "it" && !f.timePhrase(p) {
			return p
		}
	}
	return noPhrase
}

// mainSubject is the subject of the first finite verb before item k.
func (f *frame) mainSubject(k int) phrase {
	fallback := noPhrase
	start := 0
	for m := 0; m < k; m++ {
		if f.low(m) == ";" && f.hasFinite(m, k) {
			start = m
		}
	}
	for m := start; m < k; m++ {
		if !isFinite(f.tag(m)) {
			continue
		}
		j := m
		for j > 0 && !f.quoted(j-1) && (auxiliaries[f.low(j-1)] || adverbs[f.low(j-1)] || f.tag(j-1) == "RB") {
			j--
		}
		p := f.before(j)
		if p.ok() {
			p = f.climb(p)
		} else if f.low(j-1) == "," {
			p = f.beforeParenthesis(j - 1)
		}
		if !p.ok() {
			continue
		}
		if !f.subordinateAt(p.a) && f.low(p.a) != "who" && f.low(p.a) != "which" && f.low(p.a) != "that" {
			return p
		}
		if !fallback.ok() {
			fallback = p
		}
	}
	return fallback
}
