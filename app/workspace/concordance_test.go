package workspace

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"stet/claims"
	"stet/claims/concordance"
	"stet/claims/ledger"
	"stet/claims/match"
	"stet/index/source"
)

// trapQuotes are the traps of assets/sample/articles/TRAPS.md that are about
// quotes: words of the source, words of the rendering, and how it relates. An
// empty relation marks what is no trap: the rendering is there and does not
// differ in substance.
var trapQuotes = []struct {
	trap             int
	source           string // begins the best source
	outlet, version  string // of the rendering: outlet, versions
	words            string // begins the rendering
	want             match.Relation
	folded, copyOfIt bool // shown below another rendering: an older version, a copy
}{
	{trap: 5, source: "We have not been able to reach", outlet: "Norrby Courier", words: "We have not been able", copyOfIt: true},
	{trap: 5, source: "We have not been able to reach", outlet: "Inland Post", words: "We have not been able", copyOfIt: true},
	{trap: 6, source: "We must rebuild this harbour", outlet: "The Meridian", words: "We must rebuild this harbour, and we must rebuild it safely", want: match.SilentTruncation},
	{trap: 7, source: "We must rebuild this harbour", outlet: "Harbour Times", words: "We must rebuild this harbour … but not before", want: ""},
	{trap: 8, source: "I counted nine", outlet: "Norrby Courier", words: "I counted nine", want: match.OtherSpeaker, folded: true},
	{trap: 9, source: "I counted nine", outlet: "The Meridian", words: "I counted nine", want: match.OtherSpeaker},
	{trap: 10, source: "We must not reopen", outlet: "Harbour Times", words: "We must reopen", want: match.Negation, folded: true},
	{trap: 11, source: "The first container ship could berth", outlet: "Harbour Times", words: "The first container ship will berth", want: match.Substitution, folded: true},
	{trap: 26, source: "We will not answer terror", outlet: "Inland Post", words: "We will answer terror", want: match.Negation},
	{trap: 27, source: "I saw tomatoes rolling and", outlet: "Inland Post", words: "I saw tomatoes rolling,", want: match.SilentTruncation},
}

func TestTheQuoteTrapsOfTheSampleAreInTheConcordance(t *testing.T) {
	list, err := sample(t).Utterances(context.Background(), nil)
	check(t, err)
	for _, c := range trapQuotes {
		i := slices.IndexFunc(list, func(u concordance.Utterance) bool { return strings.HasPrefix(u.Source.Words, c.source) })
		if i < 0 {
			t.Errorf("trap %d: no utterance begins “%s”", c.trap, c.source)
			continue
		}
		u := &list[i]
		var found *concordance.Rendering
		for _, r := range u.All() {
			if r != &u.Source && r.Outlet == c.outlet && strings.HasPrefix(r.Words, c.words) {
				found = r
			}
		}
		switch {
		case found == nil:
			t.Errorf("trap %d: %s is not among the renderings of “%s”", c.trap, c.outlet, c.source)
		case c.want == "" && found.Matters():
			t.Errorf("trap %d: harmless, and shown as %s", c.trap, found.Relation)
		case c.want != "" && (found.Relation != c.want || !found.Matters()):
			t.Errorf("trap %d: %s is %s (%s), want %s", c.trap, c.outlet, found.Relation, found.Why, c.want)
		}
		if c.copyOfIt && (len(u.Source.Copies) != 2 || u.Independent != 1) {
			t.Errorf("trap %d: %d copies, %d independent sources", c.trap, len(u.Source.Copies), u.Independent)
		}
		if c.folded && len(u.Source.Older) == 0 {
			t.Errorf("trap %d: the older version is not folded into the newer", c.trap)
		}
	}
}

func TestOnTheSampleOnlyTheTrapsDifferInSubstance(t *testing.T) {
	list, err := sample(t).QuoteDifferences(context.Background())
	check(t, err)
	var got []string
	for _, d := range list {
		for _, c := range d.Changed {
			got = append(got, string(c.Relation)+": "+strings.Join(strings.Fields(d.Words)[:4], " "))
		}
	}
	slices.Sort(got)
	want := []string{
		"negation: We must not reopen",
		"negation: We will not answer",
		"other_speaker: I counted nine coming",
		"other_speaker: I counted nine coming",
		"silent_truncation: I saw tomatoes rolling",
		// No planted trap, and true: the wire's second version begins the sentence later.
		"silent_truncation: The roof is unstable",
		"silent_truncation: We must rebuild this",
		// No planted trap, and true: the wire's second version goes on with another
		// sentence inside the marks.
		"substitution: Most have burns or",
		"substitution: The first container ship",
	}
	if !slices.Equal(got, want) {
		t.Errorf("differences:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAClaimOpensItsUtterance(t *testing.T) {
	w := sample(t)
	ctx := context.Background()
	made, typed := claims.ID(""), claims.ID("")
	w.View(func(s *ledger.State) {
		for _, c := range s.Live() {
			if strings.Contains(c.Text, "We must rebuild this harbour") {
				made = c.ID
			}
		}
	})
	typed, err := w.AddTyped(ctx, "“We must rebuild this harbor,” Marta Lindqvist said.", "")
	check(t, err)
	for _, id := range []claims.ID{made, typed} {
		u, err := w.UtteranceOf(ctx, id, nil)
		if err != nil || !strings.HasPrefix(u.Source.Words, "We must rebuild this harbour") {
			t.Errorf("claim %s: %q, %v", id, u.Source.Words, err)
		}
	}
	other, err := w.AddTyped(ctx, "“Nobody ever mentioned the lighthouse keeper,” Sten Ode said.", "")
	check(t, err)
	if _, err := w.UtteranceOf(ctx, other, nil); !errors.Is(err, ErrNoUtterance) {
		t.Errorf("%v", err)
	}
}

func TestAnotherBestSourceIsADecisionThatCanBeUndone(t *testing.T) {
	w := sample(t)
	ctx := context.Background()
	open := func() concordance.Utterance {
		list, err := w.Utterances(ctx, nil)
		check(t, err)
		for _, u := range list {
			if strings.Contains(u.Source.Words, "We must rebuild this harbour") {
				return u
			}
		}
		t.Fatal("the utterance is gone")
		return concordance.Utterance{}
	}
	was := open()
	var pick concordance.Rendering
	for _, r := range was.Rows {
		if r.Outlet == "Harbour Times" && r.Relation == match.Verbatim {
			pick = r
		}
	}
	check(t, w.ChooseSource(ctx, was, pick, true))
	now := open()
	if !now.Chosen || now.Source.Place() != pick.Place() || now.Key != was.Key {
		t.Errorf("chosen %v, source %v", now.Chosen, now.Source.Version)
	}
	var another concordance.Rendering
	for _, r := range now.Rows {
		if r.Outlet == "Norrby Courier" {
			another = r
		}
	}
	check(t, w.ChooseSource(ctx, now, another, true))
	w.View(func(s *ledger.State) {
		if len(s.QuoteSources) != 1 {
			t.Errorf("%d sources are chosen for one utterance", len(s.QuoteSources))
		}
	})
	if what, err := w.Undo(ctx); err != nil || !strings.Contains(what, "best source") {
		t.Errorf("%q, %v", what, err)
	}
	if u := open(); u.Source.Place() != pick.Place() {
		t.Errorf("after undo the source is %v", u.Source.Version)
	}
	if _, err := w.Undo(ctx); err != nil {
		t.Error(err)
	}
	if u := open(); u.Chosen || u.Source.Place() != was.Source.Place() {
		t.Errorf("after undoing both it is %v", u.Source.Version)
	}
}

func TestUtterancesFollowTheDesk(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	count := func() int {
		list, err := w.Utterances(ctx, nil)
		check(t, err)
		n := 0
		for _, u := range list {
			if u.Compared() {
				n++
			}
		}
		return n
	}
	if n := count(); n != 0 {
		t.Fatalf("%d on an empty desk", n)
	}
	bring(t, w, "a.txt", "Dam holds\n\n“The dam will hold, but nobody should sleep in the valley,” engineer Oda Merrick said.\n", ImportOptions{Outlet: "Upland Wire", Versions: SeparateArticles})
	b := bring(t, w, "b.txt", "Calm in Tarn\n\nResidents were calm. “The dam will hold,” Oda Merrick said at noon.\n", ImportOptions{Outlet: "Tarn Echo", Versions: SeparateArticles})
	if n := count(); n != 1 {
		t.Errorf("%d utterances in two renderings", n)
	}
	check(t, w.HideVersion(ctx, b, true))
	if n := count(); n != 0 {
		t.Errorf("a withdrawn version is still compared: %d", n)
	}
}

func TestCancellingTheConcordanceKeepsWhatWasRead(t *testing.T) {
	w := sample(t)
	ctx, cancel := context.WithCancel(context.Background())
	_, err := w.Utterances(ctx, func(done, _ int, _ string) {
		if done == 5 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	first := 0
	_, err = w.Utterances(context.Background(), func(_, total int, _ string) {
		if first == 0 {
			first = total
		}
	})
	check(t, err)
	versions := 0
	w.View(func(s *ledger.State) {
		for _, a := range s.Articles {
			versions += len(a.Versions)
		}
	})
	if first != versions-5 {
		t.Errorf("%d texts were read again, of %d", first, versions)
	}
}

func TestPlacesInFoldedVersionsLeadToTheUtterance(t *testing.T) {
	w := sample(t)
	list, err := w.Utterances(context.Background(), nil)
	check(t, err)
	for i := range list {
		for _, r := range list[i].All() {
			for _, n := range r.Versions {
				v := source.VersionID{Article: r.Version.Article, N: n}
				_, text, err := w.Read(context.Background(), v)
				check(t, err)
				at := strings.Index(text.Body, r.Words)
				if at < 0 {
					t.Errorf("%s does not print “%s”", v, r.Words)
					continue
				}
				if u := UtteranceAt(list, source.Place{Version: v, Span: source.Span{Start: at, End: at + len(r.Words)}}); u == nil {
					t.Errorf("%s: “%s” leads nowhere", v, r.Words)
				}
			}
		}
	}
}
