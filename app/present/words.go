package present

import (
	"strings"
	"time"
	"unicode/utf8"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// Reading is what a claim's body says, short: a head such as "killed 12 or more"
// and a detail such as "people · Norrby · 17 Apr · the fire service".
func Reading(b claims.Body) (head, detail string) {
	switch x := b.(type) {
	case claims.Figure:
		head = string(x.Outcome) + " " + RangeWords(x.Range)
		who := x.Population
		if x.Additional {
			who = "additional " + who
		}
		if x.Subset {
			who = dotted("part of a total", who)
		}
		return head, dotted(who, x.Place, windowWords(x.Window), x.Cause, x.Attribution)
	case claims.Statistic:
		head, detail = RangeWords(x.Range), x.Of
		if unit := unitWord(x.Unit, x.Range); x.Unit != "" && strings.HasPrefix(x.Of, x.Unit) {
			head, detail = head+" "+x.Of, "" // "firefighter", "firefighters": once is enough
		} else if unit != "" {
			head += " " + unit
		}
		switch x.Change {
		case claims.Rose:
			head += ", up"
		case claims.Fell:
			head += ", down"
		}
		return head, dotted(detail, x.Place, windowWords(x.Window), x.Attribution)
	case claims.Quote:
		head = x.Speaker
		if head == "" {
			head = x.AsWritten
		}
		if head == "" {
			head = "Speaker not named"
		}
		cue := x.Cue
		if x.Negated {
			cue = "did not: " + cue
		}
		return head, dotted(cue, string(x.Type), x.Venue, prefixed("to ", x.Addressee), prefixed("via ", x.Via))
	case claims.Statement:
		return "Statement", ""
	}
	return "", ""
}

// timeUnits are the units that take an s.
var timeUnits = map[string]bool{"second": true, "minute": true, "hour": true, "day": true, "week": true, "month": true, "year": true, "decade": true}

func unitWord(unit string, n claims.Interval) string {
	if timeUnits[unit] && (n.NoMax || n.Max != 1) {
		return unit + "s"
	}
	return unit
}

func prefixed(p, s string) string {
	if s == "" {
		return ""
	}
	return p + s
}

// dotted joins what is there with " · ".
func dotted(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " · ")
}

// windowWords prints the days a figure covers: "17 Apr", "14 to 17 Apr", "since
// 1 Jan 2022"; the article's own words where no day is known.
func windowWords(w claims.Window) string {
	from, ok := day(w.From)
	if !ok {
		return w.Words
	}
	to, ok := day(w.To)
	switch {
	case !ok:
		return "since " + from.Format("2 Jan 2006")
	case from.Equal(to):
		return from.Format("2 Jan")
	case from.Year() == to.Year() && from.Month() == to.Month():
		return from.Format("2") + " to " + to.Format("2 Jan")
	case from.Year() == to.Year():
		return from.Format("2 Jan") + " to " + to.Format("2 Jan")
	}
	return from.Format("2 Jan 2006") + " to " + to.Format("2 Jan 2006")
}

func day(s string) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, s)
	return t, err == nil
}

// Day prints a date for people; "" for none.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2 Jan 2006")
}

// Moment prints a date with the time of day, if it has one, and says when that is
// not the reader's own clock: a desk keeps the times of articles in UTC.
func Moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	if t.Hour() == 0 && t.Minute() == 0 {
		return Day(t)
	}
	if t.Location() == time.UTC {
		return t.Format("2 Jan 2006, 15:04 UTC")
	}
	return t.Format("2 Jan 2006, 15:04")
}

// KindTitle names a kind of claim.
func KindTitle(k claims.Kind) string {
	return map[claims.Kind]string{claims.KindFigure: "Casualty figure", claims.KindQuote: "Quote",
		claims.KindStatistic: "Statistic", claims.KindStatement: "Statement"}[k]
}

// NoticeTitle is a notice as printed: "Corrected".
func NoticeTitle(n source.Notice) string {
	if n == source.NoNotice {
		return ""
	}
	return claims.Capital(string(n))
}

// OutletName is an outlet as shown; articles may have none.
func OutletName(s string) string {
	if s == "" {
		return "No outlet"
	}
	return s
}

// Short cuts a text at a word to about n code points.
func Short(s string, n int) string { return source.Brief(s, n) }

// Sentence begins with a capital, unless it begins with a name such as that of a
// file, and ends with a full stop.
func Sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	word, _, _ := strings.Cut(s, " ")
	if c := s[0]; c >= 'a' && c <= 'z' && !strings.ContainsAny(word, "./\\_@:") {
		s = string(c-'a'+'A') + s[1:]
	}
	if strings.ContainsAny(s[len(s)-1:], ".!?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// Count prints a number.
func Count(n int) string { return claims.Number(float64(n)) }

// RangeWords prints the values a wording allows in words and in the letters
// that every font has: "12", "12 or more", "more than 12", "up to 20", "10 to
// 15". Interval.String is the same for people who read brackets.
func RangeWords(i claims.Interval) string {
	lo, hi := claims.Number(i.Min), claims.Number(i.Max)
	switch {
	case i.NoMax && i.MinOpen:
		return "more than " + lo
	case i.NoMax:
		return lo + " or more"
	case i.Min == i.Max:
		return lo
	case i.Mod == claims.Approx && !i.MaxOpen:
		return extract.RangeWords(i) // "about 130": nobody wrote the bounds
	case i.MaxOpen && i.Min <= 0:
		return "fewer than " + hi
	case i.Min <= 0 && i.Mod == claims.AtMost:
		return "up to " + hi
	case i.MaxOpen:
		return lo + " to below " + hi
	}
	return lo + " to " + hi
}

// InMarks is what was printed, between quotation marks, except where it brings
// its own.
func InMarks(s string) string {
	const open, shut = "“„«\"", "”»\""
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	if s != "" && strings.ContainsRune(open, first) {
		return s
	}
	if s != "" && strings.ContainsRune(shut, last) {
		return "“" + s
	}
	return "“" + s + "”"
}
