package index

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"stet/index/source"
)

func TestSeenRisesWithTheBatchAndNeverFalls(t *testing.T) {
	x, _ := inMemory(t)
	it := generated(1)[0]
	for _, step := range []struct{ put, want uint64 }{{5, 5}, {3, 5}, {9, 9}} {
		if err := x.Put(t.Context(), step.put, []Item{it}); err != nil {
			t.Fatal(err)
		}
		stored, err := internal(x.b, keySeen)
		if err != nil || x.Seen() != step.want || decodeSeen(stored) != step.want {
			t.Errorf("after Put(%d): seen %d, stored %d, want %d: %v", step.put, x.Seen(), decodeSeen(stored), step.want, err)
		}
	}
	if err := x.Remove(t.Context(), 12, it.Version.ID); err != nil || x.Seen() != 12 {
		t.Errorf("after Remove: seen %d: %v", x.Seen(), err)
	}
}

func TestTheIndexKnowsTheNameOfTheEntryItHasSeen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	named := Options{Head: func(seq uint64) string { return fmt.Sprint("entry ", seq) }}
	x, err := Open(dir, named)
	if err != nil {
		t.Fatal(err)
	}
	if x.SeenHead() != "" {
		t.Errorf("a new index has seen %q", x.SeenHead())
	}
	items := generated(3)
	b := x.Bulk(t.Context())
	if err := errors.Join(x.Put(t.Context(), 9, items[:1]), b.Add(items[1:]...)); err != nil || x.SeenHead() != "" {
		t.Errorf("seen %q while an import is under way: %v", x.SeenHead(), err)
	}
	if err := b.Close(7); err != nil || x.SeenHead() != "entry 9" {
		t.Errorf("seen %q after the import: %v", x.SeenHead(), err)
	}
	if err := x.Put(t.Context(), 3, items[:1]); err != nil || x.SeenHead() != "entry 9" {
		t.Errorf("seen %q after an older entry: %v", x.SeenHead(), err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	for _, open := range []func() (*Index, func() error, error){
		func() (*Index, func() error, error) { return OpenSnapshot(dir, Options{}) },
		func() (*Index, func() error, error) { x, err := Open(dir, Options{}); return x, x.Close, err },
	} {
		x, done, err := open()
		if err != nil || x.Seen() != 9 || x.SeenHead() != "entry 9" {
			t.Fatalf("opened again: %v", err)
		}
		if err := x.Put(t.Context(), 10, items[:1]); err != nil || x.SeenHead() != "" {
			t.Errorf("seen %q of a caller who names nothing: %v", x.SeenHead(), err)
		}
		if err := done(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSeenWaitsForABulkImport(t *testing.T) {
	x, _ := inMemory(t)
	items := generated(6)
	b := x.Bulk(t.Context())
	if err := b.Add(items[:5]...); err != nil {
		t.Fatal(err)
	}
	if err := x.Put(t.Context(), 7, items[5:]); err != nil {
		t.Fatal(err)
	}
	if x.Seen() != 0 {
		t.Fatalf("seen %d while an import is under way", x.Seen())
	}
	if err := b.Close(5); err != nil {
		t.Fatal(err)
	}
	if x.Seen() != 7 {
		t.Errorf("seen %d after the import, want 7", x.Seen())
	}
	if s, err := x.Stats(t.Context()); err != nil || s.Versions != len(items) {
		t.Errorf("%d versions, want %d: %v", s.Versions, len(items), err)
	}
}

func TestAnAbandonedImportClaimsNothing(t *testing.T) {
	x, _ := inMemory(t)
	ctx, cancel := context.WithCancel(t.Context())
	b := x.Bulk(ctx)
	items := generated(3)
	if err := b.Add(items[0]); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := b.Add(items[1]); !errors.Is(err, context.Canceled) {
		t.Errorf("Add after cancelling: %v", err)
	}
	if err := b.Close(3); !errors.Is(err, context.Canceled) {
		t.Errorf("Close after cancelling: %v", err)
	}
	if err := x.Put(t.Context(), 4, items[2:]); err != nil || x.Seen() != 0 {
		t.Fatalf("seen %d over a gap: %v", x.Seen(), err)
	}
	again := x.Bulk(t.Context())
	if err := errors.Join(again.Add(items...), again.Close(4)); err != nil || x.Seen() != 4 {
		t.Errorf("seen %d after the gap was filled: %v", x.Seen(), err)
	}
}

func TestPuttingTwiceChangesNothing(t *testing.T) {
	items := generated(20)
	x, _ := inMemory(t, items...)
	before, err := x.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Put(t.Context(), 50, items[:10]); err != nil {
		t.Fatal(err)
	}
	b := x.Bulk(t.Context())
	if err := errors.Join(b.Add(items...), b.Add(items...), b.Close(60)); err != nil {
		t.Fatal(err)
	}
	after, err := x.Stats(t.Context())
	if err != nil || after.Passages != before.Passages || after.Versions != before.Versions {
		t.Errorf("before %+v, after %+v: %v", before, after, err)
	}
}

func TestPuttingReplacesEveryPassageOfAVersion(t *testing.T) {
	long := item("aaaaa", 1, "Wire", "20250101", "Storm at Halden", "One mast broke.", "Two roofs flew.", "Three quays flooded.")
	short := item("aaaaa", 1, "Wire", "20250101", "Storm at Halden", "One mast broke.")
	x, d := inMemory(t, long)
	d.add(short)
	if err := x.Put(t.Context(), 2, []Item{short}); err != nil {
		t.Fatal(err)
	}
	if p := search(t, x, Query{Text: "quays"}); p.Total != 0 {
		t.Errorf("a passage that is gone is still found: %+v", p.Hits)
	}
	if p := search(t, x, Query{}); p.Total != 2 {
		t.Errorf("%d passages, want 2", p.Total)
	}
}

func TestAVersionWithoutAnIdentifierIsRefused(t *testing.T) {
	x, _ := inMemory(t)
	err := x.Put(t.Context(), 1, []Item{{Version: source.Version{ID: source.VersionID{Article: "aaaaa"}}}})
	if err == nil || !strings.Contains(err.Error(), "identifier") || x.Seen() != 0 {
		t.Errorf("got %v, seen %d", err, x.Seen())
	}
}
