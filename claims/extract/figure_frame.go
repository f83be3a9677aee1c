package extract

import "slices"

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
var leaveVerbs = set(`leave leaves left leaving saw see seen found find finding reported reports`)

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

// listLeft collects the coordinated noun phrases that end with chunk i. inside is
// the "including" that the list turns out to belong to, else -1.
func (ln *line) listLeft(i int) (list []int, inside int) {
	list = []int{i}
	and := false
	for j := ln.skipLeft(i - 1); j >= 0 && len(list) < 12; {
		switch ln.kind(j) {
		case chunkAnd:
			and = true
		case chunkComma:
			if open, ok := ln.parenthesis(j); ok && !and && ln.kind(ln.skipRight(open+1)) != chunkNoun {
				j = ln.skipLeft(open - 1)
				if ln.kind(j) != chunkNoun {
					return list, -1
				}
				continue
			}
			if !and && len(list) == 1 {
				return list, -1
			}
		default:
			return list, -1
		}
		p := ln.skipLeft(j - 1)
		if ln.kind(p) == chunkComma {
			if open, ok := ln.parenthesis(p); ok && !ln.listItem(ln.skipRight(open+1)) {
				p = ln.skipLeft(open - 1)
			} else {
				p = ln.skipLeft(p - 1)
			}
		}
		p = ln.headLeft(p)
		if q := ln.includingLeft(j); q >= 0 {
			return list, q
		}
		if p < 0 || !ln.victimLike(p) || ln.chunks[p].num >= 0 && ln.chunks[p].trig.frames != 0 && ln.chunks[p].trig.frames&weakNoun == 0 {
			return list, -1 // "12 dead and 30" are not 42 of either
		}
		if q := ln.skipLeft(p - 1); ln.kind(q) == chunkPrep {
			if ln.clausePrep(q) {
				list = append(list, p)
			}
			return list, -1
		}
		list = append(list, p)
		j = ln.skipLeft(p - 1)
	}
	return list, -1
}

// apposedGroup: in "three men, Osei, Lind and Baro, were killed" the names are
// the three men. It returns the numbered phrase, -1 if there is none.
func (ln *line) apposedGroup(i int) int {
	for n := 0; n < 8 && ln.kind(i) == chunkNoun && ln.chunks[i].name && ln.chunks[i].num < 0; n++ {
		j := ln.skipLeft(i - 1)
		if k := ln.kind(j); k != chunkComma && k != chunkAnd {
			return -1
		}
		p := ln.headLeft(ln.skipLeft(j - 1))
		if p < 0 {
			return -1
		}
		if c := &ln.chunks[p]; c.num >= 0 && ln.nums[c.num].lo >= 2 && ln.kind(j) == chunkComma {
			return p
		}
		i = p
	}
	return -1
}

// includingLeft finds the "including" whose list the conjunction j stands in.
func (ln *line) includingLeft(j int) int {
	if ln.kind(ln.skipLeft(j-1)) == chunkComma {
		return -1 // "including a nurse, and 30 people were hurt"
	}
	for i, n := j-1, 0; i >= 0 && n < 8; i, n = i-1, n+1 {
		switch ln.kind(i) {
		case chunkPrep:
			if ln.word0(i) == "including" {
				return i
			}
		case chunkVerb:
			if w := ln.word0(i); w == "identified" || w == "named" {
				return i
			}
			return -1
		case chunkThat, chunkStop, chunkRel:
			return -1
		}
	}
	return -1
}

// listItem: a noun phrase with a number or an article.
func (ln *line) listItem(i int) bool {
	return ln.kind(i) == chunkNoun && (ln.chunks[i].num >= 0 || ln.chunks[i].det != "")
}

// headLeft walks from the last noun phrase of "four cadres of the squad" to the
// first; -1 if chunk i is no noun phrase.
func (ln *line) headLeft(i int) int {
	for n := 0; n < 8 && ln.kind(i) == chunkNoun; n++ {
		p := ln.skipLeft(i - 1)
		switch {
		case ln.kind(p) == chunkPrep:
			i = ln.skipLeft(p - 1)
		case ln.kind(p) == chunkVerb && ln.kind(ln.skipLeft(p-1)) == chunkRel:
			i = ln.skipLeft(ln.skipLeft(p-1) - 1)
			if ln.kind(i) == chunkComma {
				i = ln.skipLeft(i - 1)
			}
			continue
		case ln.kind(p) == chunkVerb && !ln.chunks[p].aux && ln.tag(ln.chunks[p].main) != "VBD" && ln.chunks[p].trig.frames == 0:
			i = ln.skipLeft(p - 1) // belonging to
		default:
			return i
		}
		if ln.kind(i) == chunkVerb && !ln.chunks[i].aux && ln.chunks[i].trig.frames == 0 {
			i = ln.skipLeft(i - 1)
		}
	}
	if ln.kind(i) == chunkNoun {
		return i
	}
	return -1
}

// victimLike reports whether a noun phrase could stand in a list of victims.
func (ln *line) victimLike(i int) bool {
	if ln.kind(i) != chunkNoun {
		return false
	}
	_, ok := ln.count(i, true)
	return ok
}

// objects collects the noun phrases that follow the verb group k as its object,
// in order.
func (ln *line) objects(k int) []int {
	i := ln.skipRight(k + 1)
	for ln.kind(i) == chunkAnd && ln.kind(ln.skipRight(i+1)) == chunkVerb && ln.chunks[ln.skipRight(i+1)].trig.frames&verbObject != 0 {
		i = ln.skipRight(ln.skipRight(i+1) + 1) // killed or wounded
	}
	if ln.kind(i) == chunkPrep && ln.word0(i) == "as" {
		i = ln.skipRight(i + 1)
	}
	if ln.kind(i) != chunkNoun {
		return nil
	}
	return ln.listRight(i)
}

// listRight collects the coordinated noun phrases that begin with chunk i.
func (ln *line) listRight(i int) []int {
	list := []int{i}
	and := false
	for j, steps := ln.afterPhrase(i), 0; j < len(ln.chunks) && steps < maxWalk && len(list) < 12; steps++ {
		switch ln.kind(j) {
		case chunkAnd:
			and = true
		case chunkComma:
			if and {
				return list
			}
			n := ln.skipRight(j + 1)
			if ln.kind(n) == chunkAnd {
				j = n
				continue
			}
			if ln.kind(n) != chunkNoun || ln.chunks[n].num < 0 && !ln.closesWithAnd(n) || ln.apposed(list[len(list)-1], n) {
				m, ok := ln.skipInsertion(n)
				if !ok {
					return list
				}
				j = m
				continue
			}
		default:
			return list
		}
		n := ln.skipRight(j + 1)
		if ln.kind(n) == chunkPrep && ln.word0(n) == "of" && ln.kind(j) == chunkAnd {
			n = ln.skipRight(n + 1) // the murder of Osei and of his aide
		}
		if ln.kind(n) != chunkNoun || !ln.victimLike(n) || ln.newClause(n) {
			return list
		}
		list = append(list, n)
		j = ln.afterPhrase(n)
	}
	return list
}

// afterPhrase is the chunk after noun phrase i with its parentheses and its
// prepositional phrases.
func (ln *line) afterPhrase(i int) int {
	j := ln.skipRight(i + 1)
	for n := 0; n < 6 && ln.kind(j) == chunkPrep && ln.word0(j) != "including" && ln.word0(j) != "after" && ln.word0(j) != "before"; n++ {
		k := ln.skipRight(j + 1)
		if ln.kind(k) != chunkNoun {
			break
		}
		j = ln.skipRight(k + 1)
	}
	return j
}

// apposed: a name and a common noun side by side are one person.
func (ln *line) apposed(a, b int) bool {
	x, y := &ln.chunks[a], &ln.chunks[b]
	if ln.oneOf(a) && y.name && y.num < 0 || ln.oneOf(b) && (x.name || x.num < 0) {
		return true // one of its members, Osei
	}
	return x.num < 0 && y.num < 0 && (x.name && x.det == "") != (y.name && y.det == "")
}

func (ln *line) oneOf(i int) bool {
	c := &ln.chunks[i]
	return c.num >= 0 && ln.nums[c.num].hi == 1 && ln.of(i) >= 0
}

// closesWithAnd: "a driver, a nurse and two clerks" from the second item on.
func (ln *line) closesWithAnd(i int) bool {
	for n := 0; n < 5 && ln.kind(i) == chunkNoun && ln.victimLike(i); n++ {
		j := ln.afterPhrase(i)
		switch ln.kind(j) {
		case chunkAnd:
			n := ln.skipRight(j + 1)
			return ln.kind(n) == chunkNoun && ln.victimLike(n) && !ln.newClause(n)
		case chunkComma:
			i = ln.skipRight(j + 1)
			if ln.kind(i) == chunkAnd {
				n := ln.skipRight(i + 1)
				return ln.kind(n) == chunkNoun && ln.victimLike(n) && !ln.newClause(n)
			}
		default:
			return false
		}
	}
	return false
}

// skipInsertion returns the chunk after the comma that ends an insertion that
// starts at chunk i, if an "and" follows it.
func (ln *line) skipInsertion(i int) (int, bool) {
	if k := ln.kind(i); k != chunkNoun && k != chunkPrep && k != chunkVerb && k != chunkRel {
		return 0, false
	}
	if ln.kind(i) == chunkVerb && ln.chunks[i].trig.frames != 0 {
		return 0, false
	}
	for j := i; j < len(ln.chunks) && j < i+14; j++ {
		switch ln.kind(j) {
		case chunkStop, chunkThat:
			return 0, false
		case chunkComma:
			if n := ln.skipRight(j + 1); ln.kind(n) == chunkAnd {
				return n, true
			}
			return 0, false
		}
	}
	return 0, false
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
