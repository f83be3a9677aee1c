package workspace

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/report"
	"stet/index/source"
)

// Program is the name and version printed in reports and kept in manifests.
var Program = "Stet 0.1.0"

// ReportScope says what a report is about.
type ReportScope struct {
	Article source.ArticleID // a checked article; empty: every claim on the desk
	Claims  []claims.ID      // only these; empty: all of the article or the desk
}

// Dossier gathers what a report says, all of it from one state of the desk: if
// somebody writes meanwhile, it gathers again.
func (w *Workspace) Dossier(ctx context.Context, scope ReportScope) (report.Dossier, error) {
	for range retries {
		d, err := w.gather(ctx, scope)
		if err != nil || w.Seq() == d.Seq {
			return d, err
		}
	}
	return report.Dossier{}, errors.New("the desk is being written to; make the report when that is done")
}

func (w *Workspace) gather(ctx context.Context, scope ReportScope) (report.Dossier, error) {
	g := gathering{w: w, ctx: ctx, clusters: map[source.VersionID]int{}}
	if err := g.claims(scope); err != nil {
		return report.Dossier{}, err
	}
	if err := g.findings(); err != nil {
		return report.Dossier{}, err
	}
	if err := g.cluster(); err != nil {
		return report.Dossier{}, err
	}
	if err := g.sheets(); err != nil {
		return report.Dossier{}, err
	}
	if err := g.subjects(scope); err != nil {
		return report.Dossier{}, err
	}
	if err := g.tolls(scope); err != nil {
		return report.Dossier{}, err
	}
	if err := g.history(); err != nil {
		return report.Dossier{}, err
	}
	if err := g.quotes(); err != nil {
		return report.Dossier{}, err
	}
	g.rest()
	if err := g.origins(); err != nil {
		return report.Dossier{}, err
	}
	return g.d, nil
}

// gathering builds a dossier step by step from one snapshot of the claims.
type gathering struct {
	w        *Workspace
	ctx      context.Context
	d        report.Dossier
	list     []ledger.Claim // copies
	evidence map[claims.ID][]ledger.Evidence
	flags    map[claims.ID][]claims.Flag
	found    map[claims.ID][]Finding
	texts    []Finding
	settled  map[string]ledger.Settled
	clusters map[source.VersionID]int
	cited    []source.VersionID
	lent     map[claims.ID]bool // made only to carry a flag: their article is a source
}

// claims copies, under one read, all that the ledger says about the claims.
func (g *gathering) claims(scope ReportScope) error {
	var missing error
	g.evidence, g.flags = map[claims.ID][]ledger.Evidence{}, map[claims.ID][]claims.Flag{}
	g.w.View(func(s *ledger.State) {
		g.d = report.Dossier{Desk: s.Policy.Name, Policy: s.Policy, Scale: s.Policy.ScaleOf(), Seq: s.Seq, Head: s.Head, Entries: s.Seq,
			Made: g.w.cfg.Now().UTC(), By: g.w.cfg.Who, Program: Program}
		if scope.Article != "" && s.Articles[scope.Article] == nil {
			missing = fmt.Errorf("there is no article %s on this desk", scope.Article)
			return
		}
		for _, id := range scope.Claims {
			if c := s.Claims[id]; c == nil || c.Removed {
				missing = fmt.Errorf("there is no claim %q on this desk", id)
				return
			}
		}
		for _, c := range s.Live() {
			if !g.wanted(c, scope) {
				continue
			}
			x := *c
			x.Verdicts, x.Reviews = slices.Clone(c.Verdicts), slices.Clone(c.Reviews)
			g.list = append(g.list, x)
			for _, e := range s.EvidenceOf(c.ID) {
				g.evidence[c.ID] = append(g.evidence[c.ID], *e)
			}
		}
		for _, id := range s.Raised {
			f := s.Flags[id]
			g.flags[f.Claim] = append(g.flags[f.Claim], f.Flag)
		}
		g.lent = lent(s)
		g.settled = maps.Clone(s.Settled)
		for _, x := range s.Searches {
			if !x.Dropped {
				g.d.Searches = append(g.d.Searches, report.Search{Receipt: x.Receipt, By: x.Who, Seq: x.Seq, Head: x.Head})
			}
		}
		for _, a := range s.Articles {
			g.d.Originals += len(a.Versions)
		}
	})
	return missing
}

func (g *gathering) wanted(c *ledger.Claim, scope ReportScope) bool {
	if len(scope.Claims) > 0 {
		return slices.Contains(scope.Claims, c.ID)
	}
	return scope.Article == "" || c.Made != nil && c.Made.Version.Article == scope.Article
}

func (g *gathering) findings() error {
	all, err := g.w.Findings(g.ctx)
	if err != nil {
		return err
	}
	g.found = map[claims.ID][]Finding{}
	for _, f := range all {
		if f.Kind == TextTouched {
			g.texts = append(g.texts, f)
			continue
		}
		g.found[f.Claim] = append(g.found[f.Claim], f)
	}
	return nil
}

// cluster numbers the cited versions by independence, see Workspace.independent.
func (g *gathering) cluster() error {
	for _, c := range g.list {
		for _, e := range g.evidence[c.ID] {
			if v := e.Anchor.Version; !slices.Contains(g.cited, v) {
				g.cited = append(g.cited, v)
			}
		}
	}
	numbers, err := g.w.independent(g.ctx, g.cited)
	if err != nil {
		return err
	}
	for i, id := range g.cited {
		g.clusters[id] = numbers[i]
	}
	return nil
}

func (g *gathering) sheets() error {
	for _, c := range g.list {
		s := report.Sheet{Claim: c.Claim, Check: c.Check(), Review: c.Review, Flags: g.flags[c.ID], Reviews: c.Reviews, By: c.Who, At: c.At, Correction: correctionOf(&c)}
		standing := c.Verdict()
		for _, v := range c.Verdicts {
			d := report.Decision{Verdict: v.Verdict, By: v.Who, At: v.At}
			if standing != nil && v.Seq == standing.Seq {
				s.Verdict = &d
			} else {
				s.Earlier = append(s.Earlier, d)
			}
		}
		for _, f := range g.found[c.ID] {
			s.Stale = s.Stale || f.Stale && !f.Settled
			by, note := "", g.settled[f.SettledKey].Note
			if x, ok := g.settled[f.SettledKey]; ok {
				by = x.Who.String()
			}
			if f.Answered > 0 && note == "" {
				note = fmt.Sprintf("the verdict of entry %d was given with this version on the desk", f.Answered)
			}
			s.Findings = append(s.Findings, report.Finding{Version: f.New, Text: g.told(c, f), Settled: f.Settled, By: by, Note: note})
		}
		if n := len(c.Reviews); n > 0 && c.Review == claims.Approved { // the approval that stands
			r := c.Reviews[n-1]
			g.d.SignedBy = append(g.d.SignedBy, report.Signature{Claim: c.ID, By: r.Who, At: r.At, Seq: r.Seq, Own: c.BothHands()})
		}
		n, err := g.w.Independence(g.ctx, c.ID)
		if err != nil {
			return err
		}
		s.Sources = report.Independence{Passages: n.Passages, Articles: n.Articles, Outlets: n.Outlets, Independent: n.Independent, Wanted: n.Wanted, Own: n.Own, House: n.House, Origin: n.Origin}
		if s.Passages, err = g.passages(c); err != nil {
			return err
		}
		if c.Made != nil {
			v, err := g.w.Version(c.Made.Version)
			if err != nil {
				return err
			}
			s.Made = v.Version
		}
		g.d.Sheets = append(g.d.Sheets, s)
	}
	g.sort()
	return nil
}

// sort puts the sheets in the order of the text, article by article in the order
// of their first claims, and claims that stand in no article last.
func (g *gathering) sort() {
	nth := map[source.ArticleID]int{}
	for _, s := range g.d.Sheets {
		if m := s.Claim.Made; m != nil && nth[m.Version.Article] == 0 {
			nth[m.Version.Article] = len(nth) + 1
		}
	}
	slices.SortStableFunc(g.d.Sheets, func(a, b report.Sheet) int {
		x, y := a.Claim.Made, b.Claim.Made
		if x == nil || y == nil {
			return cmp.Compare(boolInt(x == nil), boolInt(y == nil))
		}
		return cmp.Or(cmp.Compare(nth[x.Version.Article], nth[y.Version.Article]), x.Span.Compare(y.Span))
	})
	slices.SortStableFunc(g.d.SignedBy, func(a, b report.Signature) int { return cmp.Compare(a.Seq, b.Seq) })
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (g *gathering) passages(c ledger.Claim) ([]report.Passage, error) {
	var out []report.Passage
	for _, e := range g.evidence[c.ID] {
		v, t, err := g.w.Read(g.ctx, e.Anchor.Version)
		if err != nil {
			return nil, err
		}
		d, err := g.w.Analysis(g.ctx, e.Anchor.Version)
		if err != nil {
			return nil, err
		}
		p := report.Passage{ID: e.ID, Stance: e.Stance, Primary: e.Primary, Note: e.Note, Anchor: e.Anchor, Version: v.Version, Cluster: g.clusters[v.ID]}
		if s, ok := sentenceOf(d, e.Anchor.Span); ok {
			p.Before = source.Span{Start: s.Start, End: max(s.Start, e.Anchor.Span.Start)}.Of(t.Body)
			p.After = source.Span{Start: min(e.Anchor.Span.End, s.End), End: s.End}.Of(t.Body)
		}
		r, err := g.w.Relate(g.ctx, c.ID, source.Place{Version: v.ID, Span: e.Anchor.Span})
		if err != nil {
			return nil, err
		}
		p.Relation, p.Why = string(r.Relation), r.Why
		for _, x := range r.Differences {
			p.Differ = append(p.Differ, report.Difference{Claim: x.Claim, Passage: x.Passage, Kind: string(x.Kind)})
		}
		out = append(out, p)
	}
	return out, nil
}

// subjects writes the annotated copy of every checked article.
func (g *gathering) subjects(scope ReportScope) error {
	var ids []source.ArticleID
	latest := map[source.ArticleID]source.VersionID{}
	if scope.Article != "" {
		ids = append(ids, scope.Article)
	}
	for _, s := range g.d.Sheets {
		if m := s.Claim.Made; m != nil && !g.lent[s.Claim.ID] && !slices.Contains(ids, m.Version.Article) {
			ids = append(ids, m.Version.Article)
		}
	}
	// The copy that is annotated is the newest one a claim was made in.
	for _, s := range g.d.Sheets {
		if m := s.Claim.Made; m != nil && m.Version.N > latest[m.Version.Article].N {
			latest[m.Version.Article] = m.Version
		}
	}
	for _, id := range ids {
		v := latest[id]
		if v.IsZero() {
			v = source.VersionID{Article: id}
		}
		if err := g.subject(id, v); err != nil {
			return err
		}
	}
	return nil
}

func (g *gathering) subject(id source.ArticleID, at source.VersionID) error {
	v, t, err := g.w.Read(g.ctx, at)
	if err != nil {
		return err
	}
	d, err := g.w.Analysis(g.ctx, v.ID)
	if err != nil {
		return err
	}
	s := report.Subject{Version: v.Version, Text: t}
	if s.Coverage, err = g.coverage(v.ID); err != nil {
		return err
	}
	g.w.View(func(st *ledger.State) {
		a := st.Articles[id]
		s.Article = a.Article
		for _, x := range a.Versions {
			if !x.Hidden {
				s.Versions = append(s.Versions, x.Version)
			}
		}
	})
	if s.Since, err = g.since(d, v.ID, s.Versions); err != nil {
		return err
	}
	para := -1
	for i, sent := range d.Sentences {
		l := report.Line{N: i + 1, Span: sent.Span, Text: sent.Span.Of(t.Body), Para: sent.Para != para}
		para = sent.Para
		for _, m := range t.Marks {
			l.Head = l.Head || (m.Kind == source.MarkHeadline || m.Kind == source.MarkHeading) && m.Contains(sent.Span)
		}
		for k := range g.d.Sheets {
			c := &g.d.Sheets[k]
			if c.Claim.Made != nil && c.Claim.Made.Version == v.ID && c.Claim.Made.Span.Overlaps(sent.Span) {
				l.Claims = append(l.Claims, c.Claim.ID)
				f := c.Claim.Made.Span
				l.Facts = append(l.Facts, source.Span{Start: max(f.Start, sent.Span.Start), End: min(f.End, sent.Span.End)}.Shift(-sent.Span.Start))
				if c.Line == 0 {
					c.Line = l.N
				}
			}
		}
		s.Lines = append(s.Lines, l)
	}
	g.d.Subjects = append(g.d.Subjects, s)
	return nil
}

// title is the headline that the one checked story carries now, or the name of the
// desk where there are several or none.
func (g *gathering) title() string {
	stories := slices.Clone(g.d.Subjects)
	if len(stories) > 1 {
		stories = slices.DeleteFunc(stories, func(s report.Subject) bool { return s.Article.Role != source.Story })
	}
	if len(stories) == 1 && len(stories[0].Versions) > 0 {
		return stories[0].Versions[len(stories[0].Versions)-1].Title()
	}
	return ""
}
