package match

import "testing"

func TestAQuotationCutBehindItsNegatorIsNoQuotation(t *testing.T) {
	const wholly, asCut = Negation, SilentTruncation
	for _, x := range []struct {
		passage, words string
		want           Relation
	}{
		{"Vera Lind said the parcels had “never left the depot”.", "left the depot", wholly},
		{"Vera Lind said the parcels had “never left the depot”.", "the parcels had “left the depot”", wholly},
		{"Vera Lind said the parcels had “never left the depot”.", "the parcels had never “left the depot”", Verbatim},
		{"Vera Lind said the parcels had “never left the depot”.", "Lind denied that the parcels had “left the depot”", Verbatim},
		{"Vera Lind said the parcels had “never, ever left the depot”.", "left the depot", wholly},
		{"Her crew had “not seen a single map”, said Vera Lind.", "seen a single map", wholly},
		{"Her crew went out “without so much as a lamp”, said Vera Lind.", "so much as a lamp", wholly},
		{"Her crew went out “without a single lamp”, said Vera Lind.", "a single lamp", wholly},
		{"“Nobody warned the fishermen,” said Vera Lind.", "warned the fishermen", wholly},
		{"“None of the boats reached the island,” said Vera Lind.", "reached the island", asCut},
		{"The owners, said Vera Lind, “refused to open the gates”.", "open the gates", wholly},
		{"“I do not think that the quay is safe,” said Vera Lind.", "the quay is safe", wholly},
		{"“We do not want to close the quay this year,” said Vera Lind.", "close the quay this year", asCut},
		{"“I cannot promise that the ferry will sail,” said Vera Lind.", "the ferry will sail", asCut},
		{"“Nobody told us that the ferry had sailed,” said Vera Lind.", "the ferry had sailed", Verbatim},
		{"“It was not fog, it was the pilot who put us on the rocks,” said Vera Lind.", "it was the pilot who put us on the rocks", Verbatim},
		{"“There is no money for a second bridge,” said Vera Lind.", "a second bridge", Verbatim},
		{"“We do not deny that the quay is old,” said Vera Lind.", "the quay is old", Verbatim},
		{"“We closed it not because of the storm,” said Vera Lind.", "because of the storm", wholly},
		{"“It is untrue that the crew was drunk,” said Vera Lind.", "the crew was drunk", wholly},
		{"“It would be wrong to say the crew was drunk,” said Vera Lind.", "the crew was drunk", wholly},
		{"“It was wrong to close the quay,” said Vera Lind.", "close the quay", Verbatim},
		{"“I have no doubt that the crew was drunk,” said Vera Lind.", "the crew was drunk", Verbatim},
		{"“We are far from buying a boat,” said Vera Lind.", "buying a boat", wholly},
		{"Vera Lind did not say that “the quay is safe”.", "the quay is safe", wholly},
		{"Vera Lind denied having said “the quay is safe”.", "the quay is safe", wholly},
		{"Vera Lind did not hesitate: “the quay is safe”.", "the quay is safe", Verbatim},
		{"Asked why she had not come, Vera Lind said “the quay was shut”.", "the quay was shut", Verbatim},
		{"“If the wind drops, we will sail,” said Vera Lind.", "we will sail", asCut},
		{"“And unless the owners pay, we will not sail,” said Vera Lind.", "we will not sail", asCut},
		{"“The quay is a ruin and it will not last the year,” said Vera Lind.", "a ruin", Verbatim},
		{"“No fewer than nine boats were lost,” said Vera Lind.", "nine boats were lost", Verbatim},
	} {
		r, pieces := Beside(QuoteClaim{Words: x.words, Speaker: "Vera Lind"}, Passage{Text: x.passage})
		if r.Relation != x.want {
			t.Errorf("%q of %q: %s (%s), want %s", x.words, x.passage, r.Relation, r.Why, x.want)
		}
		if x.want == wholly && (len(pieces) == 0 || pieces[0].Kind != DiffNegation) {
			t.Errorf("%q of %q: no piece shows the negation", x.words, x.passage)
		}
	}
}

func TestTheStorysOwnNegationBeforeItsQuotationCounts(t *testing.T) {
	p := Passage{Text: "Vera Lind said the parcels had “never left the depot”."}
	r := Quote(QuoteClaim{Words: "left the depot", Before: "The parcels, she said, had never", Speaker: "Vera Lind"}, p)
	if r.Relation != Verbatim {
		t.Errorf("%s (%s), want verbatim", r.Relation, r.Why)
	}
}

func TestOnlyTheWordsInsideMarksAreCompared(t *testing.T) {
	p := Passage{Text: "Vera Lind, who runs the port, dismissed the report as “gossip”. The owners, she said, had “lied to us about the crane”."}
	for words, want := range map[string]Relation{
		"the report was “gossip”":                            Verbatim,
		"Lind said the report was “gossip”":                  Verbatim,
		"the report was “slander”":                           Unrelated,
		"Lind accused them of having “lied about the crane”": SilentTruncation,
	} {
		if r := Quote(QuoteClaim{Words: words, Speaker: "Vera Lind"}, p); r.Relation != want {
			t.Errorf("%q: %s (%s), want %s", words, r.Relation, r.Why, want)
		}
	}
}

func TestANegatorSaidAgainForEmphasisIsNoSecondTurn(t *testing.T) {
	for _, x := range []struct {
		source, words string
		want          Relation
	}{
		{"There was no warning, none, before the dam gave way.", "There was no warning before the dam gave way.", SilentTruncation},
		{"There was no warning, none at all, before the dam gave way.", "There was no warning before the dam gave way.", SilentTruncation},
		{"There was no warning, none, before the dam gave way.", "There was a warning before the dam gave way.", Negation},
		{"There was no warning before the dam gave way.", "There was no warning, none, before the dam gave way.", Insertion},
		{"We will never, never sell the dam.", "We will never sell the dam.", SilentTruncation},
		{"We will never, never sell the dam.", "We will sell the dam.", Negation},
		{"We will never never sell the dam.", "We will sell the dam.", Negation},
		{"No, no, we will keep the dam.", "No, we will keep the dam.", SilentTruncation},
		{"We are not — not one of us — afraid of the dam.", "We are not afraid of the dam.", SilentTruncation},
		{"We are not afraid of the dam, not now.", "We are not afraid of the dam.", SilentTruncation},
		{"It is not, and was not, unsafe.", "It is, and was not, unsafe.", Negation},
	} {
		r := Quote(QuoteClaim{Words: x.words, Speaker: "Vera Lind"}, Passage{Text: "“" + x.source + "” Vera Lind said."})
		if r.Relation != x.want {
			t.Errorf("%q of %q: %s (%s), want %s", x.words, x.source, r.Relation, r.Why, x.want)
		}
	}
}

func TestAnswersOnEitherSideOfAQuestionAreTwoUtterances(t *testing.T) {
	for _, x := range []struct {
		passage, words string
		want           Relation
	}{
		{"“The crane was sound.” Asked who had checked it, Vera Lind said: “Our own people.”", "The crane was sound. Our own people.", Joined},
		{"“The crane was sound,” Vera Lind said. Pressed on who had checked it, she added: “Our own people.”", "The crane was sound. Our own people.", Joined},
		{"“The crane was sound.” To that, Vera Lind replied: “It was our own people.”", "The crane was sound. It was our own people.", Joined},
		{"“The crane was sound,” Vera Lind replied. “It was our own people.”", "The crane was sound. It was our own people.", Verbatim},
		{"“The crane was sound,” Vera Lind said when asked about it. “It was our own people.”", "The crane was sound. It was our own people.", Verbatim},
		{"“The crane was sound,” Vera Lind said, adding: “It was our own people.”", "The crane was sound. It was our own people.", Verbatim},
		{"“The crane was sound.” Asked who had checked it, Vera Lind said: “Our own people.”",
			"“The crane was sound.” Asked who had checked it, Vera Lind said: “Our own people.”", Verbatim},
	} {
		if r := Quote(QuoteClaim{Words: x.words, Speaker: "Vera Lind"}, Passage{Text: x.passage}); r.Relation != x.want {
			t.Errorf("%q of %q: %s (%s), want %s", x.words, x.passage, r.Relation, r.Why, x.want)
		}
	}
}

func TestTheOtherArticleBeforeTheSameWordIsSpelling(t *testing.T) {
	for words, want := range map[string]Relation{
		"It was an historic crane.": Spelling,
		"It was a historic crane.":  Verbatim,
		"It was a crane.":           SilentTruncation,
	} {
		if r := Quote(QuoteClaim{Words: words, Speaker: "Vera Lind"}, Passage{Text: "“It was a historic crane,” Vera Lind said."}); r.Relation != want {
			t.Errorf("%q: %s (%s), want %s", words, r.Relation, r.Why, want)
		}
	}
}

func TestAQuotationWithAFullStopIsNotThatOfTheNextOneIntroduced(t *testing.T) {
	p := Passage{Text: "“We lost the boats,” fisherman Aldo Crane said. “The nets went with them.” A trader, Ida Brass, disagreed. “The nets are safe,” she said."}
	for _, x := range []struct {
		words, speaker string
		want           Relation
	}{
		{"The nets went with them.", "Aldo Crane", Verbatim},
		{"The nets are safe.", "Ida Brass", Verbatim},
		{"The nets are safe.", "Aldo Crane", OtherSpeaker},
	} {
		if r := Quote(QuoteClaim{Words: x.words, Speaker: x.speaker}, p); r.Relation != x.want {
			t.Errorf("%q of %s: %s (%s), want %s", x.words, x.speaker, r.Relation, r.Why, x.want)
		}
	}
}
