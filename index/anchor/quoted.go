package anchor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/index/diff"
)

// quoting follows double quotation marks through a text. Single ones inside them
// change nothing.
type quoting struct {
	open   bool
	opener string
}

// mark passes a double quotation mark; opens and closes tell from the white space
// around a mark that looks the same at both ends which it is.
func (q *quoting) mark(m string, opens, closes bool) {
	switch {
	case m == "“" && q.open && q.opener == "„", m == "«" && q.open && q.opener == "»":
		q.open = false
	case m == "“" || m == "„" || m == "«":
		q.open, q.opener = true, m
	case q.open && (closes || !opens):
		q.open = false
	case !q.open && opens:
		q.open, q.opener = true, m
	}
}

// farthestBack bounds how far in front of a sentence its paragraph is read, in
// bytes: no quotation is that long.
const farthestBack = 20_000

// openAt reports whether a quotation that began earlier in the paragraph is still
// open at an offset.
func openAt(text string, at int) bool {
	from := max(0, at-farthestBack)
	if i := strings.LastIndex(text[from:at], paragraphBreak(text)); i >= 0 {
		from += i + 1
	}
	var q quoting
	before := ' '
	for p := from; p < at; {
		r, w := utf8.DecodeRuneInString(text[p:])
		m := text[p : p+w]
		for _, marks := range []string{"'''", "''"} { // with a single one inside
			if r == '\'' && m == "'" && strings.HasPrefix(text[p:], marks) {
				m = marks
			}
		}
		if isDouble(m) {
			p += len(m)
			after, _ := utf8.DecodeRuneInString(text[p:])
			q.mark(m, outside(before), p == len(text) || outside(after))
			before = '"'
			continue
		}
		before = r
		p += w
	}
	return q.open
}

// paragraphBreak is what parts the paragraphs of a text: an empty line, or in a
// text without any the end of a line.
func paragraphBreak(text string) string {
	if strings.Contains(text, "\n\n") {
		return "\n\n"
	}
	return "\n"
}

// outside reports whether a rune stands on the far side of a quotation mark: white
// space, a bracket or a dash, no letter and no full stop.
func outside(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("([—–-", r)
}

func isDouble(m string) bool {
	switch m {
	case "“", "”", "„", "‟", "«", "»", "\"", "＂", "''", "'''", "``", "″":
		return true
	}
	return false
}

// markQuoted finds the tokens between quotation marks, the quotation perhaps
// begun in an earlier sentence of the paragraph.
func (s *side) markQuoted() {
	s.quoted = make([]bool, len(s.tokens))
	double := quoting{open: s.closesFirst() || s.goesOn(), opener: "“"}
	single := false
	for k := range s.tokens {
		if s.tokens[k].Norm != `"` || s.apostrophe(k) {
			s.quoted[k] = double.open || single
			continue
		}
		m := s.words(k, k+1)
		switch {
		case isDouble(m):
			opens := k == 0 || s.tokens[k].Spaced || outside(s.lastRune(k-1))
			closes := k+1 == len(s.tokens) || s.tokens[k+1].Spaced
			double.mark(m, opens, closes)
		case !double.open:
			single = (k == 0 || s.tokens[k].Spaced || outside(s.lastRune(k-1))) && k+1 < len(s.tokens) && !s.tokens[k+1].Spaced
		}
	}
}

func (s *side) lastRune(k int) rune {
	r, _ := utf8.DecodeLastRuneInString(s.words(k, k+1))
	return r
}

// goesOn reports whether the sentence stands in a quotation that an earlier
// sentence of the paragraph opened. One that opens with a mark of its own shows
// that the earlier one was never closed.
func (s *side) goesOn() bool {
	for k, t := range s.tokens {
		if m := s.words(k, k+1); t.Norm == `"` && isDouble(m) {
			if m == "“" || m == "„" || m == "«" || k == 0 || t.Spaced {
				return false
			}
			break
		}
	}
	return openAt(s.text, s.span.Start)
}

// closesFirst reports whether the first quotation mark of the sentence closes
// one that an earlier sentence opened.
func (s *side) closesFirst() bool {
	for k, t := range s.tokens {
		if t.Norm != `"` || s.apostrophe(k) {
			continue
		}
		m := s.words(k, k+1)
		switch m {
		case "”":
			return k > 0
		case "“", "„", "«":
			return false
		}
		if isDouble(m) {
			return k > 0 && !t.Spaced && (k+1 == len(s.tokens) || s.tokens[k+1].Spaced || s.tokens[k+1].Class == diff.Mark)
		}
	}
	return false
}
