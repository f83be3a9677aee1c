//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// claim is what `stet claim list --json` tells, as far as it is asked here.
type claim struct {
	ID, Text, Kind string
	Body           map[string]any
}

func TestTheMainJobInTheWindow(t *testing.T) {
	home := newHome(t, 1440, 900, "light")
	d := start(t, home)

	// The sample desk is made and opens at its story, with what it claims.
	d.when("the sample desk is open", func(r report) bool { return r.Desk != "" && r.Counts.Articles >= 14 && r.Cards > 0 })
	r := d.idle()
	d.when("findings are there", func(r report) bool { return r.Findings > 0 })
	if r.Version == "" {
		t.Fatal("no article is open")
	}
	d.shot("reader-light")

	search(d)
	accept(d)
	attach(d)
	undo(d)
	themes(d)

	desk := d.state().Desk
	d.quit()
	if code := d.stetOn(desk, nil, "verify"); code != 0 {
		t.Fatalf("the desk does not verify after the window closed: exit code %d", code)
	}

	// The window remembers where one was, and its theme.
	d = start(t, home)
	d.when("the desk opens again", func(now report) bool { return now.Desk == desk && now.Version == r.Version && now.Theme == "dark" })
	d.quit()
}

// search types, looks at what is found and opens it.
func search(d *driver) {
	d.t.Helper()
	first := d.state().Version
	d.key("ctrl+k")
	d.typed("sprinklers")
	d.when("something is found", func(r report) bool { return r.Hits > 1 && !r.Busy })
	d.both("search")
	d.key("Return", "Down", "space")
	d.when("a passage is open", func(r report) bool { return r.Route.Span.End > 0 && r.Route.Version == r.Version })
	d.key("ctrl+shift+s")
	d.when("the search is kept", func(r report) bool { return strings.HasPrefix(r.Toast, "Search saved as a receipt") })
	d.key("ctrl+k", "ctrl+a", "BackSpace")
	d.when("the list is back", func(r report) bool { return r.Query == "" && r.Hits == 0 })
	for range 5 {
		if d.state().Version == first {
			break
		}
		d.key("alt+Left")
	}
	d.when("back leads to the story", func(r report) bool { return r.Version == first && r.Cards > 0 })
}

// accept makes a claim of a proposal with the keyboard, and dismisses one.
func accept(d *driver) {
	d.t.Helper()
	before := d.idle()
	var list []claim
	d.stet(&list, "claim", "list")
	if len(list) != before.Counts.Claims {
		d.t.Fatalf("the command line lists %d claims, the window %d", len(list), before.Counts.Claims)
	}
	d.key("alt+Down")
	d.when("a proposal is current", func(r report) bool { return r.Current >= 0 })
	d.click(d.where("words By any measure"))
	d.key("a")
	after := d.when("it became a claim", func(r report) bool { return r.Counts.Claims == before.Counts.Claims+1 && r.Claim != "" })
	d.stet(&list, "claim", "list")
	found := false
	for _, c := range list {
		found = found || c.ID == after.Claim
	}
	if !found {
		d.t.Fatalf("the command line does not list claim %s", after.Claim)
	}
	d.key("d")
	d.when("the next one is dismissed", func(r report) bool { return r.Open == before.Open-2 })
	d.both("proposals")
}

// attach makes a claim of words and attaches other words to it.
func attach(d *driver) {
	d.t.Helper()
	before := d.idle()
	d.selectWords("the worst night Norrby has known")
	d.key("ctrl+shift+c")
	after := d.when("the words are a claim", func(r report) bool {
		return r.Counts.Claims == before.Counts.Claims+1 && r.Claim != "" && r.Claim != before.Claim && r.Route.Side == "claim"
	})
	d.selectWords("a town of 48,000")
	d.key("ctrl+shift+a")
	d.when("it asks what they do for it", func(r report) bool { return r.Dialogs > 0 })
	d.both("attach")
	d.press("Choose")
	d.when("they are attached", func(r report) bool {
		return r.Dialogs == 0 && strings.HasPrefix(r.Toast, "Attached to claim "+after.Claim)
	})
	var log []struct {
		Kind   string
		Change struct {
			Evidence struct {
				Claim  string
				Anchor struct{ Exact string }
			}
		}
	}
	d.stet(&log, "log", "-n", "1")
	if len(log) != 1 || log[0].Change.Evidence.Claim != after.Claim || log[0].Change.Evidence.Anchor.Exact != "a town of 48,000" {
		d.t.Fatalf("the last entry of the ledger is %+v", log)
	}
}

// undo takes the last act back and does it again.
func undo(d *driver) {
	d.t.Helper()
	before := d.idle()
	d.key("ctrl+z")
	d.when("it is undone", func(r report) bool {
		return r.Counts.Entries == before.Counts.Entries+1 && strings.HasPrefix(r.Toast, "Undone: ")
	})
	d.key("ctrl+shift+z")
	d.when("it is done again", func(r report) bool {
		return r.Counts.Entries == before.Counts.Entries+2 && strings.HasPrefix(r.Toast, "Done again: ")
	})
}

// themes looks at the window in the dark.
func themes(d *driver) {
	d.t.Helper()
	d.theme("dark")
	d.key("alt+1")
	d.shot("reader-dark")
}

func TestASmallWindowHasRoomForTheText(t *testing.T) {
	d := start(t, newHome(t, 1024, 700, "light"))
	d.when("the sample desk is open", func(r report) bool { return r.Desk != "" && r.Cards > 0 })
	d.idle()
	d.shot("small-light")
	d.quit()
}

func TestAnEmptyDeskSaysWhatToDo(t *testing.T) {
	home := newHome(t, 1440, 900, "light")
	d := start(t, home)
	d.when("a desk is open", func(r report) bool { return r.Desk != "" })
	d.idle()
	d.key("ctrl+shift+n")
	d.when("it asks for a name", func(r report) bool { return r.Dialogs > 0 })
	d.typed("Harbour fire")
	d.key("Return")
	d.when("the new desk is open", func(r report) bool {
		return strings.HasSuffix(r.Desk, "Harbour fire") && r.Counts.Articles == 0 && r.Dialogs == 0
	})
	d.where("text No sources yet")
	d.shot("empty-light")
	importDropped(d)
	d.quit()
	if _, err := os.Stat(filepath.Join(home, "Stet", "Harbour fire", "desk.db")); err != nil {
		t.Error(err)
	}
}

const (
	first = `Ferry crews end strike

VESTMARK, 7 June 2025 - Ferry crews returned to work on Saturday after eleven days, their union said.

"Nobody wins a strike like this," said union leader Ida Falk. At least 40 sailings had been called off.
`
	later = `Ferry crews end strike

VESTMARK, 7 June 2025 - Ferry crews returned to work on Saturday after eleven days, their union said.

"Nobody wins a strike like this," said union leader Ida Falk. At least 60 sailings had been called off.
`
)

// importDropped drops a file, then a later version of it and one that is no
// text.
func importDropped(d *driver) {
	d.t.Helper()
	dir := d.t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			d.t.Fatal(err)
		}
		return path
	}
	d.drop(write("ferry.txt", first))
	d.press("Import")
	d.when("the article is open", func(r report) bool { return r.Counts.Articles == 1 && r.Version != "" && r.Cards > 0 && r.Job == "" })
	d.drop(write("ferry 2.txt", later), write("scan.txt", "\x00\x01\x02\x03"))
	d.when("it asks how to file them", func(r report) bool { return r.Dialogs > 0 })
	d.press("Import")
	d.where("text Not read")
	d.both("import")
	d.press("New version")
	d.where("text New version")
	d.when("it is the next version", func(r report) bool { return r.Counts.Entries >= 3 && r.Job == "" })
	d.press("Close")
	d.when("the list is closed", func(r report) bool { return r.Dialogs == 0 })
	var articles []struct{ Versions []any }
	d.stet(&articles, "article")
	if len(articles) != 1 || len(articles[0].Versions) != 2 {
		d.t.Fatalf("the command line lists %+v", articles)
	}
}
