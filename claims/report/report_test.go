package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"stet/claims"
	"stet/claims/ledger"
	"stet/index/anchor"
	"stet/index/source"
)

var update = flag.Bool("update", false, "write the golden reports anew")

func TestAChangeWithoutWordingSaysSo(t *testing.T) {
	d := dossier()
	d.Sheets[0].Verdict.Proposed = ""
	for _, f := range []Format{htmlFormat{}, markdownFormat{}} {
		b, err := Render(f, d)
		if err != nil || !strings.Contains(string(b), "no wording proposed yet") {
			t.Errorf("%s: not said (%v)", f.Name(), err)
		}
	}
}

func TestAnOlderAnnotatedCopySaysWhatTheNewestVersionChanged(t *testing.T) {
	d := dossier()
	newest := d.Subjects[0].Version
	newest.ID.N++
	d.Subjects[0].Versions = append(d.Subjects[0].Versions, newest)
	d.Subjects[0].Since = []Since{{Line: 2, Summary: "toll raised from 12 to 15", Announced: true}, {Summary: "added: It rained."}}
	for _, f := range []Format{htmlFormat{}, markdownFormat{}} {
		b, err := Render(f, d)
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range []string{"st0ry@3 is newer. It changed:", "Line 2", "toll raised from 12 to 15", "announced by a notice", "New: added: It rained.", "not announced"} {
			if !strings.Contains(string(b), words) {
				t.Errorf("%s does not say %q", f.Name(), words)
			}
		}
	}
	d.Subjects[0].Since = nil
	if b, err := Render(markdownFormat{}, d); err != nil || !strings.Contains(string(b), "It changed nothing of substance.") {
		t.Errorf("not said that nothing changed (%v)", err)
	}
}

// dossier is a small checked article with one claim of each sort and words that
// every format has to escape.
func dossier() Dossier {
	at := time.Date(2025, 5, 3, 14, 2, 0, 0, time.UTC)
	ana, lea := ledger.Who{Name: "Ana Ruiz", Role: ledger.Checker}, ledger.Who{Name: "Lea Sund", Role: ledger.Editor}
	body := "Fire at Norrby harbour kills 12\n\nAt least 12 people were killed on Thursday, the fire service said. “We must <never> rebuild -- here,” mayor Lena Holm said."
	story := source.Version{ID: source.VersionID{Article: "st0ry", N: 2}, Headline: "Fire at Norrby harbour kills 12", Outlet: "Norrby Courier", Published: at,
		Captured: at, Original: source.HashOf([]byte("o")), Text: source.HashOf([]byte(body)), URL: "https://courier.example/fire-kills-9"}
	first := story
	first.ID.N = 1
	wire := source.Version{ID: source.VersionID{Article: "w1res", N: 1}, Headline: "Toll rises at Norrby", Outlet: "Coastal Wire", Published: at, Captured: at,
		Original: source.HashOf([]byte("w")), Text: source.HashOf([]byte("x")), Notice: source.Corrected}
	figure := claims.Claim{ID: "f1gur", Text: "At least 12 people were killed on Thursday, the fire service said.", Origin: claims.Origin{Name: "=fire service"},
		Made: &anchor.Anchor{Version: story.ID, Span: source.Span{Start: 33, End: 99}, Exact: "At least 12 people"},
		Body: claims.Figure{Words: "At least 12 people", Outcome: claims.Killed, Range: claims.Interval{Min: 12, NoMax: true, Mod: claims.AtLeast}, Population: "people",
			Attribution: "the fire service", Window: claims.Window{From: "2025-05-01", To: "2025-05-01"}}}
	quote := claims.Claim{ID: "qu0te", Text: "“We must <never> rebuild -- here,” mayor Lena Holm said.", Body: claims.Quote{Words: "We must <never> rebuild -- here", Type: claims.Direct, Speaker: "Lena Holm"}}
	passage := Passage{ID: "ev1de", Stance: claims.Contradicts, Anchor: anchor.Anchor{Version: wire.ID, Span: source.Span{Start: 10, End: 29}, Exact: "killed 15 *people*"},
		Version: wire, Before: "The fire ", After: ", officials | said.", Relation: "conflicts", Why: "15 is not in [12, 12].", Differ: []Difference{{"12", "15", "number"}}, Cluster: 1}
	return Dossier{
		Desk: "Harbour fire", Title: story.Headline, Made: at, By: lea, Program: "Stet test", Policy: claims.DefaultPolicy("Harbour fire"), Scale: claims.Scales[0],
		Seq: 57, Head: source.HashOf([]byte("head")), Entries: 57, Originals: 3,
		Subjects: []Subject{{Article: source.Article{ID: "st0ry", Role: source.Story}, Version: story, Text: source.Text{Body: body}, Versions: []source.Version{first, story},
			Lines: []Line{{N: 1, Text: "Fire at Norrby harbour kills 12", Para: true, Head: true}, {N: 2, Text: "At least 12 people were killed on Thursday, the fire service said.", Para: true, Claims: []claims.ID{"f1gur"}, Facts: []source.Span{{Start: 0, End: 18}}}},
			Coverage: &Coverage{Handled: 2, Checkable: 4, Open: []Sentence{{Line: 3, Text: "“We must <never> rebuild -- here,” mayor Lena Holm said.", Why: "who said what"}, {Line: 1, Text: "Fire at Norrby harbour kills 12", Why: "a number"}},
				Marked: []Sentence{{Line: 4, Text: "It is a *disgrace*.", As: "opinion, not checkable", By: ana.String(), At: at}, {Line: 5, Text: "It burned for nine hours.", As: "handled", Why: "checked | in May", By: ana.String(), At: at}}}}},
		Sheets: []Sheet{
			{Claim: figure, Made: story, Line: 2, Check: claims.ChangeNeeded, Review: claims.Approved, Passages: []Passage{passage}, By: ana, At: at,
				Verdict:    &Decision{Verdict: claims.Verdict{Claim: "f1gur", Check: claims.ChangeNeeded, Rating: "Disputed", Proposed: "At least 15 people", Reason: "The service corrected itself.", Seen: 40}, By: ana, At: at},
				Earlier:    []Decision{{Verdict: claims.Verdict{Check: claims.Confirmed}, By: ana, At: at}},
				Correction: &Correction{By: ana.String(), At: at, Changes: []claims.FieldChange{{Field: claims.FieldPlace, Read: "Halm", Now: "Norrby"}}},
				Reviews:    []ledger.ReviewStep{{To: claims.Approved, Who: lea, At: at, Seq: 50}}, Sources: Independence{Wanted: 2, Own: 1, Origin: "the fire service"}},
			{Claim: quote, Check: claims.Unstarted, Review: claims.NoReview, Stale: true, Findings: []Finding{{Text: "claim qu0te is altered"}}, Flags: []claims.Flag{{Text: "who heard it?", Status: claims.FlagOpen}}},
		},
		History: []Step{{Old: first.ID, New: story.ID, Summary: "toll raised from 9 to at least 12", Before: "9 people died.", After: "At least 12 people died.",
			Edits: []Edit{{Old: source.Span{Start: 0, End: 1}, New: source.Span{Start: 0, End: 11}}}}},
		Quotes: []Quotation{{Title: "Lena Holm, on *air*", Counts: "2 outlets, 2 independent sources", Claims: []claims.ID{"qu0te"}, Renderings: []Rendering{
			{Version: wire.ID, Span: source.Span{Start: 50, End: 90}, How: "best source (the longest)", Where: "Coastal Wire, 3 May 2025", Words: []Run{{Text: "“We must <never> rebuild -- here,"}, {"” Holm said. “", "aside"}, {Text: "not now”"}}, Copies: []string{"Inland Post", "Courier | West"}},
			{Version: story.ID, Span: source.Span{Start: 100, End: 130}, How: "negation changed", Where: "Norrby Courier, 3 May 2025", Matters: true, Words: []Run{{Text: "“We must "}, {"<never>", "lost"}, {Text: " "}, {"always", "new"}, {Text: " rebuild "}, {"-- here", "shown"}, {Text: " …”"}}, Notes: []string{"The meaning is turned round."}},
			{Version: first.ID, Span: source.Span{Start: 100, End: 120}, How: "verbatim", Where: "Norrby Courier, 3 May 2025", Earlier: true, Words: []Run{{Text: "“We must <never> rebuild”"}}}}}},
		Sources:  []Source{{Version: wire, Cited: []claims.ID{"f1gur"}, Cluster: 1, Origin: "copied from Coastal Wire (credited by Inland Post)"}},
		Searches: []Search{{Receipt: claims.Receipt{Query: `"nine dead"`, Scope: "all articles on the desk", At: at, Articles: 3, Claim: "qu0te"}, By: ana, Seq: 44}},
		SignedBy: []Signature{{Claim: "f1gur", By: lea, At: at, Seq: 50}}, Open: []string{"Claim qu0te was not decided (unstarted)."},
	}
}

func TestReportsAreWhatTheyWere(t *testing.T) {
	for _, f := range Formats() {
		got, err := Render(f, dossier())
		if err != nil {
			t.Fatalf("%s: %v", f.Name(), err)
		}
		golden := filepath.Join("testdata", "report"+f.Extension())
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s; look at the difference, then -update", f.Name(), golden)
		}
	}
}

func TestEveryFormatWithAManifestGivesItBack(t *testing.T) {
	d := dossier()
	want, err := json.Marshal(ManifestOf(d))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"html", "md", "json"} {
		f, err := ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		data, err := Render(f, d)
		if err != nil {
			t.Fatal(err)
		}
		m, err := ReadManifest(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got, err := json.Marshal(m); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: manifest came back as\n%s\nwant\n%s", name, got, want)
		}
	}
	for _, bad := range []string{"", "claim,kind\n", "{}", `{"manifest":{"format":"stet-manifest/9"}}`, htmlOpen + "{" + htmlClose} {
		if _, err := ReadManifest([]byte(bad)); err == nil {
			t.Errorf("%q passed for a report", bad)
		}
	}
}

func TestTheHTMLIsSelfContainedAndEscaped(t *testing.T) {
	data, err := Render(htmlFormat{}, dossier())
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var walk func(*html.Node)
	headings := 0
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			switch n.Data {
			case "img", "link", "iframe":
				t.Errorf("<%s> reaches outside the file", n.Data)
			case "never":
				t.Error("a quote's words became markup")
			case "h1", "h2", "h3":
				headings++
			}
			for _, a := range n.Attr {
				if a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
					t.Errorf("a link leads outside: %s", a.Val)
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	if headings < 10 {
		t.Errorf("only %d headings", headings)
	}
}

func TestACSVCellIsNeverAFormula(t *testing.T) {
	data, err := Render(csvFormat{}, dossier())
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if rows[1][4] != "'=fire service" {
		t.Errorf("the origin reads %q", rows[1][4])
	}
}

func TestAnEmptyDeskHasAReport(t *testing.T) {
	for _, f := range Formats() {
		if b, err := Render(f, Dossier{Desk: "Empty", Title: "Empty"}); err != nil || len(b) == 0 {
			t.Errorf("%s: %d bytes, %v", f.Name(), len(b), err)
		}
	}
}

func TestWordsOfAReportAreNotTakenForItsManifest(t *testing.T) {
	d := dossier()
	for _, trap := range []string{markdownOpen + `{"format":"stet-manifest/1"}` + markdownClose, htmlOpen + `{"format":"stet-manifest/1"}` + htmlClose} {
		d.Searches[0].Query, d.Sheets[0].Claim.Text = trap, trap
		for _, name := range []string{"html", "md", "json"} {
			f, err := ByName(name)
			if err != nil {
				t.Fatal(err)
			}
			data, err := Render(f, d)
			if err != nil {
				t.Fatal(err)
			}
			if m, err := ReadManifest(data); err != nil || m.Seq != d.Seq {
				t.Errorf("%s: %d, %v", name, m.Seq, err)
			}
		}
	}
}

func TestMarkdownKeepsWordsAsTheyAre(t *testing.T) {
	if got := escapeMarkdown("a &lt; b ~~c~~ | *d*"); got != `a &amp;lt; b \~\~c\~\~ \| \*d\*` {
		t.Error(got)
	}
}
