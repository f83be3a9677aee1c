package extract

import (
	"strings"
	"testing"
)

// BenchmarkStartUp is what the lexicons and the tagger cost the first text: all
// of them made anew.
func BenchmarkStartUp(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ReadTagger(taggerData); err != nil {
			b.Fatal(err)
		}
		for _, text := range []string{nounData, nationData, nameData} {
			newTable(text)
		}
	}
}

func TestEveryLineOfALexiconIsFound(t *testing.T) {
	for name, text := range map[string]string{"nouns": nounData, "nations": nationData, "names": nameData} {
		tab := newTable(text)
		for line := range strings.Lines(text) {
			k, v, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			if got, ok := tab.find(k); !ok || got != v {
				t.Fatalf("%s: %q gives %q, %v; want %q", name, k, got, ok, v)
			}
		}
		if _, ok := tab.find("no such word"); ok {
			t.Errorf("%s has what it does not", name)
		}
	}
	for name, l := range map[string]lines{"places": placeData, "words": wordData} {
		at := 0
		for line := range strings.Lines(string(l)) {
			if at++; at%97 != 1 {
				continue
			}
			k, v, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			if got, ok := l.find(k); !ok || got != v {
				t.Fatalf("%s: %q gives %q, %v; want %q", name, k, got, ok, v)
			}
		}
		for _, k := range []string{"", "\x00", "zzzzzzzz", "no such word", "ÿ"} {
			if v, ok := l.find(k); ok {
				t.Errorf("%s: %q gives %q", name, k, v)
			}
		}
	}
}

func TestTaggerDataCutShortIsAnError(t *testing.T) {
	for _, n := range []int{0, 1, 100, len(taggerData) / 2, len(taggerData) - 1} {
		if _, err := ReadTagger(taggerData[:n]); err == nil {
			t.Errorf("%d bytes of the tagger's weights were read", n)
		}
	}
}

func FuzzReadTagger(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{1, 1, 'N', 0, 16, 0})
	f.Add(append([]byte{1, 1, 'N', 0, 1, 0}, make([]byte, slotSize)...))
	f.Fuzz(func(_ *testing.T, b []byte) {
		if tg, err := ReadTagger(b); err == nil {
			tg.TagWords([]TagWord{NewTagWord("Osei", "osei"), NewTagWord("said", "said")}, nil)
		}
	})
}
