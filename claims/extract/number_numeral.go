package extract

import (
	"slices"
	"strings"

	"stet/index/source"
)

// Numeral is a number, an amount or a date as it is written.
type Numeral struct {
	Span  source.Span
	Value any // float64, or for a date the day, month or year as claims.Window; nil if it is not resolved
	// Ordinal tells the third from three.
	Ordinal bool
}

// Numbers returns the numbers and the dates of the text in order: amounts with
// their units, counts without their nouns and modifiers.
func (d *Doc) Numbers() []Numeral {
	var out []Numeral
	var ln line
	ln.base = d.dateline()
	for i := range d.Sentences {
		if !d.mayMeasure(i) && !d.mayDate(i) {
			continue
		}
		ln.read(d, i)
		at, start := 0, len(out)
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
		n := len(out)
		for w := range ln.ws {
			if x, ok := ln.ordinal(w); ok {
				out = append(out, x)
			}
		}
		if len(out) > n {
			slices.SortStableFunc(out[start:], func(a, b Numeral) int { return a.Span.Start - b.Span.Start })
		}
	}
	return out
}

// mayDate is a cheap look at a sentence: does it hold a word that a date or an
// ordinal can begin with?
func (d *Doc) mayDate(i int) bool {
	s := d.Sentences[i]
	for k := s.A; k < s.B; k++ {
		l := strings.TrimSuffix(d.Tokens[k].Lower, ".")
		if _, ok := ordinalOf(l); ok || dateStarts[l] && l != "a" && l != "an" && l != "the" || l == "weekend" || l == "ago" || l == "earlier" || l == "before" {
			return true
		}
	}
	return false
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
	ordinal := n.digits && b == n.to && ordinalSuffix[ln.low(b)] && !ln.ws[b].space
	if ordinal {
		b++
	}
	return Numeral{Span: ln.bytes(a, min(b, len(ln.ws))), Value: v, Ordinal: ordinal}, true
}
