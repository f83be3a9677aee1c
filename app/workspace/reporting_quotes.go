package workspace

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/concordance"
	"stet/claims/ledger"
	"stet/claims/report"
	"stet/index/source"
)

// quotes puts into the dossier what the claims quote and what the checked
// articles print of what others print too.
func (g *gathering) quotes() error {
	quoting := slices.ContainsFunc(g.list, func(c ledger.Claim) bool { _, ok := c.Body.(claims.Quote); return ok })
	if !quoting && len(g.d.Subjects) == 0 {
		return nil
	}
	all, err := g.w.Utterances(g.ctx, nil)
	if err != nil {
		return err
	}
	var wanted []*concordance.Utterance
	cited := map[string][]claims.ID{} // by the utterance's key
	want := func(u *concordance.Utterance) {
		if u.Compared() && !slices.ContainsFunc(wanted, func(o *concordance.Utterance) bool { return o.Key == u.Key }) {
			wanted = append(wanted, u)
		}
	}
	for _, c := range g.list {
		if _, ok := c.Body.(claims.Quote); !ok {
			continue
		}
		u, err := g.w.UtteranceOf(g.ctx, c.ID, nil)
		if errors.Is(err, ErrNoUtterance) {
			continue
		}
		if err != nil {
			return err
		}
		cited[u.Key] = append(cited[u.Key], c.ID)
		want(&u)
	}
	for i := range all {
		for _, r := range all[i].All() {
			if slices.ContainsFunc(g.d.Subjects, func(s report.Subject) bool { return s.Article.ID == r.Version.Article }) {
				want(&all[i])
			}
		}
	}
	g.inOrder(wanted)
	for _, u := range wanted {
		g.d.Quotes = append(g.d.Quotes, quotation(u, cited[u.Key]))
	}
	return nil
}

// inOrder sorts utterances by where the checked articles print them; those they
// do not print last.
func (g *gathering) inOrder(list []*concordance.Utterance) {
	type place struct{ subject, start int }
	at := map[*concordance.Utterance]place{}
	for _, u := range list {
		p := place{len(g.d.Subjects), 0}
		for _, r := range u.All() {
			for i, s := range g.d.Subjects {
				if s.Article.ID == r.Version.Article && i < p.subject {
					p = place{i, r.Span.Start}
				}
			}
		}
		at[u] = p
	}
	slices.SortStableFunc(list, func(a, b *concordance.Utterance) int {
		x, y := at[a], at[b]
		if x.subject != y.subject {
			return x.subject - y.subject
		}
		return x.start - y.start
	})
}

// quotation words an utterance for a report.
func quotation(u *concordance.Utterance, cited []claims.ID) report.Quotation {
	q := report.Quotation{Title: u.Title(), Counts: u.Counts(), Claims: cited}
	add := func(r *concordance.Rendering, earlier bool) {
		how := r.How()
		if r.Relation == "" {
			how += " (" + u.Because + ")"
		}
		x := report.Rendering{Version: r.Version, Span: r.Span, How: how, Where: strings.Replace(r.Where(), string(r.Version.Article)+" ", "", 1), Earlier: earlier, Matters: r.Matters()}
		if r.Matters() {
			x.Notes = append(x.Notes, r.Why)
		}
		for _, n := range r.Remarks() {
			x.Notes = append(x.Notes, claims.Capital(n)+".")
		}
		for i := range r.Copies {
			x.Copies = append(x.Copies, r.Copies[i].Where())
		}
		for _, run := range r.Runs() {
			x.Words = append(x.Words, report.Run{Text: run.Text, Kind: runKinds[run.Kind]})
		}
		q.Renderings = append(q.Renderings, x)
	}
	one := func(r *concordance.Rendering) {
		add(r, false)
		for i := range r.Older {
			add(&r.Older[i], true)
		}
	}
	one(&u.Source)
	for i := range u.Rows {
		one(&u.Rows[i])
	}
	for i := range u.Reports {
		one(&u.Reports[i])
	}
	return q
}

// runKinds are the kinds of runs in a report.
var runKinds = map[concordance.RunKind]string{
	concordance.RunAside: "aside", concordance.RunCut: "lost", concordance.RunUnnegated: "lost", concordance.RunCutShown: "shown",
	concordance.RunNew: "new", concordance.RunNegated: "new",
}

// origins says of the cited articles where copies come from.
func (g *gathering) origins() error {
	for i := range g.d.Sources {
		s := &g.d.Sources[i]
		c, err := g.w.ClusterOf(g.ctx, s.Article.ID)
		if err != nil {
			return err
		}
		if c != nil {
			s.Origin = c.about(s.Article.ID)
		}
	}
	return nil
}

// about says what an article is in its cluster.
func (c *Cluster) about(id source.ArticleID) string {
	n := len(c.Articles) - 1
	if id == c.OriginArticle {
		return fmt.Sprintf("original of %s (%s)", countedCopies(n), c.Because)
	}
	return fmt.Sprintf("one story with %s; likely from %s (%s)", counted(n, "other article"), c.Origin, c.Because)
}

func countedCopies(n int) string {
	if n == 1 {
		return "1 copy here"
	}
	return fmt.Sprintf("%d copies here", n)
}
