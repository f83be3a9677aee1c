package workspace

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"stet/claims/ledger"
	"stet/index/neardup"
	"stet/index/source"
)

// member is an article of a cluster as far as its origin can be told from it.
type member struct {
	id     source.ArticleID
	outlet string
	at     time.Time // of its first version
	credit string    // who it credits beside itself; empty: nobody
	self   bool      // its dateline names its own outlet
	set    neardup.Set
	lead   neardup.Set // of its first words
}

// leadWords is how many words a lead of one's own has.
const leadWords = 50

// origin works out where a story comes from, see [likelyOrigin].
func (w *Workspace) origin(ctx context.Context, ids []source.ArticleID) (Cluster, error) {
	var ms []member
	for _, id := range ids {
		m := member{id: id}
		var first source.VersionID
		w.View(func(s *ledger.State) {
			a := s.Articles[id]
			for _, v := range a.Versions {
				if !v.Hidden {
					first, m.at = v.ID, printed(v.Version)
					m.outlet = cmp.Or(a.Outlet, v.Outlet)
					break
				}
			}
		})
		v, t, err := w.Read(ctx, first)
		if err != nil {
			return Cluster{}, err
		}
		if m.set, err = w.shingles(ctx, first); err != nil {
			return Cluster{}, err
		}
		m.lead = neardup.Of(beginning(t))
		m.credit, m.self = credited(v.Version, t, m.outlet), selfCredited(v.Version, t, m.outlet)
		ms = append(ms, m)
	}
	slices.SortStableFunc(ms, func(a, b member) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.id, b.id)) })
	c := Cluster{}
	for _, m := range ms {
		c.Articles = append(c.Articles, m.id)
	}
	c.Origin, c.OriginArticle, c.Because = likelyOrigin(ms)
	return c, nil
}

// printed is when a version was first published, as far as it says.
func printed(v source.Version) time.Time {
	if !v.Published.IsZero() {
		return v.Published
	}
	return v.Date()
}

// beginning is the first words of a text after its headline.
func beginning(t source.Text) string {
	h, _ := t.First(source.MarkHeadline)
	words := strings.Fields(t.Body[min(h.End, len(t.Body)):])
	return strings.Join(words[:min(len(words), leadWords)], " ")
}

// likelyOrigin is the outlet a story comes from, its article here and why; ms are
// earliest first. In this order: the outlet that the others credit; the one whose
// own dateline names it, as agencies' do; one that credits nobody; the one printed
// first, a day without an hour being before other days only; the one the others
// share most with; the one without a lead of its own; the longest. If that leaves
// several, they tie, and it says so.
func likelyOrigin(ms []member) (outlet string, article source.ArticleID, because string) {
	if name, by := mostCredited(ms); name != "" {
		because = "credited by " + listed(by)
		for _, m := range ms {
			if sameName(m.outlet, name) {
				return m.outlet, m.id, because
			}
		}
		return name, "", because
	}
	left := slices.Clone(ms)
	keep := func(why string, ok func(member) bool) {
		var kept []member
		for _, m := range left {
			if ok(m) {
				kept = append(kept, m)
			}
		}
		if len(kept) > 0 && len(kept) < len(left) {
			left, because = kept, why
		}
	}
	keep("its dateline is its own", func(m member) bool { return m.self })
	keep("printed first", func(m member) bool {
		return !slices.ContainsFunc(left, func(o member) bool { return sooner(o.at, m.at) })
	})
	shared, most := map[source.ArticleID]int{}, 0
	for _, m := range left {
		for _, o := range ms {
			if o.id != m.id {
				shared[m.id] += common(m.set, o.set)
			}
		}
		most = max(most, shared[m.id])
	}
	keep("the others share most with it", func(m member) bool { return nearly(shared[m.id], most) })
	own, least := map[source.ArticleID]int{}, leadWords
	for _, m := range left {
		own[m.id] = ownLead(m, ms)
		least = min(least, own[m.id])
	}
	keep("it has no lead of its own", func(m member) bool { return own[m.id] <= least+leadWords/4 })
	longest := 0
	for _, m := range left {
		longest = max(longest, len(m.set))
	}
	keep("the fullest", func(m member) bool { return nearly(len(m.set), longest) })
	if len(left) > 1 {
		var names []string
		for _, m := range left[1:] {
			names = append(names, cmp.Or(m.outlet, "an unnamed outlet"))
		}
		slices.Sort(names)
		names = slices.Compact(names)
		if n := len(names); n > 2 {
			names = append(names[:2:2], strconv.Itoa(n-2)+" more")
		}
		because = "a tie with " + listed(names)
	}
	return left[0].outlet, left[0].id, because
}

// mostCredited is whom most members credit, and who does.
func mostCredited(ms []member) (name string, by []string) {
	votes := map[string][]string{}
	for _, m := range ms {
		if m.credit == "" {
			continue
		}
		k := sourceName(m.credit)
		votes[k] = append(votes[k], cmp.Or(m.outlet, "an unnamed outlet"))
		if name == "" || len(votes[k]) > len(votes[sourceName(name)]) {
			name = m.credit
		}
	}
	by = votes[sourceName(name)]
	slices.Sort(by)
	return name, slices.Compact(by)
}

// sooner reports whether one time is known to be before another: a day without an
// hour is before other days only.
func sooner(a, b time.Time) bool {
	day := func(t time.Time) bool { return t.UTC().Truncate(24 * time.Hour).Equal(t) }
	if day(a) || day(b) {
		return a.UTC().Format(time.DateOnly) < b.UTC().Format(time.DateOnly)
	}
	return a.Before(b)
}

// nearly reports whether a count is as good as the most: within 3 %.
func nearly(n, most int) bool { return 100*n >= 97*most }

// common counts the shingles two texts share.
func common(a, b neardup.Set) (n int) {
	for h := range a {
		if _, ok := b[h]; ok {
			n++
		}
	}
	return n
}

// ownLead counts the shingles of a beginning that no other member has.
func ownLead(m member, all []member) (n int) {
	for h := range m.lead {
		if !slices.ContainsFunc(all, func(o member) bool { _, ok := o.set[h]; return ok && o.id != m.id }) {
			n++
		}
	}
	return n
}
