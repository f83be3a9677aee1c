package match

import (
	"strings"
	"time"

	"stet/claims/extract"
	"stet/index/source"
)

// A part is often told with what it is taken from: "112 of the 300 seats", "17 of the
// 52 bakeries they visited". The part has the whole's unit; the whole is not what the
// words before them tell of.

// wholes joins the parts of a list to their wholes.
func wholes(d *extract.Doc, list []quantity) {
	for i := 1; i < len(list); i++ {
		a, b := &list[i-1], &list[i]
		if a.unit != "" || b.span.Start < a.span.End || a.sentence.Start > b.span.Start || a.sentence.End < b.span.End || !ofThe(d.Text[a.span.End:b.span.Start]) {
			continue
		}
		a.unit = b.unit
		from := a.sentence.Start
		if k := strings.LastIndexAny(d.Text[from:a.span.Start], ";:"); k >= 0 {
			from += k + 1
		}
		b.lead = topicWords(cutWords(d.Text, source.Span{Start: from, End: a.span.Start}, maxClaimWords))
	}
}

// ofThe reports whether only "of", or "out of", and an article stand between two numbers.
func ofThe(between string) bool {
	switch strings.Join(strings.Fields(between), " ") {
	case "of", "of the", "of its", "of their", "of his", "of her", "of our", "of all", "of some", "of about", "out of", "out of the", "out of its", "out of their":
		return true
	}
	return false
}

// takenFrom reports whether a number is what the part is taken from that the claim's
// words tell of: the 300 of "the Alliance took 112 of the 300 seats", for seats of the
// Alliance. What stands behind the whole is of it: "of the 52 bakeries they visited".
func (m *measuring) takenFrom(x *measured, d *extract.Doc) bool {
	if len(x.lead) == 0 || len(m.claim.lead) > 0 {
		return false
	}
	end := x.sentence.End
	if k := strings.IndexAny(d.Text[x.span.End:max(x.span.End, end)], ",;:"); k >= 0 {
		end = x.span.End + k
	}
	behind := topicWords(cutWords(d.Text, source.Span{Start: x.span.End, End: max(x.span.End, end)}, maxClaimWords))
	before := topicShare(m.topic, x.lead, nil)
	return before > 0 && before > topicShare(m.topic, behind, nil)
}

// periodsOf lists the times that a number's own words name: those behind it in its
// clause, else those before it. A value before another has its time behind it, or
// between "from" and the number; what a number is compared with ("than in May") has
// another.
func periodsOf(text string, lead, tail []word, after, former bool, made time.Time) []string {
	to := len(tail)
	for i := range tail {
		if i > 0 && parts(text, tail[i-1], tail[i]) || i == 0 && idleJoin[tail[i].norm] || tail[i].norm == "than" || tail[i].norm == "from" {
			to = i
			break
		}
	}
	if own := periodsIn(tail[:to], made); len(own) > 0 {
		return own
	}
	from := 0
	if after {
		for i := 1; i < len(lead); i++ {
			if parts(text, lead[i-1], lead[i]) || former && (lead[i].norm == "from") {
				from = i
			}
		}
	}
	if own := periodsIn(lead[from:], made); len(own) > 0 || former {
		return own
	}
	return periodsIn(append(append([]word{}, lead...), tail[:to]...), made)
}

// andMore reports whether a number follows the one before in a list: "from 6.9 per cent
// in June and 6.1 per cent a year earlier".
func andMore(lead []word) bool {
	const longest = 6 // words
	if len(lead) == 0 || len(lead) > longest || lead[len(lead)-1].norm != "and" && (len(lead) < 2 || lead[len(lead)-2].norm != "and") {
		return false
	}
	for _, w := range lead {
		if trend[w.norm] || auxiliaries[w.norm] {
			return false
		}
	}
	return true
}

// overlapping reports whether some value satisfies both numbers. A third is about 33 per
// cent, as far off as "about" allows.
func overlapping(a, b quantity) bool {
	const below, above = 0.9, 1.1
	for _, q := range [...]*quantity{&a, &b} {
		if q.round {
			q.Range.Min, q.Range.Max = q.Range.Min*below, q.Range.Max*above
		}
	}
	return a.Range.Overlaps(b.Range)
}
