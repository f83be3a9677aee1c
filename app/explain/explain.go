// Package explain words errors for people: one sentence of what is wrong, one of
// what to do. Both shells use it, so that the window and the command line say
// the same. Every hint that a person reads is in this file.
//
// Rules for the sentences: name the thing; say "the desk", "the file", "the
// disk", never a function; no "please", no "error"; the hint is something the
// reader can do now.
package explain

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"stet/app/store"
	"stet/app/workspace"
	"stet/claims/ledger"
	"stet/index"
	"stet/index/ingest"
)

// hinted carries a hint that only the place of an error knows.
type hinted struct {
	error
	hint string
}

func (h hinted) Unwrap() error { return h.error }

// WithHint gives an error a hint of its own, one sentence of what to do. It is
// preferred to the hint of the error's kind. A nil error stays nil.
func WithHint(err error, hint string) error {
	if err == nil {
		return nil
	}
	return hinted{err, hint}
}

// hints are asked in order; the first kind that matches gives the hint.
var hints = []struct {
	kind error
	hint string
}{
	{context.Canceled, "What was finished before is kept."},
	{store.ErrNoDesk, "Name another folder, or make a desk there by importing something: stet --desk FOLDER import FILES."},
	{store.ErrNewer, "Open it with the newer version of Stet; nothing was changed."},
	{store.ErrDamaged, "Nothing was changed. Keep a copy of the folder as it is, and go back to a backup; the articles can be imported again from their originals."},
	{store.ErrFull, "Make room and do it again; what was acknowledged before is on disk."},
	{store.ErrDisk, "Check the disk's room and health, then do it again; what was acknowledged before is on disk."},
	{store.ErrNotWritable, "Ask its owner for the right to write; searching, comparing, checking and verifying work without it."},
	{store.ErrReadOnly, "Close it where it is open for writing, or open another desk."},
	{store.ErrConflict, "Look at what they wrote, then do it again."},
	{workspace.ErrNothing, "Everything you did was taken back already, or somebody else did it."},
	{index.ErrDamaged, "Run 'stet reindex': the index is rebuilt from the desk and nothing is lost."},
	{index.ErrInUse, "Close the other program, or run 'stet reindex'."},
	{syscall.ENOSPC, "Make room and do it again; what was acknowledged before is on disk."},
	{syscall.EROFS, "Copy the folder to a disk that can be written, or only read it: search, compare, check and verify need no write access."},
	{syscall.ENOTDIR, "Name a folder; a desk is a folder."},
	{fs.ErrPermission, "Change the permissions of the file or folder, or choose another one."},
	{fs.ErrNotExist, "Check the path, or that the disk it is on is connected."},
}

// Error words an error. hint is "" when there is nothing to add.
func Error(err error) (what, hint string) {
	if err == nil {
		return "", ""
	}
	var own hinted
	if errors.As(err, &own) {
		return sentence(words(err)), sentence(own.hint)
	}
	var file *ingest.Error
	if errors.As(err, &file) {
		what := file.Problem
		if file.Name != "" {
			what = file.Name + ": " + what
		}
		return sentence(what), sentence(file.Hint)
	}
	var used *store.InUseError
	if errors.As(err, &used) {
		return sentence(used.Error()), "Close it there, or read it meanwhile: searching, comparing, checking and reports work beside an open window."
	}
	if errors.Is(err, context.Canceled) {
		return "Cancelled.", hints[0].hint
	}
	var refused *ledger.RefusedError
	if errors.As(err, &refused) {
		return sentence(words(err)), ""
	}
	for _, h := range hints {
		if errors.Is(err, h.kind) {
			return sentence(words(err)), h.hint
		}
	}
	return sentence(words(err)), ""
}

// system puts what the operating system says into words for people; what is not
// here is given as it came.
var system = []struct {
	kind  error
	words string
}{
	{fs.ErrNotExist, "there is no such file or folder"},
	{fs.ErrExist, "it is there already"},
	{fs.ErrPermission, "this user may not do that"},
	{syscall.ENOSPC, "the disk is full"},
	{syscall.EROFS, "the disk can only be read"},
	{syscall.ENOTDIR, "this is a file, not a folder"},
	{syscall.EISDIR, "this is a folder, not a file"},
}

// words is an error's message without the names of system calls.
func words(err error) string {
	s := err.Error()
	var p *fs.PathError
	if !errors.As(err, &p) {
		return s
	}
	why := p.Err.Error()
	for _, x := range system {
		if errors.Is(p.Err, x.kind) {
			why = x.words
			break
		}
	}
	return strings.Replace(s, p.Error(), p.Path+": "+why, 1)
}

// sentence begins with a capital letter and ends with a stop.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	if c := s[0]; c >= 'a' && c <= 'z' && !strings.HasPrefix(s, "stet ") && wordLike(s) {
		s = string(c-'a'+'A') + s[1:]
	}
	if !strings.ContainsAny(s[len(s)-1:], ".!?…") {
		s += "."
	}
	return s
}

// wordLike reports whether a text begins with a plain word, not a file name or
// an identifier, which keep their case.
func wordLike(s string) bool {
	w, _, _ := strings.Cut(s, " ")
	return strings.Trim(w, "abcdefghijklmnopqrstuvwxyz,") == ""
}
