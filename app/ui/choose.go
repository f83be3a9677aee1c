package ui

import (
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"github.com/rymdport/portal/filechooser"

	"stet/app/present"
)

// nativeChooser asks the desktop's own file chooser; ok is false where there is
// none. It is replaced in tests.
var nativeChooser = func(q present.FileQuestion) (paths []string, ok bool) {
	o := &filechooser.OpenFileOptions{Multiple: !q.Folder, Directory: q.Folder, CurrentFolder: q.Start}
	uris, err := filechooser.OpenFile("", q.Title, o)
	if err != nil {
		return nil, false
	}
	for _, u := range uris {
		if p, err := url.Parse(u); err == nil && p.Path != "" {
			paths = append(paths, p.Path)
		}
	}
	return paths, true
}

// askOpen lets choose files or a folder: with the desktop's chooser, which can
// take several files, else with Fyne's.
func (w *Window) askOpen(q present.FileQuestion, then func([]string)) {
	w.shell.Sched.Go(func() {
		paths, ok := nativeChooser(q)
		w.shell.Sched.Post(func() {
			switch {
			case !ok:
				w.fyneChooser(q, then)
			case len(paths) > 0:
				then(paths)
			}
		})
	})
}

func (w *Window) fyneChooser(q present.FileQuestion, then func([]string)) {
	var d *dialog.FileDialog
	if q.Folder {
		d = dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
			if err == nil && u != nil {
				then([]string{u.Path()})
			}
		}, w.win)
	} else {
		d = dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
			if err != nil || f == nil {
				return
			}
			path := f.URI().Path()
			w.shell.Fail(f.Close())
			then([]string{path})
		}, w.win)
	}
	if l, err := storage.ListerForURI(storage.NewFileURI(q.Start)); q.Start != "" && err == nil {
		d.SetLocation(l)
	}
	d.SetTitleText(q.Title)
	size := w.win.Canvas().Size()
	d.Show() // Fyne's dialog has no size before it is shown
	d.Resize(fyne.NewSize(min(900, size.Width-60), min(620, size.Height-60)))
}
