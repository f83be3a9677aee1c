package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
	"stet/claims"
	"stet/index/source"
)

// claimsPane is the list of claims.
type claimsPane struct {
	w       *Window
	m       *present.Claims
	box     *fyne.Container
	limits  *fyne.Container
	text    *fieldEntry
	summary *prose
	filter  *ttwidget.Button
	list    *keyList
	empty   *fyne.Container
}

// claimRowHeight holds two lines of words, the reading and the statuses.
const claimRowHeight = 96

func newClaimsPane(w *Window) Pane {
	p := &claimsPane{w: w, m: w.decide.claims, limits: wrapRow(), summary: captionText(""), empty: container.NewStack()}
	p.filter = iconButton(icon("filter", colourText), "Limit by status, kind, article", p.showFilters)
	order := iconButton(icon("sort", colourText), "Order", nil)
	order.OnTapped = func() { w.popUp(order, choices(present.ClaimOrders, p.m.Order, p.m.SetOrder)...) }
	p.text = newFieldEntry(false, func() { p.text.SetText("") }, func() { p.Focus() })
	p.text.PlaceHolder = "Filter by words, speaker, place"
	p.text.OnChanged = func(s string) { f := p.m.Filter; f.Text = s; p.m.SetFilter(f) }
	p.list = newKeyList(w, func() int { return len(p.m.Rows) }, newClaimRow, func(i int, o fyne.CanvasObject) {
		if i < len(p.m.Rows) {
			o.(*claimRow).show(p.m.Rows[i])
		}
	})
	p.list.HideSeparators = false
	p.list.onSelect(func(i int) {
		if i < len(p.m.Rows) {
			w.shell.OpenClaim(p.m.Rows[i].ID)
		}
	})
	p.list.OnEnter = w.focusText
	head := rows(0, header(boldText("Claims"), p.filter, order, w.actionButton(present.ActTypeClaim, "", icon("plus", colourText))), pad(4, 4, 8, 8, p.text), pad(0, 4, 10, 8, p.limits))
	foot := rows(0, newLine(), pad(4, 5, 12, 8, p.summary))
	p.box = container.NewBorder(head, foot, nil, nil, container.NewStack(p.list, p.empty))
	p.m.Changed = w.later(p.Refresh)
	return p
}

// Object implements Pane.
func (p *claimsPane) Object() fyne.CanvasObject { return p.box }

// Focus implements Pane.
func (p *claimsPane) Focus() { p.w.win.Canvas().Focus(p.list) }

// Refresh implements Pane.
func (p *claimsPane) Refresh() {
	m := p.m
	if p.text.Text != m.Filter.Text {
		p.text.SetText(m.Filter.Text)
	}
	p.limits.Objects = nil
	for _, l := range m.Limits() {
		p.limits.Add(newChip(p.w, l.Title+"  ×", true, l.Drop))
	}
	if !m.Filter.Stale && m.Stale > 0 {
		p.limits.Add(newChip(p.w, "Stale "+present.Count(m.Stale), false, func() { f := m.Filter; f.Stale = true; m.SetFilter(f) }))
	}
	setVisible(p.limits, len(p.limits.Objects) > 0)
	p.limits.Refresh()
	p.summary.Set(m.Summary())
	p.empty.Objects = nil
	switch {
	case m.All == 0:
		p.empty.Objects = []fyne.CanvasObject{emptyState(icon("claims", colourMuted), "No claims yet",
			"Open the article you check: accept what it proposes (A), or select words and press Ctrl+Shift+C. A claim heard elsewhere can be typed in.",
			widget.NewButton("Type a claim…", func() { p.w.run(present.ActTypeClaim) }))}
	case len(m.Rows) == 0:
		p.empty.Objects = []fyne.CanvasObject{emptyState(icon("filter", colourMuted), "No claim fits the limits", "Take a limit away to see more.",
			widget.NewButton("Show all", func() { m.SetFilter(present.ClaimFilter{}) }))}
	}
	setVisible(p.empty, len(p.empty.Objects) > 0)
	setVisible(p.list, len(p.empty.Objects) == 0)
	p.empty.Refresh()
	p.list.Refresh()
	p.list.choose(m.Index(p.w.shell.Route.Claim))
	p.box.Refresh()
}

func (p *claimsPane) showFilters() {
	m := p.m
	sub := func(title string, list []present.Facet, now string, set func(*present.ClaimFilter, string)) *fyne.MenuItem {
		return submenu(title, list, now, present.Count, func(v string) { f := m.Filter; set(&f, v); m.SetFilter(f) })
	}
	p.w.popUp(p.filter,
		sub("Check", m.Checks, string(m.Filter.Check), func(f *present.ClaimFilter, v string) { f.Check = claims.Check(v) }),
		sub("Review", m.Reviews, string(m.Filter.Review), func(f *present.ClaimFilter, v string) { f.Review = claims.Review(v) }),
		sub("Kind", m.Kinds, string(m.Filter.Kind), func(f *present.ClaimFilter, v string) { f.Kind = claims.Kind(v) }),
		sub("Made in", m.Articles, string(m.Filter.Article), func(f *present.ClaimFilter, v string) { f.Article = source.ArticleID(v) }),
		fyne.NewMenuItemSeparator(),
		checked("Only stale verdicts   "+present.Count(m.Stale), m.Filter.Stale, func() { f := m.Filter; f.Stale = !f.Stale; m.SetFilter(f) }))
}

// claimRow is a claim in a list.
type claimRow struct {
	widget.BaseWidget
	sign                 *widget.Icon
	words, reading       *prose
	check, review, stale *badge
	plus, minus, flags   *badge
	sources              *badge
	box                  fyne.CanvasObject
}

func newClaimRow() fyne.CanvasObject { return makeClaimRow() }

func makeClaimRow() *claimRow {
	r := &claimRow{sign: widget.NewIcon(nil), words: plainText("").wrapped(2), reading: captionText(""),
		check: newBadge("", tonePlain), review: newBadge("", tonePlain), stale: newBadge("", toneWarn), plus: newBadge("", toneGood), minus: newBadge("", toneBad), flags: newBadge("", toneWarn), sources: newBadge("", tonePlain)}
	sign := inLine(r.sign)
	badges := cells(4, r.check, r.review, r.stale, r.flags)
	reading := container.NewBorder(nil, nil, nil, cells(4, r.sources, r.plus, r.minus), middle(r.reading))
	text := column(4, r.words, reading, badges)
	r.box = container.New(fixedHeight{claimRowHeight}, pad(7, 6, 10, 8, container.NewBorder(nil, nil, container.NewVBox(pad(1, 0, 0, 0, sign)), nil, pad(0, 0, 6, 0, text))))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *claimRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

func (r *claimRow) show(c present.ClaimRow) {
	r.sign.SetResource(icon(string(c.Kind), colourInfo))
	r.words.Set(present.InMarks(present.Short(c.Text, 200)))
	reading := c.Head
	if c.Kind == claims.KindStatement || reading == "" {
		reading = c.Origin
	} else if c.Detail != "" {
		reading += " · " + c.Detail
	}
	if reading == "" {
		reading = present.KindTitle(c.Kind)
	}
	r.reading.Set(reading)
	r.check.Set(string(c.Check), checkTone(c.Check))
	review := ""
	if c.Review != claims.NoReview {
		review = string(c.Review)
	}
	r.review.Set(review, reviewTone(c.Review))
	r.stale.Set(map[bool]string{true: "stale"}[c.Stale], toneWarn)
	how := tonePlain
	if c.Short {
		how = toneWarn
	}
	r.sources.Set(c.Sources, how)
	r.plus.Set(signed("+", c.For), toneGood)
	r.minus.Set(signed("–", c.Against), toneBad)
	r.flags.Set(map[bool]string{true: "flag"}[c.Flags > 0], toneWarn)
	r.box.Refresh()
}

// signed is a count with its sign; "" for none.
func signed(sign string, n int) string {
	if n == 0 {
		return ""
	}
	return sign + present.Count(n)
}

// typeClaim asks for a claim that stands in no article.
func (w *Window) typeClaim() {
	var d *Dialog
	text := newFieldEntry(true, func() { d.Close() }, func() { d.Confirm() })
	text.Wrapping = fyne.TextWrapWord
	text.SetMinRowsVisible(3)
	text.PlaceHolder = "the words, as they were said or written"
	speaker := newFieldEntry(false, func() { d.Close() }, func() { d.Confirm() })
	speaker.PlaceHolder = "who says it, if it is a quote"
	d = w.ask("Type a claim", rows(4, mutedText("The words"), text, mutedText("Speaker"), speaker), "Make the claim", "Cancel", dialogWidth, func() { w.decide.claims.Type(text.Text, speaker.Text) })
	d.yes.Disable()
	text.OnChanged = func(s string) {
		if s == "" {
			d.yes.Disable()
		} else {
			d.yes.Enable()
		}
	}
	w.win.Canvas().Focus(text)
}

// editClaim asks what else is known about the current claim.
func (w *Window) editClaim() {
	m := w.decide.inspector
	now := m.Editing()
	var d *Dialog
	field := func(value, hint string, lines bool) *fieldEntry {
		e := newFieldEntry(lines, func() { d.Close() }, func() { d.Confirm() })
		e.PlaceHolder = hint
		e.Wrapping = fyne.TextWrapWord
		e.SetText(value)
		return e
	}
	words := field(now.Text, "", true)
	if m.Claim.Made != nil {
		words.Disable() // they are what was printed
	}
	name := field(now.Origin.Name, "who asserts it, as far as known", false)
	kinds := []string{"not known"}
	for _, k := range claims.OriginKinds {
		kinds = append(kinds, string(k))
	}
	kind := newDialogSelect(kinds, func() { d.Close() })
	kind.SetSelectedIndex(0)
	if now.Origin.Kind != "" {
		kind.SetSelected(string(now.Origin.Kind))
	}
	events, ids := []string{"none"}, []claims.EventID{""}
	for _, e := range m.Events() {
		events, ids = append(events, e.Name), append(ids, e.ID)
	}
	event := newDialogSelect(events, func() { d.Close() })
	event.SetSelectedIndex(0)
	for i, id := range ids {
		if id == now.Event {
			event.SetSelectedIndex(i)
		}
	}
	fresh := field("", "or the name of a new event", false)
	note := field(now.Note, "a note for colleagues", true)
	body := rows(4, mutedText("The words"), words, mutedText("Who asserts it"), container.NewGridWithColumns(2, name, kind), mutedText("Event"), container.NewGridWithColumns(2, event, fresh), mutedText("Note"), note)
	d = w.ask("Edit the claim", body, "Keep", "Cancel", 560, func() {
		e := present.ClaimEdit{Text: words.Text, Origin: claims.Origin{Name: name.Text}, Event: ids[max(0, event.SelectedIndex())], Note: note.Text, NewEvent: fresh.Text}
		if i := kind.SelectedIndex(); i > 0 {
			e.Origin.Kind = claims.OriginKinds[i-1]
		}
		m.Edit(e)
	})
	w.win.Canvas().Focus(name)
}
