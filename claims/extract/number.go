package extract

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims"
)

// A word is a token as the number, date and figure rules read it: what starts
// with a digit or with a number word is taken apart at its hyphens, so that
// "12-year-old" and "three-foot" are read like "12 years old" and "three feet".
// Offsets are bytes of the analysed text.
type word struct {
	text, lower string // lower: lower case with straight apostrophes
	tag         string // Penn Treebank tag; empty where the text was not tagged
	start, end  int
	space       bool // white space before it
}

// A cardinal is a number without its modifiers: 23, half a million, dozens,
// 10–15. Vague words and ranges have hi above lo.
type cardinal struct {
	lo, hi   float64
	from, to int  // words, half-open
	vague    bool // dozens, several: hi is the desk's convention
	ranged   bool // two numbers were written
	digits   bool // begins with a digit
	fraction bool // a third, half, one in five
}

// A number is a cardinal with the modifiers around it.
type number struct {
	cardinal
	a, b       int // words with modifiers and a currency before it
	rng        claims.Interval
	additional bool    // another 3, 3 more
	outOf      float64 // the 52 of "19 out of 52", a count of those concerned and no rate; 0: none
	currency   int     // word that names the currency before the number, or -1
}

// maxDigits bounds what is read as a number: a float64 keeps 15 digits, and a
// longer run of digits is an identifier, not a count.
const maxDigits = 15

// numberWords are the cardinals below a hundred.
var numberWords = map[string]float64{
	"zero": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// magnitudes multiply what stands before them. Those of one or two letters
// count only when they are written against digits ("3bn").
var magnitudes = map[string]float64{
	"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
	"dozen": 12, "mil": 1e6, "tln": 1e12, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "mln": 1e6, "bln": 1e9, "gross": 144,
	"k": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "mm": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12,
}

// vagueWords is the desk's convention for words that name no number (TEXT: the
// table of ranges). Bounds are inclusive.
var vagueWords = map[string][2]float64{
	"dozens": {24, 99}, "scores": {40, 199}, "hundreds": {200, 999}, "thousands": {2000, 9999},
	"millions": {2e6, 9_999_999}, "billions": {2e9, 9_999_999_999},
	"tens": {20, 99}, "several": {3, 9}, "few": {2, 9}, "handful": {2, 9}, "couple": {2, 3},
	"many": {3, math.Inf(1)}, "numerous": {3, math.Inf(1)}, "countless": {3, math.Inf(1)}, "multiple": {2, math.Inf(1)},
}

// ordinalFractions are the words that divide after a cardinal: two thirds.
var ordinalFractions = map[string]float64{
	"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
	"fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
	"ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
}

// vulgar are the one-rune fractions.
var vulgar = map[rune]float64{'½': 1. / 2, '⅓': 1. / 3, '⅔': 2. / 3, '¼': 1. / 4, '¾': 3. / 4, '⅕': 1. / 5, '⅖': 2. / 5,
	'⅗': 3. / 5, '⅘': 4. / 5, '⅙': 1. / 6, '⅛': 1. / 8, '⅜': 3. / 8, '⅝': 5. / 8, '⅞': 7. / 8}

// readLiteral reads the number that s starts with: digits of any script, with
// separators of thousands (comma, apostrophe, no-break and thin spaces; dots
// when there are two or more) and one decimal mark. It returns the length in
// bytes, 0 if there is none. A run too long to be a count is not ok.
func readLiteral(s string) (value float64, size int, ok bool) {
	if s == "" || s[0] < 0x80 && s[0] != '.' && (s[0] < '0' || s[0] > '9') {
		return 0, 0, false
	}
	var groups []string // digits between separators, as ASCII
	var seps []rune
	var cur []byte
	i, total := 0, 0
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		if d, is := digitValue(r); is {
			if total++; total <= maxDigits+1 {
				cur = append(cur, '0'+byte(d))
			}
			i += w
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+w:])
		if _, is := digitValue(next); !is || !isSeparator(r) || len(cur) == 0 && r != '.' || len(cur) == 0 && len(groups) > 0 {
			break
		}
		if strings.ContainsRune(thinSpaces, r) && !groupOfThree(s[i+w:]) {
			break
		}
		groups, seps, cur = append(groups, string(cur)), append(seps, r), nil
		i += w
		if len(seps) > 6 {
			return 0, i, false
		}
	}
	groups = append(groups, string(cur))
	if total == 0 {
		return 0, 0, false
	}
	if total > maxDigits {
		return 0, i, false
	}
	value, ok = joinGroups(groups, seps)
	return value, i, ok
}

const thinSpaces = "\u00a0\u2007\u2009\u202f"

func isSeparator(r rune) bool {
	return r == ',' || r == '.' || r == '\'' || r == '’' || r == '·' || r == '٫' || r == '٬' || strings.ContainsRune(thinSpaces, r)
}

// groupOfThree reports whether s starts with exactly three digits.
func groupOfThree(s string) bool {
	n := 0
	for _, r := range s {
		if _, is := digitValue(r); !is {
			break
		}
		if n++; n > 3 {
			return false
		}
	}
	return n == 3
}

// joinGroups decides which separator is the decimal mark.
func joinGroups(groups []string, seps []rune) (float64, bool) {
	whole, frac := groups[0], ""
	for k, sep := range seps {
		g, last := groups[k+1], k == len(seps)-1
		switch {
		case frac != "":
			return 0, false
		case sep == '.' && len(seps) > 1 && seps[0] == '.':
			if len(g) != 3 {
				return 0, false // 192.168.1.2
			}
			whole += g
		case sep == '.' || sep == '·' || sep == '٫':
			if !last {
				return 0, false
			}
			frac = g
		case sep == ',' && len(seps) == 1 && len(g) != 3:
			frac = g // 3,5 million
		case len(g) == 3 || sep == ',' && len(g) == 2 && !last: // 12,34,567 groups the Indian way
			whole += g
		default:
			return 0, false
		}
	}
	v := 0.0
	for _, c := range whole {
		v = v*10 + float64(c-'0')
	}
	scale := 1.0
	for _, c := range frac {
		v, scale = v*10+float64(c-'0'), scale*10
	}
	return v / scale, true
}

// digitValue gives the value of a decimal digit of any script.
func digitValue(r rune) (int, bool) {
	if r >= '0' && r <= '9' {
		return int(r - '0'), true
	}
	if r < 0x660 || !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	for _, t := range unicode.Nd.R16 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return int(r-rune(t.Lo)) % 10, true
		}
	}
	for _, t := range unicode.Nd.R32 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return int(r-rune(t.Lo)) % 10, true
		}
	}
	return 0, false
}
