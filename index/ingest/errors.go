package ingest

import (
	"errors"
	"io/fs"
)

// Kinds of failure, for errors.Is. The words for people are in Error.
var (
	ErrEmpty       = errors.New("nothing to read")
	ErrBinary      = errors.New("not text")
	ErrTooBig      = errors.New("too big")
	ErrUnsupported = errors.New("format not supported")
	ErrMissing     = errors.New("no such file")
	ErrDenied      = errors.New("permission denied")
	ErrUnreadable  = errors.New("cannot be read")
	ErrArchive     = errors.New("archive refused")
	ErrEncrypted   = errors.New("password-protected")
)

// Error says why something was not read and what a person can do about it.
// Problem and Hint are each one sentence without a full stop.
type Error struct {
	Name    string // the file or archive entry, as shown to people
	Problem string
	Hint    string
	Kind    error // one of the Err… values
}

// Error prints "name: problem; hint".
func (e *Error) Error() string {
	s := e.Problem
	if e.Name != "" {
		s = e.Name + ": " + s
	}
	if e.Hint != "" {
		s += "; " + e.Hint
	}
	return s
}

// Unwrap gives the kind, so that errors.Is(err, ErrBinary) works.
func (e *Error) Unwrap() error { return e.Kind }

// diskError words an error of the file system.
func diskError(name string, folder bool, err error) *Error {
	what := "the file"
	if folder {
		what = "the folder"
	}
	switch {
	case errors.Is(err, fs.ErrPermission):
		return &Error{name, what + " may not be read by this user", "change its permissions or ask its owner for a copy", ErrDenied}
	case errors.Is(err, fs.ErrNotExist):
		return &Error{name, what + " does not exist", "check the path, or that the disk it is on is connected", ErrMissing}
	}
	return &Error{name, what + " cannot be read: " + plain(err), "copy it to a local disk and try again", ErrUnreadable}
}

// plain is the innermost message of an error, without the path it repeats.
func plain(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
