package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

var clock = time.Date(2025, 5, 3, 14, 2, 0, 123456789, time.UTC)

// open opens a desk in a folder and closes it with the test.
func open(t *testing.T, dir string, o Options) *Store {
	t.Helper()
	s, err := Open(context.Background(), dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// policy seals the n-th of a chain of entries.
func policy(t *testing.T, n int, prev ledger.Entry) ledger.Entry {
	t.Helper()
	e, err := ledger.Seal(ledger.Entry{Seq: prev.Seq + 1, Group: "g" + string(rune('a'+n)), Who: ledger.Who{Name: "Ana Ruiz", Role: ledger.Checker},
		At: clock, Prev: prev.Hash, Change: ledger.PolicySet{Policy: claims.DefaultPolicy("Harbour fire")}})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func all(t *testing.T, s *Store) []ledger.Entry {
	t.Helper()
	var out []ledger.Entry
	if err := s.Entries(context.Background(), 0, func(p []ledger.Entry) error { out = append(out, p...); return nil }); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestACommitIsReadBackByTheNextOpening(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(context.Background(), dir, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	data, text := []byte("<p>Twelve died.</p>"), "Twelve died."
	e := policy(t, 0, ledger.Entry{})
	b := Batch{Originals: []Blob{{source.HashOf(data), data}}, Texts: []Body{{source.HashOf([]byte(text)), text}}, Entries: []ledger.Entry{e}}
	if err := s.Commit(context.Background(), b); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir, Options{})
	got := all(t, s)
	if len(got) != 1 || got[0].Hash != e.Hash || got[0].CheckChain(0, "") != nil {
		t.Errorf("read back %+v, want the entry %s", got, e.Hash)
	}
	if b, err := s.Original(context.Background(), source.HashOf(data)); err != nil || string(b) != string(data) {
		t.Errorf("original: %q, %v", b, err)
	}
	if b, err := s.Text(context.Background(), source.HashOf([]byte(text))); err != nil || b != text {
		t.Errorf("text: %q, %v", b, err)
	}
	if _, err := s.Text(context.Background(), "0000"); !errors.Is(err, ErrMissing) {
		t.Errorf("a text that is not held: %v", err)
	}
}

func TestAnAppendThatDoesNotContinueTheLedgerIsAConflict(t *testing.T) {
	s := open(t, t.TempDir(), Options{Create: true})
	first := policy(t, 0, ledger.Entry{})
	if err := s.Commit(context.Background(), Batch{Entries: []ledger.Entry{first}}); err != nil {
		t.Fatal(err)
	}
	rival := policy(t, 1, ledger.Entry{})
	if err := s.Commit(context.Background(), Batch{Entries: []ledger.Entry{rival}}); !errors.Is(err, ErrConflict) {
		t.Errorf("a second first entry: %v", err)
	}
	if n := len(all(t, s)); n != 1 {
		t.Errorf("%d entries after the conflict", n)
	}
}

func TestADeskInUseSaysWhoHasItAndMayBeRead(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, Options{Create: true, Holder: Holder{Name: "Ana Ruiz", Host: "newsroom-3", PID: 4711, Since: clock}})
	if err := s.Commit(context.Background(), Batch{Entries: []ledger.Entry{policy(t, 0, ledger.Entry{})}}); err != nil {
		t.Fatal(err)
	}
	_, err := Open(context.Background(), dir, Options{})
	var used *InUseError
	if !errors.As(err, &used) || used.Holder.Name != "Ana Ruiz" || !strings.Contains(err.Error(), "newsroom-3") {
		t.Errorf("opening it again: %v", err)
	}
	r := open(t, dir, Options{ReadOnly: true})
	if n := len(all(t, r)); n != 1 {
		t.Errorf("a reader sees %d entries", n)
	}
	if err := r.Commit(context.Background(), Batch{}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("a reader writes: %v", err)
	}
}

func TestSourcesAndLedgerCannotBeChangedInPlace(t *testing.T) {
	s := open(t, t.TempDir(), Options{Create: true})
	b := Batch{Originals: []Blob{{"aa", []byte("x")}}, Texts: []Body{{"bb", "y"}}, Entries: []ledger.Entry{policy(t, 0, ledger.Entry{})}}
	if err := s.Commit(context.Background(), b); err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{
		"update entries set who = 'x'", "delete from entries", "update originals set data = 'z'",
		"delete from originals", "update texts set body = 'z'", "delete from texts",
	} {
		if _, err := s.db.Exec(q); err == nil {
			t.Errorf("%s: done without complaint", q)
		}
	}
}

func TestCheckNamesWhatWasChanged(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, Options{Create: true})
	data, text := []byte("the fire service said at least 12 people were killed"), "At least 12 people were killed."
	b := Batch{Originals: []Blob{{source.HashOf(data), data}}, Texts: []Body{{source.HashOf([]byte(text)), text}}}
	if err := s.Commit(context.Background(), b); err != nil {
		t.Fatal(err)
	}
	if p, err := s.Check(context.Background(), nil); err != nil || len(p) != 0 {
		t.Fatalf("a sound desk: %v, %v", p, err)
	}
	for _, q := range []string{"drop trigger texts_no_update", "update texts set body = replace(body, '12', '15')"} {
		if _, err := s.db.Exec(q); err != nil {
			t.Fatal(err)
		}
	}
	p, err := s.Check(context.Background(), nil)
	if err != nil || len(p) != 1 || p[0].What != "text" || !strings.Contains(p[0].Text, "was changed") {
		t.Errorf("after a change of one text: %v, %v", p, err)
	}
}

func TestDesksThatCannotBeOpened(t *testing.T) {
	ctx := context.Background()
	if _, err := Open(ctx, t.TempDir(), Options{}); !errors.Is(err, ErrNoDesk) {
		t.Errorf("an empty folder: %v", err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, FileName), []byte(strings.Repeat("not a database ", 500)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(ctx, dir, Options{}); !errors.Is(err, ErrDamaged) {
		t.Errorf("a file that is no database: %v", err)
	}
	dir = t.TempDir()
	s, err := Open(ctx, dir, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec("insert into goose_db_version (version_id, is_applied) values (9999, true)"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(ctx, dir, Options{}); !errors.Is(err, ErrNewer) {
		t.Errorf("a desk of a newer version: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, holderName)); err == nil {
		t.Error("a desk that failed to open is still held")
	}
}

func TestAFullDiskLosesNothing(t *testing.T) {
	s := open(t, t.TempDir(), Options{Create: true})
	ctx := context.Background()
	first := policy(t, 0, ledger.Entry{})
	if err := s.Commit(ctx, Batch{Entries: []ledger.Entry{first}}); err != nil {
		t.Fatal(err)
	}
	s.db.SetMaxOpenConns(1) // the pragma counts for one connection
	if _, err := s.db.Exec("pragma max_page_count = 40"); err != nil {
		t.Fatal(err)
	}
	big := make([]byte, 4<<20)
	err := s.Commit(ctx, Batch{Originals: []Blob{{source.HashOf(big), big}}, Entries: []ledger.Entry{policy(t, 1, first)}})
	if !errors.Is(err, ErrFull) {
		t.Fatalf("%v", err)
	}
	if got := all(t, s); len(got) != 1 || got[0].Hash != first.Hash {
		t.Errorf("the ledger holds %d entries", len(got))
	}
	if p, err := s.Check(ctx, nil); err != nil || len(p) != 0 {
		t.Errorf("the desk does not verify: %v, %v", p, err)
	}
}

func TestADeskIsBuiltWholeOrNotAtAll(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "desks", "new")
	broken := errors.New("broken")
	if err := Build(dir, func(tmp string) error {
		if err := os.WriteFile(filepath.Join(tmp, FileName), nil, 0o600); err != nil {
			return err
		}
		return broken
	}); !errors.Is(err, broken) || Exists(dir) {
		t.Errorf("%v; exists: %v", err, Exists(dir))
	}
	if err := Build(dir, func(tmp string) error { return os.WriteFile(filepath.Join(tmp, FileName), nil, 0o600) }); err != nil || !Exists(dir) {
		t.Errorf("%v; exists: %v", err, Exists(dir))
	}
	left, err := os.ReadDir(filepath.Dir(dir))
	if err != nil || len(left) != 1 {
		t.Errorf("%d folders are left, %v", len(left), err)
	}
}

func TestAFileThatCannotBeWrittenIsNamedAsItWasAskedFor(t *testing.T) {
	path := filepath.Join(t.TempDir(), "nowhere", "report.html")
	var p *fs.PathError
	if err := WriteFile(path, []byte("x")); !errors.As(err, &p) || p.Path != path || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
}
