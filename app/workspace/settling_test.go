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
