package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// What has the keyboard in a dialog hears the keys alone, and Fyne's widgets keep
// those they have no use for. These are the same widgets, and escape closes the
// dialog they stand in.

// turnAway closes the dialog in front, if it is one of ours or a chooser of files.
func (w *Window) turnAway() {
	switch top := w.win.Canvas().Overlays().Top(); {
	case w.chooser.in(top):
		w.chooser.file.Dismiss()
	case w.dialog != nil && w.dialog.over == top:
		w.dialog.Close()
	}
}

// dialogButton is a button in a dialog.
type dialogButton struct {
	widget.Button
	escape func()
}

func newDialogButton(text string, tapped, escape func()) *dialogButton {
	b := &dialogButton{escape: escape}
	b.Text, b.OnTapped = text, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey implements fyne.Focusable.
func (b *dialogButton) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		b.escape()
		return
	}
	b.Button.TypedKey(k)
}

// dialogSelect is a choice of one in a dialog.
type dialogSelect struct {
	widget.Select
	escape func()
}

func newDialogSelect(options []string, escape func()) *dialogSelect {
	s := &dialogSelect{escape: escape}
	s.Options = options
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey implements fyne.Focusable.
func (s *dialogSelect) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		s.escape()
		return
	}
	s.Select.TypedKey(k)
}

// dialogCheck is a switch in a dialog.
type dialogCheck struct {
	widget.Check
	escape func()
}

func newDialogCheck(text string, changed func(bool), escape func()) *dialogCheck {
	c := &dialogCheck{escape: escape}
	c.Text, c.OnChanged = text, changed
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey implements fyne.Focusable.
func (c *dialogCheck) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		c.escape()
		return
	}
	c.Check.TypedKey(k)
}
