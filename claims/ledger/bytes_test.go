package ledger

import (
	"errors"
	"reflect"
	"testing"

	"stet/claims"
	"stet/index/source"
)

func TestEveryChangeComesBackFromItsBytes(t *testing.T) {
	changes := []Change{
		PolicySet{Policy: claims.DefaultPolicy("a")}, version("wire1", 1), VersionHidden{source.VersionID{Article: "wire1", N: 1}, true},
		ArticleFiled{Article: source.Article{ID: "wire1", Role: source.Story}}, figure("toll1"), ClaimEdited{figure("a").Claim, figure("b").Claim}, ClaimRemoved{"a", true},
		evidence("e", "c"), EvidenceEdited{evidence("e", "c").Evidence, evidence("e", "c").Evidence}, EvidenceDetached{"e", true, "why"},
		AnchorConfirmed{Evidence: "e", Anchor: evidence("e", "c").Evidence.Anchor, Note: "n"}, verdict("c", claims.Confirmed), VerdictWithdrawn{"c", 3, true},
		ReviewSet{Claim: "c", From: claims.NoReview, To: claims.Submitted}, FlagRaised{claims.Flag{ID: "f", Text: "x"}}, FlagSettled{Flag: "f", From: claims.FlagOpen, To: claims.FlagAccepted},
		FindingSettled{"k", true, "n", "a"}, ProposalDismissed{Version: source.VersionID{Article: "a", N: 2}, Words: "w", Claim: claims.KindQuote, Dismissed: true},
		QuoteSourceChosen{source.Place{Version: source.VersionID{Article: "a", N: 2}, Span: source.Span{Start: 3, End: 9}}, "w", true},
		EventAdded{claims.Event{ID: "e", Name: "Fire"}}, EventRemoved{"e", true}, EventEdited{claims.Event{ID: "e", Name: "Fire", Open: true}, claims.Event{ID: "e", Name: "Blaze"}},
		TollPlaced{Event: "e", Figure: "wire1/killed/people/12", To: PlacedOut, Reason: "another fire"}, SearchSaved{claims.Receipt{Query: "q", At: day}}, SearchDropped{4, true},
		ReportExported{Name: "r.html", Hash: "h"}, corrected(12, 15),
		SentenceMarked{Anchor: evidence("e", "c").Evidence.Anchor, As: MarkHandled, Reason: "r"}, SentenceUnmarked{4, true},
	}
	if len(changes) != len(kinds) {
		t.Errorf("%d changes tried, %d kinds exist", len(changes), len(kinds))
	}
	for _, c := range changes {
		kind, raw, err := Encode(c)
		must(t, err)
		got, err := Decode(kind, raw)
		if err != nil || !reflect.DeepEqual(got, c) {
			t.Errorf("%s came back as %+v, %v", kind, got, err)
		}
		if c.Summary() == "" {
			t.Errorf("%s has no summary", kind)
		}
	}
}

func TestAKindOfANewerProgramSaysSo(t *testing.T) {
	var newer ErrNewer
	if _, err := Decode("tide table kept", []byte("{}")); !errors.As(err, &newer) {
		t.Errorf("%v", err)
	}
}

// FuzzDecode: no bytes make the decoder panic, and what it accepts encodes and
// decodes to the same bytes again.
func FuzzDecode(f *testing.F) {
	for kind := range kinds {
		f.Add(kind, []byte("{}"))
	}
	_, raw, err := Encode(figure("toll1"))
	must(f, err)
	f.Add("claim added", raw)
	f.Fuzz(func(t *testing.T, kind string, raw []byte) {
		c, err := Decode(kind, raw)
		if err != nil {
			return
		}
		_ = c.Summary()
		k, one, err := Encode(c)
		if err != nil {
			t.Fatalf("a decoded change cannot be encoded: %v", err)
		}
		d, err := Decode(k, one)
		if err != nil {
			t.Fatalf("its own bytes do not decode: %v", err)
		}
		if _, two, err := Encode(d); err != nil || string(one) != string(two) {
			t.Fatalf("encodes to %s, then to %s (%v)", one, two, err)
		}
	})
}
