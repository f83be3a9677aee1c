package extract

import (
	"math"
	"strings"
	"unicode/utf8"
)

// smallNumber reads one word below a hundred, "twenty-three" among them.
func smallNumber(lower string) (float64, bool) {
	if v, ok := numberWords[lower]; ok {
		return v, true
	}
	if tens, unit, ok := strings.Cut(lower, "-"); ok {
		t, okT := numberWords[tens]
		u, okU := numberWords[unit]
		if okT && okU && t >= 20 && u >= 1 && u < 10 {
			return t + u, true
		}
	}
	return 0, false
}

// magnitudeAt reads a multiplier; a short one must touch the digits before it.
func magnitudeAt(ws []word, i int, afterDigits bool) (float64, bool) {
	if i >= len(ws) {
		return 0, false
	}
	m, ok := magnitudes[ws[i].lower]
	if !ok || ws[i].lower == "gross" {
		return 0, false
	}
	if ws[i].lower == "mm" && (i < 2 || !isCurrencySign(firstRune(ws[i-2].text))) {
		return 0, false
	}
	if len(ws[i].lower) <= 3 && (!afterDigits || ws[i].space && len(ws[i].lower) == 1) {
		return 0, false
	}
	if ws[i].text == "m" && afterDigits && metres(ws, i) {
		return 0, false
	}
	return m, true
}

// metres reports whether an "m" after digits is a length: nothing that can be
// counted or paid stands beside it.
func metres(ws []word, i int) bool {
	if i+1 < len(ws) && dimensions[ws[i+1].lower] {
		return true
	}
	if i >= 2 && isCurrencySign(firstRune(ws[i-2].text)) || i+1 < len(ws) && (units[ws[i+1].lower].kind == unitMoney || strings.HasPrefix(ws[i+1].tag, "NN")) {
		return false
	}
	return true
}

var dimensions = set(`tall long wide high deep away above below thick x high-tide`)

// cardinalAt reads the number without modifiers that starts at word i.
func cardinalAt(ws []word, i int) (cardinal, bool) {
	c := cardinal{from: i}
	w := &ws[i]
	r := firstRune(w.text)
	if _, d := digitValue(r); d || r == '.' && len(w.text) > 1 || vulgar[r] != 0 {
		return digitCardinal(ws, i)
	}
	switch w.lower {
	case "a", "an", "one", "another", "the", "half", "quarter", "three":
		if c, ok := articleCardinal(ws, i); ok {
			return c, true
		}
	}
	if v, ok := vagueWords[w.lower]; ok && !degree(ws, i) && (w.lower != "couple" || !isPair(ws, i+1)) {
		return vagueCardinal(ws, i, i+1, v), true
	}
	if v, ok := smallNumber(w.lower); ok {
		return spelledCardinal(ws, i, v), true
	}
	if m, ok := magnitudes[w.lower]; ok && len(w.lower) > 4 && strings.HasPrefix(w.tag, "CD") || w.lower == "hundred" || w.lower == "thousand" || w.lower == "million" {
		c.lo, c.hi, c.to = m, m, i+1
		for m, ok := magnitudeAt(ws, c.to, false); ok; m, ok = magnitudeAt(ws, c.to, false) {
			c.lo, c.hi, c.to = c.lo*m, c.hi*m, c.to+1
		}
		return c, true
	}
	return c, false
}

// degree: as many as, how many, so few, too many, very few.
func degree(ws []word, i int) bool {
	if l := ws[i].lower; l != "many" && l != "few" || i == 0 {
		return false
	}
	switch ws[i-1].lower {
	case "as", "how", "so", "too", "very", "not":
		return true
	}
	return false
}

// digitCardinal reads 1,200 · 3bn · 1.2 million · 7 3/4 · 10½ · 1/4.
func digitCardinal(ws []word, i int) (cardinal, bool) {
	c := cardinal{from: i, to: i + 1, digits: true}
	v, ok := 0.0, false
	if f := vulgar[firstRune(ws[i].text)]; f != 0 {
		v, ok = f, true
		c.fraction = true
	} else {
		var size int
		v, size, ok = readLiteral(ws[i].text)
		ok = ok && size == len(ws[i].text)
	}
	if !ok {
		return c, false
	}
	if c.to < len(ws) && ws[c.to].text == "000" && v >= 1 && v < 1000 { // 40 000
		v, c.to = v*1000, c.to+1
	}
	if c.to+1 < len(ws) && ws[c.to].text == "," && !ws[c.to].space && ws[c.to+1].text == "000" { // 10, 000
		v, c.to = v*1000, c.to+2
	}
	if p, to, ok := powerAt(ws, c.to); ok { // 10^12
		v, c.to = math.Pow(v, p), to
	}
	if c.to < len(ws) && vulgar[firstRune(ws[c.to].text)] != 0 { // 10½
		v, c.to = v+vulgar[firstRune(ws[c.to].text)], c.to+1
	} else if n, d, to, ok := slashFraction(ws, c.to); ok && ws[c.to].space { // 7 3/4
		v, c.to = v+n/d, to
	} else if n, d, to, ok := slashFraction(ws, i); ok { // 1/4
		v, c.to, c.fraction = n/d, to, true
	}
	for m, ok := magnitudeAt(ws, c.to, true); ok; m, ok = magnitudeAt(ws, c.to, false) {
		v, c.to = v*m, c.to+1
	}
	c.lo, c.hi = v, v
	return c, true
}

// maxPower bounds an exponent: what is larger is no number of a text.
const maxPower = 300

// powerAt reads "^12" and "^-3" right after a number.
func powerAt(ws []word, i int) (p float64, to int, ok bool) {
	if i+1 >= len(ws) || ws[i].text != "^" || ws[i].space {
		return 0, 0, false
	}
	sign, k := 1.0, i+1
	if t := ws[k].text; (t == "-" || t == "−") && !ws[k].space && k+1 < len(ws) {
		sign, k = -1, k+1
	}
	p, size, ok := readLiteral(ws[k].text)
	if !ok || size != len(ws[k].text) || ws[k].space || p > maxPower {
		return 0, 0, false
	}
	return sign * p, k + 1, true
}

// slashFraction reads n / d with one or two digits each, not a date.
func slashFraction(ws []word, i int) (n, d float64, to int, ok bool) {
	if i+2 >= len(ws) || ws[i+1].text != "/" || ws[i+1].space || ws[i+2].space || i+3 < len(ws) && ws[i+3].text == "/" {
		return 0, 0, 0, false
	}
	n, ns, okN := readLiteral(ws[i].text)
	d, ds, okD := readLiteral(ws[i+2].text)
	if !okN || !okD || ns != len(ws[i].text) || ds != len(ws[i+2].text) || n >= d || n < 1 || n != float64(int(n)) || !commonDenominator[d] {
		return 0, 0, 0, false
	}
	return n, d, i + 3, true
}

var commonDenominator = map[float64]bool{2: true, 3: true, 4: true, 5: true, 6: true, 8: true, 16: true, 32: true}

// articleCardinal reads a dozen, half a million, a couple of hundred, one and a
// half million, a quarter million, a third.
func articleCardinal(ws []word, i int) (cardinal, bool) {
	c := cardinal{from: i}
	at := func(k int) string {
		if k < len(ws) {
			return ws[k].lower
		}
		return ""
	}
	finish := func(v float64, to int) (cardinal, bool) {
		c.lo, c.hi, c.to = v, v, to
		for m, ok := magnitudeAt(ws, c.to, false); ok; m, ok = magnitudeAt(ws, c.to, false) {
			c.lo, c.hi, c.to = c.lo*m, c.hi*m, c.to+1
		}
		return c, true
	}
	l, n := at(i), at(i+1)
	if d, ok := ordinalFractions[n]; ok && l == "a" && at(i+2) == "of" && (at(i+3) == "a" || at(i+3) == "an") {
		if m, ok := magnitudeAt(ws, i+4, false); ok {
			return finish(m/d, i+5) // a quarter of a million
		}
	}
	switch {
	case l == "half" && i > 0 && (n == "the" || n == "its" || n == "their") && halfLead[ws[i-1].lower]:
		c.lo, c.hi, c.to, c.fraction = 0.5, 0.5, i+1, true
		return c, true
	case (l == "half" || l == "quarter") && n == "of":
		c.lo, c.hi, c.to, c.fraction = 1/ordinalFractions[l], 1/ordinalFractions[l], i+1, true
		return c, true
	case l == "half":
		k := i + 1
		if n == "a" || n == "an" || n == "-" {
			k++
		}
		if at(k) == "-" {
			k++
		}
		if m, ok := magnitudeAt(ws, k, false); ok {
			return finish(m/2, k+1)
		}
		if pointAt(ws, k) {
			return finish(1./2, k) // half a percentage point
		}
		return c, false
	case l == "quarter" || l == "three":
		k := i + 1
		if l == "three" && (n == "quarter" || n == "quarters") {
			k++
		} else if l == "three" {
			return c, false
		}
		if m, ok := magnitudeAt(ws, k, false); ok {
			v := m / 4
			if l == "three" {
				v *= 3
			}
			return finish(v, k+1)
		}
		return c, false
	case l == "one":
		return c, false
	case (n == "half" || n == "quarter") && at(i+2) != "of":
		by := 2.0
		if n == "quarter" {
			by = 4
		}
		k := i + 2
		if at(k) == "-" || at(k) == "a" {
			k++
		}
		if m, ok := magnitudeAt(ws, k, false); ok {
			return finish(m/by, k+1)
		}
		if pointAt(ws, k) {
			return finish(1/by, k) // a quarter point
		}
	}
	if d, ok := ordinalFractions[n]; ok && l == "a" && (at(i+2) == "-" && n == "quarter" || (n == "half" || n == "quarter") && at(i+2) == "of" && at(i+3) == "a") {
		k := i + 4
		if at(i+2) == "-" {
			k = i + 3
		}
		if pointAt(ws, k) {
			return finish(1/d, k) // a quarter of a percentage point
		}
	}
	if d, ok := ordinalFractions[n]; ok && l == "a" && (compared[at(i+2)] && (at(i+2) != "more" || at(i+3) == "than") || i > 0 && ws[i-1].lower == "by" && amountEnds[at(i+2)]) {
		c.lo, c.hi, c.to, c.fraction = 1/d, 1/d, i+2, true
		return c, true // a third smaller, fell by a third
	}
	if d, ok := ordinalFractions[n]; ok && l == "a" && at(i+2) == "of" {
		c.lo, c.hi, c.to, c.fraction = 1/d, 1/d, i+2, true
		return c, true
	}
	if v, ok := vagueWords[n]; ok && (n == "couple" && !isPair(ws, i+2) || n == "few" || n == "handful") && l != "the" {
		return vagueCardinal(ws, i, i+2, v), true
	}
	if m, ok := magnitudeAt(ws, i+1, false); ok && l != "the" {
		v, k := m, i+2
		if (l == "a" || l == "an") && at(k) == "and" { // a hundred and fifty
			if s, ok := smallNumber(at(k + 1)); ok && m >= 100 {
				v, k = v+s, k+2
			} else if at(k+1) == "a" && at(k+2) == "half" {
				v, k = v*1.5, k+3
			}
		}
		if l == "another" {
			c.from = i + 1
		}
		return finish(v, k)
	}
	return c, false
}

// pointAt reports whether a percentage point begins at word i.
func pointAt(ws []word, i int) bool {
	at := func(k int) bool { return k < len(ws) && (ws[k].lower == "point" || ws[k].lower == "points") }
	return i < len(ws) && (at(i) || (ws[i].lower == "percentage" || ws[i].lower == "percent") && at(i+1))
}

// compared are the words behind "a third" by which something differs.
var compared = set(`more less fewer smaller larger bigger higher lower cheaper dearer longer shorter older younger faster slower`)

// amountEnds are what follows "fell by a third".
var amountEnds = set(`. , ; to in from last this since over compared after between on and as while during within`)

// isPair tells "a couple and their children" from "a couple of hundred", by the
// word after it.
func isPair(ws []word, i int) bool {
	if i >= len(ws) {
		return true
	}
	_, ok := magnitudeAt(ws, i, false)
	return !ok && ws[i].lower != "of" && ws[i].lower != "more" && !strings.HasPrefix(ws[i].tag, "NNS") && !strings.HasPrefix(ws[i].tag, "JJ") && pluralMagnitude[ws[i].lower] == 0
}

// halfLead are the last words of the modifiers before "half the residents".
var halfLead = set(`than nearly almost about over least roughly around`)

// vagueCardinal extends a vague word by "of" and by magnitudes: tens of
// thousands, several hundred, a couple of dozen.
func vagueCardinal(ws []word, from, to int, v [2]float64) cardinal {
	c := cardinal{from: from, to: to, lo: v[0], hi: v[1], vague: true}
	k := to
	if k < len(ws) && ws[k].lower == "of" {
		k++
	}
	if k < len(ws) {
		if m, ok := pluralMagnitude[ws[k].lower]; ok && k > to {
			c.lo, c.hi, c.to = c.lo*m, c.hi*m+m-1, k+1
			return c
		}
	}
	if m, ok := magnitudeAt(ws, k, false); ok {
		c.lo, c.hi, c.to = c.lo*m, c.hi*m, k+1
		if m >= 100 {
			c.hi += m - 1
		}
	}
	return c
}

var pluralMagnitude = map[string]float64{"hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "dozens": 12}

// spelledCardinal reads one hundred and forty-two thousand, two and a half
// million, three point five, two thirds.
func spelledCardinal(ws []word, i int, v float64) cardinal {
	c := cardinal{from: i, to: i + 1}
	total, cur := 0.0, v
	at := func(k int) string {
		if k < len(ws) {
			return ws[k].lower
		}
		return ""
	}
	for c.to < len(ws) {
		l := at(c.to)
		if m, ok := magnitudeAt(ws, c.to, false); ok {
			if m >= 1000 {
				total, cur = total+max(cur, 1)*m, 0
				if total > 1e15 {
					break
				}
			} else {
				cur *= m
			}
			c.to++
			continue
		}
		open := cur >= 100 && int64(cur)%100 == 0 || cur == 0 && total > 0
		if s, ok := smallNumber(l); ok && (open || int64(cur)%100 >= 20 && int64(cur)%10 == 0 && s > 0 && s < 10) {
			cur, c.to = cur+s, c.to+1
			continue
		}
		if l == "and" {
			if s, ok := smallNumber(at(c.to + 1)); ok && open {
				cur, c.to = cur+s, c.to+2
				continue
			}
			if at(c.to+1) == "a" && (at(c.to+2) == "half" || at(c.to+2) == "quarter") {
				cur += 1 / ordinalFractions[at(c.to+2)]
				c.to += 3
				continue
			}
		}
		if l == "point" {
			if frac, to := spelledDecimals(ws, c.to+1); to > c.to+1 {
				cur, c.to = cur+frac, to
				continue
			}
		}
		break
	}
	c.lo = total + cur
	if d, ok := ordinalFractions[at(c.to)]; ok && c.to == i+1 && v < 20 && v >= 1 && (at(c.to) != "quarter" && at(c.to) != "fourth" || v == 1) && fractionHere(ws, c.to, v) {
		c.lo, c.to, c.fraction = v/d, c.to+1, true
	} else if at(c.to) == "-" && c.to == i+1 {
		if d, ok := ordinalFractions[at(c.to+1)]; ok && v < d {
			c.lo, c.to, c.fraction = v/d, c.to+2, true
		}
	}
	c.hi = c.lo
	return c
}

// fractionHere tells "two thirds of" from "one third-party" and "the one half".
func fractionHere(ws []word, at int, v float64) bool {
	d := ordinalFractions[ws[at].lower]
	return v < d && (strings.HasSuffix(ws[at].lower, "s") || v == 1) && (at+1 >= len(ws) || ws[at+1].text != "-")
}

func spelledDecimals(ws []word, i int) (frac float64, to int) {
	scale := 0.1
	for to = i; to < len(ws) && to < i+10; to++ {
		v, ok := numberWords[ws[to].lower]
		if !ok || v > 9 {
			break
		}
		frac, scale = frac+v*scale, scale/10
	}
	return frac, to
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
