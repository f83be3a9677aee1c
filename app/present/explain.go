package present

import (
	"errors"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/app/store"
	"stet/claims/ledger"
	"stet/index"
	"stet/index/ingest"
)

// Problem is an error in words: one sentence of what is wrong, one of what to
// do. Do may be empty when the first says it all.
type Problem struct{ What, Do string }

// explained says for kinds of errors what to do. The first that fits counts.
var explained = []struct {
	is   error
	what string // "": the error's own words
	do   string
}{
	{store.ErrNoDesk, "There is no desk in this folder.", "Choose the folder that holds desk.db, or make a new desk."},
	{store.ErrNewer, "A newer version of Stet wrote this desk.", "Install the newer version to open it; nothing was changed."},
	{store.ErrDamaged, "This desk's file is damaged, so its record cannot be trusted.", "Restore the folder from a backup; “stet verify” on the command line says where the damage is."},
	{store.ErrReadOnly, "This desk is open for reading only.", "Ask whoever has it open to close it, then open it again."},
	{store.ErrConflict, "Somebody else keeps writing to this desk.", "Try again in a moment; nothing of yours was written."},
	{store.ErrFull, "The disk is full, so nothing was written.", "Free some space and do it again; what was there before is safe."},
	{store.ErrMissing, "The desk does not hold a text that its record cites.", "Run “stet verify” to see what is missing and restore it from a backup."},
	{index.ErrInUse, "The search index is in use by another program.", "Close the other Stet that has this desk open."},
	{index.ErrDamaged, "The search index is damaged.", "Choose File, “Rebuild the search index”: it is only a copy and nothing is lost."},
	{fs.ErrPermission, "", "Change the permissions of the file or folder, or choose another place."},
	{fs.ErrNotExist, "", "Check the path, or that the disk it is on is connected."},
}

// Explain puts an error into words for people.
func Explain(err error) Problem {
	var file *ingest.Error
	if errors.As(err, &file) {
		what := file.Problem
		if file.Name != "" {
			what = file.Name + ": " + what
		}
		return Problem{Sentence(what), Sentence(file.Hint)}
	}
	var inUse *store.InUseError
	if errors.As(err, &inUse) {
		return Problem{Sentence(inUse.Error()), "Open it for reading only, or ask them to close it."}
	}
	var refused *ledger.RefusedError
	if errors.As(err, &refused) {
		what, do, _ := strings.Cut(err.Error(), "; ")
		return Problem{Sentence(what), Sentence(do)}
	}
	for _, e := range explained {
		if !errors.Is(err, e.is) {
			continue
		}
		if e.what == "" {
			return Problem{Sentence(err.Error()), e.do}
		}
		return Problem{e.what, e.do}
	}
	what, do, _ := strings.Cut(err.Error(), "; ")
	return Problem{Sentence(what), Sentence(do)}
}

// Sentence begins with a capital, unless what it begins with is a name such as
// that of a file, and ends with a full stop.
func Sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	word, _, _ := strings.Cut(s, " ")
	if r, n := utf8.DecodeRuneInString(s); unicode.IsLower(r) && !strings.ContainsAny(word, "./\\_@:") {
		s = string(unicode.ToUpper(r)) + s[n:]
	}
	if strings.HasSuffix(s, "…") || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}
