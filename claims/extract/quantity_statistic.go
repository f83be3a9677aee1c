package extract

import (
	"stet/claims"
)

// unitSymbols shorten the commonest unit names for people.
var unitSymbols = map[string]string{"percentage": "%", "dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "japanese yen": "JPY", "chinese yuan": "CNY", "swiss franc": "CHF", "indian rupee": "INR",
	"australian dollar": "AUD", "canadian dollar": "CAD", "hong kong dollar": "HKD", "ruble": "RUB", "hryvnia": "UAH", "turkish lira": "TRY", "kilometre": "km", "metre": "m", "centimetre": "cm", "millimetre": "mm",
	"kilogram": "kg", "gram": "g", "metric ton": "t", "square kilometre": "km²", "square metre": "m²", "kilometre per hour": "km/h", "mile per hour": "mph", "celsius": "°C", "fahrenheit": "°F", "year of age": "years old", "count": "times"}

// Statistics returns the quantities of the text that are no casualty figures, in
// order. English only; see Limits.
func (d *Doc) Statistics() []Statistic {
	return d.statistics.get(func() []Statistic {
		if !d.readsEnglish() {
			return nil
		}
		figs := d.Figures()
		var out []Statistic
		at := 0
		for _, q := range d.Quantities() {
			for at < len(figs) && figs[at].Span.End <= q.Span.Start {
				at++
			}
			if taken(figs, at, q) {
				continue
			}
			out = append(out, q.statistic(d))
		}
		return out
	})
}

// taken reports that a figure from index at on covers the number of q.
func taken(figs []Figure, at int, q Quantity) bool {
	for i := max(0, at-4); i < len(figs) && figs[i].Span.Start < q.Span.End; i++ {
		if figs[i].Span.Start <= q.Number.Start && q.Number.End <= figs[i].Span.End {
			return true
		}
	}
	return false
}

// Confidence of a statistic by what tells its unit.
const (
	sureUnit  = 0.9 // money, percent, a unit of measure
	sureCount = 0.75
	sureBare  = 0.4 // nothing says what is counted
)

func (q Quantity) statistic(d *Doc) Statistic {
	s := Statistic{Span: q.Span, Sentence: q.Sentence, Rule: "unit", Confidence: sureUnit}
	s.Statistic = claims.Statistic{Words: d.Text[q.Span.Start:q.Span.End], Range: q.Range, Unit: q.Unit, Of: q.Of, Change: q.Change, Place: q.place, Window: q.dates}
	if sym, ok := unitSymbols[q.Unit]; ok {
		s.Unit = sym
	}
	if !q.by.Empty() {
		s.Attribution = d.Text[q.by.Start:q.by.End]
	}
	switch q.kind {
	case unitCount:
		s.Rule, s.Confidence = "count", sureCount
	case noUnit:
		s.Rule, s.Confidence = "number", sureBare
	}
	return s
}
