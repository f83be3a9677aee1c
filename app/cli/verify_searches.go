package cli

import (
	"context"
	"fmt"
	"io"

	"stet/app/explain"
	"stet/app/workspace"
	"stet/index/source"
)

type repeatedJSON struct {
	Entry    uint64      `json:"entry"`
	Head     source.Hash `json:"head"`
	Query    string      `json:"query"`
	Scope    string      `json:"scope"`
	Hits     int         `json:"hits"`     // the receipt's
	Articles int         `json:"articles"` // searched, as the receipt says
	Found    int         `json:"found"`    // now
	Within   int         `json:"within"`   // articles they stand in
	Searched int         `json:"searched"`
	Matches  bool        `json:"matches"`
	Not      string      `json:"notRepeated,omitempty"`
}

// found is what a search finds now, in the words in which stet search says it.
func (r repeatedJSON) found() string {
	return count(r.Found, "passage", "passages") + " in " + count(r.Within, "article", "articles")
}

// verifySearches makes the kept searches again.
func (sh *shell) verifySearches(ctx context.Context, w *workspace.Workspace) error {
	on, done := sh.progress("searching again")
	again, err := w.RepeatSearches(ctx, on)
	done()
	if err != nil {
		return err
	}
	list, bad := []repeatedJSON{}, 0
	for _, r := range again {
		if !r.OK() {
			bad++
		}
		list = append(list, repeatedJSON{r.Seq, r.Head, r.Query, r.Scope, r.Hits, r.Articles, r.Found, r.Within, r.Searched, r.OK(), r.Not})
	}
	err = sh.print(map[string]any{"searches": list, "problems": bad}, func(o io.Writer) {
		for _, r := range list {
			what := fmt.Sprintf("entry %d  “%s”, %s: %s, %s searched", r.Entry, r.Query, r.Scope, count(r.Hits, "passage", "passages"), count(r.Articles, "article", "articles"))
			switch {
			case r.Not != "":
				fmt.Fprintf(o, "%s; not made again: %s\n", what, r.Not)
			case !r.Matches:
				fmt.Fprintf(o, "does not match: %s; made again: %s, %s searched\n", what, r.found(), count(r.Searched, "article", "articles"))
			default:
				fmt.Fprintf(o, "%s; the same again: %s\n", what, r.found())
			}
		}
		fmt.Fprintln(o, count(len(list), "kept search", "kept searches"))
	})
	if err == nil && bad > 0 {
		return explain.WithHint(fmt.Errorf("%s found something else when made again", count(bad, "kept search", "kept searches")),
			"Another version of Stet may read words differently; look at what is found now with stet search.")
	}
	return err
}
