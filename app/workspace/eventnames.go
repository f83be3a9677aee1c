package workspace

import (
	"fmt"
	"strings"

	"stet/claims"
	"stet/claims/ledger"
)

// namedAlready refuses an event that has the name of another, which neither a
// person nor 'toll' could tell from it, and one of the same place, first day and
// cause as another, which would divide one toll between two boards. was is the
// event before an edit, the zero event for a new one: what the edit leaves alone is
// not held against it. Ledgers written before are read as they are.
func (w *Workspace) namedAlready(e, was claims.Event) error {
	same := func(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }
	renamed := !same(e.Name, was.Name)
	moved := !same(e.Place, was.Place) || e.From != was.From || !same(e.Cause, was.Cause)
	var err error
	w.View(func(s *ledger.State) {
		for _, id := range s.Named {
			x := s.Events[id]
			switch {
			case x == nil || x.Removed || x.ID == e.ID || err != nil:
			case renamed && same(x.Name, e.Name):
				err = fmt.Errorf("there is an event %q already (%s); use it, or give this one another name", x.Name, x.ID)
			case moved && e.Place != "" && e.From != "" && same(x.Place, e.Place) && x.From == e.From && same(x.Cause, e.Cause):
				err = fmt.Errorf("event %s (%q) has this place and day already; use it, or say by the cause what sets them apart", x.ID, x.Name)
			}
		}
	})
	return err
}
