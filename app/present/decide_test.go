package present_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stet/app/present"
	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
)

// bench is the view models on the sample desk, without a window.
type bench struct {
	*present.Shell
	t       *testing.T
	q       *present.Queue
	answer  string // to questions for a text
	told    []present.Problem
	saveTo  string
	copied  string
	Reader  *present.Reader
	Claims  *present.Claims
	In      *present.Inspector
	Cmp     *present.Compare
	Inbox   *present.Inbox
	Review  *present.Review
	Reports *present.Reports
	History *present.History
}

var today = time.Date(2025, 5, 20, 9, 0, 0, 0, time.UTC)

func onSampleAs(t *testing.T, role ledger.Role) *bench {
	t.Helper()
	b := &bench{t: t, q: present.NewQueue(), answer: "because"}
	settings := present.LoadSettings(b.q, present.Keeper{})
	settings.Who = ledger.Who{Name: "Ana Ruiz", Role: role}
	conf := func(dir string) workspace.Config {
		return workspace.Config{Dir: dir, Now: func() time.Time { return today }}
	}
	b.Shell = present.NewShell(b.q, settings, conf)
	b.Ask.Text = func(_ present.TextQuestion, then func(string)) { then(b.answer) }
	b.Ask.Tell = func(p present.Problem) { b.told = append(b.told, p) }
	b.Ask.Confirm = func(_, _, _ string, then func()) { then() }
	b.Ask.Pick = func(_ string, _ []present.Option, then func(int)) { then(0) }
	b.Ask.Save = func(_ present.FileQuestion, then func(string)) { then(b.saveTo) }
	b.Ask.Copy = func(s string) { b.copied = s }
	b.Reader, b.Claims, b.In, b.Cmp = present.NewReader(b.Shell), present.NewClaims(b.Shell), present.NewInspector(b.Shell), present.NewCompare(b.Shell)
	b.Inbox, b.Review, b.Reports, b.History = present.NewInbox(b.Shell, b.Cmp), present.NewReview(b.Shell), present.NewReports(b.Shell), present.NewHistory(b.Shell)
	c := conf(filepath.Join(t.TempDir(), "desk"))
	c.Who = settings.Who
	w, err := workspace.Sample(context.Background(), c, nil)
	if err != nil {
		t.Fatal(err)
	}
	b.Adopt(w)
	t.Cleanup(func() { b.CloseDesk(func() {}); b.q.Settle() })
	b.q.Settle()
	return b
}

func onDesk(t *testing.T) *bench { return onSampleAs(t, ledger.Editor) }

// open opens the claim whose words hold a text.
func (b *bench) open(words string) {
	b.t.Helper()
	for _, r := range b.Claims.Rows {
		if strings.Contains(r.Text, words) {
			b.OpenClaim(r.ID)
			b.q.Settle()
			return
		}
	}
	b.t.Fatalf("no claim says %q", words)
}

func TestClaimsAreFilteredByEveryStatus(t *testing.T) {
	b := onDesk(t)
	if b.Claims.All != 10 || len(b.Claims.Rows) != 10 {
		t.Fatalf("%d of %d claims", len(b.Claims.Rows), b.Claims.All)
	}
	for _, c := range []struct {
		f    present.ClaimFilter
		fits func(present.ClaimRow) bool
	}{
		{present.ClaimFilter{Check: claims.Confirmed}, func(r present.ClaimRow) bool { return r.Check == claims.Confirmed }},
		{present.ClaimFilter{Review: claims.Returned}, func(r present.ClaimRow) bool { return r.Review == claims.Returned }},
		{present.ClaimFilter{Kind: claims.KindQuote}, func(r present.ClaimRow) bool { return r.Kind == claims.KindQuote }},
		{present.ClaimFilter{Stale: true}, func(r present.ClaimRow) bool { return r.Stale }},
		{present.ClaimFilter{Text: "RELIEF sprinklers"}, func(present.ClaimRow) bool { return false }},
		{present.ClaimFilter{Text: "Sprinklers north"}, func(r present.ClaimRow) bool { return strings.Contains(r.Text, "sprinklers") }},
	} {
		b.Claims.SetFilter(c.f)
		if len(b.Claims.Rows) == 0 && c.f.Text != "RELIEF sprinklers" || len(b.Claims.Rows) == 10 {
			t.Errorf("%+v shows %d claims", c.f, len(b.Claims.Rows))
		}
		for _, r := range b.Claims.Rows {
			if !c.fits(r) {
				t.Errorf("%+v shows %q", c.f, r.Text)
			}
		}
		for _, l := range b.Claims.Limits() {
			l.Drop()
		}
	}
	b.Claims.SetFilter(present.ClaimFilter{})
	b.Claims.SetOrder(present.ClaimsUndecided)
	if !b.Claims.Rows[0].Stale {
		t.Error("what is stale does not come first")
	}
}

func TestAClaimOpensAtItsWords(t *testing.T) {
	b := onDesk(t)
	b.open("Fifteen people died")
	if got := b.Route.Span.Of(b.Reader.Text.Body); got != "Fifteen people died in the fire" {
		t.Fatalf("the text shows %q", got)
	}
	if b.In.ID != b.Route.Claim || len(b.In.Against) != 2 || !b.In.Stale || b.In.Finding == nil {
		t.Fatalf("the inspector shows %d passages against, stale %v", len(b.In.Against), b.In.Stale)
	}
	if !b.In.Counted || b.In.Sources.Wanted != 2 {
		t.Error("sources are not counted")
	}
	for _, a := range b.In.Against {
		if !a.Known {
			t.Error("a passage's relation is not worked out")
		}
	}
	if len(b.In.Matches.List) == 0 || b.In.Matches.Busy {
		t.Error("no passages are ranked")
	}
}

func TestAVerdictNamesWhatItWasBasedOn(t *testing.T) {
	b := onDesk(t)
	b.open("sprinklers")
	seq := b.In.Seq
	if ok, _ := b.In.CanDecide(); ok {
		t.Fatal("an empty verdict can be given")
	}
	b.In.SetDraft(present.Draft{Check: claims.Confirmed, Rating: "Confirmed", Reason: "two officials"})
	if b.In.Warning() == "" {
		t.Error("the policy asks for two independent sources, and nothing is said")
	}
	first := b.Route.Claim
	b.open("Skagby")
	b.open("sprinklers")
	if b.In.Draft.Reason != "two officials" {
		t.Fatal("what was typed is lost")
	}
	b.Run(present.ActVerdict)
	b.q.Settle()
	v := b.In.Claim.Verdict()
	if v == nil || v.Seen != seq || v.Rating != "Confirmed" || b.In.Drafting() {
		t.Fatalf("verdict %+v, based on entry %d", v, seq)
	}
	b.Undo()
	b.q.Settle()
	if b.In.ID != first || b.In.Claim.Verdict() != nil || len(b.In.Earlier()) != 1 {
		t.Error("undo does not take the verdict back")
	}
}

func TestAStaleVerdictIsNotGivenAgainWithoutAQuestion(t *testing.T) {
	b := onDesk(t)
	b.open("Fifteen people died")
	asked := 0
	b.Ask.Confirm = func(_, _, _ string, _ func()) { asked++ }
	n := len(b.In.Claim.Verdicts)
	b.Run(present.ActVerdict)
	b.q.Settle()
	if asked != 1 || len(b.In.Claim.Verdicts) != n {
		t.Fatalf("asked %d times, %d verdicts more", asked, len(b.In.Claim.Verdicts)-n)
	}
}

func TestARankedPassageIsAttachedWithOneAct(t *testing.T) {
	b := onDesk(t)
	b.open("sprinklers")
	list := b.In.Matches.List
	for i := range list {
		if list[i].Attached == "" {
			b.In.Matches.Attach(i, claims.Supports)
			b.q.Settle()
			if len(b.In.For) != 1 || b.In.Matches.List[i].Attached == "" {
				t.Fatalf("%d passages for it", len(b.In.For))
			}
			b.In.Detach(b.In.For[0].ID)
			b.q.Settle()
			if len(b.In.For) != 0 || b.In.Matches.List[i].Attached != "" {
				t.Error("detaching does not show")
			}
			return
		}
	}
	t.Fatal("nothing to attach")
}

func TestCorrectingTheProposalOfAnApprovedClaimIsRefusedAtOnce(t *testing.T) {
	b := onDesk(t)
	b.open("I counted nine")
	b.Reader.SetShow(present.ShowAll)
	b.ShowSide(present.SideProposals)
	b.q.Settle()
	for i, c := range b.Reader.Cards {
		if c.Claim == "" || c.Claim != b.Route.Claim {
			continue
		}
		b.Reader.Pick(i)
		f := b.Reader.Form()
		if f == nil || f.Refused == nil || !f.Refused() || len(b.told) != 1 || !strings.Contains(b.told[0].What, "approved") {
			t.Fatalf("it begins on an approved claim: %+v, told %v", f, b.told)
		}
		return
	}
	t.Fatal("no proposal became the approved claim")
}
