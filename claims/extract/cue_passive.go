package extract

// Cues whose verb is an infinitive or passive, and those that name nobody.

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

// infinitive handles "X went on to say", "X declined to say": the subject of
// the verb before "to" speaks, if that verb means speech happens.
func (f *frame) infinitive(c *cue) *cue {
	m := c.k - 2
	if f.low(m) == "on" && (f.low(m-1) == "went" || f.low(m-1) == "goes" || f.low(m-1) == "go" || f.low(m-1) == "going") {
		m--
	} else if !fromTo[f.low(m)] && !(compelled[f.low(m)] && f.tag(m) == "VBN") {
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
	if p := f.controller(c.from); p.ok() {
		l := f.low(p.a - 1)
		if l == "on" {
			l = f.low(p.a - 2)
		}
		if v := cueForms()[l]; v != nil && v.can(useTo|useObjTo|useNoun) {
			return nil // urged Lind to say so: what is urged is the report
		}
		c.subject, c.inherit = p, false
	}
	f.addressee(c)
	return c
}

// controller is who is to do what the infinitive whose "to" stands at item k tells,
// if that is not the sentence's subject: "led her to declare", "enough for Lind to
// say", "they rely on readers to report".
func (f *frame) controller(k int) phrase {
	p := f.before(k)
	if l := f.low(p.a - 1); p.ok() && (l == "like" || l == "including") { // leading allies like Lind to counter
		if q := f.before(p.a - 1); q.ok() {
			p.a = q.a
		}
	}
	if !p.ok() || p.a < 1 || !f.namesAgent(p) && !f.upper(p.b-1) && !agentive(f.low(p.b-1)) || f.timePhrase(p) {
		return noPhrase
	}
	switch l := f.low(p.a - 1); {
	case l == "for", l == "on" && (reliance[f.low(p.a-2)] || f.tag(p.a-2) == "RB" && reliance[f.low(p.a-3)]), objectControl[l]:
		return p
	}
	return noPhrase
}

// Verbs whose object does what the infinitive after it tells, and words whose "on"
// names who is to do it. Compiled by hand (Levin 1993, chapters 29 and 33; Quirk et
// al. 1985, 16.50).
var (
	objectControl = set(`lead leads led leading force forces forced forcing allow allows allowed allowing prompt prompts prompted prompting cause causes caused causing
	 require requires required requiring enable enables enabled enabling ask asks asked asking urge urges urged urging tell tells told telling order orders ordered
	 ordering invite invites invited inviting encourage encourages encouraged encouraging push pushes pushed pushing press presses pressed pressing persuade
	 persuaded persuading convince convinces convinced convincing get gets got getting drive drives drove driven driving compel compels compelled compelling
	 permit permits permitted challenge challenges challenged instruct instructed direct directed motivate motivated inspire inspires inspired want wants wanted
	 expect expects expected help helps helped helping spur spurs spurred tempt tempted bring brought`)
	reliance = set(`pressure rely relies relied relying depend depends depended call calls called calling count counts counted counting wait waits waiting`)
)

// Verbs whose infinitive happens, and those whose infinitive does not.
var (
	fromTo = set(`called calls phoned rang continue begin seem appear use manage proceed seek refuse decline fail continued continues began begins seemed seems appeared appears used wanted managed hastened rushed proceeded took seeks sought tried tries trying
	 refused refuses declined declines failed fails`)
	refuses = set(`refuse decline fail refused refuses declined declines failed fails`)
	// compelled are participles after which the act follows: "was forced to admit".
	compelled = set(`forced prompted led compelled obliged driven moved tempted`)
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
 predicted forecast claimed regarded perceived described called deemed`)
