package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
	"stet/index/source"
)

// sourcesPane is the list of articles, or of what was found.
type sourcesPane struct {
	w       *Window
	m       *present.Sources
	box     *fyne.Container
	title   *prose
	limits  *fyne.Container
	limited *fyne.Container // limits with room around them
	foot    *fyne.Container
	summary *prose
	filter  *ttwidget.Button
	lists   *fyne.Container
	list    *keyList
	results *keyList
	empty   *emptiness
	query   string // of the results shown
}

// Heights of rows: two lines of headline and one of small print; one line of
// each and three of the passage.
const (
	sourceRowHeight = 70
	resultRowHeight = 106
)

func newSourcesPane(w *Window) Pane {
	p := &sourcesPane{w: w, m: w.sources, title: boldText("Sources"), limits: container.New(layout.NewRowWrapLayoutWithCustomPadding(4, 4)), summary: captionText("")}
	p.filter = iconButton(icon("filter", colourText), "Limit by outlet, month, kind", p.showFilters)
	order := iconButton(icon("sort", colourText), "Order", nil)
	order.OnTapped = func() { p.showOrders(order) }
	add := w.actionButton(present.ActImportFiles, "", icon("import", colourText))
	save := w.actionButton(present.ActSaveSearch, "Receipt", icon("receipt", colourText))
	save.Importance = widget.LowImportance
	p.foot = rows(0, newLine(), pad(2, 2, 12, 4, container.NewBorder(nil, nil, nil, save, middle(p.summary))))
	p.list = newKeyList(w, func() int { return len(p.m.Rows) }, newSourceRow, func(i int, o fyne.CanvasObject) { o.(*sourceRow).show(p.m.Rows[i], w.shell.Route.Version) })
	p.list.HideSeparators = false
	p.list.onSelect(func(i int) {
		if i < len(p.m.Rows) {
			p.m.Open(p.m.Rows[i])
		}
	})
	p.list.OnEnter = w.focusText
	p.results = newKeyList(w, p.hits, newResultRow, func(i int, o fyne.CanvasObject) {
		o.(*resultRow).show(p.m.Results.Hits[i])
		if i > p.hits()-10 {
			p.m.LoadMore()
		}
	})
	p.results.HideSeparators = false
	p.results.onSelect(func(i int) {
		if i < p.hits() {
			p.m.OpenHit(p.m.Results.Hits[i])
		}
	})
	p.results.OnEnter = w.focusText
	p.m.Entered = p.enter
	p.empty = newEmptiness(p.emptyView)
	p.lists = container.NewStack(p.list, p.results)
	p.limited = pad(4, 2, 10, 8, p.limits)
	head := rows(0, header(p.title, p.filter, order, add), p.limited)
	p.box = container.NewBorder(head, p.foot, nil, nil, container.NewStack(p.lists, p.empty.box))
	p.m.Changed = w.later(p.Refresh)
	w.shell.Listen(present.Listener{Route: func(present.Route) { p.follow() }})
	return p
}

func (p *sourcesPane) hits() int {
	if p.m.Results == nil {
		return 0
	}
	return len(p.m.Results.Hits)
}

// Object implements Pane.
func (p *sourcesPane) Object() fyne.CanvasObject { return p.box }

// Focus implements Pane.
func (p *sourcesPane) Focus() {
	if p.m.Results != nil {
		p.w.win.Canvas().Focus(p.results)
		return
	}
	p.w.win.Canvas().Focus(p.list)
}

// enter goes into what was found: the first hit is opened, and the keyboard is with the list, where up and down go on.
func (p *sourcesPane) enter() {
	p.Refresh()
	if p.hits() == 0 {
		return
	}
	p.Focus()
	p.results.choose(-1)
	p.results.Select(0)
}

// Refresh implements Pane.
func (p *sourcesPane) Refresh() {
	m := p.m
	found := m.Results != nil
	if found {
		p.title.Set("Found")
	} else {
		p.title.Set("Sources")
	}
	p.showLimits()
	p.summary.Set(m.Summary())
	setVisible(p.foot, m.Query != "")
	setVisible(p.results, found)
	setVisible(p.list, !found)
	p.empty.show(p.emptyFor(), p.lists)
	if found {
		if m.Results.Query != p.query {
			p.query = m.Results.Query
			p.results.choose(-1)
			p.results.ScrollToTop()
		}
		p.results.Refresh()
	} else {
		p.query = ""
		p.list.Refresh()
	}
	p.follow()
	p.box.Refresh()
}

// follow shows which article is open.
func (p *sourcesPane) follow() {
	if p.m.Results != nil {
		return // what was chosen stays chosen
	}
	for i, r := range p.m.Rows {
		if r.ID == p.w.shell.Route.Version.Article {
			p.list.choose(i)
			return
		}
	}
	p.list.choose(-1)
}

func (p *sourcesPane) emptyFor() string {
	m := p.m
	switch {
	case m.Results != nil && len(m.Results.Hits) == 0:
		return "nothing found"
	case m.Results == nil && len(m.Rows) == 0 && m.Filter != (present.Filter{}):
		return "filtered away"
	case m.Results == nil && len(m.Rows) == 0:
		return "no sources"
	}
	return ""
}

func (p *sourcesPane) emptyView(state string) fyne.CanvasObject {
	switch state {
	case "nothing found":
		keep := p.w.actionButton(present.ActSaveSearch, "Save as receipt", icon("receipt", colourText))
		return emptyState(icon("search", colourMuted), "Nothing found",
			"Try fewer words, or the beginning of one with a star: evacu*. That nothing was found can be proof: save it as a receipt.", keep)
	case "filtered away":
		all := widget.NewButton("Show all", func() { p.m.SetFilter(present.Filter{}) })
		return emptyState(icon("filter", colourMuted), "No article fits the limits", "Take a limit away to see more.", all)
	}
	add := p.w.actionButton(present.ActImportFiles, "Import files…", icon("import", theme.ColorNameForegroundOnPrimary))
	add.Importance = widget.HighImportance
	return emptyState(icon("sources", colourMuted), "No sources yet",
		"Import articles as text, Markdown or HTML, whole folders or zip archives; or drop them onto this window.",
		add, p.w.actionButton(present.ActImportFolder, "Import a folder…", nil))
}

func (p *sourcesPane) showLimits() {
	p.limits.Objects = nil
	for _, l := range p.m.Limits() {
		p.limits.Add(newChip(p.w, l.Title+"  ×", true, l.Drop))
	}
	setVisible(p.limited, len(p.limits.Objects) > 0)
}

func (p *sourcesPane) showFilters() {
	m := p.m
	with := func(change func(*present.Filter)) { f := m.Filter; change(&f); m.SetFilter(f) }
	count := func(n int) string { return present.Plural(n, m.FacetNoun()) }
	items := []*fyne.MenuItem{
		submenu("Outlet", m.Outlets, m.Filter.Outlet, count, func(v string) { with(func(f *present.Filter) { f.Outlet = v }) }),
		submenu("Month", m.Months, m.Filter.Month, count, func(v string) { with(func(f *present.Filter) { f.Month = v }) }),
		fyne.NewMenuItemSeparator(),
	}
	items = append(items, choices(present.SourceRoles, m.Filter.Role, func(r source.Role) { with(func(f *present.Filter) { f.Role = r }) })...)
	if m.Query != "" {
		items = append(items, fyne.NewMenuItemSeparator())
		items = append(items, choices(present.SearchKinds, m.Filter.Kind, func(k source.MarkKind) { with(func(f *present.Filter) { f.Kind = k }) })...)
	}
	p.w.popUp(p.filter, items...)
}

func (p *sourcesPane) showOrders(at fyne.CanvasObject) {
	if p.m.Results != nil {
		p.w.popUp(at, choices(present.ResultOrders, p.m.ByDate(), p.m.SortResults)...)
		return
	}
	p.w.popUp(at, choices(present.Orders, p.m.Order, p.m.SetOrder)...)
}

// sourceRow is an article in the list.
type sourceRow struct {
	widget.BaseWidget
	title, meta *prose
	story       fyne.CanvasObject
	notice      *badge
	claims      *badge
	sign        fyne.CanvasObject // that the number beside it is of claims
	dots        *dots
	box         fyne.CanvasObject
}

func newSourceRow() fyne.CanvasObject {
	r := &sourceRow{title: boldText("").wrapped(2), meta: captionText(""), story: smallIcon("story-on", colourInfo), notice: newBadge("", toneWarn), claims: newBadge("", tonePlain), sign: smallIcon("claims", colourMuted), dots: newDots()}
	line := container.NewBorder(nil, nil, nil, cells(5, r.dots, r.story, r.notice, cells(1, r.sign, r.claims)), middle(r.meta))
	r.box = container.New(fixedHeight{sourceRowHeight}, pad(7, 4, 12, 12, container.NewBorder(container.NewStack(lineRoom(19), line), nil, nil, nil, r.title)))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *sourceRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

func (r *sourceRow) show(s present.SourceRow, open source.VersionID) {
	r.title.Set(s.Title)
	r.meta.Set(present.OutletName(s.Outlet) + " · " + present.Day(s.Date))
	setVisible(r.story, s.Story)
	r.notice.Set(present.NoticeTitle(s.Notice), toneWarn)
	n := ""
	if s.Claims > 0 {
		n = present.Count(s.Claims)
	}
	setVisible(r.sign, n != "")
	r.claims.Set(n, tonePlain)
	r.dots.show(s.Versions, open)
	r.box.Refresh()
}

// fixedHeight gives its object a height, which is that for text of the usual
// size.
type fixedHeight struct{ h float32 }

func (f fixedHeight) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, grown(f.h))
}

func (f fixedHeight) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(s) }

// resultRow is a passage that was found.
type resultRow struct {
	widget.BaseWidget
	meta, title, text *prose
	box               fyne.CanvasObject
}

func newResultRow() fyne.CanvasObject {
	r := &resultRow{meta: captionText(""), title: boldText(""), text: plainText("").wrapped(3)}
	r.box = container.New(fixedHeight{resultRowHeight}, pad(7, 5, 12, 12, container.NewBorder(rows(1, r.meta, r.title), nil, nil, nil, pad(2, 0, 0, 0, r.text))))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *resultRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

func (r *resultRow) show(h present.Hit) {
	r.title.Set(h.Title)
	r.meta.Set(present.OutletName(h.Outlet) + " · " + present.Day(h.Date) + " · v" + present.Count(h.Version.N))
	r.text.Set(h.Snippet.Text, h.Snippet.Marks...)
}
