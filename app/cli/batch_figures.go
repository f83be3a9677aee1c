package cli

import (
	"strings"
	"unicode"

	"stet/claims"
	"stet/claims/extract"
)

// extractFigure is a casualty figure in code points. An approximate figure has
// the number as written at both ends; its modifier says that it is one.
type extractFigure struct {
	Category    claims.Outcome  `json:"category"`
	Min         float64         `json:"min"`
	Max         *float64        `json:"max"`
	Modifier    claims.Modifier `json:"modifier"`
	Span        [2]int          `json:"span"`
	Population  string          `json:"population"`
	Cause       string          `json:"cause,omitempty"`
	Place       string          `json:"place"`
	Date        string          `json:"date"`
	DateEnd     string          `json:"date_end,omitempty"`
	Attribution string          `json:"attribution"`
	Cumulative  bool            `json:"cumulative"`
	Subset      bool            `json:"subset"`
	Additional  bool            `json:"additional"`
	Hedged      bool            `json:"hedged,omitempty"`
	Revised     bool            `json:"revised,omitempty"`
	Previous    *float64        `json:"previous"`
	Implied     bool            `json:"implied"`
	Rule        string          `json:"rule"`
	Confidence  float64         `json:"confidence"`
}

// extractQuantity is a quantity in code points; Value is a number or two.
type extractQuantity struct {
	Value   any      `json:"value"`
	Unit    string   `json:"unit"`
	Change  string   `json:"change"`
	Concept []string `json:"concept"`
	Span    [2]int   `json:"span"`
}

// extractEntity is a number, an amount or a date in code points.
type extractEntity struct {
	Span  [2]int `json:"span"`
	Value any    `json:"value"`
}

// extractNumbers is the part of an extract record that holds numbers.
type extractNumbers struct {
	Figures    []extractFigure    `json:"figures"`
	Quantities []extractQuantity  `json:"quantities"`
	Entities   []extractEntity    `json:"entities"`
	Totals     map[string]float64 `json:"totals"`
	Incident   extractIncident    `json:"incident"`
}

type extractIncident struct {
	Date     string `json:"date"`
	Location string `json:"location"`
}

// numbersOf gathers figures, quantities, totals and the incident of a text.
func numbersOf(d *extract.Doc, at *runes) extractNumbers {
	out := extractNumbers{Figures: []extractFigure{}, Quantities: []extractQuantity{}, Entities: []extractEntity{}, Totals: map[string]float64{}}
	for _, f := range d.Figures() {
		if f.Repeats && f.Implied {
			continue // told before: whoever adds figures up needs each once
		}
		out.Figures = append(out.Figures, figureRecord(f, at))
	}
	for _, q := range d.Quantities() {
		out.Quantities = append(out.Quantities, quantityRecord(q, at))
	}
	for _, n := range d.Numbers() {
		out.Entities = append(out.Entities, extractEntity{Span: at.span(n.Span), Value: n.Value})
	}
	for o, n := range d.Totals() {
		out.Totals[string(o)] = n
		if other, ok := otherNames[o]; ok {
			out.Totals[other] = n
		}
	}
	in := d.Incident()
	out.Incident = extractIncident(in)
	return out
}

// otherNames are the names some readers of these records use.
var otherNames = map[claims.Outcome]string{claims.Detained: "arrested", claims.Kidnapped: "abducted"}

func figureRecord(f extract.Figure, at *runes) extractFigure {
	r := extractFigure{Category: f.Outcome, Min: f.Range.Min, Modifier: f.Range.Mod, Span: at.span(f.Span), Population: f.Population, Cause: f.Cause, Place: f.Place,
		Date: f.Window.From, DateEnd: f.Window.To, Attribution: f.Attribution, Cumulative: f.Cumulative, Subset: f.Subset, Additional: f.Additional, Hedged: f.Hedged,
		Revised: f.Revised, Implied: f.Implied, Rule: f.Rule, Confidence: f.Confidence}
	if !f.Range.NoMax {
		r.Max = &f.Range.Max
	}
	if f.Range.Mod == claims.Approx {
		r.Min, r.Max = f.Value, &f.Value
	}
	if f.Previous != nil {
		r.Previous = &f.Previous.Min
	}
	return r
}

// conceptOf is the words of what is counted, in lower case, articles left out.
func conceptOf(of string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(of), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '\'' && r != '’'
	}) {
		switch w {
		case "the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "these", "those", "of":
		default:
			out = append(out, w)
		}
	}
	return out
}

func quantityRecord(q extract.Quantity, at *runes) extractQuantity {
	r := extractQuantity{Value: q.Low, Unit: q.Unit, Change: "=", Concept: []string{}, Span: at.span(q.Span)}
	if q.High > q.Low {
		r.Value = [2]float64{q.Low, q.High}
	}
	if r.Unit == "" {
		r.Unit = "-"
	}
	r.Concept = append(r.Concept, conceptOf(q.Of)...)
	switch q.Range.Mod {
	case claims.MoreThan, claims.AtLeast:
		r.Change = ">"
	case claims.LessThan, claims.AtMost:
		r.Change = "<"
	case claims.Approx:
		r.Change = "~"
	default:
		if q.Change != claims.Level {
			r.Change = string(q.Change)
		}
	}
	return r
}
