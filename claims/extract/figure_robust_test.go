package extract

import (
	"strings"
	"testing"
	"time"
	"unicode"
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

// numeralGrowth is how many times longer numerals take for eight times the text.
func numeralGrowth(unit, end string, n int) float64 {
	least := func(n int) time.Duration {
		text, least := strings.Repeat(unit, n)+end, time.Duration(1<<62)
		for range 3 {
			start := time.Now()
			numerals(text)
			least = min(least, time.Since(start))
		}
		return least
	}
	return float64(least(8*n)) / float64(least(n))
}

// tooSteep is the growth between linear time (8 times as long for 8 times the
// text) and quadratic time (64 times).
const tooSteep = 24

// A machine that is busy elsewhere slows some runs, so the least of a few counts.
func TestHostileNumbersTakeLinearTime(t *testing.T) {
	for name, c := range map[string]struct {
		unit, end string
		n         int
	}{
		"one sentence of figures": {"12 people killed and 3 wounded ", "", 600},
		"a list of victims":       {"a man, a woman and ", "a child were killed.", 1000},
		"insertions":              {", including three children, ", "were killed", 1000},
		"numbers":                 {"1,200 ", "", 3000},
		"ranges":                  {"10–", "", 3000},
		"number words":            {"one hundred and ", "", 2000},
		"figures":                 {"At least 12 people were killed in Harn on Monday. ", "", 500},
		"different victims":       {"The mayor, Ola Lind, was killed. A guard was shot. ", "", 500},
		"brackets":                {"(", " killed", 3000},
		"of":                      {"of two ", " were killed", 2000},
		"months":                  {"May 12 ", "", 2000},
		"names":                   {"Ola Lind, Ana Brandt; ", " were killed", 1000},
		"ordinals":                {"the third second 21st ", "", 2000},
		"digits":                  {"7", " people were killed", 8_000},
	} {
		x := numeralGrowth(c.unit, c.end, c.n)
		for n := 0; n < 4 && x > tooSteep; n++ {
			x = min(x, numeralGrowth(c.unit, c.end, c.n))
		}
		if x > tooSteep {
			t.Errorf("%s: eight times the text takes %.1f times as long", name, x)
		}
	}
}

func TestAFigureIsReadAcrossAnySpaceAndDash(t *testing.T) {
	each := func(tab *unicode.RangeTable, f func(string)) {
		for _, x := range tab.R16 {
			for r := rune(x.Lo); r <= rune(x.Hi); r += rune(x.Stride) {
				f(string(r))
			}
		}
	}
	check := func(text, want string) {
		figs := Analyse(text, Meta{Lang: "en"}).Figures()
		if len(figs) != 1 || figs[0].Range.String() != want {
			t.Errorf("%q (%+q): %v, want %s", text, text, figs, want)
		}
	}
	each(unicode.Zs, func(s string) { check("At least"+s+"12"+s+"people"+s+"were killed.", "[12, ∞)") })
	each(unicode.Pd, func(s string) {
		check("In two raids 10"+s+"15 people were killed.", "[10, 15]")
		check("The blast "+s+" the third "+s+" killed 15 people.", "15")
	})
}

func TestFiguresWithoutADatelineHaveNoDays(t *testing.T) {
	figs := Analyse("Twelve people were killed in Harn on Monday and 3 since 2022.", Meta{Lang: "en"}).Figures()
	if len(figs) == 0 || figs[0].Window.Words != "on Monday" || figs[0].Window.From != "" {
		t.Errorf("figures %+v, want the words of the window and no day", figs)
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
