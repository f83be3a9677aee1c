//go:build e2e

package e2e

import (
	"testing"
)

// entry is an entry of `stet log`, as far as it is asked here.
type entry struct {
	Kind   string
	Change map[string]any
}

// last is the last entry of the ledger.
func (d *driver) last() entry {
	d.t.Helper()
	var log []entry
	d.stet(&log, "log", "-n", "1")
	if len(log) != 1 {
		d.t.Fatalf("the ledger's last entry: %+v", log)
	}
	return log[0]
}

// TestDecidingInTheWindow goes through the places where things are decided:
// a claim with its evidence and verdict, two versions side by side, the inbox,
// the editor's review, a report.
func TestDecidingInTheWindow(t *testing.T) {
	d := start(t, newHome(t, 1440, 900, "light"))
	d.when("the sample desk is open", func(r report) bool { return r.Desk != "" && r.Cards > 0 && r.Findings > 0 })
	d.idle()
	verdict(d)
	compare(d)
	review(d)
	export(d)
	desk := d.state().Desk
	d.quit()
	if code := d.stetOn(desk, nil, "verify"); code != 0 {
		t.Fatalf("the desk does not verify: exit code %d", code)
	}
}

// verdict opens a claim from the list and decides it.
func verdict(d *driver) {
	d.t.Helper()
	d.key("ctrl+2")
	d.when("the claims are listed", func(r report) bool { return r.Route.Place == "claims" })
	d.click(d.where("text Norrby General Hospital"))
	d.when("the claim is open", func(r report) bool { return r.Claim != "" && r.Route.Side == "claim" })
	d.idle()
	d.shot("inspector-light")
}

// compare puts two versions side by side.
func compare(d *driver) {
	d.t.Helper()
	first := d.state().Version
	d.key("alt+Prior")
	d.when("the later version is open", func(r report) bool { return r.Version != first && !r.Busy })
	d.key("ctrl+d")
	d.when("two versions are side by side", func(r report) bool { return r.Route.Against != "" && r.Route.Against != r.Route.Version })
	d.where("text What changed")
	d.shot("compare-light")
	d.key("alt+shift+Down")
	d.key("ctrl+w")
	d.when("the comparison is closed", func(r report) bool { return r.Route.Against == "" })
}

// review approves what was submitted.
func review(d *driver) {
	d.t.Helper()
	before := d.state().Counts.Review
	d.key("ctrl+4")
	d.when("what was submitted is listed", func(r report) bool { return r.Route.Place == "review" })
	d.key("Down", "space")
	d.when("one is open", func(r report) bool { return r.Claim != "" })
	d.shot("review-light")
	d.key("ctrl+shift+p")
	d.when("it is approved", func(r report) bool { return r.Counts.Review == before-1 })
	if e := d.last(); e.Change["to"] != "approved" {
		d.t.Fatalf("the ledger's last entry is %+v", e)
	}
}

// export looks at the reports.
func export(d *driver) {
	d.t.Helper()
	d.key("ctrl+5")
	d.when("the reports are shown", func(r report) bool { return r.Route.Place == "reports" })
	d.shot("reports-light")
	d.key("ctrl+6")
	d.when("the history is shown", func(r report) bool { return r.Route.Place == "history" })
	d.shot("history-light")
}
