package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Widest line that is taken as wrapped by hand or by a mail program, in
// characters; and how many line breaks of a file must fall where the next word
// no longer fitted, for the file to count as wrapped at all.
const (
	maxWrap     = 120
	minWrap     = 30
	wrappedPart = 0.6
)

// paragraphs turns the lines of a plain text into paragraphs. Empty lines and
// rules (-----) always separate. Within a run of lines it decides for the whole
// file whether breaks are wrapping, because every next word would not have
// fitted on its line, or whether each line is a paragraph of its own.
func paragraphs(lines []string) []string {
	width, wrapped := wrapping(lines)
	var out []string
	var cur strings.Builder
	flush := func() {
		if p := clean(cur.String()); p != "" {
			out = append(out, p)
		}
		cur.Reset()
	}
	prev := ""
	for _, l := range lines {
		t := strings.TrimSpace(l)
		if t == "" || rule(t) {
			flush()
			prev = ""
			continue
		}
		if prev != "" && !(wrapped && joins(prev, l, width)) {
			flush()
		}
		if cur.Len() > 0 && !hyphened(prev, t) {
			cur.WriteByte(' ')
		}
		cur.WriteString(t)
		prev = t
	}
	flush()
	return out
}

// wrapping measures the lines: the width they were wrapped to, and whether they
// were.
func wrapping(lines []string) (width int, wrapped bool) {
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(strings.TrimSpace(l)))
	}
	if width < minWrap || width > maxWrap {
		return width, false
	}
	full, breaks := 0, 0
	for i := 1; i < len(lines); i++ {
		a, b := strings.TrimSpace(lines[i-1]), strings.TrimSpace(lines[i])
		if a == "" || b == "" {
			continue
		}
		if isByline(a) || isByline(b) {
			continue
		}
		breaks++
		if room(a, b, width) <= slack(width) || runsOn(a, b) {
			full++
		}
	}
	return width, breaks > 0 && float64(full) >= wrappedPart*float64(breaks)
}

// room is how many columns stay free on line a once b's first word is set there.
func room(a, b string, width int) int {
	first, _, _ := strings.Cut(b, " ")
	return width - utf8.RuneCountInString(a) - 1 - utf8.RuneCountInString(first)
}

// slack is how far below the widest line a wrapped line may stay: one outlier
// (a long word, an address) often widens the measure.
func slack(width int) int { return width / 8 }

// joins reports whether the break between two lines of a wrapped file is only
// wrapping. An indented or bulleted line begins a paragraph; so does a line
// after one that had room left, unless it goes on in lower case.
func joins(prev, next string, width int) bool {
	t := strings.TrimLeft(next, " \t")
	if bullet(t) || (strings.HasPrefix(next, "\t") || strings.HasPrefix(next, "  ")) && ends(prev) {
		return false
	}
	return room(prev, t, width) <= slack(width) && !isByline(prev) && !isByline(t) || runsOn(prev, t)
}

// runsOn reports whether b goes on with a sentence that a began.
func runsOn(a, b string) bool {
	r, _ := utf8.DecodeRuneInString(b)
	return unicode.IsLower(r) && !ends(a)
}

// hyphened reports whether a line ends in a hyphen that the next goes on from:
// joined without a space, the hyphen kept, because it may belong to the word.
func hyphened(prev, next string) bool {
	if len(prev) < 2 || prev[len(prev)-1] != '-' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(prev[:len(prev)-1])
	after, _ := utf8.DecodeRuneInString(next)
	return unicode.IsLetter(before) && unicode.IsLower(after)
}

func bullet(s string) bool {
	for _, b := range []string{"- ", "* ", "• ", "– ", "— ", "· "} {
		if strings.HasPrefix(s, b) {
			return true
		}
	}
	return false
}

// rule reports whether a line only draws: "-----", "* * *", "====".
func rule(s string) bool {
	if len(s) < 3 {
		return false
	}
	for _, r := range s {
		if !strings.ContainsRune("-=*_~#. ", r) {
			return false
		}
	}
	return true
}
