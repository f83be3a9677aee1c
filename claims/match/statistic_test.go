package match

import (
	"strings"
	"testing"
	"time"

	"stet/claims"
)

func TestAStatisticIsComparedAsAFigureWhereItsWordsAreNotThere(t *testing.T) {
	made := time.Date(2031, 5, 4, 0, 0, 0, 0, time.UTC)
	c := claims.Claim{Text: "Halvik General Hospital has treated 46 people", Body: claims.Statistic{Words: "46 people", Range: claims.Just(46), Unit: "people", Of: "people"}}
	p := Passage{Text: "At least 15 people were killed and 46 injured when a fire tore through a warehouse in Halvik on Thursday night.", Date: made}
	if r := Claim(c, made, p); r.Relation != Agrees {
		t.Errorf("%s: %s", r.Relation, r.Why)
	}
	p.Text = "The general said that people of the hospital had been treated well."
	if r := Claim(c, made, p); r.Relation != Unrelated || strings.Contains(r.Why, "quotation") {
		t.Errorf("%s: %s", r.Relation, r.Why)
	}
}
