package index

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stet/index/source"
)

var update = flag.Bool("update", false, "rewrite golden files")

// judged is a query and what answers it, by grade.
type judged struct {
	claim  bool
	text   string
	grades map[source.Place]int
}

// readArticles reads testdata/retrieval/articles.txt, and the place of each
// "article:paragraph".
func readArticles(t *testing.T) ([]Item, map[string]source.Place) {
	t.Helper()
	var items []Item
	places := map[string]source.Place{}
	var head []string
	var lines []string
	flush := func() {
		if head == nil {
			return
		}
		it := item(head[0], 1, head[1], head[2], lines[0], lines[1:]...)
		at := 0
		for i, l := range lines {
			places[fmt.Sprintf("%s:%d", head[0], i)] = source.Place{Version: it.Version.ID, Span: source.Span{Start: at, End: at + len(l)}}
			at += len(l) + 2
		}
		items = append(items, it)
		lines = nil
	}
	for _, l := range dataLines(t, "articles.txt") {
		if h, ok := strings.CutPrefix(l, "== "); ok {
			flush()
			head = strings.Split(h, " | ")
			continue
		}
		lines = append(lines, l)
	}
	flush()
	return items, places
}

func dataLines(t *testing.T, name string) []string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "retrieval", name))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	sc := bufio.NewScanner(bytes.NewReader(b))
	for sc.Scan() {
		if l := strings.TrimSpace(sc.Text()); l != "" && !strings.HasPrefix(l, "#") {
			out = append(out, l)
		}
	}
	return out
}

func readQueries(t *testing.T, places map[string]source.Place) []judged {
	t.Helper()
	var out []judged
	for _, l := range dataLines(t, "queries.txt") {
		text, answers, ok := strings.Cut(l, " | ")
		if !ok {
			t.Fatalf("no answers in %q", l)
		}
		q := judged{claim: text[0] == 'c', text: text[2:], grades: map[source.Place]int{}}
		for _, a := range strings.Fields(answers) {
			name, full := strings.CutSuffix(a, "*")
			p, ok := places[name]
			if !ok {
				t.Fatalf("%q: there is no passage %s", text, name)
			}
			q.grades[p] = 1
			if full {
				q.grades[p] = 2
			}
		}
		out = append(out, q)
	}
	return out
}

// TestRetrievalIsAsGoodAsTheGoldenFileSays measures how early the passages that
// answer come. A change of the figures must be explained: rewrite the file with
// -update and say why in the commit.
func TestRetrievalIsAsGoodAsTheGoldenFileSays(t *testing.T) {
	items, places := readArticles(t)
	x, _ := inMemory(t, items...)
	names := map[source.Place]string{}
	for n, p := range places {
		names[p] = n
	}
	queries := readQueries(t, places)
	if s, err := x.Stats(t.Context()); err != nil || s.Passages < 120 || len(queries) < 40 || s.Passages != len(places) {
		t.Fatalf("%d queries over %d passages of %d paragraphs: %v", len(queries), s.Passages, len(places), err)
	}
	var b strings.Builder
	var mrr, hit1, hit5, full, ndcg float64
	for _, q := range queries {
		hits := answer(t, x, q)
		first, firstFull := 0, 0
		for i, h := range hits {
			g := q.grades[h.Place()]
			if g > 0 && first == 0 {
				first = i + 1
			}
			if g == 2 && firstFull == 0 {
				firstFull = i + 1
			}
		}
		if firstFull > 0 {
			mrr += 1 / float64(firstFull)
		}
		if firstFull == 1 {
			hit1++
		}
		if first > 0 && first <= 5 {
			hit5++
		}
		if firstFull > 0 && firstFull <= 5 {
			full++
		}
		ndcg += gain(q, hits)
		kind, top := "s", "nothing"
		if q.claim {
			kind = "c"
		}
		if len(hits) > 0 {
			top = names[hits[0].Place()]
		}
		fmt.Fprintf(&b, "%s %-70s full answer at %-2d top %s\n", kind, q.text, firstFull, top)
	}
	n := float64(len(queries))
	summary := fmt.Sprintf("queries %d  MRR of a full answer %.3f  first %.1f%%  any in 5 %.1f%%  full in 5 %.1f%%  nDCG@10 %.3f\n",
		len(queries), mrr/n, 100*hit1/n, 100*hit5/n, 100*full/n, ndcg/n)
	golden := filepath.Join("testdata", "retrieval", "golden.txt")
	got := summary + b.String()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the figures changed:\n%s\nwere:\n%s", got, want)
	}
}

func answer(t *testing.T, x *Index, q judged) []Hit {
	t.Helper()
	if !q.claim {
		return search(t, x, Query{Text: q.text}).Hits
	}
	hits, err := x.Passages(t.Context(), Need{Text: q.text}, 10)
	if err != nil {
		t.Fatal(err)
	}
	return hits
}

// gain is nDCG@10 with the grades as gains.
func gain(q judged, hits []Hit) float64 {
	discount := []float64{1, 0.6309, 0.5, 0.4307, 0.3869, 0.3562, 0.3333, 0.3155, 0.3010, 0.2891}
	var got, ideal float64
	for i, h := range hits[:min(10, len(hits))] {
		got += float64(q.grades[h.Place()]) * discount[i]
	}
	var grades []int
	for _, g := range q.grades {
		grades = append(grades, g)
	}
	slices.Sort(grades)
	slices.Reverse(grades)
	for i, g := range grades[:min(10, len(grades))] {
		ideal += float64(g) * discount[i]
	}
	return got / ideal
}
