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
	Reports []*Report
	About   func(source.VersionID) About
	// Beside puts one saying beside another, see [Beside]. It is asked for the
	// same two more than once, so it had better remember.
	Beside func(r, src *Saying) (match.Result, []Piece, error)
	// Names are the persons a version names, as [Page.Names] has them; nil: unknown.
	Names   func(source.VersionID) []string
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
	// stitched are the sayings joined from two utterances, by place, with the other
	// of the two.
	stitched map[source.Place]*Saying
	turns    map[turn][]*Saying
}

// turn is one quotation of one version.
type turn struct {
	version source.VersionID
	n       int
}

// Find gives every utterance, those printed once too, in the order of their keys.
func Find(ctx context.Context, in Input) ([]Utterance, error) {
	f := &finder{in: in, known: map[source.VersionID]About{}, ws: wordings(slices.Clone(in.Sayings)), stitched: map[source.Place]*Saying{}, turns: map[turn][]*Saying{}}
	for _, s := range in.Sayings {
		t := turn{s.Version, s.Turn}
		f.turns[t] = append(f.turns[t], s)
	}
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
		us, err := f.split(ctx, rejoined(list))
		if err != nil {
			return nil, err
		}
		out = append(out, us...)
	}
	slices.SortFunc(out, func(a, b Utterance) int { return cmp.Compare(a.Key, b.Key) })
	f.hearsay(out)
	for i := range out {
		out[i].Reporting = reportsBeside(&out[i])
	}
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
	var list []related
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
		if f.belong(f.ws[p.short], f.ws[p.long], res, pieces) {
			list = append(list, related{p, res.Relation == match.Joined, res.Score})
		}
	}
	list = f.unstitched(list)
	slices.SortStableFunc(list, func(a, b related) int {
		if a.joined != b.joined {
			return boolInt(a.joined) - boolInt(b.joined)
		}
		return boolInt(a.joined) * cmp.Compare(b.score, a.score)
	})
	bound := make([]bool, len(f.ws)) // has a partner
	for _, r := range list {
		if r.joined && bound[r.short] {
			continue
		}
		bound[r.short] = true
		bound[r.long] = bound[r.long] || !r.joined
		f.unite(r.short, r.long)
	}
	f.follow()
	return nil
}

// belong reports whether two wordings are one utterance.
func (f *finder) belong(a, b *wording, res match.Result, pieces []Piece) bool {
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
	switch {
	case f.introduced(a, b) || f.introduced(b, a):
		return words >= otherWords && content >= leastContent
	case who < 0 || res.Relation == match.OtherSpeaker:
		return words >= otherWords && content >= leastContent || f.mistaken(a, b, res)
	case content == 0 || content < leastContent && (who == 0 || !oneArticle(a, b)):
		return who > 0 && f.clipped(a, b)
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
		src, because, err := f.ruled(list)
		if err != nil {
			return nil, err
		}
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
		if s, why, ok, err := f.best(mine); err != nil {
			return nil, err
		} else if ok {
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
