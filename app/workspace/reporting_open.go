package workspace

import (
	"fmt"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/report"
	"stet/index/source"
)

// rest lists the sources and what is open.
func (g *gathering) rest() {
	for _, id := range g.cited {
		v, err := g.w.Version(id)
		if err != nil {
			continue // it was read a moment ago; versions do not go away
		}
		s := report.Source{Version: v.Version, Cluster: g.clusters[id]}
		g.w.View(func(st *ledger.State) { s.Article = st.Articles[id.Article].Article })
		for _, c := range g.list {
			for _, e := range g.evidence[c.ID] {
				if e.Anchor.Version == id && !slices.Contains(s.Cited, c.ID) {
					s.Cited = append(s.Cited, c.ID)
				}
			}
		}
		g.d.Sources = append(g.d.Sources, s)
	}
	for _, s := range g.d.Sheets {
		g.d.Open = append(g.d.Open, openPoints(s)...)
	}
	for _, f := range g.texts {
		if !f.Settled && g.subjectOf(f) {
			g.d.Open = append(g.d.Open, "Not looked at since a new version arrived: "+f.Text)
		}
	}
	g.d.Waiting = waiting(g.d.Sheets)
	for _, f := range g.texts {
		if !f.Settled && g.subjectOf(f) {
			g.d.Waiting.Findings++
		}
	}
	g.d.Title = first(g.title(), g.d.Desk)
}

// openWords are how many letters of a claim an open point repeats: enough to know
// it again.
const openWords = 60

// openPoints says what is not settled about a claim.
func openPoints(s report.Sheet) []string {
	var out []string
	id := fmt.Sprintf("%s (“%s”)", s.Claim.ID, firstWords(s.Claim.Text, openWords))
	switch s.Check {
	case claims.Unstarted, claims.InProgress:
		out = append(out, fmt.Sprintf("Claim %s was not decided (%s).", id, s.Check))
	case claims.CannotBe, claims.NotCheckable:
		out = append(out, fmt.Sprintf("Claim %s: %s. %s", id, s.Check, s.Verdict.Reason))
	}
	if s.Stale {
		out = append(out, fmt.Sprintf("Claim %s was decided before a later version touched it.", id))
	}
	if s.Check == claims.Confirmed && s.Sources.Independent < s.Sources.Wanted {
		out = append(out, fmt.Sprintf("Claim %s is confirmed; independent sources: %d of the %d the desk asks for.", id, s.Sources.Independent, s.Sources.Wanted))
	}
	if s.Check == claims.Confirmed && s.Sources.Origin != "" {
		out = append(out, fmt.Sprintf("Claim %s is confirmed by %d independent texts that all rest on one origin: %s.", id, s.Sources.Independent, s.Sources.Origin))
	}
	if s.Review == claims.Returned && len(s.Reviews) > 0 {
		out = append(out, fmt.Sprintf("Claim %s was returned: %s", id, s.Reviews[len(s.Reviews)-1].Comment))
	}
	for _, f := range s.Flags {
		if f.Status == claims.FlagOpen {
			out = append(out, fmt.Sprintf("Claim %s: open flag: %s", id, f.Text))
		}
	}
	return out
}

// firstWords are the words of a text that fit into so many letters, without the
// quotation marks around them.
func firstWords(text string, letters int) string {
	return source.Brief(strings.Trim(text, "“”„«»\" "), letters)
}

// subjectOf reports whether a finding is of an article that the report is about or
// rests on.
func (g *gathering) subjectOf(f Finding) bool {
	id := f.New.Article
	return slices.ContainsFunc(g.d.Subjects, func(s report.Subject) bool { return s.Article.ID == id }) ||
		slices.ContainsFunc(g.cited, func(v source.VersionID) bool { return v.Article == id }) ||
		slices.ContainsFunc(g.list, func(c ledger.Claim) bool { return c.Made != nil && c.Made.Version.Article == id })
}

// waiting counts the findings and flags of claims that nobody decided on.
func waiting(list []report.Sheet) (w report.Waiting) {
	for _, s := range list {
		for _, f := range s.Findings {
			if !f.Settled {
				w.Findings++
			}
		}
		for _, f := range s.Flags {
			if f.Status == claims.FlagOpen {
				w.Flags++
			}
		}
	}
	return w
}

// told is a finding for the sheet of its claim: which passage it is about, in its
// words, for a report prints no names of passages.
func (g *gathering) told(c ledger.Claim, f Finding) string {
	what := "The claim’s words"
	for _, e := range g.evidence[c.ID] {
		if e.ID == f.Evidence {
			what = fmt.Sprintf("The passage “%s” of %s", firstWords(e.Anchor.Exact, openWords), e.Anchor.Version)
		}
	}
	is := "is"
	if f.Kind == ClaimTouched {
		is = "are"
	}
	return fmt.Sprintf("%s %s %s in %s: %s", what, is, f.Found.Fate, f.New, f.Why)
}
