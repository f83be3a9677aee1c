package textview

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"stet/index/source"
)

func TestClicksSelectWordSentenceParagraph(t *testing.T) {
	d := show(t, report, wide)
	d.click(at("people"), 1, 0)
	d.wants("one click", "")
	if got := d.Selection().Start; got != at("people") {
		t.Errorf("the caret is at %d, want %d", got, at("people"))
	}
	d.click(at("eople"), 2, 0)
	d.wants("two clicks", "people")
	for range 2 {
		d.body.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: d.right(at("e were"))}, Button: desktop.MouseButtonPrimary})
	}
	d.clock = d.clock.Add(time.Second)
	d.wants("two clicks on the right half of the last letter", "people")
	d.click(at("people"), 3, 0)
	d.wants("three clicks", "At least 12 people were killed, Mr. Lind said.")
	d.click(at("people"), 4, 0)
	d.wants("four clicks", "At least 12 people were killed, Mr. Lind said. Dozens are missing.")
	d.click(at("people"), 5, 0)
	d.wants("five clicks begin anew", "")
	d.SentenceAt = func(int) source.Span { return source.Span{Start: 3, End: 8} }
	d.click(at("people"), 3, 0)
	d.wants("the caller's sentences", "least")
	d.click(at("people"), 1, 0)
	d.body.MouseDown(d.mouse(at("charged"), 0))
	d.body.MouseUp(d.mouse(at("charged"), 0))
	d.wants("two clicks far apart", "")
}

func TestShiftClickAndDragExtend(t *testing.T) {
	d := show(t, report, wide)
	d.click(at("12"), 1, 0)
	d.click(at(" were"), 1, fyne.KeyModifierShift)
	d.wants("shift click", "12 people")
	d.click(at("least"), 1, fyne.KeyModifierShift)
	d.wants("shift click before the anchor", "least ")
	d.drag(at("12"), at("killed"), 1)
	d.wants("drag", "12 people were ")
	d.drag(at("eople"), at("lled"), 2)
	d.wants("drag by words", "people were killed")
	d.drag(at("lled"), at("eople"), 2)
	d.wants("drag by words, backwards", "people were killed")
	d.drag(at("Dozens"), at("12"), 3)
	d.wants("drag by sentences", "At least 12 people were killed, Mr. Lind said. Dozens are missing.")
	if n := len(d.picks); n == 0 || d.picks[n-1] != d.Selection() {
		t.Errorf("OnSelect heard %v, want %v last", d.picks, d.Selection())
	}
	d.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: d.point(0)}})
	d.wants("a drag that began elsewhere", "At least 12 people were killed, Mr. Lind said. Dozens are missing.")
}

func TestDraggingOutsideScrolls(t *testing.T) {
	d := show(t, long(300), wide)
	d.body.MouseDown(d.mouse(50, 0))
	below := fyne.NewPos(300, d.scroll.Size().Height+40)
	d.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: below}})
	if d.body.drift == nil {
		t.Fatal("nothing scrolls while the pointer is held below")
	}
	sel := d.Selection().Len()
	for range 30 {
		d.clock = d.clock.Add(16 * time.Millisecond)
		d.body.drift.Tick(0.5)
	}
	y := d.scroll.Offset.Y
	if y < 100 || y > 400 {
		t.Errorf("half a second at 40 below scrolled %v, want about 190", y)
	}
	if d.Selection().Len() <= sel {
		t.Error("the selection did not follow")
	}
	back := fyne.NewPos(300, y+100)
	d.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: back}})
	if d.body.drift != nil {
		t.Error("it goes on scrolling with the pointer inside")
	}
	above := fyne.NewPos(300, y-30)
	d.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: above}})
	for range 60 {
		d.clock = d.clock.Add(16 * time.Millisecond)
		d.body.drift.Tick(0.5)
	}
	if d.scroll.Offset.Y >= y {
		t.Error("held above, it does not scroll up")
	}
	d.body.DragEnd()
	d.body.MouseUp(d.mouse(50, 0))
	if d.body.drift != nil {
		t.Error("it goes on scrolling after the mouse let go")
	}
}
