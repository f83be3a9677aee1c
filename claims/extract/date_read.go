package extract

import (
	"strings"
	"time"
)

// numeric reads 2025-04-17, 17.04.2025, 17/04/2025 (day first if it can be). What
// is written so but is no day, 2025-13-45, is taken in unresolved: no part of it
// is a date either.
func (r *dateReader) numeric(i int, _ string) (dated, bool) {
	a, n1, ok1 := r.integer(i, 0, 2100)
	if !ok1 || i+4 >= len(r.ws) && i+5 > len(r.ws) {
		return dated{}, false
	}
	sep := r.ws[min(n1, len(r.ws)-1)].text
	if n1 != i+1 || sep != "-" && sep != "/" {
		return dated{}, false
	}
	b, n2, ok2 := r.integer(n1+1, 0, 99)
	if !ok2 || n2 >= len(r.ws) || r.ws[n2].text != sep {
		return dated{}, false
	}
	c, n3, ok3 := r.integer(n2+1, 0, 2100)
	if !ok3 {
		return dated{}, false
	}
	yearFirst := a >= 1900 && c <= 99
	if !yearFirst && (c < 1900 || a > 99) {
		return dated{}, false
	}
	y, orders := c, [][2]int{{b, a}, {a, b}} // month and day
	if yearFirst {
		y, orders = a, [][2]int{{b, c}}
	}
	for _, o := range orders {
		if t, ok := realDay(y, time.Month(o[0]), o[1]); ok {
			return oneDay(i, n3, t), true
		}
	}
	return dated{a: i, b: n3}, true
}

// realDay is a day of the calendar; ok is false for one that does not exist, such
// as 31 February.
func realDay(y int, m time.Month, d int) (t time.Time, ok bool) {
	t = time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	if t.Month() != m || t.Day() != d {
		return time.Time{}, false
	}
	return t, true
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
		t, _ := realDay(y, m, d)
		return oneDay(i, next, t), true
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
		if sep := r.lower(k); (sep == "-" || sep == "–") && !(r.ws[k].space && startsDateline(r.ws, k-1)) || sep == "to" || sep == "and" {
			if e, k2, ok := r.integer(k+1, d+1, 31); ok && (sep == "-" || sep == "–" || (k2 >= len(r.ws) || !strings.HasPrefix(r.ws[k2].tag, "NN"))) {
				last, k = e, k2
			}
		}
		y, next, has := r.year(k, false)
		var t time.Time
		if has {
			t, _ = realDay(y, m, d)
			k = next
		} else {
			t, _ = r.onYear(m, d)
		}
		out := oneDay(i, k, t)
		if !t.IsZero() {
			var ok bool
			if out.to, ok = realDay(t.Year(), m, last); !ok {
				out.from = time.Time{}
			}
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
