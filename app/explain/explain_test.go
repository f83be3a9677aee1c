package explain

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"stet/app/store"
	"stet/index/ingest"
)

func TestErrorsAreOneSentenceAndOneHint(t *testing.T) {
	denied := &fs.PathError{Op: "open", Path: "/desks/fire", Err: syscall.EACCES}
	for _, c := range []struct {
		err        error
		what, hint string // hint: how it begins
	}{
		{nil, "", ""},
		{errors.New("a claim needs words"), "A claim needs words.", ""},
		{errors.New("stet is old"), "stet is old.", ""},
		{errors.New("a7k3p@2 is no version"), "a7k3p@2 is no version.", ""},
		{fmt.Errorf("opening the desk: %w", denied), "Opening the desk: /desks/fire: this user may not do that.", "Change the permissions"},
		{&fs.PathError{Op: "stat", Path: "x.html", Err: syscall.ENOENT}, "x.html: there is no such file or folder.", "Check the path"},
		{&fs.PathError{Op: "write", Path: "r.html", Err: syscall.ENOSPC}, "r.html: the disk is full.", "Make room"},
		{fmt.Errorf("importing: %w", context.Canceled), "Cancelled.", "What was finished"},
		{WithHint(errors.New("there is no claim"), "stet claim list names them"), "There is no claim.", "stet claim list names them."},
		{fmt.Errorf("%w: /desks/fire", store.ErrNotWritable), "You may not write to this desk: /desks/fire.", "Ask its owner"},
		{&store.InUseError{Dir: "fire"}, "The desk fire is open in another program.", "Close it there"},
		{&ingest.Error{Name: "a.txt", Problem: "the file is empty", Hint: "check it", Kind: ingest.ErrEmpty}, "a.txt: the file is empty.", "Check it."},
	} {
		what, hint := Error(c.err)
		if what != c.what || !strings.HasPrefix(hint, c.hint) || c.hint == "" && hint != "" {
			t.Errorf("%v: got %q, %q; want %q, %q…", c.err, what, hint, c.what, c.hint)
		}
	}
	if WithHint(nil, "x") != nil {
		t.Error("a hint made an error of nothing")
	}
}
