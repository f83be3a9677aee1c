package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
	"stet/claims"
)

// verdictForm is the verdict being written. Its fields are kept while the rest of
// the inspector is drawn anew, so that typing is never interrupted.
type verdictForm struct {
	w        *Window
	m        *present.Inspector
	box      *fyne.Container
	outcomes *fyne.Container
	ratings  *fyne.Container
	scale    *prose
	proposed *fieldEntry
	print    *fyne.Container
	reason   *fieldEntry
	warning  *prose
	basis    *prose
	given    *prose
	give     *ttwidget.Button
	discard  *ttwidget.Button
	submit   *ttwidget.Button
	buttons  *fyne.Container
	earlier  *fyne.Container
	shown    string
}

func newVerdictForm(w *Window) *verdictForm {
	f := &verdictForm{w: w, m: w.decide.inspector, outcomes: wrapRow(), ratings: wrapRow(), earlier: column(3), scale: captionText("")}
	field := func(hint string, set func(*present.Draft, string)) *fieldEntry {
		e := newFieldEntry(true, func() { w.win.Canvas().Unfocus() }, nil)
		e.Wrapping = fyne.TextWrapWord
		e.PlaceHolder = hint
		e.SetMinRowsVisible(2)
		e.OnChanged = func(s string) { d := f.m.Draft; set(&d, s); f.m.SetDraft(d) }
		return e
	}
	f.proposed = field("Wording to print instead", func(d *present.Draft, s string) { d.Proposed = s })
	f.reason = field("Reason; the report prints it", func(d *present.Draft, s string) { d.Reason = s })
	f.print = column(0, f.proposed)
	f.warning, f.basis, f.given = captionText("").wrapped(0), captionText("").wrapped(2), captionText("").wrapped(0)
	f.warning.Colour = colourWarn
	f.give = w.actionButton(present.ActVerdict, "Give verdict", icon("accept", "foregroundOnPrimary"))
	f.give.Importance = widget.HighImportance
	f.discard = small("Discard", nil, f.m.Discard)
	f.submit = w.actionButton(present.ActSubmit, "Submit to editor", nil)
	f.buttons = wrapRow(f.give, f.submit, f.discard)
	f.box = column(6, newLine(), f.head(), f.given, captionText("Outcome of the check"), f.outcomes, f.scale, f.ratings, f.print, f.reason, f.warning, f.buttons, f.basis, f.earlier)
	return f
}

func (f *verdictForm) head() fyne.CanvasObject {
	h := captionText("Verdict")
	h.Style.Bold = true
	return h
}

func (f *verdictForm) focus() {
	switch {
	case f.m.ID == "" || f.w.shell.ReadOnly():
	case f.m.Draft.Check == "" && len(f.outcomes.Objects) > 0:
		f.w.win.Canvas().Focus(f.outcomes.Objects[0].(*keyChip)) // first the outcome
	default:
		f.w.win.Canvas().Focus(f.reason)
		f.reason.replaceable()
	}
}

func (f *verdictForm) refresh() {
	m := f.m
	d := m.Draft
	write := !f.w.shell.ReadOnly()
	if key := string(m.ID) + string(d.Check) + d.Rating + m.Scale.Name + map[bool]string{true: "w"}[write]; key != f.shown {
		f.shown = key
		f.outcomes.Objects, f.ratings.Objects = nil, nil
		for _, c := range claims.Checks {
			f.outcomes.Add(f.chip(string(c), d.Check == c, write, func(d *present.Draft) { d.Check = toggled(d.Check, c) }))
		}
		for _, r := range m.Scale.Ratings {
			f.ratings.Add(f.chip(r, d.Rating == r, write, func(d *present.Draft) { d.Rating = toggled(d.Rating, r) }))
		}
		f.outcomes.Refresh()
		f.ratings.Refresh()
	}
	f.scale.Set("Rating, on the desk’s scale")
	setVisible(f.scale, len(m.Scale.Ratings) > 0)
	fillEntry(f.proposed, d.Proposed, write)
	fillEntry(f.reason, d.Reason, write)
	setVisible(f.print, d.Check == claims.ChangeNeeded || d.Proposed != "")
	f.warning.Set(m.Warning())
	setVisible(f.warning, f.warning.Text != "")
	setVisible(f.discard, m.Drafting())
	setVisible(f.submit, m.CanSubmit() && !m.Drafting())
	ok, _ := m.CanDecide()
	f.give.SetText("Give verdict")
	if m.Claim.Verdict() != nil {
		f.give.SetText("Decide anew")
	}
	if f.give.Importance = widget.MediumImportance; ok {
		f.give.Importance = widget.HighImportance
	}
	f.give.SetIcon(icon("accept", map[bool]fyne.ThemeColorName{true: "foregroundOnPrimary", false: colourText}[ok]))
	setVisible(f.give, write)
	f.basis.Set(m.Basis() + ".  Ctrl+Enter gives it.")
	f.refreshGiven()
}

// refreshGiven says who gave the verdict that stands, and which stood before.
func (f *verdictForm) refreshGiven() {
	m := f.m
	given := ""
	if v := m.Claim.Verdict(); v != nil {
		given = "Given by " + v.Who.String() + ", " + present.Moment(v.At) + ", on entry " + claims.Number(float64(v.Seen)) + "."
		if m.Stale {
			given += " Stale: a later version touched what it rests on."
		}
	}
	f.given.Colour = colourMuted
	if m.Stale {
		f.given.Colour = colourWarn
	}
	f.given.Set(given)
	f.given.Refresh()
	setVisible(f.given, given != "")
	f.earlier.Objects = nil
	for _, v := range m.Earlier() {
		text := "Before: " + string(v.Verdict.Check) + " " + v.Rating + " · " + v.Who.Name + ", " + present.Day(v.At)
		if v.Withdrawn {
			text = "Taken back: " + string(v.Verdict.Check) + " " + v.Rating + " · " + v.Who.Name
		}
		if v.Reason != "" {
			text += " · " + v.Reason
		}
		f.earlier.Add(captionText(text).wrapped(2))
	}
	setVisible(f.earlier, len(f.earlier.Objects) > 0)
}

// toggled is a choice, or none if it was chosen already.
func toggled[T ~string](now, to T) T {
	if now == to {
		return ""
	}
	return to
}

func (f *verdictForm) chip(text string, on, write bool, set func(*present.Draft)) fyne.CanvasObject {
	run := func() { d := f.m.Draft; set(&d); f.m.SetDraft(d) }
	if !write {
		run = nil
	}
	return newChip(f.w, text, on, run)
}

// chips are the outcomes and the ratings, in the order of the keyboard.
func (f *verdictForm) chips() []fyne.CanvasObject {
	return slices.Concat(f.outcomes.Objects, f.ratings.Objects)
}

// lineRunes is about how many letters a line of the inspector holds.
const lineRunes = 32

// fillEntry shows a text in a field that is not being typed in just so.
func fillEntry(e *fieldEntry, text string, write bool) {
	if e.Text != text {
		e.SetText(text)
	}
	e.SetMinRowsVisible(min(7, max(2, len([]rune(text))/lineRunes+1)))
	if write == e.Disabled() {
		if write {
			e.Enable()
		} else {
			e.Disable()
		}
	}
}
