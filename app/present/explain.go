package present

import (
	"context"
	"errors"
	"strings"

	"stet/app/explain"
	"stet/app/store"
	"stet/index"
)

// Problem is an error in words: one sentence of what is wrong, one of what to
// do. Do may be empty when the first says it all.
type Problem struct{ What, Do string }

// here says what to do in the window, where that differs from the command line.
// The first that fits counts.
var here = []struct {
	is error
	do string
}{
	{store.ErrNoDesk, "Choose the folder that holds desk.db, or make a new desk with File, “New desk…”."},
	{index.ErrDamaged, "Choose File, “Rebuild the search index”: it is only a copy and nothing is lost."},
	{index.ErrInUse, "Close the other program that has this desk open, then choose File, “Rebuild the search index”."},
	{store.ErrReadOnly, "Close it where it is open for writing, then open it here again."},
}

// Explain puts an error into words for people.
func Explain(err error) Problem {
	what, do := explain.Error(err)
	if problem, advice, ok := strings.Cut(what, "; "); ok && do == "" {
		what, do = Sentence(problem), Sentence(advice)
	}
	for _, h := range here {
		if errors.Is(err, h.is) {
			return Problem{what, h.do}
		}
	}
	return Problem{what, do}
}

// Cancelled tells whether an error only says that the person cancelled.
func Cancelled(err error) bool { return errors.Is(err, context.Canceled) }
