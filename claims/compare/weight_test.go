package compare

import (
	"strings"
	"testing"

	"stet/index/source"
)

func TestAndMoreHidesNoFigureNegationAttributionOrModal(t *testing.T) {
	old := "When the weir at Halm broke on 14 October, 22 people died, six of them children, and 83 were injured, the fire service says."
	cs := versions(old, "When the weir at Halm broke on 14 October, 24 people died, five of them children, and 61 were injured.")
	if len(cs) != 1 {
		t.Fatalf("%+v", cs)
	}
	for what, got := range map[string]string{"summary": cs[0].Summary, "finding": cs[0].Told(source.Span{End: len(old)})} {
		if !strings.Contains(got, "toll raised from 22 to 24") || !strings.Contains(got, "fire service says” dropped") || !strings.HasSuffix(got, "and more") {
			t.Errorf("%s: %s", what, got)
		}
	}
	all := strings.Join(cs[0].Rest(), "; ")
	for _, piece := range []string{"toll raised from 22 to 24", "killed lowered from 6 to 5", "from 83 to 61", "fire service says” dropped"} {
		if !strings.Contains(all, piece) || strings.Contains(all, "and more") {
			t.Errorf("of all that happened %q is not told: %s", piece, all)
		}
	}
	if cs = versions("Six people died.", "Five people died."); len(cs) != 1 || cs[0].Rest() != nil {
		t.Errorf("%+v", cs)
	}
}

func TestATouchThatIsNotToldIsNamedBeforeAndMore(t *testing.T) {
	of := func(text string, ts ...Touch) piece {
		p := piece{text: text, touches: touchSet{}}
		for _, x := range ts {
			p.touches[x] = true
		}
		return p
	}
	list := []piece{of("a", Wording), of("b", Name), of("c", Date), of("d", Figure), of("e", Negation), of("f", Modal), of("g", Attribution)}
	for _, c := range []struct {
		ps   []piece
		room int
		want string
	}{
		{list, 3, "d; e; g; also modal, name, date; and more"},
		{list, 5, "d; e; g; f; a; also name, date; and more"},
		{list, 7, "a; b; c; d; e; f; g"},
		{list[:2], 1, "a; also name; and more"},
		{[]piece{of("a", Figure, Negation), of("b", Figure), of("c", Modal)}, 2, "a; c; and more"},
	} {
		if got := listed(c.ps, c.room); got != c.want {
			t.Errorf("listed(%d, %d) = %q, want %q", len(c.ps), c.room, got, c.want)
		}
	}
}
