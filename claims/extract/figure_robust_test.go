package extract

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"stet/index/source"
)

// numerals runs everything this part of the package reads.
func numerals(text string) *Doc {
	d := Analyse(text, Meta{Date: thursday, Lang: "xx"}) // no quotes: they are tested on their own
	d.figures.get(d.readFigures)                         // whatever the language
	d.Quantities()
	d.Numbers()
	d.Totals()
	d.Incident()
	return d
}

func TestHostileNumbersTakeLinearTime(t *testing.T) {
	for name, text := range map[string]string{
		"one sentence of figures": strings.Repeat("12 people killed and 3 wounded ", 40_000),
		"a list of victims":       strings.Repeat("a man, a woman and ", 60_000) + "a child were killed.",
		"insertions":              strings.Repeat(", including three children, ", 60_000) + "were killed",
		"numbers":                 strings.Repeat("1,200 ", 200_000),
		"ranges":                  strings.Repeat("10–", 200_000),
		"number words":            strings.Repeat("one hundred and ", 100_000),
		"sentences":               strings.Repeat("At least 12 people were killed in Harn on Monday. ", 20_000),
		"brackets":                "killed " + strings.Repeat("(", 200_000),
		"of":                      "the killing " + strings.Repeat("of two ", 100_000),
		"months":                  strings.Repeat("May 12 ", 100_000),
	} {
		start := time.Now()
		numerals(text)
		if took := time.Since(start); took > 15*time.Second {
			t.Errorf("%s: %v for %d bytes", name, took.Round(time.Millisecond), len(text))
		}
	}
}

func FuzzFigures(f *testing.F) {
	for _, s := range []string{
		"At least 12 people, including three children, were killed in Harn on Monday.", "The toll rose from 12 to 1,200.", "10–15 killed", "½ dead", "1\u202f234 dead",
		"“12” killed", "12 killed, 3 (4) dead", "killed of of", "who were killed", "and killed and", ", , killed", "one in five", "$3bn 40c", "١٢ killed", "\xff12 killed\xfe",
		"between 3 and killed", "no one no one", "'s killing", "the the killing of", "2025-04-17 killed", "US$12-a-share", "half a", "a", "", "the 2nd 3rd killed",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 8000 {
			return
		}
		d := numerals(text)
		check := func(what string, sp, in source.Span) {
			if sp.Start < 0 || sp.Start > sp.End || sp.End > len(text) || utf8.ValidString(text) && !sp.Fits(text) {
				t.Fatalf("%s %v does not fit %q", what, sp, text)
			}
			if !in.Empty() && (sp.Start < in.Start || sp.End > in.End) {
				t.Fatalf("%s %v is outside its sentence %v of %q", what, sp, in, text)
			}
		}
		for _, x := range d.Figures() {
			check("figure", x.Span, x.Sentence)
			check("trigger", x.Trigger, x.Sentence)
			check("origin", x.By, source.Span{})
			if x.Range.Min < 0 || !x.Range.NoMax && x.Range.Max < x.Range.Min {
				t.Fatalf("figure %q has range %v", x.Words, x.Range)
			}
		}
		for _, x := range d.Quantities() {
			check("quantity", x.Span, x.Sentence)
			check("number", x.Number, x.Sentence)
		}
		for _, x := range d.Numbers() {
			check("numeral", x.Span, source.Span{})
		}
	})
}

func BenchmarkFigures(b *testing.B) {
	text := strings.Repeat("At least 12 people, including three children, were killed and 30 wounded when shells hit a market in Harn on Monday, officials said. "+
		"The mayor visited the town and spoke to residents about the repair of the bridge, which cost $3.4 million. Trade rose 12 per cent from a year earlier. "+
		"Nobody claimed responsibility for the attack. Schools will stay closed until the end of the week, the ministry said in a statement.\n\n", 10)
	words := len(strings.Fields(text))
	b.ReportAllocs()
	for b.Loop() {
		d := Analyse(text, Meta{Date: thursday, Lang: "en"})
		b.StopTimer()
		b.StartTimer()
		d.readFigures()
		d.Quantities()
	}
	b.ReportMetric(float64(words), "words/op")
}
