package extract

import "testing"

func TestAProposalIsNoJunk(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Dozens of relatives waited at the hall.", "[24, 99] relatives"},
		{"Thousands of people stood in silence.", "[2,000, 9,999] people"},
		{"The names of two bodies were counted twice.", "2 bodies"},
		{"The line carries 90,000 commuters a day.", "90,000 commuters per day"},
		{"The port was shut, a clerk who asked not to be named said.", "indirect quote of a clerk, “said”"},
	} {
		p := Propose(Analyse(c.text, Meta{Lang: "en"}))
		if len(p) != 1 || p[0].Why != c.want {
			t.Errorf("%s: %+v, want %q", c.text, p, c.want)
		}
	}
}
