package workspace

import (
	"context"
	"strings"

	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/match"
	"stet/index"
	"stet/index/neardup"
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
	need := index.Need{Text: c.Text, Latest: true}
	switch b := c.Body.(type) {
	case claims.Quote:
		need.Exact = []string{b.Words}
	case claims.Figure:
		need.Figures = []float64{b.Range.Min}
	case claims.Statistic:
		need.Figures = []float64{b.Range.Min}
	}
	date := w.cfg.Now()
	if c.Made != nil {
		v, err := w.Version(c.Made.Version)
		if err != nil {
			return nil, err
		}
		date = v.Date()
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
		versions[i], passages[i] = v, match.Passage{Text: t.Body, Span: h.Span, Doc: d, Date: v.Date()}
	}
	ranked := match.Rank(c, date, passages)
	ranked = ranked[:min(n, len(ranked))]
	out := make([]Candidate, len(ranked))
	for k, r := range ranked {
		h, at := hits[r.Index], r.Result.Span
		if at.Empty() {
			at = h.Span
		}
		out[k] = Candidate{Place: source.Place{Version: h.Version, Span: at}, Passage: h.Span, Version: versions[r.Index], Text: h.Span.Of(passages[r.Index].Text), Result: r.Result}
	}
	w.markAttached(id, out)
	return out, nil
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
	date := w.cfg.Now()
	if c.Made != nil {
		v, err := w.Version(c.Made.Version)
		if err != nil {
			return match.Result{}, err
		}
		date = v.Date()
	}
	v, t, err := w.Read(ctx, p.Version)
	if err != nil {
		return match.Result{}, err
	}
	d, err := w.Analysis(ctx, v.ID)
	if err != nil {
		return match.Result{}, err
	}
	return match.Claim(c, date, match.Passage{Text: t.Body, Span: p.Span, Doc: d, Date: v.Date()}), nil
}

// Independence counts where support for a claim comes from.
type Independence struct {
	Passages    int // attached as supporting, origin or repeating
	Articles    int
	Outlets     int
	Independent int // copies of one story, and several articles of one outlet, are one
	Wanted      int // by the desk's policy
}

// Independence counts the independent sources that support a claim.
func (w *Workspace) Independence(ctx context.Context, id claims.ID) (Independence, error) {
	var n Independence
	var cited []source.VersionID
	w.mu.RLock()
	n.Wanted = w.state.Policy.Independent
	articles, outlets := map[source.ArticleID]bool{}, map[string]bool{}
	for _, e := range w.state.EvidenceOf(id) {
		if e.Stance != claims.Supports && e.Stance != claims.FirstSeen && e.Stance != claims.Repeats {
			continue
		}
		n.Passages++
		v := e.Anchor.Version
		cited = append(cited, v)
		articles[v.Article] = true
		outlets[strings.ToLower(w.state.Articles[v.Article].Outlet)] = true
	}
	w.mu.RUnlock()
	n.Articles, n.Outlets = len(articles), len(outlets)
	numbers, err := w.independent(ctx, cited)
	if err != nil {
		return n, err
	}
	for _, k := range numbers {
		n.Independent = max(n.Independent, k)
	}
	return n, nil
}

// independent numbers versions by the source they are, from 1 in their order:
// versions of one article, articles of one outlet and near-duplicates (copies of
// one story) are one source, and so is whatever such a chain connects.
func (w *Workspace) independent(ctx context.Context, cited []source.VersionID) ([]int, error) {
	outlets, sets := make([]string, len(cited)), make([]neardup.Set, len(cited))
	w.View(func(s *ledger.State) {
		for i, v := range cited {
			outlets[i] = s.Articles[v.Article].Outlet
		}
	})
	cluster := make([]int, len(cited))
	for i, v := range cited {
		set, err := w.shingles(ctx, v)
		if err != nil {
			return nil, err
		}
		sets[i], cluster[i] = set, i
		for j, o := range cited[:i] {
			if v.Article == o.Article || outlets[i] != "" && strings.EqualFold(outlets[i], outlets[j]) || neardup.Copies(set, sets[j]) {
				merge(cluster[:i+1], cluster[i], cluster[j])
			}
		}
	}
	numbers := map[int]int{}
	for i, c := range cluster {
		if numbers[c] == 0 {
			numbers[c] = len(numbers) + 1
		}
		cluster[i] = numbers[c]
	}
	return cluster, nil
}

// merge renames one cluster to another.
func merge(cluster []int, from, to int) {
	for i, c := range cluster {
		if c == from {
			cluster[i] = to
		}
	}
}
