package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/app/present"
)

// welcome stands in the window while no desk is open.
type welcome struct {
	w     *Window
	box   *fyne.Container
	inner *fyne.Container
	shown string
}

func newWelcome(w *Window) *welcome {
	wl := &welcome{w: w, inner: container.NewStack()}
	wl.box = container.NewStack(newFill(theme.ColorNameBackground), wl.inner)
	return wl
}

func (wl *welcome) refresh() {
	s := wl.w.shell
	key := ""
	if s.Opening || s.Jobs.Now != nil {
		key = "opening"
	}
	for _, d := range s.Settings.Recent {
		key += "\n" + d
	}
	if key == wl.shown {
		return
	}
	wl.shown = key
	if s.Opening || s.Jobs.Now != nil {
		wl.inner.Objects = []fyne.CanvasObject{emptyState(icon("desk", colourMuted), "Opening the desk …", "One moment.")}
		wl.inner.Refresh()
		return
	}
	open := wl.w.actionButton(present.ActOpenDesk, "Open desk…", icon("desk", colourText))
	fresh := wl.w.actionButton(present.ActNewDesk, "New desk…", icon("plus", colourText))
	sample := wl.w.actionButton(present.ActSampleDesk, "Open the sample desk", icon("story", theme.ColorNameForegroundOnPrimary))
	sample.Importance = widget.HighImportance
	next := []fyne.CanvasObject{sample, cells(8, fresh, open)}
	if len(s.Settings.Recent) > 0 {
		recent := []fyne.CanvasObject{captionText("Opened lately").whole()}
		for _, d := range s.Settings.Recent[:min(4, len(s.Settings.Recent))] {
			recent = append(recent, container.NewCenter(newTappable(pad(3, 3, 8, 8, plainText(filepath.Base(d)+"  ·  "+filepath.Dir(d)).whole()),
				func() { s.OpenDesk(present.DeskRequest{Dir: d}) })))
		}
		next = append(next, rows(2, recent...))
	}
	wl.inner.Objects = []fyne.CanvasObject{emptyState(icon("desk", colourMuted), "No desk is open",
		"A desk is a folder that keeps your sources, claims and decisions. Look around in the sample desk, or begin one of your own.", next...)}
	wl.inner.Refresh()
}
