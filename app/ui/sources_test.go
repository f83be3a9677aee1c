package ui

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"stet/app/present"
	"stet/index/source"
)

func TestTheWindowOpensTheSampleDeskAtItsStory(t *testing.T) {
	r := onSample(t)
	r.shot("sample")
	if r.shell.Route.Version.IsZero() || r.w.reader.Version.ID.IsZero() {
		t.Fatal("no article is open")
	}
	if n := len(find(r, func(s *sourceRow) bool { return true })); n < 5 {
		t.Fatalf("the list shows %d articles", n)
	}
	if len(r.w.reader.Marks) == 0 {
		t.Fatal("the text has no marks")
	}
}

func TestTypingSearchesAfterAPause(t *testing.T) {
	r := onSample(t)
	test.Type(r.w.head.search, "sprinklers")
	r.settle()
	if r.w.sources.Results != nil {
		t.Fatal("it searched before the pause")
	}
	r.q.Advance(present.TypingPause)
	r.shot("search")
	if r.w.sources.Results == nil || len(r.w.sources.Results.Hits) == 0 {
		t.Fatal("nothing was found")
	}
	row := find(r, func(*resultRow) bool { return true })
	if len(row) == 0 || len(row[0].text.Marks) == 0 {
		t.Fatal("no result is shown with its words marked")
	}
	r.w.head.search.SetText("")
	r.settle()
	if len(find(r, func(*sourceRow) bool { return true })) == 0 {
		t.Fatal("the list did not come back")
	}
}

func TestTheListCanBeLimitedFromItsMenu(t *testing.T) {
	r := onSample(t)
	p := r.w.made[0].(*sourcesPane)
	p.showFilters()
	r.shot("filters")
	if r.w.win.Canvas().Overlays().Top() == nil {
		t.Fatal("no menu is shown")
	}
	r.w.win.Canvas().Overlays().Remove(r.w.win.Canvas().Overlays().Top())
	all := len(r.w.sources.Rows)
	r.w.sources.SetFilter(present.Filter{Outlet: r.w.sources.Rows[1].Outlet})
	r.settle()
	r.shot("limited")
	if n := len(r.w.sources.Rows); n == 0 || n >= all {
		t.Fatalf("%d of %d articles are shown", n, all)
	}
	chips := find(r, func(c *keyChip) bool { return c.on && c.Tapped_ != nil && c.back.Edge == colourInfo })
	if len(chips) == 0 {
		t.Fatal("the limit is not shown")
	}
}

func TestSearchingEverythingLeavesTheArticle(t *testing.T) {
	r := onSample(t)
	r.shell.Go(r.shell.Route.Reading(r.w.sources.Rows[0].Latest, source.Span{}))
	r.settle()
	r.run(present.ActFindHere)
	if r.w.sources.Filter.Article == "" {
		t.Fatal("finding in an article searches everything")
	}
	r.run(present.ActSearch)
	if r.w.sources.Filter.Article != "" {
		t.Error("searching everything searches one article")
	}
}
