package store

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Staged is a file for people that is on disk whole, under a name nobody asked
// for, and takes its place when that is decided: so that what has to be recorded
// about it can be recorded first.
type Staged struct{ temp, path string }

// Stage writes a file beside its place, flushed to disk. Errors name the place.
func Stage(path string, data []byte) (*Staged, error) {
	if st, err := os.Stat(path); err == nil && st.IsDir() {
		return nil, &fs.PathError{Op: "write", Path: path, Err: errors.New("this is a folder; name a file in it")}
	}
	s := &Staged{filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%s.tmp", filepath.Base(path), rand.Text()[:8])), path}
	f, err := os.OpenFile(s.temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, s.named(err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		s.Discard()
		return nil, s.named(err)
	}
	return s, nil
}

// Place gives the file its name, replacing what had it.
func (s *Staged) Place() error {
	if err := os.Rename(s.temp, s.path); err != nil {
		s.Discard()
		return s.named(err)
	}
	return nil
}

// Discard takes the file away. After Place it does nothing.
func (s *Staged) Discard() { _ = os.Remove(s.temp) }

// named is an error of the temporary file as one of the file that was asked for.
func (s *Staged) named(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return &fs.PathError{Op: p.Op, Path: s.path, Err: p.Err}
	}
	if l, ok := errors.AsType[*os.LinkError](err); ok {
		return &fs.PathError{Op: l.Op, Path: s.path, Err: l.Err}
	}
	return err
}
