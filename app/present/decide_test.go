package present_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stet/app/present"
	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
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

func TestFindingsOpenAtTheirWordsAndAreSettled(t *testing.T) {
	b := onDesk(t)
	open := b.Inbox.Open
	if open == 0 || b.Inbox.Flags == 0 {
		t.Fatal("the inbox is empty")
	}
	for _, r := range b.Inbox.Rows {
		if r.Finding == nil || r.Finding.NewSpan.Empty() {
			continue
		}
		if strings.ContainsAny(r.What, "→∞") || !strings.HasSuffix(r.What, ".") {
			t.Errorf("not a sentence for people: %q", r.What)
		}
	}
	var row present.InboxRow
	for _, r := range b.Inbox.Rows {
		if r.Finding != nil && r.Finding.Evidence != "" && !r.Finding.NewSpan.Empty() {
			row = r
		}
	}
	b.Inbox.OpenRow(row)
	b.q.Settle()
	if !b.Cmp.Ready || b.Cmp.At() == nil || b.Cmp.NewAt != row.Finding.NewSpan || b.Cmp.OldAt != row.Finding.Old.Span {
		t.Fatalf("the comparison opens at %v and %v", b.Cmp.OldAt, b.Cmp.NewAt)
	}
	b.Run(present.ActSettle)
	b.q.Settle()
	if b.Inbox.Open != open-1 || b.Inbox.Settled != 1 {
		t.Fatalf("%d open, %d settled", b.Inbox.Open, b.Inbox.Settled)
	}
	b.Run(present.ActEndCompare)
	b.q.Settle()
	if b.Route.Comparing() {
		t.Error("the comparison does not close")
	}
}

func TestTheInboxIsSettledOneAfterTheOther(t *testing.T) {
	b := onDesk(t)
	b.Go(b.Route.At(present.PlaceInbox))
	b.q.Settle()
	at := b.Inbox.Row()
	if at < 0 || b.Inbox.Rows[at].Finding == nil {
		t.Fatalf("row %d is chosen", at)
	}
	second := b.Inbox.Rows[at+1].Key()
	b.Run(present.ActSettle)
	b.q.Settle()
	if b.Inbox.Current != second || b.Inbox.Row() != at {
		t.Errorf("after settling row %d, row %d is chosen: %s, not %s", at, b.Inbox.Row(), b.Inbox.Current, second)
	}
}

func TestTheInboxMarksTheWordsThatDiffer(t *testing.T) {
	b := onDesk(t)
	for _, r := range b.Inbox.Rows {
		if strings.Contains(r.Was.Text, "Fifteen people died in the fire") && len(r.Was.Marks) == 1 && len(r.Is.Marks) == 1 {
			if was, is := r.Was.Marks[0].Of(r.Was.Text), r.Is.Marks[0].Of(r.Is.Text); was != "Fifteen" || is != "Nineteen" {
				t.Errorf("marked: %q became %q", was, is)
			}
			if r.Claim != "" || r.What == "" || strings.HasPrefix(r.What, "Version") || !strings.HasPrefix(r.About, "Version 2 altered") {
				t.Errorf("the row says %+v", r)
			}
			return
		}
	}
	t.Error("the toll that was raised is not there")
}

func TestTheComparisonTellsTheFindingOfTheCurrentChange(t *testing.T) {
	b := onDesk(t)
	var row present.InboxRow
	for _, r := range b.Inbox.Rows {
		if r.Finding != nil && strings.Contains(r.Was.Text, "The port will reopen") {
			row = r
		}
	}
	b.Inbox.OpenRow(row)
	b.q.Settle()
	first := b.Cmp.At()
	if first == nil || first.Key != row.Key() {
		t.Fatalf("it is opened at %+v", first)
	}
	told, with := map[string]bool{}, 0
	for i, c := range b.Cmp.Changes {
		b.Cmp.Pick(i)
		f := b.Cmp.At()
		if f == nil {
			if c.OnClaim {
				t.Errorf("change %d, %q: its row promises a finding", i, c.Summary)
			}
			continue
		}
		with++
		told[f.Key] = true
		if !f.Old.Span.Overlaps(b.Cmp.OldAt) && !f.NewSpan.Overlaps(b.Cmp.NewAt) {
			t.Errorf("change %d, %q: the finding is about other words: %s", i, c.Summary, f.Why)
		}
	}
	if len(told) < 3 {
		t.Fatalf("%d findings are told at %d of %d changes", len(told), with, len(b.Cmp.Changes))
	}
	open, f := b.Inbox.Open, b.Cmp.At()
	for i := 0; f == nil; i++ {
		b.Cmp.Pick(i)
		f = b.Cmp.At()
	}
	b.Run(present.ActSettle)
	b.q.Settle()
	if now := b.Cmp.At(); b.Inbox.Open != open-1 || now != nil && now.Key == f.Key {
		t.Error("the finding in sight is not settled")
	}
}

func TestAPersonConfirmsAPassageInALaterVersion(t *testing.T) {
	b := onDesk(t)
	for _, f := range b.Findings {
		if f.Evidence == "" || f.NewSpan.Empty() {
			continue
		}
		n := len(b.Findings)
		b.ConfirmHere(f, f.NewSpan)
		b.q.Settle()
		if len(b.Findings) != n-1 {
			t.Fatalf("%d findings of %d are left", len(b.Findings), n)
		}
		return
	}
	t.Fatal("no passage was touched")
}

func TestChangesAreSteppedThroughOnBothSides(t *testing.T) {
	b := onDesk(t)
	b.open("Fifteen people died")
	b.Go(b.Route.Reading(source.VersionID{Article: b.Route.Version.Article, N: 2}, source.Span{}))
	b.q.Settle()
	b.Run(present.ActCompare)
	b.q.Settle()
	if !b.Cmp.Ready || b.Cmp.Old.ID.N != 1 || b.Cmp.Current != 0 {
		t.Fatalf("comparing %v, change %d", b.Cmp.Old.ID, b.Cmp.Current)
	}
	b.Run(present.ActPrevChange)
	if b.Cmp.Current != len(b.Cmp.Changes)-1 || b.Cmp.OldAt.Empty() && b.Cmp.NewAt.Empty() {
		t.Errorf("change %d of %d", b.Cmp.Current, len(b.Cmp.Changes))
	}
	few := len(b.Cmp.Changes)
	b.Cmp.SetAll(true)
	if len(b.Cmp.Changes) <= few {
		t.Error("no small changes are listed")
	}
	b.Cmp.Swap()
	b.q.Settle()
	if b.Cmp.Old.ID.N != 2 {
		t.Error("the sides were not swapped")
	}
}

func TestOnlyAnEditorReviewsAndAReturnNeedsAComment(t *testing.T) {
	c := onSampleAs(t, ledger.Checker)
	c.Go(c.Route.At(present.PlaceReview))
	c.OpenClaim(c.Review.Rows[0].ID)
	c.q.Settle()
	if c.Enabled(present.ActApprove) || c.Enabled(present.ActReturn) {
		t.Fatal("a checker can approve")
	}
	b := onDesk(t)
	b.Go(b.Route.At(present.PlaceReview))
	n := b.Review.Submitted
	b.OpenClaim(b.Review.Rows[0].ID)
	b.q.Settle()
	b.answer = "  "
	b.Run(present.ActReturn)
	b.q.Settle()
	if b.Review.Submitted != n || len(b.told) != 1 {
		t.Fatal("it was returned without a comment")
	}
	b.answer = "Name the hour."
	b.Run(present.ActReturn)
	b.q.Settle()
	if b.Review.Submitted != n-1 || b.Review.Returned != 2 {
		t.Fatalf("%d submitted, %d returned", b.Review.Submitted, b.Review.Returned)
	}
	if b.Run(present.ActApprove) {
		t.Error("a claim is approved that was not opened")
	}
	b.OpenClaim(b.Review.Rows[0].ID)
	b.q.Settle()
	b.Run(present.ActApprove)
	b.q.Settle()
	if b.Review.Approved != 3 {
		t.Errorf("%d approved", b.Review.Approved)
	}
}

func TestOnlyAClaimThatWasOpenedIsApproved(t *testing.T) {
	b := onDesk(t)
	b.Go(b.Route.At(present.PlaceReview))
	c, err := b.Desk.Claim(b.Review.Rows[0].ID)
	if err != nil || c.Made == nil {
		t.Fatalf("%v: %+v", err, c)
	}
	other := source.VersionID{}
	b.Desk.View(func(st *ledger.State) {
		for _, a := range st.Articles {
			if a.ID != c.Made.Version.Article && a.Latest() != nil {
				other = a.Latest().ID
			}
		}
	})
	b.Go(b.Route.At(present.PlaceSources).WithClaim(c.ID).Reading(other, source.Span{}))
	b.Go(b.Route.At(present.PlaceReview))
	b.q.Settle()
	if b.Enabled(present.ActApprove) || b.Enabled(present.ActReturn) {
		t.Error("a claim is approved beside another article")
	}
	b.OpenClaim(c.ID)
	if !b.Enabled(present.ActApprove) {
		t.Error("an open claim is not approved")
	}
	b.Go(b.Route.Reading(other, source.Span{}))
	if !b.Enabled(present.ActApprove) {
		t.Error("reading the evidence closes the claim")
	}
	b.ShowSide(present.SideProposals)
	if b.Enabled(present.ActApprove) {
		t.Error("a claim out of sight is approved")
	}
}

func TestAnExportedReportIsRecordedAndVerified(t *testing.T) {
	b := onDesk(t)
	b.Run(present.ActExport)
	b.q.Settle()
	if b.Route.Place != present.PlaceReports || b.Reports.Preview == nil || b.Reports.Preview.Claims != 10 || len(b.Reports.Preview.Open) == 0 {
		t.Fatalf("preview %+v", b.Reports.Preview)
	}
	b.saveTo = filepath.Join(t.TempDir(), "report")
	b.Run(present.ActExport)
	b.q.Settle()
	if b.Reports.Last != b.saveTo+".html" || len(b.Reports.Exported) != 1 {
		t.Fatalf("written to %q, %d recorded", b.Reports.Last, len(b.Reports.Exported))
	}
	b.Reports.VerifyPath(b.Reports.Last)
	b.q.Settle()
	if b.Reports.CheckBad || b.Reports.Checked == "" {
		t.Fatal(b.Reports.Checked)
	}
	data, err := os.ReadFile(b.Reports.Last)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(b.Reports.Last, []byte(strings.Replace(string(data), "Fifteen", "Fifty", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	b.Reports.VerifyPath(b.Reports.Last)
	b.q.Settle()
	if !b.Reports.CheckBad {
		t.Error("a changed report verifies")
	}
	b.Run(present.ActVerify)
	b.q.Settle()
	if b.Reports.Check == nil || !b.Reports.Check.OK() {
		t.Error("the desk does not verify")
	}
}

func TestHistoryMarksWhatWasTakenBack(t *testing.T) {
	b := onDesk(t)
	b.Claims.Type("The dam held", "")
	b.q.Settle()
	b.Undo()
	b.q.Settle()
	if h := b.History.Rows; !h[0].Undoes || !h[1].Undone {
		t.Fatalf("%+v\n%+v", h[0], h[1])
	}
	b.Redo()
	b.q.Settle()
	if h := b.History.Rows; h[2].Undone {
		t.Error("what was done again is shown as taken back")
	}
	b.History.SetWho("Lea Sund")
	for _, r := range b.History.Rows {
		if !strings.HasPrefix(r.Who, "Lea Sund") {
			t.Errorf("an act of %s", r.Who)
		}
	}
	b.History.CopyHash(b.History.Rows[0])
	b.q.Settle()
	if len(b.copied) != 64 {
		t.Errorf("copied %q", b.copied)
	}
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

func TestAReceiptStandsOnTheSheetOfItsClaim(t *testing.T) {
	b := onDesk(t)
	sources := present.NewSources(b.Shell)
	b.open("The port authority")
	sources.Type("zeppelin")
	b.q.Settle()
	b.Run(present.ActSaveSearch)
	b.q.Settle()
	if len(b.In.Searches) != 1 {
		t.Fatalf("%d receipts", len(b.In.Searches))
	}
	what, how := present.ReceiptWords(b.In.Searches[0])
	if !strings.HasPrefix(what, "“zeppelin”: nothing in 1") || !strings.Contains(how, "all articles") || !strings.Contains(how, "Ana Ruiz") {
		t.Errorf("it says %q, %q", what, how)
	}
	b.Run(present.ActUndo)
	b.q.Settle()
	b.ShowSide(present.SideProposals)
	b.Run(present.ActSaveSearch)
	b.q.Settle()
	if len(b.In.Searches) != 0 {
		t.Error("a receipt goes to a claim nobody looks at, or one taken back still stands there")
	}
}

func TestMovedWordsAreShownInBothTheirPlaces(t *testing.T) {
	b := onDesk(t)
	dir := t.TempDir()
	body := []string{"The quay was closed at noon on Monday.", "Nobody in the harbour office had seen the report.", "Ferries went back to the old berth across the bay.",
		"The mayor spoke for a quarter of an hour in the rain.", "Two cranes were taken down before the winter storms.", "Children drew ships on the wall of the fish market."}
	write := func(name string, order ...int) {
		text := "Harbour notes from Vik\n"
		for _, i := range order {
			text += "\n" + body[i] + "\n"
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a.txt", 0, 1, 2, 3, 4, 5)
	write("b.txt", 1, 2, 3, 4, 5, 0)
	got, err := b.Desk.Import(context.Background(), []string{filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")}, workspace.ImportOptions{Versions: workspace.SeparateArticles})
	if err != nil {
		t.Fatal(err)
	}
	b.q.Settle()
	b.Go(b.Route.Compare(got[0].Version, got[1].Version))
	b.q.Settle()
	at := strings.Index(b.Cmp.NewText.Body, "quay")
	b.Cmp.Touch(false, source.Span{Start: at, End: at + 4})
	old, now := b.Cmp.OldAt.Of(b.Cmp.OldText.Body), b.Cmp.NewAt.Of(b.Cmp.NewText.Body)
	if !b.Cmp.Moved() || !b.Cmp.AtOld || old != body[0] || now != body[0] {
		t.Fatalf("moved %v, at the old side %v: %q, %q", b.Cmp.Moved(), b.Cmp.AtOld, old, now)
	}
	jumps := b.Cmp.Jumps
	b.Run(present.ActMoved)
	if b.Cmp.AtOld || b.Cmp.Jumps != jumps+1 {
		t.Error("the way back leads nowhere")
	}
	at = strings.Index(b.Cmp.NewText.Body, "mayor")
	b.Cmp.Touch(false, source.Span{Start: at, End: at + 4})
	if now := b.Cmp.NewAt.Of(b.Cmp.NewText.Body); now != body[0] {
		t.Errorf("words that stayed are shown as moved: %q", now)
	}
}
