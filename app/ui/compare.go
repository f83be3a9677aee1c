package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"stet/app/present"
	"stet/app/ui/textview"
	"stet/claims"
	"stet/index/source"
)

// comparePane is two versions side by side, with a list of what changed.
type comparePane struct {
	w            *Window
	m            *present.Compare
	box          *fyne.Container
	columns      *columns
	left, right  *textview.View
	pair         *textview.Pair
	oldTitle     *prose
	newTitle     *prose
	oldPick      *widget.Button
	newPick      *widget.Button
	line         *prose
	chips        *fyne.Container
	notice       *fyne.Container
	finding      *fyne.Container
	list         *keyList
	message      *fyne.Container
	heads        *fyne.Container
	listHead     *fyne.Container
	centre       *fyne.Container
	none         *prose
	lmark, rmark []textview.Mark
	texts, jumps int
}

// changeRowHeight holds a summary of three lines and what it touches.
const changeRowHeight = 88

func newComparePane(w *Window) Pane {
	p := &comparePane{w: w, m: w.decide.compare, left: textview.New(), right: textview.New(), texts: -1, jumps: -1, chips: wrapRow(), notice: column(0), finding: column(0), message: container.NewStack()}
	p.oldTitle, p.newTitle, p.line = boldText(""), boldText(""), captionText("").wrapped(2)
	p.none = mutedText("").wrapped(0).centred()
	p.oldPick, p.newPick = p.picker(true), p.picker(false)
	p.pair = textview.NewPair(p.left, p.right, nil)
	p.right.OnSelect = func(s source.Span) { p.m.Picked = s }
	for _, v := range []*textview.View{p.left, p.right} {
		v.OnMarkTapped = func(k textview.Mark) { p.m.Touch(v == p.left, k.Span) }
	}
	p.list = newKeyList(w, func() int { return len(p.m.Changes) }, newChangeRow, func(i int, o fyne.CanvasObject) {
		if i < len(p.m.Changes) {
			o.(*changeRow).show(p.m.Changes[i])
		}
	})
	p.list.HideSeparators = false
	p.list.onSelect(func(i int) { p.m.Pick(i) })
	tools := cells(0, w.actionButton(present.ActPrevChange, "", icon("up", colourText)), w.actionButton(present.ActNextChange, "", icon("down", colourText)))
	p.listHead = column(0, header(boldText("What changed"), tools), pad(5, 3, 10, 8, p.line), pad(0, 5, 10, 8, p.chips))
	side := container.NewBorder(p.listHead, nil, nil, nil, container.NewStack(p.list, pad(20, 0, 12, 12, p.none)))
	swap := iconButton(icon("compare", colourText), "Swap the sides", p.m.Swap)
	closer := w.actionButton(present.ActEndCompare, "Close", icon("dismiss", colourText))
	closer.Importance = widget.LowImportance
	p.heads = container.NewGridWithColumns(2,
		pad(4, 4, 14, 4, container.NewBorder(nil, container.NewHBox(p.oldPick), nil, swap, middle(p.oldTitle))),
		pad(4, 4, 14, 6, container.NewBorder(nil, container.NewHBox(p.newPick), nil, closer, middle(p.newTitle))))
	views := container.NewGridWithColumns(2, p.left, p.right)
	p.message.Hide()
	p.centre = container.NewBorder(column(0, p.heads, newLine(), p.notice, p.finding), nil, nil, nil, container.NewStack(views, p.message))
	p.columns = w.listed("compare", 250, side, p.centre)
	p.box = container.NewStack(p.columns)
	p.m.Changed = w.later(p.Refresh)
	return p
}

// picker is the button above a side that chooses its version.
func (p *comparePane) picker(old bool) *widget.Button {
	b := widget.NewButtonWithIcon("", icon("down", colourMuted), nil)
	b.Importance = widget.LowImportance
	b.Alignment = widget.ButtonAlignLeading
	b.IconPlacement = widget.ButtonIconTrailingText
	b.OnTapped = func() {
		var items []*fyne.MenuItem
		for _, v := range p.m.Versions(old) {
			items = append(items, checked(v.Title, v.On, func() { p.m.SetSide(old, v.ID) }))
		}
		p.w.popUp(b, append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("Another article…", func() { p.m.AskSide(old) }))...)
	}
	return b
}

// Object implements Pane.
func (p *comparePane) Object() fyne.CanvasObject { return p.box }

// Focus implements Pane.
func (p *comparePane) Focus() { p.w.win.Canvas().Focus(p.list) }

// Refresh implements Pane.
func (p *comparePane) Refresh() {
	m := p.m
	p.message.Objects = nil
	switch {
	case m.Missing != "":
		p.message.Objects = []fyne.CanvasObject{emptyState(icon("warning", colourWarn), "The versions cannot be compared", m.Missing)}
	case m.Loading:
		p.message.Objects = []fyne.CanvasObject{emptyState(nil, "Comparing …", "")}
	}
	setVisible(p.message, len(p.message.Objects) > 0)
	p.message.Refresh()
	if p.texts != m.Texts || p.texts >= 0 && m.Ready && p.left.Text().Body != m.OldText.Body {
		p.texts, p.jumps = m.Texts, -1
		p.lmark, p.rmark = nil, nil
		var l, r []textview.Mark
		if m.Ready {
			left, right, aligned := textview.Differences(m.Alignment, m.OldText.Body, m.NewText.Body)
			l, r = left, right
			p.left.SetStyle(p.style())
			p.right.SetStyle(p.style())
			p.pair.Show(m.OldText, m.NewText, aligned)
		} else {
			p.pair.Show(source.Text{}, source.Text{}, nil)
		}
		p.lmark, p.rmark = l, r
	}
	if m.Ready {
		title, meta := m.SideTitle(true)
		p.oldTitle.Set(title)
		p.oldPick.SetText(meta)
		title, meta = m.SideTitle(false)
		p.newTitle.Set(title)
		p.newPick.SetText(meta)
	}
	p.marks()
	p.line.Set(m.Line())
	p.chips.Objects = []fyne.CanvasObject{newChip(p.w, "Of substance "+present.Count(m.Substant), !m.All, func() { m.SetAll(false) }),
		newChip(p.w, "All "+present.Count(len(m.Comparison.Changes)), m.All, func() { m.SetAll(true) })}
	p.chips.Refresh()
	p.showNotices()
	p.none.Set("")
	if m.Ready && len(m.Changes) == 0 {
		p.none.Set("Nothing of substance changed between these two. “All” lists rewordings and typography.")
	}
	p.columns.Refresh()
	p.box.Refresh()
	p.list.Refresh()
	p.list.choose(m.Current)
	p.jump()
}

// style is how text is set in two narrow columns.
func (p *comparePane) style() textview.Style {
	s := p.w.textStyle()
	s.Scale *= 0.92
	return s
}

// marks shows the differences, the current change on top.
func (p *comparePane) marks() {
	l, r := p.lmark, p.rmark
	add := func(to []textview.Mark, s source.Span) []textview.Mark {
		if s.Empty() {
			return to
		}
		return append(to[:len(to):len(to)], textview.Mark{Span: s, Kind: textview.Current, Strength: 0.3})
	}
	l, r = add(l, p.m.OldAt), add(r, p.m.NewAt)
	p.left.SetMarks(l)
	p.right.SetMarks(r)
}

// jump brings the current change into sight; the other side follows in step.
func (p *comparePane) jump() {
	m := p.m
	if !m.Ready || p.jumps == m.Jumps {
		return
	}
	p.jumps = m.Jumps
	if !m.AtOld && !m.NewAt.Empty() {
		p.right.ScrollTo(m.NewAt, textview.Centre)
	} else if !m.OldAt.Empty() {
		p.left.ScrollTo(m.OldAt, textview.Centre)
	}
}

func (p *comparePane) showNotices() {
	m := p.m
	p.notice.Objects, p.finding.Objects = nil, nil
	if m.Notice != "" {
		p.notice.Add(pad(4, 2, 10, 10, notice(colourWarn, colourWarnBg, m.Notice)))
	}
	var moved fyne.CanvasObject
	text, other := "These words stood in another place of the older version.", "Where they stood"
	if m.AtOld {
		text, other = "These words stand in another place of the newer version.", "Where they stand now"
	}
	if m.Moved() {
		moved = small(other+"  (F6)", icon("sort", colourText), func() { p.w.run(present.ActMoved) })
	}
	switch f := m.At(); {
	case f != nil:
		var buttons []fyne.CanvasObject
		if moved != nil {
			buttons = append(buttons, moved)
		}
		if !p.w.shell.ReadOnly() {
			if f.Evidence != "" {
				buttons = append(buttons, small("Same evidence here…", icon("accept", colourText), func() { m.ConfirmAt(*f) }))
			}
			buttons = append(buttons, small("Settle…", icon("accept", colourText), func() { p.w.run(present.ActSettle) }))
		}
		if f.Claim != "" {
			buttons = append(buttons, small("Open the claim", icon("claims", colourText), func() { p.w.shell.OpenClaim(f.Claim) }))
		}
		text := present.FindingSentence(*f)
		if f.Stale {
			text += " The verdict was given before."
		}
		p.finding.Add(pad(2, 4, 10, 10, notice(colourText, colourInfoBg, text, buttons...)))
	case moved != nil:
		p.finding.Add(pad(2, 4, 10, 10, notice(colourText, colourPlainBg, text, moved)))
	}
	setVisible(p.notice, len(p.notice.Objects) > 0)
	setVisible(p.finding, len(p.finding.Objects) > 0)
	p.heads.Refresh()
	p.listHead.Refresh()
	p.notice.Refresh()
	p.finding.Refresh()
	p.centre.Refresh() // the heights of sentences are known once they are laid out
	p.centre.Refresh()
}

// changeRow is a change in the list.
type changeRow struct {
	widget.BaseWidget
	summary, touches *prose
	how, claim       *badge
	box              fyne.CanvasObject
}

func newChangeRow() fyne.CanvasObject {
	r := &changeRow{summary: plainText("").wrapped(3), touches: captionText(""), how: newBadge("", tonePlain), claim: newBadge("", toneInfo)}
	r.box = container.New(fixedHeight{changeRowHeight}, pad(7, 6, 12, 8, container.NewBorder(nil, container.NewBorder(nil, nil, nil, cells(4, r.claim, r.how), middle(r.touches)), nil, nil, r.summary)))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *changeRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

func (r *changeRow) show(c present.Change) {
	r.summary.Set(present.Sentence(claims.Capital(present.InLetters(c.Summary))))
	r.touches.Set(c.Touches)
	r.claim.Set(map[bool]string{true: "claim"}[c.OnClaim], toneInfo)
	switch {
	case c.Announced:
		r.how.Set("announced", toneGood)
	case c.Substantive:
		r.how.Set("not announced", toneWarn)
	default:
		r.how.Set("", tonePlain)
	}
	r.box.Refresh()
}
