package toll

import (
	"regexp"
	"slices"
	"strings"

	"stet/claims"
)

// A disaster may have several places: a flood in three towns. The event has them all,
// parted by semicolons, and its board a group for the count of each and of all.

// site is which of a scene's several places a report counts: that of its sentence, else
// of the figures before it in its paragraph; "" if it counts all, or does not say.
func (s Scene) site(r Report) string {
	places := Places(s.Place)
	if len(places) < 2 {
		return ""
	}
	d := &r.Copy.Digest
	for k := r.Index; k >= 0; k = d.Readings[k].After - 1 {
		x := d.Readings[k]
		var named []string
		for _, p := range places {
			if holds(x.Names, p) {
				named = append(named, p)
			}
		}
		if len(named) > 1 && slices.ContainsFunc(d.Readings, func(o Reading) bool { return o.Sentence == x.Sentence && o.Place != x.Place }) {
			named = slices.DeleteFunc(named, func(p string) bool { return !holds(words(x.Place), p) }) // "12 in Osby and five in Halden"
		}
		switch {
		case len(named) == 1:
			return named[0]
		case len(named) > 1:
			return ""
		}
	}
	return ""
}

// listed finds places that a text names in one breath: "in Osby, Halden and Lund".
var listed = regexp.MustCompile(`\b(?:in|across|at|near|between|through|hit|hits|struck|strikes|swept|flooded|of) ((?:\p{Lu}[\pL'’-]+(?: \p{Lu}[\pL'’-]+)*, )*\p{Lu}[\pL'’-]+(?: \p{Lu}[\pL'’-]+)*,? and \p{Lu}[\pL'’-]+(?: \p{Lu}[\pL'’-]+)*)`)

const mostLists = 12 // of places of one text

// lists reads the lists of places of a text, those of one list parted by commas.
func (r *reader) lists() {
	for _, m := range listed.FindAllStringSubmatch(r.d.Text, -1) {
		if list := strings.NewReplacer(", and ", ",", " and ", ",", ", ", ",").Replace(m[1]); len(r.out.Lists) < mostLists && !slices.Contains(r.out.Lists, list) {
			r.out.Lists = append(r.out.Lists, list)
		}
	}
}

// joined words the events that runs of seeds tell of. Runs of several places are one
// event where an article tells of them as one: it counts in each, names them in one
// breath, and they are of one kind and of the same days.
func joined(runs [][]seed, copies []*Copy) []claims.Event {
	of := make([]int, len(runs)) // the run that one was joined to
	byKey := map[string][]int{}
	also := map[int][]string{} // what is named in one breath with the places of a run
	for i, run := range runs {
		of[i] = i
		byKey[run[0].key] = append(byKey[run[0].key], i)
	}
	for _, c := range copies {
		for _, list := range c.Digest.Lists {
			var mine []int
			for name := range strings.SplitSeq(list, ",") {
				for _, i := range byKey[strings.Join(words(name), " ")] {
					if since := c.Date.Sub(runs[i][0].from); since >= 0 && since <= laterDays*oneDay {
						mine = append(mine, i)
					}
				}
			}
			for n, i := range mine {
				for _, k := range mine[:n] {
					if a, b := of[i], of[k]; a != b && alike(runs[i], runs[k]) && c.Digest.counts(runs[i], runs[k]) {
						for x := range of {
							if of[x] == max(a, b) {
								of[x] = min(a, b)
							}
						}
						also[i] = append(also[i], strings.Split(list, ",")...)
					}
				}
			}
		}
	}
	var events []claims.Event
	for i := range runs {
		if of[i] != i {
			continue
		}
		var parts [][]seed
		var named []string
		for k := i; k < len(runs); k++ {
			if of[k] == i {
				parts, named = append(parts, runs[k]), append(named, also[k]...)
			}
		}
		events = append(events, eventOfPlaces(parts, named))
	}
	return events
}

// counts reports whether a text counts somebody at one of the places of two runs.
func (d *Digest) counts(a, b []seed) bool {
	return slices.ContainsFunc(d.Readings, func(x Reading) bool {
		return x.Role == Toll && x.Here && (holds(words(x.Place), a[0].place) || holds(words(x.Place), b[0].place))
	})
}

// alike reports whether two runs may be of one event: another place, the same kind, the
// same days.
func alike(a, b []seed) bool {
	kind := kindOf(a)
	return a[0].key != b[0].key && kind != "" && kind == kindOf(b) && a[0].stretch == b[0].stretch && near(a[0].from, b[0].from)
}

// eventOfPlaces words the event of runs that are one, the place that most is told of
// first, then those that are only named with them.
func eventOfPlaces(parts [][]seed, named []string) claims.Event {
	slices.SortStableFunc(parts, func(a, b []seed) int { return len(b) - len(a) })
	e := eventOf(slices.Concat(parts...))
	if len(parts) == 1 {
		return e
	}
	var places []string
	for _, run := range parts {
		if p := eventOf(run).Place; !slices.Contains(places, p) {
			places = append(places, p)
		}
	}
	for _, p := range named {
		if !slices.ContainsFunc(places, func(o string) bool { return slices.Equal(words(o), words(p)) }) {
			places = append(places, p)
		}
	}
	last := len(places) - 1
	e.Name = strings.Replace(e.Name, " in "+e.Place, " in "+strings.Join(places[:last], ", ")+" and "+places[last], 1)
	e.Place = strings.Join(places, placesApart+" ")
	return e
}
