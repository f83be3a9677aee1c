package extract

import (
	"math"
	"strings"

	"stet/claims"
)

// numbersIn finds the numbers of a sentence with their modifiers, in order; no
// two overlap. Years, ages and dates are among them: see numberRole.
func numbersIn(ws []word, out []number) []number {
	floor := 0 // modifiers may not reach back into the number before
	for i := 0; i < len(ws); {
		c, ok := cardinalAt(ws, i)
		if !ok {
			c, ok = asMany(ws, i, out)
		}
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

// asMany reads "three were killed and as many injured": the number before, again.
func asMany(ws []word, i int, before []number) (cardinal, bool) {
	if len(before) == 0 || ws[i].lower != "as" || i+2 >= len(ws) || ws[i+1].lower != "many" || ws[i+2].lower == "as" {
		return cardinal{}, false
	}
	c := before[len(before)-1].cardinal
	if c.fraction || c.vague {
		return cardinal{}, false
	}
	c.from, c.to, c.digits = i, i+2, false
	return c, true
}

// readRange joins "10 to 15", "10–15", "between 10 and 15", "two or three". A dash
// joins digits to digits or words to words; after the day of a dateline it ends that.
func readRange(ws []word, n *number) {
	if n.to >= len(ws)-1 {
		return
	}
	sep := ws[n.to].lower
	prev := ""
	if n.from > 0 {
		prev = ws[n.from-1].lower
	}
	if n.from > 1 && isCurrencySign(firstRune(prev)) {
		prev = ws[n.from-2].lower
	}
	tight := sep == "-" || sep == "–" || sep == "—" || sep == "−"
	switch {
	case tight && ws[n.to].space != ws[n.to+1].space, tight && prev == "-":
		return
	case tight, sep == "or":
	case sep == "to" && prev != "from" && prev != "to" && !risers[prev] && !fallers[prev]:
	case sep == "and" && prev == "between":
	default:
		return
	}
	k := n.to + 1
	if isCurrencySign(firstRune(ws[k].text)) && k+1 < len(ws) {
		k++
	}
	m, ok := cardinalAt(ws, k)
	if tight && (ok && m.digits != n.digits || ws[n.to].space && startsDateline(ws, n.from)) {
		return
	}
	if ok && prev == "between" && m.hi < n.lo && m.digits == n.digits && !m.fraction && !n.fraction && !isYear(ws, m) { // between 20 and 10
		n.lo, n.hi, m.lo, m.hi = m.lo, m.hi, n.lo, n.hi
	}
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

// startsDateline reports that the number at word i is the day in "NORRBY, Oct 15 - ":
// a month before it, and a place in capitals at the beginning.
func startsDateline(ws []word, i int) bool {
	if i == 0 || i > maxDateline || monthNumbers[strings.TrimSuffix(ws[i-1].lower, ".")] == 0 {
		return false
	}
	first := ws[0].text
	return len(first) > 2 && strings.ToUpper(first) == first && strings.ToLower(first) != first
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
		if ws[k].lower == "of" && m.lo > 10 && math.Mod(m.lo, 10) != 0 {
			n.outOf = m.lo // nobody gives a rate per 52
		}
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
		if !ok || m.does == moreThan && spatialOver(ws, n) || m.words[0] == "c." && ws[n.a-1].text == "C." {
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

// spatialOver reports that the word before the number, "over" or "above", tells where:
// a verb of motion or looking before it ("walked over 12 graves"), or a determiner
// after it, which a bound never has ("over the six piers").
func spatialOver(ws []word, n *number) bool {
	k := n.a - 1
	if pointsOut[ws[n.a].lower] {
		return (ws[k].lower == "over" || ws[k].lower == "above") && (n.to >= len(ws) || ws[n.to].lower != "mark")
	}
	return k > 0 && ws[k].lower == "over" && looksOver[ws[k-1].lower]
}

// pointsOut are the determiners of what is known already.
var pointsOut = set(`the these those his her its their our my`)

// looksOver are verbs whose "over" is a direction. "Ran over 20 people" and "flew over
// 300 sorties" may be either and stay out.
var looksOver = set(`look looks looked looking gaze gazes gazed gazing tower towers towered towering loom looms loomed looming hover hovers hovered hovering
 climb climbs climbed climbing step steps stepped stepping leap leaps leapt leaping preside presides presided presiding watch watches watched watching`)

// halfMagnitude reports "half a million": a round figure, approximate by nature.
func (n number) halfMagnitude(ws []word) bool {
	return ws[n.from].lower == "half" && n.lo >= 1000
}

func isYear(ws []word, c cardinal) bool {
	return c.digits && c.to == c.from+1 && len(ws[c.from].text) == 4 && c.lo >= 1000 && c.lo <= 2100
}
