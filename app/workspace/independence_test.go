package workspace

import (
	"context"
	"strings"
	"testing"

	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

func TestACheckedArticleIsNoSourceForItself(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	made := bring(t, w, "story.txt", story, ImportOptions{Role: source.Story})
	id, err := w.AddClaim(ctx, made, span(t, w, made, "At least 12 people died"), nil)
	check(t, err)
	_, err = w.Attach(ctx, id, made, span(t, w, made, "At least 12 people died"), claims.Supports, "")
	check(t, err)
	n, err := w.Independence(ctx, id)
	check(t, err)
	if n != (Independence{Wanted: 2, Own: 1}) {
		t.Errorf("%+v", n)
	}
	if s := n.String(); !strings.Contains(s, "not counted: 1 passage of the checked article itself") {
		t.Error(s)
	}
}

func TestTheHouseOfACheckedStoryIsNoIndependentSource(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	made := bring(t, w, "story.txt", story, ImportOptions{Role: source.Story, Outlet: "The Lamp", Versions: SeparateArticles})
	live := bring(t, w, "live.txt", "Live from Norrby\n\nAt least 12 people were killed, the fire service says.\n", ImportOptions{Outlet: "The Lamp", Versions: SeparateArticles})
	other := bring(t, w, "other.txt", "A fire\n\nThe mayor counted at least 12 people who were killed.\n", ImportOptions{Outlet: "Norrby Courier", Versions: SeparateArticles})
	id, err := w.AddClaim(ctx, made, span(t, w, made, "At least 12 people died"), nil)
	check(t, err)
	_, err = w.Attach(ctx, id, live, span(t, w, live, "At least 12 people were killed"), claims.Supports, "")
	check(t, err)
	n, err := w.Independence(ctx, id)
	check(t, err)
	if n != (Independence{Wanted: 2, House: 1}) {
		t.Errorf("%+v", n)
	}
	for _, s := range []string{n.String(), n.Short()} {
		if !strings.Contains(s, "the checked story's own outlet") || !strings.Contains(s, "not counted") {
			t.Error(s)
		}
	}
	_, err = w.Attach(ctx, id, other, span(t, w, other, "at least 12 people"), claims.Supports, "")
	check(t, err)
	if n, err = w.Independence(ctx, id); err != nil || n.Independent != 1 || n.Outlets != 1 || n.House != 1 {
		t.Errorf("%+v, %v", n, err)
	}
	check(t, w.Decide(ctx, claims.Verdict{Claim: id, Check: claims.Confirmed}))
	w.View(func(s *ledger.State) {
		if short := s.Claims[id].Verdict().Short; short != (claims.Shortfall{Independent: 1, Wanted: 2}) {
			t.Errorf("the verdict says %+v", short)
		}
	})
	d, err := w.Dossier(ctx, ReportScope{})
	check(t, err)
	if s := d.Sheets[0].Sources.String(); !strings.Contains(s, "the checked story's own outlet is not counted (1 passage)") {
		t.Error(s)
	}
}

func TestVersionsOfOneArticleAreOneSource(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	id, err := w.AddTyped(ctx, "At least 12 people were killed at Norrby on Thursday.", "")
	check(t, err)
	first := bring(t, w, "wire.txt", wire, ImportOptions{})
	second := bring(t, w, "wire2.txt", wire+"\nThe search went on.\n", ImportOptions{VersionOf: first.Article})
	if second.Article != first.Article {
		t.Fatalf("%v is no version of %v", second, first)
	}
	for _, v := range []source.VersionID{first, second} {
		_, err := w.Attach(ctx, id, v, span(t, w, v, "At least 12 people were killed"), claims.Supports, "")
		check(t, err)
	}
	n, err := w.Independence(ctx, id)
	check(t, err)
	if n.Articles != 1 || n.Independent != 1 || n.Passages != 2 {
		t.Errorf("%+v", n)
	}
}

const (
	agencyStory = "A freight train left the rails near Ostrava-Vale on Sunday evening and three wagons fell into the river, where divers worked through the night. The line stays closed until at least Wednesday while cranes are brought in, and passengers are taken around the gap by bus. Nobody can say yet why the brakes failed, an inspector at the bank told reporters."
	otherStory  = "Farmers along the Vale have asked for pumps after the accident on the railway. The water is brown and smells of oil, they say, and the cattle will not drink it. The council meets on Tuesday."
)

func TestCopiesOfAThirdTextAreOneSource(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	sentences := strings.SplitAfter(agencyStory, ". ")
	// Each copy has another half of the agency's story, and so hardly a word of the
	// other copy's.
	bring(t, w, "agency.txt", "Train falls into river\n\n"+agencyStory+"\n", ImportOptions{Outlet: "Vale Press Agency", Versions: SeparateArticles})
	a := bring(t, w, "a.txt", "Three wagons in the Vale\n\n"+sentences[0]+"\n", ImportOptions{Outlet: "Ostrava Post", Versions: SeparateArticles})
	b := bring(t, w, "b.txt", "Buses around the gap\n\n"+strings.Join(sentences[1:], "")+"\n", ImportOptions{Outlet: "Vale Echo", Versions: SeparateArticles})
	c := bring(t, w, "c.txt", "Brown water\n\n"+otherStory+"\n", ImportOptions{Outlet: "Farm Weekly", Versions: SeparateArticles})
	id, err := w.AddTyped(ctx, "A train fell into the river.", "")
	check(t, err)
	for _, v := range []source.VersionID{a, b, c} {
		_, t1, err := w.Read(ctx, v)
		check(t, err)
		_, err = w.Attach(ctx, id, v, source.Span{End: len(t1.Body)}, claims.Supports, "")
		check(t, err)
	}
	n, err := w.Independence(ctx, id)
	check(t, err)
	if n.Articles != 3 || n.Outlets != 3 || n.Independent != 2 {
		t.Errorf("%+v", n)
	}
	x, err := w.ClusterOf(ctx, a.Article)
	check(t, err)
	if x == nil || len(x.Articles) != 3 {
		t.Fatalf("%+v", x)
	}
	if y, err := w.ClusterOf(ctx, c.Article); err != nil || y != nil {
		t.Errorf("an article nobody copied is in cluster %+v, %v", y, err)
	}
}

func TestTheOriginOfCopiesIsWhoTheyCredit(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	// The copy was captured first and says where it has its words from.
	copied := bring(t, w, "copy.txt", "Train falls into river\n\nOSTRAVA-VALE, 4 May (Vale Press Agency) – "+agencyStory+"\n", ImportOptions{Outlet: "Ostrava Post", Versions: SeparateArticles})
	if x, err := w.ClusterOf(ctx, copied.Article); err != nil || x != nil {
		t.Fatalf("alone it is in cluster %+v, %v", x, err)
	}
	second := bring(t, w, "second.txt", "Wagons in the river\n\n4 May (Vale Press Agency) – "+agencyStory+"\n", ImportOptions{Outlet: "Vale Echo", Versions: SeparateArticles})
	x, err := w.ClusterOf(ctx, second.Article)
	check(t, err)
	if x == nil || x.Origin != "Vale Press Agency" || x.OriginArticle != "" || x.Because != "credited by Ostrava Post and Vale Echo" {
		t.Fatalf("an agency that is not on the desk: %+v", x)
	}
	agency := bring(t, w, "agency.txt", "Train falls into river near Ostrava-Vale\n\n"+agencyStory+"\n", ImportOptions{Outlet: "Vale Press Agency", Versions: SeparateArticles})
	if x, err = w.ClusterOf(ctx, second.Article); err != nil || x.OriginArticle != agency.Article || len(x.Articles) != 3 {
		t.Errorf("%+v, %v", x, err)
	}
	check(t, w.HideVersion(ctx, agency, true))
	if x, err = w.ClusterOf(ctx, second.Article); err != nil || x.OriginArticle != "" || len(x.Articles) != 2 {
		t.Errorf("after withdrawing the original: %+v, %v", x, err)
	}
}

func TestIndependentTextsMayRestOnOneOrigin(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	a := bring(t, w, "a.txt", "Fire at the harbour\n\nAt least 12 people were killed when a warehouse burned in the harbour, the fire service said.\n", ImportOptions{Outlet: "Coastal Wire", Versions: SeparateArticles})
	b := bring(t, w, "b.txt", "A night of smoke\n\nThe regional fire service said that at least 12 people were killed on Thursday. Schools stay shut.\n", ImportOptions{Outlet: "Inland Post", Versions: SeparateArticles})
	c := bring(t, w, "c.txt", "Morgue is full\n\nDoctors at Norrby General Hospital counted at least 12 people who were killed by the smoke, Norrby General Hospital said.\n", ImportOptions{Outlet: "Norrby Courier", Versions: SeparateArticles})
	id, err := w.AddTyped(ctx, "At least 12 people were killed at Norrby.", "")
	check(t, err)
	support := func(v source.VersionID) Independence {
		_, err := w.Attach(ctx, id, v, span(t, w, v, "12 people"), claims.Supports, "")
		check(t, err)
		n, err := w.Independence(ctx, id)
		check(t, err)
		return n
	}
	if n := support(a); n.Origin != "" {
		t.Errorf("one article rests on %q", n.Origin)
	}
	n := support(b)
	if n.Independent != 2 || !strings.HasSuffix(n.Origin, "fire service") {
		t.Errorf("%+v", n)
	}
	if s := n.String(); s != "2 passages, 2 outlets, 2 independent sources of 2 wanted; one origin: regional fire service" {
		t.Error(s)
	}
	if n := support(c); n.Origin != "" || n.Independent != 3 {
		t.Errorf("with the hospital's count: %+v", n)
	}
}

func TestAConfirmationOnTooFewSourcesIsOnRecord(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	v := bring(t, w, "wire.txt", wire, ImportOptions{})
	id, err := w.AddTyped(ctx, "At least 12 people were killed at Norrby.", "")
	check(t, err)
	_, err = w.Attach(ctx, id, v, span(t, w, v, "At least 12 people were killed"), claims.Supports, "")
	check(t, err)
	standing := func() claims.Verdict {
		var out claims.Verdict
		w.View(func(s *ledger.State) { out = s.Claims[id].Verdict().Verdict })
		return out
	}
	check(t, w.Decide(ctx, claims.Verdict{Claim: id, Check: claims.Confirmed}))
	if got := standing().Short; got != (claims.Shortfall{Independent: 1, Wanted: 2}) {
		t.Errorf("%+v", got)
	}
	check(t, w.Decide(ctx, claims.Verdict{Claim: id, Check: claims.CannotBe, Reason: "nobody answers"}))
	if got := standing().Short; got != (claims.Shortfall{}) {
		t.Errorf("a verdict that confirms nothing is short by %+v", got)
	}
	p := claims.Policy{Name: "one", Scale: "plain", Independent: 1}
	check(t, w.SetPolicy(ctx, p))
	check(t, w.Decide(ctx, claims.Verdict{Claim: id, Check: claims.Confirmed}))
	if got := standing().Short; got != (claims.Shortfall{}) {
		t.Errorf("one source of one is short by %+v", got)
	}
}

func TestACandidateThatIsNoNewSourceSaysSo(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	made := bring(t, w, "story.txt", story, ImportOptions{Role: source.Story})
	id, err := w.AddClaim(ctx, made, span(t, w, made, "At least 12 people died"), nil)
	check(t, err)
	a := bring(t, w, "a.txt", wire, ImportOptions{})
	bring(t, w, "b.txt", strings.Replace(wire, "Coastal Wire", "Inland Post", 1), ImportOptions{})
	bring(t, w, "c.txt", "Outlet: Harbour Times\n\nMorgue is full\n\nAt least 12 people were killed at Norrby on Thursday, doctors at the hospital said.\n", ImportOptions{})
	check(t, w.Refresh(ctx, nil))
	_, err = w.Attach(ctx, id, a, span(t, w, a, "At least 12 people were killed"), claims.Supports, "")
	check(t, err)
	list, err := w.Candidates(ctx, id, 10)
	check(t, err)
	got := map[string]string{}
	for _, c := range list {
		if c.Attached == "" {
			got[c.Version.Outlet] += c.Same
		}
	}
	if !strings.Contains(got["Inland Post"], "one story with what is attached from Coastal Wire") || got["Harbour Times"] != "" || len(got) < 2 {
		t.Errorf("%q", got)
	}
}
