package ui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"stet/app/present"
	"stet/app/workspace"
)

const harbour = `Fire at Norrby harbour kills 12

NORRBY, 3 May (Coastal Wire) - At least 12 people were killed when a fire broke out at the harbour of Norrby on Saturday, the fire service said.

"We lost good people tonight," fire chief Anders Holm told reporters. The cold store at the end of the quay burned for nine hours, and the roof of the hall beside it fell in before dawn.
`

// put writes files and gives them as dropped from another program.
func put(t *testing.T, files map[string]string) []fyne.URI {
	t.Helper()
	dir := t.TempDir()
	var out []fyne.URI
	for _, name := range []string{"a.txt", "b.txt", "c.txt", "d.txt"} {
		text, ok := files[name]
		if !ok {
			continue
		}
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		out = append(out, storage.NewFileURI(path))
	}
	return out
}

func TestDroppedFilesAreImportedAfterAQuestion(t *testing.T) {
	r := onEmpty(t)
	r.w.dropped(put(t, map[string]string{"a.txt": harbour}))
	r.settle()
	r.shot("import-ask")
	if r.shell.Counts.Articles != 0 {
		t.Fatal("it was imported unasked")
	}
	r.press("Import")
	if r.shell.Counts.Articles != 1 {
		t.Fatalf("%d articles", r.shell.Counts.Articles)
	}
	if r.w.reader.Version.Title() != "Fire at Norrby harbour kills 12" {
		t.Fatalf("open is %q", r.w.reader.Version.Title())
	}
	if r.w.importing.ShowResults {
		t.Fatal("an import without questions ends in a list")
	}
}

func TestAnOfferedVersionCanBeAcceptedOrKeptApart(t *testing.T) {
	second := "Fire at Norrby harbour kills 15" + harbour[len("Fire at Norrby harbour kills 12"):]
	for _, c := range []struct {
		button             string
		articles, versions int
	}{{"New version", 1, 2}, {"Separate", 2, 1}} {
		t.Run(c.button, func(t *testing.T) {
			r := onEmpty(t)
			r.w.dropped(put(t, map[string]string{"a.txt": harbour}))
			r.settle()
			r.press("Import")
			r.w.dropped(put(t, map[string]string{"b.txt": second, "c.txt": "\x00\x01\x02\x03binary", "d.txt": harbour}))
			r.settle()
			r.press("Import")
			r.shot("import-results")
			rows := find(r, func(*importRow) bool { return true })
			if len(rows) != 3 {
				t.Fatalf("%d files are listed, want 3", len(rows))
			}
			var status []string
			for _, x := range r.w.importing.Results {
				status = append(status, x.Status)
			}
			if status[0] != "Version?" || status[1] != "Not read" || status[2] != "Held already" {
				t.Fatalf("the files are %q", status)
			}
			if r.w.importing.Results[1].Hint == "" {
				t.Error("nothing says what to do about the file that was not read")
			}
			r.press(c.button)
			if got := r.w.importing.Results[0].Outcome; got != workspace.ImportVersion && got != workspace.ImportAdded {
				t.Fatalf("the offer became %q", got)
			}
			if n := r.shell.Counts.Articles; n != c.articles {
				t.Errorf("%d articles, want %d", n, c.articles)
			}
			if n := len(r.w.sources.Rows[0].Versions); n != c.versions {
				t.Errorf("%d versions, want %d", n, c.versions)
			}
			r.press("Close")
			if r.w.importing.ShowResults || len(find(r, func(*importRow) bool { return true })) > 0 {
				t.Error("the list does not close")
			}
		})
	}
}

func TestWithoutTheDesktopsChooserFynesIsShown(t *testing.T) {
	was := nativeChooser
	t.Cleanup(func() { nativeChooser = was })
	asked := false
	nativeChooser = func(present.FileQuestion) ([]string, bool) { asked = true; return nil, false }
	r := onEmpty(t)
	for _, id := range []present.ActionID{present.ActImportFiles, present.ActImportFolder, present.ActOpenDesk} {
		r.run(id)
		r.shot("chooser")
		if !asked || r.w.win.Canvas().Overlays().Top() == nil {
			t.Fatalf("%s: no chooser is shown", id)
		}
		r.press("Cancel")
		if r.w.win.Canvas().Overlays().Top() != nil {
			t.Fatalf("%s: the chooser does not close", id)
		}
	}
}

func TestTheDesktopsChooserMayGiveSeveralFiles(t *testing.T) {
	was := nativeChooser
	t.Cleanup(func() { nativeChooser = was })
	r := onEmpty(t)
	var paths []string
	for _, u := range put(t, map[string]string{"a.txt": harbour, "b.txt": "Another matter\n\nNothing burned at the fish market of Vestmark on Sunday, its keeper said, and nobody was hurt.\n"}) {
		paths = append(paths, u.Path())
	}
	nativeChooser = func(present.FileQuestion) ([]string, bool) { return paths, true }
	r.run(present.ActImportFiles)
	r.press("Import")
	if r.shell.Counts.Articles != 2 {
		t.Fatalf("%d articles", r.shell.Counts.Articles)
	}
	nativeChooser = func(present.FileQuestion) ([]string, bool) { return nil, true }
	r.run(present.ActImportFiles)
	if r.w.win.Canvas().Overlays().Top() != nil {
		t.Fatal("turning away from the chooser leads to a dialog")
	}
}

func TestAReadOnlyDeskShowsItAndRefuses(t *testing.T) {
	r := onSample(t)
	dir := r.shell.Desk.Dir()
	r.shell.OpenDesk(present.DeskRequest{Dir: dir, ReadOnly: true})
	r.settle()
	r.shot("readonly")
	if !r.reads("Reading only") {
		t.Fatal("nothing says that the desk is read only")
	}
	for _, id := range []present.ActionID{present.ActImportFiles, present.ActUndo, present.ActMakeClaim} {
		if r.shell.Enabled(id) {
			t.Errorf("%s is possible on it", id)
		}
	}
	if b := find(r, func(p *proposalRow) bool { return p.buttons.Visible() }); len(b) > 0 {
		t.Error("proposals can be accepted on it")
	}
}

func TestADeskInUseSaysWhoHasIt(t *testing.T) {
	r := onSample(t)
	dir := r.shell.Desk.Dir()
	other := newRigIn(t, r.w.app)
	other.shell.OpenDesk(present.DeskRequest{Dir: dir})
	other.settle()
	other.shot("in-use")
	if other.shell.Desk != nil {
		t.Fatal("two windows write to one desk")
	}
	if len(other.buttons("Open for reading")) == 0 {
		t.Fatal("reading is not offered")
	}
	other.press("Open for reading")
	if other.shell.Desk == nil || !other.shell.Desk.ReadOnly() {
		t.Fatal("it did not open for reading")
	}
}

func TestEveryActionIsInTheMenuWithItsKey(t *testing.T) {
	r := newRig(t)
	r.run(present.ActShortcuts)
	r.shot("shortcuts")
	for _, a := range present.Actions {
		if r.w.items[a.ID] == nil {
			t.Errorf("%s is not in the menu", a.ID)
		}
	}
	r.press("Close")
	r.run(present.ActAbout)
	r.shot("about")
	r.press("Close")
	r.run(present.ActNewDesk)
	r.shot("newdesk")
}
