package match

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// periodsIn lists the quarters, halves, months and years words name. Years told from
// the day of the report ("last year") are given by their number, where that is known.
func periodsIn(ws []word, made time.Time) []string {
	var out []string
	for i, w := range ws {
		switch {
		case (w.norm == "quarter" || w.norm == "half") && i > 0 && ordinalWords[ws[i-1].norm] != "":
			out = append(out, ordinalWords[ws[i-1].norm]+" "+w.norm)
		case weekdayOrMonth[w.norm] && !strings.HasSuffix(w.norm, "day") && w.upper:
			out = append(out, w.norm)
		case isYear(w):
			out = append(out, w.raw)
		case w.norm == "year" && i > 0 && !made.IsZero():
			if back, ok := yearsBack(ws, i); ok {
				out = append(out, strconv.Itoa(made.Year()-back))
			}
		}
	}
	return out
}

// isYear reports whether a word is a year, written in four digits.
func isYear(w word) bool {
	return len(w.raw) == 4 && (strings.HasPrefix(w.raw, "19") || strings.HasPrefix(w.raw, "20")) && isNumber(w)
}

// yearsBack is how many years before the report's a year is that is told from it, by
// the words around ws[i]: "last year", "a year earlier", "this year".
func yearsBack(ws []word, i int) (int, bool) {
	switch ws[i-1].norm {
	case "this":
		return 0, true
	case "last", "previous":
		return 1, true
	case "a":
		if i+1 < len(ws) && (ws[i+1].norm == "ago" || ws[i+1].norm == "earlier" || ws[i+1].norm == "before") {
			return 1, true
		}
	}
	return 0, false
}

// periodKind tells years, months and parts of a year apart.
func periodKind(s string) byte {
	switch {
	case s[0] >= '0' && s[0] <= '9':
		return 'y'
	case strings.HasSuffix(s, " quarter"), strings.HasSuffix(s, " half"):
		return 'q'
	}
	return 'm'
}

// comparePeriods compares the times two numbers name: years with years, months with
// months, parts of a year with such. They differ if those of one kind do.
func comparePeriods(a, b []string) agreement {
	out := unknown
	for _, kind := range []byte("ymq") {
		named, met := false, false
		for _, x := range a {
			if periodKind(x) != kind {
				continue
			}
			for _, y := range b {
				named = named || periodKind(y) == kind
				met = met || x == y
			}
		}
		switch {
		case named && !met:
			return differs
		case named:
			out = agrees
		}
	}
	return out
}

// yearOf is the year a number is of, as it names it or as the month it names is
// resolved; "" if that is not known.
func (q *quantity) yearOf() string {
	for _, p := range q.periods {
		if periodKind(p) == 'y' {
			return p
		}
	}
	if w := q.Window; len(w.From) >= 4 && len(w.To) >= 4 && w.From[:4] == w.To[:4] && len(q.periods) > 0 && strings.Contains(strings.ToLower(w.Words), q.periods[0]) {
		return w.From[:4]
	}
	return ""
}

// timeOf compares the times of two numbers, by what they name and by the days that
// their words are resolved to.
func (m *measuring) timeOf(q *quantity) agreement {
	c := &m.claim
	out := comparePeriods(c.periods, q.periods)
	if a, b := c.yearOf(), q.yearOf(); out == agrees && a != "" && b != "" && a != b {
		return differs // October, October of last year
	}
	if ahead(c.Window, q.Window) {
		return differs
	}
	if out != agrees && dated(c.Window) && dated(q.Window) {
		if w := compareWindows(c.Window, q.Window, m.made, m.published); w != unknown && !(out == differs && w == agrees) {
			return w
		}
	}
	return out
}

// baseOf is the time that a change is counted from, and the words without it: the year
// of "up 4 points on 2021", "12 per cent less than in March".
func (q *quantity) baseOf(tail []word, made time.Time) (base []string, rest []word) {
	const first, near = 3, 4 // words
	if q.Change == "" && q.course != by && !q.apart {
		return nil, tail
	}
	for i, w := range tail[:min(first, len(tail))] {
		switch w.norm {
		case "on", "from", "over", "than", "since", "against":
			end := min(len(tail), i+near)
			if base = periodsIn(tail[i:end], made); base != nil {
				return base, slices.Concat(tail[:i], tail[end:])
			}
		}
	}
	return nil, tail
}

// others gives the numbers beside one of the claim's time that they are not of it: the
// new value beside the former of that year, the level beside its change since then.
func (m *measuring) others(found []measured) {
	for i := 1; i < len(found); i++ {
		x, y := &found[i-1], &found[i]
		then := y.former && y.time == agrees || comparePeriods(m.claim.periods, y.base) == agrees
		if then && x.time == unknown && x.sentence.Overlaps(y.sentence) {
			x.time = differs // 71 per cent, against 64 in 2039, for a claim of 2039
			x.weight -= quantityAspect
		}
	}
	for i := range found {
		x := &found[i]
		if x.unit && x.time == unknown && len(x.periods) == 0 && slices.ContainsFunc(found, func(y measured) bool { return m.instead(&y, x) }) {
			x.time = differs // 41 per cent do; in November 46 per cent did
			x.weight -= quantityAspect
		}
	}
}

// instead reports whether the passage gives another number than x for the very time
// that the claim names.
func (m *measuring) instead(y, x *measured) bool {
	return y.unit && y.sentence != x.sentence && y.place >= x.place && y.share >= topicSame && y.share >= x.share/2 &&
		!y.former && !y.Range.Overlaps(x.Range) && comparePeriods(m.claim.periods, y.periods) == agrees
}

// secondOf reads the part of a year that is named by its ordinal only, after one that
// is named in full: "in the third quarter from 1,130 in the second".
func secondOf(tail []word, before []string) []string {
	for i := 2; i < min(5, len(tail)); i++ {
		if name := ordinalWords[tail[i].norm]; name != "" && tail[i-1].norm == "the" && tail[i-2].norm == "in" {
			for _, p := range before {
				if _, part, ok := strings.Cut(p, " "); ok && (i+1 == len(tail) || tail[i+1].norm != part) {
					return []string{name + " " + part}
				}
			}
		}
	}
	return nil
}
