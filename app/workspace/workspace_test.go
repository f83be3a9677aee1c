package workspace

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"stet/app/store"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index"
	"stet/index/source"
)

var clock = time.Date(2025, 5, 4, 7, 0, 0, 0, time.UTC)

// desk opens a new desk in a folder of the test.
func desk(t testing.TB) *Workspace {
	t.Helper()
	return reopen(t, t.TempDir(), Config{Create: true})
}

// reopen opens a desk as Ana Ruiz and closes it with the test.
func reopen(t testing.TB, dir string, cfg Config) *Workspace {
	t.Helper()
	cfg.Dir, cfg.Now = dir, func() time.Time { return clock }
	if cfg.Who.Name == "" {
		cfg.Who = ledger.Who{Name: "Ana Ruiz", Role: ledger.Checker}
	}
	w, err := Open(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() }) // a test may have closed it
	return w
}

// put writes a file for importing and returns its path.
func put(t testing.TB, name, text string) string {
	t.Helper()
	p := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return p
}

// bring imports one text and returns its version.
func bring(t testing.TB, w *Workspace, name, text string, o ImportOptions) source.VersionID {
	t.Helper()
	r, err := w.Import(context.Background(), []string{put(t, name, text)}, o)
	if err != nil || len(r) != 1 || r[0].Err != nil {
		t.Fatalf("importing %s: %+v, %v", name, r, err)
	}
	return r[0].Version
}

func span(t testing.TB, w *Workspace, id source.VersionID, words string) source.Span {
	t.Helper()
	_, text, err := w.Read(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	s, err := FindWords(text.Body, words, 0)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

const (
	wire = `Outlet: Coastal Wire
Published: 2025-05-02

Fire at Norrby harbour kills at least 12

NORRBY - At least 12 people were killed when a fire swept through a cold store in the harbour of Norrby on Thursday, the fire service said.

“We must keep the northern quay closed until the readings are clean,” harbour master Henrik Vale told reporters. Some 130 firefighters were in action, and 2,300 people had to leave their homes.

Divers were searching the basin on Friday for five people who were still missing. The cause of the fire was not known.
`
	story = `Outlet: The Meridian
Published: 2025-05-03

A night that Norrby will not forget

At least 12 people died in the fire on Thursday, the fire service said. “We must keep the northern quay closed until the readings are clean,” said Henrik Vale, who runs the port.
`
)

func TestImportTellsWhatBecameOfEachFile(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	dir := t.TempDir()
	for name, text := range map[string]string{"a-wire.txt": wire, "b-story.txt": story, "c-empty.txt": "", "d-copy.txt": wire, "e-binary.txt": "\x7fELF\x00\x01\x02\x00\x00\x00"} {
		check(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	var told []string
	r, err := w.Import(ctx, []string{dir, filepath.Join(dir, "missing.txt")}, ImportOptions{OnItem: func(done, total int, item string) { told = append(told, fmt.Sprint(done, "/", total, " ", item)) }})
	check(t, err)
	got := map[string]ImportOutcome{}
	for _, x := range r {
		got[x.Name] = x.Outcome
	}
	want := map[string]ImportOutcome{"a-wire.txt": ImportAdded, "b-story.txt": ImportAdded, "c-empty.txt": ImportFailed, "d-copy.txt": ImportSame, "e-binary.txt": ImportFailed, "missing.txt": ImportFailed}
	for name, o := range want {
		if got[name] != o {
			t.Errorf("%s: %s, want %s", name, got[name], o)
		}
	}
	if len(told) != 6 || !strings.HasPrefix(told[5], "6/6") {
		t.Errorf("progress: %v", told)
	}
	if s := ImportSummary(r); s != "2 added, 1 held already, 3 not read" {
		t.Errorf("summary: %s", s)
	}
	for _, x := range r {
		if x.Outcome == ImportFailed && !IsFileError(x.Err) {
			t.Errorf("%s: %v is not worded for people", x.Name, x.Err)
		}
	}
}

func TestWhatLooksLikeANewVersionIsOffered(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	first := bring(t, w, "wire.txt", wire, ImportOptions{})
	second := put(t, "later.txt", strings.ReplaceAll(wire, "12", "15"))
	r, err := w.Import(ctx, []string{second}, ImportOptions{})
	check(t, err)
	if r[0].Outcome != ImportOffered || r[0].Offer.Latest != first {
		t.Fatalf("%+v", r[0])
	}
	if n := w.Seq(); n != 2 {
		t.Errorf("an offer was imported: %d entries", n)
	}
	r, err = w.Import(ctx, []string{second}, ImportOptions{Versions: AcceptVersions})
	check(t, err)
	if r[0].Version != (source.VersionID{Article: first.Article, N: 2}) {
		t.Errorf("accepted as %v", r[0].Version)
	}
	copied := put(t, "copy.txt", strings.Replace(wire, "Coastal Wire", "Inland Post", 1))
	r, err = w.Import(ctx, []string{copied}, ImportOptions{})
	check(t, err)
	if r[0].Outcome != ImportAdded {
		t.Errorf("a copy in another outlet is an article of its own, not %s", r[0].Outcome)
	}
	r, err = w.Import(ctx, []string{put(t, "third.txt", strings.ReplaceAll(wire, "12", "19"))}, ImportOptions{Versions: SeparateArticles})
	check(t, err)
	if r[0].Outcome != ImportAdded {
		t.Errorf("asked to keep it separate, got %s", r[0].Outcome)
	}
}

func TestACancelledImportKeepsWhatItFinished(t *testing.T) {
	w := desk(t)
	dir := t.TempDir()
	for i := range 3 * batchItems {
		check(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d.txt", i)), []byte(fmt.Sprintf("Report %d from Norrby\n\nThe fire service counted %d engines at the harbour on Thursday night.\n", i, i)), 0o600))
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	acknowledged := 0
	_, err := w.Import(ctx, []string{dir}, ImportOptions{Versions: SeparateArticles, OnItem: func(done, _ int, _ string) {
		acknowledged = done
		cancel()
	}})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("%v", err)
	}
	n := 0
	w.View(func(s *ledger.State) { n = len(s.Articles) })
	if acknowledged == 0 || n < acknowledged || n == 3*batchItems {
		t.Errorf("%d acknowledged, %d on the desk", acknowledged, n)
	}
}

// TestALaterVersionMakesAVerdictStale is the promise of the program: the words a
// verdict rests on changed, so the verdict is in doubt, and nothing is carried.
func TestALaterVersionMakesAVerdictStale(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	src := bring(t, w, "wire.txt", wire, ImportOptions{})
	made := bring(t, w, "story.txt", story, ImportOptions{Role: source.Story})
	toll, err := w.AddClaim(ctx, made, span(t, w, made, "At least 12 people died"), nil)
	check(t, err)
	quote, err := w.AddClaim(ctx, made, span(t, w, made, "We must keep the northern quay closed until the readings are clean,"), nil)
	check(t, err)
	if c, err := w.Claim(toll); err != nil || c.Body.Kind() != claims.KindFigure {
		t.Errorf("the toll reads as %v, %v", c.Body, err)
	}
	if c, err := w.Claim(quote); err != nil || c.Body.Kind() != claims.KindQuote || c.Origin.Name != "Henrik Vale" {
		t.Errorf("the quote reads as %+v, %v", c, err)
	}
	_, err = w.Attach(ctx, toll, src, span(t, w, src, "At least 12 people were killed"), claims.Supports, "")
	check(t, err)
	_, err = w.Attach(ctx, quote, src, span(t, w, src, "We must keep the northern quay closed until the readings are clean,"), claims.Supports, "")
	check(t, err)
	for _, id := range []claims.ID{toll, quote} {
		check(t, w.Decide(ctx, claims.Verdict{Claim: id, Check: claims.Confirmed, Rating: "Confirmed"}))
	}
	if f, err := w.Findings(ctx); err != nil || len(f) != 0 {
		t.Fatalf("before the new version: %v, %v", f, err)
	}
	later := strings.NewReplacer("At least 12 people were", "At least 15 people were", "“We must keep", "“We must not keep").Replace(wire)
	bring(t, w, "wire2.txt", later, ImportOptions{VersionOf: src.Article})
	found, err := w.Findings(ctx)
	check(t, err)
	if len(found) != 2 {
		t.Fatalf("%d findings: %+v", len(found), found)
	}
	for i, want := range []string{"toll raised from at least 12 to at least 15", "must not"} {
		if f := found[i]; !f.Stale || f.Settled || !strings.Contains(f.Text, want) || f.Found.Fate.Carried() {
			t.Errorf("finding %d: %+v; want it stale and to name %q", i, f, want)
		}
	}
	check(t, w.Decide(ctx, claims.Verdict{Claim: toll, Check: claims.ChangeNeeded, Rating: "Disputed", Proposed: "At least 15 people"}))
	check(t, w.Settle(ctx, found[1].Key, true, "asked the port"))
	found, err = w.Findings(ctx)
	check(t, err)
	if found[0].Stale || !found[1].Settled {
		t.Errorf("decided again and settled, yet: %+v", found)
	}
	w.View(func(s *ledger.State) {
		if n := len(s.Claims[toll].Verdicts); n != 2 {
			t.Errorf("%d verdicts are kept, want both", n)
		}
	})
}

func TestCandidatesAreRankedByWhatTheyShow(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	src := bring(t, w, "wire.txt", wire, ImportOptions{})
	made := bring(t, w, "story.txt", story, ImportOptions{})
	id, err := w.AddClaim(ctx, made, span(t, w, made, "We must keep the northern quay closed until the readings are clean,"), nil)
	check(t, err)
	list, err := w.Candidates(ctx, id, 5)
	check(t, err)
	if len(list) == 0 || list[0].Place.Version != src || list[0].Result.Relation != "verbatim" {
		t.Fatalf("%+v", list)
	}
	for _, c := range list {
		if c.Place.Version.Article == made.Article {
			t.Errorf("an article is offered as evidence for itself: %+v", c.Place)
		}
	}
	e, err := w.Attach(ctx, id, list[0].Place.Version, list[0].Place.Span, claims.Supports, "")
	check(t, err)
	if list, err = w.Candidates(ctx, id, 5); err != nil || list[0].Attached != e {
		t.Errorf("attached as %q, want %q (%v)", list[0].Attached, e, err)
	}
}

func TestCopiesOfOneWireStoryAreOneSource(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	made := bring(t, w, "story.txt", story, ImportOptions{})
	id, err := w.AddClaim(ctx, made, span(t, w, made, "At least 12 people died"), nil)
	check(t, err)
	for _, outlet := range []string{"Coastal Wire", "Inland Post", "Norrby Courier"} {
		v := bring(t, w, outlet+".txt", strings.Replace(wire, "Coastal Wire", outlet, 1), ImportOptions{})
		_, err := w.Attach(ctx, id, v, span(t, w, v, "At least 12 people were killed"), claims.Supports, "")
		check(t, err)
	}
	own := bring(t, w, "own.txt", "Outlet: Harbour Times\n\nTwelve bodies in the morgue\n\nDoctors at Norrby General counted at least 12 dead by Friday noon, the hospital said, and 41 injured.\n", ImportOptions{})
	_, err = w.Attach(ctx, id, own, span(t, w, own, "at least 12 dead"), claims.Supports, "")
	check(t, err)
	n, err := w.Independence(ctx, id)
	check(t, err)
	if n != (Independence{Passages: 4, Articles: 4, Outlets: 4, Independent: 2, Wanted: 2}) {
		t.Errorf("%+v", n)
	}
}

func TestUndoSaysWhatItTookBack(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	v := bring(t, w, "wire.txt", wire, ImportOptions{})
	id, err := w.AddClaim(ctx, v, span(t, w, v, "At least 12 people were killed"), nil)
	check(t, err)
	what, err := w.Undo(ctx)
	if err != nil || !strings.Contains(what, "claim added") {
		t.Errorf("%q, %v", what, err)
	}
	if what, err = w.Undo(ctx); err != nil || !strings.Contains(what, "imported") {
		t.Errorf("%q, %v", what, err)
	}
	if p, err := w.Search(ctx, index.Query{Text: "harbour fire"}); err != nil || p.Total != 0 {
		t.Errorf("a withdrawn version is still found: %d, %v", p.Total, err)
	}
	if _, err = w.Redo(ctx); err != nil {
		t.Error(err)
	}
	if _, err = w.Redo(ctx); err != nil {
		t.Error(err)
	}
	if _, err := w.Claim(id); err != nil {
		t.Error(err)
	}
	if p, err := w.Search(ctx, index.Query{Text: "harbour fire"}); err != nil || p.Total == 0 {
		t.Errorf("a restored version is not found: %v", err)
	}
	if _, err = w.Redo(ctx); !errors.Is(err, ErrNothing) {
		t.Errorf("nothing left to redo: %v", err)
	}
}

func TestEverybodySeesActsInOrder(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	var seen []uint64
	stop := w.Watch(func(es []ledger.Entry) {
		for _, e := range es {
			seen = append(seen, e.Seq)
		}
	})
	var acts sync.WaitGroup
	for i := range 8 {
		acts.Add(1)
		go func() {
			defer acts.Done()
			for j := range 10 {
				if _, err := w.AddTyped(ctx, fmt.Sprintf("The fire service counted %d engines at the harbour.", i*10+j+2), ""); err != nil {
					t.Error(err)
				}
			}
		}()
	}
	acts.Wait()
	stop()
	check(t, w.Do(ctx, ledger.EventAdded{Event: claims.Event{ID: "event", Name: "Fire"}}))
	if len(seen) != 80 || !slices.IsSorted(seen) {
		t.Errorf("%d entries seen, in order: %v", len(seen), slices.IsSorted(seen))
	}
}

func TestLosingARaceAppliesTheActAgain(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	var seq uint64
	var head source.Hash
	w.View(func(s *ledger.State) { seq, head = s.Seq, s.Head })
	theirs, err := ledger.Seal(ledger.Entry{Seq: seq + 1, Prev: head, Group: "theirs", Who: ledger.Who{Name: "Tomas Berg"}, At: clock, Change: ledger.EventAdded{Event: claims.Event{ID: "fire1", Name: "Fire"}}})
	check(t, err)
	check(t, w.store.Commit(ctx, store.Batch{Entries: []ledger.Entry{theirs}}))
	if _, err := w.AddEvent(ctx, claims.Event{Name: "Flood"}); err != nil {
		t.Fatal(err)
	}
	w.View(func(s *ledger.State) {
		if len(s.Events) != 2 || s.Seq != seq+2 {
			t.Errorf("%d events, sequence %d", len(s.Events), s.Seq)
		}
	})
}

func TestTheIndexIsRebuiltWhateverBecameOfIt(t *testing.T) {
	ctx := context.Background()
	for name, harm := range map[string]func(dir string) error{
		"deleted": os.RemoveAll,
		"damaged": func(dir string) error {
			return filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
				if err != nil || d.IsDir() {
					return err
				}
				return os.WriteFile(p, []byte("not an index"), 0o600)
			})
		},
		"a file in its place": func(dir string) error { return errors.Join(os.RemoveAll(dir), os.WriteFile(dir, nil, 0o600)) },
	} {
		dir := t.TempDir()
		w := reopen(t, dir, Config{Create: true})
		bring(t, w, "wire.txt", wire, ImportOptions{})
		check(t, w.Refresh(ctx, nil))
		check(t, w.Close())
		check(t, harm(filepath.Join(dir, store.IndexName)))
		w = reopen(t, dir, Config{})
		p, err := w.Search(ctx, index.Query{Text: "cold store"})
		if err != nil || p.Total == 0 {
			t.Errorf("%s: %d passages, %v", name, p.Total, err)
		}
		check(t, w.Reindex(ctx, nil))
		check(t, w.Close())
	}
}

func TestADeskMayBeReadBesideItsWriter(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	w := reopen(t, dir, Config{Create: true})
	bring(t, w, "wire.txt", wire, ImportOptions{})
	check(t, w.Refresh(ctx, nil))
	r := reopen(t, dir, Config{ReadOnly: true})
	if p, err := r.Search(ctx, index.Query{Text: "cold store"}); err != nil || p.Total == 0 {
		t.Errorf("searching: %d, %v", p.Total, err)
	}
	if v, err := r.Verify(ctx, nil); err != nil || !v.OK() {
		t.Errorf("verifying: %+v, %v", v, err)
	}
	for name, act := range map[string]func() error{
		"a claim":   func() error { _, err := r.AddTyped(ctx, "x", ""); return err },
		"an import": func() error { _, err := r.Import(ctx, []string{dir}, ImportOptions{}); return err },
		"reindex":   func() error { return r.Reindex(ctx, nil) },
		"undo":      func() error { _, err := r.Undo(ctx); return err },
	} {
		if err := act(); !errors.Is(err, store.ErrReadOnly) && !errors.Is(err, ErrNothing) {
			t.Errorf("%s on a desk open for reading: %v", name, err)
		}
	}
}

func TestReportsVerifyUntilSomebodyTouchesThem(t *testing.T) {
	w := sample(t)
	ctx := context.Background()
	for _, format := range []string{"html", "md", "json", "csv"} {
		path := filepath.Join(t.TempDir(), "report."+format)
		recorded, err := w.Export(ctx, ReportScope{}, format, path)
		if err != nil || !recorded {
			t.Fatalf("%s: %v, %v", format, recorded, err)
		}
		data, err := os.ReadFile(path)
		check(t, err)
		r, err := w.VerifyReport(ctx, data)
		if err != nil || !r.OK() || r.Exported == nil {
			t.Errorf("%s: %+v, %v", format, r, err)
		}
		if format == "csv" {
			continue
		}
		forged := []byte(strings.ReplaceAll(string(data), "Fifteen people died", "Fifty people died"))
		r, err = w.VerifyReport(ctx, forged)
		if err != nil || r.OK() || !strings.Contains(strings.Join(r.Problems, " "), "Fifty") {
			t.Errorf("%s: a forged report: %+v, %v", format, r, err)
		}
	}
	if _, err := w.VerifyReport(ctx, []byte("no report")); err == nil {
		t.Error("any file passed for a report")
	}
	if _, err := w.Export(ctx, ReportScope{Article: "nosuch"}, "html", filepath.Join(t.TempDir(), "r")); err == nil {
		t.Error("a report on an article that is not there")
	}
}

func TestWordsAreFoundWhateverTheirTypography(t *testing.T) {
	body := "He said: “We can’t –\u00a0and\nwon’t – wait.” He said so twice."
	for words, want := range map[string]string{
		`"We can't - and won't - wait."`: "“We can’t –\u00a0and\nwon’t – wait.”",
		"wait":                           "wait",
	} {
		s, err := FindWords(body, words, 0)
		if err != nil || s.Of(body) != want {
			t.Errorf("%q: %q, %v", words, s.Of(body), err)
		}
	}
	if _, err := FindWords(body, "He said", 0); err == nil || !strings.Contains(err.Error(), "2 times") {
		t.Errorf("two places: %v", err)
	}
	if s, err := FindWords(body, "He said", 2); err != nil || s.Start == 0 {
		t.Errorf("the second place: %v, %v", s, err)
	}
}
