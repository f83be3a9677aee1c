package source

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestABriefLineEndsAtAWord(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{
		{"A fire in the harbour", 40, "A fire in the harbour"},
		{"A fire\n in  the harbour", 40, "A fire in the harbour"},
		{"A fire in the harbour, police said", 25, "A fire in the harbour …"},
		{"A fire in the harbour", 21, "A fire in the harbour"},
		{"A fire in the harbour", 20, "A fire in the …"},
		{"Feuerwehrhauptfrau", 8, "Feuerwe…"},
		{"Ürümqi Ürümqi", 8, "Ürümqi …"},
		{"", 3, ""},
		{"long words", 0, "…"},
	} {
		if got := Brief(c.text, c.most); got != c.want {
			t.Errorf("Brief(%q, %d) = %q, want %q", c.text, c.most, got, c.want)
		}
	}
}

func FuzzBriefFitsAndBegins(f *testing.F) {
	f.Add("A fire in the harbour", 9)
	f.Add("– – –", 2)
	f.Fuzz(func(t *testing.T, text string, most int) {
		if !utf8.ValidString(text) || most < 1 || most > 1000 {
			return
		}
		got := Brief(text, most)
		if n := utf8.RuneCountInString(got); n > most {
			t.Fatalf("%q has %d code points, %d were asked for", got, n, most)
		}
		line := strings.Join(strings.Fields(text), " ")
		if head := strings.TrimRight(strings.TrimSuffix(got, left), " "); !strings.HasPrefix(line, head) {
			t.Fatalf("%q does not begin %q", head, line)
		}
	})
}
