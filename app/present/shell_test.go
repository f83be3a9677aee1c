package present

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stet/app/workspace"
	"stet/claims/ledger"
	"stet/index/source"
)

func TestBackAndForwardFollowTheTrail(t *testing.T) {
	r := newRig(t).open()
	v := r.bring(source.Material, workspace.SeparateArticles, fireV1, strike)
	start := r.Route
	first := start.Reading(v[0], source.Span{})
	second := start.Reading(v[1], source.Span{Start: 3, End: 9})
	r.Go(first)
	r.Go(first) // going where one is, is no step
	r.Replace(first.Reading(v[0], source.Span{Start: 1, End: 2}))
	moved := r.Route
	r.Go(second)
	r.Back()
	if r.Route != moved {
		t.Errorf("back leads to %+v, want where one had moved to, %+v", r.Route, moved)
	}
	r.Back()
	if r.Route != start || r.CanBack() {
		t.Errorf("back leads to %+v", r.Route)
	}
	r.Forward()
	r.Forward()
	if r.Route != second || r.CanForward() {
		t.Errorf("forward leads to %+v", r.Route)
	}
	r.Back()
	r.Go(start)
	if r.CanForward() {
		t.Error("there is a way forward after going elsewhere")
	}
}

func TestADeskOpensWhereItWasLeft(t *testing.T) {
	r := newRig(t).open()
	v := r.bring(source.Material, workspace.SeparateArticles, fireV1)
	want := r.Route.At(PlaceSources).Reading(v[0], source.Span{Start: 2, End: 8})
	r.Go(want)
	r.CloseDesk(func() {})
	r.settle()
	r.Settings.Flush()
	again := rigIn(t, r.dir, r.saved)
	again.Begin("")
	again.settle()
	if again.Desk == nil || again.Desk.Dir() != filepath.Join(r.dir, "desk") {
		t.Fatal("it did not open the last desk")
	}
	if again.Route != want {
		t.Errorf("it opened at %+v, want %+v", again.Route, want)
	}
}

func TestARouteOfWhatIsGoneIsLeftOut(t *testing.T) {
	r := newRig(t).open()
	dir := r.Desk.Dir()
	r.CloseDesk(func() {})
	r.settle()
	gone := source.VersionID{Article: "zzzzz", N: 3}
	r.Settings.Routes[dir] = Route{Place: PlaceClaims, Version: gone, Claim: "qqqqq", Side: SideClaim}
	r.OpenDesk(DeskRequest{Dir: dir})
	r.settle()
	if r.Route.Place != PlaceClaims || !r.Route.Version.IsZero() || r.Route.Claim != "" {
		t.Errorf("it opened at %+v", r.Route)
	}
}

func TestAMissingDeskIsExplained(t *testing.T) {
	r := newRig(t)
	r.OpenDesk(DeskRequest{Dir: filepath.Join(r.dir, "nowhere")})
	r.settle()
	if r.Desk != nil || r.Opening || len(r.problems) != 1 || r.problems[0].Do == "" {
		t.Errorf("desk %v, problems %+v", r.Desk, r.problems)
	}
}

func TestADeskInUseIsOfferedForReading(t *testing.T) {
	r := newRig(t).open()
	other := rigIn(t, r.dir, nil)
	other.OpenDesk(DeskRequest{Dir: r.Desk.Dir()})
	other.settle()
	if other.Desk != nil || !slices.Equal(other.asked, []string{"This desk is in use"}) {
		t.Fatalf("desk %v, asked %q", other.Desk, other.asked)
	}
	other.answer()
	other.settle()
	if other.Desk == nil || !other.ReadOnly() {
		t.Fatalf("it did not open for reading: %+v", other.problems)
	}
}

func TestActsRunInTheOrderAskedForAndPanesHearFirst(t *testing.T) {
	r := newRig(t).open()
	var order []string
	r.Listen(Listener{Acts: func(e []ledger.Entry) { order = append(order, "heard "+e[0].Change.Summary()) }})
	for _, text := range []string{"one", "two"} {
		r.Act(func(ctx context.Context, w *workspace.Workspace) error {
			_, err := w.AddTyped(ctx, "The hall has "+text+" doors.", "")
			return err
		}, func() { order = append(order, "then "+text) })
	}
	r.settle()
	if len(order) != 4 || !strings.HasPrefix(order[0], "heard") || order[1] != "then one" || order[3] != "then two" {
		t.Errorf("order: %q", order)
	}
	if r.Counts.Claims != 2 {
		t.Errorf("%d claims are counted", r.Counts.Claims)
	}
}

func TestAnActThatFailsIsShownAndTheNextOneRuns(t *testing.T) {
	r := newRig(t).open()
	ran := false
	r.Act(func(context.Context, *workspace.Workspace) error { return errors.New("the cellar is locked") }, func() { t.Error("then ran") })
	r.Act(func(context.Context, *workspace.Workspace) error { return context.Canceled }, nil)
	r.Act(func(context.Context, *workspace.Workspace) error { return nil }, func() { ran = true })
	r.settle()
	if len(r.problems) != 1 || r.problems[0].What != "The cellar is locked." {
		t.Errorf("problems: %+v", r.problems)
	}
	if !ran {
		t.Error("the next act did not run")
	}
}

func TestUndoSaysWhatItTookBack(t *testing.T) {
	r := newRig(t).open()
	r.run(ActUndo)
	if r.Toasts.Now == nil || !strings.Contains(r.Toasts.Now.Text, "nothing more") {
		t.Fatalf("on a new desk it says %+v, %+v", r.Toasts.Now, r.problems)
	}
	r.Toasts.Dismiss()
	r.Act(func(ctx context.Context, w *workspace.Workspace) error {
		_, err := w.AddTyped(ctx, "The hall has two doors.", "")
		return err
	}, nil)
	r.settle()
	r.run(ActUndo)
	if r.Counts.Claims != 0 || r.Toasts.Now == nil || !strings.HasPrefix(r.Toasts.Now.Text, "Undone: ") || r.Toasts.Now.Action != "Redo" {
		t.Fatalf("%d claims; it says %+v", r.Counts.Claims, r.Toasts.Now)
	}
	r.Toasts.Take()
	r.settle()
	if r.Counts.Claims != 1 {
		t.Errorf("%d claims after taking that back", r.Counts.Claims)
	}
}

func TestVerifyingSaysWhatIsDamaged(t *testing.T) {
	r := newRig(t).open()
	r.run(ActVerify)
	if r.Toasts.Now == nil || !strings.HasPrefix(r.Toasts.Now.Text, "Verified: ") || !strings.Contains(r.LedgerLine(), "verified at") {
		t.Errorf("it says %+v, %q", r.Toasts.Now, r.LedgerLine())
	}
}

func TestChangingWhoOneIsOpensTheDeskAgain(t *testing.T) {
	r := newRig(t).open()
	r.run(ActSettings)
	if r.form(" ", ""); len(r.problems) != 1 || r.Desk.Who().Name != "Ana Ruiz" {
		t.Errorf("nobody decides: %+v", r.problems)
	}
	r.form("Bo Lind", "")
	if want := (ledger.Who{Name: "Bo Lind", Role: ledger.Checker}); r.Desk == nil || r.Desk.Who() != want {
		t.Errorf("the desk is open as %v", r.Desk.Who())
	}
}

func TestANewDeskGetsAFolderOfItsName(t *testing.T) {
	r := newRig(t)
	r.run(ActNewDesk)
	r.text("Fire: what/where?")
	r.settle()
	if r.Desk == nil {
		t.Fatalf("no desk: %+v", r.problems)
	}
	if got := filepath.Base(r.Desk.Dir()); got != "Fire- what-where-" {
		t.Errorf("the folder is %q", got)
	}
	if _, err := os.Stat(filepath.Join(r.Folders.Desks, "Fire- what-where-")); err != nil {
		t.Error(err)
	}
}

func TestSettingsSurviveAndABrokenFileDoesNoHarm(t *testing.T) {
	q := NewQueue()
	var file []byte
	k := Keeper{Load: func() ([]byte, error) { return file, nil }, Save: func(b []byte) error { file = b; return nil }}
	s := LoadSettings(q, k)
	s.Theme, s.Splits["list"] = ThemeDark, 280
	s.Pick("sources.order", "outlet")
	q.Advance(saveDelay)
	if got := LoadSettings(q, k); got.Theme != ThemeDark || got.Splits["list"] != 280 || got.Choice["sources.order"] != "outlet" {
		t.Errorf("read back: %+v", got.Memory)
	}
	file = []byte("{ not JSON")
	if got := LoadSettings(q, k); got.Theme != ThemeSystem || got.Splits == nil || got.TextScale() != 1 {
		t.Errorf("a broken file reads as %+v", got.Memory)
	}
}

func TestTheSystemsWordOnWhoOneIsCountsUntilItChanges(t *testing.T) {
	ana, bo := ledger.Who{Name: "ana", Role: ledger.Checker}, ledger.Who{Name: "Bo Lind", Role: ledger.Editor}
	s := LoadSettings(NewQueue(), Keeper{})
	s.Introduce(ana)
	s.Who = bo
	s.Introduce(ana)
	if s.Who != bo {
		t.Errorf("what the person said was forgotten: %v", s.Who)
	}
	other := ledger.Who{Name: "cleo", Role: ledger.Checker}
	s.Introduce(other)
	if s.Who != other {
		t.Errorf("the system's new word was not taken: %v", s.Who)
	}
}
