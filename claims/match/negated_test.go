package match

import "testing"

func TestACutThatTakesANegationAwayTurnsTheMeaningRound(t *testing.T) {
	for _, x := range []struct {
		source, words string
		want          Relation
	}{
		{"This vessel was certified to sail, but that does not mean it was safe to sail.", "This vessel was certified to sail ... it was safe to sail", Negation},
		{"This vessel was certified to sail, but that does not mean it was safe to sail.", "This vessel was certified to sail ... it was safe", Negation},
		{"The bridge stood for years, and I never said that the council had checked it.", "The bridge stood for years, and the council had checked it.", Negation},
		{"The old dam did not, on that night, break and nobody on the council says that it was repaired well.", "... it was repaired well.", MarkedTruncation},
		{"I do not believe that the harbour was safe that night.", "... the harbour was safe that night.", Negation},
		{"We opened the doors at once, I was not there myself, and everybody walked out.", "We opened the doors at once ... and everybody walked out.", MarkedTruncation},
		{"We opened the doors at once. I did not see the smoke. Everybody walked out calmly.", "We opened the doors at once ... Everybody walked out calmly.", MarkedTruncation},
		{"The ferry, which had not been inspected since spring, was full of children that day.", "The ferry ... was full of children that day.", MarkedTruncation},
		{"They asked me whether the toll is fair. It is not fair. It is dear to all of us.", "They asked me whether the toll is fair. It is dear to all of us.", SilentTruncation},
	} {
		r := Quote(QuoteClaim{Words: x.words, Speaker: "Vera Lind"}, Passage{Text: "“" + x.source + "” Vera Lind said."})
		if r.Relation != x.want {
			t.Errorf("%q of %q: %s (%s), want %s", x.words, x.source, r.Relation, r.Why, x.want)
		}
	}
}
