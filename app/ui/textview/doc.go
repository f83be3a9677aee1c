// Package textview is the reading pane: it shows one canonical text with marks
// on its words and lets a person read it, select in it and find their way.
// Two panes side by side, kept in step by a Pair, show how two versions differ.
//
// What a text looks like in lines, and what a point or a key means in it, is
// worked out by package textlayout, which knows no Fyne. Here the lines in
// sight are drawn, and no others: one canvas.Text per line (one per visual run
// where a line mixes directions), rectangles below it for marks and the
// selection, thin figures above it for underlines and strikes. Objects are
// pooled, so scrolling makes none.
//
// Offsets are bytes of the canonical text. Everything must be called on Fyne's
// goroutine; nothing here starts another.
//
// # Marks
//
// Every kind of mark has a tint and a shape (an underline, a strike, an
// outline; for most also a sign in the gutter), so that no meaning is carried
// by colour alone. A test computes that the words on every tint, and on the
// selection, have a contrast of at least 4.5:1 in the light and in the dark
// theme, and every shape at least 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
//
// # Focus and shortcuts
//
// Fyne sends every shortcut to the focused widget, where it would end. What the
// pane does not use it hands to OnShortcut, and if that is nil or declines, to
// the canvas; so too keys and characters.
package textview
