package match

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// A pair is one claim of a gold file against its passage.
type pair struct {
	id, passage        string
	published          time.Time
	want               Relation
	speaker            string    // quotes
	claimDate          time.Time // figures
	place, words, file string
}

// readGold reads testdata/name; see the head of the files for the format.
func readGold(t testing.TB, name string) []pair {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
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
			if date, err = time.Parse(time.DateOnly, fs[2]); err != nil {
				t.Fatal(err)
			}
		case isRelation(parts[0]) && len(parts) >= 3:
			n++
			p := pair{id: fmt.Sprintf("%s-%d", head, n), passage: strings.TrimSpace(strings.Join(passage, "\n")),
				published: date, want: Relation(parts[0]), file: name}
			if strings.HasPrefix(name, "quotes") {
				p.speaker, p.words = strings.TrimSpace(parts[1]), strings.Join(parts[2:], " | ")
			} else {
				if s := strings.TrimSpace(parts[1]); s != "" {
					if p.claimDate, err = time.Parse(time.DateOnly, s); err != nil {
						t.Fatal(err)
					}
				}
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

func isRelation(s string) bool {
	for _, r := range append(append([]Relation{}, QuoteRelations...), FigureRelations...) {
		if string(r) == s {
			return true
		}
	}
	return false
}

func TestDevQuotes(t *testing.T) {
	bad := 0
	gold := readGold(t, "quotes.txt")
	for _, p := range gold {
		r := Quote(QuoteClaim{Words: p.words, Speaker: p.speaker}, Passage{Text: p.passage, Date: p.published})
		if r.Relation != p.want {
			bad++
			t.Logf("%s: want %s got %s (%.2f)\n  claim %s | %s\n  why %s\n  diffs %+v", p.id, p.want, r.Relation, r.Score, p.speaker, p.words, r.Why, r.Differences)
		}
	}
	t.Logf("%d of %d right", len(gold)-bad, len(gold))
}

func TestDevFigures(t *testing.T) {
	bad := 0
	gold := readGold(t, "figures.txt")
	for _, p := range gold {
		c, ok := ReadFigure(p.words, p.place, p.claimDate)
		r := Figure(c, Passage{Text: p.passage, Date: p.published})
		if r.Relation != p.want {
			bad++
			t.Logf("%s: want %s got %s (%.2f)\n  claim %v %v | %s\n  %s %v pop %q place %q win %v\n  why %s\n  diffs %+v", p.id, p.want, r.Relation, r.Score, ok, p.claimDate.Format("01-02"), p.words,
				c.Figure.Outcome, c.Figure.Range, c.Figure.Population, c.Figure.Place, c.Figure.Window, r.Why, r.Differences)
		}
	}
	t.Logf("%d of %d right", len(gold)-bad, len(gold))
}
