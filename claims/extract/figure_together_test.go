package extract

import (
	"fmt"
	"strings"
	"testing"
)

func TestANumberOfKilledAndInjuredTogetherIsOfCasualties(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Nearly 40 people were killed or injured, state television said.", "casualties 40"},
		{"Eighty-three people were killed and injured in the fire.", "casualties 83"},
		{"83 were injured and killed in all.", "casualties 83"},
		{"The blast killed or wounded at least 12 soldiers.", "casualties 12"},
		{"There were 83 killed and wounded in the raid.", "casualties 83"},
		{"A total of 83 people have been killed and/or injured.", "casualties 83"},
		{"The number of killed and wounded rose to 83.", "casualties 83"},
		{"The number of dead and wounded is unknown, but there are reports of 15 dead.", "killed 15"},
		{"Two people were killed and five injured near Harn.", "killed 2; injured 5"},
		{"Thirty people were killed or seriously injured.", "casualties 30"},
		{"At least 83 people have been either killed or badly wounded.", "casualties 83"},
		{"More than 40 were hurt or even killed.", "casualties 40"},
		{"No one was killed or injured in the fire.", "killed 0; injured 0"},
		{"Zero people were killed or hurt.", "killed 0; injured 0"},
		{"Gunmen shot and killed 12 people.", "killed 12"},
		{"Twelve people were injured and died in hospital.", "injured 12; killed 12"},
	} {
		var got []string
		for _, f := range Analyse(c.text, Meta{}).Figures() {
			got = append(got, fmt.Sprintf("%s %v", f.Outcome, f.Value))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q: %s, want %s", c.text, s, c.want)
		}
	}
}
