package match

import (
	"slices"
	"strings"

	"stet/claims/extract"
	"stet/index/source"
)

// What is cut off in front of a quotation matters most where it is the negation of
// what is left: “reached the board” of “never reached the board” says the opposite,
// however much the cut looks like that of a fragment. A negator further ahead in the
// clause (“do not want to sell the harbour”) leaves words that say nothing of their
// own; that it is lacking is told as a cut.

// startChange is what the cut in front of the first word changes; ok is false if
// nothing.
func (c *comparison) startChange() (ch change, ok bool) {
	if c.matches[0].c > 0 {
		return ch, false
	}
	s, at, from := c.pass, c.first(), c.sentenceFrom()
	ch = change{rel: SilentTruncation, kind: DiffOmitted, pass: s.span(from, at), size: weigh(s.words[from:at]), from: from, upTo: at}
	switch start := c.start(); {
	case start == cutNone && !c.claim.negatedBefore() && c.toldNot():
		from = c.reportFrom()
		return change{rel: Negation, kind: DiffNegation, pass: s.span(from, at), size: weigh(s.words[from:at]), from: from, upTo: at}, true
	case start == cutNone:
		return ch, false
	case from < at && !c.claim.negatedBefore() && c.deniesAt(from, at, true):
		ch.rel, ch.kind = Negation, DiffNegation
	case start == cutMarked:
		ch = change{rel: MarkedTruncation, kind: DiffMarked}
	case start == cutPart:
		n := c.governor(from, at)
		if n < 0 && c.conditional(from, at) {
			n = from
		}
		if n < 0 || c.claim.negatedBefore() {
			return ch, false
		}
		if strings.HasSuffix(c.claim.text[:c.claim.words[0].Start], "[") { // “[The levy] stays”
			return change{rel: MarkedTruncation, kind: DiffMarked}, true
		}
		ch.pass, ch.size, ch.from = s.span(n, at), weigh(s.words[n:at]), n
	}
	return ch, true
}

// reportFrom is the first word of the report that leads into the quotation in which
// the first matched word is the first: “She did not say that” of 'She did not say that
// “it is safe”'. Without a report it is that word.
func (c *comparison) reportFrom() int {
	s, at := c.pass, c.first()
	if c.flat || !c.opensQuote(at) {
		return at
	}
	from := at
	for from > 0 && s.quote[from-1] == 0 && !s.boundary(from) {
		from--
	}
	return from
}

// toldNot reports whether the report that leads into the quotation negates it: the
// words were not said, or are not so.
func (c *comparison) toldNot() bool { return c.deniesAt(c.reportFrom(), c.first(), true) }

// conditional reports whether passage words [from, to) are the condition of what
// comes after them: “If growth returns, …”.
func (c *comparison) conditional(from, to int) bool {
	s := c.pass
	for from < to-1 && opening[s.words[from].norm] {
		from++
	}
	return conditions[s.words[from].norm] && strings.HasPrefix(strings.TrimSpace(s.between(to)), ",")
}

// governor finds a negator that governs the words from passage word to on from ahead
// in its clause, -1 if there is none: one whose verb these words are an object or a
// clause of, “do not want to”, “none of the letters”. Words that stand as a noun's
// or after a factive verb ("nobody told us that") mean alone what they meant.
func (c *comparison) governor(from, to int) int {
	s := c.pass
	before, next := s.words[to-1], s.words[to]
	finite := light[next.norm] && !articles[next.norm] || modals[next.norm] || strings.HasSuffix(next.norm, "ed")
	clause := linking[before.norm] && !articles[before.norm] || verbHelpers[before.norm] || subjects[next.norm]
	if places[next.norm] {
		return -1
	}
	at, n := -1, 0
	for k := to - 1; k >= max(from, to-governorReach); k-- {
		w := s.words[k].norm
		if strings.ContainsAny(s.text[s.words[k].End:s.words[k+1].Start], ",;:.!?()“”\"…—–") || factive[w] {
			break
		}
		switch {
		case boundsNumber[s.words[k+1].norm] || s.emphatic(k):
		case subjectNegators[w] && !articles[next.norm], (w == "no" || negators[w] && w != "without") && finite, w != "no" && (negators[w] || denyingVerbs[w]) && clause:
			at, n = k, n+1
		}
		if clauseEdges[w] {
			break
		}
	}
	if n%2 == 0 {
		return -1
	}
	return at
}

// governorReach is how many words ahead a negator is looked for.
const governorReach = 12

var (
	// subjectNegators are the negators that are the subject of what follows.
	subjectNegators = set("none nobody nothing neither")
	// conditions open a clause on which the next one hangs; opening may stand ahead.
	conditions  = set("if unless without provided until")
	opening     = set("and but so well now")
	articles    = set("a an the any all either")
	verbHelpers = set("to do does did is are was were be been have has had will would can could shall should may might must")
	places      = set("of in on at by for with from into onto upon about over under after before through during against within across per since until than as because")
	subjects    = set("i you he she it we they there")
	// factive verbs and adjectives leave the clause after them as true as it was,
	// negated or not. From the grammars' lists.
	factive = set(`know knows knew known realise realises realised realize realizes realized notice notices noticed tell tells told forget forgets
		forgot forgotten aware remember remembers remembered learn learns learned regret regrets regretted see sees saw seen`)
)

// negatedBefore reports whether the story's own words in front of the quotation
// negate it: the letters never “reached the board”.
func (p *printed) negatedBefore() bool {
	for _, w := range slices.Backward(p.before) {
		switch {
		case negators[w.norm] || denyingVerbs[w.norm]:
			return true
		case clauseEdges[w.norm]:
			return false
		}
	}
	return false
}

// readBefore reads the story's own words in front of the quotation, of its sentence.
func (p *printed) readBefore(lead string) {
	p.before = cutWords(lead, source.Span{End: len(lead)}, maxClaimWords)
	if len(p.parts) == 0 || p.parts[0].Start == 0 {
		return
	}
	d := extract.Analyse(p.text, extract.Meta{})
	from := 0
	if i := d.SentenceAt(p.parts[0].Start); i >= 0 {
		from = min(d.Sentences[i].Span.Start, p.parts[0].Start)
	}
	p.before = append(p.before, cutWords(p.text, source.Span{Start: from, End: p.parts[0].Start}, maxClaimWords)...)
}
