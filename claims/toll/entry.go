package toll

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"stet/index/source"
)

// Entry is a dated piece of a text that grows: of a live blog, or what "Update 16:30:"
// begins. A page has one time, its entries have their own, and their figures are of
// those.
//
// Formats keep no structure for them, so they are read from the time that begins a
// line ("14.05", "2:05 pm", "Wednesday 07:15", "Update 16:30:"). Of what is not told
// the page's time helps out: the newest entry is of the page's day or the one before,
// each older one is the last with its clock before the one above it. Where the clock
// runs ahead of the page's time, the text counts in another zone, and all entries are
// put back by the same half hours. What cannot be known so: the zone of a text whose
// clock is behind, and entries a day or more apart that name no day. Days in their
// words ("today") are still those of the page.
type Entry struct {
	Span   source.Span `json:"span"`             // what it covers
	Minute int         `json:"minute"`           // of the day
	Day    int         `json:"day,omitempty"`    // of the week that its head names, 1 + time.Weekday; 0: none
	Single bool        `json:"single,omitempty"` // "Update 16:30:" in a text that is no live blog
}

const (
	leastEntries = 3              // fewer lines that begin with a time may be anything
	mostEntries  = 400            // of a text; more are not read
	farAhead     = 14 * time.Hour // further east no clock runs
	halfHour     = 30 * time.Minute
)

// entryHead is the time that begins a line, alone on it or before a sentence.
var entryHead = regexp.MustCompile(`(?m)^[ \t>*•·–—-]{0,4}(?i:(updated?|latest)(?: at)?[:,]? +)?(?i:(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? +(?:at )?)?` +
	`([01]?\d|2[0-3])(?:[.:]([0-5]\d))?(?i: ?([ap])\.?m\b\.?)?(?i: ?(?:gmt|bst|utc|cet|cest|eet|eest|est|edt|et|pst|pdt|pt|local time)\b)?` +
	`(?i:,? (mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b)?(?:[ \t]*$|[ \t]*[:–—|-][ \t]*(?:$|\S)|[ \t]+[\p{Lu}“"‘'\d])`)

// entries reads the heads of a text, in its order.
func (r *reader) entries() {
	text := r.d.Text
	for _, m := range entryHead.FindAllStringSubmatchIndex(text, mostEntries) {
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		hour, _ := strconv.Atoi(group(3))
		minute, _ := strconv.Atoi(group(4))
		half := strings.ToLower(group(5))
		switch {
		case group(4) == "" && half == "", half != "" && hour > 12, !r.c.Headline.Empty() && m[0] < r.c.Headline.End:
			continue
		case half == "p" && hour < 12:
			hour += 12
		case half == "a" && hour == 12:
			hour = 0
		}
		e := Entry{Span: source.Span{Start: m[0], End: len(text)}, Minute: 60*hour + minute, Day: weekday(group(2) + group(6)), Single: group(1) != ""}
		if n := len(r.out.Entries); n > 0 {
			r.out.Entries[n-1].Span.End = m[0]
		}
		r.out.Entries = append(r.out.Entries, e)
	}
	if len(r.out.Entries) >= leastEntries || len(r.out.Entries) > 1 && liveTitle.MatchString(r.c.Headline.Of(text)) {
		for i := range r.out.Entries {
			r.out.Entries[i].Single = false
		}
		return
	}
	kept := r.out.Entries[:0]
	for _, e := range r.out.Entries {
		if p := r.d.ParagraphAt(e.Span.Start); e.Single && p >= 0 {
			e.Span.End = r.d.Paragraphs[p].Span.End // the rest is the text as it was
			kept = append(kept, e)
		}
	}
	r.out.Entries = kept
}

var liveTitle = regexp.MustCompile(`(?i)\b(live|updates|as it happened|blog)\b`)

// weekday reads the beginning of a day's name: 1 + time.Weekday, 0 for none.
func weekday(s string) int {
	if len(s) < 3 {
		return 0
	}
	return 1 + strings.Index("sunmontuewedthufrisat", strings.ToLower(s[:3]))/3
}

// entryAt is 1 + the index of the entry that a byte stands in, 0 for none.
func (d *Digest) entryAt(at int) int {
	for i, e := range d.Entries {
		if e.Span.Start <= at && at < e.Span.End {
			return i + 1
		}
	}
	return 0
}

// Said is when a reading was published: the time of its entry, else of its version.
func (c *Copy) Said(x Reading) time.Time {
	if x.Entry == 0 || x.Entry > len(c.Digest.Entries) || c.Date.IsZero() {
		return c.Date
	}
	return entryTimes(c.Digest.Entries, c.Date)[x.Entry-1]
}

// entryTimes puts entries on days, see Entry.
func entryTimes(list []Entry, page time.Time) []time.Time {
	order := make([]int, len(list)) // newest first
	for i := range order {
		order[i] = i
	}
	if ascending(list) {
		for i := range order {
			order[i] = len(list) - 1 - i
		}
	}
	out := make([]time.Time, len(list))
	midnight := page.UTC().Truncate(oneDay)
	var newer time.Time
	for n, i := range order {
		clock := time.Duration(list[i].Minute) * time.Minute
		t := midnight.Add(clock)
		for !newer.IsZero() && t.After(newer) || n == 0 && t.Sub(page) > farAhead && !dayOnly(page) {
			t = t.Add(-oneDay)
		}
		for back := 0; list[i].Day > 0 && t.Weekday() != time.Weekday(list[i].Day-1) && back < 7; back++ {
			t = t.Add(-oneDay)
		}
		out[i], newer = t, t
	}
	ahead := time.Duration(0)
	if len(order) > 0 && !dayOnly(page) {
		ahead = max(0, newest(out).Sub(page))
	}
	if ahead = (ahead + halfHour - 1) / halfHour * halfHour; ahead > 0 {
		for i := range out {
			out[i] = out[i].Add(-ahead)
		}
	}
	return out
}

// newest is the last of some times.
func newest(list []time.Time) time.Time {
	last := list[0]
	for _, t := range list {
		if t.After(last) {
			last = t
		}
	}
	return last
}

// ascending reports whether a text tells its entries oldest first.
func ascending(list []Entry) bool {
	up := 0
	for i := 1; i < len(list); i++ {
		switch {
		case list[i].Minute > list[i-1].Minute:
			up++
		case list[i].Minute < list[i-1].Minute:
			up--
		}
	}
	return up > 0
}
