package ledger

import (
	"strings"
	"testing"

	"stet/claims"
	"stet/index/source"
)

// corrected is the correction of a toll that was read as one number.
func corrected(from, to float64) ReadingCorrected {
	read := figure("toll1").Claim.Body.(claims.Figure)
	was, now := read, read
	was.Range, now.Range = claims.Interval{Min: from, NoMax: true, Mod: claims.AtLeast}, claims.Just(to)
	return ReadingCorrected{Claim: "toll1", Read: claims.Reading{Body: read}, Was: claims.Reading{Body: was}, Now: claims.Reading{Body: now}}
}

func TestACorrectionKeepsWhatWasReadAndCanBeUndone(t *testing.T) {
	b := desk(t)
	read := b.s.Claims["toll1"].Body
	must(t, b.do(ana, "", corrected(12, 15)))
	c := b.s.Claims["toll1"]
	x := c.Correction()
	if x == nil || x.Who != ana || !claims.SameBody(x.Read.Body, read) || !claims.SameBody(c.Body, x.Now.Body) {
		t.Fatalf("the correction: %+v", x)
	}
	if err := b.do(lea, "", corrected(12, 16)); err == nil || !strings.Contains(err.Error(), "somebody else") {
		t.Errorf("correcting what is not there any more: %v", err)
	}
	must(t, b.undo(ana))
	if c.Correction() != nil || !claims.SameBody(c.Body, read) {
		t.Errorf("after undo the claim reads %+v", c.Body)
	}
	must(t, b.redo(ana))
	if c.Correction() == nil || claims.SameBody(c.Body, read) {
		t.Errorf("after redo the claim reads %+v", c.Body)
	}
	back := corrected(12, 15)
	back.Was, back.Now = back.Now, back.Read
	must(t, b.do(ana, "", back))
	if c.Correction() != nil || len(c.Corrections) != 2 {
		t.Errorf("taking the program's reading leaves %+v", c.Corrections)
	}
}

func TestAMarkIsOneSentencesAndComesOff(t *testing.T) {
	b := desk(t)
	a := evidence("e", "c").Evidence.Anchor
	if err := b.do(ana, "", SentenceMarked{Anchor: a, As: MarkHandled}); err == nil || !strings.Contains(err.Error(), "reason") {
		t.Errorf("handled without a reason: %v", err)
	}
	gone := a
	gone.Version = source.VersionID{Article: "wire1", N: 7}
	if err := b.do(ana, "", SentenceMarked{Anchor: gone, As: MarkOpinion}); err == nil {
		t.Error("a sentence of a version that is not there was marked")
	}
	must(t, b.do(ana, "", SentenceMarked{Anchor: a, As: MarkOpinion}))
	m := b.s.Marked["wire1"]
	if len(m) != 1 || m[0].Removed || m[0].Who != ana {
		t.Fatalf("marks: %+v", m)
	}
	must(t, b.undo(ana))
	if !m[0].Removed {
		t.Error("undo leaves the mark")
	}
	must(t, b.redo(ana))
	if b.s.Marked["wire1"][0].Removed {
		t.Error("redo does not bring it back")
	}
	if err := b.do(ana, "", SentenceUnmarked{999, true}); err == nil {
		t.Error("a mark that is not there came off")
	}
}
