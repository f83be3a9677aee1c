package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Build makes a desk whole or not at all: f fills a temporary folder beside dir,
// which then gets dir's name. f must have closed the desk when it returns.
func Build(dir string, f func(tmp string) error) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
		return fmt.Errorf("making the desk's folder: %w", err)
	}
	tmp, err := os.MkdirTemp(filepath.Dir(dir), ".desk-*")
	if err != nil {
		return fmt.Errorf("making the desk's folder: %w", err)
	}
	err = f(tmp)
	if err == nil {
		if err = os.Remove(dir); errors.Is(err, os.ErrNotExist) { // an empty folder may be in the way
			err = nil
		}
	}
	if err == nil {
		err = os.Rename(tmp, dir)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("making the desk: %w", err), os.RemoveAll(tmp))
	}
	return nil
}

// Exists reports whether a folder holds a desk.
func Exists(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, FileName))
	return err == nil
}
