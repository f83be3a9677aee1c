package neardup_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"stet/index/neardup"
	"stet/index/newsgen"
)

// story is one wire story and what six outlets made of it, two other reports, a
// text without words and two equal briefs.
func story() texts {
	_, _, wire := newsgen.Article(1)
	_, _, other := newsgen.Article(2)
	_, _, third := newsgen.Article(3)
	w, o := strings.Fields(wire.Body), strings.Fields(other.Body)
	t := texts{}
	for key, words := range map[string][]string{
		"wire":     w,
		"first":    w[:len(w)/2],
		"second":   w[len(w)/2:], // no copy of "first": only "wire" connects them
		"updated":  append([]string{"UPDATE"}, w...),
		"mixed":    append(slices.Clone(o[:60]), w[:150]...),
		"brief":    w[:50],
		"other":    o,
		"third":    strings.Fields(third.Body),
		"empty":    nil,
		"brief a":  {"Norrby:", "terminal", "closed"},
		"brief b":  {"NORRBY", "terminal", "closed."},
		"one word": {"Norrby"},
	} {
		t[key] = neardup.Of(strings.Join(words, " "))
	}
	return t
}

func TestWhatOneStoryWasMadeIntoIsOneGroup(t *testing.T) {
	s := story()
	c := s.clusters(t, s.keys())
	want := [][]string{{"brief", "first", "mixed", "second", "updated", "wire"}, {"brief a", "brief b"}}
	if got := c.Groups(); !reflect.DeepEqual(got, want) {
		t.Errorf("groups %q, want %q", got, want)
	}
	if got := c.Of("second"); !reflect.DeepEqual(got, want[0]) {
		t.Errorf("the group of second: %q", got)
	}
	for _, alone := range []string{"other", "third", "empty", "one word"} {
		if got := c.Of(alone); !reflect.DeepEqual(got, []string{alone}) {
			t.Errorf("%s stands alone; got %q", alone, got)
		}
	}
	if got := c.Of("never added"); got != nil {
		t.Errorf("got %q of a text that was not added", got)
	}
}

func TestTheOrderOfAddingDoesNotChangeTheGroups(t *testing.T) {
	s, _ := planted(96)
	for key, set := range story() {
		s[key] = set
	}
	keys := s.keys()
	want := s.clusters(t, keys).Groups()
	for i := range 40 {
		rand.New(rand.NewPCG(1, uint64(i))).Shuffle(len(keys), func(a, b int) { keys[a], keys[b] = keys[b], keys[a] })
		if got := s.clusters(t, keys).Groups(); !reflect.DeepEqual(got, want) {
			t.Fatalf("shuffle %d gives %q, want %q", i, got, want)
		}
	}
}

// TestGroupsAreWhatChainsOfCopiesConnect compares with all pairs, one by one:
// nothing is in a group that a chain of copies does not connect with it, and
// nothing that one does is missing.
func TestGroupsAreWhatChainsOfCopiesConnect(t *testing.T) {
	s, _ := planted(96)
	for key, set := range story() {
		s[key] = set
	}
	keys := s.keys()
	name := map[string]string{}
	for _, k := range keys {
		name[k] = k
	}
	for i, a := range keys {
		for _, b := range keys[:i] {
			if from, to := name[a], name[b]; from != to && neardup.OneStory(s[a], s[b]) {
				for k, n := range name {
					if n == from {
						name[k] = to
					}
				}
			}
		}
	}
	c := s.clusters(t, keys)
	for _, a := range keys {
		var want []string
		for _, b := range keys {
			if name[a] == name[b] {
				want = append(want, b)
			}
		}
		if got := c.Of(a); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: group %q, want %q", a, got, want)
		}
	}
}

func TestTakingATextOutLeavesWhatTheOthersMake(t *testing.T) {
	s, _ := planted(32)
	for key, set := range story() {
		s[key] = set
	}
	for _, out := range s.keys() {
		c := s.clusters(t, s.keys())
		if err := c.Remove(out, s.load); err != nil {
			t.Fatal(err)
		}
		rest := slices.DeleteFunc(s.keys(), func(k string) bool { return k == out })
		want := s.clusters(t, rest)
		if got, want := c.Groups(), want.Groups(); !reflect.DeepEqual(got, want) {
			t.Errorf("without %s: %q, want %q", out, got, want)
		}
		if c.Has(out) || c.Of(out) != nil || c.Len() != len(rest) {
			t.Errorf("%s is still there", out)
		}
		if err := c.Add(out, s[out], s.load); err != nil {
			t.Fatal(err)
		}
		if got, want := c.Groups(), s.clusters(t, s.keys()).Groups(); !reflect.DeepEqual(got, want) {
			t.Errorf("with %s again: %q, want %q", out, got, want)
		}
	}
}

func TestAFailureToLoadChangesNothing(t *testing.T) {
	s := story()
	wire := s["wire"]
	rest := slices.DeleteFunc(s.keys(), func(k string) bool { return k == "wire" })
	c := s.clusters(t, rest)
	before := c.Groups()
	lost := errors.New("the disk is gone")
	broken := func(string) (neardup.Set, error) { return nil, lost }
	if err := c.Add("wire", wire, broken); !errors.Is(err, lost) {
		t.Errorf("adding: %v", err)
	}
	if c.Has("wire") {
		t.Error("a text that could not be compared was added")
	}
	if err := c.Remove("first", broken); !errors.Is(err, lost) {
		t.Errorf("removing: %v", err)
	}
	if got := c.Groups(); !reflect.DeepEqual(got, before) {
		t.Errorf("%q, before %q", got, before)
	}
	if err := c.Add("wire", wire, s.load); err != nil || len(c.Groups()[0]) != 6 {
		t.Errorf("a second try: %v, %q", err, c.Groups())
	}
}

func TestAddingATextTwiceChangesNothing(t *testing.T) {
	s := story()
	c := s.clusters(t, append(s.keys(), s.keys()...))
	if c.Len() != len(s) || len(c.Groups()) != 2 {
		t.Errorf("%d texts, groups %q", c.Len(), c.Groups())
	}
}

// BenchmarkClusters groups the texts of a busy desk's year, every tenth of them
// with a copy; their shingles are made anew whenever they are asked for.
func BenchmarkClusters(b *testing.B) {
	const n = 20_000
	bodies := make(map[string]string, n)
	keys := make([]string, 0, n)
	for i := range n {
		a, _, t := newsgen.Gen{Seed: newsgen.Seed}.Revision(i/11*10+min(i%11, 9), 1+i%11/10)
		key := fmt.Sprintf("%s %d", a.ID, i)
		bodies[key], keys = t.Body, append(keys, key)
	}
	loads := 0
	load := func(key string) (neardup.Set, error) {
		loads++
		return neardup.Of(bodies[key]), nil
	}
	b.ResetTimer()
	for range b.N {
		loads = 0
		before := inUse()
		var c neardup.Clusters
		for _, k := range keys {
			if err := c.Add(k, neardup.Of(bodies[k]), load); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(inUse()-before)/n, "B/text")
		b.ReportMetric(float64(len(c.Groups())), "groups")
		b.ReportMetric(float64(loads), "compared")
	}
	b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "texts/s")
}

// inUse is the memory that is still wanted, in bytes.
func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
