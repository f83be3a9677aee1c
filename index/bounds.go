package index

import (
	"math"
	"strings"
	"time"

	"stet/index/source"
)

// bounds is a filter in the form both search paths use. Empty means all.
type bounds struct {
	outlets  []string
	kinds    []string
	langs    []string
	roles    []string
	articles []source.ArticleID
	from, to int32 // days since 1970, inclusive
	latest   bool
	not      []source.VersionID
	noOutlet bool // an outlet was typed that does not exist: nothing matches
}

// bounds joins what the caller set and what was typed; both must hold, but for
// the lists, where the caller's stand. Outlets are typed as people remember
// them: any part of the name, in any case, among the outlets that exist.
func (q Query) bounds(t typed, outlets func() ([]string, error)) (bounds, error) {
	b := bounds{outlets: q.Outlets, articles: q.Articles, latest: q.Latest, from: math.MinInt32, to: math.MaxInt32}
	if len(q.Outlets) == 0 && len(t.outlets) > 0 {
		all, err := outlets()
		if err != nil {
			return b, err
		}
		b.outlets = like(all, t.outlets)
		b.noOutlet = len(b.outlets) == 0
	}
	b.kinds = append(b.kinds, t.kinds...)
	if q.Kind != "" {
		b.kinds = []string{string(q.Kind)}
	}
	b.langs = append(b.langs, t.langs...)
	if q.Lang != "" {
		b.langs = []string{baseLang(q.Lang)}
	}
	if q.Role != "" {
		b.roles = []string{string(q.Role)}
	}
	b.days(q.From, q.To)
	b.days(t.from, t.to)
	return b, nil
}

// bounds of a need.
func (n Need) bounds() (bounds, error) {
	b, err := Query{Outlets: n.Outlets, From: n.From, To: n.To, Role: n.Role, Lang: n.Lang,
		Articles: n.Articles, Latest: n.Latest}.bounds(typed{}, nil)
	b.not = n.Not
	return b, err
}

// days narrows the range of days.
func (b *bounds) days(from, to time.Time) {
	if !from.IsZero() {
		b.from = max(b.from, dayOf(from))
	}
	if !to.IsZero() {
		b.to = min(b.to, dayOf(to))
	}
}

// like returns the names that contain one of the parts, in any case.
func like(names, parts []string) []string {
	var out []string
	for _, n := range names {
		for _, p := range parts {
			if strings.Contains(strings.ToLower(n), strings.ToLower(p)) {
				out = append(out, n)
				break
			}
		}
	}
	return out
}
