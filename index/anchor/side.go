package anchor

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/index/diff"
	"stet/index/source"
)

// side is one version of a sentence, with its tokens. Offsets are those of text,
// which may be longer than the sentence.
type side struct {
	text   string
	span   source.Span
	tokens []diff.Token
	quoted []bool // per token: between quotation marks
	reads  []attribution
	read   bool // reads is filled
}

func newSide(text string, span source.Span) side {
	s := side{text: text, span: span, tokens: diff.Tokens(text[span.Start:span.End])}
	for k := range s.tokens {
		s.tokens[k].Span = s.tokens[k].Span.Shift(span.Start)
	}
	s.markQuoted()
	return s
}

// apostrophe reports whether a mark is no quotation mark: the one behind a
// plural in "the mayors' spokesman".
func (s *side) apostrophe(k int) bool {
	w := s.words(k, k+1)
	if w != "'" && w != "’" {
		return false
	}
	return !s.tokens[k].Spaced && k+1 < len(s.tokens) && s.tokens[k+1].Spaced && s.tokens[k+1].Class == diff.Word &&
		k > 0 && strings.HasSuffix(s.tokens[k-1].Norm, "s")
}

// words is the text of tokens [i, j).
func (s *side) words(i, j int) string {
	if i >= j {
		return ""
	}
	return s.text[s.tokens[i].Span.Start:s.tokens[j-1].Span.End]
}

// between returns the tokens that overlap a span; for an empty span, the
// position where it stands twice.
func (s *side) between(sp source.Span) (int, int) {
	i, _ := slices.BinarySearchFunc(s.tokens, sp.Start, func(t diff.Token, at int) int {
		if t.Span.End <= at {
			return -1
		}
		return 1
	})
	j := i
	for j < len(s.tokens) && s.tokens[j].Span.Start < sp.End {
		j++
	}
	return i, j
}

// hunk is a changed place in tokens: old [i, iEnd) became new [j, jEnd).
// Neighbouring edits with no word between them are one.
type hunk struct{ i, iEnd, j, jEnd int }

func hunks(o, n *side, edits []diff.Edit) []hunk {
	var out []hunk
	for _, e := range edits {
		if e.Cosmetic {
			continue
		}
		var h hunk
		h.i, h.iEnd = o.between(e.Old)
		h.j, h.jEnd = n.between(e.New)
		if h.i == h.iEnd && h.j == h.jEnd {
			continue
		}
		h = slide(o, n, h)
		if k := len(out) - 1; k >= 0 && !anyWord(o.tokens[out[k].iEnd:max(h.i, out[k].iEnd)]) {
			out[k].iEnd, out[k].jEnd = h.iEnd, h.jEnd
			continue
		}
		out = append(out, h)
	}
	return out
}

// slide moves a place where words only came or went behind the full stop in front
// of which they came or went, where that makes them whole sentences: ". B" in
// front of "." is "B." behind it.
func slide(o, n *side, h hunk) hunk {
	one, i, j, other := n, h.j, h.jEnd, h.i
	if h.j == h.jEnd {
		one, i, j, other = o, h.i, h.iEnd, h.j
	} else if h.i != h.iEnd {
		return h
	}
	for d := 1; i+d <= j && j+d <= len(one.tokens) && other+d <= h.limit(o, n) && one.tokens[i+d-1].Norm == one.tokens[j+d-1].Norm; d++ {
		if one.sentenceAlone(i+d, j+d, true) {
			return hunk{h.i + d, h.iEnd + d, h.j + d, h.jEnd + d}
		}
		if one.tokens[i+d-1].Class != diff.Mark {
			break
		}
	}
	return h
}

// limit is the number of tokens of the side on which a place is empty.
func (h hunk) limit(o, n *side) int {
	if h.i == h.iEnd {
		return len(o.tokens)
	}
	return len(n.tokens)
}

func anyWord(ts []diff.Token) bool {
	for _, t := range ts {
		if t.Class != diff.Mark {
			return true
		}
	}
	return false
}

// sentenceAlone reports whether tokens [i, j) are whole sentences that came or
// went (alone: the other side has nothing there): what is between quotation
// marks is one sentence with what surrounds it, however many it holds.
func (s *side) sentenceAlone(i, j int, alone bool) bool {
	if !alone || i >= j {
		return false
	}
	return (i == 0 || s.ends(i)) && (s.ends(j) || j == len(s.tokens))
}

// ends reports whether a sentence ends in front of token k, closing marks
// aside.
func (s *side) ends(k int) bool {
	for k > 0 && (s.tokens[k-1].Norm == `"` || s.tokens[k-1].Norm == ")") {
		k--
	}
	if k == 0 {
		return true
	}
	switch s.tokens[k-1].Norm {
	case ".", "!", "?", "...":
		return true
	}
	return false
}

// quotes reports whether a word of the passage stands between quotation marks.
func (s *side) quotes(passage source.Span) bool {
	i, j := s.between(passage)
	for k := i; k < j; k++ {
		if s.quoted[k] {
			return true
		}
	}
	return false
}

// quotedShare tells whether words of a span stand between quotation marks, and
// whether words of it stand outside.
func (s *side) quotedShare(sp source.Span) (in, out bool) {
	i, j := s.between(sp)
	for k := i; k < j; k++ {
		if s.tokens[k].Class == diff.Mark {
			continue
		}
		in, out = in || s.quoted[k], out || !s.quoted[k]
	}
	return in, out
}

// capital reports whether a token begins with a capital letter.
func (s *side) capital(k int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[s.tokens[k].Span.Start:])
	return unicode.IsUpper(r)
}

// number is a figure in a sentence.
type number struct {
	value float64
	words string
}

// numbers lists the figures among tokens [i, j).
func (s *side) numbers(i, j int) []number {
	var out []number
	for k := i; k < j; k++ {
		if v, ok := s.number(k); ok {
			out = append(out, number{v, s.words(k, k+1)})
		}
	}
	return out
}

// number reads a token as a figure. A digit string that is no plain number
// ("12-year-old", "F16") has the value of its spelling.
func (s *side) number(k int) (float64, bool) {
	t := s.tokens[k]
	if t.Class == diff.Number {
		plain := strings.ReplaceAll(t.Norm, ",", "")
		if v, err := strconv.ParseFloat(plain, 64); err == nil {
			return v, true
		}
		return hashed(t.Norm), true
	}
	if v, ok := numberWords[t.Norm]; ok {
		again := t.Norm == "once" && (k+1 < len(s.tokens) && s.tokens[k+1].Norm == "again" || k > 0 && s.tokens[k-1].Norm == "at")
		return v, !again
	}
	if i := strings.IndexByte(t.Norm, '-'); i > 0 {
		if _, ok := numberWords[t.Norm[:i]]; ok { // "twenty-five", "four-year"
			return hashed(t.Norm), true
		}
	}
	if t.Class == diff.Word && strings.ContainsAny(t.Norm, "0123456789") {
		return hashed(t.Norm), true
	}
	return 0, false
}

// hashed gives a spelling a value no count has.
func hashed(s string) float64 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return -1e6 - float64(h)
}
