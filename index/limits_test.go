package index

import (
	"testing"
	"time"
)

func TestLimitsOfAQueryKeepWhatWasTypedAsFilterAndDropTheWords(t *testing.T) {
	x, _ := inMemory(t, ferryAndStadium()...)
	for _, c := range []struct {
		q        Query
		articles int
	}{
		{Query{Text: "zeppelin"}, 3},
		{Query{Text: `"the ferry" -storm zeppelin*`}, 3},
		{Query{Text: "zeppelin outlet:wire"}, 3},
		{Query{Text: "zeppelin outlet:elsewhere"}, 0},
		{Query{Text: "zeppelin from:2025-02"}, 0},
		{Query{Text: "zeppelin to:2025-02-01 kind:headline lang:en"}, 3},
		{Query{Text: "zeppelin", From: time.Date(2025, 2, 1, 0, 0, 0, 0, time.UTC)}, 0},
	} {
		if p := search(t, x, c.q.Limits()); p.Articles != c.articles {
			t.Errorf("%q searches %d articles, want %d (%q)", c.q.Text, p.Articles, c.articles, c.q.Limits().Text)
		}
	}
}
