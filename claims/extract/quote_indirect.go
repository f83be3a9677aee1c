package extract

import "strings"

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
	stop := f.stopAt(c, cs, c.compl, f.trimEnd())
	if l := f.low(c.topic.a - 1); l == "whose" || c.topic.ok() && f.subordinateAt(c.topic.a+1) { // Lind, whose home is expected to flood, said
		for m := c.compl; m < stop; m++ {
			if f.low(m) == "," {
				stop = m
			}
		}
	}
	r.take(f, c.compl, stop)
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
			r.take(f, f.datelineEnd(), b)
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
		if f.hasClause(a, s-1) || (after >= end || s-1-a >= sureClause && f.low(s-2) != "and") && s-1-a >= 4 && c.verb.can(useSame) {
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
		r.take(f, f.datelineEnd(), s-1)
		r.take(f, after+1, f.stopAt(c, cs, after+1, end))
		return r
	}
	return report{}
}

// sureClause is how many items before ", Lind said on Friday, …" are taken for a
// clause though the tagger saw no verb in them.
const sureClause = 8

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
	return f.datelineEnd()
}

// datelineEnd is the item after a dateline that begins the frame, 0 if none does: a
// place in capitals or an agency in brackets, and a dash.
func (f *frame) datelineEnd() int {
	first := f.token(0)
	if first == nil || first.Kind != Word || f.items[0].tok > 0 && f.d.Tokens[f.items[0].tok-1].Para == first.Para {
		return 0
	}
	capitals := len(first.Text) > 2 && strings.ToUpper(first.Text) == first.Text && strings.ToLower(first.Text) != first.Text && !f.d.Capitals
	for k := 1; k < min(maxDateline, f.n()-1); k++ {
		switch f.low(k) {
		case "—", "–", "--", "-", "―":
			if capitals || f.low(k-1) == ")" && first.Upper {
				return k + 1
			}
			return 0
		}
		if isFinite(f.tag(k)) {
			return 0
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
