package present

import (
	"testing"

	"stet/claims"
	"stet/claims/match"
)

func TestAStatementInOtherWordsIsOfferedAsContext(t *testing.T) {
	r := match.Result{Relation: match.Substitution}
	if got := stancesFor(r)[0]; got != claims.Context {
		t.Errorf("the first stance offered is %q", got)
	}
	if got := ResultWords(r); got != "other words" {
		t.Errorf("the relation reads %q", got)
	}
	if got := stancesFor(match.Result{Relation: match.Substitution, Suggest: claims.Contradicts})[0]; got != claims.Contradicts {
		t.Errorf("a quotation with words replaced is offered as %q", got)
	}
	if got := stancesFor(match.Result{})[0]; got != claims.Supports {
		t.Errorf("without a relation %q is offered", got)
	}
}
