package extract

import (
	"strings"
	"time"

	"stet/claims"
)

// A dated is a date expression in a sentence and the days it stands for.
//
// Conventions: a weekday is the latest one on or before the dateline ("next" and
// a future clause look ahead); a day without a year is the latest such day on or
// before the dateline; "past N days" counts N days back from the dateline; weeks
// run from Monday to Sunday; "this week" and "this month" end at the dateline.
// Without a dateline only dates that carry their year are resolved.
type dated struct {
	a, b     int // words, half-open, the preposition included
	core     int // first word after the preposition
	from, to time.Time
	open     bool // since: no end
	until    bool // by, until: no beginning
	relative bool // counted from the dateline: two days ago, the past 24 hours
}

// window gives the days as claims write them.
func (d dated) window(words string) claims.Window {
	w := claims.Window{Words: words}
	if !d.from.IsZero() && !d.until {
		w.From = d.from.Format(time.DateOnly)
	}
	if !d.to.IsZero() && !d.open {
		w.To = d.to.Format(time.DateOnly)
	}
	return w
}

var weekdayNames = map[string]time.Weekday{"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"sun": 0, "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6}

var monthNumbers = map[string]time.Month{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}

// ambiguousMonths are words or names elsewhere: they need a day or a year beside
// them, or "in" and its kin before them.
var ambiguousMonths = set(`may march mar jan jun sun sat wed mon dec sep`)

// dateStarts are the words that an expression can begin with, digits aside.
var dateStarts = func() map[string]bool {
	m := set(`today tonight yesterday tomorrow overnight last this the previous next past recent preceding current weekend a an first second third fourth final opening closing`)
	for w := range weekdayNames {
		m[w] = true
	}
	for w := range monthNumbers {
		m[w] = true
	}
	for w := range numberWords {
		m[w] = true
	}
	for tens := range numberWords {
		for unit, v := range numberWords {
			if numberWords[tens] >= 20 && v < 10 {
				m[tens+"-"+unit] = true
			}
		}
	}
	return m
}()

var datePreps = set(`on in at during since until till by from before after over through throughout within for of between early late mid around about`)

// dateReader reads the dates of one sentence.
type dateReader struct {
	ws     []word
	base   time.Time // the dateline's day; zero: unknown
	future bool      // the sentence speaks of what will happen
}

// datesIn finds the date expressions of a sentence, in order.
func datesIn(ws []word, base time.Time, out []dated) []dated {
	r := dateReader{ws: ws, base: day(base)}
	for i := range ws {
		if l := ws[i].lower; l == "will" || l == "'ll" || l == "shall" {
			r.future = true
		}
	}
	for i := 0; i < len(ws); {
		if c := ws[i].text[0]; c < 0x80 && (c < '0' || c > '9') && !dateStarts[strings.TrimSuffix(ws[i].lower, ".")] {
			i++
			continue
		}
		d, ok := r.at(i)
		if !ok {
			i++
			continue
		}
		d.core = i
		if d.a > i || d.b <= d.a {
			d.a = i
		}
		floor := 0
		if len(out) > 0 {
			floor = out[len(out)-1].b
		}
		r.prepositions(&d, floor)
		out = append(out, d)
		i = d.b
	}
	return out
}

func day(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func (r *dateReader) lower(i int) string {
	if i < 0 || i >= len(r.ws) {
		return ""
	}
	return strings.TrimSuffix(r.ws[i].lower, ".")
}

// prepositions takes in "since", "by", "over the", "on" before an expression.
func (r *dateReader) prepositions(d *dated, floor int) {
	for range 3 {
		k := d.a - 1
		if k < floor {
			return
		}
		l := r.lower(k)
		switch {
		case l == "since":
			d.open = true
		case (l == "by" || l == "until" || l == "till") && !d.to.IsZero():
			d.until = true
		case l == "the" && k > floor && datePreps[r.lower(k-1)]:
		case l == "the" && (r.lower(d.a) == "past" || r.lower(d.a) == "last" || r.lower(d.a) == "previous"):
		case datePreps[l] && l != "of" && l != "at":
		default:
			return
		}
		d.a = k
		if l == "on" || l == "since" || l == "by" {
			return
		}
	}
}

// at reads the expression that starts at word i.
func (r *dateReader) at(i int) (dated, bool) {
	l := r.lower(i)
	if l == "" {
		return dated{}, false
	}
	for _, read := range []func(int, string) (dated, bool){r.numeric, r.dayMonth, r.stretch, r.monthDay, r.weekday, r.deictic, r.period, r.lasting, r.ago, r.years} {
		if d, ok := read(i, l); ok {
			return d, true
		}
	}
	return dated{}, false
}

// integer reads word i as a whole number of digits, with an ordinal suffix.
func (r *dateReader) integer(i, least, most int) (v, next int, ok bool) {
	if i < 0 || i >= len(r.ws) {
		return 0, 0, false
	}
	f, size, lit := readLiteral(r.ws[i].text)
	if !lit || size != len(r.ws[i].text) || f != float64(int(f)) || int(f) < least || int(f) > most || strings.ContainsAny(r.ws[i].text, ".,") {
		return 0, 0, false
	}
	next = i + 1
	switch r.lower(next) {
	case "st", "nd", "rd", "th":
		if !r.ws[next].space {
			next++
		}
	}
	return int(f), next, true
}

// year reads ", 2025", "2025", "of 2025" or, after a day and a month, "90".
func (r *dateReader) year(i int, twoDigits bool) (y, next int, ok bool) {
	k := i
	if r.lower(k) == "," || r.lower(k) == "of" {
		k++
	}
	if y, next, ok = r.integer(k, 1900, 2100); ok && len(r.ws[k].text) == 4 {
		return y, next, true
	}
	if twoDigits && k == i { // as old wires wrote: 3 JAN 90
		if y, next, ok = r.integer(k, 60, 99); ok && len(r.ws[k].text) == 2 {
			return 1900 + y, next, true
		}
	}
	return 0, 0, false
}

// onYear puts a day, or with day 0 a month, into the year that is meant. ok is
// false if it is not known or no year has such a day; 29 February is that of a
// leap year.
func (r *dateReader) onYear(m time.Month, d int) (time.Time, bool) {
	if r.base.IsZero() {
		return time.Time{}, false
	}
	y, step := r.base.Year(), -1
	if r.future {
		step = 1
	}
	for range leapGap {
		if t, ok := realDay(y, m, max(d, 1)); ok && (r.future || !t.After(r.base)) {
			return t, true
		}
		y += step
	}
	return time.Time{}, false
}

// leapGap is how many years are looked at for a day: between two leap years lie
// at most eight.
const leapGap = 9

func oneDay(a, b int, t time.Time) dated { return dated{a: a, b: b, from: t, to: t} }

func monthOf(a, b int, t time.Time) dated {
	first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	return dated{a: a, b: b, from: first, to: first.AddDate(0, 1, -1)}
}

func yearOf(a, b, y int) dated {
	return dated{a: a, b: b, from: time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC), to: time.Date(y, 12, 31, 0, 0, 0, 0, time.UTC)}
}
