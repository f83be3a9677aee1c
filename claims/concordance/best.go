package concordance

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"stet/claims/match"
	"stet/index/source"
)

// About is what is known about a version that prints sayings.
type About struct {
	Outlet  string
	At      time.Time
	Story   bool   // an article that is being checked
	Latest  int    // number of the article's latest version
	Cluster int    // articles of one number are near-duplicates; 0: of its own
	Origin  bool   // of its cluster the article the others were likely copied from
	Credit  string // the agency it has its story from, in its plainest name; empty: none is credited
}

// longShare: a source at least this long against the longest is long enough. What
// is left out makes more of a difference than what a word more or less does.
const longShare = 0.85

// best is the best source among sayings, and why it is; see the package's
// documentation for the rules. list is in order of place and not empty.
func (f *finder) best(list []*Saying) (src *Saying, because string, chosen bool, err error) {
	for _, p := range slices.Backward(f.in.Chosen) {
		for _, s := range list {
			if s.Version == p.Version && s.Span.Overlaps(p.Span) {
				return s, "chosen on this desk", true, nil
			}
		}
	}
	src, because, err = f.ruled(list)
	return src, because, false, err
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
func (f *finder) ruled(list []*Saying) (*Saying, string, error) {
	left := slices.Clone(list)
	var because []string
	keep := func(why string, ok func(*Saying) bool) {
		var kept []*Saying
		for _, s := range left {
			if ok(s) {
				kept = append(kept, s)
			}
		}
		if len(kept) > 0 && len(kept) < len(left) {
			left = kept
			if !slices.Contains(because, why) {
				because = append(because, why)
			}
		}
	}
	keep("attached as a primary source", func(s *Saying) bool {
		return f.in.Primary != nil && f.in.Primary(s.Place())
	})
	keep("not from the story being checked", func(s *Saying) bool { return !f.about(s.Version).Story })
	keep("not joined from two", func(s *Saying) bool { return f.stitched[s.Place()] == nil })
	keep("a transcript", func(s *Saying) bool { return s.Transcript })
	last := map[source.ArticleID]int{}
	for _, s := range left {
		last[s.Version.Article] = max(last[s.Version.Article], s.Version.N)
	}
	keep(lastPrinted, func(s *Saying) bool { return s.Version.N == last[s.Version.Article] })
	out, err := f.outvoted(list, left)
	if err != nil {
		return nil, "", err
	}
	keep(mostWords, func(s *Saying) bool { return !out[s] })
	longest := 0
	for _, s := range left {
		longest = max(longest, len(s.plain))
	}
	keep("the longest", func(s *Saying) bool { return float64(len(s.plain)) >= longShare*float64(longest) })
	keep("printed without cuts", func(s *Saying) bool { return !s.edited() })
	votes, most := f.votes(list, left)
	keep(mostWords, func(s *Saying) bool { return votes[s] == most })
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
	first := map[*Saying]time.Time{}
	for _, s := range left {
		first[s] = f.first(list, s)
	}
	keep("printed first", func(s *Saying) bool {
		return !slices.ContainsFunc(left, func(o *Saying) bool { return earlier(first[o], first[s]) })
	})
	if o := f.original(list, left[0]); o != nil {
		return o, "the original of copies", nil
	}
	src, why := f.tie(left, because)
	return src, why, nil
}

// outvoted tells which of some candidates have a word that more independent sources,
// two at least, print otherwise: of those who heard one speech, most are right about
// a word. A fuller rendering is no other wording, and a translation has its own words.
func (f *finder) outvoted(list, candidates []*Saying) (map[*Saying]bool, error) {
	const (
		quorum    = 2
		fullShare = 0.5 // a fragment does not outvote what is more than twice as long
	)
	out := map[*Saying]bool{}
	votes, most := f.votes(list, candidates)
	if most < quorum {
		return out, nil
	}
	for _, c := range candidates {
		for _, d := range candidates {
			if out[c] || votes[d] < quorum || votes[d] <= votes[c] || c.Translated || d.Translated || float64(len(d.plain)) < fullShare*float64(len(c.plain)) {
				continue
			}
			short, long := c, d
			if len(c.plain) > len(d.plain) {
				short, long = d, c
			}
			res, _, err := f.in.Beside(short, long)
			if err != nil {
				return nil, err
			}
			out[c] = res.Relation == match.Substitution || res.Relation == match.Negation
		}
	}
	return out, nil
}

// mostWords is the reason of a wording that most sources have.
const mostWords = "the words of most sources"

// lastPrinted is a reason among versions of one article; beside others it says
// nothing.
const lastPrinted = "what its outlet printed last"

// tie takes the one of equals, the longest, then the first by name, and says who
// else might have been taken.
func (f *finder) tie(left []*Saying, because []string) (*Saying, string) {
	name := func(s *Saying) string { return strings.ToLower(f.about(s.Version).Outlet) }
	src := left[0]
	for _, s := range left {
		if more := len(s.plain) - len(src.plain); more > 0 || more == 0 && name(s) < name(src) {
			src = s
		}
	}
	var equals []string
	for _, s := range left {
		o := f.about(s.Version).Outlet
		if s.Version.Article != src.Version.Article && o != "" && !slices.Contains(equals, o) {
			equals = append(equals, o)
		}
	}
	slices.Sort(equals)
	const named = 2
	if n := len(equals); n > named {
		equals = append(equals[:named:named], strconv.Itoa(n-named)+" more")
	}
	switch n := len(equals); {
	case n > 1:
		because = append(because, "a tie with "+strings.Join(equals[:n-1], ", ")+" and "+equals[n-1])
	case n == 1:
		because = append(because, "a tie with "+equals[0])
	case len(because) == 0:
		because = []string{"the first in its article"}
	}
	if len(because) > 1 {
		because = slices.DeleteFunc(because, func(s string) bool { return s == lastPrinted })
	}
	const reasons = 2 // the last ones decided
	return src, strings.Join(because[max(0, len(because)-reasons):], ", ")
}

// votes counts, for each of some sayings, the independent sources whose rendering
// has no words but its own, in its order: those it may have been cut to. Copies of
// one story have one vote, that of the original if the list has it.
func (f *finder) votes(list, candidates []*Saying) (votes map[*Saying]int, most int) {
	heard := map[int]bool{} // clusters whose original is in the list
	for _, s := range list {
		if a := f.about(s.Version); a.Origin {
			heard[a.Cluster] = true
		}
	}
	votes = map[*Saying]int{}
	for _, c := range candidates {
		from := map[string]bool{}
		for _, s := range list {
			a := f.about(s.Version)
			if a.Story || heard[a.Cluster] && a.Cluster != 0 && !a.Origin || speakers(s, c) < 0 || !cutFrom(s.plain, c.plain) {
				continue
			}
			name := "article " + string(s.Version.Article)
			switch {
			case a.Cluster != 0:
				name = "cluster " + strconv.Itoa(a.Cluster)
			case a.Outlet != "":
				name = "outlet " + strings.ToLower(a.Outlet)
			}
			from[name] = true
		}
		votes[c] = len(from)
		most = max(most, len(from))
	}
	return votes, most
}

// cutFrom reports whether words are some of other words, in their order.
func cutFrom(short, long []string) bool {
	k := 0
	for _, w := range long {
		if k < len(short) && short[k] == w {
			k++
		}
	}
	return k == len(short)
}

// earlier reports whether one time is known to be before another. A time at
// midnight is a day without an hour: it is before other days only.
func earlier(a, b time.Time) bool {
	if dayOnly(a) || dayOnly(b) {
		return a.UTC().Format(time.DateOnly) < b.UTC().Format(time.DateOnly)
	}
	return a.Before(b)
}

// dayOnly reports whether a time gives no hour.
func dayOnly(t time.Time) bool {
	h, m, s := t.UTC().Clock()
	return h == 0 && m == 0 && s == 0
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
