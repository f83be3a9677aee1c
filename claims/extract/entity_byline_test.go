package extract

import "testing"

// lastSpeaker is who the last quote of a text is by.
func lastSpeaker(t *testing.T, text string) string {
	t.Helper()
	q := Analyse(text, Meta{Lang: "en"}).Quotes()
	if len(q) == 0 {
		t.Fatalf("no quote in %q", text)
	}
	return q[len(q)-1].Speaker
}

func TestTheHeadOfATextNamesNoSpeakerOfIt(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The ferry\n\nBy Ann Lee\n\nNORRBY, March 13, 2031 — Divers worked for 51 hours. “We have found 12 people in the hull,” she said.", "she"},
		{"The ferry\n\nBy Ann Lee and Bo Ray in Norrby\n\nThe port was shut. “We have found 12 people in the hull,” he said.", "he"},
		{"The ferry\n\nBy Ann Lee\n\nPrime Minister Lee was in Norrby. “We will help,” Lee said.", "Lee"},
		{"The ferry\n\nOSBY, March 14, 2031 — The ferry sank on Friday.\n\nThe company has said 198 passengers were on board.", "The company"},
		{"The ferry\n\nNORRBY — The line was sold to Halden Group on Friday. The company has said 198 passengers were on board.", "Halden Group"},
	} {
		if got := lastSpeaker(t, c.text); got != c.want {
			t.Errorf("%q: speaker %q, want %q", c.text, got, c.want)
		}
	}
}

func TestASubjectWithARankIsWhoThePronounMeans(t *testing.T) {
	const before = "“I held on to a stranger's coat,” Petra Holm, a teacher, told the crowd. “There was no light.”\n\n"
	for _, c := range []struct{ text, want string }{
		{before + "Commander Brandt said her crews had worked for 51 hours. “We have found 12 people in the hull,” she said.", "Brandt"},
		{before + "Commander Brandt said rescue crews had worked for 51 hours. “We have found 12 people in the hull,” she said.", "Brandt"},
		{before + "Commander Brandt said his crews had worked for 51 hours. “We have found 12 people in the hull,” he said.", "Brandt"},
		{before + "Commander Brandt said his crews had worked for 51 hours. “I went home,” she said.", "Petra Holm"},
		{"Queen Anna spoke to Olof Brandt in Norrby. “We must help,” he said.", "Olof Brandt"},
	} {
		if got := lastSpeaker(t, c.text); got != c.want {
			t.Errorf("%q: speaker %q, want %q", c.text, got, c.want)
		}
	}
}
