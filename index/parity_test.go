package index

import (
	"errors"
	"slices"
	"testing"
	"time"

	"stet/index/newsgen"
	"stet/index/source"
)

// parityQueries cover every part of a plan.
func parityQueries() []Query {
	day := func(s string) time.Time { t, _ := time.Parse("2006-01-02", s); return t }
	texts := []string{
		"", "fire", "warehouse fire", "killed at least 12", `"rescue services"`, `"told reporters" minister`, `"people were killed"`,
		"rescue -police", `explosion -"officials said"`, "surviv*", "earthquak~", "hospitl~2", "the of", "Flearoux mine accident officials",
		"outlet:coastal ferry", "kind:headline killed", "from:2024-01-05 to:2024-01-08 bridge", "lang:en storm", "nosuchword", "-storm", `"`, "outlet:nosuch fire",
		"people were killed on thursday officials said hospital wounded missing",
		"a b c d e f g h i j k l m n o p q r s t u v w x y z one killed in flearoux two three four five six seven eight nine ten fire",
	}
	var out []Query
	for _, s := range texts {
		out = append(out, Query{Text: s}, Query{Text: s, Latest: true}, Query{Text: s, Sort: ByDate})
	}
	return append(out,
		Query{Text: "ferr", Typing: true},
		Query{Text: "fire", Outlets: []string{"Coastal Wire", "Norrby Courier"}},
		Query{Text: "fire", From: day("2024-01-04"), To: day("2024-01-06")},
		Query{Text: "killed", Kind: source.MarkHeadline},
		Query{Text: "killed", Kind: KindBody, Latest: true},
		Query{Text: "hospital", Articles: []source.ArticleID{newsgen.ID(3), newsgen.ID(9)}},
		Query{Text: "hospital", Role: source.Material},
		Query{Text: "hospital", Role: source.Story},
		Query{Text: "hospital", Lang: "de"},
	)
}

// The fast path looks into Bleve's segments; the native one asks Bleve. They
// must find, count and order the same passages, also while an index holds
// several segments and deleted passages.
func TestBothPathsFindTheSame(t *testing.T) {
	items := generated(120)
	x := open(t, "", newDesk(items...), items[:60]...)
	for _, it := range items[60:] {
		if err := x.Put(t.Context(), 200, []Item{it}); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Remove(t.Context(), 201, items[5].Version.ID, items[70].Version.ID); err != nil {
		t.Fatal(err)
	}
	for _, q := range parityQueries() {
		q.Limit = Candidates // what both score from the text
		x.native = false
		fast := search(t, x, q)
		x.native = true
		slow := search(t, x, q)
		if fast.Total != slow.Total || fast.Full != slow.Full || fast.Articles != slow.Articles {
			t.Errorf("%+v: fast counts %d passages (%d full, %d articles), native %d (%d, %d)", q,
				fast.Total, fast.Full, fast.Articles, slow.Total, slow.Full, slow.Articles)
		}
		if !slices.Equal(fast.Facets.Outlets, slow.Facets.Outlets) || !slices.Equal(fast.Facets.Months, slow.Facets.Months) {
			t.Errorf("%+v: facets differ: %v and %v", q, fast.Facets, slow.Facets)
		}
		if fast.Total > Candidates && q.Sort != ByDate && q.Text != "" {
			continue // the two choose their candidates by different scores
		}
		for i := range max(len(fast.Hits), len(slow.Hits)) {
			if i >= len(fast.Hits) || i >= len(slow.Hits) || fast.Hits[i].Place() != slow.Hits[i].Place() {
				t.Errorf("%+v: hit %d of %d differs from hit %d of %d", q, i, len(fast.Hits), i, len(slow.Hits))
				break
			}
		}
	}
}

func TestBothPathsFindTheSameEvidence(t *testing.T) {
	items := generated(30)
	x, _ := inMemory(t, items...)
	for _, need := range []Need{
		{Text: "At least 21 people were killed in a mine accident"},
		{Text: "nineteen others wounded", Figures: []float64{19}},
		{Text: "zzz", Exact: []string{"officials said"}},
		{Text: "rescue workers", Not: []source.VersionID{items[0].Version.ID}, Latest: true},
	} {
		x.native = false
		fast, err := x.Passages(t.Context(), need, 300)
		if err != nil {
			t.Fatal(err)
		}
		x.native = true
		slow, err := x.Passages(t.Context(), need, 300)
		if err != nil {
			t.Fatal(err)
		}
		same := func(a, b Hit) bool { return a.Place() == b.Place() && a.Score == b.Score }
		if len(fast) == 0 || !slices.EqualFunc(fast, slow, same) {
			t.Errorf("%+v: %d passages, natively %d", need, len(fast), len(slow))
		}
	}
}

func TestAReaderOfAnotherKindIsRefused(t *testing.T) {
	if _, err := openSegments(nil); !errors.Is(err, errInternals) {
		t.Fatalf("got %v", err)
	}
}
