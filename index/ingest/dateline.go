package ingest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/index/source"
)

// notPlaces are words in capitals before a dash that are no places: slugs of
// agencies and live pages, and names that often open a sentence.
var notPlaces = map[string]bool{
	"UPDATE": true, "UPDATED": true, "CORRECTED": true, "CORRECTION": true, "REFILE": true, "BREAKING": true, "EXCLUSIVE": true,
	"WATCH": true, "LIVE": true, "OPINION": true, "ANALYSIS": true, "EXPLAINER": true, "FACTBOX": true, "WITHDRAWN": true,
	"CLARIFICATION": true, "NOTE": true, "NATO": true, "UNICEF": true, "UNHCR": true, "ASEAN": true, "OPEC": true, "TIMELINE": true,
	"WRAPUP": true, "ALERT": true, "URGENT": true, "SNAP": true, "COMMENT": true, "EDITORIAL": true, "ADVERTISEMENT": true,
	"INTERVIEW": true, "PROFILE": true, "FEATURE": true, "RECAP": true, "SUMMARY": true, "UNESCO": true, "INTERPOL": true,
}

// maxDateline is the longest dateline, in bytes, dash included.
const maxDateline = 120

var (
	dash     = regexp.MustCompile(`\s[-–—]+\s|\s?—\s?|\s--\s?`)
	agency   = regexp.MustCompile(`\s*\(([^()]{2,60})\)\s*$`)
	dayMonth = regexp.MustCompile(`(?i)^(?:(\d{1,2})\s+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2}))(?:,?\s+(\d{4}))?$`)
)

// dateline reads "NORRBY, 3 May (Coastal Wire) - …" at the start of the lead:
// marks it, gives the place and, where it is complete or can be resolved
// against a date that is known, the date.
func (d *Document) dateline(blocks []block) {
	for i := range blocks {
		b := &blocks[i]
		if i >= topBlocks {
			return
		}
		if b.kind != "" || isByline(b.text) {
			continue
		}
		n := placeOf(b.text)
		if n == 0 {
			if len(b.text) > maxHeadline {
				return
			}
			continue
		}
		b.inner = append(b.inner, source.Mark{Span: source.Span{Start: 0, End: n}, Kind: source.MarkDateline})
		d.readDateline(b.text[:n])
		return
	}
}

func (d *Document) readDateline(line string) {
	if m := agency.FindStringSubmatchIndex(line); m != nil {
		if name := line[m[2]:m[3]]; d.Outlet == "" && d.Reader != (htmlReader{}).Name() {
			d.Outlet = name
		}
		line = line[:m[0]]
	}
	place, date := splitPlace(line)
	if d.Dateline == "" {
		d.Dateline = place
	}
	if date == "" || !d.Published.IsZero() {
		return
	}
	if t, ok := parseDate(date); ok {
		d.Published = t
	} else if t, ok := nearest(date, d.Modified); ok {
		d.Published = t
	}
}

// splitPlace parts "NORRBY, Vestmark, 3 May" into place and date.
func splitPlace(line string) (place, date string) {
	parts := strings.Split(line, ",")
	for k := 1; k < len(parts); k++ {
		rest := strings.TrimSpace(strings.Join(parts[k:], ","))
		if isDay(rest) {
			return strings.TrimSpace(strings.Join(parts[:k], ",")), rest
		}
	}
	return strings.TrimSpace(line), ""
}

// isDay reports whether s is a date with or without a year.
func isDay(s string) bool {
	m := dayMonth.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	_, ok := monthOf(m[2] + m[3])
	return ok
}

// placeOf gives the length in bytes of the dateline s begins with, without its
// dash, or 0. A dateline is a place in capitals before a dash; with an agency
// in brackets or a day behind it, capitalised words are enough.
func placeOf(s string) int {
	head := s[:min(len(s), maxDateline)]
	loc := dash.FindStringIndex(head)
	if loc == nil || loc[0] == 0 || loc[1] >= len(s) {
		return 0
	}
	line := head[:loc[0]]
	place, sure := line, false
	if m := agency.FindStringIndex(place); m != nil {
		place, sure = place[:m[0]], true
	}
	p, date := splitPlace(place)
	sure = sure || date != ""
	if p == "" || !plausiblePlace(p, sure) {
		return 0
	}
	return len(line)
}

// plausiblePlace looks at the words before the dash: at most six, the first in
// capitals (at least four letters, unless something else makes it sure), none a
// slug such as UPDATE, no sentence punctuation but the dot of "ST. IVES".
func plausiblePlace(p string, sure bool) bool {
	fields := strings.Fields(p)
	if len(fields) == 0 || len(fields) > 6 || strings.ContainsAny(p, ":;!?\"“”0123456789") {
		return false
	}
	first := strings.TrimRight(fields[0], ",.")
	if notPlaces[strings.TrimRight(fields[0], ",.:")] {
		return false
	}
	for _, f := range fields {
		r, _ := utf8.DecodeRuneInString(f)
		if !unicode.IsUpper(r) && !smallPlaceWord[f] {
			return false
		}
	}
	letters, capitals := 0, true
	for _, r := range strings.Split(p, ",")[0] {
		if unicode.IsLetter(r) {
			letters++
			capitals = capitals && !unicode.IsLower(r)
		}
	}
	if sure {
		return letters >= 3
	}
	return capitals && letters >= 4 && utf8.RuneCountInString(first) >= 2
}

// smallPlaceWord are the lower-case words inside names of places.
var smallPlaceWord = map[string]bool{
	"de": true, "del": true, "la": true, "el": true, "al": true, "of": true, "the": true, "and": true, "near": true, "upon": true,
	"am": true, "an": true, "der": true, "du": true, "sur": true, "les": true, "le": true, "e": true, "y": true, "in": true, "on": true,
}
