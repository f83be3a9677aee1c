package anchor

import (
	"stet/index/diff"
	"stet/index/source"
)

// What stands between quotation marks is one sentence with what surrounds it,
// however many sentences somebody spoke. What changed in another of them is text
// around the passage, as it is where nobody is quoted.

// elsewhereQuoted reports whether a changed place lies between quotation marks in
// both texts, in another sentence of what was said than the passage.
func (s *side) elsewhereQuoted(n *side, h hunk, passage source.Span) bool {
	if passage.Empty() || !s.insideQuotation(h.i, h.iEnd) || !n.insideQuotation(h.j, h.jEnd) {
		return false
	}
	from, to := s.utterance(passage)
	return h.iEnd < from || h.i > to || h.iEnd == from && h.i < h.iEnd || h.i == to && h.i < h.iEnd
}

// utterance are the tokens [i, j) of the sentences of a quotation that hold a span.
func (s *side) utterance(sp source.Span) (i, j int) {
	i, j = s.between(sp)
	for i > 0 && !s.pauses(i) {
		i--
	}
	for j < len(s.tokens) && !s.pauses(j) {
		j++
	}
	return i, j
}

// pauses reports whether one sentence of a quotation ends in front of token k and
// another one begins with it. Where that is not certain it does not.
func (s *side) pauses(k int) bool {
	if k < 2 || k >= len(s.tokens) || !s.quoted[k] || !s.quoted[k-1] || !s.quoted[k-2] || !s.tokens[k].Spaced || !s.capital(k) {
		return false
	}
	switch word := s.tokens[k-2]; s.tokens[k-1].Norm {
	case "!", "?":
		return true
	case ".":
		return word.Class != diff.Mark && !s.capital(k-2) && len(word.Norm) > 1 && !shortened[word.Norm]
	}
	return false
}
