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
// some were replaced, nothing is known to have been said. Words that only came or
// went are text around the passage.
func quotation(o, n *side, h hunk, passage source.Span) []Difference {
	said := func(s *side, i, j int) bool {
		for k := i; k < j; k++ {
			if s.quoted[k] && s.tokens[k].Class != diff.Mark {
				return true
			}
		}
		return false
	}
	if !o.quotes(passage) || !said(o, h.i, h.iEnd) || !said(n, h.j, h.jEnd) {
		return nil
	}
	return []Difference{{Quote, "quotation: " + became(brief(o.words(h.i, h.iEnd)), brief(n.words(h.j, h.jEnd)))}}
}
