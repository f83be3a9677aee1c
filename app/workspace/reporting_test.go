package workspace

import (
	"context"
	"strings"
	"testing"
)

func TestAReportIsTitledAsTheStoryIsNow(t *testing.T) {
	w := sample(t)
	d, err := w.Dossier(context.Background(), ReportScope{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != "How a safe building became a trap for nineteen" {
		t.Errorf("the title is %q", d.Title)
	}
	stale := false
	for _, p := range d.Open {
		stale = stale || strings.Contains(p, "(“Fifteen people died in the fire”) was decided before a later version touched it.")
	}
	if !stale {
		t.Errorf("no open point repeats the words of its claim: %q", d.Open)
	}
}

func TestFirstWordsEndWithAWord(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"“We must not reopen”", "We must …"},
		{"At least 12", "At least 12"},
		{"“Überschwemmungsgebietsverordnungen galten”", "Überschwemm…"},
		{"", ""},
	} {
		if got := firstWords(c.in, 12); got != c.want {
			t.Errorf("firstWords(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
