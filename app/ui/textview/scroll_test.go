package textview

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"stet/index/source"
)

func TestScrollToBringsIntoSight(t *testing.T) {
	d := show(t, long(300), wide)
	for _, where := range []Where{Top, Centre, Nearest} {
		for _, off := range []int{20000, 0, len(d.text.Body) - 10, 10000} {
			s := source.Span{Start: off, End: off + 5}
			d.ScrollTo(s, where)
			if !d.VisibleSpan().Contains(s) {
				t.Fatalf("ScrollTo(%v, %v) shows %v", s, where, d.VisibleSpan())
			}
		}
	}
	before := d.scroll.Offset
	d.ScrollTo(source.Span{Start: d.VisibleSpan().Start + 300, End: d.VisibleSpan().Start + 301}, Nearest)
	if d.scroll.Offset != before {
		t.Error("Nearest scrolled to what was in sight")
	}
}

func TestALineAtTheUpperEdgeIsAsHighAsItsWords(t *testing.T) {
	d := show(t, long(300), wide)
	d.Scroll(11) // into the first line
	n := 0
	for _, o := range d.body.paint.objects {
		if x, ok := o.(*canvas.Text); ok {
			n++
			if x.Size().Height != x.MinSize().Height {
				t.Fatalf("%q is %v high, its words %v", x.Text, x.Size().Height, x.MinSize().Height)
			}
		}
	}
	if n == 0 {
		t.Error("nothing is drawn")
	}
}

func TestScrollBeforeSizeIsRemembered(t *testing.T) {
	test.NewTempApp(t)
	v := New()
	v.SetText(source.Text{Body: long(300)})
	s := source.Span{Start: 20000, End: 20010}
	v.Select(s)
	v.ScrollTo(s, Centre)
	if v.lay != nil || !v.VisibleSpan().Empty() {
		t.Fatal("a text is laid out before there is a width")
	}
	w := test.NewTempWindow(t, v)
	w.Resize(wide)
	if !v.VisibleSpan().Contains(s) {
		t.Errorf("%v is not in sight: %v", s, v.VisibleSpan())
	}
}

func TestPlaceStaysWhenLinesChange(t *testing.T) {
	d := show(t, long(400), wide)
	d.ScrollTo(source.Span{Start: 30000, End: 30001}, Top)
	d.Scroll(7)
	top := d.TopByte()
	if top == 0 {
		t.Fatal("not scrolled")
	}
	check := func(what string) {
		t.Helper()
		if v := d.VisibleSpan(); top < v.Start || top > d.lay.Line(d.lay.LineAt(v.Start)).End {
			t.Errorf("after %s the top is %v, want the line with %d", what, v, top)
		}
	}
	for _, width := range []float32{400, 1200, 300, 800, 350, 801} {
		d.w.Resize(fyne.NewSize(width, 300))
		check(fmt.Sprint("width ", width))
	}
	fyne.CurrentApp().Settings().SetTheme(bigger{theme.DefaultTheme()})
	d.Refresh()
	check("larger text")
	if h := d.lay.LineHeight(0); h < 30 {
		t.Errorf("the theme's larger text was not measured: lines are %v high", h)
	}
	d.SetStyle(Style{Scale: 0.8, Plain: true})
	check("another style")
}

type bigger struct{ fyne.Theme }

func (b bigger) Size(n fyne.ThemeSizeName) float32 { return 1.6 * b.Theme.Size(n) }

func TestOnlyWhatIsInSightIsDrawn(t *testing.T) {
	d := show(t, long(5000), wide)
	var marks []Mark
	for off := 0; off+40 < len(d.text.Body); off += 200 {
		marks = append(marks, Mark{Span: source.Span{Start: off, End: off + 40}, Kind: Kind(off/200) % numKinds})
	}
	d.SetMarks(marks)
	var told [][2]int
	d.OnVisible = func(first, last int) { told = append(told, [2]int{first, last}) }
	most := 0
	for range 300 {
		d.Scroll(61)
		most = max(most, len(d.body.paint.objects))
	}
	if most > 200 {
		t.Errorf("%d objects are drawn for a pane of a dozen lines", most)
	}
	if len(told) < 250 || told[len(told)-1] != [2]int{d.VisibleSpan().Start, d.VisibleSpan().End} {
		t.Errorf("OnVisible heard %d times, last %v, in sight is %v", len(told), told[len(told)-1], d.VisibleSpan())
	}
}

func TestPlaceholderOfAnEmptyText(t *testing.T) {
	d := show(t, "", wide)
	d.SetPlaceholder("Nothing is open. Drop articles here.")
	d.Focus()
	found := false
	for _, o := range d.body.paint.objects {
		if x, ok := o.(*canvas.Text); ok && strings.HasPrefix(x.Text, "Nothing is open") {
			found = true
		}
	}
	if !found {
		t.Error("the placeholder is not drawn")
	}
	d.key(fyne.KeyDown, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeySpace, fyne.KeyReturn)
	d.body.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	d.SelectAll()
	if !d.Selection().Empty() {
		t.Error("something is selected of nothing")
	}
}
