package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"stet/app/present"
	"stet/claims"
)

// reviewPane is the editor's queue; the claim chosen is read beside it.
type reviewPane struct {
	w     *Window
	m     *present.Review
	box   *fyne.Container
	chips *fyne.Container
	role  *fyne.Container
	foot  fyne.CanvasObject
	list  *keyList
	empty *fyne.Container
}

const reviewRowHeight = claimRowHeight + 40

func newReviewPane(w *Window) Pane {
	p := &reviewPane{w: w, m: w.decide.review, chips: wrapRow(), role: column(0), empty: container.NewStack()}
	p.list = newKeyList(w, func() int { return len(p.m.Rows) }, newReviewRow, func(i int, o fyne.CanvasObject) {
		if i < len(p.m.Rows) {
			o.(*reviewRow).show(p.m.Rows[i])
		}
	})
	p.list.HideSeparators = false
	p.list.onSelect(func(i int) {
		if i < len(p.m.Rows) {
			w.shell.OpenClaim(p.m.Rows[i].ID)
		}
	})
	p.list.OnEnter = p.enter
	approve := w.actionButton(present.ActApprove, "Approve", icon("accept", "foregroundOnPrimary"))
	approve.Importance = widget.HighImportance
	p.foot = rows(0, newLine(), pad(6, 6, 10, 10, cells(6, approve, w.actionButton(present.ActReturn, "Return…", icon("undo", colourText)))))
	p.box = container.NewBorder(rows(0, header(boldText("Review")), pad(5, 5, 10, 8, p.chips), p.role), p.foot, nil, nil, container.NewStack(p.list, p.empty))
	p.m.Changed = w.later(p.Refresh)
	return p
}

// enter opens the row that is chosen, or approves it if it is open.
func (p *reviewPane) enter() {
	i := p.list.chosen
	switch {
	case p.m.CanStep():
		p.w.run(present.ActApprove)
	case i >= 0 && i < len(p.m.Rows):
		p.w.shell.OpenClaim(p.m.Rows[i].ID)
	}
}

// Object implements Pane.
func (p *reviewPane) Object() fyne.CanvasObject { return p.box }

// Focus implements Pane.
func (p *reviewPane) Focus() { p.w.win.Canvas().Focus(p.list) }

// Refresh implements Pane.
func (p *reviewPane) Refresh() {
	m := p.m
	p.chips.Objects = nil
	for _, x := range []struct {
		r claims.Review
		t string
	}{{claims.Submitted, "Submitted"}, {claims.Returned, "Returned"}, {claims.Approved, "Approved"}} {
		p.chips.Add(newChip(p.w, x.t+" "+present.Count(m.Count(x.r)), m.Show == x.r, func() { m.SetShow(x.r) }))
	}
	p.chips.Refresh()
	p.role.Objects = nil
	if p.w.shell.Desk != nil && !m.Editor() {
		p.role.Add(pad(0, 6, 8, 8, notice(colourInfo, colourInfoBg, "You are here as a checker: you can read the queue; an editor approves or returns.", small("Work as editor…", icon("person", colourText), m.WorkAsEditor))))
	}
	p.role.Refresh()
	setVisible(p.foot, m.Editor() && m.Show == claims.Submitted)
	p.empty.Objects = nil
	if len(m.Rows) == 0 {
		title, text := "Nothing waits for review", "Checkers submit a claim with its verdict by Ctrl+Shift+R; it then stands here."
		switch m.Show {
		case claims.Returned:
			title, text = "Nothing is returned", "Claims sent back with a comment stand here until they are submitted again."
		case claims.Approved:
			title, text = "Nothing is approved yet", "Claims an editor signed stand here."
		}
		p.empty.Objects = []fyne.CanvasObject{emptyState(icon("review", colourMuted), title, text)}
	}
	p.empty.Refresh()
	setVisible(p.empty, len(m.Rows) == 0)
	setVisible(p.list, len(m.Rows) > 0)
	p.list.Refresh()
	p.list.choose(m.Index(p.w.shell.Route.Claim))
	p.box.Refresh()
}

// reviewRow is a claim in the queue: the claim, who sent it and why.
type reviewRow struct {
	widget.BaseWidget
	claim        *claimRow
	by, comment_ *prose
	box          fyne.CanvasObject
}

func newReviewRow() fyne.CanvasObject {
	r := &reviewRow{claim: makeClaimRow(), by: captionText(""), comment_: captionText("")}
	r.comment_.Colour = colourText
	r.box = container.New(fixedHeight{reviewRowHeight}, container.NewBorder(nil, pad(0, 6, 32, 8, rows(1, r.comment_, r.by)), nil, nil, r.claim))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *reviewRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

func (r *reviewRow) show(x present.ReviewRow) {
	r.claim.show(x.ClaimRow)
	r.by.Set(x.By + ", " + present.Moment(x.At))
	text := x.Reason
	if x.Comment != "" {
		text = x.Comment
	}
	r.comment_.Set(text)
	r.box.Refresh()
}
