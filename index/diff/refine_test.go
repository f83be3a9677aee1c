package diff

import (
	"math/rand"
	"reflect"
	"strings"
	"testing"

	"stet/index/source"
)

// one word for another is decided without the table; what it decides must be
// what the table would have.
func TestLoneWordIsWhatTheTableSays(t *testing.T) {
	rng := rand.New(rand.NewSource(4))
	words := strings.Fields("the a of in and dam fell river town minister said not at least 12 people models model Norrby , . ( ) “ ” - : Osei's 's 1,200 the-town")
	shortcuts := 0
	for range 30_000 {
		n := 1 + rng.Intn(14)
		ws := make([]string, n)
		for k := range ws {
			ws[k] = words[rng.Intn(len(words))]
		}
		old := strings.Join(ws, " ")
		ws[rng.Intn(n)] = words[rng.Intn(len(words))]
		new := strings.Join(ws, " ")
		if rng.Intn(2) == 0 {
			glue := strings.NewReplacer(" ,", ",", " .", ".", "( ", "(", " )", ")", " 's", "'s")
			old, new = glue.Replace(old), glue.Replace(new)
		}
		voc := newVocabulary(64)
		a, b := voc.tokens(old, 0, nil), voc.tokens(new, 0, nil)
		w := newWorder(voc, old, new)
		if _, ok := w.loneWord(a, b); !ok {
			continue
		}
		shortcuts++
		var short, long runs
		z := span4{0, len(a), 0, len(b)}
		w.zone(a, b, z, nil, &short)
		w.table.solve(voc, a, b, z, &long)
		o, m := source.Span{End: len(old)}, source.Span{End: len(new)}
		if x, y := w.write(o, m, a, b, short.list), w.write(o, m, a, b, long.list); !reflect.DeepEqual(x, y) {
			t.Fatalf("%q → %q: %s, the table says %s", old, new, show(old, new, x), show(old, new, y))
		}
	}
	if shortcuts < 3_000 {
		t.Errorf("only %d of the texts have a lone word", shortcuts)
	}
}
