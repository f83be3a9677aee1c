package present_test

import (
	"context"
	"strings"
	"testing"

	"stet/app/present"
	"stet/claims"
	"stet/claims/ledger"
)

func TestTheInboxThePillAndTheRailCountTheSame(t *testing.T) {
	b := onDesk(t)
	c := b.Counts
	if c.Findings == 0 || c.Flags == 0 {
		t.Fatalf("nothing to count: %+v", c)
	}
	if b.Inbox.Open != c.Findings || b.Inbox.Flags != c.Flags || c.At(present.PlaceInbox) != c.Findings+c.Flags {
		t.Errorf("the inbox has %d findings and %d flags, the rail %d, the counts are %+v", b.Inbox.Open, b.Inbox.Flags, c.At(present.PlaceInbox), c)
	}
	want := present.Plural(c.Findings, "finding") + ", " + present.Plural(c.Flags, "open flag")
	if c.Waiting() != want || !strings.HasSuffix(b.Status(), want) {
		t.Errorf("the pill says %q, the status line %q; want %q", c.Waiting(), b.Status(), want)
	}
}

func TestTheFlagOfARemovedClaimWaitsForNothing(t *testing.T) {
	b := onDesk(t)
	ctx := context.Background()
	was := b.Counts.Flags
	id, err := b.Desk.AddTyped(ctx, "The hall has two doors.", "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Desk.RaiseFlag(ctx, id, "who counted?"); err != nil {
		t.Fatal(err)
	}
	b.q.Settle()
	if b.Counts.Flags != was+1 {
		t.Fatalf("%d open flags, were %d", b.Counts.Flags, was)
	}
	if err := b.Desk.RemoveClaim(ctx, id); err != nil {
		t.Fatal(err)
	}
	b.q.Settle()
	if b.Counts.Flags != was || b.Inbox.Flags != was {
		t.Errorf("%d open flags counted, %d in the inbox; want %d", b.Counts.Flags, b.Inbox.Flags, was)
	}
	b.Desk.View(func(s *ledger.State) {
		for _, f := range s.OpenFlags() {
			if f.Claim == id || f.Status != claims.FlagOpen {
				t.Errorf("open: %+v", f)
			}
		}
	})
}
