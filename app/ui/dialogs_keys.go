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

// turning is what they share: escape turns away, the widget has the other keys.
type turning struct{ escape func() }

func (t turning) typed(k *fyne.KeyEvent, other func(*fyne.KeyEvent)) {
	if k.Name == fyne.KeyEscape {
		t.escape()
		return
	}
	other(k)
}

// dialogButton is a button in a dialog.
type dialogButton struct {
	widget.Button
	turning
}

func newDialogButton(text string, tapped, escape func()) *dialogButton {
	b := &dialogButton{turning: turning{escape}}
	b.Text, b.OnTapped = text, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey implements fyne.Focusable: enter presses it, as space does.
func (b *dialogButton) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter {
		k = &fyne.KeyEvent{Name: fyne.KeySpace, Physical: k.Physical}
	}
	b.typed(k, b.Button.TypedKey)
}

// dialogSelect is a choice of one in a dialog.
type dialogSelect struct {
	widget.Select
	turning
}

func newDialogSelect(options []string, escape func()) *dialogSelect {
	s := &dialogSelect{turning: turning{escape}}
	s.Options = options
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey implements fyne.Focusable.
func (s *dialogSelect) TypedKey(k *fyne.KeyEvent) { s.typed(k, s.Select.TypedKey) }

// dialogCheck is a switch in a dialog.
type dialogCheck struct {
	widget.Check
	turning
}

func newDialogCheck(text string, changed func(bool), escape func()) *dialogCheck {
	c := &dialogCheck{turning: turning{escape}}
	c.Text, c.OnChanged = text, changed
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey implements fyne.Focusable.
func (c *dialogCheck) TypedKey(k *fyne.KeyEvent) { c.typed(k, c.Check.TypedKey) }

// fieldEntry is an entry in a dialog: escape closes it, enter in one line, or
// control and enter in several, presses its main button.
type fieldEntry struct {
	widget.Entry
	turning
}

func newFieldEntry(lines bool, escape, enter func()) *fieldEntry {
	e := &fieldEntry{turning: turning{escape}}
	e.MultiLine = lines
	e.ExtendBaseWidget(e)
	if !lines {
		e.OnSubmitted = func(string) { enter() }
	}
	return e
}

// AcceptsTab implements fyne.Tabbable: tab goes on to the next field, in several
// lines too.
func (e *fieldEntry) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (e *fieldEntry) TypedKey(k *fyne.KeyEvent) { e.typed(k, e.Entry.TypedKey) }
