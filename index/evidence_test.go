package index

import (
	"slices"
	"strings"
	"testing"

	"stet/index/source"
)

func evidence(t *testing.T, x *Index, d *desk, need Need) []string {
	t.Helper()
	hits, err := x.Passages(t.Context(), need, 10)
	if err != nil {
		t.Fatal(err)
	}
	return words(t, d, hits)
}

func TestNumbersAreEvidenceHoweverTheyAreWritten(t *testing.T) {
	x, d := inMemory(t, harbour()...)
	for _, need := range []Need{
		{Text: "19 passengers are missing from the ferry"},
		{Text: "Nineteen passengers are missing from the ferry"},
		{Text: "passengers missing from the ferry", Figures: []float64{19}},
	} {
		if got := evidence(t, x, d, need); len(got) == 0 || !strings.HasPrefix(got[0], "Nineteen people were missing") {
			t.Errorf("%+v: %q", need, got)
		}
	}
	hits, err := x.Passages(t.Context(), Need{Text: "12 died"}, 10)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, h := range hits {
		for _, m := range h.Snippet.Marks {
			found = found || m.Of(h.Snippet.Text) == "Twelve"
		}
	}
	if !found {
		t.Error("“Twelve” is not marked for 12")
	}
}

func TestNumbersOfTheSameSizeHelp(t *testing.T) {
	x, d := inMemory(t,
		item("aaaaa", 1, "Wire", "20250101", "One", "About 150,000 people fled the valley."),
		item("bbbbb", 1, "Wire", "20250101", "Two", "About 310,000 people fled the valley."),
	)
	if got := evidence(t, x, d, Need{Text: "148,200 people fled the valley"}); len(got) != 2 || !strings.HasPrefix(got[0], "About 150,000") {
		t.Errorf("got %q", got)
	}
}

func TestTheVerbatimQuoteComesFirst(t *testing.T) {
	x, d := inMemory(t,
		item("aaaaa", 1, "Wire", "20250101", "Mayor", "Wait for the mayor and the harbour: the mayor shall rebuild the harbour, we hear, and not wait."),
		item("bbbbb", 1, "Wire", "20250101", "Mayor", "The mayor said: “We shall not wait to rebuild the harbour.”"),
		item("ccccc", 1, "Wire", "20250101", "Mayor", "The mayor said they shall not wait."),
	)
	got := evidence(t, x, d, Need{Text: "The mayor said they would rebuild the harbour", Exact: []string{"We shall not wait … rebuild the harbour"}})
	if len(got) < 3 || !strings.HasPrefix(got[0], "The mayor said: “We shall") {
		t.Errorf("got %q", got)
	}
}

func TestEvidenceKeepsToItsBounds(t *testing.T) {
	x, _ := inMemory(t, harbour()...)
	hits, err := x.Passages(t.Context(), Need{Text: "people killed harbour fire", Latest: true,
		Not: []source.VersionID{{Article: "ddddd", N: 1}}}, 20)
	if err != nil || len(hits) == 0 {
		t.Fatalf("%d hits: %v", len(hits), err)
	}
	for _, h := range hits {
		if h.Version.Article == "ddddd" || h.Version == (source.VersionID{Article: "aaaaa", N: 1}) {
			t.Errorf("%v was ruled out", h.Version)
		}
	}
	for n := range 3 {
		if hits, err := x.Passages(t.Context(), Need{Text: "people"}, n); err != nil || len(hits) != n {
			t.Errorf("asked for %d, got %d: %v", n, len(hits), err)
		}
	}
	for _, empty := range []Need{{}, {Text: "…"}, {Text: "the of"}} {
		if hits, err := x.Passages(t.Context(), empty, 5); err != nil || len(hits) != 0 {
			t.Errorf("%+v: %d hits, %v", empty, len(hits), err)
		}
	}
}

// More of what a claim says must never rank a passage lower.
func TestScoresGrowWithWhatAPassageHolds(t *testing.T) {
	texts := []string{
		"Nothing about it was said that day by them.",
		"The fire was said to be out by that day then.",
		"The harbour fire was said to be out by then.",
		"The harbour fire killed some, it was said then.",
		"The harbour fire killed twelve, it was said then.",
	}
	var items []Item
	for i, s := range texts {
		items = append(items, item("aaaa"+string(rune('a'+i)), 1, "Wire", "20250101", "x", s))
	}
	x, d := inMemory(t, items...)
	got := evidence(t, x, d, Need{Text: "The harbour fire killed 12"})
	slices.Reverse(got)
	if !slices.Equal(got, texts[1:]) {
		t.Errorf("from worst to best: %q", got)
	}
}

func TestAClaimFromAPostIsReadWithoutItsTrappings(t *testing.T) {
	got := claimText("Mayor LIED!! https://t.example/x pic.twitter.com/abc — Ana K (@anak) May 3, 2025 #FreeTheHarbour @coastalWire")
	for _, gone := range []string{"https", "t.example", "pic.twitter", "anak", "2025"} {
		if strings.Contains(got, gone) {
			t.Errorf("%q is left in %q", gone, got)
		}
	}
	for _, kept := range []string{"Mayor LIED", "Ana K", "Free The Harbour", "coastal Wire"} {
		if !strings.Contains(got, kept) {
			t.Errorf("%q is missing from %q", kept, got)
		}
	}
}

func TestNumbersWeighMoreThanYears(t *testing.T) {
	weight := map[string]float64{}
	for _, w := range claimWords("In 2022 some 2,300 of the MPs left") {
		weight[w.word] = w.weight
	}
	if weight["2,300"] != figureBoost || weight["2022"] != 1 || weight["left"] != 1 {
		t.Errorf("got %v", weight)
	}
}
