package extract

import "strings"

// Whom a pronoun stands for.

// lastBefore is the index of the last mention before token a, -1 if none.
func (e *Entity) lastBefore(a int) int {
	lo, hi := 0, len(e.Mentions)
	for lo < hi {
		mid := (lo + hi) / 2
		if e.Mentions[mid].A < a {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

// How much speaks for an antecedent of a pronoun. The numbers were set by hand
// and checked on development sets; what counts is their order.
const (
	perParagraph   = 30
	perSentence    = 7
	subjectBonus   = 16
	lastSpoke      = 22
	inQuotation    = 40
	possessor      = 10
	genderKnown    = 10
	nameBonus      = 4
	sameSentence   = 6
	maxBack        = 3 // paragraphs
	inHeadline     = 15
	clauseSubject  = 9
	unnamedPenalty = 12
)

// pronoun resolves he, she, it and they by scoring what was named before.
func (es *Entities) pronoun(d *Doc, a int, prev *Entity) *Entity {
	l := d.low(a)
	if l == "i" || l == "we" || l == "you" || l == "who" {
		return nil
	}
	if (l == "it" || l == "they") && prev != nil && prev.Kind != Person && len(prev.Mentions) == 0 {
		return prev
	}
	var best *Entity
	top := -1 << 30
	for _, e := range es.near(a) {
		if !e.fits(l, e == prev) {
			continue
		}
		for i := e.lastBefore(a); i >= 0 && i > e.lastBefore(a)-6; i-- {
			m := &e.Mentions[i]
			t := &d.Tokens[m.A]
			par := int(d.Tokens[a].Para - t.Para)
			if par > maxBack {
				break
			}
			s := es.antecedent(d, e, m, a) - par*perParagraph
			if e == prev {
				s += lastSpoke
			}
			if s > top {
				top, best = s, e
			}
		}
	}
	if best == nil && (l == "it" || l == "they") && prev != nil && prev.Kind != Person {
		return prev
	}
	return best
}

// fits reports whether a pronoun can stand for the entity.
func (e *Entity) fits(pronoun string, spoke bool) bool {
	switch pronoun {
	case "he", "him", "himself":
		return (e.Kind == Person || spoke && e.Kind == OtherName) && e.Gender != 'f'
	case "she", "her", "herself":
		return (e.Kind == Person || spoke && e.Kind == OtherName) && e.Gender != 'm'
	case "it":
		return e.Kind == Organisation || e.Kind == PlaceName || spoke && e.Kind != Person
	case "they":
		return e.Kind == Organisation || spoke && e.Kind != Person
	}
	return false
}

// antecedent scores one mention, distance in paragraphs aside.
func (es *Entities) antecedent(d *Doc, e *Entity, m *Mention, a int) int {
	t := &d.Tokens[m.A]
	s := -int(d.Tokens[a].Sent-t.Sent) * perSentence
	if t.Sent == d.Tokens[a].Sent {
		s -= sameSentence
	}
	if m.Subject {
		s += subjectBonus
		if m.A == d.Sentences[t.Sent].A || m.A == d.Sentences[t.Sent].A+1 {
			s += clauseSubject
		}
	}
	if t.Mark != 0 {
		s -= inQuotation
	}
	if m.Possessive {
		s -= possessor
	}
	if e.Gender != 0 {
		s += genderKnown
	}
	if e.Named {
		s += nameBonus
	} else {
		s -= unnamedPenalty
	}
	if t.Para == 0 && d.Tokens[a].Para > 0 && len(d.Paragraphs) > 2 && !strings.HasSuffix(d.at(d.Paragraphs[0].Span), ".") {
		s -= inHeadline
	}
	return s - (a-m.A)/12
}
