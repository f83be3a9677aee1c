package toll

import (
	"slices"

	"stet/claims"
	"stet/claims/match"
)

// Loose is a reading that no event has.
type Loose struct {
	Copy  *Copy
	Index int // of its Digest.Readings
}

// Assign gives the readings of many versions to events: reports[i] are those of
// events[i], in the order of the copies. placed gives people's word (see
// Placement), by the index of an event and a figure's Key; it may be nil. Readings
// that no event has are loose.
//
// Time is linear in the copies and in the events whose place a copy names.
func Assign(copies []*Copy, events []claims.Event, placed func(event int, key string) Placement) (reports [][]Report, loose []Loose) {
	reports = make([][]Report, len(events))
	scenes, byWord, anywhere := index(events, placed != nil)
	for _, c := range copies {
		near := candidates(c, byWord, anywhere)
		sub := make([]Scene, len(near))
		for i, e := range near {
			sub[i] = scenes[e]
		}
		word := func(i int, key string) Placement {
			if placed == nil {
				return Found
			}
			return placed(near[i], key)
		}
		for k, e := range Belongs(c, sub, word) {
			if e < 0 {
				loose = append(loose, Loose{c, k})
				continue
			}
			reports[near[e]] = append(reports[near[e]], Report{Copy: c, Index: k, Placed: word(e, Key(c.Version.Article, c.Digest.Readings[k])) == Joined})
		}
	}
	return kin(reports, loose, scenes, placed)
}

// kin gives events the loose tolls that are theirs by number and source: a report
// of those days from that place with the same telling number for the same outcome
// by the same source is about the same event, even if its words do not say so. What
// follows in its paragraph goes with it.
func kin(reports [][]Report, loose []Loose, scenes []Scene, placed func(int, string) Placement) ([][]Report, []Loose) {
	type count struct {
		outcome claims.Outcome
		n       float64
	}
	events := map[count][]int{}
	sources := map[int]map[count][]string{}
	for e, list := range reports {
		sources[e] = map[count][]string{}
		for _, r := range list {
			x := r.Copy.Digest.Readings[r.Index]
			k := count{x.Outcome, nominal(x.Range)}
			if x.Role != Toll || k.n < leastTelling || x.Attribution == "" {
				continue
			}
			if !slices.Contains(events[k], e) {
				events[k] = append(events[k], e)
			}
			sources[e][k] = append(sources[e][k], x.Attribution)
		}
	}
	var left []Loose
	joined := map[Loose]int{} // to an event, plus 1
	for _, l := range loose {
		x := l.Copy.Digest.Readings[l.Index]
		e := joined[Loose{l.Copy, x.After - 1}] - 1
		if x.After == 0 {
			e = -1
		}
		k := count{x.Outcome, nominal(x.Range)}
		for _, o := range events[k] {
			if e < 0 && x.Role == Toll && slices.ContainsFunc(sources[o][k], func(s string) bool { return match.SameSource(s, x.Attribution) == 1 }) {
				e = o
			}
		}
		if e >= 0 && scenes[e].admits(x, l.Copy) && (placed == nil || placed(e, Key(l.Copy.Version.Article, x)) != Left) {
			joined[l] = e + 1
			reports[e] = append(reports[e], Report{Copy: l.Copy, Index: l.Index})
			continue
		}
		left = append(left, l)
	}
	return reports, left
}

// admits reports whether a reading may be about a scene: its text may, and nothing
// in its sentence contradicts it.
func (s Scene) admits(x Reading, c *Copy) bool {
	base, ok := s.about(c)
	own, fits := s.figure(x, c)
	return ok && fits && base >= akin && own >= 0
}

// index finds scenes by the first word of their place. A person may join a figure
// to an event of any place, so with all set every scene is asked.
func index(events []claims.Event, all bool) (scenes []Scene, byWord map[string][]int, anywhere []int) {
	byWord = map[string][]int{}
	for i, e := range events {
		s := SceneOf(e)
		scenes = append(scenes, s)
		if all {
			anywhere = append(anywhere, i)
			continue
		}
		for _, place := range Places(s.Place) {
			if w := words(place); len(w) > 0 {
				byWord[w[0]] = append(byWord[w[0]], i)
			}
		}
	}
	return scenes, byWord, anywhere
}

func candidates(c *Copy, byWord map[string][]int, anywhere []int) []int {
	out := slices.Clone(anywhere)
	for _, list := range [][]string{c.Digest.Names, c.Digest.Heads, words(c.Outlet)} {
		for _, n := range list {
			out = append(out, byWord[n]...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
