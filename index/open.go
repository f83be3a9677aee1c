package index

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"

	"github.com/blevesearch/bleve/v2"
	bolterrors "go.etcd.io/bbolt/errors"
)

// lockWait is how long opening waits for another process to let go: long enough
// for one that is just closing, short enough to be an answer.
const lockWait = "100ms"

// Open opens the index in dir, or an index in memory when dir is "". An index
// that is missing, damaged, of another format or not an index at all is set
// aside and a new, empty one is opened: Seen is then 0 and the caller rebuilds.
// An index another process has open gives ErrInUse.
func Open(dir string, o Options) (*Index, error) {
	if dir == "" {
		b, err := create("")
		if err != nil {
			return nil, err
		}
		return newIndex("", b, o)
	}
	b, err := openExisting(dir)
	switch {
	case err == nil:
		return newIndex(dir, b, o)
	case errors.Is(err, ErrInUse):
		return nil, err
	case !errors.Is(err, fs.ErrNotExist):
		logger(o).Warn("index: starting an empty index", "dir", dir, "reason", err)
		if err := setAside(dir); err != nil {
			return nil, fmt.Errorf("the index in %s cannot be opened or moved away: %w; delete that folder", dir, err)
		}
	}
	if b, err = create(dir); err != nil {
		return nil, err
	}
	return newIndex(dir, b, o)
}

func newIndex(dir string, b bleve.Index, o Options) (*Index, error) {
	n, err := internal(b, keySeen)
	if err != nil {
		return nil, errors.Join(err, b.Close())
	}
	head, err := internal(b, keyHead)
	if err != nil {
		return nil, errors.Join(err, b.Close())
	}
	x := &Index{dir: dir, b: b, log: logger(o), texts: newTexts(o.Texts)}
	x.seen.value.Store(decodeSeen(n))
	x.seen.head, x.seen.name = string(head), o.Head
	return x, nil
}

func logger(o Options) *slog.Logger {
	if o.Log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return o.Log
}

// create makes an empty index.
func create(dir string) (bleve.Index, error) {
	if dir != "" {
		if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
			return nil, fmt.Errorf("creating the index: %w", err)
		}
	}
	b, err := bleve.NewUsing(dir, newMapping(), bleve.Config.DefaultIndexType, bleve.Config.DefaultKVStore,
		map[string]any{"bolt_timeout": lockWait})
	if err != nil {
		return nil, fmt.Errorf("creating the index: %w", inUse(err))
	}
	if err := b.SetInternal(keyFormat, []byte(format)); err != nil {
		return nil, errors.Join(fmt.Errorf("creating the index: %w", err), b.Close())
	}
	return b, nil
}

// openExisting opens what is in dir; any error but ErrInUse and fs.ErrNotExist
// means that it is not an index of this format.
func openExisting(dir string) (b bleve.Index, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	if len(entries) == 0 {
		return nil, errors.Join(fs.ErrNotExist, os.Remove(dir))
	}
	defer caught(&err)
	b, err = bleve.OpenUsing(dir, map[string]any{"bolt_timeout": lockWait})
	if err != nil {
		return nil, inUse(err)
	}
	f, err := internal(b, keyFormat)
	if err == nil && string(f) != format {
		err = fmt.Errorf("it has the format %q, not %q", f, format)
	}
	if err == nil {
		err = checkFiles(b)
	}
	if err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return b, nil
}

// inUse recognises the lock of another process.
func inUse(err error) error {
	if errors.Is(err, bolterrors.ErrTimeout) || err != nil && err.Error() == bolterrors.ErrTimeout.Error() {
		return ErrInUse
	}
	return err
}

// setAside deletes what is certainly an index of ours and renames anything else.
func setAside(dir string) error {
	_, meta := os.Stat(filepath.Join(dir, "index_meta.json"))
	_, root := os.Stat(filepath.Join(dir, "store", "root.bolt"))
	if meta == nil || root == nil {
		return os.RemoveAll(dir)
	}
	to := dir + ".aside"
	for n := 2; ; n++ {
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			return os.Rename(dir, to)
		}
		to = dir + ".aside-" + strconv.Itoa(n)
	}
}
