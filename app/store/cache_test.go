package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func records(t *testing.T, c *Cache) []string {
	t.Helper()
	var out []string
	if err := c.Read(func(r []byte) error { out = append(out, string(r)); return nil }); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestACacheKeepsItsRecordsAndForgetsDamage(t *testing.T) {
	dir := t.TempDir()
	open := func() *Cache { return (&Store{dir: dir}).Cache("figures") }
	c := open()
	if got := records(t, c); got != nil {
		t.Fatalf("an empty cache has %q", got)
	}
	for _, batch := range [][][]byte{{[]byte("a"), {}}, {[]byte("b")}} {
		if err := c.Append(batch); err != nil {
			t.Fatal(err)
		}
	}
	if got := records(t, open()); !slices.Equal(got, []string{"a", "", "b"}) {
		t.Fatalf("read %q", got)
	}
	path := filepath.Join(dir, "figures.cache")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for n := range whole { // cut off anywhere: what is whole is read, and the next append is found again
		if err := os.WriteFile(path, whole[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		c := open()
		before := records(t, c)
		if err := c.Append([][]byte{[]byte("c")}); err != nil {
			t.Fatal(err)
		}
		if got := records(t, open()); !slices.Equal(got, append(before, "c")) {
			t.Fatalf("cut at %d: %q, then %q", n, before, got)
		}
	}
	if err := c.Drop(); err != nil || records(t, open()) != nil {
		t.Errorf("dropped, but still there (%v)", err)
	}
}

func TestACacheOfADeskOpenForReadingIsNotWritten(t *testing.T) {
	dir := t.TempDir()
	c := (&Store{dir: dir, readOnly: true}).Cache("figures")
	if err := c.Append([][]byte{[]byte("a")}); err != nil || records(t, c) != nil {
		t.Errorf("written (%v)", err)
	}
	want := errors.New("stop")
	w := (&Store{dir: dir}).Cache("figures")
	if err := w.Append([][]byte{[]byte("a")}); err != nil {
		t.Fatal(err)
	}
	if err := w.Read(func([]byte) error { return want }); !errors.Is(err, want) {
		t.Errorf("%v", err)
	}
}

func TestAReaderKeepsWhatItComputesInItsOwnFolder(t *testing.T) {
	dir, own := t.TempDir(), filepath.Join(t.TempDir(), "caches")
	open := func() *Cache { return (&Store{dir: dir, readOnly: true, caches: own}).Cache("figures") }
	if err := (&Store{dir: dir}).Cache("figures").Append([][]byte{[]byte("the desk's")}); err != nil {
		t.Fatal(err)
	}
	c := open()
	if got := records(t, c); fmt.Sprint(got) != "[the desk's]" {
		t.Fatalf("%q", got)
	}
	if err := c.Append([][]byte{[]byte("the reader's")}); err != nil {
		t.Fatal(err)
	}
	if got := records(t, open()); fmt.Sprint(got) != "[the desk's the reader's]" {
		t.Errorf("kept %q", got)
	}
	if got := records(t, (&Store{dir: dir}).Cache("figures")); fmt.Sprint(got) != "[the desk's]" {
		t.Errorf("the desk has %q", got)
	}
	if got := records(t, (&Store{dir: t.TempDir(), readOnly: true, caches: own}).Cache("figures")); got != nil {
		t.Errorf("another desk has %q", got)
	}
	if err := open().Drop(); err != nil {
		t.Fatal(err)
	}
	if got := records(t, open()); fmt.Sprint(got) != "[the desk's]" {
		t.Errorf("dropped, left %q", got)
	}
}

// FuzzCache: no bytes make a cache panic, and what is appended to it is read again.
func FuzzCache(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{0, 0, 0, 2, 3, 0})
	f.Add([]byte{255, 255, 255, 255, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "x.cache"), data, 0o600); err != nil {
			t.Fatal(err)
		}
		c := (&Store{dir: dir}).Cache("x")
		before := records(t, c)
		if err := c.Append([][]byte{[]byte("last")}); err != nil {
			t.Fatal(err)
		}
		if got := records(t, (&Store{dir: dir}).Cache("x")); fmt.Sprint(got) != fmt.Sprint(append(before, "last")) {
			t.Fatalf("%q, then %q", before, got)
		}
	})
}
