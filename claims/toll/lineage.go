package toll

import (
	"cmp"
	"slices"

	"stet/claims/match"
	"stet/index/source"
)

// This file folds what descends from one report into one row: the versions of an
// article, and the articles that copy it.

// histories makes one row of the versions of an article: the latest on top. Rivals
// told in one article have each a history of their own.
func histories(list []Row) []Row {
	slices.SortFunc(list, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.Version.Article, b.Version.Article), cmp.Compare(b.Version.N, a.Version.N), compareRows(a, b))
	})
	var out []Row
	for _, r := range list {
		k := slices.IndexFunc(out, func(o Row) bool {
			return o.Version.Article == r.Version.Article && o.Version.N > r.Version.N && !hasVersion(o, r.Version) && sameEntry(o, r) && match.SameSource(o.Attribution, r.Attribution) >= 0
		})
		if k < 0 {
			out = append(out, r)
			continue
		}
		out[k].Earlier = append(out[k].Earlier, r)
	}
	slices.SortFunc(out, compareRows)
	return out
}

// sameEntry reports whether two rows of one article are not of two entries of a live
// blog.
func sameEntry(a, b Row) bool { return a.Entry == 0 && b.Entry == 0 || a.At.Equal(b.At) }

func hasVersion(r Row, v source.VersionID) bool {
	return slices.ContainsFunc(r.Earlier, func(e Row) bool { return e.Version == v })
}

// copies makes one row of the articles that copy one story and give the same
// figure: the earliest of them stands for all, in whatever version gave it first.
func copies(list []Row) []Row {
	taken := make([]bool, len(list))
	for i := range list {
		r := list[i]
		if r.Source == 0 || len(r.Earlier) > 0 {
			continue
		}
		if host := origin(list, taken, i); host != nil {
			r.Copies = nil
			host.Copies = append(append(host.Copies, r), list[i].Copies...)
			taken[i] = true
		}
	}
	var out []Row
	for i, r := range list {
		if !taken[i] {
			out = append(out, r)
		}
	}
	return out
}

// origin finds the row, or an earlier version of one, that row i copies: the
// earliest with the same figure of the same source.
func origin(list []Row, taken []bool, i int) *Row {
	var best *Row
	for k := range list {
		o := &list[k]
		if k == i || taken[k] || o.Source != list[i].Source || o.Version.Article == list[i].Version.Article {
			continue
		}
		for n := -1; n < len(o.Earlier); n++ {
			x := o
			if n >= 0 {
				x = &o.Earlier[n]
			}
			if x.Range.Equal(list[i].Range) && compareRows(*x, list[i]) < 0 && (best == nil || compareRows(*x, *best) < 0) {
				best = x
			}
		}
	}
	return best
}
