package ledger

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stet/claims"
	"stet/index/source"
)

// acts draws changes that make sense often enough to get far.
func acts(t *rapid.T) Change {
	pick := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
	claim, ev := pick("claim", "toll1", "toll2", "toll3"), pick("evidence", "evid1", "evid2", "evid3")
	on := rapid.Bool().Draw(t, "on")
	reviews := []claims.Review{claims.NoReview, claims.Submitted, claims.Returned, claims.Approved}
	fire := func(name string) claims.Event { return claims.Event{ID: "e1", Name: name} }
	switch rapid.IntRange(0, 18).Draw(t, "kind") {
	case 16:
		return EventAdded{fire("Fire")}
	case 17:
		return EventEdited{fire(pick("name", "Fire", "Blaze")), fire(pick("was", "Fire", "Blaze"))}
	case 18:
		return TollPlaced{Event: "e1", Figure: "wire1/killed/12", To: pick("to", "", PlacedIn, PlacedOut), Was: pick("from", "", PlacedIn, PlacedOut)}
	case 14:
		return corrected(12, float64(rapid.IntRange(11, 13).Draw(t, "now")))
	case 15:
		return SentenceMarked{Anchor: evidence(ev, claim).Evidence.Anchor, As: rapid.SampledFrom(SentenceMarks).Draw(t, "mark"), Reason: pick("reason", "", "no fact")}
	case 0:
		return version(pick("article", "wire1", "wire2"), rapid.IntRange(1, 3).Draw(t, "n"))
	case 1:
		return VersionHidden{source.VersionID{Article: "wire1", N: 1}, on}
	case 2, 3:
		return figure(claim)
	case 4:
		c := figure(claim).Claim
		was := c
		c.Note = pick("note", "", "look again")
		return ClaimEdited{c, was}
	case 5:
		return ClaimRemoved{claims.ID(claim), on}
	case 6, 7:
		return evidence(ev, claim)
	case 8:
		return EvidenceDetached{Evidence: claims.EvidenceID(ev), Detached: on}
	case 9, 10:
		return verdict(claim, rapid.SampledFrom(claims.Checks).Draw(t, "check"))
	case 11:
		return ReviewSet{Claim: claims.ID(claim), From: rapid.SampledFrom(reviews).Draw(t, "from"), To: rapid.SampledFrom(reviews).Draw(t, "to"), Comment: pick("comment", "", "who?")}
	case 12:
		return FlagRaised{claims.Flag{ID: claims.FlagID(pick("flag", "f1", "f2")), Claim: claims.ID(claim), Text: "doubt"}}
	}
	return FindingSettled{Finding: pick("finding", "a", "b"), Settled: on}
}

// TestLawsOfTheLedger: whatever is done, refused acts leave no trace; replaying
// the entries gives the same state; undoing everything of one's own that can be
// undone and redoing it gives the same decisions again.
func TestLawsOfTheLedger(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := newBook()
		for range rapid.IntRange(1, 40).Draw(t, "acts") {
			before := snapshot(t, b.s)
			var err error
			switch rapid.IntRange(0, 9).Draw(t, "what") {
			case 0:
				err = b.undo(ana)
			case 1:
				err = b.redo(ana)
			default:
				err = b.do(ana, "", acts(t))
			}
			if err != nil && snapshot(t, b.s) != before {
				t.Fatalf("refused (%v), but the state changed", err)
			}
		}
		again := New()
		must(t, again.Apply(b.entries...))
		if snapshot(t, again) != snapshot(t, b.s) {
			t.Fatal("replaying the ledger gives another state")
		}
		decisions := decided(b.s)
		if b.undo(ana) == nil {
			must(t, b.redo(ana))
			if got := decided(b.s); got != decisions {
				t.Fatalf("undo and redo gave\n%s\nwas\n%s", got, decisions)
			}
		}
	})
}

// decided prints what a reader of the desk would see.
func decided(s *State) string {
	var b strings.Builder
	for _, c := range s.Live() {
		fmt.Fprintln(&b, c.ID, c.Note, c.Check(), c.Review, c.Evidence, c.Body, c.Correction() != nil)
	}
	for _, id := range s.Filed {
		fmt.Fprintln(&b, id, s.Articles[id].Latest() != nil)
	}
	for _, id := range s.Raised {
		fmt.Fprintln(&b, id, s.Flags[id].Status)
	}
	for _, id := range s.Named {
		if e := s.Events[id]; !e.Removed {
			fmt.Fprintln(&b, id, e.Name, e.Placed)
		}
	}
	fmt.Fprintln(&b, len(s.Settled), len(s.Dismissed))
	for _, m := range s.Marked["wire1"] {
		if !m.Removed {
			fmt.Fprintln(&b, m.As, m.Anchor.Exact)
		}
	}
	return b.String()
}
