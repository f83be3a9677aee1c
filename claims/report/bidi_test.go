package report

import (
	"strings"
	"testing"
)

func TestATitleFromRightToLeftDoesNotReorderTheLineAroundIt(t *testing.T) {
	const title = "حريق في الميناء: 12 قتيلا"
	d := dossier()
	d.Sheets[0].Passages[0].Version.Headline, d.Sources[0].Version.Headline, d.Title = title, title, title
	for _, c := range []struct {
		f    Format
		want []string
	}{
		{markdownFormat{}, []string{"# Verification report: \u2068" + title + "\u2069", "“\u2068" + title + "\u2069”", "| \u2068" + title + "\u2069"}},
		{htmlFormat{}, []string{`<h1 dir="auto">` + title, "“<bdi>" + title + "</bdi>”", "<td><bdi>" + title + "</bdi>"}},
	} {
		got, err := Render(c.f, d)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range c.want {
			if !strings.Contains(string(got), w) {
				t.Errorf("%s does not hold %q", c.f.Name(), w)
			}
		}
	}
	got, err := Render(jsonFormat{}, d)
	if err != nil || strings.Contains(string(got), "\u2068") {
		t.Errorf("a record for programs holds marks of direction (%v)", err)
	}
}

func TestAVerbatimPassageKeepsTheSpacesAroundIt(t *testing.T) {
	d := dossier()
	p := &d.Sheets[0].Passages[0]
	p.Before, p.Anchor.Exact, p.After = "“", "We must rebuild", ",” he said."
	got, err := Render(markdownFormat{}, d)
	if err != nil || !strings.Contains(string(got), "“**We must rebuild**,” he said.") {
		t.Errorf("the passage is not as it stands (%v)", err)
	}
	p.Before = "They said "
	if got, err = Render(markdownFormat{}, d); err != nil || !strings.Contains(string(got), "They said **We must rebuild**,”") {
		t.Errorf("the space before the passage is lost (%v)", err)
	}
}
