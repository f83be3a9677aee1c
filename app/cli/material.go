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
	"stet/claims"
	"stet/claims/ledger"
	"stet/index"
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
					row(string(r.Outcome), r.Version.String(), short(first(r.Title, r.Name), 80))
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
	return sh.print(map[string]any{"hits": hits, "total": p.Total, "articles": p.Articles, "receipt": receipt,
		"outlets": counted(p.Facets.Outlets), "months": counted(p.Facets.Months)}, func(out io.Writer) {
		for _, h := range hits {
			about := []string{first(h.Outlet, "unknown outlet"), first(h.Date, "no date")}
			if h.Headline != "" {
				about = append(about, short(h.Headline, 70))
			}
			fmt.Fprintf(out, "%s  %s\n    %s\n", h.Version, strings.Join(about, " · "), short(h.Snippet, 160))
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
				row(last.ID.String(), string(a.Role), day(last.Date()), first(short(a.Outlet, 24), "unknown outlet"), short(a.Title, 70))
			}
		})
		if len(list) == 0 {
			fmt.Fprintln(out, "No articles yet: stet import FILES")
		}
	})
}
