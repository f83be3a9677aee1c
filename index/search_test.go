package index

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"stet/index/source"
)

// harbour is a small desk: two outlets, two events, two versions of one
// article, and a story that is being checked.
func harbour() []Item {
	story := item("ddddd", 1, "Norrby Courier", "20250505", "What we know about the fire",
		"Twelve people died in the harbour, our reporter writes.")
	story.Article.Role = source.Story
	v2 := item("aaaaa", 2, "Coastal Wire", "20250504", "Fire at Norrby harbour kills 15",
		"At least 15 people were killed on Saturday, the fire service said.",
		"“We must rebuild,” the mayor, Ana Kjær, told reporters. “We shall not wait.”")
	return []Item{
		item("aaaaa", 1, "Coastal Wire", "20250503", "Fire at Norrby harbour kills 12",
			"At least 12 people were killed on Saturday, the fire service said.",
			"“We must rebuild,” the mayor, Ana Kjær, told reporters."),
		v2,
		item("bbbbb", 1, "Norrby Courier", "20250504", "Dozens evacuated as warehouse burns",
			"Police evacuated dozens from the harbour. No drill had prepared them.",
			"The mayor did not rebuild what burned in 1999."),
		item("ccccc", 1, "Inland Agency", "20250110", "Ferry sinks off Halden",
			"Nineteen people were missing after a ferry sank, the coastguard said.",
			"A drill was held the week before."),
		story,
	}
}

func TestSearchFindsByMeaningOfTheSyntax(t *testing.T) {
	x, d := inMemory(t, harbour()...)
	for _, c := range []struct {
		q    Query
		want []string // beginnings of the passages, best first
	}{
		{Query{Text: "evacuation"}, []string{"Police evacuated", "Dozens evacuated"}},
		{Query{Text: `"must rebuild"`, Latest: true}, []string{"“We must rebuild"}},
		{Query{Text: `"rebuild must"`}, nil},
		{Query{Text: "rebuild -must"}, []string{"The mayor did not rebuild"}},
		{Query{Text: `drill -"a drill"`}, []string{"Police evacuated"}},
		{Query{Text: "coastg*"}, []string{"Nineteen people"}},
		{Query{Text: "coastgurd~"}, []string{"Nineteen people"}},
		{Query{Text: "ferr", Typing: true}, []string{"Nineteen people", "Ferry sinks"}},
		{Query{Text: "kjaer", Latest: true}, []string{"“We must rebuild"}},
		{Query{Text: "19 missing"}, []string{"Nineteen people"}},
		{Query{Text: "missing outlet:inland"}, []string{"Nineteen people"}},
		{Query{Text: "missing outlet:nowhere"}, nil},
		{Query{Text: "people", Role: source.Story}, []string{"Twelve people died"}},
		{Query{Text: "harbour kind:headline to:2025-05-03"}, []string{"Fire at Norrby harbour kills 12"}},
		{Query{Text: "people", Articles: []source.ArticleID{"ccccc"}}, []string{"Nineteen people"}},
		{Query{Text: "people", From: time.Date(2025, 5, 5, 13, 0, 0, 0, time.UTC)}, []string{"Twelve people died"}},
		{Query{Text: "drill", Sort: ByDate}, []string{"Police evacuated", "A drill was held"}},
		{Query{Text: "drill", Lang: "fr"}, nil},
		{Query{Text: "did not", Outlets: []string{"Norrby Courier"}}, []string{"The mayor did not"}},
	} {
		p := search(t, x, c.q)
		got := words(t, d, p.Hits)
		ok := len(got) == len(c.want) && p.Total == len(c.want)
		for i := range got {
			ok = ok && i < len(c.want) && strings.HasPrefix(got[i], c.want[i])
		}
		if !ok {
			t.Errorf("%+v: %d passages %q, want %q", c.q, p.Total, got, c.want)
		}
	}
}

func TestAQuoteIsFoundOverTheBorderOfParagraphs(t *testing.T) {
	x, d := inMemory(t, item("aaaaa", 1, "Wire", "20250101", "Speech", "The mayor spoke for an hour.",
		"“We shall not wait for the capital to help us.", "“We shall build on our own,” she said.", "She left."))
	p := search(t, x, Query{Text: `"to help us. We shall build"`})
	if p.Total != 1 || p.Full != 1 || p.Articles != 1 || len(p.Hits) != 1 {
		t.Fatalf("got %+v", p)
	}
	if got := words(t, d, p.Hits)[0]; !strings.HasPrefix(got, "“We shall not") || !strings.HasSuffix(got, "own,” she said.") {
		t.Errorf("the passages are %q", got)
	}
	h := p.Hits[0]
	if len(h.Snippet.Marks) != 1 || h.Snippet.Marks[0].Of(h.Snippet.Text) != "to help us.  “We shall build" {
		t.Errorf("marked %v in %q", h.Snippet.Marks, h.Snippet.Text)
	}
	for _, none := range []string{`"help us we build on our own"`, `"us we"`, `"to help us. We shall build" outlet:other`} {
		if p := search(t, x, Query{Text: none}); p.Total != 0 || len(p.Hits) != 0 {
			t.Errorf("%s finds %+v", none, p.Hits)
		}
	}
}

func TestOnlyNewestVersionsAreShownWhenAsked(t *testing.T) {
	x, _ := inMemory(t, harbour()...)
	if p := search(t, x, Query{Text: "12"}); p.Total != 3 { // headline, lead, and "Twelve" in the story
		t.Errorf("%d passages with 12, want 3", p.Total)
	}
	p := search(t, x, Query{Text: "killed", Latest: true})
	for _, h := range p.Hits {
		if h.Version.Article == "aaaaa" && h.Version.N != 2 {
			t.Errorf("an older version is shown: %v", h.Version)
		}
	}
	if p.Total != 2 {
		t.Errorf("%d passages, want 2", p.Total)
	}
	if err := x.Remove(t.Context(), 9, source.VersionID{Article: "aaaaa", N: 2}); err != nil {
		t.Fatal(err)
	}
	if p := search(t, x, Query{Text: "killed", Latest: true}); p.Total != 2 || p.Hits[0].Version.N != 1 {
		t.Errorf("after removing version 2, version 1 is the newest: %+v", p.Hits)
	}
}

func TestPassagesWithAllWordsComeFirst(t *testing.T) {
	x, d := inMemory(t,
		item("aaaaa", 1, "Wire", "20250101", "One", "Storm storm storm storm."),
		item("bbbbb", 1, "Wire", "20250101", "Two", "A long sentence about a storm that in the end and after very much else mentions a bridge."),
	)
	p := search(t, x, Query{Text: "storm bridge"})
	if got := words(t, d, p.Hits); p.Total != 2 || p.Full != 1 || !strings.HasPrefix(got[0], "A long") {
		t.Errorf("%d passages, %d with all words: %q", p.Total, p.Full, got)
	}
}

func TestAWordOfTheHeadlineAloneFindsTheHeadlineAlone(t *testing.T) {
	x, d := inMemory(t, harbour()...)
	p := search(t, x, Query{Text: "warehouse"})
	if got := words(t, d, p.Hits); len(got) != 1 || !strings.HasPrefix(got[0], "Dozens evacuated as warehouse") {
		t.Errorf("got %q", got)
	}
	p = search(t, x, Query{Text: "warehouse police"})
	if got := words(t, d, p.Hits); len(got) != 2 || p.Full != 1 || !strings.HasPrefix(got[0], "Police") {
		t.Errorf("the headline's words count for a passage that holds another: %d full, %q", p.Full, got)
	}
}

func TestMatchesAreMarkedInTextAndSnippet(t *testing.T) {
	x, d := inMemory(t, harbour()...)
	p := search(t, x, Query{Text: `mayor "told reporters" kjær`, Latest: true})
	if len(p.Hits) != 1 {
		t.Fatalf("%d hits", len(p.Hits))
	}
	h := p.Hits[0]
	_, text, err := d.text(t.Context(), h.Version)
	if err != nil {
		t.Fatal(err)
	}
	var inText, inSnippet []string
	for _, m := range h.Terms {
		inText = append(inText, m.Of(text.Body))
	}
	for _, m := range h.Snippet.Marks {
		inSnippet = append(inSnippet, m.Of(h.Snippet.Text))
	}
	want := []string{"mayor", "Kjær", "told reporters"}
	if !slices.Equal(inText, want) || !slices.Equal(inSnippet, want) {
		t.Errorf("marked %q and %q, want %q", inText, inSnippet, want)
	}
	if h.Headline != "Fire at Norrby harbour kills 15" || h.Outlet != "Coastal Wire" || h.Date.Format("2006-01-02") != "2025-05-04" || h.Kind != KindBody {
		t.Errorf("the hit tells %+v", h)
	}
}

func TestALongPassageIsCutAroundWhatMatched(t *testing.T) {
	long := strings.Repeat("Nothing of note was said about it, ", 40) + "but the ferryman, who was called Aksel, waited, " + strings.Repeat("and nobody came at all, ", 40) + "so it ends."
	x, _ := inMemory(t, item("aaaaa", 1, "Wire", "20250101", "Long", long))
	h := search(t, x, Query{Text: "ferryman Aksel"}).Hits[0]
	s := h.Snippet
	if len(s.Text) > 2*snippetBytes || !strings.HasPrefix(s.Text, "… ") || !strings.HasSuffix(s.Text, " …") {
		t.Errorf("the snippet is %q", s.Text)
	}
	if len(s.Marks) != 2 || s.Marks[0].Of(s.Text) != "ferryman" || s.Marks[1].Of(s.Text) != "Aksel" {
		t.Errorf("marks %v in %q", s.Marks, s.Text)
	}
}

func TestASnippetBeginsCloseBeforeItsFirstMark(t *testing.T) {
	for _, tail := range []string{".", ", and that was all the harbour master wanted to say about it."} {
		text := "Five people were still missing, the chief told reporters at the gate, and three were found in a stairwell" + tail
		x, _ := inMemory(t, item("aaaaa", 1, "Wire", "20250101", "Gate", text))
		s := search(t, x, Query{Text: "stairwell"}).Hits[0].Snippet
		if len(s.Marks) != 1 || s.Marks[0].Of(s.Text) != "stairwell" || s.Marks[0].Start > snippetLead+len("… ") {
			t.Errorf("marks %v in %q", s.Marks, s.Text)
		}
	}
}

func FuzzSnippetsFit(f *testing.F) {
	f.Add(strings.Repeat("ø", 900), 10, 14)
	f.Add(strings.Repeat("word and ", 200), 900, 904)
	f.Fuzz(func(t *testing.T, passage string, a, b int) {
		m := source.Span{Start: a, End: b}
		passage = strings.ToValidUTF8(passage, "")
		if !m.Fits(passage) || m.Empty() {
			return
		}
		s := snippet(passage, []source.Span{m})
		for _, k := range s.Marks {
			if !k.Fits(s.Text) || k.Of(s.Text) != flat(m.Of(passage)) {
				t.Fatalf("the mark covers %q, not %q", k.Of(s.Text), m.Of(passage))
			}
		}
	})
}

func TestFacetsCountAllMatchesNotOnlyThePage(t *testing.T) {
	x, _ := inMemory(t, harbour()...)
	p := search(t, x, Query{Text: "people", Limit: 1})
	want := Facets{
		Outlets: []Count{{"Coastal Wire", 2}, {"Inland Agency", 1}, {"Norrby Courier", 1}},
		Months:  []Count{{"2025-01", 1}, {"2025-05", 3}},
	}
	if !slices.Equal(p.Facets.Outlets, want.Outlets) || !slices.Equal(p.Facets.Months, want.Months) || p.Articles != 3 || len(p.Hits) != 1 {
		t.Errorf("got %+v over %d articles", p.Facets, p.Articles)
	}
	if q := search(t, x, Query{Text: "people", Quick: true}); q.Total != 0 || len(q.Hits) != 4 {
		t.Errorf("a quick search counts %d and shows %d", q.Total, len(q.Hits))
	}
}

func TestPagesFollowOneAnother(t *testing.T) {
	x, _ := inMemory(t, generated(60)...)
	seen := map[source.Place]bool{}
	n := 0
	for off := 0; ; off += 37 {
		p := search(t, x, Query{Text: "people killed hospital", Offset: off, Limit: 37})
		for _, h := range p.Hits {
			if seen[h.Place()] {
				t.Fatalf("the passage %v is on two pages", h.Place())
			}
			seen[h.Place()] = true
		}
		n = p.Total
		if len(p.Hits) == 0 {
			break
		}
	}
	if len(seen) != n || n < 2*Candidates {
		t.Errorf("%d passages on all pages, %d in total", len(seen), n)
	}
}

func TestAnEmptyQueryShowsTheNewestFirst(t *testing.T) {
	x, _ := inMemory(t, harbour()...)
	p := search(t, x, Query{Limit: 100})
	if p.Total != 14 || len(p.Hits) != 14 {
		t.Fatalf("%d passages, %d shown", p.Total, len(p.Hits))
	}
	for i := range p.Hits[1:] {
		if p.Hits[i].Date.Before(p.Hits[i+1].Date) {
			t.Errorf("hit %d is older than hit %d", i, i+1)
		}
	}
}

func TestAPassageWhoseTextIsGoneIsNotShown(t *testing.T) {
	items := harbour()
	x, d := inMemory(t, items...)
	delete(d.items, items[3].Version.ID)
	x.texts.forget(items[3].Version.ID)
	p := search(t, x, Query{Text: "people"})
	for _, h := range p.Hits {
		if h.Version == items[3].Version.ID {
			t.Errorf("it is shown: %+v", h)
		}
	}
	if len(p.Hits) != 3 {
		t.Errorf("%d hits, want the 3 that are left", len(p.Hits))
	}
}

func TestSearchEndsWhenItsContextDoes(t *testing.T) {
	x, _ := inMemory(t, generated(5)...)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := x.Search(ctx, Query{Text: "killed"}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := x.Passages(ctx, Need{Text: "killed"}, 5); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestSearchesAndWritesRunTogether(t *testing.T) {
	items := generated(60)
	d := newDesk(items...)
	x := open(t, t.TempDir()+"/index", d, items[:20]...)
	stop := make(chan error, 1)
	go func() {
		for i, it := range items[20:] {
			if err := x.Put(context.Background(), uint64(100+i), []Item{it}); err != nil {
				stop <- err
				return
			}
		}
		stop <- nil
	}()
	last := 0
	for {
		p := search(t, x, Query{Text: "killed", Limit: 5})
		if p.Total < last {
			t.Fatalf("passages were lost: %d, then %d", last, p.Total)
		}
		last = p.Total
		select {
		case err := <-stop:
			if err != nil {
				t.Fatal(err)
			}
			if p := search(t, x, Query{Text: "killed"}); p.Articles != 60 {
				t.Errorf("%d articles, want 60", p.Articles)
			}
			return
		default:
		}
	}
}

func TestOtherLanguagesAreStemmedOrFoundByTheirWords(t *testing.T) {
	german := item("eeeee", 1, "Bote", "20250101", "Brand im Hafen", "Die Feuerwehrleute retteten viele Häuser.")
	german.Version.Lang = "de-AT"
	ukrainian := item("fffff", 1, "Вісник", "20250101", "Пожежа в порту", "Рятувальники врятували дванадцять людей.")
	ukrainian.Version.Lang = "uk"
	x, _ := inMemory(t, german, ukrainian, harbour()[0])
	for text, want := range map[string]int{
		"haus": 1, "hafens": 1, // stemmed
		"людей": 1, "людина": 0, // as written only
		"rebuilding":   1,
		"lang:de haus": 1, "lang:uk haus": 0,
	} {
		if p := search(t, x, Query{Text: text}); p.Total != want {
			t.Errorf("%q: %d passages, want %d", text, p.Total, want)
		}
	}
	h := search(t, x, Query{Text: "haus"}).Hits[0]
	if len(h.Snippet.Marks) != 1 || h.Snippet.Marks[0].Of(h.Snippet.Text) != "Häuser" {
		t.Errorf("marked %v in %q", h.Snippet.Marks, h.Snippet.Text)
	}
}

func TestSuggestCompletesByFrequency(t *testing.T) {
	x, _ := inMemory(t, harbour()...)
	got, err := x.Suggest(t.Context(), "the ma", 5)
	if err != nil || !slices.Equal(got, []string{"mayor"}) {
		t.Errorf("got %q, %v", got, err)
	}
	got, err = x.Suggest(t.Context(), "p", 2)
	if err != nil || !slices.Equal(got, []string{"people", "police"}) {
		t.Errorf("got %q, %v", got, err)
	}
	if got, err := x.Suggest(t.Context(), " ", 5); err != nil || got != nil {
		t.Errorf("got %q, %v", got, err)
	}
}
