package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"stet/app/present"
)

// escape types escape for whatever has the keyboard.
func (r *rig) escape() { r.t.Helper(); r.typeKey(fyne.KeyEscape) }

// typeKey types a key as a window does: for what has the keyboard, else for the
// window.
func (r *rig) typeKey(k fyne.KeyName) {
	r.t.Helper()
	if f := r.w.win.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: k})
		r.settle()
		return
	}
	r.key(k)
}

func (r *rig) inFront() bool { return r.w.win.Canvas().Overlays().Top() != nil }

func TestEscapeTurnsAwayFromAConfirmation(t *testing.T) {
	r := onSample(t)
	r.openClaim("Fifteen people died")
	n := len(r.w.decide.inspector.Claim.Verdicts)
	r.run(present.ActVerdict)
	if !r.reads("Give the same verdict again?") {
		t.Fatal("a stale verdict is not asked about")
	}
	r.escape()
	if r.inFront() {
		t.Error("escape leaves the question open")
	}
	if got := len(r.w.decide.inspector.Claim.Verdicts); got != n {
		t.Error("escape gave the verdict")
	}
}

func TestEscapeClosesEveryKindOfDialogWithoutItsAct(t *testing.T) {
	r := onSample(t)
	acted := false
	act := func() { acted = true }
	ask := r.shell.Ask
	for name, show := range map[string]func(){
		"message":  func() { ask.Tell(present.Problem{What: "It is not so.", Do: "Look again."}) },
		"question": func() { ask.Confirm("Is it so?", "It may be.", "It is", act) },
		"text":     func() { ask.Text(present.TextQuestion{Title: "What is it?", Yes: "Keep"}, func(string) { act() }) },
		"choice":   func() { ask.Pick("Which?", []present.Option{{Title: "One"}, {Title: "Two"}}, func(int) { act() }) },
		"switch": func() {
			ask.Form(present.FormQuestion{Title: "How?", Yes: "Keep", Fields: []present.Field{{Label: "Aloud", Switch: true}}}, func([]string) { act() })
			r.w.win.Canvas().Focus(find(r, func(*dialogCheck) bool { return true })[0])
		},
		"select": func() {
			r.openClaim("Fifteen people died")
			r.w.editClaim()
			r.w.win.Canvas().Focus(find(r, func(*dialogSelect) bool { return true })[0])
		},
		"save": func() {
			ask.Save(present.FileQuestion{Title: "Export", Name: "a.svg", Start: r.dir}, func(string) { act() })
		},
		"open": func() { ask.Open(present.FileQuestion{Title: "Import", Start: r.dir}, func([]string) { act() }) },
	} {
		t.Run(name, func(t *testing.T) {
			withoutNativeChoosers(t)
			show()
			r.settle()
			if !r.inFront() {
				t.Fatal("nothing is asked")
			}
			r.escape()
			if r.inFront() || acted {
				t.Errorf("still open: %t, acted: %t", r.inFront(), acted)
			}
		})
	}
}

func withoutNativeChoosers(t *testing.T) {
	open, save := nativeChooser, nativeSaver
	t.Cleanup(func() { nativeChooser, nativeSaver = open, save })
	none := func(present.FileQuestion) ([]string, bool) { return nil, false }
	nativeChooser, nativeSaver = none, none
}

func TestTypingNamesTheFileToWrite(t *testing.T) {
	withoutNativeChoosers(t)
	r := onSample(t)
	path := ""
	r.shell.Ask.Save(present.FileQuestion{Title: "Export", Name: "a.svg", Start: r.dir}, func(p string) { path = p })
	r.settle()
	r.typeKey(fyne.KeyReturn)
	if r.inFront() || path == "" {
		t.Errorf("return does not take the name offered: %q", path)
	}
}

func TestKeysForOtherPanesWaitWhileADialogIsOpen(t *testing.T) {
	withoutNativeChoosers(t)
	r := onSample(t)
	r.run(present.ActClaims)
	was := r.shell.Route
	for name, show := range map[string]func(){
		"question": func() { r.shell.Ask.Confirm("Is it so?", "It may be.", "It is", func() { t.Error("it was answered") }) },
		"chooser": func() {
			r.shell.Ask.Save(present.FileQuestion{Title: "Export", Name: "a.svg", Start: r.dir}, func(string) {})
		},
	} {
		show()
		r.settle()
		r.run(present.ActQuotes)
		if r.shell.Route != was || !r.inFront() {
			t.Errorf("%s: the pane behind it changed", name)
		}
		r.run(present.ActDark)
		if r.shell.Settings.Theme != present.ThemeDark {
			t.Errorf("%s: the theme waits too", name)
		}
		r.escape()
	}
	r.run(present.ActQuotes)
	if r.shell.Route == was {
		t.Error("the keys wait for ever")
	}
}
