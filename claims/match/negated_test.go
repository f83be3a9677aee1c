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
		{"Some of the boats are insured and some of the boats are not.", "Some of the boats are insured and some of the boats are.", Negation},
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

func TestTwoTurnsOfPolarityUndoEachOther(t *testing.T) {
	for _, x := range []struct {
		source, words string
		want          Relation
	}{
		{"We never got an answer from the ministry.", "We got no answer from the ministry.", Substitution},
		{"We never got an answer from the ministry.", "We got an answer from the ministry.", Negation},
		{"He is not happy with the deal.", "He is unhappy with the deal.", Substitution},
		{"He is not unhappy with the deal.", "He is happy with the deal.", Substitution},
		{"He is unhappy with the deal.", "He is happy with the deal.", Negation},
		{"We don't have any money.", "We have no money.", Substitution},
		{"I do not think it was lawful.", "I think it was unlawful.", Substitution},
		{"It was illegal.", "It was legal.", Negation},
		{"It is unsafe.", "It is not safe.", Substitution},
		{"He never said yes and I never said no.", "He always said yes and I said no.", Negation},
		{"The minister will not resign and he will not apologise.", "The minister will resign and he will apologise.", Negation},
	} {
		r, ps := Beside(QuoteClaim{Words: x.words, Speaker: "Vera Lind"}, Passage{Text: "“" + x.source + "” Vera Lind said."})
		if r.Relation != x.want {
			t.Errorf("%q of %q: %s (%s), want %s", x.words, x.source, r.Relation, r.Why, x.want)
		}
		for _, p := range ps {
			if p.Kind == DiffNegation && r.Relation != Negation {
				t.Errorf("%q of %q: %q is shown as a negation", x.words, x.source, p.Claim.Of(x.words))
			}
		}
	}
}
