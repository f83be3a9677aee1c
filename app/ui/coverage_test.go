package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"stet/app/present"
	"stet/app/workspace"
	"stet/claims"
)

func TestTheCoverageIsWorkedThroughByKeys(t *testing.T) {
	r := onSample(t)
	r.run(present.ActCoverage)
	cov := r.shell.Coverage
	if cov.Of == 0 || !r.reads(present.Meter(cov.Handled, cov.Of)) {
		t.Fatalf("the pane does not say %q", present.Meter(cov.Handled, cov.Of))
	}
	r.key(fyne.KeyO)
	at := r.w.covering.Current
	if at < 0 || r.w.covering.Sentences()[at].State != workspace.StillOpen {
		t.Fatalf("the key for the next open sentence leads to %d", at)
	}
	r.key(fyne.KeyX)
	if now := r.shell.Coverage; now.Of != cov.Of-1 || !r.reads(present.Meter(now.Handled, now.Of)) {
		t.Errorf("marked as opinion: %+v", now)
	}
	r.key(fyne.KeyM)
	if now := r.shell.Coverage; now.Handled != cov.Handled+1 {
		t.Errorf("claimed: %+v", now)
	}
	r.key(fyne.KeyO)
	r.key(fyne.KeyH)
	test.Type(r.w.win.Canvas().Focused(), "checked in the first edition")
	r.w.run(present.ActVerdict) // control and enter
	r.settle()
	if now := r.shell.Coverage; now.Handled != cov.Handled+2 {
		t.Errorf("marked as handled: %+v", now)
	}
	if d := r.w.win.Canvas().Overlays().Top(); d != nil {
		t.Error("the question is still there")
	}
	r.shot("coverage")
	r.w.covering.SetShow(present.CoverAll)
	r.settle()
	if n := len(r.w.covering.Rows); n != len(r.w.covering.Sentences()) || !r.reads("checked in the first edition · Ana Ruiz") {
		t.Errorf("all sentences: %d rows", n)
	}
}

func TestTheCoverageOfNothingSaysWhatToDo(t *testing.T) {
	r := onEmpty(t)
	r.run(present.ActCoverage)
	if !r.reads("No text is open") {
		t.Error("an empty desk's coverage says nothing")
	}
}

func TestProposalsAreDecidedByKeysAndTheMeterRises(t *testing.T) {
	r := onSample(t)
	r.run(present.ActProposals)
	open, _ := r.w.reader.Count("")
	if open < 10 {
		t.Fatalf("%d proposals", open)
	}
	r.key(fyne.KeyJ)
	last := r.shell.Coverage.Handled
	first := last
	for i := 0; open > 0; i++ {
		if i == 40 {
			t.Fatalf("%d proposals are left", open)
		}
		r.key(map[bool]fyne.KeyName{true: fyne.KeyA, false: fyne.KeyD}[i%2 == 0])
		now := r.shell.Coverage.Handled
		if now < last {
			t.Fatalf("the meter fell from %d to %d", last, now)
		}
		last = now
		open, _ = r.w.reader.Count("")
	}
	if last <= first || !strings.HasPrefix(r.shell.Status(), present.Meter(last, r.shell.Coverage.Of)) {
		t.Errorf("all are decided, and it says %s", r.shell.Status())
	}
	if r.shell.Side() != present.SideProposals {
		t.Error("another sheet is beside the text")
	}
}

func TestAReadingIsCorrectedInTheWindow(t *testing.T) {
	r := onSample(t)
	r.run(present.ActProposals)
	m := r.w.reader
	for i, c := range m.Cards {
		if c.State == present.CardOpen && c.Kind == claims.KindFigure {
			m.Pick(i)
			break
		}
	}
	r.settle()
	at := m.Current
	r.key(fyne.KeyE)
	place := -1
	fields := find(r, func(*fieldEntry) bool { return true })
	for i, e := range fields {
		if e.PlaceHolder == "12, at least 12, 10 to 15" {
			place = i
		}
	}
	if place < 0 {
		t.Fatal("there is no field for the number")
	}
	fields[place].SetText("who knows")
	r.press("Accept as corrected")
	if !r.reads("\"who knows\" is not read as a number; write for example “at least 12” or “10 to 15”.") || m.Cards[at].State != present.CardOpen {
		t.Fatal("what cannot be read was taken")
	}
	fields[place].SetText("at least 7")
	r.press("Accept as corrected")
	c := m.Cards[at]
	if c.State != present.CardAccepted || !strings.HasSuffix(c.Head, "7 or more") {
		t.Fatalf("the card: %+v", c)
	}
	r.shell.OpenClaim(c.Claim)
	r.settle()
	if len(r.buttons("Take Stet’s reading")) != 1 {
		t.Error("the claim does not offer Stet's reading")
	}
	r.press("Take Stet’s reading")
	if got := r.w.decide.inspector.Corrected(); got != "" {
		t.Errorf("it still says %q", got)
	}
}

func TestEnterInTheSearchOpensTheHitsAndDownGoesOn(t *testing.T) {
	r := onSample(t)
	r.run(present.ActClaims)
	e := r.w.head.search
	r.w.focusSearch()
	test.Type(e, "firefighters")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.settle()
	hits := r.w.sources.Results
	if hits == nil || len(hits.Hits) < 3 || r.shell.Route.Place != present.PlaceSources {
		t.Fatalf("found: %+v in %s", hits, r.shell.Route.Place)
	}
	if r.shell.Route.Version != hits.Hits[0].Version || r.shell.Route.Span.Empty() {
		t.Fatalf("enter opens %+v", r.shell.Route)
	}
	list := paneOf[*sourcesPane](r).results
	if r.w.win.Canvas().Focused() != fyne.Focusable(list) {
		t.Fatal("the keyboard is not with the hits")
	}
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	r.settle()
	if r.shell.Route.Version != hits.Hits[1].Version || list.chosen != 1 {
		t.Errorf("down leads to %+v, row %d", r.shell.Route, list.chosen)
	}
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	r.settle()
	if list.chosen != 0 {
		t.Errorf("up leads to row %d", list.chosen)
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	r.settle()
	if r.w.win.Canvas().Focused() != fyne.Focusable(list) || list.chosen != 0 {
		t.Error("down in the search does not lead into the hits")
	}
}

func TestNumbersOpenRankedPassagesAndTAttaches(t *testing.T) {
	r := onSample(t)
	r.openClaim("sprinklers")
	m := r.w.decide.inspector.Matches
	if len(m.List) < 2 {
		t.Fatalf("%d passages are ranked", len(m.List))
	}
	at := -1
	for i, x := range m.List {
		if x.Attached == "" && i < 9 {
			at = i
		}
	}
	r.key(fyne.KeyName(string(rune('1' + at))))
	if m.Current != at || r.shell.Route.Version != m.List[at].Place.Version {
		t.Fatalf("the key opens %d, %+v", m.Current, r.shell.Route)
	}
	r.key(fyne.KeyT)
	if m.List[at].Attached == "" {
		t.Error("it is not attached")
	}
}

// Keys pressed at once are about what the ones before them did.
func TestKeysPressedFasterThanTheWindowAreAllHeard(t *testing.T) {
	r := onSample(t)
	r.run(present.ActProposals)
	press := r.w.win.Canvas().OnTypedKey()
	press(&fyne.KeyEvent{Name: fyne.KeyJ})
	press(&fyne.KeyEvent{Name: fyne.KeyE})
	press(&fyne.KeyEvent{Name: fyne.KeyA}) // the dialog has the keyboard
	r.settle()
	if r.w.reader.Current < 0 || !r.inFront() {
		t.Fatalf("proposal %d is current, a dialog is open: %v", r.w.reader.Current, r.inFront())
	}
	if c := r.w.reader.Cards[r.w.reader.Current]; c.State != present.CardOpen {
		t.Errorf("the proposal behind the dialog is %v", c.State)
	}
}
