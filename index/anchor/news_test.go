package anchor

import (
	"flag"
	"fmt"
	"math/rand"
	"os"
	"strings"
	"testing"

	"stet/index/diff"
	"stet/index/source"
)

// plant is a change planted in a paragraph of testdata/news.txt.
type plant struct {
	paragraph     int
	kind, passage string
	old, new      string // the paragraph
	harmless      bool
}

// readNews reads the paragraphs and what is planted in them; the format is told
// at the top of the file.
func readNews(t testing.TB) (paragraphs []string, plants []plant) {
	t.Helper()
	data, err := os.ReadFile("testdata/news.txt")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(data), "\n") {
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "+ "):
			f := strings.SplitN(line[2:], " | ", 3)
			if len(f) < 3 {
				t.Fatalf("line %d: %q", n+1, line)
			}
			p := plant{paragraph: len(paragraphs) - 1, kind: f[0], passage: f[1], harmless: line[0] == '+'}
			p.old = paragraphs[p.paragraph]
			p.new = p.old
			for _, r := range strings.Split(f[2], " && ") {
				from, to, ok := strings.Cut(r, " => ")
				if !ok || strings.Count(p.new, from) == 0 {
					t.Fatalf("line %d: %q is not in the paragraph", n+1, from)
				}
				p.new = strings.Replace(p.new, from, to, 1)
			}
			if strings.Count(p.old, p.passage) != 1 || p.new == p.old {
				t.Fatalf("line %d: passage %q stands %d times", n+1, p.passage, strings.Count(p.old, p.passage))
			}
			plants = append(plants, p)
		default:
			paragraphs = append(paragraphs, line)
		}
	}
	return paragraphs, plants
}

// surroundings are what may happen to the rest of the article; each gets the
// paragraphs before and behind, and one that was not there.
var surroundings = map[string]func(before, after []string, other string) (newBefore, newAfter []string){
	"nothing":   func(b, a []string, _ string) ([]string, []string) { return b, a },
	"cut":       func(b, a []string, _ string) ([]string, []string) { return b[1:], a },
	"inserted":  func(b, a []string, o string) ([]string, []string) { return append([]string{o}, b...), a },
	"moved":     func(b, a []string, _ string) ([]string, []string) { return a, b },
	"rewritten": func(b, a []string, o string) ([]string, []string) { return []string{o}, a },
}

// around builds both versions of an article with the paragraph of a plant.
func around(p plant, paragraphs []string, change string, seed int64) (old, new string) {
	rng := rand.New(rand.NewSource(seed))
	var others []string
	for _, k := range rng.Perm(len(paragraphs)) {
		if k != p.paragraph && len(others) < 5 {
			others = append(others, paragraphs[k])
		}
	}
	before, after, spare := others[:2:2], others[2:4:4], others[4]
	b, a := surroundings[change](before, after, spare)
	join := func(before []string, mid string, after []string) string {
		return strings.Join(append(append(append([]string{}, before...), mid), after...), "\n\n")
	}
	return join(before, p.old, after), join(b, p.new, a)
}

// followed is what becomes of the passage of a plant.
func followed(p plant, old, new string) Found {
	at := strings.Index(old, p.old) + strings.Index(p.old, p.passage)
	a := At(source.VersionID{}, old, source.Span{Start: at, End: at + len(p.passage)})
	return Find(a, old, source.Text{Body: new}, diff.Align(source.Text{Body: old}, source.Text{Body: new}))
}

var update = flag.Bool("update", false, "write testdata/quality.txt")

// TestNewsQuality holds what the laws reach in testdata/quality.txt: no trap may
// be carried; the laws err on the side of asking, in few of the harmless cases.
func TestNewsQuality(t *testing.T) {
	paragraphs, plants := readNews(t)
	traps, trapped, harmless, carried := 0, 0, 0, 0
	for n, p := range plants {
		for change := range surroundings {
			old, new := around(p, paragraphs, change, int64(n))
			f := followed(p, old, new)
			switch {
			case p.harmless:
				harmless++
				if f.Fate.Carried() {
					carried++
					break
				}
				t.Logf("%s: %q is %s %q (surroundings %s)", p.kind, p.passage, f.Fate, f.Reasons, change)
			default:
				traps++
				if f.Fate.Carried() {
					trapped++
					t.Errorf("%s: %q is %s (surroundings %s)\nold %s\nnew %s", p.kind, p.passage, f.Fate, change, p.old, p.new)
				}
			}
		}
	}
	got := fmt.Sprintf("traps carried: %d of %d\nharmless changes carried: %d of %d\n", trapped, traps, carried, harmless)
	t.Log("\n" + got)
	if *update {
		if err := os.WriteFile("testdata/quality.txt", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile("testdata/quality.txt"); err != nil || string(want) != got {
		t.Errorf("quality changed (run with -update and explain it):\n%s\nwas\n%s", got, want)
	}
	if traps < 1000 || carried*100 < 98*harmless {
		t.Errorf("%d traps; %d of %d harmless changes are carried", traps, carried, harmless)
	}
}
