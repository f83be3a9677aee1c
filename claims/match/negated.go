package match

import "strings"

// beliefs are the verbs, adjectives and nouns that carry a negation over to the
// clause after them: "that does not mean it was safe". From the grammars' lists of
// verbs of transferred negation and of implication; factive verbs ("did not
// know") leave the clause as true as it was and are not among them.
var beliefs = set(`mean means meant imply implies implied think thinks thought believe believes believed say says said claim claims claimed
	suggest suggests suggested show shows showed shown prove proves proved proven guarantee guarantees guaranteed ensure ensures ensured
	expect expects expected suppose supposes supposed follow follows agree agrees agreed accept accepts accepted
	true case certain sure clear proof evidence guarantee`)

// linking words may stand between a belief and its clause.
var linking = set(`that if whether to it the a`)

// negationReach is how many words before the words that remain a negator may
// stand to govern them.
const negationReach = 5

// cutsNegation reports whether passage words [from, to) take a negation of the
// words after them away, wherever the cut is laid: that of "is fair. [It is not
// fair.] It is dear" may as well be read as "is [fair. It is not] fair."
func (c *comparison) cutsNegation(from, to int) bool {
	s := c.pass
	if !c.deniesNext(from, to) {
		return false
	}
	for a, b := from, to; b < len(s.words) && s.words[a].fold == s.words[b].fold; {
		a, b = a+1, b+1
		if !c.deniesNext(a, b) {
			return false
		}
	}
	for a, b := from, to; a > 0 && s.words[a-1].fold == s.words[b-1].fold; {
		a, b = a-1, b-1
		if !c.deniesNext(a, b) {
			return false
		}
	}
	return true
}

// deniesNext reports whether passage words [from, to) end with a negation of what
// comes after them, so that without them that is affirmed: "[but that does not
// mean] it was safe". A clause of its own with its own "not" ends at a sign or in
// other words and changes nothing.
func (c *comparison) deniesNext(from, to int) bool { return c.deniesAt(from, to, false) }

// deniesAt is deniesNext; of a quotation's start, what follows may begin with
// "because" and its like.
func (c *comparison) deniesAt(from, to int, start bool) bool {
	s := c.pass
	if from >= to || to >= len(s.words) {
		return false
	}
	last, n := -1, 0
	for k := to - 1; k >= max(from, to-negationReach); k-- {
		if s.words[k+1].norm != "ever" && strings.ContainsAny(s.text[s.words[k].End:s.words[k+1].Start], ",;:.!?…—–()") {
			break
		}
		if w := s.words[k].norm; (negators[w] || denyingVerbs[w] || falsehoods[w]) && !s.emphatic(k) {
			last, n = max(last, k), n+1
		}
	}
	if n%2 == 0 || last > 0 && s.words[last-1].norm == "or" { // "whether or not"
		return false
	}
	tail := s.words[last+1 : to]
	if s.words[last].norm == "no" && len(tail) > 0 && occasions[tail[0].norm] {
		tail = tail[1:] // "at no time did I"
	}
	switch {
	case s.words[last].norm == "far":
		return len(tail) == 1 && tail[0].norm == "from"
	case falsehoods[s.words[last].norm] && restOf(tail) == 0: // "wrong to close it" is of what was done
		return false
	case denyingVerbs[s.words[last].norm] && len(tail) == 0: // "denied taking"
		return strings.HasSuffix(s.words[to].norm, "ing")
	case restOf(tail) == 0:
		return start || !reversals[s.words[to].norm]
	case len(tail) == 1 && tail[0].norm == "that": // "denied that", "it is not that"
		return true
	}
	for len(tail) > 1 && linking[tail[len(tail)-1].norm] {
		tail = tail[:len(tail)-1]
	}
	return beliefs[tail[len(tail)-1].norm]
}

// falsehoods are the words that call the clause after them untrue, that it is or to
// say so: "it is false that", "wrong to say".
var falsehoods = set("false untrue wrong incorrect nonsense myth lie doubt doubts doubted doubtful far")

// occasions are the nouns behind "no" that deny a whole clause: "at no time", "in no
// way", "under no circumstances".
var occasions = set("time way circumstances point account")

// turnReach is how many words apart two turns of one clause may stand.
const turnReach = 6

// undoneTurns makes one change of words of two turns of polarity in one clause, of
// which one undoes the other: “never got an answer”, “got no answer”.
func (c *comparison) undoneTurns(changes []change) []change {
	out := changes[:0:0]
	last := -1 // in out
	for _, ch := range changes {
		switch {
		case ch.rel != Negation:
			out = append(out, ch)
		case last >= 0 && c.oneClause(&out[last], &ch):
			o := &out[last]
			o.rel, o.kind, o.size = Substitution, DiffWord, o.size+ch.size
			o.from, o.upTo, o.c, o.c2 = min(o.from, ch.from), max(o.upTo, ch.upTo), min(o.c, ch.c), max(o.c2, ch.c2)
			o.claim, o.pass = c.claim.span(o.c, o.c2), c.pass.span(o.from, o.upTo)
			last = -1
		default:
			last = len(out)
			out = append(out, ch)
		}
	}
	return out
}

// oneClause reports whether two changes stand in one clause of the passage.
func (c *comparison) oneClause(a, b *change) bool {
	if a.from > b.from {
		a, b = b, a
	}
	if b.from-a.upTo > turnReach || b.from < a.upTo {
		return false
	}
	s := c.pass
	for k := max(a.upTo, 1); k <= b.from && k < len(s.words); k++ {
		if strings.ContainsAny(s.between(k), ",;:.!?…—–()") || k < b.from && clauseEdges[s.words[k].norm] {
			return false
		}
	}
	return true
}
