// Package sentence finds where sentences end.
//
// [Split] returns byte spans of a text, trimmed of white space, in order and
// not overlapping; every letter and digit of the text lies in exactly one of
// them. It knows three kinds of boundaries:
//
//   - a paragraph: an empty line always ends a sentence; so does a single line
//     end, unless the text is one that was wrapped to a width, or the sentence
//     visibly goes on (see blocks.go);
//   - a list marker that continues a sequence: "1) … 2) …", "• … • …";
//   - a terminator (. ? ! … and those of other scripts) outside quotation marks
//     and brackets, whose surroundings speak for an end (see decide.go).
//
// A terminator inside quotation marks ends the sentence around them only when
// the closing mark follows it and a new sentence follows that: a quoted
// question is part of the sentence that quotes it. Marks that are never closed
// within their paragraph count for nothing.
//
// The rules are for English; abbreviations, ordinals and terminators of other
// languages are in the tables. Time is linear in the length of the text.
package sentence

import (
	"strings"
	"unicode/utf8"

	"stet/index/source"
)

// Split returns the sentences of body as byte spans without outer white space.
func Split(body string) []source.Span {
	var out []source.Span
	for _, b := range blocks(body) {
		out = splitBlock(body, b, out)
	}
	return out
}

// splitBlock appends the sentences of one block.
func splitBlock(body string, b source.Span, out []source.Span) []source.Span {
	s := scanner{text: body[b.Start:b.End]}
	s.closed = pairs(s.text)
	s.list = listOf(s.text)
	for _, end := range s.run() {
		if sp, ok := trim(body, source.Span{Start: b.Start + end.Start, End: b.Start + end.End}); ok {
			out = append(out, sp)
		}
	}
	return out
}

// trim takes outer white space off a span; false if nothing is left.
func trim(body string, sp source.Span) (source.Span, bool) {
	s := body[sp.Start:sp.End]
	l := strings.TrimLeftFunc(s, isSpace)
	sp.Start += len(s) - len(l)
	sp.End = sp.Start + len(strings.TrimRightFunc(l, isSpace))
	return sp, !sp.Empty()
}

// scanner walks one block.
type scanner struct {
	text   string
	closed []source.Span // quotation marks and brackets that pair up, outermost only, [opening mark, past the closing one)
	list   list
	start  int         // of the current sentence
	words  int         // seen in the current sentence
	alone  source.Span // the quotation last found to stand alone
}

// run returns the sentences of the block, untrimmed.
func (s *scanner) run() []source.Span {
	var out []source.Span
	cut := func(at int) {
		if strings.TrimFunc(s.text[s.start:at], isSpace) != "" {
			out = append(out, source.Span{Start: s.start, End: at})
		}
		s.start, s.words = at, 0
	}
	pair := 0
	inWord := false
	for i := 0; i < len(s.text); {
		if inWord && plain(s.text[i]) { // nothing begins or ends inside a word
			i++
			continue
		}
		r, w := utf8.DecodeRuneInString(s.text[i:])
		for pair < len(s.closed) && s.closed[pair].End <= i {
			pair++
		}
		inside := pair < len(s.closed) && s.closed[pair].Start < i
		if wordRune(r) {
			if !inWord {
				s.words++
			}
			inWord = true
			if !inside && i > s.start && s.list.next(s.text, i) {
				cut(i)
				s.words = 1
			}
			i += w
			continue
		}
		inWord = false
		if !isTerminator(r) {
			if !inside && i > s.start && s.list.next(s.text, i) {
				cut(i)
			}
			i += w
			continue
		}
		t := s.terminator(i)
		if inside && t.marks < s.closed[pair].End && !closesAt(s.text, t.marks, s.closed[pair].End) && !s.standsAlone(s.closed[pair]) {
			i = t.marks // still inside: the outer sentence goes on
			continue
		}
		if s.ends(t) {
			cut(t.end)
			i = t.end
			continue
		}
		i = t.marks
	}
	cut(len(s.text))
	return out
}

// closesAt reports whether only closing marks stand between the terminators and
// the end of the pair.
func closesAt(s string, from, to int) bool {
	return strings.TrimFunc(s[from:to], isCloser) == "" || strings.Trim(s[from:to], `\"`) == ""
}

// standsAlone reports whether a quotation is no part of any sentence around it:
// it begins where a sentence begins and a new one begins after it. Then the
// sentences inside it are sentences of the text.
func (s *scanner) standsAlone(q source.Span) bool {
	if strings.TrimFunc(s.text[min(s.start, q.Start):q.Start], isSpace) != "" && !s.alone.Contains(q) {
		return false
	}
	if s.alone == q {
		return true
	}
	body := strings.TrimRightFunc(s.text[q.Start:q.End], func(r rune) bool { return isCloser(r) || isSpace(r) })
	last, w := utf8.DecodeLastRuneInString(body)
	if !isTerminator(last) || strings.HasPrefix(body, "(") || strings.HasPrefix(body, "[") {
		return false
	}
	if t := s.terminator(q.Start + len(body) - w); t.end < q.End || !s.ends(t) {
		return false
	}
	s.alone = q
	return true
}
