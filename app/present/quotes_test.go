package present_test

import (
	"context"
	"strings"
	"testing"

	"stet/app/present"
	"stet/app/workspace"
	"stet/claims"
	"stet/claims/concordance"
	"stet/claims/ledger"
	"stet/index/source"
)

// quotesOn is the concordance on the sample desk, open.
func quotesOn(t *testing.T) (*bench, *present.Quotes) {
	t.Helper()
	b := onDesk(t)
	m := present.NewQuotes(b.Shell)
	b.Run(present.ActQuotes)
	b.q.Settle()
	if !m.Ready || m.Busy {
		t.Fatal("the desk was not looked through")
	}
	return b, m
}

// pick opens the quote whose best source begins with words.
func pick(t *testing.T, b *bench, m *present.Quotes, words string) {
	t.Helper()
	for _, r := range m.Rows {
		if strings.HasPrefix(r.Source.Words, words) {
			m.Pick(r.Key)
			b.q.Settle()
			return
		}
	}
	t.Fatalf("no quote begins “%s”", words)
}

func TestQuotesListTheGravestDifferenceFirst(t *testing.T) {
	b, m := quotesOn(t)
	if m.Differing != 8 || m.Compared != 17 || m.All < 60 || len(m.Rows) != m.Compared {
		t.Errorf("%d differing, %d compared, %d in all, %d rows", m.Differing, m.Compared, m.All, len(m.Rows))
	}
	if r := m.RowAt(0); r.Gravest != "negation changed" || r.Tone != present.ToneBad || m.RowAt(len(m.Rows)-1).Differing != 0 {
		t.Errorf("first %+v", r)
	}
	if b.Counts.At(present.PlaceQuotes) != 8 {
		t.Errorf("the rail counts %d", b.Counts.At(present.PlaceQuotes))
	}
	m.SetShow(present.QuotesDiffering)
	if len(m.Rows) != 8 {
		t.Errorf("%d differ", len(m.Rows))
	}
	m.SetShow(present.QuotesAll)
	m.SetOrder(concordance.ByTime)
	if len(m.Rows) != m.All {
		t.Errorf("%d of all %d", len(m.Rows), m.All)
	}
	m.SetText("silly TOMATOES")
	if len(m.Rows) != 1 || m.Rows[0].Speaker != "Mila Dorin" || !strings.HasPrefix(m.Summary(), "1 quote of ") {
		t.Errorf("%d rows: %s", len(m.Rows), m.Summary())
	}
	m.SetText("")
	m.SetSpeaker(m.Speakers[0].Value)
	if len(m.Rows) != m.Speakers[0].N {
		t.Errorf("%s: %d rows, counted %d", m.Speaker, len(m.Rows), m.Speakers[0].N)
	}
}

func TestAQuotesRenderingsStandBesideItsSource(t *testing.T) {
	b, m := quotesOn(t)
	pick(t, b, m, "We must rebuild")
	if b.Route.Quote != m.Open.Key || !strings.HasPrefix(m.Title(), "Marta Lindqvist") || !strings.Contains(m.Subtitle(), "3 outlets, 2 independent sources") {
		t.Errorf("%s: %s", m.Title(), m.Subtitle())
	}
	if len(m.Cards) != 4 || !m.Cards[0].Source {
		t.Fatalf("%d cards", len(m.Cards))
	}
	cut := m.Cards[1]
	if cut.Head != "The Meridian" || cut.Relation != "cut silently" || cut.Tone != present.ToneBad || cut.Claim == "" || !cut.Rendering.Story {
		t.Errorf("%+v", cut)
	}
	var lost string
	for _, r := range cut.Rendering.Runs() {
		if r.Kind == concordance.RunCut {
			lost += r.Text
		}
	}
	if lost != "but not before every family has an answer" {
		t.Errorf("struck through: %q", lost)
	}
	m.Read(cut)
	b.q.Settle()
	if got := b.Route.Span.Of(b.Reader.Text.Body); b.Route.Place != present.PlaceSources || !strings.HasPrefix(got, "We must rebuild") {
		t.Errorf("the text shows %q", got)
	}
	b.Back()
	m.CompareCard(cut)
	b.q.Settle()
	if !b.Route.Comparing() || b.Route.Against != m.Open.Source.Version || !b.Cmp.Ready {
		t.Errorf("%+v", b.Route)
	}
}

func TestVersionsThatDifferShowAndCopiesFold(t *testing.T) {
	b, m := quotesOn(t)
	pick(t, b, m, "I counted nine")
	if len(m.Cards) != 3 || m.Cards[1].Depth != 1 || m.Cards[1].Speaker != "Jonas Ek" || m.Cards[1].Fold != "" {
		t.Errorf("%+v", m.Cards)
	}
	pick(t, b, m, "We have not been able")
	if len(m.Cards) != 2 || m.Cards[1].FoldText != "and 2 copies: Norrby Courier, Inland Post" {
		t.Fatalf("%+v", m.Cards)
	}
	m.Unfold(m.Cards[1].Fold)
	if len(m.Cards) != 4 || !m.Cards[1].Unfolded || m.Cards[3].Head != "Inland Post" {
		t.Errorf("%d cards when unfolded", len(m.Cards))
	}
	m.Unfold(m.Cards[1].Fold)
	if len(m.Cards) != 2 {
		t.Errorf("%d cards when folded again", len(m.Cards))
	}
}

func TestAnotherSourceIsChosenAndTakenBack(t *testing.T) {
	b, m := quotesOn(t)
	pick(t, b, m, "I counted nine")
	key := m.Open.Key
	m.Choose(m.Cards[1], true)
	b.q.Settle()
	if m.Open == nil || m.Open.Key != key || !m.Open.Chosen || m.Open.Source.Speaker != "Jonas Ek" {
		t.Fatalf("%+v", m.Open)
	}
	if m.Cards[0].Relation != "best source" || m.Cards[0].Why != "Chosen on this desk." {
		t.Errorf("%q", m.Cards[0].Relation)
	}
	b.Undo()
	b.q.Settle()
	if m.Open.Chosen || m.Open.Source.Speaker != "Petra Sand" {
		t.Errorf("after undo: %s", m.Open.Source.Speaker)
	}
}

func TestAClaimLeadsToWhoElsePrintsIt(t *testing.T) {
	b := onDesk(t)
	m := present.NewQuotes(b.Shell)
	b.open("Fifteen people died")
	if b.Enabled(present.ActQuoteOf) {
		t.Error("a figure is no quote")
	}
	b.open("We must rebuild")
	b.Run(present.ActQuoteOf)
	b.q.Settle()
	if b.Route.Place != present.PlaceQuotes || m.Open == nil || m.Open.Speaker != "Marta Lindqvist" {
		t.Errorf("%+v", b.Route)
	}
	// A filter that would hide it is taken away.
	m.SetText("tomatoes")
	b.open("I counted nine")
	b.Run(present.ActQuoteOf)
	b.q.Settle()
	if m.Text != "" || m.Open.Speaker != "Petra Sand" || m.Row() < 0 {
		t.Errorf("filter %q, row %d", m.Text, m.Row())
	}
}

func TestTheConcordanceIsCopiedAsMarkdown(t *testing.T) {
	b, m := quotesOn(t)
	pick(t, b, m, "We must rebuild")
	b.Run(present.ActCopyQuote)
	if !strings.HasPrefix(b.copied, "### Marta Lindqvist") || !strings.Contains(b.copied, "~~but not before every family has an answer~~") {
		t.Errorf("%s", b.copied)
	}
	m.CopyList()
	if strings.Count(b.copied, "### ") != len(m.Rows) {
		t.Errorf("%d quotes copied of %d", strings.Count(b.copied, "### "), len(m.Rows))
	}
}

func TestALookIsStoppedAndGoesOn(t *testing.T) {
	b := onDesk(t)
	m := present.NewQuotes(b.Shell)
	b.Run(present.ActQuotes)
	if !m.Busy {
		t.Fatal("nothing is under way")
	}
	m.Cancel()
	b.q.Settle()
	if m.Busy || m.Ready || !m.Stopped {
		t.Errorf("busy %v, ready %v, stopped %v", m.Busy, m.Ready, m.Stopped)
	}
	b.Run(present.ActSources)
	b.Run(present.ActQuotes)
	b.q.Settle()
	if m.Ready {
		t.Error("coming back began anew what was stopped")
	}
	m.Look()
	b.q.Settle()
	if !m.Ready || len(m.Rows) == 0 {
		t.Error("looking again found nothing")
	}
}

func TestQuotesFollowWhatIsImported(t *testing.T) {
	b, m := quotesOn(t)
	before := m.All
	var id source.VersionID
	b.Desk.View(func(st *ledger.State) { id = st.Articles[st.Filed[0]].Latest().ID })
	b.Run(present.ActSources) // elsewhere: nothing is looked through
	if err := b.Desk.HideVersion(context.Background(), id, true); err != nil {
		t.Fatal(err)
	}
	b.q.Settle()
	if m.All != before {
		t.Error("looked through while another place was shown")
	}
	b.Run(present.ActQuotes)
	b.q.Settle()
	if m.All == before {
		t.Error("a withdrawn version is still there")
	}
}

func TestAConfirmationOnOneSourceIsAsked(t *testing.T) {
	b := onDesk(t)
	b.open("sprinklers")
	var title, text string
	b.Ask.Confirm = func(a, c, _ string, _ func()) { title, text = a, c }
	b.In.SetDraft(present.Draft{Check: claims.Confirmed, Rating: "Confirmed", Reason: "two officials"})
	b.Run(present.ActVerdict)
	b.q.Settle()
	if title != "Confirm on 0 independent sources?" || !strings.Contains(text, "the desk asks for 2 independent ones") {
		t.Errorf("%q: %q", title, text)
	}
	if b.In.Claim.Verdict() != nil {
		t.Error("the verdict was given without an answer")
	}
	// A verdict that confirms nothing is not asked about.
	title = ""
	b.In.SetDraft(present.Draft{Check: claims.CannotBe, Rating: "Unverifiable", Reason: "nobody answers"})
	b.Run(present.ActVerdict)
	b.q.Settle()
	if title != "" || b.In.Claim.Verdict() == nil {
		t.Errorf("asked %q", title)
	}
}

func TestAnEmptyDeskHasNoQuotes(t *testing.T) {
	b := onDesk(t)
	m := present.NewQuotes(b.Shell)
	b.CloseDesk(func() {})
	b.q.Settle()
	w, err := workspace.Open(context.Background(), workspace.Config{Dir: t.TempDir(), Create: true, Who: ledger.Who{Name: "Ana Ruiz", Role: ledger.Checker}})
	if err != nil {
		t.Fatal(err)
	}
	b.Adopt(w)
	b.Run(present.ActQuotes)
	b.q.Settle()
	if !m.Ready || m.All != 0 || m.Open != nil || m.Title() != "" || m.Subtitle() != "" {
		t.Errorf("%+v", m)
	}
	m.Copy()
	if b.copied != "" {
		t.Errorf("copied %q", b.copied)
	}
}

func TestListsOfClaimsSayHowManySourcesSupportThem(t *testing.T) {
	b := onDesk(t)
	seen := 0
	for _, r := range b.Claims.Rows {
		switch {
		case r.For == 0 && r.Sources != "":
			t.Errorf("%q: nothing supports it, and it has %s", r.Text, r.Sources)
		case r.For > 0 && r.Sources != "1 of 2 sources":
			t.Errorf("%q has %q", r.Text, r.Sources)
		case r.For > 0:
			seen++
			if r.Short != (r.Check == claims.Confirmed) {
				t.Errorf("%q is %s, short %v", r.Text, r.Check, r.Short)
			}
		}
	}
	if seen < 3 {
		t.Errorf("only %d claims have support", seen)
	}
}

func TestADisputedSpeakerIsTold(t *testing.T) {
	b, m := quotesOn(t)
	told := 0
	for i, u := range m.Rows {
		row := m.RowAt(i)
		if len(u.Others) == 0 {
			if strings.Contains(row.Speaker, "disputed") {
				t.Errorf("%s", row.Speaker)
			}
			continue
		}
		told++
		m.Pick(u.Key)
		b.q.Settle()
		if d := m.Dispute(); !strings.HasSuffix(row.Speaker, " · disputed") || !strings.Contains(d, "to "+u.Others[0].Speaker+" by ") {
			t.Errorf("%s: %s", row.Speaker, d)
		}
	}
	if told == 0 {
		t.Error("no speaker of the sample is disputed")
	}
}
