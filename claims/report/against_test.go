package report

import (
	"strings"
	"testing"

	"stet/claims"
)

func TestOnlyPassagesInConflictAreListedAsContradicting(t *testing.T) {
	for _, c := range []struct {
		relation string
		beside   bool
	}{
		{"conflicts", false}, {"silent_truncation", false}, {"negation", false}, {"other_thing", false}, {"unrelated", false}, {"", false},
		{"compatible", true}, {"agrees", true}, {"not_comparable", true}, {"outdated", true}, {"verbatim", true},
	} {
		d := dossier()
		d.Sheets[0].Passages[0].Relation = c.relation
		p := pageOf(d)
		if len(p.Beside) > 0 != c.beside || len(p.Against) > 0 == c.beside {
			t.Errorf("%q: %d contradict, %d are beside", c.relation, len(p.Against), len(p.Beside))
		}
		for _, f := range []Format{htmlFormat{}, markdownFormat{}} {
			got, err := Render(f, d)
			if err != nil {
				t.Fatal(err)
			}
			bottom, _, _ := strings.Cut(string(got), "Scope and method")
			if strings.Contains(bottom, "Contradicted") == c.beside || strings.Contains(bottom, "both can be right") != c.beside {
				t.Errorf("%q in %s: the bottom line reads\n%s", c.relation, f.Name(), bottom[len(bottom)/2:])
			}
		}
	}
	d := dossier()
	d.Sheets[0].Passages[0].Stance = claims.Supports
	if p := pageOf(d); len(p.Against)+len(p.Beside) > 0 {
		t.Error("a supporting passage is listed as contradicting")
	}
}
