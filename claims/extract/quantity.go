package extract

import (
	"math"
	"strings"

	"stet/claims"
	"stet/index/source"
)

// Quantity is any number that measures or counts something, casualties among
// them. Dates, years, times, labels and ordinals are none.
type Quantity struct {
	Span     source.Span // modifiers, number and unit
	Number   source.Span // the number alone
	Sentence source.Span
	Low      float64 // as written, before modifiers; High above it for a written range
	High     float64
	Range    claims.Interval
	Unit     string        // singular, lower-case: "percentage", "dollar", "year of age", "people"; "" none
	Of       string        // what is counted or measured, as written
	Change   claims.Change // rose to, fell by
	Vague    bool          // dozens, thousands: Low is the smallest number the word names

	kind  unitKind
	place string
	dates claims.Window
	by    source.Span
}

// Quantities returns the quantities of the text in order.
func (d *Doc) Quantities() []Quantity {
	var out []Quantity
	var ln line
	ln.base = d.dateline()
	for i := range d.Sentences {
		if !d.mayMeasure(i) {
			continue
		}
		ln.read(d, i)
		chunked := false
		for k := range ln.nums {
			if len(out) > 0 && ln.ws[ln.nums[k].from].start < out[len(out)-1].Span.End {
				continue // cents a dozen, 3 dollars 50
			}
			if q, ok := ln.quantity(k); ok {
				if !chunked {
					ln.chunk()
					chunked = true
				}
				ln.describeQuantity(&q, k)
				out = append(out, q)
			}
		}
	}
	return out
}

// mayMeasure is a cheap look at a sentence: does it hold a number at all?
func (d *Doc) mayMeasure(i int) bool {
	s := d.Sentences[i]
	for k := s.A; k < s.B; k++ {
		t := &d.Tokens[k]
		if t.Kind == Num || t.Tag == "CD" {
			return true
		}
		if _, ok := smallNumber(t.Lower); ok {
			return true
		}
		if _, ok := vagueWords[t.Lower]; ok || magnitudes[t.Lower] > 0 || t.Kind == Punct && vulgar[firstRune(t.Text)] > 0 || t.Kind == Word && numberHead(t.Lower) || t.Lower == "half" || t.Lower == "quarter" {
			return true
		}
	}
	return false
}

// vagueValues are the smallest numbers that plural magnitudes name; other vague
// words (several, few, many) name none and are no quantities.
var vagueValues = map[string]float64{"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 1e6, "billions": 1e9, "tens": 10}

// quantity reads number k as a quantity.
func (ln *line) quantity(k int) (Quantity, bool) {
	n := &ln.nums[k]
	q := Quantity{Low: n.lo, High: n.hi, Range: n.rng, Vague: n.vague}
	switch ln.roles[k] {
	case inDate, label:
		return q, false
	case pronoun:
		return q, false
	}
	if n.vague && !n.ranged {
		v, ok := vagueValues[ln.low(n.from)]
		if !ok {
			return q, false
		}
		for w := n.from + 1; w < n.to; w++ {
			if m := max(pluralMagnitude[ln.low(w)], magnitudes[ln.low(w)]); m > 1 {
				v *= m
			}
		}
		q.Low, q.High = v, v
	}
	if n.fraction && n.a == n.from && ordinalBefore[ln.low(n.from-1)] {
		return q, false // the second half
	}
	if n.lo == 1 && n.hi == 1 && !n.digits && ln.roles[k] == counting && !ln.countsOne(n) {
		return q, false
	}
	if ln.negative(n) {
		q.Low, q.High = -q.High, -q.Low
		q.Range.Min, q.Range.Max = -q.Range.Max, -q.Range.Min
	}
	end := n.b
	q.Unit, q.kind, end = ln.unitOf(k, end)
	if q.kind == unitMoney {
		q.Low, end = ln.smallChange(k, q.Low, end)
		if q.High < q.Low || !n.ranged {
			q.High = q.Low
		}
	}
	if by := megaCodes[ln.low(n.to)]; by > 0 || n.currency >= 0 && megaCodes[ln.low(n.currency)] > 0 {
		q.Low, q.High = q.Low*1e6, q.High*1e6
		q.Range.Min, q.Range.Max = q.Range.Min*1e6, q.Range.Max*1e6
	}
	q.Span, q.Number, q.Sentence = ln.bytes(n.a, max(end, n.b)), ln.bytes(n.from, n.to), ln.d.Sentences[ln.index].Span
	if n.currency >= 0 {
		q.Number.Start = min(q.Number.Start, ln.ws[n.currency].start)
	}
	q.Change = ln.change(n)
	return q, true
}

// countsOne tells "one dealer" from "one wonders".
func (ln *line) countsOne(n *number) bool {
	if ln.low(n.to) == "-" && units[ln.low(n.to+1)].name != "" {
		return true
	}
	next := ln.tag(n.to)
	return strings.HasPrefix(next, "NN") || strings.HasPrefix(next, "JJ") && strings.HasPrefix(ln.tag(n.to+1), "NN") || ln.low(n.to) == "of"
}

// negative: a minus sign that is no hyphen and no range.
func (ln *line) negative(n *number) bool {
	i := n.from - 1
	if i < 0 || !n.digits {
		return ln.low(i) == "minus"
	}
	switch s := ln.ws[i].text; s {
	case "-", "−":
		return (i == 0 || ln.ws[i].space) && (!ln.ws[n.from].space || s == "−" || units[ln.low(n.to)].name == "degree")
	}
	return ln.low(i) == "minus"
}

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

// megaCodes are millions of a currency, as analysts write them: 30 MUSD.
var megaCodes = map[string]float64{"musd": 1e6, "meur": 1e6, "mgbp": 1e6, "maud": 1e6}

// ordinalBefore: the second half, the other half.
var ordinalBefore = set(`first second latter other third fourth last top bottom back northern southern eastern western`)

// Words of movement, general English of market and statistics reports.
var (
	risers = set(`up rose rise rises rising risen gained gain gains gaining increased increase increases increasing climbed climb climbs climbing jumped jump jumps surged surge surges surging soared soar soaring grew grow grows growing grown growth
		added advanced higher gained doubled tripled expanded accelerated rebounded improved improve hike raised raise raises raising rallied swelled ballooned skyrocketed more`)
	fallers = set(`down fell fall falls falling fallen lost lose loses dropped drop drops dropping declined decline declines declining slipped slip slips decreased decrease decreases shed slid slide sank sink plunged plunge tumbled tumble lower cut cuts
		reduced reduce reduces reducing losses eased dipped shrank shrunk contracted plummeted plummet slumped slump halved lowered weakened retreated off`)
)

// change tells a level from a movement by the verb before the number or the
// adverb after it.
func (ln *line) change(n *number) claims.Change {
	for k := n.a - 1; k >= max(0, n.a-5); k-- {
		l := ln.low(k)
		switch {
		case l == "more" || l == "added" && k < n.a-1:
		case risers[l]:
			return claims.Rose
		case fallers[l]:
			return claims.Fell
		}
		if l != "by" && l != "a" && l != "to" && l != "of" && l != "an" && l != "from" && l != "-" && l != "minus" && !strings.HasPrefix(ln.tag(k), "RB") && ln.numAt[k] == 0 && l != "%" && l != "per" && l != "cent" && l != "percent" {
			break
		}
	}
	for k := n.b; k < min(len(ln.ws), n.b+4); k++ {
		switch ln.low(k) {
		case "increase", "rise", "jump", "gain", "higher", "growth", "hike":
			return claims.Rose
		case "decrease", "drop", "decline", "fall", "lower", "cut", "reduction", "loss":
			return claims.Fell
		case ",", ".", "and", "of", "in":
			return claims.Level
		}
	}
	return claims.Level
}

// describeQuantity says what is counted or measured, where, when and by whom.
func (ln *line) describeQuantity(q *Quantity, k int) {
	n := &ln.nums[k]
	f := &finding{counted: counted{a: n.a, b: n.b, num: k}, sentence: ln.index, trigger: min(n.to, len(ln.ws)-1)}
	q.Of = ln.measured(q, n)
	q.place, q.dates = ln.place(f), ln.window(f)
	if by, ok := ln.attribution(f); ok {
		q.by = by
	}
}

// measured is the noun counted, what a share is taken of, else the subject of
// the clause.
func (ln *line) measured(q *Quantity, n *number) string {
	i := ln.chunkAtWord(n.from)
	if q.kind == unitCount {
		c := &ln.chunks[i]
		if c.kind == chunkNoun && c.head >= n.b {
			return ln.text(max(n.b, c.a), c.head+1)
		}
		if j := ln.of(i); j >= 0 {
			return ln.text(ln.chunks[j].a, ln.chunks[j].b)
		}
		return q.Unit
	}
	for j := i; j < len(ln.chunks) && j < i+3; j++ {
		if ln.kind(j) == chunkPrep && (ln.word0(j) == "of" || ln.word0(j) == "in") && ln.kind(j+1) == chunkNoun && ln.chunks[j].a >= n.to && ln.dateAt[ln.chunks[j+1].a] == 0 {
			return ln.text(ln.chunks[j+1].a, ln.chunks[j+1].b)
		}
	}
	for j := i - 1; j >= 0 && i-j < 8; j-- {
		if ln.kind(j) == chunkStop {
			break
		}
		if ln.kind(j) == chunkVerb {
			if s := ln.subject(j); len(s) > 0 {
				c := &ln.chunks[s[0]]
				return ln.text(c.a, c.b)
			}
			break
		}
	}
	return ""
}

// Numeral is a number, an amount or a date as it is written.
type Numeral struct {
	Span  source.Span
	Value any // float64, or for a date the day, month or year as claims.Window; nil if it is not resolved
}

// Numbers returns the numbers and the dates of the text in order: amounts with
// their units, counts without their nouns and modifiers.
func (d *Doc) Numbers() []Numeral {
	var out []Numeral
	var ln line
	ln.base = d.dateline()
	for i := range d.Sentences {
		ln.read(d, i)
		at := 0
		for k := range ln.nums {
			for at < len(ln.dates) && ln.dates[at].a <= ln.nums[k].from {
				out = append(out, ln.dateNumeral(at))
				at++
			}
			if ln.dateAt[ln.nums[k].from] > 0 {
				continue
			}
			if len(out) > 0 && ln.ws[ln.nums[k].from].start < out[len(out)-1].Span.End {
				continue
			}
			if n, ok := ln.numeral(k); ok {
				out = append(out, n)
			}
		}
		for ; at < len(ln.dates); at++ {
			out = append(out, ln.dateNumeral(at))
		}
	}
	return out
}

func (ln *line) dateNumeral(k int) Numeral {
	x := &ln.dates[k]
	n := Numeral{Span: ln.bytes(x.a, x.b)}
	if p := ln.low(x.a); p == "on" || p == "in" || p == "at" || p == "during" || p == "the" {
		n.Span.Start = ln.ws[min(x.core, x.b-1)].start
	}
	if w := x.window(""); w.From != "" || w.To != "" {
		n.Value = w
	}
	return n
}

// numeral is number k with its unit, if it has one.
func (ln *line) numeral(k int) (Numeral, bool) {
	n := &ln.nums[k]
	if n.vague || ln.roles[k] == pronoun {
		return Numeral{}, false
	}
	v := n.lo
	a, b := n.from, n.to
	if ln.negative(n) {
		v = -v
		a--
	}
	if ln.roles[k] != label {
		switch _, kind, end := ln.unitOf(k, n.to); kind {
		case unitMoney, unitPercent, unitMeasure, unitTemperature, unitTime:
			b = max(b, end)
			if n.currency >= 0 {
				a = min(n.a, n.currency)
				if a < n.currency-1 {
					a = n.currency
				}
			}
		}
	}
	return Numeral{Span: ln.bytes(a, min(b, len(ln.ws))), Value: v}, true
}
