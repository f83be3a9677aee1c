package ui

import (
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"github.com/rymdport/portal/filechooser"

	"stet/app/present"
)

// nativeChooser asks the desktop's own file chooser for files or a folder to
// open, nativeSaver for a file to write; ok is false where there is none. They
// are replaced in tests.
var (
	nativeChooser = func(q present.FileQuestion) (paths []string, ok bool) {
		return chosen(filechooser.OpenFile("", q.Title, &filechooser.OpenFileOptions{Multiple: !q.Folder, Directory: q.Folder, CurrentFolder: q.Start}))
	}
	nativeSaver = func(q present.FileQuestion) (paths []string, ok bool) {
		return chosen(filechooser.SaveFile("", q.Title, &filechooser.SaveFileOptions{CurrentName: q.Name, CurrentFolder: q.Start}))
	}
)

// chosen is the paths of what the desktop's chooser answered, none if the person
// thought better of it.
func chosen(uris []string, err error) (paths []string, ok bool) {
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
	w.choose(q, nativeChooser, then, w.fyneChooser)
}

// askSave lets choose where to write a file.
func (w *Window) askSave(q present.FileQuestion, then func(string)) {
	w.choose(q, nativeSaver, func(paths []string) { then(paths[0]) }, w.askPath)
}

func (w *Window) choose(q present.FileQuestion, native func(present.FileQuestion) ([]string, bool), then func([]string), ours func(present.FileQuestion, func([]string))) {
	w.shell.Sched.Go(func() {
		paths, ok := native(q)
		w.shell.Sched.Post(func() {
			switch {
			case !ok:
				ours(q, then)
			case len(paths) > 0:
				then(paths)
			}
		})
	})
}

// fyneChooser opens Fyne's chooser where the question says to start.
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
			if err == nil && f != nil {
				w.shell.Fail(f.Close())
				then([]string{f.URI().Path()})
			}
		}, w.win)
	}
	if l, err := storage.ListerForURI(storage.NewFileURI(q.Start)); q.Start != "" && err == nil {
		d.SetLocation(l)
	}
	title := q.Title
	if !q.Folder {
		title += ": one file here. For several, drop them onto the window or import their folder"
	}
	d.SetTitleText(title)
	size := w.win.Canvas().Size()
	d.Show() // Fyne's dialog has no size before it is shown
	d.Resize(fyne.NewSize(min(900, size.Width-60), min(620, size.Height-60)))
	w.chooser = chooser{file: d, over: w.win.Canvas().Overlays().Top()}
	w.win.Canvas().Unfocus() // so that escape closes it
}

// chooser is Fyne's dialog for files, as it stands in front.
type chooser struct {
	file *dialog.FileDialog
	over fyne.CanvasObject // what it is among the overlays
}

// in tells whether it is what stands in front.
func (c chooser) in(top fyne.CanvasObject) bool { return c.over != nil && c.over == top }
