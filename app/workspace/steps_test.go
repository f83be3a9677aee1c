package workspace

import (
	"context"
	"strings"
	"testing"

	"stet/claims"
	"stet/index/source"
)

// rested imports texts as versions of one source and attaches words of the first to a
// claim.
func rested(t *testing.T, words string, texts ...string) (w *Workspace, e claims.EvidenceID, v []source.VersionID) {
	t.Helper()
	ctx := context.Background()
	w = sample(t)
	for i, x := range texts {
		o := ImportOptions{Outlet: "Hill Agency", Captured: clock.AddDate(0, 0, i)}
		if i > 0 {
			o.VersionOf = v[0].Article
		}
		v = append(v, bring(t, w, "mine.txt", x, o))
		if i > 0 {
			continue
		}
		story := bring(t, w, "story.txt", "Mine fire\n\nFourteen miners were killed in the fire at Orsk on Monday.", ImportOptions{Outlet: "Evening Post", Role: source.Story})
		var err error
		if e, err = w.Attach(ctx, claimed(t, w, story, "Fourteen miners were killed"), v[0], span(t, w, v[0], words), claims.Supports, ""); err != nil {
			t.Fatal(err)
		}
	}
	return w, e, v
}

// told lists what is told of a version.
func told(t *testing.T, w *Workspace, in source.VersionID) (out []Finding) {
	t.Helper()
	list, err := w.Findings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		if f.New == in {
			out = append(out, f)
		}
	}
	return out
}

func mine(toll, said, rest string) string {
	return "Fire in a mine near Orsk\n\nORSK, 4 May (Hill Agency) - At least " + toll + " miners were killed in the fire on Monday" + said + ".\n\nThe mine has 300 miners and was opened in 1950. " + rest
}

func TestAFindingTellsTheLastStepToo(t *testing.T) {
	w, e, v := rested(t, "At least 14 miners were killed", mine("14", ", rescue officials said", ""), mine("23", ", rescue officials said", ""), mine("21", "", ""), mine("21", "", "It rained all day."))
	list := told(t, w, v[3])
	if len(list) != 1 || list[0].Evidence != e {
		t.Fatalf("%+v", list)
	}
	for _, words := range []string{"raised from at least 14 to at least 21", "“rescue officials said” dropped; " + v[1].String() + " → " + v[2].String() + ": toll lowered from at least 23 to at least 21"} {
		if !strings.Contains(list[0].Text, words) {
			t.Errorf("%q does not say %q", list[0].Text, words)
		}
	}
}

func TestAnUnannouncedEditOfASourceIsTold(t *testing.T) {
	const head, plain = "Fire kills 32 in a mine near Orsk", "Fire in a mine near Orsk"
	one, two := mine("14", "", ""), mine("14", "", "It rained all day. Nobody knows why the fire broke out.")
	w, _, v := rested(t, "At least 14 miners were killed", strings.Replace(one, plain, head, 1), strings.Replace(two, plain, strings.Replace(head, "32", "23", 1), 1))
	list := told(t, w, v[1])
	if len(list) != 1 || list[0].Announced || !strings.Contains(list[0].Text, "headline: toll lowered from 32 to 23") {
		t.Errorf("%+v", list)
	}
}

func TestACorrectionOfASourceIsTold(t *testing.T) {
	one := mine("14", "", "The fire broke out at six on Monday morning.")
	two := mine("14", "", "The fire broke out at nine on Monday morning.") + "\n\nCorrection: An earlier version of this article said that the fire broke out at six."
	w, _, v := rested(t, "At least 14 miners were killed", one, two)
	list := told(t, w, v[1])
	if len(list) != 1 || !list[0].Announced || !strings.Contains(list[0].Text, "notice added: Correction: An earlier version") {
		t.Errorf("%+v", list)
	}
}
