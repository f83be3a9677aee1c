package workspace

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
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

func TestWhoWatchesMayReadTheDesk(t *testing.T) {
	w := desk(t)
	seen := 0
	stop := w.Watch(func([]ledger.Entry) { w.View(func(s *ledger.State) { seen = max(seen, int(s.Seq)) }) })
	defer stop()
	done := make(chan struct{})
	go func() {
		defer close(done)
		var acts sync.WaitGroup
		for i := range 8 {
			acts.Go(func() {
				for j := range 20 {
					if _, err := w.AddEvent(context.Background(), claims.Event{Name: fmt.Sprint("Fire ", i, " ", j)}); err != nil {
						t.Error(err)
					}
				}
			})
		}
		acts.Wait()
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("writing and watching wait for each other")
	}
	if seen != 161 {
		t.Errorf("the watcher saw the desk up to entry %d", seen)
	}
}

func TestActsOfAnotherDeskAreAnnouncedToo(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	var seen []uint64
	defer w.Watch(func(es []ledger.Entry) {
		for _, e := range es {
			seen = append(seen, e.Seq)
		}
	})()
	head := w.state.Head
	theirs, err := ledger.Seal(ledger.Entry{Seq: 2, Prev: head, Group: "theirs", Who: ledger.Who{Name: "Tomas Berg"}, At: clock, Change: ledger.EventAdded{Event: claims.Event{ID: "fire1", Name: "Fire"}}})
	check(t, err)
	check(t, w.store.Commit(ctx, store.Batch{Entries: []ledger.Entry{theirs}}))
	if _, err := w.AddEvent(ctx, claims.Event{Name: "Flood"}); err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(seen) != "[2 3]" {
		t.Errorf("announced: %v", seen)
	}
}

func TestEditingACopyOfAClaimChangesNothing(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	v := bring(t, w, "wire.txt", wire, ImportOptions{})
	id, err := w.AddClaim(ctx, v, span(t, w, v, "At least 12 people were killed"), nil)
	check(t, err)
	c, err := w.Claim(id)
	check(t, err)
	c.Made.Exact = "At least 15 people were killed"
	if c, err = w.Claim(id); err != nil || !strings.Contains(c.Made.Exact, "12") {
		t.Errorf("%q, %v", c.Made.Exact, err)
	}
}

func TestACancelledVerificationFindsNothingWrong(t *testing.T) {
	w := desk(t)
	bring(t, w, "wire.txt", wire, ImportOptions{})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if p, err := w.store.Check(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, %v", p, err)
	}
	ctx, cancel = context.WithCancel(context.Background())
	if v, err := w.Verify(ctx, func(done, total int, _ string) {
		if done == total {
			cancel()
		}
	}); !errors.Is(err, context.Canceled) {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestADeskMayLieAnywhere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a desk?b#c%41&ü=1;x")
	w := reopen(t, dir, Config{Create: true})
	bring(t, w, "wire.txt", wire, ImportOptions{})
	check(t, w.Close())
	check(t, w.Close())
	if !store.Exists(dir) {
		t.Fatal("the desk is somewhere else")
	}
	r := reopen(t, dir, Config{ReadOnly: true})
	if r.Seq() != 2 {
		t.Errorf("read %d entries", r.Seq())
	}
}

// page is an HTML article at an address.
func page(url, headline, body string) string {
	link := ""
	if url != "" {
		link = `<link rel="canonical" href="` + url + `">`
	}
	return `<html><head><title>` + headline + `</title>` + link + `<meta property="og:site_name" content="Coastal Wire"></head><body><article><h1>` + headline + `</h1><p>` + body + `</p></article></body></html>`
}

const quay = "The harbour authority said on Thursday that the northern quay would stay closed until the readings of the air were clean, and that some 130 firefighters from four towns were still at work in the basin."

func TestTwoVersionsOfOneArticleInOneImport(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	first := bring(t, w, "0.html", page("https://coastal.example/quay", "Northern quay stays closed", quay), ImportOptions{})
	r, err := w.Import(ctx, []string{
		// by its address, under another headline; then by the first headline
		put(t, "1.html", page("https://coastal.example/quay", "Quay closed for days, harbour says", quay+" Divers went down.")),
		put(t, "2.html", page("", "Northern quay stays closed", quay+" Divers went down twice.")),
	}, ImportOptions{Versions: AcceptVersions})
	check(t, err)
	for i, x := range r {
		if x.Err != nil || x.Version.Article != first.Article || x.Version.N != i+2 {
			t.Errorf("%s became %s of %s: %v", x.Name, x.Outcome, x.Version, x.Err)
		}
	}
}

func TestAFailedImportClaimsNothing(t *testing.T) {
	w := desk(t)
	check(t, w.store.Close())
	r, err := w.Import(context.Background(), []string{put(t, "wire.txt", wire), put(t, "story.txt", story)}, ImportOptions{})
	if err == nil {
		t.Fatal("imported into a store that is closed")
	}
	for _, x := range r {
		if x.Outcome != ImportFailed || x.Err == nil || !x.Version.IsZero() {
			t.Errorf("%s: %s as %s", x.Name, x.Outcome, x.Version)
		}
	}
}

func TestWhatIsHeldIsAskedOfWhatStands(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	one := bring(t, w, "a.html", page("https://coastal.example/quay", "Northern quay stays closed", quay), ImportOptions{})
	check(t, w.HideVersion(ctx, one, true))
	two := bring(t, w, "a.html", page("https://coastal.example/quay", "Northern quay stays closed", quay), ImportOptions{})
	if two.Article == one.Article {
		t.Fatalf("a withdrawn article was taken up again as %s", two)
	}
	check(t, w.HideVersion(ctx, one, false))
	check(t, w.HideVersion(ctx, two, true))
	r, err := w.Import(ctx, []string{put(t, "a.html", page("https://coastal.example/quay", "Northern quay stays closed", quay))}, ImportOptions{})
	check(t, err)
	if r[0].Outcome != ImportSame || r[0].Version != one {
		t.Errorf("the same file: %s as %s, want held as %s", r[0].Outcome, r[0].Version, one)
	}
	r, err = w.Import(ctx, []string{put(t, "b.html", page("https://coastal.example/quay", "Northern quay open", quay+" It opened."))}, ImportOptions{})
	check(t, err)
	if r[0].Outcome != ImportOffered || r[0].Offer.Article != one.Article {
		t.Errorf("a later state: %+v", r[0])
	}
}

func TestAReportIsSignedByTheApprovalThatStands(t *testing.T) {
	dir := t.TempDir()
	ctx := context.Background()
	w := reopen(t, dir, Config{Create: true, Who: ledger.Who{Name: "Lea Sund", Role: ledger.Editor}})
	id, err := w.AddTyped(ctx, "The fire service counted 12 engines at the harbour.", "")
	check(t, err)
	decide := func(rating string) {
		check(t, w.Decide(ctx, claims.Verdict{Claim: id, Check: claims.Confirmed, Rating: rating}))
		check(t, w.Review(ctx, id, claims.Submitted, ""))
		check(t, w.Review(ctx, id, claims.Approved, ""))
	}
	decide("Confirmed")
	check(t, w.Review(ctx, id, claims.Returned, "Who counted?"))
	decide("Disputed")
	d, err := w.Dossier(ctx, ReportScope{})
	check(t, err)
	if len(d.SignedBy) != 1 || d.SignedBy[0].Seq != w.Seq() {
		t.Errorf("signed: %+v; the approval that stands is entry %d", d.SignedBy, w.Seq())
	}
	if !d.SignedBy[0].Own {
		t.Error("the report does not say that who checked the claim approved it")
	}
}

func TestAReportSaysWhyAFindingWasSettled(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	v := bring(t, w, "wire.txt", wire, ImportOptions{})
	id, err := w.AddClaim(ctx, v, span(t, w, v, "At least 12 people were killed"), nil)
	check(t, err)
	bring(t, w, "wire2.txt", strings.ReplaceAll(wire, "12", "15"), ImportOptions{VersionOf: v.Article})
	found, err := w.Findings(ctx)
	check(t, err)
	for _, f := range found {
		if f.Claim == id {
			check(t, w.Settle(ctx, f.Key, true, "the service corrected itself"))
		}
	}
	d, err := w.Dossier(ctx, ReportScope{})
	check(t, err)
	if f := d.Sheets[0].Findings; len(f) != 1 || f[0].Note != "the service corrected itself" {
		t.Errorf("%+v", f)
	}
}

func TestAReportCountsSourcesAsTheDeskDoes(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	id, err := w.AddTyped(ctx, "At least 12 people were killed at Norrby on Thursday.", "")
	check(t, err)
	attach := func(name, text, outlet string) {
		v := bring(t, w, name, text, ImportOptions{Outlet: outlet, Versions: SeparateArticles})
		_, err := w.Attach(ctx, id, v, span(t, w, v, "at least 12 people"), claims.Supports, "")
		check(t, err)
	}
	// The third is a copy of the first and of the outlet of the second.
	attach("a.txt", "Fire at the harbour\n\nA fire killed at least 12 people in the harbour of Norrby on Thursday night, and the fire service searched the basin until dawn.\n", "Coastal Wire")
	attach("b.txt", "Morgue full\n\nDoctors at the general hospital said that they had counted at least 12 people by noon, in the yard and in the halls.\n", "Inland Post")
	attach("c.txt", "What we know\n\nA fire killed at least 12 people in the harbour of Norrby on Thursday night, and the fire service searched the basin until dawn, it said.\n", "inland post")
	n, err := w.Independence(ctx, id)
	check(t, err)
	d, err := w.Dossier(ctx, ReportScope{})
	check(t, err)
	if n.Independent != 1 || n.Outlets != 2 {
		t.Errorf("the desk counts %+v", n)
	}
	for _, p := range d.Sheets[0].Passages {
		if p.Cluster != 1 {
			t.Errorf("%s is source %d in the report", p.Version.ID, p.Cluster)
		}
	}
}

func TestAReceiptCountsWhatWasSearched(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	bring(t, w, "wire.txt", wire, ImportOptions{})
	bring(t, w, "story.txt", story, ImportOptions{Role: source.Story})
	for _, c := range []struct {
		q    index.Query
		want int
	}{{index.Query{Text: "avalanche"}, 2}, {index.Query{Text: "avalanche", Outlets: []string{"The Meridian"}}, 1}, {index.Query{Text: "avalanche", Role: source.Story}, 1}} {
		r, err := w.SaveSearch(ctx, c.q, "")
		if err != nil || r.Hits != 0 || r.Articles != c.want {
			t.Errorf("%+v: %d hits in %d articles, want %d (%v)", c.q, r.Hits, r.Articles, c.want, err)
		}
	}
}

func TestAnIndexNewerThanTheDeskIsMadeAnew(t *testing.T) {
	ctx := context.Background()
	newer := t.TempDir()
	w := reopen(t, newer, Config{Create: true})
	bring(t, w, "wire.txt", wire, ImportOptions{})
	for range 10 {
		bring(t, w, "more.txt", fmt.Sprint("Report ", w.Seq(), "\n\nThe fire service counted engines at the harbour.\n"), ImportOptions{Versions: SeparateArticles})
	}
	check(t, w.Refresh(ctx, nil))
	check(t, w.Close())
	for _, readOnly := range []bool{true, false} {
		dir := t.TempDir()
		w = reopen(t, dir, Config{Create: true})
		bring(t, w, "story.txt", story, ImportOptions{})
		check(t, w.Close())
		check(t, os.CopyFS(filepath.Join(dir, store.IndexName), os.DirFS(filepath.Join(newer, store.IndexName))))
		w = reopen(t, dir, Config{ReadOnly: readOnly})
		p, err := w.Search(ctx, index.Query{Text: "quay"})
		if err != nil || p.Articles != 1 {
			t.Errorf("read-only %v: found in %d articles, %v", readOnly, p.Articles, err)
		}
		check(t, w.Close())
	}
}

func TestAReaderSeesWhatWasIndexedSinceItOpened(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	w := reopen(t, dir, Config{Create: true})
	bring(t, w, "wire.txt", wire, ImportOptions{})
	r := reopen(t, dir, Config{ReadOnly: true})
	bring(t, w, "story.txt", story, ImportOptions{})
	check(t, w.Refresh(ctx, nil))
	if p, err := r.Search(ctx, index.Query{Text: "quay"}); err != nil || p.Articles != 2 {
		t.Errorf("found in %d articles, %v", p.Articles, err)
	}
}

func TestADamagedDeskIsExaminedToTheEnd(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	w := reopen(t, dir, Config{Create: true})
	v := bring(t, w, "wire.txt", wire, ImportOptions{})
	x, err := w.Version(v)
	check(t, err)
	// An entry that does not follow, and a text that is not its hash.
	rogue, err := ledger.Seal(ledger.Entry{Seq: 3, Prev: w.state.Head, Group: "g", At: clock, Change: ledger.EventAdded{Event: claims.Event{ID: "fire1", Name: "Fire"}}})
	check(t, err)
	rogue.Who.Name = "Somebody Else"
	check(t, w.store.Commit(ctx, store.Batch{Entries: []ledger.Entry{rogue}, Texts: []store.Body{{Hash: "0000", Text: "other words"}}}))
	check(t, w.Close())
	if _, err := Open(ctx, Config{Dir: dir, ReadOnly: true}); !errors.Is(err, store.ErrDamaged) {
		t.Fatalf("opened: %v", err)
	}
	found, err := Examine(ctx, Config{Dir: dir}, nil)
	check(t, err)
	problems := strings.Join(found.Problems, "\n")
	if len(found.Problems) != 2 || !strings.Contains(problems, "entry 3 was changed") || !strings.Contains(problems, "text 0000") || found.Versions != 1 {
		t.Errorf("version %s with text %s; found:\n%s", x.ID, x.Text.Short(), problems)
	}
}

func TestTheLatestVersionIsNotRemembered(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	v := bring(t, w, "wire.txt", wire, ImportOptions{})
	a, err := w.At(ctx, v, span(t, w, v, "At least 12 people were killed"))
	check(t, err)
	latest := source.VersionID{Article: v.Article}
	if f, err := w.Fate(ctx, a, latest); err != nil || !f.Fate.Carried() {
		t.Errorf("in its own version: %s, %v", f.Fate, err)
	}
	bring(t, w, "wire2.txt", strings.ReplaceAll(wire, "12", "15"), ImportOptions{VersionOf: v.Article})
	if f, err := w.Fate(ctx, a, latest); err != nil || f.Fate.Carried() {
		t.Errorf("in the version after it: %s, %v", f.Fate, err)
	}
}

func TestFindingsFollowWhatPeopleDo(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	src := bring(t, w, "wire.txt", wire, ImportOptions{})
	id, err := w.AddTyped(ctx, "At least 12 people were killed at Norrby.", "")
	check(t, err)
	e, err := w.Attach(ctx, id, src, span(t, w, src, "At least 12 people were killed"), claims.Supports, "")
	check(t, err)
	check(t, w.Decide(ctx, claims.Verdict{Claim: id, Check: claims.Confirmed}))
	findings := func(want int, when string) {
		t.Helper()
		if f, err := w.Findings(ctx); err != nil || len(f) != want {
			t.Errorf("%s: %d findings, want %d (%v)", when, len(f), want, err)
		}
	}
	v2 := bring(t, w, "wire2.txt", strings.ReplaceAll(wire, "12", "15"), ImportOptions{VersionOf: src.Article})
	findings(2, "a new version, in the passage and the headline")
	_, err = w.Undo(ctx)
	check(t, err)
	findings(0, "the import was taken back")
	_, err = w.Redo(ctx)
	check(t, err)
	findings(2, "and done again")
	check(t, w.ConfirmAnchor(ctx, e, v2, span(t, w, v2, "At least 15 people were killed"), "the same count, later"))
	findings(0, "a person confirmed the passage")
	if err := w.HideVersion(ctx, v2, true); err == nil {
		t.Error("a version in which evidence was confirmed can be withdrawn")
	}
	_, err = w.Undo(ctx)
	check(t, err)
	findings(2, "the confirmation was taken back")
	check(t, w.HideVersion(ctx, v2, true))
	findings(0, "the new version was withdrawn")
}

// stutter is a source of randomness that says everything twice, which makes
// random names collide.
type stutter struct {
	n    byte
	last bool
}

func (r *stutter) Read(b []byte) (int, error) {
	if r.last = !r.last; r.last {
		r.n += 8
	}
	for i := range b {
		b[i] = 0x80 | r.n>>i
	}
	return len(b), nil
}

func TestTwoFilesOfOneImportNeverGetOneName(t *testing.T) {
	w := reopen(t, t.TempDir(), Config{Create: true, Rand: &stutter{}})
	var paths []string
	for _, town := range []string{"Norrby", "Skagby", "Kostrel", "Tirn", "Dravenia", "Vestmark"} { // no common headline: one batch
		paths = append(paths, put(t, town+".txt", town+" counts its engines\n\nThe fire service of "+town+" sent four engines to the harbour on Thursday.\n"))
	}
	r, err := w.Import(context.Background(), paths, ImportOptions{Versions: SeparateArticles})
	check(t, err)
	seen := map[source.ArticleID]bool{}
	for _, x := range r {
		if x.Outcome != ImportAdded || seen[x.Version.Article] {
			t.Errorf("%s: %s as %s, %v", x.Name, x.Outcome, x.Version, x.Err)
		}
		seen[x.Version.Article] = true
	}
}

func TestALaterVersionIsOfTheSameOutlet(t *testing.T) {
	w := desk(t)
	src := bring(t, w, "wire.txt", wire, ImportOptions{Outlet: "Coastal Wire"})
	v2 := bring(t, w, "wire2.txt", strings.ReplaceAll(wire, "12", "15"), ImportOptions{VersionOf: src.Article})
	if v, err := w.Version(v2); err != nil || v.Outlet != "Coastal Wire" {
		t.Errorf("version 2 is by %q (%v)", v.Outlet, err)
	}
}
