package report

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"strings"
	text "text/template"
	"unicode"

	"stet/claims"
)

//go:embed report.html.tmpl
var htmlSource string

//go:embed report.md.tmpl
var markdownSource string

var funcs = map[string]any{
	"day": day, "minute": minute, "differ": differ, "how": how,
	"facts": Line.pieces, "old": Step.oldPieces, "new": Step.newPieces,
	"join":  func(list any, sep string) string { return joinAny(list, sep) },
	"upper": claims.Capital,
	"md":    escapeMarkdown, "run": markdownRun, "iso": claims.Isolate, "words": markdownWords,
	"sources": Independence.String,
}

var (
	htmlTemplate     = template.Must(template.New("html").Funcs(funcs).Parse(htmlSource))
	markdownTemplate = text.Must(text.New("md").Funcs(funcs).Parse(markdownSource))
)

func joinAny(list any, sep string) string {
	b, err := json.Marshal(list)
	if err != nil {
		return ""
	}
	var s []string
	if json.Unmarshal(b, &s) != nil {
		return ""
	}
	return strings.Join(s, sep)
}

// escapeMarkdown keeps words from being read as markup.
func escapeMarkdown(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.NewReplacer(`\`, `\\`, "&", "&amp;", "~", `\~`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", "&lt;", "|", `\|`, "#", `\#`).Replace(s)
}

// markdownRun is a run within a sentence: a space at its edges stays one.
func markdownRun(s string) string {
	out := escapeMarkdown(s)
	if strings.TrimLeftFunc(s, unicode.IsSpace) != s {
		out = " " + out
	}
	if out != " " && strings.TrimRightFunc(s, unicode.IsSpace) != s {
		out += " "
	}
	return out
}

type htmlFormat struct{}

func (htmlFormat) Name() string      { return "html" }
func (htmlFormat) Extension() string { return ".html" }
func (htmlFormat) Write(w io.Writer, d Dossier) error {
	return htmlTemplate.Execute(w, pageOf(d))
}

type markdownFormat struct{}

func (markdownFormat) Name() string      { return "md" }
func (markdownFormat) Extension() string { return ".md" }
func (markdownFormat) Write(w io.Writer, d Dossier) error {
	p := pageOf(d)
	if err := markdownTemplate.Execute(w, p); err != nil {
		return err
	}
	b, err := json.Marshal(p.Manifest)
	if err != nil {
		return err
	}
	// Two hyphens would end the comment; JSON lets them be escaped.
	_, err = fmt.Fprintf(w, "\n%s%s%s\n", markdownOpen, bytes.ReplaceAll(b, []byte("--"), []byte(`\u002d\u002d`)), markdownClose)
	return err
}

type jsonFormat struct{}

func (jsonFormat) Name() string      { return "json" }
func (jsonFormat) Extension() string { return ".json" }
func (jsonFormat) Write(w io.Writer, d Dossier) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		Manifest Manifest `json:"manifest"`
		Dossier  Dossier  `json:"dossier"`
	}{ManifestOf(d), d})
}

type csvFormat struct{}

func (csvFormat) Name() string      { return "csv" }
func (csvFormat) Extension() string { return ".csv" }

// Write writes one row a claim. A cell that a spreadsheet would run as a formula
// gets an apostrophe in front.
func (csvFormat) Write(w io.Writer, d Dossier) error {
	c := csv.NewWriter(w)
	rows := [][]string{{"claim", "kind", "text", "reading", "speaker or source", "made in", "line", "published", "outlet", "check", "rating", "reason", "proposed", "review", "stale", "supporting", "contradicting", "independent sources", "checker", "ledger entry"}}
	outlets := map[string]Subject{}
	for _, s := range d.Subjects {
		outlets[string(s.Article.ID)] = s
	}
	for _, s := range pageOf(d).Sheets {
		r := []string{string(s.Claim.ID), s.Kind, s.Claim.Text, s.Reading, s.Claim.Origin.Name}
		if m := s.Claim.Made; m != nil {
			x := outlets[string(m.Version.Article)]
			r = append(r, m.Version.String(), fmt.Sprint(s.Line), day(x.Version.Published), x.Version.Outlet)
		} else {
			r = append(r, "", "", "", "")
		}
		rating, reason, proposed, checker := "", "", "", ""
		if v := s.Verdict; v != nil {
			rating, reason, proposed, checker = v.Rating, v.Reason, v.Proposed, v.By.Name
		}
		r = append(r, string(s.Check), rating, reason, proposed, string(s.Review), fmt.Sprint(s.Stale),
			fmt.Sprint(len(s.For)), fmt.Sprint(len(s.Against)), fmt.Sprint(s.Sources.Independent), checker, fmt.Sprint(d.Seq))
		rows = append(rows, r)
	}
	rows = append(rows, tollRows(d)...)
	for _, r := range rows {
		for i := range r {
			if strings.IndexAny(r[i], "=+-@\t\r\n＝＋－＠") == 0 { // the wide forms count in East Asian settings
				r[i] = "'" + r[i]
			}
		}
		if err := c.Write(r); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// What stands before and after the manifest in a file.
const (
	htmlOpen      = `<script type="application/json" id="stet-manifest">`
	htmlClose     = `</script>`
	markdownOpen  = "<!-- stet-manifest "
	markdownClose = " -->"
)

// ErrNoManifest: the file is no report, or one of a format without a manifest.
var ErrNoManifest = errors.New("this file holds no manifest of a Stet report; name an html, md or json report")

// ReadManifest finds the manifest in a report of any format that carries one.
func ReadManifest(data []byte) (Manifest, error) {
	raw := data
	head := bytes.TrimLeft(data, "\ufeff \t\r\n") // words inside a report may look like another format's manifest
	between := func(open, end string) bool {
		i := bytes.LastIndex(data, []byte(open))
		if i < 0 {
			return false
		}
		rest := data[i+len(open):]
		j := bytes.Index(rest, []byte(end))
		if j < 0 {
			return false
		}
		raw = rest[:j]
		return true
	}
	var m Manifest
	if bytes.HasPrefix(head, []byte("<")) && between(htmlOpen, htmlClose) || bytes.HasPrefix(head, []byte("#")) && between(markdownOpen, markdownClose) {
		if err := json.Unmarshal(raw, &m); err != nil {
			return m, fmt.Errorf("the report's manifest cannot be read: %w", err)
		}
	} else {
		var whole struct {
			Manifest Manifest `json:"manifest"`
		}
		if json.Unmarshal(data, &whole) != nil {
			return m, ErrNoManifest
		}
		m = whole.Manifest
	}
	switch m.Format {
	case ManifestFormat:
		return m, nil
	case "":
		return m, ErrNoManifest
	}
	return m, fmt.Errorf("the report's manifest is of format %q, which this version of Stet does not know", m.Format)
}
