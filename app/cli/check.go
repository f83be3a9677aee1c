package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/anchor"
	"stet/index/source"
)

// checked is what stet check lists under one head: a claim with what was done to its
// words, to its evidence and with its flags, or an article with its other changes.
type checked struct {
	claim    claims.ID        // empty: of the article
	article  source.ArticleID // empty: of a claim that was typed in
	head     string
	stale    bool // the verdict
	findings []findingJSON
	flags    []claims.Flag
}

// weight orders what is listed: verdicts in doubt, other claims, articles.
func (c checked) weight() int {
	switch {
	case c.stale:
		return 0
	case c.claim != "":
		return 1
	}
	return 2
}

// grouped puts findings and flags under their claims and articles: the weightiest
// first, then article by article in the order in which they are first named.
func grouped(s *ledger.State, list []findingJSON, flags []claims.Flag) []*checked {
	var out []*checked
	order := map[source.ArticleID]int{}
	of := func(claim claims.ID, article source.ArticleID) *checked {
		c := s.Claims[claim]
		if c != nil {
			if article = ""; c.Made != nil {
				article = c.Made.Version.Article
			}
		}
		if order[article] == 0 {
			order[article] = len(order) + 1
		}
		if i := slices.IndexFunc(out, func(g *checked) bool { return g.claim == claim && (claim != "" || g.article == article) }); i >= 0 {
			return out[i]
		}
		g := &checked{claim: claim, article: article}
		if c != nil {
			g.head = fmt.Sprintf("claim %s  %s", claim, source.Brief(c.Text, 100))
		} else if g.head = "article " + string(article); s.Articles[article] != nil && s.Articles[article].Latest() != nil {
			g.head += "  " + source.Brief(s.Articles[article].Latest().Title(), 100)
		}
		out = append(out, g)
		return g
	}
	for _, f := range list {
		g := of(f.Claim, f.New.Article)
		g.findings = append(g.findings, f)
		g.stale = g.stale || f.Stale && !f.Settled
	}
	for _, f := range flags {
		g := of(f.Claim, "")
		g.flags = append(g.flags, f)
	}
	slices.SortStableFunc(out, func(a, b *checked) int {
		return cmp.Or(cmp.Compare(a.weight(), b.weight()), cmp.Compare(order[a.article], order[b.article]))
	})
	return out
}

func (sh *shell) check(ctx context.Context, w *workspace.Workspace, all bool) error {
	found, err := w.Findings(ctx)
	if err != nil {
		return err
	}
	list, open, stale := []findingJSON{}, 0, map[claims.ID]bool{}
	flags := []claims.Flag{}
	for _, f := range found {
		if !f.Settled {
			open++
			if f.Stale {
				stale[f.Claim] = true
			}
		}
		if f.Settled && !all {
			continue
		}
		list = append(list, findingJSON{f.Key, f.Kind, f.Claim, f.Evidence, f.Old, f.New, f.NewSpan, f.Found.Fate, f.Found.Reasons, f.Text, f.Announced, f.Notice, f.Stale, f.Settled, f.Answered})
	}
	var groups []*checked
	w.View(func(s *ledger.State) {
		for _, f := range s.OpenFlags() {
			flags = append(flags, f.Flag)
		}
		groups = grouped(s, list, flags)
	})
	list = list[:0:0]
	for _, g := range groups {
		list = append(list, g.findings...)
	}
	err = sh.print(map[string]any{"findings": append([]findingJSON{}, list...), "open": open, "stale": len(stale), "flags": flags}, func(o io.Writer) {
		for _, g := range groups {
			g.print(o)
		}
		fmt.Fprintf(o, "%s, %s, %s\n", count(open, "open finding", "open findings"), count(len(flags), "open flag", "open flags"), count(len(stale), "stale verdict", "stale verdicts"))
	})
	if err == nil && open > 0 {
		return errFindings
	}
	return err
}

func (c *checked) print(o io.Writer) {
	mark := ""
	if c.stale {
		mark = "  (the verdict is stale)"
	}
	fmt.Fprintf(o, "%s%s\n", c.head, mark)
	for _, f := range c.findings {
		mark := "  (not announced)"
		switch {
		case f.Notice || f.Fate == anchor.Ambiguous:
			mark = ""
		case f.Announced:
			mark = "  (announced)"
		}
		switch {
		case f.Answered > 0:
			mark += fmt.Sprintf("  (answered by the verdict of entry %d)", f.Answered)
		case f.Settled:
			mark += "  (settled)"
		}
		fmt.Fprintf(o, "  %s%s\n      key %s\n", f.Text, mark, f.Key)
	}
	for _, f := range c.flags {
		fmt.Fprintf(o, "  flag on claim %s: %s\n      key %s\n", f.Claim, f.Text, f.ID)
	}
}
