package toll

import (
	"strings"
	"testing"
	"time"

	"stet/claims"
	"stet/index/source"
)

func TestWhatTwoTextsCountOfOnePopulation(t *testing.T) {
	sixteen := "Sixteen people were killed" + osby + ", the fire service said. "
	for name, c := range map[string]struct {
		want string
		list []story
	}{
		"no child and two": {"conflict", []story{wire(1, 2, 20, sixteen+"No children were among the dead."),
			other("post", "Post", 3, 9, "Sixteen people, including two children, were killed"+osby+", the fire service said.")}},
		"fewer later": {"conflict", []story{wire(1, 2, 20, sixteen+"Three children were among the dead."),
			other("post", "Post", 3, 9, sixteen+"Two children were among the dead, the mayor said.")}},
		"more in a toll that rose as much": {"(toll rose)", []story{wire(1, 2, 20, sixteen+"Three children were among the dead."),
			other("post", "Post", 3, 9, "Eighteen people were killed"+osby+", the fire service said. Four children were among the dead.")}},
		"the same": {"", []story{wire(1, 2, 20, sixteen+"Three children were among the dead."),
			other("post", "Post", 3, 9, sixteen+"Three of the dead were children.")}},
		"of other populations": {"", []story{wire(1, 2, 20, sixteen+"Three children were among the dead."),
			other("post", "Post", 3, 9, sixteen+"Two firefighters were among the dead.")}},
		"a part of the part": {"", []story{wire(1, 2, 20, sixteen+"Three children were among the dead."),
			other("post", "Post", 3, 9, sixteen+"Three children were among the dead. Two of the children were brothers.")}},
	} {
		if got := rules(board(t, c.list...)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestTwoCountsThatOneTextHoldsAgainstEachOtherAreAConflict(t *testing.T) {
	b := board(t, other("post", "Post", 2, 20, "At least 22 people were killed"+osby+", county police said.\n\nThe fire service gives a lower figure. “My teams have recovered 19 bodies. That is the only number I can stand behind,” said fire chief Marta Oy."),
		wire(1, 4, 9, "Twenty-four people were killed"+osby+", county police said."))
	if got := rules(b); got != "conflict, (toll rose)" {
		t.Errorf("%q", got)
	}
	b = board(t, other("post", "Post", 2, 20, "Twenty-two people were killed"+osby+", county police said. The fire service put the toll at 19."),
		wire(1, 4, 9, "The toll of the fire in Osby on Monday is 24, county police said. The fire service has withdrawn its count of 19."))
	if got := rules(b); strings.Contains(got, "conflict") {
		t.Errorf("of a count that was taken back: %q", got)
	}
}

func TestWhatIsNamedBesideACountIsACount(t *testing.T) {
	d := read(t, "Fire in Osby\n\nThe union says that 19 people died in the fire in Osby on Monday, three more than the 16 that police have counted.\n\n"+
		"The ambulance service put the number of injured at 82, against the 71 given by police. The union has withdrawn its count of 23.\n")
	for words, want := range map[string]Reading{
		"16": {Role: Toll, Figure: claims.Figure{Outcome: claims.Killed, Attribution: "police"}},
		"71": {Role: Toll, Figure: claims.Figure{Outcome: claims.Injured, Attribution: "police"}},
		"23": {Role: Former, Figure: claims.Figure{Outcome: claims.Killed, Attribution: "union"}},
	} {
		if x := find(t, d, words); x.Role != want.Role || x.Outcome != want.Outcome || x.Attribution != want.Attribution {
			t.Errorf("%s: %+v", words, x)
		}
	}
}

func TestAFigureOfAnotherDisasterStandsWithIt(t *testing.T) {
	text := "Fire in Osby\n\nAt least 17 people were killed on Tuesday when a mill burned down in Osby, two days after a similar disaster in Skagby in which 22 people died, officials said.\n\n" +
		"Four such mills have burned since 2001, killing a total of 61 people.\n\nIn Halden the mayor said that a mill had burned there too. Thirty-one people were injured there, he said.\n"
	d := read(t, text)
	if x := find(t, d, "22 people"); x.Window.From != "2031-06-01" {
		t.Errorf("window %+v, want Sunday", x.Window)
	}
	if x := find(t, d, "Thirty-one people"); x.Place != "Halden" || !x.Here {
		t.Errorf("place %q", x.Place)
	}
	for _, x := range d.Readings {
		if x.Range.Min == 61 {
			t.Errorf("a toll of several events is read as one: %+v", x)
		}
	}
	c := &Copy{Version: source.VersionID{Article: "wire", N: 1}, Date: time.Date(2031, 6, 3, 20, 0, 0, 0, time.UTC), Latest: true, Digest: d}
	at := Belongs(c, []Scene{{Place: "Osby", From: "2031-06-03", To: "2031-06-03"}, {Place: "Skagby", From: "2031-06-01", To: "2031-06-01"}}, nil)
	for i, x := range d.Readings {
		if want := map[string]int{"At least 17 people": 0, "22 people": 1, "Thirty-one people": -1}[x.Words]; at[i] != want {
			t.Errorf("%s is given to %d, want %d", x.Words, at[i], want)
		}
	}
}

func TestARelaysPlainNumberIsNoReasonToDropAModifier(t *testing.T) {
	b := board(t, wire(1, 2, 20, "At least 17 people were killed"+osby+", the fire service said."),
		other("post", "Post", 3, 9, "The mayor could not be reached. State radio put the toll of the fire in Osby on Monday at 17."),
		other("mag", "Magazine", 5, 9, "The fire in Osby on Monday killed 17 people. The town is in mourning."))
	if got := rules(b); !strings.Contains(got, string(RuleModifier)) {
		t.Errorf("%q", got)
	}
}

func TestACorrectionLowersItsOwnToll(t *testing.T) {
	b := board(t, story{article: "post", outlet: "Post", n: 1, day: 2, hour: 20, text: "Fire in Osby\n\nNineteen people were killed" + osby + ", a steward said.\n"},
		story{article: "post", outlet: "Post", n: 2, day: 3, hour: 9, notice: source.Corrected, text: "Fire in Osby\n\nSixteen people were killed" + osby + ", the fire service said.\n\nCorrection: An earlier version of this article said that 19 people had died.\n"})
	if got := rules(b); got != string(RuleFell) {
		t.Errorf("%q", got)
	}
}
