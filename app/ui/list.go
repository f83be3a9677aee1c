package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// keyList is a list in which a row is always chosen, not only pointed at: up and
// down, page up and down, home and end choose another one, so that what enter and
// the other keys are about is what is shown as chosen. Keys it has no use for it
// hands to the window.
type keyList struct {
	widget.List
	win     *Window
	OnEnter func()           // Enter with the list focused
	OnLeft  func()           // left, to what stands beside the list; nil: the window's
	heading func(i int) bool // rows that head others and are passed over; nil: none
	picked  func(i int)
	chosen  int  // -1: none
	waiting bool // chosen before the list had a size
	silent  bool // the choice is the program's
}

func newKeyList(w *Window, length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject)) *keyList {
	l := &keyList{win: w, chosen: -1, picked: func(int) {}}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.HideSeparators = true
	l.OnSelected = l.selected
	l.ExtendBaseWidget(l)
	return l
}

// onSelect sets what a person's choice does; a choice by choose does nothing.
func (l *keyList) onSelect(f func(i int)) { l.picked = f }

func (l *keyList) selected(i int) {
	switch {
	case l.silent:
		l.chosen = i
	case l.isHeading(i): // tapped: what was chosen stays chosen
		was := l.chosen
		l.chosen = i
		l.choose(was)
	default:
		l.chosen = i
		l.Highlight(i)
		l.picked(i)
	}
}

func (l *keyList) isHeading(i int) bool { return l.heading != nil && l.heading(i) }

// choose shows a row as chosen, -1 for none, and scrolls to it if it was not
// chosen before.
func (l *keyList) choose(i int) {
	if i == l.chosen && !l.waiting {
		return
	}
	l.chosen = i
	if l.waiting = l.Size().Height == 0 && i >= 0; l.waiting {
		return
	}
	l.silent = true
	if i < 0 {
		l.UnselectAll()
	} else {
		l.Select(i)
		l.Highlight(i)
		l.inSight()
	}
	l.silent = false
}

// inSight scrolls to the row that is chosen, with the heading above the first one.
func (l *keyList) inSight() {
	l.ScrollTo(l.chosen)
	for i := range l.chosen {
		if !l.isHeading(i) {
			return
		}
	}
	l.ScrollToTop()
}

// Resize implements fyne.Widget. What is chosen stays in sight.
func (l *keyList) Resize(s fyne.Size) {
	was := l.Size().Height
	l.List.Resize(s)
	switch {
	case l.waiting && s.Height > 0:
		l.choose(l.chosen)
	case l.chosen >= 0 && s.Height != was:
		l.inSight()
	}
}

// pageRows is how many rows page up and page down go: about as many as are in
// sight at once.
const pageRows = 8

// TypedKey implements fyne.Focusable.
func (l *keyList) TypedKey(k *fyne.KeyEvent) {
	last := l.Length() - 1
	switch k.Name {
	case fyne.KeyUp:
		l.toward(l.chosen-1, -1)
	case fyne.KeyDown:
		l.toward(l.chosen+1, 1)
	case fyne.KeyPageUp:
		l.toward(max(0, l.chosen-pageRows), -1)
	case fyne.KeyPageDown:
		l.toward(min(last, l.chosen+pageRows), 1)
	case fyne.KeyHome:
		l.toward(0, 1)
	case fyne.KeyEnd:
		l.toward(last, -1)
	case fyne.KeyReturn, fyne.KeyEnter:
		switch {
		case l.OnEnter == nil:
			l.win.typed(k)
		case l.chosen < 0:
			l.toward(0, 1) // first it is shown what enter will be about
		default:
			l.OnEnter()
		}
	case fyne.KeyLeft:
		if l.OnLeft != nil {
			l.OnLeft()
			return
		}
		l.win.typed(k)
	default:
		l.win.typed(k)
	}
}

// toward chooses a row, or if it only heads others the next one by by. At the end
// of the list the row that is chosen stays.
func (l *keyList) toward(i, by int) {
	for ; i >= 0 && i < l.Length(); i += by {
		if !l.isHeading(i) {
			l.Select(i)
			return
		}
	}
	if by < 0 && l.Length() > 0 {
		l.toward(0, 1)
		l.ScrollToTop() // its heading comes into sight
	}
}
