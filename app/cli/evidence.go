package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/match"
	"stet/index/source"
)

type candidateJSON struct {
	Version  source.VersionID  `json:"version"`
	Span     source.Span       `json:"span"`
	Passage  source.Span       `json:"passage"`
	Text     string            `json:"text"`
	Outlet   string            `json:"outlet"`
	Date     string            `json:"date"`
	Relation match.Relation    `json:"relation"`
	Why      string            `json:"why"`
	Score    float64           `json:"score"`
	Suggest  claims.Stance     `json:"suggest"`
	Attached claims.EvidenceID `json:"attached,omitempty"`
}

func (sh *shell) findCmd() *cobra.Command {
	var n, jobs int
	var lines, within bool
	var library string
	c := &cobra.Command{
		Use:   "find CLAIM",
		Short: "Rank passages of the desk as evidence for a claim",
		Long: `Rank passages of the whole desk as evidence for a claim and say how each relates.
With --jsonl, rank the sentences or documents of a library file for claims from
records, without a desk.`,
		Example: "  stet find k3p7x\n  stet find --jsonl --library archive.jsonl.gz < claims.jsonl",
		RunE: func(c *cobra.Command, args []string) error {
			if lines {
				return sh.findLines(c.Context(), args, library, within, jobs)
			}
			if len(args) != 1 {
				return usagef("name one claim")
			}
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				if err := sh.refresh(ctx, w); err != nil {
					return err
				}
				list, err := w.Candidates(ctx, claims.ID(args[0]), n)
				if err != nil {
					return err
				}
				out := make([]candidateJSON, len(list))
				for i, x := range list {
					out[i] = candidateJSON{x.Place.Version, x.Place.Span, x.Passage, x.Text, x.Version.Outlet, day(x.Version.Date()), x.Result.Relation, x.Result.Why, x.Result.Score, x.Result.Suggest, x.Attached}
				}
				return sh.print(out, func(o io.Writer) {
					for _, x := range out {
						mark := ""
						if x.Attached != "" {
							mark = "  (attached as " + string(x.Attached) + ")"
						}
						fmt.Fprintf(o, "%-18s %s  %s · %s%s\n    %s\n    %s\n", x.Relation, x.Version, first(x.Outlet, "unknown outlet"), x.Date, mark, x.Why, short(x.Text, 160))
					}
					if len(out) == 0 {
						fmt.Fprintln(o, "Nothing on this desk bears on the claim. stet search --receipt keeps a search as proof of that.")
					}
				})
			})
		},
	}
	c.Flags().IntVarP(&n, "limit", "n", 10, "how many passages")
	c.Flags().StringVar(&library, "library", "", "with --jsonl: the records to search")
	c.Flags().BoolVar(&within, "within", false, "with --jsonl: only in the document each record names")
	batchFlags(c, &lines, &jobs)
	return c
}

func (sh *shell) matchCmd() *cobra.Command {
	var at spanFlags
	var lines bool
	var jobs int
	c := &cobra.Command{
		Use:   "match CLAIM VERSION",
		Short: "Tell how words of a version relate to a claim",
		Long: `Tell how words of a version relate to a claim: verbatim, typography, silent
truncation …, or agrees, compatible, conflicts, not comparable. With --jsonl,
judge pairs of claim and passage from records, without a desk.`,
		Example: "  stet match k3p7x b2m9q@1 --words 'killed 15 people'",
		RunE: func(c *cobra.Command, args []string) error {
			if lines {
				return runBatch(c.Context(), args, sh.env.Stdin, sh.env.Stdout, jobs, matchRecord)
			}
			if len(args) != 2 {
				return usagef("name a claim and a version")
			}
			id, err := oneVersion(args[1:])
			if err != nil {
				return err
			}
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				v, span, err := at.find(ctx, w, id)
				if err != nil {
					return err
				}
				r, err := w.Relate(ctx, claims.ID(args[0]), source.Place{Version: v, Span: span})
				if err != nil {
					return err
				}
				return sh.print(r, func(o io.Writer) {
					fmt.Fprintf(o, "%s: %s\n", r.Relation, r.Why)
					for _, d := range r.Differences {
						fmt.Fprintf(o, "  %s: %q, in the passage %q\n", d.Kind, d.Claim, d.Passage)
					}
				})
			})
		},
	}
	at.add(c)
	batchFlags(c, &lines, &jobs)
	return c
}

func (sh *shell) attachCmd() *cobra.Command {
	var at spanFlags
	var stance, note string
	var primary bool
	c := &cobra.Command{
		Use:     "attach CLAIM VERSION",
		Short:   "Attach words of a version to a claim as evidence",
		Example: "  stet attach k3p7x b2m9q@1 --words 'killed at least 12 people' --stance supports",
		Args:    cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			id, err := oneVersion(args[1:])
			if err != nil {
				return err
			}
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				v, span, err := at.find(ctx, w, id)
				if err != nil {
					return err
				}
				e, err := w.Attach(ctx, claims.ID(args[0]), v, span, claims.Stance(stance), note)
				if err != nil {
					return err
				}
				if primary {
					if err := w.EditEvidence(ctx, e, func(x *claims.Evidence) { x.Primary = true }); err != nil {
						return err
					}
				}
				return sh.print(map[string]any{"evidence": e, "claim": args[0], "version": v, "span": span}, func(o io.Writer) {
					fmt.Fprintf(o, "%s  attached to %s: %s in %s\n", e, args[0], stance, v)
				})
			})
		},
	}
	at.add(c)
	c.Flags().StringVar(&stance, "stance", string(claims.Supports), "supports, contradicts, context, origin or repeats")
	c.Flags().StringVar(&note, "note", "", "a note for the report")
	c.Flags().BoolVar(&primary, "primary", false, "this is a primary source, not a report of one")
	return c
}

func (sh *shell) detachCmd() *cobra.Command {
	var reason string
	c := &cobra.Command{
		Use:     "detach EVIDENCE",
		Short:   "Take a passage off its claim",
		Example: "  stet detach e4t2m --reason 'another fire'",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				return w.Detach(ctx, claims.EvidenceID(args[0]), reason)
			})
		},
	}
	c.Flags().StringVar(&reason, "reason", "", "why")
	return c
}

func (sh *shell) verdictCmd() *cobra.Command {
	v := claims.Verdict{}
	c := &cobra.Command{
		Use:   "verdict CLAIM OUTCOME",
		Short: "Decide a claim",
		Long: `Decide a claim. OUTCOME is one of: confirmed, "change needed", "cannot be
confirmed", "not checkable". A later verdict supersedes an earlier one; both stay
in the history.`,
		Example: "  stet verdict k3p7x confirmed --rating Confirmed\n  stet verdict k3p7x 'change needed' --proposed 'at least 15 people'",
		Args:    cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			v.Claim, v.Check = claims.ID(args[0]), claims.Check(args[1])
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				if err := w.Decide(ctx, v); err != nil {
					return err
				}
				n, err := w.Independence(ctx, v.Claim)
				if err != nil {
					return err
				}
				if v.Check == claims.Confirmed && n.Independent < n.Wanted {
					fmt.Fprintf(sh.env.Stderr, "Note: %d independent sources support this; the desk asks for %d.\n", n.Independent, n.Wanted)
				}
				return sh.print(v, func(o io.Writer) { fmt.Fprintf(o, "%s  %s %s\n", v.Claim, v.Check, v.Rating) })
			})
		},
	}
	f := c.Flags()
	f.StringVar(&v.Rating, "rating", "", "on the desk's scale (see stet policy)")
	f.StringVar(&v.Reason, "reason", "", "why; the report prints it")
	f.StringVar(&v.Proposed, "proposed", "", "the wording to print instead")
	return c
}

func (sh *shell) flagCmd() *cobra.Command {
	var text, accept, dismiss, reason string
	c := &cobra.Command{
		Use:     "flag [CLAIM]",
		Short:   "Raise, accept or dismiss a flag",
		Example: "  stet flag k3p7x --text 'the fire service says 15 since noon'\n  stet flag --dismiss f8w2n --reason 'another town'",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				switch {
				case accept != "":
					return w.SettleFlag(ctx, claims.FlagID(accept), claims.FlagAccepted, reason)
				case dismiss != "":
					return w.SettleFlag(ctx, claims.FlagID(dismiss), claims.FlagDismissed, reason)
				case len(args) == 0:
					return usagef("name a claim and --text, or --accept or --dismiss a flag")
				}
				id, err := w.RaiseFlag(ctx, claims.ID(args[0]), text)
				if err != nil {
					return err
				}
				return sh.print(map[string]any{"flag": id}, func(o io.Writer) { fmt.Fprintf(o, "%s  raised on %s\n", id, args[0]) })
			})
		},
	}
	f := c.Flags()
	f.StringVar(&text, "text", "", "what is doubtful")
	f.StringVar(&accept, "accept", "", "accept this flag")
	f.StringVar(&dismiss, "dismiss", "", "dismiss this flag (needs --reason)")
	f.StringVar(&reason, "reason", "", "why")
	return c
}
