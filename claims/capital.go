package claims

import (
	"unicode"
	"unicode/utf8"
)

// Capital writes the first letter large: "In progress". What begins with a mark stays
// as it is.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
