package workspace

import (
	"fmt"
	"strings"

	"stet/index/source"
)

// FindWords finds words in a canonical text, whatever their typography: curly or
// straight marks, dashes, spaces. nth says which of several places, from 1; 0
// asks for the only one.
func FindWords(body, words string, nth int) (source.Span, error) {
	words = strings.TrimSpace(words)
	if words == "" {
		return source.Span{}, fmt.Errorf("which words? None were named")
	}
	folded, at := fold(body)
	needle, _ := fold(words)
	var found []source.Span
	for from := 0; ; {
		i := strings.Index(folded[from:], needle)
		if i < 0 {
			break
		}
		i += from
		found = append(found, source.Span{Start: at[i], End: at[i+len(needle)]})
		from = i + 1
	}
	switch {
	case len(found) == 0:
		return source.Span{}, fmt.Errorf("the words “%s” are not in this version", words)
	case nth == 0 && len(found) > 1:
		return source.Span{}, fmt.Errorf("the words “%s” stand there %d times; say which, or give more words", words, len(found))
	case nth > len(found):
		return source.Span{}, fmt.Errorf("the words “%s” stand there only %d times", words, len(found))
	}
	return found[max(nth, 1)-1], nil
}

// plain are the marks, dashes and spaces that differ between keyboards and
// typesetters.
var plain = map[rune]rune{'“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‘': '\'', '’': '\'', '–': '-', '—': '-', '\u00a0': ' ', '\u202f': ' ', '\n': ' '}

// fold makes typography plain and folds runs of spaces; at[i] is the byte of s
// at which byte i of the result begins, at[len] the end of s.
func fold(s string) (string, []int) {
	var b strings.Builder
	at := make([]int, 0, len(s)+1)
	space := false
	for i, r := range s {
		if p, ok := plain[r]; ok {
			r = p
		}
		if r == ' ' && space {
			continue
		}
		space = r == ' '
		n := b.Len()
		b.WriteRune(r)
		for range b.Len() - n {
			at = append(at, i)
		}
	}
	return b.String(), append(at, len(s))
}
