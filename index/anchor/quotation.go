package anchor

import (
	"stet/index/diff"
	"stet/index/source"
)

// marks: quotation marks that come or go make words somebody's, or nobody's.
func marks(o, n *side, was, is source.Span) []string {
	inOld, outOld := o.quotedShare(was)
	inNew, outNew := n.quotedShare(is)
	switch {
	case inOld == inNew && outOld == outNew:
		return nil
	case inOld && !inNew:
		return []string{"quotation marks dropped"}
	case inNew && !inOld:
		return []string{"quotation marks added"}
	}
	return []string{"quotation marks moved"}
}

// quotation compares the other words of the quotation a passage stands in: where
// some were replaced, or a word came or went that is no adverb and no phrase of its own,
// nothing is known to have been said.
func quotation(o, n *side, h hunk, passage source.Span) []Difference {
	said := func(s *side, i, j int) bool {
		for k := i; k < j; k++ {
			if s.quoted[k] && s.tokens[k].Class != diff.Mark {
				return true
			}
		}
		return false
	}
	came := h.i == h.iEnd && n.content(h.j, h.jEnd)
	went := h.j == h.jEnd && o.content(h.i, h.iEnd)
	if !o.quotes(passage) || !(came || said(o, h.i, h.iEnd)) || !(went || said(n, h.j, h.jEnd)) {
		return nil
	}
	return []Difference{{Quote, "quotation: " + became(brief(o.words(h.i, h.iEnd)), brief(n.words(h.j, h.jEnd)))}}
}

// content reports whether tokens [i, j) that came or went are a word of what somebody
// said: not a phrase or a clause, and no adverb.
func (s *side) content(i, j int) bool {
	words := 0
	for k := i; k < j; k++ {
		if s.tokens[k].Class == diff.Mark || !s.quoted[k] || joining[s.tokens[k].Norm] || determiners[s.tokens[k].Norm] {
			return false
		}
		words++
	}
	return words == 1 && !s.adverbial(i, j)
}
