package extract

import "strings"

// Whether a form of a cue verb is one, and the verb group around it.

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
	if f.attributive(k) {
		return false
	}
	if (v.can(useTo) || v.can(useBelief)) && f.low(k+1) == "to" && cueForms()[f.low(k+2)] != nil && (refuses[t.Lower] || fromTo[t.Lower]) && f.saysAfterTo(k+2) {
		return false // "declined to say whether": the saying is the cue
	}
	switch v.lemma {
	case "ask", "request", "insist", "demand":
		if f.unnamedAfter(k) {
			return false
		}
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

// attributive reports whether the participle at item k describes the noun after it:
// "his alleged accomplice", "the most challenging moment".
func (f *frame) attributive(k int) bool {
	if tg := f.tag(k); tg != "VBG" && tg != "VBN" || unmistakable[f.low(k)] {
		return false
	}
	switch next := f.tag(k + 1); {
	case !isNoun(next) && next != "JJ":
		return false
	}
	switch l := f.low(k - 1); f.tag(k - 1) {
	case "DT", "PRP$", "POS":
		return l != "all" && l != "both" && l != "some" && l != "those"
	case "RBS":
		return l == "most"
	}
	return false
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
		if f.low(k+1) == "it" && !strings.HasSuffix(v.lemma, " it") {
			c.compl++
		}
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
	if f.tag(k) == "VBN" && c.from == k && !v.can(useSame) && !v.can(useThat) && !(f.low(k-1) == "and" && (v.can(useTo) && f.low(k+1) == "to" && f.tag(k+2) == "VB" || f.upper(k+1) || f.tag(k+1) == "PRP" || f.nounish(k+1) && f.pastBefore(k-1))) {
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

// pastBefore reports whether a past tense without an auxiliary stands before item k
// in its clause: "put it at 64 and accused the press".
func (f *frame) pastBefore(k int) bool {
	for m := k - 1; m > 0 && f.low(m) != ";"; m-- {
		if isFinite(f.tag(m)) {
			return f.tag(m) == "VBD" && !auxiliaries[f.low(m)]
		}
		if auxiliaries[f.low(m)] {
			return false
		}
	}
	return false
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
		if j > 1 && adverbPairs[f.low(j-1)+" "+l] {
			j -= 2
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

// adverbPairs are phrases that stand like adverbs in a verb group.
var adverbPairs = map[string]bool{"in particular": true, "in turn": true, "in fact": true, "of course": true, "for example": true, "at first": true, "at times": true,
	"in part": true, "in effect": true, "at once": true, "once again": true, "at last": true, "in general": true, "in private": true, "in public": true, "by contrast": true}

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
