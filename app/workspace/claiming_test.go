package workspace

import (
	"context"
	"errors"
	"testing"

	"stet/claims"
)

func TestWordsThatHaveAClaimAreNotClaimedTwiceUnlessAskedFor(t *testing.T) {
	w, v1, v2 := dam(t)
	ctx := context.Background()
	words := "The dam was built in 1964"
	first, err := w.AddClaim(ctx, v1, span(t, w, v1, words), nil)
	check(t, err)
	for _, v := range []struct {
		name string
		id   claims.ID
		err  error
	}{
		{name: "the same version", err: second(w.AddClaim(ctx, v1, span(t, w, v1, words), nil))},
		{name: "a version they were carried to", err: second(w.AddClaim(ctx, v2, span(t, w, v2, words), nil))},
	} {
		var held *ClaimedError
		if !errors.As(v.err, &held) || held.Claim != first {
			t.Errorf("in %s: %v, want a refusal that names %s", v.name, v.err, first)
		}
	}
	other, err := w.AddAnother(ctx, v1, span(t, w, v1, words), nil)
	check(t, err)
	if other == first {
		t.Error("another claim of the words is the first one")
	}
	if _, err := w.AddClaim(ctx, v1, span(t, w, v1, "The dam"), nil); err != nil {
		t.Errorf("other words of the sentence are refused: %v", err)
	}
}

func second[T any](_ T, err error) error { return err }

func TestAProposalIsAcceptedOnce(t *testing.T) {
	w, v1, _ := dam(t)
	ctx := context.Background()
	p := proposed(t, w, v1, claims.KindFigure, "12")
	id, err := w.Accept(ctx, v1, p)
	check(t, err)
	_, err = w.Accept(ctx, v1, p)
	var held *ClaimedError
	if !errors.As(err, &held) || held.Claim != id {
		t.Errorf("accepted twice: %v", err)
	}
}

func TestAnEventIsNotRenamedOntoAnother(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	fire, err := w.AddEvent(ctx, claims.Event{Name: "Fire at Norrby", Place: "Norrby", From: "2025-05-01", Cause: "fire"})
	check(t, err)
	flood, err := w.AddEvent(ctx, claims.Event{Name: "Flood at Tolby", Place: "Tolby", From: "2025-05-02"})
	check(t, err)
	if err := w.EditEvent(ctx, flood, func(e *claims.Event) { e.Name = " fire at norrby " }); err == nil {
		t.Error("two events have one name")
	}
	if err := w.EditEvent(ctx, flood, func(e *claims.Event) { e.Place, e.From, e.Cause = "Norrby", "2025-05-01", "fire" }); err == nil {
		t.Error("two events have one place, day and cause")
	}
	check(t, w.EditEvent(ctx, flood, func(e *claims.Event) { e.Cause = "rain" }))
	check(t, w.EditEvent(ctx, fire, func(e *claims.Event) { e.Name = "Fire At Norrby" })) // its own
	check(t, w.RemoveEvent(ctx, fire))
	check(t, w.EditEvent(ctx, flood, func(e *claims.Event) { e.Name = "Fire at Norrby" })) // free again
}
