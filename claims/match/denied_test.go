package match

import (
	"strings"
	"testing"
	"time"

	"stet/claims"
)

func TestANumberIsNoSupportWhereWhatIsSaidOfItIsNegated(t *testing.T) {
	day := time.Date(2041, 3, 2, 0, 0, 0, 0, time.UTC)
	claim := "The report recommended that the pier be closed to crowds of more than 150 people"
	body := claims.Figure{Range: claims.Interval{Min: 150, NoMax: true, MinOpen: true, Mod: claims.MoreThan}}
	for _, c := range []struct {
		passage string
		want    Relation
	}{
		{"The report on the cables does not recommend closing the pier to crowds of more than 150 people.", Conflicts},
		{"The report failed to recommend closing the pier to crowds of more than 150 people.", Conflicts},
		{"The council denied that the report recommended closing the pier to crowds of more than 150 people.", Conflicts},
		{"The report recommends closing the pier to crowds of more than 150 people.", Agrees},
		{"The report was not signed, but recommends closing the pier to crowds of more than 150 people.", Agrees},
		{"The report did not fail to recommend closing the pier to crowds of more than 150 people.", Agrees},
	} {
		r := Figure(FigureClaim{Figure: body, Text: claim, Date: day}, Passage{Text: c.passage, Date: day})
		if r.Relation != c.want {
			t.Errorf("%s: %s: %s", c.passage, r.Relation, r.Why)
		}
		if r.Relation == Conflicts && (r.Suggest != claims.Contradicts || r.Differences[0].Kind != DiffNegation || !strings.Contains(r.Why, "negates")) {
			t.Errorf("%s: %s %v: %s", c.passage, r.Suggest, r.Differences, r.Why)
		}
	}
	turnedClaim := strings.Replace(claim, "recommended", "did not recommend", 1)
	for passage, want := range map[string]Relation{
		"The report recommends closing the pier to crowds of more than 150 people.":         Conflicts,
		"The report does not recommend closing the pier to crowds of more than 150 people.": Agrees,
	} {
		r := Figure(FigureClaim{Figure: body, Text: turnedClaim, Date: day}, Passage{Text: passage, Date: day})
		if r.Relation != want {
			t.Errorf("%s: %s: %s", passage, r.Relation, r.Why)
		}
	}
}

func TestADeniedTollIsNoSupport(t *testing.T) {
	claim := "Police said 12 people were killed when the stand in Orlan fell."
	for passage, want := range map[string]Relation{
		"The army denied that 12 people were killed when the stand in Orlan fell.":                      Conflicts,
		"Police did not confirm that 12 people were killed when the stand in Orlan fell.":               NotComparable,
		"Police have not said how the 12 people killed when the stand in Orlan fell had got in.":        Agrees,
		"No fewer than 12 people were killed when the stand in Orlan fell.":                             Compatible,
		"The stand in Orlan was not inspected before it fell, when 12 people were killed.":              Agrees,
		"Nobody had inspected the stand in Orlan, and 12 people were killed when it fell, police said.": Agrees,
	} {
		if r := figure(t, claim, "Orlan", passage); r.Relation != want {
			t.Errorf("%s: %s: %s", passage, r.Relation, r.Why)
		}
	}
}
