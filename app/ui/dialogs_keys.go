package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	page *container.Scroll // what up and down scroll; nil: nothing
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
	b.typed(k, func(k *fyne.KeyEvent) {
		if b.page == nil || !scrollByKey(b.page, k.Name) {
			b.Button.TypedKey(k)
		}
	})
}

// scrollByKey scrolls by a line, a page or to an end; it tells whether the key is
// for that.
func scrollByKey(s *container.Scroll, k fyne.KeyName) bool {
	page := s.Size().Height
	by, ok := map[fyne.KeyName]float32{
		fyne.KeyUp: -grown(40), fyne.KeyDown: grown(40), fyne.KeyPageUp: -0.9 * page, fyne.KeyPageDown: 0.9 * page,
		fyne.KeyHome: -s.Content.Size().Height, fyne.KeyEnd: s.Content.Size().Height,
	}[k]
	if ok {
		s.ScrollToOffset(s.Offset.AddXY(0, by))
	}
	return ok
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

// dialogCheck is a switch in a dialog: space turns it, enter presses the dialog's
// main button.
type dialogCheck struct {
	widget.Check
	turning
	enter func()
}

func newDialogCheck(text string, changed func(bool), escape, enter func()) *dialogCheck {
	c := &dialogCheck{turning: turning{escape}, enter: enter}
	c.Text, c.OnChanged = text, changed
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey implements fyne.Focusable.
func (c *dialogCheck) TypedKey(k *fyne.KeyEvent) {
	c.typed(k, func(k *fyne.KeyEvent) {
		if k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter {
			c.enter()
			return
		}
		c.Check.TypedKey(k)
	})
}

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

// replaceable selects what stands in one line, so that typing replaces it; in
// several lines the cursor goes to the end, to write on.
func (e *fieldEntry) replaceable() {
	if !e.MultiLine {
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
		return
	}
	for _, k := range []fyne.KeyName{fyne.KeyPageDown, fyne.KeyEnd} { // in rows as they are shown
		e.Entry.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// AcceptsTab implements fyne.Tabbable: tab goes on to the next field, in several
// lines too.
func (e *fieldEntry) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (e *fieldEntry) TypedKey(k *fyne.KeyEvent) { e.typed(k, e.Entry.TypedKey) }
