package source

import (
	"encoding/json"
	"testing"
	"time"
)

func TestVersionNames(t *testing.T) {
	for s, want := range map[string]VersionID{"a7k3p@2": {"a7k3p", 2}, "a7k3p": {"a7k3p", 0}, " a7k3p@12 ": {"a7k3p", 12}} {
		if got, err := ParseVersionID(s); err != nil || got != want {
			t.Errorf("%q: %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "@2", "a7k3p@", "a7k3p@0", "a7k3p@-1", "a7k3p@x", "a b@1", "../x@1"} {
		if got, err := ParseVersionID(s); err == nil {
			t.Errorf("%q passed as %v", s, got)
		}
	}
	b, err := json.Marshal(map[VersionID]VersionID{{"a7k3p", 2}: {}})
	if err != nil || string(b) != `{"a7k3p@2":""}` {
		t.Errorf("%s, %v", b, err)
	}
	var v VersionID
	if err := json.Unmarshal([]byte(`"a7k3p"`), &v); err == nil {
		t.Error("an article's name passed for a version's")
	}
}

func TestSpansFitOnRunesOnly(t *testing.T) {
	body := "Zürich – 12"
	for _, c := range []struct {
		s    Span
		want bool
	}{{Span{0, 1}, true}, {Span{1, 3}, true}, {Span{2, 3}, false}, {Span{0, len(body)}, true}, {Span{0, len(body) + 1}, false}, {Span{5, 3}, false}, {Span{-1, 2}, false}} {
		if got := c.s.Fits(body); got != c.want {
			t.Errorf("%v: %v", c.s, got)
		}
	}
	if got := (Span{1, 3}).Of(body); got != "ü" {
		t.Errorf("%q", got)
	}
}

func TestParagraphsAreWhatStandsBetweenEmptyLines(t *testing.T) {
	text := Text{Body: "Headline\n\nOne line\nand another.\n\n\n \n\nLast."}
	var got []string
	for _, p := range text.Paragraphs() {
		got = append(got, p.Of(text.Body))
	}
	if len(got) != 3 || got[0] != "Headline" || got[1] != "One line\nand another." || got[2] != "Last." {
		t.Errorf("%q", got)
	}
}

func TestSlugKeepsTheLastElement(t *testing.T) {
	for u, want := range map[string]string{
		"https://wire.example/2025/05/fire-kills-12?utm=x#top": "fire-kills-12",
		"https://wire.example/fire-kills-12/":                  "fire-kills-12",
		"https://wire.example":                                 "",
		"":                                                     "",
	} {
		if got := (Version{URL: u}).Slug(); got != want {
			t.Errorf("%q: %q", u, got)
		}
	}
}

func TestAVersionIsDatedByWhenItWasLastChanged(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2025, 5, d, 0, 0, 0, 0, time.UTC) }
	v := Version{Captured: day(9)}
	if v.Date() != day(9) {
		t.Error("captured")
	}
	v.Published = day(3)
	if v.Date() != day(3) {
		t.Error("published")
	}
	v.Modified = day(4)
	if v.Date() != day(4) {
		t.Error("modified")
	}
}
