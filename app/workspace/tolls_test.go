package workspace

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/toll"
)

// TestTheBoardFindsTheTollTrapsOfTheSample: every trap of the sample desk that is
// about a toll is flagged or noted, and no alarm is raised for anything else.
func TestTheBoardFindsTheTollTrapsOfTheSample(t *testing.T) {
	w := sample(t)
	flags, err := w.TollFlags(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range flags {
		var rows []string
		for _, id := range f.Rows {
			v, _, _ := strings.Cut(id, ":")
			rows = append(rows, v)
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", f.Level, f.Rule, strings.Join(rows, " "), f.Why)
	}
	const golden = "testdata/sample-tolls.tsv"
	want, err := os.ReadFile(golden)
	if err != nil || string(want) != b.String() {
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			return
		}
		t.Errorf("the flags are\n%s\nthe golden file has\n%s", b.String(), want)
	}
}

func TestAProposedEventBecomesOneAndItsFiguresStay(t *testing.T) {
	ctx := context.Background()
	w := sample(t)
	before, err := w.TollEvents(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var p TollEvent
	for _, e := range before {
		if e.Proposed {
			p = e
		}
	}
	if p.Event.Place != "Dravenia" || p.Articles < 2 {
		t.Fatalf("proposed: %+v", before)
	}
	id, err := w.AcceptEvent(ctx, p.Key, func(e *claims.Event) { e.Name = "War in Dravenia" })
	if err != nil {
		t.Fatal(err)
	}
	b, err := w.Toll(ctx, string(id))
	if err != nil || b.Proposed || b.Articles != p.Articles || b.Event.Name != "War in Dravenia" {
		t.Errorf("board %+v, %v", b.Event, err)
	}
	if _, err := w.AcceptEvent(ctx, p.Key, nil); err == nil {
		t.Error("accepted twice")
	}
	if _, err := w.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Toll(ctx, p.Key); err != nil {
		t.Errorf("after undo: %v", err)
	}
}

// boardOf is the board of the event with a name.
func boardOf(t *testing.T, w *Workspace, name string) TollBoard {
	t.Helper()
	list, err := w.TollEvents(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if e.Event.Name == name {
			b, err := w.Toll(context.Background(), e.Key)
			if err != nil {
				t.Fatal(err)
			}
			return b
		}
	}
	t.Fatalf("no event %q", name)
	return TollBoard{}
}

func rowWith(t *testing.T, b TollBoard, words string) toll.Row {
	t.Helper()
	var out *toll.Row
	b.Each(func(_ *toll.Group, r *toll.Row) {
		if r.Words == words && out == nil {
			out = r
		}
	})
	if out == nil {
		t.Fatalf("no row %q", words)
	}
	return *out
}

const fire, market = "Fire at Norrby harbour", "Attack on the market of Kostrel"

func TestAFigureIsLeftOutMovedAndBroughtBack(t *testing.T) {
	ctx := context.Background()
	w := sample(t)
	b := boardOf(t, w, market)
	row := rowWith(t, b, "Seventy-eight people")
	if err := w.PlaceFigure(ctx, b.Event.ID, row, ledger.PlacedOut, "not this attack"); err != nil {
		t.Fatal(err)
	}
	b = boardOf(t, w, market)
	b.Each(func(_ *toll.Group, r *toll.Row) {
		if r.Words == row.Words {
			t.Errorf("still on the board: %+v", r)
		}
	})
	if len(b.Left) == 0 || b.Left[0].Key != row.Key {
		t.Errorf("left out: %+v", b.Left)
	}
	other := boardOf(t, w, fire)
	if err := w.MoveFigure(ctx, b.Event.ID, other.Event.ID, row, ""); err != nil {
		t.Fatal(err)
	}
	if r := rowWith(t, boardOf(t, w, fire), row.Words); !r.Placed {
		t.Errorf("moved, but not as placed: %+v", r)
	}
	for range 2 {
		if _, err := w.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if r := rowWith(t, boardOf(t, w, market), row.Words); r.Placed {
		t.Errorf("still placed: %+v", r)
	}
}

func TestATollFlagIsRaisedOnItsClaimOrDismissedWithAReason(t *testing.T) {
	ctx := context.Background()
	w := sample(t)
	flag := func(rule toll.Rule) TollFlag {
		t.Helper()
		for _, f := range boardOf(t, w, market).Flags {
			if f.Rule == rule {
				return f
			}
		}
		t.Fatalf("no flag %q", rule)
		return TollFlag{}
	}
	f := flag(toll.RuleMixed)
	id, err := w.RaiseTollFlag(ctx, f)
	if err != nil {
		t.Fatal(err)
	}
	w.View(func(s *ledger.State) {
		c := s.Claims[s.Flags[id].Claim]
		if c == nil || !strings.HasPrefix(c.Text, "Seventy-eight people") {
			t.Errorf("raised on %+v", c)
		}
	})
	if got := flag(toll.RuleMixed); got.Open() || got.Raised != id {
		t.Errorf("raised, but %+v", got)
	}
	f = flag(toll.RuleConflict)
	if err := w.DismissTollFlag(ctx, f.Key, " "); err == nil {
		t.Error("dismissed without a reason")
	}
	if err := w.DismissTollFlag(ctx, f.Key, "both are printed with who says so"); err != nil {
		t.Fatal(err)
	}
	if got := flag(toll.RuleConflict); got.Open() || got.Note == "" {
		t.Errorf("dismissed, but %+v", got)
	}
	made := 0
	w.View(func(s *ledger.State) { made = len(s.Live()) })
	if _, err := w.RaiseTollFlag(ctx, flag(toll.RuleFell)); err != nil { // no claim there: one is made
		t.Fatal(err)
	}
	w.View(func(s *ledger.State) {
		if len(s.Live()) != made+1 {
			t.Errorf("%d claims, were %d", len(s.Live()), made)
		}
	})
}

func TestFiguresOnceReadAreNotReadAgainWhenTheDeskIsOpenedAnew(t *testing.T) {
	ctx := context.Background()
	w := sample(t)
	want, err := w.TollFlags(ctx)
	if err != nil {
		t.Fatal(err)
	}
	read := func(cfg Config) (fresh int, flags []TollFlag) {
		t.Helper()
		again, err := Open(ctx, cfg)
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := again.Close(); err != nil {
				t.Error(err)
			}
		}()
		copies, _ := again.tollCopies()
		again.recallDigests(copies)
		fresh = again.FiguresToRead()
		flags, err = again.TollFlags(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return fresh, flags
	}
	fresh, got := read(Config{Dir: w.Dir(), ReadOnly: true, Who: w.Who()})
	if fresh != 0 || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%d versions had to be read again; flags the same: %t", fresh, fmt.Sprint(got) == fmt.Sprint(want))
	}
	if err := w.store.Cache(tollCache).Drop(); err != nil {
		t.Fatal(err)
	}
	if fresh, got = read(Config{Dir: w.Dir(), ReadOnly: true, Who: w.Who()}); fresh == 0 || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("without the cache %d versions were read; flags the same: %t", fresh, fmt.Sprint(got) == fmt.Sprint(want))
	}
}

func TestWordsOfANamedEventMeanItBesideAProposal(t *testing.T) {
	ctx := context.Background()
	w := sample(t)
	list, err := w.TollEvents(ctx)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(list, func(e TollEvent) bool { return e.Proposed })
	if i < 0 {
		t.Fatal("nothing is proposed")
	}
	id, err := w.AddEvent(ctx, claims.Event{Name: "Talks in " + list[i].Event.Place + " and more", Place: "Elsewhere", From: "2025-05-01"})
	if err != nil {
		t.Fatal(err)
	}
	if e, err := w.FindEvent(ctx, list[i].Event.Place); err != nil || e.Key != string(id) {
		t.Errorf("found %+v, %v; want %s", e, err, id)
	}
	if e, err := w.FindEvent(ctx, list[i].Key); err != nil || !e.Proposed {
		t.Errorf("by its key: %+v, %v", e, err)
	}
}
