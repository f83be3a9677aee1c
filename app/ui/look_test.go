package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"stet/app/present"
	"stet/claims/ledger"
	"stet/index/source"
)

func TestLargerTextIsLargerEverywhere(t *testing.T) {
	r := onSample(t)
	was := r.w.rail.box.MinSize().Width
	row := newSourceRow().MinSize().Height
	body := theme.Size(theme.SizeNameText)
	for range 5 {
		r.run(present.ActBigger)
	}
	for name, x := range map[string][2]float32{
		"text": {body, theme.Size(theme.SizeNameText)}, "rows": {row, newSourceRow().MinSize().Height}, "rail": {was, r.w.rail.box.MinSize().Width},
	} {
		if x[1] < 1.49*x[0] && name != "rail" || x[1] == x[0] {
			t.Errorf("%s: %v became %v", name, x[0], x[1])
		}
	}
	if theme.Size(theme.SizeNamePadding) != sizes[theme.SizeNamePadding] {
		t.Error("the room between things grows too")
	}
	r.shot("larger")
	r.run(present.ActNormal)
	if got := theme.Size(theme.SizeNameText); got != body {
		t.Errorf("the usual size is %v, it was %v", got, body)
	}
}

func TestATitleReadFromTheRightIsInOrder(t *testing.T) {
	test.NewTempApp(t)
	const title = "שריפה בנמל 12 הרוגים"
	p := plainText(title)
	at := strings.Index(title, "12")
	p.Marks = append(p.Marks, source.Span{Start: at, End: at + 2})
	p.Resize(fyne.NewSize(400, 20))
	var words []string
	var right float32
	grounds := 0
	for _, o := range test.WidgetRenderer(p).Objects() {
		switch x := o.(type) {
		case *canvas.Text:
			words = append(words, x.Text)
			right = x.Position().X + x.Size().Width
		case *canvas.Rectangle:
			grounds++
		}
	}
	if got, want := strings.Join(words, "|"), "הרוגים|12|בנמל|שריפה"; got != want {
		t.Errorf("from left to right it reads %s, want %s", got, want)
	}
	if right < 399 || right > 401 {
		t.Errorf("its first word ends at %v of 400", right)
	}
	if grounds != 1 {
		t.Errorf("%d grounds behind one marked word", grounds)
	}
}

func TestTheKeyboardIsWithTheListFromTheStart(t *testing.T) {
	r := onSample(t)
	if _, ok := r.w.win.Canvas().Focused().(*keyList); !ok {
		t.Fatalf("%T has the keyboard", r.w.win.Canvas().Focused())
	}
	was := r.shell.Route
	r.typeKey(fyne.KeyDown)
	if r.shell.Route == was {
		t.Error("down does not open the next article")
	}
}

func TestTheShortcutsScrollByKeys(t *testing.T) {
	r := onSample(t)
	r.run(present.ActShortcuts)
	page := r.w.dialog.shut.page
	r.typeKey(fyne.KeyPageDown)
	if page.Offset.Y < 100 {
		t.Errorf("page down scrolls to %v", page.Offset.Y)
	}
	r.typeKey(fyne.KeyHome)
	if page.Offset.Y != 0 {
		t.Errorf("home scrolls to %v", page.Offset.Y)
	}
	r.typeKey(fyne.KeyReturn)
	if r.inFront() {
		t.Error("enter does not close it")
	}
}

func TestSignsWithoutNamesHaveTips(t *testing.T) {
	r := onSample(t)
	r.w.win.Resize(fyne.NewSize(900, 700))
	r.settle()
	if r.w.rail.items[present.PlaceInbox].text.Visible() {
		t.Fatal("the rail is wide")
	}
	if got, want := r.w.rail.items[present.PlaceInbox].tap.ToolTip(), "Inbox  (Ctrl+5): "+r.shell.Counts.Say(present.PlaceInbox); got != want {
		t.Errorf("the tip is %q, want %q", got, want)
	}
}

func TestTypingReplacesWhatAFieldProposes(t *testing.T) {
	r := onSample(t)
	r.run(present.ActSettings)
	test.Type(r.w.win.Canvas().Focused(), "Bo Lind")
	r.press("Keep")
	if got := r.shell.Settings.Who.Name; got != "Bo Lind" {
		t.Errorf("the name is %q", got)
	}
	said := ""
	r.shell.Ask.Text(present.TextQuestion{Title: "Note", Value: "one\ntwo", Yes: "Keep", Lines: 3}, func(s string) { said = s })
	test.Type(r.w.win.Canvas().Focused(), "!")
	r.press("Keep")
	if said != "one\ntwo!" {
		t.Errorf("the note is %q", said)
	}
}

func TestTheChooserForOneFileSaysHowToGiveSeveral(t *testing.T) {
	withoutNativeChoosers(t)
	r := onSample(t)
	r.shell.Ask.Open(present.FileQuestion{Title: "Import files", Start: filepath.Dir(r.dir)}, func([]string) {})
	r.settle()
	found := false
	for _, top := range r.w.win.Canvas().Overlays().List() {
		walk(top, func(o fyne.CanvasObject) {
			if x, ok := o.(*canvas.Text); ok && strings.Contains(x.Text, "drop them onto the window") {
				found = true
			}
		})
	}
	if !found {
		t.Error("it does not say it")
	}
	r.escape()
}

func TestEnterOnASwitchKeepsTheForm(t *testing.T) {
	r := onSample(t)
	r.run(present.ActSettings)
	r.w.win.Canvas().FocusNext()
	if _, ok := r.w.win.Canvas().Focused().(*dialogCheck); !ok {
		t.Fatalf("tab leads to %T", r.w.win.Canvas().Focused())
	}
	test.Type(r.w.win.Canvas().Focused(), " ")
	r.typeKey(fyne.KeyReturn)
	if r.inFront() || r.shell.Settings.Who.Role != ledger.Checker {
		t.Errorf("in front: %t; one is %v", r.inFront(), r.shell.Settings.Who)
	}
}

func TestAChipTurnedByKeyKeepsTheKeyboard(t *testing.T) {
	r := onSample(t)
	chip := func(stem string) *keyChip {
		list := find(r, func(c *keyChip) bool { return c.stem == stem })
		if len(list) != 1 {
			t.Fatalf("%d chips %q", len(list), stem)
		}
		return list[0]
	}
	was := chip("All")
	r.w.win.Canvas().Focus(was)
	r.typeKey(fyne.KeySpace)
	if r.w.reader.Show != present.ShowAll || chip("All") == was {
		t.Fatal("space does not turn it")
	}
	if r.w.win.Canvas().Focused() != fyne.Focusable(chip("All")) {
		t.Errorf("%T has the keyboard", r.w.win.Canvas().Focused())
	}
	r.typeKey(fyne.KeyRight)
	if next, ok := r.w.win.Canvas().Focused().(*keyChip); !ok || next.stem != "Figures" {
		t.Error("right does not go on to the next")
	}
}
