package match

import (
	"testing"
	"time"
)

func TestANumberThatCountsOthersIsNoSupportForTheDead(t *testing.T) {
	day := time.Date(2040, time.January, 18, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		claim, passage string
		want           Relation
	}{
		// what the dead are a part of
		{"A boat capsized off Orlan and 20 people died.", "Fourteen of the 20 people on board died when a boat capsized off Orlan.", OtherThing},
		{"A fire in Orlan injured 40 people.", "Nine of the 40 residents were injured in the fire in Orlan.", OtherThing},
		{"A fire in Orlan injured 40 people.", "Nine of the 40 people injured in the fire in Orlan have died.", Agrees},
		{"A fire in Orlan killed 12 people.", "Four of the 12 people who died in the fire in Orlan were children.", Agrees},
		{"A fire in Orlan killed 12 people.", "Four of the 12 killed in the fire in Orlan were children.", Agrees},
		// a lower bound leaves room, yet the number is another's
		{"A fire in Orlan killed 18 people.", "A fire in Orlan killed at least 14 people; 18 others escaped through a window.", OtherThing},
		{"A blast in Orlan killed 15 people.", "A blast in Orlan killed at least 12 people and injured 15, police said.", NotComparable},
		{"A blast in Orlan killed 14 people.", "A blast in Orlan killed at least 12 people and injured 15, police said.", Compatible},
		{"A fire in Orlan killed 18 people.", "A fire in Orlan killed at least 14 people, police said. The mayor later spoke of 18 victims.", Agrees},
		{"A fire in Orlan killed 18 people.", "A fire in Orlan killed at least 14 people. The youngest was 18 years old; 18 houses burned.", Compatible},
	} {
		claim, _ := ReadFigure(c.claim, "", day)
		if r := Figure(claim, Passage{Text: c.passage, Date: day}); r.Relation != c.want {
			t.Errorf("%q put against %q is %s, want %s: %s", c.claim, c.passage, r.Relation, c.want, r.Why)
		}
	}
}
