package ui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

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
	if form := paneOf[*inspectorPane](r).form; r.w.win.Canvas().Focused() != fyne.Focusable(form.reason) {
		t.Errorf("%T has the keyboard, not the form in which the verdict is changed", r.w.win.Canvas().Focused())
	} else if was := form.reason.Text; was != "" {
		test.Type(form.reason, "!")
		if form.reason.Text != was+"!" {
			t.Errorf("typing makes %q of the reason %q", form.reason.Text, was)
		}
	} else {
		t.Error("the verdict has no reason to write on")
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
		"file name": func() {
			ask.Save(present.FileQuestion{Title: "Export", Name: "a.svg", Start: r.dir}, func(string) { act() })
			r.settle()
			test.Type(r.w.win.Canvas().Focused(), "b") // the field has the keyboard
		},
		"radio": func() {
			r.w.importing.Drop([]string{r.dir})
			r.settle()
			r.w.win.Canvas().Focus(find(r, func(*dialogRadio) bool { return true })[0])
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
	if err := os.WriteFile(filepath.Join(r.dir, "there.svg"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	path := ""
	ask := func(folder, name string) {
		path = ""
		r.shell.Ask.Save(present.FileQuestion{Title: "Export", Name: "a.svg", Start: folder}, func(p string) { path = p })
		r.settle()
		test.Type(r.w.win.Canvas().Focused(), name) // it takes the place of the name offered
		r.typeKey(fyne.KeyReturn)
	}
	if ask(r.dir, "b.svg"); r.inFront() || path != filepath.Join(r.dir, "b.svg") {
		t.Errorf("return does not take the name typed: %q", path)
	}
	for _, x := range []struct{ folder, name, says string }{
		{r.dir, "sub/b.svg", "Give the file a name, without a folder."},
		{r.dir, "..", "Give the file a name, without a folder."},
		{"desks", "b.svg", "Give the whole path of a folder."},
		{filepath.Join(r.dir, "nowhere"), "b.svg", "There is no folder “" + filepath.Join(r.dir, "nowhere") + "”."},
		{filepath.Dir(r.dir), filepath.Base(r.dir), "“" + filepath.Base(r.dir) + "” is a folder; give the file another name."},
	} {
		if ask(x.folder, x.name); path != "" || !r.reads(x.says) {
			t.Errorf("%q in %q: written to %q; %q is not said", x.name, x.folder, path, x.says)
		}
		r.escape()
	}
	if ask(r.dir, "there.svg"); path != "" || !r.reads("Write over “there.svg”?") {
		t.Fatalf("a file is written over without a question: %q", path)
	}
	r.typeKey(fyne.KeyReturn)
	if r.inFront() || path != filepath.Join(r.dir, "there.svg") {
		t.Errorf("consent does not write: %q, in front: %t", path, r.inFront())
	}
}

func TestARadioIsChosenByKeys(t *testing.T) {
	r := onSample(t)
	shut, entered := 0, 0
	x := newDialogRadio([]string{"one", "two", "three"}, 0, func() { shut++ }, func() { entered++ })
	for _, k := range []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown} {
		x.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if x.Selected != 2 {
		t.Errorf("%d is chosen", x.Selected)
	}
	x.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	x.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if shut != 1 || entered != 1 {
		t.Errorf("closed %d times, entered %d times", shut, entered)
	}
	test.Tap(x.rows[0])
	r.settle()
	if x.Selected != 0 {
		t.Error("a tap does not choose")
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
