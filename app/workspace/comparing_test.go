package workspace

import (
	"context"
	"strings"
	"testing"

	"stet/claims"
	"stet/index/ingest"
	"stet/index/source"
)

// brought imports texts as versions of one article and returns their names.
func brought(t *testing.T, w *Workspace, texts ...string) []source.VersionID {
	t.Helper()
	var out []source.VersionID
	o := ImportOptions{Outlet: "Evening Post", Role: source.Story}
	for _, x := range texts {
		done, err := w.importFrom(context.Background(), 1, o, func(_ context.Context, yield func(ingest.Item) bool) {
			yield(ingest.Item{Name: "story.txt", Path: "story.txt", Data: []byte(x)})
		})
		if err != nil || done[0].Err != nil {
			t.Fatal(err, done)
		}
		out = append(out, done[0].Version)
		o.VersionOf = done[0].Version.Article
	}
	return out
}

func claimed(t *testing.T, w *Workspace, id source.VersionID, words string) claims.ID {
	t.Helper()
	_, text, err := w.Read(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	span, err := FindWords(text.Body, words, 0)
	if err != nil {
		t.Fatal(err)
	}
	c, err := w.AddAnother(context.Background(), id, span, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

const (
	storyOne   = "Bridge closed in Hallam\n\nThe Hallam bridge was closed on Monday. It carries 30,000 cars a day. Nobody was hurt."
	storyTwo   = "Bridge closed in Hallam\n\nThe Hallam bridge was closed on Monday, the agency said. It carries 30,000 cars a day. Nobody was hurt."
	storyThree = "Bridge closed in Hallam\n\nThe Hallam bridge was closed on Monday, the agency said. It carries 40,000 cars a day. Nobody was hurt."
)

// textFinding is the finding that tells that a text changed, and how often it is
// listed.
func textFinding(t *testing.T, w *Workspace, in source.VersionID, with string) (found Finding, times int) {
	t.Helper()
	list, err := w.Findings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		if f.Kind == TextTouched && f.New == in && strings.Contains(f.Text, with) {
			found = f
			times++
		}
	}
	return found, times
}

func TestAChangeIsListedOnceThoughClaimsWereMadeInTwoVersions(t *testing.T) {
	w := sample(t)
	v := brought(t, w, storyOne, storyTwo, storyThree)
	claimed(t, w, v[0], "Nobody was hurt.")
	claimed(t, w, v[1], "Nobody was hurt.")
	f, times := textFinding(t, w, v[2], "40,000")
	if times != 1 {
		t.Errorf("the change is listed %d times", times)
	}
	if f.Old.Version != v[1] {
		t.Errorf("told from %s, not from the newest version that claims were made in", f.Old.Version)
	}
}

func TestAFindingSettledFromAnOlderVersionStaysSettled(t *testing.T) {
	w := sample(t)
	v := brought(t, w, storyOne, storyTwo, storyThree)
	claimed(t, w, v[0], "Nobody was hurt.")
	f, _ := textFinding(t, w, v[2], "40,000")
	if err := w.Settle(context.Background(), f.Key, true, "right"); err != nil {
		t.Fatal(err)
	}
	claimed(t, w, v[1], "Nobody was hurt.")
	if f, times := textFinding(t, w, v[2], "40,000"); times != 1 || !f.Settled {
		t.Errorf("listed %d times: %+v", times, f)
	}
}

func TestAFindingReadsAsTheComparisonDoes(t *testing.T) {
	w := sample(t)
	v := brought(t, w, storyOne, storyThree)
	claimed(t, w, v[0], "It carries 30,000 cars a day.")
	found, err := w.Findings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.Kind == ClaimTouched && f.New == v[1] {
			if !strings.HasSuffix(f.Text, ": number of cars raised from 30,000 to 40,000") {
				t.Errorf("%q", f.Text)
			}
			return
		}
	}
	t.Error("not found")
}

func TestWhatIsRememberedOfAnchorsIsBounded(t *testing.T) {
	r := recent[int, int]{most: 100}
	for k := range 10_000 {
		r.put(k, -k)
		if v, ok := r.get(7); k >= 7 && (!ok || v != -7) {
			t.Fatalf("after %d: what is asked for all the time is forgotten", k)
		}
	}
	if n := r.size(); n > 2*r.most {
		t.Errorf("%d remembered, at most %d", n, 2*r.most)
	}
	if _, ok := r.get(5000); ok {
		t.Error("what nobody asked for is still there")
	}
	w := sample(t)
	if _, err := w.Findings(context.Background()); err != nil {
		t.Fatal(err)
	}
	if n := w.fates.fates.size(); n == 0 || n > mostFates {
		t.Errorf("%d fates", n)
	}
}
