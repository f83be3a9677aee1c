package toll

import (
	"cmp"
	"slices"

	"stet/claims/match"
	"stet/index/source"
)

// thingOf finds a number of things in a version that a row may have taken for its
// toll. The text must be one the row can rest on: told by the row's own source, or
// giving a toll of its own for the same outcome.
func thingOf(c *Copy, n float64, r *Row) (Thing, bool) {
	rests := false
	for _, x := range c.Digest.Readings {
		if x.Outcome == r.Outcome && x.Role == Toll && (r.Attribution == "" || match.SameSource(x.Attribution, r.Attribution) == 1) {
			rests = true
		}
	}
	for _, t := range c.Digest.Things {
		if t.Value == n && (rests || match.SameSource(t.Attribution, r.Attribution) == 1) {
			return t, true
		}
	}
	return Thing{}, false
}

func sortCopies(list []*Copy) {
	slices.SortFunc(list, func(a, b *Copy) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.Version.Article, b.Version.Article), cmp.Compare(a.Version.N, b.Version.N))
	})
}

func nameOf(c *Copy) string {
	if c.Outlet != "" {
		return c.Outlet
	}
	return c.Version.String()
}

func placeOf(c *Copy, t Thing) source.Place { return source.Place{Version: c.Version, Span: t.Span} }
