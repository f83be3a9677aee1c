package textlayout

import (
	"slices"
	"strings"
	"testing"

	"stet/index/source"
)

func TestWordsSentencesParagraphs(t *testing.T) {
	text := "Mr. Lind of the U.N. said 1,200 crates burned. “Nobody came,” he added. It's over.\n\nA second paragraph."
	l := set(text, 200)
	at := func(s string) int { return strings.Index(text, s) }
	for _, c := range []struct{ at, word, sentence string }{
		{"Lind", "Lind", "Mr. Lind of the U.N. said 1,200 crates burned."},
		{",200", "1,200", "Mr. Lind of the U.N. said 1,200 crates burned."},
		{"body", "Nobody", "“Nobody came,” he added."},
		{"s over", "It's", "It's over."},
		{"cond", "second", "A second paragraph."},
	} {
		if got := l.WordAt(at(c.at)).Of(text); got != c.word {
			t.Errorf("at %q the word is %q, want %q", c.at, got, c.word)
		}
		if got := l.SentenceAt(at(c.at)).Of(text); got != c.sentence {
			t.Errorf("at %q the sentence is %q, want %q", c.at, got, c.sentence)
		}
	}
	if got := l.WordAt(len(text)).Of(text); got != "." {
		t.Errorf("behind the end the word is %q", got)
	}
	if got := l.ParagraphAt(at("cond")).Of(text); got != "A second paragraph." {
		t.Errorf("the paragraph is %q", got)
	}
	if got := l.WordAt(at("\n\n") + 1); !got.Empty() {
		t.Errorf("in the empty line the word is %v", got)
	}
}

func TestWordsOfTextWithoutSpacesAreFoundNearby(t *testing.T) {
	hash := strings.Repeat("ab.", 2000)
	l := set("see "+hash+" and", 300)
	mid := len("see ") + len(hash)/2
	w := l.WordAt(mid)
	if w.Start > mid || w.End <= mid || w.Len() > 3*window {
		t.Errorf("the word at %d is %v", mid, w)
	}
	long := strings.Repeat("word ", 2000)
	l = set(long, 300)
	for _, at := range []int{5000, 5002, 9999} {
		if got := strings.TrimSpace(l.WordAt(at - at%5).Of(long)); got != "word" {
			t.Errorf("far into a paragraph the word at %d is %q", at, got)
		}
	}
	endless := strings.Repeat("x", 200_000)
	l = set(endless, 300)
	if s := l.SentenceAt(150_000); s.Start > 150_000 || s.End <= 150_000 || s.Len() > maxSentence {
		t.Errorf("the sentence around 150,000 is %v", s)
	}
}

func TestCaretOnAnEmptyLineOfARightToLeftText(t *testing.T) {
	l := set("אבג\n\nabc", 400)
	if x := l.X(1, 7); x != 0 {
		t.Errorf("the caret on the empty line stands at %v, want 0", x)
	}
	if x := set("\u200f", 400).X(0, 0); x < 0 || x > 400 {
		t.Errorf("the caret on a line with a mark alone stands at %v", x)
	}
}

func TestWordStepsVisitEveryWord(t *testing.T) {
	text := "At least 12 people,\n\nkilled — officials"
	l := set(text, 100)
	var ends, starts []int
	for off := 0; off < len(text); {
		off = l.NextWord(off)
		ends = append(ends, off)
	}
	for off := len(text); off > 0; {
		off = l.PrevWord(off)
		starts = append(starts, off)
	}
	if want := []int{2, 8, 11, 18, 27, 41}; !slices.Equal(ends, want) {
		t.Errorf("forward stops are %v, want %v", ends, want)
	}
	if want := []int{32, 21, 12, 9, 3, 0}; !slices.Equal(starts, want) {
		t.Errorf("backward stops are %v, want %v", starts, want)
	}
}

func TestLineEndStaysOnItsLine(t *testing.T) {
	for _, text := range []string{"At least 12 people were killed", "港口发生火灾至少十二人死亡"} {
		l := set(text, 80)
		for i := range l.Lines() {
			end := l.LineEnd(l.Line(i).Start)
			if l.LineAt(end) != i {
				t.Errorf("%q: the end of line %d is shown on line %d", text, i, l.LineAt(end))
			}
			if end < l.Prev(l.shown(i)) {
				t.Errorf("%q: the end of line %d is %d, before the last cluster of %d", text, i, end, l.shown(i))
			}
		}
	}
}

func TestVerticalGoesThroughAllLines(t *testing.T) {
	l := set(news(300, 5), 300)
	for _, goal := range []float32{0, 100, 295, 1000} {
		off, lines := 0, 0
		for off < l.doc.Len() {
			next := l.Vertical(off, 1, goal)
			if l.LineAt(next) <= l.LineAt(off) && next != l.doc.Len() {
				t.Fatalf("down from %d is %d, on the same line", off, next)
			}
			off, lines = next, lines+1
		}
		if most := l.Lines(); lines > most {
			t.Fatalf("%d steps down %d lines", lines, most)
		}
		for off > 0 {
			next := l.Vertical(off, -1, goal)
			if l.LineAt(next) >= l.LineAt(off) && next != 0 {
				t.Fatalf("up from %d is %d", off, next)
			}
			off = next
		}
	}
}

func TestSnapKeepsClustersWhole(t *testing.T) {
	text := "cafe\u0301 👩‍👩‍👧 end"
	l := set(text, 1000)
	e := strings.Index(text, "e\u0301")
	if got := l.SnapSpan(source.Span{Start: e + 1, End: e + 2}); got != (source.Span{Start: e, End: e + 3}) {
		t.Errorf("half of é becomes %v", got)
	}
	f := strings.Index(text, "👩")
	if got := l.SnapSpan(source.Span{Start: f + 4, End: f + 5}).Of(text); got != "👩‍👩‍👧" {
		t.Errorf("part of a family becomes %q", got)
	}
	if got := l.SnapSpan(source.Span{Start: -3, End: 9999}); got != (source.Span{End: len(text)}) {
		t.Errorf("more than everything becomes %v", got)
	}
}

func TestSpansInSight(t *testing.T) {
	spans := []source.Span{{Start: 0, End: 100}, {Start: 50, End: 60}, {Start: 5, End: 5}, {Start: 10, End: 20}, {Start: 70, End: 80}}
	s := NewSpans(spans)
	for _, c := range []struct {
		in   source.Span
		want []int
	}{
		{source.Span{Start: 0, End: 5}, []int{0}},
		{source.Span{Start: 19, End: 51}, []int{0, 3, 1}},
		{source.Span{Start: 60, End: 70}, []int{0}},
		{source.Span{Start: 100, End: 200}, nil},
		{source.Span{Start: 5, End: 5}, nil},
	} {
		if got := s.In(c.in, nil); !slices.Equal(got, c.want) {
			t.Errorf("in %v are %v, want %v", c.in, got, c.want)
		}
	}
	all := func(int) bool { return true }
	if i, ok := s.After(51, all); !ok || i != 4 {
		t.Errorf("after 51 comes %d", i)
	}
	if i, ok := s.Before(50, all); !ok || i != 3 {
		t.Errorf("before 50 comes %d", i)
	}
	if _, ok := s.After(71, all); ok {
		t.Error("something comes after the last")
	}
}
