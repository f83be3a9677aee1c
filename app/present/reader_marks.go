package present

import (
	"context"
	"fmt"
	"slices"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index"
	"stet/index/source"
)

// MarkKind says what a stretch of the text in the reading pane means.
type MarkKind int

// The kinds of marks.
const (
	MarkProposal MarkKind = iota
	MarkClaim
	MarkStale
	MarkFor
	MarkAgainst
	MarkContext
	MarkFound
	MarkCurrent
	MarkOpen // a sentence that waits for a decision, at its first word
)

// Mark is a stretch of the text that means something. What it stands for is
// named by Claim or Card; a search hit stands for nothing.
type Mark struct {
	source.Span
	Kind  MarkKind
	Claim claims.ID
	Made  claims.Kind // of the claim made here; "" for evidence
	Card  int         // index of a proposal, -1 for none
	Sure  float32     // 0 to 1
	Hint  string
}

// decided lists the marks of claims and evidence in a version: those made there,
// and those made in other versions of the article whose words were carried there
// unchanged. Words that were changed are marked as stale.
func decided(ctx context.Context, w *workspace.Workspace, id source.VersionID) ([]Mark, error) {
	type want struct {
		mark Mark
		at   claims.Evidence // only the anchor counts
	}
	var list []want
	w.View(func(st *ledger.State) {
		for _, c := range st.Live() {
			if c.Made != nil && c.Made.Version.Article == id.Article {
				list = append(list, want{Mark{Kind: MarkClaim, Claim: c.ID, Made: c.Body.Kind(), Card: -1, Hint: claimHint(c)}, claims.Evidence{Anchor: *c.Made}})
			}
			for _, e := range st.EvidenceOf(c.ID) {
				if e.Anchor.Version.Article != id.Article {
					continue
				}
				k := map[claims.Stance]MarkKind{claims.Supports: MarkFor, claims.FirstSeen: MarkFor, claims.Repeats: MarkFor, claims.Contradicts: MarkAgainst}[e.Stance]
				if k == 0 {
					k = MarkContext
				}
				anchors := []claims.Evidence{e.Evidence}
				for _, x := range e.Confirmed {
					anchors = append(anchors, claims.Evidence{Anchor: x.Anchor})
				}
				a := anchors[0]
				for _, x := range anchors {
					if x.Anchor.Version == id {
						a = x
					}
				}
				list = append(list, want{Mark{Kind: k, Claim: c.ID, Card: -1, Hint: fmt.Sprintf("Evidence (%s) for claim %s: %s", e.Stance, c.ID, Short(c.Text, 80))}, a})
			}
		}
	})
	var out []Mark
	for _, x := range list {
		a := x.at.Anchor
		x.mark.Span = a.Span
		if a.Version != id {
			f, err := w.Fate(ctx, a, id)
			if err != nil {
				return nil, err
			}
			if f.Span.Empty() {
				continue
			}
			x.mark.Span = f.Span
			if !f.Fate.Carried() {
				x.mark.Kind = MarkStale
				x.mark.Hint = "Changed since " + a.Version.String() + ". " + x.mark.Hint
			}
		}
		out = append(out, x.mark)
	}
	return out, nil
}

func claimHint(c *ledger.Claim) string {
	return fmt.Sprintf("Claim %s, %s: %s", c.ID, c.Check(), Short(c.Text, 90))
}

// SearchFor marks the words of a search; "" takes the marks away.
func (m *Reader) SearchFor(query string) {
	if query == m.query {
		return
	}
	m.query = query
	m.find()
	m.draw()
}

// foundLimit is how many passages of one article are marked.
const foundLimit = 500

// find looks up where the words searched for stand in the open text.
func (m *Reader) find() {
	m.finder.Stop()
	m.Found = nil
	w, id := m.s.Desk, m.Version.ID
	if w == nil || !m.isOpen() || m.query == "" {
		return
	}
	q := index.Query{Text: m.query, Typing: true, Articles: []source.ArticleID{id.Article}, Limit: foundLimit, Quick: true}
	m.finder.Start(func(ctx context.Context) func() {
		page, err := w.Search(ctx, q)
		if err != nil {
			return nil // the list of results says so
		}
		var found []source.Span
		for _, h := range page.Hits {
			if h.Version == id {
				found = append(found, h.Terms...)
			}
		}
		slices.SortFunc(found, source.Span.Compare)
		return func() {
			m.Found = slices.Compact(found)
			m.draw()
		}
	})
}

// draw makes the marks from what is known and tells the pane.
func (m *Reader) draw() {
	m.Marks = m.Marks[:0:0]
	if m.isOpen() {
		if m.Article.Role == source.Story || m.s.Side() == SideCoverage {
			m.Marks = append(m.Marks, openMarks(m.Coverage, m.Text.Body)...)
		}
		for i, c := range m.Cards {
			if c.State == CardOpen {
				m.Marks = append(m.Marks, Mark{Span: c.Span, Kind: MarkProposal, Card: i, Sure: float32(c.Confidence), Hint: "Proposal: " + dotted(c.Head, c.Detail)})
			}
		}
		stale := map[claims.ID]bool{}
		for _, f := range m.s.Findings {
			if f.Stale && !f.Settled {
				stale[f.Claim] = true
			}
		}
		for _, k := range m.marks {
			if k.Kind == MarkClaim && stale[k.Claim] {
				k.Kind = MarkStale
				k.Hint = "Stale since a later version. " + k.Hint
			}
			m.Marks = append(m.Marks, k)
		}
		for _, f := range m.Found {
			m.Marks = append(m.Marks, Mark{Span: f, Kind: MarkFound, Card: -1})
		}
		if m.Current >= 0 {
			m.Marks = append(m.Marks, Mark{Span: m.Cards[m.Current].Span, Kind: MarkCurrent, Card: m.Current})
		} else if at := m.s.Route.Span; !at.Empty() && at.Fits(m.Text.Body) && m.s.Route.Version.Article == m.Version.ID.Article {
			m.Marks = append(m.Marks, Mark{Span: at, Kind: MarkCurrent, Card: -1})
		}
	}
	m.Changed()
	m.Covered()
	m.cover()
}

// cover tells how far the check has come, of a story, of what somebody began to
// check, and where it is asked for: a source that is only cited is not to be
// handled sentence by sentence.
func (m *Reader) cover() {
	c := Coverage{m.Coverage.Handled, m.Coverage.Checkable}
	if m.Article.Role != source.Story && c.Handled == 0 && m.s.Side() != SideCoverage {
		c = Coverage{}
	}
	m.s.Cover(c)
}
