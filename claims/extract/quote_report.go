package extract

import "stet/index/source"

// report is the content of a cue.
type report struct {
	spans []source.Span
	rule  string
	sure  float64
}

func (r report) ok() bool { return len(r.spans) > 0 }

// leastContent is the fewest items that count as content.
const leastContent = 2

// take adds items [a, b) without outer punctuation.
func (r *report) take(f *frame, a, b int) {
	for a < b {
		t := f.token(a)
		if t == nil || t.Kind != Punct || t.Text == "$" || t.Text == "[" || t.Text == "£" || t.Text == "€" || t.Text == "(" || t.Text == "#" {
			break
		}
		a++
	}
	for b > a {
		l := f.low(b - 1)
		if l != "," && l != "-" && l != "–" && l != "—" && l != "--" && l != ";" && l != ":" {
			break
		}
		b--
	}
	if b-a >= leastContent || b-a == 1 && f.quoted(a) {
		r.spans = append(r.spans, f.span(a, b))
	}
}

// take1 is take for a phrase that may be a single word.
func (r *report) take1(f *frame, a, b int) {
	if b-a == 1 && f.isWord(a) {
		r.spans = append(r.spans, f.span(a, b))
		return
	}
	r.take(f, a, b)
}

// one is a report of one piece.
func one(f *frame, a, b int, rule string, sure float64) report {
	r := report{rule: rule, sure: sure}
	r.take(f, a, b)
	return r
}

// venueNouns are where words are said or written. Compiled by hand.
var venueNouns = set(`telegram twitter x facebook instagram youtube tiktok weibo linkedin television tv radio statement tweet post message interview speech letter
 email e-mail memo report briefing conference rally summit debate hearing testimony address press reporters journalists show program programme podcast
 blog video appearance meeting forum event town call filing affidavit lawsuit op-ed editorial column media remarks comments session visit broadcast
 platform website newspaper newsletter documentary book memoir keynote ceremony bluesky threads signal whatsapp vk`)

// skipAdjuncts skips times and places of speaking that begin at item k: "on
// Thursday", "in a statement", "on Telegram".
func (f *frame) skipAdjuncts(k int) int {
	for range 5 {
		n := f.adjunct(k)
		if n == k {
			break
		}
		k = n
	}
	return k
}

func (f *frame) adjunct(k int) int {
	l := f.low(k)
	switch {
	case weekdays[l] || l == "today" || l == "yesterday" || l == "tonight" || l == "later" || l == "earlier" || l == "recently" || l == "afterwards" || l == "again":
		k++
		for f.low(k) == "morning" || f.low(k) == "afternoon" || f.low(k) == "evening" || f.low(k) == "night" {
			k++
		}
		return k
	case (l == "this" || l == "last" || l == "earlier" || l == "late" || l == "early") && timeWords[f.low(k+1)]:
		return k + 2
	case l == "earlier" && (f.low(k+1) == "this" || f.low(k+1) == "on") && timeWords[f.low(k+2)]:
		return k + 3
	case (l == "late" || l == "early" || l == "earlier") && (f.low(k+1) == "on" || f.low(k+1) == "in") && f.isTime(k+2):
		return f.adjunct(k + 1)
	case (l == "on" || l == "in" || l == "late" || l == "early" || l == "since") && f.isTime(k+1):
		k += 2
		for f.token(k) != nil && (f.isTime(k) && !f.upper(k) || f.token(k).Kind == Num) {
			k++
		}
		return k
	case l == "outside" || l == "inside" || l == "afterward":
		if p := f.after(k + 1); p.ok() && !f.newClause(k+1, f.n()) && (l == "outside" || l == "inside") {
			return p.b
		}
		return k + 1
	case l == "on" || l == "in" || l == "at" || l == "during" || l == "via" || l == "to" || l == "through" || l == "from" || l == "over":
		return f.placeOfSpeech(k)
	}
	return k
}

// placeOfSpeech skips a prepositional phrase that says where words were spoken.
func (f *frame) placeOfSpeech(k int) int {
	p := f.after(k + 1)
	if !p.ok() {
		return k
	}
	venue := f.isVenue(p)
	l := f.low(k)
	if !venue && (l == "to" || l == "from" || l == "over" || !f.upper(p.a)) {
		return k
	}
	if !venue && (isFinite(f.tag(p.b)) || auxiliaries[f.low(p.b)]) && l != "to" {
		return p.b
	}
	k = p.b
	for venue && (f.low(k) == "with" || f.low(k) == "for" || f.low(k) == "of" || f.low(k) == "to") {
		q := f.after(k + 1)
		if !q.ok() {
			break
		}
		k = q.b
	}
	return k
}

func (f *frame) isVenue(p phrase) bool {
	for k := p.a; k < p.b; k++ {
		if l := f.low(k); venueNouns[l] && (l != "x" || f.upper(k)) {
			return true
		}
	}
	return false
}

// venue is where the words of a cue were spoken: "on Telegram", "in a statement".
func (f *frame) venue(c *cue) string {
	best, dist := "", 0
	for k := range f.items {
		switch f.low(k) {
		case "on", "in", "at", "during", "via":
		default:
			continue
		}
		p := f.after(k + 1)
		if !p.ok() || !f.isVenue(p) {
			continue
		}
		n := max(k-c.k, c.k-k)
		if best == "" || n < dist {
			best, dist = f.d.at(f.span(k, p.b)), n
		}
	}
	return best
}
