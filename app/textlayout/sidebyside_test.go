package textlayout

import (
	"fmt"
	"strings"
	"testing"

	"stet/index/source"
)

// pairOf lays out two texts of paragraphs; equal letters correspond.
func pairOf(left, right string) (*Layout, *Layout, []Row) {
	lay := func(s string) (*Layout, map[string]source.Span) {
		at := map[string]source.Span{}
		var b strings.Builder
		for i, p := range strings.Fields(s) {
			if i > 0 {
				b.WriteString("\n\n")
			}
			start := b.Len()
			b.WriteString(strings.Repeat(p+" ", 1+len(p)*8))
			at[p[:1]] = source.Span{Start: start, End: b.Len()}
		}
		return set(b.String(), 120), at
	}
	l, la := lay(left)
	r, ra := lay(right)
	var rows []Row
	for _, p := range strings.Fields(right) {
		if s, ok := la[p[:1]]; ok {
			rows = append(rows, Row{s, ra[p[:1]]})
		}
	}
	return l, r, rows
}

func TestFillPutsParagraphsSideBySide(t *testing.T) {
	for _, c := range []struct {
		left, right string
		level       int // rows that can be level
	}{
		{"a b c", "a b c", 3},
		{"a b c", "a xx b c", 3},
		{"a yyy b c", "a b c", 3},
		{"a bbb c", "aa b ccc", 3},
		{"a b c d e", "e a b c d", 4}, // e moved
		{"a b c d", "d c b a", 1},     // only one of crossing rows
		{"a b", "x y", 0},
		{"", "a", 0},
	} {
		t.Run(c.left+" to "+c.right, func(t *testing.T) {
			l, r, rows := pairOf(c.left, c.right)
			s := NewSideBySide(l, r, rows)
			s.Fill()
			level := 0
			for _, row := range rows {
				if l.Top(l.LineAt(row.Left.Start)) == r.Top(r.LineAt(row.Right.Start)) {
					level++
				}
			}
			if level < c.level {
				t.Errorf("%d rows are level, want %d", level, c.level)
			}
			if l.Height() != r.Height() {
				t.Errorf("one side is %v high, the other %v", l.Height(), r.Height())
			}
			for _, k := range s.Knots() {
				if k.Left != k.Right {
					t.Errorf("knot %v is not level", k)
				}
			}
		})
	}
}

func TestAcrossRunsFromTopToEnd(t *testing.T) {
	l, r, rows := pairOf("a bbbb c d", "aa b xxx c d")
	knots := NewSideBySide(l, r, rows).Knots()
	last := float32(-1)
	for y := float32(0); y <= l.Height(); y += 3 {
		z := Across(knots, y, true)
		if z < last {
			t.Fatalf("going down on the left goes up on the right: %v to %v", last, z)
		}
		if back := Across(knots, z, false); abs(back-y) > 0.5 {
			t.Fatalf("%v goes across to %v and back to %v", y, z, back)
		}
		last = z
	}
	if got := Across(knots, l.Height(), true); got != r.Height() {
		t.Errorf("the end goes across to %v, want %v", got, r.Height())
	}
}

func FuzzFill(f *testing.F) {
	f.Add("a b c", "c a b")
	f.Fuzz(func(t *testing.T, a, b string) {
		clean := func(s string) string {
			return strings.Map(func(r rune) rune {
				if r < 'a' || r > 'h' {
					return ' '
				}
				return r
			}, s[:min(len(s), 100)])
		}
		l, r, rows := pairOf(clean(a), clean(b))
		NewSideBySide(l, r, rows).Fill()
		if l.Height() != r.Height() {
			t.Fatalf("heights %v and %v", l.Height(), r.Height())
		}
	})
}

func BenchmarkLayout(b *testing.B) {
	for _, words := range []int{50_000, 200_000} {
		d := NewDocument(source.Text{Body: news(words, 1)})
		b.Run(fmt.Sprintf("%d words", words), func(b *testing.B) {
			ts := NewTypesetter(&grid{})
			ts.Layout(d, 560)
			for b.Loop() {
				ts.Layout(d, 560)
			}
		})
	}
}

func BenchmarkDocument(b *testing.B) {
	body := news(200_000, 1)
	for b.Loop() {
		NewDocument(source.Text{Body: body})
	}
}
