package workspace

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"stet/claims/ledger"
)

// exported are the reports on record.
func exported(w *Workspace) (n int) {
	w.View(func(s *ledger.State) { n = len(s.Reports) })
	return n
}

func TestAReportThatCannotBeRecordedIsNotWritten(t *testing.T) {
	w := sample(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "report.html")
	check(t, os.WriteFile(path, []byte("the report of last week"), 0o600))
	was := exported(w)
	ctx, cancel := context.WithCancel(context.Background())
	w.cfg.Now = func() func() time.Time { // the clock is asked when the entry is made: that is when it fails
		now := w.cfg.Now
		return func() time.Time {
			if exporting(dir) {
				cancel()
			}
			return now()
		}
	}()
	if _, err := w.Export(ctx, ReportScope{}, "html", path); err == nil {
		t.Fatal("exported, though the ledger could not be written")
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "the report of last week" {
		t.Errorf("the file that was there is %q, %v", got, err)
	}
	if names := namesIn(t, dir); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
	if exported(w) != was {
		t.Error("recorded, though it failed")
	}
	w.cfg.Now = time.Now
	if recorded, err := w.Export(context.Background(), ReportScope{}, "html", path); err != nil || !recorded || exported(w) != was+1 {
		t.Errorf("afterwards: %v, %v, %d reports", recorded, err, exported(w))
	}
	if names := namesIn(t, dir); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
}

// exporting reports whether a report lies staged in a folder.
func exporting(dir string) bool {
	staged, _ := filepath.Glob(filepath.Join(dir, ".report.html.*"))
	return len(staged) > 0
}

func namesIn(t *testing.T, dir string) (out []string) {
	t.Helper()
	list, err := os.ReadDir(dir)
	check(t, err)
	for _, e := range list {
		out = append(out, e.Name())
	}
	return out
}

func TestAReportThatCannotBeWrittenIsNotOnRecord(t *testing.T) {
	w := sample(t)
	was := exported(w)
	for _, path := range []string{t.TempDir(), filepath.Join(t.TempDir(), "no", "such", "folder.html")} {
		if _, err := w.Export(context.Background(), ReportScope{}, "html", path); err == nil {
			t.Errorf("written to %s", path)
		}
	}
	if exported(w) != was {
		t.Error("recorded, though nothing was written")
	}
}
