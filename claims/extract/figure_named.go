package extract

import (
	"stet/claims"
)

// Victims that stand after the verb, and victims by name.

// inverted reads "Killed in the attack were two soldiers and a nurse", "Also
// injured were three children", at the outcome word of chunk k. ok is false if
// the clause is no such one.
func (r *figureReader) inverted(k int, t trigger, mark func(*finding)) bool {
	ln := r.ln
	c := &ln.chunks[k]
	if c.aux || c.inf || c.b-c.a > 1 || ln.tag(c.main) == "VBG" {
		return false
	}
	if p := ln.skipLeft(k - 1); p >= 0 && ln.kind(p) != chunkStop && ln.kind(p) != chunkThat {
		return false
	}
	v := ln.copulaAfter(k + 1)
	if v < 0 {
		return false
	}
	n := ln.skipRight(v + 1)
	return ln.kind(n) == chunkNoun && r.add(ln.listRight(n), t, c.main, true, "inverted", 0.8, mark) > 0
}

// copulaAfter is the bare form of "be" after prepositional phrases from chunk j
// on, -1 if something else stands there.
func (ln *line) copulaAfter(j int) int {
	for n := 0; n < 8; n++ {
		switch ln.kind(j) {
		case chunkNoun:
			if ln.kind(j-1) != chunkPrep {
				return -1
			}
		case chunkPrep, chunkAdverb, chunkOther, chunkParen:
			if j >= len(ln.chunks) {
				return -1
			}
		case chunkVerb:
			if c := &ln.chunks[j]; beForms[ln.low(c.main)] && c.main == c.b-1 {
				return j
			}
			return -1
		default:
			return -1
		}
		j++
	}
	return -1
}

// identified reads "the dead were identified as A, B and C" and "among the
// injured are A, a nurse; B": victims told by number before, by name now.
func (r *figureReader) identified() {
	ln := r.ln
	for i := range ln.chunks {
		c := &ln.chunks[i]
		if c.kind != chunkNoun || c.num >= 0 || c.head < 0 {
			continue
		}
		o := partOf[ln.low(c.head)]
		if o == "" || ln.low(c.a) != "the" && ln.low(c.a) != "those" {
			continue
		}
		v := ln.skipRight(i + 1)
		if ln.kind(v) != chunkVerb {
			continue
		}
		m := ln.low(ln.chunks[v].main)
		among := ln.kind(i-1) == chunkPrep && ln.word0(i-1) == "among"
		if m != "identified" && m != "named" && (!beForms[m] || !among && ln.kind(ln.skipLeft(i-1)) != chunkStop && i > 0) {
			continue
		}
		n := ln.skipRight(v + 1)
		if ln.kind(n) == chunkPrep && ln.word0(n) == "as" {
			n = ln.skipRight(n + 1)
		}
		r.named(ln.namesFrom(n), trigger{o, state}, c.head, "identified")
	}
}

// named adds single victims of a group told before.
func (r *figureReader) named(list []int, t trigger, word int, rule string) {
	if len(list) > 0 {
		r.add(list, t, word, true, rule, 0.8, func(f *finding) { f.subset = true })
	}
}

// maxNames bounds a list of names.
const maxNames = 40

// namesFrom lists the victims from chunk i on that stand right after a comma, a
// semicolon, "and" or at its beginning: names, and phrases with an article or a
// number. An apposition after a name is left out.
func (ln *line) namesFrom(i int) []int {
	var list []int
	fresh, named := true, false
	for n := 0; i < len(ln.chunks) && n < 2*maxNames; i, n = i+1, n+1 {
		switch c := &ln.chunks[i]; c.kind {
		case chunkNoun:
			if fresh && (c.name || !named && (c.det != "" || c.num >= 0)) && ln.victimLike(i) {
				list = append(list, i)
				named = c.name
			}
			fresh = false
		case chunkComma, chunkAnd:
			fresh = true
			named = named && c.kind == chunkComma
		case chunkStop:
			if w := ln.low(c.a); w != ";" && w != ":" {
				return list
			}
			fresh, named = true, false
		case chunkVerb:
			if c.aux || c.trig.frames != 0 {
				return list
			}
		case chunkThat:
			return list
		}
	}
	return list
}

// namesAfter are the names in "three reporters, A, B of the Post and C," after the
// numbered noun phrase i, if there are as many as its number says.
func (ln *line) namesAfter(i int) []int {
	c := &ln.chunks[i]
	if c.num < 0 || ln.nums[c.num].lo < 2 || ln.nums[c.num].lo > maxNames || ln.nums[c.num].hi != ln.nums[c.num].lo {
		return nil
	}
	j := ln.afterPhrase(i)
	if k := ln.kind(j); k != chunkComma && (k != chunkStop || ln.word0(j) != ":") {
		return nil
	}
	var list []int
	for _, n := range ln.namesFrom(j + 1) {
		if ln.chunks[n].name {
			list = append(list, n)
		}
	}
	if float64(len(list)) != ln.nums[c.num].lo {
		return nil
	}
	return list
}

// qualified reads "the slain mayor", "the kidnapped engineer, Ola Lind": one
// victim whose fate an adjective tells.
func (r *figureReader) qualified(k int) {
	ln := r.ln
	c := &ln.chunks[k]
	if c.num >= 0 || c.plural || c.det != "the" && (c.det != "" || !c.name) || !isPerson(ln.low(c.head)) && !c.name {
		return
	}
	for w := c.a; w < c.head && w < c.a+3; w++ {
		if o := fateAdjectives[ln.low(w)]; o != "" {
			r.add([]int{k}, trigger{o, verbObject}, w, true, "adjective", 0.6, func(f *finding) { f.nominal = true })
			return
		}
	}
}

// fateAdjectives are participles that qualify a victim.
var fateAdjectives = map[string]claims.Outcome{"slain": claims.Killed, "murdered": claims.Killed, "assassinated": claims.Killed, "kidnapped": claims.Kidnapped, "abducted": claims.Kidnapped}

// itsOwn reads "his death", "her abduction": the victim is the pronoun.
func (r *figureReader) itsOwn(k int) {
	ln := r.ln
	c := &ln.chunks[k]
	if l := ln.low(c.a); c.plural || l != "his" && l != "her" || c.head != c.a+1 || ln.of(k) >= 0 || !ownFates[ln.low(c.head)] {
		return
	}
	r.event++
	r.found = append(r.found, finding{counted: counted{rng: claims.Just(1), value: 1, num: -1, a: c.a, b: c.a + 1, implied: true, definite: true}, outcome: c.trig.outcome,
		sentence: ln.index, trigger: c.head, event: r.event, rule: "event noun", conf: 0.5, nominal: true})
}

var ownFates = set(`death murder killing assassination execution kidnapping abduction`)

// doers are nouns for those who killed or kidnapped: "the killers of Ola Lind".
var doers = map[string]claims.Outcome{"killer": claims.Killed, "killers": claims.Killed, "murderer": claims.Killed, "murderers": claims.Killed, "assassin": claims.Killed, "assassins": claims.Killed,
	"kidnappers": claims.Kidnapped, "kidnapper": claims.Kidnapped, "abductors": claims.Kidnapped, "captors": claims.Kidnapped}

// done reads "the killers of Ola Lind", "Lind's kidnappers".
func (r *figureReader) done(k int) bool {
	ln := r.ln
	c := &ln.chunks[k]
	o := doers[ln.low(c.head)]
	if o == "" || c.num >= 0 {
		return false
	}
	t := trigger{o, eventNoun}
	if j := ln.of(k); j >= 0 {
		return r.add(ln.listRight(j), t, c.head, true, "doer", 0.6, func(f *finding) { f.nominal = true }) > 0
	}
	saved := ln.chunks[k].trig
	ln.chunks[k].trig = t
	ok := r.possessed(k)
	ln.chunks[k].trig = saved
	return ok
}

// hurtTo reads "injuries to 20 people", "caused wounds to two drivers".
func (r *figureReader) hurtTo(k int) bool {
	ln := r.ln
	c := &ln.chunks[k]
	if c.num >= 0 || c.det == "no" || !injuryNouns[ln.low(c.head)] || ln.kind(k+1) != chunkPrep || ln.word0(k+1) != "to" || ln.kind(k+2) != chunkNoun || ln.noBefore(k) {
		return false
	}
	return r.add(ln.listRight(k+2), trigger{claims.Injured, eventNoun}, c.head, false, "event noun", 0.75, nil) > 0
}

// objectRelative is the noun phrase in "the 23 workers they kidnapped": right
// before the pronoun that is the subject of verb group k; -1 if none is.
func (ln *line) objectRelative(k int) int {
	s := ln.skipLeft(k - 1)
	if s < 1 || ln.kind(s) != chunkNoun || !subjectPronouns[ln.word0(s)] || ln.chunks[s].b-ln.chunks[s].a != 1 || ln.kind(s-1) != chunkNoun || ln.chunks[s-1].num < 0 {
		return -1
	}
	return s - 1
}

var subjectPronouns = set(`they he she it we`)

// gapped reads the second half of "twelve were killed in Dorna on Tuesday and five
// in Lurn", "on Monday six died, on Tuesday 11": a bare number with a place or a
// date, and no verb of its own.
func (r *figureReader) gapped(k int, t trigger, mark func(*finding)) {
	ln := r.ln
	for j, n := k+1, 0; j < len(ln.chunks) && n < 24; j, n = j+1, n+1 {
		switch c := &ln.chunks[j]; c.kind {
		case chunkVerb, chunkStop, chunkThat, chunkRel:
			return
		case chunkNoun:
			if c.num < 0 || c.b > ln.nums[c.num].b || r.used[c.num] != "" || ln.roles[c.num] != counting || !ln.joined(j) || !ln.placed(j) {
				continue
			}
			event := r.event
			if r.add([]int{j}, t, c.a, false, "gap", 0.7, mark) > 0 {
				r.found[len(r.found)-1].event = event
			}
		}
	}
}

// joined: "and five", ", on Tuesday 11", "and on Wednesday eight".
func (ln *line) joined(j int) bool {
	i := j - 1
	for n := 0; n < 2 && (ln.kind(i) == chunkOther || ln.kind(i) == chunkPrep); n++ {
		i--
	}
	return ln.kind(i) == chunkAnd || ln.kind(i) == chunkComma
}

// placed reports that a place or a date stands right after or before chunk j, and
// no verb follows in the clause.
func (ln *line) placed(j int) bool {
	ok := ln.kind(j-1) == chunkOther && ln.dateAt[ln.chunks[j-1].a] > 0 ||
		ln.kind(j+1) == chunkPrep && placeLeads[ln.word0(j+1)] && (ln.kind(j+2) == chunkNoun && ln.placeName(j+2) || ln.kind(j+2) == chunkOther)
	for i := j + 1; i < len(ln.chunks) && ok; i++ {
		switch ln.kind(i) {
		case chunkVerb:
			return false
		case chunkAnd, chunkStop, chunkThat, chunkComma:
			return true
		}
	}
	return ok
}
