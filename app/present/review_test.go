package present_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stet/app/present"
	"stet/claims/ledger"
	"stet/index/source"
)

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
