package textview

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"stet/app/textlayout"
	"stet/index/source"
)

func TestPairStaysInStep(t *testing.T) {
	test.NewTempApp(t)
	l, r := New(), New()
	w := test.NewTempWindow(t, container.NewGridWithColumns(2, l, r))
	w.Resize(fyne.NewSize(900, 300))
	var left, right []string
	var rows []textlayout.Row
	lo, ro := 0, 0
	add := func(a, b string) {
		if a != "" && b != "" {
			rows = append(rows, textlayout.Row{Left: source.Span{Start: lo, End: lo + len(a)}, Right: source.Span{Start: ro, End: ro + len(b)}})
		}
		if a != "" {
			left, lo = append(left, a), lo+len(a)+2
		}
		if b != "" {
			right, ro = append(right, b), ro+len(b)+2
		}
	}
	for i := range 60 {
		s := fmt.Sprintf("Paragraph %d says what both versions say. ", i)
		add(s, s+strings.Repeat("And the later one a little more. ", i%5))
		if i%7 == 3 {
			add("", long(1))
		}
		if i%11 == 5 {
			add(long(1), "")
		}
	}
	p := NewPair(l, r, nil)
	p.Show(source.Text{Body: strings.Join(left, "\n\n")}, source.Text{Body: strings.Join(right, "\n\n")}, rows)
	level := func(what string) {
		t.Helper()
		for _, row := range rows {
			y := l.lay.Top(l.lay.LineAt(row.Left.Start)) - l.scroll.Offset.Y
			z := r.lay.Top(r.lay.LineAt(row.Right.Start)) - r.scroll.Offset.Y
			if y != z {
				t.Fatalf("%s: %q stands at %v and %v", what, row.Left.Of(l.text.Body), y, z)
			}
		}
		if l.lay.Height() != r.lay.Height() {
			t.Fatalf("%s: one side is %v high, the other %v", what, l.lay.Height(), r.lay.Height())
		}
	}
	level("at first")
	l.Scroll(700)
	level("left scrolled")
	r.Scroll(450)
	level("right scrolled")
	w.Resize(fyne.NewSize(640, 260))
	level("narrower")
	r.ScrollTo(rows[50].Right, Centre)
	level("right jumped")

	p.SetFill(false)
	l.ScrollTo(rows[30].Left, Centre)
	if !r.VisibleSpan().Overlaps(rows[30].Right) {
		t.Errorf("without gaps, %v is not in sight beside it: %v", rows[30].Right, r.VisibleSpan())
	}
	if len(l.lay.Gaps())+len(r.lay.Gaps()) != 0 {
		t.Error("gaps are left")
	}
	p.Close()
	y := r.scroll.Offset.Y
	l.Scroll(-300)
	if r.scroll.Offset.Y != y {
		t.Error("parted panes still move together")
	}
}
