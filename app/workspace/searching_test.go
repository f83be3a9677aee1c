package workspace

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"stet/app/store"
	"stet/index"
)

// TestAnIndexOfAnotherLedgerIsMadeAnew puts the index of another desk into a
// desk's folder: with as many entries as the desk, with fewer, and one that does
// not say whose it is.
func TestAnIndexOfAnotherLedgerIsMadeAnew(t *testing.T) {
	ctx := context.Background()
	report := func(desk string, n int) string {
		return fmt.Sprintf("Report %d from %s\n\nThe fire service of %s counted %d engines at the harbour.\n", n, desk, desk, n)
	}
	fill := func(dir, desk string, n int) {
		w := reopen(t, dir, Config{Create: true})
		for i := range n {
			bring(t, w, "report.txt", report(desk, i), ImportOptions{Versions: SeparateArticles})
		}
		check(t, w.Refresh(ctx, nil))
		check(t, w.Close())
	}
	for name, theirs := range map[string]int{"as many entries": 4, "fewer": 2} {
		for _, readOnly := range []bool{false, true} {
			other, dir := t.TempDir(), t.TempDir()
			fill(other, "Norrby", theirs)
			fill(dir, "Halden", 4)
			replaceIndex(t, dir, other)
			w := reopen(t, dir, Config{ReadOnly: readOnly})
			for query, want := range map[string]int{"norrby": 0, "halden": 4} {
				p, err := w.Search(ctx, index.Query{Text: query})
				if err != nil || p.Articles != want {
					t.Errorf("%s, read-only %v: %q in %d articles, want %d (%v)", name, readOnly, query, p.Articles, want, err)
				}
			}
			check(t, w.Close())
		}
	}
}

// TestAnIndexOfThisLedgerIsKept: one that lags is brought up to date, not made
// anew, and one that is up to date is left alone.
func TestAnIndexOfThisLedgerIsKept(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	w := reopen(t, dir, Config{Create: true})
	bring(t, w, "wire.txt", wire, ImportOptions{})
	check(t, w.Refresh(ctx, nil))
	check(t, w.Close())
	old := t.TempDir()
	replaceIndex(t, old, dir)
	w = reopen(t, dir, Config{})
	bring(t, w, "story.txt", story, ImportOptions{})
	check(t, w.Refresh(ctx, nil))
	check(t, w.Close())
	for name, from := range map[string]string{"it lags": old, "it is up to date": dir} {
		if from != dir {
			replaceIndex(t, dir, from)
		}
		w = reopen(t, dir, Config{})
		check(t, w.openIndex())
		before := w.index
		p, err := w.Search(ctx, index.Query{Text: "quay"})
		if err != nil || p.Articles != 2 {
			t.Errorf("%s: found in %d articles, %v", name, p.Articles, err)
		}
		if w.index != before {
			t.Errorf("%s: it was thrown away", name)
		}
		check(t, w.Close())
	}
}

// replaceIndex gives a desk the index of another.
func replaceIndex(t *testing.T, dir, from string) {
	t.Helper()
	to := filepath.Join(dir, store.IndexName)
	check(t, os.RemoveAll(to))
	check(t, os.CopyFS(to, os.DirFS(filepath.Join(from, store.IndexName))))
}
