package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
)

// shortcutOf is a key as Fyne's menus know it. Fyne has its own shortcuts for
// undo; a menu entry must name the same one.
func shortcutOf(k present.Key) fyne.Shortcut {
	if k.Name == "" {
		return nil
	}
	if k == (present.Key{Ctrl: true, Name: "Z"}) {
		return &fyne.ShortcutUndo{}
	}
	var m fyne.KeyModifier
	if k.Ctrl {
		m |= fyne.KeyModifierShortcutDefault
	}
	if k.Shift {
		m |= fyne.KeyModifierShift
	}
	if k.Alt {
		m |= fyne.KeyModifierAlt
	}
	return &desktop.CustomShortcut{KeyName: fyne.KeyName(k.Name), Modifier: m}
}

// buildMenu makes the menu bar from the table of actions.
func (w *Window) buildMenu() {
	var menus []*fyne.Menu
	for _, m := range present.Menus {
		menu := fyne.NewMenu(string(m))
		for _, a := range present.Actions {
			if a.Menu != m {
				continue
			}
			if a.Gap && len(menu.Items) > 0 {
				menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
			}
			item := fyne.NewMenuItem(a.Title, func() { w.run(a.ID) })
			item.Shortcut = shortcutOf(a.Key)
			item.IsQuit = a.ID == present.ActQuit
			w.items[a.ID] = item
			menu.Items = append(menu.Items, item)
		}
		menus = append(menus, menu)
	}
	w.menu = fyne.NewMainMenu(menus...)
	w.win.SetMainMenu(w.menu)
	w.refreshMenu()
}

// refreshMenu shows which actions are possible now. The menu bar is only drawn
// anew if something differs.
func (w *Window) refreshMenu() {
	differs := false
	for _, a := range present.Actions {
		item := w.items[a.ID]
		off := !w.shell.Enabled(a.ID)
		on, _ := w.shell.Checked(a.ID)
		title := w.shell.ActionTitle(a.ID)
		if item.Disabled != off || item.Checked != on || item.Label != title {
			item.Disabled, item.Checked, item.Label = off, on, title
			differs = true
		}
	}
	if differs {
		w.menu.Refresh()
	}
	for _, b := range w.buttons {
		b.refresh()
	}
}

// run does an action. Undo and redo first belong to a text being typed.
func (w *Window) run(id present.ActionID) {
	if top := w.win.Canvas().Overlays().Top(); top != nil { // a question of ours, a chooser of files or a menu
		switch id {
		case present.ActVerdict:
			if d := w.dialog; d == nil || d.over != top {
				return
			}
			w.dialog.Confirm() // control and enter, in a field of several lines too
		case present.ActUndo, present.ActRedo:
			w.undoTyping(id)
		case present.ActLight, present.ActDark, present.ActSystem, present.ActQuit:
			w.shell.Run(id)
			w.refreshMenu()
		}
		return // what stands in front comes first
	}
	if (id == present.ActUndo || id == present.ActRedo) && w.undoTyping(id) {
		return
	}
	w.shell.Run(id)
	w.refreshMenu()
	if strings.HasPrefix(string(id), "place.") {
		w.focusList() // whoever goes to a place by key goes on by key
	}
}

// undoTyping takes back, or does again, what was typed into the field that has
// the keyboard; it tells whether there is one.
func (w *Window) undoTyping(id present.ActionID) bool {
	e := fyne.Shortcutable(nil)
	switch x := w.win.Canvas().Focused().(type) {
	case *widget.Entry:
		e = x
	case *fieldEntry:
		e = x
	case *searchEntry:
		e = x
	default:
		return false
	}
	if id == present.ActUndo {
		e.TypedShortcut(&fyne.ShortcutUndo{})
	} else {
		e.TypedShortcut(&fyne.ShortcutRedo{})
	}
	return true
}

// typed does the action of a key without modifiers: it hears what nobody who
// has the keyboard had a use for.
func (w *Window) typed(k *fyne.KeyEvent) {
	if w.win.Canvas().Overlays().Top() != nil {
		if k.Name == fyne.KeyEscape {
			w.turnAway()
		}
		return
	}
	name := string(k.Name)
	if k.Name == fyne.KeyEnter {
		name = string(fyne.KeyReturn)
	}
	if len(name) == 1 && name >= "1" && name <= "9" && w.shell.Side() == present.SideClaim {
		w.decide.inspector.Matches.Open(int(name[0] - '1'))
		return
	}
	if name == "" || !slices.ContainsFunc(present.Actions, func(a present.Action) bool { return a.Plain.Name == name }) {
		return
	}
	// Afterwards: the letter of the key is still to come, and a field that the action
	// opens must not get it. What it is about is asked then, for the key before it may
	// still be at work.
	w.pressed = append(w.pressed, name)
	w.shell.Sched.Go(func() { w.shell.Sched.Post(w.plain) })
}

// plain does what the first of the keys pressed without modifiers stands for now.
func (w *Window) plain() {
	name := w.pressed[0]
	w.pressed = w.pressed[1:]
	if w.win.Canvas().Overlays().Top() != nil {
		return
	}
	for _, a := range present.Actions {
		if a.Plain.Name == name && w.shell.Enabled(a.ID) {
			w.run(a.ID)
			return
		}
	}
}

// boundButton is an action as a button.
type boundButton struct {
	*ttwidget.Button
	w    *Window
	id   present.ActionID
	text string
}

// actionButton is a button for an action of the table: text "" shows the icon
// only. It is off while the action is, and its tip names the key.
func (w *Window) actionButton(id present.ActionID, text string, i fyne.Resource) *ttwidget.Button {
	b := ttwidget.NewButtonWithIcon(text, i, func() { w.run(id) })
	if text == "" {
		b.Importance = widget.LowImportance
	}
	bb := &boundButton{b, w, id, text}
	w.buttons = append(w.buttons, bb)
	bb.refresh()
	return b
}

func (b *boundButton) refresh() {
	a := present.ActionOf(b.id)
	tip := b.w.shell.ActionTitle(b.id)
	if k := a.Key.String(); k != "" {
		tip += "  (" + k
		if p := a.Plain.String(); p != "" {
			tip += " or " + p
		}
		tip += ")"
	}
	b.SetToolTip(tip)
	if off := !b.w.shell.Enabled(b.id); off != b.Disabled() {
		if off {
			b.Disable()
		} else {
			b.Enable()
		}
	}
}
