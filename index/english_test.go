package index

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	unitok "github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"

	"stet/index/newsgen"
)

var punctuation = []string{
	"", "Don’t say don't: it's the mayor's, the workers' and James's.", "U.S. troops, 1,200.50 crowns, 3.5%, 12:30, a.m.",
	"covid-19 and snake_case _x_ a_1 1_a 2nd B2B 4x4 .5 5. '90s rock'n'roll O'Neill’s",
	"€5 £1,000 – “quoted” … naïve façade Erdoğan Łódź Ærø straße ÅNGSTRÖM", "Київ і Москва; Αθήνα — π",
	"a:b c;d 1;2 1:2 e.g. i.e. www.example.com/x?y=1 foo@bar.example #tag", "x² ½ 10⁶ №5 ™ ©",
	"soft\u00adhyphen zero\u200bwidth combin\u0301ed", "東京で12人 พบ 한국어 नमस्ते שלום مرحبا", "😀 ok 👍🏽", "\xff\xfe bad",
}

func TestTheOnePassAnalyserFindsTheWordsOfBleves(t *testing.T) {
	texts := slices.Clone(punctuation)
	for i := range 60 {
		_, _, x := newsgen.Article(i)
		texts = append(texts, x.Body)
	}
	for _, s := range texts {
		sameTokens(t, s)
	}
}

func FuzzTheOnePassAnalyser(f *testing.F) {
	for _, s := range punctuation {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { sameTokens(t, s) })
}

// sameTokens compares the one pass with Bleve's tokenizer: the same words at the
// same places, in lower case.
func sameTokens(t *testing.T, s string) {
	t.Helper()
	in := []byte(s)
	got := english{}.Analyze(in)
	if string(in) != s {
		t.Fatalf("the analyser wrote into its input %q", s)
	}
	want := english{}.slow([]byte(s))
	show := func(ts analysis.TokenStream) []string {
		var out []string
		for _, x := range ts {
			out = append(out, string(x.Term)+"@"+s[x.Start:x.End])
		}
		return out
	}
	if a, b := show(got), show(want); !slices.Equal(a, b) {
		for i := range a {
			if i >= len(b) || a[i] != b[i] {
				t.Fatalf("%q: word %d is %q, Bleve says %q", s[:min(len(s), 200)], i, a[i:min(i+3, len(a))], b[min(i, len(b)):min(i+3, len(b))])
			}
		}
		t.Fatalf("%q: %d words, Bleve says %d: %q", s[:min(len(s), 200)], len(a), len(b), b[len(a):])
	}
}

func TestStemsAreThoseOfBlevesEnglish(t *testing.T) {
	reference := copying{bleveAnalyzer(en.AnalyzerName)}
	for i := range 40 {
		_, _, x := newsgen.Article(i)
		if a, b := termsOf(englishAnalyzer, x.Body), termsOf(reference, x.Body); !slices.Equal(a, b) {
			t.Fatalf("article %d: stems differ from Bleve's", i)
		}
	}
}

func TestFoldingFindsNamesTypedWithoutDiacritics(t *testing.T) {
	for typed, written := range map[string]string{
		"erdogan": "Erdoğan", "lodz": "Łódź", "strasse": "Straße", "aero": "Ærø", "istanbul": "ıstanbul", "kjaer": "Kjær",
	} {
		a, b := termsOf(englishAnalyzer, typed), termsOf(englishAnalyzer, written)
		if !slices.Equal(a, b) {
			t.Errorf("%q is %q, %q is %q", typed, a, written, b)
		}
	}
}

func TestApostrophesOfBothKindsAreOne(t *testing.T) {
	if a, b := termsOf(exactAnalyzer, "Don't"), termsOf(exactAnalyzer, "don’t"); !slices.Equal(a, b) {
		t.Errorf("%q and %q", a, b)
	}
}

func BenchmarkAnalyse(b *testing.B) {
	_, _, x := newsgen.Article(3)
	in := []byte(strings.Repeat(x.Body+"\n\n", 10))
	b.Run("exact/ours", func(b *testing.B) {
		b.SetBytes(int64(len(in)))
		for b.Loop() {
			exactAnalyzer.Analyze(in)
		}
	})
	b.Run("exact/bleve", func(b *testing.B) {
		b.SetBytes(int64(len(in)))
		for b.Loop() {
			unitok.NewUnicodeTokenizer().Tokenize(bytes.ToLower(in))
		}
	})
	reference := copying{bleveAnalyzer(en.AnalyzerName)}
	b.Run("english/ours", func(b *testing.B) {
		b.SetBytes(int64(len(in)))
		for b.Loop() {
			englishAnalyzer.Analyze(in)
		}
	})
	b.Run("english/bleve", func(b *testing.B) {
		b.SetBytes(int64(len(in)))
		for b.Loop() {
			reference.Analyze(in)
		}
	})
}
