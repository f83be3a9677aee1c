package index

import (
	"math"
	"sync"

	"stet/index/thesaurus"
)

// How much the use of a word in general English takes from its weight. A library
// of claims is written in a register of its own, in which "everyone", "really"
// and "looks" are rare; the posts that are looked up in it are full of them.
const (
	// notNoun is what a word that is never a noun, a name or a number loses.
	notNoun = 0.3
	// leastUses is how often a word must have been met to tell what it is.
	leastUses = 3
)

// stemWorth is the worth of the stems that general English has.
var stemWorth = sync.OnceValue(func() map[string]float64 {
	uses := map[string]thesaurus.Use{}
	for w, u := range thesaurus.Uses() {
		if s := stemOf(w); s != "" {
			x := uses[s]
			uses[s] = thesaurus.Use{Sentences: x.Sentences + u.Sentences, All: x.All + u.All, Nouns: x.Nouns + u.Nouns}
		}
	}
	out := make(map[string]float64, len(uses))
	for s, u := range uses {
		n := math.Log(thesaurus.Sentences)
		v := max(0, (n-math.Log(float64(u.Sentences+1)))/n)
		if u.All >= leastUses {
			v *= 1 - notNoun*(1-float64(u.Nouns+1)/float64(u.All+1))
		}
		out[s] = v
	}
	return out
})

// worth is what a word counts, from 0 to 1, beside how rare it is among the texts
// searched: 1 for a word general English does not have, less the commoner it is
// there (its idf over the sentences of the samples, as a share of the largest),
// and less for what is not a noun. Of stop words it says nothing: 1.
func worth(word string) float64 {
	s := stemOf(word)
	if s == "" {
		return 1
	}
	if v, ok := stemWorth()[s]; ok {
		return v
	}
	return 1
}

// stemOf is the stem of one English word; "" for a stop word.
func stemOf(word string) string {
	if t := termsOf(englishAnalyzer, word); len(t) > 0 {
		return t[0]
	}
	return ""
}
