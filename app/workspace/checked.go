package workspace

import (
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

// An article is being checked if the desk calls it a story, or if somebody made
// claims in it. A claim that only came with a flag raised from a toll board makes
// no checked article of a source: its figure is doubted where it stands.

// lent are the claims made in one act with a flag of a toll board, in articles
// that are no stories.
func lent(s *ledger.State) map[claims.ID]bool {
	out := map[claims.ID]bool{}
	for _, id := range s.Raised {
		f := s.Flags[id]
		c := s.Claims[f.Claim]
		if f.Rule == "" || c == nil || c.Made == nil || !f.At.Equal(c.At) || f.Who != c.Who {
			continue
		}
		if a := s.Articles[c.Made.Version.Article]; a != nil && a.Role != source.Story {
			out[c.ID] = true
		}
	}
	return out
}
