package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stet/app/explain"
	"stet/app/store"
	"stet/app/workspace"
	"stet/index/source"
)

func (sh *shell) importCmd() *cobra.Command {
	var o workspace.ImportOptions
	var of, captured string
	var story, accept, separate bool
	c := &cobra.Command{
		Use:   "import PATH...",
		Short: "Import articles: files, folders, zip archives",
		Long: `Import articles. Text, Markdown and HTML files are read, folders and zip archives
are walked. A file the desk holds already is left alone. One that looks like a
new version of an article on the desk is offered as such and not imported until
you say so, with --accept-versions, --separate or --version-of.

A desk that does not exist yet is made. A file that cannot be read is named with
the reason and the rest goes on. Ctrl-C keeps what was imported up to then.`,
		Example: "  stet --desk fire import ~/clippings\n  stet --desk fire import --version-of a7k3p wire-copy-2.html",
		Args:    needs(1, -1, "the files, folders or zip archives to import"),
		RunE: func(c *cobra.Command, args []string) error {
			if story {
				o.Role = source.Story
			}
			switch {
			case accept && separate, of != "" && (accept || separate):
				return usagef("only one of --accept-versions, --separate and --version-of can hold")
			case accept:
				o.Versions = workspace.AcceptVersions
			case separate:
				o.Versions = workspace.SeparateArticles
			}
			if captured != "" {
				t, err := parseDay(captured)
				if err != nil {
					return err
				}
				o.Captured = t
			}
			if of != "" {
				id, err := source.ParseVersionID(of)
				if err != nil {
					return usageError{err}
				}
				o.VersionOf = id.Article
			}
			if err := sh.someThere(args); err != nil {
				return err
			}
			return sh.with(c, creates, func(ctx context.Context, w *workspace.Workspace) error { return sh.doImport(ctx, w, args, o) })
		},
	}
	f := c.Flags()
	f.StringVar(&o.Outlet, "outlet", "", "the `OUTLET` that published it (default: what the file says)")
	f.BoolVar(&story, "story", false, "this is the piece being checked, not material")
	f.StringVar(&of, "version-of", "", "file it as the next version of this `ARTICLE`")
	f.BoolVar(&accept, "accept-versions", false, "file what looks like a new version as one")
	f.BoolVar(&separate, "separate", false, "file everything as an article of its own")
	f.StringVar(&captured, "captured", "", "the `DAY` it was captured, YYYY-MM-DD or RFC 3339 (default: now)")
	return c
}

// importedJSON is one file of `import --json`.
type importedJSON struct {
	Name     string                  `json:"name"`
	Path     string                  `json:"path"`
	Outcome  workspace.ImportOutcome `json:"outcome"`
	Version  source.VersionID        `json:"version"`
	Title    string                  `json:"title,omitempty"`
	Warnings []string                `json:"warnings,omitempty"`
	Offer    string                  `json:"offer,omitempty"`
	Error    string                  `json:"error,omitempty"`
	Hint     string                  `json:"hint,omitempty"`
}

func (sh *shell) doImport(ctx context.Context, w *workspace.Workspace, paths []string, o workspace.ImportOptions) error {
	on, done := sh.progress("importing")
	o.OnItem = on
	results, err := w.Import(ctx, paths, o)
	done()
	list := make([]importedJSON, len(results))
	failed, offered := 0, 0
	for i, r := range results {
		list[i] = importedJSON{Name: r.Name, Path: r.Path, Outcome: r.Outcome, Version: r.Version, Title: r.Title, Warnings: r.Warnings}
		switch r.Outcome {
		case workspace.ImportFailed:
			failed++
			if workspace.IsFileError(r.Err) {
				list[i].Error, list[i].Hint = explain.Error(r.Err)
			} else {
				list[i].Error = r.Name + " was not filed."
			}
		case workspace.ImportOffered:
			offered++
			list[i].Offer = r.Offer.Why
		}
	}
	if failed == 1 && len(results) == 1 && err == nil && !sh.json {
		return results[0].Err
	}
	printErr := sh.print(list, func(out io.Writer) {
		table(out, func(row func(...string)) {
			for _, r := range list {
				switch r.Outcome {
				case workspace.ImportFailed:
					row("not read", "", strings.TrimSpace(r.Error+" "+r.Hint))
				case workspace.ImportOffered:
					row("offered", r.Version.String(), fmt.Sprintf("%s looks like a new version: %s", r.Name, r.Offer))
				default:
					row(string(r.Outcome), r.Version.String(), source.Brief(first(r.Title, r.Name), 80))
				}
				for _, x := range r.Warnings {
					row("", "", "note: "+x)
				}
			}
		})
		fmt.Fprintln(out, workspace.ImportSummary(results))
	})
	if errors.Is(err, context.Canceled) {
		return explain.WithHint(err, "What is listed is on the desk; import the same again to go on.")
	}
	if err = errors.Join(err, printErr); err != nil {
		return err
	}
	if err := sh.refresh(ctx, w); err != nil {
		return err
	}
	if offered > 0 {
		fmt.Fprintln(sh.env.Stderr, "Offered files were not imported: repeat with --accept-versions, --separate or --version-of ARTICLE.")
	}
	switch {
	case failed > 0 && failed == len(results):
		return fmt.Errorf("none of the %s could be read", count(failed, "file", "files"))
	case failed > 0:
		return fmt.Errorf("%d of %d files could not be read; the others went on", failed, len(results))
	case len(results) == 0:
		return errors.New("there is nothing to import in what you named")
	case offered > 0:
		return errFindings
	}
	return nil
}

func parseDay(s string) (time.Time, error) {
	for _, layout := range []string{"2006-01-02", time.RFC3339} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, usagef("%q is no day; write it 2025-05-03", s)
}

// someThere refuses to make a desk for nothing but paths that do not exist.
func (sh *shell) someThere(paths []string) error {
	cfg, err := sh.config(creates)
	if err != nil || store.Exists(cfg.Dir) {
		return err
	}
	var first error
	for _, p := range paths {
		_, err := os.Stat(p)
		if err == nil {
			return nil
		}
		if first == nil {
			first = err
		}
	}
	return first
}
