package present

import (
	"strings"
	"testing"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

// reading opens a version in a reader.
func reading(r *rig, v source.VersionID) *Reader {
	r.t.Helper()
	m := NewReader(r.Shell)
	r.Go(r.Route.Reading(v, source.Span{}))
	r.settle()
	if m.Version.ID != v {
		r.t.Fatalf("open is %v, want %v", m.Version.ID, v)
	}
	return m
}

// marked are the words under marks of a kind.
func marked(m *Reader, k MarkKind) string {
	var out []string
	for _, x := range m.Marks {
		if x.Kind == k {
			out = append(out, x.Of(m.Text.Body))
		}
	}
	return strings.Join(out, " | ")
}

func TestATextProposesWhatItClaims(t *testing.T) {
	r := newRig(t).open()
	m := reading(r, r.bring(source.Story, workspace.SeparateArticles, fireV1)[0])
	if len(m.Cards) == 0 || m.Current != -1 {
		t.Fatalf("%d cards, current %d", len(m.Cards), m.Current)
	}
	open, all := m.Count("")
	if open != all || r.Coverage != (Coverage{0, all}) {
		t.Errorf("%d of %d open, coverage %+v", open, all, r.Coverage)
	}
	if !strings.Contains(marked(m, MarkProposal), "12 people") {
		t.Errorf("proposals are marked at %q", marked(m, MarkProposal))
	}
	if !strings.Contains(r.Status(), "0 of") {
		t.Errorf("status: %s", r.Status())
	}
}

func TestAcceptingGoesOnToTheNextProposal(t *testing.T) {
	r := newRig(t).open()
	m := reading(r, r.bring(source.Story, workspace.SeparateArticles, fireV1)[0])
	m.Step(1)
	first := m.Current
	r.run(ActAccept)
	if m.Cards[first].State != CardAccepted || m.Cards[first].Claim == "" {
		t.Fatalf("the card is %+v", m.Cards[first])
	}
	if m.Current == first || r.Route.Claim != m.Cards[first].Claim || r.Side() != SideProposals {
		t.Errorf("current %d, claim %s, side %s", m.Current, r.Route.Claim, r.Side())
	}
	second := m.Current
	r.run(ActDismiss)
	if m.Cards[second].State != CardDismissed {
		t.Fatalf("the card is %+v", m.Cards[second])
	}
	m.Pick(second)
	r.run(ActDismiss) // again: takes it up again
	if m.Cards[second].State != CardOpen {
		t.Errorf("it was not taken up again: %+v", m.Cards[second])
	}
	m.Pick(first)
	if r.Enabled(ActAccept) {
		t.Error("an accepted proposal can be accepted again")
	}
	m.OpenCard(first)
	if r.Side() != SideClaim {
		t.Error("a second click on an accepted proposal does not open its claim")
	}
}

func TestAClaimIsMarkedInLaterVersionsWhereItsWordsStand(t *testing.T) {
	r := newRig(t).open()
	v := r.bring(source.Story, workspace.AcceptVersions, fireV1, fireV2)
	m := reading(r, v[0])
	for _, words := range []string{"At least 12 people were killed", "the roof of the hall beside it fell in"} {
		m.Select(spanOf(t, m.Text.Body, words))
		r.run(ActMakeClaim)
	}
	if !strings.Contains(marked(m, MarkClaim)+marked(m, MarkStale), "fell in") {
		t.Fatalf("claims are marked at %q", marked(m, MarkClaim))
	}
	r.Go(r.Route.Reading(v[1], source.Span{}))
	r.settle()
	if got := marked(m, MarkClaim); got != "the roof of the hall beside it fell in" {
		t.Errorf("carried unchanged: %q", got)
	}
	if got := marked(m, MarkStale); !strings.Contains(got, "15 people") {
		t.Errorf("changed since: %q", got)
	}
}

func TestWordsSearchedForAreMarkedAndStepped(t *testing.T) {
	r := newRig(t).open()
	m := reading(r, r.bring(source.Story, workspace.SeparateArticles, fireV1)[0])
	m.SearchFor("harbour")
	r.settle()
	if len(m.Found) < 2 {
		t.Fatalf("found: %v", m.Found)
	}
	r.run(ActNextHit)
	r.run(ActNextHit)
	if r.Route.Span != m.Found[1] || !strings.HasPrefix(m.HitLine(), "2 of ") {
		t.Errorf("at %v, %q", r.Route.Span, m.HitLine())
	}
	r.run(ActPrevHit)
	r.run(ActPrevHit)
	if r.Route.Span != m.Found[len(m.Found)-1] {
		t.Errorf("back from the first leads to %v", r.Route.Span)
	}
	m.SearchFor("")
	if marked(m, MarkFound) != "" {
		t.Error("the marks stay after the search")
	}
}

func TestWordsAreAttachedWithTheStanceChosen(t *testing.T) {
	r := newRig(t).open()
	v := r.bring(source.Story, workspace.SeparateArticles, fireV1)
	other := r.bring(source.Material, workspace.SeparateArticles, strike)
	m := reading(r, v[0])
	m.Select(spanOf(t, m.Text.Body, "the roof of the hall beside it fell in"))
	r.run(ActMakeClaim)
	id := r.Route.Claim
	r.Go(r.Route.Reading(other[0], source.Span{}))
	r.settle()
	if !r.Selected.Empty() {
		t.Error("words stay selected in another text")
	}
	m.Select(spanOf(t, m.Text.Body, "Nobody wins a strike like this"))
	r.run(ActAttach)
	if len(r.options) != len(claims.Stances) {
		t.Fatalf("offered: %+v", r.options)
	}
	against := -1
	for i, o := range r.options {
		if o.Title == string(claims.Contradicts) {
			against = i
		}
	}
	r.pick(against)
	r.settle()
	r.Desk.View(func(s *ledger.State) {
		e := s.EvidenceOf(id)
		if len(e) != 1 || e[0].Stance != claims.Contradicts || e[0].Anchor.Version != other[0] {
			t.Errorf("attached: %+v", e)
		}
	})
	if got := marked(m, MarkAgainst); got != "Nobody wins a strike like this" {
		t.Errorf("marked as against: %q", got)
	}
}

func TestAttachingWithoutAClaimSaysWhatToDo(t *testing.T) {
	r := newRig(t).open()
	m := reading(r, r.bring(source.Story, workspace.SeparateArticles, fireV1)[0])
	m.Select(spanOf(t, m.Text.Body, "the roof"))
	r.run(ActAttach)
	if len(r.problems) != 1 || r.problems[0].Do == "" && !strings.Contains(r.problems[0].What, "choose") {
		t.Errorf("problems: %+v", r.problems)
	}
}

func TestAVersionNobodyCitesCanBeHidden(t *testing.T) {
	r := newRig(t).open()
	v := r.bring(source.Material, workspace.AcceptVersions, fireV1, fireV2)
	m := reading(r, v[1])
	r.run(ActHide)
	if m.Version.ID != v[0] || len(m.Steps) != 1 {
		t.Errorf("open is %v of %d versions", m.Version.ID, len(m.Steps))
	}
	r.run(ActUndo)
	if len(m.Steps) != 2 {
		t.Errorf("undoing leaves %d versions", len(m.Steps))
	}
}

func TestACitationNamesOutletVersionAndHash(t *testing.T) {
	r := newRig(t).open()
	m := reading(r, r.bring(source.Material, workspace.SeparateArticles, fireV1)[0])
	m.Select(spanOf(t, m.Text.Body, "burned for nine hours"))
	r.run(ActCite)
	for _, part := range []string{"“burned for nine hours”", "Coastal Wire", m.Version.ID.String(), m.Version.Original.Short()} {
		if !strings.Contains(r.copied, part) {
			t.Errorf("%q is not in the citation %q", part, r.copied)
		}
	}
}

func TestASentenceIsFoundForATripleClick(t *testing.T) {
	r := newRig(t).open()
	m := reading(r, r.bring(source.Material, workspace.SeparateArticles, fireV1)[0])
	at := spanOf(t, m.Text.Body, "cold store")
	if got := m.SentenceAt(at.Start); !got.Contains(at) || !strings.HasPrefix(got.Of(m.Text.Body), "The cold store") {
		t.Errorf("the sentence is %q", got.Of(m.Text.Body))
	}
	if got := m.SentenceAt(1 << 20); !got.Empty() {
		t.Errorf("behind the text there is %v", got)
	}
}

func TestTheStoryIsMarkedAndUnmarked(t *testing.T) {
	r := newRig(t).open()
	m := reading(r, r.bring(source.Material, workspace.SeparateArticles, fireV1)[0])
	r.run(ActMarkStory)
	if on, _ := r.Checked(ActMarkStory); !on || m.Article.Role != source.Story {
		t.Errorf("the article is %q", m.Article.Role)
	}
	r.run(ActMarkStory)
	if m.Article.Role != source.Material {
		t.Errorf("the article is %q", m.Article.Role)
	}
	r.run(ActSetOutlet)
	r.text("Norrby Courier")
	r.settle()
	if m.Article.Outlet != "Norrby Courier" {
		t.Errorf("the outlet is %q", m.Article.Outlet)
	}
}
