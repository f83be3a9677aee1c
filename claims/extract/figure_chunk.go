package extract

import (
	"strings"
)

// chunkKind is what part a chunk plays in a clause.
type chunkKind uint8

const (
	chunkOther chunkKind = iota
	chunkNoun
	chunkVerb
	chunkPrep
	chunkAnd
	chunkComma
	chunkThat  // that, when, while, after + clause: a clause begins
	chunkRel   // who, which, whose
	chunkStop  // ; : – and other hard breaks
	chunkParen // (…), skipped as a whole
	chunkAdverb
)

// chunk is a run of words: a noun phrase without its "of" phrase, a verb group,
// a preposition.
type chunk struct {
	kind chunkKind
	a, b int // words

	// noun phrases
	head   int // word; the number's last word if there is no noun
	num    int // index into line.nums, -1 if none
	det    string
	name   bool // a proper name
	plural bool

	// verb groups and outcome nouns
	main    int // word of the main verb
	trig    trigger
	passive bool // has a form of be or get before the main verb
	aux     bool // has any auxiliary: finite
	inf     bool // to + verb
	modal   string
	negated bool
	hedged  bool
}

// chunker cuts a line into chunks from left to right.
func (ln *line) chunk() {
	for i := 0; i < len(ln.ws); {
		c := ln.chunkAt(i)
		if c.b <= i {
			c.b = i + 1
		}
		ln.chunks = append(ln.chunks, c)
		i = c.b
	}
	ln.subjects = append(ln.subjects[:0], make([]subjectMemo, len(ln.chunks))...)
	for k := range ln.reports {
		ln.reports[k] = append(ln.reports[k][:0], make([]reportMemo, len(ln.chunks))...)
	}
}

// maxDateline is how many words into a sentence a dateline's dash may stand.
const maxDateline = 14

// endsDateline: the dash at word i stands after an agency in brackets or a place
// in capitals: "NORRBY, 2 May (Coastal Wire) — ". What follows is a clause of its
// own, what stands before it names neither who did nor who said something.
func (ln *line) endsDateline(i int) bool {
	if i == 0 || i > maxDateline {
		return false
	}
	if ln.low(i-1) == ")" {
		return true
	}
	upper := func(s string) bool { return len(s) > 2 && strings.ToUpper(s) == s && strings.ToLower(s) != s }
	return upper(ln.ws[0].text) && i+2 < len(ln.ws) && !upper(ln.ws[i+1].text) && !upper(ln.ws[i+2].text)
}

func (ln *line) chunkAt(i int) chunk {
	l, tag := ln.low(i), ln.tag(i)
	c := chunk{a: i, b: i + 1, num: -1, main: -1, head: -1}
	if p, ok := ln.phraseAt(i); ok {
		return p
	}
	switch l {
	case ",":
		c.kind = chunkComma
		return c
	case ";", ":", "–", "—", "--", "...", "…", ".", "?", "!", "-":
		c.kind = chunkStop
		if (l == "–" || l == "—" || l == "--" || l == "-") && !ln.endsDateline(i) {
			c.kind = chunkComma
		}
		return c
	case "(", "[":
		shut := ")"
		if l == "[" {
			shut = "]"
		}
		for k := i + 1; k < len(ln.ws) && k < i+60; k++ {
			if ln.low(k) == shut {
				c.kind, c.b = chunkParen, k+1
				return c
			}
		}
		return c
	case "and", "or", "&", "nor":
		c.kind = chunkAnd
		return c
	case "as":
		if ln.low(i+1) == "well" && ln.low(i+2) == "as" {
			c.kind, c.b = chunkAnd, i+3
			return c
		}
		c.kind = chunkPrep
		if ln.numAt[i] == 0 && ln.startA[i] > 0 {
			break
		}
		return c
	case "along", "together":
		if ln.low(i+1) == "with" {
			c.kind, c.b = chunkAnd, i+2
			return c
		}
	case "plus":
		c.kind = chunkAnd
		return c
	case "who", "which", "whom", "whose", "where", "wherein":
		c.kind = chunkRel
		return c
	case "that":
		if tag == "IN" || tag == "WDT" || tag == "" || i+1 < len(ln.ws) && ln.startA[i+1] > 0 {
			// nobody points at a count: "…, that nine people were dead"
			c.kind = chunkThat
			if tag == "WDT" {
				c.kind = chunkRel
			}
			return c
		}
	case "when", "while", "if", "because", "although", "though", "but", "whereas", "unless", "once", "so":
		c.kind = chunkThat
		return c
	case "after", "before", "since", "until", "including", "excluding", "besides", "except":
		c.kind = chunkPrep
		return c
	}
	if k := ln.startA[i]; k > 0 && ln.roles[k-1] == anAge && (l == "over" || l == "under") {
		c.b = ln.nums[k-1].b // 12 people over 60
		return c
	}
	if k := ln.startA[i]; k > 0 && ln.roles[k-1] != pronoun && ln.roles[k-1] != inDate {
		return ln.nounChunk(i)
	}
	if ln.dateAt[i] > 0 {
		c.b = ln.dates[ln.dateAt[i]-1].b
		return c
	}
	if tag == "DT" && i+1 < len(ln.ws) && ln.dateAt[i+1] > 0 {
		return c // the past week
	}
	if l == "belonging" {
		c.kind, c.main = chunkVerb, i
		return c
	}
	if v, ok := ln.verbChunk(i); ok {
		return v
	}
	switch {
	case ln.startsNoun(i):
		return ln.nounChunk(i)
	case tag == "IN" || tag == "TO" || l == "including" || l == "among" || l == "during" || l == "following":
		c.kind = chunkPrep
	case strings.HasPrefix(tag, "RB"):
		c.kind = chunkAdverb
	}
	return c
}

// auxiliary notes what an auxiliary says about its verb group.
func (ln *line) auxiliary(c *chunk, k int) {
	l := ln.low(k)
	switch {
	case l == "not" || l == "n't" || l == "never":
		c.negated = true
	case beForms[l]:
		c.passive, c.aux = true, true
	case haveForms[l]:
		c.passive, c.aux = false, true
	case ln.tag(k) == "MD":
		c.modal, c.aux = l, true
	case l == "to":
		c.inf = true
	case hedges[l]:
		c.hedged = true
	case l == "do" || l == "does" || l == "did":
		c.aux = true
	}
}

// verbChunk reads auxiliaries, adverbs and a main verb.
func (ln *line) verbChunk(i int) (chunk, bool) {
	c := chunk{kind: chunkVerb, a: i, num: -1, main: -1, head: -1}
	k := i
	for ; k < len(ln.ws) && k < i+10; k++ {
		l, tag := ln.low(k), ln.tag(k)
		isAux := triggerWords[l].frames == 0 && (beForms[l] && (l != "'s" || tag == "VBZ") || haveForms[l] && (tag == "" || strings.HasPrefix(tag, "VB") || tag == "MD" || l != "having") || tag == "MD" || l == "do" || l == "does" || l == "did" && tag != "NN")
		if isAux && l == "'d" && tag == "POS" {
			isAux = false
		}
		adverb := k > i && (strings.HasPrefix(tag, "RB") || l == "not" || l == "n't" || hedges[l] && (!c.passive || !ln.triggerless(k)))
		to := tag == "TO" && (k == i || c.aux) && ln.infinitive(k+1)
		if !isAux && !adverb && !to {
			break
		}
		ln.auxiliary(&c, k)
	}
	l, tag := ln.low(k), ln.tag(k)
	trig := triggerWords[l]
	verbal := strings.HasPrefix(tag, "VB")
	switch {
	case k < len(ln.ws) && c.passive && trig.frames&(verbObject|state|verbSubject) != 0 && !ln.beforeNoun(k):
		c.main, c.b, c.trig = k, k+1, trig
	case k < len(ln.ws) && (c.aux || c.inf) && (verbal || trig.frames&(verbObject|verbSubject) != 0 && tag != "NNS"):
		c.main, c.b, c.trig = k, k+1, trig
	case k < len(ln.ws) && k == i && trig.frames&(verbObject|verbSubject|state) != 0 && ln.verbHere(k):
		c.main, c.b, c.trig = k, k+1, trig
	case k == i && verbal && l != "police" && !ln.participleInNoun(k):
		c.main, c.b, c.trig = k, k+1, trig
	case k > i && c.aux:
		c.main, c.b = k-1, k // copula
	default:
		return c, false
	}
	if c.b > k && c.main >= 0 {
		switch ln.low(c.b) {
		case "off", "up", "out", "down":
			if strings.HasPrefix(ln.tag(c.b), "RP") && ln.startA[c.b] == 0 {
				c.b++
			}
		}
	}
	return c, true
}

// triggerless: an adverb such as "feared" that is the main verb itself.
func (ln *line) triggerless(k int) bool {
	return strings.HasPrefix(ln.tag(k), "VB") && triggerWords[ln.low(k+1)].frames == 0
}

func (ln *line) infinitive(k int) bool {
	return strings.HasPrefix(ln.tag(k), "VB") || ln.tag(k) == "RB" || beForms[ln.low(k)] || ln.low(k) == "have" || triggerWords[ln.low(k)].frames&verbObject != 0
}

// verbHere decides that an outcome word without auxiliary is a verb, not an
// adjective or a noun: "killed 12", "12 injured", "killing three", but not "the
// wounded soldiers", "the killing of".
func (ln *line) verbHere(k int) bool {
	t := triggerWords[ln.low(k)]
	prev, prevTag := ln.low(k-1), ln.tag(k-1)
	if ln.outcomeList(k) {
		return false
	}
	if prevTag == "DT" || prevTag == "PRP$" || prevTag == "POS" {
		return false
	}
	if t.frames&(verbObject|verbSubject) == 0 { // dead, missing, homeless
		return !ln.beforeNoun(k)
	}
	if ln.low(k+1) == "of" && t.frames&eventNoun != 0 {
		return false
	}
	tag := ln.tag(k)
	if (tag == "NN" || tag == "NNS") && t.frames&eventNoun != 0 && !strings.HasSuffix(ln.low(k), "ing") {
		return tag == "NNS" && prevTag != "" && strings.HasPrefix(prevTag, "NN") && t.frames&countNoun == 0
	}
	if t.frames&verbSubject != 0 {
		return tag != "NN" && tag != "NNS" || strings.HasSuffix(ln.low(k), "ed")
	}
	if ln.beforeNoun(k) && (prevTag == "CD" || prevTag == "JJ" || prevTag == "IN" && prev != "after" && prev != "before" && prev != "that" || k == 0) && !strings.HasSuffix(ln.low(k), "ing") {
		return false
	}
	return true
}

// outcomeList: "including dead and wounded", "both killed and injured" are nouns.
func (ln *line) outcomeList(k int) bool {
	if l := ln.low(k - 1); (l == "and" || l == "or") && triggerWords[ln.low(k-2)].frames&state != 0 {
		k -= 2
	}
	switch ln.low(k - 1) {
	case "including", "both", "between", "in", "of":
		return triggerWords[ln.low(k)].frames&state != 0 && (ln.low(k+1) == "and" || ln.low(k+1) == "or") && triggerWords[ln.low(k+2)].frames&state != 0
	}
	return false
}

// beforeNoun reports that word k stands before a noun it could qualify.
func (ln *line) beforeNoun(k int) bool {
	tag := ln.tag(k + 1)
	return strings.HasPrefix(tag, "NN") && ln.startA[min(k+1, len(ln.ws)-1)] == 0 && tag != "NNP" && ln.dateAt[min(k+1, len(ln.ws)-1)] == 0 ||
		tag == "JJ" && strings.HasPrefix(ln.tag(k+2), "NN")
}

// participleInNoun: "suspected militants", "masked gunmen".
func (ln *line) participleInNoun(k int) bool {
	tag := ln.tag(k)
	if tag != "VBN" && tag != "VBG" || triggerWords[ln.low(k)].frames != 0 {
		return false
	}
	prev := ln.tag(k - 1)
	return ln.beforeNoun(k) && (k == 0 || prev == "DT" || prev == "CD" || prev == "JJ" || prev == "PRP$" || prev == "CC" || prev == "IN" && tag == "VBN" || tag == "VBN" && (ln.low(k) == "suspected" || ln.low(k) == "alleged" || ln.low(k) == "armed" || ln.low(k) == "unidentified"))
}
