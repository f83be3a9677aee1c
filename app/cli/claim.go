package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"stet/app/workspace"
	"stet/claims"
	"stet/index/source"
)

func (sh *shell) claimCmd() *cobra.Command {
	c := group(&cobra.Command{
		Use:     "claim COMMAND",
		Short:   "List, add, accept, edit, show and remove claims",
		Example: "  stet claim list --check unstarted\n  stet claim add a7k3p@1 --words 'at least 12 people were killed'",
	})
	c.AddCommand(sh.claimListCmd(), sh.claimShowCmd(), sh.claimAddCmd(), sh.claimAcceptCmd(), sh.claimEditCmd(), sh.claimRemoveCmd())
	return c
}

func (sh *shell) claimListCmd() *cobra.Command {
	var check, review, kind, article string
	var stale bool
	c := &cobra.Command{
		Use:     "list",
		Short:   "List the claims",
		Example: "  stet claim list --check 'in progress'\n  stet claim list --stale",
		Args:    alone,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := knownFilters(&check, &review, &kind); err != nil {
				return err
			}
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				all, err := gather(ctx, w)
				if err != nil {
					return err
				}
				list := []claimJSON{}
				for _, x := range all {
					if check != "" && string(x.Check) != check || review != "" && string(x.Review) != review || kind != "" && string(x.Body.Kind()) != kind || stale && !x.Stale {
						continue
					}
					if article != "" && (x.Made == nil || string(x.Made.Version.Article) != article) {
						continue
					}
					list = append(list, x)
				}
				none := "No claim is like that: stet claim list shows all"
				if len(all) == 0 {
					none = "No claims yet: stet extract VERSION proposes some, stet claim add makes one"
				}
				return sh.print(list, func(out io.Writer) { claimTable(out, list, none) })
			})
		},
	}
	f := c.Flags()
	f.StringVar(&check, "check", "", "only with this check `STATUS`: unstarted, in progress, confirmed, change needed …")
	f.StringVar(&review, "review", "", "only with this review `STATUS`: none, submitted, returned or approved")
	f.StringVar(&kind, "kind", "", "only this `KIND`: figure, quote, statistic or statement")
	f.StringVar(&article, "article", "", "only claims made in this `ARTICLE`")
	f.BoolVar(&stale, "stale", false, "only claims whose verdict is in doubt")
	return c
}

// The words that filters and decisions take.
var (
	checkStates  = append([]claims.Check{claims.Unstarted, claims.InProgress}, claims.Checks...)
	reviewStates = []claims.Review{claims.NoReview, claims.Submitted, claims.Returned, claims.Approved}
	claimKinds   = []claims.Kind{claims.KindFigure, claims.KindQuote, claims.KindStatistic, claims.KindStatement}
)

// knownFilters checks the filters of a list and gives them their exact spelling.
func knownFilters(check, review, kind *string) error {
	for _, err := range []error{
		known(check, "check status", checkStates), known(review, "review status", reviewStates), known(kind, "kind of claim", claimKinds),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

// known replaces a word by the one of a list that it stands for; "" stays.
func known[T ~string](word *string, what string, all []T) error {
	if *word == "" {
		return nil
	}
	x, err := oneOf(what, *word, all)
	*word = string(x)
	return err
}

// claimTable lists claims, or says none.
func claimTable(out io.Writer, list []claimJSON, none string) {
	if len(list) == 0 {
		fmt.Fprintln(out, none)
		return
	}
	table(out, func(row func(...string)) {
		for _, x := range list {
			state := string(x.Check)
			if x.Stale {
				state += ", stale"
			}
			if x.Review != claims.NoReview {
				state += ", " + string(x.Review)
			}
			row(string(x.ID), string(x.Body.Kind()), state, source.Brief(readingOf(x.Body), 40), source.Brief(x.Text, 70))
		}
	})
}

// readingOf says in a few words what a body asserts.
func readingOf(b claims.Body) string {
	switch x := b.(type) {
	case claims.Figure:
		return strings.TrimSpace(fmt.Sprintf("%s %s %s", x.Outcome, x.Range, x.Place))
	case claims.Quote:
		return first(x.Speaker, x.AsWritten, "nobody named")
	case claims.Statistic:
		of := x.Of
		if of == x.Unit || of == x.Unit+"s" {
			of = ""
		}
		return strings.Join(strings.Fields(fmt.Sprintf("%s %s %s", x.Range, x.Unit, of)), " ")
	}
	return ""
}
