package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"stet/app/present"
	"stet/claims/toll/chart"
)

// onEvents is a rig at the board of the attack of the sample desk.
func onEvents(t *testing.T) (*rig, *tollsPane) {
	t.Helper()
	r := onSample(t)
	r.run(present.ActEvents)
	p := paneOf[*tollsPane](r)
	if p.m.Board == nil || p.m.Board.Event.Name != "Attack on the market of Kostrel" {
		t.Fatalf("the board is of %+v", p.m.Board)
	}
	return r, p
}

// chooseLine selects the line of the board that says something.
func (r *rig) chooseLine(p *tollsPane, words string) {
	r.t.Helper()
	for i, l := range p.m.Lines {
		if strings.Contains(l.Words+l.Why, words) {
			p.lines.Select(i)
			r.settle()
			return
		}
	}
	r.t.Fatalf("no line says %q", words)
}

func TestTheBoardShowsGroupsFiguresAndTheirChart(t *testing.T) {
	r, p := onEvents(t)
	for _, words := range []string{"Killed, 8 May 2025", "24 or < 10", "conflict, 2 independent sources", "killed mixed with casualties"} {
		if !r.reads(words) {
			t.Errorf("the board does not say %q", words)
		}
	}
	objects := test.WidgetRenderer(p.chart).Objects()
	var texts, marks, fades int
	for _, o := range objects {
		switch o.(type) {
		case *canvas.Text:
			texts++
		case *canvas.Circle, *canvas.ArbitraryPolygon:
			marks++
		case *canvas.LinearGradient:
			fades++
		}
	}
	if texts < 10 || marks < 10 || fades < 3 {
		t.Errorf("the chart has %d texts, %d marks, %d fading bars", texts, marks, fades)
	}
}

func TestAMarkOfTheChartOpensItsWords(t *testing.T) {
	r, p := onEvents(t)
	for _, s := range p.chart.drawn.Shapes {
		if s.Row != "" {
			p.chart.Tapped(&fyne.PointEvent{Position: fyne.NewPos(float32(s.X), float32(s.Y))})
			r.settle()
			if id := r.shell.Route.Version.String(); !strings.HasPrefix(s.Row, id+":") || r.shell.Route.Place != present.PlaceSources {
				t.Errorf("the mark of %s opened %+v", s.Row, r.shell.Route)
			}
			return
		}
	}
	t.Error("the chart has no marks")
}

func TestTheChartFollowsTheTheme(t *testing.T) {
	r, _ := onEvents(t)
	light := chartPalette()
	r.run(present.ActDark)
	if dark := chartPalette(); dark[chart.Ground] == light[chart.Ground] || dark[chart.Series(0)] == light[chart.Series(0)] {
		t.Error("the chart has the same colours in the dark")
	}
}

func TestAFlagIsDismissedFromItsLine(t *testing.T) {
	r, p := onEvents(t)
	open := p.m.OpenFlags()
	r.tapChip("Alarms (5)")
	r.chooseLine(p, "Rival counts")
	r.run(present.ActTollDismiss)
	for _, e := range find(r, func(*fieldEntry) bool { return true }) {
		if e.PlaceHolder == "why it is no reason for doubt" {
			test.Type(e, "both are printed")
		}
	}
	r.w.dialog.Confirm()
	r.settle()
	if p.m.OpenFlags() != open-1 {
		t.Errorf("%d flags open, %d before", p.m.OpenFlags(), open)
	}
}

func TestAnEventIsNamedInAForm(t *testing.T) {
	r, p := onEvents(t)
	r.run(present.ActNewEvent)
	if !r.w.dialog.yes.Disabled() {
		t.Error("an event without a name can be made")
	}
	fill := func(hint, text string) {
		for _, e := range find(r, func(*fieldEntry) bool { return true }) {
			if e.PlaceHolder == hint {
				e.SetText(text)
			}
		}
		r.settle()
	}
	fill("Fire at Norrby harbour", "Ferry accident")
	fill("2025-05-01", "soon")
	if !r.w.dialog.yes.Disabled() || !r.reads("\"soon\" is no day; write it as 2025-05-01.") {
		t.Error("a day that is none is taken")
	}
	fill("2025-05-01", "2025-05-02")
	r.w.dialog.Confirm()
	r.settle()
	if p.m.Board.Event.Name != "Ferry accident" || p.m.Board.Event.From != "2025-05-02" {
		t.Errorf("the board is of %+v", p.m.Board.Event)
	}
}

func TestANarrowBoardHasTheChartAsAViewOfItsOwn(t *testing.T) {
	r, p := onEvents(t)
	r.w.win.Resize(fyne.NewSize(1024, 700))
	r.settle()
	p.Refresh()
	r.tapChip("Chart")
	if p.m.View != present.TollChart || len(p.body.Objects) != 1 || p.body.Objects[0] != p.plot {
		t.Errorf("the view %q shows %T", p.m.View, p.body.Objects[0])
	}
	r.tapChip("Figures")
	if p.body.Objects[0] != fyne.CanvasObject(p.over) {
		t.Error("the figures are not back")
	}
}

func TestABoardThatListsNothingSaysWhy(t *testing.T) {
	r, p := onEvents(t)
	p.Refresh()
	if p.bare.Visible() {
		t.Fatal("a board with figures says that it has none")
	}
	p.m.Lines = nil
	for view, want := range map[present.TollView]string{present.TollFigures: "No figures of this event", present.TollFlags: "No alarms"} {
		p.m.View = view
		p.refreshBare()
		if !r.reads(want) {
			t.Errorf("the view %q does not say %q", view, want)
		}
	}
}

func TestTheBoardIsWorkedByKeys(t *testing.T) {
	r, p := onEvents(t)
	key := func(k fyne.KeyName) {
		r.w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		r.settle()
	}
	first := p.m.Board.Key
	key(fyne.KeyDown)
	if p.m.Board.Key == first {
		t.Error("down does not choose the next event")
	}
	key(fyne.KeyUp)
	key(fyne.KeyReturn)
	if l := p.m.Line(); p.m.Board.Key != first || l == nil || l.Row == nil {
		t.Errorf("enter does not lead to the figures: %+v", l)
	}
	key(fyne.KeyLeft)
	if r.w.win.Canvas().Focused() != p.events {
		t.Error("left does not lead back")
	}
	r.tapChip("Alarms (5)")
	flag := p.m.Line()
	if flag == nil || !r.shell.Enabled(present.ActTollRaise) || p.lines.chosen < 0 {
		t.Fatal("no flag is chosen")
	}
	was := flag.Key
	r.run(present.ActTollRaise)
	if l := p.m.Line(); l == nil || l.Key == was || l.Flag == nil || p.m.Lines[p.lines.chosen].Key != l.Key {
		t.Errorf("after one flag, the next is not chosen: %+v", l)
	}
}

func TestTheFigureChosenKeepsItsWords(t *testing.T) {
	r, p := onEvents(t)
	row := func() *tollRow {
		t.Helper()
		for _, x := range find(r, func(x *tollRow) bool { return x.line.Key == p.m.Lines[1].Key }) {
			return x
		}
		t.Fatal("the figure is not in sight")
		return nil
	}
	was := row().words.Size().Width
	p.lines.Select(1)
	r.settle()
	if x := row(); !x.acts.Visible() || x.words.Size().Width != was || len(r.buttons("Not of this event…")) != 1 {
		t.Errorf("chosen, its words have %v of %v", x.words.Size().Width, was)
	}
}

func TestTheChartGrowsWithTheText(t *testing.T) {
	r, p := onEvents(t)
	label := func() float64 {
		for _, s := range p.chart.drawn.Shapes {
			if s.Kind == chart.Label {
				return s.Size
			}
		}
		t.Fatal("the chart has no label")
		return 0
	}
	was := label()
	for range 5 {
		r.run(present.ActBigger)
	}
	if got := label(); got < 1.49*was || got > 1.51*was {
		t.Errorf("labels of %v became %v", was, got)
	}
}
