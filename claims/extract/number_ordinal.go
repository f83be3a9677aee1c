package extract

import "strings"

// ordinalWords are the ordinals below twenty, the tens and the magnitudes.
var ordinalWords = map[string]float64{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
	"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
	"hundredth": 100, "thousandth": 1000, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12}

// ordinalOf reads an ordinal word: third, twenty-first.
func ordinalOf(low string) (float64, bool) {
	if v, ok := ordinalWords[low]; ok {
		return v, true
	}
	tens, unit, ok := strings.Cut(low, "-")
	t, u := numberWords[tens], ordinalWords[unit]
	return t + u, ok && t >= 20 && t < 100 && u > 0 && u < 10
}

// ordinal reads the ordinal at word i. "Second" is one only where it cannot be a
// length of time.
func (ln *line) ordinal(i int) (Numeral, bool) {
	if ln.numAt[i] > 0 || ln.dateAt[i] > 0 && partOrdinals[ln.low(i)] == 0 {
		return Numeral{}, false // the third of "the third quarter" is one, within the date
	}
	v, ok := ordinalOf(ln.low(i))
	if !ok || ln.low(i) == "second" && (ln.low(i-1) == "a" || ln.low(i-1) == "per" || ln.low(i-1) == "each" || ln.low(i-1) == "every" || i > 0 && ln.numAt[i-1] > 0) {
		return Numeral{}, false
	}
	return Numeral{Span: ln.bytes(i, i+1), Value: v, Ordinal: true}, true
}
