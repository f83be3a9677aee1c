package extract

import (
	"fmt"
	"strings"
	"testing"
)

func TestChildrenAmongTheDeadAreAPartOfThem(t *testing.T) {
	const lead = "The derailment killed 27 people, police said. "
	for _, c := range []struct{ text, want string }{
		{lead + "Six of the dead were children.", "killed 27 people; part killed 6 children"},
		{lead + "Five of those killed were young children.", "killed 27 people; part killed 5 young children"},
		{lead + "Police put the number of children killed at six.", "killed 27 people; part killed 6 children"},
		{lead + "Four of the wounded were police officers.", "killed 27 people; part injured 4 police officers"},
		{"Of the 27 dead, 6 were children and 19 were women, the mayor's office said.", "killed 27 dead; part killed 6 children; part killed 19 women"},
		{"Of the 27 killed, six were children, nineteen women and two men.", "killed 27 ; part killed 6 children; part killed 19 women; part killed 2 men"},
		{"Four of the 27 dead were children.", "part killed 4 children; killed 27 dead"},
		{"Of the 27 dead, 20 were women or children.", "killed 27 dead"},
		{"Of the 27 dead, 6 were from Norrby.", "killed 27 dead"},
		{"Six of the dead were buried on Monday.", "part killed 6 "},
		{"Six of the dead were the children of a nurse.", "part killed 6 "},
		{"The number of people killed rose to 12.", "killed 12 "},
	} {
		var got []string
		for _, f := range Analyse(c.text, Meta{Lang: "en"}).Figures() {
			s := fmt.Sprintf("%s %v %s", f.Outcome, f.Value, f.Population)
			if f.Subset {
				s = "part " + s
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
