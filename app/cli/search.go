package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stet/app/workspace"
	"stet/claims"
	"stet/index"
	"stet/index/source"
)

func (sh *shell) searchCmd() *cobra.Command {
	var q index.Query
	var from, to, kind, claim string
	var story, receipt bool
	c := &cobra.Command{
		Use:   "search WORDS...",
		Short: "Search all passages",
		Long: `Search all passages. Words are stemmed and ranked; "exact words" in quotation
marks, word* and word~ (one letter off), -word to leave out.`,
		Example: "  stet search harbour fire toll\n  stet search '\"at least 12\"' --outlet 'Coastal Wire' --latest",
		Args:    needs(1, -1, "the words to search for"),
		RunE: func(c *cobra.Command, args []string) error {
			q.Text = strings.Join(args, " ")
			if strings.TrimSpace(q.Text) == "" {
				return usagef("say what to search for")
			}
			if kind != "" {
				k, err := oneOf("kind of passage", kind, passageKinds)
				if err != nil {
					return err
				}
				q.Kind = k
			}
			if q.Limit < 1 {
				return usagef("-n %d shows nothing; give it one or more", q.Limit)
			}
			if claim != "" && !receipt {
				return usagef("--claim goes with --receipt")
			}
			if story {
				q.Role = source.Story
			}
			for _, d := range []struct {
				s  string
				to *time.Time
			}{{from, &q.From}, {to, &q.To}} {
				if d.s != "" {
					t, err := parseDay(d.s)
					if err != nil {
						return err
					}
					*d.to = t
				}
			}
			a := reads
			if receipt {
				a = writes
			}
			return sh.with(c, a, func(ctx context.Context, w *workspace.Workspace) error {
				return sh.doSearch(ctx, w, q, receipt, claims.ID(claim))
			})
		},
	}
	f := c.Flags()
	f.StringSliceVar(&q.Outlets, "outlet", nil, "only this `OUTLET` (may be repeated)")
	f.StringVar(&from, "from", "", "published on or after this `DAY`, YYYY-MM-DD")
	f.StringVar(&to, "to", "", "published on or before this `DAY`")
	f.StringVar(&kind, "kind", "", "only this `KIND`: "+choice(kindNames()))
	f.BoolVar(&story, "story", false, "only in pieces being checked")
	f.BoolVar(&q.Latest, "latest", false, "only in each article's newest version")
	f.IntVarP(&q.Limit, "limit", "n", 10, "show at most this `NUMBER` of passages")
	f.BoolVar(&receipt, "receipt", false, "keep the search as proof of what was looked for")
	f.StringVar(&claim, "claim", "", "with --receipt: the `CLAIM` it was made for")
	return c
}

type hitJSON struct {
	Version  source.VersionID `json:"version"`
	Span     source.Span      `json:"span"`
	Terms    []source.Span    `json:"terms"`
	Score    float64          `json:"score"`
	Snippet  string           `json:"snippet"`
	Headline string           `json:"headline"`
	Outlet   string           `json:"outlet"`
	Date     string           `json:"date"`
}

func (sh *shell) doSearch(ctx context.Context, w *workspace.Workspace, q index.Query, receipt bool, claim claims.ID) error {
	if err := sh.refresh(ctx, w); err != nil {
		return err
	}
	unknown := sh.outlets(w, &q)
	p, err := w.Search(ctx, q)
	if err != nil {
		return err
	}
	if receipt {
		if _, err := w.SaveSearch(ctx, q, claim); err != nil {
			return err
		}
	}
	hits := make([]hitJSON, len(p.Hits))
	for i, h := range p.Hits {
		hits[i] = hitJSON{h.Version, h.Span, h.Terms, h.Score, h.Snippet.Text, h.Headline, h.Outlet, day(h.Date)}
	}
	return sh.print(map[string]any{"hits": hits, "total": p.Total, "articles": p.Articles, "receipt": receipt, "unknownOutlets": unknown,
		"outlets": counted(p.Facets.Outlets), "months": counted(p.Facets.Months)}, func(out io.Writer) {
		for _, h := range hits {
			about := []string{first(h.Outlet, "unknown outlet"), first(h.Date, "no date")}
			if h.Headline != "" {
				about = append(about, source.Brief(h.Headline, 70))
			}
			fmt.Fprintf(out, "%s  %s\n    %s\n", h.Version, strings.Join(about, " · "), source.Brief(h.Snippet, 160))
		}
		all := count(p.Total, "passage", "passages")
		if len(hits) < p.Total {
			all = fmt.Sprintf("%d of %s (-n shows more)", len(hits), all)
		}
		fmt.Fprintf(out, "%s in %s\n", all, count(p.Articles, "article", "articles"))
		if receipt {
			fmt.Fprintln(out, "kept as a receipt")
		}
	})
}

// outlets writes the outlets of a query as the desk does, whatever their case, and
// lists those that no article of the desk is of: a search there proves nothing.
func (sh *shell) outlets(w *workspace.Workspace, q *index.Query) []string {
	unknown := []string{}
	names := w.Outlets()
	for i, o := range q.Outlets {
		k := slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(n, o) })
		if k >= 0 {
			q.Outlets[i] = names[k]
			continue
		}
		near := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return !resembles(n, o) })
		if n := closest(o, names); len(near) == 0 && n != "" {
			near = []string{n}
		}
		hint := "; stet article lists the outlets"
		if len(near) > 0 {
			hint = "; did you mean " + choice(quotedAll(near)) + "?"
		}
		fmt.Fprintf(sh.env.Stderr, "Note: no article on this desk is of the outlet %q, so nothing was searched there%s\n", o, hint)
		unknown = append(unknown, o)
	}
	return unknown
}

// resembles reports whether one name holds the words of the other: The Daily Anchor,
// daily anchor.
func resembles(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return strings.Contains(a, b) || strings.Contains(b, a)
}

func quotedAll(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = strconv.Quote(n)
	}
	return out
}

// passageKinds are what `search --kind` takes.
var passageKinds = []source.MarkKind{source.MarkHeadline, source.MarkHeading, source.MarkNotice, source.MarkQuote, source.MarkCaption, source.MarkByline, source.MarkDateline}

func kindNames() []string {
	var out []string
	for _, k := range passageKinds {
		out = append(out, string(k))
	}
	return out
}

type countJSON struct {
	Name     string `json:"name"`
	Passages int    `json:"passages"`
}

func counted(list []index.Count) []countJSON {
	out := make([]countJSON, len(list))
	for i, x := range list {
		out[i] = countJSON{x.Name, x.N}
	}
	return out
}
