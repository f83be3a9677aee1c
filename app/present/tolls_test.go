package present

import (
	"slices"
	"strings"
	"testing"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/toll"
	"stet/index/source"
)

// onSample is a rig at the events of the sample desk.
func onSample(t *testing.T) (*rig, *Tolls) {
	t.Helper()
	r := newRig(t)
	m := NewTolls(r.Shell)
	r.run(ActSampleDesk)
	if r.Desk == nil {
		t.Fatalf("the sample desk did not open: %+v", r.problems)
	}
	r.run(ActEvents)
	if !m.Ready || m.Board == nil {
		t.Fatalf("no board: %+v", m)
	}
	return r, m
}

// lineWith is the first line whose words, sentence or rule has a text.
func lineWith(t *testing.T, m *Tolls, text string) TollLine {
	t.Helper()
	for _, l := range m.Lines {
		if strings.Contains(l.Words+l.Line+l.Why, text) {
			return l
		}
	}
	t.Fatalf("no line with %q among %d", text, len(m.Lines))
	return TollLine{}
}

func TestTheBoardListsEventsThenProposalsAndCountsAlarms(t *testing.T) {
	r, m := onSample(t)
	if len(m.Events) != 3 || m.Events[0].Proposed || m.Events[1].Proposed || !m.Events[2].Proposed {
		t.Fatalf("events %+v", m.Events)
	}
	if r.Counts.At(PlaceEvents) != m.Events[0].Alarms+m.Events[1].Alarms+m.Events[2].Alarms || m.OpenFlags() != m.Events[0].Alarms {
		t.Errorf("%d at the rail, %d on the board, events %+v", r.Counts.At(PlaceEvents), m.OpenFlags(), m.Events)
	}
	if m.Lines[0].Head != "Killed, 8 May 2025" || m.Lines[0].Said != "24 or < 10" || m.Lines[0].Tone != ToneBad {
		t.Errorf("first line %+v", m.Lines[0])
	}
	l := lineWith(t, m, "Four of the dead")
	if l.Depth != 2 || l.Tag != "part" {
		t.Errorf("the children stand at %d, tagged %q", l.Depth, l.Tag)
	}
}

func TestChoosingAnEventIsAStepThatBackTakesBack(t *testing.T) {
	r, m := onSample(t)
	was := m.Board.Key
	m.Choose(m.Events[1].Key)
	r.settle()
	if m.Board.Key != m.Events[1].Key || m.Row() != 1 {
		t.Fatalf("the board is of %s", m.Board.Event.Name)
	}
	r.run(ActBack)
	if m.Board.Key != was {
		t.Errorf("back leads to %s", m.Board.Event.Name)
	}
}

func TestALineOpensItsWordsAndAFlagOfTwoVersionsTheirComparison(t *testing.T) {
	r, m := onSample(t)
	l := lineWith(t, m, "Seventy-eight people")
	m.OpenLine(l)
	if r.Route.Version != l.Row.Version || r.Route.Span != l.Row.Span || r.Route.Place != PlaceSources {
		t.Errorf("route %+v", r.Route)
	}
	r.run(ActBack)
	m.SetView(TollFlags)
	m.OpenLine(lineWith(t, m, "The toll fell from"))
	if !r.Route.Comparing() || r.Route.Against.N != 1 || r.Route.Version.N != 2 || r.Route.Span.Empty() || r.Route.AgainstSpan.Empty() {
		t.Errorf("route %+v", r.Route)
	}
}

func TestAFigureIsLeftOutAndJoinedFromTheBoard(t *testing.T) {
	r, m := onSample(t)
	m.Pick(lineWith(t, m, "Seventy-eight people").Key)
	r.run(ActTollOut)
	r.text("added up")
	r.settle()
	l := lineWith(t, m, "Seventy-eight people")
	if l.Way != WayLeft {
		t.Fatalf("still on the board: %+v", l)
	}
	if r.Enabled(ActTollOut) {
		t.Error("can be left out twice")
	}
	m.Pick(l.Key)
	r.run(ActTollJoin)
	if l := lineWith(t, m, "Seventy-eight people"); l.Way != "" || !l.Row.Placed {
		t.Errorf("not joined: %+v", l)
	}
	m.Pick(lineWith(t, m, "Seventy-eight people").Key)
	r.run(ActTollMove)
	if len(r.options) != 1 || r.options[0].Title != "Fire at Norrby harbour" {
		t.Fatalf("may be moved to %+v", r.options)
	}
	r.pick(0)
	r.settle()
	m.Choose(m.Events[1].Key)
	r.settle()
	lineWith(t, m, "Seventy-eight people")
}

func TestAFlagIsDismissedWithAReasonReopenedAndRaised(t *testing.T) {
	r, m := onSample(t)
	open := m.OpenFlags()
	m.SetView(TollFlags)
	l := lineWith(t, m, "Rival counts")
	m.Pick(l.Key)
	r.run(ActTollDismiss)
	r.text("both are printed")
	r.settle()
	if m.OpenFlags() != open-1 || m.Settled() != 1 || slices.ContainsFunc(m.Lines, func(x TollLine) bool { return x.Key == l.Key }) {
		t.Fatalf("%d flags open, was %d", m.OpenFlags(), open)
	}
	m.SetAll(true)
	if l = lineWith(t, m, "Rival counts"); !l.Dim || l.State != "dismissed: both are printed" {
		t.Errorf("%+v", l)
	}
	m.Pick(l.Key)
	if r.ActionTitle(ActTollDismiss) != "Reopen the alarm" {
		t.Errorf("the action is called %q", r.ActionTitle(ActTollDismiss))
	}
	r.run(ActTollDismiss)
	l = lineWith(t, m, "Seventy-eight people")
	m.Pick(l.Key)
	if l.Flag.Claim == "" || l.Raise != "Raise a flag on its claim" || r.ActionTitle(ActTollRaise) != "Raise a flag on its claim" {
		t.Errorf("on %q the button says %q, the menu %q", l.Flag.Claim, l.Raise, r.ActionTitle(ActTollRaise))
	}
	r.run(ActTollRaise)
	if m.OpenFlags() != open-1 || lineWith(t, m, "Seventy-eight people").State != "raised as a flag on its claim" {
		t.Errorf("%d flags open, was %d", m.OpenFlags(), open)
	}
}

func TestRaisingAFlagSaysThatItMakesAClaim(t *testing.T) {
	r, m := onSample(t)
	m.SetView(TollFlags)
	i := slices.IndexFunc(m.Lines, func(l TollLine) bool { return l.Flag != nil && l.Flag.Open() && l.Flag.Claim == "" })
	if i < 0 {
		t.Fatal("every flag of the sample is about a claim")
	}
	l := m.Lines[i]
	m.Pick(l.Key)
	if l.Raise != "Make a claim and raise a flag" || r.ActionTitle(ActTollRaise) != "Make a claim and raise a flag on it" {
		t.Errorf("the button says %q, the menu %q", l.Raise, r.ActionTitle(ActTollRaise))
	}
	m.SetAll(true)
	r.run(ActTollRaise)
	for _, x := range m.Lines {
		if x.Key == l.Key && (x.Flag.Raised == "" || x.Flag.Claim == "") {
			t.Errorf("raised %+v", x.Flag)
		}
	}
}

func TestAProposedEventIsAcceptedWithOneClickAndThenEdited(t *testing.T) {
	r, m := onSample(t)
	m.Choose(m.Events[2].Key)
	r.settle()
	if r.Enabled(ActEditEvent) {
		t.Error("a proposed event can be edited")
	}
	r.run(ActAcceptEvent)
	if m.Board.Proposed || m.Board.Event.Place != "Dravenia" {
		t.Fatalf("the board is of %+v", m.Board.Event)
	}
	var form FormQuestion
	var answer func([]string)
	r.Ask.Form = func(q FormQuestion, then func([]string)) { form, answer = q, then }
	r.run(ActEditEvent)
	answers := make([]string, len(form.Fields))
	for i, f := range form.Fields {
		answers[i] = f.Value
	}
	answers[2] = "soon"
	if form.Check(answers) == "" {
		t.Error("a day that is none is taken")
	}
	answers[0], answers[2] = "War in Dravenia", "2025-03-01"
	if wrong := form.Check(answers); wrong != "" {
		t.Fatalf("refused: %s", wrong)
	}
	answer(answers)
	r.settle()
	if m.Board.Event.Name != "War in Dravenia" || !m.Board.Event.Open {
		t.Errorf("the event is %+v", m.Board.Event)
	}
	r.run(ActRemoveEvent)
	if slices.ContainsFunc(m.Events, func(e workspace.TollEvent) bool { return e.Event.Name == "War in Dravenia" }) {
		t.Error("still there")
	}
}

func TestADeskWithoutFiguresHasNoBoard(t *testing.T) {
	r := newRig(t)
	m := NewTolls(r.Shell)
	r.open()
	r.run(ActEvents)
	if !m.Ready || m.Board != nil || len(m.Events) != 0 || m.Busy {
		t.Errorf("%+v", m)
	}
	for _, id := range []ActionID{ActEditEvent, ActAcceptEvent, ActChart, ActTollOut, ActTollRaise} {
		if r.Enabled(id) {
			t.Errorf("%s is possible", id)
		}
	}
}

// TestLinesSayWhatHangsWhere draws a board of canned rows.
func TestLinesSayWhatHangsWhere(t *testing.T) {
	row := func(id string, n float64, role toll.Role, s toll.Standing) toll.Row {
		return toll.Row{ID: id, Reading: toll.Reading{Figure: claims.Figure{Words: id, Outcome: claims.Killed, Range: claims.Just(n)}, Role: role, Line: id, Class: "people"},
			Version: source.VersionID{Article: "a", N: 1}, Outlet: "Wire", Chain: []string{"police", "Wire"}, Standing: s}
	}
	top := row("nineteen", 19, toll.Toll, toll.Stands)
	top.Parts = []toll.Row{row("four", 4, toll.Part, toll.Aided)}
	top.Copies = []toll.Row{row("nineteen too", 19, toll.Toll, toll.Stands)}
	top.Earlier = []toll.Row{row("twelve", 12, toll.Toll, toll.Outdated)}
	b := workspace.TollBoard{Board: toll.Board{Event: claims.Event{ID: "e", Name: "Fire", From: "2031-06-02"}, Groups: []toll.Group{{Outcome: claims.Killed, Class: "people", Rows: []toll.Row{top}, State: toll.Single, Range: claims.Just(19), Sources: 1}}},
		Flags: []workspace.TollFlag{{Flag: toll.Flag{Key: "k", Rule: toll.RuleFell, Level: toll.Alarm, Why: "It fell.", Rows: []string{"nineteen"}}}}, Left: []toll.Row{row("78", 78, toll.Toll, toll.Aided)}}
	m := &Tolls{Board: &b, Changed: func() {}}
	m.list()
	var got []string
	for _, l := range m.Lines {
		s := l.Head + l.Words
		if l.Tag != "" {
			s += " [" + l.Tag + "]"
		}
		if len(l.Doubts) > 0 {
			s += " !" + l.Doubts[0]
		}
		got = append(got, strings.Repeat(">", l.Depth)+s+l.Way)
	}
	want := []string{"Killed, 2 June 2031", "“nineteen” !toll fell", ">“four” [part]", ">“nineteen too” [copy]", ">“twelve” [earlier version]", "Left out", "“78”left"}
	if !slices.Equal(got, want) {
		t.Errorf("\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if d := m.Lines[1].Detail; !strings.HasPrefix(d, "police › Wire") {
		t.Errorf("detail %q", d)
	}
}

func TestOnlyActsThatTouchTheBoardMakeItAnew(t *testing.T) {
	for _, c := range []ledger.Change{ledger.TollPlaced{}, ledger.EventEdited{}, ledger.VersionAdded{}, ledger.FindingSettled{}} {
		if !touchesTolls([]ledger.Entry{{Change: c}}) {
			t.Errorf("%s does not", c.Kind())
		}
	}
	if touchesTolls([]ledger.Entry{{Change: ledger.VerdictGiven{}}, {Change: ledger.ReviewSet{}}}) {
		t.Error("a verdict does")
	}
}
