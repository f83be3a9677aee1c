package report

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"stet/claims"
	"stet/claims/toll"
	"stet/index/source"
)

// withToll is the dossier with a board of two reports and a flag, in words that
// every format has to escape.
func withToll() Dossier {
	d := dossier()
	at := time.Date(2025, 5, 2, 8, 0, 0, 0, time.UTC)
	copyOf := func(article, outlet string, n float64, words string, mod claims.Modifier) toll.Report {
		i := claims.Interval{Min: n, Max: n, Mod: mod}
		if mod == claims.AtLeast {
			i.Max, i.NoMax = 0, true
		}
		x := toll.Reading{Figure: claims.Figure{Words: words, Outcome: claims.Killed, Range: i, Population: "people"}, Span: source.Span{Start: 3, End: 3 + len(words)},
			Line: "<b>" + words + "</b> were killed | *in* Halm", Role: toll.Toll, Lead: true, Class: "people", Names: []string{"halm"}}
		if article == "wiref" {
			x.Attribution, x.Sourced = "=fire service", true
		}
		c := &toll.Copy{Version: source.VersionID{Article: source.ArticleID(article), N: 1}, Outlet: outlet, Date: at, Latest: true, Digest: toll.Digest{Readings: []toll.Reading{x}, Names: []string{"halm"}}}
		at = at.Add(time.Hour)
		return toll.Report{Copy: c, Source: len(article) + int(n)}
	}
	e := claims.Event{ID: "f1res", Name: "Fire <at> Halm & \"more\"", Place: "Halm", From: "2025-05-01"}
	b := toll.Build(e, []toll.Report{copyOf("wiref", "Coastal | Wire", 12, "At least 12 people", claims.AtLeast), copyOf("posts", "Inland <Post>", 12, "Twelve people", claims.Exact)})
	r := Reconciliation{Board: b, Claims: []claims.ID{"f1gur"}, Versions: []source.Version{{ID: source.VersionID{Article: "wiref", N: 1}, Original: "o", Text: "t"}}}
	for _, f := range b.Flags {
		r.Flags = append(r.Flags, TollFlag{f, "dismissed: <checked>"})
	}
	d.Tolls = Tolls{r}
	return d
}

func render(t *testing.T, format string, d Dossier) string {
	t.Helper()
	f, err := ByName(format)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Render(f, d)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestTheReconciliationIsInEveryFormat(t *testing.T) {
	d := withToll()
	if len(d.Tolls[0].Flags) == 0 {
		t.Fatal("the board has no flag to print")
	}
	page := render(t, "html", d)
	if _, err := html.Parse(strings.NewReader(page)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<section id="tolls">`, "<svg", "Fire &lt;at&gt; Halm &amp; &#34;more&#34;", "≥ 12", "Inland &lt;Post&gt;", "dismissed: &lt;checked&gt;", "Modifier vanished"} {
		if !strings.Contains(page, want) {
			t.Errorf("html lacks %q", want)
		}
	}
	for _, not := range []string{"Inland <Post>", "<at>"} {
		if strings.Contains(page[:strings.Index(page, htmlOpen)], not) {
			t.Errorf("html holds %q as markup", not)
		}
	}
	md := render(t, "md", d)
	for _, want := range []string{"## Casualty reconciliation", `| At least 12 people |`, `Coastal \| Wire`, "Modifier vanished"} {
		if !strings.Contains(md, want) {
			t.Errorf("md lacks %q", want)
		}
	}
	if js := render(t, "json", d); !strings.Contains(js, `"state": "dismissed: <checked>"`) {
		t.Error("json lacks the flag's state")
	}
}

func TestTheReconciliationAddsRowsOfTheSameColumnsToTheTable(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewBufferString(render(t, "csv", withToll()))).ReadAll() // fails if a row has other columns
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, r := range rows {
		if strings.HasPrefix(r[1], "report of a toll: ") {
			n++
			if strings.HasPrefix(r[4], "=") {
				t.Errorf("a cell would run as a formula: %q", r[4])
			}
		}
	}
	if n != 2 {
		t.Errorf("%d reports in the table, want 2", n)
	}
}

func TestTheManifestNamesTheVersionsOfTheReconciliation(t *testing.T) {
	m, err := ReadManifest([]byte(render(t, "html", withToll())))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range m.Versions {
		if v.ID.Article == "wiref" {
			return
		}
	}
	t.Errorf("versions of the manifest: %+v", m.Versions)
}
