package textlayout

import (
	"math/rand"
	"strings"
	"testing"
)

// shownPieces is what a reader sees of a line from left to right; spaces
// in right-to-left text draw nothing.
func shownPieces(l *Layout, i int) string {
	var out []string
	for _, r := range l.Runs(i) {
		out = append(out, r.Draw)
	}
	return strings.Join(out, "|")
}

func TestRightToLeftIsOrderedForReading(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"left to right is one piece", "At least 12 people", "At least 12 people"},
		{"Hebrew words from the right", "אבג דהו", "דהו||אבג"},
		{"a number in Arabic stays a number", "مقتل 12 شخصا", "شخصا||12||مقتل"},
		{"Latin in Arabic", "قال Tomas Lind إن", "إن||Tomas Lind||قال"},
		{"Arabic in Latin", "wrote “حريق كبير” today", "wrote “|كبير||حريق|” today"},
		{"a number behind Hebrew in Latin belongs to the Hebrew", "said אבג 12, 14 and", "said |14||,|12||אבג| and"},
		{"a number before Hebrew in Latin does not", "said 12 אבג and", "said 12 |אבג| and"},
		{"brackets turn round", "אב (גד) הו", "הו||(|גד|)||אב"},
		{"combining points stay on their letter", "שָׁלוֹם עוֹלָם", "עוֹלָם||שָׁלוֹם"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := shownPieces(set(c.text, 2000), 0)
			if got != c.want {
				t.Errorf("from left to right: %s\nwant                %s", got, c.want)
			}
		})
	}
}

func TestALineIsOrderedByItsWholeParagraph(t *testing.T) {
	const title = "אבג 12 דהו Norrby"
	at := strings.Index(title, "Norrby")
	for _, c := range []struct {
		text       string
		start, end int
		want       string
		rtl        bool
	}{
		{title, 0, at - 1, "דהו||12||אבג", true},
		{title, at, len(title), "Norrby", true},
		{"12 killed", 0, 9, "", false},
	} {
		list, rtl := Pieces(c.text, c.start, c.end)
		var out []string
		for _, r := range list {
			out = append(out, r.Draw)
		}
		if got := strings.Join(out, "|"); got != c.want || rtl != c.rtl {
			t.Errorf("%q from %d to %d: %q, right to left %t; want %q, %t", c.text, c.start, c.end, got, rtl, c.want, c.rtl)
		}
	}
}

func TestRightToLeftParagraphsStandAtTheRight(t *testing.T) {
	l := set("אבג\nabc\n\nאבג\n", 400)
	if r := l.Runs(0)[0]; r.X+r.Width != 400 {
		t.Errorf("the Hebrew word ends at %v, want 400", r.X+r.Width)
	}
	if r := l.Runs(1)[0]; r.X != 0 {
		t.Errorf("the Latin word begins at %v, want 0", r.X)
	}
	if x := l.X(0, 0); x != 400 {
		t.Errorf("the caret before the first letter stands at %v, want 400", x)
	}
	if x := l.X(0, len("אבג")); x != 376 {
		t.Errorf("the caret behind the last letter stands at %v, want 376", x)
	}
}

// TestPointsFindTheirCharacter: the character drawn around a point is the one
// found there, in every direction and script.
func TestPointsFindTheirCharacter(t *testing.T) {
	texts := append([]string{"قال Tomas Lind إن 12 شخصا (على الأقل) قتلوا", "said אבג 12, 14 and דהו (ש) then"}, awkward...)
	for _, text := range texts {
		l := set(text, 300)
		for i := range min(l.Lines(), 4) {
			for at := l.Line(i).Start; at < l.shown(i); at = l.Next(at) {
				next := min(l.Next(at), l.shown(i))
				var x0, x1 float32
				for _, r := range l.Runs(i) {
					if r.Start <= at && at < r.End {
						x0, x1 = l.xIn(r, at, l.StyleOfLine(i)), l.xIn(r, next, l.StyleOfLine(i))
					}
				}
				if abs(x1-x0) < 1 {
					continue // without width
				}
				mid := (x0 + x1) / 2
				if got, ok := l.Inside(mid, l.Top(i)+1); !ok || got != at {
					t.Fatalf("%q: at %v, in the middle of byte %d, Inside finds %d", text, mid, at, got)
				}
				if got := l.Hit(i, x0+(x1-x0)*0.2); got != at && l.X(i, got) != l.X(i, at) {
					t.Fatalf("%q: near the start of byte %d Hit finds %d", text, at, got)
				}
			}
		}
	}
}

func TestExtentsCoverWhatIsDrawn(t *testing.T) {
	l := set("said אבג 12, 14 and דהו", 2000)
	whole := l.Line(0)
	e := l.Extents(0, whole)
	last := l.Runs(0)[len(l.Runs(0))-1]
	if len(e) != 1 || e[0].X0 != 0 || e[0].X1 != last.X+last.Width {
		t.Errorf("the whole line covers %v", e)
	}
	// From inside the Latin to inside the Hebrew: two stretches.
	from, to := strings.Index("said אבג 12, 14 and דהו", "id"), len("said אב")
	s := whole
	s.Start, s.End = from, to
	if e := l.Extents(0, s); len(e) != 2 {
		t.Errorf("a span over a turn covers %v, want two stretches", e)
	}
}

func TestLongParagraphsAreOrderedOnce(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	var b strings.Builder
	for range 4000 {
		b.WriteString([]string{"مقتل ", "12 ", "شخصا، ", "(ABC) "}[r.Intn(4)])
	}
	l := set(b.String(), 300)
	for i := range l.Lines() {
		checkLine(t, l, i)
	}
	if len(l.runs) != 1 {
		t.Errorf("%d paragraphs are remembered, want 1", len(l.runs))
	}
}
