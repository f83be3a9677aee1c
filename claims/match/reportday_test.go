package match

import (
	"testing"
	"time"
)

func TestTheDayOfAReportIsNotTheWindowOfItsEvent(t *testing.T) {
	made := time.Date(2031, 5, 4, 0, 0, 0, 0, time.UTC)
	for _, x := range []struct {
		claim, passage string
		want           Relation
	}{
		{"Fifteen people died in the fire on Thursday.", "HALVIK, Tarnland, 3 May (Harbour Wire) — At least 15 people were killed when a fire tore through a warehouse in Halvik on Thursday night, the fire service said on Saturday.", Compatible},
		{"Fifteen people died in the fire on Thursday.", "HALVIK, May 3 (Harbour Wire) - At least 15 people were killed when a fire tore through a warehouse in Halvik.", Compatible},
		{"Ten people were killed in the mill fire in Tarn on Wednesday.", "The death toll of the mill fire in Tarn rose to ten on Sunday.", Agrees},
		{"Ten people were killed in the mill fire in Tarn on Wednesday.", "Ten people were killed in a mill fire in Tarn on 12 February.", NotComparable},
	} {
		c, ok := ReadFigure(x.claim, "", made)
		if !ok {
			t.Fatalf("%q counts nobody", x.claim)
		}
		if r := Figure(c, Passage{Text: x.passage, Date: made}); r.Relation != x.want {
			t.Errorf("%q against %q: %s (%s), want %s", x.claim, x.passage, r.Relation, r.Why, x.want)
		}
	}
}
