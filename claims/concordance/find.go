package concordance

import (
	"cmp"
	"context"
	"slices"

	"stet/claims/match"
	"stet/index/source"
)

// Input is what utterances are found in.
type Input struct {
	Sayings []*Saying
	About   func(source.VersionID) About
	// Beside puts one saying beside another, see [Beside]. It is asked for the
	// same two more than once, so it had better remember.
	Beside  func(r, src *Saying) (match.Result, []Piece, error)
	Primary func(source.Place) bool // attached to a claim as a primary source; nil: none is
	Chosen  []source.Place          // best sources that people chose, the latest last
	OnPair  func(done, total int)   // progress; nil: nobody looks
}

// How many words must be in common for two quotations to be one utterance.
const (
	otherWords   = 6 // if they are given to two people
	unknownWords = 4 // if it cannot be told whether they are one
	leastContent = 2 // words that are not light; one does between versions of an article
)

// finder is one run of Find.
type finder struct {
	in    Input
	known map[source.VersionID]About
	ws    []*wording
	group []int // per wording: its union-find parent
}

// Find gives every utterance, those printed once too, in the order of their keys.
func Find(ctx context.Context, in Input) ([]Utterance, error) {
	f := &finder{in: in, known: map[source.VersionID]About{}, ws: wordings(slices.Clone(in.Sayings))}
	if err := f.join(ctx); err != nil {
		return nil, err
	}
	byRoot := map[int][]*Saying{}
	var roots []int
	for i, w := range f.ws {
		r := f.root(i)
		if byRoot[r] == nil {
			roots = append(roots, r)
		}
		byRoot[r] = append(byRoot[r], w.all...)
	}
	var out []Utterance
	for _, r := range roots {
		list := byRoot[r]
		slices.SortFunc(list, compareSayings)
		us, err := f.split(ctx, list)
		if err != nil {
			return nil, err
		}
		out = append(out, us...)
	}
	slices.SortFunc(out, func(a, b Utterance) int { return cmp.Compare(a.Key, b.Key) })
	return out, nil
}

// join connects the wordings of one utterance.
func (f *finder) join(ctx context.Context) error {
	f.group = make([]int, len(f.ws))
	for i := range f.group {
		f.group[i] = i
	}
	ps, err := pairs(ctx, f.ws)
	if err != nil {
		return err
	}
	bound := make([]bool, len(f.ws)) // has a partner
	type joined struct {
		pair
		score float64
	}
	var later []joined
	for i, p := range ps {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if f.in.OnPair != nil {
			f.in.OnPair(i, len(ps))
		}
		short, long := f.ws[p.short].first, f.ws[p.long].first
		res, pieces, err := f.in.Beside(short, long)
		if err != nil {
			return err
		}
		switch {
		case !belong(f.ws[p.short], f.ws[p.long], res, pieces):
		case res.Relation == match.Joined:
			later = append(later, joined{p, res.Score})
		default:
			bound[p.short], bound[p.long] = true, true
			f.unite(p.short, p.long)
		}
	}
	slices.SortStableFunc(later, func(a, b joined) int { return cmp.Compare(b.score, a.score) })
	for _, j := range later {
		if !bound[j.short] {
			bound[j.short] = true
			f.unite(j.short, j.long)
		}
	}
	return nil
}

// belong reports whether two wordings are one utterance.
func belong(a, b *wording, res match.Result, pieces []Piece) bool {
	if res.Relation == match.Unrelated || res.Relation == "" {
		return false
	}
	words, content := 0, 0
	for _, p := range pieces {
		if p.Kind == "" || p.Kind == match.DiffTypography || p.Kind == match.DiffSpelling || p.Kind == match.DiffOrder {
			for _, w := range (match.QuoteClaim{Words: p.Text, Parts: []source.Span{{End: len(p.Text)}}}).Plain() {
				words++
				if !match.Light(w) && w != match.Ellipsis {
					content++
				}
			}
		}
	}
	who := speakers(a.first, b.first)
	if content == 0 || content < leastContent && (who <= 0 || !oneArticle(a, b)) {
		return false
	}
	switch {
	case who < 0 || res.Relation == match.OtherSpeaker:
		return words >= otherWords
	case who == 0:
		return words >= unknownWords
	}
	return true
}

// oneArticle reports whether versions of one article have both wordings.
func oneArticle(a, b *wording) bool {
	in := map[source.ArticleID]bool{}
	for _, s := range a.all {
		in[s.Version.Article] = true
	}
	return slices.ContainsFunc(b.all, func(s *Saying) bool { return in[s.Version.Article] })
}

func (f *finder) root(i int) int {
	for f.group[i] != i {
		f.group[i] = f.group[f.group[i]]
		i = f.group[i]
	}
	return i
}

// unite joins two groups under the lower root, so that the order does not show.
func (f *finder) unite(i, j int) {
	i, j = f.root(i), f.root(j)
	f.group[max(i, j)] = min(i, j)
}

// split makes utterances of connected sayings: what belongs to the best source,
// then what is left.
func (f *finder) split(ctx context.Context, list []*Saying) ([]Utterance, error) {
	var out []Utterance
	for len(list) > 0 {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		src, because := f.ruled(list)
		mine, rest := []*Saying{}, []*Saying{}
		for _, s := range list {
			in := s == src || s.sameWords(src)
			if !in {
				res, _, err := f.in.Beside(s, src)
				if err != nil {
					return nil, err
				}
				in = res.Relation != match.Unrelated
			}
			if in {
				mine = append(mine, s)
			} else {
				rest = append(rest, s)
			}
		}
		// What a person chose changes what the others are put beside, not which
		// belong together.
		chosen := false
		if s, why, ok := f.best(mine); ok {
			src, because, chosen = s, why, true
		}
		u, err := f.utterance(mine, src)
		if err != nil {
			return nil, err
		}
		u.Because, u.Chosen = because, chosen
		out = append(out, u)
		list = rest
	}
	return out, nil
}
