package workspace

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stet/claims/concordance"
)

var updateStories = flag.Bool("update-stories", false, "write the golden concordances; check every row by hand")

// storyFiles reads a news story in the words of several outlets, files between lines
// "-- name --": what comes of one file is an article, of -v2 its next version.
func storyFiles(t *testing.T, path string) (names, texts []string) {
	t.Helper()
	data, err := os.ReadFile(path)
	check(t, err)
	for _, part := range strings.Split("\n"+string(data), "\n-- ")[1:] {
		name, text, _ := strings.Cut(part, " --\n")
		names, texts = append(names, name), append(texts, text+"\n")
	}
	return names, texts
}

// TestInventedStoriesReadAsTheyShould compares the concordances of four stories
// with what was checked row by row by hand: wire copies, partial quotes, quotes
// trimmed with and without an ellipsis, joined, given to another speaker, with the
// negation dropped or the name spelt otherwise, translated, and reported in other
// words.
func TestInventedStoriesReadAsTheyShould(t *testing.T) {
	paths, err := filepath.Glob("testdata/quotes/*.txtar")
	check(t, err)
	if len(paths) != 4 {
		t.Fatalf("%d stories", len(paths))
	}
	articles := regexp.MustCompile(`, [0-9a-z]{5} (v\d)`) // their names are random
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			w := desk(t)
			names, texts := storyFiles(t, path)
			for i, name := range names {
				versions := SeparateArticles
				if strings.Contains(name, "-v2") {
					versions = AcceptVersions
				}
				bring(t, w, name, texts[i], ImportOptions{Versions: versions})
			}
			list, err := w.Utterances(context.Background(), nil)
			check(t, err)
			var wanted []*concordance.Utterance
			for i := range list {
				if (concordance.Filter{}).Fits(&list[i]) {
					wanted = append(wanted, &list[i])
				}
			}
			var parts []string
			for _, u := range wanted {
				parts = append(parts, articles.ReplaceAllString(u.Plain(), ", $1"))
			}
			slices.Sort(parts)
			got := strings.Join(parts, "\n")
			golden := strings.TrimSuffix(path, ".txtar") + ".golden"
			if *updateStories {
				check(t, os.WriteFile(golden, []byte(got), 0o600))
			}
			want, err := os.ReadFile(golden)
			check(t, err)
			if got != string(want) {
				t.Errorf("reads\n%s\nwant\n%s", got, want)
			}
		})
	}
}
