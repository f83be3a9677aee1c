package extract

import (
	"strings"
	"unicode/utf8"

	"stet/claims"
)

// splitWord appends w to out, taken apart if it starts with a digit or with a
// number word before a hyphen: "12-year-old" → 12 - year - old, "$3.4bn" → $ 3.4
// bn, "10–15" → 10 – 15. Words such as "F-16" and "COVID-19" stay whole.
func splitWord(w word, out []word) []word {
	first, n := utf8.DecodeRuneInString(w.text)
	_, digit := digitValue(first)
	switch {
	case digit, vulgar[first] != 0, first == '.' && len(w.text) > 1 && w.text[1] >= '0' && w.text[1] <= '9':
	case isCurrencySign(first) && len(w.text) > n:
	case strings.IndexByte(w.text, '-') > 0 && numberHead(w.lower):
	case codeBeforeDigits(w.lower):
	default:
		return append(out, w)
	}
	for at := 0; at < len(w.text); {
		size := pieceSize(w.text[at:])
		p := w
		p.text, p.start, p.end = w.text[at:at+size], w.start+at, w.start+at+size
		p.lower = strings.ToLower(p.text)
		p.space = w.space && at == 0
		if at > 0 && p.tag != "CD" {
			p.tag = pieceTag(p.text, w.tag)
		}
		out = append(out, p)
		at += size
	}
	return out
}

// codeBeforeDigits: USD115, EUR20.
func codeBeforeDigits(lower string) bool {
	for n := 2; n <= 4 && n < len(lower); n++ {
		if lower[n] >= '0' && lower[n] <= '9' {
			return currencyCodes[lower[:n]] && n >= 3
		}
	}
	return false
}

// pieceTag is the tag of a piece of a compound number: its number is a CD, its
// words are nouns, whatever the compound was tagged.
func pieceTag(s, whole string) string {
	r, _ := utf8.DecodeRuneInString(s)
	_, digit := digitValue(r)
	switch {
	case digit:
		return "CD"
	case !isLetter(r):
		return ":"
	case numberWords[s] > 0:
		return "CD"
	}
	if whole == "CD" || whole == "JJ" {
		return "NN"
	}
	return whole
}

// pieceSize is the length of the first piece of a compound.
func pieceSize(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if _, size, _ := readLiteral(s); size > 0 {
		return size
	}
	if !isLetter(r) {
		return n
	}
	if len(s) > 3 && codeBeforeDigits(strings.ToLower(s[:min(len(s), 5)])) {
		return 3
	}
	for n < len(s) {
		r, w := utf8.DecodeRuneInString(s[n:])
		if _, d := digitValue(r); !isLetter(r) && !d && r != '.' && r != '\'' && r != '’' && r != '²' && r != '³' {
			break
		}
		n += w
	}
	return n
}

// numberHead reports whether a hyphenated word starts with a number word and is
// not a number as a whole.
func numberHead(lower string) bool {
	head, rest, _ := strings.Cut(lower, "-")
	if head == "half" && strings.HasPrefix(rest, "dozen") {
		return true
	}
	v, ok := numberWords[head]
	if !ok {
		return magnitudes[head] > 0 && len(head) > 3
	}
	if next, isNum := numberWords[rest]; isNum && v >= 20 && next < 10 {
		return false // twenty-three
	}
	return true
}

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
	if v, ok := vagueWords[w.lower]; ok && !degree(ws, i) {
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
		return c, false
	}
	if d, ok := ordinalFractions[n]; ok && l == "a" && at(i+2) == "of" {
		c.lo, c.hi, c.to, c.fraction = 1/d, 1/d, i+2, true
		return c, true
	}
	if v, ok := vagueWords[n]; ok && (n == "couple" || n == "few" || n == "handful") && l != "the" {
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

// numbersIn finds the numbers of a sentence with their modifiers, in order; no
// two overlap. Years, ages and dates are among them: see numberRole.
func numbersIn(ws []word, out []number) []number {
	floor := 0 // modifiers may not reach back into the number before
	for i := 0; i < len(ws); {
		c, ok := cardinalAt(ws, i)
		if !ok {
			i++
			continue
		}
		n := number{cardinal: c, a: c.from, b: c.to, currency: -1}
		readRange(ws, &n)
		readRatio(ws, &n)
		readCurrency(ws, &n, floor)
		readModifiers(ws, &n, floor)
		out = append(out, n)
		i, floor = max(n.to, n.b), max(n.to, n.b)
	}
	return out
}

// readRange joins "10 to 15", "10–15", "between 10 and 15", "two or three".
func readRange(ws []word, n *number) {
	if n.to >= len(ws)-1 {
		return
	}
	sep := ws[n.to].lower
	prev := ""
	if n.from > 0 {
		prev = ws[n.from-1].lower
	}
	tight := sep == "-" || sep == "–" || sep == "—" || sep == "−"
	switch {
	case tight && ws[n.to].space != ws[n.to+1].space, tight && prev == "-":
		return
	case tight, sep == "or":
	case sep == "to" && prev != "from" && prev != "to":
	case sep == "and" && prev == "between":
	default:
		return
	}
	k := n.to + 1
	if isCurrencySign(firstRune(ws[k].text)) && k+1 < len(ws) {
		k++
	}
	m, ok := cardinalAt(ws, k)
	if !ok || m.hi < n.lo || m.hi == n.lo || m.fraction != n.fraction && !n.digits || m.vague != n.vague && !m.vague {
		if !ok || !n.digits || m.hi*1000 < n.lo || magnitudeOf(ws, m) == 1 {
			return
		}
	}
	if sep == "or" && m.hi > n.lo*3+3 || m.to < len(ws) && ws[m.to].text == "-" && tight && !ws[m.to].space {
		return
	}
	if n.digits && n.to == n.from+1 { // 2 to 3 million
		if by := magnitudeOf(ws, m); by > 1 && n.lo < 1000 && m.hi > n.lo*by {
			n.lo *= by
		}
	}
	if m.hi <= n.lo || isYear(ws, n.cardinal) && isYear(ws, m) {
		return
	}
	n.hi, n.to, n.ranged, n.vague = m.hi, m.to, true, n.vague || m.vague
	n.b = n.to
	if sep == "and" {
		n.a--
	}
}

// magnitudeOf is the multiplier written after the digits of c, 1 if none.
func magnitudeOf(ws []word, c cardinal) float64 {
	by := 1.0
	for k := c.from + 1; k < c.to; k++ {
		if m, ok := magnitudeAt(ws, k, true); ok {
			by *= m
		}
	}
	return by
}

// readRatio turns "one in five" and "3 out of 10" into a fraction.
func readRatio(ws []word, n *number) {
	k := n.to
	if n.ranged || n.vague || k+1 >= len(ws) {
		return
	}
	switch {
	case ws[k].lower == "in" || ws[k].lower == "out" && ws[k+1].lower == "of" && k+2 < len(ws):
		if ws[k].lower == "out" {
			k++
		}
	default:
		return
	}
	if m, ok := cardinalAt(ws, k+1); ok && n.lo >= 1 && n.lo < m.lo && m.lo <= 1000 && !m.ranged && (ws[k].lower == "of" || !isYear(ws, m) && m.lo <= 100 && n.lo <= 9) && (m.to == len(ws) || !isTimeUnit(ws[m.to].lower)) {
		n.lo /= m.lo
		n.hi, n.to, n.fraction = n.lo, m.to, true
		n.b = n.to
	}
}

// readCurrency takes in a currency sign or code before the number.
func readCurrency(ws []word, n *number, floor int) {
	if n.a <= floor || n.a != n.from {
		if n.a != n.from-1 { // "between $10 and $15" already took the word before
			return
		}
	}
	k := n.from - 1
	if k < floor || k < 0 {
		return
	}
	if !isCurrencySign(firstRune(ws[k].text)) && !currencyCodes[ws[k].lower] {
		return
	}
	n.currency = k
	n.a = min(n.a, k)
	// US$, A$, usd$; a lone letter is a word unless it touches the sign
	if k > floor && isCurrencySign(firstRune(ws[k].text)) && dollarOf[strings.TrimSuffix(ws[k-1].lower, ".")] != "" &&
		(!ws[k].space && ws[k-1].text != "a" || len(ws[k-1].lower) > 1 || ws[k-1].lower == "c") {
		n.a = min(n.a, k-1)
	}
	if n.a > floor && ws[n.a-1].lower == "between" && n.ranged {
		n.a--
	}
}

// readModifiers takes in the words that bound the number, on both sides.
func readModifiers(ws []word, n *number, floor int) {
	does := unbound
	take := func(b bound) {
		if b == additional {
			n.additional = true
		} else if does == unbound || does == exactly || does == about && b != exactly {
			does = b
		}
	}
	for range 3 {
		m, ok := modifierBefore(ws[floor:], n.a-floor)
		if !ok {
			break
		}
		n.a -= len(m.words)
		take(m.does)
	}
	if m, ok := modifierAfter(ws, n.b); ok {
		n.b += len(m.words)
		take(m.does)
	}
	if n.b < len(ws) {
		switch ws[n.b].lower {
		case "more", "others", "other", "additional", "further", "extra":
			if n.b+1 >= len(ws) || ws[n.b+1].lower != "than" {
				n.additional = true
			}
		}
	}
	n.rng = rangeOf(n.cardinal, does)
	if does == unbound && n.halfMagnitude(ws) {
		n.rng.Mod = claims.Approx
	}
}

// halfMagnitude reports "half a million": a round figure, approximate by nature.
func (n number) halfMagnitude(ws []word) bool {
	return ws[n.from].lower == "half" && n.lo >= 1000
}

func isYear(ws []word, c cardinal) bool {
	return c.digits && c.to == c.from+1 && len(ws[c.from].text) == 4 && c.lo >= 1000 && c.lo <= 2100
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
