package extract

import (
	"strings"
	"time"
)

// stretch reads times that take in several of the calendar's: between January and
// March, from May to July, the first three months of the year, the third quarter, the
// twelve months to June; and a month of a told year: April last year.
func (r *dateReader) stretch(i int, l string) (dated, bool) {
	if _, ok := monthNumbers[l]; ok {
		return r.months(i, l)
	}
	if l == "the" {
		return r.yearTo(i)
	}
	k := i
	if r.lower(k) == "the" {
		k++
	}
	return r.partOfYear(i, k)
}

// months reads "between January and March", "from May to July", "January–March" and
// "April last year", from the first month on.
func (r *dateReader) months(i int, l string) (dated, bool) {
	if !startsUpper(r.ws[i].text) {
		return dated{}, false
	}
	p, n := r.lower(i-1), r.lower(i+1)
	if m, ok := monthNumbers[r.lower(i+2)]; ok && startsUpper(r.ws[i+2].text) &&
		(n == "and" && p == "between" || (n == "to" || n == "until" || n == "through") && p == "from" || n == "-" || n == "–" || n == "to" && p != "to") {
		first := monthNumbers[l]
		d := dated{a: i, b: i + 3}
		y, next, told := r.year(i+3, false)
		if told {
			d.b = next
		} else if back, to, ok := r.yearWords(i + 3); ok && !r.base.IsZero() {
			y, told, d.b = r.base.Year()-back, true, to
		}
		if !told {
			t, ok := r.onYear(m, 0)
			if !ok {
				return d, true
			}
			y = t.Year()
		}
		d.to = time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC)
		if first > m {
			y--
		}
		d.from = time.Date(y, first, 1, 0, 0, 0, 0, time.UTC)
		return d, true
	}
	if back, to, ok := r.yearWords(i + 1); ok && !r.base.IsZero() {
		d := monthOf(i, to, time.Date(r.base.Year()-back, monthNumbers[l], 1, 0, 0, 0, 0, time.UTC))
		return d, true
	}
	return dated{}, false
}

// yearWords reads "last year", "this year", "the previous year": how many years back.
func (r *dateReader) yearWords(i int) (back, next int, ok bool) {
	if r.lower(i) == "of" {
		i++
	}
	if r.lower(i) == "the" {
		i++
	}
	if r.lower(i+1) != "year" {
		return 0, i, false
	}
	switch r.lower(i) {
	case "last", "previous":
		return 1, i + 2, true
	case "this", "current":
		return 0, i + 2, true
	}
	return 0, i, false
}

// yearTo reads "the year to June", "the twelve months to March 2031", "the year ended
// in May": that many months up to the end of the named one.
func (r *dateReader) yearTo(i int) (dated, bool) {
	k, n := i+1, 1
	if v, next, ok := r.integer(k, 2, 60); ok {
		n, k = v, next
	} else if v, ok := smallNumber(r.lower(k)); ok && v > 1 {
		n, k = int(v), k+1
	}
	switch r.lower(k) {
	case "year", "years":
		n *= 12
	case "quarter", "quarters":
		n *= 3
	case "month", "months":
	default:
		return r.partOfYear(i, i+1)
	}
	k++
	switch r.lower(k) {
	case "to", "through", "until", "ended", "ending":
	default:
		return dated{}, false
	}
	for k++; r.lower(k) == "in" || r.lower(k) == "the" || r.lower(k) == "end" || r.lower(k) == "of"; k++ {
		continue
	}
	m, ok := monthNumbers[r.lower(k)]
	if !ok || !startsUpper(r.ws[k].text) {
		return dated{}, false
	}
	d := dated{a: i, b: k + 1}
	y, next, told := r.year(k+1, false)
	if told {
		d.b = next
	} else {
		t, ok := r.onYear(m, 0)
		if !ok {
			return d, true
		}
		y = t.Year()
	}
	d.to = time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC)
	d.from = time.Date(y, m+1-time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	return d, true
}

// partOfYear reads "first three months of the year", "third quarter", "second half of
// 2031", from word k on. Without a year it is the latest that has ended, or begun.
func (r *dateReader) partOfYear(i, k int) (dated, bool) {
	at, ok := partOrdinals[r.lower(k)]
	if !ok {
		return dated{}, false
	}
	k++
	n := 1
	if v, ok := smallNumber(r.lower(k)); ok && v > 1 && v < 12 {
		n, k = int(v), k+1
	} else if v, next, ok := r.integer(k, 2, 11); ok {
		n, k = v, next
	}
	unit := strings.TrimSuffix(r.lower(k), "s")
	size := map[string]int{"month": 1, "quarter": 3, "half": 6}[unit]
	if unit == "halve" {
		size = 6
	}
	if size == 0 || n == 1 && unit == "month" {
		return dated{}, false
	}
	k++
	d := dated{a: i, b: k}
	y, next, told := r.year(k, false)
	switch {
	case told:
		d.b = next
	case r.base.IsZero():
		return d, true
	default:
		y = r.base.Year()
		if back, to, ok := r.yearWords(k); ok {
			y, d.b, told = y-back, to, true
		} else if r.lower(k) == "of" && r.lower(k+1) == "the" && r.lower(k+2) == "year" {
			d.b = k + 3
		} else if size == 1 || size == 6 {
			return dated{}, false // the first three months of the war; the second half of a match
		}
	}
	first := time.Month(1 + (at-1)*size*n)
	if at == lastPart {
		first = time.Month(13 - size*n)
	}
	if first < 1 || int(first)+size*n > 13 {
		return dated{}, false
	}
	d.from = time.Date(y, first, 1, 0, 0, 0, 0, time.UTC)
	if !told && d.from.After(r.base) && !r.future {
		d.from = d.from.AddDate(-1, 0, 0)
	}
	d.to = d.from.AddDate(0, size*n, -1)
	return d, true
}

// partOrdinals count the parts of a year; the last is counted from its end.
var partOrdinals = map[string]int{"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "final": lastPart, "closing": lastPart}

const lastPart = -1

// lasting reads the time a thing took up to the report: "in 24 hours of shelling",
// "during three days of fighting". Of years and months the report need not be the end.
func (r *dateReader) lasting(i int, l string) (dated, bool) {
	switch r.lower(i - 1) {
	case "in", "during", "over", "after":
	default:
		return dated{}, false
	}
	n, k := 0, i+1
	if v, next, ok := r.integer(i, 1, 1000); ok {
		n, k = v, next
	} else if v, ok := smallNumber(l); ok && v > 0 {
		n = int(v)
	} else {
		return dated{}, false
	}
	u := strings.TrimSuffix(r.lower(k), "s")
	switch u {
	case "hour", "day", "week":
	default:
		return dated{}, false
	}
	if r.lower(k+1) != "of" || r.lower(k+2) == "the" || r.lower(k+2) == "its" || r.lower(k+2) == "his" {
		return dated{}, false
	}
	d := dated{a: i, b: k + 1, relative: true}
	if !r.base.IsZero() {
		d.from, d.to = back(r.base, u, n), r.base
	}
	return d, true
}
