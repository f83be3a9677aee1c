package workspace

import (
	"slices"

	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/report"
	"stet/claims/toll"
	"stet/index/source"
)

// tolls gathers the boards of the desk's events: all of them for a report on the
// desk, else those that the reported claims are about or the reported article tells
// of. Proposed events are in no report.
func (g *gathering) tolls(scope ReportScope) error {
	events, err := g.w.TollEvents(g.ctx)
	if err != nil {
		return err
	}
	about := map[claims.EventID][]claims.ID{}
	for _, s := range g.d.Sheets {
		if e := s.Claim.Event; e != "" {
			about[e] = append(about[e], s.Claim.ID)
		}
	}
	for _, e := range slices.Backward(events) { // oldest first
		if e.Proposed {
			continue
		}
		b, err := g.w.Toll(g.ctx, e.Key)
		if err != nil {
			return err
		}
		whole := scope.Article == "" && len(scope.Claims) == 0
		if (!whole && len(about[e.Event.ID]) == 0 && !tells(b.Board, scope.Article)) || b.Articles == 0 {
			continue
		}
		r := report.Reconciliation{Board: b.Board, Claims: about[e.Event.ID], Left: b.Left}
		for _, f := range b.Flags {
			r.Flags = append(r.Flags, report.TollFlag{Flag: f.Flag, State: flagState(f)})
		}
		r.Versions = g.versionsOf(b.Board)
		g.d.Tolls = append(g.d.Tolls, r)
	}
	return nil
}

// flagState says what was done about a flag.
func flagState(f TollFlag) string {
	switch {
	case f.Settled:
		return "dismissed: " + f.Note
	case f.Raised != "":
		return "raised as flag " + string(f.Raised)
	case f.Level == toll.Note:
		return "note"
	}
	return "open"
}

// tells reports whether a board has a figure of an article.
func tells(b toll.Board, a source.ArticleID) bool {
	found := false
	b.Each(func(_ *toll.Group, r *toll.Row) { found = found || r.Version.Article == a })
	return found
}

// versionsOf lists the versions that the rows of a board stand in, by name.
func (g *gathering) versionsOf(b toll.Board) []source.Version {
	seen := map[source.VersionID]bool{}
	var out []source.Version
	b.Each(func(_ *toll.Group, r *toll.Row) {
		if seen[r.Version] {
			return
		}
		seen[r.Version] = true
		g.w.View(func(s *ledger.State) {
			if v, err := s.Version(r.Version); err == nil {
				out = append(out, v.Version)
			}
		})
	})
	return out
}
