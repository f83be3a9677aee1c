package concordance

import (
	"maps"
	"strings"
	"testing"

	"stet/claims/match"
	"stet/index/source"
)

func TestAWordThatMostSourcesPrintOtherwiseIsNotTheBestSources(t *testing.T) {
	list := compared(newDesk(
		printed{article: "alpha", n: 1, outlet: "Alpha", text: "“The operator may close every store of this kind before the weekend, and we shall look into each of them,” Solveig Hammer said."},
		printed{article: "beta", n: 1, outlet: "Beta", text: "In Arken, “The operator must close every store of this kind before the weekend,” Solveig Hammer said."},
		printed{article: "gamma", n: 1, outlet: "Gamma", text: "On the quay, “The operator must close every store of this kind before the weekend,” minister Solveig Hammer told reporters."},
	).find(t))
	if len(list) != 1 {
		t.Fatalf("%d utterances, want 1", len(list))
	}
	u := list[0]
	if u.Source.Outlet != "Beta" || !strings.Contains(u.Because, mostWords) {
		t.Errorf("best source %s, %s", u.Source.Outlet, u.Because)
	}
	for _, r := range u.Rows {
		if r.Outlet == "Alpha" && r.How() != "modal verb changed" {
			t.Errorf("Alpha: %s", r.How())
		}
	}
	if u.GravestWords() != "modal verb changed" {
		t.Errorf("gravest: %s", u.GravestWords())
	}
}

func TestATranscriptIsTheBestSourceOfEachSentence(t *testing.T) {
	list := compared(newDesk(
		printed{article: "press", n: 1, outlet: "Ministry", hour: 12, text: "What was said on the quay\n\nMINISTER SOLVEIG HAMMER: Thank you for coming. There was no warning, no alarm and no sprinkler in the building. The operator must close every store before the weekend.\n\nHARBOUR MASTER RASMUS TOFT: We counted nine stores with the same wiring.\n\nMINISTER SOLVEIG HAMMER: I never got an answer from the operator.\n"},
		printed{article: "beta", n: 1, outlet: "Beta", hour: 9, text: "“There was no warning,” Rasmus Toft said on the quay. Solveig Hammer left early."},
		printed{article: "gamma", n: 1, outlet: "Gamma", hour: 9, text: "“The operator may close every store before the weekend,” Solveig Hammer said. “I got no answer from the operator.”"},
	).find(t))
	got := map[string]string{}
	for _, u := range list {
		for _, r := range u.Rows {
			got[u.Speaker+": "+strings.TrimSpace(u.Source.Words)] = r.Outlet + ", " + r.How() + "; " + u.Disputed()
		}
		if u.Source.Outlet != "Ministry" || u.Because != "a transcript" {
			t.Errorf("%q: best source %s, %s", u.Source.Words, u.Source.Outlet, u.Because)
		}
	}
	want := map[string]string{
		"Solveig Hammer: There was no warning, no alarm and no sprinkler in the building.": "Beta, other speaker (Rasmus Toft); given to Rasmus Toft by Beta",
		"Solveig Hammer: The operator must close every store before the weekend.":          "Gamma, modal verb changed; ",
		"Solveig Hammer: I never got an answer from the operator.":                         "Gamma, other words; ",
	}
	if !maps.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAChosenSourceIsWhatTheOthersStandBeside(t *testing.T) {
	d := valley()
	var star *Saying
	for _, s := range d.sayings() {
		if s.Version.Article == "star" {
			star = s
		}
	}
	d.chosen = []source.Place{star.Place()}
	for _, u := range compared(d.find(t)) {
		if u.Holds(star.Place()) == nil {
			continue
		}
		if !u.Chosen || u.Source.Version.Article != "star" || len(u.Rows) < 5 {
			t.Errorf("chosen %v, source %v, %d rows", u.Chosen, u.Source.Version, len(u.Rows))
		}
		for _, r := range u.Rows {
			if r.Version.Article == "wire" && r.Relation != match.Negation {
				t.Errorf("beside the chosen source the wire is %s", r.Relation)
			}
		}
		return
	}
	t.Error("the utterance is gone")
}

func TestTheOriginalIsTheSourceThoughItPrintedOtherWordsLater(t *testing.T) {
	d := newDesk(
		printed{article: "wire", n: 1, outlet: "Wire", hour: 4, cluster: 1, origin: true, text: "“Most have burns or have breathed in smoke. We have asked Tarn to take the worst cases,” Dr Ida Holm said."},
		printed{article: "wire", n: 2, outlet: "Wire", hour: 13, cluster: 1, origin: true, text: "“Most have burns or have breathed in smoke. Four have gone to Tarn,” Dr Ida Holm said."},
		printed{article: "courier", n: 1, outlet: "Courier", hour: 5, cluster: 1, text: "“Most have burns or have breathed in smoke. We have asked Tarn to take the worst cases,” Dr Ida Holm said."},
		printed{article: "post", n: 1, outlet: "Post", hour: 6, cluster: 1, text: "“Most have burns or have breathed in smoke. We have asked Tarn to take the worst cases,” Dr Ida Holm said."})
	us := compared(d.find(t))
	if len(us) != 1 || us[0].Source.Version != (source.VersionID{Article: "wire", N: 1}) {
		t.Fatalf("%+v", us)
	}
}

// TestTheMajorityIsNoOtherWords: of one day's renderings the one that most sources
// have is the source, wherever its outlet stands in the alphabet.
func TestTheMajorityIsNoOtherWords(t *testing.T) {
	text := func(n string) string {
		return "“We have " + n + " pumps in the valley,” engineer Oda Merrick said."
	}
	us := compared(newDesk(
		printed{article: "a", n: 1, outlet: "A", text: text("nine")}, printed{article: "b", n: 1, outlet: "B", text: text("eleven")},
		printed{article: "c", n: 1, outlet: "C", text: text("eleven")}).find(t))
	if len(us) != 1 || us[0].Source.Outlet != "B" || us[0].Differing() != 1 || us[0].Because != "the words of most sources, a tie with C" {
		t.Errorf("%+v", us)
	}
}
