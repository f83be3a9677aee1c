package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2/maybe"
)

// WriteFile writes a file for people whole or not at all: into a temporary file
// beside it, flushed to disk, then renamed (on Windows, which cannot rename over
// an open file, it is written directly).
func WriteFile(path string, data []byte) error {
	err := maybe.WriteFile(path, data, 0o644)
	if p, ok := errors.AsType[*fs.PathError](err); ok { // of the temporary file, which nobody asked for
		return &fs.PathError{Op: p.Op, Path: path, Err: p.Err}
	}
	return err
}

// ReadFile reads a file a person named, if it has at most limit bytes.
func ReadFile(path string, limit int64) ([]byte, error) {
	st, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if st.Size() > limit {
		return nil, fmt.Errorf("%s has %d MiB; at most %d are read", filepath.Base(path), st.Size()>>20, limit>>20)
	}
	return os.ReadFile(path)
}
