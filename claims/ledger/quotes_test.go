package ledger

import (
	"strings"
	"testing"

	"stet/claims"
	"stet/index/source"
)

func chosen(n, start int) QuoteSourceChosen {
	return QuoteSourceChosen{source.Place{Version: source.VersionID{Article: "wire1", N: n}, Span: source.Span{Start: start, End: start + 4}}, "We wait", true}
}

func TestAChosenSourceIsTakenBackAndRefusedTwice(t *testing.T) {
	b := desk(t)
	must(t, b.do(ana, "", chosen(1, 5)))
	if err := b.do(ana, "", chosen(1, 5)); err == nil || !strings.Contains(err.Error(), "already") {
		t.Errorf("chosen twice: %v", err)
	}
	must(t, b.do(ana, "", chosen(1, 20)))
	if n := len(b.s.QuoteSources); n != 2 {
		t.Fatalf("%d sources", n)
	}
	must(t, b.undo(ana))
	if p := b.s.QuoteSources; len(p) != 1 || p[0].Span.Start != 5 {
		t.Errorf("after undo: %v", p)
	}
	must(t, b.redo(ana))
	if p := b.s.QuoteSources; len(p) != 2 || p[1].Span.Start != 20 {
		t.Errorf("after redo: %v", p)
	}
	if err := b.do(ana, "", chosen(7, 1)); err == nil {
		t.Error("a version that is not there was chosen")
	}
}

func TestAVersionChosenAsASourceIsNotWithdrawn(t *testing.T) {
	b := newBook()
	must(t, b.do(ana, "", PolicySet{Policy: claims.DefaultPolicy("Harbour fire")}), b.do(ana, "", version("wire1", 1)), b.do(ana, "", chosen(1, 5)))
	err := b.do(ana, "", VersionHidden{source.VersionID{Article: "wire1", N: 1}, true})
	if err == nil || !strings.Contains(err.Error(), "best source") {
		t.Errorf("%v", err)
	}
}

func TestAConfirmationOnTooFewSourcesSaysSo(t *testing.T) {
	v := VerdictGiven{claims.Verdict{Claim: "toll1", Check: claims.Confirmed, Rating: "True", Short: claims.Shortfall{Independent: 1, Wanted: 2}}}
	if got := v.Summary(); got != "verdict on toll1: confirmed (True), on 1 of 2 independent sources" {
		t.Error(got)
	}
}
