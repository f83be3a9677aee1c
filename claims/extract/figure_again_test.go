package extract

import (
	"fmt"
	"strings"
	"testing"
)

func TestANumberWithoutItsNounGoesOnWithTheTollBefore(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Reports spoke of 14 dead, then of 23.", "killed 14; killed 23"},
		{"Police reported 14 deaths, and later 23.", "killed 14; killed 23"},
		{"Nine people were killed, then 12 cars burned.", "killed 9"},
		{"The toll fell to 21 on Friday, and a newspaper printed that 96 people were killed. By Sunday the count was 27.", "killed 21; killed 96; killed 27"},
		{"Twelve people were injured. The official tally now stands at 15.", "injured 12; injured 15"},
		{"The vote began on Monday. By Sunday the count was 27.", ""},
		{"The wounded went to the hospital, which took 52 of them.", "part injured 52"},
		{"The buses went to the depot, which took 52 of them.", ""},
	} {
		var got []string
		for _, f := range Analyse(c.text, Meta{Lang: "en"}).Figures() {
			s := fmt.Sprintf("%s %v", f.Outcome, f.Value)
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
