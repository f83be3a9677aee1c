//go:build e2e

package e2e

import (
	"path/filepath"
	"strings"
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
	coverage(d)
	correct(d)
	inbox(d)
	verdict(d)
	compare(d)
	quotes(d)
	tolls(d)
	review(d)
	export(d)
	desk := d.state().Desk
	d.quit()
	if code := d.stetOn(desk, nil, "verify"); code != 0 {
		t.Fatalf("the desk does not verify: exit code %d", code)
	}
}

// coverage handles sentences of the story by keys alone.
func coverage(d *driver) {
	d.t.Helper()
	d.key("alt+3")
	before := d.when("the coverage is beside the text", func(r report) bool {
		return r.Route.Side == "coverage" && strings.Contains(r.Status, "checkable sentences handled")
	})
	d.key("o", "o")
	d.when("an open sentence is current", func(r report) bool { return r.Current >= 0 || r.Route.Span.End > 0 })
	d.both("coverage")
	d.key("h")
	d.when("it asks why", func(r report) bool { return r.Dialogs > 0 })
	d.typed("Checked in the first edition")
	d.key("ctrl+Return")
	d.when("the meter rises", func(r report) bool { return r.Dialogs == 0 && r.Status != before.Status })
	e := d.last()
	if e.Kind != "sentence marked" || e.Change["as"] != "handled" || e.Change["reason"] != "Checked in the first edition" {
		d.t.Fatalf("the ledger's last entry is %+v", e)
	}
	d.key("ctrl+z")
	d.when("the mark is taken back", func(r report) bool { return r.Status == before.Status })
}

// correct corrects the reading of a proposal while it is accepted.
func correct(d *driver) {
	d.t.Helper()
	d.key("alt+1")
	before := d.when("the proposals are beside the text", func(r report) bool { return r.Route.Side == "proposals" })
	d.key("j", "e")
	d.when("it asks how to read it", func(r report) bool { return r.Dialogs > 0 })
	d.key("ctrl+a")
	d.typed("Anders Holm, the fire chief")
	d.both("correct")
	d.key("Return")
	d.when("it is accepted", func(r report) bool { return r.Dialogs == 0 && r.Counts.Claims == before.Counts.Claims+1 })
	var log []entry
	d.stet(&log, "log", "-n", "3")
	found := false
	for _, e := range log {
		found = found || e.Kind == "reading corrected"
	}
	if !found {
		d.t.Fatalf("no correction is in the ledger: %+v", log)
	}
	d.key("ctrl+z")
	d.when("claim and correction are taken back", func(r report) bool { return r.Counts.Claims == before.Counts.Claims })
}

// inbox looks at what later versions did.
func inbox(d *driver) {
	d.t.Helper()
	d.key("ctrl+5")
	d.when("the inbox is open", func(r report) bool { return r.Route.Place == "inbox" })
	d.where("text altered the words")
	d.idle()
	d.both("inbox")
}

// verdict opens a claim from the list and decides it.
func verdict(d *driver) {
	d.t.Helper()
	d.key("ctrl+2")
	d.when("the claims are listed", func(r report) bool { return r.Route.Place == "claims" })
	d.click(d.where("text Norrby General Hospital"))
	claim := d.when("the claim is open", func(r report) bool { return r.Claim != "" && r.Route.Side == "claim" }).Claim
	d.idle()
	d.both("inspector")

	// A verdict that is stale is given again.
	d.click(d.where("text The port will reopen"))
	claim = d.when("another claim is open", func(r report) bool { return r.Claim != claim }).Claim
	d.idle()
	d.key("ctrl+Return")
	d.press("Give it again")
	d.when("the verdict is given again", func(r report) bool { return strings.HasPrefix(r.Toast, "Verdict on ") && r.Dialogs == 0 })

	// A claim nobody decided yet is decided.
	d.click(d.where("text The port authority is said"))
	r := d.when("another claim is open", func(now report) bool { return now.Claim != "" && now.Claim != claim })
	d.idle()
	d.key("ctrl+Return")
	var chip box
	d.until("the verdict's form is in sight", func() bool {
		chip = d.where("text not checkable")
		return chip.Y > 0 && chip.Y+chip.H < r.H-30
	})
	d.click(chip)
	d.click(d.where("entry Reason"))
	d.typed("Nobody counted them")
	d.key("ctrl+Return")
	d.when("the verdict is given", func(now report) bool { return strings.HasPrefix(now.Toast, "Verdict on "+r.Claim) })
	v, _ := d.last().Change["verdict"].(map[string]any)
	if v["claim"] != r.Claim || v["check"] != "not checkable" || v["reason"] != "Nobody counted them" {
		d.t.Fatalf("the ledger's last entry is %+v", d.last())
	}
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
	d.both("compare")
	d.key("alt+shift+Down")
	d.key("ctrl+w")
	d.when("the comparison is closed", func(r report) bool { return r.Route.Against == "" })
}

// quotes looks at who prints a quote how.
func quotes(d *driver) {
	d.t.Helper()
	d.key("ctrl+4")
	d.when("the quotes are listed", func(r report) bool { return r.Route.Place == "quotes" })
	d.click(d.where("text Marta Lindqvist"))
	d.where("text best source")
	d.where("text The longest")
	d.where("text cut silently")
	d.idle()
	d.both("quotes")
	// The rendering of the checked story opens beside the source.
	d.press("Compare")
	d.when("two articles are side by side", func(r report) bool { return r.Route.Against != "" })
	d.key("ctrl+w")
	d.when("the quotes are back", func(r report) bool { return r.Route.Against == "" && r.Route.Place == "quotes" })
}

// tolls goes through the board of an event: its figures, its alarms, its chart.
func tolls(d *driver) {
	d.t.Helper()
	d.key("ctrl+3")
	d.when("the events are listed", func(r report) bool { return r.Route.Place == "events" })
	d.click(d.where("text Attack on the market of Kostrel"))
	d.where("text 24 or < 10")
	d.idle()
	d.both("tolls")
	d.click(d.where("text Alarms ("))
	d.where("text Rival counts")
	d.idle()
	d.both("toll-flags")
	// An alarm is dismissed with a reason, which the ledger keeps.
	d.click(d.where("text Rival counts"))
	d.key("alt+s")
	d.when("the reason is asked for", func(r report) bool { return r.Dialogs > 0 })
	d.typed("both are printed with who says so")
	d.key("ctrl+Return")
	d.when("the flag is dismissed", func(r report) bool { return r.Dialogs == 0 && strings.HasPrefix(r.Toast, "The alarm is dismissed") })
	if e := d.last(); e.Kind != "finding settled" {
		d.t.Errorf("the ledger's last entry is %+v", e)
	}
	d.click(d.where("text Figures"))
	d.idle()
}

// review approves what was submitted.
func review(d *driver) {
	d.t.Helper()
	before := d.state().Counts.Review
	d.key("ctrl+6")
	d.when("what was submitted is listed", func(r report) bool { return r.Route.Place == "review" })
	d.key("Down", "space")
	d.when("one is open", func(r report) bool { return r.Claim != "" })
	d.both("review")
	d.key("ctrl+shift+p")
	d.when("it is approved", func(r report) bool { return r.Counts.Review == before-1 })
	if e := d.last(); e.Change["to"] != "approved" {
		d.t.Fatalf("the ledger's last entry is %+v", e)
	}
}

// export writes a report and lets the command line verify it.
func export(d *driver) {
	d.t.Helper()
	d.key("ctrl+7")
	d.when("the reports are shown", func(r report) bool { return r.Route.Place == "reports" })
	d.both("reports")
	d.key("ctrl+e")
	d.when("it asks where to write it", func(r report) bool { return r.Dialogs > 0 })
	d.press("Export")
	d.when("the report is written", func(r report) bool { return r.Counts.Reports == 1 && r.Job == "" })
	written, err := filepath.Glob(filepath.Join(d.home, "*report*"))
	if err != nil || len(written) != 1 {
		d.t.Fatalf("written: %q, %v", written, err)
	}
	if code := d.stet(nil, "verify", written[0]); code != 0 {
		d.t.Fatalf("the report does not verify: exit code %d", code)
	}
	d.key("ctrl+8")
	d.when("the history is shown", func(r report) bool { return r.Route.Place == "history" })
	d.both("history")
}
