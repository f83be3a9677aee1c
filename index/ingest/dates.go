package ingest

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// layouts are the ways news pages and agencies write a complete date, after
// tidyDate: no commas, no weekday, no ordinal endings, one zone.
var layouts = []string{
	"2006-01-02T15:04:05.999999999Z07:00", "2006-01-02T15:04:05.999999999Z0700",
	"2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04 -0700",
	"2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02", "2006/01/02 15:04:05", "2006/01/02 15:04", "2006/01/02",
	"20060102T150405Z", "20060102T150405Z0700", "20060102",
	"2 January 2006 15:04:05 -0700", "2 January 2006 15:04 -0700", "2 January 2006 15:04:05", "2 January 2006 15:04",
	"2 January 2006 3:04 PM -0700", "2 January 2006 3:04 PM", "2 January 2006 3PM", "2 January 2006",
	"January 2 2006 15:04:05 -0700", "January 2 2006 15:04 -0700", "January 2 2006 15:04:05", "January 2 2006 15:04",
	"January 2 2006 3:04 PM -0700", "January 2 2006 3:04 PM", "January 2 2006 3PM -0700", "January 2 2006 3PM", "January 2 2006",
	"15:04 -0700 2 January 2006", "15:04 2 January 2006", "15:04 -0700 January 2 2006", "15:04 January 2 2006",
}

// zones gives the offsets of the abbreviations newsrooms print. An unknown
// abbreviation leaves the date unread instead of guessed.
var zones = map[string]string{
	"UTC": "+0000", "GMT": "+0000", "Z": "+0000", "WET": "+0000", "BST": "+0100", "WEST": "+0100", "CET": "+0100",
	"CEST": "+0200", "EET": "+0200", "SAST": "+0200", "EEST": "+0300", "MSK": "+0300", "EAT": "+0300", "GST": "+0400",
	"PKT": "+0500", "WIB": "+0700", "SGT": "+0800", "JST": "+0900", "AEST": "+1000", "AEDT": "+1100",
	"EST": "-0500", "EDT": "-0400", "ET": "-0400", "CST": "-0600", "CDT": "-0500", "MST": "-0700", "MDT": "-0600",
	"PST": "-0800", "PDT": "-0700",
}

var months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// monthOf reads an English month, in full or cut to three or more letters
// ("Sept", "Jan.").
func monthOf(s string) (string, bool) {
	s = strings.TrimRight(s, ".")
	if len(s) < 3 {
		return "", false
	}
	for _, m := range months {
		if len(s) <= len(m) && strings.EqualFold(m[:len(s)], s) {
			return m, true
		}
	}
	return "", false
}

var (
	ordinal  = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)$`)
	clockDot = regexp.MustCompile(`^(\d{1,2})[.h](\d{2})$`)
	clock12  = regexp.MustCompile(`(?i)^(\d{1,2})(?:[:.](\d{2}))?([ap])\.?m\.?$`)
	offset   = regexp.MustCompile(`^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$`)
)

// maxDate is the longest string read as a date, in bytes: the longest printed
// form, weekday and zone included, has about sixty.
const maxDate = 80

// parseDate reads a complete date, with or without a time; without a zone the
// time is taken as UTC. Forms that differ between countries (3/4/2025) are not
// read.
func parseDate(s string) (time.Time, bool) {
	if len(s) > maxDate {
		return time.Time{}, false
	}
	s = tidyDate(s)
	for _, l := range layouts {
		// In UTC, because Parse would else take the machine's own zone where it fits.
		if t, err := time.ParseInLocation(l, s, time.UTC); err == nil && t.Year() >= 1500 && t.Year() < 2200 {
			return t, true
		}
	}
	return time.Time{}, false
}

// tidyDate reduces a printed date to the words the layouts know.
func tidyDate(s string) string {
	fields := strings.Fields(strings.NewReplacer(",", " ", "|", " ", "•", " ", "·", " ", " - ", " ", " – ", " ", "(", " ", ")", " ").Replace(s))
	var out []string
	for _, f := range fields {
		if weekday(f) || strings.EqualFold(f, "at") || strings.EqualFold(f, "on") || strings.EqualFold(f, "of") {
			continue
		}
		out = append(out, tidyField(f, out)...)
	}
	return strings.Join(out, " ")
}

func tidyField(f string, before []string) []string {
	if m := ordinal.FindStringSubmatch(f); m != nil {
		return []string{m[1]}
	}
	if m, ok := monthOf(f); ok {
		return []string{m}
	}
	if m := clockDot.FindStringSubmatch(f); m != nil {
		return []string{m[1] + ":" + m[2]}
	}
	if m := clock12.FindStringSubmatch(f); m != nil {
		minutes := m[2]
		if minutes == "" {
			minutes = "00"
		}
		return []string{m[1] + ":" + minutes, strings.ToUpper(m[3]) + "M"}
	}
	up := strings.ToUpper(strings.ReplaceAll(f, ".", ""))
	if (up == "AM" || up == "PM") && len(before) > 0 {
		return []string{up}
	}
	if z, ok := zones[up]; ok && len(before) > 0 {
		return []string{z}
	}
	if m := offset.FindStringSubmatch(up); m != nil && len(before) > 0 {
		h, _ := strconv.Atoi(m[2])
		minutes := m[3]
		if minutes == "" {
			minutes = "00"
		}
		return []string{m[1] + pad(h) + minutes}
	}
	return []string{f}
}

func pad(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

func weekday(s string) bool {
	s = strings.TrimRight(s, ".")
	if len(s) < 3 {
		return false
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if w := d.String(); len(s) <= len(w) && strings.EqualFold(w[:len(s)], s) {
			return true
		}
	}
	return false
}

// nearest reads a date without a year ("3 May", "May 3") as the one closest to
// a known day. It is false when no year brings it within 180 days.
func nearest(s string, known time.Time) (time.Time, bool) {
	if known.IsZero() || len(s) > maxDate {
		return time.Time{}, false
	}
	var best time.Time
	for y := known.Year() - 1; y <= known.Year()+1; y++ {
		t, ok := parseDate(s + " " + strconv.Itoa(y))
		if ok && (best.IsZero() || t.Sub(known).Abs() < best.Sub(known).Abs()) {
			best = t
		}
	}
	return best, !best.IsZero() && best.Sub(known).Abs() <= 180*24*time.Hour
}
