package extract

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
			if ln.clausePrep(q) || ln.word0(q) == "with" && ln.kind(q-1) == chunkVerb {
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
		case ln.kind(p) == chunkPrep && ln.clausePrep(p) && ln.word0(p) != "as":
			return i // two days after a man and a boy were killed
		case ln.kind(p) == chunkPrep && ln.word0(p) == "with" && ln.kind(p-1) == chunkVerb && ln.victimLike(i):
			return i // were killed with two others and a guard injured
		case ln.kind(p) == chunkPrep:
			i = ln.skipLeft(p - 1)
		case ln.kind(p) == chunkVerb && ln.kind(ln.skipLeft(p-1)) == chunkRel:
			i = ln.skipLeft(ln.skipLeft(p-1) - 1)
			if ln.kind(i) == chunkComma {
				i = ln.skipLeft(i - 1)
			}
			continue
		case ln.kind(p) == chunkVerb && !ln.chunks[p].aux && !finiteTag(ln.tag(ln.chunks[p].main)) && ln.chunks[p].trig.frames == 0:
			i = ln.skipLeft(p - 1) // belonging to
		default:
			return i
		}
		if ln.kind(i) == chunkVerb && !ln.chunks[i].aux && ln.chunks[i].trig.frames == 0 {
			if ln.tag(ln.chunks[i].main) == "VBD" && !agentVerb[ln.low(ln.chunks[i].b)] {
				return -1 // two soldiers stepped on a mine and three were wounded
			}
			i = ln.skipLeft(i - 1)
		}
	}
	if ln.kind(i) == chunkNoun {
		return i
	}
	return -1
}

func finiteTag(tag string) bool { return tag == "VBD" || tag == "VBZ" || tag == "VBP" }

// agentVerb are the words after a participle that the tagger took for a past
// tense: "four men suspected of theft", "posted at the bridge".
var agentVerb = set(`by of as in at to with from`)

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
func (ln *line) listRight(i int) []int { return ln.listFrom(i, true) }

// listFrom is listRight; without clauses a phrase with a verb after it belongs to
// the list as well.
func (ln *line) listFrom(i int, clauses bool) []int {
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
			if ln.kind(n) != chunkNoun || ln.chunks[n].num < 0 && !ln.closesWithAnd(n) || ln.apposed(list[len(list)-1], n) || ln.chunks[n].num >= 0 && ln.ofThem(ln.nums[ln.chunks[n].num].to) > 0 {
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
		if ln.kind(n) != chunkNoun || !ln.victimLike(n) || clauses && ln.newClause(n) {
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
