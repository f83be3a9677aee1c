package textview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// Clicks within this time and distance of one another count together. Fyne's
// own double tap would delay every single one.
const (
	clickTime = 400 * time.Millisecond
	clickMove = 4
)

// MouseDown implements desktop.Mouseable: one click sets the caret, two select
// a word, three a sentence, four a paragraph; with shift, one extends.
func (b *body) MouseDown(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary || b.v.lay == nil {
		return
	}
	b.v.Focus()
	now := b.v.now()
	near := abs(e.Position.X-b.at.X) <= clickMove && abs(e.Position.Y-b.at.Y) <= clickMove
	if near && now.Sub(b.clicked) < clickTime && e.Modifier&fyne.KeyModifierShift == 0 {
		b.clicks = b.clicks%4 + 1
	} else {
		b.clicks = 1
	}
	b.clicked, b.at = now, e.Position
	b.pressed, b.dragged = true, false
	if x, _ := b.inText(e.Position); x < 0 && len(b.marksUnder(e.Position)) > 0 {
		return // a sign: MouseUp taps it
	}
	g := grain(b.clicks - 1)
	b.v.press(b.unitOff(e.Position, g), g, e.Modifier&fyne.KeyModifierShift != 0)
}

// MouseUp implements desktop.Mouseable.
func (b *body) MouseUp(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary || !b.pressed {
		return
	}
	b.pressed = false
	b.stopDrift()
	b.v.tell()
	under := b.marksUnder(e.Position)
	if b.dragged || b.clicks > 1 || e.Modifier != 0 || len(under) == 0 || b.v.OnMarkTapped == nil {
		return
	}
	b.v.OnMarkTapped(b.v.marks[under[0]])
}

// Dragged implements fyne.Draggable.
func (b *body) Dragged(e *fyne.DragEvent) {
	if !b.pressed || b.v.lay == nil {
		return
	}
	b.dragged = true
	b.v.pull(b.unitOff(e.Position, b.v.sel.grain))
	b.pull = e.Position.SubtractXY(0, b.v.scroll.Offset.Y)
	if b.beyond() == 0 {
		b.stopDrift()
	} else {
		b.startDrift()
	}
}

// letGo ends whatever the mouse is about, because the text goes away.
func (b *body) letGo() {
	b.pressed, b.clicks = false, 0
	b.stopDrift()
	b.MouseOut()
}

// DragEnd implements fyne.Draggable.
func (b *body) DragEnd() {
	b.stopDrift()
	b.v.tell()
}

// driftEdge is how near the edge of the pane counts as outside: in a window as
// high as the screen the pointer gets no further.
const driftEdge = 8

// beyond is how far the pointer is above (negative) or below the pane.
func (b *body) beyond() float32 {
	if b.pull.Y < driftEdge {
		return b.pull.Y - driftEdge
	}
	return max(0, b.pull.Y-b.v.scroll.Size().Height+driftEdge)
}

// Speed of scrolling while the pointer is held outside, in pixels a second: a
// line or so at the edge, faster further out.
const (
	driftSpeed  = 60
	driftFactor = 8
	driftMost   = 3000
)

// startDrift scrolls as long as the pointer is held outside, whether it moves
// or not. An animation ticks on Fyne's goroutine, so nothing is shared.
func (b *body) startDrift() {
	if b.drift != nil {
		return
	}
	b.drifted = b.v.now()
	b.drift = &fyne.Animation{
		Duration:    time.Second,
		RepeatCount: fyne.AnimationRepeatForever,
		Curve:       fyne.AnimationLinear,
		Tick:        func(float32) { b.driftTick() },
	}
	b.drift.Start()
}

func (b *body) driftTick() {
	now := b.v.now()
	secs := float32(min(now.Sub(b.drifted), 100*time.Millisecond).Seconds())
	b.drifted = now
	by := b.beyond()
	if by == 0 || b.v.lay == nil {
		return
	}
	speed := min(driftMost, driftSpeed+abs(by)*driftFactor) * secs
	if by < 0 {
		speed = -speed
	}
	b.v.scrollY(b.v.scroll.Offset.Y + speed)
	b.v.pull(b.unitOff(b.pull.AddXY(0, b.v.scroll.Offset.Y), b.v.sel.grain))
}

func (b *body) stopDrift() {
	if b.drift != nil {
		b.drift.Stop()
		b.drift = nil
	}
}

// MouseIn implements desktop.Hoverable.
func (b *body) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (b *body) MouseMoved(e *desktop.MouseEvent) {
	at := -1
	if under := b.marksUnder(e.Position); len(under) > 0 {
		at = under[0]
	}
	b.point(at, e.Position.X)
}

// MouseOut implements desktop.Hoverable.
func (b *body) MouseOut() { b.point(-1, b.v.columns.left) }

// point notes which mark is under the pointer.
func (b *body) point(at int, x float32) {
	b.pointer = desktop.TextCursor
	switch {
	case at >= 0 && b.v.OnMarkTapped != nil && tappable(b.v.marks[at]) == 1:
		b.pointer = desktop.PointerCursor
	case x < b.v.columns.left-gutterGap:
		b.pointer = desktop.DefaultCursor
	}
	if at == b.hovered {
		return
	}
	b.hovered = at
	if b.v.OnHover == nil {
		return
	}
	if at < 0 {
		b.v.OnHover(Mark{}, false)
	} else {
		b.v.OnHover(b.v.marks[at], true)
	}
}

// TappedSecondary implements fyne.SecondaryTappable. A click outside the
// selection moves the caret there first, so that a menu speaks of what one
// clicked on.
func (b *body) TappedSecondary(e *fyne.PointEvent) {
	if b.v.lay == nil {
		return
	}
	b.v.Focus()
	if off := b.offAt(e.Position); off < b.v.Selection().Start || off > b.v.Selection().End {
		b.v.press(off, byCluster, false)
		b.v.tell()
	}
	var under []Mark
	for _, i := range b.marksUnder(e.Position) {
		under = append(under, b.v.marks[i])
	}
	b.menu(e.AbsolutePosition, under)
}

// menuAtCaret is the menu asked for by a key.
func (b *body) menuAtCaret() {
	v := b.v
	i := v.lay.LineAt(v.sel.caret)
	at := fyne.NewPos(v.columns.left+v.lay.X(i, v.sel.caret), v.lay.Top(i)+marginY+v.lay.LineHeight(i))
	b.menu(fyne.CurrentApp().Driver().AbsolutePositionForObject(b).Add(at), v.MarksAt(v.sel.caret))
}

func (b *body) menu(at fyne.Position, under []Mark) {
	if b.v.OnMenu != nil {
		b.v.OnMenu(at, b.v.Selection(), under)
		return
	}
	cp := fyne.NewMenuItem(lang.L("Copy"), b.v.Copy)
	cp.Disabled = b.v.Selection().Empty()
	all := fyne.NewMenuItem(lang.L("Select all"), b.v.SelectAll)
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", cp, all), c, at)
	}
}

func abs(x float32) float32 { return max(x, -x) }
