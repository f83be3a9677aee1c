package textlayout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"stet/index/source"
)

func TestBreaksWhereScriptsAllow(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      float32
		want       string
	}{
		{"words at spaces, spaces hang", "At least 12 people were killed", 80, "At least |12 people |were |killed¶"},
		{"empty text", "", 80, "¶"},
		{"paragraphs and the empty line between", "One two\n\nthree", 80, "One two¶|¶|three¶"},
		{"text that ends in a newline", "One\n", 80, "One¶|¶"},
		{"hyphen between letters", "a harbour-side fire", 88, "a harbour-|side fire¶"},
		{"no break in a range of figures", "some 10-12 dead", 64, "some |10-12 |dead¶"},
		{"after a dash", "killed—and others", 72, "killed—|and |others¶"},
		{"no break at a no-break space", "about 1\u00a0200 dead", 64, "about |1\u00a0200 |dead¶"},
		{"a word wider than the line", "https://example.org/harbour", 80, "https://ex|ample.org/|harbour¶"},
		{"a long word begins its own line", "at https://example.org/", 80, "at |https://ex|ample.org/¶"},
		{"Chinese between characters, not before a full stop", "港口发生火灾。", 96, "港口发生火|灾。¶"},
		{"Thai at spaces, else between clusters", "ไฟไหม้ ท่าเรือ", 60, "ไฟไ|หม้ |ท่าเ|รือ¶"},
		{"combining marks stay with their letter", "e\u0301e\u0301e\u0301e\u0301", 16, "e\u0301e\u0301|e\u0301e\u0301¶"},
		{"spaces only", "     ", 16, "     ¶"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(linesOf(set(c.text, c.width)), "|"); got != c.want {
				t.Errorf("lines are\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestStylesComeFromMarks(t *testing.T) {
	body := "Fire kills 12\n\nBy Ana Brandt\n\nNORRBY — Twelve died.\n\nThe cause\n\nNobody knows."
	span := func(s string) source.Span {
		i := strings.Index(body, s)
		return source.Span{Start: i, End: i + len(s)}
	}
	l := set(body, 400,
		source.Mark{Span: span("Fire kills 12"), Kind: source.MarkHeadline},
		source.Mark{Span: span("By Ana Brandt"), Kind: source.MarkByline},
		source.Mark{Span: span("NORRBY"), Kind: source.MarkDateline},
		source.Mark{Span: span("The cause"), Kind: source.MarkHeading},
		source.Mark{Span: source.Span{Start: 5, End: 9999}, Kind: source.MarkQuote})
	var got []string
	for i := range l.Lines() {
		got = append(got, fmt.Sprintf("%v@%v", l.StyleOfLine(i), l.Top(i)))
	}
	want := "headline@0 blank@40 byline@52 blank@72 body@84 blank@104 heading@126 blank@146 body@158"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("lines stand\n%s\nwant\n%s", s, want)
	}
	if l.Height() != 178 {
		t.Errorf("height %v, want 178", l.Height())
	}
	if n := l.Document().Number(8); n != 5 {
		t.Errorf("the last paragraph is number %d, want 5", n)
	}
}

func TestEveryHeightBelongsToOneLine(t *testing.T) {
	l := set(news(600, 2), 300)
	l.SetGaps([]Gap{{3, 50}, {0, 30}, {l.Document().Paragraphs(), 20}, {-1, 9}, {4, 0}})
	last := -1
	for y := float32(-10); y < l.Height()+10; y++ {
		i := l.LineAtY(y)
		if i < last || i > last+1 && last >= 0 {
			t.Fatalf("line %d follows line %d at %v", i, last, y)
		}
		if top := l.Top(i); y >= top && y < top+l.LineHeight(i) && l.LineAtY(top) != i {
			t.Fatalf("the top of line %d belongs to line %d", i, l.LineAtY(top))
		}
		last = i
	}
	if last != l.Lines()-1 {
		t.Fatalf("the last line reached is %d of %d", last, l.Lines())
	}
	if got := len(l.Gaps()); got != 3 {
		t.Fatalf("%d gaps stand, want 3", got)
	}
	if l.Top(0) != 30 {
		t.Fatalf("the first line stands at %v, want below the gap of 30", l.Top(0))
	}
}

func TestWidthsAreMeasuredOnce(t *testing.T) {
	g := &grid{}
	ts := NewTypesetter(g)
	d := NewDocument(source.Text{Body: strings.Repeat("the fire at the harbour ", 200)})
	ts.Layout(d, 300)
	cold := g.asked
	ts.Layout(d, 500)
	if cold > 10 || g.asked != cold {
		t.Errorf("measured %d times cold and %d again; want 4 words and a space, and none again", cold, g.asked-cold)
	}
}

// checkLaw is the law of the package document: the lines are the text.
func checkLaw(t *testing.T, l *Layout) {
	t.Helper()
	var b strings.Builder
	para := 0
	for i := range l.Lines() {
		ln := l.Line(i)
		if !ln.Fits(l.doc.body) {
			t.Fatalf("line %d is %v: outside the text or inside a rune", i, ln)
		}
		if ln.Len() > MaxLineBytes+maxWord {
			t.Fatalf("line %d has %d bytes", i, ln.Len())
		}
		if p := l.ParagraphOfLine(i); p != para {
			if p != para+1 {
				t.Fatalf("line %d is of paragraph %d, after %d", i, p, para)
			}
			b.WriteByte('\n')
			para = p
		}
		b.WriteString(ln.Of(l.doc.body))
		if got := l.LineAt(ln.Start); got != i && !(ln.Empty() || l.Line(got).Start == ln.Start) {
			t.Fatalf("offset %d is on line %d, want %d", ln.Start, got, i)
		}
	}
	if b.String() != l.doc.body {
		t.Fatalf("lines make %q\nof        %q", b.String(), l.doc.body)
	}
}

var awkward = []string{
	"", "\n", "\n\n\n", " ", "a", "a b", strings.Repeat("x", 9000), strings.Repeat(" ", 9000),
	strings.Repeat("\u200b", 5000), "e" + strings.Repeat("\u0301", 9000), strings.Repeat("\u0301", 9000),
	"👩‍👩‍👧 🇫🇷🇩🇪 👍🏽 end", "مقتل 12 شخصا في حريق (ميناء) ABC", "abc עברית 12, 14 def", "港口发生火灾，12人死亡。", "ไฟไหม้ท่าเรือ",
	"tab\tand\r\nreturn", "a-b--c—d–e", "x\u2028y\u2029z\u0085w", "\u202eabc\u202c \u2067אב\u2069",
}

func FuzzLinesAreTheText(f *testing.F) {
	for _, s := range awkward {
		f.Add(s, uint16(80))
	}
	f.Add(news(60, 4), uint16(200))
	f.Fuzz(func(t *testing.T, s string, width uint16) {
		s = strings.ToValidUTF8(s, "?")
		l := set(s, float32(width))
		checkLaw(t, l)
		for i := range min(l.Lines(), 8) {
			checkLine(t, l, i)
		}
		if len(s) < 300 {
			checkSteps(t, l)
		}
	})
}

// checkLine: what is drawn of a line is drawn once, and points at itself.
func checkLine(t *testing.T, l *Layout, i int) {
	t.Helper()
	runs := l.Runs(i)
	by := slices.Clone(runs)
	slices.SortFunc(by, func(a, b Run) int { return a.Start - b.Start })
	at := l.Line(i).Start
	for _, r := range by {
		if r.Start != at || r.End <= r.Start {
			t.Fatalf("line %d: runs %v leave a hole", i, runs)
		}
		at = r.End
	}
	if at != l.shown(i) {
		t.Fatalf("line %d: runs %v end at %d, shown to %d", i, runs, at, l.shown(i))
	}
	for k := 1; k < len(runs); k++ {
		if d := runs[k].X - runs[k-1].X - runs[k-1].Width; d > 0.01 || d < -0.01 {
			t.Fatalf("line %d: runs %v do not touch", i, runs)
		}
	}
	if len(runs) == 0 {
		return
	}
	end := runs[len(runs)-1]
	for x := runs[0].X - 5; x < end.X+end.Width+5; x += max(3, (end.X+end.Width)/64) {
		off := l.Hit(i, x)
		if off < l.Line(i).Start || off > l.Line(i).End || !utf8.RuneStart(append([]byte(l.doc.body), ' ')[off]) {
			t.Fatalf("line %d at %v: offset %d is not on the line", i, x, off)
		}
		if off != l.Snap(off, false) {
			t.Fatalf("line %d at %v: offset %d is inside a cluster", i, x, off)
		}
	}
}

// checkSteps: going right from the start visits every cluster and ends at the
// end, and going left visits the same places.
func checkSteps(t *testing.T, l *Layout) {
	t.Helper()
	seen := []int{0}
	for off := 0; off < l.doc.Len(); {
		next := l.Next(off)
		if next <= off {
			t.Fatalf("Next(%d) = %d", off, next)
		}
		off = next
		seen = append(seen, off)
	}
	for k := len(seen) - 1; k > 0; k-- {
		if got := l.Prev(seen[k]); got != seen[k-1] {
			t.Fatalf("Prev(%d) = %d, want %d", seen[k], got, seen[k-1])
		}
	}
	for _, off := range seen {
		w, s, p := l.WordAt(off), l.SentenceAt(off), l.ParagraphAt(off)
		if !w.Fits(l.doc.body) || !s.Fits(l.doc.body) || !p.Contains(w) || !p.Contains(s) {
			t.Fatalf("at %d of %v: word %v, sentence %v", off, p, w, s)
		}
		if n := l.NextWord(off); n <= off && off < l.doc.Len() {
			t.Fatalf("NextWord(%d) = %d", off, n)
		}
		if n := l.PrevWord(off); n >= off && off > 0 {
			t.Fatalf("PrevWord(%d) = %d", off, n)
		}
	}
}
