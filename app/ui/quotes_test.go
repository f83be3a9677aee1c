package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"stet/app/present"
	"stet/claims/concordance"
)

func TestWordsOfARenderingBreakAtSpacesOnly(t *testing.T) {
	test.NewTempApp(t)
	s := newSaid([]concordance.Run{{Text: "“We must "}, {Text: "not", Kind: concordance.RunUnnegated}, {Text: " rebuild it "}, {Text: "safely", Kind: concordance.RunCut}, {Text: ",” she said."}}, theme.SizeNameText)
	for _, width := range []float32{60, 90, 140, 400, 2000} {
		s.Resize(fyne.NewSize(width, 400))
		test.WidgetRenderer(s).Layout(fyne.NewSize(width, 400))
		var b strings.Builder
		for _, line := range s.lay() {
			for _, p := range line {
				b.WriteString(p.text)
			}
			if last := line[len(line)-1].text; !strings.HasSuffix(last, " ") && !strings.HasSuffix(last, "said.") {
				t.Errorf("at %v a line ends inside a word: %q", width, last)
			}
		}
		if got, want := b.String(), "“We must not rebuild it safely,” she said."; got != want {
			t.Errorf("at %v: %q", width, got)
		}
	}
	if got := s.AccessibilityLabel(); got != "“We must rebuild it ,” she said." {
		t.Errorf("read aloud: %q", got)
	}
}

func TestEveryKindOfWordsHasALookOfItsOwn(t *testing.T) {
	seen := map[runLook]concordance.RunKind{}
	for k := concordance.RunSame; k <= concordance.RunUnnegated; k++ {
		l, ok := runLooks[k]
		if !ok {
			t.Errorf("kind %d has no look", k)
		}
		if k.Lost() != l.struck {
			t.Errorf("kind %d: a line goes through what is not printed, and only through that", k)
		}
		if o, twice := seen[l]; twice && k != concordance.RunTypography && k != concordance.RunAside {
			t.Errorf("kinds %d and %d look the same", o, k)
		}
		seen[l] = k
	}
}

func TestTheConcordanceIsWorkedInTheWindow(t *testing.T) {
	r := onSample(t)
	r.run(present.ActQuotes)
	p := paneOf[*quotesPane](r)
	if !r.reads("Pavel Horak") || !r.reads("negation changed") || !r.reads(p.m.Summary()) {
		t.Fatal("the list is not there")
	}
	all := len(p.m.Rows)
	test.Type(p.text, "ammonia")
	r.settle()
	if !r.reads(p.m.Summary()) || len(p.m.Rows) == 0 || len(p.m.Rows) >= all || !r.reads("Anders Holm") {
		t.Error("the filter does not limit the list")
	}
	p.list.Select(0)
	r.settle()
	if !r.reads("The original of copies.") {
		t.Error("the best source is not named")
	}
	r.press("and 2 copies: Norrby Courier, Inland Post")
	if !r.reads("Inland Post") {
		t.Error("the copies stay folded")
	}
	p.text.SetText("")
	r.settle()
	r.tapChip("Differing " + present.Count(p.m.Differing))
	if len(p.m.Rows) != p.m.Differing || !r.reads(p.m.Summary()) {
		t.Error("the chip does not limit the list")
	}
	r.press("Compare")
	if !r.shell.Route.Comparing() {
		t.Error("no comparison opens")
	}
}

func TestAnEmptyDeskSaysWhatQuotesNeed(t *testing.T) {
	r := onEmpty(t)
	r.run(present.ActQuotes)
	if !r.reads("No quotes yet") {
		t.Error("the empty pane does not say what to do")
	}
	if paneOf[*quotesPane](r).top.Visible() {
		t.Error("a bar without a title stands above it")
	}
}

func TestDownInTheQuotesOpensTheNext(t *testing.T) {
	r := onSample(t)
	r.run(present.ActQuotes)
	p := paneOf[*quotesPane](r)
	was := p.m.Row()
	r.typeKey(fyne.KeyDown)
	if p.m.Row() != was+1 || p.m.Rows[was+1] != p.m.Open {
		t.Errorf("row %d is open, want %d", p.m.Row(), was+1)
	}
	r.typeKey(fyne.KeyUp)
	if p.m.Row() != was {
		t.Errorf("row %d is open, want %d", p.m.Row(), was)
	}
}
