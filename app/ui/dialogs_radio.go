package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// dialogRadio is a choice of one, all of them in sight, in a dialog. It takes the
// keyboard as one thing: up and down choose, enter presses the dialog's main
// button, escape closes the dialog.
type dialogRadio struct {
	widget.BaseWidget
	turning
	Selected int
	options  []string
	enter    func()
	rows     []*tappable
	signs    []*widget.Icon
	focused  bool
}

var (
	_ fyne.Focusable     = (*dialogRadio)(nil)
	_ desktop.Cursorable = (*dialogRadio)(nil)
)

func newDialogRadio(options []string, selected int, escape, enter func()) *dialogRadio {
	r := &dialogRadio{turning: turning{escape}, Selected: selected, options: options, enter: enter}
	for i, o := range options {
		sign := widget.NewIcon(nil)
		row := newTappable(pad(3, 3, 4, 8, cells(6, inLine(sign), plainText(o).whole())), func() { r.choose(i) })
		r.signs, r.rows = append(r.signs, sign), append(r.rows, row)
	}
	r.ExtendBaseWidget(r)
	r.draw()
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *dialogRadio) CreateRenderer() fyne.WidgetRenderer {
	o := make([]fyne.CanvasObject, len(r.rows))
	for i, row := range r.rows {
		o[i] = row
	}
	return widget.NewSimpleRenderer(rows(0, o...))
}

// Cursor implements desktop.Cursorable.
func (r *dialogRadio) Cursor() desktop.Cursor { return desktop.PointerCursor }

// choose takes an option, and the keyboard.
func (r *dialogRadio) choose(i int) {
	r.Selected = i
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
	r.draw()
}

func (r *dialogRadio) draw() {
	for i, row := range r.rows {
		sign, edge := theme.RadioButtonIcon(), fyne.ThemeColorName("")
		if i == r.Selected {
			sign = theme.RadioButtonCheckedIcon()
			if r.focused {
				edge = theme.ColorNamePrimary
			}
		}
		r.signs[i].SetResource(sign)
		row.back.Edge = edge
		row.back.Refresh()
	}
}

// FocusGained implements fyne.Focusable.
func (r *dialogRadio) FocusGained() { r.focused = true; r.draw() }

// FocusLost implements fyne.Focusable.
func (r *dialogRadio) FocusLost() { r.focused = false; r.draw() }

// TypedRune implements fyne.Focusable.
func (r *dialogRadio) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (r *dialogRadio) TypedKey(k *fyne.KeyEvent) {
	r.typed(k, func(k *fyne.KeyEvent) {
		switch k.Name {
		case fyne.KeyUp:
			r.choose(max(0, r.Selected-1))
		case fyne.KeyDown:
			r.choose(min(len(r.options)-1, r.Selected+1))
		case fyne.KeyReturn, fyne.KeyEnter:
			r.enter()
		}
	})
}
