package diff

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"stet/index/source"
)

// patience is far above what the inputs below take (a second or two): it tells
// a quadratic slip, not a slow machine.
const patience = 60 * time.Second

func TestHugeTextsAreComparedInBoundedTime(t *testing.T) {
	if testing.Short() {
		t.Log("long inputs are a tenth as long with -short")
	}
	size := func(n int) int {
		if testing.Short() {
			return n / 10
		}
		return n
	}
	rng := rand.New(rand.NewSource(2))
	oneSentence := func(ss []string) string { return strings.ReplaceAll(strings.Join(ss, " "), ".", "") + "." }
	long := article(rng, size(200_000))
	big := article(rng, size(1_000_000))
	var unique, others strings.Builder
	for i := range size(700_000) {
		fmt.Fprintf(&unique, "u%d ", i)
		fmt.Fprintf(&others, "v%d ", i)
	}
	for _, c := range []struct{ name, old, new string }{
		{"1e6 words, 1 % changed", paragraphs(big), paragraphs(reword(rng, big, 0.01))},
		{"1e6 words, all changed", paragraphs(big), paragraphs(reword(rng, big, 1))},
		{"one sentence of 200k words, 20 % changed", oneSentence(long), oneSentence(reword(rng, long, 0.2))},
		{"one sentence of 200k words, a quarter moved", oneSentence(long), oneSentence(moveQuarter(long))},
		{"one sentence of 200k words, all changed", oneSentence(long), oneSentence(reword(rng, long, 1))},
		{"one word a million times", strings.Repeat("word ", size(1_000_000)), strings.Repeat("word ", size(900_000))},
		{"one short sentence again and again", strings.Repeat("He said so. ", size(100_000)), strings.Repeat("He said so. ", size(90_000))},
		{"more different words than runes", unique.String(), others.String()},
		{"quotation marks", strings.Repeat("\" ", size(500_000)), strings.Repeat("“", size(500_000))},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			al := Align(source.Text{Body: c.old}, source.Text{Body: c.new})
			if took := time.Since(start); took > patience {
				t.Errorf("took %v", took)
			}
			if len(al.Pairs) == 0 {
				t.Error("no rows")
			}
			for _, p := range al.Pairs {
				if len(p.Old) == 0 || len(p.New) == 0 {
					continue
				}
				if _, n := p.Hull(); applied(p, c.old, c.new) != n.Of(c.new) {
					t.Fatalf("the edits of row %v do not give its new words", p.Op)
				}
			}
		})
	}
}

func TestSameInputGivesSameResult(t *testing.T) {
	rng := rand.New(rand.NewSource(3))
	ss := article(rng, 5_000)
	old, new := paragraphs(ss), paragraphs(moveQuarter(reword(rng, ss, 0.3)))
	first := fmt.Sprint(Align(source.Text{Body: old}, source.Text{Body: new}))
	for range 5 {
		if again := fmt.Sprint(Align(source.Text{Body: old}, source.Text{Body: new})); again != first {
			t.Fatal("two alignments of the same texts differ")
		}
	}
}

// Token numbers become runes; numbered naively, those of the surrogates and
// U+FFFD come back as one and the same rune and the tokens are lost.
func TestTokensSurviveTheirNumbers(t *testing.T) {
	seen := map[rune]bool{}
	for n := range maxTokens + 1 {
		r := runeOf(n)
		if back, _ := utf8.DecodeRuneInString(string(r)); back != r || r == utf8.RuneError || seen[r] {
			t.Fatalf("token %d is rune %#x, which does not survive", n, r)
		}
		seen[r] = true
	}
}
