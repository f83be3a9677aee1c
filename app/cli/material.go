package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"stet/app/workspace"
	"stet/claims/ledger"
	"stet/index/source"
)

func (sh *shell) readCmd() *cobra.Command {
	var original, lines bool
	var jobs int
	c := &cobra.Command{
		Use:     "read VERSION",
		Short:   "Print the canonical text of a version, or its original",
		Long:    "Print the canonical text of a version. With --jsonl, read files or pages from\nrecords on standard input instead, without a desk.",
		Example: "  stet read a7k3p@2\n  stet read a7k3p@2 --original > page.html",
		RunE: func(c *cobra.Command, args []string) error {
			if lines {
				return runBatch(c.Context(), args, sh.env.Stdin, sh.env.Stdout, jobs, readRecord)
			}
			id, err := oneVersion(args)
			if err != nil {
				return err
			}
			if original && sh.json {
				return usagef("--original prints bytes as they came, --json one document; choose one")
			}
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				if original {
					b, err := w.Original(ctx, id)
					if err == nil {
						_, err = sh.env.Stdout.Write(b)
					}
					return err
				}
				v, t, err := w.Read(ctx, id)
				if err != nil {
					return err
				}
				return sh.print(map[string]any{"version": v.Version, "text": t}, func(out io.Writer) { fmt.Fprintln(out, t.Body) })
			})
		},
	}
	c.Flags().BoolVar(&original, "original", false, "print the bytes it was read from")
	batchFlags(c, &lines, &jobs)
	return c
}

func batchFlags(c *cobra.Command, lines *bool, jobs *int) {
	c.Flags().BoolVar(lines, "jsonl", false, "one JSON record a line in, one out; files or standard input, .gz too (see stet help records)")
	c.Flags().IntVarP(jobs, "jobs", "j", 0, "with --jsonl: work on this `NUMBER` of records at once (0: one per core)")
}

func oneVersion(args []string) (source.VersionID, error) {
	if len(args) != 1 {
		return source.VersionID{}, usagef("name one version, such as a7k3p@2 (or a7k3p for the latest)")
	}
	id, err := source.ParseVersionID(args[0])
	if err != nil {
		return id, usageError{err}
	}
	return id, nil
}

// articleJSON is an article with its versions.
type articleJSON struct {
	source.Article
	Title    string           `json:"title"`
	Versions []source.Version `json:"versions"`
}

func (sh *shell) articleCmd() *cobra.Command {
	var outlet, role string
	var hide, show bool
	c := &cobra.Command{
		Use:   "article [VERSION]",
		Short: "List the articles, show one, or file it differently",
		Long: `List the articles, newest version each, or show one with its versions. --outlet and
--role-of file it differently, --hide takes one version nobody cites out of lists
and search.`,
		Example: "  stet article\n  stet article a7k3p --role-of story --outlet 'Norrby Courier'\n  stet article a7k3p@2 --hide",
		Args:    needs(0, 1, "one article"),
		RunE: func(c *cobra.Command, args []string) error {
			files, shows := outlet != "" || role != "", hide || show
			if hide && show || files && shows {
				return usagef("one thing at a time: --hide, --show, or --outlet and --role-of")
			}
			if role != "" {
				r, err := oneOf("role of an article", role, []source.Role{source.Story, source.Material})
				if err != nil {
					return err
				}
				role = string(r)
			}
			if len(args) == 0 && (files || shows) {
				return usagef("name the article")
			}
			if len(args) == 0 {
				return sh.with(c, reads, func(_ context.Context, w *workspace.Workspace) error { return sh.listArticles(w) })
			}
			id, err := oneVersion(args)
			if err != nil {
				return err
			}
			if !files && !shows {
				return sh.with(c, reads, func(_ context.Context, w *workspace.Workspace) error { return sh.showArticle(w, id) })
			}
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				if shows {
					return sh.hide(ctx, w, id, hide)
				}
				if err := w.FileArticle(ctx, id.Article, func(a *source.Article) {
					a.Outlet = first(outlet, a.Outlet)
					a.Role = source.Role(first(role, string(a.Role)))
				}); err != nil {
					return err
				}
				return sh.showArticle(w, id)
			})
		},
	}
	c.Flags().StringVar(&outlet, "outlet", "", "the `OUTLET` that published it")
	c.Flags().StringVar(&role, "role-of", "", "its `ROLE`: story (the piece being checked) or source")
	c.Flags().BoolVar(&hide, "hide", false, "take this version out of lists and search")
	c.Flags().BoolVar(&show, "show", false, "bring it back")
	return c
}

// hide takes a version out of lists and search, or brings it back. A hidden
// version is not the latest one, so it must be named with its number.
func (sh *shell) hide(ctx context.Context, w *workspace.Workspace, id source.VersionID, hidden bool) error {
	if id.N == 0 {
		return usagef("name the version with its number, such as %s@2", id.Article)
	}
	if err := w.HideVersion(ctx, id, hidden); err != nil {
		return err
	}
	state := "is in lists and search"
	if hidden {
		state = "is out of lists and search; --show brings it back"
	}
	return sh.said(map[string]any{"version": id, "hidden": hidden}, "%s %s", id, state)
}

func (sh *shell) showArticle(w *workspace.Workspace, id source.VersionID) error {
	var x articleJSON
	var err error
	w.View(func(s *ledger.State) {
		a := s.Articles[id.Article]
		if a == nil {
			_, err = s.Version(id)
			return
		}
		x = articleJSON{Article: a.Article, Versions: []source.Version{}}
		for _, v := range a.Versions {
			if !v.Hidden && (id.N == 0 || id.N == v.ID.N) {
				x.Title = v.Title()
				x.Versions = append(x.Versions, v.Version)
			}
		}
	})
	if err != nil {
		return err
	}
	return sh.print(x, func(out io.Writer) {
		fmt.Fprintf(out, "%s  %s · %s · %s\n", x.ID, x.Role, first(x.Outlet, "unknown outlet"), x.Title)
		table(out, func(row func(...string)) {
			for _, v := range x.Versions {
				row("  "+v.ID.String(), first(day(v.Date()), "no date"), count(v.Words, "word", "words"), v.Origin, v.Original.Short())
			}
		})
	})
}

func (sh *shell) listArticles(w *workspace.Workspace) error {
	list := []articleJSON{}
	w.View(func(s *ledger.State) {
		for _, id := range s.Filed {
			a := s.Articles[id]
			latest := a.Latest()
			if latest == nil {
				continue
			}
			x := articleJSON{Article: a.Article, Title: latest.Title()}
			for _, v := range a.Versions {
				if !v.Hidden {
					x.Versions = append(x.Versions, v.Version)
				}
			}
			list = append(list, x)
		}
	})
	return sh.print(list, func(out io.Writer) {
		table(out, func(row func(...string)) {
			for _, a := range list {
				last := a.Versions[len(a.Versions)-1]
				row(last.ID.String(), string(a.Role), day(last.Date()), first(source.Brief(a.Outlet, 24), "unknown outlet"), source.Brief(a.Title, 70))
			}
		})
		if len(list) == 0 {
			fmt.Fprintln(out, "No articles yet: stet import FILES")
		}
	})
}
