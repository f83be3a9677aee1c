package index

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"
)

// Limits of taking a snapshot.
const (
	// snapshotTries is how often a snapshot is taken anew because the other
	// process was writing at that moment.
	snapshotTries = 20
	// snapshotPause is the time between two tries: a single edit is on disk in
	// about 10 ms.
	snapshotPause = 15 * time.Millisecond
	// snapshotStale is the age from which a snapshot folder is a leftover of a
	// process that was killed.
	snapshotStale = time.Hour
)

// OpenSnapshot opens a private copy of the index in dir as it is now, while
// another process may hold it and go on writing. What is put into the copy, to
// bring it up to date, is gone with it. Bleve itself cannot do that:
// its root file is locked. The segment files are immutable, so they are linked
// (copied where the file system cannot) into a folder beside dir, or in the
// system's temporary folder if that cannot be written, together with a copy of
// the root; a copy taken while the root changed is taken again.
//
// cleanup closes the index and deletes that folder. When there is no index, or
// it stays busy, the error says so and the caller can build an index in memory.
func OpenSnapshot(dir string, o Options) (x *Index, cleanup func() error, err error) {
	if _, err := os.Stat(filepath.Join(dir, "store", "root.bolt")); err != nil {
		return nil, nil, fmt.Errorf("a snapshot of the index in %s: %w", dir, err)
	}
	removeStale(dir)
	for range snapshotTries {
		if x, cleanup, err = trySnapshot(dir, o); err == nil {
			return x, cleanup, nil
		}
		time.Sleep(snapshotPause)
	}
	return nil, nil, fmt.Errorf("a snapshot of the index in %s: it changes too fast or is damaged: %w", dir, err)
}

func trySnapshot(dir string, o Options) (*Index, func() error, error) {
	to, err := snapshotFolder(dir)
	if err != nil {
		return nil, nil, err
	}
	b, err := copyIndex(dir, to)
	if err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(to))
	}
	x, err := newIndex(to, b, o)
	if err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(to))
	}
	return x, func() error { return errors.Join(x.Close(), os.RemoveAll(to)) }, nil
}

const snapshotSuffix = ".snapshot-"

func snapshotFolder(dir string) (string, error) {
	dir = filepath.Clean(dir)
	if to, err := os.MkdirTemp(filepath.Dir(dir), filepath.Base(dir)+snapshotSuffix); err == nil {
		return to, nil
	}
	return os.MkdirTemp("", filepath.Base(dir)+snapshotSuffix)
}

// removeStale deletes what killed processes left; what cannot be deleted stays.
func removeStale(dir string) {
	dir = filepath.Clean(dir)
	old, err := filepath.Glob(dir + snapshotSuffix + "*")
	if err != nil {
		return
	}
	for _, p := range old {
		if info, err := os.Stat(p); err == nil && time.Since(info.ModTime()) > snapshotStale {
			_ = os.RemoveAll(p) // a leftover that cannot be deleted does no harm
		}
	}
}

// copyIndex makes a copy of one state of an index that may be changing, and
// opens it. The order matters: segments that the root names exist before the
// root does and are deleted only after a later root is written.
func copyIndex(from, to string) (bleve.Index, error) {
	if err := os.Mkdir(filepath.Join(to, "store"), 0o755); err != nil {
		return nil, err
	}
	if err := copyFile(from, to, "index_meta.json"); err != nil {
		return nil, err
	}
	if err := linkSegments(from, to); err != nil {
		return nil, err
	}
	root := filepath.Join("store", "root.bolt")
	if err := copyFile(from, to, root); err != nil {
		return nil, err
	}
	if err := linkSegments(from, to); err != nil {
		return nil, err
	}
	same, err := sameFile(filepath.Join(from, root), filepath.Join(to, root))
	if err != nil {
		return nil, err
	}
	if !same {
		return nil, errors.New("it was written to while it was copied")
	}
	return openExisting(to)
}

// linkSegments links the segment files that are there; one that vanishes
// meanwhile is of no use to the newest root.
func linkSegments(from, to string) error {
	entries, err := os.ReadDir(filepath.Join(from, "store"))
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".zap") {
			continue
		}
		name := filepath.Join("store", e.Name())
		err := os.Link(filepath.Join(from, name), filepath.Join(to, name))
		if err == nil || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err := copyFile(from, to, name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

func copyFile(from, to, name string) (err error) {
	in, err := os.Open(filepath.Join(from, name))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := os.Create(filepath.Join(to, name))
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// sameFile compares two files byte by byte.
func sameFile(a, b string) (bool, error) {
	x, err := os.ReadFile(a)
	if err != nil {
		return false, err
	}
	y, err := os.ReadFile(b)
	return bytes.Equal(x, y), err
}
