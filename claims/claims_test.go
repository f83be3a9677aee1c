package claims

import (
	"encoding/json"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"stet/index/anchor"
	"stet/index/source"
)

func TestIntervalsAreReadAsTheFieldReadsThem(t *testing.T) {
	atLeast12 := Interval{Min: 12, NoMax: true, Mod: AtLeast}
	moreThan12 := Interval{Min: 12, NoMax: true, MinOpen: true, Mod: MoreThan}
	upTo40 := Interval{Max: 40, Mod: AtMost}
	fewer40 := Interval{Max: 40, MaxOpen: true, Mod: LessThan}
	for name, c := range map[string]struct{ got, want bool }{
		"15 agrees with at least 12":            {Just(15).Within(atLeast12), true},
		"12 is at least 12":                     {Just(12).Overlaps(atLeast12), true},
		"12 is not more than 12":                {Just(12).Overlaps(moreThan12), false},
		"13 is more than 12":                    {Just(13).Within(moreThan12), true},
		"more than 12 is at least 13":           {moreThan12.Equal(Interval{Min: 13, NoMax: true}), true},
		"35 and up to 40 overlap":               {Just(35).Overlaps(upTo40), true},
		"7.2 is more than 7":                    {Just(7.2).Overlaps(Interval{Min: 7, NoMax: true, MinOpen: true}), true},
		"9.8 is almost 10":                      {Just(9.8).Overlaps(Interval{Min: 9, Max: 10, MaxOpen: true}), true},
		"10.2 is not almost 10":                 {Just(10.2).Overlaps(Interval{Min: 9, Max: 10, MaxOpen: true}), false},
		"40 is not fewer than 40":               {Just(40).Overlaps(fewer40), false},
		"fewer than 40 is up to 39":             {fewer40.Equal(Interval{Max: 39}), true},
		"at least 12 may be up to 40":           {atLeast12.Overlaps(upTo40), true},
		"at least 12 says more than up to 40":   {atLeast12.Within(upTo40), false},
		"at least 50 is above up to 40":         {Interval{Min: 50, NoMax: true}.Above(upTo40), true},
		"3.4 million is not more than that":     {Just(3.4e6).Overlaps(Interval{Min: 3.4e6, NoMax: true, MinOpen: true}), false},
		"3.5 per cent is more than 3.4":         {Just(3.5).Within(Interval{Min: 3.4, NoMax: true, MinOpen: true}), true},
		"more than 3.4 per cent allows 3.40001": {Just(3.40001).Within(Interval{Min: 3.4, NoMax: true, MinOpen: true}), true},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v", name, c.got)
		}
	}
}

func TestIntervalsPrint(t *testing.T) {
	for want, i := range map[string]Interval{
		"12":          Just(12),
		"0":           Just(0),
		"[12, ∞)":     {Min: 12, NoMax: true},
		"(1,200, ∞)":  {Min: 1200, NoMax: true, MinOpen: true},
		"[10, 15]":    {Min: 10, Max: 15},
		"[0, 20)":     {Max: 20, MaxOpen: true},
		"3.4":         Just(3.4),
		"-1,234.5":    Just(-1234.5),
		"5,000,000":   Just(5e6),
		"[-3, -1]":    {Min: -3, Max: -1},
		"(0.9, 1.25]": {Min: 0.9, MinOpen: true, Max: 1.25},
	} {
		if got := i.String(); got != want {
			t.Errorf("%+v prints %q, want %q", i, got, want)
		}
	}
}

func TestIntervalLaws(t *testing.T) {
	draw := rapid.Custom(func(t *rapid.T) Interval {
		a, b := rapid.IntRange(0, 30).Draw(t, "a"), rapid.IntRange(0, 30).Draw(t, "b")
		i := Interval{Min: float64(min(a, b)), Max: float64(max(a, b)) + 2, MinOpen: rapid.Bool().Draw(t, "open"), MaxOpen: rapid.Bool().Draw(t, "end")}
		if rapid.Bool().Draw(t, "unbounded") {
			i.NoMax, i.Max, i.MaxOpen = true, 0, false
		}
		return i
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := draw.Draw(t, "a"), draw.Draw(t, "b")
		both, inside := false, true
		for n := range 40 { // whole people: the sets can be written down
			inA, inB := Just(float64(n)).Within(a), Just(float64(n)).Within(b)
			both = both || inA && inB
			inside = inside && (!inA || inB)
		}
		if a.Overlaps(b) != both || a.Overlaps(b) != b.Overlaps(a) {
			t.Errorf("%v and %v: overlap %v, members in common %v", a, b, a.Overlaps(b), both)
		}
		if a.Within(b) && !inside {
			t.Errorf("%v within %v, but a member is not", a, b)
		}
		if a.Equal(b) != (a.Within(b) && b.Within(a)) {
			t.Errorf("%v equal %v", a, b)
		}
		if a.Above(b) && a.Overlaps(b) {
			t.Errorf("%v is above %v and overlaps it", a, b)
		}
	})
}

func TestAClaimComesBackFromJSON(t *testing.T) {
	place := &anchor.Anchor{Version: source.VersionID{Article: "a7k3p", N: 2}, Span: source.Span{Start: 3, End: 9}, Exact: "twelve"}
	for _, body := range []Body{
		Figure{Words: "at least 12 people", Outcome: Killed, Range: Interval{Min: 12, NoMax: true, Mod: AtLeast}, Previous: &Interval{Min: 9, Max: 9}, Window: Window{Words: "on Thursday", From: "2025-05-01", To: "2025-05-01"}},
		Quote{Words: "We must rebuild", Type: Direct, Speaker: "Lena Holm", Cue: "said"},
		Statistic{Words: "12 per cent", Range: Just(12), Unit: "%", Change: Rose},
		Statement{Words: "The port will reopen on Monday."},
		nil,
	} {
		c := Claim{ID: "c1aim", Text: "words", Made: place, Body: body, Origin: Origin{Kind: Rescue, Name: "fire service"}, Event: "fire1", Note: "n"}
		b, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var got Claim
		if err := json.Unmarshal(b, &got); err != nil || !reflect.DeepEqual(got, c) {
			t.Errorf("%s came back as %+v, %v", b, got, err)
		}
	}
	var c Claim
	if err := json.Unmarshal([]byte(`{"id":"c1aim","kind":"rumour","body":{}}`), &c); err == nil {
		t.Error("an unknown kind of claim passed")
	}
}
