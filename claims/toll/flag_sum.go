package toll

import (
	"fmt"
	"slices"
	"strings"

	"stet/claims"
)

// leastTelling is the smallest number that is more than chance when it is met
// again, as a sum or for another thing.
const leastTelling = 10

// mixed finds killed that are killed and injured added up: 78 = 31 + 47. The two
// that are added stand in one text, which a checker can look at; a later version
// of the article itself that says "casualties" settles it.
func (j *judge) mixed() {
	for i, g := range j.b.Groups {
		if g.Outcome != claims.Killed {
			continue
		}
		for _, r := range j.rows[i] {
			n := nominal(r.Range)
			if n < leastTelling || j.flagged(r, RuleMixed) {
				continue
			}
			if c := j.casualties(r, n); c != nil {
				reason := ""
				if c.Notice != "" {
					reason = "the later version carries a notice (" + string(c.Notice) + ")"
				}
				where := "a later version of the article"
				if c.Version == r.Version {
					where = "the same text"
				}
				j.raise(RuleMixed, Alarm, fmt.Sprintf("%s killed is what %s calls %s: dead and injured together%s.", cite(r), where, cite(c), unnamed(r)), reason, r, c)
				j.doubt(r)
				continue
			}
			if c, k, w := j.summed(r, n); c != nil {
				j.raise(RuleMixed, Alarm, fmt.Sprintf("%s killed is what %s gives as dead and injured together: %s killed and %s injured, %s + %s = %s%s.", cite(r), cite(c), cite(k), cite(w),
					claims.Number(nominal(k.Range)), claims.Number(nominal(w.Range)), claims.Number(n), unnamed(r)), "", r, c, k, w)
				if !named(*r) && !j.vouched(r) {
					j.doubt(r)
				} // else somebody stands for it: it stays in the conflict, with the alarm
				continue
			}
			if named(*r) || j.vouched(r) {
				continue // a mere sum may be chance
			}
			if k, w := j.addends(r, n); k != nil {
				j.raise(RuleMixed, Alarm, fmt.Sprintf("%s killed is %s killed and %s injured added up: %s + %s = %s%s.", cite(r), cite(k), cite(w),
					claims.Number(nominal(k.Range)), claims.Number(nominal(w.Range)), claims.Number(n), unnamed(r)), "", r, k, w)
				j.doubt(r)
			}
		}
	}
}

// unnamed adds that nobody is named as the source.
func unnamed(r *Row) string {
	if r.Sourced || strings.TrimSpace(r.Attribution) != "" {
		return ""
	}
	return "; nobody is named who counted"
}

// casualties finds the count of dead and injured together in a row's text or in a
// later version of it.
func (j *judge) casualties(r *Row, n float64) *Row {
	for i, g := range j.b.Groups {
		if g.Outcome != claims.Casualties {
			continue
		}
		for _, c := range j.rows[i] {
			if c.Version.Article == r.Version.Article && c.Version.N >= r.Version.N && nominal(c.Range) == n {
				return c
			}
		}
	}
	return nil
}

// summed finds another article's count of dead and injured together that is n and that
// its text splits into the two. Three numbers that fit are no chance, whoever is named
// for the killed and whoever repeats them.
func (j *judge) summed(r *Row, n float64) (both, killed, injured *Row) {
	for i, g := range j.b.Groups {
		if g.Outcome != claims.Casualties || g.Class != r.Class {
			continue
		}
		for _, c := range slices.Backward(j.rows[i]) { // the newest version says it best
			if c.Version.Article == r.Version.Article || nominal(c.Range) != n {
				continue
			}
			if k, w := j.split(c); k != nil {
				return c, k, w
			}
		}
	}
	return nil, nil, nil
}

// split finds the killed and the injured that a version adds up in its count of both.
func (j *judge) split(c *Row) (killed, injured *Row) {
	j.b.Each(func(g *Group, k *Row) {
		if g == nil || k.Version != c.Version || k.Class != c.Class || k.Outcome != claims.Killed || injured != nil {
			return
		}
		j.b.Each(func(g *Group, w *Row) {
			if g != nil && w.Version == c.Version && w.Class == c.Class && w.Outcome == claims.Injured && nominal(k.Range) >= 1 && nominal(w.Range) >= 1 && nominal(k.Range)+nominal(w.Range) == nominal(c.Range) {
				killed, injured = k, w
			}
		})
	})
	return killed, injured
}

// addends finds killed and injured of one version that add up to n.
func (j *judge) addends(r *Row, n float64) (killed, injured *Row) {
	for i, g := range j.b.Groups {
		if g.Outcome != claims.Killed || g.Class != r.Class {
			continue
		}
		for _, k := range j.rows[i] {
			if nominal(k.Range) >= n || nominal(k.Range) < 1 {
				continue
			}
			for x, h := range j.b.Groups {
				if h.Outcome != claims.Injured || h.Class != g.Class {
					continue
				}
				for _, w := range j.rows[x] {
					if w.Version == k.Version && nominal(k.Range)+nominal(w.Range) == n && nominal(w.Range) >= 1 {
						return k, w
					}
				}
			}
		}
	}
	return nil, nil
}

// double finds a toll with a part of it counted once more: 35 = 31 and the four
// children that are among the 31. It takes a figure that nobody else gives.
func (j *judge) double() {
	for i := range j.b.Groups {
		for _, r := range j.rows[i] {
			n := nominal(r.Range)
			if n < leastTelling || r.Standing == Doubtful || strings.TrimSpace(r.Attribution) != "" || j.vouched(r) {
				continue
			}
			if t, p := j.withPart(i, r, n); t != nil {
				j.raise(RuleDouble, Alarm, fmt.Sprintf("%s looks like %s with %s counted once more, who are among them: %s + %s = %s.", cite(r), cite(t), cite(p),
					claims.Number(nominal(t.Range)), claims.Number(nominal(p.Range)), claims.Number(n)), "", r, t, p)
				j.doubt(r)
			}
		}
	}
}

func (j *judge) withPart(i int, r *Row, n float64) (toll, part *Row) {
	for _, t := range j.rows[i] {
		if t.Version.Article == r.Version.Article || t.At.After(r.At) {
			continue
		}
		for k := range t.Parts {
			p := &t.Parts[k]
			if p.Role == Part && nominal(p.Range) >= 2 && nominal(t.Range)+nominal(p.Range) == n {
				return t, p
			}
		}
	}
	return nil, nil
}

// things finds a number that counts something else in another text of the board:
// in one known case a death toll was the count of evacuation shelters.
func (j *judge) things(reports []Report) {
	copies := map[*Copy]bool{}
	var list []*Copy
	for _, r := range reports {
		if !copies[r.Copy] {
			copies[r.Copy] = true
			list = append(list, r.Copy)
		}
	}
	sortCopies(list)
	for i := range j.b.Groups {
		for _, r := range j.rows[i] {
			n := nominal(r.Range)
			if n < leastThing || r.Standing == Doubtful || j.vouched(r) || j.printed(r) {
				continue
			}
			for _, c := range list {
				if c.Version.Article == r.Version.Article {
					continue
				}
				if t, ok := thingOf(c, n, r); ok {
					j.raise(RuleThing, Alarm, fmt.Sprintf("%s: nobody else gives %s %s, and %s has “%s”: the same number counts another thing there.", cite(r), claims.Number(n), r.Outcome, nameOf(c), t.Words), "", r)
					f := &j.flags[len(j.flags)-1]
					f.Places = append(f.Places, placeOf(c, t))
					j.doubt(r)
					break
				}
			}
		}
	}
}
