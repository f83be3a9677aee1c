package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"stet/app/explain"
	"stet/app/workspace"
	"stet/claims"
	"stet/index/source"
)

func (sh *shell) claimAddCmd() *cobra.Command {
	var at spanFlags
	var text, speaker string
	var again bool
	c := &cobra.Command{
		Use:   "add [VERSION]",
		Short: "Make a claim of words of a version, or of a text you type",
		Long: `Make a claim of words of a version, or of a text you type. What kind of claim it
is (casualty figure, quote, statistic, statement) is read from the words.`,
		Example: "  stet claim add a7k3p@1 --words 'at least 12 people were killed'\n  stet claim add --text 'The minister said: “We must rebuild.”'",
		Args:    needs(0, 1, "one version"),
		RunE: func(c *cobra.Command, args []string) error {
			if (len(args) == 1) == (text != "") {
				return usagef("name a version and --words, or give --text")
			}
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				var id claims.ID
				var err error
				if text != "" {
					id, err = w.AddTyped(ctx, text, speaker)
				} else {
					id, err = sh.addFrom(ctx, w, args, at, again)
				}
				if err != nil {
					return err
				}
				return sh.made(w, id)
			})
		},
	}
	at.add(c)
	c.Flags().StringVar(&text, "text", "", "the claim as a `TEXT`, typed in")
	c.Flags().BoolVar(&again, "again", false, "make another claim of words that are claimed already")
	c.Flags().StringVar(&speaker, "speaker", "", "with --text: the `PERSON` who is quoted")
	return c
}

func (sh *shell) addFrom(ctx context.Context, w *workspace.Workspace, args []string, at spanFlags, again bool) (claims.ID, error) {
	id, err := oneVersion(args)
	if err != nil {
		return "", err
	}
	v, span, err := at.find(ctx, w, id)
	if err != nil {
		return "", err
	}
	if again {
		return w.AddAnother(ctx, v, span, nil)
	}
	made, err := w.AddClaim(ctx, v, span, nil)
	var held *workspace.ClaimedError
	if errors.As(err, &held) {
		err = explain.WithHint(err, fmt.Sprintf("stet claim show %s shows it; --again makes another claim of them.", held.Claim))
	}
	return made, err
}

// made prints a claim that was just made.
func (sh *shell) made(w *workspace.Workspace, id claims.ID) error {
	c, err := w.Claim(id)
	if err != nil {
		return err
	}
	return sh.print(c, func(out io.Writer) { claimRows(out, []claims.Claim{c}) })
}

// madeAll prints several, and says so when there are none.
func (sh *shell) madeAll(w *workspace.Workspace, ids []claims.ID) error {
	list := make([]claims.Claim, 0, len(ids))
	for _, id := range ids {
		c, err := w.Claim(id)
		if err != nil {
			return err
		}
		list = append(list, c)
	}
	return sh.print(list, func(out io.Writer) {
		if len(list) == 0 {
			fmt.Fprintln(out, "Nothing new: these proposals are claims already, or were dismissed")
		}
		claimRows(out, list)
	})
}

func claimRows(out io.Writer, list []claims.Claim) {
	table(out, func(row func(...string)) {
		for _, c := range list {
			row(string(c.ID), string(c.Body.Kind()), source.Brief(readingOf(c.Body), 40), source.Brief(c.Text, 70))
		}
	})
}

func (sh *shell) claimAcceptCmd() *cobra.Command {
	var all bool
	var kind string
	var sure float64
	var fix correctFlags
	c := &cobra.Command{
		Use:     "accept VERSION [NUMBER...]",
		Short:   "Make claims of what a version's text proposes",
		Long:    "Make claims of proposals, by their numbers in `stet extract VERSION`, or with\n--all of every one that is not dismissed or accepted yet. One alone can be corrected\non the way: --speaker, --range, --outcome, --population, --place, --date. What a\nchecker made of the same words before is taken, unless --as-read.",
		Example: "  stet claim accept a7k3p 1 4 5\n  stet claim accept a7k3p 4 --speaker 'Mayor Anna Kade'\n  stet claim accept a7k3p --all --kind figure",
		Args:    needs(1, -1, "a version, and the numbers of proposals or --all"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := known(&kind, "kind of claim", claimKinds); err != nil {
				return err
			}
			id, err := oneVersion(args[:1])
			if err != nil {
				return err
			}
			if all == (len(args) > 1) {
				return usagef("name the proposals by number, or give --all")
			}
			var numbers []int
			for _, a := range args[1:] {
				var n int
				if n, err = strconv.Atoi(a); err != nil || n < 1 {
					return usagef("%q is no number of a proposal", a)
				}
				numbers = append(numbers, n)
			}
			if fix.given(c) && !fix.asRead && len(numbers) != 1 {
				return usagef("one proposal at a time can be corrected; name its number")
			}
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				list, err := w.Propose(ctx, id)
				if err != nil {
					return err
				}
				v, err := w.Version(id)
				if err != nil {
					return err
				}
				if n := slices.Max(append(numbers, 0)); n > len(list) {
					return explain.WithHint(fmt.Errorf("%s has %s; there is no number %d", v.ID, count(len(list), "proposal", "proposals"), n), "stet extract lists them.")
				}
				var made []claims.ID
				for i, p := range list {
					take := slices.Contains(numbers, i+1) || all && !p.Dismissed && p.Confidence >= sure && (kind == "" || string(p.Body.Kind()) == kind)
					if !take || p.Claim != "" {
						continue
					}
					body := p.Body
					if fix.asRead {
						body = p.Read
					}
					if body, err = fix.correct(c, body, v.Date()); err != nil {
						return err
					}
					id, err := w.AcceptAs(ctx, v.ID, p, body)
					var held *workspace.ClaimedError
					if errors.As(err, &held) {
						continue // the list had it twice
					}
					if err != nil {
						return err
					}
					made = append(made, id)
				}
				return sh.madeAll(w, made)
			})
		},
	}
	fix.add(c)
	c.Flags().BoolVar(&all, "all", false, "accept every proposal")
	c.Flags().StringVar(&kind, "kind", "", "with --all: only this `KIND`: figure, quote or statistic")
	c.Flags().Float64Var(&sure, "sure", 0, "with --all: only with at least this `CONFIDENCE`, 0–1")
	return c
}
