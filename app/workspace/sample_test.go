package workspace

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"stet/claims/ledger"
)

// sample opens a fresh sample desk as one of its checkers.
func sample(t *testing.T) *Workspace {
	t.Helper()
	w, err := Sample(context.Background(), Config{Dir: filepath.Join(t.TempDir(), "sample"), Who: ledger.Who{Name: "Ana Ruiz", Role: ledger.Checker},
		Now: func() time.Time { return time.Date(2025, 5, 13, 9, 0, 0, 0, time.UTC) }}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

func TestTheSampleDeskOpensAndVerifies(t *testing.T) {
	w := sample(t)
	v, err := w.Verify(context.Background(), nil)
	if err != nil || !v.OK() {
		t.Fatalf("%+v, %v", v, err)
	}
	f, err := w.Findings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range f {
		t.Logf("%s %s stale=%v", x.Kind, x.Text, x.Stale)
	}
}
