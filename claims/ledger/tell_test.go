package ledger

import (
	"strings"
	"testing"

	"stet/claims"
	"stet/index/source"
)

func TestTheHistoryNamesClaimsArticlesAndFindingsInWords(t *testing.T) {
	b := desk(t)
	must(t,
		b.do(ana, "", version("wire1", 2)),
		b.do(ana, "", verdict("toll1", claims.Confirmed)),
		b.do(ana, "", FlagRaised{claims.Flag{ID: "fl4g1", Claim: "toll1", Text: "who counted?"}}),
		b.do(ana, "", EventAdded{claims.Event{ID: "ev3nt", Name: "Fire at Norrby"}}),
		b.do(ana, "", SearchSaved{claims.Receipt{Query: "nine dead", At: day}}))
	search := b.s.Seq
	must(t, b.do(ana, "", SentenceMarked{Anchor: evidence("e", "c").Evidence.Anchor, As: MarkOpinion}))
	mark := b.s.Seq
	const claim, article, passage = "“At least 12 people were killed.” (toll1)", "“Fire at Norrby harbour” (wire1)", "“were” (evid1)"
	at := source.VersionID{Article: "wire1", N: 2}
	for _, c := range []struct {
		change Change
		words  []string
	}{
		{VersionHidden{at, true}, []string{"withdrew version 2 of “Fire at Norrby harbour” (wire1@2)"}},
		{ArticleFiled{Article: source.Article{ID: "wire1", Role: source.Story}}, []string{article, "story"}},
		{ClaimRemoved{"toll1", true}, []string{"removed claim " + claim}},
		{ReadingCorrected{Claim: "toll1"}, []string{claim}},
		{evidence("evid1", "toll1"), []string{claim, "“were”"}},
		{EvidenceEdited{Evidence: evidence("evid1", "toll1").Evidence}, []string{passage, claim}},
		{EvidenceDetached{"evid1", true, "another fire"}, []string{passage, claim, "another fire"}},
		{AnchorConfirmed{Evidence: "evid1", Anchor: evidence("evid1", "toll1").Evidence.Anchor}, []string{passage, "version 1 of"}},
		{verdict("toll1", claims.Confirmed), []string{"verdict on claim " + claim}},
		{VerdictWithdrawn{"toll1", 3, true}, []string{claim}},
		{ReviewSet{Claim: "toll1", To: claims.Returned, Comment: "who?"}, []string{claim, "returned: who?"}},
		{FlagRaised{claims.Flag{Claim: "toll1", Text: "who counted?"}}, []string{claim, "who counted?"}},
		{FlagSettled{Flag: "fl4g1", To: claims.FlagDismissed, Reason: "the chief"}, []string{"dismissed the flag “who counted?”", claim, "the chief"}},
		{FlagSettled{Flag: "fl4g1", To: claims.FlagOpen}, []string{"reopened the flag"}},
		{FindingSettled{Finding: "claim:toll1:wire1@2", Settled: true, Note: "seen"}, []string{"settled the finding on claim " + claim, "version 2 of “Fire at Norrby harbour”", "seen"}},
		{FindingSettled{Finding: "evidence:evid1:wire1@2"}, []string{"reopened the finding on the passage " + passage}},
		{FindingSettled{Finding: "text:wire1@1:0:wire1@2:0", Settled: true, About: "toll raised"}, []string{"version 2 of “Fire", "toll raised"}},
		{FindingSettled{Finding: "toll/conflict/abc", Settled: true, About: "Two sources differ."}, []string{"alarm of a toll board: Two sources differ."}},
		{FindingSettled{Finding: "of an older kind", Settled: true}, []string{"settled a finding"}},
		{ProposalDismissed{Version: at, Words: "ten doors", Dismissed: true, Reason: "a figure of speech"}, []string{"version 2 of", "“ten doors”", "figure of speech"}},
		{QuoteSourceChosen{source.Place{Version: at}, "we lost", true}, []string{"version 2 of", "“we lost”"}},
		{EventRemoved{"ev3nt", true}, []string{"“Fire at Norrby” (ev3nt)"}},
		{TollPlaced{Event: "ev3nt", Figure: "wire1/killed/people/12", To: PlacedOut, Reason: "another"}, []string{"killed, people, 12", "“Fire at Norrby”", "another"}},
		{SearchDropped{search, true}, []string{"“nine dead”"}},
		{SentenceUnmarked{mark, true}, []string{"as opinion: were"}},
	} {
		got := b.s.Tell(c.change)
		for _, want := range c.words {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q does not say %q", c.change.Kind(), got, want)
			}
		}
	}
}

func TestWhatIsNotOnTheDeskIsToldByItsName(t *testing.T) {
	s := New()
	for _, c := range []Change{VersionHidden{source.VersionID{Article: "wire1", N: 1}, true}, ClaimRemoved{"toll1", true}, EvidenceDetached{"evid1", true, ""},
		FlagSettled{Flag: "fl4g1", To: claims.FlagAccepted}, FindingSettled{Finding: "claim:toll1:nothing"}, FindingSettled{Finding: ""}, EventRemoved{"ev3nt", true}, SearchDropped{4, true}, SentenceUnmarked{4, true}} {
		if got := s.Tell(c); got == "" || strings.Contains(got, "%!") {
			t.Errorf("%s is told as %q", c.Kind(), got)
		}
	}
}

func TestASettledFindingDoneAgainKeepsItsNote(t *testing.T) {
	b := desk(t)
	must(t, b.do(ana, "", FindingSettled{Finding: "k", Settled: true, Note: "new figure attached"}), b.undo(ana), b.redo(ana))
	if got := b.s.Settled["k"].Note; got != "new figure attached" {
		t.Errorf("the note is %q", got)
	}
}
