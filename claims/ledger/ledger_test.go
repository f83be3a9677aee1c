package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"stet/claims"
	"stet/index/anchor"
	"stet/index/source"
)

var (
	ana = Who{"Ana Ruiz", Checker}
	lea = Who{"Lea Sund", Editor}
	day = time.Date(2025, 5, 4, 7, 0, 0, 0, time.UTC)
)

// book appends groups to a state, as a workspace does.
type book struct {
	s       *State
	entries []Entry
	n       int
}

func newBook() *book { return &book{s: New()} }

func (b *book) do(who Who, undoes string, changes ...Change) error {
	b.n++
	seq, prev := b.s.Seq, b.s.Head
	var es []Entry
	for _, c := range changes {
		seq++
		e, err := Seal(Entry{Seq: seq, Group: fmt.Sprint("g", b.n), Undoes: undoes, Who: who, At: day.Add(time.Duration(b.n) * time.Minute), Change: c, Prev: prev})
		if err != nil {
			return err
		}
		es, prev = append(es, e), e.Hash
	}
	if err := b.s.Apply(es...); err != nil {
		return err
	}
	b.entries = append(b.entries, es...)
	return nil
}

func (b *book) undo(who Who) error { return b.back(who, b.s.NextUndo) }
func (b *book) redo(who Who) error { return b.back(who, b.s.NextRedo) }

func (b *book) back(who Who, next func(string) (Group, bool)) error {
	g, ok := next(who.Name)
	if !ok {
		return errors.New("nothing")
	}
	return b.do(who, g.ID, Inverse(b.entries[g.First-1:g.Last])...)
}

// tester is what *testing.T, *testing.F and *rapid.T have in common here.
type tester interface {
	Helper()
	Fatal(args ...any)
}

func must(t tester, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func version(a string, n int) VersionAdded {
	id := source.VersionID{Article: source.ArticleID(a), N: n}
	return VersionAdded{Article: source.Article{ID: id.Article, Outlet: "Coastal Wire", Role: source.Material},
		Version: source.Version{ID: id, Headline: "Fire at Norrby harbour", Captured: day, Original: source.HashOf([]byte(id.String())), Text: source.HashOf([]byte("t" + id.String()))}}
}

func figure(id string) ClaimAdded {
	return ClaimAdded{claims.Claim{ID: claims.ID(id), Text: "At least 12 people were killed.",
		Made: &anchor.Anchor{Version: source.VersionID{Article: "wire1", N: 1}, Span: source.Span{Start: 0, End: 18}, Exact: "At least 12 people"},
		Body: claims.Figure{Words: "At least 12 people", Outcome: claims.Killed, Range: claims.Interval{Min: 12, NoMax: true, Mod: claims.AtLeast}}}}
}

func evidence(id, claim string) EvidenceAttached {
	return EvidenceAttached{claims.Evidence{ID: claims.EvidenceID(id), Claim: claims.ID(claim), Stance: claims.Supports,
		Anchor: anchor.Anchor{Version: source.VersionID{Article: "wire1", N: 1}, Span: source.Span{Start: 5, End: 9}, Exact: "were"}}}
}

func verdict(claim string, c claims.Check) VerdictGiven {
	return VerdictGiven{claims.Verdict{Claim: claims.ID(claim), Check: c, Reason: "as the fire service says"}}
}

// desk is a book with an article, a claim and evidence.
func desk(t tester) *book {
	b := newBook()
	must(t,
		b.do(ana, "", PolicySet{Policy: claims.DefaultPolicy("Harbour fire")}),
		b.do(ana, "", version("wire1", 1)),
		b.do(ana, "", figure("toll1")),
		b.do(ana, "", evidence("evid1", "toll1")))
	return b
}

func TestTheChainNoticesEveryTampering(t *testing.T) {
	b := desk(t)
	for name, tamper := range map[string]func(*Entry){
		"the words":    func(e *Entry) { e.Raw = []byte(strings.Replace(string(e.Raw), "12", "15", 1)) },
		"the person":   func(e *Entry) { e.Who.Name = "Somebody Else" },
		"the role":     func(e *Entry) { e.Who.Role = Editor },
		"the time":     func(e *Entry) { e.At = e.At.Add(time.Microsecond) },
		"the group":    func(e *Entry) { e.Group += "x" },
		"what it undo": func(e *Entry) { e.Undoes = "g1" },
		"the link":     func(e *Entry) { e.Prev = source.HashOf([]byte("other")) },
		"the sequence": func(e *Entry) { e.Seq++ },
	} {
		es := append([]Entry(nil), b.entries...)
		tamper(&es[2])
		var chain *ChainError
		if err := New().Apply(es...); !errors.As(err, &chain) || chain.Seq != es[2].Seq {
			t.Errorf("%s was changed: %v", name, err)
		}
	}
	if err := New().Apply(append(append([]Entry(nil), b.entries[:1]...), b.entries[2:]...)...); err == nil {
		t.Error("a missing entry went unnoticed")
	}
}

func TestAGroupIsAppliedWholeOrNotAtAll(t *testing.T) {
	b := desk(t)
	before := snapshot(t, b.s)
	err := b.do(ana, "", figure("toll2"), evidence("evid2", "toll2"), evidence("evid3", "nosuch"))
	var refused *RefusedError
	if !errors.As(err, &refused) || !strings.Contains(err.Error(), "nosuch") {
		t.Fatalf("evidence for a claim that is not there: %v", err)
	}
	if got := snapshot(t, b.s); got != before {
		t.Errorf("the state changed:\n%s\nwas\n%s", got, before)
	}
}

// snapshot prints a state, pointers followed, for comparing.
func snapshot(t tester, s *State) string {
	t.Helper()
	b, err := json.MarshalIndent(s, "", " ")
	must(t, err)
	return string(b)
}

func TestRefusalsNameWhatIsInTheWay(t *testing.T) {
	b := desk(t)
	must(t, b.do(ana, "", verdict("toll1", claims.Confirmed)), b.do(ana, "", ReviewSet{Claim: "toll1", From: claims.NoReview, To: claims.Submitted}))
	for name, c := range map[string]struct {
		change Change
		want   string
	}{
		"a version that evidence cites":      {VersionHidden{source.VersionID{Article: "wire1", N: 1}, true}, "evidence evid1"},
		"a claim with evidence":              {ClaimRemoved{"toll1", true}, "evid1"},
		"a second version out of turn":       {version("wire1", 3), "does not follow"},
		"a name that is taken":               {figure("toll1"), "taken"},
		"a claim on a version unknown":       {ClaimAdded{claims.Claim{ID: "x", Text: "x", Body: claims.Statement{}, Made: &anchor.Anchor{Version: source.VersionID{Article: "nowhere", N: 1}}}}, "nowhere"},
		"a claim without words":              {ClaimAdded{claims.Claim{ID: "x", Body: claims.Statement{}}}, "needs words"},
		"the same words attached twice":      {EvidenceAttached{func() claims.Evidence { e := evidence("evid9", "toll1").Evidence; return e }()}, "already"},
		"an unknown stance":                  {EvidenceAttached{claims.Evidence{ID: "e", Claim: "toll1", Stance: "maybe", Anchor: anchor.Anchor{Exact: "x"}}}, "stance"},
		"a verdict without outcome":          {VerdictGiven{claims.Verdict{Claim: "toll1", Check: "fine"}}, "outcome"},
		"cannot be confirmed without reason": {VerdictGiven{claims.Verdict{Claim: "toll1", Check: claims.CannotBe}}, "reason"},
		"a verdict from the future":          {VerdictGiven{claims.Verdict{Claim: "toll1", Check: claims.Confirmed, Seen: 999}}, "999"},
		"a return without comment":           {ReviewSet{Claim: "toll1", From: claims.Submitted, To: claims.Returned}, "comment"},
		"a review somebody else has moved":   {ReviewSet{Claim: "toll1", From: claims.Returned, To: claims.Submitted}, "submitted"},
		"withdrawing a submitted verdict":    {VerdictWithdrawn{"toll1", 5, true}, "review"},
		"dismissing a flag without reason":   {FlagSettled{Flag: "none", From: claims.FlagOpen, To: claims.FlagDismissed}, "no flag"},
		"a policy somebody else has changed": {PolicySet{Policy: claims.DefaultPolicy("x"), Was: claims.DefaultPolicy("y")}, "somebody else"},
		"an event that is not there":         {ClaimEdited{Claim: func() claims.Claim { c := figure("toll1").Claim; c.Event = "ev"; return c }(), Was: figure("toll1").Claim}, "event"},
		"a policy of no sources":             {PolicySet{Was: claims.DefaultPolicy("Harbour fire")}, "at least one"},
	} {
		before := snapshot(t, b.s)
		if err := b.do(lea, "", c.change); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; want it to name %q", name, err, c.want)
		}
		if snapshot(t, b.s) != before {
			t.Errorf("%s: refused, but the state changed", name)
		}
	}
}

func TestAnApprovedClaimIsLeftAloneUntilItIsReturned(t *testing.T) {
	b := desk(t)
	must(t, b.do(ana, "", verdict("toll1", claims.Confirmed)),
		b.do(ana, "", ReviewSet{Claim: "toll1", From: claims.NoReview, To: claims.Submitted}),
		b.do(lea, "", ReviewSet{Claim: "toll1", From: claims.Submitted, To: claims.Approved}))
	if err := b.do(ana, "", verdict("toll1", claims.CannotBe)); err == nil {
		t.Error("an approved claim was decided again")
	}
	must(t, b.do(lea, "", ReviewSet{Claim: "toll1", From: claims.Approved, To: claims.Returned, Comment: "the toll has risen"}), b.do(ana, "", verdict("toll1", claims.CannotBe)))
	c := b.s.Claims["toll1"]
	if c.Check() != claims.CannotBe || len(c.Verdicts) != 2 || len(c.Reviews) != 3 {
		t.Errorf("check %s, %d verdicts, %d review steps", c.Check(), len(c.Verdicts), len(c.Reviews))
	}
}

func TestUndoAndRedoTakeBackOnesOwnActs(t *testing.T) {
	b := desk(t)
	must(t, b.do(ana, "", verdict("toll1", claims.Confirmed)))
	must(t, b.do(lea, "", FlagRaised{claims.Flag{ID: "flag1", Claim: "toll1", Text: "who counted?"}}))
	must(t, b.undo(ana)) // hers, not the later one of somebody else
	if c := b.s.Claims["toll1"]; c.Check() != claims.InProgress || len(c.Verdicts) != 1 {
		t.Errorf("after undo: %s, %d verdicts kept", c.Check(), len(c.Verdicts))
	}
	must(t, b.redo(ana))
	if c := b.s.Claims["toll1"]; c.Check() != claims.Confirmed {
		t.Errorf("after redo: %s", c.Check())
	}
	must(t, b.undo(ana), b.undo(ana), b.undo(ana))
	if n := len(b.s.Live()); n != 0 {
		t.Errorf("%d claims after undoing verdict, evidence and claim", n)
	}
	must(t, b.redo(ana), b.redo(ana), b.redo(ana))
	c := b.s.Claims["toll1"]
	if c.Check() != claims.Confirmed || len(c.Evidence) != 1 {
		t.Errorf("after three redos: %s with %d passages", c.Check(), len(c.Evidence))
	}
	if _, ok := b.s.NextRedo(ana.Name); ok {
		t.Error("something is left to redo")
	}
	must(t, b.undo(ana), b.do(ana, "", FlagRaised{claims.Flag{ID: "flag2", Text: "x"}}))
	if _, ok := b.s.NextRedo(ana.Name); ok {
		t.Error("a new act must clear what could be redone")
	}
}

func TestUndoIsRefusedWhenSomethingHangsOnIt(t *testing.T) {
	b := newBook()
	must(t, b.do(ana, "", version("wire1", 1)), b.do(lea, "", figure("toll1")))
	if err := b.undo(ana); err == nil || !strings.Contains(err.Error(), "claim toll1") {
		t.Errorf("taking back a version that a colleague's claim stands in: %v", err)
	}
}

func TestAnExportedReportCannotBeUndone(t *testing.T) {
	b := desk(t)
	must(t, b.do(ana, "", ReportExported{Name: "r.html", Format: "html", Hash: "x", Seq: 4}))
	if g, _ := b.s.NextUndo(ana.Name); strings.Contains(g.Summary, "report") {
		t.Error("the export is offered for undo")
	}
}

// confirmed says that evidence stands, in another version, at some words.
func confirmed(ev string, n int) AnchorConfirmed {
	return AnchorConfirmed{Evidence: claims.EvidenceID(ev), Anchor: anchor.Anchor{Version: source.VersionID{Article: "wire1", N: n}, Span: source.Span{Start: 5, End: 9}, Exact: "fire"}}
}

func TestAWithdrawnVersionIsNotCited(t *testing.T) {
	b := desk(t)
	must(t, b.do(ana, "", version("wire1", 2)), b.do(ana, "", confirmed("evid1", 2)))
	v1, v2 := source.VersionID{Article: "wire1", N: 1}, source.VersionID{Article: "wire1", N: 2}
	for name, c := range map[string]Change{
		"a passage confirmed there": VersionHidden{v2, true},
		"the same confirmation":     confirmed("evid1", 2),
	} {
		if err := b.do(ana, "", c); err == nil {
			t.Errorf("%s: done without complaint", name)
		}
	}
	must(t, b.do(ana, "", EvidenceDetached{Evidence: "evid1", Detached: true}), b.do(ana, "", VersionHidden{v2, true}))
	if b.s.Articles["wire1"].Latest().ID != v1 {
		t.Error("a withdrawn version is the latest")
	}
	for name, c := range map[string]Change{
		"withdrawing it twice":                  VersionHidden{v2, true},
		"confirming a passage that is detached": confirmed("evid1", 1),
		"removing a claim that is not there":    ClaimRemoved{"toll1", false},
	} {
		if err := b.do(ana, "", c); err == nil {
			t.Errorf("%s: done without complaint", name)
		}
	}
	must(t, b.do(ana, "", ClaimRemoved{"toll1", true}), b.do(ana, "", VersionHidden{v1, true}))
	for name, c := range map[string]Change{
		"a claim made in it":   figure("toll2"),
		"a claim brought back": ClaimRemoved{"toll1", false},
	} {
		if err := b.do(ana, "", c); err == nil || !strings.Contains(err.Error(), "withdrawn") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAReturnThatIsDoneAgainKeepsItsComment(t *testing.T) {
	b := desk(t)
	must(t, b.do(ana, "", verdict("toll1", claims.Confirmed)), b.do(ana, "", ReviewSet{Claim: "toll1", From: claims.NoReview, To: claims.Submitted}),
		b.do(lea, "", ReviewSet{Claim: "toll1", From: claims.Submitted, To: claims.Returned, Comment: "Who counted?"}))
	for range 2 {
		must(t, b.undo(lea), b.redo(lea))
	}
	steps := b.s.Claims["toll1"].Reviews
	if last := steps[len(steps)-1]; last.To != claims.Returned || last.Comment != "Who counted?" {
		t.Errorf("%+v", last)
	}
	if undone := steps[len(steps)-2]; undone.Comment != "" {
		t.Errorf("taking it back says %q", undone.Comment)
	}
}

func TestTheBeginningOfADeskIsNotTakenBack(t *testing.T) {
	b := newBook()
	must(t, b.do(ana, "", PolicySet{Policy: claims.DefaultPolicy("Harbour fire")}))
	if g, ok := b.s.NextUndo(ana.Name); ok {
		t.Errorf("%+v", g)
	}
}

func TestASealedChangeSharesNothingWithItsMaker(t *testing.T) {
	c := figure("toll1")
	e, err := Seal(Entry{Seq: 1, Change: c})
	must(t, err)
	c.Claim.Made.Exact = "other words"
	if got := e.Change.(ClaimAdded).Claim.Made.Exact; got == "other words" {
		t.Error("changing what was handed in changed the entry")
	}
}

func TestAnApprovalIsNotDoneAgainOntoAnotherVerdict(t *testing.T) {
	b := desk(t)
	must(t, b.do(ana, "", verdict("toll1", claims.Confirmed)), b.do(ana, "", ReviewSet{Claim: "toll1", From: claims.NoReview, To: claims.Submitted}),
		b.do(lea, "", ReviewSet{Claim: "toll1", From: claims.Submitted, To: claims.Approved}), b.undo(lea), b.redo(lea), b.undo(lea),
		b.do(ana, "", verdict("toll1", claims.CannotBe)))
	if err := b.redo(lea); err == nil || !strings.Contains(err.Error(), "decided again") {
		t.Errorf("%v; review is %s", err, b.s.Claims["toll1"].Review)
	}
}
