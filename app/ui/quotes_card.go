package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/app/present"
	"stet/claims"
)

// quoteRowHeight holds the speaker, two lines of words and what is known.
const quoteRowHeight = 88

// quoteRow is an utterance in the list.
type quoteRow struct {
	widget.BaseWidget
	speaker, words, detail *prose
	worst                  *badge
	box                    fyne.CanvasObject
}

func newQuoteRow() fyne.CanvasObject {
	r := &quoteRow{speaker: boldText(""), words: plainText("").wrapped(2), detail: captionText(""), worst: newBadge("", tonePlain)}
	head := container.NewBorder(nil, nil, nil, middle(r.worst), middle(r.speaker))
	r.box = container.New(fixedHeight{quoteRowHeight}, pad(7, 6, 12, 8, column(2, head, r.words, r.detail)))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *quoteRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

func (r *quoteRow) show(q present.QuoteRow) {
	r.speaker.Set(q.Speaker)
	r.words.Set(present.Short(q.Words, 200))
	r.detail.Set(q.Detail)
	r.worst.Set(q.Gravest, toneOf(q.Tone))
	r.box.Refresh()
}

// card draws a rendering, or the line that stands for folded ones.
func (p *quotesPane) card(c present.QuoteCard) fyne.CanvasObject {
	if c.Fold != "" {
		return p.fold(c)
	}
	how := newBadge(c.Relation, toneOf(c.Tone))
	if c.Source {
		how = newBadge(c.Relation, toneGood)
	}
	badges := []fyne.CanvasObject{how}
	switch {
	case c.Rendering.Speaker == "" && c.Speaker != "": // a headline, as a rule
		badges = append(badges, newBadge(c.Speaker, tonePlain))
	case c.Speaker != "":
		badges = append(badges, newBadge("said by "+c.Speaker, toneBad))
	}
	if c.Rendering.Story {
		badges = append(badges, newBadge("checked story", toneInfo))
	}
	if c.Claim != "" {
		badges = append(badges, newBadge("claim "+string(c.Claim), tonePlain))
	}
	more := iconButton(theme.MoreVerticalIcon(), "Open, compare, best source", nil)
	more.OnTapped = func() { p.menu(c, more) }
	outlet := boldText(c.Head).whole()
	tools := cells(0)
	if !c.Source && c.Rendering.Version != p.m.Open.Source.Version {
		tools.Add(small("Compare", icon("compare", colourText), func() { p.m.CompareCard(c) }))
	}
	tools.Add(more)
	head := container.NewBorder(nil, nil, cells(8, outlet), tools, pad(0, 0, 8, 4, middle(captionText(c.Meta))))
	rank := theme.SizeNameText
	if c.Source {
		rank = theme.SizeNameSubHeadingText
	}
	body := column(4, head, newSaid(c.Rendering.Runs(), rank), wrapRow(badges...))
	if c.Why != "" {
		body.Add(captionText(c.Why).wrapped(0))
	}
	if c.Remarks != "" {
		t := captionText(claims.Capital(c.Remarks) + ".").wrapped(0)
		if c.Rendering.Warn != "" {
			t.Colour = colourWarn
		}
		body.Add(t)
	}
	out := newCard(body, func() { p.m.Read(c) })
	out.Menu = func(fyne.Position) { p.menu(c, more) }
	if c.Source {
		out.rest = colourCardOn
		out.paint()
	}
	return out
}

// fold is the line that stands for folded renderings.
func (p *quotesPane) fold(c present.QuoteCard) fyne.CanvasObject {
	sign := "down"
	if c.Unfolded {
		sign = "up"
	}
	b := small(c.FoldText, icon(sign, colourMuted), func() { p.m.Unfold(c.Fold) })
	b.Importance = widget.LowImportance
	b.Alignment = widget.ButtonAlignLeading
	return b
}

// menu offers what can be done with a rendering.
func (p *quotesPane) menu(c present.QuoteCard, at fyne.CanvasObject) {
	m, write := p.m, !p.w.shell.ReadOnly()
	read := fyne.NewMenuItem("Open in the article", func() { m.Read(c) })
	compare := fyne.NewMenuItem("Compare with the best source", func() { m.CompareCard(c) })
	compare.Disabled = c.Source || c.Rendering.Version == m.Open.Source.Version
	choose := fyne.NewMenuItem("Make this the best source", func() { m.Choose(c, true) })
	choose.Disabled = !write
	if c.Source && m.Open.Chosen {
		choose = fyne.NewMenuItem("Leave the best source to the rules", func() { m.Choose(c, false) })
		choose.Disabled = !write
	} else if c.Source {
		choose.Disabled = true
	}
	items := []*fyne.MenuItem{read, compare, fyne.NewMenuItemSeparator(), choose}
	if c.Claim != "" {
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("Open claim "+string(c.Claim), func() { p.w.shell.OpenClaimAt(present.PlaceClaims, c.Claim) }))
	}
	widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), p.w.win.Canvas(), fyne.NewPos(-160, at.Size().Height), at)
}
