package workspace

import (
	"context"
	"slices"
	"testing"

	"stet/claims/ledger"
	"stet/claims/report"
	"stet/claims/toll"
	"stet/index/source"
)

func TestAFlagRaisedOnASourceDoesNotMakeItCheckedInTheReport(t *testing.T) {
	ctx := context.Background()
	w := sample(t)
	was, err := w.Dossier(ctx, ReportScope{})
	check(t, err)
	before, err := w.Findings(ctx)
	check(t, err)
	var raised source.ArticleID
	for _, f := range boardOf(t, w, market).Flags {
		if f.Rule != toll.RuleFell || f.Claim != "" {
			continue
		}
		id, err := w.RaiseTollFlag(ctx, f)
		check(t, err)
		w.View(func(s *ledger.State) { raised = s.Claims[s.Flags[id].Claim].Made.Version.Article })
		break
	}
	if raised == "" {
		t.Fatal("no flag without a claim to raise")
	}
	d, err := w.Dossier(ctx, ReportScope{})
	check(t, err)
	if n, now := len(was.Sheets), len(d.Sheets); now != n+1 {
		t.Errorf("%d sheets, were %d", now, n)
	}
	about := func(s report.Subject) bool { return s.Article.ID == raised }
	if slices.ContainsFunc(was.Subjects, about) || slices.ContainsFunc(d.Subjects, about) {
		t.Errorf("%s is reported as checked", raised)
	}
	if !slices.ContainsFunc(report.ManifestOf(d).Versions, func(v report.ManifestVersion) bool { return v.ID.Article == raised }) {
		t.Errorf("the manifest does not name the version of %s that the new claim stands in", raised)
	}
	after, err := w.Findings(ctx)
	check(t, err)
	for _, f := range after {
		if f.Kind == TextTouched && f.New.Article == raised {
			t.Errorf("every change of the source is a finding now: %s", f.Text)
		}
	}
	if len(after) < len(before) {
		t.Errorf("%d findings, were %d", len(after), len(before))
	}
}
