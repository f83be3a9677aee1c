package textview

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
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

func long(paras int) string {
	return strings.TrimSpace(strings.Repeat("The fire service said on Thursday that the search in the old harbour went on into the night, and that the number of the missing was not known.\n\n", paras))
}
