package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"stet/app/present"
	"stet/claims/ledger"
	"stet/index/source"
)

func TestKeysAcceptAndDismissProposals(t *testing.T) {
	r := onSample(t)
	open, _ := r.w.reader.Count("")
	before := r.shell.Counts.Claims
	r.key(fyne.KeyJ)
	r.key(fyne.KeyA)
	if got := r.shell.Counts.Claims; got != before+1 {
		t.Fatalf("%d claims after accepting, want %d", got, before+1)
	}
	if r.shell.Route.Claim == "" {
		t.Fatal("the new claim is not the current one")
	}
	r.key(fyne.KeyD)
	if now, _ := r.w.reader.Count(""); now != open-2 {
		t.Fatalf("%d proposals are open, want %d", now, open-2)
	}
	r.shot("proposals")
	r.run(present.ActUndo)
	r.run(present.ActUndo)
	if now, _ := r.w.reader.Count(""); now != open || r.shell.Counts.Claims != before {
		t.Fatalf("after undoing both: %d open, %d claims; want %d and %d", now, r.shell.Counts.Claims, open, before)
	}
	if r.shell.Toasts.Now == nil || !strings.HasPrefix(r.shell.Toasts.Now.Text, "Undone: ") {
		t.Fatalf("the toast says %+v", r.shell.Toasts.Now)
	}
	r.shot("undone")
}

func TestSelectedWordsBecomeAClaimAndEvidence(t *testing.T) {
	r := onSample(t)
	m := r.w.reader
	at := strings.Index(m.Text.Body, "Windows broke")
	if at < 0 {
		t.Fatal("the sample's story has changed: choose other words for this test")
	}
	span := source.Span{Start: at, End: at + len("Windows broke as far as 900 metres away")}
	if len(r.buttons("Make claim")) > 0 {
		t.Fatal("a claim can be made of no words")
	}
	m.Select(span)
	r.settle()
	r.shot("selected")
	before := r.shell.Counts.Claims
	r.press("Make claim")
	if r.shell.Counts.Claims != before+1 || r.shell.Side() != present.SideClaim {
		t.Fatalf("%d claims, side %q", r.shell.Counts.Claims, r.shell.Side())
	}
	id := r.shell.Route.Claim
	m.Select(source.Span{Start: at, End: at + len("Windows broke")})
	r.settle()
	r.run(present.ActAttach)
	r.shot("stance")
	r.press("Choose")
	r.shell.Desk.View(func(s *ledger.State) {
		if got := s.EvidenceOf(id); len(got) != 1 || got[0].Anchor.Exact != "Windows broke" {
			t.Errorf("the claim's evidence is %+v", got)
		}
	})
}

func TestBackAndForwardLeadThroughWhatWasOpen(t *testing.T) {
	r := onSample(t)
	first := r.shell.Route
	rows := find(r, func(*sourceRow) bool { return true })
	if len(rows) < 3 {
		t.Fatal("too few articles are shown")
	}
	r.w.made[0].(*sourcesPane).list.Select(2)
	r.settle()
	second := r.shell.Route
	if second.Version == first.Version || r.w.reader.Version.ID != second.Version {
		t.Fatalf("choosing an article opened %v", r.w.reader.Version.ID)
	}
	r.run(present.ActBack)
	if r.shell.Route != first || r.w.reader.Version.ID != first.Version {
		t.Fatalf("back leads to %+v", r.shell.Route)
	}
	r.run(present.ActForward)
	if r.shell.Route != second {
		t.Fatalf("forward leads to %+v", r.shell.Route)
	}
}

func TestAnotherVersionIsOneClickAway(t *testing.T) {
	r := onSample(t)
	if len(r.w.reader.Steps) < 2 {
		t.Fatal("the sample's story has one version only")
	}
	now := r.w.reader.Version.ID
	r.run(present.ActOlder)
	if got := r.w.reader.Version.ID; got.Article != now.Article || got.N != now.N-1 {
		t.Fatalf("the older version of %v is %v", now, got)
	}
	if r.shell.Enabled(present.ActOlder) {
		t.Fatal("there is an older version than the first")
	}
}

func TestADeskWithoutSourcesSaysWhatToDo(t *testing.T) {
	r := onEmpty(t)
	r.shot("empty")
	if !r.reads("No sources yet") || !r.reads("Nothing is open") {
		t.Fatal("the empty desk does not say so")
	}
	if len(r.buttons("Import files…")) == 0 {
		t.Fatal("it does not offer to import")
	}
}
