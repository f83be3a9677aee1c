package toll

import (
	"testing"
	"time"

	"stet/claims"
	"stet/index/source"
)

// flood is a text of 3 June 2031 as one copy's loose figures.
func flood(t *testing.T, article, text string) (loose []Loose) {
	t.Helper()
	at := time.Date(2031, 6, 3, 9, 0, 0, 0, time.UTC)
	c := &Copy{Version: source.VersionID{Article: source.ArticleID(article), N: 1}, Outlet: article, Date: at, Latest: true, Digest: readOn(t, text, at, "")}
	for i := range c.Digest.Readings {
		loose = append(loose, Loose{c, i})
	}
	return loose
}

func TestADisasterOfSeveralPlacesIsProposedAsOneWhereATextTellsOfThemAsOne(t *testing.T) {
	osby := "Eleven people were killed in floods in Osby on Monday, the agency said. "
	lund := "Six people died in floods in Lund on Monday, the mayor said. "
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"in one breath":            {"Floods kill 17\n\nFloods swept through Osby and Lund on Monday. " + osby + lund, []string{"Lund; Osby"}},
		"with one that is named":   {"Floods kill 17\n\nFloods hit Osby, Lund and Halden on Monday. " + osby + lund, []string{"Lund; Osby; Halden"}},
		"one beside the other":     {"Floods\n\n" + osby + "\n\n" + lund, []string{"Lund", "Osby"}},
		"of another kind of event": {"Bad day\n\nThe news from Osby and Lund was bad on Monday. Eleven people were killed in a fire in Osby on Monday, the agency said.\n\nSix people died in a crash in Lund on Monday, the mayor said.", []string{"Lund", "Osby"}},
		"of other days": {"Floods\n\nFloods hit Osby and Lund. Eleven people were killed in floods in Osby on 20 May, the agency said. " +
			"Six people died in floods in Lund on 1 June, the mayor said.", []string{"Lund", "Osby"}},
	} {
		var got []string
		for _, p := range Propose(flood(t, "wire", c.text+"\n"), nil) {
			got = append(got, p.Event.Place)
		}
		if len(got) != len(c.want) || got[0] != c.want[0] && got[0] != c.want[len(c.want)-1] {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestABoardOfSeveralPlacesComparesEachWithItself(t *testing.T) {
	e := claims.Event{Name: "Flood in Osby and Lund", Place: "Osby; Lund", From: "2031-06-02", To: "2031-06-02"}
	loose := flood(t, "wire", "Floods kill 17\n\nSeventeen people were killed in floods in Osby and Lund on Monday, the agency said. Eleven people were killed in Osby. Two of them were children.\n\nSix people died in Lund on Monday, the mayor said.\n")
	reports, left := Assign([]*Copy{loose[0].Copy}, []claims.Event{e}, nil)
	b := Build(e, reports[0])
	got := map[string]string{}
	for _, g := range b.Groups {
		got[g.Place] = g.Said()
		for _, r := range g.Rows {
			for _, p := range r.Parts {
				got[g.Place] += " with " + p.Words
			}
		}
	}
	if want := map[string]string{"": "17", "Osby": "11 with Two of them", "Lund": "6"}; len(got) != 3 || got[""] != want[""] || got["Osby"] != want["Osby"] || got["Lund"] != want["Lund"] {
		t.Errorf("%q, want %q; left %d", got, want, len(left))
	}
	for _, f := range b.Flags {
		if f.Level == Alarm {
			t.Errorf("%s: %s", f.Rule, f.Why)
		}
	}
	if h := Heading(e, b.Groups[len(b.Groups)-1]); h != "Killed, Osby, 2 June 2031" {
		t.Errorf("heading %q", h)
	}
}
