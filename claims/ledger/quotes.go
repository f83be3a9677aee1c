package ledger

import (
	"fmt"
	"slices"
)

func (c QuoteSourceChosen) apply(s *State, _ *Entry) (func(), error) {
	if err := s.citable(c.Place.Version); err != nil && c.Chosen {
		return nil, err
	}
	at := slices.Index(s.QuoteSources, c.Place)
	switch {
	case c.Chosen && c.Place.Span.Empty():
		return nil, fmt.Errorf("the best source of a quote is some words of %s, not all of it", c.Place.Version)
	case c.Chosen == (at >= 0):
		return nil, fmt.Errorf("the words in %s are %s already", c.Place.Version, verb(c.Chosen, "the best source of their quote", "no longer chosen"))
	case c.Chosen:
		return set(&s.QuoteSources, append(slices.Clip(s.QuoteSources), c.Place)), nil
	}
	return set(&s.QuoteSources, slices.Delete(slices.Clone(s.QuoteSources), at, at+1)), nil
}
