package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"stet/app/store"
	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/report"
	"stet/index/source"
)

func (sh *shell) reportCmd() *cobra.Command {
	var format, out, article string
	var ids []string
	c := &cobra.Command{
		Use:   "report",
		Short: "Write a verification report",
		Long: fmt.Sprintf(`Write a verification report of the desk, of one checked article or of some claims.
Formats: %s. The report is recorded in the ledger, so that 'stet verify FILE' can
tell whether a file is the one that was exported.`, strings.Join(formatNames(), ", ")),
		Example: "  stet report --format html --out harbour-fire.html\n  stet report --article a7k3p --format json",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			f, err := report.ByName(format)
			if err != nil {
				return usageError{err}
			}
			if out == "" {
				out = "report" + f.Extension()
			}
			scope := workspace.ReportScope{Article: source.ArticleID(article)}
			for _, id := range ids {
				scope.Claims = append(scope.Claims, claims.ID(id))
			}
			a := writes
			var used *store.InUseError
			w, err := sh.open(c.Context(), a)
			if errors.As(err, &used) {
				fmt.Fprintln(sh.env.Stderr, "The desk is open elsewhere: the report is written but not recorded in its ledger.")
				w, err = sh.open(c.Context(), reads)
			}
			if err != nil {
				return err
			}
			recorded, err := w.Export(c.Context(), scope, format, out)
			if err = errors.Join(err, w.Close()); err != nil {
				return err
			}
			return sh.print(map[string]any{"file": out, "format": format, "recorded": recorded}, func(o io.Writer) { fmt.Fprintln(o, "wrote", out) })
		},
	}
	f := c.Flags()
	f.StringVar(&format, "format", "html", strings.Join(formatNames(), ", "))
	f.StringVarP(&out, "out", "o", "", "the file to write (default: report with the format's ending)")
	f.StringVar(&article, "article", "", "only the claims of this article")
	f.StringSliceVar(&ids, "claim", nil, "only these claims (may be repeated)")
	return c
}

func formatNames() []string {
	var out []string
	for _, f := range report.Formats() {
		out = append(out, f.Name())
	}
	return out
}

func (sh *shell) verifyCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "verify [REPORT]",
		Short: "Recompute every hash of the desk, or check a report against it",
		Long: `Recompute the chain of the ledger, hash every original and text again and look up
every passage at its place. With a report's file, check that it is what this desk
exported and that its hashes, claims and passages are the desk's. Exits with 1 and
names what does not match.`,
		Example: "  stet verify\n  stet verify harbour-fire.html",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				if len(args) == 1 {
					return sh.verifyReport(ctx, w, args[0])
				}
				on, done := sh.progress("verifying")
				v, err := w.Verify(ctx, on)
				done()
				if err != nil {
					return err
				}
				if err := sh.print(v, func(o io.Writer) {
					for _, p := range v.Problems {
						fmt.Fprintln(o, "does not match: "+p)
					}
					fmt.Fprintf(o, "%d ledger entries, %d versions, %d claims, %d passages\nhead %s\n", v.Entries, v.Versions, v.Claims, v.Evidence, v.Head)
				}); err != nil {
					return err
				}
				if !v.OK() {
					return fmt.Errorf("the desk does not verify: %d problems", len(v.Problems))
				}
				return nil
			})
		},
	}
}

// maxReport bounds a report file, in bytes: far above any a desk can make.
const maxReport = 256 << 20

func (sh *shell) verifyReport(ctx context.Context, w *workspace.Workspace, path string) error {
	st, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("reading the report: %w", err)
	}
	if st.Size() > maxReport {
		return fmt.Errorf("%s is %d MiB; no report is that large", path, st.Size()>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("reading the report: %w", err)
	}
	r, err := w.VerifyReport(ctx, data)
	if err != nil {
		return err
	}
	if err := sh.print(r, func(o io.Writer) {
		if x := r.Exported; x != nil {
			fmt.Fprintf(o, "exported by %s on %s from ledger entry %d\n", x.Who, x.At.Format("2 January 2006 15:04 UTC"), x.Seq)
		}
		for _, p := range r.Problems {
			fmt.Fprintln(o, "does not match: "+p)
		}
		fmt.Fprintf(o, "%d claims and %d passages compared\n", r.Claims, r.Evidence)
	}); err != nil {
		return err
	}
	if !r.OK() {
		return fmt.Errorf("%s does not verify: %d problems", path, len(r.Problems))
	}
	return nil
}

type entryJSON struct {
	Seq    uint64        `json:"seq"`
	At     string        `json:"at"`
	Who    ledger.Who    `json:"who"`
	Kind   string        `json:"kind"`
	Text   string        `json:"text"`
	Group  string        `json:"group"`
	Undoes string        `json:"undoes,omitempty"`
	Change ledger.Change `json:"change"`
	Hash   source.Hash   `json:"hash"`
}

func (sh *shell) logCmd() *cobra.Command {
	var n int
	c := &cobra.Command{
		Use:     "log",
		Short:   "Show who decided what, newest first",
		Example: "  stet log -n 20\n  stet log --json -n 0",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				entries, err := w.Log(ctx, n)
				if err != nil {
					return err
				}
				list := make([]entryJSON, len(entries))
				for i, e := range entries {
					list[i] = entryJSON{e.Seq, e.At.Format("2006-01-02T15:04:05.000000Z"), e.Who, e.Change.Kind(), e.Change.Summary(), e.Group, e.Undoes, e.Change, e.Hash}
				}
				return sh.print(list, func(o io.Writer) {
					table(o, func(row func(...string)) {
						for i, x := range list {
							text := x.Text
							if x.Undoes != "" {
								text = "took back: " + text
							}
							row(fmt.Sprint(x.Seq), entries[i].At.Local().Format("2006-01-02 15:04"), x.Who.String(), short(text, 90))
						}
					})
				})
			})
		},
	}
	c.Flags().IntVarP(&n, "number", "n", 20, "how many entries; 0 is all")
	return c
}

func (sh *shell) undoCmd() *cobra.Command {
	return sh.takeBack("undo", "Take back your last act (nothing is erased)", (*workspace.Workspace).Undo)
}

func (sh *shell) redoCmd() *cobra.Command {
	return sh.takeBack("redo", "Do again what you took back last", (*workspace.Workspace).Redo)
}

func (sh *shell) takeBack(name, what string, do func(*workspace.Workspace, context.Context) (string, error)) *cobra.Command {
	return &cobra.Command{
		Use: name, Short: what, Args: cobra.NoArgs, Example: "  stet " + name,
		RunE: func(c *cobra.Command, _ []string) error {
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				text, err := do(w, ctx)
				if err != nil {
					return err
				}
				return sh.print(map[string]string{name: text}, func(o io.Writer) { fmt.Fprintf(o, "%s: %s\n", name, text) })
			})
		},
	}
}

func (sh *shell) policyCmd() *cobra.Command {
	var name, scale string
	var sources int
	c := &cobra.Command{
		Use:     "policy",
		Short:   "Show or set the desk's name, verdict scale and sources wanted",
		Example: "  stet policy --scale PolitiFact --sources 2",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			changed := c.Flags().Changed
			a := reads
			if changed("name") || changed("scale") || changed("sources") {
				a = writes
			}
			return sh.with(c, a, func(ctx context.Context, w *workspace.Workspace) error {
				var p claims.Policy
				w.View(func(s *ledger.State) { p = s.Policy })
				if a == writes {
					p.Name = first(name, p.Name)
					if changed("scale") {
						if !knownScale(scale) {
							return usagef("%q is no scale; choose plain, PolitiFact or Africa Check", scale)
						}
						p.Scale = scale
					}
					if changed("sources") {
						p.Independent = sources
					}
					if err := w.SetPolicy(ctx, p); err != nil {
						return err
					}
				}
				return sh.print(map[string]any{"policy": p, "ratings": p.ScaleOf().Ratings}, func(o io.Writer) {
					fmt.Fprintf(o, "desk      %s\nscale     %s: %s\nsources   %d independent ones to confirm\n", p.Name, p.Scale, strings.Join(p.ScaleOf().Ratings, ", "), p.Independent)
				})
			})
		},
	}
	f := c.Flags()
	f.StringVar(&name, "name", "", "the desk's name")
	f.StringVar(&scale, "scale", "", "plain, PolitiFact or Africa Check")
	f.IntVar(&sources, "sources", 0, "independent sources a confirmation asks for")
	return c
}

func knownScale(name string) bool {
	for _, s := range claims.Scales {
		if s.Name == name {
			return true
		}
	}
	return false
}

func (sh *shell) reindexCmd() *cobra.Command {
	return &cobra.Command{
		Use: "reindex", Short: "Throw the search index away and build it anew", Args: cobra.NoArgs, Example: "  stet reindex",
		RunE: func(c *cobra.Command, _ []string) error {
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				on, done := sh.progress("indexing")
				err := w.Reindex(ctx, on)
				done()
				if err != nil {
					return err
				}
				n, err := w.IndexStats(ctx)
				if err != nil {
					return err
				}
				return sh.print(n, func(o io.Writer) {
					fmt.Fprintf(o, "%d passages of %d versions indexed\n", n.Passages, n.Versions)
				})
			})
		},
	}
}

func (sh *shell) doctorCmd() *cobra.Command {
	return &cobra.Command{
		Use: "doctor", Short: "Look over the program, the desk and its index", Args: cobra.NoArgs, Example: "  stet doctor",
		RunE: func(c *cobra.Command, _ []string) error {
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				d := map[string]any{"program": workspace.Program, "go": runtime.Version(), "system": runtime.GOOS + "/" + runtime.GOARCH, "desk": w.Dir(), "window": sh.env.Window != nil}
				var who string
				w.View(func(s *ledger.State) {
					who = w.Who().String()
					versions := 0
					for _, a := range s.Articles {
						versions += len(a.Versions)
					}
					d["articles"], d["versions"], d["claims"], d["entries"] = len(s.Articles), versions, len(s.Live()), s.Seq
				})
				d["as"], d["behind"] = who, w.Stale()
				if st, err := os.Stat(filepath.Join(w.Dir(), store.FileName)); err == nil {
					d["bytes"] = st.Size()
				}
				if n, err := w.IndexStats(ctx); err != nil {
					d["index"] = err.Error()
				} else {
					d["index"] = fmt.Sprintf("%d passages of %d versions", n.Passages, n.Versions)
				}
				return sh.print(d, func(o io.Writer) {
					table(o, func(row func(...string)) {
						for _, k := range []string{"program", "go", "system", "window", "desk", "as", "bytes", "entries", "articles", "versions", "claims", "index", "behind"} {
							row(k, fmt.Sprint(d[k]))
						}
					})
				})
			})
		},
	}
}
