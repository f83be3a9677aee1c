package present

import (
	"strings"
	"testing"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

// A story with a number, quotes of one man, an opinion and a question, and its
// next version; written for these tests.
const (
	damV1 = `Dam breach floods Halm

HALM, 3 May 2025 (The Meridian) - At least 12 people were killed when a dam broke above the town of Halm on Friday, the fire service said.

"We had no warning," Kade told reporters. Mayor Berit Kade leads the town council. "Nobody called us that night," Kade said.

The dam was built in 1964. It is a disgrace. Who was on duty?
`
	damV2 = `Dam breach floods Halm

HALM, 3 May 2025 (The Meridian) - At least 15 people were killed when a dam broke above the town of Halm on Friday, the fire service said.

"We had no warning," Kade told reporters. Mayor Berit Kade leads the town council. "Nobody called us that night," Kade said.

The dam was built in 1964. It is a disgrace. Who was on duty?
`
)

// covering is the coverage of a story.
func covering(t *testing.T) (*rig, *Reader, *Covering, []source.VersionID) {
	r := newRig(t).open()
	v := r.bring(source.Story, workspace.AcceptVersions, damV1, damV2)
	m := NewReader(r.Shell)
	c := NewCovering(r.Shell, m)
	r.Go(r.Route.Reading(v[0], source.Span{}))
	r.settle()
	return r, m, c, v
}

// words are the sentences listed, with their states.
func (m *Covering) words() string {
	var out []string
	for _, i := range m.Rows {
		c := m.Sentences()[i]
		out = append(out, StateTitle(c.State)+": "+Short(c.Text, 20))
	}
	return strings.Join(out, " | ")
}

func TestTheMeterCountsSentences(t *testing.T) {
	r, _, c, _ := covering(t)
	if !strings.HasPrefix(r.Status(), "0 of 5 checkable sentences handled") {
		t.Fatalf("status: %s; %s", r.Status(), c.words())
	}
	if c.Count(CoverOpen) != 5 || c.Count(CoverNot) != c.Count(CoverAll)-5 {
		t.Errorf("open %d, not facts %d of %d", c.Count(CoverOpen), c.Count(CoverNot), c.Count(CoverAll))
	}
	if Meter(1, 1) != "1 of 1 checkable sentence handled" {
		t.Error(Meter(1, 1))
	}
}

func TestOpenSentencesAreSteppedThroughAndHandledByKey(t *testing.T) {
	r, m, c, _ := covering(t)
	r.run(ActNextOpen)
	if r.Side() != SideCoverage || c.Current < 0 || m.Current < 0 {
		t.Fatalf("side %s, sentence %d, proposal %d", r.Side(), c.Current, m.Current)
	}
	first := c.Current
	r.run(ActAccept) // the proposal in it
	if s := c.Sentences()[first]; s.State != workspace.Claimed || r.Coverage.Handled != 1 {
		t.Fatalf("after accepting the sentence is %s, %s", s.State, r.Status())
	}
	if r.Side() != SideCoverage {
		t.Error("accepting leads away from the coverage")
	}
	c.Pick(c.at(strings.Index(m.Text.Body, "The dam was built")))
	r.settle()
	if m.Current != -1 && m.Cards[m.Current].State == CardOpen && !strings.Contains(m.Cards[m.Current].Words, "1964") {
		t.Errorf("the current proposal is %+v", m.Cards[m.Current])
	}
	at := c.Current
	r.run(ActMarkHandled)
	r.text("checked in April")
	r.settle()
	if s := c.Sentences()[at]; s.State != workspace.MarkedHandled || c.Detail(at) != "checked in April · Ana Ruiz" || r.Coverage.Handled != 2 {
		t.Fatalf("marked: %s, %s, %s", s.State, c.Detail(at), r.Status())
	}
	if c.Current == at {
		t.Error("it does not go on to the next open sentence")
	}
	next := c.Current
	of := r.Coverage.Of
	r.run(ActMarkOpinion)
	if s := c.Sentences()[next]; s.State != workspace.Opinion || r.Coverage.Of != of-1 {
		t.Errorf("marked as opinion: %s, %s", s.State, r.Status())
	}
	r.run(ActUndo)
	if s := c.Sentences()[next]; s.State != workspace.StillOpen {
		t.Errorf("after undo: %s", s.State)
	}
	c.SetShow(CoverAll)
	m.Current = -1
	c.Pick(at)
	r.settle()
	m.Current = -1
	r.run(ActUnmark)
	if s := c.Sentences()[at]; s.State != workspace.StillOpen {
		t.Errorf("the mark is off, and the sentence is %s", s.State)
	}
}

func TestWhatIsHandledLeavesTheListOfOpenOnes(t *testing.T) {
	r, m, c, _ := covering(t)
	c.SetShow(CoverOpen)
	n := len(c.Rows)
	for range n {
		r.run(ActNextOpen)
		m.Current = -1
		r.run(ActMarkOpinion)
	}
	if len(c.Rows) > 1 || c.Count(CoverOpen) != 0 {
		t.Errorf("left: %s", c.words())
	}
	for r.Toasts.Now != nil {
		r.Toasts.Dismiss()
	}
	r.run(ActNextOpen)
	if r.Toasts.Now == nil || !strings.Contains(r.Toasts.Now.Text, "Every checkable sentence") {
		t.Errorf("it says %+v", r.Toasts.Now)
	}
}

func TestOpenSentencesOfAStoryHaveASign(t *testing.T) {
	r, m, c, _ := covering(t)
	if got := marked(m, MarkOpen); !strings.Contains(got, "The") {
		t.Fatalf("signs at %q", got)
	}
	n := strings.Count(marked(m, MarkOpen), "|")
	c.Pick(c.at(strings.Index(m.Text.Body, "The dam was built")))
	r.settle()
	m.Current = -1
	r.run(ActMarkOpinion)
	if got := strings.Count(marked(m, MarkOpen), "|"); got != n-1 {
		t.Errorf("%d signs, were %d", got+1, n+1)
	}
	other := r.bring(source.Material, workspace.SeparateArticles, strike)
	r.Go(r.Route.Reading(other[0], source.Span{}).At(PlaceSources))
	r.ShowSide(SideProposals)
	r.settle()
	if strings.Contains(r.Status(), "checkable") {
		t.Errorf("status of a source: %s", r.Status())
	}
	if got := marked(m, MarkOpen); got != "" {
		t.Errorf("an article that is not being checked has signs at %q", got)
	}
}

func TestAReadingIsCorrectedWhileItIsAccepted(t *testing.T) {
	r, m, _, v := covering(t)
	at := -1
	for i, x := range m.Cards {
		if q, ok := x.Body.(claims.Quote); ok && strings.Contains(q.Words, "no warning") {
			at = i
		}
	}
	m.Pick(at)
	f := m.Form()
	if f == nil || len(f.Fields) != 1 || f.Fields[0].Value != "Berit Kade" || f.Yes != "Accept as corrected" {
		t.Fatalf("the form: %+v", f)
	}
	if err := f.Keep([]string{"Mayor Anna Kade"}); err != nil {
		t.Fatal(err)
	}
	r.settle()
	if c := m.Cards[at]; c.State != CardAccepted || c.Head != "Mayor Anna Kade" {
		t.Fatalf("the card: %+v", c)
	}
	in := NewInspector(r.Shell)
	r.OpenClaim(m.Cards[at].Claim)
	r.settle()
	if got := in.Corrected(); !strings.HasPrefix(got, "Corrected by Ana Ruiz, ") || !strings.Contains(got, "speaker (Stet read “Berit Kade”)") {
		t.Errorf("the inspector says %q", got)
	}
	other := -1
	for i, x := range m.Cards {
		if x.State == CardOpen && x.Suggestion != nil {
			other = i
		}
	}
	if other < 0 || m.Cards[other].Head != "Mayor Anna Kade" || !strings.HasPrefix(m.Cards[other].Note, "suggested: you read “Kade” as Mayor Anna Kade") {
		t.Fatalf("nothing is suggested for the other quote of the same name: %+v", m.Cards)
	}
	m.Pick(other)
	r.run(ActTakeRead)
	if c := m.Cards[other]; !c.AsRead || c.Head != "Berit Kade" {
		t.Errorf("Stet's reading: %+v", c)
	}
	if got := r.ActionTitle(ActTakeRead); got != "Take the corrected reading" {
		t.Errorf("the action is called %q", got)
	}
	r.run(ActTakeRead)
	if c := m.Cards[other]; c.AsRead || c.Head != "Mayor Anna Kade" {
		t.Errorf("and back: %+v", c)
	}
	in.TakeRead()
	r.settle()
	if in.Corrected() != "" {
		t.Errorf("still %q", in.Corrected())
	}
	r.run(ActUndo)
	r.Go(r.Route.Reading(v[1], source.Span{}))
	r.settle()
	seen := false
	for _, x := range m.Cards {
		if x.Suggestion != nil && !x.Suggestion.Elsewhere {
			seen = x.State == CardAccepted && strings.HasPrefix(x.Note, "as you corrected in version 1; Stet reads speaker “Berit Kade”")
		}
	}
	if !seen {
		t.Error("the correction is not kept in the next version")
	}
}

func TestAFormSaysWhatItCannotRead(t *testing.T) {
	r, m, _, _ := covering(t)
	for i, x := range m.Cards {
		if x.Kind == claims.KindFigure {
			m.Pick(i)
		}
	}
	f := m.Form()
	typed := make([]string, len(f.Fields))
	for i, x := range f.Fields {
		typed[i] = x.Value
		if x.Field == claims.FieldRange {
			typed[i] = "lots and lots"
		}
	}
	if err := f.Keep(typed); err == nil || !strings.Contains(err.Error(), "at least 12") {
		t.Errorf("it says %v", err)
	}
	r.settle()
	if r.Counts.Claims != 0 {
		t.Error("a claim was made")
	}
}

func TestADismissalHasAReason(t *testing.T) {
	r, m, _, _ := covering(t)
	m.Step(1)
	r.run(ActDismiss)
	m.Step(1)
	r.run(ActDismissWhy)
	r.text("a figure of speech")
	r.settle()
	var reasons []string
	r.Desk.View(func(s *ledger.State) {
		for _, d := range s.Dismissed {
			reasons = append(reasons, d.Reason)
		}
	})
	got := strings.Join(reasons, "|")
	if !strings.Contains(got, workspace.NotWorth) || !strings.Contains(got, "a figure of speech") {
		t.Errorf("reasons: %s", got)
	}
}
