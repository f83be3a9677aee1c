package extract_test

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stet/claims/extract"
	"stet/index/source"
)

// goldSentence is a sentence of testdata/worth with what a desk would mark.
type goldSentence struct {
	span  source.Span
	class extract.Class
	words string
}

type worthArticle struct {
	name, text string
	apart      bool // not looked at while weights were set
	sentences  []goldSentence
}

// readWorth reads testdata/worth; reports.txt says how sentences are marked.
func readWorth(t *testing.T) []worthArticle {
	t.Helper()
	files, err := filepath.Glob("testdata/worth/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no sentences", err)
	}
	classes := map[string]extract.Class{"c": extract.ClassFact, "o": extract.ClassOpinion, "n": extract.ClassNone}
	var out []worthArticle
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for i, part := range strings.Split(string(b), "\n=== ") {
			if i == 0 {
				continue
			}
			name, body, _ := strings.Cut(part, "\n")
			a := worthArticle{}
			a.name, a.apart = strings.CutSuffix(name, " *")
			for line := range strings.Lines(strings.TrimSpace(body)) {
				line = strings.TrimSuffix(line, "\n")
				mark, words, _ := strings.Cut(line, " ")
				switch {
				case line == "":
					a.text += "\n\n"
					continue
				case classes[mark] == "":
					t.Fatalf("%s: %q has no mark", name, line)
				case a.text != "" && !strings.HasSuffix(a.text, "\n"):
					a.text += " "
				}
				at := len(a.text)
				a.text += words
				a.sentences = append(a.sentences, goldSentence{source.Span{Start: at, End: len(a.text)}, classes[mark], words})
			}
			out = append(out, a)
		}
	}
	return out
}

// worthTally compares scores with marks.
type worthTally struct {
	tp, fp, fn int
	classes    int // sentences whose class is right
	scored     []scoredSentence
}

type scoredSentence struct {
	score float64
	fact  bool
}

func (y *worthTally) add(w extract.Worth, want extract.Class) {
	fact, said := want == extract.ClassFact, w.Score >= extract.Checkable
	switch {
	case fact && said:
		y.tp++
	case said:
		y.fp++
	case fact:
		y.fn++
	}
	if w.Class == want {
		y.classes++
	}
	y.scored = append(y.scored, scoredSentence{w.Score, fact})
}

func (y *worthTally) f1() float64 { return 2 * float64(y.tp) / float64(2*y.tp+y.fp+y.fn) }

// precision is the average precision of the ranking by score; of equal scores the
// sentences that are not checkable come first, so that ties earn nothing.
func (y *worthTally) precision() float64 {
	s := slices.Clone(y.scored)
	slices.SortFunc(s, func(a, b scoredSentence) int {
		if c := cmp.Compare(b.score, a.score); c != 0 {
			return c
		}
		if a.fact == b.fact {
			return 0
		}
		if a.fact {
			return 1
		}
		return -1
	})
	hits, sum := 0, 0.0
	for i, x := range s {
		if x.fact {
			hits++
			sum += float64(hits) / float64(i+1)
		}
	}
	return sum / float64(max(1, hits))
}

func (y *worthTally) line(name string) string {
	return fmt.Sprintf("%-26s F1 %5.1f  (P %5.1f  R %5.1f)  average precision %5.1f  class %5.1f %%  of %d\n", name, 100*y.f1(),
		100*float64(y.tp)/float64(max(1, y.tp+y.fp)), 100*float64(y.tp)/float64(max(1, y.tp+y.fn)), 100*y.precision(), 100*float64(y.classes)/float64(len(y.scored)), len(y.scored))
}

// TestQualityOfCheckWorthiness compares every sentence of the gold texts with its
// mark. The figures are a golden file: a change of them is explained in its commit.
func TestQualityOfCheckWorthiness(t *testing.T) {
	var all, seen, apart worthTally
	for _, a := range readWorth(t) {
		d := extract.Analyse(a.text, extract.Meta{Lang: "en"})
		scores := d.CheckWorthy()
		for _, g := range a.sentences {
			i := d.SentenceAt(g.span.Start)
			if i < 0 || !d.Sentences[i].Span.Overlaps(g.span) {
				t.Fatalf("%s: no sentence at %q", a.name, g.words)
			}
			all.add(scores[i], g.class)
			part := &seen
			if a.apart {
				part = &apart
			}
			part.add(scores[i], g.class)
			if scores[i].Class != g.class && (!a.apart || testing.Verbose() && os.Getenv("STET_APART") != "") {
				t.Logf("%s: %s, not %s: %.2f %s: %s", a.name, scores[i].Class, g.class, scores[i].Score, scores[i].Why, g.words)
			}
		}
	}
	got := all.line("all sentences") + seen.line("looked at") + apart.line("set apart")
	t.Log("\n" + got)
	path := filepath.Join("testdata", "quality_worth.txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("check-worthiness changed; was\n%s", want)
	}
}
