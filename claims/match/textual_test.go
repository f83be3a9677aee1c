package match

import (
	"testing"
	"time"

	"stet/claims"
)

func statement(claim, passage string) Result {
	return Claim(claims.Claim{Text: claim, Body: claims.Statement{}}, time.Time{}, Passage{Text: passage})
}

func TestAStatementInOtherWordsIsNotContradicted(t *testing.T) {
	r := statement("Prosecutors opened an inquiry on Monday",
		"Prosecutors in Harn have opened an inquiry for negligent homicide into the blast at the depot of Lower Quay, they said on Monday.")
	if r.Relation != Substitution || r.Suggest != "" || len(r.Differences) > 0 {
		t.Errorf("a statement with words of its own more is judged as a quotation: %+v", r)
	}
}

func TestAStatementTurnedRoundIsContradicted(t *testing.T) {
	r := statement("The ministry has approved the plan for the new harbour", "The ministry has not approved the plan for the new harbour.")
	if r.Suggest != claims.Contradicts {
		t.Errorf("a negation suggests %q: %+v", r.Suggest, r)
	}
}

func TestAnotherNumberInTheSameWordsContradictsAStatement(t *testing.T) {
	r := statement("The ministry has approved 12 plans for the new harbour", "The ministry has approved 14 plans for the new harbour.")
	if r.Suggest != claims.Contradicts {
		t.Errorf("another number suggests %q: %+v", r.Suggest, r)
	}
}
