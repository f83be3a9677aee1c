package workspace

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stet/index/newsgen"
)

// BenchmarkSourcesAndQuotes works out, on a desk of a year's articles of which
// every tenth has a copy, the copies and the concordance: the first time, and
// after one more article came. Run with -benchtime 1x.
func BenchmarkSourcesAndQuotes(b *testing.B) {
	for range b.N {
		ctx := context.Background()
		files := b.TempDir()
		for i := range benchArticles {
			name, data := newsgen.Raw(i)
			check(b, os.WriteFile(filepath.Join(files, name), data, 0o600))
			if i%10 == 0 { // a copy under another headline, its end cut off
				_, rest, _ := strings.Cut(string(data), "\n\n")
				check(b, os.WriteFile(filepath.Join(files, "copy-"+name), []byte("As others report it\n\n"+rest[:len(rest)*3/4]+"\n"), 0o600))
			}
		}
		w := reopen(b, b.TempDir(), Config{Create: true})
		_, err := w.Import(ctx, []string{files}, ImportOptions{Versions: SeparateArticles})
		check(b, err)
		took := func(name string, f func() error) {
			at := time.Now()
			check(b, f())
			b.ReportMetric(time.Since(at).Seconds(), name+"-s")
		}
		var n int
		took("copies", func() error { c, err := w.Clusters(ctx, nil); n = len(c); return err })
		b.ReportMetric(float64(n), "groups")
		took("quotes", func() error { u, err := w.Utterances(ctx, nil); n = len(u); return err })
		b.ReportMetric(float64(n), "utterances")
		bring(b, w, "more.txt", "One more\n\n“The dam will hold, but nobody should sleep in the valley,” engineer Oda Merrick said.\n", ImportOptions{Versions: SeparateArticles})
		took("copies-again", func() error { _, err := w.Clusters(ctx, nil); return err })
		took("quotes-again", func() error { _, err := w.Utterances(ctx, nil); return err })
		took("quotes-known", func() error { _, err := w.Utterances(ctx, nil); return err })
		check(b, w.Close())
	}
}
