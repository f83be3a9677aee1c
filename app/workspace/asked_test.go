package workspace

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"stet/claims"
	"stet/claims/match"
	"stet/index/source"
)

const (
	bridgeStory = "The night the Halm bridge gave way\n\nHARL, May 8, 2031 — The Halm bridge gave way on Friday evening. Its deck was laid in 1951 and renewed in 1977.\n\n" +
		"“The minister knew about the bridge, and he did nothing,” the opposition leader, Nora Vint, said in parliament. Toller said he had known about it.\n\n" +
		"The injured went to Harl General Hospital, which took 38 of them. A kiosk on the pier sold lemons all night.\n"
	bridgeSource = "Outlet: Harl Courier\n\nToller answers the opposition\n\nHARL, May 7, 2031 — Transport Minister Jan Toller denied it in parliament. “I did not know about the bridge,” Toller said.\n\n" +
		"The deck of the bridge was laid in 1951 and renewed in 1979.\n\n" +
		"Harl General Hospital said that it was treating 31 of the injured on Thursday.\n\n" +
		"“The driver was going at 96 kilometres an hour, and the limit is 80,” police chief Henrik Daal said.\n"
)

// bridgeDesk holds the story and its source.
func bridgeDesk(t *testing.T) (w *Workspace, made, src source.VersionID) {
	t.Helper()
	w = desk(t)
	made = bring(t, w, "story.txt", bridgeStory, ImportOptions{Role: source.Story})
	src = bring(t, w, "courier.txt", bridgeSource, ImportOptions{})
	check(t, w.Refresh(context.Background(), nil))
	return w, made, src
}

func TestAReportOfTheOppositeIsFoundWithWhatWasSaid(t *testing.T) {
	w, made, _ := bridgeDesk(t)
	ctx := context.Background()
	inStory, err := w.AddClaim(ctx, made, span(t, w, made, "he had known about it"), nil)
	check(t, err)
	typed, err := w.AddTyped(ctx, "Toller said he knew about the bridge.", "")
	check(t, err)
	for name, id := range map[string]claims.ID{"a pronoun for what the sentence before names": inStory, "typed": typed} {
		list, err := w.Candidates(ctx, id, 5)
		check(t, err)
		if len(list) == 0 || list[0].Result.Relation != match.Negation || list[0].Result.Suggest != claims.Contradicts || !strings.Contains(list[0].Text, "I did not know") {
			t.Errorf("%s: %+v", name, list)
		}
	}
}

func TestAPartOfASentenceIsFoundByItsSentence(t *testing.T) {
	w, made, _ := bridgeDesk(t)
	ctx := context.Background()
	for words, other := range map[string]bool{"renewed in 1977": true, "laid in 1951": false} {
		id, err := w.AddClaim(ctx, made, span(t, w, made, words), nil)
		check(t, err)
		list, err := w.Candidates(ctx, id, 5)
		check(t, err)
		if len(list) == 0 || list[0].Result.Relation == match.Unrelated || !strings.Contains(list[0].Text, "1979") {
			t.Fatalf("%q: %+v", words, list)
		}
		if against := list[0].Result.Suggest == claims.Contradicts; against != other {
			t.Errorf("%q: %q, %s", words, list[0].Result.Suggest, list[0].Result.Why)
		}
	}
}

func TestAShortFigureIsFoundByItsSentence(t *testing.T) {
	w, made, _ := bridgeDesk(t)
	ctx := context.Background()
	id, err := w.AddClaim(ctx, made, span(t, w, made, "which took 38 of them"), nil)
	check(t, err)
	list, err := w.Candidates(ctx, id, 5)
	check(t, err)
	if len(list) == 0 || !strings.Contains(list[0].Text, "treating 31 of the injured") {
		t.Errorf("%+v", list)
	}
}

func TestWhereNothingIsSureTheNearestPassagesAreShown(t *testing.T) {
	w, made, _ := bridgeDesk(t)
	ctx := context.Background()
	for _, c := range [][2]string{{"A kiosk on the pier sold lemons all night", ""}, {"The injured went to Harl General Hospital", "treating 31 of the injured"}} {
		words, want := c[0], c[1]
		id, err := w.AddClaim(ctx, made, span(t, w, made, words), nil)
		check(t, err)
		list, err := w.Candidates(ctx, id, 5)
		check(t, err)
		if want == "" {
			for _, c := range list {
				if c.May {
					t.Errorf("%q: %q may bear on it", words, c.Text)
				}
			}
			continue
		}
		if len(list) == 0 || !list[0].May || !strings.Contains(list[0].Text, want) {
			t.Errorf("%q: %+v", words, list)
		}
	}
}

func TestAPassageThatIsPartOfASentenceIsReadWithTheRest(t *testing.T) {
	w, _, src := bridgeDesk(t)
	ctx := context.Background()
	id, err := w.AddTyped(ctx, "“The driver was going at 96 kilometres an hour, and the limit is 80,” said Daal.", "Henrik Daal")
	check(t, err)
	r, err := w.Relate(ctx, id, source.Place{Version: src, Span: span(t, w, src, "The driver was going at 96 kilometres an hour")})
	check(t, err)
	if r.Relation != match.Verbatim {
		t.Errorf("%s: %s", r.Relation, r.Why)
	}
}

func TestEarlierCountsOfARisingTollAreNoConflict(t *testing.T) {
	const head = "HARL, May %s, 2031 — "
	bringing := []struct{ name, day, text string }{
		{"first", "5", "Twelve people were killed and 30 injured when the Halm bridge gave way at Harl on Thursday, the fire service said."},
		{"last", "7", "The number of people killed when the Halm bridge gave way at Harl on Thursday rose to 19, the fire service said. More than 50 people were injured.\n\nForty-one people were still in hospital."},
	}
	for _, c := range []struct {
		name, claim, of string
		sources         int
		want            match.Relation
	}{
		{"a later source bears it out", "At least 19 people were killed", "Twelve people", 2, match.Outdated},
		{"nothing bears it out", "At least 19 people were killed", "Twelve people", 1, match.Conflicts},
		{"those who are still in hospital", "more than 50 were injured", "Forty-one", 2, match.NotComparable},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := desk(t)
			ctx := context.Background()
			made := bring(t, w, "story.txt", "The night of the bridge\n\n"+fmt.Sprintf(head, "8")+"At least 19 people were killed and more than 50 were injured when the Halm bridge gave way at Harl on Thursday.\n", ImportOptions{Role: source.Story})
			for _, b := range bringing[:c.sources] {
				bring(t, w, b.name+".txt", "Outlet: The "+b.name+"\n\nThe Halm bridge\n\n"+fmt.Sprintf(head, b.day)+b.text+"\n", ImportOptions{})
			}
			check(t, w.Refresh(ctx, nil))
			id, err := w.AddClaim(ctx, made, span(t, w, made, c.claim), nil)
			check(t, err)
			list, err := w.Candidates(ctx, id, 10)
			check(t, err)
			for k, x := range list {
				if strings.Contains(x.Text, c.of) {
					if x.Result.Relation != c.want {
						t.Errorf("%s: %s", x.Result.Relation, x.Result.Why)
					}
					if c.want == match.Outdated && k == 0 {
						t.Error("an earlier count comes first")
					}
					return
				}
			}
			t.Errorf("not found: %+v", list)
		})
	}
}
