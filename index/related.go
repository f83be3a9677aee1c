package index

import (
	"slices"

	"stet/index/thesaurus"
)

// leastRelated is the worth from which a word's relations are looked for too: those
// of everyday words are many, and say nothing. Without a bound a claim takes twice
// as long and finds less; with it, next to nothing more.
const leastRelated = 0.65

// relatedSlots look for the English words that a word of a claim is related to:
// those of its root in one slot, its synonyms in another. claimed are the stems
// of the claim, which are looked for already.
func relatedSlots(word string, weight float64, claimed map[string]bool) []slot {
	if worth(word) < leastRelated {
		return nil
	}
	derived, synonyms := slot{weight: weight * derivedShare}, slot{weight: weight * synonymShare}
	seen := map[string]bool{"": true}
	for _, r := range thesaurus.RelatedTo(word) {
		stem := stemOf(r.Word)
		if seen[stem] || claimed[stem] {
			continue
		}
		seen[stem] = true
		s := &synonyms
		if r.Kind == thesaurus.Derived {
			s = &derived
		}
		s.own = append(s.own, alt{fieldText, stem})
		s.title = append(s.title, alt{fieldTitle, stem})
	}
	return slices.DeleteFunc([]slot{derived, synonyms}, func(s slot) bool { return len(s.own) == 0 })
}
