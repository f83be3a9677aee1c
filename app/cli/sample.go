package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"stet/app/explain"
	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

func (sh *shell) sampleCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "sample FOLDER",
		Short: "Make the sample desk, to look around in",
		Long: `Make the sample desk in a new folder: articles of five invented outlets in several
versions, with claims, evidence, verdicts and a review, as a desk has them after a
fortnight. Nothing in it is real. It says what to try next.`,
		Example: "  stet sample ~/desks/sample",
		Args:    needs(1, 1, "the folder to make"),
		RunE:    func(c *cobra.Command, args []string) error { return sh.sample(c, args[0]) },
	}
}

func (sh *shell) sample(c *cobra.Command, dir string) (err error) {
	list, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("making the sample desk: %w", err)
	}
	if len(list) > 0 {
		return explain.WithHint(fmt.Errorf("%s is not empty", dir), "name a folder that does not exist yet")
	}
	who, err := sh.who()
	if err != nil {
		return err
	}
	on, done := sh.progress("making the sample desk")
	w, err := workspace.Sample(c.Context(), workspace.Config{Dir: dir, Who: who, Name: filepath.Base(dir), Now: sh.env.Now, Rand: sh.env.Rand}, on)
	done()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	if err := sh.refresh(c.Context(), w); err != nil {
		return err
	}
	var articles, versions, made int
	var story source.ArticleID
	var claim claims.ID
	w.View(func(s *ledger.State) {
		articles, made = len(s.Filed), len(s.Live())
		for _, id := range s.Filed {
			versions += len(s.Articles[id].Versions)
			if s.Articles[id].Role == source.Story && story == "" {
				story = id
			}
		}
		if made > 0 {
			claim = s.Live()[0].ID
		}
	})
	return sh.print(map[string]any{"desk": w.Dir(), "articles": articles, "versions": versions, "claims": made}, func(o io.Writer) {
		fmt.Fprintf(o, "made the sample desk in %s: %d articles in %d versions, %d claims\n\nTry, there:\n", dir, articles, versions, made)
		fmt.Fprintf(o, "  cd %s\n", dir)
		table(o, func(row func(...string)) {
			for _, x := range [][2]string{
				{"stet check", "what later versions did to the evidence"},
				{"stet compare " + string(story), "what changed in the story that is being checked"},
				{"stet extract " + string(story), "the claims it proposes"},
				{"stet claim show " + string(claim), "a claim with its evidence and verdict"},
				{"stet find " + string(claim), "passages that bear on it"},
				{`stet search '"at least" killed'`, "words in every article"},
				{"stet report -o report.html", "a report; stet verify report.html checks it"},
			} {
				row("  "+x[0], x[1])
			}
		})
	})
}
