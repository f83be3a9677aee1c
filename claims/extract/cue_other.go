package extract

import "strings"

// otherCue recognises, at item k, the cues that are no verbs of speech.
func (f *frame) otherCue(k int) *cue {
	switch l := f.low(k); {
	case l == "according" && f.low(k+1) == "to":
		p := f.after(k + 2)
		if !p.ok() && f.isWord(k+2) && f.tag(k+2) != "VBG" { // a site: norrby-post.se
			p = phrase{k + 2, k + 3}
		}
		if p.ok() {
			p = f.whole(p)
			return &cue{k: k, from: k, verb: accordingVerb, form: accordingTo, subject: p, addr: noPhrase, via: noPhrase, compl: p.b, words: f.span(k, k+2)}
		}
	case l == "in":
		return f.inWordsOf(k)
	case cueNouns[l] && isNoun(f.tag(k)) && !(f.low(k-1) == "," && f.reportsThat(k)) && (f.low(k+1) == "that" && f.tag(k+1) != "DT" && !f.reportsThat(k) || f.low(k+1) == "by"):
		return f.nominalCue(k)
	case cueAdjectives[l] && f.low(k+1) == "that":
		return f.adjectiveCue(k)
	}
	return f.nounCue(k)
}

// whole adds to a phrase what describes it further: "interviews with a dozen party
// leaders", "audio provided by Radio Venn".
func (f *frame) whole(p phrase) phrase {
	for range 3 {
		k := p.b
		if f.tag(k) == "VBN" {
			k++
		}
		if !prepositions[f.low(k)] || f.isTime(k+1) {
			return p
		}
		q := f.after(k + 1)
		if !q.ok() || f.timePhrase(q) {
			return p
		}
		p.b = q.b
	}
	return p
}

// reportsThat reports whether item k, tagged as a noun, is a verb after a name:
// "The Norrby Post reports that".
func (f *frame) reportsThat(k int) bool {
	v := cueForms()[f.low(k)]
	return v != nil && v.can(useThat) && f.low(k+1) == "that" && (f.upper(k-1) || f.low(k-1) == "," && strings.HasSuffix(f.low(k), "s") && k > 2 || strings.HasSuffix(f.low(k), "s") && isNoun(f.tag(k-1)) && agentive(f.low(k-1)) && !cueNouns[f.low(k)])
}

// inWordsOf reads "in Diallo's words", "in the words of Diallo".
func (f *frame) inWordsOf(k int) *cue {
	c := &cue{k: k, from: k, verb: wordsVerb, form: inWords, addr: noPhrase, via: noPhrase}
	if f.low(k+1) == "the" && (f.low(k+2) == "words" || f.low(k+2) == "view" || f.low(k+2) == "opinion") && f.low(k+3) == "of" {
		c.subject = f.after(k + 4)
		c.compl = c.subject.b
		c.words = f.span(k, k+4)
	} else {
		for m := k + 1; m < k+7 && m < f.n(); m++ {
			if f.low(m) == "words" && (f.tag(m-1) == "POS" || f.tag(m-1) == "PRP$" || f.low(m-1) == "own") {
				end := m - 1
				if f.low(end) == "own" {
					end--
				}
				if f.tag(end) == "POS" {
					c.subject = f.before(end)
				} else {
					c.subject = phrase{end, end + 1}
				}
				c.compl, c.words = m+1, f.span(m, m+1)
				break
			}
		}
	}
	if c.compl == 0 || !c.subject.ok() {
		return nil
	}
	return c
}

// nominalCue reads "Lind's claim that", "claims by Lind that".
func (f *frame) nominalCue(k int) *cue {
	c := &cue{k: k, from: k, verb: nominalVerb, form: nominal, subject: noPhrase, addr: noPhrase, via: noPhrase, compl: k + 1}
	for m := k - 1; m >= 0 && m > k-5; m-- {
		switch f.tag(m) {
		case "JJ", "NN", "JJS", "CD", "VBN", "VBG", "RB":
			continue
		case "POS":
			c.subject = f.before(m)
		case "PRP$":
			if v := cueForms()[f.low(m-1)]; v != nil && v.can(useNoun) && isVerb(f.tag(m-1)) {
				return nil // reiterated his claim that: the verb reports
			}
			c.subject = phrase{m, m + 1}
		}
		break
	}
	if !c.subject.ok() && f.low(k+1) == "by" {
		if p := f.after(k + 2); p.ok() && agent(f, p) {
			c.subject, c.compl = p, p.b
		}
	}
	if !c.subject.ok() { // in the hope that: the sentence's subject hopes
		if p := f.mainSubject(k); p.ok() && p.b < k && f.namesAgent(p) && f.low(p.a) != "it" {
			c.subject = p
		}
	}
	return c
}

// adjectiveCue reads "Lind is confident that".
func (f *frame) adjectiveCue(k int) *cue {
	c := &cue{k: k, from: k, verb: adjectiveVerb, form: adjectival, subject: noPhrase, addr: noPhrase, via: noPhrase, compl: k + 1}
	j, passive := f.groupStart(c)
	if !passive || !f.findSubject(c, j) || c.inherit {
		return nil
	}
	if c.subject.ok() && (f.low(c.subject.a) == "it" || !agent(f, c.subject)) {
		return nil
	}
	c.form = adjectival
	return c
}
