package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"stet/claims"
	"stet/index/source"
)

// page is a dossier worded for people; the HTML and the Markdown report print
// the same page.
type page struct {
	D         Dossier
	Subjects  []subjectPage
	Uncovered []Subject // with what was not checked in them
	Counts    []count
	Fixes     []fix
	Against   []doubt // passages that contradict a claim
	Beside    []doubt // passages put against a claim with which it can still be right
	Sheets    []sheetPage
	Figures   []figureRow
	Quotes    []quoteRow // of claims that the concordance does not have
	Tolls     []tollPage
	Manifest  Manifest
	Lapsed    map[claims.ID]string // what an approval is worth no more for
}

// fix is a wording to change before printing.
type fix struct {
	Claim    claims.ID
	Line     int
	Text     string
	Proposed string
	Reason   string
}

// doubt is a passage that a checker put against a claim.
type doubt struct {
	Claim  claims.ID
	Text   string
	Outlet string
	Exact  string
	Why    string
}

// noConflict are the relations in which claim and passage can both be right, by
// their names in package match. For a statement there is none: there the checker's
// word stands.
var noConflict = map[string]bool{"verbatim": true, "typography": true, "spelling": true, "agrees": true, "compatible": true, "outdated": true, "not_comparable": true}

type subjectPage struct {
	Subject
	Covered string           // "versions 1 and 2"
	Newer   source.VersionID // than the annotated copy; zero if there is none
}

type sheetPage struct {
	Sheet
	N       int
	Kind    string
	Reading string
	Where   string
	Outcome string
	For     []Passage
	Against []Passage
	Other   []Passage
}

// figureRow is one report of a casualty figure: the claim's own, or a passage's.
type figureRow struct {
	Claim   claims.ID
	Words   string
	Range   string
	Outcome string
	Of      string
	Origin  string
	Window  string
	Place   string
	Outlet  string
	Version string
	How     string // "claimed", or how it relates to the claim
}

// quoteRow is one rendering of a quote.
type quoteRow struct {
	Claim   claims.ID
	Speaker string
	Words   string
	Outlet  string
	Version string
	How     string
	Differ  string
}

func pageOf(d Dossier) page {
	p := page{D: d, Uncovered: uncovered(d.Subjects), Manifest: ManifestOf(d), Lapsed: map[claims.ID]string{}}
	for _, s := range d.Subjects {
		p.Subjects = append(p.Subjects, subjectPage{s, covered(s.Versions), newer(s)})
	}
	for _, r := range d.Tolls {
		p.Tolls = append(p.Tolls, tollPageOf(r))
	}
	tally := map[claims.Check]count{}
	for i, s := range d.Sheets {
		tally[s.Check] = tally[s.Check].tallied(s)
		if s.Stale && s.Review == claims.Approved {
			p.Lapsed[s.Claim.ID] = "a later version has touched the evidence since"
		}
		x := sheetPage{Sheet: s, N: i + 1, Kind: kindName(s.Claim.Body), Reading: reading(s.Claim.Body), Outcome: outcome(s)}
		if m := s.Claim.Made; m != nil {
			x.Where = m.Version.String()
			if s.Line > 0 {
				x.Where += fmt.Sprintf(", line %d", s.Line)
			}
		}
		for _, e := range s.Passages {
			switch e.Stance {
			case claims.Supports, claims.FirstSeen, claims.Repeats:
				x.For = append(x.For, e)
			case claims.Contradicts:
				x.Against = append(x.Against, e)
				at := &p.Against
				if noConflict[e.Relation] {
					at = &p.Beside
				}
				*at = append(*at, doubt{s.Claim.ID, s.Claim.Text, e.Version.Outlet, e.Anchor.Exact, e.Why})
			default:
				x.Other = append(x.Other, e)
			}
		}
		if s.Check == claims.ChangeNeeded {
			p.Fixes = append(p.Fixes, fix{s.Claim.ID, s.Line, s.Claim.Text, s.Verdict.Proposed, s.Verdict.Reason})
		}
		p.Sheets = append(p.Sheets, x)
		p.rows(s)
	}
	for _, c := range slices.Concat(claims.Checks, []claims.Check{claims.InProgress, claims.Unstarted}) {
		if n := tally[c]; n.N > 0 {
			n.Name = string(c)
			p.Counts = append(p.Counts, n)
		}
	}
	return p
}

// rows lists the figures or the renderings of a quote that a claim brings.
func (p *page) rows(s Sheet) {
	c := s.Claim
	outlet, version := "", ""
	if c.Made != nil {
		outlet, version = first(s.Made.Outlet, "no outlet named"), c.Made.Version.String()
	}
	switch b := c.Body.(type) {
	case claims.Figure:
		p.Figures = append(p.Figures, figureRow{c.ID, b.Words, b.Range.String(), string(b.Outcome), b.Population, first(b.Attribution, "not attributed"), b.Window.Days(), b.Place, outlet, version, "claimed"})
		for _, e := range s.Passages {
			p.Figures = append(p.Figures, figureRow{Claim: c.ID, Words: e.Anchor.Exact, Outlet: e.Version.Outlet, Version: e.Version.ID.String(), How: how(e)})
		}
	case claims.Quote:
		if p.concorded(c.ID) {
			return
		}
		p.Quotes = append(p.Quotes, quoteRow{c.ID, first(b.Speaker, "nobody named"), b.Words, outlet, version, "claimed", ""})
		for _, e := range s.Passages {
			p.Quotes = append(p.Quotes, quoteRow{c.ID, "", e.Anchor.Exact, e.Version.Outlet, e.Version.ID.String(), how(e), differ(e.Differ)})
		}
	}
}

// concorded reports whether what a claim quotes is in the concordance.
func (p *page) concorded(id claims.ID) bool {
	return slices.ContainsFunc(p.D.Quotes, func(q Quotation) bool { return slices.Contains(q.Claims, id) })
}

func how(e Passage) string {
	return strings.ReplaceAll(first(e.Relation, string(e.Stance)), "_", " ")
}

func differ(list []Difference) string {
	var out []string
	for _, d := range list {
		switch {
		case d.Claim == "":
			out = append(out, fmt.Sprintf("the passage has “%s”", d.Passage))
		case d.Passage == "":
			out = append(out, fmt.Sprintf("the passage lacks “%s”", d.Claim))
		default:
			out = append(out, fmt.Sprintf("“%s”, in the passage “%s”", d.Claim, d.Passage))
		}
	}
	return strings.Join(out, "; ")
}

func kindName(b claims.Body) string {
	switch x := b.(type) {
	case claims.Figure:
		return "casualty figure: " + string(x.Outcome)
	case claims.Quote:
		return string(x.Type) + " quote"
	case claims.Statistic:
		return "statistic"
	}
	return "statement"
}

// reading says how the words were understood.
func reading(b claims.Body) string {
	var parts []string
	add := func(label, s string) {
		if s != "" {
			parts = append(parts, label+s)
		}
	}
	switch x := b.(type) {
	case claims.Figure:
		add("", x.Range.String()+" "+first(x.Population, "people"))
		add("cause: ", x.Cause)
		add("place: ", x.Place)
		add("when: ", x.Window.Days())
		add("says: ", x.Attribution)
	case claims.Quote:
		add("speaker: ", x.Speaker)
		add("via ", x.Via)
		add("", x.Venue)
		if x.Negated {
			add("", "reported as not said")
		}
	case claims.Statistic:
		add("", strings.TrimSpace(x.Range.String()+" "+x.Unit))
		add("of: ", x.Of)
		add("when: ", x.Window.Days())
		add("says: ", x.Attribution)
	}
	return strings.Join(parts, " · ")
}

// outcome is the verdict in one line.
func outcome(s Sheet) string {
	out := string(s.Check)
	if s.Verdict != nil && s.Verdict.Rating != "" && !strings.EqualFold(s.Verdict.Rating, out) {
		out += ": " + s.Verdict.Rating
	}
	if s.Stale {
		out += " (stale: a later version touched the evidence)"
	}
	return out
}

// newer is the newest version where the annotated one is older: claims were made in
// that.
func newer(s Subject) source.VersionID {
	if n := len(s.Versions); n > 0 && s.Versions[n-1].ID.N > s.Version.ID.N {
		return s.Versions[n-1].ID
	}
	return source.VersionID{}
}

func covered(list []source.Version) string {
	var n []string
	for _, v := range list {
		n = append(n, fmt.Sprint(v.ID.N))
	}
	switch len(n) {
	case 0:
		return ""
	case 1:
		return "version " + n[0]
	}
	return "versions " + strings.Join(n[:len(n)-1], ", ") + " and " + n[len(n)-1]
}

func day(t time.Time) string {
	if t.IsZero() {
		return "not dated"
	}
	return t.UTC().Format("2 January 2006")
}

func minute(t time.Time) string {
	if t.IsZero() {
		return "not dated"
	}
	return t.UTC().Format("2 January 2006, 15:04 UTC")
}

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}

// piece is a run of a sentence, marked if it differs from the other version.
type piece struct {
	Text string
	Edit bool
}

// pieces cuts a sentence at its edits.
func pieces(text string, edits []Edit, side func(Edit) source.Span) []piece {
	var out []piece
	at := 0
	for _, e := range edits {
		s := side(e)
		if s.Start < at || !s.Fits(text) {
			continue
		}
		if s.Start > at {
			out = append(out, piece{text[at:s.Start], false})
		}
		if !s.Empty() {
			out = append(out, piece{s.Of(text), true})
		}
		at = s.End
	}
	if at < len(text) {
		out = append(out, piece{text[at:], false})
	}
	return out
}

// pieces cuts a line at the words of its facts.
func (l Line) pieces() []piece {
	var edits []Edit
	for _, f := range l.Facts {
		edits = append(edits, Edit{Old: f})
	}
	return pieces(l.Text, edits, func(e Edit) source.Span { return e.Old })
}

func (s Step) oldPieces() []piece {
	return pieces(s.Before, s.Edits, func(e Edit) source.Span { return e.Old })
}
func (s Step) newPieces() []piece {
	return pieces(s.After, s.Edits, func(e Edit) source.Span { return e.New })
}
