package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stet/claims/extract"
	"stet/index/diff"
	"stet/index/source"
)

// versions compares two texts.
func versions(old, new string) []Change {
	al := diff.Align(source.Text{Body: old}, source.Text{Body: new})
	return Versions(extract.Analyse(old, extract.Meta{}), extract.Analyse(new, extract.Meta{}), al)
}

// only returns the only change.
func only(t *testing.T, old, new string) Change {
	t.Helper()
	cs := versions(old, new)
	if len(cs) != 1 {
		t.Fatalf("%d changes: %+v", len(cs), cs)
	}
	return cs[0]
}

func TestAcceptanceExamples(t *testing.T) {
	t.Run("37 hedge removed inside a quote", func(t *testing.T) {
		c := only(t, "Ruiz said the bridge “could collapse”.", "Ruiz said the bridge “will collapse”.")
		if !slices.Equal(c.Touches, []Touch{Quote, Modal}) || c.Summary != "“could” became “will” in Ruiz’s quote" || !c.Substantive {
			t.Errorf("%+v", c)
		}
	})
	t.Run("38 attribution and hedge dropped", func(t *testing.T) {
		c := only(t, "Rebels say it may have killed 30.", "The raid killed 30.")
		if !c.Touched(Attribution) || !c.Touched(Modal) || c.Touched(Figure) {
			t.Errorf("%+v", c)
		}
	})
	t.Run("39 attribution removed, modifier changed", func(t *testing.T) {
		c := only(t, "Police said about 300 were detained", "More than 300 were detained")
		if !slices.Equal(c.Touches, []Touch{Modifier, Attribution}) {
			t.Errorf("%+v", c)
		}
	})
	t.Run("40 spelling and polarity", func(t *testing.T) {
		c := only(t, "Nowack denied wrongdoing.", "Nowak did not deny wrongdoing.")
		if !c.Touched(Name) || !c.Touched(Negation) || c.Touched(Figure) {
			t.Errorf("%+v", c)
		}
	})
}

func TestWhatIsAddedToATollNeverStandsForIt(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"after the toll", "At least 12 people were killed in the tram crash in Norrby on Tuesday.", "The toll of the tram crash in Norrby on Tuesday rose to 19, as divers found seven more bodies.", "toll raised from at least 12 to 19"},
		{"before the toll", "At least 12 people were killed in the tram crash in Norrby.", "Divers found seven more bodies, and the toll of the tram crash in Norrby rose to 19.", "toll raised from at least 12 to 19"},
		{"counted like the old one", "At least 12 people were killed in the tram crash in Norrby.", "Seven people were found dead in the tram in Norrby, bringing the death toll of the crash to 19.", "toll raised from at least 12 to 19"},
		{"both added", "Divers found seven more bodies in the tram in Norrby.", "Divers found eight more bodies in the tram in Norrby.", "“seven more bodies” became “eight more bodies”"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := only(t, c.old, c.new); !strings.HasPrefix(got.Summary, c.want) {
				t.Errorf("%q, want %q first", got.Summary, c.want)
			}
		})
	}
}

func TestSummariesReadAsAPersonWouldWrite(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"a bound dropped among other words", "At least 14 killed as tram derails near Norrby", "Fourteen killed as crowded tram derails outside Norrby",
			"“At least 14 killed as” became “Fourteen killed as crowded”; reworded: “At least 14 killed as tram derails near Norrby” became “Fourteen killed as crowded tram derails outside Norrby”"},
		{"toll", "At least 12 people were killed in the flood.", "The flood killed 15 people.", "toll raised from at least 12 to 15"},
		{"toll falls", "The blast killed 58 people in Norrby.", "The blast killed 46 people in Norrby.", "toll lowered from 58 to 46"},
		{"modal and negation", "“We must leave,” Zelenskyy said.", "“We must not leave,” Zelenskyy said.", "“must” became “must not” in Zelenskyy’s quote"},
		{"attribution", "The road to Sund is closed, officials said.", "The road to Sund is closed.", "“officials said” dropped"},
		{"speaker", "The road to Sund is closed, Petrov said.", "The road to Sund is closed, Osei said.", "speaker changed from Petrov to Osei"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := only(t, c.old, c.new).Summary; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestNoticesAnnounceWhatTheyName(t *testing.T) {
	old := "At least 12 people died in the Norrby flood. Mayor Nowack opened the town hall. The bridge was built in 1931."
	new := "At least 15 people died in the Norrby flood. Mayor Nowak opened the town hall. The bridge was built in 1936.\n\n" +
		"Correction: An earlier version of this article misspelled the name of the mayor. He is Nowak, not Nowack."
	var announced, silent []string
	for _, c := range versions(old, new) {
		switch {
		case c.Announced:
			announced = append(announced, c.Summary)
		case c.Unannounced():
			silent = append(silent, c.Summary)
		}
	}
	if len(announced) != 1 || !strings.Contains(announced[0], "Nowak") || len(silent) < 2 {
		t.Errorf("announced %q, silent %q", announced, silent)
	}
}

func TestTextThatIsNotUTF8IsNotCompared(t *testing.T) {
	c := only(t, "Twelve people died.", "Twelve \xff people died.")
	if c.Op != diff.Edited || !slices.Equal(c.Touches, []Touch{Wording}) || !strings.HasPrefix(c.Summary, "not compared: text: not valid UTF-8 at byte 7") {
		t.Errorf("%+v", c)
	}
}

func TestNothingChanged(t *testing.T) {
	const text = "Rain fell. At least 12 people died."
	for name, new := range map[string]string{"same": text, "new paragraph": strings.Replace(text, ". ", ".\n\n", 1)} {
		if cs := versions(text, new); len(cs) != 0 {
			t.Errorf("%s: %+v", name, cs)
		}
	}
	if cs := Versions(nil, nil, diff.Alignment{}); len(cs) != 0 {
		t.Errorf("empty: %+v", cs)
	}
}

func TestAChangeToldForAPassageNamesOnlyWhatTouchesIt(t *testing.T) {
	const old = "At least 12 people were killed in the fire on Friday, and the port will reopen on Monday, its director said."
	c := only(t, old, "At least 15 people were killed in the fire on Friday, and the port could reopen on Monday, its director said.")
	for words, want := range map[string]string{
		"At least 12 people were killed": "toll raised from at least 12 to at least 15",
		"the port will reopen on Monday": "“will” became “could”",
		"its director said":              c.Summary, // nothing there changed: all of it
	} {
		at := strings.Index(old, words)
		if got := c.Told(source.Span{Start: at, End: at + len(words)}); got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}

// A text that is one sentence with a figure every tenth word takes time in
// proportion to its length: the test would outlast every patience otherwise.
func TestOneLongSentenceOfFiguresIsComparedInBoundedTime(t *testing.T) {
	const figures = 5000
	long := func(more int) string {
		var b strings.Builder
		for k := range figures {
			fmt.Fprintf(&b, "%d people were killed in Town%d on Monday and ", k%90+2+more, k)
		}
		return b.String() + "that was all."
	}
	cs := versions(long(0), long(1))
	if len(cs) != 1 || !cs[0].Touched(Figure) || !strings.HasSuffix(cs[0].Summary, "and more") {
		t.Errorf("%d changes", len(cs))
	}
}

// Two versions of one sentence that share no word: what is looked for between them
// (opposites, words that moved, words left) is looked up, never compared pair by pair.
func TestOneLongSentenceThatWasRewrittenIsComparedInBoundedTime(t *testing.T) {
	const words = 60_000
	long := func(stem string) string {
		var b strings.Builder
		for k := range words {
			fmt.Fprintf(&b, "%s%d ", stem, k)
		}
		return b.String() + "ended."
	}
	old, new := long("river"), long("bridge")
	whole := func(s string) source.Span { return source.Span{End: len(s)} }
	p := diff.Pair{Op: diff.Edited, Old: []source.Span{whole(old)}, New: []source.Span{whole(new)}, Edits: []diff.Edit{{Old: whole(old), New: whole(new)}}}
	cs := Versions(extract.Analyse(old, extract.Meta{}), extract.Analyse(new, extract.Meta{}), diff.Alignment{Pairs: []diff.Pair{p}})
	if len(cs) != 1 || !cs[0].Touched(Wording) || len(cs[0].Summary) > 1000 {
		t.Errorf("%d changes", len(cs))
	}
}
