package workspace

import (
	"context"
	"testing"

	"stet/claims"
	"stet/claims/ledger"
)

// Asking what became of a passage changes nothing on the desk, and a person's
// answer is an entry of its own that leaves the passage as it was kept.
func TestAnAnchorIsNeverHealedInPlace(t *testing.T) {
	w, id, first, second := fireDesk(t)
	ctx := context.Background()
	var e claims.EvidenceID
	for k, x := range w.state.Evidence {
		if x.Claim == id {
			e = k
		}
	}
	kept := w.state.Evidence[e].Anchor
	v2 := second()
	before := w.Seq()
	for range 2 {
		if f, err := w.Fate(ctx, kept, v2); err != nil || f.Fate.Carried() {
			t.Fatalf("the passage is %+v (%v)", f, err)
		}
		_, err := w.Findings(ctx)
		check(t, err)
	}
	if w.Seq() != before {
		t.Errorf("looking made %d entries", w.Seq()-before)
	}
	check(t, w.ConfirmAnchor(ctx, e, v2, span(t, w, v2, "At least 15 people were killed"), "the later count"))
	log, err := w.Log(ctx, 1)
	check(t, err)
	one, ok := log[0].Change.(ledger.AnchorConfirmed)
	if !ok || w.Seq() != before+1 {
		t.Fatalf("the confirmation is %d entries, the last %T", w.Seq()-before, log[0].Change)
	}
	if one.Evidence != e || one.Anchor.Version != v2 || one.Anchor.Exact != "At least 15 people were killed" || one.Note != "the later count" {
		t.Errorf("the entry says %+v", one)
	}
	if got := w.state.Evidence[e].Anchor; got != kept || got.Version != first {
		t.Errorf("the anchor was %+v and is %+v", kept, got)
	}
	if f, err := w.Fate(ctx, kept, v2); err != nil || f.Fate.Carried() {
		t.Errorf("after the confirmation the kept passage is %+v (%v)", f, err)
	}
}
