package workspace

import (
	"context"
	"testing"
	"time"

	"stet/claims"
	"stet/claims/ledger"
	"stet/index"
)

// receiptDesk is a desk with receipts kept before and after what they look for came.
func receiptDesk(t *testing.T) *Workspace {
	t.Helper()
	w, ctx := desk(t), context.Background()
	keep := func(q index.Query, hits int) {
		t.Helper()
		r, err := w.SaveSearch(ctx, q, "")
		check(t, err)
		if r.Hits != hits {
			t.Fatalf("%+v: %d hits, want %d", q, r.Hits, hits)
		}
	}
	first := bring(t, w, "fire.txt", quayFire, ImportOptions{Captured: clock, Outlet: "Coastal Wire"})
	keep(index.Query{Text: "submarine"}, 0)
	keep(index.Query{Text: `"at least 15"`}, 0)
	bring(t, w, "boat.txt", "A submarine at Tolby\n\nA submarine was seen off the quay at Tolby, a fisherman said on Friday.", ImportOptions{Captured: clock, Outlet: "Courier"})
	bring(t, w, "fire2.txt", "Fire on the quay at Tolby\n\nAt least 15 people were killed in a fire on the quay at Tolby on Monday, the fire service said.\n\nThe mayor asked for patience.", ImportOptions{VersionOf: first.Article, Captured: clock.AddDate(0, 0, 1), Outlet: "Coastal Wire"})
	keep(index.Query{Text: "submarine"}, 2)
	keep(index.Query{Text: "submarine", Outlets: []string{"Coastal Wire"}, From: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)}, 0)
	keep(index.Query{Text: "submarine outlet:coast"}, 0)
	keep(index.Query{Text: `"at least 12"`, Latest: true}, 0)
	return w
}

func TestAKeptSearchFindsAgainWhatItFoundInWhatTheDeskHeldThen(t *testing.T) {
	w := receiptDesk(t)
	again, err := w.RepeatSearches(context.Background(), nil)
	check(t, err)
	if len(again) != 6 {
		t.Fatalf("%d searches made again", len(again))
	}
	var saved []*ledger.Search
	w.View(func(s *ledger.State) { saved = s.Searches })
	for i, r := range again {
		if !r.OK() || r.Not != "" || r.Head != saved[i].Head || r.Seq != saved[i].Seq {
			t.Errorf("%+v", r)
		}
	}
	if again[0].Articles != 1 || again[4].Articles != 1 {
		t.Errorf("searched %d and %d articles, want 1 and 1", again[0].Articles, again[4].Articles)
	}
}

func TestAReceiptThatSaysSomethingElseIsNoticed(t *testing.T) {
	w, ctx := receiptDesk(t), context.Background()
	check(t, w.Do(ctx, ledger.SearchSaved{Receipt: claims.Receipt{Query: "submarine", Scope: "all articles on the desk", Hits: 0, Articles: 2}}))
	check(t, w.Do(ctx, ledger.SearchSaved{Receipt: claims.Receipt{Query: "submarine", Scope: "all articles on the desk; outlets: Courier", Hits: 0, Articles: 1}}))
	again, err := w.RepeatSearches(ctx, nil)
	check(t, err)
	if r := again[6]; r.OK() || r.Found != 2 {
		t.Errorf("a receipt of nothing found: %+v", r)
	}
	if r := again[7]; r.Not == "" {
		t.Errorf("limits in words only were guessed: %+v", r)
	}
}

func TestADroppedReceiptIsNotMadeAgain(t *testing.T) {
	w, ctx := receiptDesk(t), context.Background()
	_, err := w.Undo(ctx)
	check(t, err)
	again, err := w.RepeatSearches(ctx, nil)
	check(t, err)
	if len(again) != 5 {
		t.Errorf("%d searches made again", len(again))
	}
}
