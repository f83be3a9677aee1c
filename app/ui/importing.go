package ui

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"stet/app/present"
	"stet/app/workspace"
	"stet/index/source"
)

// importDialogs show what present.Importing asks and tells.
type importDialogs struct {
	w      *Window
	m      *present.Importing
	asked  *present.ImportRequest
	result *Dialog
	list   *keyList
	head   *prose
}

func newImportDialogs(w *Window) *importDialogs {
	d := &importDialogs{w: w, m: w.importing}
	d.m.Changed = w.later(d.refresh)
	return d
}

// dropped takes files from another program.
func (w *Window) dropped(uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	w.importing.Drop(paths)
}

func (d *importDialogs) refresh() {
	if r := d.m.Asking; r != nil && r != d.asked {
		d.asked = r
		d.ask(*r)
	} else if r == nil {
		d.asked = nil
	}
	switch {
	case d.m.ShowResults && d.result == nil:
		d.showResults()
	case d.m.ShowResults:
		d.head.Set(d.m.Summary)
		d.list.Refresh()
	case d.result != nil:
		d.result.Close()
		d.result = nil
	}
}

// ask asks how to file what was chosen.
func (d *importDialogs) ask(r present.ImportRequest) {
	what := "“" + filepath.Base(r.Paths[0]) + "”"
	if n := len(r.Paths); n > 1 {
		what = present.Plural(n, "file") + " or folders"
	}
	var dlg *Dialog
	outlet := newFieldEntry(false, func() { dlg.Close() }, func() { dlg.Confirm() })
	outlet.PlaceHolder = "as the files say"
	outlet.SetText(r.Outlet)
	roles := []source.Role{source.Material, source.Story}
	shut, yes := func() { dlg.Close() }, func() { dlg.Confirm() }
	role := newDialogRadio([]string{"Sources to check against", "The story being checked"}, max(0, slices.Index(roles, r.Role)), shut, yes)
	versions := newDialogRadio([]string{"Ask about every one", "File it as the next version", "Keep it as an article of its own"}, int(r.Versions), shut, yes)
	title := "Import " + what
	body := rows(10, labelled("Outlet", outlet), labelled("They are", role), labelled("What looks like a new version of an article on the desk", versions))
	if r.VersionOf != "" {
		title = "Newer version of “" + present.Short(r.Title, 60) + "”"
		body = rows(10, mutedText(what+" is filed as its next version.").wrapped(0), labelled("Outlet", outlet))
	}
	dlg = d.w.ask(title, body, "Import", "Cancel", dialogWidth, func() {
		r.Outlet = outlet.Text
		r.Role, r.Versions = roles[role.Selected], workspace.VersionRule(versions.Selected)
		d.m.Start(r)
	})
	dlg.OnTurn = d.m.Turn
}

// labelled puts a label above a field.
func labelled(label string, field fyne.CanvasObject) fyne.CanvasObject {
	return rows(3, captionText(label), field)
}

// showResults lists what became of every file.
func (d *importDialogs) showResults() {
	d.head = mutedText(d.m.Summary).wrapped(2)
	d.list = newKeyList(d.w, func() int { return len(d.m.Results) }, func() fyne.CanvasObject { return newImportRow(d) },
		func(i int, o fyne.CanvasObject) { o.(*importRow).show(i) })
	size := d.w.win.Canvas().Size()
	high := min(float32(len(d.m.Results))*importRowHeight+8, size.Height-260)
	d.result = d.w.ask("Import", rows(8, d.head, container.NewStack(spacer(0, high), d.list)), "", "Close", min(720, size.Width-80), nil)
	d.result.OnTurn = func() { d.result = nil; d.m.Close() }
}

const importRowHeight = 64

// importRow is what became of one file.
type importRow struct {
	widget.BaseWidget
	d            *importDialogs
	i            int
	status       *badge
	name, detail *prose
	accept, own  *widget.Button
	open         *widget.Button
	box          fyne.CanvasObject
}

func newImportRow(d *importDialogs) *importRow {
	r := &importRow{d: d, status: newBadge("", tonePlain), name: boldText(""), detail: captionText("").wrapped(2)}
	r.accept = widget.NewButton("New version", func() { d.m.Settle(r.i, true) })
	r.own = widget.NewButton("Separate", func() { d.m.Settle(r.i, false) })
	r.open = widget.NewButton("Open", func() { d.m.OpenResult(r.i) })
	r.open.Importance = widget.LowImportance
	buttons := cells(4, r.accept, r.own, r.open)
	r.box = container.New(fixedHeight{importRowHeight}, pad(5, 5, 6, 6, container.NewBorder(nil, nil, container.New(sized{92, 0}, rows(0, container.NewHBox(r.status))), buttons, rows(1, r.name, r.detail))))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *importRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

func (r *importRow) show(i int) {
	r.i = i
	x := r.d.m.Results[i]
	t := map[workspace.ImportOutcome]tone{workspace.ImportAdded: toneGood, workspace.ImportVersion: toneGood,
		workspace.ImportOffered: toneWarn, workspace.ImportFailed: toneBad}[x.Outcome]
	r.status.Set(x.Status, t)
	name := x.Name
	if x.Title != "" {
		name = x.Title
	}
	r.name.Set(name)
	detail := x.Detail
	if x.Hint != "" {
		detail += " " + x.Hint
	}
	if name != x.Name {
		detail = x.Name + "  " + detail
	}
	r.detail.Set(detail)
	offered := x.Outcome == workspace.ImportOffered
	setVisible(r.accept, offered)
	setVisible(r.own, offered)
	setVisible(r.open, !offered && !x.Version.IsZero())
	for _, b := range []*widget.Button{r.accept, r.own} {
		if x.Busy {
			b.Disable()
		} else {
			b.Enable()
		}
	}
	r.box.Refresh()
}
