package ledger

import (
	"testing"

	"stet/claims"
)

func TestAnEventIsEditedOnlyAsItWasSeen(t *testing.T) {
	d := desk(t)
	do := func(c Change) { t.Helper(); must(t, d.do(ana, "", c)) }
	refuses := func(c Change) {
		t.Helper()
		if d.do(ana, "", c) == nil {
			t.Errorf("%+v was not refused", c)
		}
	}
	fire := claims.Event{ID: "e1", Name: "Fire at the mill", Place: "Osby", From: "2025-06-03"}
	do(EventAdded{fire})
	renamed := fire
	renamed.Name, renamed.Cause = "Fire at the paper mill", "fire"
	do(EventEdited{renamed, fire})
	if got := d.s.Events["e1"].Event; got != renamed {
		t.Errorf("the event is %+v", got)
	}
	refuses(EventEdited{fire, fire})
	broken := renamed
	broken.To = "2025-06-01"
	refuses(EventEdited{broken, renamed})
	broken = renamed
	broken.From = "last Tuesday"
	refuses(EventEdited{broken, renamed})
	do(EventRemoved{"e1", true})
	refuses(EventEdited{fire, renamed})
}

func TestAFigureIsPlacedMovedAndLeftAlone(t *testing.T) {
	d := desk(t)
	do := func(c Change) { t.Helper(); must(t, d.do(ana, "", c)) }
	refuses := func(c Change) {
		t.Helper()
		if d.do(ana, "", c) == nil {
			t.Errorf("%+v was not refused", c)
		}
	}
	do(EventAdded{claims.Event{ID: "e1", Name: "Fire"}})
	const k = "wire1/killed/12 people"
	do(TollPlaced{Event: "e1", Figure: k, To: PlacedOut, Reason: "another fire"})
	if got := d.s.Events["e1"].Placed[k]; got != PlacedOut {
		t.Errorf("placed %q", got)
	}
	refuses(TollPlaced{Event: "e1", Figure: k, To: PlacedIn}) // somebody else left it out meanwhile
	refuses(TollPlaced{Event: "e2", Figure: k, To: PlacedIn})
	refuses(TollPlaced{Event: "e1", Figure: "", To: PlacedIn})
	refuses(TollPlaced{Event: "e1", Figure: "x", To: "beside"})
	do(TollPlaced{Event: "e1", Figure: k, To: PlacedIn, Was: PlacedOut})
	do(TollPlaced{Event: "e1", Figure: k, Was: PlacedIn})
	if got, ok := d.s.Events["e1"].Placed[k]; ok {
		t.Errorf("still placed %q", got)
	}
}
