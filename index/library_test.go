package index

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"stet/index/newsgen"
)

func sentences() *Library {
	return NewLibrary([]Record{
		{"ferry", "Ferry sinks off Halden", []string{"A ferry sank on Monday.", "Nineteen people were missing, the coastguard said.", "He was not on board."}},
		{"fire", "Fire at Norrby harbour", []string{"A warehouse burned down.", "At least 12 people were killed, the fire service said.", "He called it a disgrace."}},
		{"empty", "", nil},
	})
}

func TestASentenceIsRankedWithTheTextAroundIt(t *testing.T) {
	got := sentences().Rank("He called the harbour fire in Norrby a disgrace", 3)
	if len(got) != 3 || got[0].Record != "fire" || got[0].Sentence != 2 {
		t.Errorf("got %+v", got)
	}
}

func TestALibraryFindsNumbersByValue(t *testing.T) {
	if got := sentences().Rank("19 missing", 1); len(got) != 1 || got[0].Sentence != 1 || got[0].Record != "ferry" {
		t.Errorf("got %+v", got)
	}
}

func TestWithinRanksEverySentenceOnce(t *testing.T) {
	ranking, selected, ok := sentences().Within("fire", "twelve were killed")
	if !ok || ranking[0] != 1 || !slices.Equal(selected, []int{1}) {
		t.Errorf("ranking %v, selected %v", ranking, selected)
	}
	if slices.Sort(ranking); !slices.Equal(ranking, []int{0, 1, 2}) {
		t.Errorf("ranking %v", ranking)
	}
	ranking, selected, ok = sentences().Within("empty", "anything")
	if !ok || len(ranking)+len(selected) != 0 || selected == nil {
		t.Errorf("ranking %v, selected %v, %v", ranking, selected, ok)
	}
	if _, _, ok := sentences().Within("none", "anything"); ok {
		t.Error("a record that is not there")
	}
}

func TestWholeTextsMeetInPartsOfWords(t *testing.T) {
	l := NewLibrary([]Record{
		{"a", "Vaccine kills cattle", []string{"A vaccine killed cattle."}},
		{"b", "Cornflakes recalled", []string{"A maker of cornflakes recalled boxes."}},
		{"c", "Corn and flakes", []string{"Corn is sold as flakes of paint."}},
	})
	if got := l.Rank("massive vaccinations!", 1); len(got) != 1 || got[0].Record != "a" {
		t.Errorf("got %+v", got)
	}
	if got := l.Rank("#corn", 3); len(got) == 0 || got[0].Record != "c" {
		t.Errorf("got %+v", got)
	}
}

func TestEqualScoresKeepTheOrderOfTheLibrary(t *testing.T) {
	var rs []Record
	for i := range 50 {
		rs = append(rs, Record{fmt.Sprint(i), "Storm", []string{"A storm came.", "A storm went."}})
	}
	l := NewLibrary(rs)
	got := l.Rank("a storm came and went", 100)
	for i := range got[1:] {
		a, b := got[i], got[i+1]
		if a.Score < b.Score || a.Score == b.Score && a.Record == b.Record && a.Sentence > b.Sentence {
			t.Fatalf("%+v before %+v", a, b)
		}
	}
}

func TestAJoinedWordIsTakenApart(t *testing.T) {
	l := NewLibrary([]Record{{"a", "", []string{"the free harbour", "free the harbour", "a harbour the free know"}}})
	if got := l.takeApart("freetheharbour"); !slices.Equal(got, []string{"free", "the", "harbour"}) {
		t.Errorf("got %q", got)
	}
	for _, w := range []string{"harbour", "xyzzyplugh", "free", "ünïcödeword"} {
		if got := l.takeApart(w); len(got) > 1 {
			t.Errorf("%q became %q", w, got)
		}
	}
}

func TestALibraryIsSharedByGoroutines(t *testing.T) {
	var rs []Record
	for i := range 40 {
		_, v, x := newsgen.Article(i)
		var ss []string
		for _, p := range Passages(x) {
			ss = append(ss, p.Span.Of(x.Body))
		}
		rs = append(rs, Record{string(v.ID.Article), v.Headline, ss})
	}
	l := NewLibrary(rs)
	want := l.Rank(rs[7].Title, 20)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 20 {
				if got := l.Rank(rs[7].Title, 20); !slices.Equal(got, want) {
					t.Error("another ranking")
				}
			}
		})
	}
	wg.Wait()
	if want[0].Record != rs[7].ID {
		t.Errorf("the article itself is not first: %+v", want[0])
	}
}
