//go:build quality

package index

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The measures of retrieval on the development sets, which are no part of the
// project: `STET_EVAL=folder go test -tags quality -run Quality -v ./index`.
// The floors are just below what was reached. The design asks for hit@5 90 and MRR
// 81 on sentences, and for MAP@5 89 on checked claims. Of those that are still
// missed most share no word with the claim but a name: they say the same in other
// words, or the post only quotes what the claim is about.

type qualityRecord struct {
	ID        string   `json:"doc_id"`
	Title     string   `json:"title"`
	Text      string   `json:"text"`
	Sentences []string `json:"sentences"`
}

type qualityClaim struct {
	Claim string `json:"claim"`
	Doc   string `json:"doc"`
	Gold  struct {
		Relevant []string `json:"relevant"`
		Sets     [][]int  `json:"supporting_sets"`
	} `json:"gold"`
}

func readLines[T any](t *testing.T, name string) []T {
	t.Helper()
	dir := os.Getenv("STET_EVAL")
	if dir == "" {
		t.Fatal("STET_EVAL does not name the folder of the development sets")
	}
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	var out []T
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<20), 1<<28)
	for sc.Scan() {
		var v T
		if err := json.Unmarshal(sc.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func readLibrary(t *testing.T, name string) *Library {
	t.Helper()
	var rs []Record
	for _, r := range readLines[qualityRecord](t, name) {
		if r.Sentences == nil {
			r.Sentences = []string{r.Text}
		}
		rs = append(rs, Record{r.ID, r.Title, r.Sentences})
	}
	return NewLibrary(rs)
}

func floor(t *testing.T, name string, got, want float64) {
	t.Helper()
	t.Logf("%-12s %.1f (at least %.1f)", name, 100*got, want)
	if 100*got < want {
		t.Errorf("%s is %.1f, want at least %.1f", name, 100*got, want)
	}
}

func TestQualityOfSentencesAsEvidence(t *testing.T) {
	l := readLibrary(t, "wice.library.jsonl.gz")
	var n, mrr, hit5, doc1, wmrr, f3, fsel float64
	for _, q := range readLines[qualityClaim](t, "wice.dev.jsonl") {
		if len(q.Gold.Sets) == 0 {
			continue
		}
		n++
		gold := map[int]bool{}
		for _, s := range q.Gold.Sets {
			for _, i := range s {
				gold[i] = true
			}
		}
		ranked := l.Rank(q.Claim, 200)
		for i, r := range ranked {
			if r.Record == q.Doc && gold[r.Sentence] {
				mrr += 1 / float64(i+1)
				if i < 5 {
					hit5++
				}
				break
			}
		}
		if len(ranked) > 0 && ranked[0].Record == q.Doc {
			doc1++
		}
		ranking, selected, ok := l.Within(q.Doc, q.Claim)
		if !ok {
			t.Fatalf("no record %q", q.Doc)
		}
		for i, s := range ranking {
			if gold[s] {
				wmrr += 1 / float64(i+1)
				break
			}
		}
		f3 += bestF1(ranking[:min(3, len(ranking))], q.Gold.Sets)
		fsel += bestF1(selected, q.Gold.Sets)
	}
	floor(t, "hit@5", hit5/n, 93)
	floor(t, "MRR", mrr/n, 86)
	floor(t, "doc@1", doc1/n, 92)
	floor(t, "within MRR", wmrr/n, 90.5)
	floor(t, "F1@3", f3/n, 59)
	floor(t, "F1 selected", fsel/n, 66)
}

// bestF1 is the F1 of a choice against the gold set it fits best.
func bestF1(chosen []int, sets [][]int) float64 {
	best := 0.0
	for _, set := range sets {
		gold := map[int]bool{}
		for _, i := range set {
			gold[i] = true
		}
		n := 0.0
		for _, i := range chosen {
			if gold[i] {
				n++
			}
		}
		if n > 0 {
			p, r := n/float64(len(chosen)), n/float64(len(gold))
			best = math.Max(best, 2*p*r/(p+r))
		}
	}
	return best
}

func TestQualityOfCheckedClaims(t *testing.T) {
	l := readLibrary(t, "checkthat2.library.jsonl.gz")
	var n, ap5, p1 float64
	for _, q := range readLines[qualityClaim](t, "checkthat2.dev.jsonl") {
		if len(q.Gold.Relevant) == 0 {
			continue
		}
		n++
		relevant := map[string]bool{}
		for _, r := range q.Gold.Relevant {
			relevant[r] = true
		}
		hits, sum := 0.0, 0.0
		for i, r := range l.Rank(q.Claim, 5) {
			if relevant[r.Record] {
				hits++
				sum += hits / float64(i+1)
				if i == 0 {
					p1++
				}
			}
		}
		ap5 += sum / math.Min(5, float64(len(relevant)))
	}
	floor(t, "MAP@5", ap5/n, 89.5)
	floor(t, "P@1", p1/n, 87)
}
