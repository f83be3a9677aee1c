package index

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Numbers are indexed by value, so that "twelve", "12" and "a dozen" find one
// another and "1.2 million" finds "1,200,000". This is a finding aid for
// retrieval; what a number means is decided by the extraction of claims.

// numberWords are the English cardinals that people spell out.
var numberWords = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// scaleWords multiply what stands before them.
var scaleWords = map[string]float64{
	"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "mln": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12,
}

// longestNumberWord bounds the words that are looked up, in bytes.
const longestNumberWord = len("seventeen")

// figure is a number in a text: its value and where it stands, in bytes.
type figure struct {
	value      float64
	start, end int
}

// findFigures returns the numbers of a text in order.
func findFigures(s string) []figure {
	var out []figure
	var cur figure
	var sum, part float64 // sum of finished thousands, what is being built
	open, digits := false, false
	flush := func() {
		if open {
			cur.value = sum + part
			out = append(out, cur)
		}
		open, digits, sum, part = false, false, 0, 0
	}
	gap := 0 // where the last word of the number ended
	joined := func(at int) bool {
		g := s[gap:at]
		return g == " " || g == "-" || g == "\u00a0" || strings.EqualFold(g, " and ")
	}
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			v, n := digitsAt(s[i:])
			flush()
			if i > 0 && (isWordByte(s[i-1]) || s[i-1] >= utf8.RuneSelf) && !strings.HasSuffix(s[:i], "–") && !isCurrency(s[:i]) {
				i += n
				continue
			}
			open, digits, part = true, true, v
			cur = figure{start: i, end: i + n}
			i += n
			gap = i
		case isLetterByte(c):
			n := 1
			for i+n < len(s) && (isWordByte(s[i+n]) || s[i+n] >= utf8.RuneSelf) {
				n++
			}
			if n > longestNumberWord {
				flush()
				i += n
				continue
			}
			w := lowerASCII(s[i : i+n])
			v, unit := numberWords[w]
			m, scale := scaleWords[w]
			switch {
			case unit && open && !digits && joined(i) && fits(sum, part, v):
				part += v
				cur.end, gap = i+n, i+n
			case unit:
				flush()
				open, part = true, v
				cur = figure{start: i, end: i + n}
				gap = i + n
			case scale && open && joined(i):
				if m >= 1000 {
					sum, part = (sum+part)*m, 0
					if sum == 0 {
						sum = m
					}
				} else {
					part *= m
				}
				cur.end, gap = i+n, i+n
			case scale && precededByArticle(s[:i]):
				flush()
				open, part = true, m
				if halved(s[:i]) {
					part = m / 2
				}
				cur = figure{start: i, end: i + n}
				gap = i + n
			case w == "and" && open && !digits:
				// "one hundred and five": decided by the next word
			default:
				flush()
			}
			i += n
		default:
			i++
		}
	}
	flush()
	return out
}

// fits reports whether a unit can go on a spelled-out number: "twenty" + "five",
// "hundred" + "five", but not "five" + "six".
func fits(sum, part, v float64) bool {
	switch {
	case part == 0:
		return sum > 0
	case part >= 100 && math.Mod(part, 100) == 0:
		return v < 100
	case math.Mod(part, 100) >= 20 && math.Mod(part, 10) == 0:
		return v > 0 && v < 10
	}
	return false
}

func precededByArticle(s string) bool {
	s = strings.TrimRight(s, " -")
	n := len(s)
	return n > 0 && (s[n-1] == 'a' || s[n-1] == 'A') && (n == 1 || !isWordByte(s[n-2])) ||
		n > 1 && strings.EqualFold(s[n-2:], "an") && (n == 2 || !isWordByte(s[n-3]))
}

// halved reports "half a" before a scale word.
func halved(s string) bool {
	f := strings.Fields(s[max(0, len(s)-len("half an  ")):])
	return len(f) > 1 && strings.EqualFold(f[len(f)-2], "half")
}

func isCurrency(before string) bool {
	for _, c := range []string{"€", "£", "¥", "₹", "₽", "₴"} {
		if strings.HasSuffix(before, c) {
			return true
		}
	}
	return false
}

func isLetterByte(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// lowerASCII lowers a short ASCII word without allocating when it can.
func lowerASCII(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return strings.ToLower(s)
		}
	}
	return s
}

// digitsAt reads "1,200.5" and returns its value and length in bytes.
func digitsAt(s string) (float64, int) {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	text := s[:n]
	if n <= 3 {
		for n+3 < len(s) && s[n] == ',' && allDigits(s[n+1:n+4]) && (n+4 == len(s) || s[n+4] < '0' || s[n+4] > '9') {
			text += s[n+1 : n+4]
			n += 4
		}
	}
	if n+1 < len(s) && s[n] == '.' && s[n+1] >= '0' && s[n+1] <= '9' {
		k := n + 1
		for k < len(s) && s[k] >= '0' && s[k] <= '9' {
			k++
		}
		text += s[n:k]
		n = k
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0, n
	}
	return v, n
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// figureTerms are the terms a passage is found by through its numbers.
func figureTerms(s string) []string {
	var out []string
	seen := map[string]bool{}
	add := func(t string) {
		if t != "" && !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	for _, f := range findFigures(s) {
		add(figureTerm(f.value))
		add(bucketTerm(f.value))
	}
	return out
}

// figureTerm is the term of an exact value: "1200".
func figureTerm(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// bucketTerm is the term of a value at two significant digits, "~1.5e+05", for
// "about 150,000"; "" below 100, where it would be the value itself.
func bucketTerm(v float64) string {
	if v < 100 {
		return ""
	}
	return "~" + strconv.FormatFloat(v, 'e', 1, 64)
}

// yearLike reports values that are most likely years, which say little about
// what is counted.
func yearLike(v float64) bool { return v >= 1800 && v <= 2100 && v == math.Trunc(v) }
