package index

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"stet/index/newsgen"
)

// When this is set, the test binary is the other process of a test: it writes
// to the index named by it until it is killed.
const writerDir = "STET_TEST_WRITER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(writerDir); dir != "" {
		if err := writeForever(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// writeForever puts one article after another and prints the sequence of each
// once it is acknowledged. It ends when its input does.
func writeForever(dir string) error {
	x, err := Open(dir, Options{})
	if err != nil {
		return err
	}
	go func() {
		_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
		os.Exit(0)
	}()
	for i := int(x.Seen()); ; i++ {
		a, v, t := newsgen.Article(i)
		if err := x.Put(context.Background(), uint64(i+1), []Item{{v, a, t}}); err != nil {
			return err
		}
		fmt.Println(i + 1)
	}
}

// writer starts the other process and returns a function that reads how far it
// has got.
func writer(t *testing.T, dir string) (cmd *exec.Cmd, acknowledged func() int) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd = exec.Command(exe)
	cmd.Env = append(os.Environ(), writerDir+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = in.Close()
		_ = cmd.Process.Kill() // it may have been killed by the test
		_ = cmd.Wait()
	})
	lines := bufio.NewScanner(out)
	return cmd, func() int {
		if !lines.Scan() {
			return -1
		}
		n, err := strconv.Atoi(lines.Text())
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
}

func TestAMissingIndexComesBackEmpty(t *testing.T) {
	for _, prepare := range []func(dir string) error{
		func(string) error { return nil },
		func(dir string) error { return os.Mkdir(dir, 0o755) },
	} {
		dir := filepath.Join(t.TempDir(), "index")
		if err := prepare(dir); err != nil {
			t.Fatal(err)
		}
		if x := open(t, dir, newDesk()); x.Seen() != 0 {
			t.Errorf("a new index has seen %d", x.Seen())
		}
	}
}

func TestAnIndexRemembersWhatItHolds(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	items := generated(12)
	d := newDesk(items...)
	x := open(t, dir, d, items...)
	want := search(t, x, Query{Text: "killed"})
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	y := open(t, dir, d)
	got := search(t, y, Query{Text: "killed"})
	if y.Seen() != uint64(len(items)) || got.Total != want.Total || len(got.Hits) == 0 || got.Hits[0].Place() != want.Hits[0].Place() {
		t.Errorf("reopened: seen %d, %d passages, want %d, %d", y.Seen(), got.Total, len(items), want.Total)
	}
}

func TestADamagedIndexComesBackEmpty(t *testing.T) {
	damage := map[string]func(t *testing.T, dir string){
		"a segment cut short": func(t *testing.T, dir string) { eachSegment(t, dir, func(b []byte) []byte { return b[:len(b)/2] }) },
		"a segment emptied":   func(t *testing.T, dir string) { eachSegment(t, dir, func([]byte) []byte { return nil }) },
		"one byte of a segment": func(t *testing.T, dir string) {
			eachSegment(t, dir, func(b []byte) []byte { b[len(b)/3] ^= 0x55; return b })
		},
		"segments deleted":    func(t *testing.T, dir string) { eachSegment(t, dir, func([]byte) []byte { return []byte("x") }) },
		"the root deleted":    func(t *testing.T, dir string) { remove(t, filepath.Join(dir, "store", "root.bolt")) },
		"the root scrambled":  func(t *testing.T, dir string) { scramble(t, filepath.Join(dir, "store", "root.bolt")) },
		"the meta deleted":    func(t *testing.T, dir string) { remove(t, filepath.Join(dir, "index_meta.json")) },
		"the meta scrambled":  func(t *testing.T, dir string) { scramble(t, filepath.Join(dir, "index_meta.json")) },
		"an older format":     func(t *testing.T, dir string) { reformat(t, dir) },
		"the store is a file": func(t *testing.T, dir string) { replaceStore(t, dir) },
	}
	for name, do := range damage {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "index")
			items := generated(5)
			d := newDesk(items...)
			if err := open(t, dir, d, items...).Close(); err != nil {
				t.Fatal(err)
			}
			do(t, dir)
			x := open(t, dir, d)
			if x.Seen() != 0 {
				t.Fatalf("it claims to have seen %d", x.Seen())
			}
			if p := search(t, x, Query{Text: "killed"}); p.Total != 0 {
				t.Fatalf("%d passages survived", p.Total)
			}
			if err := x.Put(t.Context(), 1, items); err != nil {
				t.Fatal(err)
			}
			if p := search(t, x, Query{Text: "killed"}); p.Total == 0 {
				t.Fatal("it cannot be filled again")
			}
		})
	}
}

func eachSegment(t *testing.T, dir string, change func([]byte) []byte) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "store", "*.zap"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no segments in %s: %v", dir, err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f, change(b), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func remove(t *testing.T, name string) {
	t.Helper()
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
}

func scramble(t *testing.T, name string) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i := range b {
		b[i] ^= byte(i*31 + 7)
	}
	if err := os.WriteFile(name, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func reformat(t *testing.T, dir string) {
	t.Helper()
	b, err := openExisting(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(b.SetInternal(keyFormat, []byte("stet passages 0")), b.Close()); err != nil {
		t.Fatal(err)
	}
}

func replaceStore(t *testing.T, dir string) {
	t.Helper()
	if err := os.RemoveAll(filepath.Join(dir, "store")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "store"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestAForeignFolderIsMovedAsideNotDeleted(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "index")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "novel.txt"), []byte("chapter one"), 0o600); err != nil {
		t.Fatal(err)
	}
	open(t, dir, newDesk())
	if b, err := os.ReadFile(filepath.Join(parent, "index.aside", "novel.txt")); err != nil || string(b) != "chapter one" {
		t.Errorf("the file is gone: %q, %v", b, err)
	}
}

func TestAnIndexInUseSaysSoAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	_, acknowledged := writer(t, dir)
	if acknowledged() < 1 {
		t.Fatal("the other process does not write")
	}
	if _, err := Open(dir, Options{}); !errors.Is(err, ErrInUse) {
		t.Errorf("got %v, want %v", err, ErrInUse)
	}
	if _, err := os.Stat(filepath.Join(dir, "store", "root.bolt")); err != nil {
		t.Errorf("the other's index was touched: %v", err)
	}
}

func TestASnapshotIsTakenFromUnderAWriter(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	_, acknowledged := writer(t, dir)
	n := 0
	for n < 25 {
		n = acknowledged()
	}
	d := newDesk(generated(400)...)
	for range 5 {
		x, cleanup, err := OpenSnapshot(dir, d.options())
		if err != nil {
			t.Fatal(err)
		}
		if x.Seen() < uint64(n) {
			t.Errorf("the snapshot has seen %d, %d were acknowledged", x.Seen(), n)
		}
		s, err := x.Stats(t.Context())
		if err != nil || s.Versions != int(x.Seen()) {
			t.Errorf("it has seen %d but holds %d versions: %v", x.Seen(), s.Versions, err)
		}
		p := search(t, x, Query{Text: "killed in", Limit: 3})
		if p.Articles < n || len(p.Hits) != 3 {
			t.Errorf("%d articles found, %d hits, want at least %d and 3", p.Articles, len(p.Hits), n)
		}
		own := item("zzzzz", 1, "Own", "20250101", "Only in the copy", "A word like quixotically.")
		d.add(own)
		if err := x.Put(t.Context(), x.Seen()+1, []Item{own}); err != nil {
			t.Errorf("the copy cannot be brought up to date: %v", err)
		}
		if p := search(t, x, Query{Text: "quixotically"}); p.Total != 1 {
			t.Errorf("what was put into the copy is not found")
		}
		if err := cleanup(); err != nil {
			t.Error(err)
		}
		for range 3 {
			n = acknowledged() // it goes on writing
		}
	}
	if n < 0 {
		t.Error("the writer died")
	}
	left, err := filepath.Glob(dir + snapshotSuffix + "*")
	if err != nil || len(left) > 0 {
		t.Errorf("folders left behind: %v, %v", left, err)
	}
}

func TestASnapshotOfNothingIsAnError(t *testing.T) {
	if _, _, err := OpenSnapshot(filepath.Join(t.TempDir(), "none"), Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestAKilledWriterLosesNothingItAcknowledged(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	done := 0
	for round := range 4 {
		cmd, acknowledged := writer(t, dir)
		for range 5 + 7*round {
			if n := acknowledged(); n > done {
				done = n
			} else {
				t.Fatalf("round %d: the writer stopped after %d", round, done)
			}
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // it was killed: that is the error
		x, err := Open(dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		s, err := x.Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if x.Seen() < uint64(done) || uint64(s.Versions) != x.Seen() {
			t.Errorf("round %d: %d acknowledged, %d seen, %d versions there", round, done, x.Seen(), s.Versions)
		}
		done = int(x.Seen())
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAClosedIndexSaysSo(t *testing.T) {
	x, err := Open("", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = x.Search(t.Context(), Query{Text: "x"})
	for _, err := range []error{err, x.Put(t.Context(), 1, nil), x.Remove(t.Context(), 1), x.Bulk(t.Context()).Close(1)} {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("got %v, want %v", err, ErrClosed)
		}
	}
	if err := x.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
}
