package diff

import (
	"strings"
	"testing"
)

func norms(text string) string {
	var out []string
	for _, t := range Tokens(text) {
		out = append(out, t.Norm)
	}
	return strings.Join(out, " ")
}

func TestTokensFoldTypography(t *testing.T) {
	for _, c := range []struct{ was, is string }{
		{"It was bad … very bad.", "It was bad . . . very bad."},
		{"It was bad.… Nobody came.", "It was bad. . . . Nobody came."},
		{"The mayor said it rained.", "THE MAYOR SAID IT RAINED."},
		{"who told us?", "WHO TOLD US?"},
		{"The clerk of Norrby.com paid.", "THE CLERK OF NORRBY.COM PAID."},
		{"the U.S. army", "THE U.S. ARMY"},
	} {
		if a, b := norms(c.was), norms(c.is); a != b {
			t.Errorf("%q reads %q, %q reads %q", c.was, a, c.is, b)
		}
	}
}

func TestTokensKeepAcronyms(t *testing.T) {
	for text, want := range map[string]string{
		"the US army told us":            "the US army told us",
		"Trade with the US, it said.":    "trade with the US , it said .",
		"IT staff at the WHO left.":      "IT staff at the WHO left .",
		"The U.S. left. The rest stayed": "the u.s . left . the rest stayed",
		"one. . two":                     "one . . two",
	} {
		if got := norms(text); got != want {
			t.Errorf("%q reads %q, want %q", text, got, want)
		}
	}
}
