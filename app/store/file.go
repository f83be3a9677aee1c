package store

import "github.com/google/renameio/v2/maybe"

// WriteFile writes a file for people whole or not at all: into a temporary file
// beside it, flushed to disk, then renamed (on Windows, which cannot rename over
// an open file, it is written directly).
func WriteFile(path string, data []byte) error { return maybe.WriteFile(path, data, 0o644) }
