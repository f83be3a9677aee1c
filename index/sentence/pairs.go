package sentence

import (
	"unicode"
	"unicode/utf8"

	"stet/index/source"
)

// maxBracket is the longest parenthesis, in bytes, that keeps its sentence ends
// to itself. Quotation marks have no such limit.
const maxBracket = 600

// opener returns the rune that closes what r opens, 0 if r opens nothing. The
// straight mark and the marks that open in one language and close in another
// are told apart by their surroundings in pairs.
func opener(r rune) rune {
	switch r {
	case '“', '„', '‟', '”', '"', '＂':
		return '"'
	case '«', '»':
		return '«'
	case '‹', '›':
		return '‹'
	case '‘', '‚', '‛':
		return '’'
	case '「', '『':
		return r + 1
	case '(', '（':
		return r + 1
	case '[':
		return ']'
	}
	return 0
}

// isCloser reports whether r can stand between a terminator and the end of its
// sentence.
func isCloser(r rune) bool {
	switch r {
	case '"', '”', '“', '’', '\'', '»', '«', '›', '‹', '‘', ')', ']', '）', '」', '』', '＂':
		return true
	}
	return false
}

// open is an opening mark waiting for its partner.
type open struct {
	at   int
	mark rune
	by   rune // the family that closes it
}

// pairs returns the quotations and brackets of a paragraph that are closed
// within it, outermost only and in order. Closing by family keeps „…“, “…” and
// »…« apart with one stack; what stays open counts for nothing.
func pairs(s string) []source.Span {
	var stack []open
	var out []source.Span
	prev := rune(' ')
	for i := 0; i < len(s); {
		if plain(s[i]) {
			prev = rune(s[i])
			i++
			continue
		}
		r, w := utf8.DecodeRuneInString(s[i:])
		at := i
		i += w
		fam := family(r)
		if r == '\'' && i < len(s) && s[i] == '\'' { // ''…''
			r, fam = '"', '"'
			i++
		}
		if fam == 0 {
			if r != '\\' { // an escaped mark stands where its backslash does
				prev = r
			}
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i:])
		if i == len(s) {
			next = ' '
		}
		left := isSpace(prev) || isDash(prev) || opener(prev) != 0 && prev != '"' && prev != '”' && prev != '»' || at == 0
		right := isSpace(next) || unicode.IsPunct(next) && opener(next) == 0 || i == len(s)
		if k := topOf(stack, fam); k >= 0 && closes(r, stack[k].mark, left, right) {
			if fam == ')' && at-stack[k].at > maxBracket {
				stack = stack[:k]
			} else {
				out = push(out, source.Span{Start: stack[k].at, End: i})
				stack = stack[:k]
			}
		} else if opens(r, left, right) {
			stack = append(stack, open{at, r, fam})
		}
		prev = r
		if len(stack) > maxDepth { // marks that never close: forget the oldest
			stack = append(stack[:0], stack[1:]...)
		}
	}
	return out
}

// maxDepth bounds the marks that wait at once; deeper nesting is no prose.
const maxDepth = 16

// family groups the marks that can close one another; 0 for other runes.
func family(r rune) rune {
	switch r {
	case '“', '”', '„', '‟', '"', '＂':
		return '"'
	case '«', '»':
		return '«'
	case '‹', '›':
		return '‹'
	case '‘', '’', '‚', '‛':
		return '’'
	case '「', '」':
		return '」'
	case '『', '』':
		return '』'
	case '(', ')', '（', '）':
		return ')'
	case '[', ']':
		return ']'
	}
	return 0
}

// topOf returns the index of the innermost open mark of a family, -1 if none.
func topOf(st []open, fam rune) int {
	for k := len(st) - 1; k >= 0; k-- {
		if st[k].by == fam {
			return k
		}
	}
	return -1
}

// closes reports whether r, with white space or its like on its left or right,
// closes a mark m of its family.
func closes(r, m rune, left, right bool) bool {
	switch r {
	case '”', ')', ']', '）', '」', '』':
		return true
	case '“':
		return m == '„' || m == '‟' || !left && right
	case '»', '›':
		return m == '«' || m == '‹' || !left
	case '«', '‹':
		return m == '»' || m == '›'
	case '’', '‘':
		return right && !left
	case '"', '＂':
		return !left || right
	}
	return false
}

// opens reports whether r can open a quotation or bracket where it stands.
func opens(r rune, left, right bool) bool {
	switch r {
	case ')', ']', '）', '」', '』', '’':
		return false
	case '„', '‚', '‟', '‛', '(', '[', '（', '「', '『', '«', '‹':
		return true
	case '“', '‘':
		return true
	}
	return left && !right // " ” » ›
}

// push adds a closed span and drops those it encloses.
func push(out []source.Span, sp source.Span) []source.Span {
	for len(out) > 0 && out[len(out)-1].Start > sp.Start {
		out = out[:len(out)-1]
	}
	return append(out, sp)
}
