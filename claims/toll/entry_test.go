package toll

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"stet/claims"
)

func times(t *testing.T, text string, page time.Time) string {
	t.Helper()
	d := readOn(t, text, page, "")
	c := Copy{Date: page, Digest: d}
	var out []string
	for _, x := range d.Readings {
		out = append(out, x.Words+" "+c.Said(x).Format("2 15:04"))
	}
	return strings.Join(out, "; ")
}

func TestEntriesOfALiveBlogHaveTheirOwnTimes(t *testing.T) {
	page := time.Date(2031, 6, 3, 12, 40, 0, 0, time.UTC)
	for name, c := range map[string]struct{ text, want string }{
		"oldest first, over midnight": {"Fire in Osby: live updates\n\n18:52 Monday Reports are coming in of a fire in Osby.\n\n19:20 At least nine people have been killed, police say.\n\n23:50\n\nFourteen people were killed, police say.\n\n07:15 At least 20 people died, police say.\n\n12:40 Schools stay closed.\n",
			"At least nine people 2 19:20; Fourteen people 2 23:50; At least 20 people 3 07:15"},
		"newest first, by dots": {"Fire in Osby: live\n\n12.05\n\nFourteen people were killed, police say.\n\n9.15\n\nThree people were killed, police say.\n\n22.30\n\nReports are coming in of a fire in Osby.\n",
			"Fourteen people 3 12:05; Three people 3 09:15"},
		"by halves of the day": {"Fire in Osby: as it happened\n\n11:05 am BST\n\nFourteen people were killed, police say.\n\n2:15 am\n\nThree people were killed, police say.\n\n9 pm\n\nReports are coming in of a fire in Osby.\n",
			"Fourteen people 3 11:05; Three people 3 02:15"},
		"a clock that runs ahead": {"Fire in Osby: live\n\n15:10 Fourteen people were killed, police say.\n\n14:10 Three people were killed, police say.\n\n13:55 There is a fire in Osby.\n",
			"Fourteen people 3 12:40; Three people 3 11:40"},
		"an update in a text": {"Fire in Osby\n\nUpdate 11:30: Fourteen people were killed, police say.\n\nThree people were killed in the fire in Osby, police said at first.\n",
			"Fourteen people 3 11:30; Three people 3 12:40"},
		"numbers that begin lines are no times": {"Fire in Osby\n\n2.50 crowns is the price.\n\n12.30 per cent of all fires are set.\n\n14 people were killed in a fire in Osby, police said.\n\n9.15\n",
			"14 people 3 12:40"},
	} {
		if got := times(t, c.text, page); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestAPageOfWhichOnlyTheDayIsKnownKeepsTheClocksOfItsEntries(t *testing.T) {
	got := times(t, "Fire in Osby: live\n\n15:10 Fourteen people were killed, police say.\n\n14:10 Three people were killed, police say.\n\n13:55 There is a fire.\n", time.Date(2031, 6, 3, 0, 0, 0, 0, time.UTC))
	if want := "Fourteen people 3 15:10; Three people 3 14:10"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestALiveBlogIsARowForEachEntry(t *testing.T) {
	b := board(t, story{article: "live", outlet: "Beacon", n: 1, day: 3, hour: 12, text: "Fire in Osby: live updates\n\n" +
		"11:20 Twenty-two people were killed in the fire in Osby, the fire service says, five of them children.\n\n" +
		"09:15 At least 17 people were killed, the fire service says. Sixty people are injured.\n\n" +
		"07:20 At least nine people have been killed in Osby, police say.\n"})
	g := b.Groups[0]
	var got []string
	for _, r := range g.Rows {
		got = append(got, Say(r.Range)+" "+r.At.Format("15:04")+" "+string(r.Standing))
	}
	if want := []string{"≥ 9 07:20 stands", "≥ 17 09:15 outdated", "22 11:20 stands"}; !slices.Equal(got, want) || g.Outcome != claims.Killed {
		t.Errorf("%q, want %q", got, want)
	}
	if len(g.Rows) == 3 && (len(g.Rows[2].Parts) != 1 || g.Rows[2].Parts[0].Words != "five of them children") {
		t.Errorf("parts: %+v", g.Rows[2].Parts)
	}
	if r := rules(b); r != "(toll rose)" {
		t.Errorf("%q", r)
	}
}

func FuzzEntries(f *testing.F) {
	for _, s := range []string{"14.05\n\nTwo people died.", "2:05 pm Two died.\n\n1 pm\n\n0:59 One died", "Update 16:30: two", "Wednesday 07:15 Four died\n23:59\n24:00", "9 am - x"} {
		f.Add(s, int64(1_900_000_000))
	}
	f.Fuzz(func(t *testing.T, s string, unix int64) {
		if !utf8.ValidString(s) || unix < 0 || unix > 4_000_000_000 {
			t.Skip()
		}
		page := time.Unix(unix, 0).UTC()
		d := readOn(t, s, page, "")
		at := 0
		for i, e := range d.Entries {
			if !e.Span.Fits(s) || e.Span.Start < at || e.Minute < 0 || e.Minute >= 24*60 {
				t.Fatalf("entry %d: %+v", i, e)
			}
			at = e.Span.Start
		}
		if len(d.Entries) == 0 {
			return
		}
		for _, x := range entryTimes(d.Entries, page) {
			if !dayOnly(page) && x.After(page) {
				t.Fatalf("%v is after its page's %v", x, page)
			}
		}
	})
}
