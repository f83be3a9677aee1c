package ui

import (
	"stet/app/present"
)

// readingForm is what the key for correcting is about now: the claim if it is
// what stands beside the text, else the current proposal.
func (w *Window) readingForm() *present.ReadingForm {
	if w.shell.Side() == present.SideClaim {
		if f := w.decide.inspector.Form(); f != nil {
			return f
		}
	}
	if f := w.reader.Form(); f != nil {
		return f
	}
	return w.decide.inspector.Form()
}

// correctReading asks what the words mean, field by field.
func (w *Window) correctReading() {
	if f := w.readingForm(); f != nil {
		if f.Refused != nil && f.Refused() {
			return
		}
		w.askReading(f)
	}
}

// askReading shows a reading with a field for each part of it, and beneath what
// Stet read where that differs. What cannot be read stays in the dialog, with a
// sentence that says why.
func (w *Window) askReading(f *present.ReadingForm) {
	var d *Dialog
	wrong := captionText("").wrapped(0)
	wrong.Colour = colourBad
	wrong.Hide()
	words := mutedText("“" + present.Short(f.Words, 300) + "”").wrapped(4)
	body := column(3, words, spacer(0, 4))
	typed := make([]func() string, len(f.Fields))
	var firstField *fieldEntry
	for i, x := range f.Fields {
		body.Add(captionText(x.Title))
		if x.Options != nil {
			choice := newDialogSelect(x.Options, func() { d.Close() })
			choice.SetSelected(x.Value)
			typed[i] = func() string { return choice.Selected }
			body.Add(choice)
		} else {
			e := newFieldEntry(false, func() { d.Close() }, func() { d.Confirm() })
			e.PlaceHolder = x.Hint
			e.SetText(x.Value)
			typed[i] = func() string { return e.Text }
			body.Add(e)
			if firstField == nil {
				firstField = e
			}
		}
		if x.Read != "" && x.Read != x.Value {
			body.Add(captionText("Stet reads: " + x.Read))
		}
	}
	body.Add(wrong)
	d = w.ask(f.Title, body, f.Yes, "Cancel", dialogWidth, nil)
	d.Keep(func() bool {
		list := make([]string, len(typed))
		for i, t := range typed {
			list[i] = t()
		}
		if err := f.Keep(list); err != nil {
			wrong.Set(present.Sentence(err.Error()))
			wrong.Show()
			d.pop.Resize(d.pop.MinSize())
			body.Refresh()
			return false
		}
		return true
	})
	if firstField != nil {
		w.win.Canvas().Focus(firstField)
		firstField.replaceable()
	}
}
