package concordance

import (
	"slices"
	"time"
)

// What says that something is so for the time being only, and what says that it
// changed since.
var (
	untilThen = map[string]bool{"yet": true, "still": true, "currently": true}
	fromThen  = map[string]bool{"now": true, "already": true, "meanwhile": true}
)

// overtaken reports whether words that turn one another round are news of two days:
// "this is not a criminal case yet", and two days on, "the case was now a criminal
// one". The one printed earlier is for the time being, or the one printed later says
// that it is so now.
func overtaken(said, quote []token, reported, spoken time.Time) bool {
	if reported.IsZero() || spoken.IsZero() || day(reported).Equal(day(spoken)) {
		return false
	}
	early, late := quote, said
	if reported.Before(spoken) {
		early, late = said, quote
	}
	has := func(ts []token, words map[string]bool) bool {
		return slices.ContainsFunc(ts, func(t token) bool { return words[t.word] })
	}
	return has(early, untilThen) || has(late, fromThen)
}

// day is the day of a time.
func day(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
