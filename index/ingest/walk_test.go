package ingest

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// tree writes files under a new folder; names may hold slashes.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// zipped builds an archive of the entries with the data given.
func zipped(t *testing.T, entries ...zip.FileHeader) func(data ...string) string {
	return func(data ...string) string {
		t.Helper()
		var buf bytes.Buffer
		w := zip.NewWriter(&buf)
		w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, flate.BestCompression) })
		w.RegisterCompressor(14, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, 1) }) // LZMA, by its number only
		for i, h := range entries {
			f, err := w.CreateHeader(&h)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(f, data[i]); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return buf.String()
	}
}

func walkAll(t *testing.T, paths ...string) []Item {
	t.Helper()
	var out []Item
	Walk(context.Background(), paths, func(it Item) bool { out = append(out, it); return true })
	if n := Count(context.Background(), paths); n != len(out) {
		t.Errorf("Count = %d, Walk gave %d", n, len(out))
	}
	return out
}

func names(items []Item) []string {
	var out []string
	for _, it := range items {
		if it.Err == nil {
			out = append(out, it.Name+"="+string(it.Data))
		} else {
			out = append(out, it.Name+"!")
		}
	}
	return out
}

func onlyError(t *testing.T, items []Item, kind error) *Error {
	t.Helper()
	var found *Error
	for _, it := range items {
		if it.Err == nil {
			continue
		}
		if found != nil || !errors.As(it.Err, &found) || !errors.Is(it.Err, kind) {
			t.Fatalf("error %v, want only one of kind %v", it.Err, kind)
		}
	}
	if found == nil || found.Problem == "" || found.Hint == "" {
		t.Fatalf("error %#v is missing or lacks a part", found)
	}
	return found
}

func TestWalkGoesThroughFoldersInOrder(t *testing.T) {
	dir := tree(t, map[string]string{"b.txt": "b", "a/2.txt": "2", "a/1.txt": "1", ".hidden": "x", ".git/config": "x", "Thumbs.db": "x", "c.html": "c"})
	wantWords(t, "folder", names(walkAll(t, dir)), "1.txt=1", "2.txt=2", "b.txt=b", "c.html=c")
	wantWords(t, "a hidden file that is named", names(walkAll(t, filepath.Join(dir, ".hidden"))), ".hidden=x")
}

func TestWalkReportsWhatCannotBeReadAndGoesOn(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": "a", "z.txt": "z"})
	items := walkAll(t, filepath.Join(dir, "a.txt"), filepath.Join(dir, "gone.txt"), filepath.Join(dir, "z.txt"))
	wantWords(t, "items", names(items), "a.txt=a", "gone.txt!", "z.txt=z")
	_ = onlyError(t, items, ErrMissing)
}

func TestWalkRefusesABigFileBeforeReadingIt(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": "a"})
	big := filepath.Join(dir, "big.txt")
	if err := os.WriteFile(big, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(big, 200<<20); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	items := walkAll(t, dir)
	runtime.ReadMemStats(&after)
	wantWords(t, "items", names(items), "a.txt=a", "big.txt!")
	if e := onlyError(t, items, ErrTooBig); !strings.Contains(e.Problem, "200 MB") {
		t.Errorf("problem %q does not say the size", e.Problem)
	}
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 16<<20 {
		t.Errorf("%d bytes were allocated to refuse a file", grown)
	}
}

func TestWalkNeedsPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		// Root may read everything; the wording is checked all the same.
		if e := diskError("x", true, &os.PathError{Op: "open", Path: "x", Err: os.ErrPermission}); !errors.Is(e, ErrDenied) || !strings.Contains(e.Problem, "folder") {
			t.Errorf("error %v", e)
		}
		return
	}
	dir := tree(t, map[string]string{"a/secret.txt": "s", "b.txt": "b", "c.txt": "c"})
	for _, p := range []string{"a", "b.txt"} {
		if err := os.Chmod(filepath.Join(dir, p), 0); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(dir, "a"), 0o755) })
	items := walkAll(t, dir)
	wantWords(t, "items", names(items), "a!", "b.txt!", "c.txt=c")
	for _, it := range items[:2] {
		if !errors.Is(it.Err, ErrDenied) {
			t.Errorf("%s: error %v", it.Name, it.Err)
		}
	}
}

func TestWalkEndsInLoopsOfLinks(t *testing.T) {
	dir := tree(t, map[string]string{"a/1.txt": "1", "b/2.txt": "2"})
	for link, to := range map[string]string{"a/up": dir, "b/other": filepath.Join(dir, "a"), "b/self": "self", "c": filepath.Join(dir, "b", "2.txt")} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	items := walkAll(t, dir)
	wantWords(t, "items", names(items), "1.txt=1", "2.txt=2", "self!", "c=2")
	_ = onlyError(t, items, ErrUnreadable)
}

func TestWalkStopsWhenToldTo(t *testing.T) {
	dir := tree(t, map[string]string{"1.txt": "1", "2.txt": "2", "3.txt": "3"})
	n := 0
	Walk(context.Background(), []string{dir}, func(Item) bool { n++; return n < 2 })
	if n != 2 {
		t.Errorf("%d items after a stop at 2", n)
	}
	ctx, cancel := context.WithCancel(context.Background())
	n = 0
	Walk(ctx, []string{dir}, func(Item) bool { n++; cancel(); return true })
	if n != 1 {
		t.Errorf("%d items after cancelling at 1", n)
	}
}

func TestWalkReadsZipArchives(t *testing.T) {
	z := zipped(t, zip.FileHeader{Name: "in/"}, zip.FileHeader{Name: "in/b.html", Method: zip.Deflate}, zip.FileHeader{Name: "../../etc/a.txt"},
		zip.FileHeader{Name: `C:\temp\c.txt`}, zip.FileHeader{Name: "__MACOSX/in/._b"}, zip.FileHeader{Name: "Z\x81rich.txt", NonUTF8: true})("", "b", "a", "c", "x", "z")
	dir := tree(t, map[string]string{"pack.zip": z, "nameless": z})
	items := walkAll(t, filepath.Join(dir, "pack.zip"))
	wantWords(t, "items", names(items), "b.html=b", "a.txt=a", "c.txt=c", "Zürich.txt=z")
	wantString(t, "path of an inner file", items[0].Path, filepath.Join(dir, "pack.zip")+"/in/b.html")
	wantString(t, "a climbing name is only a label", items[1].Path, filepath.Join(dir, "pack.zip")+"/etc/a.txt")
	if n := len(walkAll(t, filepath.Join(dir, "nameless"))); n != 4 {
		t.Errorf("an archive without extension gave %d items", n)
	}
}

func TestWalkRefusesHarmfulArchives(t *testing.T) {
	good := zip.FileHeader{Name: "good.txt"}
	bomb := strings.Repeat("\x00", 8<<20)
	inner := zipped(t, zip.FileHeader{Name: "x.txt"})("x")
	locked := zipped(t, zip.FileHeader{Name: "locked.txt", Flags: 1}, good)("secret", "g")
	for name, c := range map[string]struct {
		data string
		kind error
		also string
	}{
		"bomb.zip":    {zipped(t, zip.FileHeader{Name: "bomb.txt", Method: zip.Deflate}, good)(bomb, "g"), ErrArchive, "good.txt=g"},
		"nested.zip":  {zipped(t, zip.FileHeader{Name: "x.zip"}, good)(inner, "g"), ErrArchive, "good.txt=g"},
		"locked.zip":  {locked, ErrEncrypted, "good.txt=g"},
		"damaged.zip": {"PK\x03\x04 and then nothing", ErrArchive, ""},
		"empty.zip":   {"", ErrEmpty, ""},
		"packed.zip":  {zipped(t, zip.FileHeader{Name: "p.txt", Method: 14}, good)("p", "g"), ErrArchive, "good.txt=g"},
	} {
		items := walkAll(t, filepath.Join(tree(t, map[string]string{name: c.data}), name))
		_ = onlyError(t, items, c.kind)
		if got := strings.Join(names(items), " "); !strings.Contains(got, c.also) {
			t.Errorf("%s: items %s lack %s", name, got, c.also)
		}
	}
}

func TestWalkBoundsTheEntriesOfAnArchive(t *testing.T) {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for range maxZipEntries + 1 {
		if _, err := w.CreateHeader(&zip.FileHeader{Name: "a"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	items := walkAll(t, filepath.Join(tree(t, map[string]string{"many.zip": buf.String()}), "many.zip"))
	if len(items) != 1 {
		t.Errorf("%d items", len(items))
	}
	_ = onlyError(t, items, ErrArchive)
}

func TestNamesAreHarmlessLabels(t *testing.T) {
	for in, want := range map[string]string{
		"a.txt": "a.txt", "a\x00b\n\x1b[31m.txt": "ab[31m.txt", "txt.\u202eexe": "txt.exe", "\xff.txt": "\ufffd.txt",
	} {
		if got := label(in); got != want {
			t.Errorf("label(%q) = %q, want %q", in, got, want)
		}
	}
	if got := label(strings.Repeat("é", 500)); len(got) > 200 || !strings.HasPrefix(got, "…") {
		t.Errorf("a long name became %d bytes: %q", len(got), got)
	}
}
