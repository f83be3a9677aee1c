package workspace

import (
	"context"

	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/match"
	"stet/index/source"
)

// Candidate is a passage that may be evidence for a claim, and how it relates.
type Candidate struct {
	Place    source.Place // the words that match, else the passage
	Passage  source.Span  // the passage they stand in
	Version  ledger.Version
	Text     string // the passage
	Result   match.Result
	Attached claims.EvidenceID // set if these words are attached already
	// May tells that nothing found relates to the claim for sure, and that this passage
	// is among the nearest: somebody must read it.
	May bool
	// Same says why attaching it brings no new independent source, if something
	// attached is the same one; "" if it would be new, or if that is not known yet.
	Same string
}

// candidatePool is how many passages the index is asked for per passage wanted:
// the index ranks by words, the match by evidence, so the best by evidence must
// be among more than are shown.
const candidatePool = 6

// Candidates ranks passages of the whole desk by what they are as evidence for a
// claim, best first. Passages of the article the claim was made in are left out:
// an article is no evidence for itself.
func (w *Workspace) Candidates(ctx context.Context, id claims.ID, n int) ([]Candidate, error) {
	c, err := w.Claim(id)
	if err != nil {
		return nil, err
	}
	ix, err := w.ready(ctx)
	if err != nil {
		return nil, err
	}
	a, err := w.ask(ctx, c)
	if err != nil {
		return nil, err
	}
	need := a.need()
	in, err := w.setting(ctx, c)
	if err != nil {
		return nil, err
	}
	if c.Made != nil {
		w.View(func(s *ledger.State) {
			for _, o := range s.Articles[c.Made.Version.Article].Versions {
				need.Not = append(need.Not, o.ID)
			}
		})
	}
	hits, err := ix.Passages(ctx, need, n*candidatePool)
	if err != nil {
		return nil, err
	}
	passages := make([]match.Passage, len(hits))
	versions := make([]ledger.Version, len(hits))
	for i, h := range hits {
		v, t, err := w.Read(ctx, h.Version)
		if err != nil {
			return nil, err
		}
		d, err := w.Analysis(ctx, h.Version)
		if err != nil {
			return nil, err
		}
		versions[i], passages[i] = v, match.Passage{Text: t.Body, Span: h.Span, Doc: d, Date: v.Date(), Dateline: v.Dateline}
	}
	ranked := a.rank(in, passages)
	near := a.nearest(ranked, passages, hits)
	ranked = ranked[:min(n, len(ranked))]
	out := make([]Candidate, len(ranked))
	for k, r := range ranked {
		h, at := hits[r.Index], r.Result.Span
		if at.Empty() {
			at = h.Span
		}
		out[k] = Candidate{Place: source.Place{Version: h.Version, Span: at}, Passage: h.Span, Version: versions[r.Index], Text: h.Span.Of(passages[r.Index].Text), Result: r.Result, May: k < near}
	}
	w.markAttached(id, out)
	return out, w.markSame(ctx, id, out)
}

func (w *Workspace) markAttached(id claims.ID, list []Candidate) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	for _, e := range w.state.EvidenceOf(id) {
		for i := range list {
			if e.Anchor.Version == list[i].Place.Version && e.Anchor.Span.Overlaps(list[i].Passage) {
				list[i].Attached = e.ID
			}
		}
	}
}

// Relate tells how one place of a version relates to a claim.
func (w *Workspace) Relate(ctx context.Context, id claims.ID, p source.Place) (match.Result, error) {
	c, err := w.Claim(id)
	if err != nil {
		return match.Result{}, err
	}
	in, err := w.setting(ctx, c)
	if err != nil {
		return match.Result{}, err
	}
	v, t, err := w.Read(ctx, p.Version)
	if err != nil {
		return match.Result{}, err
	}
	d, err := w.Analysis(ctx, v.ID)
	if err != nil {
		return match.Result{}, err
	}
	a, err := w.ask(ctx, c)
	if err != nil {
		return match.Result{}, err
	}
	return a.relate(in, match.Passage{Text: t.Body, Span: p.Span, Doc: d, Date: v.Date(), Dateline: v.Dateline}), nil
}

// setting is the story a claim was made in. A claim that was typed has none and is of
// today.
func (w *Workspace) setting(ctx context.Context, c claims.Claim) (match.Setting, error) {
	if c.Made == nil {
		return match.Setting{Made: w.cfg.Now(), Typed: true}, nil
	}
	v, t, err := w.Read(ctx, c.Made.Version)
	if err != nil {
		return match.Setting{}, err
	}
	return match.Setting{Made: v.Date(), Dateline: v.Dateline, Story: t.Body}, nil
}
