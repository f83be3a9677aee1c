package extract_test

import (
	"strings"
	"testing"

	"stet/claims/extract"
)

// TestWhatDeservesACheck tells the sorts of sentences apart that a desk meets.
func TestWhatDeservesACheck(t *testing.T) {
	for _, x := range []struct {
		text  string
		class extract.Class
		why   string
	}{
		{"At least 12 people were killed when the ferry struck a pier in Norrby on Thursday.", extract.ClassFact, "a number"},
		{"The minister, Per Akeby, said the road would reopen.", extract.ClassFact, "who said what"},
		{"Unemployment in Tarnland fell to 4.1 percent.", extract.ClassFact, "a number"},
		{"The roof of the cold store collapsed before dawn.", extract.ClassFact, "something that happened"},
		{"Nobody was hurt.", extract.ClassFact, "a number"},
		{"Who was in charge of the bridge that night?", extract.ClassNone, "a question"},
		{"Thank you very much for your patience, ladies and gentlemen.", extract.ClassNone, "a courtesy"},
		{"Sign up for our newsletter to get stories like this one.", extract.ClassNone, "a note about the page"},
		{"I think this is a wonderful town.", extract.ClassOpinion, "a judgement"},
		{"The government should listen.", extract.ClassOpinion, "what ought to be"},
		{"It will be a long and difficult winter.", extract.ClassOpinion, "the future"},
	} {
		w := extract.Analyse(x.text, extract.Meta{}).CheckWorthy()
		if len(w) != 1 || w[0].Class != x.class || w[0].Why != x.why {
			t.Errorf("%q: %+v, want %s because of %q", x.text, w, x.class, x.why)
		}
	}
}

// TestWorthIsNotGuessedInOtherLanguages: no scores, and a sentence that says so.
func TestWorthIsNotGuessedInOtherLanguages(t *testing.T) {
	d := extract.Analyse("Bei dem Brand im Hafen sind nach Angaben der Feuerwehr mindestens zwölf Menschen ums Leben gekommen, und die Suche wird fortgesetzt.", extract.Meta{})
	if w := d.CheckWorthy(); w != nil || !strings.Contains(d.Limits(), "not judged") {
		t.Errorf("%s: %v, %q", d.Lang, w, d.Limits())
	}
}

// FuzzWorth: whatever the text, there is a score from 0 to 1 and a reason for
// every sentence, and the class follows from the score.
func FuzzWorth(f *testing.F) {
	f.Add("Fire kills 12. Who knew? “We did,” she said.")
	f.Add("Marsh: I think so!\n\nRead more: …")
	f.Fuzz(func(t *testing.T, text string) {
		d := extract.Analyse(text, extract.Meta{Lang: "en"})
		w := d.CheckWorthy()
		if len(w) != len(d.Sentences) {
			t.Fatalf("%d scores of %d sentences", len(w), len(d.Sentences))
		}
		for _, x := range w {
			if !(x.Score >= 0 && x.Score <= 1) || x.Why == "" || (x.Class == extract.ClassFact) != (x.Score >= extract.Checkable) {
				t.Fatalf("%+v", x)
			}
		}
	})
}
