package workspace

import (
	"slices"

	"stet/claims/compare"
	"stet/claims/extract"
	"stet/claims/ledger"
	"stet/claims/report"
	"stet/index/source"
)

// history lists the changes between consecutive versions of the checked and the
// cited articles that touch what a report is about.
func (g *gathering) history() error {
	var ids []source.ArticleID
	for _, s := range g.d.Subjects {
		ids = append(ids, s.Article.ID)
	}
	for _, v := range g.cited {
		if !slices.Contains(ids, v.Article) {
			ids = append(ids, v.Article)
		}
	}
	for _, id := range ids {
		var versions []source.VersionID
		g.w.View(func(s *ledger.State) {
			for _, v := range s.Articles[id].Versions {
				if !v.Hidden {
					versions = append(versions, v.ID)
				}
			}
		})
		for i := 1; i < len(versions); i++ {
			if err := g.step(versions[i-1], versions[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (g *gathering) step(old, now source.VersionID) error {
	changes, err := g.w.changes(g.ctx, old, now)
	if err != nil {
		return err
	}
	_, a, err := g.w.Read(g.ctx, old)
	if err != nil {
		return err
	}
	_, b, err := g.w.Read(g.ctx, now)
	if err != nil {
		return err
	}
	for _, c := range changes {
		if !c.Substantive {
			continue
		}
		s := report.Step{Old: old, New: now, Summary: c.Summary, Before: c.Old.Of(a.Body), After: c.New.Of(b.Body), Announced: c.Announced}
		s.Edits = relative(c)
		g.d.History = append(g.d.History, s)
	}
	return nil
}

// since lists what the newest version of a checked article changed of the one that is
// annotated.
func (g *gathering) since(d *extract.Doc, annotated source.VersionID, all []source.Version) ([]report.Since, error) {
	if len(all) == 0 || all[len(all)-1].ID == annotated {
		return nil, nil
	}
	changes, err := g.w.changes(g.ctx, annotated, all[len(all)-1].ID)
	if err != nil {
		return nil, err
	}
	var out []report.Since
	for _, c := range changes {
		if !c.Substantive {
			continue
		}
		x := report.Since{Summary: c.Summary, Announced: c.Announced}
		if !c.Old.Empty() {
			x.Line = 1 + slices.IndexFunc(d.Sentences, func(s extract.Sentence) bool { return s.Span.Overlaps(c.Old) })
		}
		out = append(out, x)
	}
	return out, nil
}

// relative gives a change's word edits in bytes of its two sentences.
func relative(c compare.Change) []report.Edit {
	var out []report.Edit
	for _, e := range c.Edits {
		if c.Old.Contains(e.Old) && c.New.Contains(e.New) {
			out = append(out, report.Edit{Old: e.Old.Shift(-c.Old.Start), New: e.New.Shift(-c.New.Start)})
		}
	}
	return out
}
