package anchor

import (
	"fmt"
	"slices"
	"strings"

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
// a pronoun stands for, or the attribution of a quotation in the sentence before
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
		a := antecedent(f.old, olds, i, false)
		if len(a) > 0 && !share(a, antecedent(f.new, news, j, true)) {
			return []string{fmt.Sprintf("speaker: %q was %s, is now %s", who, strings.Join(a, " "), orNobody(antecedent(f.new, news, j, false)))}
		}
		return nil
	}
	if !onlyWeak(was) || !o.quotes(f.passage) {
		return nil
	}
	a, b := neighbour(f.old, olds, i), neighbour(f.new, news, j)
	switch {
	case a == "" || sameWords(a, b):
		return nil
	case b == "":
		return []string{fmt.Sprintf("attribution %q dropped", a)}
	}
	return []string{fmt.Sprintf("speaker %s → %s", a, b)}
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

// speaksAs is the pronoun that speaks in a sentence, if a pronoun does.
func (s *side) speaksAs(as []attribution) string {
	for _, a := range as {
		if p := s.pronoun(a); p != "" && !a.weak {
			return p
		}
	}
	return ""
}

// antecedent lists the names outside quotation marks that a pronoun in sentence
// k may stand for: those of the nearest sentence before it that has any, or of
// all antecedents sentences before it.
func antecedent(text string, ss []source.Span, k int, all bool) []string {
	var out []string
	for b := k - 1; b >= 0 && b >= k-antecedents && (all || len(out) == 0); b-- {
		s := newSide(text, ss[b])
		for t := range s.tokens {
			if s.properName(t) {
				out = append(out, s.words(t, t+1))
			}
		}
	}
	return out
}

// properName reports whether a token can be a name a pronoun stands for: a
// capitalised word, no function word and no day. The first word of a sentence
// counts; to take a noun for a name costs a question, the reverse an error.
func (s *side) properName(k int) bool {
	t := s.tokens[k]
	return t.Class == diff.Word && !s.quoted[k] && s.capital(k) && !notWho[t.Norm] && !pronouns[t.Norm] && !starters[t.Norm]
}

func share(a, b []string) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

// neighbour is the attribution in the next sentence or the one before, within
// the paragraph.
func neighbour(text string, ss []source.Span, k int) string {
	for _, x := range [2]int{k + 1, k - 1} {
		if x < 0 || x >= len(ss) {
			continue
		}
		if gap := text[min(ss[x].End, ss[k].End):max(ss[x].Start, ss[k].Start)]; strings.Contains(gap, "\n\n") {
			continue
		}
		s := newSide(text, ss[x])
		if x == k+1 && len(s.tokens) > 1 && s.tokens[0].Norm == "-" && len(s.tokens) < reach {
			return s.words(1, len(s.tokens)) // — Ana Ruiz, engineer
		}
		as := s.attributions()
		for n := range as {
			if !as[n].weak {
				return s.attributed(as, n)
			}
		}
	}
	return ""
}

// twins lists the places of the passage when its sentence stands several times
// in the new text, or its words several times in the sentence, and nothing
// tells which is meant.
func (f *finder) twins() []source.Span {
	exact := f.passage.Of(f.old)
	was, is := f.hulls()
	inOld, inNew := occurrences(exact, f.old[was.Start:was.End], mostCandidates), occurrences(exact, f.new[is.Start:is.End], mostCandidates)
	if len(inNew) > 1 && len(inOld) != len(inNew) {
		for k := range inNew {
			inNew[k] = inNew[k].Shift(is.Start)
		}
		return inNew
	}
	if len(f.mine) > 1 {
		return nil
	}
	_, news := sentences(f.rows)
	var same []source.Span
	for _, s := range news {
		if len(s.Of(f.new)) <= 2*(is.Len()+8) && sameWords(is.Of(f.new), s.Of(f.new)) {
			same = append(same, s)
		}
	}
	if len(same) < 2 || f.neighboured() {
		return nil
	}
	var out []source.Span
	for _, s := range same {
		for _, c := range occurrences(exact, s.Of(f.new), mostCandidates) {
			out = append(out, c.Shift(s.Start))
		}
	}
	if len(out) > mostCandidates {
		out = out[:mostCandidates]
	}
	return out
}

// neighboured reports whether a sentence beside the passage's is the same on
// both sides: then the place is known although the sentence stands twice.
func (f *finder) neighboured() bool {
	olds, news := sentences(f.rows)
	p := f.rows[f.mine[0]]
	i, j := indexOf(olds, p.Old[0]), indexOf(news, p.New[0])
	if i < 0 || j < 0 {
		return false
	}
	beside := func(d int) bool {
		if i+d < 0 || i+d >= len(olds) || j+d < 0 || j+d >= len(news) {
			return i+d < 0 && j+d < 0 || i+d >= len(olds) && j+d >= len(news)
		}
		a, b := olds[i+d].Of(f.old), news[j+d].Of(f.new)
		return sameWords(a, b) && !sameWords(a, p.Old[0].Of(f.old))
	}
	return beside(-1) || beside(1)
}
