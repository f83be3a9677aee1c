package anchor

import (
	"slices"
	"strings"

	"stet/index/diff"
)

// What stands in front of words and governs them, besides negations, modals,
// hedges and speakers: "failed to …", "critics of …", "it is feared that …",
// "mostly …". The words are in scope_lexicon.go.

// scope lists what came, went or became another word in front of what it governs.
func scope(o, n *side, h hunk) []Difference {
	a, b := o.words(h.i, h.iEnd), n.words(h.j, h.jEnd)
	switch {
	case h.i == h.iEnd && (n.governs(h.j, h.jEnd) || n.clause(h.j, h.jEnd) || n.introduces(h.j, h.jEnd)),
		h.j == h.jEnd && (o.governs(h.i, h.iEnd) || o.clause(h.i, h.iEnd) || o.introduces(h.i, h.iEnd)):
		return []Difference{{Scope, became(brief(strings.TrimSpace(a)), brief(strings.TrimSpace(b)))}}
	case h.i == h.iEnd && n.announces(h.j, h.jEnd), h.j == h.jEnd && o.announces(h.i, h.iEnd):
		return []Difference{{Speaker, became(brief(strings.TrimSpace(a)), brief(strings.TrimSpace(b)))}}
	case h.i < h.iEnd && h.j < h.jEnd && o.infinitive(h.iEnd) && n.infinitive(h.jEnd) &&
		o.tokens[h.iEnd-1].Class == diff.Word && n.tokens[h.jEnd-1].Class == diff.Word:
		return []Difference{{Scope, became(brief(a), brief(b))}} // managed to → declined to
	}
	return nil
}

// announces reports whether tokens [i, j) that came or went open the sentence and tell
// in front of a colon who says the rest: "Osei to voters: …".
func (s *side) announces(i, j int) bool {
	if i > 0 || j-i < 3 || j >= len(s.tokens) || s.tokens[j-1].Norm != ":" {
		return false
	}
	for k := i; k < j; k++ {
		if s.properName(k) {
			return true
		}
	}
	return false
}

// degrees lists the words for how much, how often and how fully that stand at
// changed places on one side only.
func degreesChanged(o, n *side, hs []hunk) []Difference {
	if was, is := changed(o, n, hs, (*side).degree); len(was)+len(is) > 0 {
		return []Difference{{Hedge, became(strings.Join(was, " … "), strings.Join(is, " … "))}}
	}
	return nil
}

// degree is a word for how much, how often or how fully; "reported" in front of a
// noun is one of doubt.
func (s *side) degree(k int) string {
	w := s.tokens[k].Norm
	if w == "just" && s.numberWithin(k+1, k+3) {
		return w
	}
	if blurs[w] && s.approximator(k) > 0 {
		return "" // a matter of hedges
	}
	if degrees[w] || w == "reported" && k > 0 && determiners[s.tokens[k-1].Norm] {
		return w
	}
	return ""
}

// governs reports whether tokens [i, j) that came or went end with a word that
// leans on what follows them: "an aide to", "expected to be", "critics of the".
func (s *side) governs(i, j int) bool {
	end := j
	for end > i && (determiners[s.tokens[end-1].Norm] || copulas[s.tokens[end-1].Norm]) {
		end--
	}
	if end == i || j >= len(s.tokens) || !governors[s.tokens[end-1].Norm] {
		return false
	}
	if i > 0 && s.tokens[i-1].Norm == s.tokens[end-1].Norm || circumstance[s.tokens[i].Norm] {
		return false // "of the port" in "the mayor of the port of Sund", "in front of"
	}
	return !s.settlement(i, j)
}

// introduces reports whether tokens [i, j) that came or went stand in front of
// "that" and are no adverbs or phrase of their own: "Osei pointed out".
func (s *side) introduces(i, j int) bool {
	return i < j && j < len(s.tokens) && s.tokens[j].Norm == "that" && !joining[s.tokens[i].Norm] && s.tokens[i].Class != diff.Mark &&
		s.tokens[j-1].Class != diff.Mark && !s.adverbial(i, j)
}

// clause reports whether tokens [i, j) that came or went are somebody and what he
// does, in front of what he does it to: "he figures", "our experts see". Behind a
// mark or a conjunction it is a clause of its own.
func (s *side) clause(i, j int) bool {
	if i >= j || j >= len(s.tokens) || s.tokens[i].Class == diff.Mark || joining[s.tokens[i].Norm] || s.tokens[j-1].Class == diff.Mark {
		return false
	}
	return slices.ContainsFunc(s.cued(i, j), func(a attribution) bool {
		return i <= a.from && a.from < a.to && a.to <= a.cue
	})
}

// infinitive reports whether "to" and a word stand at token k.
func (s *side) infinitive(k int) bool {
	return k+1 < len(s.tokens) && s.tokens[k].Norm == "to" && s.tokens[k+1].Class == diff.Word &&
		!determiners[s.tokens[k+1].Norm] && !s.capital(k+1) && !pronouns[s.tokens[k+1].Norm]
}
