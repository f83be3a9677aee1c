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
	f := figureScanner{s: s}
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			i = f.digits(i)
		case isLetterByte(c):
			i = f.letters(i)
		default:
			i++
		}
	}
	f.flush()
	return f.out
}

// figureScanner reads the numbers of a text.
type figureScanner struct {
	s   string
	out []figure

	open      bool    // a number is being read
	written   bool    // it began with digits
	cur       figure  // where it stands so far
	sum, part float64 // its finished thousands, and what is being built
}

// flush ends the number that is being read.
func (f *figureScanner) flush() {
	if f.open {
		f.cur.value = f.sum + f.part
		f.out = append(f.out, f.cur)
	}
	f.open, f.written, f.sum, f.part = false, false, 0, 0
}

// begin starts a number at i, n bytes long so far.
func (f *figureScanner) begin(v float64, i, n int) {
	f.flush()
	f.open, f.part, f.cur = true, v, figure{start: i, end: i + n}
}

// digits reads a number written in digits; those inside a word ("B52") are none.
func (f *figureScanner) digits(i int) int {
	v, n := digitsAt(f.s[i:])
	f.flush()
	before := f.s[:i]
	if i > 0 && (isWordByte(before[i-1]) || before[i-1] >= utf8.RuneSelf) && !strings.HasSuffix(before, "–") && !isCurrency(before) {
		return i + n
	}
	f.begin(v, i, n)
	f.written = true
	return i + n
}

// letters reads a word, which may begin a number, go on with it or end it.
func (f *figureScanner) letters(i int) int {
	n := 1
	for i+n < len(f.s) && (isWordByte(f.s[i+n]) || f.s[i+n] >= utf8.RuneSelf) {
		n++
	}
	if n > longestNumberWord {
		f.flush()
		return i + n
	}
	w := lowerASCII(f.s[i : i+n])
	v, unit := numberWords[w]
	m, scale := scaleWords[w]
	switch {
	case unit && f.open && !f.written && f.joined(i) && fits(f.sum, f.part, v):
		f.part += v
		f.cur.end = i + n
	case unit:
		f.begin(v, i, n)
	case scale && f.open && f.joined(i):
		f.multiply(m)
		f.cur.end = i + n
	case scale && precededByArticle(f.s[:i]):
		if halved(f.s[:i]) {
			m /= 2
		}
		f.begin(m, i, n)
	case w == "and" && f.open && !f.written:
		// "one hundred and five": the next word decides
	default:
		f.flush()
	}
	return i + n
}

// joined reports whether a word at i directly follows the number.
func (f *figureScanner) joined(i int) bool {
	gap := f.s[f.cur.end:i]
	return gap == " " || gap == "-" || gap == "\u00a0" || strings.EqualFold(gap, " and ")
}

// multiply applies a scale word.
func (f *figureScanner) multiply(m float64) {
	if m < 1000 {
		f.part *= m
		return
	}
	f.sum, f.part = (f.sum+f.part)*m, 0
	if f.sum == 0 {
		f.sum = m
	}
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
