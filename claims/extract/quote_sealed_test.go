package extract

import "testing"

// speakersIn lists who says each quotation of a text between marks.
func speakersIn(text string) []string {
	var out []string
	for _, q := range Analyse(text, Meta{}).Quotes() {
		if q.Type == "indirect" {
			continue
		}
		for range q.Marked {
			out = append(out, q.Speaker)
		}
	}
	return out
}

func TestWhoeverComesAfterAFinishedQuotationDidNotSayIt(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"an apposition and a verb of answering", "“The mast snapped,” skipper Ola Brandvold said. “It fell on the deck.” A deckhand, Mira Stolt, objected.", []string{"Ola Brandvold", "Ola Brandvold"}},
		{"who then speaks", "“The mast snapped,” skipper Ola Brandvold told the court. “It fell on the deck.” The cook, Mira Stolt, disagreed. “I was below,” she said.",
			[]string{"Ola Brandvold", "Ola Brandvold", "Mira Stolt"}},
		{"a laugh", "“The mast snapped,” said Ola Brandvold, the skipper. “It fell on the deck.” Prosecutor Mira Stolt laughed.", []string{"Ola Brandvold", "Ola Brandvold"}},
		{"the quotation does not end with its sentence", "“The mast snapped,” Mira Stolt objected.", []string{"Mira Stolt"}},
		{"a question ends with a mark of its own", "“Did the mast snap?” Mira Stolt laughed.", []string{"Mira Stolt"}},
	} {
		t.Run(c.name, func(t *testing.T) { wantSpeakers(t, c.text, c.want) })
	}
}

func TestWritingsSpeakForThemselves(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"“The quay is ours,” read a placard. Harbour master Mira Stolt laughed.", []string{"a placard"}},
		{"“The quay is ours,” a banner read. Harbour master Mira Stolt laughed.", []string{"a banner"}},
		{"A sign at the gate read “Closed until spring”. Harbour master Mira Stolt waved.", []string{"A sign at the gate"}},
		{"One headline read: “The quay is ours.” Harbour master Mira Stolt laughed.", []string{"One headline"}},
		{"“Thieves out,” said a poster outside the bank. Harbour master Mira Stolt walked past.", []string{"a poster"}},
	} {
		t.Run(c.text, func(t *testing.T) { wantSpeakers(t, c.text, c.want) })
	}
}

func TestThePlaceOfAnOfficeIsNotWhoHoldsIt(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The mayor of Port Skelling, Mira Stolt, spoke on Friday. “The quay is ours,” she told the council.", "Mira Stolt"},
		{"The mayor of Port Skelling, Odd Brann, resigned on Friday. “I have failed,” he said.", "Odd Brann"},
		{"The governor of Lower Varn, Elm Tasker, visited. “The quay is ours,” he said.", "Elm Tasker"},
		{"The wife of Odd Brann, Mira Stolt, wept. “They took him at night,” she said.", "Mira Stolt"},
	} {
		t.Run(c.text, func(t *testing.T) { wantSpeakers(t, c.text, []string{c.want}) })
	}
}

func wantSpeakers(t *testing.T, text string, want []string) {
	t.Helper()
	got := speakersIn(text)
	if len(got) != len(want) {
		t.Fatalf("%q, want %q", got, want)
	}
	for k := range got {
		if got[k] != want[k] {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
