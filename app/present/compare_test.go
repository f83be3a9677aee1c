package present_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stet/app/present"
	"stet/app/workspace"
	"stet/index/source"
)

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
