package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/index/source"
)

// Widths, in code points, between which a text counts as wrapped to a width:
// narrower are lists and verse, wider are lines that are paragraphs.
const (
	minWrap = 40
	maxWrap = 120
	minTail = 3 // lines needed before a common width says anything
)

// line is one line of the text, without its line end.
type line struct {
	source.Span
	chars, first int // code points of the line, of its first word
}

// blocks cuts a text where no sentence can go on: at empty lines, and at single
// line ends that are not the work of a line wrapper.
func blocks(body string) []source.Span {
	var out []source.Span
	var cur []line
	flush := func() {
		out = appendBlocks(out, body, cur)
		cur = cur[:0]
	}
	for at := 0; at < len(body); {
		end := len(body)
		if i := lineEnd(body[at:]); i >= 0 {
			end = at + i
		}
		s := strings.TrimFunc(body[at:end], isSpace)
		if s == "" {
			flush()
		} else {
			lead := strings.Index(body[at:end], s)
			first, _, _ := strings.Cut(s, " ")
			cur = append(cur, line{source.Span{Start: at + lead, End: at + lead + len(s)}, utf8.RuneCountInString(s), utf8.RuneCountInString(first)})
		}
		if end < len(body) {
			_, w := utf8.DecodeRuneInString(body[end:])
			end += w
		}
		at = end
	}
	flush()
	return out
}

// lineEnd is where the first line of s ends, -1 if there is but one. It does in
// three quick searches what strings.IndexAny does rune by rune.
func lineEnd(s string) int {
	end := strings.IndexByte(s, '\n')
	if end >= 0 {
		s = s[:end]
	}
	for _, sep := range [2]string{"\u2028", "\u2029"} {
		if i := strings.Index(s, sep); i >= 0 {
			s, end = s[:i], i
		}
	}
	return end
}

// appendBlocks joins the lines of one paragraph that belong together.
func appendBlocks(out []source.Span, body string, ls []line) []source.Span {
	if len(ls) == 0 {
		return out
	}
	wrapped := isWrapped(ls)
	cur := ls[0].Span
	for i := 1; i < len(ls); i++ {
		if wrapped || goesOn(body, ls[i-1], ls[i]) {
			cur.End = ls[i].End
			continue
		}
		out = append(out, cur)
		cur = ls[i].Span
	}
	return append(out, cur)
}

// isWrapped reports whether the line ends of a paragraph come from a line
// wrapper: nearly every next word would not have fitted.
func isWrapped(ls []line) bool {
	if len(ls) < minTail {
		return false
	}
	width := 0
	for _, l := range ls {
		width = max(width, l.chars)
	}
	if width < minWrap || width > maxWrap {
		return false
	}
	full := 0
	for i := 0; i+1 < len(ls); i++ {
		if ls[i].chars+1+ls[i+1].first > width {
			full++
		}
	}
	return full*10 >= (len(ls)-1)*9
}

// goesOn reports whether a sentence visibly continues on the next line: the
// line began like a sentence, does not end like one, and the next begins with a
// small letter.
func goesOn(body string, a, b line) bool {
	first, _ := utf8.DecodeRuneInString(body[a.Start:])
	last, _ := utf8.DecodeLastRuneInString(body[a.Start:a.End])
	next, _ := utf8.DecodeRuneInString(body[b.Start:])
	if !unicode.IsLower(next) || isTerminator(last) || last == ':' || last == ';' {
		return false
	}
	return unicode.IsUpper(first) || last == ',' || last == '-' || opener(first) != 0
}
