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

func TestTwoReportsOfOneSpeechAreTwoSources(t *testing.T) {
	const speech = "“The dam is cracked in both of its piers, and it could come down tonight,” minister Ilse Varden said. “I will not let a single lorry cross it before the piers have been replaced, and that will take until the autumn.”"
	agency := Of("Dam at Halm closed\n\nHALM, 12 March (Nordland Wire) – The road over the Halm dam was closed on Wednesday after divers found cracks.\n\n" + speech + "\n\nAbout 9,000 vehicles cross the dam every day.")
	own := Of("No way over the river\n\nStanding in the rain with a borrowed umbrella, the minister came in person to put up the barrier.\n\n" + speech + "\n\nBakers in the old town say they will drive their bread round by Lund.")
	copied := Of("Minister shuts the dam\n\n" + speech + "\n\nThe road over the Halm dam was closed on Wednesday after divers found cracks. About 9,000 vehicles cross the dam every day.")
	if !Copies(agency, own) || OneStory(agency, own) {
		t.Errorf("shared quotations: copies %v, one story %v; want true and false", Copies(agency, own), OneStory(agency, own))
	}
	if !OneStory(agency, copied) {
		t.Error("what is told between the quotations is copied too")
	}
	if !OneStory(Of(speech), Of(speech)) {
		t.Error("a text that is all quotation is judged by all its words")
	}
}

func TestQuotationMarksAreReadParagraphByParagraph(t *testing.T) {
	for text, want := range map[string]int{ // shingles that are told
		`one two three "four five six seven" eight nine ten`:             4,
		"one two three “four five six seven” eight nine ten":             4,
		"one two three „four five six seven“ eight nine ten":             4,
		"one two three «four five six seven» eight nine ten":             4,
		"one two three “four five six seven eight nine ten":              8, // never closed
		"“one two three four\n\nfive six seven":                          5, // closed by no paragraph
		"“one two three four\n\n“five six seven” eight nine ten":         2, // goes on
		`one "two three four "five six seven" eight nine ten`:            5, // opened twice
		"it's the dogs' dinner “of three words and more” he said to her": 7,
	} {
		n := 0
		for _, told := range Of(text) {
			if told {
				n++
			}
		}
		if n != want {
			t.Errorf("%q: %d shingles are told, want %d", text, n, want)
		}
	}
}
