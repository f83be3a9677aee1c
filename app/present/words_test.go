package present

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"stet/app/store"
	"stet/claims"
	"stet/index"
	"stet/index/ingest"
)

func TestAClaimIsReadInAFewWords(t *testing.T) {
	atLeast := claims.Interval{Min: 12, NoMax: true, Mod: claims.AtLeast}
	for _, c := range []struct {
		body         claims.Body
		head, detail string
	}{
		{claims.Figure{Outcome: claims.Killed, Range: atLeast, Population: "people", Place: "Norrby", Attribution: "the fire service", Window: claims.Window{From: "2025-05-03", To: "2025-05-03"}},
			"killed 12 or more", "people · Norrby · 3 May · the fire service"},
		{claims.Figure{Outcome: claims.Injured, Range: claims.Just(3), Subset: true, Window: claims.Window{Words: "overnight"}}, "injured 3", "part of a total · overnight"},
		{claims.Statistic{Range: claims.Just(40), Unit: "%", Of: "harbour staff", Change: claims.Fell}, "40 %, down", "harbour staff"},
		{claims.Statistic{Range: claims.Just(130), Unit: "firefighter", Of: "firefighters"}, "130 firefighters", ""},
		{claims.Statistic{Range: claims.Just(4), Unit: "day"}, "4 days", ""},
		{claims.Statistic{Range: claims.Just(1), Unit: "day"}, "1 day", ""},
		{claims.Quote{Speaker: "Anders Holm", Cue: "told", Type: claims.Direct, Addressee: "reporters"}, "Anders Holm", "told · direct · to reporters"},
		{claims.Quote{Type: claims.Mixed}, "Speaker not named", "mixed"},
		{claims.Statement{Words: "The hall fell in."}, "Statement", ""},
	} {
		head, detail := Reading(c.body)
		if head != c.head || detail != c.detail {
			t.Errorf("%+v reads %q, %q; want %q, %q", c.body, head, detail, c.head, c.detail)
		}
	}
}

func TestTheFirstLetterIsWrittenLarge(t *testing.T) {
	for s, want := range map[string]string{"in progress": "In progress", "": "", "éva": "Éva", "“nine of them” became": "“nine of them” became", "\xff": "\xff"} {
		if got := claims.Capital(s); got != want {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
	}
}

func TestRangesArePrintedInWords(t *testing.T) {
	for want, i := range map[string]claims.Interval{
		"12":           claims.Just(12),
		"12 or more":   {Min: 12, NoMax: true, Mod: claims.AtLeast},
		"more than 12": {Min: 12, NoMax: true, MinOpen: true, Mod: claims.MoreThan},
		"up to 20":     {Max: 20, Mod: claims.AtMost},
		"fewer than 9": {Max: 9, MaxOpen: true, Mod: claims.LessThan},
		"10 to 15":     {Min: 10, Max: 15, Mod: claims.Between},
		"1,200":        claims.Just(1200),
		"about 130":    {Min: 117, Max: 143, Mod: claims.Approx},
	} {
		if got := RangeWords(i); got != want {
			t.Errorf("%s prints %q, want %q", i, got, want)
		}
	}
}

func TestWindowsArePrintedAsDays(t *testing.T) {
	for want, w := range map[string]claims.Window{
		"3 May":                     {From: "2025-05-03", To: "2025-05-03"},
		"3 to 5 May":                {From: "2025-05-03", To: "2025-05-05"},
		"30 Apr to 2 May":           {From: "2025-04-30", To: "2025-05-02"},
		"since 1 Jan 2022":          {From: "2022-01-01"},
		"30 Dec 2024 to 2 Jan 2025": {From: "2024-12-30", To: "2025-01-02"},
		"overnight":                 {Words: "overnight"},
	} {
		if got := windowWords(w); got != want {
			t.Errorf("%+v prints %q, want %q", w, got, want)
		}
	}
}

func TestPluralsAndSentences(t *testing.T) {
	for want, got := range map[string]string{
		"1 claim": Plural(1, "claim"), "1,204 claims": Plural(1204, "claim"), "0 entries": Plural(0, "entry"), "2 days": Plural(2, "day"),
		"The disk is full.": Sentence("the disk is full"), "report.pdf: not text.": Sentence("report.pdf: not text"), "": Sentence(" "), "Why?": Sentence("why?"),
		"one two …": Short("one two three", 9), "short": Short("short", 9),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestEveryErrorIsASentenceWithAHint(t *testing.T) {
	for _, err := range []error{
		fmt.Errorf("%w: /tmp/x", store.ErrNoDesk), store.ErrNewer, store.ErrDamaged, store.ErrReadOnly, store.ErrConflict, store.ErrFull,
		index.ErrDamaged, index.ErrInUse, &store.InUseError{Dir: "/tmp/x", Holder: store.Holder{Name: "Ana Ruiz", Host: "desk1", PID: 7}},
		&ingest.Error{Name: "scan.bin", Problem: "it is not text", Hint: "save it as HTML", Kind: ingest.ErrBinary},
	} {
		p := Explain(err)
		if p.What == "" || p.Do == "" {
			t.Errorf("%v: %+v", err, p)
		}
		for _, s := range []string{p.What, p.Do} {
			if s != "" && !strings.HasSuffix(s, ".") {
				t.Errorf("%v: %q is no sentence", err, s)
			}
		}
		if strings.Contains(p.Do, "stet --desk") {
			t.Errorf("%v: the window sends people to the command line: %q", err, p.Do)
		}
	}
	if p := Explain(errors.New("the claim is approved; an editor has to return it")); p != (Problem{"The claim is approved.", "An editor has to return it."}) {
		t.Errorf("%+v", p)
	}
	if p := Explain(errors.New("something odd")); p.What != "Something odd." {
		t.Errorf("%+v", p)
	}
}

func TestWordsThatBringTheirMarksGetNoMore(t *testing.T) {
	for in, want := range map[string]string{
		"We must rebuild":         "“We must rebuild”",
		"“We must rebuild":        "“We must rebuild",
		"I saw it. “Then I ran.”": "“I saw it. “Then I ran.”",
		`"Straight," he said.`:    `"Straight," he said.`,
		"":                        "“”",
	} {
		if got := InMarks(in); got != want {
			t.Errorf("%s: %s", in, got)
		}
	}
}
