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
	m := set(`today tonight yesterday tomorrow overnight last this the previous next past recent preceding current weekend a an`)
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
	for _, read := range []func(int, string) (dated, bool){r.numeric, r.dayMonth, r.monthDay, r.weekday, r.deictic, r.period, r.ago, r.years} {
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

// onYear puts a day or a month into the year that is meant.
func (r *dateReader) onYear(m time.Month, d int) (time.Time, bool) {
	if r.base.IsZero() {
		return time.Time{}, false
	}
	y := r.base.Year()
	t := time.Date(y, m, max(d, 1), 0, 0, 0, 0, time.UTC)
	if t.After(r.base) && !r.future {
		t = time.Date(y-1, m, max(d, 1), 0, 0, 0, 0, time.UTC)
	}
	return t, true
}

func oneDay(a, b int, t time.Time) dated { return dated{a: a, b: b, from: t, to: t} }

func monthOf(a, b int, t time.Time) dated {
	first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	return dated{a: a, b: b, from: first, to: first.AddDate(0, 1, -1)}
}

func yearOf(a, b, y int) dated {
	return dated{a: a, b: b, from: time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC), to: time.Date(y, 12, 31, 0, 0, 0, 0, time.UTC)}
}

// numeric reads 2025-04-17, 17.04.2025, 17/04/2025 (day first if it can be).
func (r *dateReader) numeric(i int, _ string) (dated, bool) {
	a, n1, ok1 := r.integer(i, 1, 2100)
	if !ok1 || i+4 >= len(r.ws) && i+5 > len(r.ws) {
		return dated{}, false
	}
	sep := r.ws[min(n1, len(r.ws)-1)].text
	if n1 != i+1 || sep != "-" && sep != "/" {
		return dated{}, false
	}
	b, n2, ok2 := r.integer(n1+1, 1, 31)
	if !ok2 || n2 >= len(r.ws) || r.ws[n2].text != sep {
		return dated{}, false
	}
	c, n3, ok3 := r.integer(n2+1, 1, 2100)
	switch {
	case !ok3:
	case a >= 1900 && b <= 12 && c <= 31:
		return oneDay(i, n3, time.Date(a, time.Month(b), c, 0, 0, 0, 0, time.UTC)), true
	case c >= 1900 && a <= 31 && b <= 12:
		return oneDay(i, n3, time.Date(c, time.Month(b), a, 0, 0, 0, 0, time.UTC)), true
	case c >= 1900 && a <= 12 && b <= 31:
		return oneDay(i, n3, time.Date(c, time.Month(a), b, 0, 0, 0, 0, time.UTC)), true
	}
	return dated{}, false
}

// dayMonth reads 13 April (2025), the 13th of April, 3 JAN 90.
func (r *dateReader) dayMonth(i int, _ string) (dated, bool) {
	d, k, ok := r.integer(i, 1, 31)
	if !ok {
		return dated{}, false
	}
	if r.lower(k) == "of" || r.lower(k) == "-" && !r.ws[k].space {
		k++
	}
	m, ok := monthNumbers[r.lower(k)]
	if !ok {
		return dated{}, false
	}
	if ambiguousMonths[r.lower(k)] && r.ws[k].text == r.ws[k].lower && !datePreps[r.lower(i-1)] {
		return dated{}, false
	}
	if y, next, ok := r.year(k+1, true); ok {
		return oneDay(i, next, time.Date(y, m, d, 0, 0, 0, 0, time.UTC)), true
	}
	t, _ := r.onYear(m, d)
	return oneDay(i, k+1, t), true
}

// monthDay reads April 13 (, 2025), April 13–15, April 2025, in April.
func (r *dateReader) monthDay(i int, l string) (dated, bool) {
	m, ok := monthNumbers[l]
	if !ok || !startsUpper(r.ws[i].text) && ambiguousMonths[l] && !datePreps[r.lower(i-1)] {
		return dated{}, false
	}
	if d, k, ok := r.integer(i+1, 1, 31); ok && !isTimeUnit(r.lower(k)) && (k >= len(r.ws) || !strings.HasPrefix(r.ws[k].tag, "NNS") || r.dateAhead(k)) {
		last := d
		if sep := r.lower(k); sep == "-" || sep == "–" || sep == "to" || sep == "and" {
			if e, k2, ok := r.integer(k+1, d+1, 31); ok && (sep == "-" || sep == "–" || (k2 >= len(r.ws) || !strings.HasPrefix(r.ws[k2].tag, "NN"))) {
				last, k = e, k2
			}
		}
		y, next, has := r.year(k, false)
		var t time.Time
		if has {
			t, k = time.Date(y, m, d, 0, 0, 0, 0, time.UTC), next
		} else {
			t, _ = r.onYear(m, d)
		}
		out := oneDay(i, k, t)
		if !t.IsZero() {
			out.to = t.AddDate(0, 0, last-d)
		}
		return out, true
	}
	if y, next, ok := r.year(i+1, false); ok {
		return monthOf(i, next, time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)), true
	}
	p := r.lower(i - 1)
	if ambiguousMonths[l] && (!datePreps[p] || !startsUpper(r.ws[i].text)) && p != "last" && p != "this" && p != "next" {
		return dated{}, false
	}
	t, ok := r.onYear(m, 0)
	if !ok {
		return dated{a: i, b: i + 1}, true
	}
	a := i
	switch p {
	case "last", "this", "next", "past":
		a--
		if p == "next" && !t.After(r.base) {
			t = t.AddDate(1, 0, 0)
		}
		if p == "last" && t.Year() == r.base.Year() && t.Month() == r.base.Month() {
			t = t.AddDate(-1, 0, 0)
		}
	}
	return monthOf(a, i+1, t), true
}

// dateAhead reports that what follows the day cannot be counted by it.
func (r *dateReader) dateAhead(k int) bool {
	return isTimeUnit(r.lower(k)) || weekdayNames[r.lower(k)] > 0
}

// weekday reads Thursday, last Thursday, Thursday night, next Monday.
func (r *dateReader) weekday(i int, l string) (dated, bool) {
	w, ok := weekdayNames[l]
	if !ok || len(l) < 6 && (ambiguousMonths[l] || !startsUpper(r.ws[i].text)) {
		return dated{}, false
	}
	a, b := i, i+1
	p := r.lower(i - 1)
	if p == "last" || p == "next" || p == "this" || p == "past" {
		a--
	}
	switch r.lower(b) {
	case "morning", "afternoon", "evening", "night", "midday", "noon":
		b++
	}
	if r.base.IsZero() {
		return dated{a: a, b: b}, true
	}
	t := r.base
	if p == "next" || r.future && p != "last" && p != "past" {
		for t = t.AddDate(0, 0, 1); t.Weekday() != w; t = t.AddDate(0, 0, 1) {
		}
		return oneDay(a, b, t), true
	}
	if p == "last" {
		t = t.AddDate(0, 0, -1)
	}
	for ; t.Weekday() != w; t = t.AddDate(0, 0, -1) {
	}
	return oneDay(a, b, t), true
}

// deictic reads today, yesterday, tonight, last night, this morning, overnight.
func (r *dateReader) deictic(i int, l string) (dated, bool) {
	shift, b := 0, i+1
	switch l {
	case "today", "tonight":
	case "yesterday":
		shift = -1
	case "tomorrow":
		shift = 1
	case "overnight":
		if r.base.IsZero() {
			return dated{a: i, b: b}, true
		}
		return dated{a: i, b: b, from: r.base.AddDate(0, 0, -1), to: r.base}, true
	case "last", "this", "the", "previous", "next":
		n := r.lower(i + 1)
		switch {
		case l == "last" && (n == "night" || n == "evening"):
			shift = -1
		case l == "this" && (n == "morning" || n == "afternoon" || n == "evening"):
		case l == "the" && n == "previous" && r.lower(i+2) == "day", l == "the" && n == "day" && r.lower(i+2) == "before":
			shift, b = -1, i+2
		default:
			return dated{}, false
		}
		b++
	default:
		return dated{}, false
	}
	if l == "yesterday" || l == "today" {
		switch r.lower(b) {
		case "morning", "afternoon", "evening", "night":
			b++
		}
	}
	if r.base.IsZero() {
		return dated{a: i, b: b}, true
	}
	return oneDay(i, b, r.base.AddDate(0, 0, shift)), true
}

// period reads last week, this month, past 24 hours, last two days, recent weeks,
// the weekend.
func (r *dateReader) period(i int, l string) (dated, bool) {
	none := r.base.IsZero()
	if l == "weekend" {
		if none {
			return dated{a: i, b: i + 1}, true
		}
		t := r.base
		for ; t.Weekday() != time.Saturday; t = t.AddDate(0, 0, -1) {
		}
		to := t.AddDate(0, 0, 1)
		if to.After(r.base) {
			to = r.base
		}
		return dated{a: i, b: i + 1, from: t, to: to}, true
	}
	switch l {
	case "last", "past", "this", "previous", "next", "recent", "preceding", "current":
	default:
		return dated{}, false
	}
	k, n, counted := i+1, 1, false
	if v, next, ok := r.integer(k, 1, 1000); ok {
		n, k, counted = v, next, true
	} else if v, ok := smallNumber(r.lower(k)); ok && v > 0 {
		n, k, counted = int(v), k+1, true
	} else if v, ok := vagueWords[r.lower(k)]; ok {
		n, k, counted = int(v[0]), k+1, true
	}
	u := strings.TrimSuffix(r.lower(k), "s")
	plural := u != r.lower(k)
	if l == "recent" && !plural || !isTimeUnit(r.lower(k)) && u != "centurie" && u != "fiscal" || r.lower(k) == "second" {
		return dated{}, false
	}
	d := dated{a: i, b: k + 1, relative: counted}
	if none || l == "recent" || l == "next" {
		return d, true
	}
	if l == "last" && !counted || l == "previous" && !counted {
		d.from, d.to = calendar(r.base, u, -1)
	} else if l == "this" || l == "current" {
		d.from, _ = calendar(r.base, u, 0)
		d.to = r.base
	} else {
		d.from, d.to = back(r.base, u, n), r.base
	}
	return d, true
}

// calendar gives the whole week, month, … that lies shift from that of t.
func calendar(t time.Time, unit string, shift int) (from, to time.Time) {
	switch unit {
	case "week":
		monday := t.AddDate(0, 0, -(int(t.Weekday())+6)%7+7*shift)
		return monday, monday.AddDate(0, 0, 6)
	case "month":
		first := time.Date(t.Year(), t.Month()+time.Month(shift), 1, 0, 0, 0, 0, time.UTC)
		return first, first.AddDate(0, 1, -1)
	case "quarter":
		q := (int(t.Month()) - 1) / 3
		first := time.Date(t.Year(), time.Month(3*(q+shift)+1), 1, 0, 0, 0, 0, time.UTC)
		return first, first.AddDate(0, 3, -1)
	case "year":
		return time.Date(t.Year()+shift, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(t.Year()+shift, 12, 31, 0, 0, 0, 0, time.UTC)
	}
	return back(t, unit, -shift), t
}

// back counts n units back from t.
func back(t time.Time, unit string, n int) time.Time {
	switch unit {
	case "second", "minute", "sec", "min":
		return t
	case "hour", "hr":
		return t.AddDate(0, 0, -(n+23)/24)
	case "week":
		return t.AddDate(0, 0, -7*n)
	case "fortnight":
		return t.AddDate(0, 0, -14*n)
	case "month":
		return t.AddDate(0, -n, 0)
	case "quarter":
		return t.AddDate(0, -3*n, 0)
	case "year", "yr":
		return t.AddDate(-n, 0, 0)
	case "decade":
		return t.AddDate(-10*n, 0, 0)
	case "century", "centurie":
		return t.AddDate(-100*n, 0, 0)
	}
	return t.AddDate(0, 0, -n)
}

// ago reads two days ago, a week earlier, 24 hours before.
func (r *dateReader) ago(i int, l string) (dated, bool) {
	n, k := 1, i+1
	if v, next, ok := r.integer(i, 1, 10000); ok {
		n, k = v, next
	} else if v, ok := smallNumber(l); ok && v > 0 {
		n = int(v)
	} else if l != "a" && l != "an" {
		return dated{}, false
	}
	u := strings.TrimSuffix(r.lower(k), "s")
	if !isTimeUnit(r.lower(k)) || r.lower(k+1) != "ago" && r.lower(k+1) != "earlier" {
		return dated{}, false
	}
	if r.lower(k+1) == "earlier" && r.lower(k+2) == "in" {
		return dated{}, false
	}
	d := dated{a: i, b: k + 2, relative: true}
	if r.base.IsZero() {
		return d, true
	}
	t := back(r.base, u, n)
	switch u {
	case "day", "hour", "minute", "second", "hr", "min":
		d.from, d.to = t, t
	case "year", "yr", "decade", "century", "centurie":
		y := yearOf(0, 0, t.Year())
		d.from, d.to = y.from, y.to
	default:
		d.from, d.to = calendar(t, u, 0)
	}
	return d, true
}

// years reads 2022, 2014–2018, between 2014 and 2018, the 1990s.
func (r *dateReader) years(i int, l string) (dated, bool) {
	y, k, ok := r.integer(i, 1800, 2100)
	if !ok || len(r.ws[i].text) != 4 {
		return dated{}, false
	}
	p, n := r.lower(i-1), r.lower(k)
	if n == "s" && !r.ws[k].space {
		return dated{a: i, b: k + 1, from: time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC), to: time.Date(y+9, 12, 31, 0, 0, 0, 0, time.UTC)}, true
	}
	if n == "-" || n == "–" || n == "to" && p == "from" || n == "and" && p == "between" || n == "through" {
		if y2, k2, ok := r.integer(k+1, y+1, 2100); ok && len(r.ws[k+1].text) == 4 {
			d := yearOf(i, k2, y)
			d.to = yearOf(0, 0, y2).to
			return d, true
		}
		if n == "-" || n == "–" {
			if y2, k2, ok := r.integer(k+1, y%100+1, 99); ok && len(r.ws[k+1].text) == 2 {
				d := yearOf(i, k2, y)
				d.to = yearOf(0, 0, y/100*100+y2).to
				return d, true
			}
		}
	}
	if y%100 != 0 && y >= 1950 && y <= 2040 && k < len(r.ws) && !people[n] && !isTimeUnit(n) && units[n].name == "" && n != "more" && n != "other" && n != "civilian" && triggerWords[n].frames == 0 {
		return yearOf(i, k, y), true // 1988 sales
	}
	if !yearContext[p] && (k < len(r.ws) && (strings.HasPrefix(r.ws[k].tag, "NN") && !startsUpper(r.ws[k].text) && !datePreps[p])) {
		return dated{}, false
	}
	if y < 1900 && !yearContext[p] {
		return dated{}, false
	}
	if isCurrencySign(firstRune(p)) || l == "" || k < len(r.ws) && (n == "%" || n == "percent" || isTimeUnit(n) || n == "people") {
		return dated{}, false
	}
	if m, ok := modifierBefore(r.ws, i); ok && m.does != exactly && m.does != about {
		return dated{}, false
	}
	return yearOf(i, k, y), true
}

var yearContext = set(`in since by until before after during from early late mid of between and year , (`)

func startsUpper(s string) bool {
	r := firstRune(s)
	return r >= 'A' && r <= 'Z' || r > 0x7f && strings.ToLower(string(r)) != string(r)
}
