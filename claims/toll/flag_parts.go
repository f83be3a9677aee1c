package toll

import (
	"fmt"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/match"
	"stet/index/source"
)

// parts lists what texts count of a group among the dead or the hurt ("four of the dead
// were children"), oldest first. What they count of such a part again ("two of the
// children") is none.
func (j *judge) parts() []*Row {
	var list []*Row
	j.b.Each(func(_ *Group, r *Row) {
		if r.Role == Part && r.Class != "people" && rises(r.Outcome) && !r.There && !nested(r) {
			list = append(list, r)
		}
	})
	sortRows(list)
	return list
}

// nested reports whether a part is one of its own class: "two of the children".
func nested(r *Row) bool {
	_, whole, ok := strings.Cut(strings.ToLower(r.Words), " of the ")
	return ok && match.PopulationClass(whole) == r.Class
}

// partsFell finds a part of a toll (the children) that a later version gives lower.
func (j *judge) partsFell() {
	type key struct {
		article source.ArticleID
		outcome claims.Outcome
		class   string
	}
	last := map[key]*Row{}
	for _, r := range j.parts() {
		k := key{r.Version.Article, r.Outcome, r.Class}
		if was := last[k]; was != nil && was.Version != r.Version && was.Range.Above(r.Range) {
			j.fellParts = append(j.fellParts, [2]*Row{was, r})
			j.raise(RuleFell, Alarm, fmt.Sprintf("A part of the toll fell from %s to %s: %s, to be counted within the toll and not on top of it.%s", cite(was), cite(r), r.Class, notice(r)), fallReason(r.Line), r, was)
		}
		last[k] = r
	}
}

// fallReason is what a sentence adds to a part that fell, after a semicolon or a
// dash: "a fourth child, first reported killed, is alive in hospital".
func fallReason(line string) string {
	for _, mark := range []string{"; ", " — ", " – "} {
		if _, rest, ok := strings.Cut(line, mark); ok {
			return strings.TrimRight(rest, ".” ")
		}
	}
	return reason(line)
}

// partsConflict finds parts of one population that two articles count differently:
// "no children were among the dead", "two children". A part that is higher later, in a
// toll that rose as much, is news.
func (j *judge) partsConflict() {
	whole := map[string]float64{} // the toll that a part hangs under
	j.b.Each(func(_ *Group, t *Row) {
		for _, p := range t.Parts {
			whole[p.ID] = nominal(t.Range)
		}
	})
	list := slices.DeleteFunc(j.parts(), func(r *Row) bool { return !r.Latest })
	seen := map[string]bool{} // one flag for each that is in doubt
	for k := len(list) - 1; k >= 0; k-- {
		for n := k - 1; n >= 0; n-- {
			was, now := list[n], list[k]
			a, b := nominal(was.Range), nominal(now.Range)
			grown := b > a && (whole[was.ID] == 0 || whole[now.ID] == 0 || whole[now.ID]-whole[was.ID] >= b-a || match.SameSource(was.Attribution, now.Attribution) == 1)
			if was.Version.Article == now.Version.Article || was.Outcome != now.Outcome || was.Class != now.Class || was.Range.Overlaps(now.Range) || grown {
				continue
			}
			if seen[was.ID] || seen[now.ID] || j.lowerSince(was, now) || j.superseded(list[n+1:], was, now) {
				continue
			}
			seen[was.ID], seen[now.ID] = true, true
			j.raise(RuleConflict, Alarm, fmt.Sprintf("%s and %s cannot both be right: both count the %s among the %s.", cite(was), cite(now), was.Class, among(was.Outcome)), "", was, now)
		}
	}
}

// lowerSince reports whether an article said that the number of an earlier part became
// that of a later one: whoever has the earlier number is outdated.
func (j *judge) lowerSince(was, now *Row) bool {
	return slices.ContainsFunc(j.fellParts, func(f [2]*Row) bool {
		return f[0].Class == was.Class && f[0].Outcome == was.Outcome && f[0].Range.Equal(was.Range) && f[1].Range.Equal(now.Range)
	})
}

// superseded reports whether the article of an earlier part, or its source, gives the
// number of the later one itself by then.
func (j *judge) superseded(list []*Row, was, now *Row) bool {
	return slices.ContainsFunc(list, func(o *Row) bool {
		return o != now && o.Class == was.Class && o.Outcome == was.Outcome && o.Range.Equal(now.Range) &&
			(o.Version.Article == was.Version.Article || match.SameSource(o.Attribution, was.Attribution) == 1)
	})
}

// among names those of an outcome.
func among(o claims.Outcome) string {
	switch o {
	case claims.Killed:
		return "dead"
	case claims.Casualties:
		return "dead and injured"
	}
	return string(o)
}

// disputed finds two counts that one text holds against each other. That later reports
// leave both behind settles nothing between those who counted. Counts that a conflict
// was raised for already are left out.
func (j *judge) disputed(i int, known map[counts]bool) {
	raised := func(r *Row) bool {
		return slices.ContainsFunc(j.flags, func(f Flag) bool { return f.Rule == RuleConflict && slices.Contains(f.Rows, r.ID) })
	}
	list := j.rows[i]
	for k, b := range list {
		for _, a := range list[:k] {
			if a.Version != b.Version || !a.Latest || a.Entry != b.Entry || !named(*a) || !named(*b) || a.Standing == Doubtful || b.Standing == Doubtful || a.Range.Overlaps(b.Range) || known[countsOf(a, b)] ||
				match.SameSource(a.Attribution, b.Attribution) != -1 || raised(a) || raised(b) || j.takenBack[a.ID] || j.takenBack[b.ID] || ownPeople.MatchString(a.Line) || ownPeople.MatchString(b.Line) {
				continue
			}
			j.raise(RuleConflict, Alarm, fmt.Sprintf("%s holds two counts against each other: %s and %s cannot both be right.", nameOfRow(a), cite(a), cite(b)), "", a, b)
		}
	}
}

func nameOfRow(r *Row) string {
	if r.Outlet != "" {
		return r.Outlet
	}
	return r.Version.String()
}
