package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"stet/app/explain"
	"stet/app/workspace"
	"stet/claims"
	"stet/claims/compare"
	"stet/claims/ledger"
	"stet/index/anchor"
	"stet/index/diff"
	"stet/index/source"
)

func (sh *shell) compareCmd() *cobra.Command {
	var lines, all bool
	var jobs int
	c := &cobra.Command{
		Use:   "compare OLD NEW",
		Short: "Say what changed between two versions, or two articles",
		Long: `Say what changed between any two versions: each changed sentence, what it touches
(figure, modifier, attribution, quote, negation …) and whether a notice announces
it. With one name that has no @, the article's last two versions are compared.
With --jsonl, compare pairs of texts from records, without a desk.`,
		Example: "  stet compare a7k3p@1 a7k3p@2\n  stet compare a7k3p",
		RunE: func(c *cobra.Command, args []string) error {
			if lines {
				return runBatch(c.Context(), args, sh.env.Stdin, sh.env.Stdout, jobs, compareRecord)
			}
			if len(args) < 1 || len(args) > 2 {
				return usagef("name two versions, or one article")
			}
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				old, now, err := pairOf(w, args)
				if err != nil {
					return err
				}
				cmp, err := w.Compare(ctx, old, now)
				if err != nil {
					return err
				}
				shown, noted := shownChanges(cmp.Changes, all)
				return sh.print(map[string]any{"old": cmp.Old.ID, "new": cmp.New.ID, "changes": shown}, func(o io.Writer) {
					for _, x := range shown {
						note := ""
						switch {
						case x.Announced:
							note = "  (announced)"
						case noted && x.Unannounced():
							note = "  (not announced)"
						}
						fmt.Fprintf(o, "%-9s %s%s\n", x.Op, x.Summary, note)
						if all := x.Rest(); len(all) > 0 {
							fmt.Fprintf(o, "  all of it: %s\n", strings.Join(all, "; "))
						}
						if !x.Old.Empty() {
							fmt.Fprintf(o, "  - %s\n", source.Brief(x.Old.Of(cmp.OldText.Body), 200))
						}
						if !x.New.Empty() {
							fmt.Fprintf(o, "  + %s\n", source.Brief(x.New.Of(cmp.NewText.Body), 200))
						}
					}
					rest := ""
					if n := len(cmp.Changes) - len(shown); n > 0 {
						rest = fmt.Sprintf(" (and %d in wording or typography only: --all)", n)
					}
					fmt.Fprintf(o, "%s between %s and %s%s\n", count(len(shown), "change", "changes"), cmp.Old.ID, cmp.New.ID, rest)
				})
			})
		},
	}
	c.Flags().BoolVar(&all, "all", false, "cosmetic changes and rewordings too")
	batchFlags(c, &lines, &jobs)
	return c
}

// shownChanges are the changes that are listed: the notices first, since the article
// tells there what it owns up to, then what matters, or everything. It reports whether
// a notice came or was changed, beside which silence about a change is told.
func shownChanges(changes []compare.Change, all bool) (shown []compare.Change, noted bool) {
	shown = []compare.Change{}
	for _, x := range changes {
		if x.Touched(compare.Notice) {
			shown, noted = append(shown, x), noted || x.Op != diff.Deleted
		}
	}
	for _, x := range changes {
		if (all || x.Substantive) && !x.Touched(compare.Notice) {
			shown = append(shown, x)
		}
	}
	return shown, noted
}

// pairOf reads the two versions to compare.
func pairOf(w *workspace.Workspace, args []string) (old, now source.VersionID, err error) {
	ids := make([]source.VersionID, len(args))
	for i, a := range args {
		if ids[i], err = oneVersion([]string{a}); err != nil {
			return old, now, err
		}
		v, err := w.Version(ids[i])
		if err != nil {
			return old, now, err
		}
		ids[i] = v.ID
	}
	if len(ids) == 2 {
		return ids[0], ids[1], nil
	}
	if ids[0].N < 2 {
		return old, now, fmt.Errorf("article %s has one version only; name another version to compare it with", ids[0].Article)
	}
	return source.VersionID{Article: ids[0].Article, N: ids[0].N - 1}, ids[0], nil
}

func (sh *shell) anchorCmd() *cobra.Command {
	var lines bool
	var jobs int
	var in string
	c := &cobra.Command{
		Use:   "anchor CLAIM|EVIDENCE",
		Short: "Tell what became of a passage in another version",
		Long: `Tell what became of the words of a claim or of attached evidence in another
version: intact, moved, altered, ambiguous or missing, and why. A passage is never
carried across a changed number, negation, modal or speaker. With --jsonl, judge
passages from records, without a desk.`,
		Example: "  stet anchor e4t2m --in a7k3p@2",
		RunE: func(c *cobra.Command, args []string) error {
			if lines {
				return runBatch(c.Context(), args, sh.env.Stdin, sh.env.Stdout, jobs, anchorRecord)
			}
			if len(args) != 1 {
				return usagef("name one claim or one piece of evidence")
			}
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				a, err := anchorOf(w, args[0])
				if err != nil {
					return err
				}
				to := source.VersionID{Article: a.Version.Article}
				if in != "" {
					if to, err = oneVersion([]string{in}); err != nil {
						return err
					}
				}
				v, t, err := w.Read(ctx, to)
				if err != nil {
					return err
				}
				if v.ID.Article != a.Version.Article {
					return sh.elsewhere(a, v.ID, t)
				}
				f, err := w.Fate(ctx, a, v.ID)
				if err != nil {
					return err
				}
				return sh.print(map[string]any{"anchor": a, "in": v.ID, "found": f}, func(o io.Writer) {
					fmt.Fprintf(o, "%s in %s\n", f.Fate, v.ID)
					for _, r := range f.Reasons {
						fmt.Fprintf(o, "  %s\n", r)
					}
					fmt.Fprintf(o, "  was: %s\n", source.Brief(a.Exact, 200))
					if !f.Span.Empty() {
						fmt.Fprintf(o, "  now: %s\n", source.Brief(f.Span.Of(t.Body), 200))
					}
					for _, x := range f.Candidates {
						fmt.Fprintf(o, "  candidate at bytes %d–%d: %s\n", x.Start, x.End, source.Brief(x.Of(t.Body), 200))
					}
				})
			})
		},
	}
	c.Flags().StringVar(&in, "in", "", "the `VERSION` to look in (default: the article's latest)")
	batchFlags(c, &lines, &jobs)
	return c
}

// elsewhere answers for another article: nothing became of a passage there, for it never
// stood there, but its words may.
func (sh *shell) elsewhere(a anchor.Anchor, v source.VersionID, t source.Text) error {
	at := source.Span{}
	if i := strings.Index(t.Body, a.Exact); i >= 0 {
		at = source.Span{Start: i, End: i + len(a.Exact)}
	}
	return sh.print(map[string]any{"anchor": a, "in": v, "other_article": true, "stands": !at.Empty(), "span": at}, func(o io.Writer) {
		fmt.Fprintf(o, "%s is another article than that of %s\n  words: %s\n", v, a.Version, source.Brief(a.Exact, 200))
		if at.Empty() {
			fmt.Fprintln(o, "  these words do not stand there; stet find looks for what speaks of the claim")
			return
		}
		fmt.Fprintf(o, "  the same words stand there, at bytes %d–%d\n", at.Start, at.End)
	})
}

func anchorOf(w *workspace.Workspace, name string) (a anchor.Anchor, err error) {
	err = explain.WithHint(fmt.Errorf("there is no claim or evidence %q on this desk", name), "stet claim list names claims, stet claim show the evidence of one.")
	w.View(func(s *ledger.State) {
		if e, ok := s.Evidence[claims.EvidenceID(name)]; ok {
			a, err = e.Anchor, nil
		}
		if c, ok := s.Claims[claims.ID(name)]; ok {
			if c.Made == nil {
				err = fmt.Errorf("claim %s was typed in; it stands in no version", name)
				return
			}
			a, err = *c.Made, nil
		}
	})
	return a, err
}

type findingJSON struct {
	Key       string                `json:"key"`
	Kind      workspace.FindingKind `json:"kind"`
	Claim     claims.ID             `json:"claim,omitempty"`
	Evidence  claims.EvidenceID     `json:"evidence,omitempty"`
	Old       source.Place          `json:"old"`
	New       source.VersionID      `json:"new"`
	NewSpan   source.Span           `json:"newSpan"`
	Fate      anchor.Fate           `json:"fate,omitempty"`
	Reasons   []string              `json:"reasons,omitempty"`
	Text      string                `json:"text"`
	Announced bool                  `json:"announced"`
	Notice    bool                  `json:"notice,omitempty"` // a correction notice itself
	Stale     bool                  `json:"stale"`
	Settled   bool                  `json:"settled"`
	Answered  uint64                `json:"answered,omitempty"` // the entry of the verdict that settles it
}

func (sh *shell) checkCmd() *cobra.Command {
	var all bool
	var settle, reopen, note string
	c := &cobra.Command{
		Use:   "check",
		Short: "List what later versions did to claims and evidence",
		Long: `List what later versions did to claims, to evidence and to the articles they stand
in, and the open flags of claims: stale verdicts first, claim by claim, then the
articles. A version that is relied on is compared with the newest one and, after an
arrow, the last one that changed the words with the one before it. Exits with 3 when
a finding is open. A finding on a
claim is closed by deciding the claim again, with the new version on the desk, or by
--settle, which says that it was looked at, by its key; --reopen takes that back, as
undo does. 'stet flag' accepts or dismisses a flag.`,
		Example: "  stet check\n  stet check --settle evidence:e4t2m:a7k3p@2 --note 'new figure attached'\n  stet check --reopen evidence:e4t2m:a7k3p@2",
		Args:    alone,
		RunE: func(c *cobra.Command, _ []string) error {
			if settle != "" && reopen != "" {
				return usagef("settle a finding or reopen it, not both at once")
			}
			if key := settle + reopen; key != "" {
				return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
					return sh.settle(ctx, w, key, reopen == "", note)
				})
			}
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error { return sh.check(ctx, w, all) })
		},
	}
	c.Flags().BoolVar(&all, "all", false, "settled ones too")
	c.Flags().StringVar(&settle, "settle", "", "settle the finding with this `KEY`")
	c.Flags().StringVar(&reopen, "reopen", "", "open the finding with this `KEY` again")
	c.Flags().StringVar(&note, "note", "", "with --settle: a `NOTE` on what was done about it")
	return c
}

// settle marks a finding as looked at, or opens it again; the key must be of one
// there is.
func (sh *shell) settle(ctx context.Context, w *workspace.Workspace, key string, settled bool, note string) error {
	all, err := w.Findings(ctx)
	if err != nil {
		return err
	}
	for _, f := range all {
		if f.Key != key {
			continue
		}
		if err := w.Settle(ctx, key, settled, note); err != nil {
			return err
		}
		if !settled {
			return sh.said(map[string]any{"reopened": key}, "open again: %s", f.Text)
		}
		return sh.said(map[string]any{"settled": key}, "settled: %s", f.Text)
	}
	return explain.WithHint(fmt.Errorf("there is no finding %q", key), "stet check prints the key of each.")
}

func (sh *shell) reviewCmd() *cobra.Command {
	var comment string
	var seen uint64
	c := group(&cobra.Command{
		Use:   "review COMMAND",
		Short: "Submit, approve or return claims",
		Long: `Submit, approve or return claims. Checkers submit what they decided; editors, who
give --role editor, approve it or return it with a comment. An approval with --seen
holds only if the claim is still what it was at that entry of the ledger, which
stet claim show prints.`,
		Example: "  stet review submit k3p7x\n  stet review return k3p7x --role editor --comment 'who counted?'",
	})
	for _, r := range []struct {
		use, short, example string
		to                  claims.Review
	}{
		{"submit", "Hand decided claims to the editor", "k3p7x m2c9w", claims.Submitted},
		{"approve", "Sign claims (editors)", "k3p7x --role editor", claims.Approved},
		{"return", "Give claims back with a comment (editors)", "k3p7x --role editor --comment 'who counted?'", claims.Returned},
		{"withdraw", "Take claims out of review", "k3p7x", claims.NoReview},
	} {
		sub := &cobra.Command{
			Use: r.use + " CLAIM...", Short: r.short, Args: needs(1, -1, "the claims"),
			Example: "  stet review " + r.use + " " + r.example,
			RunE: func(c *cobra.Command, args []string) error {
				return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
					for i, id := range args {
						move := func() error { return w.Review(ctx, claims.ID(id), r.to, comment) }
						if seen > 0 {
							move = func() error { return w.Approve(ctx, claims.ID(id), seen, comment) }
						}
						if err := move(); err != nil {
							if i > 0 {
								return fmt.Errorf("%w; %s %s before that", err, strings.Join(args[:i], ", "), inReview(r.to))
							}
							return err
						}
					}
					said := map[string]any{"claims": args, "review": r.to}
					own := checkedBySigner(w, args)
					if len(own) == 0 {
						return sh.said(said, "%s  %s", strings.Join(args, " "), inReview(r.to))
					}
					said["approved_by_checker"] = own
					return sh.said(said, "%s  %s\napproved by the person who checked it: %s", strings.Join(args, " "), inReview(r.to), strings.Join(own, " "))
				})
			},
		}
		sub.Flags().StringVar(&comment, "comment", "", "a `COMMENT` for the checker; a return needs one")
		if r.to == claims.Approved {
			sub.Flags().Uint64Var(&seen, "seen", 0, "the `ENTRY` of the ledger at which you looked at the claims (default: now)")
		}
		c.AddCommand(sub)
	}
	c.AddCommand(&cobra.Command{
		Use: "queue", Short: "List what waits for an editor", Args: alone, Example: "  stet review queue",
		RunE: func(c *cobra.Command, _ []string) error {
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				all, err := gather(ctx, w)
				if err != nil {
					return err
				}
				list := []claimJSON{}
				for _, x := range all {
					if x.Review == claims.Submitted {
						list = append(list, x)
					}
				}
				return sh.print(list, func(o io.Writer) { claimTable(o, list, "Nothing waits for an editor") })
			})
		},
	})
	return c
}

// checkedBySigner lists the claims that were approved by who gave their verdict.
func checkedBySigner(w *workspace.Workspace, ids []string) (own []string) {
	for _, id := range ids {
		if w.BothHands(claims.ID(id)) {
			own = append(own, id)
		}
	}
	return own
}

// inReview says where a claim stands with the editor.
func inReview(r claims.Review) string {
	if r == claims.NoReview {
		return "not in review"
	}
	return string(r)
}
