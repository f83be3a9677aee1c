package extract

import (
	"strings"

	"stet/index/source"
)

// speaker attributes a figure to the speaker of the innermost quote or report
// that covers it.
func (r *figureReader) speaker(fig *Figure) {
	best := 1 << 30
	for _, q := range r.doc.Quotes() {
		if r.ln.occasional(q.CueAt, fig.Span) || itself[strings.ToLower(q.Speaker)] {
			continue
		}
		if q.Scare || q.Belief || q.Speaker == "" || fig.Rule == "bodies" && q.CueAt.End > fig.Sentence.Start && q.CueAt.End <= fig.Span.Start && fig.Span.Start-q.CueAt.End < 3 {
			continue // "the flood claimed 90 lives" reports nothing
		}
		for _, c := range q.Content {
			if c.Start <= fig.Span.Start && fig.Span.End <= c.End && c.End-c.Start < best {
				best = c.End - c.Start
				fig.Attribution, fig.By = q.Speaker, q.By
			}
		}
	}
}

// itself is what a paper calls itself: what "we" reported before has no speaker but
// the paper.
var itself = set(`we`)

// reportVerbs say who says so.
var reportVerbs = set(`said says say saying told tells tell telling reported reports report reporting confirmed confirms confirming announced announces announcing stated states stating claimed claims claim claiming added adds
	estimated estimates estimate estimating put puts putting warned declared acknowledged admitted alleged alleges insisted noted notes wrote writes tweeted posted revealed reveals indicated disclosed believes believe believed denied denies
	revised revise revising raised lowered updated corrected recorded counted documented informed quoted asserted explained feared fear fears suggested suggests showed shows testified recalled
	give gives gave giving given cut cuts`)

// tollVerbs report only with a toll: put the death toll at.
var tollVerbs = set(`put puts putting revised revise revising raised lowered updated corrected give gives gave giving given cut cuts`)

// attribution is who the sentence says says so: the innermost report that covers
// the figure, "according to", or the report after it.
func (ln *line) attribution(f *finding) (source.Span, bool) {
	at := ln.chunkAtWord(f.a)
	if s, ok := ln.confirmer(at); ok {
		return s, true
	}
	for i := at - 1; i >= 0 && at-i < maxWalk; i-- { // the report before the figure, innermost first
		if ln.kind(i) == chunkStop && ln.word0(i) != ":" {
			break
		}
		if s, ok := ln.reporter(i, true); ok && !ln.relativeBetween(i, at) && !ln.tellsElse(i, at) {
			return s, true
		}
		if s, ok := ln.accordingTo(i); ok {
			return s, true
		}
	}
	for i := at; i < len(ln.chunks); i++ {
		if ln.kind(i) == chunkStop {
			break
		}
		if s, ok := ln.accordingTo(i); ok {
			return s, true
		}
		if p := ln.skipLeft(i - 1); ln.kind(i) == chunkVerb && i > at {
			if s, ok := ln.reporter(i, false); ok && !ln.secondClause(p) && (ln.kind(p) == chunkNoun && ln.commaBefore(p) || ln.kind(p) == chunkComma) {
				return s, true
			}
		}
	}
	return source.Span{}, false
}

// relativeBetween: "a man who said he … killed 12": the report is inside a
// relative clause that ends before the figure.
func (ln *line) relativeBetween(i, at int) bool {
	return ln.kind(ln.skipLeft(i-1)) == chunkRel && func() bool {
		for j := i; j < at; j++ {
			if ln.kind(j) == chunkComma {
				return true
			}
		}
		return false
	}()
}

// confirmer reads "the 21 deaths that police have confirmed": who is named in a
// relative clause directly after the figure.
func (ln *line) confirmer(at int) (source.Span, bool) {
	if k := ln.kind(at + 1); k != chunkRel && k != chunkThat || ln.kind(at+2) != chunkNoun || ln.kind(at+3) != chunkVerb {
		return source.Span{}, false
	}
	v := &ln.chunks[at+3]
	if l := ln.low(v.main); !reportVerbs[l] || tollVerbs[l] || v.passive || ln.kind(ln.skipRight(at+4)) == chunkVerb {
		return source.Span{}, false // that police say were armed
	}
	return ln.who(ln.chunks[at+2].a, ln.chunks[at+2].b)
}

// sayingVerbs take what they report as a clause, whatever stands in between.
var sayingVerbs = set(`said says say saying told tells tell telling`)

// occasions are the prepositions that tell on what occasion something was announced.
var occasions = set(`after following over for amid`)

// tellsElse reports that the verb at chunk i reports something else than the figure
// at chunk at, which only tells the occasion: "declared three days of mourning after
// the earthquake that killed 214".
func (ln *line) tellsElse(i, at int) bool {
	if ln.laterThan(i, at) || ln.rejectedBeside(i, at) || ln.besideQuoted(i, at) {
		return true
	}
	n := ln.skipRight(i + 1)
	if sayingVerbs[ln.low(ln.chunks[i].main)] || ln.kind(n) != chunkNoun || n >= at {
		return false
	}
	occasion := -1
	for j := n + 1; j < at; j++ {
		switch k := ln.kind(j); {
		case k == chunkThat || k == chunkVerb && occasion < 0 && ln.kind(j-1) != chunkPrep: // of mourning
			return false
		case k == chunkPrep && occasion < 0 && occasions[ln.word0(j)]:
			occasion = j
		case k == chunkRel && occasion >= 0:
			return true
		case k == chunkVerb && ln.chunks[j].aux:
			return false // confirmed the toll after the attack was 12
		}
	}
	return occasion >= 0
}

// rejecters are verbs that turn something down without telling it.
var rejecters = set(`reject rejects rejected rejecting dismiss dismisses dismissed dismissing refuse refuses refused refusing decline declines declined declining shun shuns shunned criticise criticises criticised
	criticize criticizes criticized ridiculed`)

// rejectedBeside reports that the figure at chunk at stands in a clause about a place
// that what is rejected only names: "rejected a comparison with Norrby, where 22
// people were killed". The clause is the paper's.
func (ln *line) rejectedBeside(i, at int) bool {
	if !rejecters[ln.low(ln.chunks[i].main)] {
		return false
	}
	for j := i + 1; j < at; j++ {
		if ln.kind(j) == chunkRel && ln.word0(j) == "where" && ln.kind(j-1) == chunkComma {
			return true
		}
	}
	return false
}

// besideQuoted reports that the figure at chunk at stands in a relative clause after a
// comma that the paper adds to a report quoted in part: "said the track “was inspected”
// before the crash, in which 96 people were killed".
func (ln *line) besideQuoted(i, at int) bool {
	quoted := false
	for j := i + 1; j < at; j++ {
		for w := ln.chunks[j].a; w < ln.chunks[j].b; w++ {
			k := ln.d.TokenAt(ln.ws[w].start)
			quoted = quoted || k < len(ln.d.Tokens) && ln.d.Tokens[k].Mark != 0
		}
		if !quoted || ln.kind(j) != chunkRel {
			continue
		}
		c := j - 1
		if ln.kind(c) == chunkPrep {
			c--
		}
		k := ln.d.TokenAt(ln.ws[ln.chunks[at].a].start)
		if ln.kind(c) == chunkComma && k < len(ln.d.Tokens) && ln.d.Tokens[k].Mark == 0 {
			return true
		}
	}
	return false
}

// timeUnits measure how long after an event something was said.
var timeUnits = set(`minutes minute hours hour days day weeks week months month years year shortly soon just immediately`)

// laterThan reports that the figure at chunk at tells how long after what the
// report of verb i was given, which the paper tells and not who speaks: "…, its
// director said on Friday, hours after a fire killed at least 12 people". The
// clause has no comma in it: after one the report may go on.
func (ln *line) laterThan(i, at int) bool {
	const farComma, farAfter = 4, 5 // words: "on Friday,"; "two and a half weeks after"
	w, end := ln.chunks[i].b, ln.chunks[at].a
	for k := 0; w < end && ln.low(w) != ","; k++ {
		if w++; k == farComma {
			return false
		}
	}
	for after := w + 2; after < min(w+2+farAfter, end); after++ {
		if l := ln.low(after); l != "after" && l != "before" {
			continue
		}
		if !timeUnits[ln.low(after-1)] {
			return false
		}
		for ; after < end; after++ {
			if l := ln.low(after); l == "," || l == "that" {
				return false
			}
		}
		return true
	}
	return false
}

// occasional reports that the verb at a cue reports something else than a figure.
func (ln *line) occasional(cue, fig source.Span) bool {
	if cue.Empty() || cue.Start >= fig.Start {
		return false
	}
	for i := range ln.chunks {
		if c := &ln.chunks[i]; c.kind == chunkVerb && ln.bytes(c.a, c.b).Overlaps(cue) {
			return ln.tellsElse(i, ln.chunkAtByte(fig.Start))
		}
	}
	return false
}

// chunkAtByte is the index of the chunk that holds a byte of the text.
func (ln *line) chunkAtByte(at int) int {
	for i := range ln.chunks {
		if at < ln.bytes(ln.chunks[i].a, ln.chunks[i].b).End {
			return i
		}
	}
	return len(ln.chunks) - 1
}

// secondClause reports that the subject at chunk p begins a clause of its own: "…, and
// divers fear for more".
func (ln *line) secondClause(p int) bool {
	and := ln.skipLeft(p - 1)
	return ln.kind(p) == chunkNoun && ln.kind(and) == chunkAnd && ln.kind(ln.skipLeft(and-1)) == chunkComma
}

func (ln *line) commaBefore(i int) bool {
	for n := 0; i >= 0 && n < 8; i, n = i-1, n+1 {
		if ln.kind(i) == chunkComma {
			return true
		}
	}
	return false
}

// denied reports that the figure is what somebody denies.
func (ln *line) denied(f *finding) bool {
	at := ln.chunkAtWord(f.a)
	for i := at - 1; i >= 0 && at-i < 8; i-- {
		switch ln.kind(i) {
		case chunkStop:
			return false
		case chunkVerb:
			switch ln.low(ln.chunks[i].main) {
			case "denied", "denies", "denying", "deny":
				return !ln.chunks[i].negated
			}
			return false
		}
	}
	return false
}

// who trims a determiner-free span of an origin; a pronoun stays as written.
func (ln *line) who(a, b int) (source.Span, bool) {
	for a < b-1 && (ln.tag(a) == "DT" || ln.low(a) == "the" || ln.low(a) == "a") {
		a++
	}
	if a >= b {
		return source.Span{}, false
	}
	return ln.bytes(a, b), true
}
