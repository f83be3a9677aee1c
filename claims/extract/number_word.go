package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// splitWord appends w to out, taken apart if it starts with a digit or with a
// number word before a hyphen: "12-year-old" → 12 - year - old, "$3.4bn" → $ 3.4
// bn, "10–15" → 10 – 15. Words such as "F-16" and "COVID-19" stay whole.
func splitWord(w word, out []word) []word {
	first, n := utf8.DecodeRuneInString(w.text)
	if n == len(w.text) && n > 1 {
		w.lower = plainDash(first, w.lower)
	}
	_, digit := digitValue(first)
	switch {
	case digit, vulgar[first] != 0, first == '.' && len(w.text) > 1 && w.text[1] >= '0' && w.text[1] <= '9':
	case isCurrencySign(first) && len(w.text) > n:
	case strings.IndexByte(w.text, '-') > 0 && numberHead(w.lower):
	case codeBeforeDigits(w.lower):
	default:
		return append(out, w)
	}
	for at := 0; at < len(w.text); {
		size := pieceSize(w.text[at:])
		p := w
		p.text, p.start, p.end = w.text[at:at+size], w.start+at, w.start+at+size
		p.lower = strings.ToLower(p.text)
		if r, n := utf8.DecodeRuneInString(p.text); n > 1 && n == size {
			p.lower = plainDash(r, p.lower)
		}
		p.space = w.space && at == 0
		if at > 0 && p.tag != "CD" {
			p.tag = pieceTag(p.text, w.tag)
		}
		out = append(out, p)
		at += size
	}
	return out
}

// plainDash spells any hyphen "-" and any other dash "–"; low is what any other
// character is.
func plainDash(r rune, low string) string {
	switch {
	case r == '\u2010' || r == '\u2011' || r == '\ufe63' || r == '\uff0d' || r == '\u058a' || r == '\u05be':
		return "-"
	case r != '—' && unicode.Is(unicode.Pd, r):
		return "–"
	}
	return low
}

// codeBeforeDigits: USD115, EUR20.
func codeBeforeDigits(lower string) bool {
	for n := 2; n <= 4 && n < len(lower); n++ {
		if lower[n] >= '0' && lower[n] <= '9' {
			return currencyCodes[lower[:n]] && n >= 3
		}
	}
	return false
}

// pieceTag is the tag of a piece of a compound number: its number is a CD, its
// words are nouns, whatever the compound was tagged.
func pieceTag(s, whole string) string {
	r, _ := utf8.DecodeRuneInString(s)
	_, digit := digitValue(r)
	switch {
	case digit:
		return "CD"
	case !isLetter(r):
		return ":"
	case numberWords[s] > 0:
		return "CD"
	}
	if whole == "CD" || whole == "JJ" {
		return "NN"
	}
	return whole
}

// pieceSize is the length of the first piece of a compound.
func pieceSize(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if _, size, _ := readLiteral(s); size > 0 {
		return size
	}
	if !isLetter(r) {
		return n
	}
	if len(s) > 3 && codeBeforeDigits(strings.ToLower(s[:min(len(s), 5)])) {
		return 3
	}
	for n < len(s) {
		r, w := utf8.DecodeRuneInString(s[n:])
		if _, d := digitValue(r); !isLetter(r) && !d && r != '.' && r != '\'' && r != '’' && r != '²' && r != '³' {
			break
		}
		n += w
	}
	return n
}

// numberHead reports whether a hyphenated word starts with a number word and is
// not a number as a whole.
func numberHead(lower string) bool {
	head, rest, _ := strings.Cut(lower, "-")
	if head == "half" && strings.HasPrefix(rest, "dozen") {
		return true
	}
	v, ok := numberWords[head]
	if !ok {
		return magnitudes[head] > 0 && len(head) > 3
	}
	if next, isNum := numberWords[rest]; isNum && v >= 20 && next < 10 {
		return false // twenty-three
	}
	return true
}
