package match

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden quality file")

// A pair is one claim of a gold file against its passage.
type pair struct {
	id, passage  string
	published    time.Time
	want         Relation
	speaker      string    // quotes
	claimDate    time.Time // figures
	place, words string
}

// readGold reads testdata/name; see the head of the files for the format.
func readGold(t testing.TB, name string) []pair {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}()
	var out []pair
	var passage []string
	var head string
	var date time.Time
	n := 0
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		line := sc.Text()
		switch parts := strings.Split(line, " | "); {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "== "):
			fs := strings.Fields(line)
			head, passage, n = fs[1], nil, 0
			date = goldDay(t, fs[2])
		case isRelation(parts[0]) && len(parts) >= 3:
			n++
			p := pair{id: fmt.Sprintf("%s-%d", head, n), passage: strings.TrimSpace(strings.Join(passage, "\n")), published: date, want: Relation(parts[0])}
			if strings.HasPrefix(name, "quotes") {
				p.speaker, p.words = strings.TrimSpace(parts[1]), strings.Join(parts[2:], " | ")
			} else {
				p.claimDate = goldDay(t, parts[1])
				p.place, p.words = strings.TrimSpace(parts[2]), strings.Join(parts[3:], " | ")
			}
			out = append(out, p)
		default:
			passage = append(passage, line)
		}
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func goldDay(t testing.TB, s string) time.Time {
	t.Helper()
	if s = strings.TrimSpace(s); s == "" {
		return time.Time{}
	}
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func isRelation(s string) bool {
	return slices.Contains(QuoteRelations, Relation(s)) || slices.Contains(FigureRelations, Relation(s))
}

// answer puts a pair's claim against its passage.
func (p pair) result() Result {
	passage := Passage{Text: p.passage, Date: p.published}
	if slices.Contains(QuoteRelations, p.want) && p.claimDate.IsZero() && p.place == "" {
		return Quote(QuoteClaim{Words: p.words, Speaker: p.speaker}, passage)
	}
	c, _ := ReadFigure(p.words, p.place, p.claimDate)
	return Figure(c, passage)
}

// sets are the gold files. The held-back ones were not looked at while the
// matcher was written; the rounds say in their heads what was found at first
// sight.
var sets = []struct {
	name  string
	order []Relation
	least float64 // share of exact relations
}{
	{"quotes.txt", QuoteRelations, 0.97},
	{"quotes_held.txt", QuoteRelations, 0.92},
	{"figures.txt", FigureRelations, 0.97},
	{"figures_held.txt", FigureRelations, 0.92},
	{"quotes_round1.txt", QuoteRelations, 0.92},
	{"quotes_round2.txt", QuoteRelations, 0.92},
	{"quotes_round3.txt", QuoteRelations, 0.92},
	{"quotes_round4.txt", QuoteRelations, 0.92},
	{"figures_round1.txt", FigureRelations, 0.92},
	{"figures_round2.txt", FigureRelations, 0.92},
	{"figures_round3.txt", FigureRelations, 0.92},
	{"figures_round4.txt", FigureRelations, 0.92},
	{"quotes_round5.txt", QuoteRelations, 0.92},
	{"figures_round5.txt", FigureRelations, 0.92},
	{"quotes_round6.txt", QuoteRelations, 0.92},
	{"figures_round6.txt", FigureRelations, 0.92},
	{"quotes_round7.txt", QuoteRelations, 0.92},
	{"figures_round7.txt", FigureRelations, 0.92},
	{"quotes_round8.txt", QuoteRelations, 0.92},
	{"figures_round8.txt", FigureRelations, 0.92},
	{"quotes_round9.txt", QuoteRelations, 0.92},
	{"figures_round9.txt", FigureRelations, 0.92},
	{"quotes_round10.txt", QuoteRelations, 0.92},
	{"quotes_round11.txt", QuoteRelations, 0.92},
	{"quotes_round12.txt", QuoteRelations, 0.92},
	{"quotes_round13.txt", QuoteRelations, 0.92},
	{"figures_round10.txt", FigureRelations, 0.92},
	{"figures_round11.txt", FigureRelations, 0.92},
	{"figures_round12.txt", FigureRelations, 0.92},
	{"figures_round13.txt", FigureRelations, 0.88},
	{"figures_round14.txt", FigureRelations, 0.92},
	{"figures_round15.txt", FigureRelations, 0.88},
}

// TestRelationsOfTheGoldPairs writes what was found to testdata/quality.golden,
// that of the quotations to quotes.golden: a change of the matcher shows there,
// relation by relation.
func TestRelationsOfTheGoldPairs(t *testing.T) {
	t.Run("quotes", func(t *testing.T) { compareGolden(t, "testdata/quotes.golden", relationsOf(t, "quotes")) })
	t.Run("figures", func(t *testing.T) { compareGolden(t, "testdata/quality.golden", relationsOf(t, "figures")) })
}

// relationsOf scores the sets whose names begin with prefix.
func relationsOf(t *testing.T, prefix string) string {
	var b strings.Builder
	for _, set := range sets {
		if !strings.HasPrefix(set.name, prefix) {
			continue
		}
		gold := readGold(t, set.name)
		confusion := map[[2]Relation]int{}
		right := 0
		var wrong []string
		for _, p := range gold {
			got := p.result().Relation
			confusion[[2]Relation{p.want, got}]++
			if got == p.want {
				right++
			} else {
				wrong = append(wrong, fmt.Sprintf("  %-18s %s, read as %s", p.id, p.want, got))
			}
		}
		share := float64(right) / float64(len(gold))
		fmt.Fprintf(&b, "%s: %d of %d exact (%.1f %%)\n", set.name, right, len(gold), 100*share)
		writeConfusion(&b, set.order, confusion)
		for _, w := range wrong {
			fmt.Fprintln(&b, w)
		}
		b.WriteByte('\n')
		if share < set.least {
			t.Errorf("%s: %.1f %% exact, want at least %.0f %%", set.name, 100*share, 100*set.least)
		}
	}
	return b.String()
}

// writeConfusion writes a line per relation: how many there are, how many were
// read right (recall), how many of those read so are right (precision), and what
// the others were read as.
func writeConfusion(b *strings.Builder, order []Relation, confusion map[[2]Relation]int) {
	for _, want := range order {
		all, found := 0, 0
		var others []string
		for _, got := range order {
			n := confusion[[2]Relation{want, got}]
			all += n
			found += confusion[[2]Relation{got, want}]
			if got != want && n > 0 {
				others = append(others, fmt.Sprintf("%d %s", n, got))
			}
		}
		hit := confusion[[2]Relation{want, want}]
		fmt.Fprintf(b, "  %-18s %3d  recall %5.1f  precision %5.1f  %s\n", want, all, percent(hit, all), percent(hit, found), strings.Join(others, ", "))
	}
}

func percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

func compareGolden(t *testing.T, path, got string) {
	t.Helper()
	got = trimLines(got)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("the relations found changed; look at the difference, then run: go test ./claims/match -update\n--- want\n%s--- got\n%s", want, got)
	}
}

func trimLines(s string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}
