package textview

import (
	"fmt"
	"strings"
	"testing"

	"stet/index/diff"
	"stet/index/source"
)

func TestDifferencesMarkWordsOnBothSides(t *testing.T) {
	old := "At least 12 people died. The doors were locked. Nobody knows why. It burned for hours."
	new := "It burned for hours. At least 35 people died, officials said. Nobody knows why. The mayor wept."
	span := func(s, words string) source.Span {
		i := strings.Index(s, words)
		return source.Span{Start: i, End: i + len(words)}
	}
	in := func(s, within, words string) source.Span { // words with the context that makes them unique
		w := span(s, within)
		return span(within, words).Shift(w.Start)
	}
	one := func(s source.Span) []source.Span { return []source.Span{s} }
	al := diff.Alignment{Pairs: []diff.Pair{
		{Op: diff.Moved, Old: one(span(old, "It burned for hours.")), New: one(span(new, "It burned for hours."))},
		{
			Op: diff.Edited, Old: one(span(old, "At least 12 people died.")), New: one(span(new, "At least 35 people died, officials said.")),
			Edits: []diff.Edit{
				{Old: span(old, "12"), New: span(new, "35")},
				{Old: source.Span{Start: 23, End: 23}, New: in(new, "died, officials said.", ", officials said")},
			},
		},
		{Op: diff.Deleted, Old: one(span(old, "The doors were locked. "))},
		{Op: diff.Unchanged, Old: one(span(old, "Nobody knows why.")), New: one(span(new, "Nobody knows why."))},
		{Op: diff.Added, New: one(span(new, " The mayor wept."))},
		{
			Op: diff.Edited, Old: one(span(old, "died.")), New: one(span(new, "died,")),
			Edits: []diff.Edit{{Old: source.Span{Start: 23, End: 24}, New: in(new, "died, ", ", "), Cosmetic: true}},
		},
	}}
	left, right, rows := Differences(al, old, new)
	var got []string
	for _, m := range left {
		got = append(got, fmt.Sprintf("L%s %s %q %v", m.ID, m.Kind, m.Of(old), m.Strength))
	}
	for _, m := range right {
		got = append(got, fmt.Sprintf("R%s %s %q %v", m.ID, m.Kind, m.Of(new), m.Strength))
	}
	want := `L0 moved "It burned for hours." 1
L1 changed "12" 1
L2 deleted "The doors were locked." 1
L5 changed "." 0.4
R0 moved "It burned for hours." 1
R1 changed "35" 1
R1 added ", officials said" 1
R4 added "The mayor wept." 1
R5 changed "," 0.4`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("marks are\n%s\nwant\n%s", s, want)
	}
	if len(rows) != 3 || rows[1].Left.Of(old) != "Nobody knows why." {
		t.Errorf("rows are %v, want the two edited sentences and the unchanged one", rows)
	}
}
