package diff

import (
	"flag"
	"fmt"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"stet/index/sentence"
	"stet/index/source"
)

var update = flag.Bool("update", false, "write testdata/quality.txt")

// revised is a revision whose correspondences are known: pairs of sentence
// numbers, by what was done.
type revised struct {
	old, new []string // sentences
	pairs    map[[2]int]string
}

// newsParagraphs are the sentences of the news paragraphs written for the tests
// of passages.
func newsParagraphs(t *testing.T) [][]string {
	t.Helper()
	data, err := os.ReadFile("../anchor/testdata/news.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for _, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.ContainsRune("#-+", rune(line[0])) {
			continue
		}
		var ss []string
		for _, s := range sentence.Split(line) {
			ss = append(ss, s.Of(line))
		}
		out = append(out, ss)
	}
	return out
}

// revise makes a revision of some paragraphs; the words that come in are those
// of others.
func revise(rng *rand.Rand, paragraphs [][]string) revised {
	perm := rng.Perm(len(paragraphs))
	var spare []string
	for _, k := range perm[10:] {
		spare = append(spare, paragraphs[k]...)
	}
	r := revised{pairs: map[[2]int]string{}}
	put := func(what, s string, olds ...int) {
		for _, i := range olds {
			r.pairs[[2]int{i, len(r.new)}] = what
		}
		r.new = append(r.new, s)
	}
	type later struct {
		s string
		i int
	}
	var moved []later
	for _, k := range perm[:10] {
		ss := paragraphs[k]
		from := len(r.old)
		r.old = append(r.old, ss...)
		for n := 0; n < len(ss); n++ {
			s, i := ss[n], from+n
			switch p := rng.Float64(); {
			case p < 0.12:
				put("edited", replaced(rng, s, spare, 1+rng.Intn(3)), i)
			case p < 0.18:
				put("rewritten", replaced(rng, s, spare, len(strings.Fields(s))/2), i)
			case p < 0.24: // deleted
			case p < 0.30:
				put("same", s, i)
				put("", spare[rng.Intn(len(spare))])
			case p < 0.36:
				moved = append(moved, later{replaced(rng, s, spare, rng.Intn(3)), i})
			case p < 0.44 && strings.Contains(s, ", and "):
				a, b, _ := strings.Cut(s, ", and ")
				put("split", a+".", i)
				put("split", capital(b), i)
			case p < 0.52 && n+1 < len(ss) && strings.HasSuffix(s, "."):
				put("merged", strings.TrimSuffix(s, ".")+"; "+ss[n+1], i, i+1)
				n++
			default:
				put("same", s, i)
			}
		}
	}
	for _, m := range moved {
		at := rng.Intn(len(r.new) + 1)
		next := map[[2]int]string{{m.i, at}: "moved"}
		for p, what := range r.pairs {
			if p[1] >= at {
				p[1]++
			}
			next[p] = what
		}
		r.new, r.pairs = slices.Insert(r.new, at, m.s), next
	}
	return r
}

// replaced puts other words for n words of a sentence, not the first or last.
func replaced(rng *rand.Rand, s string, spare []string, n int) string {
	ws := strings.Fields(s)
	for range n {
		others := strings.Fields(spare[rng.Intn(len(spare))])
		if k := rng.Intn(len(ws)); k > 0 && k+1 < len(ws) {
			ws[k] = others[rng.Intn(len(others))]
		}
	}
	return strings.Join(ws, " ")
}

func capital(s string) string {
	r := []rune(s)
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

// placed writes sentences into one text.
func placed(ss []string) (text string, spans []source.Span) {
	var b strings.Builder
	for k, s := range ss {
		if k > 0 {
			b.WriteString([]string{" ", "\n\n", " "}[k%3])
		}
		spans = append(spans, source.Span{Start: b.Len(), End: b.Len() + len(s)})
		b.WriteString(s)
	}
	return b.String(), spans
}

// TestAlignmentQuality holds what the alignment reaches on revisions planted in
// news in testdata/quality.txt.
func TestAlignmentQuality(t *testing.T) {
	paragraphs := newsParagraphs(t)
	rng := rand.New(rand.NewSource(5))
	planted, found := map[string]int{}, map[string]int{}
	told, wrong := 0, 0
	for range 200 {
		r := revise(rng, paragraphs)
		old, os := placed(r.old)
		new, ns := placed(r.new)
		al := AlignSentences(old, new, os, ns)
		checkLaws(t, old, new, os, ns, al)
		for _, what := range r.pairs {
			planted[what]++
		}
		for _, p := range al.Pairs {
			for _, o := range p.Old {
				for _, n := range p.New {
					told++
					if what, ok := r.pairs[[2]int{slices.Index(os, o), slices.Index(ns, n)}]; ok {
						found[what]++
					} else {
						wrong++
					}
				}
			}
		}
	}
	got := fmt.Sprintf("wrong pairs: %d of %d\n", wrong, told)
	for _, what := range []string{"same", "edited", "rewritten", "moved", "split", "merged"} {
		got += fmt.Sprintf("%s found: %d of %d\n", what, found[what], planted[what])
	}
	t.Log("\n" + got)
	if *update {
		if err := os.WriteFile("testdata/quality.txt", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile("testdata/quality.txt"); err != nil || string(want) != got {
		t.Errorf("quality changed (run with -update and explain it):\n%s\nwas\n%s", got, want)
	}
}
