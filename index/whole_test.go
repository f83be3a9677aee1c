package index

import (
	"strings"
	"testing"
)

// ferryAndStadium are two articles with one sentence in common, and a third.
func ferryAndStadium() []Item {
	return []Item{
		item("aaaaa", 1, "Wire", "20250101", "Stadium gate gives way at Orrin", "A gate of the stadium at Orrin gave way on Friday.", "Forty of those inside were brought out.", "The club said it was sorry."),
		item("bbbbb", 1, "Wire", "20250101", "Ferry sinks off Halden", "A passenger ferry sank in a storm off Halden on Friday.", "Forty of those inside were brought out.", "The captain was the last to leave."),
		item("ccccc", 1, "Wire", "20250101", "Bread prices rise", "Bread costs twice what it did.", "Some 40 bakers have closed."),
	}
}

func TestOfEqualPassagesThatOfTheArticleAboutTheClaimComesFirst(t *testing.T) {
	x, _ := inMemory(t, ferryAndStadium()...)
	hits, err := x.Passages(t.Context(), Need{Text: "Forty people who were inside the ferry off Halden were brought out of it"}, 10)
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, h := range hits {
		if strings.HasPrefix(h.Snippet.Text, "Forty of those") {
			order = append(order, string(h.Version.Article))
		}
	}
	if len(order) != 2 || order[0] != "bbbbb" {
		t.Errorf("the passages come from %q", order)
	}
}

func TestAPassageThatSharesNoWordWithTheClaimIsFoundInItsArticle(t *testing.T) {
	x, d := inMemory(t, ferryAndStadium()...)
	got := evidence(t, x, d, Need{Text: "The ferry off Halden was abandoned by its master"})
	at := -1
	for i, p := range got {
		if strings.HasPrefix(p, "The captain was the last") {
			at = i
		}
	}
	if at < 0 {
		t.Errorf("found %q", got)
	}
	for _, p := range got {
		if strings.Contains(p, "akers") {
			t.Errorf("an article that has nothing of the claim is found: %q", p)
		}
	}
}
