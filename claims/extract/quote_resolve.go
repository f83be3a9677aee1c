package extract

import (
	"sort"
	"strings"
)

// Who a speaker as written is: pronouns, surnames, roles and bodies resolved to a
// name. quote_again.go holds what is called again, quote_pronoun.go the scoring of
// antecedents, quote_relay.go who passes words on.

// resolve names the speakers: a pronoun by whom it stands for, a surname by the
// full name, a role by its holder where the text tells.
func (q *quoting) resolve() {
	if len(q.out) == 0 {
		return
	}
	es := q.d.Entities()
	var prev *Entity
	groups := map[string]string{} // head of a group that spoke → its fullest words
	for _, x := range q.out {
		if x.tok < 0 || x.By.Empty() {
			continue
		}
		if e := q.blamed(es, x); e != nil {
			x.Speaker = e.Name
			continue
		}
		a, b := q.d.TokensIn(x.By)
		if x.tokEnd > 0 {
			b = x.tokEnd
		}
		if a >= b {
			x.Speaker = q.d.at(x.By)
			continue
		}
		var e *Entity
		x.Speaker, e = es.speaker(q.d, a, b, prev, groups)
		if e != nil && !x.Scare {
			prev = e
		}
	}
}

// objectCauses are verbs whose object is what a following "after he …" or
// "because she …" explains (implicit causality, Garvey and Caramazza 1974).
var objectCauses = set(`accuse accused accuses accusing criticise criticised criticize criticized criticises criticizes blame blamed blames condemn condemned
 condemns praise praised praises thank thanked thanks denounce denounced denounces slam slammed slams mock mocked mocks attack attacked attacks hail hailed
 rebuke rebuked scold scolded punish punished fire fired sack sacked arrest arrested sue sued congratulate congratulated ridicule ridiculed`)

// blamed resolves "Lind accused Rao of lying after he suggested": the pronoun is
// the accused. It returns nil where the pattern does not hold.
func (q *quoting) blamed(es *Entities, x *found) *Entity {
	d := q.d
	l := d.low(x.tok)
	if l != "he" && l != "she" || x.tok == 0 {
		return nil
	}
	switch d.low(x.tok - 1) {
	case "after", "because", "for", "when":
	default:
		return nil
	}
	start := d.Sentences[d.Tokens[x.tok].Sent].A
	for k := x.tok - 2; k >= start; k-- {
		if !objectCauses[d.low(k)] {
			continue
		}
		for m := k + 1; m < x.tok && m < k+6; m++ {
			if e := es.at[m]; e != nil && e.fits(l, false) {
				return e
			}
		}
	}
	return nil
}

// speaker resolves the mention of tokens [a, b).
func (es *Entities) speaker(d *Doc, a, b int, prev *Entity, groups map[string]string) (string, *Entity) {
	words := strings.Join(strings.Fields(d.at(d.Span(a, b))), " ")
	if b-a == 1 && !d.English() && foreignPronouns[d.low(a)] && prev != nil && prev.Kind == Person {
		return prev.Name, prev
	}
	if b-a == 1 && (pronouns[d.low(a)] || d.tagOf(a) == "PRP") {
		if e := es.pronoun(d, a, prev); e != nil {
			return e.Name, e
		}
		return words, nil
	}
	if e := es.named(d, a, b); e != nil {
		return e.Name, e
	}
	if e := es.byRole(d, a, b); e != nil {
		return e.Name, e
	}
	head := d.headIn(a, b)
	if e := es.begins[a]; e != nil {
		return words, e
	}
	if full, ok := groups[head]; ok && d.low(a) == "the" && b-a <= 3 {
		return full, es.group(full)
	}
	if d.low(a) != "the" || b-a > 2 {
		groups[head] = words
	}
	if names := genericBodies[head]; names != nil && d.low(a) == "the" && b-a == 2 {
		if e := es.lastBody(d, a, prev, names); e != nil {
			return e.Name, e
		}
	}
	if d.low(a) == "the" && b-a == 2 {
		if e := es.organisationWith(head, a); e != nil {
			return e.Name, e
		}
	}
	return words, es.group(words)
}

// maxNear is how many entities are weighed for one reference: those first named
// last before it. More would make long texts quadratic.
const maxNear = 300

// near returns the entities that a reference at token a may mean.
func (es *Entities) near(a int) []*Entity {
	n := sort.Search(len(es.List), func(i int) bool { return es.List[i].Mentions[0].A >= a })
	return es.List[max(0, n-maxNear):n]
}

// named returns the entity at the head of a phrase: not a possessor ("Lind's
// office"), not the object of a preposition ("spokesman for Lind"). Of several
// the last counts: "Treasury minister Abel Cruz"; so does a name in apposition:
// "the mayor of Norrby, Ola Lind".
func (es *Entities) named(d *Doc, a, b int) *Entity {
	for k := b - 1; k > a; k-- {
		if d.low(k) != "," {
			continue
		}
		for m := k + 1; m < b && m < k+4 && d.Tokens[m].Upper; m++ { // a title may come first: "the spokesman, Major Alan Pike"
			if e := es.at[m]; e != nil && e.Kind != PlaceName {
				return e
			}
		}
	}
	var last *Entity
	for k := a; k < b; k++ {
		e := es.at[k]
		if e == nil {
			switch d.low(k) {
			case "of", "for", "at", "from", "in", "with", "and", "(", ",", "who", "which", "on", "to", "by":
				if k > a && !d.bodyOf(k) {
					return last // what follows belongs to the head before it
				}
			}
			if last != nil && k == b-1 && !d.Tokens[k].Upper {
				return nil // "US officials", "Trump campaign aides"
			}
			continue
		}
		start, end := k, k
		for end < b && es.at[end] == e {
			end++
		}
		k = end - 1
		switch {
		case end == b && start > a && e.Kind != Person && (d.Tokens[start-1].Text == "’" || d.Tokens[start-1].Text == "'"):
			return nil // the Metalworkers’ Union
		case d.tagOf(end) == "POS" && end < b:
			last = nil
		case e.Kind == PlaceName && end-a > 1 && !d.Tokens[a].Upper && end < b:
		default:
			last = e
		}
	}
	return last
}

// headIn is the word a phrase is about.
func (d *Doc) headIn(a, b int) string {
	for k := a + 1; k < b; k++ {
		switch d.low(k) {
		case "of", "for", "at", "in", "from", "with", "to", "on":
			return d.low(k - 1)
		}
	}
	return d.low(b - 1)
}
