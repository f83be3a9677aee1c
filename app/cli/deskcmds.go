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

	"stet/app/explain"
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
Formats: %s. A file of that name is replaced. The report is
recorded in the ledger, so that 'stet verify FILE' can tell whether a file is the
one that was exported; one printed with --out - is not recorded.`, choice(formatNames())),
		Example: "  stet report --out harbour-fire.html\n  stet report --article a7k3p --format json\n  stet report --format md --out - | less",
		Args:    alone,
		RunE: func(c *cobra.Command, _ []string) error {
			f, err := formatOf(format, out)
			if err != nil {
				return err
			}
			if out == "" {
				out = "report" + f.Extension()
			}
			scope := workspace.ReportScope{Article: source.ArticleID(article)}
			for _, id := range ids {
				scope.Claims = append(scope.Claims, claims.ID(id))
			}
			if out == "-" {
				return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error { return sh.printReport(ctx, w, scope, f) })
			}
			w, err := sh.open(c.Context(), writes)
			var used *store.InUseError
			switch {
			case errors.As(err, &used):
				fmt.Fprintf(sh.env.Stderr, "Note: %s has the desk open, so the report is not recorded in its ledger.\n", first(used.Holder.Name, "another program"))
				w, err = sh.open(c.Context(), reads)
			case errors.Is(err, store.ErrNotWritable):
				fmt.Fprintln(sh.env.Stderr, "Note: you may only read this desk, so the report is not recorded in its ledger.")
				w, err = sh.open(c.Context(), reads)
			}
			if err != nil {
				return err
			}
			recorded, err := w.Export(c.Context(), scope, f.Name(), out)
			if err = errors.Join(err, w.Close()); err != nil {
				return err
			}
			return sh.said(map[string]any{"file": out, "format": f.Name(), "recorded": recorded}, "wrote %s", out)
		},
	}
	f := c.Flags()
	f.StringVar(&format, "format", "", "the `FORMAT`: "+choice(formatNames())+" (default: what the file's name says, else html)")
	f.StringVarP(&out, "out", "o", "", "the `FILE` to write, - prints it (default: report with the format's ending)")
	f.StringVar(&article, "article", "", "only the claims of this `ARTICLE`")
	f.StringSliceVar(&ids, "claim", nil, "only this `CLAIM` (may be repeated)")
	return c
}

// formatOf is the format asked for, or the one a file's name ends like.
func formatOf(format, file string) (report.Format, error) {
	if format == "" {
		for _, f := range report.Formats() {
			if strings.EqualFold(filepath.Ext(file), f.Extension()) {
				return f, nil
			}
		}
		format = "html"
	}
	name, err := oneOf("format of a report", format, formatNames())
	if err != nil {
		return nil, err
	}
	return report.ByName(name)
}

func (sh *shell) printReport(ctx context.Context, w *workspace.Workspace, scope workspace.ReportScope, f report.Format) error {
	d, err := w.Dossier(ctx, scope)
	if err != nil {
		return err
	}
	b, err := report.Render(f, d)
	if err == nil {
		_, err = sh.env.Stdout.Write(b)
	}
	return err
}

func formatNames() []string {
	var out []string
	for _, f := range report.Formats() {
		out = append(out, f.Name())
	}
	return out
}

func (sh *shell) verifyCmd() *cobra.Command {
	var searches bool
	c := &cobra.Command{
		Use:   "verify [REPORT]",
		Short: "Recompute every hash of the desk, or check a report against it",
		Long: `Recompute the chain of the ledger, hash every original and text again and look up
every passage at its place. With a report's file, check that it is what this desk
exported and that its hashes, claims, passages and kept searches are the desk's.
With --searches, make every search that was kept as proof again, over what the desk
held when it was kept. Exits with 1 and names what does not match.`,
		Example: "  stet verify\n  stet verify harbour-fire.html\n  stet verify --searches",
		Args:    needs(0, 1, "one report at most"),
		RunE: func(c *cobra.Command, args []string) error {
			if searches && len(args) > 0 {
				return usagef("a report has no searches to make again; leave its name out")
			}
			err := sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				if searches {
					return sh.verifySearches(ctx, w)
				}
				if len(args) == 1 {
					return sh.verifyReport(ctx, w, args[0])
				}
				on, done := sh.progress("verifying")
				v, err := w.Verify(ctx, on)
				done()
				if err != nil {
					return err
				}
				if err := sh.printVerification(v); err != nil {
					return err
				}
				if !v.OK() {
					return explain.WithHint(fmt.Errorf("the desk does not verify: %s", count(len(v.Problems), "problem", "problems")),
						"Keep a copy of the folder as it is, and go back to a backup or import what was changed again.")
				}
				return nil
			})
			if len(args) == 0 && errors.Is(err, store.ErrDamaged) {
				return errors.Join(err, sh.examine(c.Context()))
			}
			return err
		},
	}
	c.Flags().BoolVar(&searches, "searches", false, "make every kept search again")
	return c
}

// examine lists all that is wrong with a desk that does not open.
func (sh *shell) examine(ctx context.Context) error {
	cfg, err := sh.config(reads)
	if err != nil {
		return err
	}
	on, done := sh.progress("verifying")
	v, err := workspace.Examine(ctx, cfg, on)
	done()
	if err == nil {
		err = sh.printVerification(v)
	} else if ctx.Err() == nil {
		err = nil // the file itself cannot be read: that was said
	}
	return err
}

func (sh *shell) printVerification(v workspace.Verification) error {
	return sh.print(v, func(o io.Writer) {
		for _, p := range v.Problems {
			fmt.Fprintln(o, "does not match: "+p)
		}
		fmt.Fprintf(o, "%s, %s, %s, %s\nhead %s\n", count(int(v.Entries), "ledger entry", "ledger entries"), count(v.Versions, "version", "versions"),
			count(v.Claims, "claim", "claims"), count(v.Evidence, "passage", "passages"), v.Head)
		if v.OK() {
			fmt.Fprintln(o, "everything matches")
		}
	})
}

func (sh *shell) verifyReport(ctx context.Context, w *workspace.Workspace, path string) error {
	r, err := w.VerifyReportFile(ctx, path)
	if err != nil {
		return err
	}
	fields := map[string]any{"file": path, "seq": r.Seq, "claims": r.Claims, "evidence": r.Evidence, "problems": r.Problems, "exported": r.Exported != nil}
	if err := sh.print(fields, func(o io.Writer) {
		if x := r.Exported; x != nil {
			fmt.Fprintf(o, "exported by %s on %s from ledger entry %d\n", x.Who, x.At.Format("2 January 2006 15:04 UTC"), x.Seq)
		}
		for _, p := range r.Problems {
			fmt.Fprintln(o, "does not match: "+p)
		}
		if r.Claims+r.Evidence > 0 {
			fmt.Fprintf(o, "%s and %s compared\n", count(r.Claims, "claim", "claims"), count(r.Evidence, "passage", "passages"))
		}
		if r.OK() {
			fmt.Fprintln(o, "everything matches")
		}
	}); err != nil {
		return err
	}
	if !r.OK() {
		return explain.WithHint(fmt.Errorf("%s does not verify: %s", path, count(len(r.Problems), "problem", "problems")), "Write it again with stet report if the desk is right.")
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

// logWidth is how many code points of an act the log prints: the claim and the
// passage it is about, each by its first words.
const logWidth = 160

func (sh *shell) logCmd() *cobra.Command {
	var n int
	c := &cobra.Command{
		Use:     "log",
		Short:   "Show who decided what, newest first",
		Example: "  stet log -n 20\n  stet log --json -n 0",
		Args:    alone,
		RunE: func(c *cobra.Command, _ []string) error {
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				entries, err := w.Log(ctx, n)
				if err != nil {
					return err
				}
				told := make([]string, len(entries))
				w.View(func(s *ledger.State) {
					for i, e := range entries {
						told[i] = s.Tell(e.Change)
					}
				})
				list := make([]entryJSON, len(entries))
				for i, e := range entries {
					list[i] = entryJSON{e.Seq, e.At.Format("2006-01-02T15:04:05.000000Z"), e.Who, e.Change.Kind(), told[i], e.Group, e.Undoes, e.Change, e.Hash}
				}
				return sh.print(list, func(o io.Writer) {
					table(o, func(row func(...string)) {
						for i, x := range list {
							text := source.Brief(x.Text, logWidth)
							if x.Undoes != "" {
								text += " (undo or redo)"
							}
							row(fmt.Sprint(x.Seq), entries[i].At.Local().Format("2006-01-02 15:04 MST"), x.Who.String(), text)
						}
					})
				})
			})
		},
	}
	c.Flags().IntVarP(&n, "number", "n", 20, "show this `NUMBER` of entries; 0 is all")
	return c
}

func (sh *shell) undoCmd() *cobra.Command {
	return sh.takeBack("undo", "taken back", "Take back your last act (nothing is erased)", (*workspace.Workspace).Undo)
}

func (sh *shell) redoCmd() *cobra.Command {
	return sh.takeBack("redo", "done again", "Do again what you took back last", (*workspace.Workspace).Redo)
}

func (sh *shell) takeBack(name, did, what string, do func(*workspace.Workspace, context.Context) (string, error)) *cobra.Command {
	return &cobra.Command{
		Use: name, Short: what, Args: alone, Example: "  stet " + name,
		RunE: func(c *cobra.Command, _ []string) error {
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				text, err := do(w, ctx)
				if err != nil {
					return err
				}
				return sh.said(map[string]any{name: text}, "%s: %s", did, text)
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
		Args:    alone,
		RunE: func(c *cobra.Command, _ []string) error {
			var scales []string
			for _, s := range claims.Scales {
				scales = append(scales, s.Name)
			}
			if err := known(&scale, "scale", scales); err != nil {
				return err
			}
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
					table(o, func(row func(...string)) {
						row("desk", p.Name)
						row("scale", p.Scale+": "+strings.Join(p.ScaleOf().Ratings, ", "))
						row("sources", fmt.Sprintf("%d independent to confirm", p.Independent))
					})
				})
			})
		},
	}
	f := c.Flags()
	f.StringVar(&name, "name", "", "the desk's `NAME`")
	f.StringVar(&scale, "scale", "", "the `SCALE` of verdicts: plain, PolitiFact or Africa Check")
	f.IntVar(&sources, "sources", 0, "the `NUMBER` of independent sources a confirmation asks for")
	return c
}

func (sh *shell) reindexCmd() *cobra.Command {
	return &cobra.Command{
		Use: "reindex", Short: "Throw the search index away and build it anew", Args: alone, Example: "  stet reindex",
		Long: "Throw the search index away and build it anew from the desk. It is a cache: nothing\nis lost, and an index that is missing or damaged is rebuilt without being asked.",
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
				return sh.said(map[string]any{"passages": n.Passages, "versions": n.Versions, "bytes": n.Bytes}, "%s of %s indexed",
					count(n.Passages, "passage", "passages"), count(n.Versions, "version", "versions"))
			})
		},
	}
}

func (sh *shell) doctorCmd() *cobra.Command {
	return &cobra.Command{
		Use: "doctor", Short: "Look over the program, the desk and its index", Args: alone, Example: "  stet doctor",
		Long: "Print what helps to find out why something does not work: the program, the system, the\ndesk, and the state of its index. 'stet verify' checks the contents.",
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
				d["as"] = who
				if st, err := os.Stat(filepath.Join(w.Dir(), store.FileName)); err == nil {
					d["bytes"] = st.Size()
				}
				if n, err := w.IndexStats(ctx); err != nil {
					d["index"] = err.Error()
				} else {
					d["index"] = count(n.Passages, "passage", "passages") + " of " + count(n.Versions, "version", "versions")
				}
				d["behind"] = w.Stale()
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
