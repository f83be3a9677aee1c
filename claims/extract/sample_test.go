package extract_test

import (
	"cmp"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// TestSampleArticleIsReadInFull reads a whole article and finds every quotation
// in it: testdata/sample.txt, or the article that STET_SAMPLE names with its
// quotations in STET_SAMPLE_QUOTES, one a line: first words | speaker | venue.
func TestSampleArticleIsReadInFull(t *testing.T) {
	read := func(env, own string) string {
		b, err := os.ReadFile(cmp.Or(os.Getenv(env), own))
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	d := extract.Analyse(read("STET_SAMPLE", "testdata/sample.txt"), extract.Meta{Date: time.Date(2025, 4, 17, 0, 0, 0, 0, time.UTC)})
	for line := range strings.Lines(read("STET_SAMPLE_QUOTES", "testdata/sample.quotes")) {
		f := append(strings.Split(strings.TrimSpace(line), " | "), "", "")
		words, speaker, venue := f[0], f[1], strings.TrimSpace(f[2])
		i := slices.IndexFunc(d.Quotes(), func(q extract.Quote) bool {
			return !q.Scare && q.Type != claims.Indirect && slices.ContainsFunc(q.Marked, func(m source.Span) bool { return strings.HasPrefix(m.Of(d.Text), words) })
		})
		if i < 0 {
			t.Errorf("no quote begins with %q", words)
			continue
		}
		if q := d.Quotes()[i]; q.Speaker != strings.TrimSuffix(speaker, " |") || venue != "" && q.Venue != venue {
			t.Errorf("%q: said by %q %q; want %q %q", words, q.Speaker, q.Venue, speaker, venue)
		}
	}
}
