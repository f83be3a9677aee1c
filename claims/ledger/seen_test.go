package ledger

import (
	"encoding/json"
	"strings"
	"testing"

	"stet/claims"
	"stet/index/anchor"
	"stet/index/source"
)

// submitted is a desk with a claim, a passage, a verdict and a submission.
func submitted(t *testing.T) (b *book, seen uint64) {
	t.Helper()
	b = newBook()
	must(t,
		b.do(ana, "", version("aaaaa", 1)),
		b.do(ana, "", ClaimAdded{claims.Claim{ID: "c1111", Text: "12 died", Body: claims.Statement{Words: "12 died"}}}),
		b.do(ana, "", EvidenceAttached{claims.Evidence{ID: "e1111", Claim: "c1111", Stance: claims.Supports,
			Anchor: anchor.Anchor{Version: source.VersionID{Article: "aaaaa", N: 1}, Span: source.Span{End: 7}, Exact: "12 died"}}}),
		b.do(ana, "", VerdictGiven{claims.Verdict{Claim: "c1111", Check: claims.Confirmed, Seen: b.s.Seq}}),
		b.do(ana, "", ReviewSet{Claim: "c1111", From: claims.NoReview, To: claims.Submitted}),
	)
	return b, b.s.Seq
}

func approve(seen uint64) ReviewSet {
	return ReviewSet{Claim: "c1111", From: claims.Submitted, To: claims.Approved, Seen: seen}
}

func TestAnEditorApprovesWhatTheyHaveSeen(t *testing.T) {
	anchored := anchor.Anchor{Version: source.VersionID{Article: "aaaaa", N: 1}, Span: source.Span{Start: 8, End: 12}, Exact: "more"}
	for name, c := range map[string]Change{
		"decided again":       VerdictGiven{claims.Verdict{Claim: "c1111", Check: claims.CannotBe, Reason: "no count"}},
		"a passage attached":  EvidenceAttached{claims.Evidence{ID: "e2222", Claim: "c1111", Stance: claims.Contradicts, Anchor: anchored}},
		"a passage detached":  EvidenceDetached{Evidence: "e1111", Detached: true},
		"a stance changed":    EvidenceEdited{Was: claims.Evidence{ID: "e1111", Claim: "c1111", Stance: claims.Supports, Anchor: anchor.Anchor{Version: source.VersionID{Article: "aaaaa", N: 1}, Span: source.Span{End: 7}, Exact: "12 died"}}, Evidence: claims.Evidence{ID: "e1111", Claim: "c1111", Stance: claims.Contradicts, Anchor: anchor.Anchor{Version: source.VersionID{Article: "aaaaa", N: 1}, Span: source.Span{End: 7}, Exact: "12 died"}}},
		"the claim edited":    ClaimEdited{Was: claims.Claim{ID: "c1111", Text: "12 died", Body: claims.Statement{Words: "12 died"}}, Claim: claims.Claim{ID: "c1111", Text: "15 died", Body: claims.Statement{Words: "15 died"}}},
		"a flag raised":       FlagRaised{claims.Flag{ID: "f1111", Claim: "c1111", Text: "who counted?"}},
		"a search kept of it": SearchSaved{claims.Receipt{Query: "dead", Claim: "c1111"}},
	} {
		t.Run(name, func(t *testing.T) {
			b, seen := submitted(t)
			must(t, b.do(ana, "", c))
			err := b.do(lea, "", approve(seen))
			if err == nil || !strings.Contains(err.Error(), "after you looked at it, by Ana Ruiz") || b.s.Claims["c1111"].Review != claims.Submitted {
				t.Fatalf("approved unseen: %v", err)
			}
			must(t, b.do(lea, "", approve(b.s.Seq)))
			if r := b.s.Claims["c1111"].Reviews; r[len(r)-1].Seen != b.s.Seq-1 {
				t.Errorf("the approval says it is based on entry %d", r[len(r)-1].Seen)
			}
		})
	}
}

func TestWhatHappensToOtherClaimsDoesNotHinderAnApproval(t *testing.T) {
	b, seen := submitted(t)
	must(t,
		b.do(ana, "", ClaimAdded{claims.Claim{ID: "c2222", Text: "13 died", Body: claims.Statement{Words: "13 died"}}}),
		b.do(ana, "", FlagRaised{claims.Flag{ID: "f1111", Claim: "c2222", Text: "who counted?"}}),
		b.do(lea, "", approve(seen)),
	)
}

func TestAnApprovalOfAnOlderLedgerSaysNothingOfWhatWasSeen(t *testing.T) {
	old, err := json.Marshal(approve(0))
	if err != nil || strings.Contains(string(old), "seen") {
		t.Fatalf("%s, %v: the bytes of older entries would be others", old, err)
	}
	b, _ := submitted(t)
	must(t, b.do(ana, "", FlagRaised{claims.Flag{ID: "f1111", Claim: "c1111", Text: "who counted?"}}), b.do(lea, "", approve(0)))
	if err := b.do(lea, "", ReviewSet{Claim: "c1111", From: claims.Approved, To: claims.Returned, Comment: "again"}); err != nil {
		t.Fatal(err)
	}
}

func TestAnApprovalOfTheFutureIsRefused(t *testing.T) {
	b, seen := submitted(t)
	if err := b.do(lea, "", approve(seen+5)); err == nil {
		t.Error("approved on an entry that does not exist")
	}
}
