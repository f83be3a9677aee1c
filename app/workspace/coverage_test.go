package workspace

import (
	"context"
	"strings"
	"testing"

	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

// Two versions of a story, written for these tests: in the second a toll was
// raised, a sentence was put in front, the rest was left alone.
const (
	damV1 = `Outlet: The Meridian
Published: 2025-05-03

Dam breach floods Halm

HALM - At least 12 people were killed when a dam broke above the town of Halm on Friday, the fire service said.

“We had no warning,” Kade told reporters. Mayor Berit Kade leads the town council. “Nobody called us that night,” Kade said.

The dam was built in 1964. It is a disgrace. Who was on duty?

Some 400 people were evacuated to a school.
`
	damV2 = `Outlet: The Meridian
Published: 2025-05-03

Dam breach floods Halm

HALM - At least 15 people were killed when a dam broke above the town of Halm on Friday, the fire service said.

The government promised help.

“We had no warning,” Kade told reporters. Mayor Berit Kade leads the town council. “Nobody called us that night,” Kade said.

The dam was built in 1964. It is a disgrace. Who was on duty?

Some 450 people were evacuated to a school.
`
)

// dam is a desk with both versions of the story.
func dam(t testing.TB) (w *Workspace, v1, v2 source.VersionID) {
	w = desk(t)
	v1 = bring(t, w, "dam.txt", damV1, ImportOptions{Role: source.Story})
	v2 = bring(t, w, "dam.txt", damV2, ImportOptions{Role: source.Story, Versions: AcceptVersions})
	if v2.Article != v1.Article || v2.N != 2 {
		t.Fatalf("versions %v and %v", v1, v2)
	}
	return w, v1, v2
}

// sentenceWith is the sentence of a version that begins with some words.
func sentenceWith(t testing.TB, w *Workspace, id source.VersionID, words string) Covered {
	t.Helper()
	c, err := w.Coverage(context.Background(), id)
	check(t, err)
	for _, s := range c.Sentences {
		if strings.Contains(s.Text, words) {
			return s
		}
	}
	t.Fatalf("no sentence holds %q", words)
	return Covered{}
}

// proposed is the proposal of a kind whose words hold some words.
func proposed(t testing.TB, w *Workspace, id source.VersionID, kind claims.Kind, words string) Proposal {
	t.Helper()
	list, err := w.Propose(context.Background(), id)
	check(t, err)
	for _, p := range list {
		if p.Read.Kind() == kind && strings.Contains(p.Words, words) {
			return p
		}
	}
	t.Fatalf("nothing of kind %s with %q is proposed", kind, words)
	return Proposal{}
}

func TestCoverageFollowsWhatIsDecided(t *testing.T) {
	w, v1, _ := dam(t)
	ctx := context.Background()
	for words, want := range map[string]Handling{"At least 12": StillOpen, "was built in 1964": StillOpen, "disgrace": Opinion, "Who was on duty": Nothing} {
		if got := sentenceWith(t, w, v1, words); got.State != want || got.Why == "" {
			t.Errorf("%q is %s (%s), want %s", words, got.State, got.Why, want)
		}
	}
	before, err := w.Coverage(ctx, v1)
	check(t, err)
	if before.Handled != 0 || before.Checkable < 5 {
		t.Fatalf("%d of %d handled", before.Handled, before.Checkable)
	}
	_, err = w.AddClaim(ctx, v1, span(t, w, v1, "At least 12 people"), nil)
	check(t, err)
	list, err := w.Propose(ctx, v1)
	check(t, err)
	for _, p := range list {
		if strings.Contains(p.Words, "400") {
			check(t, w.Dismiss(ctx, v1, p, true, "counted by the town itself"))
		}
	}
	check(t, w.MarkSentence(ctx, v1, span(t, w, v1, "was built in 1964"), ledger.MarkHandled, "checked in April"))
	after, err := w.Coverage(ctx, v1)
	check(t, err)
	if after.Handled != 3 || after.Checkable != before.Checkable {
		t.Errorf("%d of %d handled, want 3 of %d", after.Handled, after.Checkable, before.Checkable)
	}
	if c := sentenceWith(t, w, v1, "400"); c.State != Dismissed || !strings.Contains(c.Why, "counted by the town itself") {
		t.Errorf("the dismissed sentence is %s: %s", c.State, c.Why)
	}
	check(t, w.MarkSentence(ctx, v1, span(t, w, v1, "Mayor Berit Kade leads"), ledger.MarkOpinion, ""))
	check(t, w.MarkSentence(ctx, v1, span(t, w, v1, "disgrace"), ledger.MarkCheckable, "is it one?"))
	now, err := w.Coverage(ctx, v1)
	check(t, err)
	if now.Checkable != before.Checkable || now.Handled != 3 {
		t.Errorf("one marked as opinion, one as checkable: %d of %d handled", now.Handled, now.Checkable)
	}
	if _, err := w.Undo(ctx); err != nil || sentenceWith(t, w, v1, "disgrace").State != Opinion {
		t.Errorf("undo leaves the sentence %s, %v", sentenceWith(t, w, v1, "disgrace").State, err)
	}
}

func TestAMarkStaysWithItsWordsInALaterVersion(t *testing.T) {
	w, v1, v2 := dam(t)
	ctx := context.Background()
	check(t, w.MarkSentence(ctx, v1, span(t, w, v1, "was built in 1964"), ledger.MarkHandled, "checked in April"))
	check(t, w.MarkSentence(ctx, v1, span(t, w, v1, "Some 400 people"), ledger.MarkHandled, "counted twice"))
	check(t, w.MarkSentence(ctx, v1, span(t, w, v1, "At least 12 people"), ledger.MarkOpinion, ""))
	same := sentenceWith(t, w, v2, "was built in 1964")
	if same.State != MarkedHandled || same.Why != "checked in April" || same.Mark.Anchor.Version != v1 {
		t.Errorf("an unchanged sentence lost its mark: %s, %s", same.State, same.Why)
	}
	for _, words := range []string{"Some 450 people", "At least 15 people"} {
		if c := sentenceWith(t, w, v2, words); c.State != StillOpen || c.Mark != nil {
			t.Errorf("a mark was carried over changed words: %q is %s, %s", words, c.State, c.Why)
		}
	}
	check(t, w.UnmarkSentence(ctx, same.Mark.Seq))
	if c := sentenceWith(t, w, v2, "was built in 1964"); c.State != StillOpen {
		t.Errorf("the mark came off, and the sentence is %s", c.State)
	}
}

func TestAClaimHandlesItsSentenceWhereItsWordsAreUnchanged(t *testing.T) {
	w, v1, v2 := dam(t)
	ctx := context.Background()
	id, err := w.AddClaim(ctx, v1, span(t, w, v1, "The dam was built in 1964"), nil)
	check(t, err)
	_, err = w.AddClaim(ctx, v1, span(t, w, v1, "At least 12 people were killed"), nil)
	check(t, err)
	if c := sentenceWith(t, w, v2, "was built in 1964"); c.State != Claimed || len(c.Claims) != 1 || c.Claims[0] != id {
		t.Errorf("the claim's sentence is %s, %v", c.State, c.Claims)
	}
	if c := sentenceWith(t, w, v2, "At least 15"); c.State != StillOpen || len(c.Claims) > 0 || len(c.Earlier) != 1 || !strings.HasPrefix(c.Why, "changed since claim ") {
		t.Errorf("a claim of other words handles a sentence: %s, %v", c.State, c.Claims)
	}
}

func TestCoverageOfAnotherLanguageIsNotGuessed(t *testing.T) {
	w := desk(t)
	id := bring(t, w, "de.txt", "Dammbruch in Halm\n\nMindestens zwölf Menschen sind nach Angaben der Feuerwehr am Freitag ums Leben gekommen, als oberhalb der Stadt ein Damm brach.\n\nDer Damm wurde 1964 gebaut und war seit Jahren nicht mehr geprüft worden.\n", ImportOptions{Role: source.Story})
	c, err := w.Coverage(context.Background(), id)
	check(t, err)
	if c.Limits == "" {
		t.Error("nothing says that German is not judged")
	}
	for _, s := range c.Sentences {
		if s.Worth.Score != 0 || s.Checkable && s.Open == 0 || s.State != NotJudged && s.Open == 0 {
			t.Errorf("guessed: %+v", s)
		}
	}
}

func TestAReportSaysWhatWasNotCheckedAndWhatWasCorrected(t *testing.T) {
	w, v1, _ := dam(t)
	ctx := context.Background()
	p := proposed(t, w, v1, claims.KindFigure, "12 people")
	f := p.Read.(claims.Figure)
	f.Place = "Norrby"
	_, err := w.AcceptAs(ctx, v1, p, f)
	check(t, err)
	check(t, w.MarkSentence(ctx, v1, span(t, w, v1, "was built in 1964"), ledger.MarkHandled, "checked in April"))
	d, err := w.Dossier(ctx, ReportScope{Article: v1.Article})
	check(t, err)
	c := d.Subjects[0].Coverage
	if c == nil || c.Handled != 2 || len(c.Open) != c.Checkable-2 || len(c.Marked) != 1 || c.Marked[0].Why != "checked in April" || c.Marked[0].By != "Ana Ruiz (checker)" {
		t.Fatalf("coverage: %+v", c)
	}
	for _, x := range c.Open {
		if line := d.Subjects[0].Lines[x.Line-1]; line.Text != x.Text || x.Why == "" {
			t.Errorf("line %d of the copy is %q, not %q", x.Line, line.Text, x.Text)
		}
	}
	if k := d.Sheets[0].Correction; k == nil || k.Words() != "place: "+claims.FieldWords(p.Read, claims.FieldPlace)+" → Norrby" {
		t.Errorf("the sheet's correction: %+v", k)
	}
}
