package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
	"stet/app/ui/textview"
	"stet/index/source"
)

// readerPane is the text that is read, under a head that says what it is.
type readerPane struct {
	w       *Window
	m       *present.Reader
	view    *textview.View
	box     *fyne.Container
	page    *fyne.Container // head and text
	empty   *fyne.Container
	title   *prose
	meta    *prose
	story   *badge
	lead    *fyne.Container
	steps   *fyne.Container
	shown   string // which steps are drawn
	banners *fyne.Container
	found   *fyne.Container
	hits    *prose
	strip   *fyne.Container // what to do with the words selected
	words   *prose
	texts   int
	jumps   int
	marks   []present.Mark
}

func newReaderPane(w *Window) Pane {
	p := &readerPane{w: w, m: w.reader, view: textview.New(), texts: -1}
	p.title, p.meta, p.story = boldText(""), captionText(""), newBadge("", toneInfo)
	p.steps = cells(4)
	p.banners = rows(0)
	p.lead = cells(0, p.story)
	tools := cells(0,
		w.actionButton(present.ActMarkStory, "", icon("story", colourText)),
		w.actionButton(present.ActCompare, "", icon("compare", colourText)),
		w.actionButton(present.ActNewVersion, "", icon("import", colourText)),
		p.moreButton())
	line1 := container.NewBorder(nil, nil, p.lead, middle(tools), middle(p.title))
	p.hits = captionText("").whole()
	p.found = cells(2, p.hits, w.actionButton(present.ActPrevHit, "", icon("up", colourText)), w.actionButton(present.ActNextHit, "", icon("down", colourText)))
	line2 := container.NewBorder(nil, nil, nil, cells(10, p.found, p.steps), middle(p.meta))
	head := rows(0, pad(5, 0, 14, 6, line1), pad(0, 5, 14, 10, container.NewStack(spacer(0, 24), line2)), newLine(), p.banners)
	p.words = captionText("")
	p.strip = rows(0, newLine(), on(colourChrome, pad(3, 3, 14, 8, container.NewBorder(nil, nil, nil, cells(4,
		quiet(w.actionButton(present.ActMakeClaim, "Make claim", icon("plus", colourText))),
		quiet(w.actionButton(present.ActAttach, "Attach", icon("attach", colourText))),
		quiet(w.actionButton(present.ActCite, "Copy", icon("quote", colourText)))), middle(p.words)))))
	p.strip.Hide()
	p.page = container.NewBorder(head, p.strip, nil, nil, p.view)
	p.empty = container.NewStack()
	p.box = container.NewStack(newFill(theme.ColorNameBackground), p.page, p.empty)
	p.wire()
	p.m.Changed = w.later(w.readerChanged)
	w.shell.Listen(present.Listener{Selected: p.showWords})
	return p
}

// quiet makes a button of little weight.
func quiet(b *ttwidget.Button) *ttwidget.Button {
	b.Importance = widget.LowImportance
	return b
}

func (p *readerPane) moreButton() fyne.CanvasObject {
	b := iconButton(theme.MoreVerticalIcon(), "More about this article", nil)
	b.OnTapped = func() {
		p.w.actionMenu([]present.ActionID{present.ActCite, present.ActSetOutlet, present.ActHide, "", present.ActOlder, present.ActNewer, present.ActCompareWith, present.ActFindHere}, nil,
			fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(0, b.Size().Height))
	}
	return b
}

// actionMenu shows actions as a menu at a place of the window, after entries of
// its own; "" is a line.
func (w *Window) actionMenu(ids []present.ActionID, before []*fyne.MenuItem, at fyne.Position) {
	items := before
	for _, id := range ids {
		if id == "" {
			items = append(items, fyne.NewMenuItemSeparator())
			continue
		}
		it := fyne.NewMenuItem(w.shell.ActionTitle(id), func() { w.run(id) })
		it.Disabled = !w.shell.Enabled(id)
		it.Shortcut = shortcutOf(present.ActionOf(id).Key)
		items = append(items, it)
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.win.Canvas(), at)
}

// wire connects the text with the model.
func (p *readerPane) wire() {
	v := p.view
	v.SentenceAt = p.m.SentenceAt
	v.OnSelect = p.m.Select
	v.OnMarkTapped = func(k textview.Mark) {
		if i, ok := p.mark(k); ok {
			p.m.Activate(p.marks[i], false)
		}
	}
	v.OnActivate = func(k textview.Mark) {
		if i, ok := p.mark(k); ok {
			p.m.Activate(p.marks[i], true)
		}
	}
	v.OnHover = func(k textview.Mark, ok bool) {
		if !ok {
			k.Hint = ""
		}
		p.w.say(k.Hint)
	}
	v.OnMenu = p.menu
}

// mark finds the model's mark for one of the text.
func (p *readerPane) mark(k textview.Mark) (int, bool) {
	i, err := strconv.Atoi(k.ID)
	return i, err == nil && i >= 0 && i < len(p.marks)
}

func (p *readerPane) menu(at fyne.Position, _ source.Span, under []textview.Mark) {
	var own []*fyne.MenuItem
	for _, k := range under {
		i, ok := p.mark(k)
		if !ok {
			continue
		}
		m := p.marks[i]
		switch {
		case m.Claim != "":
			own = append(own, fyne.NewMenuItem("Open claim "+string(m.Claim), func() { p.m.Activate(m, false) }))
		case m.Kind == present.MarkProposal:
			own = append(own, fyne.NewMenuItem("Accept the proposal", func() { p.m.Pick(m.Card); p.w.run(present.ActAccept) }),
				fyne.NewMenuItem("Dismiss the proposal", func() { p.m.Pick(m.Card); p.w.run(present.ActDismiss) }))
		}
	}
	if len(own) > 0 {
		own = append(own, fyne.NewMenuItemSeparator())
	}
	own = append(own, fyne.NewMenuItem("Copy", p.view.Copy))
	p.w.actionMenu([]present.ActionID{present.ActCite, "", present.ActMakeClaim, present.ActAttach, present.ActAttachTo}, own, at)
}

// Object implements Pane.
func (p *readerPane) Object() fyne.CanvasObject { return p.box }

// Focus implements Pane.
func (p *readerPane) Focus() { p.view.Focus() }

// Refresh implements Pane.
func (p *readerPane) Refresh() {
	m := p.m
	open := !m.Version.ID.IsZero()
	setVisible(p.page, open)
	setVisible(p.empty, !open)
	if !open {
		p.showEmpty()
		if p.texts != m.Texts {
			p.texts = m.Texts
			p.view.SetText(source.Text{})
		}
		return
	}
	p.title.Set(m.Version.Title())
	p.meta.Set(p.metaLine())
	story := ""
	if m.Article.Role == source.Story {
		story = "Story"
	}
	p.story.Set(story, toneInfo)
	p.showSteps()
	p.showBanners()
	if p.texts != m.Texts {
		p.texts, p.jumps = m.Texts, -1
		p.view.SetStyle(p.w.textStyle())
		p.view.SetText(m.Text)
	}
	p.showMarks()
	if p.jumps != m.Jumps {
		if p.jumps >= 0 || !m.Jump.Empty() {
			p.view.ScrollTo(m.Jump, textview.Centre)
		}
		p.jumps = m.Jumps
	}
	p.hits.Set(m.HitLine())
	setVisible(p.found, len(m.Found) > 0)
	p.showWords()
	p.box.Refresh()
}

func (p *readerPane) metaLine() string {
	m := p.m
	line := present.OutletName(m.Version.Outlet) + " · " + m.Date()
	return line + " · " + present.Plural(m.Version.Words, "word") + " · sha256 " + m.Version.Original.Short()
}

// textStyle is how text is set for reading.
func (w *Window) textStyle() textview.Style {
	return textview.Style{Scale: 1.15} // of the theme's size, which grows
}

// restyle follows a change of the text's size.
func (p *readerPane) restyle() { p.view.SetStyle(p.w.textStyle()) }

// showSteps draws the row of versions.
func (p *readerPane) showSteps() {
	key := ""
	for _, st := range p.m.Steps {
		key += st.ID.String() + strconv.FormatBool(st.Open) + string(st.Notice) + strconv.FormatBool(st.Hidden)
	}
	if key == p.shown {
		return
	}
	p.shown = key
	p.steps.Objects = nil
	if n := len(p.m.Steps); n > 1 {
		for _, st := range p.m.Steps {
			label := "v" + strconv.Itoa(st.ID.N)
			if st.Notice != source.NoNotice {
				label += " " + present.NoticeTitle(st.Notice)
			}
			if st.Hidden {
				label += " (hidden)"
			}
			chip := newChip(p.w, label, st.Open, func() { p.m.OpenVersion(st.ID) })
			p.steps.Add(chip)
		}
	}
	p.steps.Refresh()
}

// showBanners says what the version says about itself, and what its reader
// could not read.
func (p *readerPane) showBanners() {
	p.banners.Objects = nil
	v := p.m.Version
	if v.Notice != source.NoNotice {
		text := present.NoticeTitle(v.Notice) + ": the outlet says so itself"
		if n, ok := p.m.Text.First(source.MarkNotice); ok {
			text = present.Short(n.Of(p.m.Text.Body), 220)
		}
		p.banners.Add(banner("warning", text, colourWarn, colourWarnBg))
	}
	if v.Hidden {
		p.banners.Add(banner("eye", "This version is hidden from lists and search.", colourMuted, colourPlainBg))
	}
	for _, x := range v.Warnings {
		p.banners.Add(banner("warning", present.Sentence(x), colourMuted, colourPlainBg))
	}
	setVisible(p.banners, len(p.banners.Objects) > 0)
}

// banner is a sentence across a pane.
func banner(sign, text string, c, ground fyne.ThemeColorName) fyne.CanvasObject {
	t := captionText(text).wrapped(3)
	t.Colour = c
	return on(ground, pad(4, 4, 14, 14, container.NewBorder(nil, nil, pad(0, 0, 0, 8, smallIcon(sign, c)), nil, t)))
}

func (p *readerPane) showMarks() {
	p.marks = p.m.Marks
	kinds := map[present.MarkKind]textview.Kind{present.MarkProposal: textview.Proposal, present.MarkClaim: textview.Claim, present.MarkStale: textview.Stale,
		present.MarkFor: textview.EvidenceFor, present.MarkAgainst: textview.EvidenceAgainst, present.MarkContext: textview.EvidenceFor, present.MarkFound: textview.Search, present.MarkCurrent: textview.Current, present.MarkOpen: textview.Todo}
	list := make([]textview.Mark, len(p.marks))
	for i, k := range p.marks {
		list[i] = textview.Mark{Span: k.Span, Kind: kinds[k.Kind], ID: strconv.Itoa(i), Hint: k.Hint}
		if k.Kind == present.MarkProposal {
			list[i].Strength = max(0.35, k.Sure)
		}
	}
	p.view.SetMarks(list)
}

// showWords shows what can be done with the words selected.
func (p *readerPane) showWords() {
	sel := p.w.shell.Selected
	on := !sel.Empty() && !p.m.Version.ID.IsZero()
	if on {
		p.words.Set(present.InMarks(present.Short(sel.Text, 90)))
	}
	if p.strip.Visible() != on {
		setVisible(p.strip, on)
		p.page.Refresh()
	}
}

func (p *readerPane) showEmpty() {
	text := "Choose an article on the left to read it. What it claims is proposed beside the text."
	title := "Nothing is open"
	if p.w.shell.Counts.Articles == 0 {
		text = "Articles are read here, and what they claim is proposed beside them. Import some first."
	}
	if p.m.Missing != "" {
		title, text = "This version cannot be shown", p.m.Missing
	}
	if p.m.Loading {
		title, text = "Opening …", ""
	}
	p.empty.Objects = []fyne.CanvasObject{emptyState(icon("reports", colourMuted), title, text)}
	p.empty.Refresh()
}

// readerChanged redraws the panes that show the reader.
func (w *Window) readerChanged() {
	for i, x := range panes() {
		if p := w.made[i]; p != nil && (x.slot == textSlot || x.slot == sideSlot && x.side == present.SideProposals) {
			p.Refresh()
		}
	}
	w.side.refresh()
	w.refreshMenu()
}
