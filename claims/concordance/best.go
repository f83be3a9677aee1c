package concordance

import (
	"slices"
	"time"

	"stet/index/source"
)

// About is what is known about a version that prints sayings.
type About struct {
	Outlet  string
	At      time.Time
	Story   bool // an article that is being checked
	Latest  int  // number of the article's latest version
	Cluster int  // articles of one number are near-duplicates; 0: of its own
	Origin  bool // of its cluster the article the others were likely copied from
}

// longShare: a source at least this long against the longest is long enough. What
// is left out makes more of a difference than what a word more or less does.
const longShare = 0.85

// best is the best source among sayings, and why it is; see the package's
// documentation for the rules. list is in order of place and not empty.
func (f *finder) best(list []*Saying) (src *Saying, because string, chosen bool) {
	for _, p := range slices.Backward(f.in.Chosen) {
		for _, s := range list {
			if s.Version == p.Version && s.Span.Overlaps(p.Span) {
				return s, "chosen on this desk", true
			}
		}
	}
	src, because = f.ruled(list)
	return src, because, false
}

// original is the saying a saying is a copy of, the earliest of the same words in
// the original of its cluster; nil if it is no copy or was attached as a primary
// source. The outlet may have printed other words later, and its copies not.
func (f *finder) original(list []*Saying, s *Saying) (src *Saying) {
	a := f.about(s.Version)
	if a.Cluster == 0 || a.Origin || f.in.Primary != nil && f.in.Primary(s.Place()) {
		return nil
	}
	for _, o := range list {
		b := f.about(o.Version)
		if b.Cluster == a.Cluster && b.Origin && !b.Story && b.At.Before(a.At) && o.Speaker == s.Speaker && o.sameWords(s) && (src == nil || b.At.Before(f.about(src.Version).At)) {
			src = o
		}
	}
	return src
}

// ruled is best without what was chosen.
func (f *finder) ruled(list []*Saying) (*Saying, string) {
	left := slices.Clone(list)
	because := ""
	keep := func(why string, ok func(*Saying) bool) {
		var kept []*Saying
		for _, s := range left {
			if ok(s) {
				kept = append(kept, s)
			}
		}
		if len(kept) > 0 && len(kept) < len(left) {
			left, because = kept, why
		}
	}
	keep("attached as a primary source", func(s *Saying) bool {
		return f.in.Primary != nil && f.in.Primary(s.Place())
	})
	keep("not from the story being checked", func(s *Saying) bool { return !f.about(s.Version).Story })
	last := map[source.ArticleID]int{}
	for _, s := range left {
		last[s.Version.Article] = max(last[s.Version.Article], s.Version.N)
	}
	keep("what its outlet printed last", func(s *Saying) bool { return s.Version.N == last[s.Version.Article] })
	longest := 0
	for _, s := range left {
		longest = max(longest, len(s.plain))
	}
	keep("the longest", func(s *Saying) bool { return float64(len(s.plain)) >= longShare*float64(longest) })
	keep("printed without cuts", func(s *Saying) bool { return !s.edited() })
	origin := map[int]bool{}
	for _, s := range left {
		if a := f.about(s.Version); a.Origin {
			origin[a.Cluster] = true
		}
	}
	keep("the original of copies", func(s *Saying) bool {
		a := f.about(s.Version)
		return a.Origin || !origin[a.Cluster]
	})
	first := f.first(list, left[0])
	for _, s := range left {
		if at := f.first(list, s); at.Before(first) {
			first = at
		}
	}
	keep("printed first", func(s *Saying) bool { return f.first(list, s).Equal(first) })
	if o := f.original(list, left[0]); o != nil {
		return o, "the original of copies"
	}
	if because == "" {
		because = "the first of equals"
	}
	return left[0], because
}

// about is what is known about a version.
func (f *finder) about(v source.VersionID) About {
	a, ok := f.known[v]
	if !ok {
		a = f.in.About(v)
		f.known[v] = a
	}
	return a
}

// first is when an article first printed the words of a saying, among those of a
// list.
func (f *finder) first(list []*Saying, s *Saying) time.Time {
	at := f.about(s.Version).At
	for _, o := range list {
		if o.Version.Article == s.Version.Article && o.Speaker == s.Speaker && o.sameWords(s) {
			if t := f.about(o.Version).At; t.Before(at) {
				at = t
			}
		}
	}
	return at
}
