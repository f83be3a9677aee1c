package match

import (
	"testing"
	"time"
)

func hasDiff(r Result, kinds ...DiffKind) bool {
	for _, k := range kinds {
		if _, ok := first(r.Differences, k); !ok {
			return false
		}
	}
	return true
}

// The acceptance examples of the text core that are about matching.
func TestAcceptanceExamples(t *testing.T) {
	day := time.Date(2025, 4, 17, 0, 0, 0, 0, time.UTC)
	figure := func(claim, passage string) Result {
		c, ok := ReadFigure(claim, "", day)
		if !ok {
			t.Fatalf("%q counts nobody", claim)
		}
		return Figure(c, Passage{Text: passage, Date: day})
	}
	quote := func(claim, speaker, passage string) Result {
		return Quote(QuoteClaim{Words: claim, Speaker: speaker}, Passage{Text: passage, Date: day})
	}
	for _, c := range []struct {
		name  string
		got   Result
		want  Relation
		diffs []DiffKind
	}{
		{"36 a vaguer figure", figure("15 killed", "At least 12 people were killed in the attack."), Compatible, nil},
		{"36 a higher one, same event", figure("15 killed", "At least 35 people were killed in the attack."), Conflicts, []DiffKind{DiffNumber}},
		{"37 a hedge removed inside a quote", quote("Ruiz said the bridge “will collapse”.", "Ruiz", "Ruiz said the bridge “could collapse”."), Substitution, []DiffKind{DiffModal}},
		{"38 hedge and attribution dropped", figure("The raid killed 30.", "Rebels say the raid may have killed 30."), Agrees, []DiffKind{DiffHedge, DiffAttribution}},
		{"39 about 300 became more than 300", figure("More than 300 were detained.", "Police said about 300 were detained."), Compatible, []DiffKind{DiffNumber, DiffAttribution}},
		{"40 spelling and polarity", quote("Nowak did not deny wrongdoing.", "", "Nowack denied wrongdoing."), Negation, []DiffKind{DiffNegation, DiffSpelling}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.got.Relation != c.want || !hasDiff(c.got, c.diffs...) {
				t.Errorf("got %s %+v (%s), want %s with %v", c.got.Relation, c.got.Differences, c.got.Why, c.want, c.diffs)
			}
		})
	}
}

func TestTheImportantDifferencesComeFirst(t *testing.T) {
	r := Quote(QuoteClaim{Words: "We must not rebuild the gray harbour before spring."}, Passage{Text: "“We must rebuild the grey harbour before winter.”"})
	if r.Relation != Negation || len(r.Differences) < 3 || r.Differences[0].Kind != DiffNegation {
		t.Errorf("got %s %+v", r.Relation, r.Differences)
	}
	last := -1
	for _, d := range r.Differences {
		if rank[d.Kind] < last {
			t.Errorf("%s comes too late in %+v", d.Kind, r.Differences)
		}
		last = rank[d.Kind]
	}
}

func TestACutBeforeAConditionWarns(t *testing.T) {
	p := Passage{Text: "“We will sign tonight if the prisoners are freed,” Solberg said."}
	r := Quote(QuoteClaim{Words: "“We will sign tonight.”", Speaker: "Solberg"}, p)
	if r.Relation != SilentTruncation || r.Warn == "" || r.Class != ClassCut {
		t.Errorf("got %s, warning %q, class %q", r.Relation, r.Warn, r.Class)
	}
	if got := r.Span.Of(p.Text); got != "We will sign tonight" {
		t.Errorf("span covers %q", got)
	}
}

func TestSpellingsOfOneName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want sameness
	}{
		{"Volodymyr Zelensky", "Volodymyr Zelenskyy", samePerson},
		{"Zelenskiy", "President Volodymyr Zelenskyy", samePerson},
		{"Muammar Gaddafi", "Moammar Qaddafi", samePerson},
		{"Yusuf Al-Khatib", "Yousef el-Khatib", samePerson},
		{"Sergei Lavrov", "Serhiy Lavrov", samePerson},
		{"A. Osei", "Ada Osei", samePerson},
		{"Maria Varga", "Mario Varga", otherPerson},
		{"Ada Osei", "Ada Brandt", otherPerson},
		{"Daniel Osei", "Maria Osei", otherPerson},
		{"Nadia Brandt", "Brandt’s spokesman", otherPerson},
		{"the prime minister", "her spokesman, Julian Crewe", otherPerson},
		{"Ada Osei", "the mayor", unsure},
		{"the ministry", "a spokeswoman", unsure},
		{"Ines Castro", "a spokeswoman, Ines Castro", samePerson},
	} {
		if got := compareSpeakers(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestSpellingsOfOneWord(t *testing.T) {
	words := func(s string) word { return newWord(s, fullSpan(s)) }
	for _, c := range []struct {
		a, b string
		want likeness
	}{
		{"colour", "color", variant}, {"organised", "organized", variant}, {"ceasefire", "cease-fire", variant},
		{"forty", "40", variant}, {"advisor", "adviser", variant}, {"Kiev", "Kyiv", variant}, {"café", "cafe", variant},
		{"don’t", "don't", sameMark}, {"The", "the", sameMark}, {"harbour", "harbour", same},
		{"four", "for", differ}, {"will", "would", differ}, {"trial", "trail", differ}, {"shelter", "shelters", differ},
		{"winter", "summer", differ}, {"12", "15", differ}, {"allies", "allied", differ},
	} {
		if got := alike(words(c.a), words(c.b)); got != c.want {
			t.Errorf("%s and %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestRankPutsEvidenceBeforeSharedWords(t *testing.T) {
	c, _ := ReadFigure("Fifteen people were killed in the fire at Norrby harbour.", "Norrby", time.Time{})
	ps := []Passage{
		{Text: "People at Norrby harbour were saddened by the fire; the fire at Norrby harbour had been feared by people for fifteen years."},
		{Text: "At least 12 people died when a cold store at Norrby burned."},
		{Text: "The Norrby fire killed 15 people, the fire service said."},
	}
	got := Rank(claimOf(c), time.Time{}, ps)
	if got[0].Index != 2 || got[1].Index != 1 {
		t.Errorf("order %d %d %d, want 2 1 0", got[0].Index, got[1].Index, got[2].Index)
	}
}
