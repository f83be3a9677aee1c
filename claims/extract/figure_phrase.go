package extract

import (
	"strings"

	"stet/claims"
)

// phraseAt matches an outcome told in several words, auxiliaries before it.
func (ln *line) phraseAt(i int) (chunk, bool) {
	c := chunk{kind: chunkVerb, a: i, num: -1, head: -1}
	k := i
	for k < len(ln.ws) && k < i+6 && (beForms[ln.low(k)] || haveForms[ln.low(k)] || ln.tag(k) == "MD" || ln.tag(k) == "TO" && haveForms[ln.low(k+1)] || k > i && strings.HasPrefix(ln.tag(k), "RB")) {
		ln.auxiliary(&c, k)
		k++
	}
	if k > i && haveForms[ln.low(k-1)] && ln.injuryHad(k) {
		k--
	}
	if to := ln.sufferedInjury(k); to > 0 {
		c.main, c.b, c.trig, c.passive = k, to, trigger{claims.Injured, verbSubject}, false
		c.aux = c.aux || ln.tag(k) == "VBD" || ln.tag(k) == "VBZ" || ln.tag(k) == "VBP"
		return c, true
	}
	if t := whereabouts[ln.low(k+1)]; ln.low(k) == "in" && t.frames != 0 && k > i && c.passive && !strings.HasPrefix(ln.tag(k+2), "NN") {
		c.b, c.main, c.trig, c.passive = k+2, k+1, t, true
		return c, true
	}
	for _, p := range triggerPhrases[ln.low(k)] {
		if k+len(p.words) > len(ln.ws) {
			continue
		}
		hit := true
		for j, w := range p.words {
			if w != "*" && ln.low(k+j) != w {
				hit = false
				break
			}
		}
		if !hit {
			continue
		}
		c.b, c.main, c.trig = k+len(p.words), k, p.trigger
		last := ln.low(c.b - 1)
		if last == "hospital" || last == "hospitals" {
			c.hedged = false
		}
		c.aux = c.aux || strings.HasSuffix(p.words[0], "ed") || ln.tag(k) == "VBD"
		return c, true
	}
	return c, false
}

// sufferedInjury reads "sustained bullet injuries", "suffered minor burns" at
// word k and returns the word after it, 0 if it is not there.
func (ln *line) sufferedInjury(k int) int {
	if !sufferVerbs[ln.low(k)] && !(haveForms[ln.low(k)] && ln.injuryHad(k+1)) {
		return 0
	}
	for w := k + 1; w < len(ln.ws) && w < k+6; w++ {
		if injuryNouns[ln.low(w)] || ln.low(w) == "problems" && breathing[ln.low(w-1)] {
			return w + 1
		}
		if t := ln.tag(w); t != "DT" && !strings.HasPrefix(t, "JJ") && !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "RB") && t != "CC" && t != "VBN" && ln.low(w) != "from" && ln.low(w) != "for" && !breathing[ln.low(w)] {
			break
		}
	}
	return 0
}

// injuryHad reports that an injury, at most two words that qualify it before, is what
// somebody has: "have bullet wounds". After a participle "has" is an auxiliary.
func (ln *line) injuryHad(k int) bool {
	for w := k; w < k+3; w++ {
		if injuryNouns[ln.low(w)] {
			return true
		}
		if t := ln.tag(w); t != "JJ" && t != "NN" {
			return false
		}
	}
	return false
}

// breathing qualifies problems that are injuries.
var breathing = set(`breathing respiratory health heart`)
