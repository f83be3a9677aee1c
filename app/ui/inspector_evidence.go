package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/app/present"
	"stet/claims"
	"stet/claims/match"
)

func (p *inspectorPane) evidence() []fyne.CanvasObject {
	m := p.m
	var out []fyne.CanvasObject
	count := m.Independent()
	n := len(m.For) + len(m.Against) + len(m.Context)
	t := captionText(count).wrapped(2)
	if m.Counted && m.Sources.Independent < m.Sources.Wanted {
		t.Colour = colourWarn
	}
	out = append(out, section("Evidence  "+present.Count(n), nil, t))
	if n == 0 {
		out = append(out, captionText("Nothing is attached yet. Attach a ranked passage below, or select words in any article and press Ctrl+Shift+A.").wrapped(0))
	}
	for _, g := range []struct {
		title, sign string
		c           fyne.ThemeColorName
		list        []present.Attached
	}{{"For", "supports", colourGood, m.For}, {"Against", "contradicts", colourBad, m.Against}, {"Context", "context", colourMuted, m.Context}} {
		for _, a := range g.list {
			out = append(out, p.passage(a, g.sign, g.c))
		}
	}
	return out
}

// passage draws a passage attached to the claim.
func (p *inspectorPane) passage(a present.Attached, sign string, ink fyne.ThemeColorName) fyne.CanvasObject {
	m, write := p.m, !p.w.shell.ReadOnly()
	mark := smallIcon(sign, ink)
	head := captionText(present.OutletName(a.Outlet) + " · " + present.Day(a.Date) + " · v" + present.Count(a.Anchor.Version.N))
	more := iconButton(theme.MoreVerticalIcon(), "Stance, note, primary source, detach", nil)
	more.OnTapped = func() {
		var items []*fyne.MenuItem
		for _, st := range claims.Stances {
			it := fyne.NewMenuItem("As “"+string(st)+"”", func() { m.SetStance(a.ID, st) })
			it.Checked = st == a.Stance
			items = append(items, it)
		}
		primary := fyne.NewMenuItem("Primary source", func() { m.SetPrimary(a.ID, !a.Primary) })
		primary.Checked = a.Primary
		items = append(items, fyne.NewMenuItemSeparator(), primary, fyne.NewMenuItem("Note…", func() { m.AskNote(a) }),
			fyne.NewMenuItemSeparator(), fyne.NewMenuItem("Detach", func() { m.Detach(a.ID) }))
		widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), p.w.win.Canvas(), fyne.NewPos(-150, more.Size().Height), more)
	}
	if !write {
		more.Disable()
	}
	body := column(3, container.NewBorder(nil, nil, middle(mark), more, pad(0, 0, 5, 0, middle(head))), plainText(present.InMarks(a.Anchor.Exact)).wrapped(6))
	chips := wrapRow(newBadge(string(a.Stance), map[fyne.ThemeColorName]tone{colourGood: toneGood, colourBad: toneBad}[ink]))
	if a.Primary {
		chips.Add(newBadge("primary", toneInfo))
	}
	if a.Known && a.Relation.Relation != "" && a.Relation.Relation != match.Unrelated {
		chips.Add(newBadge(present.ResultWords(a.Relation), toneOf(present.RelationTone(a.Relation.Relation))))
	}
	if a.Confirmed != "" {
		chips.Add(newBadge("confirmed in "+a.Confirmed, toneGood))
	}
	body.Add(chips)
	for i, d := range a.Relation.Differences {
		if i == 3 {
			break
		}
		body.Add(difference(d))
	}
	if a.Known && a.Relation.Doubts(a.Stance) {
		body.Add(notice(colourWarn, colourWarnBg, "Attached as “"+string(a.Stance)+"”, but the match says "+present.RelationWords(a.Relation.Relation)+": "+present.Sentence(present.InLetters(a.Relation.Why))))
	}
	if a.Note != "" {
		body.Add(captionText("Note: " + a.Note).wrapped(0))
	}
	if f := a.Finding; f != nil {
		buttons := []fyne.CanvasObject{small("Compare", icon("compare", colourText), func() { p.w.shell.OpenFinding(*f) })}
		if write && !f.NewSpan.Empty() {
			buttons = append(buttons, small("Same evidence there", icon("accept", colourText), func() { m.Confirm(*f) }))
		}
		body.Add(notice(colourWarn, colourWarnBg, "Source changed. "+present.FindingSentence(*f), buttons...))
	}
	return newCard(body, func() { m.OpenPlace(a.Anchor.Version, a.Anchor.Span) })
}

// difference says in what a passage differs: the claim's words, the source's.
func difference(d match.Difference) fyne.CanvasObject {
	out := column(1)
	line := func(text string, c fyne.ThemeColorName) {
		t := captionText(text).wrapped(2)
		t.Colour = c
		out.Add(t)
	}
	kind := string(d.Kind) + ": "
	if d.Claim != "" {
		line(kind+"the claim has “"+d.Claim+"”", colourBad)
		kind = ""
	}
	if d.Passage != "" {
		line(kind+"the source has “"+d.Passage+"”", colourGood)
	}
	return out
}
