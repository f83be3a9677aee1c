package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
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
	Same     string            `json:"same,omitempty"` // why it is no new source
	May      bool              `json:"may,omitempty"`  // nothing is sure, and this is among the nearest
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
			if n < 1 {
				return usagef("-n %d shows nothing; give it one or more", n)
			}
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				if err := live(w, args[0]); err != nil {
					return err
				}
				if err := sh.refresh(ctx, w); err != nil {
					return err
				}
				list, err := w.Candidates(ctx, claims.ID(args[0]), n)
				if err != nil {
					return err
				}
				out := make([]candidateJSON, len(list))
				for i, x := range list {
					out[i] = candidateJSON{x.Place.Version, x.Place.Span, x.Passage, x.Text, x.Version.Outlet, day(x.Version.Date()), x.Result.Relation, x.Result.Why, x.Result.Score, x.Result.Suggest, x.Attached, x.Same, x.May}
				}
				return sh.print(out, func(o io.Writer) {
					other, may := 0, 0
					for _, x := range out {
						if x.May {
							may++
							fmt.Fprintf(o, "may bear on it  %s  %s · %s\n    %s\n", x.Version, first(x.Outlet, "unknown outlet"), x.Date, source.Brief(x.Text, 160))
							continue
						}
						if x.Relation == match.Unrelated {
							other++ // words in common, and no more
							continue
						}
						mark := ""
						if x.Attached != "" {
							mark = "  (attached as " + string(x.Attached) + ")"
						} else if x.Same != "" {
							mark = "  (no new source: " + x.Same + ")"
						}
						fmt.Fprintf(o, "%s  %s  %s · %s%s\n    %s\n    %s\n", strings.ReplaceAll(string(x.Relation), "_", " "), x.Version, first(x.Outlet, "unknown outlet"), x.Date, mark, x.Why, source.Brief(x.Text, 160))
					}
					if other > 0 && other < len(out) {
						fmt.Fprintf(o, "%s not shown: words in common with the claim and no more.\n", count(other, "other passage", "other passages"))
					}
					switch {
					case may > 0:
						fmt.Fprintln(o, "Nothing on this desk is sure to bear on the claim. These are the nearest passages: read them before you take that for settled.")
					case len(out) == other:
						fmt.Fprintln(o, "Nothing on this desk bears on the claim. stet search --receipt keeps a search as proof of that.")
					}
				})
			})
		},
	}
	c.Flags().IntVarP(&n, "limit", "n", 10, "show at most this `NUMBER` of passages")
	c.Flags().StringVar(&library, "library", "", "with --jsonl: the `FILE` of records to search, .gz too")
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
				if err := live(w, args[0]); err != nil {
					return err
				}
				v, span, err := at.find(ctx, w, id)
				if err != nil {
					return err
				}
				r, err := w.Relate(ctx, claims.ID(args[0]), source.Place{Version: v, Span: span})
				if err != nil {
					return err
				}
				out := matchOut{Relation: r.Relation, Differences: r.Differences, Why: r.Why}
				if out.Differences == nil {
					out.Differences = []match.Difference{}
				}
				return sh.print(struct {
					Claim   string           `json:"claim"`
					Version source.VersionID `json:"version"`
					Span    source.Span      `json:"span"`
					ID      *struct{}        `json:"id,omitempty"` // a record's, not wanted here
					matchOut
				}{args[0], v, span, nil, out}, func(o io.Writer) {
					fmt.Fprintf(o, "%s: %s\n", strings.ReplaceAll(string(r.Relation), "_", " "), r.Why)
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
		Args:    needs(2, 2, "a claim and a version"),
		RunE: func(c *cobra.Command, args []string) error {
			id, err := oneVersion(args[1:])
			if err != nil {
				return err
			}
			if err := known(&stance, "stance", claims.Stances); err != nil {
				return err
			}
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				if err := live(w, args[0]); err != nil {
					return err
				}
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
				if r, err := w.Relate(ctx, claims.ID(args[0]), source.Place{Version: v, Span: span}); err == nil && doubtful(r, claims.Stance(stance)) {
					fmt.Fprintf(sh.env.Stderr, "Note: attached as %s, but the match says %s: %s\n", stance, strings.ReplaceAll(string(r.Relation), "_", " "), r.Why)
				}
				return sh.print(map[string]any{"evidence": e, "claim": args[0], "version": v, "span": span}, func(o io.Writer) {
					fmt.Fprintf(o, "%s  attached to %s: %s in %s\n", e, args[0], stance, v)
				})
			})
		},
	}
	at.add(c)
	c.Flags().StringVar(&stance, "stance", string(claims.Supports), "its `STANCE`: supports, contradicts, context, origin or repeats")
	c.Flags().StringVar(&note, "note", "", "a `NOTE` for the report")
	c.Flags().BoolVar(&primary, "primary", false, "this is a primary source, not a report of one")
	return c
}

// doubtful reports whether the match speaks against the stance, or finds nothing that
// words attached for or against a claim have to do with it.
func doubtful(r match.Result, stance claims.Stance) bool {
	return r.Doubts(stance) || r.Relation == match.Unrelated && stance != claims.Context
}

func (sh *shell) detachCmd() *cobra.Command {
	var reason string
	c := &cobra.Command{
		Use:     "detach EVIDENCE",
		Short:   "Take a passage off its claim",
		Example: "  stet detach e4t2m --reason 'another fire'",
		Args:    needs(1, 1, "one piece of evidence, by its name in stet claim show"),
		RunE: func(c *cobra.Command, args []string) error {
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				if err := w.Detach(ctx, claims.EvidenceID(args[0]), reason); err != nil {
					return err
				}
				return sh.said(map[string]any{"detached": args[0]}, "%s  detached; stet undo brings it back", args[0])
			})
		},
	}
	c.Flags().StringVar(&reason, "reason", "", "the `REASON`")
	return c
}

func (sh *shell) verdictCmd() *cobra.Command {
	v := claims.Verdict{}
	c := &cobra.Command{
		Use:   "verdict CLAIM OUTCOME",
		Short: "Decide a claim",
		Long: `Decide a claim. OUTCOME is one of: confirmed, "change needed", "cannot be
confirmed", "not checkable" (or with - for the spaces). A change needs --proposed
or --reason. A later verdict supersedes an earlier one; both stay in the history.`,
		Example:           "  stet verdict k3p7x confirmed --rating Confirmed\n  stet verdict k3p7x 'change needed' --proposed 'at least 15 people'",
		Args:              needs(2, 2, "a claim and the outcome"),
		ValidArgsFunction: words(claims.Checks),
		RunE: func(c *cobra.Command, args []string) error {
			outcome, err := oneOf("outcome of a check", args[1], claims.Checks)
			if err != nil {
				return err
			}
			v.Claim, v.Check = claims.ID(args[0]), outcome
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				if err := live(w, args[0]); err != nil {
					return err
				}
				var ratings []string
				w.View(func(s *ledger.State) { ratings = s.Policy.ScaleOf().Ratings })
				if err := known(&v.Rating, "rating on this desk's scale", ratings); err != nil {
					return err
				}
				if err := w.Decide(ctx, v); err != nil {
					return err
				}
				n, err := w.Independence(ctx, v.Claim)
				if err != nil {
					return err
				}
				if v.Check == claims.Confirmed && !n.Enough() {
					v.Short = claims.Shortfall{Independent: n.Independent, Wanted: n.Wanted}
					fmt.Fprintln(sh.env.Stderr, "Note: "+n.Short()+" The verdict stands and its record says so.")
				}
				return sh.print(v, func(o io.Writer) { fmt.Fprintf(o, "%s  %s\n", v.Claim, verdictLine(v)) })
			})
		},
	}
	f := c.Flags()
	f.StringVar(&v.Rating, "rating", "", "a `RATING` on the desk's scale (see stet policy)")
	f.StringVar(&v.Reason, "reason", "", "the `REASON`; the report prints it")
	f.StringVar(&v.Proposed, "proposed", "", "the `WORDING` to print instead")
	return c
}

func (sh *shell) flagCmd() *cobra.Command {
	var text, accept, dismiss, reason string
	c := &cobra.Command{
		Use:     "flag [CLAIM]",
		Short:   "Raise, accept or dismiss a flag",
		Example: "  stet flag k3p7x --text 'the fire service says 15 since noon'\n  stet flag --dismiss f8w2n --reason 'another town'",
		Args:    needs(0, 1, "one claim"),
		RunE: func(c *cobra.Command, args []string) error {
			acts := 0
			for _, given := range []bool{len(args) == 1, accept != "", dismiss != ""} {
				if given {
					acts++
				}
			}
			if acts != 1 || (len(args) == 1) != (text != "") {
				return usagef("name a claim and --text, or --accept or --dismiss a flag")
			}
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				if len(args) == 0 {
					id, to := claims.FlagID(first(accept, dismiss)), claims.FlagAccepted
					if dismiss != "" {
						to = claims.FlagDismissed
					}
					if err := w.SettleFlag(ctx, id, to, reason); err != nil {
						return err
					}
					return sh.said(map[string]any{"flag": id, "status": to}, "%s  %s", id, to)
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
	f.StringVar(&text, "text", "", "what is doubtful, in a `SENTENCE`")
	f.StringVar(&accept, "accept", "", "accept this `FLAG`")
	f.StringVar(&dismiss, "dismiss", "", "dismiss this `FLAG` (needs --reason)")
	f.StringVar(&reason, "reason", "", "with --accept or --dismiss: the `REASON`")
	return c
}
