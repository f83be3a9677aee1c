package report

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/toll"
	"stet/claims/toll/chart"
	"stet/index/source"
)

// Reconciliation is the toll board of one event: every report of a figure, grouped
// so that only comparable ones stand together, with what does not fit.
type Reconciliation struct {
	Board    toll.Board       `json:"board"`
	Flags    []TollFlag       `json:"flags"`
	Claims   []claims.ID      `json:"claims"` // about the event
	Left     []toll.Row       `json:"left"`   // figures a person left out
	Versions []source.Version `json:"-"`      // that the rows stand in; the manifest names them
}

// Tolls is the reconciliations of a report.
type Tolls []Reconciliation

// TollFlag is a flag of a board with what was done about it.
type TollFlag struct {
	toll.Flag
	State string `json:"state"` // "open", "dismissed: …", "raised as flag …", "note"
}

// tollPage is a reconciliation worded for people.
type tollPage struct {
	ID     string
	Name   string
	Where  string
	Claims []claims.ID
	Chart  template.HTML // SVG, made here of escaped text
	Groups []tollGroup
	Aside  []tollLine
	Left   []tollLine
	Flags  []TollFlag
}

type tollGroup struct {
	Head, State, Said, Why string
	Sources                int
	Rows                   []tollLine
}

// tollLine is one report.
type tollLine struct {
	Depth   int
	Number  string
	Words   string
	Says    string // who asserts, agency
	Outlet  string
	Version string
	When    string
	How     string
	Dim     bool
}

// chartWidth is the width of the charts in a report, in pixels of the page.
const chartWidth = 820

func tollPageOf(r Reconciliation) tollPage {
	b := r.Board
	p := tollPage{ID: string(b.Event.ID), Name: b.Event.Name, Where: strings.TrimPrefix(b.Event.Place+", "+toll.WindowWords(b.Event, ""), ", "), Claims: r.Claims, Flags: r.Flags}
	for _, g := range b.Groups {
		x := tollGroup{Head: toll.Heading(b.Event, g), State: string(g.State), Said: g.Said(), Why: g.Why, Sources: g.Sources}
		for _, row := range g.Rows {
			x.Rows = tollLines(x.Rows, row, 0, "")
		}
		p.Groups = append(p.Groups, x)
	}
	for _, row := range b.Aside {
		p.Aside = tollLines(p.Aside, row, 0, "")
	}
	for _, row := range r.Left {
		p.Left = tollLines(p.Left, row, 0, "left out by hand")
	}
	if len(b.Groups) > 0 {
		p.Chart = template.HTML(chart.SVG(chart.Of(b, chartWidth), chart.Light)) //nolint:gosec // chart.SVG escapes every text
	}
	return p
}

// tollLines adds a row and what hangs under it.
func tollLines(out []tollLine, r toll.Row, depth int, how string) []tollLine {
	if how == "" {
		how = string(r.Standing)
	}
	if r.Role != toll.Toll && (depth > 0 || r.Standing == toll.Aided) && how == string(r.Standing) {
		how = string(r.Role)
	}
	says := slices.DeleteFunc(slices.Clone(r.Chain), func(s string) bool { return s == r.Outlet })
	out = append(out, tollLine{Depth: depth, Number: toll.Say(r.Range), Words: r.Words, Says: strings.Join(says, ", via "), Outlet: r.Outlet,
		Version: r.Version.String(), When: minute(r.At), How: how, Dim: r.Standing != toll.Stands})
	for _, x := range r.Parts {
		out = tollLines(out, x, depth+1, "")
	}
	for _, x := range r.Copies {
		out = tollLines(out, x, depth+1, "copy")
	}
	for _, x := range r.Earlier {
		out = tollLines(out, x, depth+1, "earlier version")
	}
	return out
}

// Indent is what a line hangs under another by, for a table of text.
func (l tollLine) Indent() string { return strings.Repeat("– ", l.Depth) }

// tollRows are the rows of all boards for a table of claims: one a report, with the
// columns that fit.
func tollRows(d Dossier) [][]string {
	var out [][]string
	for _, r := range d.Tolls {
		for _, g := range r.Board.Groups {
			x := &toll.Board{Groups: []toll.Group{g}}
			x.Each(func(_ *toll.Group, row *toll.Row) {
				outcome := string(row.Outcome)
				if row.Class != "people" {
					outcome = row.Class + " " + outcome
				}
				out = append(out, []string{"", "report of a toll: " + r.Board.Event.Name, row.Line, outcome + " " + row.Range.String(), strings.Join(row.Chain, " > "), row.Version.String(), "",
					day(row.At), row.Outlet, string(row.Role) + ", " + string(row.Standing), string(g.State), flagsAbout(r, row.ID), "", "", fmt.Sprint(row.Standing == toll.Outdated), "", "",
					fmt.Sprint(g.Sources), "", fmt.Sprint(d.Seq)})
			})
		}
	}
	return out
}

// flagsAbout joins the alarms about a row.
func flagsAbout(r Reconciliation, id string) string {
	var out []string
	for _, f := range r.Flags {
		if f.Level == toll.Alarm && slices.Contains(f.Rows, id) {
			out = append(out, f.Why+" ("+f.State+")")
		}
	}
	return strings.Join(out, " ")
}
