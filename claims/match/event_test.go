package match

import (
	"strings"
	"testing"
	"time"

	"stet/index/source"
)

// figure puts a sentence against a passage, both of one day.
func figure(t *testing.T, claim, place, passage string) Result {
	t.Helper()
	day := time.Date(2036, 5, 11, 0, 0, 0, 0, time.UTC) // a Sunday
	c, ok := ReadFigure(claim, place, day)
	if !ok {
		t.Fatalf("no figure in %q", claim)
	}
	return Figure(c, Passage{Text: passage, Date: day})
}

func TestTheDeadOfAnotherArticleAreNotOfTheSameEvent(t *testing.T) {
	claim := "Nineteen people were killed when a passenger train derailed near Osk."
	for _, passage := range []string{
		"Twelve people have died on the roads over the holiday weekend, police said, two fewer than last year.",
		"Nineteen people have died on the roads over the holiday weekend, police said.",
		"Poachers shot dead three rangers and wounded another, the park’s director said.",
	} {
		if r := figure(t, claim, "Osk", passage); r.Relation != NotComparable || strings.Contains(r.Why, "same event:") {
			t.Errorf("%s: %s (%s)", r.Relation, r.Why, passage)
		}
	}
	for _, passage := range []string{
		"The derailment killed 12 people, the railway said.",
		"Twelve people died when the train left the rails, the railway said.",
		"It killed 12 people.",
	} {
		if r := figure(t, claim, "Osk", passage); r.Relation != Conflicts {
			t.Errorf("%s: %s (%s)", r.Relation, r.Why, passage)
		}
	}
}

func TestATollIsAsOfTheDayItIsGivenOn(t *testing.T) {
	claim := "Friday’s earthquake in Karu killed ten people."
	for _, passage := range []string{
		"The toll of the Karu earthquake rose to ten dead on Sunday.",
		"The number of people killed in the Karu earthquake climbed to ten on Sunday.",
		"The death toll of the earthquake in Karu reached ten on Sunday morning, officials said.",
		"The toll of the Karu earthquake stood at ten on Sunday.",
		"Officials on Sunday raised the toll of the Karu earthquake from six to ten.",
		"By Sunday evening ten bodies had been found after the earthquake in Karu.",
	} {
		if r := figure(t, claim, "Karu", passage); r.Relation != Agrees {
			t.Errorf("%s: %s (%s)", r.Relation, r.Why, passage)
		}
	}
	if r := figure(t, claim, "Karu", "An earthquake in Karu on Tuesday killed ten people."); r.Relation != NotComparable {
		t.Errorf("another day: %s: %s", r.Relation, r.Why)
	}
}

func TestAPartOfAFigureIsEnoughToSelect(t *testing.T) {
	text := "The avalanche above Valtorn killed eight skiers on Sunday."
	at := strings.Index(text, "killed eight")
	c, _ := ReadFigure("Ten people were killed by an avalanche in Valtorn.", "Valtorn", time.Time{})
	r := Figure(c, Passage{Text: text, Span: source.Span{Start: at, End: at + len("killed eight")}})
	if r.Relation != Conflicts {
		t.Errorf("%s: %s", r.Relation, r.Why)
	}
}
