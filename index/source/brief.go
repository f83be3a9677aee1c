package source

import (
	"strings"
	"unicode/utf8"
)

// left is what stands for the words left out at the end.
const left = "…"

// Brief is a text as one line of at most so many code points: white space is folded,
// and what does not fit gives way to an ellipsis behind a whole word ("a fire in …").
// Lists, tables and summaries cut texts with it, so that they all end alike.
func Brief(text string, most int) string {
	line := strings.Join(strings.Fields(text), " ")
	if len(line) <= most {
		return line // bytes are never fewer than code points
	}
	head := 0 // what can fit and the word behind it: the rest of a long text is not measured
	for n := 0; n <= most+1 && head < len(line); n++ {
		_, size := utf8.DecodeRuneInString(line[head:])
		head += size
	}
	return Fit(line[:head], func(s string) bool { return utf8.RuneCountInString(s) <= most })
}

// Fit is the longest beginning of a line that fits, whatever fits means: letters or
// the width of a chart. It ends at a whole word, unless not even the first one fits;
// fits must hold for every beginning of what it holds for.
func Fit(line string, fits func(string) bool) string {
	if fits(line) {
		return line
	}
	cut := line
	for {
		at := strings.LastIndexByte(cut, ' ')
		if at < 0 {
			break
		}
		if cut = strings.TrimRight(cut[:at], " ,;:–—-"); cut != "" && fits(cut+" "+left) {
			return cut + " " + left
		}
	}
	word, _, _ := strings.Cut(line, " ")
	for end := len(word); end > 0; {
		_, n := utf8.DecodeLastRuneInString(word[:end])
		if end -= n; end > 0 && fits(word[:end]+left) {
			return word[:end] + left
		}
	}
	return left
}
