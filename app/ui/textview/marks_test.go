package textview

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"stet/index/source"
)

func marked() []Mark {
	return []Mark{
		{Span: source.Span{Start: 0, End: at(", Mr")}, Kind: Claim, ID: "claim"},
		{Span: source.Span{Start: at("12"), End: at(" people")}, Kind: Search, ID: "hit"},
		{Span: source.Span{Start: at("Dozens"), End: at("\n\nThe")}, Kind: Proposal, ID: "proposal"},
		{Span: source.Span{Start: 5, End: 99999}, Kind: Claim, ID: "outside"},
		{Span: source.Span{Start: 5, End: 5}, Kind: Claim, ID: "empty"},
	}
}

func TestMarksAnswer(t *testing.T) {
	d := show(t, report, wide)
	d.SetMarks(marked())
	if len(d.Marks()) != 3 {
		t.Fatalf("%d marks are shown, want the 3 that fit", len(d.Marks()))
	}
	d.click(at("12"), 1, 0)
	d.click(at("missing"), 1, 0)
	d.click(at("mayor"), 1, 0)
	d.drag(at("12"), at("people"), 1)
	d.click(at("killed"), 1, fyne.KeyModifierShift)
	if got := strings.Join(d.taps, " "); got != "claim proposal" {
		t.Errorf("tapped %q, want the claim under the hit, the proposal, and nothing for drags and shift", got)
	}
	var opened string
	d.OnActivate = func(m Mark) { opened = m.ID }
	d.click(at("missing"), 1, 0)
	d.key(fyne.KeyReturn)
	if opened != "proposal" {
		t.Errorf("Enter opened %q", opened)
	}
	d.taps = nil
	sign := fyne.NewPos(d.columns.sign, d.point(0).Y)
	ev := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: sign}, Button: desktop.MouseButtonPrimary}
	d.body.MouseDown(ev)
	d.body.MouseUp(ev)
	if len(d.taps) != 1 {
		t.Errorf("the sign in the gutter tapped %v", d.taps)
	}
	any := func(Mark) bool { return true }
	var round []string
	d.Select(source.Span{})
	for range 4 {
		m, _ := d.NextMark(false, any)
		d.Select(m.Span)
		round = append(round, m.ID)
	}
	back, _ := d.NextMark(true, any)
	if got := strings.Join(round, " ") + " back " + back.ID; got != "hit proposal claim proposal back hit" {
		t.Errorf("stepping through the marks gives %q", got)
	}
}

func TestHoverTellsOnce(t *testing.T) {
	d := show(t, report, wide)
	d.SetMarks(marked())
	var heard []string
	d.OnHover = func(m Mark, ok bool) { heard = append(heard, fmt.Sprint(m.ID, ok)) }
	for _, off := range []int{at("least"), at("killed"), at("mayor"), at("missing")} {
		d.body.MouseMoved(d.mouse(off, 0))
		if off == at("killed") && d.body.Cursor() != desktop.PointerCursor {
			t.Error("the pointer does not say that a claim can be clicked")
		}
	}
	d.body.MouseOut()
	if got := strings.Join(heard, " "); got != "claimtrue false proposaltrue false" {
		t.Errorf("heard %q", got)
	}
	if d.body.Cursor() != desktop.TextCursor {
		t.Error("the pointer is not the text cursor")
	}
	heard = nil
	d.body.MouseMoved(d.mouse(at("killed"), 0))
	d.SetMarks(nil)
	d.SetMarks(marked())
	d.body.MouseMoved(d.mouse(at("killed"), 0))
	d.SetText(source.Text{Body: "another"})
	if got := strings.Join(heard, " "); got != "claimtrue false claimtrue false" {
		t.Errorf("when marks and text go away it hears %q", got)
	}
}

func TestMenuSpeaksOfWhatIsClicked(t *testing.T) {
	d := show(t, report, wide)
	d.SetMarks(marked())
	var sel source.Span
	var under []Mark
	d.OnMenu = func(_ fyne.Position, s source.Span, m []Mark) { sel, under = s, m }
	d.click(at("people"), 2, 0)
	d.body.TappedSecondary(&fyne.PointEvent{Position: d.point(at("eople"))})
	if sel.Of(report) != "people" || len(under) != 1 {
		t.Errorf("inside the selection: %q, %v", sel.Of(report), under)
	}
	d.body.TappedSecondary(&fyne.PointEvent{Position: d.point(at("missing"))})
	if !sel.Empty() || sel.Start != at("missing") || len(under) != 1 || under[0].ID != "proposal" {
		t.Errorf("outside the selection: %v, %v", sel, under)
	}
	d.Focus()
	d.click(at("12"), 1, 0)
	d.key(desktop.KeyMenu)
	if len(under) != 2 || under[0].ID != "claim" {
		t.Errorf("the menu key: %v", under)
	}
	under = nil
	d.key(fyne.KeyF10)
	if under != nil {
		t.Error("F10 alone opens a menu")
	}
	d.shifted(fyne.KeyF10)
	if len(under) != 2 {
		t.Errorf("shift F10: %v", under)
	}
	d.OnMenu = nil
	d.body.TappedSecondary(&fyne.PointEvent{Position: d.point(at("missing"))})
	if d.w.Canvas().Overlays().Top() == nil {
		t.Error("no menu of its own")
	}
}

func TestRulerGoesThere(t *testing.T) {
	d := show(t, long(300), wide)
	d.SetMarks([]Mark{{Span: source.Span{Start: 20000, End: 20040}, Kind: Claim}})
	press := func(y float32) {
		d.ruler.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, y)}, Button: desktop.MouseButtonPrimary})
	}
	img := d.ruler.draw(15, 300)
	tick := -1
	for y := range 300 {
		if _, _, _, a := img.At(3, y).RGBA(); a > 0 && tick < 0 {
			tick = y
		}
	}
	if tick < 0 {
		t.Fatal("no tick for the mark")
	}
	press(float32(tick))
	if !d.VisibleSpan().Contains(source.Span{Start: 20000, End: 20040}) {
		t.Errorf("a click on the tick shows %v", d.VisibleSpan())
	}
	y := d.scroll.Offset.Y
	d.ruler.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -50)})
	if d.scroll.Offset.Y != y+50 {
		t.Errorf("the wheel on the ruler scrolls from %v to %v", y, d.scroll.Offset.Y)
	}
	d.ruler.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, 299)}})
	if d.VisibleSpan().End != len(d.text.Body) {
		t.Error("a drag to the foot does not show the end")
	}
}
