package workspace

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stet/claims"
	"stet/claims/compare"
	"stet/claims/ledger"
	"stet/claims/match"
	"stet/index/diff"
	"stet/index/source"
)

// findingsGolden is everything Stet finds by itself on the sample desk: a line per
// finding, first the rows of the sample's TRAPS.md that it answers. There is none
// that answers no row: what is told was planted.
const findingsGolden = "testdata/sample-findings.tsv"

// traps reads the sample's TRAPS.md: the rows of what was planted, and the words of
// what is harmless.
func traps(t *testing.T) (rows map[string]bool, harmless []string) {
	t.Helper()
	b, err := os.ReadFile("../../assets/sample/articles/TRAPS.md")
	if err != nil {
		t.Fatal(err)
	}
	code := regexp.MustCompile("`([^`]+)`")
	rows = map[string]bool{}
	for line := range strings.SplitSeq(string(b), "\n") {
		cells := strings.Split(line, " | ")
		if n, ok := strings.CutPrefix(cells[0], "| "); ok && len(cells) == 5 && n[0] >= '0' && n[0] <= '9' {
			rows[n] = true
		}
		if len(cells) == 4 && strings.Contains(cells[1], "`") {
			for _, m := range code.FindAllStringSubmatch(cells[2], -1) {
				harmless = append(harmless, m[1])
			}
		}
	}
	if len(rows) < 30 || len(harmless) < 5 {
		t.Fatalf("TRAPS.md was read badly: %d traps, harmless are %q", len(rows), harmless)
	}
	return rows, harmless
}

// TestEveryTrapOfTheSampleIsFoundAndNothingElse runs what Stet finds by itself over
// the sample desk: flags of the toll boards, quotes that differ from their best
// source, unannounced edits, headlines and addresses against the text, statements
// of the checked story against the sources, copies, notices.
func TestEveryTrapOfTheSampleIsFoundAndNothingElse(t *testing.T) {
	ctx := context.Background()
	w := sample(t)
	var found []string
	for _, f := range []func(*testing.T, context.Context, *Workspace) []string{boardFindings, quoteFindings, editFindings, headingFindings, statementFindings, copyFindings} {
		found = append(found, f(t, ctx, w)...)
	}
	b, err := os.ReadFile(findingsGolden)
	if err != nil {
		t.Fatal(err)
	}
	answers := map[string]string{} // finding → rows
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		rows, what, ok := strings.Cut(line, "\t")
		if !ok {
			t.Fatalf("%s: %q has no rows", findingsGolden, line)
		}
		answers[what] = rows
	}
	planted, harmless := traps(t)
	trapped := map[string]bool{}
	for _, what := range found {
		rows, ok := answers[what]
		if !ok {
			t.Errorf("found, and not in %s:\n%s", findingsGolden, what)
			continue
		}
		delete(answers, what)
		for _, r := range strings.Split(rows, ",") {
			if !planted[r] {
				t.Errorf("%q is no row of TRAPS.md, and this was not planted:\n%s", r, what)
			}
			trapped[r] = true
		}
		for _, words := range harmless {
			if strings.Contains(what, words) {
				t.Errorf("%q is harmless, and told:\n%s", words, what)
			}
		}
	}
	for what := range answers {
		t.Errorf("not found any more:\n%s", what)
	}
	for n := range planted {
		if !trapped[n] {
			t.Errorf("trap %s is not found", n)
		}
	}
	if os.Getenv("UPDATE") != "" { // the rows are for a person to fill in
		var out strings.Builder
		for _, what := range found {
			rows := "?"
			for _, line := range strings.Split(string(b), "\n") {
				if r, old, _ := strings.Cut(line, "\t"); old == what {
					rows = r
				}
			}
			fmt.Fprintf(&out, "%s\t%s\n", rows, what)
		}
		if err := os.WriteFile(findingsGolden, []byte(out.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// eachVersion calls f for the versions of the desk, oldest first.
func eachVersion(t *testing.T, ctx context.Context, w *Workspace, f func(v ledger.Version, text source.Text)) {
	t.Helper()
	var ids []source.VersionID
	w.View(func(s *ledger.State) {
		for _, a := range s.Filed {
			for _, v := range s.Articles[a].Versions {
				ids = append(ids, v.ID)
			}
		}
	})
	for _, id := range ids {
		v, text, err := w.Read(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		f(v, text)
	}
}

func boardFindings(t *testing.T, ctx context.Context, w *Workspace) []string {
	flags, err := w.TollFlags(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range flags {
		out = append(out, fmt.Sprintf("toll board, %s: %s: %s", f.Level, f.Rule, f.Why))
	}
	return out
}

// quoteFindings are the renderings that the latest versions print and their best
// source has otherwise; a marked truncation is no fault and listed as what it is.
func quoteFindings(t *testing.T, ctx context.Context, w *Workspace) []string {
	list, err := w.Utterances(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := range list {
		for _, r := range list[i].All() {
			v, err := w.Version(source.VersionID{Article: r.Place().Version.Article})
			if err != nil {
				t.Fatal(err)
			}
			if v.ID != r.Place().Version || r.Place() == list[i].Source.Place() {
				continue
			}
			if r.Matters() || r.Relation == match.MarkedTruncation {
				out = append(out, fmt.Sprintf("quote, %s: %s %q: %s", r.Relation, v.Outlet, r.Words, r.Why))
			}
		}
	}
	slices.Sort(out)
	return out
}

// weighty are the touches of an edit that a desk is told of.
var weighty = []compare.Touch{compare.Figure, compare.Modifier, compare.Attribution, compare.Quote, compare.Negation, compare.Modal, compare.Name}

// editFindings are the edits of sentences that stayed, where the version does not
// say that it is an update, and what notices announce.
func editFindings(t *testing.T, ctx context.Context, w *Workspace) []string {
	var out []string
	eachVersion(t, ctx, w, func(v ledger.Version, _ source.Text) {
		if v.Notice == source.Corrected {
			out = append(out, fmt.Sprintf("notice: %s %s: %s", v.Outlet, v.ID, v.Notice))
		}
		if v.ID.N < 2 || v.Notice == source.Update {
			return
		}
		c, err := w.Compare(ctx, source.VersionID{Article: v.ID.Article, N: v.ID.N - 1}, v.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range c.Changes {
			if x.Op == diff.Added || x.Op == diff.Deleted || !slices.ContainsFunc(weighty, x.Touched) {
				continue
			}
			kind := "unannounced edit"
			if x.Announced {
				kind = "announced edit"
			}
			out = append(out, fmt.Sprintf("%s: %s %s: %s", kind, v.Outlet, v.ID, x.Summary))
		}
	})
	return out
}

func headingFindings(t *testing.T, ctx context.Context, w *Workspace) []string {
	var out []string
	eachVersion(t, ctx, w, func(v ledger.Version, text source.Text) {
		d, err := w.Analysis(ctx, v.ID)
		if err != nil {
			t.Fatal(err)
		}
		head, _ := text.First(source.MarkHeadline)
		for _, x := range compare.Heading(d, head.Span, v.Slug()) {
			out = append(out, fmt.Sprintf("heading: %s %s: %s", v.Outlet, v.ID, x.Text))
		}
	})
	return out
}

// statementFindings are the statements claimed on the desk, somebody's or the
// story's own, that a source has with another modal or the opposite polarity.
func statementFindings(t *testing.T, ctx context.Context, w *Workspace) []string {
	var live []*ledger.Claim
	w.View(func(s *ledger.State) { live = slices.Clone(s.Live()) })
	var out []string
	for _, c := range live {
		q, quoted := c.Body.(claims.Quote)
		if c.Body.Kind() == claims.KindFigure || quoted && q.Type != claims.Indirect {
			continue
		}
		list, err := w.Candidates(ctx, c.ID, 10)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range list {
			r := x.Result
			if r.Relation == match.Unrelated || len(r.Differences) == 0 || r.Differences[0].Kind != match.DiffModal && r.Differences[0].Kind != match.DiffNegation {
				continue
			}
			out = append(out, fmt.Sprintf("statement: %q: %s: %s", c.Text, x.Version.ID, r.Why))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func copyFindings(t *testing.T, ctx context.Context, w *Workspace) []string {
	list, err := w.Clusters(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range list {
		out = append(out, fmt.Sprintf("copies: %d articles of one source, %s, %s", len(c.Articles), c.Origin, c.Because))
	}
	return out
}
