package claims

import (
	"encoding/json"
	"slices"
	"testing"
)

var (
	toll = Figure{Words: "12 people", Outcome: Missing, Range: Just(12), Population: "people", Place: "Halm", Attribution: "the fire service"}
	said = Quote{Words: "We lost everything", Type: Direct, Speaker: "Kade", AsWritten: "Kade", Cue: "said"}
)

func TestACorrectionIsMadeAgainOnlyWhereTheSameWasRead(t *testing.T) {
	now := toll
	now.Outcome, now.Place = Killed, "Norrby"
	if f := Corrected(toll, now); !slices.Equal(f, []Field{FieldOutcome, FieldPlace}) {
		t.Fatalf("corrected: %v", f)
	}
	dated := toll // read from a later version: the date is another one, which nobody corrected
	dated.Window = Window{From: "2025-05-04", To: "2025-05-04"}
	got, ok := Recorrect(toll, now, dated)
	if f := got.(Figure); !ok || f.Outcome != Killed || f.Place != "Norrby" || f.Window != dated.Window {
		t.Errorf("made again: %+v, %v", got, ok)
	}
	moved := toll
	moved.Place = "Tolvik"
	if got, ok := Recorrect(toll, now, moved); ok || !SameBody(got, moved) {
		t.Errorf("another place was overwritten: %+v", got)
	}
	if _, ok := Recorrect(toll, now, now); ok {
		t.Error("what reads rightly by itself was corrected")
	}
	if _, ok := Recorrect(toll, now, said); ok {
		t.Error("a quote was corrected like a figure")
	}
}

func TestAReadingComesBackAsItWasStored(t *testing.T) {
	prev := Just(9)
	for _, b := range []Body{toll, said, Figure{Words: "15", Range: Just(15), Previous: &prev}, Statistic{Words: "4 percent", Unit: "%"}, Statement{Words: "x"}} {
		raw, err := json.Marshal(Reading{b})
		if err != nil {
			t.Fatal(err)
		}
		var r Reading
		if err := json.Unmarshal(raw, &r); err != nil || !SameBody(r.Body, b) {
			t.Errorf("%s came back as %+v, %v", raw, r.Body, err)
		}
		for _, f := range FieldsOf(b) {
			if value(b, f) == nil || !SameBody(with(b, b, f), b) {
				t.Errorf("%T has no %s", b, f)
			}
		}
	}
}
