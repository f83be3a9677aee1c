package present_test

import (
	"strings"
	"testing"

	"stet/app/present"
)

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
