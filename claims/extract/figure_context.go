package extract

import (
	"strings"
	"time"

	"stet/claims"
	"stet/index/source"
)

// context fills in cause, place, window and attribution of a figure from its
// sentence; the place falls back on the last one told before.
func (r *figureReader) context(f *finding, fig *Figure) {
	fig.Cause = r.ln.cause(f)
	fig.Window = r.ln.window(f)
	if p := r.ln.place(f); p != "" {
		fig.Place = p
		if !r.told || !r.former(fig.Window) {
			r.lastPlace = p
		}
	} else {
		fig.Place = r.lastPlace
	}
	r.told = true
	fig.Hedged = fig.Hedged || r.ln.denied(f)
	if !fig.Implied || len(r.found) < 4 {
		fig.where = r.ln.places(0)
	}
	by, ok := r.ln.attribution(f)
	if ok {
		fig.By = by
		fig.Attribution = r.doc.Text[by.Start:by.End]
	}
	if !ok || pronouns[strings.ToLower(fig.Attribution)] {
		r.speaker(fig)
	}
	if itself[strings.ToLower(fig.Attribution)] {
		fig.Attribution, fig.By = "", source.Span{}
	}
}

// formerDays is how many days before the report what happened is another event than
// the one reported: a month, within which a story's own event may lie.
const formerDays = 31

// former reports a window that ended long before the report: a figure from it, told
// after others, is background ("the worst since 1998, when 34 people died near Tarn"),
// and where that was is not where the figures after it were.
func (r *figureReader) former(w claims.Window) bool {
	to, err := time.Parse(time.DateOnly, w.To)
	return err == nil && !r.ln.base.IsZero() && r.ln.base.Sub(to) > formerDays*24*time.Hour
}

// bytes is the span of words [a, b).
func (ln *line) bytes(a, b int) source.Span {
	return source.Span{Start: ln.ws[a].start, End: ln.ws[b-1].end}
}

func (ln *line) text(a, b int) string {
	s := ln.bytes(a, b)
	return ln.d.Text[s.Start:s.End]
}

// chunkAtWord is the index of the chunk that holds word w.
func (ln *line) chunkAtWord(w int) int {
	for i := range ln.chunks {
		if w < ln.chunks[i].b {
			return i
		}
	}
	return len(ln.chunks) - 1
}

// causeLeads are the prepositions before what killed or drove people away.
var causeLeads = set(`in by during after from of following when amid under to through with`)

// cause is the event noun phrase nearest to the outcome: its subject, then one
// that a preposition ties to it on the right, then the nearest on the left.
func (ln *line) cause(f *finding) string {
	at := ln.chunkAtWord(f.trigger)
	best, bestCost := -1, 1<<30
	for i := range ln.chunks {
		c := &ln.chunks[i]
		if c.kind != chunkNoun || !causes[ln.low(c.head)] || c.a <= f.trigger && f.trigger < c.b || c.a < f.b && f.a < c.b {
			continue
		}
		cost := 0
		switch {
		case i < at:
			cost = at - i
			if cost > 2 {
				cost += 3
			}
		default:
			cost = i - at + 2
			if p := i - 1; ln.kind(p) != chunkPrep || !causeLeads[ln.word0(p)] {
				cost += 4
			}
		}
		if ln.breakBetween(min(c.a, f.trigger), max(c.a, f.trigger)) {
			cost += 20
		}
		if cost < bestCost {
			best, bestCost = i, cost
		}
	}
	if best < 0 {
		return ""
	}
	first, last := best, best
	for ln.kind(first-1) == chunkAnd && ln.isCause(first-2) {
		first -= 2
	}
	for ln.kind(last+1) == chunkAnd && ln.isCause(last+2) {
		last += 2
	}
	a := ln.chunks[first].a
	for a < ln.chunks[first].head && (ln.tag(a) == "DT" || ln.tag(a) == "PRP$") {
		a++
	}
	b := ln.chunks[last].head + 1
	if ln.low(b) == "and" && causes[ln.low(b+1)] {
		b += 2 // drone strikes and shelling
	}
	return ln.text(a, b)
}

func (ln *line) isCause(i int) bool {
	return ln.kind(i) == chunkNoun && causes[ln.low(ln.chunks[i].head)]
}

// placeLeads are the prepositions of places.
var placeLeads = set(`in at near outside across around off inside within throughout on from into over toward towards`)

// struckVerbs take a place as their object: attack Ukraine, hit the city.
var struckVerbs = set(`attack attacks attacked attacking hit hits hitting strike strikes struck striking bomb bombs bombed bombing shell shells shelled shelling pound pounds pounded pounding batter battered batters devastate devastated devastating
	invade invades invaded invading raid raided raiding storm stormed swept lashed rocked rocks ravaged shook leave left reach reached target targeted targeting`)

// place is the place name that a preposition ties to the figure, the nearest on
// the right before the nearest on the left; else a place that was struck.
func (ln *line) place(f *finding) string {
	best, bestCost := -1, 1<<30
	at := ln.chunkAtWord(f.trigger)
	for i := range ln.chunks {
		c := &ln.chunks[i]
		if c.kind != chunkNoun || !ln.placeName(i) {
			continue
		}
		cost := i - at
		if cost < 0 {
			cost = -cost + 6
		}
		switch p := i - 1; {
		case ln.kind(p) == chunkPrep && placeLeads[ln.word0(p)]:
			if w := ln.word0(p); w == "on" || w == "from" || w == "over" || w == "through" {
				if !ln.knownPlace(i) {
					continue // on Telegram
				}
				cost += 6
			}
		case ln.kind(p) == chunkPrep && ln.word0(p) == "of" && ln.kind(p-1) == chunkNoun && placeNouns[ln.low(ln.chunks[p-1].head)]:
		case ln.kind(p) == chunkVerb && struckVerbs[ln.low(ln.chunks[p].main)]:
			cost += 8
		default:
			continue
		}
		if ln.breakBetween(min(c.a, f.trigger), max(c.a, f.trigger)) {
			cost += 20
		}
		if cost < bestCost {
			best, bestCost = i, cost
		}
	}
	if best < 0 {
		return ""
	}
	c := &ln.chunks[best]
	a := c.a
	for a < c.head && !ln.upper(a) || a < c.head && ln.tag(a) == "DT" {
		a++
	}
	b := c.head + 1
	if pos := ln.possessive(c); pos > a {
		b = pos
	}
	return ln.text(a, b)
}

// places joins the place names that prepositions introduce from chunk i on, from
// the nearest to the widest: "Harn, Osby district, Norvia".
func (ln *line) places(i int) string {
	var parts []string
	seen := map[string]bool{}
	for ; i < len(ln.chunks) && len(parts) < 4; i++ {
		c := &ln.chunks[i]
		if c.kind != chunkNoun || !ln.placeName(i) {
			continue
		}
		p := i - 1
		lead := ln.kind(p) == chunkPrep && (placeLeads[ln.word0(p)] || ln.word0(p) == "of" || ln.word0(p) == "under") || ln.kind(p) == chunkComma && len(parts) > 0
		if !lead {
			continue
		}
		a := c.a
		for a < c.head && !ln.upper(a) || a < c.head && ln.tag(a) == "DT" {
			a++
		}
		if s := ln.text(a, c.head+1); !seen[s] {
			seen[s] = true
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// possessive is the word of a possessive mark inside a noun phrase, 0 if none.
func (ln *line) possessive(c *chunk) int {
	for w := c.a; w < c.b; w++ {
		if ln.tag(w) == "POS" {
			return w
		}
	}
	return 0
}

// knownPlace reports whether the gazetteer or a noun of places vouches for a
// place name.
func (ln *line) knownPlace(i int) bool {
	c := &ln.chunks[i]
	h := ln.low(c.head)
	if _, how, ok := nationKey(h); ok {
		return how != 'd' && how != 'n'
	}
	if placeNouns[h] {
		return true
	}
	city, ok := cityNamed(h)
	return ok && city.People > 1000
}

// placeName reports whether a noun phrase names a place: known to the
// gazetteer, or capitalised and no person, organisation or date.
func (ln *line) placeName(i int) bool {
	c := &ln.chunks[i]
	if c.num >= 0 || c.head < 0 {
		return false
	}
	h := ln.low(c.head)
	if _, how, ok := nationKey(h); ok {
		return how != 'd' && how != 'n'
	}
	if ln.upper(c.head) || ln.d.Capitals {
		if city, ok := cityNamed(h); ok && city.People > 1000 {
			return true
		}
	}
	if !ln.upper(c.head) || ln.d.Capitals && !placeNouns[h] || weekdayNames[h] > 0 || people[h] || causes[h] || isGroupNoun(h) && !placeNouns[h] {
		return false
	}
	return ln.tag(c.head) == "NNP" || ln.tag(c.head) == "NNPS" || placeNouns[h]
}

// window is the date expression nearest to the outcome, one on the right
// preferred. What a toll was "a day earlier" dates its previous value.
func (ln *line) window(f *finding) claims.Window {
	best, bestCost := -1, 1<<30
	for i := range ln.dates {
		x := &ln.dates[i]
		if ln.index == 0 && x.core <= 1 && ln.low(0) == "date" {
			continue // an archive's header, not the text
		}
		last := ln.low(x.b - 1)
		if f.before > 0 && x.a > f.before {
			continue // up from 22 this morning
		}
		if f.previous != nil && (last == "earlier" || last == "ago" || ln.low(x.core) == "yesterday" || last == "before") {
			continue
		}
		cost := x.a - f.trigger
		if cost < 0 {
			cost = f.trigger - x.b + 4
		}
		if ln.breakBetween(min(x.a, f.trigger), max(x.a, f.trigger)) {
			cost += 40
		}
		if p := ln.low(x.a - 1); p == "'s" || ln.low(x.b) == "'s" {
			cost += 10
		}
		if cost < bestCost {
			best, bestCost = i, cost
		}
	}
	if best < 0 {
		return claims.Window{}
	}
	x := ln.dates[best]
	if x.b <= f.trigger && ln.lastSince(&x, f.trigger) {
		x.a, x.open = x.core, false
		return x.window(ln.text(x.a, x.b))
	}
	for k := x.a - 1; k >= 0 && k > x.a-8; k-- {
		if tag := ln.tag(k); ln.low(k) == "," || strings.HasPrefix(tag, "V") || tag == "MD" {
			break
		}
		if ln.low(k) == "since" {
			x.a, x.open = k, true // since the start of the war in 2022
			break
		}
	}
	return x.window(ln.text(x.a, x.b))
}

// lastSince reports that a relative clause before the outcome at word to tells of the
// event that another is compared with: "the deadliest fire since 1987, when 30 people
// died". That was in 1987, not since.
func (ln *line) lastSince(x *dated, to int) bool {
	if ln.low(x.a) != "since" && ln.low(x.core-1) != "since" && ln.low(x.core-2) != "since" {
		return false
	}
	for k := x.b; k < to; k++ {
		switch ln.low(k) {
		case "when", "which", "in", "that":
			return true
		case ",":
		default:
			if k > x.b+2 {
				return false // nobody compares with what is named by more words
			}
		}
	}
	return false
}

// dateline is the day the text was written: the one given, else the date that
// stands at its very beginning.
func (d *Doc) dateline() time.Time {
	if !d.Meta.Date.IsZero() || len(d.Sentences) == 0 {
		return d.Meta.Date
	}
	const head = 24 // tokens: a dateline stands within the first few
	var ws []word
	for k := 0; k < min(head, len(d.Tokens)); k++ {
		t := &d.Tokens[k]
		ws = splitWord(word{text: t.Text, lower: t.Lower, tag: t.Tag, start: t.Start, end: t.End, space: t.Spaced}, ws)
	}
	for _, x := range datesIn(ws, time.Time{}, nil) {
		if !x.from.IsZero() && x.from.Equal(x.to) && (x.core <= 2 && strings.EqualFold(ws[0].text, "date") || datelineMark(ws, x.b)) {
			return x.from
		}
	}
	return time.Time{}
}

// datelineMark: "— ", "(Agency)" or "--" after a date at the head of a text.
func datelineMark(ws []word, i int) bool {
	if i >= len(ws) {
		return false
	}
	switch ws[i].lower {
	case "--", "—", "–", "(", "-":
		return true
	}
	return false
}
