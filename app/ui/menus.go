package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"stet/app/present"
)

// popUp shows a menu below what it belongs to.
func (w *Window) popUp(at fyne.CanvasObject, items ...*fyne.MenuItem) {
	widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), w.win.Canvas(), fyne.NewPos(0, at.Size().Height), at)
}

// checked is an entry of a menu that is in force or not.
func checked(title string, on bool, run func()) *fyne.MenuItem {
	it := fyne.NewMenuItem(title, run)
	it.Checked = on
	return it
}

// choices are entries of a menu of which one is in force.
func choices[T comparable](list []present.Named[T], now T, set func(T)) []*fyne.MenuItem {
	out := make([]*fyne.MenuItem, len(list))
	for i, x := range list {
		out[i] = checked(x.Title, x.Value == now, func() { set(x.Value) })
	}
	return out
}

// facetsShown is how many values a menu of facets lists: a screen full.
const facetsShown = 20

// facets are entries to limit a list to a value, with how many there are of each,
// below one that takes the limit away.
func facets(all string, list []present.Facet, now string, count func(int) string, set func(string)) []*fyne.MenuItem {
	out := []*fyne.MenuItem{checked(all, now == "", func() { set("") }), fyne.NewMenuItemSeparator()}
	for _, f := range list[:min(facetsShown, len(list))] {
		out = append(out, checked(present.Short(f.Title, 50)+"   "+count(f.N), f.Value == now, func() { set(f.Value) }))
	}
	return out
}

// submenu is an entry that opens others; it is off if there is nothing to choose
// from.
func submenu(title string, list []present.Facet, now string, count func(int) string, set func(string)) *fyne.MenuItem {
	it := fyne.NewMenuItem(title, nil)
	it.ChildMenu = fyne.NewMenu("", facets("All", list, now, count, set)...)
	it.Disabled = len(list) == 0
	return it
}
