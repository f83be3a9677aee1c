package match

import (
	"strings"
	"testing"
)

func TestOneEventIsSeenThroughOtherWordsForIt(t *testing.T) {
	claim := "Twenty-two people have died in the Kessaby bridge collapse."
	for _, passage := range []string{
		"When the footbridge fell on Saturday, 22 people died.",
		"Kessaby bridge: live updates\n\n11:20 Twenty-two people are now known to have died, the fire service says. Dozens were taken to hospital.",
	} {
		if r := figure(t, claim, "Kessaby", passage); r.Relation != Agrees {
			t.Errorf("%s: %s (%s)", r.Relation, r.Why, passage)
		}
	}
	// a name that the claim does not have ties nothing to its place, and is no other event
	if r := figure(t, claim, "Kessaby", "When the Ands footbridge fell on 11 May, 22 people died."); r.Relation == Conflicts || strings.Contains(r.Why, "another event") {
		t.Errorf("%s: %s", r.Relation, r.Why)
	}
	claim = "KESSABY — When the Ands footbridge fell on 10 May, 22 people died, the fire service says."
	passage := "18:52 Reports are coming in of a bridge collapse in Kessaby. Dozens were taken to hospital.\n\n11:20 Twenty-two people are now known to have died, the fire service says."
	if r := figure(t, claim, "Kessaby", passage); r.Relation != Agrees {
		t.Errorf("%s: %s (%s)", r.Relation, r.Why, passage)
	}
	if r := figure(t, claim, "Kessaby", "Prices fell on Friday. A bus crash in Orlan killed 22 people."); r.Relation != NotComparable {
		t.Errorf("another event: %s (%s)", r.Relation, r.Why)
	}
}

func TestADifferenceWithoutWordsIsNotListed(t *testing.T) {
	r := figure(t, "A ferry sank off Karu and 22 people died.", "Karu", "A shooting near a school left 22 people dead, it is feared.")
	for _, d := range r.Differences {
		if d.Claim == "" && d.Passage == "" {
			t.Errorf("%s: empty on both sides", d.Kind)
		}
	}
}

func TestASentenceDoesNotRepeatTheRelationShownBeforeIt(t *testing.T) {
	for _, passage := range []string{
		"A shooting near a school left 22 people dead.",
		"In Orlan, 22 children were killed when a ferry sank.",
		"A ferry sank off Karu and injured 22 people.",
	} {
		r := figure(t, "A ferry sank off Karu and 22 people died.", "Karu", passage)
		if r.Relation != NotComparable || strings.Contains(strings.ToLower(r.Why), "not comparable") || r.Why[0] >= 'a' && r.Why[0] <= 'z' {
			t.Errorf("%s: %s (%s)", r.Relation, r.Why, passage)
		}
	}
}
