package anchor

import (
	"slices"
	"strings"
	"unicode/utf8"

	"stet/index/diff"
)

// antecedents is how many sentences back a pronoun's name is looked for.
const antecedents = 3

func onlyWeak(as []attribution) bool {
	for _, a := range as {
		if !a.weak {
			return false
		}
	}
	return true
}

// speaksAs is the pronoun that speaks in a sentence, if a pronoun does outside
// quotation marks.
func (s *side) speaksAs(as []attribution) string {
	for _, a := range as {
		if p := s.pronoun(a); p != "" && !a.weak && !s.quoted[a.cue] {
			return p
		}
	}
	return ""
}

// context is a sentence among those of its text.
type context struct {
	*page
	k int
}

func (c context) side(k int) side { return newSide(c.text, c.sents[k].span) }

// paragraph reports whether a neighbouring sentence is of the same paragraph as
// the one between them and it.
func (c context) paragraph(k, beside int) bool {
	a, b := c.sents[min(k, beside)].span, c.sents[max(k, beside)].span
	return !strings.Contains(c.text[a.End:b.Start], "\n\n")
}

// announced reports whether the sentence in front ends with a colon.
func (c context) announced() bool {
	return c.k > 0 && strings.HasSuffix(c.sents[c.k-1].span.Of(c.text), ":")
}

// antecedent lists the names outside quotation marks that a pronoun may stand
// for: those of the nearest sentence before it that has any, or of all
// antecedents sentences before it.
func (c context) antecedent(all bool) []string {
	var out []string
	for b := c.k - 1; b >= 0 && b >= c.k-antecedents && (all || len(out) == 0); b-- {
		s := c.side(b)
		for t := range s.tokens {
			if s.properName(t) {
				out = append(out, s.words(t, t+1))
			}
		}
	}
	return out
}

// lead is the likeliest of the names that a pronoun stands for, in the nearest
// sentence of the paragraph that has a name: the last name of who speaks there, or
// else of who does something, or else of the words with capitals that come first.
func (c context) lead() string {
	for b := c.k - 1; b >= 0 && b >= c.k-antecedents && c.paragraph(b+1, b); b-- {
		s := c.side(b)
		name := ""
		for _, a := range s.attributions() {
			if last := s.lastName(a.from, a.to); name == "" && !a.weak && !s.quoted[a.cue] {
				name = last
			}
		}
		if name == "" {
			name = s.firstNames()
		}
		if name != "" {
			return name
		}
	}
	return ""
}

// lastName is the last name among tokens [i, j), in front of a comma if there is
// one behind a name.
func (s *side) lastName(i, j int) string {
	out := ""
	for k := i; k < j; k++ {
		if s.properName(k) {
			out = s.words(k, k+1)
		} else if out != "" && s.tokens[k].Norm == "," {
			break
		}
	}
	return out
}

// firstNames is the last of the words with capitals that come first.
func (s *side) firstNames() string {
	for k := range s.tokens {
		if !s.properName(k) {
			continue
		}
		for k+1 < len(s.tokens) && s.properName(k+1) {
			k++
		}
		return s.words(k, k+1)
	}
	return ""
}

// properName reports whether a token can be a name a pronoun stands for: a
// capitalised word, no function word and no day. The first word of a sentence
// counts; to take a noun for a name costs a question, the reverse an error.
func (s *side) properName(k int) bool {
	t := s.tokens[k]
	return t.Class == diff.Word && !s.quoted[k] && s.capital(k) && !notWho[t.Norm] && !pronouns[t.Norm] && !starters[t.Norm] && !titles[t.Norm]
}

func share(a, b []string) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

// longestQuotation is how many sentences back the attribution of a quotation is
// looked for.
const longestQuotation = 40

// continues reports whether sentence k opens a paragraph with a quotation mark
// while the paragraph before leaves its quotation open.
func (c context) continues(k int) bool {
	first, w := utf8.DecodeRuneInString(c.sents[k].span.Of(c.text))
	return w > 0 && isDouble(string(first)) && openAt(c.text, c.sents[k-1].span.End)
}

// leaning is an attribution that a quotation in another sentence leans on.
type leaning struct {
	words    string
	who      string // its names, pronouns and nouns for people
	pronoun  string // that speaks, if nothing else does
	cue      string // the verb, "" if it judges nothing
	sentence int
}

// neighbour is the attribution of the nearest sentence before, or else of the next
// one, within the paragraph, or else of one in the paragraph before.
func (c context) neighbour() leaning {
	for x := c.k - 1; x >= 0 && x >= c.k-longestQuotation && (c.paragraph(x+1, x) || c.continues(x+1) || context{c.page, x + 1}.announced()); x-- {
		if l, ok := c.leaning(x); ok {
			return l
		}
	}
	if x := c.k + 1; x < len(c.sents) && c.paragraph(c.k, x) {
		if s := c.side(x); len(s.tokens) > 1 && s.tokens[0].Norm == "-" && len(s.tokens) < reach {
			return leaning{words: s.words(1, len(s.tokens)), sentence: x} // — Ana Ruiz, engineer
		}
		if l, ok := c.leaning(x); ok {
			return l
		}
	}
	for x := c.k - 1; x >= 0 && x >= c.k-antecedents; x-- { // a paragraph of nothing but words
		if l, ok := c.leaning(x); ok {
			return l
		}
	}
	return leaning{}
}

// speaking is who speaks in front of a quotation without an attribution of its own.
type speaking struct {
	who   string // the last of the names; "" if no name is near
	since bool   // named at the head of the sentence before the quotation, after who spoke last
}

// speaksSince is who speaks, l being the attribution the quotation leans on: whoever
// is named at the head of the sentence before it, if that comes after l ("…," he says.
// Ana Ruiz, a nurse, ran. “…”), else the name l or its pronoun stands for.
func (c context) speaksSince(l leaning) speaking {
	for k := c.k - 1; k > l.sentence && c.paragraph(k+1, k); k-- {
		s := c.side(k)
		if anyQuoted(&s) {
			continue // the quotation's own beginning
		}
		if len(s.tokens) > 0 && s.properName(0) {
			return speaking{s.firstNames(), true}
		}
		break
	}
	if l.pronoun != "" {
		return speaking{context{c.page, l.sentence}.lead(), false}
	}
	names := strings.Fields(l.who)
	if len(names) == 0 {
		return speaking{}
	}
	return speaking{names[len(names)-1], false}
}

// leaning reads the attribution of sentence k; a verb in the passive is
// none, nor is one inside quotation marks.
func (c context) leaning(k int) (leaning, bool) {
	s := c.side(k)
	as := s.attributions()
	for n, a := range as {
		if a.weak || s.quoted[a.cue] || a.cue > 0 && passive[s.tokens[a.cue-1].Norm] {
			continue
		}
		l := leaning{words: s.attributed(as, n), who: s.properNames(a.from, a.to), pronoun: s.pronoun(a), sentence: k}
		if cue := s.tokens[a.cue].Norm; !plainCues[cue] {
			l.cue = cue
		}
		return l, true
	}
	// Petrov issued the following statement:
	if who := s.people(0, len(s.tokens)); who != "" && strings.HasSuffix(c.sents[k].span.Of(c.text), ":") {
		return leaning{words: who, who: who, sentence: k}, true
	}
	// "…," Petrov went on: whoever is named beside a quotation speaks.
	if who := s.named(0, len(s.tokens)); who != "" && anyQuoted(&s) {
		l := leaning{words: who, who: who, sentence: k}
		if persons[strings.ToLower(who)] {
			l.pronoun = who
		}
		return l, true
	}
	return leaning{}, false
}

// passive are the verbs in front of a reporting verb whose subject does not
// speak.
var passive = words("be been being is are was were")
