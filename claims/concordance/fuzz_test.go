package concordance

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzFind: whatever two articles print, every saying is in one utterance, and
// the pieces of a rendering spell its words.
func FuzzFind(f *testing.F) {
	f.Add("“The dam will hold, but not tonight,” Oda Merrick said.", "“The dam will hold …,” Oda Merrick said. “[It] must.”")
	f.Add("“A,” she said. “B and c and d.”", "\"a b and c and d\" „e f g“")
	f.Add("«Le barrage tient», dit-elle. “x y z", "x y z” ‘quoted “in a quote” here’ he said")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 4000 || !utf8.ValidString(a) || !utf8.ValidString(b) {
			t.Skip("long or broken texts are other tests'")
		}
		d := newDesk(printed{article: "a", n: 1, outlet: "A", hour: 1, text: a}, printed{article: "a", n: 2, outlet: "A", hour: 2, text: b}, printed{article: "b", n: 1, outlet: "B", hour: 3, text: b})
		us, err := Find(context.Background(), d.input(d.sayings()))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range d.sayings() {
			n := 0
			for i := range us {
				if us[i].Holds(s.Place()) != nil {
					n++
				}
			}
			if n == 0 {
				t.Fatalf("%s %q is in no utterance", s.Key(), s.Words)
			}
		}
		for i := range us {
			for _, r := range us[i].All() {
				var w strings.Builder
				for _, p := range r.Pieces {
					w.WriteString(p.Text)
				}
				if w.String() != r.Words {
					t.Fatalf("the pieces say %q, the version %q", w.String(), r.Words)
				}
			}
			_, _ = us[i].Plain(), us[i].Markdown()
		}
	})
}
