package workspace

import (
	"fmt"
	"strings"

	"stet/claims"
	"stet/claims/ledger"
)

// namedAlready refuses a second event of one name, which neither a person nor 'toll'
// could tell from the first, and a second one of the same place, first day and cause,
// which would divide one toll between two boards. Ledgers written before are read as
// they are.
func (w *Workspace) namedAlready(e claims.Event) error {
	same := func(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }
	var err error
	w.View(func(s *ledger.State) {
		for _, id := range s.Named {
			x := s.Events[id]
			switch {
			case x == nil || x.Removed || err != nil:
			case same(x.Name, e.Name):
				err = fmt.Errorf("there is an event %q already (%s); use it, or give this one another name", x.Name, x.ID)
			case e.Place != "" && e.From != "" && same(x.Place, e.Place) && x.From == e.From && same(x.Cause, e.Cause):
				err = fmt.Errorf("event %s (%q) has this place and day already; use it, or say by the cause what sets them apart", x.ID, x.Name)
			}
		}
	})
	return err
}
