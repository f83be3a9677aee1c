package textview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"stet/index/source"
)

func TestKeysMoveAndExtend(t *testing.T) {
	d := show(t, report, wide)
	d.Focus()
	d.click(at("12"), 1, 0)
	d.shifted(fyne.KeyRight, fyne.KeyRight)
	d.wants("shift right", "12")
	d.key(fyne.KeyLeft)
	d.wants("left drops the selection", "")
	if d.Selection().Start != at("12") {
		t.Errorf("left went to %d, want the start of the selection %d", d.Selection().Start, at("12"))
	}
	d.ctrl(fyne.KeyRight, fyne.KeyModifierShift)
	d.ctrl(fyne.KeyRight, fyne.KeyModifierShift)
	d.wants("control shift right", "12 people")
	d.key(fyne.KeyHome)
	d.shifted(fyne.KeyEnd)
	d.wants("home, shift end", strings.Split(report, "\n")[0])
	d.key(fyne.KeyHome)
	d.shifted(fyne.KeyDown)
	d.wants("shift down passes over the empty line", strings.Split(report, "\n")[0]+"\n\n")
	d.ctrl(fyne.KeyEnd, 0)
	d.ctrl(fyne.KeyLeft, fyne.KeyModifierShift)
	d.wants("control end, control shift left", "charged.")
	d.ctrl(fyne.KeyHome, fyne.KeyModifierShift)
	if got := d.Selection(); got != (source.Span{Start: 0, End: len(report)}) {
		t.Errorf("control shift home selects %v", got)
	}
	d.key(fyne.KeyEscape)
	d.wants("escape", "")
	d.body.TypedShortcut(&fyne.ShortcutSelectAll{})
	d.wants("select all", report)
	d.body.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); got != report {
		t.Errorf("the clipboard has %q", got)
	}
}

func TestGoalColumnIsKept(t *testing.T) {
	d := show(t, "a long first line of words here\nab\nanother line of the same length", wide)
	d.click(20, 1, 0)
	d.key(fyne.KeyDown, fyne.KeyDown)
	if off := d.Selection().Start; off < 50 || off > 58 {
		t.Errorf("two lines down is %d (%q), want the same column", off, d.text.Body[off:])
	}
	d.key(fyne.KeyUp, fyne.KeyUp)
	if off := d.Selection().Start; off != 20 {
		t.Errorf("and two up is %d, want 20", off)
	}
}

func TestUnusedShortcutsReachTheWindow(t *testing.T) {
	d := show(t, report, wide)
	find := &desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierControl}
	d.Focus()
	taken := 0
	d.OnShortcut = func(fyne.Shortcut) bool { taken++; return true }
	d.body.TypedShortcut(find)
	d.body.TypedShortcut(&fyne.ShortcutCopy{})
	d.ctrl(fyne.KeyLeft, 0)
	if taken != 1 {
		t.Errorf("OnShortcut heard %d shortcuts, want the one that is not ours", taken)
	}
	c := &hearing{}
	handOn(c, find)
	if c.heard != find {
		t.Errorf("the canvas heard %v", c.heard)
	}
	var keys []fyne.KeyName
	d.w.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { keys = append(keys, k.Name) })
	var runes string
	d.w.Canvas().SetOnTypedRune(func(r rune) { runes += string(r) })
	d.key(fyne.KeyF3, fyne.KeyDown, fyne.KeyEscape)
	d.body.TypedRune('n')
	d.body.TypedRune(' ')
	if len(keys) != 2 || runes != "n" {
		t.Errorf("the window heard keys %v and runes %q", keys, runes)
	}
}

// hearing is a canvas that runs shortcuts, as a window's does and the test
// driver's does not.
type hearing struct {
	fyne.Canvas
	heard fyne.Shortcut
}

func (h *hearing) TypedShortcut(s fyne.Shortcut) { h.heard = s }

func TestFocusShows(t *testing.T) {
	d := show(t, report, wide)
	var heard []bool
	d.OnFocus = func(on bool) { heard = append(heard, on) }
	d.Focus()
	ringed := d.ring.Visible()
	d.w.Canvas().Unfocus()
	if !ringed || d.ring.Visible() || len(heard) != 2 || !heard[0] || heard[1] {
		t.Errorf("ring %v, then %v; heard %v", ringed, d.ring.Visible(), heard)
	}
}

func TestKeysActOnWhatIsInSight(t *testing.T) {
	d := show(t, long(300), wide)
	d.Focus()
	d.click(30, 1, 0)
	d.ScrollTo(source.Span{Start: 20000, End: 20001}, Top)
	d.key(fyne.KeyDown)
	if off := d.Selection().Start; off < 19000 || !d.VisibleSpan().Contains(d.Selection()) {
		t.Errorf("down after scrolling on goes to %d, out of sight: %v", off, d.VisibleSpan())
	}
	d.ScrollTo(source.Span{}, Top)
	d.key(fyne.KeyUp)
	if !d.VisibleSpan().Contains(d.Selection()) || d.scroll.Offset.Y > 50 {
		t.Errorf("up after scrolling back goes to %v, in sight is %v", d.Selection(), d.VisibleSpan())
	}
	d.click(30, 1, 0)
	d.ScrollTo(source.Span{Start: 20000, End: 20001}, Top)
	d.shifted(fyne.KeyRight)
	if d.Selection() != (source.Span{Start: 30, End: 31}) {
		t.Errorf("shift extends %v, want the selection left behind", d.Selection())
	}
	at := d.Selection()
	d.ScrollTo(source.Span{}, Top)
	d.ctrl(fyne.KeyDown, 0)
	if d.scroll.Offset.Y != d.lay.LineHeight(0) || d.Selection() != at {
		t.Errorf("control down scrolls by %v and selects %v, want a line and no change", d.scroll.Offset.Y, d.Selection())
	}
	d.ctrl(fyne.KeyUp, 0)
	d.key(fyne.KeySpace)
	if y := d.scroll.Offset.Y; y < 200 || y > 300 {
		t.Errorf("space scrolls by %v, want most of the pane's 300", y)
	}
	d.shifted(fyne.KeySpace)
	if d.scroll.Offset.Y != 0 {
		t.Errorf("shift space ends at %v", d.scroll.Offset.Y)
	}
	d.key(fyne.KeyPageDown)
	if first := d.Selection().Start; first < 500 {
		t.Errorf("page down goes to %d", first)
	}
}

func TestScreenReadersGetWhatIsInSight(t *testing.T) {
	d := show(t, long(300), wide)
	d.ScrollTo(source.Span{Start: 20000, End: 20001}, Top)
	if got := d.AccessibilityLabel(); got != d.VisibleSpan().Of(d.Text().Body) || len(got) < 100 || len(got) > 3000 {
		t.Errorf("a screen reader gets %d bytes", len(got))
	}
	if d.AccessibilityRole() != fyne.AccessibleRoleText {
		t.Error("it is not said to be text")
	}
	if d.w.Canvas().Focus(d.Focusable()); !d.body.focused {
		t.Error("Focusable is not what takes the keyboard")
	}
}
