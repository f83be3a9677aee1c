package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/storage"

	"stet/app/present"
)

// askPath asks for a folder and a name to write to, where the desktop has no
// chooser of its own. A file that is there is only written over by consent.
func (w *Window) askPath(q present.FileQuestion, then func([]string)) {
	var d *Dialog
	field := func(text string) *fieldEntry {
		e := newFieldEntry(false, func() { d.Close() }, func() { d.Confirm() })
		e.SetText(text)
		return e
	}
	start := q.Start
	if start == "" {
		start = filepath.Dir(w.shell.Folders.Desks)
	}
	folder, name := field(start), field(q.Name)
	folder.PlaceHolder, name.PlaceHolder = "the whole path of a folder", "name of the file"
	wrong := captionText("").wrapped(0)
	wrong.Colour = colourBad
	wrong.Hide()
	look := newDialogButton("Browse…", func() {
		w.askOpen(present.FileQuestion{Title: "The folder to write to", Folder: true, Start: folder.Text}, func(paths []string) {
			if len(paths) > 0 {
				folder.SetText(paths[0])
			}
		})
	}, func() { d.Close() })
	body := column(8, labelled("File name", name), labelled("Folder", container.NewBorder(nil, nil, nil, look, folder)), wrong)
	d = w.ask(q.Title, body, "Export", "Cancel", 560, nil)
	d.Keep(func() bool {
		path := filepath.Join(strings.TrimSpace(folder.Text), strings.TrimSpace(name.Text))
		said, there := unwritable(strings.TrimSpace(folder.Text), strings.TrimSpace(name.Text))
		switch {
		case said != "":
			wrong.Set(said)
			wrong.Show()
			d.pop.Resize(d.pop.MinSize())
			body.Refresh()
		case there:
			w.shell.Ask.Confirm("Write over “"+filepath.Base(path)+"”?", "There is a file of this name in the folder; what it holds is lost.", "Write over it", func() {
				d.close()
				then([]string{path})
			})
		default:
			w.shell.Sched.Post(func() { then([]string{path}) }) // when the dialog is gone
			return true
		}
		return false
	})
	w.win.Canvas().Focus(name)
	name.replaceable()
}

// unwritable says why no file of a name can be written to a folder, "" if it can,
// and whether there is one.
func unwritable(folder, name string) (wrong string, there bool) {
	dir, file := storage.NewFileURI(folder), storage.NewFileURI(filepath.Join(folder, name))
	isFolder := func(u fyne.URI) bool { ok, err := storage.CanList(u); return ok && err == nil }
	switch {
	case name == "" || name != filepath.Base(name) || name == "..":
		return "Give the file a name, without a folder.", false
	case !filepath.IsAbs(folder):
		return "Give the whole path of a folder.", false
	case !isFolder(dir):
		return "There is no folder “" + folder + "”.", false
	case isFolder(file):
		return "“" + name + "” is a folder; give the file another name.", false
	}
	there, _ = storage.Exists(file)
	return "", there
}
