package neardup_test

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stet/index/neardup"
	"stet/index/newsgen"
)

var update = flag.Bool("update", false, "write the golden files")

// texts are the texts of a test by key; they are what Clusters loads from.
type texts map[string]neardup.Set

func (t texts) load(key string) (neardup.Set, error) {
	s, ok := t[key]
	if !ok {
		return nil, errors.New("no such text")
	}
	return s, nil
}

func (t texts) keys() []string {
	var out []string
	for k := range t {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// clusters adds the texts in the order of keys.
func (t texts) clusters(tb testing.TB, keys []string) *neardup.Clusters {
	tb.Helper()
	var c neardup.Clusters
	for _, k := range keys {
		if err := c.Add(k, t[k], t.load); err != nil {
			tb.Fatal(err)
		}
	}
	return &c
}

// planted writes n articles and, for each, one copy of a kind.
func planted(n int) (t texts, kinds map[string]string) {
	t, kinds = texts{}, map[string]string{}
	for i := range n {
		key := fmt.Sprintf("a%04d", i)
		_, _, text := newsgen.Article(i)
		_, _, other := newsgen.Article(n + i)
		t[key] = neardup.Of(text.Body)
		k := copyKinds[i%len(copyKinds)]
		r := rand.New(rand.NewPCG(7, uint64(i)))
		t[key+" copy"] = neardup.Of(k.make(r, strings.Fields(text.Body), strings.Fields(other.Body)))
		kinds[key] = k.name
	}
	return t, kinds
}

// copyKinds are what becomes of a wire story on its way through the outlets.
var copyKinds = []struct {
	name string
	make func(r *rand.Rand, words, other []string) string
}{
	{"the same words", func(_ *rand.Rand, w, _ []string) string { return strings.ToUpper(strings.Join(w, "  ")) }},
	{"three figures updated", func(r *rand.Rand, w, _ []string) string { return edited(r, w, 3) }},
	{"new lead, a fifth of the tail cut", func(_ *rand.Rand, w, o []string) string {
		return strings.Join(append(slices.Clone(o[:40]), w[:len(w)*4/5]...), " ")
	}},
	{"a tenth of the words edited", func(r *rand.Rand, w, _ []string) string { return edited(r, w, len(w)/10) }},
	{"the first half", func(_ *rand.Rand, w, _ []string) string { return strings.Join(w[:len(w)/2], " ") }},
	{"the first fifth", func(_ *rand.Rand, w, _ []string) string { return strings.Join(w[:len(w)/5], " ") }},
	{"the first 60 words", func(_ *rand.Rand, w, _ []string) string { return strings.Join(w[:60], " ") }},
	{"half of it inside another story", func(_ *rand.Rand, w, o []string) string {
		return strings.Join(append(slices.Clone(o[:min(len(o), len(w)/3)]), w[:len(w)/2]...), " ")
	}},
}

func edited(r *rand.Rand, words []string, n int) string {
	words = slices.Clone(words)
	for range n {
		words[r.IntN(len(words))] = fmt.Sprint(1000 + r.IntN(9000))
	}
	return strings.Join(words, " ")
}

// TestQualityOfClusters counts the planted copies that end in the group of their
// original, by kind.
func TestQualityOfClusters(t *testing.T) {
	const n = 1600
	set, kinds := planted(n)
	c := set.clusters(t, set.keys())
	found, true_, all := map[string]int{}, map[string]int{}, map[string]int{}
	for key, kind := range kinds {
		all[kind]++
		if neardup.Copies(set[key], set[key+" copy"]) {
			true_[kind]++
		}
		if slices.Contains(c.Of(key), key+" copy") {
			found[kind]++
		}
	}
	var b strings.Builder
	for _, k := range copyKinds {
		fmt.Fprintf(&b, "%-34s planted %d  copies by the exact measure %d  found %d\n", k.name, all[k.name], true_[k.name], found[k.name])
	}
	largest := 0
	for _, g := range c.Groups() {
		largest = max(largest, len(g))
	}
	fmt.Fprintf(&b, "groups %d, the largest of %d texts\n", len(c.Groups()), largest)
	golden := filepath.Join("testdata", "clusters.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("now:\n%s\nbefore:\n%s\nrun with -update if this is meant", b.String(), want)
	}
}
