package workspace

import (
	"context"
	"strings"
	"testing"

	"stet/claims/ledger"
	"stet/claims/report"
)

func TestAReportOfTheDeskCountsWhatTheInboxCounts(t *testing.T) {
	ctx := context.Background()
	w := sample(t)
	found, err := w.Findings(ctx)
	check(t, err)
	var want report.Waiting
	for _, f := range found {
		if !f.Settled {
			want.Findings++
		}
	}
	w.View(func(s *ledger.State) { want.Flags = len(s.OpenFlags()) })
	d, err := w.Dossier(ctx, ReportScope{})
	check(t, err)
	if d.Waiting != want || want.Findings == 0 || want.Flags == 0 {
		t.Errorf("the report counts %+v, the desk %+v", d.Waiting, want)
	}
}

func TestAReportNamesThePassageThatAFindingIsAbout(t *testing.T) {
	ctx := context.Background()
	w := sample(t)
	d, err := w.Dossier(ctx, ReportScope{})
	check(t, err)
	n := 0
	for _, s := range d.Sheets {
		for _, f := range s.Findings {
			n++
			for _, p := range s.Passages {
				if strings.Contains(f.Text, string(p.ID)) {
					t.Errorf("%q names a passage by a name that the report does not print", f.Text)
				}
			}
			if !strings.HasPrefix(f.Text, "The passage “") && !strings.HasPrefix(f.Text, "The claim’s words are ") {
				t.Errorf("%q does not say what it is about", f.Text)
			}
		}
	}
	if n == 0 {
		t.Fatal("no findings")
	}
}

func TestAnApprovalThatALaterVersionOvertookSaysSo(t *testing.T) {
	w := sample(t)
	d, err := w.Dossier(context.Background(), ReportScope{})
	check(t, err)
	for _, name := range []string{"md", "html"} {
		f, err := report.ByName(name)
		check(t, err)
		data, err := report.Render(f, d)
		check(t, err)
		_, sign, _ := strings.Cut(string(data), "Sign-off")
		if n := strings.Count(sign, "a later version has touched the evidence since"); n != 2 {
			t.Errorf("%s: %d of the two approvals say that they were overtaken", name, n)
		}
	}
}
