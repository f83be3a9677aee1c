package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"stet/app/present"
	"stet/claims"
	"stet/claims/report"
	"stet/index/source"
)

// reportsPane is the export of reports and what was exported.
type reportsPane struct {
	w     *Window
	m     *present.Reports
	box   *fyne.Container
	form  *page
	past  *page
	write *widget.Button
}

func newReportsPane(w *Window) Pane {
	p := &reportsPane{w: w, m: w.decide.reports}
	p.form, p.past = newPage(8), newPage(8)
	half := container.NewGridWithColumns(2, container.New(atMost{620}, p.form.box), container.NewBorder(nil, nil, newLine(), nil, container.New(atMost{620}, p.past.box)))
	p.box = container.NewBorder(header(boldText("Reports")), nil, nil, nil, half)
	p.m.Changed = w.later(p.Refresh)
	return p
}

// Object implements Pane.
func (p *reportsPane) Object() fyne.CanvasObject { return p.box }

// Focus implements Pane.
func (p *reportsPane) Focus() {
	if p.write != nil {
		p.w.win.Canvas().Focus(p.write)
	}
}

// Refresh implements Pane.
func (p *reportsPane) Refresh() {
	p.form.column.Objects = []fyne.CanvasObject{pad(14, 16, 18, 18, p.exportForm())}
	p.form.lay()
	p.past.column.Objects = []fyne.CanvasObject{pad(14, 16, 18, 18, p.exported())}
	p.past.lay()
}

func (p *reportsPane) exportForm() fyne.CanvasObject {
	m := p.m
	head := newProse("Export a report", "subHeadingText", colourText)
	head.Style.Bold = true
	scopes := wrapRow(newChip(p.w, "The whole desk", m.Scope == present.ScopeDesk, func() { m.SetScope(present.ScopeDesk, "") }))
	if p.w.shell.Route.Claim != "" {
		scopes.Add(newChip(p.w, "The open claim", m.Scope == present.ScopeClaim, func() { m.SetScope(present.ScopeClaim, "") }))
	}
	for _, a := range m.Articles[:min(8, len(m.Articles))] {
		id := source.ArticleID(a.Value)
		scopes.Add(newChip(p.w, present.Short(a.Title, 44)+"  "+present.Count(a.N), m.Scope == present.ScopeArticle && m.Article == id, func() { m.SetScope(present.ScopeArticle, id) }))
	}
	formats := wrapRow()
	for _, f := range report.Formats() {
		title := present.FormatTitles[f.Name()]
		if title == "" {
			title = f.Name()
		}
		formats.Add(newChip(p.w, title, m.Format == f.Name(), func() { m.SetFormat(f.Name()) }))
	}
	p.write = widget.NewButtonWithIcon("Export…", icon("export", "foregroundOnPrimary"), m.Export)
	p.write.Importance = widget.HighImportance
	out := column(8, head, captionText("About"), scopes, captionText("As"), formats, pad(4, 4, 0, 0, wrapRow(p.write)))
	if m.Last != "" {
		out.Add(captionText("Written to " + m.Last).wrapped(0))
	}
	out.Add(section("What will be in it", nil, p.preview()))
	return out
}

func (p *reportsPane) preview() fyne.CanvasObject {
	m := p.m
	switch {
	case m.Problem != "":
		return notice(colourBad, colourBadBg, m.Problem)
	case m.Preview == nil:
		return captionText("Gathering …")
	}
	v := m.Preview
	searches := present.Count(v.Searches) + " kept searches"
	if v.Searches == 1 {
		searches = "1 kept search"
	}
	line := present.Plural(v.Claims, "claim") + ", " + present.Count(v.Decided) + " decided; " + present.Plural(v.Sources, "source version") + ", " + searches + "; " + present.Plural(v.Signed, "approval") + "."
	out := column(4, plainText(line).wrapped(0))
	if v.Stale > 0 {
		out.Add(notice(colourWarn, colourWarnBg, present.Plural(v.Stale, "verdict")+" stale: a later version touched the evidence."))
	}
	if len(v.Open) == 0 {
		out.Add(captionText("Nothing is open."))
		return out
	}
	h := captionText("Still open, and listed as such:  " + present.Count(len(v.Open)))
	h.Style.Bold = true
	out.Add(h)
	for _, s := range v.Open {
		out.Add(captionText("• " + s).wrapped(0))
	}
	return out
}

func (p *reportsPane) exported() fyne.CanvasObject {
	m := p.m
	head := newProse("Verify", "subHeadingText", colourText)
	head.Style.Bold = true
	check := captionText(m.CheckLine()).wrapped(0)
	if m.Check != nil {
		check.Colour = map[bool]fyne.ThemeColorName{true: colourGood, false: colourBad}[m.Check.OK()]
	}
	desk := widget.NewButtonWithIcon("Verify the desk", icon("confirmed", colourText), func() { p.w.run(present.ActVerify) })
	file := widget.NewButtonWithIcon("Verify a report…", icon("reports", colourText), m.VerifyFile)
	out := column(8, head, wrapRow(desk, file), check)
	if m.Checked != "" {
		c, g := colourGood, colourGoodBg
		if m.CheckBad {
			c, g = colourBad, colourBadBg
		}
		out.Add(notice(c, g, m.Checked))
	}
	var list []fyne.CanvasObject
	for _, r := range m.Exported {
		list = append(list, column(1, plainText(r.Name), captionText(present.Moment(r.At)+" · "+r.Who.String()+" · "+present.Plural(r.Claims, "claim")+" · entry "+claims.Number(float64(r.Seq))+" · sha256 "+r.Hash.Short()).wrapped(0)))
	}
	if len(list) == 0 {
		list = append(list, captionText("None yet. Every export is recorded in the ledger with its hash, so that anybody who holds the file can have it verified.").wrapped(0))
	}
	out.Add(section("Exported", nil, list...))
	return out
}
