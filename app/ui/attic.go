package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// attic holds the panes that are out of sight. Fyne hands a change of theme to
// what is part of a window, shown or not; a pane that was taken out of its slot
// would keep the colours of the theme it was last shown in. The attic is hidden
// and lays nothing out, so that what waits in it costs nothing else.
type attic struct {
	widget.BaseWidget
	w *Window
}

func newAttic(w *Window) *attic {
	a := &attic{w: w}
	a.ExtendBaseWidget(a)
	a.Hide()
	return a
}

// CreateRenderer implements fyne.Widget.
func (a *attic) CreateRenderer() fyne.WidgetRenderer { return atticRenderer{a.w} }

type atticRenderer struct{ w *Window }

func (atticRenderer) Destroy()           {}
func (atticRenderer) Layout(fyne.Size)   {}
func (atticRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (atticRenderer) Refresh()           {}

// Objects are the panes that were made and stand in no slot.
func (r atticRenderer) Objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i := range panes() {
		if p := r.w.made[i]; p != nil && !r.w.placed(p.Object()) {
			out = append(out, p.Object())
		}
	}
	return out
}

// placed tells whether a pane stands in a slot of the window.
func (w *Window) placed(o fyne.CanvasObject) bool {
	for _, slot := range []*fyne.Container{w.list, w.text, w.wide, w.side.body} {
		if len(slot.Objects) == 1 && slot.Objects[0] == o {
			return true
		}
	}
	return false
}
