package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
	"stet/claims"
)

// proposalsPane is what the open text suggests, beside it, in its order.
type proposalsPane struct {
	w       *Window
	m       *present.Reader
	box     *fyne.Container
	chips   *fyne.Container
	chipped string
	list    *keyList
	shown   []int
	empty   *emptiness
	keys    fyne.CanvasObject
}

// proposalRowHeight holds a head, a line of detail and two lines of words.
const proposalRowHeight = 90

func newProposalsPane(w *Window) Pane {
	p := &proposalsPane{w: w, m: w.reader}
	p.empty = newEmptiness(p.emptyView)
	p.chips = container.New(layout.NewRowWrapLayoutWithCustomPadding(4, 4))
	p.list = newKeyList(w, func() int { return len(p.shown) }, func() fyne.CanvasObject { return newProposalRow(p) },
		func(i int, o fyne.CanvasObject) {
			if i < len(p.shown) && p.shown[i] < len(p.m.Cards) {
				o.(*proposalRow).show(p.shown[i])
			}
		})
	p.list.HideSeparators = false
	p.list.onSelect(func(i int) {
		if i < len(p.shown) {
			p.m.OpenCard(p.shown[i])
		}
	})
	p.list.OnEnter = func() { w.run(present.ActAccept) }
	keys := container.New(layout.NewRowWrapLayoutWithCustomPadding(10, 3),
		keyed("A", "accept"), keyed("D", "dismiss"), keyed("E", "correct"), keyed("J", "next"), keyed("K", "previous"))
	p.keys = rows(0, newLine(), pad(4, 5, 12, 8, keys))
	p.box = container.NewBorder(pad(6, 4, 10, 8, p.chips), p.keys, nil, nil, container.NewStack(p.list, p.empty.box))
	return p
}

// keyed is a key and what it does.
func keyed(key, does string) fyne.CanvasObject {
	return cells(5, keyHint(present.Key{Name: key}), captionText(does).whole())
}

// Object implements Pane.
func (p *proposalsPane) Object() fyne.CanvasObject { return p.box }

// Focus implements Pane.
func (p *proposalsPane) Focus() { p.w.win.Canvas().Focus(p.list) }

// Refresh implements Pane.
func (p *proposalsPane) Refresh() {
	p.shown = p.m.Shown()
	p.showChips()
	state := p.emptyFor()
	p.empty.show(state, p.list)
	setVisible(p.keys, state == "")
	p.list.Refresh()
	p.list.choose(slices.Index(p.shown, p.m.Current))
	p.box.Refresh()
}

func (p *proposalsPane) emptyFor() string {
	switch {
	case p.m.Version.ID.IsZero():
		return "closed"
	case len(p.m.Cards) == 0:
		return "none"
	case len(p.shown) == 0 && p.m.Kind != "":
		return "kind"
	case len(p.shown) == 0:
		return "done"
	}
	return ""
}

func (p *proposalsPane) emptyView(state string) fyne.CanvasObject {
	switch state {
	case "closed":
		return emptyState(nil, "No text is open", "Open an article: the figures and quotes it claims are listed here.")
	case "kind":
		all := widget.NewButton("Show all kinds", func() { p.m.SetKind("") })
		return emptyState(nil, "None of this kind", "Other kinds are hidden.", all)
	case "done":
		all := widget.NewButton("Show handled ones", func() { p.m.SetShow(present.ShowAll) })
		return emptyState(icon("confirmed", colourGood), "All proposals are handled", "Select words in the text to claim more, or look at what was handled.", all)
	}
	return emptyState(nil, "Nothing to propose", "No figure or quote was recognised in this text. Select words in it and choose “Make claim”.")
}

var kindsShown = []claims.Kind{claims.KindFigure, claims.KindQuote, claims.KindStatistic}

func (p *proposalsPane) showChips() {
	m := p.m
	open, all := m.Count("")
	key := present.Count(open) + "/" + present.Count(all) + string(m.Show) + string(m.Kind)
	if key == p.chipped {
		return
	}
	p.chipped = key
	p.chips.Objects = nil
	setVisible(p.chips, all > 0)
	p.chips.Add(newChip(p.w, "Open "+present.Count(open), m.Show == present.ShowOpen, func() { m.SetShow(present.ShowOpen) }))
	p.chips.Add(newChip(p.w, "All "+present.Count(all), m.Show == present.ShowAll, func() { m.SetShow(present.ShowAll) }))
	for _, k := range kindsShown {
		if _, n := m.Count(k); n > 0 {
			kind := k
			p.chips.Add(newChip(p.w, kindPlural[k], m.Kind == k, func() {
				if m.Kind == kind {
					kind = ""
				}
				m.SetKind(kind)
			}))
		}
	}
	p.chips.Refresh()
}

var kindPlural = map[claims.Kind]string{claims.KindFigure: "Figures", claims.KindQuote: "Quotes", claims.KindStatistic: "Statistics"}

// proposalRow is a card of the list.
type proposalRow struct {
	widget.BaseWidget
	p               *proposalsPane
	card            int
	sign            *widget.Icon
	head            *prose
	detail, words   *prose
	state           *badge
	accept, dismiss *ttwidget.Button
	fix, asRead     *ttwidget.Button
	buttons         *fyne.Container
	box             fyne.CanvasObject
}

func newProposalRow(p *proposalsPane) *proposalRow {
	r := &proposalRow{p: p, card: -1, sign: widget.NewIcon(nil), head: boldText(""), detail: captionText(""), words: captionText("").wrapped(2), state: newBadge("", tonePlain)}
	r.words.Colour = colourText
	r.accept = iconButton(icon("accept", colourGood), "Accept: make it a claim  (A)", func() { r.do(present.ActAccept) })
	r.dismiss = iconButton(icon("dismiss", colourMuted), "Dismiss  (D)", func() { r.do(present.ActDismiss) })
	r.fix = iconButton(theme.DocumentCreateIcon(), "Correct the reading and accept it…  (E)", func() { r.do(present.ActCorrect) })
	r.asRead = iconButton(icon("undo", colourMuted), "Stet’s reading, or the corrected one  (R)", func() { r.do(present.ActTakeRead) })
	r.buttons = cells(0, r.asRead, r.fix, r.accept, r.dismiss)
	sign := inLine(r.sign)
	line := container.NewBorder(nil, nil, middle(sign), cells(4, r.state, r.buttons), pad(0, 0, 6, 0, middle(r.head)))
	top := container.NewStack(spacer(0, 26), line)
	r.box = container.New(fixedHeight{proposalRowHeight}, pad(2, 4, 10, 6, container.NewBorder(top, nil, nil, nil, pad(0, 0, 22, 6, rows(2, r.detail, r.words)))))
	r.ExtendBaseWidget(r)
	return r
}

func (r *proposalRow) do(id present.ActionID) {
	r.p.m.Pick(r.card)
	r.p.w.run(id)
}

// CreateRenderer implements fyne.Widget.
func (r *proposalRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

func (r *proposalRow) show(i int) {
	r.card = i
	c := r.p.m.Cards[i]
	ink := colourText
	if c.State != present.CardOpen {
		ink = colourMuted
	}
	r.sign.SetResource(icon(string(c.Kind), colourInfo))
	r.head.Set(c.Head)
	r.head.Tint(ink)
	r.detail.Set(c.Detail)
	r.detail.Tint(colourMuted)
	if c.Note != "" { // a checker's reading is never taken silently
		r.detail.Set(present.Sentence(c.Note))
		r.detail.Tint(colourInfo)
	}
	setVisible(r.detail, r.detail.Text != "")
	r.words.Set(present.InMarks(present.Short(c.Words, 220)))
	r.words.Tint(ink)
	switch c.State {
	case present.CardAccepted:
		r.state.Set("Claim", toneGood)
	case present.CardDismissed:
		r.state.Set("Dismissed", tonePlain)
	default:
		r.state.Set("", tonePlain)
		if s := c.Suggestion; s != nil && s.Elsewhere && !c.AsRead {
			r.state.Set("Suggested", toneInfo)
		} else if s != nil && !c.AsRead {
			r.state.Set("As corrected", toneInfo)
		}
	}
	write := !r.p.w.shell.ReadOnly()
	setVisible(r.buttons, c.State == present.CardOpen && write)
	setVisible(r.asRead, c.Suggestion != nil)
	setVisible(r.fix, i == r.p.m.Current)
	r.box.Refresh()
}
