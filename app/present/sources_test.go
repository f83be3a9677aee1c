package present

import (
	"strings"
	"testing"

	"stet/app/workspace"
	"stet/claims/ledger"
	"stet/index/source"
)

func titles(m *Sources) string {
	var out []string
	for _, r := range m.Rows {
		out = append(out, r.Title)
	}
	return strings.Join(out, " | ")
}

func TestTheListIsSortedAndLimited(t *testing.T) {
	r := newRig(t).open()
	m := NewSources(r.Shell)
	r.bring(source.Material, workspace.AcceptVersions, fireV1, fireV2)
	r.bring(source.Material, workspace.SeparateArticles, strike)
	if got := titles(m); got != "Ferry crews end strike | Fire at Norrby harbour kills 15" {
		t.Errorf("newest first: %s", got)
	}
	if n := len(m.Rows[1].Versions); n != 2 {
		t.Errorf("the fire has %d versions", n)
	}
	m.SetOrder(OldestFirst)
	if got := titles(m); got != "Fire at Norrby harbour kills 15 | Ferry crews end strike" {
		t.Errorf("oldest first: %s", got)
	}
	r.bring(source.Story, workspace.SeparateArticles, strings.Replace(strike, "Ferry crews end strike", "What the strike was about", 1)+"\nA longer look at the matter, with much else besides.\n")
	if !m.Rows[0].Story {
		t.Errorf("the story does not stand first: %s", titles(m))
	}
	m.SetFilter(Filter{Role: source.Material, Month: "2025-06"})
	if got := titles(m); got != "Ferry crews end strike" {
		t.Errorf("sources of June: %s", got)
	}
	limits := m.Limits()
	if len(limits) != 2 || limits[0].Title != "June 2025" {
		t.Fatalf("limits: %+v", limits)
	}
	limits[0].Drop()
	if len(m.Rows) != 2 {
		t.Errorf("without the month: %s", titles(m))
	}
	if again := NewSources(r.Shell); again.Order != OldestFirst {
		t.Error("the order is not remembered")
	}
}

func TestASearchWaitsForAPauseAndKeepsUpWithTyping(t *testing.T) {
	r := newRig(t).open()
	m := NewSources(r.Shell)
	var told []string
	m.Found = func(q string) { told = append(told, q) }
	v := r.bring(source.Material, workspace.SeparateArticles, fireV1, strike)
	m.Type("ferry")
	m.Type("ferry cr")
	r.settle()
	if m.Results != nil {
		t.Fatal("it did not wait")
	}
	r.q.Advance(TypingPause)
	if m.Results == nil || m.Results.Query != "ferry cr" || len(m.Results.Hits) == 0 || m.Busy {
		t.Fatalf("results: %+v", m.Results)
	}
	if strings.Join(told, "|") != "ferry cr" {
		t.Errorf("the reading pane was told %q", told)
	}
	if !strings.Contains(m.Summary(), "in 1 article") {
		t.Errorf("summary: %s", m.Summary())
	}
	m.OpenHit(m.Results.Hits[0])
	if r.Route.Version != v[1] || r.Route.Span.Empty() {
		t.Errorf("the hit opens %+v", r.Route)
	}
	m.Type("zebra")
	m.Submit()
	r.settle()
	if m.Summary() != "Nothing found" {
		t.Errorf("summary: %s", m.Summary())
	}
	m.Type("")
	if m.Results != nil || told[len(told)-1] != "" {
		t.Error("an empty search still shows results")
	}
}

func TestASearchIsKeptAsAReceipt(t *testing.T) {
	r := newRig(t).open()
	m := NewSources(r.Shell)
	r.bring(source.Material, workspace.SeparateArticles, fireV1)
	m.Type("zebra crossing")
	m.Submit()
	r.settle()
	r.run(ActSaveSearch)
	r.Desk.View(func(s *ledger.State) {
		if len(s.Searches) != 1 || s.Searches[0].Query != "zebra crossing" || s.Searches[0].Hits != 0 {
			t.Errorf("kept: %+v", s.Searches)
		}
	})
	if r.Toasts.Now == nil || !strings.Contains(r.Toasts.Now.Text, "0 hits") {
		t.Errorf("it says %+v", r.Toasts.Now)
	}
}

func TestANewArticleJoinsTheResultsOnScreen(t *testing.T) {
	r := newRig(t).open()
	m := NewSources(r.Shell)
	r.bring(source.Material, workspace.SeparateArticles, fireV1)
	m.Type("strike")
	m.Submit()
	r.settle()
	if len(m.Results.Hits) != 0 {
		t.Fatalf("found before it is there: %+v", m.Results.Hits)
	}
	r.bring(source.Material, workspace.SeparateArticles, strike)
	if len(m.Results.Hits) == 0 {
		t.Error("the new article is not found")
	}
}
