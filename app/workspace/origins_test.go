package workspace

import (
	"context"
	"strings"
	"testing"

	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

const (
	dikeStory = "The sea broke through the dike at Sorrel Bay shortly before dawn on Monday and flooded four farms, the water board said. Two men who had gone to open a sluice are missing. Soldiers filled sandbags through the morning while a helicopter lifted a family and their dog from a roof near the old lighthouse. The board had warned in its spring report that the stretch was eleven centimetres too low. A ferry brought pumps from the island at noon, and the railway will stay shut until engineers have looked at the embankment."
	dikeLead  = "My grandmother used to say that the sea only lends. On Monday it asked for its own back, and four farmers on our coast are standing in their kitchens up to the waist, looking for the cat. "
)

// bringAll files texts as articles of outlets of one day, in the order of the
// list: the later one in it is filed later.
func bringAll(t *testing.T, w *Workspace, list [][2]string) map[string]source.VersionID {
	t.Helper()
	out := map[string]source.VersionID{}
	for i, x := range list {
		text := "Outlet: " + x[0] + "\nPublished: 3 February 2025\n\nHeadline of " + x[0] + "\n\n" + x[1] + "\n"
		out[x[0]] = bring(t, w, strings.Repeat("x", i+1)+".txt", text, ImportOptions{Versions: SeparateArticles})
	}
	return out
}

func TestTheOriginOfOneDaysCopiesIsToldByEvidence(t *testing.T) {
	sentences := strings.SplitAfter(dikeStory, ". ")
	half := strings.Join(sentences[:3], "")
	for name, c := range map[string]struct {
		list          [][2]string
		want, because string
	}{
		"the one the others credit, though filed last": {
			[][2]string{{"Bay Post", "SORREL BAY, 3 Feb (AP) — " + dikeStory}, {"Associated Press", dikeStory}}, "Associated Press", "credited by Bay Post"},
		"a line at the end credits it": {
			[][2]string{{"Bay Post", dikeStory + "\n\nSource: Coast Wire"}, {"Coast Wire", dikeStory}}, "Coast Wire", "credited by Bay Post"},
		"an agency signs with its initials": {
			[][2]string{{"Aldermoor Mail", dikeStory}, {"Press Union", "SORREL BAY, Feb 3 (PU) – " + dikeStory}}, "Press Union", "its dateline is its own"},
		"the full text, not the cut ones": {
			[][2]string{{"Bay Post", half}, {"Coast Journal", strings.Join(sentences[1:4], "")}, {"Tide", dikeStory}}, "Tide", "the others share most with it"},
		"the one without a lead of its own": {
			[][2]string{{"Bay Post", dikeLead + dikeStory}, {"Tide", dikeStory}}, "Tide", "it has no lead of its own"},
		"the fuller of two": {
			[][2]string{{"Bay Post", half}, {"Tide", dikeStory}}, "Tide", "the fullest"},
		"nothing tells them apart": {
			[][2]string{{"Bay Post", dikeStory}, {"Tide", dikeStory}}, "", "a tie with "},
	} {
		t.Run(name, func(t *testing.T) {
			w := desk(t)
			at := bringAll(t, w, c.list)
			x, err := w.ClusterOf(context.Background(), at[c.list[0][0]].Article)
			check(t, err)
			if x == nil || len(x.Articles) != len(c.list) {
				t.Fatalf("cluster %+v", x)
			}
			if c.want != "" && x.Origin != c.want || !strings.HasPrefix(x.Because, c.because) {
				t.Errorf("origin %q (%s), want %q (%s)", x.Origin, x.Because, c.want, c.because)
			}
		})
	}
}

func TestWhomAnArticleCredits(t *testing.T) {
	for _, c := range []struct{ byline, body, outlet, want string }{
		{"", "KYRA, April 4 (Reuters) - The sea rose.", "Bay Post", "Reuters"},
		{"", "KYRA (AP) — The sea rose.", "Bay Post", "AP"},
		{"", "KYRA (AP) — The sea rose.", "Associated Press", ""},
		{"", "KYRA, 4 April (PU) – The sea rose.", "Press Union", ""},
		{"", "KYRA, 4 April (Coast Wire/Reuters) – The sea rose.", "Coast Wire", "Reuters"},
		{"", "The mayor (who is 40) said so.", "Bay Post", ""},
		{"Reuters staff", "The sea rose.", "Bay Post", "Reuters"},
		{"By Ida Holm and Steppe Agency", "The sea rose.", "Bay Post", "Steppe Agency"},
		{"By Ida Holm", "The sea rose.", "Bay Post", ""},
		{"", "The sea rose.\n\n– AFP", "Bay Post", "AFP"},
		{"", "The sea rose.\n\nSource: Coast Wire", "Bay Post", "Coast Wire"},
		{"", "The sea rose.\n\n– and then it fell again, very slowly", "Bay Post", ""},
	} {
		if got := credited(source.Version{Byline: c.byline}, source.Text{Body: c.body}, c.outlet); got != c.want {
			t.Errorf("%q by %q in %s credits %q, want %q", c.body, c.byline, c.outlet, got, c.want)
		}
	}
}

// TestWhatOneAgencySentIsOneSource: each outlet wrote its own words of what one
// agency sent, so that no text is a copy of another.
func TestWhatOneAgencySentIsOneSourceWhereverSupportIsCounted(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	at := bringAll(t, w, [][2]string{
		{"Bay Post", "SORREL BAY, 3 Feb (Reuters) – At least 12 people were killed when the dike at Sorrel Bay broke on Monday. “The water took nine minutes to reach the school,” warden Ana Roos said."},
		{"Inland Mail", "SORREL BAY, Feb 3 (Reuters) - A broken sea wall has cost the lives of at least 12 people at Sorrel Bay, on a Monday nobody there will forget. “The water took nine minutes to reach the school,” said Ana Roos, who keeps the gates."},
		{"Reuters", "Floods: twelve farms are under water after the dike gave way; at least 12 people were killed at Sorrel Bay on Monday and helicopters are looking for more. “The water took nine minutes to reach the school,” Ana Roos told Reuters."},
		{"Tide", "We stood on the roof of the bakery and counted with the doctor: at least 12 people were killed here at Sorrel Bay on Monday. “The water took nine minutes to reach the school,” Ana Roos told this paper."},
	})
	id, err := w.AddTyped(ctx, "At least 12 people were killed at Sorrel Bay.", "")
	check(t, err)
	decide := func() claims.Shortfall {
		check(t, w.Decide(ctx, claims.Verdict{Claim: id, Check: claims.Confirmed}))
		var short claims.Shortfall
		w.View(func(s *ledger.State) { short = s.Claims[id].Verdict().Short })
		return short
	}
	for i, o := range []string{"Bay Post", "Inland Mail", "Reuters"} {
		_, err := w.Attach(ctx, id, at[o], span(t, w, at[o], "12 people"), claims.Supports, "")
		check(t, err)
		n, err := w.Independence(ctx, id)
		check(t, err)
		if n.Outlets != i+1 || n.Independent != 1 || n.Enough() {
			t.Errorf("with %s: %+v", o, n)
		}
	}
	if x, err := w.Clusters(ctx, nil); err != nil || len(x) != 0 {
		t.Errorf("copies: %+v, %v", x, err)
	}
	if s := decide(); s != (claims.Shortfall{Independent: 1, Wanted: 2}) {
		t.Errorf("a confirmation on one agency's word is short by %+v", s)
	}
	_, err = w.Attach(ctx, id, at["Tide"], span(t, w, at["Tide"], "12 people"), claims.Supports, "")
	check(t, err)
	if s := decide(); s != (claims.Shortfall{}) {
		t.Errorf("two independent sources are short by %+v", s)
	}
	events, err := w.TollEvents(ctx)
	check(t, err)
	if len(events) != 1 {
		t.Fatalf("%d events", len(events))
	}
	board, err := w.Toll(ctx, events[0].Key)
	check(t, err)
	if len(board.Groups) != 1 || board.Groups[0].Sources != 2 {
		t.Errorf("the toll board: %d outlets, groups %+v", board.Outlets, board.Groups)
	}
	d, err := w.Dossier(ctx, ReportScope{})
	check(t, err)
	if s := d.Sheets[0].Sources; s.Outlets != 4 || s.Independent != 2 || s.Wanted != 2 {
		t.Errorf("the report: %+v", s)
	}
	list, err := w.Utterances(ctx, nil)
	check(t, err)
	if len(list) != 1 || list[0].Outlets != 4 || list[0].Independent != 2 {
		t.Errorf("the quote: %d utterances, the first in %d outlets, %d independent sources", len(list), list[0].Outlets, list[0].Independent)
	}
}
