package textview

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"stet/app/textlayout"
	"stet/index/source"
)

// desk is a pane in a window, and hands to work it with.
type desk struct {
	*View
	t     *testing.T
	w     fyne.Window
	clock time.Time
	taps  []string
	picks []source.Span
}

func show(t *testing.T, body string, size fyne.Size) *desk {
	t.Helper()
	test.NewTempApp(t)
	d := &desk{View: New(), t: t, clock: time.Date(2031, 5, 3, 12, 0, 0, 0, time.UTC)}
	d.now = func() time.Time { return d.clock }
	d.OnMarkTapped = func(m Mark) { d.taps = append(d.taps, m.ID) }
	d.OnSelect = func(s source.Span) { d.picks = append(d.picks, s) }
	d.w = test.NewTempWindow(t, d.View)
	d.w.SetPadded(false)
	d.w.Resize(size)
	d.SetText(source.Text{Body: body})
	return d
}

// point is where the character at an offset stands in the body.
func (d *desk) point(off int) fyne.Position {
	i := d.lay.LineAt(off)
	x0, x1 := d.lay.X(i, off), d.lay.X(i, d.lay.Next(off))
	return fyne.NewPos(d.columns.left+x0+(x1-x0)*0.3, d.lay.Top(i)+marginY+d.lay.LineHeight(i)/2)
}

func (d *desk) mouse(off int, mod fyne.KeyModifier) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: d.point(off)}, Button: desktop.MouseButtonPrimary, Modifier: mod}
}

// click clicks n times on a character, in quick succession.
func (d *desk) click(off, n int, mod fyne.KeyModifier) {
	for range n {
		d.body.MouseDown(d.mouse(off, mod))
		d.body.MouseUp(d.mouse(off, mod))
		d.clock = d.clock.Add(100 * time.Millisecond)
	}
	d.clock = d.clock.Add(time.Second)
}

func (d *desk) drag(from, to, clicks int) {
	if clicks > 1 {
		for range clicks - 1 {
			d.body.MouseDown(d.mouse(from, 0))
			d.body.MouseUp(d.mouse(from, 0))
		}
	}
	d.body.MouseDown(d.mouse(from, 0))
	d.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: d.point(to)}})
	d.body.DragEnd()
	d.body.MouseUp(d.mouse(to, 0))
	d.clock = d.clock.Add(time.Second)
}

// right is a place in the right half of a character.
func (d *desk) right(off int) fyne.Position {
	p := d.point(off)
	i := d.lay.LineAt(off)
	return p.AddXY((d.lay.X(i, d.lay.Next(off))-d.lay.X(i, off))*0.5, 0)
}

func (d *desk) key(names ...fyne.KeyName) {
	for _, k := range names {
		d.body.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (d *desk) shifted(names ...fyne.KeyName) {
	d.body.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	d.key(names...)
	d.body.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

func (d *desk) ctrl(k fyne.KeyName, mod fyne.KeyModifier) {
	d.body.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierControl | mod})
}

func (d *desk) wants(what, words string) {
	d.t.Helper()
	if got := d.SelectedText(); got != words {
		d.t.Errorf("%s: selected %q, want %q", what, got, words)
	}
}

const report = "At least 12 people were killed, Mr. Lind said. Dozens are missing.\n\nThe mayor spoke of “a night we will not forget”.\n\nNobody was charged."

func at(s string) int {
	i := strings.Index(report, s)
	if i < 0 {
		panic("no " + s)
	}
	return i
}

var wide = fyne.NewSize(800, 300)

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

func long(paras int) string {
	return strings.TrimSpace(strings.Repeat("The fire service said on Thursday that the search in the old harbour went on into the night, and that the number of the missing was not known.\n\n", paras))
}

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
