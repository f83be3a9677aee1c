package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"stet/app/present"
	"stet/claims"
	"stet/claims/ledger"
)

// deciding is the view models of the panes that decide: they bind their actions
// before any pane is made.
type deciding struct {
	claims    *present.Claims
	inspector *present.Inspector
	compare   *present.Compare
	inbox     *present.Inbox
	review    *present.Review
	reports   *present.Reports
	history   *present.History
	quotes    *present.Quotes
	tolls     *present.Tolls
}

func newDeciding(w *Window) *deciding {
	s := w.shell
	d := &deciding{claims: present.NewClaims(s), inspector: present.NewInspector(s), compare: present.NewCompare(s),
		review: present.NewReview(s), reports: present.NewReports(s), history: present.NewHistory(s), quotes: present.NewQuotes(s), tolls: present.NewTolls(s)}
	d.inbox = present.NewInbox(s, d.compare)
	s.On(present.ActTypeClaim, w.typeClaim, func() bool { return s.Desk != nil })
	s.On(present.ActEditClaim, w.editClaim, func() bool { return s.Desk != nil && d.inspector.ID != "" })
	s.Bind(present.ActCorrect, present.Binding{Run: w.correctReading, Enabled: func() bool { return s.Desk != nil && w.readingForm() != nil }})
	return d
}

// inspectorPane is the current claim beside the text.
type inspectorPane struct {
	w        *Window
	m        *present.Inspector
	box      *fyne.Container
	page     *page
	top      *fyne.Container // the claim, its evidence
	below    *fyne.Container // flags, history
	form     *verdictForm
	matches  *matchList
	empty    fyne.CanvasObject
	round    int
	id       claims.ID
	wantForm int
	past     bool // history is unfolded
}

func newInspectorPane(w *Window) Pane {
	p := &inspectorPane{w: w, m: w.decide.inspector, top: column(9), below: column(9), round: -1}
	p.wantForm = p.m.WantForm
	p.form = newVerdictForm(w)
	p.matches = newMatchList(w)
	p.page = newPage(12, pad(8, 0, 12, 12, p.top), pad(0, 0, 12, 12, p.form.box), pad(0, 0, 12, 12, p.matches.box), pad(0, 14, 12, 12, p.below))
	p.empty = emptyState(icon("claims", colourMuted), "No claim is open", "Choose one in the list of claims, or accept a proposal in the text. Its evidence and its verdict stand here.",
		w.actionButton(present.ActClaims, "Show the claims", nil))
	p.box = container.NewStack(p.page.box, p.empty)
	p.m.Changed = w.later(p.Refresh)
	p.m.Matches.Changed = w.later(func() { p.matches.refresh(); p.page.lay() })
	return p
}

// Object implements Pane.
func (p *inspectorPane) Object() fyne.CanvasObject { return p.box }

// Focus implements Pane.
func (p *inspectorPane) Focus() { p.form.focus() }

// Refresh implements Pane.
func (p *inspectorPane) Refresh() {
	open := p.m.ID != ""
	setVisible(p.page.box, open)
	setVisible(p.empty, !open)
	if !open {
		p.round = -1
		return
	}
	if p.round != p.m.Round {
		p.round = p.m.Round
		p.top.Objects = p.claim()
		p.below.Objects = p.rest()
		p.matches.refresh()
	}
	p.form.refresh()
	if p.id != p.m.ID {
		p.id, p.past = p.m.ID, false
		p.page.scroll.ScrollToTop()
	}
	p.page.lay()
	if p.wantForm != p.m.WantForm {
		p.wantForm = p.m.WantForm
		at := p.form.box.Position().Y + p.page.column.Objects[1].Position().Y
		p.page.scroll.ScrollToOffset(fyne.NewPos(0, max(0, at-8)))
		p.form.focus()
	}
}

// claim draws the claim and its evidence.
func (p *inspectorPane) claim() []fyne.CanvasObject {
	m, c := p.m, p.m.Claim
	words := newProse(present.InMarks(c.Text), "subHeadingText", colourText).wrapped(0)
	status := wrapRow(newBadge(string(c.Check()), checkTone(c.Check())))
	if v := c.Verdict(); v != nil && v.Rating != "" {
		status.Add(newBadge(v.Rating, tonePlain))
	}
	if c.Review != claims.NoReview && c.Review != "" {
		status.Add(newBadge(string(c.Review), reviewTone(c.Review)))
	}
	if m.Stale {
		status.Add(newBadge("stale", toneWarn))
	}
	name := captionText("Claim " + string(c.ID))
	made := newTappable(captionText(m.Made).wrapped(2), m.OpenMade)
	made.content.(*prose).Colour = colourInfo
	if c.Made == nil {
		made = newTappable(captionText(m.Made), nil)
	}
	write := !p.w.shell.ReadOnly()
	more := iconButton(theme.MoreVerticalIcon(), "More about this claim", nil)
	more.OnTapped = func() {
		p.w.actionMenu([]present.ActionID{present.ActCorrect, present.ActEditClaim, present.ActFlag, present.ActSubmit, present.ActApprove, present.ActReturn, "", present.ActPrevClaim, present.ActNextClaim, "", present.ActRemoveClaim}, nil,
			fyne.CurrentApp().Driver().AbsolutePositionForObject(more).AddXY(-180, more.Size().Height))
	}
	fix := iconButton(theme.SearchReplaceIcon(), "Correct the reading: who, how many, where, when  (Alt+E)", func() { p.w.run(present.ActCorrect) })
	edit := iconButton(theme.DocumentCreateIcon(), "Edit origin, event and note  (Ctrl+Shift+E)", func() { p.w.run(present.ActEditClaim) })
	if !write {
		edit.Disable()
	}
	if !write || m.Form() == nil {
		fix.Disable()
	}
	out := []fyne.CanvasObject{container.NewBorder(nil, nil, nil, cells(0, fix, edit, more), middle(name)), words, status}
	origin := "Origin: not named"
	if o := present.OriginWords(c.Origin); o != "" {
		origin = "Origin: " + o
	}
	reading := m.Head
	if m.Detail != "" {
		reading += " · " + m.Detail
	}
	facts := column(2, plainText(reading).wrapped(0))
	if text := m.Corrected(); text != "" {
		facts.Add(p.corrected(text, write))
	}
	facts.Add(captionText(origin).wrapped(2))
	if m.Event != "" {
		facts.Add(captionText("Event: " + m.Event))
	}
	facts.Add(made)
	if c.Note != "" {
		facts.Add(captionText("Note: " + c.Note).wrapped(0))
	}
	if p.w.shell.Enabled(present.ActQuoteOf) {
		facts.Add(wrapRow(small(present.ActionOf(present.ActQuoteOf).Title, icon("quotes", colourText), func() { p.w.run(present.ActQuoteOf) })))
	}
	out = append(out, facts)
	if c.Review == claims.Returned && len(c.Reviews) > 0 {
		last := c.Reviews[len(c.Reviews)-1]
		out = append(out, notice(colourWarn, colourWarnBg, "Returned by "+last.Who.Name+": "+last.Comment))
	}
	if f := m.Finding; f != nil {
		out = append(out, notice(colourWarn, colourWarnBg, present.FindingSentence(*f), small("Compare", icon("compare", colourText), func() { p.w.shell.OpenFinding(*f) })))
	}
	out = append(out, p.evidence()...)
	return out
}

// corrected says that Stet read the words otherwise, and who corrected that.
func (p *inspectorPane) corrected(text string, write bool) fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	if write {
		buttons = append(buttons, small("Take Stet’s reading", icon("undo", colourText), p.m.TakeRead))
	}
	return notice(colourInfo, colourInfoBg, present.Sentence(text), buttons...)
}

// rest draws the flags and the history.
func (p *inspectorPane) rest() []fyne.CanvasObject {
	m, write := p.m, !p.w.shell.ReadOnly()
	raise := iconButton(icon("flag", colourText), "Raise a flag  (Ctrl+Shift+F)", func() { p.w.run(present.ActFlag) })
	if !write {
		raise.Disable()
	}
	flags := []fyne.CanvasObject{}
	for _, f := range m.Flags {
		flags = append(flags, p.flag(f, write))
	}
	if len(flags) == 0 {
		flags = append(flags, captionText("None."))
	}
	out := []fyne.CanvasObject{section("Flags", raise, flags...)}
	if len(m.Searches) > 0 {
		out = append(out, p.searches())
	}
	var lines []fyne.CanvasObject
	for i, h := range m.History {
		if i == 3 && !p.past {
			lines = append(lines, small(present.Count(len(m.History)-3)+" earlier…", nil, func() { p.past = true; p.round = -1; p.Refresh() }))
			break
		}
		lines = append(lines, captionText(present.Moment(h.At)+" · "+h.Who+" "+h.What).wrapped(0))
	}
	return append(out, section("History", nil, lines...))
}

// searches lists the receipts kept with the claim; each searches again.
func (p *inspectorPane) searches() fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, x := range p.m.Searches {
		what, how := present.ReceiptWords(x)
		list = append(list, newTappable(pad(2, 2, 0, 0, column(1, plainText(what).wrapped(2), captionText(how).wrapped(2))), func() { p.w.searchFor(x.Query) }))
	}
	return section("Searches  "+present.Count(len(list)), nil, list...)
}

func (p *inspectorPane) flag(f ledger.Flag, write bool) fyne.CanvasObject {
	t := map[claims.FlagState]tone{claims.FlagOpen: toneWarn, claims.FlagAccepted: toneInfo}[f.Status]
	text := f.Text
	if f.Reason != "" {
		text += " — " + f.Reason
	}
	body := column(2, wrapRow(newBadge(string(f.Status), t), captionText(f.Who.Name+", "+present.Day(f.At)).whole()), plainText(text).wrapped(0))
	if write {
		if f.Status == claims.FlagOpen {
			body.Add(wrapRow(small("Accept", icon("accept", colourText), func() { p.m.AcceptFlag(f.ID) }), small("Dismiss…", icon("dismiss", colourText), func() { p.m.DismissFlag(f.ID) })))
		} else {
			body.Add(wrapRow(small("Reopen", nil, func() { p.m.ReopenFlag(f.ID) })))
		}
	}
	return body
}
