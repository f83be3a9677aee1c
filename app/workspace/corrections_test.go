package workspace

import (
	"context"
	"slices"
	"strings"
	"testing"

	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

func TestACorrectionIsKeptAndProposedAgain(t *testing.T) {
	w, v1, v2 := dam(t)
	ctx := context.Background()
	p := proposed(t, w, v1, claims.KindQuote, "We had no warning")
	said := p.Read.(claims.Quote)
	said.Speaker = "Mayor Anna Kade"
	id, err := w.AcceptAs(ctx, v1, p, said)
	check(t, err)
	c, err := w.Claim(id)
	check(t, err)
	if c.Body.(claims.Quote).Speaker != "Mayor Anna Kade" || c.Origin.Name != "Mayor Anna Kade" {
		t.Fatalf("the claim reads %+v, origin %+v", c.Body, c.Origin)
	}
	w.View(func(s *ledger.State) {
		x := s.Claims[id].Correction()
		if x == nil || !claims.SameBody(x.Read.Body, p.Read) {
			t.Errorf("what was read is not kept: %+v", x)
		}
	})
	again := proposed(t, w, v2, claims.KindQuote, "We had no warning")
	if again.Claim != id || again.Suggestion == nil || again.Body.(claims.Quote).Speaker != "Mayor Anna Kade" || again.Suggestion.Note != "as you corrected in version 1" {
		t.Errorf("proposed in version 2: %+v, %+v", again.Body, again.Suggestion)
	}
	if !claims.SameBody(again.Read, p.Read) {
		t.Error("what the program reads is not offered beside it")
	}
	other := proposed(t, w, v1, claims.KindQuote, "Nobody called us")
	if s := other.Suggestion; s == nil || !s.Elsewhere || other.Body.(claims.Quote).Speaker != "Mayor Anna Kade" || !strings.HasPrefix(s.Note, "suggested: ") {
		t.Errorf("another quote of the same name: %+v, %+v", other.Body, s)
	}
	check(t, w.TakeReading(ctx, id))
	if c, err = w.Claim(id); err != nil || !claims.SameBody(c.Body, p.Read) || c.Origin.Name != p.Read.(claims.Quote).Speaker {
		t.Errorf("with the program's reading back: %+v, %v", c, err)
	}
	if s := proposed(t, w, v2, claims.KindQuote, "We had no warning").Suggestion; s != nil {
		t.Errorf("a correction taken back is still suggested: %+v", s)
	}
}

func TestACorrectionIsDroppedWhereItsWordsChanged(t *testing.T) {
	w, v1, v2 := dam(t)
	ctx := context.Background()
	for _, words := range []string{"12 people", "400 people"} {
		p := proposed(t, w, v1, kindAt(t, w, v1, words), words)
		id, err := w.Accept(ctx, v1, p)
		check(t, err)
		body := p.Read
		switch x := body.(type) {
		case claims.Figure:
			x.Place, x.Range = "Halm valley", claims.Just(12)
			body = x
		case claims.Statistic:
			x.Place = "Halm valley"
			body = x
		}
		check(t, w.Correct(ctx, id, body))
	}
	list, err := w.Propose(ctx, v2)
	check(t, err)
	for _, p := range list {
		if p.Suggestion != nil {
			t.Errorf("%q: %+v", p.Words, p.Suggestion)
		}
	}
}

func kindAt(t *testing.T, w *Workspace, id source.VersionID, words string) claims.Kind {
	t.Helper()
	list, err := w.Propose(context.Background(), id)
	check(t, err)
	i := slices.IndexFunc(list, func(p Proposal) bool { return strings.Contains(p.Words, words) })
	if i < 0 {
		t.Fatalf("nothing is proposed at %q", words)
	}
	return list[i].Read.Kind()
}

func TestAChangedSpeakerDropsTheCorrection(t *testing.T) {
	w := desk(t)
	ctx := context.Background()
	const first = "Dam breach floods Halm\n\nHALM, 3 May 2025 - A dam broke above Halm on Friday.\n\n“We had no warning at all that night,” Kade told reporters.\n"
	v1 := bring(t, w, "dam.txt", first, ImportOptions{Role: source.Story})
	p := proposed(t, w, v1, claims.KindQuote, "no warning")
	q := p.Read.(claims.Quote)
	q.Speaker = "Mayor Anna Kade"
	_, err := w.AcceptAs(ctx, v1, p, q)
	check(t, err)
	for name, text := range map[string]string{
		"speaker":  strings.Replace(first, "Kade told", "Lind told", 1),
		"negation": strings.Replace(first, "Kade told", "Kade never told", 1),
		"wording":  strings.Replace(first, "no warning at all", "some warning", 1),
	} {
		v := bring(t, w, "dam.txt", text, ImportOptions{Role: source.Story, Versions: AcceptVersions})
		if v.Article != v1.Article {
			t.Fatalf("%s: another article", name)
		}
		list, err := w.Propose(ctx, v)
		check(t, err)
		for _, p := range list {
			if p.Suggestion != nil && !p.Suggestion.Elsewhere {
				t.Errorf("%s changed, and %q is still proposed as corrected: %+v", name, p.Words, p.Body)
			}
		}
	}
}

func TestTwoPeopleOfOneNameAreNotGuessed(t *testing.T) {
	w, v1, _ := dam(t)
	ctx := context.Background()
	const more = "Dam breach floods Halm\n\nHALM - A dam broke.\n\n“One,” Kade said. “We had two,” Kade said on Friday. “They had three of them,” Kade said later.\n"
	v := bring(t, w, "kade.txt", more, ImportOptions{Role: source.Story})
	if v.Article == v1.Article {
		t.Fatal("the same article")
	}
	for words, name := range map[string]string{"We had two": "Anna Kade", "One": "Ola Kade"} {
		p := proposed(t, w, v, claims.KindQuote, words)
		q := p.Read.(claims.Quote)
		q.Speaker = name
		_, err := w.AcceptAs(ctx, v, p, q)
		check(t, err)
	}
	if p := proposed(t, w, v, claims.KindQuote, "three"); p.Suggestion != nil {
		t.Errorf("guessed: %+v", p.Suggestion)
	}
}

func TestACorrectionHasToMakeSense(t *testing.T) {
	w, v1, _ := dam(t)
	ctx := context.Background()
	p := proposed(t, w, v1, claims.KindFigure, "12 people")
	bad := p.Read.(claims.Figure)
	bad.Outcome = "vanished"
	if _, err := w.AcceptAs(ctx, v1, p, bad); err == nil {
		t.Error("an unknown outcome was taken")
	}
	bad = p.Read.(claims.Figure)
	bad.Range = claims.Interval{Min: 15, Max: 12}
	if _, err := w.AcceptAs(ctx, v1, p, bad); err == nil {
		t.Error("a range that ends before it begins was taken")
	}
	if _, err := w.AcceptAs(ctx, v1, p, claims.Statement{Words: "x"}); err == nil {
		t.Error("a figure was read as a statement")
	}
	if n := w.Seq(); n != 3 {
		t.Errorf("%d entries: something was written", n)
	}
}

func TestPronounsAreNoNames(t *testing.T) {
	for words, want := range map[string]bool{"Kade": true, "the mayor": false, "The mayor": false, "he": false, "She": false, "mayor Anna Kade": true, "Mrs Lind": true, "Officials": false, "A spokesman": false} {
		if isName(words) != want {
			t.Errorf("%q: %v", words, !want)
		}
	}
}
