package ui

import (
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"github.com/rymdport/portal/filechooser"

	"stet/app/present"
)

// nativeSaver asks the desktop's own file chooser where to write; ok is false
// where there is none. It is replaced in tests.
var nativeSaver = func(q present.FileQuestion) (path string, ok bool) {
	uris, err := filechooser.SaveFile("", q.Title, &filechooser.SaveFileOptions{CurrentName: q.Name, CurrentFolder: q.Start})
	if err != nil {
		return "", false
	}
	for _, u := range uris {
		if p, err := url.Parse(u); err == nil && p.Path != "" {
			return p.Path, true
		}
	}
	return "", true
}

// askSave lets choose where to write a file.
func (w *Window) askSave(q present.FileQuestion, then func(string)) {
	w.shell.Sched.Go(func() {
		path, ok := nativeSaver(q)
		w.shell.Sched.Post(func() {
			switch {
			case !ok:
				w.fyneSaver(q, then)
			case path != "":
				then(path)
			}
		})
	})
}

func (w *Window) fyneSaver(q present.FileQuestion, then func(string)) {
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		if err != nil || f == nil {
			return
		}
		path := f.URI().Path()
		w.shell.Fail(f.Close()) // it is written whole, or not at all, by name
		then(path)
	}, w.win)
	d.SetFileName(q.Name)
	if l, err := storage.ListerForURI(storage.NewFileURI(q.Start)); q.Start != "" && err == nil {
		d.SetLocation(l)
	}
	d.SetTitleText(q.Title)
	d.SetConfirmText("Export")
	size := w.win.Canvas().Size()
	d.Show() // Fyne's dialog has no size before it is shown
	d.Resize(fyne.NewSize(min(900, size.Width-60), min(620, size.Height-60)))
}
