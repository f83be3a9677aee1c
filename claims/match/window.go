package match

import (
	"strings"
	"time"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// day reads a day of a window; ok is false for an empty or open end.
func day(s string) (time.Time, bool) {
	x, err := time.Parse(time.DateOnly, s)
	return x, err == nil
}

const oneDay = 24 * time.Hour

// compareWindows says whether two figures cover the same time. A day may be off
// by one: reports of a night differ, and so do time zones.
func compareWindows(claim, passage claims.Window, made, published time.Time) agreement {
	cf, ct, cok := bounds(claim, made)
	pf, pt, pok := bounds(passage, published)
	if !cok || !pok {
		switch {
		case passage.Words == "since" && !pok && cok && claim.To == "", claim.Words == "since" && !cok && pok && passage.To == "":
			return agrees // "since then", since December
		case cok && !pok && beforehand(cf, published), pok && !cok && beforehand(pf, made):
			return differs
		case cok && !pok && longAgo(ct, published), pok && !cok && claim.Words == "" && longAgo(pt, made):
			return differs // an old date, and the news of the day
		}
		if claim.Words == "since" && pok && pt.Sub(pf) <= 2*oneDay || passage.Words == "since" && cok && ct.Sub(cf) <= 2*oneDay {
			return differs // a running count and a day
		}
		return unknown
	}
	cs, ps := spans(claim, cf, ct), spans(passage, pf, pt)
	slack := oneDay
	if ct.Sub(cf) > 2*oneDay && pt.Sub(pf) > 2*oneDay {
		slack = 0 // June, July
	}
	near := func(a, b time.Time) bool { d := a.Sub(b); return d <= oneDay && d >= -oneDay }
	switch {
	case cs && ps && near(ct, pt) && (beganIn(claim, pf) || beganIn(passage, cf)):
		return agrees // since November, since 4 November
	case near(cf, pf) && near(ct, pt), near(cf, pf) && (claim.To == "" || passage.To == "") && cs == ps:
		return agrees
	case cs != ps && (cs || ps):
		return differs // a day of a span, or a span of days
	case near(cf, pf) && cs && ps:
		return agrees
	case !cs && !ps && !ct.Before(pf) && !pt.Before(cf):
		return agrees // "in March" and "on 12 March"
	case ct.Before(pf.Add(-slack)) || pt.Before(cf.Add(-slack)):
		return differs
	case cs && ps:
		return differs
	}
	return unknown
}

// beganIn reports whether a window that names only the month or the year it began
// in began when another did.
func beganIn(w claims.Window, other time.Time) bool {
	from, ok := day(w.From)
	if !ok || from.Day() != 1 || !strings.HasPrefix(strings.ToLower(w.Words), "since") || strings.ContainsAny(strings.TrimRight(w.Words, "0123456789"), "0123456789") {
		return false
	}
	if from.Month() == time.January && !strings.Contains(w.Words, time.January.String()) {
		return other.Year() == from.Year()
	}
	return other.Year() == from.Year() && other.Month() == from.Month()
}

// longAgo reports whether a day lies so far before a report that the report's own
// news is another event.
func longAgo(d, reported time.Time) bool {
	const old = 60 * oneDay
	return !reported.IsZero() && reported.Sub(d) > old
}

// beforehand reports whether something was printed before a day, so that it cannot
// count what happened from then on: last year's fire on a ferry of the same port.
func beforehand(d, printed time.Time) bool {
	return !printed.IsZero() && printed.Before(d.Add(-oneDay))
}

// namesMonth reports whether a figure's sentence names the month of the claim
// and its window holds it: "in August last year".
func namesMonth(claim claims.Window, t tally, text string) bool {
	from, ok := day(claim.From)
	pf, pok := day(t.Window.From)
	pt, tok := day(t.Window.To)
	return ok && pok && tok && !from.Before(pf) && !from.After(pt) && pt.Sub(pf) > 300*oneDay &&
		strings.Contains(t.sentence.Of(text), from.Month().String())
}

// otherMonth reports whether two windows, of which one is of no known year, name
// different months, or one a month and the other a running count since another year:
// in October, since 2022.
func otherMonth(claim, passage claims.Window) bool {
	if claim.From != "" && passage.From != "" {
		return false
	}
	named := func(w claims.Window) []string {
		return periodsIn(cutWords(w.Words, source.Span{End: len(w.Words)}, maxClaimWords), time.Time{})
	}
	a, b := named(claim), named(passage)
	months := len(a) > 0 && periodKind(a[0]) == 'm'
	return comparePeriods(a, b) == differs || months && running(passage) && len(b) > 0 && periodKind(b[0]) == 'y'
}

// atOnce reports whether a sentence tells of one occasion: overnight, at dawn.
func atOnce(sentence []word) bool {
	for _, w := range sentence {
		switch w.norm {
		case "overnight", "dawn", "midnight", "night", "morning", "afternoon", "evening":
			return true
		}
	}
	return false
}

// bounds gives the first and the last day; an open end is the day of the report.
func bounds(w claims.Window, reported time.Time) (from, to time.Time, ok bool) {
	from, okFrom := day(w.From)
	to, okTo := day(w.To)
	switch {
	case okFrom && okTo:
	case okFrom:
		to = reported
		if to.Before(from) {
			to = from
		}
	case okTo:
		from = to
	default:
		return from, to, false
	}
	return from, to, true
}

// spans reports whether a window is a stretch counted over ("since July", "in
// the past week", "in 2031") rather than a date given roughly ("in March").
func spans(w claims.Window, from, to time.Time) bool {
	if w.To == "" {
		return true
	}
	if to.Sub(from) < 2*oneDay {
		return false
	}
	for _, f := range strings.Fields(strings.ToLower(w.Words)) {
		switch f {
		case "since", "past", "over", "during", "between", "within", "so", "this", "last", "weeks", "days", "months", "years":
			return true
		}
	}
	return to.Sub(from) > 300*oneDay
}

// reportingDay reports whether a window is only the day of the report, of the
// saying or of the count, as of which a toll stands: "NORRBY, 3 May —", "the fire
// service said on Tuesday", "rose to ten dead on Sunday", "by Sunday evening".
func reportingDay(t tally, text string) bool {
	const back, ahead = 6, 2 // words between the day and its verb
	w := t.Window.Words
	if w == "" {
		return false
	}
	if t.Window.From == "" && strings.HasPrefix(strings.ToLower(w), "by ") {
		return true
	}
	if t.Window.From == "" || t.Window.From != t.Window.To {
		return false
	}
	sentence := t.sentence.Of(text)
	i := strings.Index(sentence, w)
	if i < 0 {
		return false
	}
	if inDateline(sentence, i, i+len(w)) {
		return true
	}
	if t.Cumulative && broughtLater(sentence, i+len(w), t.span.Start-t.sentence.Start) {
		return true
	}
	before := cutWords(sentence, source.Span{End: i}, maxClaimWords)
	for k, n := len(before)-1, 0; k >= 0 && n < back; k, n = k-1, n+1 {
		switch x := before[k]; {
		case cueVerbs[x.norm] || countVerbs[x.norm] || t.Cumulative && tollVerbs[x.norm]:
			return true
		case outcomeWords[x.norm] != "" && t.Cumulative && k > 0 && isNumber(before[k-1]):
			// "rose to ten dead"
		case causeFamilies[x.fold] != "" || outcomeWords[x.norm] != "":
			return false
		}
	}
	after := cutWords(sentence, source.Span{Start: i + len(w), End: len(sentence)}, ahead)
	for _, x := range after {
		if t.Cumulative && (countVerbs[x.norm] || tollVerbs[x.norm]) {
			return true // "officials on Sunday raised the toll to 19"
		}
	}
	return false
}

// broughtLater reports whether a toll is named between a day and its number: "found
// four more bodies on Tuesday, bringing the death toll to 26". The day is that of the
// bodies.
func broughtLater(sentence string, from, number int) bool {
	if from >= number || number > len(sentence) {
		return false
	}
	for _, w := range cutWords(sentence, source.Span{Start: from, End: number}, maxClaimWords) {
		switch w.norm {
		case "toll", "tally", "number", "total", "count":
			return true
		}
	}
	return false
}

// countVerbs tell what became of a count on a day; tollVerbs do so of a toll, and
// of other things elsewhere.
var (
	countVerbs = set("revised confirmed rose risen climbed reached stood jumped")
	tollVerbs  = set(`passed topped exceeded surpassed hit grew grown increased edged soared swelled mounted surged crossed doubled trebled
		tripled raised raising brought bringing put putting took taking updated lowered fell dropped rising climbing reaching stands stand was`)
)

// inDateline reports whether [from, to) of a sentence is the day in its dateline:
// a place in capitals, the day, who reports, a dash.
func inDateline(sentence string, from, to int) bool {
	const placeWords, agency = 6, 40 // words before the day, bytes from it to the dash
	place := cutWords(sentence, source.Span{End: from}, placeWords+1)
	if len(place) == 0 || len(place) > placeWords || len(place[0].raw) < 2 || place[0].raw != strings.ToUpper(place[0].raw) || !place[0].upper {
		return false
	}
	rest := strings.TrimLeft(sentence[to:], ", ")
	if strings.HasPrefix(rest, "(") {
		end := strings.IndexByte(rest, ')')
		if end < 0 || end > agency {
			return false
		}
		rest = strings.TrimLeft(rest[end+1:], " ")
	}
	return strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "-")
}

// monthBefore reads the month that stands before a number in its sentence: "In
// June it had counted 310". The year is that of the window before, or the one
// before it, so that the month is not later. It is empty if no month stands there.
func monthBefore(d *extract.Doc, s extract.Statistic, last claims.Window) claims.Window {
	ref, ok := day(last.To)
	if !ok {
		if ref, ok = day(last.From); !ok {
			return claims.Window{}
		}
	}
	for _, w := range cutWords(d.Text, source.Span{Start: s.Sentence.Start, End: s.Span.Start}, maxClaimWords) {
		for m := time.January; m <= time.December; m++ {
			if w.raw != m.String() {
				continue
			}
			year := ref.Year()
			if m > ref.Month() {
				year--
			}
			from := time.Date(year, m, 1, 0, 0, 0, 0, time.UTC)
			return claims.Window{Words: "in " + w.raw, From: from.Format(time.DateOnly), To: from.AddDate(0, 1, -1).Format(time.DateOnly)}
		}
	}
	return claims.Window{}
}

// timed reports whether a sentence names a month or a weekday: what it counts is
// then not simply of the time told before.
func timed(sentence string) bool {
	for _, w := range cutWords(sentence, source.Span{End: len(sentence)}, maxClaimWords) {
		last := w.norm
		if i := strings.LastIndexByte(w.raw, '-'); i >= 0 {
			last = strings.ToLower(w.raw[i+1:]) // mid-June
		}
		if weekdayOrMonth[last] && last != "may" {
			return true
		}
	}
	return false
}
