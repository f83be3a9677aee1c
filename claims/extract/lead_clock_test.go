package extract

import "testing"

func TestALeadingTimeIsNoPartOfTheSentence(t *testing.T) {
	d := Analyse("Updates\n\n21:05 At least 17 people were killed, the fire service says.\n\n20:40 Prime Minister Jonas Ade said the bridge was safe.\n", Meta{})
	if f := d.Figures(); len(f) != 1 || f[0].Words != "At least 17 people" || f[0].Outcome != "killed" {
		t.Errorf("figures: %+v", f)
	}
	if s := d.Statistics(); len(s) != 0 {
		t.Errorf("statistics: %+v", s)
	}
	q := d.Quotes()
	if len(q) != 2 {
		t.Fatalf("quotes: %+v", q)
	}
	if got := d.Text[q[0].Content[0].Start:q[0].Content[0].End]; got != "At least 17 people were killed" {
		t.Errorf("content %q", got)
	}
	if got := d.Text[q[1].By.Start:q[1].By.End]; got != "Prime Minister Jonas Ade" {
		t.Errorf("speaker %q", got)
	}
}

func TestANumberThatBeginsALineIsNoTime(t *testing.T) {
	for _, text := range []string{"12 people were killed in Harn.", "The fire began at 21:05 in Harn.", "3:2 is the ratio."} {
		d := Analyse(text, Meta{})
		if got := d.Tokens[0].Start; got != 0 {
			t.Errorf("%q: the first word is at byte %d", text, got)
		}
	}
}

func TestADatelineEndsBeforeItsDash(t *testing.T) {
	for _, text := range []string{
		"KETTERBY, Oct 15 - Twenty-two people died when the bridge collapsed in Ketterby, the fire service says.",
		"KETTERBY, Oct 15 - 22 people died when the bridge collapsed in Ketterby, the fire service says.",
		"PORT ANSEL, Oct. 15 — 22 people died when the bridge collapsed in Ketterby.",
	} {
		f := Analyse(text, Meta{}).Figures()
		if len(f) != 1 || f[0].Outcome != "killed" || f[0].Value != 22 {
			t.Errorf("%q: %+v", text, f)
		}
	}
}
