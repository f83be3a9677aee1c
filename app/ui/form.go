package ui

import (
	"fyne.io/fyne/v2"

	"stet/app/present"
)

// askForm asks for several things at once. What is wrong with the answers is said
// below them, and the main button waits until nothing is.
func (w *Window) askForm(q present.FormQuestion, then func([]string)) {
	var d *Dialog
	answers := make([]string, len(q.Fields))
	wrong := captionText("").wrapped(2)
	wrong.Colour = colourBad
	check := func() {
		said := ""
		if q.Check != nil {
			said = q.Check(answers)
		}
		if d == nil || d.yes == nil {
			return
		}
		if wrong.Set(said); said == "" {
			d.yes.Enable()
		} else {
			d.yes.Disable()
		}
	}
	var list []fyne.CanvasObject
	var first *fieldEntry
	for i, f := range q.Fields {
		answers[i] = f.Value
		if f.Switch {
			c := newDialogCheck(f.Label+": "+f.Hint, func(on bool) {
				answers[i] = ""
				if on {
					answers[i] = "yes"
				}
				check()
			}, func() { d.Close() }, func() { d.Confirm() })
			c.SetChecked(f.Value != "")
			list = append(list, c)
			continue
		}
		e := newFieldEntry(false, func() { d.Close() }, func() { d.Confirm() })
		e.PlaceHolder = f.Hint
		e.SetText(f.Value)
		e.OnChanged = func(s string) { answers[i] = s; check() }
		if first == nil {
			first = e
		}
		list = append(list, rows(2, captionText(f.Label), e))
	}
	list = append(list, wrong)
	d = w.ask(q.Title, rows(8, list...), q.Yes, "Cancel", dialogWidth, func() { then(answers) })
	check()
	wrong.Set("") // an empty form is not wrong yet; its button waits
	if first != nil {
		w.win.Canvas().Focus(first)
		first.replaceable()
	}
}
