package extract

import (
	"slices"
)

// The frames: where the victims of an outcome word stand. Indices are into
// line.chunks unless said otherwise.

// skipLeft walks left from chunk i over adverbs, dates and parentheses.
func (ln *line) skipLeft(i int) int {
	for i >= 0 && (ln.chunks[i].kind == chunkAdverb || ln.chunks[i].kind == chunkParen || ln.chunks[i].kind == chunkOther) {
		i--
	}
	return i
}

func (ln *line) skipRight(i int) int {
	for i < len(ln.chunks) && (ln.chunks[i].kind == chunkAdverb || ln.chunks[i].kind == chunkParen || ln.chunks[i].kind == chunkOther) {
		i++
	}
	return i
}

func (ln *line) kind(i int) chunkKind {
	if i < 0 || i >= len(ln.chunks) {
		return chunkStop
	}
	return ln.chunks[i].kind
}

// word0 is the lower-case first word of a chunk.
func (ln *line) word0(i int) string {
	if i < 0 || i >= len(ln.chunks) {
		return ""
	}
	return ln.low(ln.chunks[i].a)
}

// maxWalk bounds a walk through a clause, in chunks: a longer one is a list or a
// table, not a clause.
const maxWalk = 60

// subject finds the noun phrases that are the subject of the verb group k,
// leftmost last; nil if there is none in the clause. Each is looked for once.
func (ln *line) subject(k int) []int {
	m := &ln.subjects[k]
	if !m.done {
		m.done, m.list = true, ln.findSubject(k)
	}
	return slices.Clone(m.list)
}

func (ln *line) findSubject(k int) []int {
	c := &ln.chunks[k]
	i := ln.skipLeft(k - 1)
	if p := i - 1; ln.kind(i) == chunkNoun && ln.clausePrep(p) && (c.aux || ln.tag(c.main) == "VBD") {
		return []int{i} // after 12 people were killed
	}
	if ln.kind(i) == chunkNoun && ln.kind(i-1) == chunkPrep && ln.word0(i-1) == "with" && !c.aux && ln.tag(c.main) == "VBG" {
		return []int{i} // with officials saying
	}
	list := ln.subjectFrom(k-1, 0, true)
	if len(list) == 0 || len(list) == 1 && !ln.victimLike(list[0]) {
		if l := ln.subjectFrom(k-1, 0, false); len(l) > 0 {
			return l
		}
	}
	return list
}

// clausePrep reports a preposition that can begin a clause.
func (ln *line) clausePrep(i int) bool {
	if ln.kind(i) != chunkPrep {
		return false
	}
	switch ln.word0(i) {
	case "as":
		return ln.kind(i-1) != chunkVerb && (i <= 0 || ln.kind(i-1) != chunkNoun || ln.chunks[i-1].num < 0)
	case "after", "before", "since", "until", "than":
		return true
	}
	return false
}

// leaveVerbs hand their object on to the state after it: leaving eight injured.
var leaveVerbs = set(`took take takes taking hold holds held holding keep keeps kept keeping leave leaves left leaving saw see seen found find finding reported reports`)

// impliers take a clause without "that": what follows is its subject.
var impliers = set(`mean means meant meaning imply implies implied suggest suggests suggested show shows showed`)

// subjectFrom walks left from chunk start; depth bounds the inclusions walked
// out of. Without appositions, a noun phrase between commas is no insertion.
func (ln *line) subjectFrom(start, depth int, appositions bool) []int {
	coordinated := false
	for i, steps := ln.skipLeft(start), 0; i >= 0 && steps < maxWalk; i, steps = ln.skipLeft(i-1), steps+1 {
		c := &ln.chunks[i]
		first := steps == 0
		switch c.kind {
		case chunkNoun:
			p := ln.skipLeft(i - 1)
			if ln.kind(p) == chunkPrep && p == i-1 && (!ln.clausePrep(p) || ln.kind(i+1) != chunkVerb || !ln.chunks[i+1].aux) {
				i = p
				continue
			}
			if ln.kind(p) == chunkVerb && p == i-1 && !leaveVerbs[ln.low(ln.chunks[p].main)] {
				v := &ln.chunks[p]
				rel := ln.skipLeft(p - 1)
				switch {
				case first && reportVerbs[ln.low(v.main)] && ln.tag(v.main) == "VBG":
					list, _ := ln.listLeft(i) // was quoted as saying 30 people had died
					return list
				case first && impliers[ln.low(v.main)] && ln.kind(i+1) == chunkVerb && ln.chunks[i+1].aux:
					list, _ := ln.listLeft(i) // which would mean about a dozen are missing
					return list
				case v.inf, !v.aux && v.trig.frames == 0 && ln.tag(v.main) == "VBG":
					i = p // went to collect grass, carrying a reward
					continue
				case ln.kind(rel) == chunkRel:
					i = rel + 1 // who carried a reward
					continue
				}
			}
			if coordinated && ln.kind(p) == chunkVerb && !ln.chunks[p].passive && (ln.chunks[p].aux || ln.chunks[p].trig.frames&verbObject != 0 || ln.tag(ln.chunks[p].main) == "VBD") {
				i = p // the object of the verb before "and"
				continue
			}
			if coordinated && ln.kind(p) == chunkAnd && ln.hasVerbLeft(p) {
				continue
			}
			if depth == 0 && !ln.victimLike(i) && ln.kind(p) == chunkComma && ln.kind(ln.skipLeft(p-1)) == chunkNoun {
				i = p // an apposition without a second comma
				continue
			}
			if g := ln.apposedGroup(i); g >= 0 {
				return []int{g}
			}
			list, inside := ln.listLeft(i)
			if inside >= 0 && depth < 3 {
				return ln.subjectFrom(inside-1, depth+1, appositions)
			}
			return list
		case chunkComma:
			if j, ok := ln.parenthesis(i); ok && (appositions || ln.kind(ln.skipRight(j+1)) != chunkNoun) {
				i = j
				continue
			}
			coordinated = coordinated || !first
		case chunkAnd:
			coordinated = true
		case chunkRel:
			if ln.kind(ln.skipLeft(i-1)) == chunkComma {
				i = ln.skipLeft(i - 1)
				if j := ln.partLeft(i); j >= 0 {
					i = j // six priests, five of them Spaniards, who were killed
				}
			}
			if a := ln.skipLeft(i - 1); first && ln.kind(a) == chunkNoun && ln.kind(a-1) == chunkPrep && ln.chunks[a].num >= 0 && (ln.word0(a-1) != "of" || a < 2 || ln.kind(a-2) != chunkNoun || ln.chunks[a-2].num < 0) {
				return []int{a} // through two women who were kidnapped
			}
		case chunkVerb:
			p := ln.skipLeft(i - 1)
			if coordinated && ln.chunks[i].passive && ln.chunks[i].trig.frames != 0 && depth < 3 {
				return ln.subjectFrom(i-1, depth+1, appositions)
			}
			if ln.kind(p) == chunkRel {
				i = p
				if ln.kind(ln.skipLeft(i-1)) == chunkComma {
					i = ln.skipLeft(i - 1)
				}
			}
		case chunkThat, chunkStop:
			return nil
		}
	}
	return nil
}

// partLeft is the comma that opens ", five of them Spaniards" before the comma at
// chunk i, -1 if that does not stand there.
func (ln *line) partLeft(i int) int {
	for j := i - 1; j > 0 && j > i-8; j-- {
		switch c := &ln.chunks[j]; c.kind {
		case chunkNoun:
			if c.num >= 0 && ln.ofThem(ln.nums[c.num].to) > 0 && ln.kind(j-1) == chunkComma {
				return j - 1
			}
		case chunkPrep, chunkAnd, chunkAdverb:
		default:
			return -1
		}
	}
	return -1
}

func (ln *line) hasVerbLeft(i int) bool {
	for n := 0; i >= 0 && n < 6; i, n = i-1, n+1 {
		switch ln.kind(i) {
		case chunkVerb:
			return !ln.chunks[i].passive && ln.chunks[i].trig.frames == 0
		case chunkThat, chunkStop, chunkRel:
			return false
		}
	}
	return false
}

// parenthesis finds the comma that opens what the comma at i closes: an
// apposition, "including …", "identified as …", "who …". Chunks between the two
// hold no main verb of their own.
func (ln *line) parenthesis(i int) (open int, ok bool) {
	first := -1
	for j := i - 1; j >= 0 && i-j < 40; j-- {
		switch ln.kind(j) {
		case chunkStop, chunkThat:
			return first, first >= 0
		case chunkVerb:
			if c := &ln.chunks[j]; c.aux && ln.kind(ln.skipLeft(j-1)) != chunkRel || c.trig.frames != 0 && !c.aux && ln.tag(c.main) == "VBD" {
				return first, first >= 0
			}
		case chunkComma:
			if c := ln.skipRight(j + 1); ln.kind(c) == chunkNoun && ln.chunks[c].num >= 0 && ln.ofThem(ln.nums[ln.chunks[c].num].to) > 0 {
				return j, true // three of whom were identified as A, B and C
			}
			if !ln.opensParenthesis(j+1, i) {
				continue
			}
			if ln.kind(ln.skipRight(j+1)) != chunkNoun {
				return j, true // "identified as A, B and C": the list inside is all insertion
			}
			if first < 0 {
				first = j
			}
		}
	}
	return first, first >= 0
}

// opensParenthesis reports whether chunks [a, b) between commas are an insertion.
func (ln *line) opensParenthesis(a, b int) bool {
	a = ln.skipRight(a)
	if a >= b {
		return true
	}
	switch ln.kind(a) {
	case chunkRel:
		return true
	case chunkPrep:
		return true
	case chunkVerb:
		return !ln.chunks[a].aux && ln.tag(ln.chunks[a].main) != "VBD" || ln.word0(a) == "identified"
	case chunkNoun:
		for k := a; k < b; k++ {
			if ln.kind(k) == chunkVerb && ln.chunks[k].aux && ln.kind(ln.skipLeft(k-1)) != chunkRel {
				return false
			}
		}
		return true
	}
	return false
}

// inRelative reports that verb group k stands in a relative clause: "the blast
// that killed two", "in which two were killed".
func (ln *line) inRelative(k int) bool {
	for i, n := k-1, 0; i >= 0 && n < 14; i, n = i-1, n+1 {
		switch ln.kind(i) {
		case chunkRel:
			return true
		case chunkThat:
			return ln.word0(i) == "that" && i > 0 && ln.kind(i-1) == chunkNoun && i == k-1
		case chunkVerb:
			if ln.chunks[i].aux {
				return false
			}
		case chunkStop:
			return false
		}
	}
	return false
}

// newClause reports that noun phrase i is the subject of a verb of its own.
func (ln *line) newClause(i int) bool {
	j := ln.afterPhrase(i)
	if ln.kind(j) != chunkVerb {
		return false
	}
	v := &ln.chunks[j]
	return v.aux || ln.tag(v.main) == "VBD" || ln.tag(v.main) == "VBZ" || ln.tag(v.main) == "VBP" || v.trig.frames != 0
}
