package present

import (
	"strings"
	"testing"
)

func TestEveryActionHasAKeyOfItsOwn(t *testing.T) {
	keys, plain, ids := map[Key]ActionID{}, map[string]ActionID{}, map[ActionID]bool{}
	for _, a := range Actions {
		if ids[a.ID] {
			t.Errorf("%s has two rows", a.ID)
		}
		ids[a.ID] = true
		if a.Title == "" || a.Menu == "" {
			t.Errorf("%s has no title or menu", a.ID)
		}
		if a.Key.Name == "" || a.Key.Plain() {
			t.Errorf("%s has no key that works everywhere", a.ID)
		}
		if other, taken := keys[a.Key]; taken {
			t.Errorf("%s and %s share %s", a.ID, other, a.Key)
		}
		keys[a.Key] = a.ID
		if p := a.Plain.Name; p != "" {
			if other, taken := plain[p]; taken {
				t.Errorf("%s and %s share %s", a.ID, other, p)
			}
			plain[p] = a.ID
		}
	}
	// Keys that fields and the text need for themselves.
	for _, k := range []Key{ctrl("C"), ctrl("V"), ctrl("X"), ctrl("A")} {
		if id, taken := keys[k]; taken {
			t.Errorf("%s takes %s from the text", id, k)
		}
	}
}

func TestKeysArePrintedAsOnTheKeyboard(t *testing.T) {
	for want, k := range map[string]Key{"Ctrl+Shift+C": ctrlShift("C"), "Alt+Enter": alt("Return"), "F1": bare("F1"), "Ctrl+Alt+A": {Ctrl: true, Alt: true, Name: "A"}, "": {}} {
		if got := k.String(); got != want {
			t.Errorf("%+v prints %q, want %q", k, got, want)
		}
	}
}

func TestActionsThatWriteAreOffOnAReadOnlyDesk(t *testing.T) {
	r := newRig(t).open()
	dir := r.Desk.Dir()
	if !r.Enabled(ActUndo) {
		t.Fatal("undo is off on an open desk")
	}
	r.OpenDesk(DeskRequest{Dir: dir, ReadOnly: true})
	r.settle()
	if r.Desk == nil || !r.ReadOnly() {
		t.Fatal("the desk is not open for reading")
	}
	for _, a := range Actions {
		if a.Write && r.Enabled(a.ID) {
			t.Errorf("%s is possible", a.ID)
		}
	}
	if r.Run(ActUndo) {
		t.Error("undo ran")
	}
	if r.Toasts.Now == nil || !strings.Contains(r.Toasts.Now.Text, "reading only") {
		t.Errorf("it says %+v", r.Toasts.Now)
	}
}

func TestAKeyThatDoesNothingSaysWhatItNeeds(t *testing.T) {
	r := newRig(t).open()
	NewSources(r.Shell)
	NewReader(r.Shell)
	NewImporting(r.Shell)
	NewInspector(r.Shell)
	NewTolls(r.Shell)
	NewReview(r.Shell)
	r.settle()
	silent := map[ActionID]bool{ActBack: true, ActForward: true, ActOlder: true, ActNewer: true, ActNextHit: true, ActPrevHit: true}
	for _, a := range Actions {
		if !r.Bound(a.ID) || r.Enabled(a.ID) {
			continue
		}
		r.Toasts.Dismiss()
		if r.Run(a.ID) {
			t.Errorf("%s ran", a.ID)
		}
		if said := r.Toasts.Now != nil; said == silent[a.ID] {
			t.Errorf("%s: something is said is %t", a.ID, said)
		}
	}
	r.Toasts.Dismiss()
	r.Run(ActTollRaise)
	if want := "“" + ActionOf(ActTollRaise).Title + "” needs an open alarm: choose one under Events, Alarms."; r.Toasts.Now == nil || r.Toasts.Now.Text != want {
		t.Errorf("it says %+v", r.Toasts.Now)
	}
}

func TestWhatTheRailCountsIsSaid(t *testing.T) {
	c := Counts{Articles: 15, Tolls: 1, Quotes: 8, Findings: 17, Flags: 2}
	for p, want := range map[Place]string{PlaceSources: "15 articles", PlaceEvents: "1 open alarm on toll boards",
		PlaceQuotes: "8 quotes printed with differences of substance", PlaceInbox: "17 findings and 2 flags to settle", PlaceHistory: ""} {
		if got := c.Say(p); got != want {
			t.Errorf("%s: %q, want %q", p, got, want)
		}
	}
	for p, want := range map[Place]Tone{PlaceSources: TonePlain, PlaceEvents: ToneBad, PlaceQuotes: ToneBad, PlaceInbox: ToneWarn, PlaceReview: TonePlain} {
		if got := c.Tone(p); got != want {
			t.Errorf("%s has tone %d, want %d", p, got, want)
		}
	}
}

func TestNothingIsPossibleWithoutADeskButOpeningOne(t *testing.T) {
	r := newRig(t)
	NewSources(r.Shell)
	NewReader(r.Shell)
	NewImporting(r.Shell)
	free := map[ActionID]bool{ActNewDesk: true, ActOpenDesk: true, ActSampleDesk: true, ActSettings: true, ActQuit: true}
	for _, a := range Actions {
		if got := r.Enabled(a.ID); got != free[a.ID] {
			t.Errorf("%s: possible is %v", a.ID, got)
		}
	}
}
