package present

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"stet/app/workspace"
	"stet/index/source"
)

// Importing is bringing material onto the desk: what was chosen, how to file
// it, and what became of every file.
type Importing struct {
	// Asking is set while the person chooses how to file what was chosen.
	Asking *ImportRequest
	// Results are what became of the files of the last import that is shown.
	Results []ImportResult
	Summary string
	// ShowResults is set while the list of results is to be seen.
	ShowResults bool
	Changed     func()

	s       *Shell
	request ImportRequest
}

// ImportRequest is what to import and how to file it.
type ImportRequest struct {
	Paths     []string
	Outlet    string
	Role      source.Role
	VersionOf source.ArticleID // everything is a new version of this article
	Title     string           // of that article
	Versions  workspace.VersionRule
}

// ImportResult is what became of one file.
type ImportResult struct {
	workspace.Imported
	Status string // in a word or two
	Detail string // why, or what it was read as
	Hint   string // what to do about it
	Of     string // title of the article it looks like a version of
	Busy   bool   // an offer is being acted on
	Good   bool   // it is on the desk
	Root   string // what was chosen that holds it
}

// NewImporting makes the model for a shell.
func NewImporting(s *Shell) *Importing {
	m := &Importing{s: s, Changed: func() {}}
	open := func() bool { return s.Desk != nil }
	s.On(ActImportFiles, func() { m.choose(FileQuestion{Title: "Import files"}, ImportRequest{}) }, open)
	s.On(ActImportFolder, func() { m.choose(FileQuestion{Title: "Import a folder", Folder: true}, ImportRequest{}) }, open)
	s.On(ActNewVersion, m.newVersion, func() bool { return open() && !s.Route.Version.IsZero() && !s.Route.Comparing() })
	s.Listen(Listener{Desk: func() { m.Asking, m.Results, m.ShowResults = nil, nil, false; m.Changed() }})
	return m
}

func (m *Importing) newVersion() {
	v, err := m.s.Desk.Version(m.s.Route.Version)
	if err != nil {
		m.s.Fail(err)
		return
	}
	m.choose(FileQuestion{Title: "Newer version of “" + Short(v.Title(), 60) + "”"}, ImportRequest{VersionOf: v.ID.Article, Title: v.Title()})
}

// choose asks for files, then how to file them.
func (m *Importing) choose(q FileQuestion, r ImportRequest) {
	q.Start = m.s.Settings.Choice["import.folder"]
	m.s.Ask.Open(q, func(paths []string) {
		if len(paths) == 0 {
			return
		}
		m.s.Settings.Pick("import.folder", filepath.Dir(paths[0]))
		r.Paths = paths
		m.ask(r)
	})
}

// Drop is files or folders dropped onto the window.
func (m *Importing) Drop(paths []string) {
	switch {
	case len(paths) == 0:
	case m.s.Desk == nil:
		m.s.Ask.Tell(Problem{"No desk is open to put the files on.", "Open or make a desk, then drop them again."})
	case m.s.ReadOnly():
		m.s.Toasts.Show("This desk is open for reading only: nothing can be imported.")
	default:
		m.ask(ImportRequest{Paths: paths})
	}
}

func (m *Importing) ask(r ImportRequest) {
	if r.Role == "" {
		r.Role = source.Material
	}
	m.Asking = &r
	m.Changed()
}

// Turn away from importing.
func (m *Importing) Turn() {
	m.Asking = nil
	m.Changed()
}

// Start imports as filed.
func (m *Importing) Start(r ImportRequest) {
	m.Asking = nil
	m.request = r
	m.Changed()
	w := m.s.Desk
	if w == nil {
		return
	}
	var done []workspace.Imported
	m.s.Jobs.Start("Importing", func(ctx context.Context, onItem workspace.OnItem) error {
		var err error
		done, err = w.Import(ctx, r.Paths, options(r, onItem))
		if err == nil {
			err = w.Refresh(ctx, nil)
		}
		return err
	}, func(err error) {
		if m.s.Desk != w {
			return
		}
		m.Results = nil
		for _, d := range done {
			m.Results = append(m.Results, m.result(d))
		}
		m.Summary = workspace.ImportSummary(done)
		if Cancelled(err) {
			m.Summary = "Cancelled: " + m.Summary
		} else {
			m.s.Fail(err)
		}
		m.finish(err)
	})
}

func options(r ImportRequest, onItem workspace.OnItem) workspace.ImportOptions {
	return workspace.ImportOptions{Outlet: strings.TrimSpace(r.Outlet), Role: r.Role, VersionOf: r.VersionOf, Versions: r.Versions, OnItem: onItem}
}

// finish shows the list if something in it asks for a look; otherwise a toast is
// enough. The first article of an otherwise empty reading pane is opened.
func (m *Importing) finish(err error) {
	ask := slices.ContainsFunc(m.Results, func(r ImportResult) bool {
		return r.Outcome == workspace.ImportOffered || r.Outcome == workspace.ImportFailed || len(r.Warnings) > 0
	})
	m.ShowResults = ask
	if !ask && (err == nil || Cancelled(err)) {
		m.s.Toasts.Offer(Sentence(m.Summary), "Show list", func() { m.ShowResults = true; m.Changed() })
	}
	for _, r := range m.Results {
		if r.Good && (m.s.Route.Version.IsZero() || m.request.VersionOf != "") {
			m.s.Go(m.s.Route.At(PlaceSources).Reading(r.Version, source.Span{}))
			break
		}
	}
	m.Changed()
}

// result words what became of a file.
func (m *Importing) result(d workspace.Imported) ImportResult {
	r := ImportResult{Imported: d, Root: m.root(d.Path)}
	switch d.Outcome {
	case workspace.ImportAdded:
		r.Status, r.Good = "Added", true
	case workspace.ImportVersion:
		r.Status, r.Good = "New version", true
	case workspace.ImportSame:
		r.Status, r.Detail = "Held already", "as "+d.Version.String()
	case workspace.ImportOffered:
		r.Status = "Version?"
		r.Of = m.title(d.Offer.Latest)
		r.Detail = "It looks like a new version of “" + Short(r.Of, 70) + "”: " + d.Offer.Why + "."
	case workspace.ImportFailed:
		p := Explain(d.Err)
		r.Status, r.Detail, r.Hint = "Not read", Sentence(strings.TrimPrefix(p.What, d.Name+": ")), p.Do
	}
	if r.Good {
		r.Detail = strings.Join(d.Warnings, "; ")
		if r.Detail != "" {
			r.Detail = Sentence(r.Detail)
		}
	}
	return r
}

// root is what was chosen that holds a path: an entry of an archive can only be
// imported again with its archive.
func (m *Importing) root(path string) string {
	for _, p := range m.request.Paths {
		if path == p || strings.HasPrefix(path, p+"/") {
			if strings.EqualFold(filepath.Ext(p), ".zip") {
				return p
			}
			break
		}
	}
	if i := strings.Index(strings.ToLower(path), ".zip/"); i >= 0 {
		return path[:i+4]
	}
	return path
}

func (m *Importing) title(id source.VersionID) string {
	if v, err := m.s.Desk.Version(id); err == nil {
		return v.Title()
	}
	return id.String()
}

// Settle acts on the offer of a file: files it as the next version of the
// article, or as an article of its own.
func (m *Importing) Settle(i int, asVersion bool) {
	if i < 0 || i >= len(m.Results) || m.Results[i].Outcome != workspace.ImportOffered || m.Results[i].Busy {
		return
	}
	w, r, path := m.s.Desk, m.request, m.Results[i].Path
	r.Paths, r.Versions = []string{m.Results[i].Root}, workspace.SeparateArticles
	if asVersion {
		r.Versions = workspace.AcceptVersions
	}
	m.Results[i].Busy = true
	m.Changed()
	var done []workspace.Imported
	m.s.Jobs.Start("Importing", func(ctx context.Context, onItem workspace.OnItem) error {
		var err error
		done, err = w.Import(ctx, r.Paths, options(r, onItem))
		if err == nil {
			err = w.Refresh(ctx, nil)
		}
		return err
	}, func(err error) {
		m.s.Fail(err)
		// An archive is imported again as a whole: what it settled beside this
		// file is shown too.
		for k := range m.Results {
			if m.Results[k].Path == path {
				m.Results[k].Busy = false
			}
			for _, d := range done {
				if m.Results[k].Path == d.Path && m.Results[k].Outcome == workspace.ImportOffered && d.Outcome != workspace.ImportOffered {
					m.Results[k] = m.result(d)
				}
			}
		}
		m.Changed()
	})
}

// Close takes the list of results away.
func (m *Importing) Close() {
	m.ShowResults = false
	m.Changed()
}

// OpenResult shows what a file became.
func (m *Importing) OpenResult(i int) {
	if i < 0 || i >= len(m.Results) || m.Results[i].Version.IsZero() {
		return
	}
	m.Close()
	m.s.Go(m.s.Route.At(PlaceSources).Reading(m.Results[i].Version, source.Span{}))
}
