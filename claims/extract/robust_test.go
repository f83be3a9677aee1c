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

// The limit is generous: what is not linear misses it by far.
func TestHostileInputTakesLinearTime(t *testing.T) {
	for name, text := range map[string]string{
		"a million curly marks":    strings.Repeat("“", 1_000_000),
		"a million straight marks": strings.Repeat(`"`, 1_000_000),
		"a million apostrophes":    strings.Repeat("' ", 1_000_000),
		"marks that close":         strings.Repeat("”", 1_000_000),
		"alternating marks":        strings.Repeat("“a ‘b ", 200_000),
		"tiny quotes":              strings.Repeat("“Go,” he said. ", 30_000),
		"cues without end":         strings.Repeat("he said ", 60_000),
		"participles":              strings.Repeat(", adding ", 60_000),
		"names":                    strings.Repeat("Ola Lind ", 60_000),
		"the roles":                strings.Repeat("the mayor said so. ", 25_000),
		"one sentence":             strings.Repeat("word ", 200_000),
		"commas":                   strings.Repeat("said, ", 100_000),
		"reopened paragraphs":      strings.Repeat("“A b c.\n\n", 100_000),
		"a long number":            strings.Repeat("9", 10_000),
	} {
		start := time.Now()
		everything(text)
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s: %v for %d bytes", name, d.Round(time.Millisecond), len(text))
		} else {
			t.Logf("%-26s %v", name, d.Round(time.Millisecond))
		}
	}
}

func TestOneWordOfAHundredMegabytesIsRead(t *testing.T) {
	text := strings.Repeat("a", 100_000_000)
	start := time.Now()
	everything(text)
	if d := time.Since(start); d > time.Minute {
		t.Errorf("took %v", d)
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
