package ui

import (
	"strings"
	"testing"
	"unicode/utf8"

	"stet/index/source"
)

// perRune measures every character as one wide.
func perRune(s string) float32 { return float32(utf8.RuneCountInString(s)) }

func lines(text string, width float32, most int) string {
	var out []string
	for _, l := range breakProse(text, width, most, perRune) {
		s := l.Of(text)
		if l.more {
			s = cutLine(text, l.Span, width, perRune)
		}
		out = append(out, s)
	}
	return strings.Join(out, "|")
}

func TestProseIsBrokenAtWordsAndCut(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float32
		most  int
		want  string
	}{
		{"one two three", 20, 0, "one two three"},
		{"one two three", 8, 0, "one two|three"},
		{"one two three", 7, 1, "one …"},
		{"one two three four", 8, 2, "one two|three …"},
		{"Sigríður Þorvaldsdóttir-Ásgeirsson", 20, 1, "Sigríður Þorvaldsdó…"},
		{"so\nextraordinary", 9, 1, "so…"},
		{"extraordinary", 5, 0, "extra|ordin|ary"},
		{"жизнь идёт", 5, 0, "жизнь|идёт"},
		{"first\nsecond", 20, 0, "first|second"},
		{"", 10, 0, ""},
	} {
		if got := lines(c.text, c.width, c.most); got != c.want {
			t.Errorf("%q in %v: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func FuzzProseLosesNothing(f *testing.F) {
	f.Add("one two three", 5.0)
	f.Add("a\n\nb  c é𝄞", 1.0)
	f.Fuzz(func(t *testing.T, text string, width float64) {
		if !utf8.ValidString(text) || len(text) > 2000 || !(width >= 0 && width < 1e6) {
			t.Skip()
		}
		at := 0
		for _, l := range breakProse(text, float32(width), 0, perRune) {
			if l.Start < at || !l.Fits(text) || l.Empty() {
				t.Fatalf("line %v after %d", l.Span, at)
			}
			if strings.Trim(source.Span{Start: at, End: l.Start}.Of(text), " \n") != "" {
				t.Fatalf("words between %d and %d are on no line", at, l.Start)
			}
			at = l.End
		}
		if strings.Trim(text[at:], " \n") != "" {
			t.Fatalf("words behind %d are on no line", at)
		}
	})
}

func TestColumnsLeaveRoomForTheText(t *testing.T) {
	c := newColumns(newFill(""), newFill(""), newFill(""))
	c.LeftWidth, c.RightWidth = 300, 310
	if l, r := c.widths(1400); l != 300 || r != 310 {
		t.Errorf("in a wide window: %v and %v", l, r)
	}
	l, r := c.widths(960)
	if mid := 960 - l - r - 2*barThickness; mid < minCentre-1 {
		t.Errorf("the text has %v", mid)
	}
	if l, r := c.widths(500); l != minColumn || r != minColumn {
		t.Errorf("in a tiny window: %v and %v", l, r)
	}
	c.right.Hide()
	if _, r := c.widths(1400); r != 0 {
		t.Errorf("a hidden column takes %v", r)
	}
}
