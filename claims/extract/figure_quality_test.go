package extract

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"stet/claims"
)

// goldText is an article written for the project with the figures a careful
// reader finds in it; At is the byte where Words stand.
type goldText struct {
	ID, Date, Text string
	Figures        []goldFigure
}

type goldFigure struct {
	Outcome claims.Outcome
	Range   string // as claims.Interval prints it
	Words   string
	At      int
	Subset, Additional,
	Toll, Revised, Hedged bool
}

func readFigureGold(t *testing.T) []goldText {
	b, err := os.ReadFile("testdata/figures-gold.json")
	if err != nil {
		t.Fatal(err)
	}
	var out []goldText
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// tally counts one class.
type tally struct{ gold, found, right int }

func (c tally) String() string {
	p, r := ratio(c.right, c.found), ratio(c.right, c.gold)
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return fmt.Sprintf("gold %3d  found %3d  P %5.1f  R %5.1f  F1 %5.1f", c.gold, c.found, p, r, f)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

// TestFigureQualityIsTheGoldenOne measures figures on the project's own gold: a
// figure is right if outcome and range are, and its words overlap. The marks
// (subset, additional, …) are counted over the right ones. A change that moves a
// number has to update testdata/figures-quality.txt (STET_UPDATE=1) and say why.
func TestFigureQualityIsTheGoldenOne(t *testing.T) {
	classes := map[string]*tally{}
	class := func(name string) *tally {
		if classes[name] == nil {
			classes[name] = &tally{}
		}
		return classes[name]
	}
	texts := readFigureGold(t)
	for _, g := range texts {
		date, err := time.Parse(time.DateOnly, g.Date)
		if err != nil {
			t.Fatal(err)
		}
		figs := slices.DeleteFunc(slices.Clone(Analyse(g.Text, Meta{Date: date, Lang: "en"}).Figures()), func(f Figure) bool { return f.Implied && (f.Repeats || f.Rule == "by name") })
		used := make([]bool, len(figs))
		for _, w := range g.Figures {
			class(string(w.Outcome)).gold++
			class("all").gold++
			hit := -1
			for i, f := range figs {
				if !used[i] && f.Outcome == w.Outcome && f.Range.String() == w.Range && f.Span.Start < w.At+len(w.Words) && w.At < f.Span.End {
					hit = i
					break
				}
			}
			if hit < 0 {
				t.Logf("%s: missed %s %s %q", g.ID, w.Outcome, w.Range, w.Words)
				continue
			}
			used[hit] = true
			class(string(w.Outcome)).right++
			class("all").right++
			f := &figs[hit]
			for name, m := range map[string][2]bool{"mark subset": {w.Subset, f.Subset}, "mark additional": {w.Additional, f.Additional}, "mark toll": {w.Toll, f.Cumulative}, "mark hedged": {w.Hedged, f.Hedged}} {
				c := class(name)
				if m[0] {
					c.gold++
				}
				if m[1] {
					c.found++
				}
				if m[0] && m[1] {
					c.right++
				}
			}
		}
		for i, f := range figs {
			class(string(f.Outcome)).found++
			class("all").found++
			if !used[i] {
				t.Logf("%s: too much: %s %s %q (%s)", g.ID, f.Outcome, f.Range, f.Words, f.Rule)
			}
		}
	}
	var names []string
	for n := range classes {
		names = append(names, n)
	}
	sort.Strings(names)
	var out strings.Builder
	fmt.Fprintf(&out, "%d texts\n", len(texts))
	for _, n := range names {
		fmt.Fprintf(&out, "%-16s %s\n", n, classes[n])
	}
	const golden = "testdata/figures-quality.txt"
	if os.Getenv("STET_UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("the quality of figures changed; explain it and run with STET_UPDATE=1\n got\n%swant\n%s", out.String(), want)
	}
}
