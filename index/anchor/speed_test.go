package anchor

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"stet/index/diff"
	"stet/index/source"
)

// long makes an invented text of about n words and a revision of it: one word in
// a hundred is replaced and one sentence in fifty comes or goes.
func long(n int) (old, new string) {
	rng := rand.New(rand.NewSource(1))
	var a, b strings.Builder
	write := func(to *strings.Builder, s string, k int) {
		to.WriteString(s + []string{" ", " ", "\n\n"}[k%3])
	}
	for k := 0; n > 0; k++ {
		who, where := people[rng.Intn(len(people))], closes[rng.Intn(len(closes))]
		s := []string{
			fmt.Sprintf("At least %d people were hurt when %s%s, %s said.", 2+rng.Intn(5000), events[rng.Intn(len(events))], where, who),
			fmt.Sprintf("“We counted %d boats before the water rose,” he told reporters%s.", 2+rng.Intn(5000), where),
			fmt.Sprintf("%s walked to house %d%s and found nobody there.", who, 2+rng.Intn(5000), where),
		}[k%3]
		n -= len(strings.Fields(s))
		switch rng.Intn(50) {
		case 0:
			write(&a, s, k)
			continue
		case 1:
			write(&b, fills[rng.Intn(len(fills))], k)
		}
		write(&a, s, k)
		if rng.Intn(7) == 0 {
			s = strings.Replace(s, " the ", " that ", 1)
		}
		write(&b, s, k)
	}
	return a.String(), b.String()
}

// BenchmarkCarry1000 follows 1,000 passages through a revision of 100,000 words
// that is already aligned.
func BenchmarkCarry1000(b *testing.B) {
	old, new := long(100_000)
	in := source.Text{Body: new}
	al := diff.Align(source.Text{Body: old}, in)
	olds := Follow(old, in, al).old.sents
	for b.Loop() {
		carried, follower := 0, Follow(old, in, al)
		for k := range 1000 {
			s := olds[k*len(olds)/1000].span
			a := At(source.VersionID{}, old, source.Span{Start: s.Start, End: s.Start + strings.IndexByte(old[s.Start+12:s.End], ' ') + 12})
			if follower.Find(a).Fate.Carried() {
				carried++
			}
		}
		b.ReportMetric(float64(carried), "carried")
	}
}

// A text of 60,000 words without a full stop is one sentence; judging it place by
// place would take minutes.
func TestASentenceOfManyChangesIsAnotherSentence(t *testing.T) {
	for _, every := range []int{5, 50, 1000} {
		var a, b strings.Builder
		for k := range 60_000 {
			w := []string{"Osei", "said", "the", "road", "12", "closed", "he", "was", "and", "“go”"}[(k*7+k/13)%10]
			a.WriteString(w + " ")
			if k%every == 3 {
				w = "changed"
			}
			b.WriteString(w + " ")
		}
		old, now := source.Text{Body: a.String()}, source.Text{Body: b.String()}
		f := Find(At(source.VersionID{}, old.Body, source.Span{Start: 0, End: 8}), old.Body, now, diff.Align(old, now))
		if f.Fate.Carried() || len(f.Reasons) != 1 || !strings.Contains(f.Reasons[0], "changed at") {
			t.Errorf("every %dth word: %s %q", every, f.Fate, f.Reasons)
		}
	}
}
