package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"stet/app/present"
	"stet/claims"
)

// paneOf is a pane made by its own maker.
func paneOf[P Pane](r *rig) P {
	r.t.Helper()
	for _, p := range r.w.made {
		if x, ok := p.(P); ok {
			return x
		}
	}
	var none P
	r.t.Fatalf("no %T was made", none)
	return none
}

// openClaim opens the claim that says something, in the place of claims.
func (r *rig) openClaim(words string) {
	r.t.Helper()
	r.run(present.ActClaims)
	for _, x := range r.w.decide.claims.Rows {
		if strings.Contains(x.Text, words) {
			r.shell.OpenClaim(x.ID)
			r.settle()
			return
		}
	}
	r.t.Fatalf("no claim says %q", words)
}

// tapChip taps the chip with a text that is in front.
func (r *rig) tapChip(text string) {
	r.t.Helper()
	var hit fyne.Tappable
	look := func(c fyne.Tappable, content fyne.CanvasObject) {
		walk(content, func(o fyne.CanvasObject) {
			if p, ok := o.(*prose); ok && p.Text == text {
				hit = c
			}
		})
	}
	for _, c := range find(r, func(*tappable) bool { return true }) {
		look(c, c.content)
	}
	for _, c := range find(r, func(*keyChip) bool { return true }) {
		look(c, c.content)
	}
	if hit == nil {
		r.t.Fatalf("there is no chip %q", text)
	}
	test.Tap(hit)
	r.settle()
}

func TestChoosingARowOpensTheClaimBesideItsWords(t *testing.T) {
	r := onSample(t)
	r.run(present.ActClaims)
	list := paneOf[*claimsPane](r).list
	list.Select(0)
	r.settle()
	if r.shell.Route.Claim != r.w.decide.claims.Rows[0].ID || !r.reads("“Fifteen people died in the fire”") {
		t.Fatal("the claim is not beside the text")
	}
	test.Type(paneOf[*claimsPane](r).text, "sprinklers")
	r.settle()
	if len(r.w.decide.claims.Rows) != 1 {
		t.Errorf("%d claims fit what was typed", len(r.w.decide.claims.Rows))
	}
}

func TestTheVerdictFormGivesAVerdict(t *testing.T) {
	r := onSample(t)
	r.openClaim("sprinklers")
	r.tapChip("cannot be confirmed")
	test.Type(paneOf[*inspectorPane](r).form.reason, "Both sources are unnamed.")
	r.settle()
	r.run(present.ActVerdict)
	v := r.w.decide.inspector.Claim.Verdict()
	if v == nil || v.Check != claims.CannotBe || v.Reason != "Both sources are unnamed." {
		t.Fatalf("%+v", v)
	}
	r.press("Submit to editor")
	if r.w.decide.inspector.Claim.Review != claims.Submitted {
		t.Error("it is not with the editor")
	}
}

func TestAVerdictIsGivenByKeysAlone(t *testing.T) {
	r := onSample(t)
	r.openClaim("sprinklers")
	form := paneOf[*inspectorPane](r).form
	canvas := r.w.win.Canvas()
	key := func(k fyne.KeyName) {
		canvas.Focused().TypedKey(&fyne.KeyEvent{Name: k})
		r.settle()
	}
	r.run(present.ActVerdict)
	if !r.reads("Choose an outcome first.") || canvas.Focused() != form.outcomes.Objects[0].(fyne.Focusable) {
		t.Fatalf("no outcome is asked for; %T has the keyboard", canvas.Focused())
	}
	key(fyne.KeyRight)
	key(fyne.KeySpace)
	if f := canvas.Focused(); f != form.outcomes.Objects[1].(fyne.Focusable) {
		t.Fatalf("choosing takes the keyboard away: %T", f)
	}
	for range len(form.chips()) {
		if _, ok := canvas.Focused().(*keyChip); ok {
			canvas.FocusNext()
		}
	}
	if canvas.Focused() == form.proposed {
		canvas.FocusNext()
	}
	if canvas.Focused() != form.reason || form.reason.AcceptsTab() {
		t.Fatalf("tab does not go through the reason: %T", canvas.Focused())
	}
	test.Type(form.reason, "Both sources are unnamed.")
	r.settle()
	r.run(present.ActVerdict)
	if v := r.w.decide.inspector.Claim.Verdict(); v == nil || v.Check != claims.Checks[1] {
		t.Fatalf("%+v", v)
	}
}

func TestARankedPassageIsAttachedByItsButton(t *testing.T) {
	r := onSample(t)
	r.openClaim("sprinklers")
	r.press("For")
	if n := len(r.w.decide.inspector.For); n != 1 {
		t.Fatalf("%d passages for it", n)
	}
}

func TestAClaimIsTyped(t *testing.T) {
	r := onEmpty(t)
	r.run(present.ActClaims)
	if !r.reads("No claims yet") {
		t.Fatal("the empty list does not say what to do")
	}
	r.press("Type a claim…")
	e := find(r, func(e *fieldEntry) bool { return strings.HasPrefix(e.PlaceHolder, "the words") })
	test.Type(e[0], "At least 12 people were killed in Norrby")
	r.press("Make the claim")
	if m := r.w.decide.inspector; m.ID == "" || !strings.HasPrefix(m.Head, "killed") {
		t.Fatalf("claim %q: %q", m.ID, m.Head)
	}
}

func TestTheClaimIsEdited(t *testing.T) {
	r := onSample(t)
	r.openClaim("Fifteen")
	r.run(present.ActEditClaim)
	e := find(r, func(e *fieldEntry) bool { return strings.HasPrefix(e.PlaceHolder, "who asserts") })
	test.Type(e[0], "Fire service")
	r.press("Keep")
	if r.w.decide.inspector.Claim.Origin.Name != "Fire service" || !r.reads("Origin: Fire service") {
		t.Error("the origin is not kept")
	}
}

func TestAFindingOpensInTheComparison(t *testing.T) {
	r := onSample(t)
	r.run(present.ActInbox)
	r.press("Compare")
	p := paneOf[*comparePane](r)
	if !r.shell.Route.Comparing() || len(p.left.Marks()) == 0 || len(p.right.Marks()) == 0 {
		t.Fatal("nothing is compared")
	}
	at := p.m.NewAt
	if at.Empty() {
		at = p.m.OldAt
	}
	if seen := p.right.VisibleSpan(); !p.m.NewAt.Empty() && !seen.Overlaps(at) {
		t.Errorf("%v is not in sight, %v is", at, seen)
	}
	was := p.m.Current
	r.run(present.ActNextChange)
	if p.m.Current == was {
		t.Error("the next change is not chosen")
	}
	open := r.w.decide.inbox.Open
	r.shell.OpenFinding(r.shell.Findings[0])
	r.settle()
	r.press("Settle…")
	r.press("Settle")
	if r.w.decide.inbox.Open != open-1 {
		t.Error("the finding is not settled")
	}
}

func TestTheEditorApprovesFromTheQueue(t *testing.T) {
	r := onSample(t)
	r.run(present.ActReview)
	paneOf[*reviewPane](r).list.Select(0)
	r.settle()
	n := r.w.decide.review.Approved
	r.press("Approve")
	if r.w.decide.review.Approved != n+1 {
		t.Error("it is not approved")
	}
}

func TestReportsAndHistoryShowWhatThereIs(t *testing.T) {
	r := onSample(t)
	r.run(present.ActReports)
	if !r.reads("10 claims, 7 decided; 7 source versions, 1 kept search; 2 approvals.") {
		t.Error("the preview is not shown")
	}
	r.press("Verify the desk")
	if r.w.decide.reports.Check == nil {
		t.Error("the desk was not verified")
	}
	r.run(present.ActHistory)
	if len(find(r, func(*historyRow) bool { return true })) < 5 {
		t.Error("no history is shown")
	}
}

func TestEveryDecidingPaneSaysWhatToDoWhenEmpty(t *testing.T) {
	r := onEmpty(t)
	for id, want := range map[present.ActionID]string{present.ActClaims: "No claims yet", present.ActInbox: "Nothing asks for attention", present.ActReview: "Nothing waits for review"} {
		r.run(id)
		r.shot("empty-" + string(id))
		if !r.reads(want) {
			t.Errorf("%s does not say %q", id, want)
		}
	}
	r.run(present.ActInspector)
	if r.run(present.ActSources); !r.reads("No claim is open") {
		t.Error("the inspector is silent")
	}
}

func TestEveryActionIsBound(t *testing.T) {
	r := onSample(t)
	for _, a := range present.Actions {
		if !r.shell.Bound(a.ID) {
			t.Errorf("%s does nothing", a.ID)
		}
	}
}

func TestAnApprovedClaimIsRefusedBeforeItIsCorrectedOrDecided(t *testing.T) {
	r := onSample(t)
	for _, x := range r.w.decide.claims.Rows {
		if x.Review == claims.Approved {
			r.shell.OpenClaim(x.ID)
			break
		}
	}
	r.settle()
	m := r.w.decide.inspector
	if m.ID == "" || m.Claim.Review != claims.Approved {
		t.Fatal("no claim of the sample is approved")
	}
	for _, id := range []present.ActionID{present.ActCorrect, present.ActVerdict} {
		r.run(id)
		if !r.reads("An editor has to return it before it is changed.") || r.reads("Correct the reading") {
			t.Errorf("%s begins on an approved claim", id)
		}
		r.escape()
	}
}
