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

// reporter is the subject of the reporting verb i, or what follows it. Each is
// looked for once.
func (ln *line) reporter(i int, before bool) (source.Span, bool) {
	side := 0
	if before {
		side = 1
	}
	m := &ln.reports[side][i]
	if !m.done {
		m.done = true
		m.span, m.ok = ln.findReporter(i, before)
	}
	return m.span, m.ok
}

func (ln *line) findReporter(i int, before bool) (source.Span, bool) {
	if ln.kind(i) != chunkVerb {
		return source.Span{}, false
	}
	c := &ln.chunks[i]
	v := ln.low(c.main)
	if !reportVerbs[v] || c.passive && v != "quoted" {
		return source.Span{}, false
	}
	if tollVerbs[v] != ln.tollAfter(i) && tollVerbs[v] {
		return source.Span{}, false
	}
	if n := ln.skipRight(i + 1); ln.kind(n) == chunkNoun && (ln.low(ln.chunks[n].head) == "lives" || ln.low(ln.chunks[n].head) == "life") {
		return source.Span{}, false // the flood claimed 90 lives
	}
	if ln.readyTo(i) {
		return source.Span{}, false
	}
	n := ln.sayer(i)
	if n < 0 {
		if n = ln.skipRight(i + 1); before || ln.kind(n) != chunkNoun || ln.kind(ln.skipLeft(i-1)) != chunkComma {
			return source.Span{}, false
		}
	}
	if name := ln.nameBeside(n); name >= 0 {
		n = name
	}
	end := ln.chunks[n].b
	for o := ln.of(n); o >= 0 && o < i; o = ln.of(o) { // an official of one of the hospitals
		end = ln.chunks[o].b
	}
	return ln.who(ln.chunks[n].a, end)
}

// nameBeside is the name that stands beside a role told by a possessive alone, "its
// director, Arvo Lind, said"; -1 if there is none. Without the name nobody would
// know whose director.
func (ln *line) nameBeside(n int) int {
	if c := ln.chunks[n]; ln.tag(c.a) == "PRP$" && ln.kind(n+1) == chunkComma && ln.kind(n+2) == chunkNoun && ln.chunks[n+2].name && ln.kind(n+3) == chunkComma {
		return n + 2
	}
	return -1
}

// readyTo reports that the infinitive at chunk i tells of what somebody is glad,
// sorry or able to say: what stands before it is no speaker.
func (ln *line) readyTo(i int) bool {
	p := ln.skipLeft(i - 1)
	if ln.low(ln.chunks[i].a) != "to" || ln.kind(p) != chunkNoun {
		return false
	}
	if c := ln.chunks[p]; strings.HasPrefix(ln.tag(c.b-1), "JJ") && ln.tag(c.a) != "DT" {
		return true
	}
	v := ln.skipLeft(p - 1)
	return ln.kind(v) == chunkVerb && beForms[ln.low(ln.chunks[v].main)]
}

// sayer is the noun phrase that a reporting verb has as its subject, -1 if none
// stands before it in the clause.
func (ln *line) sayer(v int) int {
	i := ln.skipDay(ln.skipLeft(v-1), v)
	for n := 0; n < 4; n++ {
		if r := ln.unnamed(i); r > 0 {
			i = ln.skipLeft(r - 1) // an officer who asked not to be named said
			if ln.kind(i) == chunkComma {
				i = ln.skipLeft(i - 1)
			}
		}
		switch ln.kind(i) {
		case chunkNoun:
			if ln.dayAt(i - 1) {
				return i // on Friday the coastguard put
			}
			if ln.low(ln.chunks[i].head) == "there" && i > 0 {
				i = ln.skipLeft(i - 1) // doctors there said
				continue
			}
			if ln.kind(i-1) == chunkPrep && ln.word0(i-1) == "with" && !ln.chunks[v].aux {
				return i // with officials saying
			}
			return ln.headLeft(i)
		case chunkComma:
			j, ok := ln.parenthesis(i)
			if !ok {
				return -1
			}
			i = ln.skipLeft(j - 1)
		case chunkRel:
			if i = ln.skipLeft(i - 1); ln.kind(i) == chunkComma {
				i = ln.skipLeft(i - 1) // the office, which had put the toll at
			}
		case chunkAnd, chunkVerb:
			if s := ln.subject(v); len(s) > 0 {
				return ln.headLeft(s[len(s)-1])
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// unnamed is the relative pronoun of a clause that ends with chunk i and says that who
// speaks would not be named, -1 if that is none.
func (ln *line) unnamed(i int) int {
	const far = 8 // chunks
	if i < 0 || !anonymous[ln.low(ln.chunks[i].b-1)] {
		return -1
	}
	for j := i; j > 0 && j > i-far; j-- {
		switch ln.kind(j) {
		case chunkRel:
			return j
		case chunkComma, chunkStop:
			return -1
		}
	}
	return -1
}

// dayAt reports that chunk i is a day.
func (ln *line) dayAt(i int) bool {
	return i >= 0 && ln.kind(i) == chunkOther && ln.dateAt[ln.chunks[i].a] > 0
}

// skipDay goes left over "on Sunday" between a subject and the verb at chunk v; i is
// the chunk left of the verb.
func (ln *line) skipDay(i, v int) int {
	if ln.kind(i) == chunkPrep && ln.word0(i) == "on" && i+1 < v && ln.dayAt(i+1) {
		return ln.skipLeft(i - 1)
	}
	return i
}

// tollAfter: put the toll at, put their losses at, lowered to 24 from 31 its count.
func (ln *line) tollAfter(i int) bool {
	n := ln.skipRight(i + 1)
	for ln.kind(n) == chunkPrep && (ln.word0(n) == "to" || ln.word0(n) == "from") && ln.kind(n+1) == chunkNoun && ln.chunks[n+1].num >= 0 {
		if ln.tollNoun(n + 1) {
			return true // from 31 its count
		}
		n = ln.skipRight(n + 2)
	}
	if ln.low(ln.chunks[i].main+1) == "it" {
		return ln.again(ln.chunks[i].main + 1) // gives it as 39
	}
	return ln.tollNoun(n)
}

// tollNoun reports whether chunk i is a noun phrase that names a toll.
func (ln *line) tollNoun(i int) bool {
	if ln.kind(i) != chunkNoun {
		return false
	}
	switch h := ln.low(ln.chunks[i].head); h {
	case "toll", "losses", "number", "casualties", "figure", "deaths", "count", "total", "dead":
		return true
	}
	return false
}

// accordingTo reads "according to NP" at chunk i.
func (ln *line) accordingTo(i int) (source.Span, bool) {
	a := ln.chunks[i].a
	if ln.low(a) != "according" && (ln.chunks[i].kind != chunkPrep || ln.low(a) != "to" || ln.low(a-1) != "according") {
		return source.Span{}, false
	}
	for j := i; j < len(ln.chunks) && j < i+4; j++ {
		if ln.kind(j) == chunkNoun {
			if papers[ln.low(ln.chunks[j].head)] {
				j = ln.author(j)
			}
			end := ln.chunks[j].b
			if o := ln.of(j); o >= 0 {
				end = ln.chunks[o].b
			}
			return ln.who(ln.chunks[j].a, end)
		}
	}
	return source.Span{}, false
}

// author is who put out the paper at chunk j, the paper itself if that is not told:
// "a statement from the army", "a list kept by the harbour office", "an analysis of
// certificates by the agency". "By" tells it before "of".
func (ln *line) author(j int) int {
	const far = 6 // chunks
	found := j
	for p := j + 1; p+1 < len(ln.chunks) && p < j+far; p++ {
		switch k := ln.kind(p); {
		case k == chunkPrep && ln.kind(p+1) == chunkNoun:
			switch ln.word0(p) {
			case "by":
				return p + 1
			case "from", "of":
				if found == j {
					found = p + 1
				}
			}
		case k == chunkNoun && p == j+1 && ln.kind(p+1) == chunkVerb && !ln.chunks[p+1].passive:
			return p // figures the hospital released
		case k == chunkNoun, k == chunkOther, k == chunkVerb && !ln.chunks[p].aux && ln.tag(ln.chunks[p].main) == "VBN":
		default:
			return found
		}
	}
	return found
}

// papers are what an origin puts out; the origin is who did.
var papers = set(`statement report communique post tweet tally count figures data bulletin message release note list lists analysis study survey records register registers estimate estimates`)

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
