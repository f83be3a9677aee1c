package newsgen

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestArticlesAreTheSameEveryTime(t *testing.T) {
	for _, i := range []int{0, 1, 17, 19_999} {
		a, v, x := Article(i)
		b, w, y := Article(i)
		if !reflect.DeepEqual(a, b) || !reflect.DeepEqual(v, w) || !reflect.DeepEqual(x, y) {
			t.Fatalf("article %d differs between two calls", i)
		}
	}
	_, _, one := Gen{1}.Article(3)
	if _, _, two := (Gen{2}).Article(3); one.Body == two.Body {
		t.Fatal("another seed writes the same article")
	}
}

func TestArticlesHaveTheShapeOfNews(t *testing.T) {
	distinct, total := map[string]int{}, 0
	ids := map[string]bool{}
	for i := range 3000 {
		a, v, x := Article(i)
		if ids[string(a.ID)] || len(a.ID) != 5 {
			t.Fatalf("article %d has the identifier %q", i, a.ID)
		}
		ids[string(a.ID)] = true
		if n := len(strings.Fields(x.Body)); n < 150 || n > 900 {
			t.Fatalf("article %d has %d words", i, n)
		}
		if !utf8.ValidString(x.Body) || strings.Contains(x.Body, "\n\n\n") {
			t.Fatalf("article %d is not canonical text", i)
		}
		for _, m := range x.Marks {
			if !m.Fits(x.Body) {
				t.Fatalf("article %d: mark %v does not fit", i, m)
			}
		}
		if x.Marks[0].Of(x.Body) != v.Headline {
			t.Fatalf("article %d: the headline mark covers %q", i, x.Marks[0].Of(x.Body))
		}
		for _, w := range strings.Fields(strings.ToLower(x.Body)) {
			distinct[strings.Trim(w, ".,:“”\"")]++
			total++
		}
	}
	if len(distinct) < 20_000 {
		t.Errorf("%d distinct words in %d, want at least 20,000", len(distinct), total)
	}
	if share := float64(distinct["the"]) / float64(total); share < 0.03 || share > 0.12 {
		t.Errorf("%q is %.3f of all words", "the", share)
	}
}

func TestARevisionKeepsTheArticleAndRaisesTheToll(t *testing.T) {
	a1, v1, t1 := Gen{Seed}.Revision(5, 1)
	a2, v2, t2 := Gen{Seed}.Revision(5, 2)
	if a1 != a2 || v1.URL != v2.URL || v2.ID.N != 2 {
		t.Fatalf("revision 2 is another article: %v %v", a1, a2)
	}
	if t1.Body == t2.Body || v1.Headline == v2.Headline {
		t.Fatal("revision 2 says the same as revision 1")
	}
}

func TestRawHoldsTheSameWords(t *testing.T) {
	_, v, x := Article(9)
	name, data := Raw(9)
	if !strings.HasPrefix(string(data), v.Headline+"\n\nBy "+v.Byline) || !strings.HasSuffix(name, ".txt") {
		t.Fatalf("%s begins %.80q", name, data)
	}
	last := x.Body[strings.LastIndex(x.Body, "\n\n")+2:]
	if !strings.Contains(string(data), last) {
		t.Fatalf("the last paragraph is missing: %q", last)
	}
}
