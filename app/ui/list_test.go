package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestTheKeysOfAListChooseAndPassOverHeadings(t *testing.T) {
	r := onSample(t)
	const n = 30
	l := newKeyList(r.w, func() int { return n }, func() fyne.CanvasObject { return widget.NewLabel("") }, func(int, fyne.CanvasObject) {})
	l.heading = func(i int) bool { return i == 0 || i == 3 }
	var picked []int
	l.onSelect(func(i int) { picked = append(picked, i) })
	entered := 0
	l.OnEnter = func() { entered++ }
	test.WidgetRenderer(l)
	l.Resize(fyne.NewSize(200, 120))
	for _, x := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyReturn, 1}, // nothing was chosen: that comes first
		{fyne.KeyUp, 1}, {fyne.KeyDown, 2}, {fyne.KeyDown, 4}, {fyne.KeyUp, 2},
		{fyne.KeyPageDown, 2 + pageRows}, {fyne.KeyEnd, n - 1}, {fyne.KeyDown, n - 1}, {fyne.KeyHome, 1}, {fyne.KeyPageUp, 1},
	} {
		l.TypedKey(&fyne.KeyEvent{Name: x.key})
		if l.chosen != x.want {
			t.Errorf("after %s row %d is chosen, not %d", x.key, l.chosen, x.want)
		}
	}
	if entered != 0 {
		t.Error("enter acted on a row that was not chosen yet")
	}
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if entered != 1 {
		t.Error("enter does nothing")
	}
	was := len(picked)
	l.Select(3)
	if l.chosen != 1 || len(picked) != was {
		t.Errorf("a heading was chosen: row %d, picked %v", l.chosen, picked)
	}
}
