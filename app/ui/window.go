package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetooltip "github.com/dweymouth/fyne-tooltip"

	"stet/app/present"
	"stet/assets"
)

// Window is the one window of the program.
type Window struct {
	app   fyne.App
	win   fyne.Window
	shell *present.Shell

	menu    *fyne.MainMenu
	items   map[present.ActionID]*fyne.MenuItem
	pressed []string // keys without modifiers that are still to be heard
	buttons []*boundButton

	head    *headBar
	rail    *rail
	status  *statusBar
	toast   *toastBar
	columns *columns
	list    *fyne.Container // what the list slot shows
	text    *fyne.Container
	side    *sideColumn
	wide    *fyne.Container // wide panes and the comparison
	welcome *welcome
	body    *fyne.Container

	sources   *present.Sources
	reader    *present.Reader
	importing *present.Importing
	covering  *present.Covering
	dialog    *Dialog // the question in front; nil if there is none
	chooser   chooser // Fyne's chooser of files that was opened last
	imports   *importDialogs
	decide    *deciding

	made map[int]Pane // by index in panes
	hint string       // for the status bar, while the pointer is on something
}

// New makes the window for a shell. It is not shown yet.
func New(app fyne.App, shell *present.Shell) *Window {
	w := &Window{app: app, shell: shell, win: app.NewWindow("Stet"), items: map[present.ActionID]*fyne.MenuItem{}, made: map[int]Pane{}}
	w.applyTheme()
	w.sources, w.reader, w.importing = present.NewSources(shell), present.NewReader(shell), present.NewImporting(shell)
	w.sources.Found = w.reader.SearchFor
	w.covering = present.NewCovering(shell, w.reader)
	w.imports = newImportDialogs(w)
	w.decide = newDeciding(w)
	w.bindFrame()
	w.asks()
	w.buildMenu()
	w.head, w.rail, w.status, w.toast = newHeadBar(w), newRail(w), newStatusBar(w), newToastBar(w)
	w.list, w.text, w.wide = container.NewStack(), container.NewStack(), container.NewStack()
	w.side = newSideColumn(w)
	w.columns = newColumns(on(colourList, w.list), w.text, on(colourList, w.side.box))
	w.columns.OnChanged = w.rememberColumns
	w.recallColumns()
	w.welcome = newWelcome(w)
	w.body = container.NewStack(w.columns, w.wide, w.welcome.box)
	frame := container.New(frameLayout{w.rail}, w.head.box, w.status.box, w.rail.box, container.NewStack(w.body, w.toast.box, newAttic(w)))
	w.win.SetContent(fynetooltip.AddWindowToolTipLayer(frame, w.win.Canvas()))
	w.win.SetPadded(false)
	w.win.SetIcon(fyne.NewStaticResource("stet.png", assets.AppIcon))
	w.win.SetMaster()
	w.win.Resize(w.startSize())
	w.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { w.dropped(uris) })
	w.win.SetCloseIntercept(w.quit)
	w.win.Canvas().SetOnTypedKey(w.typed)
	shell.Changed = w.later(w.refresh)
	shell.Jobs.Changed = shell.Changed
	shell.Toasts.Changed = shell.Changed
	shell.Listen(present.Listener{
		Desk:  func() { w.title(); w.refresh(); w.begin() },
		Route: func(present.Route) { w.refresh() },
	})
	w.title()
	w.refresh()
	return w
}

// Show opens the window.
func (w *Window) Show() { w.win.Show() }

// later makes a function that calls f once after the events under way, however
// often it is called meanwhile.
func (w *Window) later(f func()) func() {
	due := false
	return func() {
		if due {
			return
		}
		due = true
		w.shell.Sched.Post(func() { due = false; f() })
	}
}

// firstSize is the size of a window that was never open: what a laptop's screen
// has room for.
var firstSize = fyne.NewSize(1280, 800)

func (w *Window) startSize() fyne.Size {
	m := w.shell.Settings.Memory
	if m.Width < 640 || m.Height < 400 {
		return firstSize
	}
	return fyne.NewSize(m.Width, m.Height)
}

func (w *Window) title() {
	t := "Stet"
	if w.shell.Desk != nil {
		t = "Stet: " + w.shell.Name
		if w.shell.Desk.ReadOnly() {
			t += " (reading only)"
		}
	}
	w.win.SetTitle(t)
}

// refresh shows the frame as the shell is now, and the panes its route asks
// for.
func (w *Window) refresh() {
	w.title()
	w.place()
	w.head.refresh()
	if w.rail.refresh() {
		w.win.Content().Refresh()
	}
	w.status.refresh()
	w.toast.refresh()
	w.side.refresh()
	w.refreshMenu()
}

// place puts the panes where the route wants them.
func (w *Window) place() {
	s := w.shell
	if s.Desk == nil {
		w.show(w.welcome.box)
		w.welcome.refresh()
		return
	}
	if s.Route.Comparing() {
		if p := w.pane(func(x paneSpec) bool { return x.slot == compareSlot }); p != nil {
			w.fill(w.wide, p.Object())
			w.show(w.wide)
			return
		}
	}
	if p := w.pane(func(x paneSpec) bool { return x.slot == wideSlot && x.place == s.Route.Place }); p != nil {
		w.fill(w.wide, p.Object())
		w.show(w.wide)
		return
	}
	if p := w.pane(func(x paneSpec) bool { return x.slot == listSlot && x.place == s.Route.Place }); p != nil {
		w.fill(w.list, p.Object())
	} else {
		w.fill(w.list, emptyState(icon(string(s.Route.Place), colourMuted), s.Route.Place.Title(), "There is nothing here yet."))
	}
	if p := w.pane(func(x paneSpec) bool { return x.slot == textSlot }); p != nil {
		w.fill(w.text, p.Object())
	}
	hide := s.Settings.Hidden
	if list, side := !hide["list"], !hide["side"]; w.columns.left.Visible() != list || w.columns.right.Visible() != side {
		setVisible(w.columns.left, list)
		setVisible(w.columns.right, side)
		w.columns.Refresh()
	}
	w.show(w.columns)
}

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// fill puts one thing into a slot.
func (w *Window) fill(slot *fyne.Container, o fyne.CanvasObject) {
	if len(slot.Objects) == 1 && slot.Objects[0] == o {
		return
	}
	slot.Objects = []fyne.CanvasObject{o}
	slot.Refresh()
}

// show shows one of the bodies of the window.
func (w *Window) show(one fyne.CanvasObject) {
	for _, o := range w.body.Objects {
		if want := o == one; o.Visible() != want {
			setVisible(o, want)
		}
	}
}

// pane is the first pane of the table that fits, made if it was not yet.
func (w *Window) pane(fits func(paneSpec) bool) Pane {
	for i, x := range panes() {
		if !fits(x) {
			continue
		}
		if w.made[i] == nil {
			w.made[i] = x.make(w)
			w.made[i].Refresh()
		}
		return w.made[i]
	}
	return nil
}

// begin gives the keyboard to the list of the place that is open, unless somebody
// has it: whoever opens a desk goes on by key.
func (w *Window) begin() {
	if c := w.win.Canvas(); w.shell.Desk != nil && c.Focused() == nil && c.Overlays().Top() == nil {
		w.focusList()
	}
}

// focusList gives the keyboard to the list of the place that is open.
func (w *Window) focusList() {
	place := w.shell.Route.Place
	if p := w.pane(func(x paneSpec) bool { return (x.slot == listSlot || x.slot == wideSlot) && x.place == place }); p != nil {
		p.Focus()
	}
}

// focusText gives the keyboard to the text.
func (w *Window) focusText() {
	if p := w.pane(func(x paneSpec) bool { return x.slot == textSlot }); p != nil && !w.shell.Route.Comparing() {
		p.Focus()
	}
}

// say shows a line in the status bar while the pointer is on something; "" takes
// it away.
func (w *Window) say(hint string) {
	if w.hint != hint {
		w.hint = hint
		w.status.refresh()
	}
}

// quit remembers where one was, lets the desk go and ends the program.
func (w *Window) quit() {
	size := w.win.Canvas().Size()
	w.shell.Settings.Width, w.shell.Settings.Height = size.Width, size.Height
	w.rememberColumns()
	w.shell.CloseDesk(func() {
		w.shell.Settings.Flush()
		w.app.Quit()
	})
}

func (w *Window) rememberColumns() {
	m := w.shell.Settings
	m.Splits["list"], m.Splits["side"] = float64(w.columns.LeftWidth), float64(w.columns.RightWidth)
	m.Touch()
}

func (w *Window) recallColumns() {
	if v := w.shell.Settings.Splits["list"]; v > 0 {
		w.columns.LeftWidth = float32(v)
	}
	if v := w.shell.Settings.Splits["side"]; v > 0 {
		w.columns.RightWidth = float32(v)
	}
}

// applyTheme follows the settings.
func (w *Window) applyTheme() {
	w.app.Settings().SetTheme(look{w.shell.Settings.Theme, w.shell.Settings.TextScale()})
}

// bindFrame binds the actions of the frame.
func (w *Window) bindFrame() {
	s := w.shell
	for id, name := range map[present.ActionID]string{present.ActRail: "rail", present.ActList: "list", present.ActSide: "side"} {
		s.Bind(id, present.Binding{
			Run:     func() { s.Settings.Hidden[name] = !s.Settings.Hidden[name]; s.Settings.Touch(); w.refresh() },
			Checked: func() bool { return !s.Settings.Hidden[name] },
		})
	}
	for id, t := range map[present.ActionID]present.Theme{present.ActLight: present.ThemeLight, present.ActDark: present.ThemeDark, present.ActSystem: present.ThemeSystem} {
		s.Bind(id, present.Binding{
			Run:     func() { s.Settings.Theme = t; s.Settings.Touch(); w.applyTheme(); w.refresh() },
			Checked: func() bool { return s.Settings.Theme == t },
		})
	}
	w.bindText()
	open := func() bool { return s.Desk != nil }
	s.On(present.ActSearch, func() {
		w.sources.FindHere("") // everything
		w.focusSearch()
	}, open)
	s.On(present.ActFindHere, func() {
		w.sources.FindHere(s.Route.Version.Article)
		w.focusSearch()
	}, func() bool { return open() && !s.Route.Version.IsZero() })
	s.On(present.ActShortcuts, w.showShortcuts, nil)
	s.On(present.ActAbout, w.showAbout, nil)
}

// focusSearch puts the cursor into the search box, with what is there selected.
func (w *Window) focusSearch() {
	w.win.Canvas().Focus(w.head.search)
	w.head.search.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// bindText binds the actions for the size of the text.
func (w *Window) bindText() {
	s := w.shell
	set := func(scale float32) func() {
		return func() {
			next := float32(1)
			if scale != 0 {
				next = min(maxScale, max(minScale, s.Settings.TextScale()+scale))
			}
			s.Settings.Scale = next
			s.Settings.Touch()
			w.applyTheme()
			w.regrow()
		}
	}
	s.On(present.ActBigger, set(0.1), func() bool { return s.Settings.TextScale() < maxScale-0.01 })
	s.On(present.ActSmaller, set(-0.1), func() bool { return s.Settings.TextScale() > minScale+0.01 })
	s.On(present.ActNormal, set(0), nil)
}

// regrow lays everything out for another size of the text.
func (w *Window) regrow() {
	w.rail.regrow()
	for _, p := range w.made {
		if x, ok := p.(interface{ restyle() }); ok {
			x.restyle()
		}
		p.Refresh()
	}
	w.refresh()
	w.win.Content().Refresh()
}

// Limits of the size of the text: from small print to what can be read from
// across a desk.
const (
	minScale = 0.7
	maxScale = 2
)
