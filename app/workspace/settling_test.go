package workspace

import (
	"context"
	"strings"
	"testing"

	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

const quayFire = "Fire on the quay at Tolby\n\nAt least 12 people were killed in a fire on the quay at Tolby on Monday, the fire service said.\n\nThe mayor asked for patience."

// fireDesk is a desk with a decided claim whose only passage stands in version 1
// of an article, and an import of version 2 with another toll.
func fireDesk(t *testing.T) (w *Workspace, id claims.ID, first source.VersionID, second func() source.VersionID) {
	t.Helper()
	w, ctx := desk(t), context.Background()
	first = bring(t, w, "fire.txt", quayFire, ImportOptions{Captured: clock})
	id, err := w.AddTyped(ctx, "At least 12 people were killed on the quay.", "")
	check(t, err)
	at := strings.Index(quayFire, "At least 12")
	_, err = w.Attach(ctx, id, first, source.Span{Start: at, End: at + len("At least 12 people were killed")}, claims.Supports, "")
	check(t, err)
	check(t, w.Decide(ctx, claims.Verdict{Claim: id, Check: claims.Confirmed}))
	return w, id, first, func() source.VersionID {
		return bring(t, w, "fire2.txt", strings.Replace(quayFire, "At least 12", "At least 15", 1), ImportOptions{VersionOf: first.Article, Captured: clock.AddDate(0, 0, 1)})
	}
}

// onlyFinding is the one finding on the claim.
func onlyFinding(t *testing.T, w *Workspace, id claims.ID) Finding {
	t.Helper()
	list, err := w.Findings(context.Background())
	check(t, err)
	var of []Finding
	for _, f := range list {
		if f.Claim == id {
			of = append(of, f)
		}
	}
	if len(of) != 1 {
		t.Fatalf("findings on claim %s: %+v", id, of)
	}
	return of[0]
}

func TestDecidingAgainAnswersAFindingUntilTheVerdictIsTakenBack(t *testing.T) {
	w, id, _, second := fireDesk(t)
	ctx := context.Background()
	second()
	if f := onlyFinding(t, w, id); !f.Stale || f.Settled || f.Answered != 0 {
		t.Fatalf("before: %+v", f)
	}
	check(t, w.Decide(ctx, claims.Verdict{Claim: id, Check: claims.ChangeNeeded, Proposed: "At least 15"}))
	f := onlyFinding(t, w, id)
	if f.Stale || !f.Settled || f.Answered != w.Seq() {
		t.Fatalf("decided again: %+v", f)
	}
	if err := w.Settle(ctx, f.Key, false, ""); err == nil || !strings.Contains(err.Error(), "take the verdict back") {
		t.Errorf("reopened beside the verdict that answers it: %v", err)
	}
	_, err := w.Undo(ctx)
	check(t, err)
	if f := onlyFinding(t, w, id); !f.Stale || f.Settled {
		t.Fatalf("the verdict taken back: %+v", f)
	}
}

func TestAVerdictBasedOnAnOlderScreenAnswersNothing(t *testing.T) {
	w, id, _, second := fireDesk(t)
	seen := w.Seq()
	second()
	check(t, w.Decide(context.Background(), claims.Verdict{Claim: id, Check: claims.Confirmed, Seen: seen}))
	if f := onlyFinding(t, w, id); !f.Stale || f.Settled {
		t.Fatalf("%+v", f)
	}
}

func TestAStillLaterVersionAsksAnew(t *testing.T) {
	w, id, first, second := fireDesk(t)
	ctx := context.Background()
	second()
	check(t, w.Decide(ctx, claims.Verdict{Claim: id, Check: claims.CannotBe, Reason: "no count"}))
	bring(t, w, "fire3.txt", strings.Replace(quayFire, "At least 12", "At least 19", 1), ImportOptions{VersionOf: first.Article, Captured: clock.AddDate(0, 0, 2)})
	if f := onlyFinding(t, w, id); !f.Stale || f.Settled {
		t.Fatalf("%+v", f)
	}
}

func TestAFindingIsSettledReopenedAndSettledAgain(t *testing.T) {
	w, id, _, second := fireDesk(t)
	ctx := context.Background()
	second()
	key := onlyFinding(t, w, id).Key
	for _, settled := range []bool{true, false, true} {
		check(t, w.Settle(ctx, key, settled, ""))
		if f := onlyFinding(t, w, id); f.Settled != settled || f.Answered != 0 || !f.Stale {
			t.Fatalf("settled %v: %+v", settled, f)
		}
	}
	_, err := w.Undo(ctx)
	check(t, err)
	if f := onlyFinding(t, w, id); f.Settled {
		t.Fatalf("undone: %+v", f)
	}
}

func TestAnEditorDoesNotApproveOverAVersionTheyHaveNotSeen(t *testing.T) {
	w, id, first, second := fireDesk(t)
	ctx := context.Background()
	check(t, w.Review(ctx, id, claims.Submitted, ""))
	w.cfg.Who = ledger.Who{Name: "Lea Sund", Role: ledger.Editor}
	seen := w.Seq()
	other := bring(t, w, "other.txt", "Rain\n\nIt rained all day at Tolby and on the quay, the weather service said on Tuesday.", ImportOptions{Captured: clock})
	if other == first {
		t.Fatal("the other article is a version of the first")
	}
	v := second()
	err := w.Approve(ctx, id, seen, "")
	if err == nil || !strings.Contains(err.Error(), v.String()+" arrived after you looked at claim") {
		t.Fatalf("approved: %v", err)
	}
	check(t, w.Approve(ctx, id, w.Seq(), ""))
}

// third brings a version 3 that leaves the toll as version 2 has it.
func third(t *testing.T, w *Workspace, first source.VersionID) source.VersionID {
	t.Helper()
	return bring(t, w, "fire3.txt", strings.Replace(quayFire, "At least 12", "At least 15", 1)+"\n\nRain is expected at Tolby in the evening.", ImportOptions{VersionOf: first.Article, Captured: clock.AddDate(0, 0, 2)})
}

func TestAVersionThatLeavesTheWordsAsTheyWereDecidedOnAsksNothing(t *testing.T) {
	w, id, first, second := fireDesk(t)
	ctx := context.Background()
	second()
	check(t, w.Decide(ctx, claims.Verdict{Claim: id, Check: claims.ChangeNeeded, Proposed: "At least 15"}))
	entry := w.Seq()
	third(t, w, first)
	if f := onlyFinding(t, w, id); f.Stale || !f.Settled || f.Answered != entry || f.New.N != 3 {
		t.Fatalf("%+v", f)
	}
	bring(t, w, "fire4.txt", quayFire+"\n\nIt rained.", ImportOptions{VersionOf: first.Article, Captured: clock.AddDate(0, 0, 3)})
	list, err := w.Findings(ctx)
	check(t, err)
	for _, f := range list {
		t.Errorf("the words are as they were cited, and this is told: %+v", f)
	}
	bring(t, w, "fire5.txt", "Fire on the quay at Tolby\n\nThe mayor asked for patience.\n\nIt rained on the quay at Tolby.", ImportOptions{VersionOf: first.Article, Captured: clock.AddDate(0, 0, 4)})
	if f := onlyFinding(t, w, id); !f.Stale || f.Settled {
		t.Fatalf("the words are gone: %+v", f)
	}
}

func TestAFindingStaysSettledInAVersionThatChangesNothingMoreAndCanBeReopened(t *testing.T) {
	w, id, first, second := fireDesk(t)
	ctx := context.Background()
	second()
	key := onlyFinding(t, w, id).Key
	check(t, w.Settle(ctx, key, true, "asked the fire service"))
	third(t, w, first)
	f := onlyFinding(t, w, id)
	if !f.Settled || f.SettledKey != key || f.Key == key || !f.Stale {
		t.Fatalf("%+v", f)
	}
	check(t, w.Settle(ctx, f.Key, false, ""))
	if f := onlyFinding(t, w, id); f.Settled {
		t.Fatalf("reopened: %+v", f)
	}
}

func TestAChangeOfTheStoryStaysSettledUntilItIsChangedAgain(t *testing.T) {
	w, ctx := desk(t), context.Background()
	story := func(inspections, more string) string {
		return "A safe building\n\nThe fire broke out at nine in the evening on the quay at Tolby.\n\nThe port authority has counted " + inspections + " inspections of the plant since 2010.\n\nThe mayor asked for patience." + more
	}
	first := bring(t, w, "story.txt", story("nine", ""), ImportOptions{Role: source.Story, Captured: clock})
	at := strings.Index(story("nine", ""), "The fire broke out")
	_, err := w.AddClaim(ctx, first, source.Span{Start: at, End: at + len("The fire broke out at nine in the evening on the quay at Tolby.")}, nil)
	check(t, err)
	day := 0
	next := func(text string) {
		day++
		bring(t, w, "next.txt", text, ImportOptions{VersionOf: first.Article, Captured: clock.AddDate(0, 0, day)})
	}
	only := func() Finding {
		t.Helper()
		list, err := w.Findings(ctx)
		check(t, err)
		for _, f := range list {
			if strings.Contains(f.Text, "inspections") {
				return f
			}
		}
		t.Fatalf("nothing is told of the inspections: %+v", list)
		return Finding{}
	}
	next(story("six", ""))
	check(t, w.Settle(ctx, only().Key, true, ""))
	next(story("six", "\n\nIt rained on the quay at Tolby."))
	if f := only(); !f.Settled || f.New.N != 3 {
		t.Fatalf("settled, and told again: %+v", f)
	}
	next(story("five", "\n\nIt rained on the quay at Tolby."))
	if f := only(); f.Settled {
		t.Fatalf("changed again, and not told: %+v", f)
	}
}

func TestAnEditorMayApproveWhenAVersionLeavesWhatTheySawAsItWas(t *testing.T) {
	w, id, first, second := fireDesk(t)
	ctx := context.Background()
	second()
	check(t, w.Decide(ctx, claims.Verdict{Claim: id, Check: claims.ChangeNeeded, Proposed: "At least 15"}))
	check(t, w.Review(ctx, id, claims.Submitted, ""))
	w.cfg.Who = ledger.Who{Name: "Lea Sund", Role: ledger.Editor}
	seen := w.Seq()
	third(t, w, first)
	check(t, w.Approve(ctx, id, seen, ""))
}
