package extract_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// everything runs all extractors.
func everything(text string) *extract.Doc {
	d := extract.Analyse(text, extract.Meta{})
	extract.Propose(d)
	d.CheckWorthy()
	d.Entities()
	return d
}

// growth is how many times longer everything takes for eight times the text.
func growth(unit string, n int) float64 {
	least := func(n int) time.Duration {
		text, least := strings.Repeat(unit, n), time.Duration(1<<62)
		for range 3 {
			start := time.Now()
			everything(text)
			least = min(least, time.Since(start))
		}
		return least
	}
	return float64(least(8*n)) / float64(least(n))
}

// steep is the growth between linear time (8 times as long for 8 times the text)
// and quadratic time (64 times).
const steep = 24

// A machine that is busy elsewhere slows some runs, so the least of a few counts.
func TestHostileInputTakesLinearTime(t *testing.T) {
	for name, c := range map[string]struct {
		unit string
		n    int
	}{
		"curly marks":         {"“", 6_000},
		"straight marks":      {`"`, 6_000},
		"apostrophes":         {"' ", 6_000},
		"marks that close":    {"”", 6_000},
		"alternating marks":   {"“a ‘b ", 1_500},
		"tiny quotes":         {"“Go,” he said. ", 1_000},
		"cues without end":    {"he said ", 3_000},
		"participles":         {", adding ", 3_000},
		"names":               {"Ola Lind ", 3_000},
		"the roles":           {"the mayor said so. ", 1_500},
		"one sentence":        {"word ", 3_000},
		"commas":              {"said, ", 3_000},
		"reopened paragraphs": {"“A b c.\n\n", 3_000},
		"no English":          {"Der Bürgermeister sagte: „Nein“. ", 1_000},
	} {
		x := growth(c.unit, c.n)
		for n := 0; n < 4 && x > steep; n++ {
			x = min(x, growth(c.unit, c.n))
		}
		if x > steep {
			t.Errorf("%s: eight times the text takes %.1f times as long", name, x)
		}
	}
}

func TestAMillionQuotationMarksAreRead(t *testing.T) {
	for _, mark := range []string{"“", `"`, "’ "} {
		text := strings.Repeat(mark, 1_000_000)
		if d := everything(text); len(d.Tokens) == 0 {
			t.Errorf("nothing was read of a million %q", mark)
		}
	}
}

func TestANumberOfTenThousandDigitsCountsNobody(t *testing.T) {
	d := extract.Analyse("A total of "+strings.Repeat("7", 10_000)+" people were killed.", extract.Meta{Lang: "en"})
	if figs := d.Figures(); len(figs) != 0 {
		t.Errorf("figures %+v of a number that is none", figs)
	}
}

func TestOneWordOfAHundredMegabytesIsRead(t *testing.T) {
	text := strings.Repeat("a", 100_000_000)
	if d := everything(text); len(d.Sentences) != 1 {
		t.Errorf("%d sentences of one word", len(d.Sentences))
	}
}

func FuzzEverything(f *testing.F) {
	for _, s := range []string{
		article[:1200], "“A ‘b’ c,” he said.", "\xff“\xfe said", "A said B.\n\n“C", "« a », dit B.", "„A“, sagte B.", "He said “No. He left.",
		"According to", "as saying", "«", "''a'' said B", "12 killed, said A, “3.5bn”", "In Lind’s words, “x”", "A: “b”", "١٢ قتيلا",
		"said said said", "who said that who", "NAME: text", "(“", "The mayor, who, said,", "“a” – B",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 20_000 {
			return
		}
		d := everything(text)
		fits := func(what string, sp source.Span) {
			if sp.Start < 0 || sp.Start > sp.End || sp.End > len(text) || utf8.ValidString(text) && !sp.Fits(text) {
				t.Fatalf("%s %v does not fit %q", what, sp, text)
			}
		}
		at := 0
		for _, k := range d.Tokens {
			fits("token", source.Span{Start: k.Start, End: k.End})
			if k.Start < at || k.Tag == "" {
				t.Fatalf("token %+v after byte %d", k, at)
			}
			at = k.End
		}
		for _, q := range d.Quotes() {
			checkQuote(t, d, &q, fits)
		}
		for _, p := range extract.Propose(d) {
			fits("proposal", p.Span)
			fits("sentence of a proposal", p.Sentence)
		}
		if d.English() && len(d.CheckWorthy()) != len(d.Sentences) {
			t.Fatal("a score per sentence")
		}
	})
}

func checkQuote(t *testing.T, d *extract.Doc, q *extract.Quote, fits func(string, source.Span)) {
	fits("quote", q.Span)
	fits("cue", q.CueAt)
	fits("speaker", q.By)
	fits("sentence", q.Sentence)
	at := 0
	for _, s := range q.Content {
		fits("content", s)
		if s.Start < at || s.Empty() || !q.Span.Contains(s) {
			t.Fatalf("content %v of %+v", s, q)
		}
		at = s.End
		if q.Type == claims.Indirect && d.SentenceAt(s.Start) != d.SentenceAt(s.End-1) {
			t.Fatalf("indirect content %q leaves its sentence", s.Of(d.Text))
		}
	}
	if q.Words == "" || q.Confidence <= 0 || q.Confidence > 1 || q.Rule == "" {
		t.Fatalf("incomplete quote %+v", q)
	}
}
