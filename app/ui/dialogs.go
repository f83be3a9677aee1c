package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/app/present"
)

// Dialog is a question in front of the window. Escape closes it, Enter presses
// its main button.
type Dialog struct {
	below  *Dialog // the question this one stands in front of
	w      *Window
	pop    *widget.PopUp
	over   fyne.CanvasObject // what it is among the overlays
	yes    *dialogButton
	shut   *dialogButton
	before fyne.Focusable
	OnTurn func() // closed otherwise than by the main button
}

// dialogWidth is a comfortable line length for the sentences in dialogs.
const dialogWidth = 460

// ask shows a dialog: a title, what stands in it, and its buttons; yes is "" if
// there is only the one to close it. then runs after it was closed with yes, if
// it may be: ready, if not nil, says whether.
func (w *Window) ask(title string, body fyne.CanvasObject, yes, no string, width float32, then func()) *Dialog {
	d := &Dialog{w: w, below: w.dialog, before: w.win.Canvas().Focused()}
	w.dialog = d
	head := newProse(title, theme.SizeNameSubHeadingText, colourText).wrapped(2)
	head.Style.Bold = true
	shut := newDialogButton(no, d.Close, d.Close)
	d.shut = shut
	buttons := container.NewHBox(layout.NewSpacer(), shut)
	if yes != "" {
		d.yes = newDialogButton(yes, func() {
			d.close()
			if then != nil {
				then()
			}
		}, d.Close)
		d.yes.Importance = widget.HighImportance
		buttons.Add(d.yes)
	}
	content := container.NewBorder(head, buttons, nil, nil, pad(10, 14, 0, 0, body))
	d.pop = widget.NewModalPopUp(newKeeper(d, pad(14, 12, 18, 16, container.New(fixedWidth{width}, content))), w.win.Canvas())
	d.pop.Show()
	d.over = w.win.Canvas().Overlays().Top()
	// The text knows its height only once it has its width.
	d.pop.Resize(d.pop.MinSize())
	if d.yes != nil {
		w.win.Canvas().Focus(d.yes)
	} else {
		w.win.Canvas().Focus(shut)
	}
	return d
}

// Close turns away from the question.
func (d *Dialog) Close() {
	if d.pop.Hidden {
		return
	}
	d.close()
	if d.OnTurn != nil {
		d.OnTurn()
	}
}

// Keep has the main button ask first whether it may close the dialog.
func (d *Dialog) Keep(ready func() bool) {
	if d.yes != nil {
		d.yes.OnTapped = func() {
			if ready() {
				d.close()
			}
		}
	}
}

// close takes the dialog away and gives the keyboard back.
func (d *Dialog) close() {
	d.pop.Hide()
	d.w.dialog = d.below
	if d.w.win.Canvas().Overlays().Top() == nil && d.before != nil {
		d.w.win.Canvas().Focus(d.before)
	}
}

// Confirm presses the main button.
func (d *Dialog) Confirm() {
	if d.yes != nil && !d.yes.Disabled() {
		d.yes.OnTapped()
	}
}

// keeper is what stands in a dialog.
type keeper struct {
	widget.BaseWidget
	d *Dialog
	o fyne.CanvasObject
}

func newKeeper(d *Dialog, o fyne.CanvasObject) *keeper {
	k := &keeper{d: d, o: o}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer implements fyne.Widget.
func (k *keeper) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(k.o) }

// fixedWidth lays its object out at a width and asks for the height that takes.
type fixedWidth struct{ w float32 }

func (f fixedWidth) MinSize(o []fyne.CanvasObject) fyne.Size {
	if o[0].Size().Width != f.w {
		o[0].Resize(fyne.NewSize(f.w, o[0].MinSize().Height))
	}
	return fyne.NewSize(f.w, o[0].MinSize().Height)
}

func (f fixedWidth) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(s) }

// asks answers what view models ask.
func (w *Window) asks() {
	w.shell.Ask = present.Asks{
		Tell: func(p present.Problem) {
			w.ask(p.What, mutedText(p.Do).wrapped(0), "", "Close", dialogWidth, nil)
		},
		Confirm: func(title, text, yes string, then func()) {
			w.ask(title, mutedText(text).wrapped(0), yes, "Cancel", dialogWidth, then)
		},
		Text: w.askText,
		Form: w.askForm,
		Pick: w.askPick,
		Open: w.askOpen,
		Save: w.askSave,
		Copy: func(s string) { w.app.Clipboard().SetContent(s) },
		Quit: w.quit,
	}
}

func (w *Window) askText(q present.TextQuestion, then func(string)) {
	var d *Dialog
	e := newFieldEntry(q.Lines > 1, func() { d.Close() }, func() { d.Confirm() })
	e.PlaceHolder = q.Hint
	e.SetText(q.Value)
	if q.Lines > 1 {
		e.Wrapping = fyne.TextWrapWord
		e.SetMinRowsVisible(q.Lines)
	}
	var body fyne.CanvasObject = e
	if q.Label != "" {
		body = rows(4, mutedText(q.Label).wrapped(0), e)
	}
	d = w.ask(q.Title, body, q.Yes, "Cancel", dialogWidth, func() { then(e.Text) })
	if q.Needed {
		check := func(s string) {
			if s == "" {
				d.yes.Disable()
			} else {
				d.yes.Enable()
			}
		}
		check(q.Value)
		e.OnChanged = check
	}
	w.win.Canvas().Focus(e)
	e.replaceable()
}

// optionHeight is the height of an option with its detail.
const optionHeight = 51

// askPick lets choose one of several, with the keyboard too.
func (w *Window) askPick(title string, options []present.Option, then func(int)) {
	var d *Dialog
	chosen := -1
	list := newKeyList(w, func() int { return len(options) }, func() fyne.CanvasObject {
		return pad(5, 5, 8, 8, rows(1, boldText(""), captionText("")))
	}, func(i int, o fyne.CanvasObject) {
		box := o.(*fyne.Container).Objects[0].(*fyne.Container)
		box.Objects[0].(*prose).Set(options[i].Title)
		box.Objects[1].(*prose).Set(options[i].Detail)
	})
	list.onSelect(func(i int) { chosen = i; d.yes.Enable() })
	list.OnEnter = func() { d.Confirm() }
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(0, min(380, float32(len(options))*grown(optionHeight)+4)))
	d = w.ask(title, container.NewStack(room, list), "Choose", "Cancel", 520, func() {
		if chosen >= 0 {
			then(chosen)
		}
	})
	d.yes.Disable()
	if len(options) > 0 {
		list.Select(0)
	}
	w.win.Canvas().Focus(list)
}

// showShortcuts prints the table of actions with their keys.
func (w *Window) showShortcuts() {
	cols := []*fyne.Container{rows(3), rows(3)}
	n := 0
	for _, m := range present.Menus {
		into := cols[0]
		if n > len(present.Actions)/2 {
			into = cols[1]
		}
		into.Add(pad(6, 0, 0, 0, boldText(string(m))))
		for _, a := range present.Actions {
			if a.Menu != m {
				continue
			}
			n++
			keys := cells(3)
			if p := a.Plain.String(); p != "" {
				keys.Add(keyHint(a.Plain))
			}
			if a.Key.Name != "" {
				keys.Add(keyHint(a.Key))
			}
			into.Add(container.NewBorder(nil, nil, nil, keys, plainText(a.Title)))
		}
	}
	scroll := container.NewVScroll(container.NewGridWithColumns(2, pad(0, 0, 0, 14, cols[0]), pad(0, 0, 14, 10, cols[1])))
	scroll.SetMinSize(fyne.NewSize(0, min(520, w.win.Canvas().Size().Height-160)))
	w.ask("Keyboard shortcuts", scroll, "", "Close", min(grown(860), w.win.Canvas().Size().Width-80), nil).shut.page = scroll
}

func (w *Window) showAbout() {
	w.ask("Stet", mutedText("Let it stand: a workbench for checking facts. Everything stays on this computer, in the desk's folder.\n"+
		"Original files are kept unchanged; every decision is an entry in a ledger whose links anyone can verify.").wrapped(0), "", "Close", dialogWidth, nil)
}
