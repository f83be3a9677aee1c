package match

import (
	"testing"
	"time"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

func TestWhatWasPrintedBeforeAnEventDoesNotCountItsDead(t *testing.T) {
	on := func(s string) time.Time {
		x, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	const headline = "Fire on ferry off Halden kills three"
	passage := func(date string) Passage {
		return Passage{Text: headline, Span: source.Span{End: len(headline)}, Date: on(date), Doc: extract.Analyse(headline, extract.Meta{Date: on(date)})}
	}
	const text = "At least 14 people died when the ferry Solveig burned off Halden on Tuesday."
	made := on("2027-03-12")
	c, ok := ReadFigure(text, "", made)
	if !ok {
		t.Fatal("the claim counts nobody")
	}
	for date, want := range map[string]Relation{"2024-08-02": NotComparable, "2027-03-05": NotComparable, "2027-03-09": Conflicts, "2027-03-08": Conflicts} {
		r := Claim(claims.Claim{Text: text, Body: c.Figure}, made, passage(date))
		if r.Relation != want {
			t.Errorf("printed on %s: %s (%s), want %s", date, r.Relation, r.Why, want)
		}
	}
}
