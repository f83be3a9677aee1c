package toll

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"stet/claims"
)

// settle computes a group's state from the rows that stand.
func (g *Group) settle() {
	var on []*Row
	for i := range g.Rows {
		if r := &g.Rows[i]; r.Standing == Stands {
			on = append(on, r)
		}
	}
	if len(on) == 0 { // every report is outdated or in doubt: the last one is shown
		if n := len(g.Rows); n > 0 {
			g.Range, g.State, g.Why = g.Rows[n-1].Range, Single, "No figure stands: each is outdated or in doubt."
		}
		return
	}
	g.Range = on[0].Range
	equal := true
	for i, a := range on {
		for _, b := range on[:i] {
			if !a.Range.Equal(b.Range) {
				equal = false
			}
			if !a.Range.Overlaps(b.Range) && g.State != Conflict {
				g.State, g.Why = Conflict, fmt.Sprintf("%s cannot both be right: %s and %s.", outcomeTitle(g.Outcome), cite(b), cite(a))
			}
		}
		if i > 0 {
			g.Range = g.combine(a.Range)
		}
	}
	g.Sources = independent(slices.DeleteFunc(slices.Clone(on), func(r *Row) bool {
		return g.State != Conflict && closed(r.Range) != closed(g.Range) // "at least 12" is no source of a 19
	}))
	switch {
	case g.State == Conflict:
	case len(on) == 1 && len(on[0].Copies) == 0:
		g.State, g.Why = Single, "One report stands."
	case equal:
		g.State, g.Why = Agree, "All figures that stand are the same."
	default:
		g.State, g.Why = Compatible, fmt.Sprintf("The figures differ and can all be right: %s.", Say(g.Range))
	}
}

// independent counts the sources of rows: copies of one story, and several articles
// of one outlet, are one, and so is what a chain of these connects. The story that is
// being checked is no source for itself.
func independent(rows []*Row) int {
	var all []Row
	for _, r := range rows {
		all = append(append(all, *r), r.Copies...)
	}
	all = slices.DeleteFunc(all, func(r Row) bool { return r.Story })
	group := make([]int, len(all))
	n := 0
	for i, r := range all {
		group[i] = i
		n++
		for k, o := range all[:i] {
			same := r.Source != 0 && r.Source == o.Source || r.Outlet != "" && strings.EqualFold(r.Outlet, o.Outlet) || r.Version.Article == o.Version.Article
			if !same || group[k] == group[i] {
				continue
			}
			was := group[i]
			for x := range group[:i+1] {
				if group[x] == was {
					group[x] = group[k]
				}
			}
			n--
		}
	}
	return n
}

// Said is what a group comes to in a few characters: "19", "≥ 15", for a conflict
// all that stands: "< 10 or 24".
func (g Group) Said() string {
	if g.State != Conflict {
		return Say(g.Range)
	}
	var out []string
	for _, r := range g.Rows {
		apart := func(o Row) bool { return o.Standing == Stands && !o.Range.Overlaps(r.Range) }
		if s := Say(r.Range); r.Standing == Stands && !slices.Contains(out, s) && slices.ContainsFunc(g.Rows, apart) {
			out = append(out, s)
		}
	}
	return strings.Join(out, " or ")
}

// combine is what both ranges allow, or for a conflict all from the least to the
// most.
func (g *Group) combine(o claims.Interval) claims.Interval {
	a, b := closed(g.Range), closed(o)
	if g.State == Conflict {
		return open(math.Min(a[0], b[0]), math.Max(a[1], b[1]))
	}
	return open(math.Max(a[0], b[0]), math.Min(a[1], b[1]))
}

// closed gives the least and the greatest whole number of an interval; +Inf if it
// has no end.
func closed(i claims.Interval) [2]float64 {
	lo, hi := i.Min, i.Max
	if i.MinOpen {
		lo = math.Floor(lo) + 1
	}
	if i.MaxOpen {
		hi = math.Ceil(hi) - 1
	}
	if i.NoMax {
		hi = math.Inf(1)
	}
	return [2]float64{math.Ceil(lo), math.Floor(hi)}
}

func open(lo, hi float64) claims.Interval {
	switch {
	case math.IsInf(hi, 1):
		return claims.Interval{Min: lo, NoMax: true, Mod: claims.AtLeast}
	case lo == hi:
		return claims.Just(lo)
	}
	return claims.Interval{Min: lo, Max: hi, Mod: claims.Between}
}

// Say prints an interval the way a board prints it: "19", "≥ 12", "> 60", "≤ 40",
// "< 10", "12–15".
func Say(i claims.Interval) string {
	lo, hi := claims.Number(i.Min), claims.Number(i.Max)
	switch {
	case i.NoMax && i.MinOpen:
		return "> " + lo
	case i.NoMax && i.Min <= 0:
		return "any number"
	case i.NoMax:
		return "≥ " + lo
	case i.Min == i.Max:
		return lo
	case i.Min <= 0 && i.MaxOpen:
		return "< " + hi
	case i.Min <= 0:
		return "≤ " + hi
	}
	c := closed(i)
	if c[0] == c[1] {
		return claims.Number(c[0])
	}
	return claims.Number(c[0]) + "–" + claims.Number(c[1])
}

// outcomeTitle begins a sentence about an outcome's figures.
func outcomeTitle(o claims.Outcome) string {
	if o == "" {
		return "Figures"
	}
	return string(o[0]-'a'+'A') + string(o[1:])
}

// cite is a row for a sentence: “at least 12 people” (Coastal Wire, fire service).
func cite(r *Row) string {
	who := r.Outlet
	if who == "" {
		who = r.Version.String()
	}
	if a := r.Attribution; a != "" && !pronouns[a] {
		who += ", " + a
	}
	return fmt.Sprintf("“%s” (%s)", r.Words, who)
}
