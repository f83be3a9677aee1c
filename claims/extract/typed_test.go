package extract

import (
	"testing"
	"time"

	"stet/claims"
)

func TestRangesAreReadAsTyped(t *testing.T) {
	for words, want := range map[string]string{"12": "12", "at least 12": "[12, ∞)", "12 or more": "[12, ∞)", "12+": "[12, ∞)", "more than 1,200": "(1,200, ∞)",
		"10 to 15": "[10, 15]", "between 10 and 15": "[10, 15]", "dozens": "[24, 99]", "nobody": "0", "twelve": "12", "up to 20": "[0, 20]", "some 130": "[117, 143]", "12 people": "12"} {
		if got, ok := ReadRange(words); !ok || got.String() != want {
			t.Errorf("%q is read as %s, %v; want %s", words, got, ok, want)
		}
		if got, ok := ReadRange(words); ok {
			if again, ok := ReadRange(RangeWords(got)); !ok || !again.Equal(got) {
				t.Errorf("%q is printed as %q, which is read as %s", words, RangeWords(got), again)
			}
		}
	}
	if i, _ := ReadRange("some 130"); RangeWords(i) != "about 130" {
		t.Errorf("some 130 is printed as %q", RangeWords(i))
	}
	for _, words := range []string{"", "many people came", "12 and 15 more", "around the block", "12 people in 3 cars"} {
		if got, ok := ReadRange(words); ok {
			t.Errorf("%q is no number, and is read as %s", words, got)
		}
	}
	if RangeWords(claims.Interval{}) != "" {
		t.Error("no range is printed as one")
	}
}

func TestDatesAreReadAsTyped(t *testing.T) {
	base := time.Date(2025, 5, 5, 0, 0, 0, 0, time.UTC) // a Monday
	for words, want := range map[string]claims.Window{
		"2025-05-03": {From: "2025-05-03", To: "2025-05-03"}, "2025-05-01 to 2025-05-03": {From: "2025-05-01", To: "2025-05-03"},
		"since 2022-02-24": {From: "2022-02-24"}, "on Saturday": {From: "2025-05-03", To: "2025-05-03"}, "3 May 2025": {From: "2025-05-03", To: "2025-05-03"}, "": {},
	} {
		got, ok := ReadWindow(words, base)
		if want.Words = words; !ok || got != want {
			t.Errorf("%q: %+v, %v", words, got, ok)
		}
		if again, ok := ReadWindow(got.Days(), base); !ok || again.From != got.From || again.To != got.To {
			t.Errorf("%q is printed as %q, which is read as %+v", words, got.Days(), again)
		}
	}
	for _, words := range []string{"2025-05-03 to 2025-05-01", "soon", "at the harbour"} {
		if got, ok := ReadWindow(words, base); ok {
			t.Errorf("%q is no date, and is read as %+v", words, got)
		}
	}
}

func TestAFieldIsRetyped(t *testing.T) {
	base := time.Date(2025, 5, 5, 0, 0, 0, 0, time.UTC)
	var b claims.Body = claims.Figure{Words: "12", Outcome: claims.Missing, Range: claims.Just(12)}
	var err error
	for _, x := range []struct {
		field claims.Field
		words string
	}{{claims.FieldSpeaker, "the fire service"}, {claims.FieldRange, "at least 12"}, {claims.FieldOutcome, "Killed"}, {claims.FieldPopulation, "civilians"}, {claims.FieldPlace, "Halm"}, {claims.FieldDate, "2025-05-03"}} {
		if b, err = Retype(b, x.field, x.words, base); err != nil {
			t.Fatal(err)
		}
		if again, err := Retype(b, x.field, FieldText(b, x.field), base); err != nil || !claims.SameBody(again, b) {
			t.Errorf("%s is printed as %q, which is read as %+v, %v", x.field, FieldText(b, x.field), again, err)
		}
	}
	f := b.(claims.Figure)
	if f.Attribution != "the fire service" || !f.Range.NoMax || f.Outcome != claims.Killed || f.Population != "civilians" || f.Place != "Halm" || f.Window.From != "2025-05-03" {
		t.Errorf("retyped: %+v", f)
	}
	for field, words := range map[claims.Field]string{claims.FieldRange: "lots", claims.FieldOutcome: "lost", claims.FieldDate: "soon"} {
		if got, err := Retype(b, field, words, base); err == nil || !claims.SameBody(got, b) {
			t.Errorf("%s %q was taken", field, words)
		}
	}
	if _, err := Retype(claims.Quote{}, claims.FieldRange, "12", base); err == nil {
		t.Error("a quote has a range")
	}
}
