package workspace

import (
	"context"
	"os"
	"path/filepath"
	"sort"
	"testing"
	"time"

	"stet/index"
	"stet/index/newsgen"
)

// benchArticles is the size of a busy desk's year.
const benchArticles = 20_000

// BenchmarkDesk imports a year of articles into a desk on disk, indexes them,
// opens the desk again and searches it. Run with -benchtime 1x.
func BenchmarkDesk(b *testing.B) {
	for range b.N {
		ctx := context.Background()
		files, dir := b.TempDir(), b.TempDir()
		var bytes int64
		for i := range benchArticles {
			name, data := newsgen.Raw(i)
			bytes += int64(len(data))
			check(b, os.WriteFile(filepath.Join(files, name), data, 0o600))
		}
		w := reopen(b, dir, Config{Create: true})
		at := time.Now()
		r, err := w.Import(ctx, []string{files}, ImportOptions{Versions: SeparateArticles})
		check(b, err)
		if len(r) != benchArticles {
			b.Fatalf("%d of %d imported: %s", len(r), benchArticles, ImportSummary(r))
		}
		stored := time.Since(at)
		check(b, w.Refresh(ctx, nil))
		total := time.Since(at)
		b.ReportMetric(float64(bytes)/1e6, "MB")
		b.ReportMetric(benchArticles/stored.Seconds(), "stored/s")
		b.ReportMetric(benchArticles/total.Seconds(), "articles/s")
		check(b, w.Close())

		at = time.Now()
		w = reopen(b, dir, Config{})
		b.ReportMetric(float64(time.Since(at).Milliseconds()), "open-ms")
		var took []time.Duration
		for _, q := range []string{"fire harbour", "minister said", `"at least"`, "evacu*", "killed injured hospital", "police reform vote", "strike", "rescue workers found", "toll rises", "storm damage"} {
			for range 5 {
				at = time.Now()
				_, err := w.Search(ctx, index.Query{Text: q, Typing: true, Latest: true})
				check(b, err)
				took = append(took, time.Since(at))
			}
		}
		sort.Slice(took, func(i, j int) bool { return took[i] < took[j] })
		b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "search-p50-ms")
		b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "search-p95-ms")
		check(b, w.Close())
	}
}
