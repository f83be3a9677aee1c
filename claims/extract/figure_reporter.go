package extract

import (
	"strings"

	"stet/index/source"
)

// This file finds who says a figure: the subject of a reporting verb, or what
// "according to" names.

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
