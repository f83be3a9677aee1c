package thesaurus

import (
	"slices"
	"strings"
	"testing"
)

func TestWordsOfOneRootAndSynonymsAreRelated(t *testing.T) {
	for _, c := range []struct {
		word string
		want Related
	}{
		{"vaccinations", Related{"vaccinate", Derived, 1}},
		{"vaccinated", Related{"vaccine", Derived, 1}},
		{"biggest", Related{"large", Synonym, 1}},
		{"knives", Related{"knife", Derived, 1}},
		{"knife", Related{"knives", Derived, 1}},
		{"wrote", Related{"writer", Derived, 1}},
		{"warnings", Related{"warn", Derived, 1}},
		{"parliamentary", Related{"parliament", Derived, 1}},
	} {
		if got := RelatedTo(c.word); !slices.Contains(got, c.want) {
			t.Errorf("%s: %v, want %v among them", c.word, got, c.want)
		}
	}
	for _, w := range []string{"", "xyzzy", "Vaccine", "vaccine\t", "norrby"} {
		if got := RelatedTo(w); len(got) > 0 {
			t.Errorf("%q: %v", w, got)
		}
	}
}

// TestTheDataAreWhatTheReaderExpects reads every line once.
func TestTheDataAreWhatTheReaderExpects(t *testing.T) {
	last, n := "", 0
	for line := range strings.Lines(relatedText()) {
		word, value, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || word+"\t" <= last {
			t.Fatalf("%q is not a word after %q and its relations", line, last)
		}
		last = word + "\t"
		if got, ok := find(word); !ok || got != value {
			t.Fatalf("%s: found %q, want %q", word, got, value)
		}
		for _, r := range RelatedTo(word) {
			if r.Kind != Derived && r.Kind != Synonym || r.Sense < 1 || r.Sense > 3 || r.Word == "" {
				t.Fatalf("%s: %+v", word, r)
			}
		}
		n++
	}
	if n < 50_000 {
		t.Errorf("%d words", n)
	}
}

func TestCommonWordsAreKnownToBeCommon(t *testing.T) {
	uses := map[string]Use{}
	for w, u := range Uses() {
		uses[w] = u
		if u.Sentences > Sentences || u.Nouns > u.All || u.Sentences > u.All {
			t.Errorf("%s: %+v", w, u)
		}
	}
	if uses["know"].Sentences < 20*uses["warehouse"].Sentences || uses["know"].Sentences == 0 {
		t.Errorf("know %+v, warehouse %+v", uses["know"], uses["warehouse"])
	}
	if u := uses["people"]; 2*u.Nouns < u.All {
		t.Errorf("people: %+v", u)
	}
	if u := uses["know"]; 2*u.Nouns > u.All {
		t.Errorf("know: %+v", u)
	}
}
