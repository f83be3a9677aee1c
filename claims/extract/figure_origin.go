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

// reportVerbs say who says so.
var reportVerbs = set(`said says say saying told tells tell telling reported reports report reporting confirmed confirms confirming announced announces announcing stated states stating claimed claims claim claiming added adds
	estimated estimates estimate estimating put puts putting warned declared acknowledged admitted alleged alleges insisted noted notes wrote writes tweeted posted revealed reveals indicated disclosed believes believe believed denied denies
	revised revise revising raised lowered updated corrected recorded counted documented informed quoted asserted explained feared fear fears suggested suggests showed shows testified recalled`)

// tollVerbs report only with a toll: put the death toll at.
var tollVerbs = set(`put puts putting revised revise revising raised lowered updated corrected`)

// attribution is who the sentence says says so: the innermost report that covers
// the figure, "according to", or the report after it.
func (ln *line) attribution(f *finding) (source.Span, bool) {
	at := ln.chunkAtWord(f.a)
	for i := at - 1; i >= 0 && at-i < maxWalk; i-- { // the report before the figure, innermost first
		if ln.kind(i) == chunkStop && ln.word0(i) != ":" {
			break
		}
		if s, ok := ln.reporter(i, true); ok && !ln.relativeBetween(i, at) {
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
			if s, ok := ln.reporter(i, false); ok && (ln.kind(p) == chunkNoun && ln.commaBefore(p) || ln.kind(p) == chunkComma) {
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
	end := ln.chunks[n].b
	if o := ln.of(n); o >= 0 && o < i {
		end = ln.chunks[o].b
	}
	return ln.who(ln.chunks[n].a, end)
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
	i := ln.skipLeft(v - 1)
	for n := 0; n < 4; n++ {
		switch ln.kind(i) {
		case chunkNoun:
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
			i = ln.skipLeft(i - 1)
		case chunkAnd, chunkVerb:
			if s := ln.subject(v); len(s) > 0 {
				return s[len(s)-1]
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// tollAfter: put the toll at, put their losses at, lowered to 24 from 31 its count.
func (ln *line) tollAfter(i int) bool {
	n := ln.skipRight(i + 1)
	for ln.kind(n) == chunkPrep && (ln.word0(n) == "to" || ln.word0(n) == "from") && ln.kind(n+1) == chunkNoun && ln.chunks[n+1].num >= 0 {
		n = ln.skipRight(n + 2)
	}
	if ln.kind(n) != chunkNoun {
		return false
	}
	switch h := ln.low(ln.chunks[n].head); h {
	case "toll", "losses", "number", "casualties", "figure", "deaths", "count", "total":
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
			if p := j + 1; papers[ln.low(ln.chunks[j].head)] && ln.kind(p) == chunkPrep && (ln.word0(p) == "from" || ln.word0(p) == "by" || ln.word0(p) == "of") && ln.kind(p+1) == chunkNoun {
				j = p + 1 // according to a statement from the army
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

// papers are what an origin puts out; the origin is who did.
var papers = set(`statement report communique post tweet tally count figures data bulletin message release note`)

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
