package neardup

import "testing"

const wire = `NORRBY, 3 May (Coastal Wire) - At least 12 people were killed when a fire swept
through a ferry terminal in the harbour of Norrby late on Thursday, the regional fire service said.
Crews from four towns fought the blaze until dawn, a spokeswoman said, and divers were searching
the basin for passengers who had jumped. The cause was not known.`

func TestCopiesOfOneWireStoryAreOneSource(t *testing.T) {
	for name, c := range map[string]struct {
		other string
		want  bool
	}{
		"the same words in other typography": {"Norrby, 3 May – at least 12 people were killed when a fire swept through a ferry terminal in the harbour of Norrby late on Thursday, the regional fire service said. Crews from four towns fought the blaze until dawn, a spokeswoman said, and divers were searching the basin for passengers who had jumped.", true},
		"a figure was updated":               {`At least 15 people were killed when a fire swept through a ferry terminal in the harbour of Norrby late on Thursday, the regional fire service said. Crews from four towns fought the blaze until dawn, a spokeswoman said, and divers were searching the basin for passengers who had jumped.`, true},
		"another report of the same event":   {`The death toll of the Norrby terminal fire stood at twelve on Friday morning, according to firefighters, who said that four passengers were unaccounted for. Mayor Lena Sund told a news conference that the building had passed an inspection in March.`, false},
		"nothing":                            {"", false},
	} {
		if got := Copies(Of(wire), Of(c.other)); got != c.want {
			r, k := Compare(Of(wire), Of(c.other))
			t.Errorf("%s: copies = %v, want %v (resemblance %.2f, containment %.2f)", name, got, c.want, r, k)
		}
	}
}

func TestCompareIsSymmetric(t *testing.T) {
	a, b := Of(wire), Of(wire[:200])
	r1, c1 := Compare(a, b)
	r2, c2 := Compare(b, a)
	if r1 != r2 || c1 != c2 {
		t.Errorf("%v %v, then %v %v", r1, c1, r2, c2)
	}
	if c1 < 0.9 {
		t.Errorf("the beginning of a text is contained in it; containment %.2f", c1)
	}
}
