package textview

import "fyne.io/fyne/v2"

// Caret is where in the pane the character at an offset begins, from the pane's
// upper left corner to that of its line, and how high the line is; ok is false
// while it is out of sight.
func (v *View) Caret(off int) (at fyne.Position, height float32, ok bool) {
	if v.lay == nil || off < 0 || off > v.doc.Len() {
		return fyne.Position{}, 0, false
	}
	i := v.lay.LineAt(off)
	at = fyne.NewPos(v.columns.left+v.lay.X(i, off), v.lay.Top(i)+marginY-v.scroll.Offset.Y)
	height = v.lay.LineHeight(i)
	return at, height, at.Y >= 0 && at.Y+height <= v.scroll.Size().Height
}
