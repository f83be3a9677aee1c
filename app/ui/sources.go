package ui

import "fyne.io/fyne/v2"

type emptyPane struct{ o fyne.CanvasObject }

func (p emptyPane) Object() fyne.CanvasObject { return p.o }
func (emptyPane) Refresh()                    {}
func (emptyPane) Focus()                      {}

func newSourcesPane(w *Window) Pane   { return emptyPane{emptyState(nil, "Sources", "")} }
func newReaderPane(w *Window) Pane    { return emptyPane{emptyState(nil, "Text", "")} }
func newProposalsPane(w *Window) Pane { return emptyPane{emptyState(nil, "Proposals", "")} }
func (w *Window) dropped([]fyne.URI)  {}
