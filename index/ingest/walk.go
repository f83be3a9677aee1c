package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// Item is one file to import, or why it could not be had.
type Item struct {
	Name string // base name, as shown to people; helps to tell the format
	Path string // where it came from: a path, inside an archive "pack.zip/folder/name"
	Data []byte // nil when Err is set
	Err  error  // an *Error, or the context's
}

// Walk hands out the files that paths name, one at a time and read only when it
// is their turn: files, the files of folders (in order of their names, hidden
// ones skipped, symbolic links followed once) and the entries of zip archives.
// What cannot be read is an Item with Err; the rest goes on. Walk stops when
// yield returns false or the context is done.
func Walk(ctx context.Context, paths []string, yield func(Item) bool) {
	visit(ctx, paths, func(e entry) bool {
		if ctx.Err() != nil {
			return false
		}
		it := Item{Name: label(e.name), Path: printable(e.path), Err: e.err}
		if it.Err == nil {
			it.Data, it.Err = e.open()
		}
		return yield(it)
	})
}

// Count says how many Items Walk would hand out, without reading any file but
// the tables of contents of archives.
func Count(ctx context.Context, paths []string) int {
	n := 0
	visit(ctx, paths, func(entry) bool { n++; return ctx.Err() == nil })
	return n
}

// entry is a file that was found but not yet read.
type entry struct {
	name, path string
	err        error
	open       func() ([]byte, error)
}

// walker remembers the folders it has been in, by real path, so that links that
// lead back end there.
type walker struct {
	ctx  context.Context
	seen map[string]bool
	each func(entry) bool
}

func visit(ctx context.Context, paths []string, each func(entry) bool) {
	w := &walker{ctx, map[string]bool{}, each}
	for _, p := range paths {
		if !w.path(p, true) {
			return
		}
	}
}

// maxDepth is how many folders deep a path is followed; deeper ones are almost
// surely a loop the real path does not show (a mount inside itself).
const maxDepth = 128

// clutter are files that systems leave in folders and archives.
var clutter = map[string]bool{"thumbs.db": true, "desktop.ini": true, "__macosx": true, "icon\r": true}

func skip(name string) bool {
	return strings.HasPrefix(name, ".") || clutter[strings.ToLower(name)]
}

// path visits one path; false means stop. Named paths are visited even when
// their names are hidden.
func (w *walker) path(p string, named bool) bool {
	if w.ctx.Err() != nil {
		return false
	}
	name := filepath.Base(p)
	if !named && skip(name) {
		return true
	}
	info, err := os.Stat(p)
	switch {
	case err != nil:
		return w.fail(p, diskError(label(name), false, err))
	case info.IsDir():
		return w.folder(p)
	case !info.Mode().IsRegular():
		return w.fail(p, &Error{label(name), "it is a device, not a file", "choose a file, a folder or a zip archive", ErrUnsupported})
	case isZip(p):
		return w.zip(p, info.Size())
	}
	return w.each(entry{name: name, path: p, open: func() ([]byte, error) { return readFile(p, name) }})
}

func (w *walker) fail(p string, err *Error) bool {
	return w.each(entry{name: filepath.Base(p), path: p, err: err})
}

func (w *walker) folder(p string) bool {
	name := label(filepath.Base(p))
	real, err := filepath.EvalSymlinks(p)
	if err != nil {
		return w.fail(p, diskError(name, true, err))
	}
	if abs, err := filepath.Abs(real); err == nil {
		real = abs
	}
	if w.seen[real] {
		return true
	}
	w.seen[real] = true
	if strings.Count(real, string(filepath.Separator)) > maxDepth {
		return w.fail(p, &Error{name, "its folders are nested too deeply", "import the inner folder by itself", ErrUnreadable})
	}
	list, err := os.ReadDir(p)
	if err != nil && len(list) == 0 {
		return w.fail(p, diskError(name, true, err))
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Name() < list[j].Name() })
	for _, e := range list {
		if !w.path(filepath.Join(p, e.Name()), false) {
			return false
		}
	}
	return true
}

// readFile reads a file, refusing one that is too big before reading it. A file
// that grows while it is read is refused too.
func readFile(p, name string) ([]byte, error) {
	name = label(name)
	f, err := os.Open(p)
	if err != nil {
		return nil, diskError(name, false, err)
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return nil, diskError(name, false, err)
	}
	if info.Size() > MaxFile {
		return nil, tooBig(name, info.Size())
	}
	data, err := readUpTo(f, MaxFile, info.Size())
	if err != nil {
		return nil, diskError(name, false, err)
	}
	if len(data) > MaxFile {
		return nil, tooBig(name, int64(len(data)))
	}
	return data, nil
}

// readUpTo reads at most limit+1 bytes, so that the caller sees when there are
// more than limit. expect is a first guess at the size.
func readUpTo(r io.Reader, limit, expect int64) ([]byte, error) {
	buf := make([]byte, 0, min(max(expect, 0), limit)+1)
	for {
		if int64(len(buf)) > limit {
			return buf, nil
		}
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := r.Read(buf[len(buf):min(int64(cap(buf)), limit+1)])
		buf = buf[:len(buf)+n]
		if errors.Is(err, io.EOF) {
			return buf, nil
		}
		if err != nil {
			return nil, fmt.Errorf("after %d bytes: %w", len(buf), err)
		}
	}
}
