package diff

import (
	"fmt"
	"math/rand"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"stet/index/source"
)

// Inputs of issue size against an eighth of them: what is linear takes 8 times
// as long, what is quadratic 64 times. The bound lies between, far enough from
// both for a machine that has other things to do.
const (
	timesAsLong = 8
	mostTime    = 28
	mostMemory  = 14
)

// bytesAllocated per byte of both texts, over a whole comparison; a fifth of it
// or less is held at a time.
const bytesAllocated = 250

// cost is what a comparison took.
type cost struct {
	time  time.Duration
	bytes uint64
}

func costOf(old, new string) (Alignment, cost) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	al := Align(source.Text{Body: old}, source.Text{Body: new})
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	return al, cost{took, after.TotalAlloc - before.TotalAlloc}
}

// attempts is how often two comparisons are measured side by side before the
// machine is no longer believed to be the reason.
const attempts = 8

func oneSentence(ss []string) string {
	return strings.ReplaceAll(strings.Join(ss, " "), ".", "") + "."
}

func numbered(letter string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s%d ", letter, i)
	}
	return b.String()
}

func TestHugeTextsAreComparedInBoundedTimeAndMemory(t *testing.T) {
	million := func(n int) []string { return article(rand.New(rand.NewSource(2)), n) }
	rng := rand.New(rand.NewSource(3))
	for _, c := range []struct {
		name  string
		words int
		texts func(n int) (old, new string)
	}{
		{"nothing against 1e6 words", 1_000_000, func(n int) (string, string) { return "", paragraphs(million(n)) }},
		{"1e6 words against nothing", 1_000_000, func(n int) (string, string) { return paragraphs(million(n)), "" }},
		{"1e6 words, identical", 1_000_000, func(n int) (string, string) { s := paragraphs(million(n)); return s, s }},
		{"1e6 words, 1 % changed", 1_000_000, func(n int) (string, string) {
			ss := million(n)
			return paragraphs(ss), paragraphs(reword(rng, ss, 0.01))
		}},
		{"1e6 words, all changed", 1_000_000, func(n int) (string, string) {
			ss := million(n)
			return paragraphs(ss), paragraphs(reword(rng, ss, 1))
		}},
		{"1e6 words, another language", 1_000_000, func(n int) (string, string) {
			old := paragraphs(million(n))
			return old, strings.Map(func(r rune) rune {
				if r >= 'a' && r <= 'z' {
					return 'а' + r - 'a' // Cyrillic
				}
				return r
			}, old)
		}},
		{"one sentence of 200k words, 20 % changed", 200_000, func(n int) (string, string) {
			ss := million(n)
			return oneSentence(ss), oneSentence(reword(rng, ss, 0.2))
		}},
		{"one sentence of 200k words, a quarter moved", 200_000, func(n int) (string, string) {
			ss := million(n)
			return oneSentence(ss), oneSentence(moveQuarter(ss))
		}},
		{"one sentence of 200k words, all changed", 200_000, func(n int) (string, string) {
			ss := million(n)
			return oneSentence(ss), oneSentence(reword(rng, ss, 1))
		}},
		{"one word a million times", 1_000_000, func(n int) (string, string) {
			return strings.Repeat("word ", n), strings.Repeat("word ", n-n/10)
		}},
		{"one short sentence again and again", 300_000, func(n int) (string, string) {
			return strings.Repeat("He said so. ", n/3), strings.Repeat("He said so. ", n/3-n/30)
		}},
		{"more different words than runes", 700_000, func(n int) (string, string) { return numbered("u", n), numbered("v", n) }},
		{"quotation marks", 500_000, func(n int) (string, string) { return strings.Repeat("\" ", n), strings.Repeat("“", n) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			words := c.words
			if testing.Short() {
				words /= 10
			}
			smallOld, smallNew := c.texts(words / timesAsLong)
			old, new := c.texts(words)
			al, large := costOf(old, new)
			_, small := costOf(smallOld, smallNew)
			ratio := float64(large.time) / float64(small.time)
			for n := 1; n < attempts && ratio > mostTime; n++ { // the machine may have been busy
				_, again := costOf(old, new)
				_, small := costOf(smallOld, smallNew)
				ratio = min(ratio, float64(again.time)/float64(small.time))
			}
			if ratio > mostTime {
				t.Errorf("%d times the words take %.0f times as long (%v)", timesAsLong, ratio, large.time)
			}
			if large.bytes > mostMemory*small.bytes || large.bytes > bytesAllocated*uint64(len(old)+len(new)) {
				t.Errorf("%d bytes allocated for %d of text, %d for an eighth", large.bytes, len(old)+len(new), small.bytes)
			}
			if len(al.Pairs) == 0 {
				t.Error("no rows")
			}
			for _, p := range al.Pairs {
				if len(p.Old) == 0 || len(p.New) == 0 {
					continue
				}
				if _, n := p.Hull(); applied(p, old, new) != n.Of(new) {
					t.Fatalf("the edits of row %v do not give its new words", p.Op)
				}
			}
		})
	}
}

func TestTextsInOtherLanguagesHaveNothingInCommon(t *testing.T) {
	const en = "The dam above Norrby broke at dawn. Rescue teams were on their way. Nobody was hurt."
	for name, other := range map[string]string{
		"German":  "Der Damm oberhalb von Sund brach am Morgen. Rettungskräfte waren unterwegs. Niemand wurde verletzt.",
		"Russian": "Плотина прорвалась на рассвете. Спасатели были в пути. Никто не пострадал.",
		"Chinese": "黎明时分大坝决堤。救援队正在途中。没有人受伤。",
		"Arabic":  "انهار السد عند الفجر. كانت فرق الإنقاذ في طريقها. لم يصب أحد.",
	} {
		al := Align(source.Text{Body: en}, source.Text{Body: other})
		for _, p := range al.Pairs {
			if p.Op != Added && p.Op != Deleted {
				t.Errorf("%s: %v", name, p)
			}
		}
		if len(al.Pairs) != 6 {
			t.Errorf("%s: %d rows", name, len(al.Pairs))
		}
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

// A narrow region can have more different tokens than go-diff has runes for.
func TestMoreTokensThanRunesAreStillCompared(t *testing.T) {
	const n = maxTokens + 20_000
	new := numbered("w", n/2) + "Norrby " + numbered("x", n/2)
	edits := Words("Norrby", new)
	if len(edits) != 2 || Apply("Norrby", new, edits) != new {
		t.Errorf("%d edits", len(edits))
	}
}
