package extract

import (
	"math"
	"strings"
)

// unitOf names the unit of number k; end is the word after it.
func (ln *line) unitOf(k, end int) (string, unitKind, int) {
	n := &ln.nums[k]
	if n.currency >= 0 {
		return ln.currencyBefore(n), unitMoney, ln.perUnit(n.to)
	}
	i := n.to
	hyphen := ln.low(i) == "-"
	if hyphen && i+1 < len(ln.ws) {
		i++
	}
	if ln.roles[k] == anAge {
		return ln.ageUnit(n, i)
	}
	if br := ln.low(i); br == "(" || br == "[" || br == "{" || br == "<" {
		if u, ok := units[ln.low(i+1)]; ok && ln.bracketEnd(i+2) && u.kind == unitMeasure {
			return u.name, u.kind, i + 3
		}
	}
	w := ln.low(i)
	if w == "per" && ln.low(i+1) == "cent" {
		return "percentage", unitPercent, i + 2
	}
	if (w == "%" || w == "percent" || w == "per-cent" || w == "percentage" || w == "pct") && (ln.low(i+1) == "point" || ln.low(i+1) == "points") {
		return "percentage point", unitPercent, i + 2
	}
	if name, to, ok := ln.namedCurrency(i); ok {
		return ln.per(name, &to), unitMoney, to
	}
	if isCurrencySign(firstRune(w)) && i < len(ln.ws) {
		to := i + 1
		return ln.per(currencySigns[firstRune(w)], &to), unitMoney, to
	}
	if u, to, ok := ln.measureAt(i, n); ok {
		return ln.per(u.name, &to), u.kind, to
	}
	noun, to := ln.countedNoun(i)
	if noun == "" {
		return "", noUnit, end
	}
	if w := ln.low(to + 1); (ln.low(to) == "a" || ln.low(to) == "an" || ln.low(to) == "per") && units[w].kind == unitTime {
		return ln.per(noun, &to), unitCount, to // 12,000 passengers an hour
	}
	return noun, unitCount, to
}

func (ln *line) bracketEnd(i int) bool {
	switch ln.low(i) {
	case ")", "]", "}", ">":
		return true
	}
	return false
}

func (ln *line) ageUnit(n *number, i int) (string, unitKind, int) {
	u := strings.TrimSuffix(ln.low(i), "s")
	switch u {
	case "month", "week", "day", "year":
		to := i + 1
		for to < len(ln.ws) && (ln.low(to) == "-" || ln.low(to) == "old" || ln.low(to) == "olds" || ln.low(to) == "of" && ln.low(to+1) == "age" || ln.low(to) == "age") {
			to++
		}
		return u + " of age", unitTime, to
	}
	return "year of age", unitTime, n.b
}

// currencyBefore names the currency before a number: $, US$, EUR.
func (ln *line) currencyBefore(n *number) string {
	w := ln.low(n.currency)
	name := currencySigns[firstRune(w)]
	if name == "" {
		if name = currencyCodeName[w]; name == "" {
			name = units[w].name
		}
	} else if l := strings.TrimSuffix(ln.low(n.currency-1), "."); n.currency > 0 && n.a < n.currency && dollarOf[l] != "" {
		name = dollarOf[l]
	}
	to := n.to
	switch ln.low(to) {
	case "dollars", "dollar":
		to++
	}
	return ln.per(name, &to)
}

// namedCurrency reads "australian dollars", "us dollar", "pounds", "USD million".
func (ln *line) namedCurrency(i int) (string, int, bool) {
	country, k := "", i
	if a, ok := currencyAdjectives[ln.low(k)]; ok {
		country = a
		k++
	} else if (ln.low(k) == "hong" || ln.low(k) == "new") && currencyAdjectives[ln.low(k+1)] != "" {
		country = currencyAdjectives[ln.low(k+1)]
		k += 2
	} else if ln.low(k) == "sri" {
		country, k = "sri lankan", k+2
	}
	w := ln.low(k)
	u, ok := units[w]
	if !ok || u.kind != unitMoney || shortUnits[w] && w != "kip" && w != "try" || w == "mark" && country == "" || w == "marks" && strings.HasPrefix(ln.tag(k+1), "VB") {
		if currencyCodeName[w] != "" && w != "sh" && w != "rs." {
			return currencyCodeName[w], k + 1, true
		}
		return "", 0, false
	}
	name := u.name
	if country != "" {
		if _, whole := map[string]bool{"dollar": true, "pound": true, "peso": true, "franc": true, "rupee": true, "lira": true, "dinar": true, "shilling": true, "rial": true, "riyal": true, "krona": true, "krone": true, "real": true, "guilder": true, "markka": true, "mark": true, "koruna": true}[name]; whole {
			name = country + " " + name
		}
	} else if name == "pound" {
		name = "pound sterling"
		if ln.weighs(i) {
			return "pound-mass", k + 1, true
		}
	}
	return name, k + 1, true
}

// weighs: pounds are a weight unless money is spoken of.
func (ln *line) weighs(i int) bool {
	for w := max(0, i-12); w < min(len(ln.ws), i+8); w++ {
		switch ln.low(w) {
		case "weigh", "weighs", "weighed", "weighing", "weight", "heavy", "ton", "tons", "tonnes", "baby", "bomb", "explosives", "drop", "lost", "lose", "gained", "kilograms", "ounces":
			return true
		}
	}
	return false
}

// measureAt reads a unit of measure, time, percent, temperature or count.
func (ln *line) measureAt(i int, n *number) (unit, int, bool) {
	w := ln.low(i)
	if i < len(ln.ws) && ln.ws[i].text == "MB" {
		return unit{"megabyte", unitMeasure}, i + 1, true
	}
	two := w + " " + ln.low(i+1)
	switch {
	case i == n.to && n.digits && ln.celsius(i):
		return unit{"celsius", unitTemperature}, i + 1, true
	case ln.low(i) == "square" || ln.low(i) == "cubic":
		if u, ok := units[ln.low(i+1)]; ok && u.kind == unitMeasure {
			return unit{w + " " + u.name, unitMeasure}, i + 2, true
		}
	case two == "metric tons" || two == "metric ton" || two == "metric tonnes":
		return unit{"metric ton", unitMeasure}, i + 2, true
	case two == "light years":
		return unit{"light year", unitMeasure}, i + 2, true
	case two == "nautical miles":
		return unit{"nautical mile", unitMeasure}, i + 2, true
	case two == "basis points" || two == "basis point":
		return unit{"basis point", unitPercent}, i + 2, true
	}
	u, ok := units[w]
	if !ok || u.kind == unitMoney {
		return unit{}, 0, false
	}
	touching := i < len(ln.ws) && !ln.ws[i].space && i == n.to
	if shortUnits[w] && !touching && (!n.digits || len(w) > 2 || !ln.unitAlone(i)) {
		return unit{}, 0, false
	}
	if u.name == "degree" {
		switch next := ln.low(i + 1); {
		case next == "c" || units[next].name == "celsius":
			return unit{"celsius", unitTemperature}, i + 2, true
		case next == "f" || units[next].name == "fahrenheit":
			return unit{"fahrenheit", unitTemperature}, i + 2, true
		}
	}
	if sup := ln.low(i + 1); (sup == "²" || sup == "³") && !ln.ws[i+1].space {
		word := "square "
		if sup == "³" {
			word = "cubic "
		}
		return unit{word + u.name, unitMeasure}, i + 2, true
	}
	return u, i + 1, true
}

// celsius reports the degrees of "38C": a capital that touches the digits, after a
// word that says what was so warm and no name of what is numbered (Flat 4C).
func (ln *line) celsius(i int) bool {
	return i > 1 && i < len(ln.ws) && ln.ws[i].text == "C" && !ln.ws[i].space && ln.numAt[i-1] > 0 && ln.ws[i-1].space && !ln.upper(i-2)
}

// unitAlone: a unit of one or two letters after a space counts if no word
// follows that would make it one itself.
func (ln *line) unitAlone(i int) bool {
	switch ln.low(i) {
	case "in", "a", "pc", "pp", "\"", "ha", "mi", "ms", "pm":
		return false
	}
	t := ln.tag(i + 1)
	return i+1 >= len(ln.ws) || !strings.HasPrefix(t, "NN") || units[ln.low(i+1)].name != ""
}

// per extends a unit by "per share", "a year", "/h", "an hour".
func (ln *line) per(name string, to *int) string {
	k := *to
	switch ln.low(k) {
	case "-":
		if a := ln.low(k + 1); a != "a" && a != "an" && a != "per" {
			return name
		}
		k++
	case "/":
		if w := ln.low(k + 1); w == "h" || w == "s" { // km/h
			*to = k + 2
			return name + map[string]string{"h": " per hour", "s": " per second"}[w]
		}
		if u, ok := units[ln.low(k+1)]; ok && u.kind != unitMoney {
			*to = k + 2
			return name + " per " + u.name
		}
		return name
	}
	switch ln.low(k) {
	case "a", "an", "per", "each":
	default:
		return name
	}
	k++
	if ln.low(k) == "-" {
		k++
	}
	if next := ln.low(k + 1); next == "earlier" || next == "ago" || next == "later" || next == "before" {
		return name
	}
	w := ln.low(k)
	if w == "annum" {
		w = "year"
	}
	if u, ok := units[w]; ok && (u.kind == unitTime || u.kind == unitMeasure && len(w) > 2) {
		*to = k + 1
		return name + " per " + u.name
	}
	if perNouns[w] {
		*to = k + 1
		return name + " per " + singular(w)
	}
	return name
}

var perNouns = set(`share dozen barrel person head capita unit household night vote seat ounce gallon ton tonne bushel game day shift`)

func (ln *line) perUnit(to int) int {
	if ln.low(to) == "dollars" || ln.low(to) == "dollar" {
		to++
	}
	ln.per("", &to)
	return to
}

// countedNoun is the singular of the noun a number counts, with the nouns and
// adjectives before it: "fighter jet".
func (ln *line) countedNoun(i int) (string, int) {
	a := i
	for a < len(ln.ws) && (ln.low(a) == "of" && (ln.vagueBefore(a) || a == i && (ln.tag(a+1) == "DT" || ln.tag(a+1) == "PRP$")) || ln.tag(a) == "PRP$" && a > i || ln.low(a) == "more" || ln.low(a) == "other" || ln.low(a) == "additional" || ln.low(a) == "most" || ln.tag(a) == "DT" && a > i) {
		a++
	}
	k, last := a, -1
	for ; k < len(ln.ws) && k < a+5; k++ {
		t := ln.tag(k)
		switch {
		case (strings.HasPrefix(t, "NN") || people[ln.low(k)]) && ln.dateAt[k] == 0 && ln.numAt[k] == 0:
			if last >= 0 && ln.upper(k) && !ln.upper(last) {
				k = len(ln.ws)
				continue
			}
			last = k
			continue
		case strings.HasPrefix(t, "JJ") && last < 0, t == "VBN" && last < 0 && strings.HasPrefix(ln.tag(k+1), "NN"), t == "POS" && last == k-1:
			continue
		case ln.low(k) == "," && last < 0 && strings.HasPrefix(ln.tag(k-1), "JJ") && strings.HasPrefix(ln.tag(k+1), "JJ"):
			continue
		}
		break
	}
	if last < 0 {
		return "", i
	}
	var parts []string
	for w := a; w <= last; w++ {
		if ln.low(w) != "," {
			parts = append(parts, ln.low(w))
		}
	}
	parts[len(parts)-1] = singularCount(parts[len(parts)-1])
	return strings.Join(parts, " "), last + 1
}

// singularCount keeps "people", as statistics do.
func singularCount(w string) string {
	if w == "people" {
		return w
	}
	return singular(w)
}

func (ln *line) vagueBefore(i int) bool {
	return i > 0 && ln.numAt[i-1] > 0 && ln.nums[ln.numAt[i-1]-1].vague
}

// smallChange joins "3 dollars 50 cents", "15 dollars and 15", "15 USD 50".
func (ln *line) smallChange(k int, v float64, end int) (float64, int) {
	if k+1 >= len(ln.nums) || ln.nums[k].ranged || v != math.Trunc(v) {
		return v, end
	}
	m := &ln.nums[k+1]
	i := end
	if ln.low(i) == "and" {
		i++
	}
	if m.a != i || m.lo != m.hi || m.lo >= 100 || m.lo != math.Trunc(m.lo) || m.currency >= 0 || m.fraction {
		return v, end
	}
	next := ln.low(m.to)
	switch {
	case units[next].name == "cent" || units[next].name == "penny":
		return v + m.lo/100, m.to + 1
	case ln.nums[k].currency >= 0 && i == end:
		return v, end
	case m.to >= len(ln.ws) || next == "." || next == "," && i > end || next == "more":
		return v + m.lo/100, m.to
	}
	return v, end
}
