package concordance

import (
	"slices"
	"testing"

	"stet/claims/match"
)

func TestAFilterWantsWhatItSays(t *testing.T) {
	all := valley().find(t)
	count := func(f Filter) (n int) {
		for i := range all {
			if f.Fits(&all[i]) {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		name string
		f    Filter
		want int
	}{
		{"printed more than once", Filter{}, 2},
		{"everything", Filter{Once: true}, len(all)},
		{"words of one rendering", Filter{Text: "SPILLWAY"}, 0},
		{"words in any order and spelling", Filter{Text: "valley Dam"}, 1},
		{"an outlet", Filter{Text: "evening moon"}, 1},
		{"a speaker of one rendering", Filter{Speaker: "Hollis"}, 1},
		{"a speaker printed once", Filter{Speaker: "Ann Tolley", Once: true}, 2},
		{"a speaker of nothing compared", Filter{Speaker: "Ann Tolley"}, 0},
		{"differing", Filter{Differing: true}, 2},
	} {
		if got := count(c.f); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestTheGravestDifferenceComesFirst(t *testing.T) {
	all := valley().find(t)
	var list []*Utterance
	for i := range all {
		list = append(list, &all[i])
	}
	Sort(list, ByDifference)
	if list[0].Gravest() != match.Negation || list[1].Gravest() != match.Substitution || list[2].Matters() {
		t.Errorf("%s, %s, %v", list[0].Gravest(), list[1].Gravest(), list[2].Matters())
	}
	Sort(list, ByTime)
	if !slices.IsSortedFunc(list, func(a, b *Utterance) int { return a.First.Compare(b.First) }) {
		t.Error("not by time")
	}
	Sort(list, BySpeaker)
	if list[0].Speaker != "Oda Merrick" || list[len(list)-1].Speaker != "Ann Tolley" {
		t.Errorf("%s … %s", list[0].Speaker, list[len(list)-1].Speaker)
	}
}
