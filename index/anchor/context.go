package anchor

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"stet/index/diff"
	"stet/index/source"
)

// antecedents is how many sentences back a pronoun's name is looked for.
const antecedents = 3

// sentences lists the sentences of both sides of an alignment in text order.
func sentences(rows []diff.Pair) (old, new []source.Span) {
	for _, p := range rows {
		old = append(old, p.Old...)
		new = append(new, p.New...)
	}
	slices.SortFunc(old, source.Span.Compare)
	return old, new
}

// leansOn compares what the passage's sentence leans on outside of it: the name
// a pronoun stands for, or the attribution of a quotation in the sentences before
// or after.
func (f *finder) leansOn(at source.Span) []string {
	olds, news := sentences(f.rows)
	i := indexOf(olds, f.passage)
	j := indexOf(news, at)
	if i < 0 || j < 0 {
		return nil
	}
	o, n := newSide(f.old, olds[i]), newSide(f.new, news[j])
	was, is := o.attributions(), n.attributions()
	if who := o.speaksAs(was); who != "" && n.speaksAs(is) != "" {
		return f.standsFor(who, context{f.old, olds, i}, context{f.new, news, j})
	}
	if !o.quotes(f.passage) || !onlyWeak(slices.DeleteFunc(was, func(a attribution) bool { return o.quoted[a.cue] })) {
		return nil
	}
	a, b := context{f.old, olds, i}.neighbour(), context{f.new, news, j}.neighbour()
	switch {
	case a.words == "":
		return nil
	case b.words == "":
		return []string{fmt.Sprintf("attribution %q dropped", a.words)}
	case a.pronoun != "" && b.pronoun != "":
		return f.standsFor(a.pronoun, context{f.old, olds, a.sentence}, context{f.new, news, b.sentence})
	case a.who == b.who && a.plain && b.plain || sameWords(a.words, b.words):
		return nil
	}
	return []string{fmt.Sprintf("speaker %s → %s", a.words, b.words)}
}

// standsFor compares who a pronoun stands for in both texts.
func (f *finder) standsFor(who string, o, n context) []string {
	was := o.antecedent(false)
	if len(was) == 0 {
		return nil
	}
	a, b := o.lead(), n.lead()
	if a != "" && a != b || !share(was, n.antecedent(true)) {
		return []string{fmt.Sprintf("speaker: %q was %s, is now %s", who, strings.Join(was, " "), orNobody(n.antecedent(false)))}
	}
	return nil
}

func orNobody(names []string) string {
	if len(names) == 0 {
		return "nobody named"
	}
	return strings.Join(names, " ")
}

func onlyWeak(as []attribution) bool {
	for _, a := range as {
		if !a.weak {
			return false
		}
	}
	return true
}

// indexOf is the sentence a span begins in, -1 if none.
func indexOf(ss []source.Span, at source.Span) int {
	k, _ := slices.BinarySearchFunc(ss, at.Start, func(s source.Span, p int) int {
		if s.End <= p {
			return -1
		}
		return 1
	})
	if k < len(ss) && ss[k].Overlaps(at) {
		return k
	}
	return -1
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
	text  string
	sents []source.Span
	k     int
}

func (c context) side(k int) side { return newSide(c.text, c.sents[k]) }

// paragraph reports whether a neighbouring sentence is of the same paragraph as
// the one between them and it.
func (c context) paragraph(k, beside int) bool {
	a, b := c.sents[min(k, beside)], c.sents[max(k, beside)]
	return !strings.Contains(c.text[a.End:b.Start], "\n\n")
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
	first, w := utf8.DecodeRuneInString(c.sents[k].Of(c.text))
	return w > 0 && isDouble(string(first)) && openAt(c.text, c.sents[k-1].End)
}

// leaning is an attribution that a quotation in another sentence leans on.
type leaning struct {
	words    string
	who      string // its names, pronouns and nouns for people
	pronoun  string // that speaks, if nothing else does
	plain    bool   // the verb judges nothing
	sentence int
}

// neighbour is the attribution of the nearest sentence before, or else of the next
// one, within the paragraph, or else of one in the paragraph before.
func (c context) neighbour() leaning {
	for x := c.k - 1; x >= 0 && x >= c.k-longestQuotation && (c.paragraph(x+1, x) || c.continues(x+1)); x-- {
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

// leaning reads the attribution of sentence k; a verb in the passive is
// none, nor is one inside quotation marks.
func (c context) leaning(k int) (leaning, bool) {
	s := c.side(k)
	as := s.attributions()
	for n, a := range as {
		if a.weak || s.quoted[a.cue] || a.cue > 0 && passive[s.tokens[a.cue-1].Norm] {
			continue
		}
		return leaning{s.attributed(as, n), s.properNames(a.from, a.to), s.pronoun(a), plainCues[s.tokens[a.cue].Norm], k}, true
	}
	// "…," Petrov went on: whoever is named beside a quotation speaks.
	if who := s.named(0, len(s.tokens)); who != "" && anyQuoted(&s) {
		return leaning{words: who, who: who, plain: true, sentence: k}, true
	}
	return leaning{}, false
}

// passive are the verbs in front of a reporting verb whose subject does not
// speak.
var passive = words("be been being is are was were")
