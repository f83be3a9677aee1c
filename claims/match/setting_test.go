package match

import (
	"strings"
	"testing"
	"time"

	"stet/claims"
	"stet/index/source"
)

func storyDay(s string) time.Time {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return d
}

func hurt(words string, n float64, o claims.Outcome) claims.Claim {
	return claims.Claim{Text: words, Body: claims.Figure{Words: words, Outcome: o, Range: claims.Just(n), Population: "children"}}
}

func TestAClaimWithoutAPlaceIsOfItsDateline(t *testing.T) {
	c := hurt("nine children were injured", 9, claims.Injured)
	here := Setting{Made: storyDay("2041-05-02"), Story: "TARVIK, May 2 — Nine children were injured when a school bus overturned."}
	there := Passage{Text: "OLMA, May 2 — Four children were injured when a bus left the road.", Date: storyDay("2041-05-02")}
	if r := here.Claim(c, there); r.Relation != NotComparable {
		t.Errorf("a report from another town: %s (%s), want not_comparable", r.Relation, r.Why)
	}
	same := Passage{Text: "TARVIK, May 2 — Four children were injured when a bus left the road.", Date: storyDay("2041-05-02")}
	if r := here.Claim(c, same); r.Relation != Conflicts {
		t.Errorf("a report from the same town: %s (%s), want conflicts", r.Relation, r.Why)
	}
	told := Setting{Made: storyDay("2041-05-02"), Story: "TARVIK, May 2 — Nine children were injured when a school bus overturned in Olma, police in Tarvik said."}
	if r := told.Claim(c, there); r.Relation != Conflicts {
		t.Errorf("a report from the town the story names: %s (%s), want conflicts", r.Relation, r.Why)
	}
}

func TestAPassageWithoutAPlaceIsOfItsDateline(t *testing.T) {
	c := claims.Claim{Text: "Nine people were killed by a fire in Tarvik.", Body: claims.Figure{Words: "Nine people", Outcome: claims.Killed, Range: claims.Just(9), Population: "people", Place: "Tarvik"}}
	p := Passage{Text: "Four people were killed by a fire, the fire service said.", Dateline: "OLMA", Date: storyDay("2041-05-02")}
	if r := (Setting{Made: storyDay("2041-05-02")}).Claim(c, p); r.Relation != NotComparable {
		t.Errorf("%s (%s), want not_comparable", r.Relation, r.Why)
	}
	p.Dateline = "TARVIK"
	if r := (Setting{Made: storyDay("2041-05-02")}).Claim(c, p); r.Relation != Conflicts {
		t.Errorf("%s (%s), want conflicts", r.Relation, r.Why)
	}
}

func TestAnOldReportIsNoConflictWithAnUndatedClaim(t *testing.T) {
	c := claims.Claim{Text: "A fire in a warehouse in Tarvik killed nine people.", Body: claims.Figure{Words: "nine people", Outcome: claims.Killed, Range: claims.Just(9), Population: "people", Place: "Tarvik"}}
	p := Passage{Text: "A fire in a warehouse in Tarvik killed four people.", Date: storyDay("2039-03-01")}
	if r := (Setting{Made: storyDay("2041-05-02"), Story: c.Text}).Claim(c, p); r.Relation != NotComparable {
		t.Errorf("two years older: %s (%s), want not_comparable", r.Relation, r.Why)
	}
	p.Date = storyDay("2041-05-01")
	if r := (Setting{Made: storyDay("2041-05-02"), Story: c.Text}).Claim(c, p); r.Relation != Conflicts {
		t.Errorf("a day older: %s (%s), want conflicts", r.Relation, r.Why)
	}
}

func TestTheDayATollRoseOnIsNoWindow(t *testing.T) {
	c, ok := ReadFigure("The landslide in Tarvik killed ten people on Friday.", "Tarvik", storyDay("2041-05-05"))
	if !ok {
		t.Fatal("no figure")
	}
	r := Figure(c, Passage{Text: "The toll of the landslide in Tarvik rose to ten dead on Sunday.", Date: storyDay("2041-05-05")})
	if r.Relation != Agrees {
		t.Errorf("%s (%s), want agrees", r.Relation, r.Why)
	}
}

func TestAPieceOfASentenceIsCompared(t *testing.T) {
	c := claims.Claim{Text: "ten skiers were killed by an avalanche in Tarvik", Body: claims.Figure{Words: "ten skiers", Outcome: claims.Killed, Range: claims.Just(10), Population: "skiers", Place: "Tarvik"}}
	text := "The avalanche above Tarvik killed eight skiers on Monday."
	p := Passage{Text: text, Span: spanOf(t, text, "killed eight"), Date: storyDay("2041-05-05")}
	r := (Setting{Made: storyDay("2041-05-05")}).Claim(c, p)
	if !r.Doubts(claims.Supports) {
		t.Errorf("“killed eight” attached as support of ten: %s (%s), want a warning", r.Relation, r.Why)
	}
}

func spanOf(t *testing.T, text, words string) source.Span {
	t.Helper()
	at := strings.Index(text, words)
	if at < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return source.Span{Start: at, End: at + len(words)}
}
