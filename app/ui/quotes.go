package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
)

// quotesPane is the concordance: what was said at the left, how everybody prints
// it at the right.
type quotesPane struct {
	w       *Window
	m       *present.Quotes
	box     *fyne.Container
	columns *columns
	// The list.
	text    *fieldEntry
	chips   *fyne.Container
	speaker *ttwidget.Button
	list    *keyList
	none    *fyne.Container
	summary *prose
	// The open one.
	top     fyne.CanvasObject // the bar with the title
	title   *prose
	sub     *prose
	page    *page
	foot    fyne.CanvasObject // explains the looks of the words
	copy    *ttwidget.Button
	empty   *fyne.Container
	round   int
	showing string // key of the utterance on the page
	more    bool   // all cards, however many
}

// cardsShown is how many renderings are drawn at once; more take a wish.
const cardsShown = 60

func newQuotesPane(w *Window) Pane {
	p := &quotesPane{w: w, m: w.decide.quotes, chips: wrapRow(), none: container.NewStack(), summary: captionText(""), title: boldText(""), sub: captionText("").wrapped(2), empty: container.NewStack(), round: -1}
	p.speaker = iconButton(icon("person", colourText), "Only what one person says", p.showSpeakers)
	order := iconButton(icon("sort", colourText), "Order", nil)
	order.OnTapped = func() { w.popUp(order, choices(present.QuoteOrders, p.m.Order, p.m.SetOrder)...) }
	copyAll := iconButton(theme.ContentCopyIcon(), "Copy all that is listed, with the renderings, as Markdown", p.m.CopyList)
	p.text = newFieldEntry(false, func() { p.text.SetText("") }, func() { p.Focus() })
	p.text.PlaceHolder = "Filter by words, speaker, outlet"
	p.text.OnChanged = p.m.SetText
	p.list = newKeyList(w, func() int { return len(p.m.Rows) }, newQuoteRow, func(i int, o fyne.CanvasObject) {
		if i < len(p.m.Rows) {
			o.(*quoteRow).show(p.m.RowAt(i))
		}
	})
	p.list.HideSeparators = false
	p.list.onSelect(func(i int) {
		if i < len(p.m.Rows) {
			p.m.Pick(p.m.Rows[i].Key)
		}
	})
	head := rows(0, header(boldText("Quotes"), p.speaker, order, copyAll), pad(4, 4, 8, 8, p.text), pad(0, 5, 10, 8, p.chips))
	left := container.NewBorder(head, rows(0, newLine(), pad(4, 5, 12, 8, p.summary)), nil, nil, container.NewStack(p.list, p.none))
	p.page = newPage(8)
	p.copy = w.actionButton(present.ActCopyQuote, "Copy", theme.ContentCopyIcon())
	p.copy.Importance = widget.LowImportance
	p.foot = rows(0, newLine(), pad(5, 5, 14, 8, saidKey()))
	p.top = header(p.title, p.copy)
	right := container.NewBorder(p.top, p.foot, nil, nil, container.NewStack(container.New(atMost{980}, p.page.box), p.empty))
	p.columns = w.listed("quotes", 340, left, right)
	p.box = container.NewStack(p.columns)
	p.m.Changed = w.later(p.Refresh)
	return p
}

// Object implements Pane.
func (p *quotesPane) Object() fyne.CanvasObject { return p.box }

// Focus implements Pane.
func (p *quotesPane) Focus() { p.w.win.Canvas().Focus(p.list) }

// Refresh implements Pane.
func (p *quotesPane) Refresh() {
	m := p.m
	if p.text.Text != m.Text {
		p.text.SetText(m.Text)
	}
	p.refreshChips()
	p.summary.Set(m.Summary())
	p.refreshEmpty()
	p.list.Refresh()
	p.list.choose(m.Row())
	if p.round != m.Round {
		p.round = m.Round
		p.draw()
	}
	p.box.Refresh()
}

func (p *quotesPane) refreshChips() {
	m := p.m
	p.chips.Objects = nil
	chip := func(title string, n int, show present.QuoteShow) {
		p.chips.Add(newChip(p.w, title+" "+present.Count(n), m.Show == show, func() { m.SetShow(show) }))
	}
	if m.Ready && m.All > 0 {
		chip("Differing", m.Differing, present.QuotesDiffering)
		chip("Several renderings", m.Compared, present.QuotesCompared)
		chip("All", m.All, present.QuotesAll)
	}
	if m.Speaker != "" {
		p.chips.Add(newChip(p.w, present.Short(m.Speaker, 24)+"  ×", true, func() { m.SetSpeaker("") }))
	}
	p.chips.Refresh()
}

// refreshEmpty says why there is nothing to see, at the left or on the page.
func (p *quotesPane) refreshEmpty() {
	m := p.m
	p.empty.Objects, p.none.Objects = nil, nil
	wide := func(o fyne.CanvasObject) { p.empty.Objects = []fyne.CanvasObject{o} }
	switch {
	case m.Busy && !m.Ready:
		text := "Every article is read once; what was read stays."
		if m.Job.Total > 0 {
			text = present.Count(m.Job.Done) + " of " + present.Count(m.Job.Total) + " · " + present.Short(m.Job.Item, 60)
		}
		wide(emptyState(icon("quotes", colourMuted), "Looking for quotes …", text, newShare(m.Job.Share()), widget.NewButton("Stop", m.Cancel)))
	case m.Stopped && !m.Ready:
		wide(emptyState(icon("quotes", colourMuted), "The articles were not all read", "What was read stays read; looking again goes on from there.", widget.NewButton("Look again", m.Look)))
	case m.Ready && m.All == 0:
		wide(emptyState(icon("quotes", colourMuted), "No quotes yet", "Import articles in which somebody is quoted. When two of them, or two versions of one, print the same words, they stand here beside one another.",
			p.w.actionButton(present.ActImportFiles, "Import files…", nil)))
	case m.Ready && len(m.Rows) == 0:
		title, text := "Nothing fits", "Take a limit away to see more."
		if m.Text == "" && m.Speaker == "" {
			title, text = "No quote is printed differently", "All renderings of what was said have the same words, or differ in typography only."
			if m.Compared == 0 {
				title, text = "No quote is printed twice", "As soon as another article prints one of them, they stand here beside one another."
			}
		}
		p.none.Objects = []fyne.CanvasObject{emptyState(icon("filter", colourMuted), title, text, widget.NewButton("Show all quotes", func() { m.SetSpeaker(""); m.SetText(""); m.SetShow(present.QuotesAll) }))}
		if m.Open == nil {
			wide(emptyState(icon("quotes", colourMuted), "No quote is open", "Choose one in the list."))
		}
	}
	p.empty.Refresh()
	p.none.Refresh()
	setVisible(p.empty, len(p.empty.Objects) > 0)
	open := len(p.empty.Objects) == 0
	setVisible(p.page.box, open)
	setVisible(p.foot, open)
	setVisible(p.copy, open)
	setVisible(p.top, m.Open != nil)
	setVisible(p.none, len(p.none.Objects) > 0)
	setVisible(p.list, len(p.none.Objects) == 0)
}

// newShare is a bar for how far a piece of work is.
func newShare(share float64) fyne.CanvasObject {
	b := widget.NewProgressBar()
	b.TextFormatter = func() string { return "" }
	b.SetValue(share)
	return container.New(sized{220, 6}, b)
}

// draw puts the renderings of the open utterance on the page.
func (p *quotesPane) draw() {
	m := p.m
	p.title.Set(m.Title())
	if m.Open == nil {
		p.page.column.Objects = nil
		p.page.lay()
		return
	}
	if p.showing != m.Open.Key {
		p.showing, p.more = m.Open.Key, false
		p.page.scroll.ScrollToTop()
	}
	p.sub.Set(m.Subtitle())
	list := []fyne.CanvasObject{pad(10, 2, 14, 14, p.sub)}
	if d := m.Dispute(); d != "" {
		t := captionText(d).wrapped(0)
		t.Colour = colourBad
		list = append(list, pad(0, 4, 14, 14, t))
	}
	others := false
	for i, c := range m.Cards {
		if i == cardsShown && !p.more {
			list = append(list, pad(0, 0, 14, 14, small("Show all "+present.Count(len(m.Cards)), nil, func() { p.more = true; p.round = -1; p.Refresh() })))
			break
		}
		if c.Group != "" {
			others = true
			list = append(list, pad(8, 0, 14, 14, sectionLine(c.Group)))
		}
		if !others && i > 0 && c.Depth == 0 {
			others = true
			list = append(list, pad(4, 0, 14, 14, sectionLine("Other renderings, earliest first")))
		}
		list = append(list, pad(0, 0, 14+float32(c.Depth)*22, 14, p.card(c)))
	}
	p.page.column.Objects = append(list, spacer(0, 8))
	p.page.lay()
}

func sectionLine(text string) fyne.CanvasObject {
	t := captionText(text)
	t.Style.Bold = true
	return t
}

func (p *quotesPane) showSpeakers() {
	p.w.popUp(p.speaker, facets("Everybody", p.m.Speakers, p.m.Speaker, present.Count, p.m.SetSpeaker)...)
}
