package textview

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// KeyDown implements desktop.Keyable, for the state of shift.
func (b *body) KeyDown(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		b.shift = true
	}
}

// KeyUp implements desktop.Keyable.
func (b *body) KeyUp(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		b.shift = false
	}
}

// TypedRune implements fyne.Focusable. The pane takes no text: a space turns
// the page, everything else is the window's.
func (b *body) TypedRune(r rune) {
	if r == ' ' {
		return // TypedKey has it
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// TypedKey implements fyne.Focusable.
func (b *body) TypedKey(k *fyne.KeyEvent) {
	v := b.v
	if v.lay != nil {
		if v.travel(k.Name, false, b.shift) {
			return
		}
		switch k.Name {
		case fyne.KeySpace:
			v.page(b.shift)
			return
		case fyne.KeyReturn, fyne.KeyEnter:
			if under := v.MarksAt(v.sel.caret); len(under) > 0 && v.OnActivate != nil {
				v.OnActivate(under[0])
				return
			}
		case desktop.KeyMenu:
			b.menuAtCaret()
			return
		case fyne.KeyF10:
			if b.shift {
				b.menuAtCaret()
				return
			}
		case fyne.KeyEscape:
			if !v.Selection().Empty() {
				v.moveTo(v.sel.caret, false)
				return
			}
		}
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(k)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (b *body) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		b.v.Copy()
		return
	case *fyne.ShortcutSelectAll:
		b.v.SelectAll()
		return
	case *desktop.CustomShortcut:
		shift := s.Modifier&fyne.KeyModifierShift != 0
		if b.v.lay != nil && farther(s) && b.v.travel(s.KeyName, true, shift) {
			return
		}
	}
	if b.v.OnShortcut != nil && b.v.OnShortcut(s) {
		return
	}
	handOn(fyne.CurrentApp().Driver().CanvasForObject(b), s)
}

// handOn lets a canvas run a shortcut as if nothing had the focus.
func handOn(c fyne.Canvas, s fyne.Shortcut) {
	if h, ok := c.(fyne.Shortcutable); ok {
		h.TypedShortcut(s)
	}
}

// farther reports whether a shortcut is a key of movement held with the key for
// going far: control, and on some systems alt or command.
func farther(s *desktop.CustomShortcut) bool {
	switch m := s.Modifier &^ fyne.KeyModifierShift; m {
	case fyne.KeyModifierAlt: // alt with up and down belongs to menus and lists
		return runtime.GOOS == "darwin" && (s.KeyName == fyne.KeyLeft || s.KeyName == fyne.KeyRight)
	default:
		return m == fyne.KeyModifierControl || m == fyne.KeyModifierShortcutDefault
	}
}

// Copy puts the words selected on the clipboard.
func (v *View) Copy() {
	if s := v.SelectedText(); s != "" {
		fyne.CurrentApp().Clipboard().SetContent(s)
	}
}

// travel moves the caret by a key, far with control held; it tells whether the
// key is one that moves.
func (v *View) travel(k fyne.KeyName, far, extend bool) bool {
	from := v.caretInSight(extend)
	l := v.lay
	var to int
	vertical := false
	switch k {
	case fyne.KeyLeft:
		to = pick(far, l.PrevWord, l.Prev)(from)
	case fyne.KeyRight:
		to = pick(far, l.NextWord, l.Next)(from)
	case fyne.KeyHome:
		to = pick(far, func(int) int { return 0 }, l.LineStart)(from)
	case fyne.KeyEnd:
		to = pick(far, func(int) int { return v.doc.Len() }, l.LineEnd)(from)
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		if far {
			return v.nudge(k)
		}
		to, vertical = v.vertical(k, from), true
	default:
		return false
	}
	if !vertical {
		v.sel.keep = false
	}
	if !extend && !far && !v.Selection().Empty() { // a plain arrow drops the selection at its side
		switch k {
		case fyne.KeyLeft:
			to = v.Selection().Start
		case fyne.KeyRight:
			to = v.Selection().End
		}
	}
	v.moveTo(to, extend)
	return true
}

func pick(far bool, a, b func(int) int) func(int) int {
	if far {
		return a
	}
	return b
}

// vertical moves up or down and keeps to the column where it began.
func (v *View) vertical(k fyne.KeyName, from int) int {
	if !v.sel.keep {
		v.sel.goal, v.sel.keep = v.lay.X(v.lay.LineAt(from), from), true
	}
	page := max(1, int(v.scroll.Size().Height*pageShare/v.face.m[0].LineHeight))
	n := map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: -page, fyne.KeyPageDown: page}[k]
	return v.lay.Vertical(from, n, v.sel.goal)
}

// pageShare is how much of the pane a page is: some lines stay in sight.
const pageShare = 0.85

// nudge scrolls and leaves the caret.
func (v *View) nudge(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyUp:
		v.scrollY(v.scroll.Offset.Y - v.face.m[0].LineHeight)
	case fyne.KeyDown:
		v.scrollY(v.scroll.Offset.Y + v.face.m[0].LineHeight)
	default:
		return false // control with page keys is for tabs and documents
	}
	return true
}

// page scrolls a page, as space does in a browser.
func (v *View) page(up bool) {
	by := v.scroll.Size().Height * pageShare
	if up {
		by = -by
	}
	v.scrollY(v.scroll.Offset.Y + by)
}

// caretInSight is where a key moves from. Someone who scrolled on and then
// presses an arrow means the lines in front of them, not those left behind; but
// a selection is extended from where it ends.
func (v *View) caretInSight(extend bool) int {
	s := v.VisibleSpan()
	if extend || !v.Selection().Empty() || s.Start <= v.sel.caret && v.sel.caret <= s.End {
		return v.sel.caret
	}
	v.sel.keep = false
	if v.sel.caret < s.Start {
		return s.Start
	}
	return v.lay.LineStart(s.End)
}
