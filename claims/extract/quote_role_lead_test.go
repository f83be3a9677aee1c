package extract

import "testing"

func TestANameWithItsRoleBeforeAColonSpeaks(t *testing.T) {
	const before = "Pavel Drost, of the union, tells us that the council was warned. “We wrote to the council three times. We never got an answer.”\n\n"
	for _, lead := range []string{"Hanna Wirth, for the council: ", "22:30 Hanna Wirth, for the council: ", "Hanna Wirth, the council's spokeswoman: "} {
		q := Analyse(before+lead+"“We answered every letter. I have the copies on my desk.”\n", Meta{}).Quotes()
		if n := len(q); n == 0 || q[n-1].Speaker != "Hanna Wirth" {
			t.Errorf("%s: %+v", lead, q)
		}
	}
}
