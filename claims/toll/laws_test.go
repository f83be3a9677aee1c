package toll

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"stet/claims"
	"stet/index/source"
)

// drawReports draws reports of one event: up to six articles in up to three
// versions, each with a few figures of any outcome, population and window.
func drawReports(t *rapid.T) []Report {
	var out []Report
	outcomes := []claims.Outcome{claims.Killed, claims.Injured, claims.Casualties, claims.Missing}
	windows := []claims.Window{{}, {Words: "on Monday", From: "2031-06-02", To: "2031-06-02"}, {Words: "over the past two days", From: "2031-06-01", To: "2031-06-03"}}
	sources := []string{"", "fire service", "interior ministry", "Sorvia"}
	for a := range rapid.IntRange(1, 6).Draw(t, "articles") {
		versions := rapid.IntRange(1, 3).Draw(t, "versions")
		for v := 1; v <= versions; v++ {
			c := &Copy{Version: source.VersionID{Article: source.ArticleID(fmt.Sprintf("art%d", a)), N: v}, Outlet: fmt.Sprint("Outlet ", a%3),
				Date: time.Date(2031, 6, 2, 6+a*5+v*3, 0, 0, 0, time.UTC), Latest: v == versions}
			n := rapid.IntRange(1, 4).Draw(t, "figures")
			for i := range n {
				x := Reading{Span: source.Span{Start: 100 * i, End: 100*i + 9}, Role: rapid.SampledFrom([]Role{Toll, Toll, Toll, Part, More, Former}).Draw(t, "role"),
					Class: rapid.SampledFrom([]string{"people", "people", "children", "soldiers"}).Draw(t, "class"), Lead: rapid.Bool().Draw(t, "lead")}
				x.Outcome = rapid.SampledFrom(outcomes).Draw(t, "outcome")
				x.Window = rapid.SampledFrom(windows).Draw(t, "window")
				x.Attribution = rapid.SampledFrom(sources).Draw(t, "by")
				x.Sourced = x.Attribution != ""
				x.Range = drawRange(t)
				x.Words = x.Range.String()
				c.Digest.Readings = append(c.Digest.Readings, x)
				out = append(out, Report{Copy: c, Index: i, Source: 1 + a/2})
			}
		}
	}
	return out
}

func drawRange(t *rapid.T) claims.Interval {
	n := float64(rapid.IntRange(0, 60).Draw(t, "n"))
	switch rapid.IntRange(0, 4).Draw(t, "modifier") {
	case 0:
		return claims.Interval{Min: n, NoMax: true, Mod: claims.AtLeast}
	case 1:
		return claims.Interval{Min: n, NoMax: true, MinOpen: true, Mod: claims.MoreThan}
	case 2:
		return claims.Interval{Max: n + 1, MaxOpen: true, Mod: claims.LessThan}
	case 3:
		return claims.Interval{Min: n, Max: n + 5, Mod: claims.Between}
	}
	return claims.Just(n)
}

var drawn = claims.Event{ID: "e1", Name: "Fire in Osby", Place: "Osby", From: "2031-06-02"}

// TestLawsOfTheBoard: the board does not depend on the order of the reports; no
// report is lost or doubled; nothing incomparable stands in one group; the state
// of a group is what the intervals that stand say.
func TestLawsOfTheBoard(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reports := drawReports(t)
		b := Build(drawn, slices.Clone(reports))
		shuffled := rapid.Permutation(reports).Draw(t, "order")
		if again := Build(drawn, shuffled); !reflect.DeepEqual(b, again) {
			t.Fatalf("another order gives another board:\n%+v\n%+v", b, again)
		}
		whole(t, b, reports)
		scene := SceneOf(drawn)
		for _, g := range b.Groups {
			for _, r := range g.Rows {
				comparable(t, scene, g, r)
			}
			agreed(t, g)
		}
		for _, f := range b.Flags {
			if len(f.Rows) == 0 || f.Why == "" || f.Key == "" || len(f.Places) < len(f.Rows) {
				t.Fatalf("a flag without what it is about: %+v", f)
			}
		}
	})
}

// whole checks that every report is on the board once, as a row or as one more place
// of a row.
func whole(t *rapid.T, b Board, reports []Report) {
	n := 0
	b.Each(func(_ *Group, r *Row) { n += 1 + len(r.Also) })
	if n != len(reports) {
		t.Fatalf("%d of %d reports are on the board", n, len(reports))
	}
}

func TestEachComesToTheEarlierVersionsOfWhatStandsAside(t *testing.T) {
	list := []story{}
	for n := 1; n <= 2; n++ {
		list = append(list, wire(n, 2+n, 9, "At least 15 people were killed"+osby+", the fire service said, raising its toll from 12."))
	}
	b := board(t, list...)
	former := 0
	b.Each(func(g *Group, r *Row) {
		if r.Role == Former && g == nil {
			former++
		}
	})
	if former != 2 {
		t.Errorf("%d of the 2 versions that tell the former figure are met: %+v", former, b.Aside)
	}
}

// comparable checks a row with its versions and copies against its group.
func comparable(t *rapid.T, s Scene, g Group, r Row) {
	same := func(x Row) {
		window := ""
		if s.when(x.Reading, x.Published) == wider {
			window = g.Window
			if window == "" {
				t.Fatalf("a stretch stands with the event: %+v", x)
			}
		}
		if x.Outcome != g.Outcome || x.Class != g.Class || window != g.Window || x.Role != Toll {
			t.Fatalf("%s %s %q %s stands in %s %s %q", x.Outcome, x.Class, x.Window.Words, x.Role, g.Outcome, g.Class, g.Window)
		}
	}
	same(r)
	for _, e := range r.Earlier {
		same(e)
		if e.Version.Article != r.Version.Article || e.Version.N >= r.Version.N {
			t.Fatalf("%s is no earlier version of %s", e.Version, r.Version)
		}
	}
	for _, c := range r.Copies {
		same(c)
		if c.Source != r.Source || !c.Range.Equal(r.Range) {
			t.Fatalf("%+v is no copy of %+v", c, r)
		}
	}
	for _, p := range r.Parts {
		if p.Outcome != g.Outcome || p.Version != r.Version || p.Role == Toll {
			t.Fatalf("%+v hangs under %+v", p, r)
		}
	}
}

// agreed checks a group's state against the algebra.
func agreed(t *rapid.T, g Group) {
	var on []Row
	for _, r := range g.Rows {
		if r.Standing == Stands {
			on = append(on, r)
		}
	}
	want := Agree
	for i, a := range on {
		for _, b := range on[:i] {
			switch {
			case !a.Range.Overlaps(b.Range):
				want = Conflict
			case !a.Range.Equal(b.Range) && want != Conflict:
				want = Compatible
			}
		}
	}
	if len(on) < 2 {
		want = g.State
	}
	if g.State != want {
		t.Fatalf("state %s, want %s", g.State, want)
	}
}

func TestAssigningDoesNotDependOnTheOrderOfArticles(t *testing.T) {
	texts := []string{
		"Fire in Osby\n\nAt least 12 people were killed in a fire in Osby on Monday, the fire service said.\n",
		"Osby mourns\n\nTwelve people died in the fire in Osby on Monday. Six are missing.\n",
		"Ferry sinks\n\nAt least 14 people were killed when a ferry sank off Halden on Sunday, the coastguard said.\n",
	}
	var copies []*Copy
	for i, text := range texts {
		copies = append(copies, &Copy{Version: source.VersionID{Article: source.ArticleID(fmt.Sprint("a", i)), N: 1}, Outlet: "Wire", Latest: true,
			Date: time.Date(2031, 6, 3, 9+i, 0, 0, 0, time.UTC), Digest: read(t, text)})
	}
	events := []claims.Event{drawn}
	reports, loose := Assign(copies, events, nil)
	board := Build(drawn, reports[0])
	slices.Reverse(copies)
	again, left := Assign(copies, events, nil)
	if !reflect.DeepEqual(board, Build(drawn, again[0])) || len(loose) != len(left) {
		t.Error("another order of articles gives another board")
	}
	if p := Propose(loose, events); len(p) != 1 || p[0].Event.Place != "Halden" || p[0].Event.From != "2031-06-01" || p[0].Event.Name != "Sinking in Halden" {
		t.Errorf("proposed %+v", p)
	}
}

func TestAProposedEventTakesNoFiguresOfAnotherOfItsText(t *testing.T) {
	c := &Copy{Version: source.VersionID{Article: "a", N: 1}, Outlet: "Wire", Latest: true, Date: time.Date(2031, 6, 3, 9, 0, 0, 0, time.UTC),
		Digest: read(t, "Ferry: what we know\n\nFour people were arrested over the ferry disaster as the death toll reached 29.\n\nThe coastguard had put the toll at 23 off Halden.\n\nA vigil was held on Tuesday. Candles were lit at the pier.\n\n"+
			"Separately, an earthquake in Venterra on Monday killed 1,200 and injured more than 5,400, its interior ministry said. Another 300 people are missing.\n")}
	var loose []Loose
	for i := range c.Digest.Readings {
		loose = append(loose, Loose{c, i})
	}
	var got []string
	for _, p := range Propose(loose, nil) {
		if p.Event.Place != "Venterra" {
			continue
		}
		for _, r := range p.Reports {
			got = append(got, Say(c.Digest.Readings[r.Index].Range))
		}
	}
	if !slices.Equal(got, []string{"1,200", "> 5,400", "300"}) {
		t.Errorf("the earthquake has %q", got)
	}
}
