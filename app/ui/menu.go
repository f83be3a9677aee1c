package ui

import (
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
	if e, ok := w.win.Canvas().Focused().(*widget.Entry); ok {
		switch id {
		case present.ActUndo:
			e.TypedShortcut(&fyne.ShortcutUndo{})
			return
		case present.ActRedo:
			e.TypedShortcut(&fyne.ShortcutRedo{})
			return
		}
	}
	w.shell.Run(id)
	w.refreshMenu()
	if strings.HasPrefix(string(id), "place.") {
		w.focusList() // whoever goes to a place by key goes on by key
	}
}

// typed does the action of a key without modifiers: it hears what nobody who
// has the keyboard had a use for.
func (w *Window) typed(k *fyne.KeyEvent) {
	if w.win.Canvas().Overlays().Top() != nil {
		return
	}
	name := string(k.Name)
	if k.Name == fyne.KeyEnter {
		name = string(fyne.KeyReturn)
	}
	for _, a := range present.Actions {
		if a.Plain.Name == name && name != "" && w.shell.Enabled(a.ID) {
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
