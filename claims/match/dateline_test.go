package match

import (
	"strings"
	"testing"
	"time"
)

var day2036 = time.Date(2036, time.May, 11, 0, 0, 0, 0, time.UTC)

func TestAReportDatelinedElsewhereIsOfAnotherPlace(t *testing.T) {
	claim := "When the footbridge in Kessaby fell, 22 people died."
	for passage, want := range map[string]Relation{
		"PORT AMARA, Oct 16 (OPA) - A footbridge fell onto a market in Port Amara, two days after one in Kessaby.\n\nSeventeen people were killed, officials said.": NotComparable,
		"Second bridge falls\n\nPORT AMARA — A footbridge fell in Port Amara on Sunday. He spoke of Kessaby.\n\nSeventeen people were killed, officials said.":      NotComparable,
		"LUMA, Oct 16 - A footbridge fell in Kessaby, the government said in Luma.\n\nSeventeen people were killed, officials said.":                                Conflicts,
		"KESSABY — A footbridge fell into the river.\n\nSeventeen people were killed, officials said.":                                                              Conflicts,
	} {
		if r := figure(t, claim, "Kessaby", passage); r.Relation != want {
			t.Errorf("%s: %s (%s)", r.Relation, r.Why, passage)
		}
	}
}

func TestATollOfPeopleIsNotComparedWithTheChildrenAmongThem(t *testing.T) {
	claim := "When the footbridge in Kessaby fell, 22 people died, six of them children."
	c, _ := ReadFigure(claim, "Kessaby", day2036)
	c.Figure.Words, c.Figure.Population, c.Figure.Subset = "six of them children", "children", true
	c.Figure.Range.Min, c.Figure.Range.Max = 6, 6
	for passage, want := range map[string]Relation{
		"Twelve people, including two children, were killed when the footbridge in Kessaby fell, the mayor said. State radio put the toll at 17.": Conflicts,
		"A footbridge in Kessaby fell. Among those on it were many, among them children. State radio put the toll at 17.":                         NotComparable,
	} {
		if r := Figure(c, Passage{Text: passage, Date: day2036}); r.Relation != want || strings.Contains(r.Why, "“17”") && r.Relation == Conflicts {
			t.Errorf("%s: %s (%s)", r.Relation, r.Why, passage)
		}
	}
}
