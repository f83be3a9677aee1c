package sentence

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// list is the kind of list markers a block uses, if it begins with one.
type list struct {
	bullet string // "•": repeats itself
	style  string // what follows the counter: ".", ")", ".)"
	letter bool   // counts a, b, c rather than 1, 2, 3
	n      int    // the last counter seen
}

const bullets = "•⁃◦‣▪●∙*"

// listOf reads the marker at the beginning of a block.
func listOf(s string) list {
	s = strings.TrimLeftFunc(s, isSpace)
	if r, w := utf8.DecodeRuneInString(s); strings.ContainsRune(bullets, r) {
		return list{bullet: s[:w]}
	}
	n, letter, style, ok := counter(s)
	if !ok {
		return list{}
	}
	return list{style: style, letter: letter, n: n}
}

// next reports whether the block's next list marker stands at byte i, and then
// counts on.
func (l *list) next(s string, i int) bool {
	if l.bullet == "" && l.style == "" {
		return false
	}
	if r, _ := utf8.DecodeLastRuneInString(s[:i]); !isSpace(r) {
		return false
	}
	if l.bullet != "" {
		return strings.HasPrefix(s[i:], l.bullet)
	}
	n, letter, style, ok := counter(s[i:])
	if !ok || letter != l.letter || style != l.style || n != l.n+1 {
		return false
	}
	l.n = n
	return true
}

// counter reads "12.", "12)", "12.)", "b." at the beginning of s, followed by
// white space and something that can begin an item.
func counter(s string) (n int, letter bool, style string, ok bool) {
	d := 0
	for d < len(s) && d < 3 && s[d] >= '0' && s[d] <= '9' {
		d++
	}
	if d > 0 {
		n, _ = strconv.Atoi(s[:d])
	} else if len(s) > 0 && s[0] >= 'a' && s[0] <= 'z' {
		n, letter, d = int(s[0]-'a')+1, true, 1
	} else {
		return
	}
	rest := s[d:]
	for _, st := range []string{".)", ".", ")"} {
		if strings.HasPrefix(rest, st) {
			after := rest[len(st):]
			r, _ := utf8.DecodeRuneInString(after)
			body := strings.TrimLeft(after, " \t\u00a0")
			first, _ := utf8.DecodeRuneInString(body)
			ok = isSpace(r) && body != "" && (unicode.IsUpper(first) || st != "." && unicode.IsLetter(first))
			return n, letter, st, ok
		}
	}
	return
}
