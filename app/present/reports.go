package present

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/report"
	"stet/index/source"
)

// ScopeKind says what a report is to be about.
type ScopeKind string

// The scopes.
const (
	ScopeDesk    ScopeKind = "desk"
	ScopeArticle ScopeKind = "article"
	ScopeClaim   ScopeKind = "claim"
)

// FormatTitles says what the formats of reports are for.
var FormatTitles = map[string]string{
	"html": "HTML, one file to read and print", "md": "Markdown", "json": "JSON, everything", "csv": "CSV, a row a claim",
}

// Preview is what a report would hold.
type Preview struct {
	Claims, Decided, Stale, Sources, Searches, Signed int
	Open                                              []string
}

// Reports is the export of reports, those exported, and the desk's own check.
type Reports struct {
	Scope    ScopeKind
	Article  source.ArticleID
	Articles []Facet // with claims
	Format   string
	Preview  *Preview // nil while it is gathered
	Problem  string   // why there is no preview
	Exported []ledger.Report
	Last     string // path of the file written last
	Check    *workspace.Verification
	Checked  string // the outcome of checking a report, in sentences
	CheckBad bool
	Changed  func()

	s      *Shell
	loader *Loader
}

// NewReports makes the model for a shell.
func NewReports(s *Shell) *Reports {
	m := &Reports{s: s, Scope: ScopeDesk, Format: "html", loader: NewLoader(s.Sched), Changed: func() {}}
	if f := s.Settings.Choice["report.format"]; f != "" {
		m.Format = f
	}
	s.Listen(Listener{
		Desk: func() {
			m.Scope, m.Article, m.Last, m.Check, m.Checked = ScopeDesk, "", "", nil, ""
			m.list()
		},
		Acts:     func([]ledger.Entry) { m.list() },
		Verified: func() { m.Check = s.Check; m.Changed() },
		Route: func(was Route) {
			if s.Route.Place == PlaceReports && was.Place != PlaceReports {
				m.list()
			}
		},
	})
	open := func() bool { return s.Desk != nil }
	s.On(ActExport, m.ExportOrOpen, open)
	return m
}

func (m *Reports) list() {
	m.Exported, m.Articles = nil, nil
	if m.s.Desk == nil {
		m.loader.Stop()
		m.Preview = nil
		m.Changed()
		return
	}
	n, titles := map[string]int{}, map[string]string{}
	m.s.Desk.View(func(st *ledger.State) {
		for _, r := range slices.Backward(st.Reports) {
			m.Exported = append(m.Exported, *r)
		}
		for _, c := range st.Live() {
			if c.Made == nil {
				continue
			}
			id := string(c.Made.Version.Article)
			n[id]++
			if v, err := st.Version(source.VersionID{Article: c.Made.Version.Article}); err == nil {
				titles[id] = v.Title()
			}
		}
	})
	m.Articles = countFacets(n, func(id string) string { return titles[id] })
	if m.s.Route.Place == PlaceReports {
		m.gather()
	}
	m.Changed()
}

// Wanted is the scope as the desk knows it.
func (m *Reports) Wanted() workspace.ReportScope {
	switch {
	case m.Scope == ScopeArticle && m.Article != "":
		return workspace.ReportScope{Article: m.Article}
	case m.Scope == ScopeClaim && m.s.Route.Claim != "":
		return workspace.ReportScope{Claims: []claims.ID{m.s.Route.Claim}}
	}
	return workspace.ReportScope{}
}

// SetScope chooses what the report is about.
func (m *Reports) SetScope(k ScopeKind, a source.ArticleID) {
	if k == ScopeArticle && a == "" && len(m.Articles) > 0 {
		a = source.ArticleID(m.Articles[0].Value)
	}
	m.Scope, m.Article = k, a
	m.gather()
	m.Changed()
}

// SetFormat chooses the format, and remembers it.
func (m *Reports) SetFormat(f string) {
	m.Format = f
	m.s.Settings.Pick("report.format", f)
	m.Changed()
}

// gather looks at what the report would hold.
func (m *Reports) gather() {
	w, scope := m.s.Desk, m.Wanted()
	m.Problem = ""
	m.loader.Start(func(ctx context.Context) func() {
		d, err := w.Dossier(ctx, scope)
		p := &Preview{Claims: len(d.Sheets), Sources: len(d.Sources), Searches: len(d.Searches), Signed: len(d.SignedBy), Open: d.Open}
		for _, s := range d.Sheets {
			if s.Verdict != nil {
				p.Decided++
			}
			if s.Stale {
				p.Stale++
			}
		}
		return func() {
			m.Preview = p
			if err != nil {
				m.Preview, m.Problem = nil, Explain(err).What
			}
			m.Changed()
		}
	})
}

// ExportOrOpen opens the place of reports, or exports if it is open.
func (m *Reports) ExportOrOpen() {
	if m.s.Route.Place == PlaceReports && !m.s.Route.Comparing() {
		m.Export()
		return
	}
	m.s.Go(m.s.Route.At(PlaceReports))
}

// Export asks where to write the report and writes it.
func (m *Reports) Export() {
	f, err := report.ByName(m.Format)
	if err != nil {
		m.s.Fail(err)
		return
	}
	name := folderName(m.s.Name + " report")
	for _, a := range m.Articles {
		if m.Scope == ScopeArticle && a.Value == string(m.Article) {
			name = folderName(Short(a.Title, 60))
		}
	}
	name += f.Extension()
	m.s.Ask.Save(FileQuestion{Title: "Export the report", Start: m.s.Settings.Choice["report.folder"], Name: name}, func(path string) {
		if filepath.Ext(path) == "" {
			path += f.Extension()
		}
		m.s.Settings.Pick("report.folder", filepath.Dir(path))
		m.write(path)
	})
}

func (m *Reports) write(path string) {
	w, scope, format := m.s.Desk, m.Wanted(), m.Format
	recorded := false
	m.s.Jobs.Start("Exporting the report", func(ctx context.Context, _ workspace.OnItem) error {
		var err error
		recorded, err = w.Export(ctx, scope, format, path)
		return err
	}, func(err error) {
		if err != nil {
			m.s.Fail(err)
			return
		}
		m.Last = path
		said := "Exported to " + path + "; the ledger has its hash."
		if !recorded {
			said = "Exported to " + path + ". It is not recorded: this desk is open for reading only."
		}
		m.s.Toasts.Show(said)
		m.Changed()
	})
}

// CheckLine says how the last check of the desk came out.
func (m *Reports) CheckLine() string {
	v := m.Check
	switch {
	case v == nil:
		return "Not verified since the desk was opened."
	case v.OK():
		return claims.Number(float64(v.Entries)) + " ledger entries" + ", " + Plural(v.Versions, "version") + " and " + Plural(v.Evidence, "passage") + " match."
	}
	return Plural(len(v.Problems), "problem") + ": " + strings.Join(v.Problems[:min(3, len(v.Problems))], "; ")
}

// VerifyFile asks for a report and checks it against the desk.
func (m *Reports) VerifyFile() {
	m.s.Ask.Open(FileQuestion{Title: "Verify a report", Start: m.s.Settings.Choice["report.folder"]}, func(paths []string) {
		if len(paths) > 0 {
			m.VerifyPath(paths[0])
		}
	})
}

// VerifyPath checks a report file against the desk.
func (m *Reports) VerifyPath(path string) {
	w := m.s.Desk
	if w == nil {
		return
	}
	var c workspace.ReportCheck
	m.s.Jobs.Start("Verifying the report", func(ctx context.Context, _ workspace.OnItem) error {
		var err error
		c, err = w.VerifyReportFile(ctx, path)
		return err
	}, func(err error) {
		if err != nil {
			m.s.Fail(err)
			return
		}
		m.CheckBad = !c.OK()
		m.Checked = filepath.Base(path) + " is, byte for byte, what this desk exported"
		if c.Seq > 0 {
			m.Checked += " at entry " + claims.Number(float64(c.Seq))
		}
		m.Checked += "."
		if m.CheckBad {
			m.Checked = filepath.Base(path) + " does not match: " + strings.Join(c.Problems[:min(3, len(c.Problems))], "; ") + "."
		}
		m.Changed()
	})
}
