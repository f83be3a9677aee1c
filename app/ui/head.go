package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"stet/app/present"
	"stet/claims"
)

// headBar is the line at the top: back and forward, search, what asks for
// attention, and the job under way.
type headBar struct {
	w        *Window
	box      fyne.CanvasObject
	search   *searchEntry
	readOnly *badge
	findings *tappable
	foundN   *badge
	job      *fyne.Container
	jobText  *prose
	progress *widget.ProgressBar
	busy     *widget.ProgressBarInfinite
}

func newHeadBar(w *Window) *headBar {
	h := &headBar{w: w, search: newSearchEntry(w), readOnly: newBadge("", toneWarn)}
	h.foundN = newBadge("", toneWarn)
	h.findings = newTappable(pad(3, 3, 4, 4, h.foundN), func() { w.run(present.ActInbox) })
	h.jobText = captionText("")
	h.progress = widget.NewProgressBar()
	h.progress.TextFormatter = func() string { return "" }
	h.busy = widget.NewProgressBarInfinite()
	h.busy.Stop()
	cancel := iconButton(icon("dismiss", colourMuted), "Cancel; what is done stays", func() { w.shell.Jobs.Cancel() })
	track := container.New(sized{150, 8}, h.progress, h.busy)
	h.job = container.NewBorder(nil, nil, nil, cells(4, track, cancel), container.New(sized{230, 0}, middle(h.jobText)))
	nav := cells(0, w.actionButton(present.ActBack, "", icon("back", colourText)), w.actionButton(present.ActForward, "", icon("forward", colourText)))
	right := cells(8, h.readOnly, h.findings, h.job)
	line := container.NewBorder(nil, nil, middle(nav), right, container.New(upTo{460}, h.search))
	h.box = rows(0, on(colourChrome, pad(5, 5, 8, 8, line)), newLine())
	return h
}

func (h *headBar) refresh() {
	s := h.w.shell
	ro := ""
	if s.Desk != nil && s.Desk.ReadOnly() {
		ro = "Reading only"
	}
	h.readOnly.Set(ro, toneWarn)
	text := s.Counts.Waiting()
	h.foundN.Set(text, toneWarn)
	setVisible(h.findings, text != "")
	if q := h.w.sources.Query; q == "" && s.Desk == nil && h.search.Text != "" {
		h.search.SetText("")
	}
	if s.Desk == nil {
		h.search.Disable()
	} else {
		h.search.Enable()
	}
	h.refreshJob(s.Jobs.Now)
}

func (h *headBar) refreshJob(j *present.Job) {
	if j == nil {
		h.busy.Stop()
		h.job.Hide()
		return
	}
	text := j.Title
	switch {
	case j.Cancelling:
		text = "Cancelling …"
	case j.Total > 0:
		text += " " + claims.Number(float64(j.Done)) + " of " + claims.Number(float64(j.Total))
	default:
		text += " …"
	}
	h.jobText.Set(text)
	if j.Total > 0 {
		h.busy.Stop()
		h.busy.Hide()
		h.progress.Show()
		h.progress.SetValue(j.Share())
	} else {
		h.progress.Hide()
		h.busy.Show()
		h.busy.Start()
	}
	h.job.Show()
}

// sized gives its objects at least a size; a height of 0 is their own.
type sized struct{ w, h float32 }

func (z sized) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := z.h
	if h == 0 && len(o) > 0 {
		h = o[0].MinSize().Height
	}
	return fyne.NewSize(grown(z.w), h)
}

func (z sized) Layout(o []fyne.CanvasObject, s fyne.Size) {
	for _, x := range o {
		x.Resize(s)
		x.Move(fyne.NewPos(0, 0))
	}
}

// upTo lets its object take the width there is, up to a limit.
type upTo struct{ w float32 }

func (u upTo) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120, o[0].MinSize().Height)
}

func (u upTo) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(min(u.w, s.Width), h))
	o[0].Move(fyne.NewPos(6, (s.Height-h)/2))
}

// searchEntry is where one types to search everything.
type searchEntry struct {
	widget.Entry
	w       *Window
	OnDown  func()
	OnLeave func()
}

func newSearchEntry(w *Window) *searchEntry {
	e := &searchEntry{w: w}
	e.PlaceHolder = "Search everything    Ctrl+K"
	e.SetIcon(icon("search", colourMuted))
	e.OnChanged = func(s string) { w.sources.Type(s) }
	e.OnSubmitted = func(string) { w.sources.Submit() }
	e.OnDown = func() {
		if e.Text == "" {
			w.focusList()
			return
		}
		w.sources.Submit()
	}
	e.ExtendBaseWidget(e)
	return e
}

// searchFor searches everything for words, and goes into what is found.
func (w *Window) searchFor(words string) {
	w.head.search.SetText(words)
	w.sources.Submit()
}

// TypedKey implements fyne.Focusable: down goes to the results, escape empties
// the search.
func (e *searchEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyDown:
		if e.OnDown != nil {
			e.OnDown()
		}
	case fyne.KeyEscape:
		if e.Text != "" {
			e.SetText("")
			return
		}
		e.w.win.Canvas().Unfocus()
	default:
		e.Entry.TypedKey(k)
	}
}

// toastBar shows a toast at the foot of the panes.
type toastBar struct {
	w      *Window
	box    *fyne.Container
	text   *prose
	button *widget.Button
	card   *fyne.Container
}

func newToastBar(w *Window) *toastBar {
	t := &toastBar{w: w, text: plainText("").wrapped(3)}
	t.button = widget.NewButton("", func() { w.shell.Toasts.Take() })
	t.button.Importance = widget.LowImportance
	back := newFill(colourCard)
	back.Edge, back.Radius = colourInfo, 6
	closer := iconButton(icon("dismiss", colourMuted), "", func() { w.shell.Toasts.Dismiss() })
	t.card = container.NewStack(back, pad(4, 4, 12, 4, container.NewBorder(nil, nil, nil, cells(2, middle(t.button), middle(closer)), middle(t.text))))
	t.box = container.New(atFoot{460}, t.card)
	return t
}

func (t *toastBar) refresh() {
	now := t.w.shell.Toasts.Now
	if now == nil {
		t.box.Hide()
		return
	}
	t.text.Set(now.Text)
	t.button.SetText(now.Action)
	setVisible(t.button, now.Action != "")
	t.box.Show()
	t.box.Refresh()
}

// atFoot puts one thing in the middle above the lower edge, where it does not
// cover the buttons at the foot of a pane.
type atFoot struct{ w float32 }

func (f atFoot) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (f atFoot) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := min(f.w, s.Width-24)
	o[0].Resize(fyne.NewSize(w, o[0].MinSize().Height))
	h := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(w, h))
	o[0].Move(fyne.NewPos((s.Width-w)/2, s.Height-h-52))
}
