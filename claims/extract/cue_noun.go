package extract

import (
	"strings"
	"sync"
)

// nounTable lists nouns of speech and thought with the prepositions that introduce
// their content: "her call for", "calls to", "criticism of the plan". Compiled by
// hand.
const nounTable = `
call for,to
demand for
request for,to
plea for,to
proposal to,for
attack on
criticism of
condemnation of
allegation of
accusation of
claim of
complaint about,of
warning of,about,against
threat to
denial of
opposition to
objection to
rejection of
`

// nounPreps maps a noun's forms to the prepositions of its content.
var nounPreps = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(nounTable) {
		noun, preps, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok {
			continue
		}
		list := strings.Split(preps, ",")
		plural := noun + "s"
		if strings.HasSuffix(noun, "y") {
			plural = noun[:len(noun)-1] + "ies"
		}
		m[noun], m[plural] = list, list
	}
	return m
})

// nounCue reads "Lind's call for calm": a noun of speech with its owner and its
// content. Without an owner nobody is named and it is left alone.
func (f *frame) nounCue(k int) *cue {
	preps := nounPreps()[f.low(k)]
	if preps == nil || !isNoun(f.tag(k)) || f.upper(k) && k > 0 {
		return nil
	}
	p := f.low(k + 1)
	by := p == "by"
	if !by && (!oneOf(preps, p) || p == "to" && f.tag(k+2) != "VB" && !toNouns[f.low(k)]) {
		return nil
	}
	c := f.nominalCue(k)
	if c == nil {
		return nil
	}
	c.verb = nounVerb
	if !c.subject.ok() || !f.owned(c) {
		return nil
	}
	if by {
		if n := f.low(c.compl); !oneOf(preps, n) {
			return nil
		}
	}
	if f.tag(c.subject.a) == "PRP$" && c.subject.b-c.subject.a == 1 && f.carriesOut(c.subject.a-1) { // Lind laid out her proposals
		if p := f.mainSubject(k); p.ok() && p.b < c.subject.a && f.namesAgent(p) && f.low(p.a) != "it" {
			c.subject = p
		}
	}
	c.form = nominalPrep
	return c
}

// carriesOut reports whether a verb or its particle stands at item k: what follows is
// what its subject says. After another preposition the owner is only mentioned.
func (f *frame) carriesOut(k int) bool {
	l := f.low(k)
	return isVerb(f.tag(k)) || f.tag(k) == "RP" || l == "up" || l == "upon" || l == "out"
}

// toNouns take "to" and a noun, not an infinitive.
var toNouns = set(`opposition objection objections threat commitment`)

// owned reports whether a noun of speech has its owner right before it or after
// "by".
func (f *frame) owned(c *cue) bool {
	if f.timePhrase(c.subject) {
		return false // Thursday's attack on the town
	}
	return c.subject.b <= c.k && c.k-c.subject.b <= 4 && (f.tag(c.subject.b) == "POS" || f.tag(c.subject.a) == "PRP$") || c.subject.a > c.k
}

func oneOf(list []string, w string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}
