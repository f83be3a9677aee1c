package sentence

import "unicode"

// isSpace is white space, and the invisible characters that act as such.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
}

// isDash is a dash that can stand between sentences and marks.
func isDash(r rune) bool { return r == '—' || r == '–' || r == '―' || r == '/' }

// wordRune belongs to words and numbers.
func wordRune(r rune) bool {
	if r < unicode.MaxASCII {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}

// full are the terminators that need no white space after them: they are never
// part of a word or number.
const full = "。！？｡।॥؟۔።။៕‼⁇⁈⁉"

// plain are the bytes most texts consist of: letters of words, and no more.
func plain(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// isTerminator is a rune at which a sentence may end.
func isTerminator(r rune) bool {
	switch r {
	case '.', '?', '!', '…':
		return true
	}
	return r >= 0x0589 && isFull(r)
}

// isFull reports whether r is one of full.
func isFull(r rune) bool {
	for _, x := range full {
		if x == r {
			return true
		}
	}
	return false
}

// uncased is a letter of a script without capitals, where every letter can
// begin a sentence.
func uncased(r rune) bool {
	return unicode.IsLetter(r) && !unicode.IsUpper(r) && !unicode.IsLower(r) && !unicode.IsTitle(r)
}
