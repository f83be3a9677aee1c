// Package ui draws the window: a file per pane, with the names of the view
// models of package present, which it shows and to which it hands what a person
// does. It decides nothing.
//
// Everything here runs on Fyne's goroutine. The one fyne.Do of the program is in
// scheduler.go; work that takes time is started by view models, never here.
//
// # How a pane is added
//
//	func newClaimsPane(w *Window) Pane   makes view model and widgets, sets
//	                                     model.Changed = w.later(p.Refresh)
//	panes (places.go)                    the table that puts it in its place
//	Pane                                 Object, Refresh, Focus
//
// A pane in listSlot takes the list column of the place it is registered for; in
// wideSlot it takes the list, the text and the side column together. The claim
// beside the text and the comparison have slots of their own. Panes are made on
// first use and live as long as the window.
//
// # What to build with
//
//	theme.go     colours and sizes by name, in one table, light and dark
//	icons.go     icon(name, colour)
//	kit*.go      prose (text that wraps, is cut, has words marked), badge, chip,
//	             keyHint, header, emptyState, card, page, iconButton
//	list.go      keyList: a list in which the keys choose the row they are about
//	menus.go     popUp, choices, facets; actionButton (an action of present.Actions
//	             as a button) and actionMenu
//	columns.go   panes side by side whose widths are remembered
//	dialogs*.go  what present.Asks asks: tell, confirm, text, form, pick, open, save
//
// Text is drawn with prose, not with widget.Label, wherever there are rows.
package ui
