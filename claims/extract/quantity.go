package extract

import (
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

// Measured reports that a unit says what the number is: money, a share, a time, a
// length; not that people or things are counted.
func (q Quantity) Measured() bool {
	return q.kind != noUnit && q.kind != unitCount || q.Unit == "percentage point" || q.Unit == "point"
}

// Money reports that the number is an amount of a currency.
func (q Quantity) Money() bool { return q.kind == unitMoney }

// Bounded reports that words beside the number say that it is not exact: "at least".
func (q Quantity) Bounded() bool {
	switch q.Range.Mod {
	case claims.Exact, claims.Between, claims.Plural:
		return false
	}
	return true
}

// Quantities returns the quantities of the text in order.
func (d *Doc) Quantities() []Quantity { return d.quantities.get(d.readQuantities) }

func (d *Doc) readQuantities() []Quantity {
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
		if _, ok := vagueWords[t.Lower]; ok || magnitudes[t.Lower] > 0 || t.Kind == Punct && vulgar[firstRune(t.Text)] > 0 || t.Kind == Word && numberHead(t.Lower) || ordinalFractions[t.Lower] > 0 {
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

// megaCodes are millions of a currency, as analysts write them: 30 MUSD.
var megaCodes = map[string]float64{"musd": 1e6, "meur": 1e6, "mgbp": 1e6, "maud": 1e6}

// ordinalBefore: the second half, the other half.
var ordinalBefore = set(`first second latter other third fourth last top bottom back northern southern eastern western`)

// Words of movement, general English of market and statistics reports.
var (
	risers = set(`up rose rise rises rising risen gained gain gains gaining increased increase increases increasing climbed climb climbs climbing jumped jump jumps surged surge surges surging soared soar soaring grew grow grows growing grown growth
		added advanced higher gained doubled tripled expanded accelerated rebounded improved improve hike raised raise raises raising rallied swelled ballooned skyrocketed more`)
	fallers = set(`down fell fall falls falling fallen lost lose loses dropped drop drops dropping declined decline declines declining slipped slip slips decreased decrease decreases shed slid slide sank sink plunged plunge tumbled tumble lower cut cuts
		reduced reduce reduces reducing losses eased dipped shrank shrunk shrink shrinks shrinking contracted plummeted plummet slumped slump halved lowered weakened retreated off`)
)

// change tells a level from a movement by the verb before the number or the
// adverb after it.
func (ln *line) change(n *number) claims.Change {
	if ln.low(n.a-1) == "from" {
		return claims.Level // fell from 1,400 to 90
	}
	for k := n.a - 1; k >= max(0, n.a-8); k-- {
		l := ln.low(k)
		switch {
		case (l == "dropped" || l == "shed" || l == "drop") && ln.measureOf(n):
			return claims.Level // the storm dropped 120 mm of rain
		case l == "more" || l == "added" && k < n.a-1:
		case risers[l]:
			return claims.Rose
		case fallers[l]:
			return claims.Fell
		}
		if l != "by" && l != "a" && l != "to" && l != "of" && l != "an" && l != "from" && l != "-" && l != "minus" && !strings.HasPrefix(ln.tag(k), "RB") && ln.numAt[k] == 0 && !isCurrencySign(firstRune(l)) && (l != "," || ln.low(k+1) != "to") && l != "%" && l != "per" && l != "cent" && l != "percent" {
			break
		}
	}
	for k := n.b; k < min(len(ln.ws), n.b+4); k++ {
		switch ln.low(k) {
		case "more":
			if ln.low(k+1) == "than" || ln.low(k-1) == "cent" || ln.low(k-1) == "%" || ln.low(k-1) == "percent" {
				return claims.Rose
			}
		case "fewer", "less":
			return claims.Fell
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

// measureOf: the number measures a substance: 120 mm of rain.
func (ln *line) measureOf(n *number) bool {
	return units[ln.low(n.to)].kind == unitMeasure && ln.low(n.to+1) == "of"
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
				if l := ln.low(c.a); c.b-c.a == 1 && (l == "i" || l == "we") {
					return "" // of whom speaks the words say enough
				}
				return ln.text(c.a, c.b)
			}
			break
		}
	}
	return ""
}
