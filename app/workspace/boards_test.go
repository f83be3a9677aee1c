package workspace

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stet/claims/toll"
	"stet/index/source"
)

// TestBoardsOfWholeEvents imports the articles that several outlets wrote of one event
// over days and compares the boards with testdata/boards/EVENT/board.txt, which was
// checked against the articles row by row. Write it with UPDATE=1 and check it again.
func TestBoardsOfWholeEvents(t *testing.T) {
	dirs, err := filepath.Glob("testdata/boards/*")
	check(t, err)
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			got := boardsOf(t, dir)
			path := filepath.Join(dir, "board.txt")
			want, err := os.ReadFile(path)
			if err == nil && string(want) == got {
				return
			}
			if os.Getenv("UPDATE") != "" {
				check(t, os.WriteFile(path, []byte(got), 0o644))
				return
			}
			t.Errorf("the boards are\n%s\nwant\n%s", got, want)
		})
	}
}

// boardsOf imports a folder, NAME.v1.md before NAME.v2.md, and writes the boards of
// what it proposes, with the names of the files.
func boardsOf(t *testing.T, dir string) string {
	t.Helper()
	ctx := context.Background()
	w := reopen(t, t.TempDir(), Config{Create: true})
	files, err := filepath.Glob(filepath.Join(dir, "*.md"))
	check(t, err)
	slices.Sort(files)
	articles, names := map[string]source.ArticleID{}, map[string]string{}
	for _, f := range files {
		name, _, _ := strings.Cut(filepath.Base(f), ".")
		list, err := w.Import(ctx, []string{f}, ImportOptions{Versions: SeparateArticles, VersionOf: articles[name]})
		check(t, err)
		articles[name] = list[0].Version.Article
		names[string(articles[name])] = name
	}
	events, err := w.TollEvents(ctx)
	check(t, err)
	var out strings.Builder
	for _, e := range events {
		b, err := w.Toll(ctx, e.Key)
		check(t, err)
		fmt.Fprintf(&out, "%s: %s, %s\n", b.Event.Name, b.Event.Place, toll.WindowWords(b.Event, ""))
		for _, g := range b.Groups {
			fmt.Fprintf(&out, "\n  %s: %s, %s, sources %d\n", toll.Heading(b.Event, g), g.State, g.Said(), g.Sources)
			for _, r := range g.Rows {
				writeRow(&out, r, "    ", names)
			}
		}
		if len(b.Aside) > 0 {
			fmt.Fprintln(&out, "\n  Not compared")
		}
		for _, r := range b.Aside {
			writeRow(&out, r, "    ", names)
		}
		fmt.Fprintln(&out)
		for _, f := range b.Flags {
			fmt.Fprintf(&out, "  %s, %s: %s\n", f.Level, f.Rule, f.Why)
		}
		fmt.Fprintln(&out)
	}
	return strings.TrimRight(out.String(), "\n") + "\n"
}

func writeRow(out *strings.Builder, r toll.Row, indent string, names map[string]string) {
	mark := string(r.Standing)
	if r.Role != toll.Toll {
		mark = string(r.Role)
	}
	who := r.Attribution
	if who == "" {
		who = "nobody"
	}
	fmt.Fprintf(out, "%s%s “%s”, %s, %s@%d, %s, %s\n", indent, toll.Say(r.Range), r.Words, who, names[string(r.Version.Article)], r.Version.N, r.At.UTC().Format("2 Jan 15:04"), mark)
	for _, x := range r.Parts {
		writeRow(out, x, indent+"  ", names)
	}
	for _, x := range r.Copies {
		writeRow(out, x, indent+"= ", names)
	}
	for _, x := range r.Earlier {
		writeRow(out, x, indent+"< ", names)
	}
}
