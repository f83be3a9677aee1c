package workspace

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"stet/claims"
	"stet/index/newsgen"
)

// BenchmarkTolls reads the figures of a month's and of a year's articles once, makes the
// boards, and makes them again after a decision. Run with -benchtime 1x; the month,
// -bench Tolls/month, takes half a minute on a busy machine.
func BenchmarkTolls(b *testing.B) {
	for name, articles := range map[string]int{"month": benchArticles / 10, "year": benchArticles} {
		b.Run(name, func(b *testing.B) { benchTolls(b, articles) })
	}
}

func benchTolls(b *testing.B, articles int) {
	for range b.N {
		ctx := context.Background()
		files, dir := b.TempDir(), b.TempDir()
		for i := range articles {
			name, data := newsgen.Raw(i)
			check(b, os.WriteFile(filepath.Join(files, name), data, 0o600))
		}
		w := reopen(b, dir, Config{Create: true})
		_, err := w.Import(ctx, []string{files}, ImportOptions{Versions: SeparateArticles})
		check(b, err)
		_, err = w.clusters(ctx, nil)
		check(b, err)

		before := heap()
		at := time.Now()
		check(b, w.ReadFigures(ctx, nil))
		b.ReportMetric(float64(articles)/time.Since(at).Seconds(), "read/s")
		b.ReportMetric(float64(heap()-before)/float64(articles), "B/article")
		at = time.Now()
		events, err := w.TollEvents(ctx)
		check(b, err)
		b.ReportMetric(float64(time.Since(at).Milliseconds()), "boards-ms")
		b.ReportMetric(float64(len(events)), "proposed")
		_, err = w.AddEvent(ctx, claims.Event{Name: "Fire", Place: events[0].Event.Place, From: events[0].Event.From})
		check(b, err)
		at = time.Now()
		_, err = w.TollEvents(ctx)
		check(b, err)
		b.ReportMetric(float64(time.Since(at).Milliseconds()), "after-an-act-ms")
		at = time.Now()
		_, err = w.TollEvents(ctx)
		check(b, err)
		b.ReportMetric(float64(time.Since(at).Milliseconds()), "refresh-ms")
		check(b, w.Close())

		at = time.Now()
		w = reopen(b, dir, Config{})
		check(b, w.ReadFigures(ctx, nil))
		b.ReportMetric(float64(time.Since(at).Milliseconds()), "reopen-ms")
		check(b, w.Close())
	}
}

// heap is the bytes in use after a collection.
func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
