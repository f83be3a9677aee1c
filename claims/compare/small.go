package compare

import (
	"strings"

	"stet/index/anchor"
	"stet/index/diff"
)

// markDates marks weekdays, months, days of months, years, times and windows.
func (s *side) markDates() {
	ws := s.words
	for k := range ws {
		w := &ws[k]
		switch {
		case w.quoted && w.Class == diff.Mark:
		case dayNames[w.Norm] && (w.Norm != "mar" && w.Norm != "sun" && w.Norm != "sat" && w.Norm != "wed" && w.Norm != "am" || w.upper || k > 0 && ws[k-1].number):
			w.dated = true
		case w.Norm == "spring" && k > 0 && beforeSeason[ws[k-1].Norm]:
			w.dated = true
		case w.Norm == mayIsMonth && w.upper && !w.first && (s.numberAt(k-1) || s.numberAt(k+1)):
			w.dated = true
		case windowUnits[w.Norm] && s.windowed(k):
			w.dated = true
		case w.Class == diff.Number && len(w.Norm) == 4 && !s.counts(k) &&
			(w.value >= 1900 && w.value < 2100 || w.value >= 1000 && w.value < 1900 && k > 0 && yearBefore[ws[k-1].Norm]):
			w.dated = true
		case w.number && w.value >= 1 && w.value <= 12 && k > 0 && ws[k-1].Norm == "at" && (k+1 >= len(ws) || ws[k+1].mark() && ws[k+1].Norm != "%" && ws[k+1].Norm != "-" || ws[k+1].Norm == "o'clock"):
			w.dated = true // at ten
		}
	}
	for _, d := range within(s.reader.dates, s.span) {
		for k, end := s.between(d); k < end; k++ {
			ws[k].dated = !ws[k].mark() && !functionWords[ws[k].Norm] || ws[k].dated
		}
	}
	for k := range ws { // 11.30 p.m., this week, since Tuesday
		w := &ws[k]
		switch {
		case (w.Norm == "p" || w.Norm == "a") && k > 0 && k+2 < len(ws) && ws[k-1].Class == diff.Number && ws[k+1].Norm == "." && ws[k+2].Norm == "m":
			w.dated, ws[k+2].dated, ws[k-1].dated = true, true, true
		case w.Norm == "last" && k+1 < len(ws) && timeWords[ws[k+1].Norm]: // talks will last until Friday
		case timeWords[w.Norm] && (s.dated(k+1) && (ws[k+1].dated || functionWords[ws[k+1].Norm]) || k+1 < len(ws) && windowUnits[ws[k+1].Norm] && windowed[w.Norm]):
			w.dated = true
			if windowUnits[ws[k+1].Norm] {
				ws[k+1].dated = true
			}
		}
	}
	for k := range ws { // 3 May, May 3, 10 p.m., past 24 hours, 14:30
		w := &ws[k]
		if w.Class != diff.Number {
			if w.number && k+1 < len(ws) && ws[k+1].dated && windowUnits[ws[k+1].Norm] {
				w.dated = true
			}
			continue
		}
		if clockTail(w.Norm) || k > 0 && ws[k-1].Norm == "at" && clockDot(w.Norm) {
			w.dated = true
			continue
		}
		near := k > 0 && ws[k-1].dated && (months[ws[k-1].Norm]) || k+1 < len(ws) && ws[k+1].dated
		clock := k+2 < len(ws) && ws[k+1].Norm == ":" && !ws[k+1].Spaced && ws[k+2].Class == diff.Number ||
			k > 1 && ws[k-1].Norm == ":" && !w.Spaced && ws[k-2].Class == diff.Number
		// 2:05:11 is how long somebody took
		if race := s.colon(k-1) && s.colon(k-3) || s.colon(k+1) && s.colon(k+3) || s.colon(k-1) && s.colon(k+1); race && !near {
			continue
		}
		if near || clock {
			w.dated = true
		}
	}
	for k := 0; k+1 < len(ws); k++ { // early on Monday
		if w := &ws[k]; w.Norm == "early" || w.Norm == "late" || w.Norm == "mid" {
			w.dated = ws[k+1].dated || k+2 < len(ws) && ws[k+1].Norm == "on" && ws[k+2].dated
		}
	}
	for k := range ws {
		if w := &ws[k]; w.dated {
			w.number, w.more = false, false
		}
	}
}

// colon reports whether word k is one.
func (s *side) colon(k int) bool {
	return k >= 0 && k < len(s.words) && s.words[k].mark() && s.words[k].Norm == ":"
}

// clockDot reports whether digits may be an hour and minutes: 10.30.
func clockDot(norm string) bool {
	h, m, ok := strings.Cut(norm, ".")
	return ok && len(h) > 0 && len(h) <= 2 && len(m) == 2 && digits(h) && digits(m) && m < "60" && (len(h) == 1 || h < "24")
}

// clockTail reports whether digits end in the half of the day: 6pm, 7.30am.
func clockTail(norm string) bool {
	return len(norm) > 2 && len(norm) <= len("10.30am") && (strings.HasSuffix(norm, "am") || strings.HasSuffix(norm, "pm"))
}

// beforeSeason stand before a season, not before a spring of water.
var beforeSeason = set(`the this last next early late in by until since`)

// yearBefore stand before a year that might be a number of something.
var yearBefore = set(`in since of by until before after from during around`)

var months = set(`january february march april may june july august september october november december jan feb mar apr jun jul aug sept oct nov dec`)

func (s *side) numberAt(k int) bool { return k >= 0 && k < len(s.words) && s.words[k].number }

// windowed reports whether a unit of time at k belongs to a window: "past 24
// hours", "three days ago", "over the past day".
func (s *side) windowed(k int) bool {
	for b := k - 1; b >= 0 && b >= k-3; b-- {
		if windowWords[s.words[b].Norm] {
			return true
		}
	}
	if k >= 3 && s.words[k-2].Norm == "of" && (s.words[k-3].Norm == "start" || s.words[k-3].Norm == "beginning" || s.words[k-3].Norm == "end") {
		return true // since the start of the year
	}
	if k > 0 && sinceWhen[s.words[k-1].Norm] && strings.HasSuffix(s.words[k].Norm, "s") {
		return true // empty for weeks
	}
	return k+1 < len(s.words) && (s.words[k+1].Norm == "ago" || s.words[k+1].Norm == "earlier" || s.words[k+1].Norm == "later")
}

// sinceWhen stand before a bare plural that says how long: for weeks, within hours; not "in seconds", which says how fast.
var sinceWhen = set(`for within`)

// counts reports whether a number that looks like a year counts something: a
// plural noun follows.
func (s *side) counts(k int) bool {
	if k+1 >= len(s.words) {
		return false
	}
	n := &s.words[k+1]
	return n.Class == diff.Word && !functionWords[n.Norm] && len(n.Norm) > 3 && n.Norm[len(n.Norm)-1] == 's' || n.Norm == "people"
}

// small marks modifiers, negations, modals and outcomes.
func (s *side) small() {
	ws := s.words
	for k := range ws {
		w := &ws[k]
		w.negates = anchor.IsNegation(w.Norm) && !(failing[w.Norm] && !s.normAt(k+1, "to")) || w.cue && denying[w.Norm]
		short := k+1 < len(ws) && ws[k+1].Norm == "n't" && writtenOut[w.Norm] != "" // ca n't
		w.modal = (anchor.IsModal(w.Norm) || w.Norm == "cannot" || short) && (!w.upper || w.first) && !w.dated
		if (anchor.IsHedge(w.Norm) || hedging[w.Norm]) && !w.cue {
			w.hedge = true
		}
		w.outcome = outcomes[w.Norm]
		if s.titleOf(k) {
			w.outcome = ""
		}
	}
	for k := 1; k+1 < len(ws); k++ {
		if w := &ws[k]; rumoured[w.Norm] && toBe[ws[k-1].Norm] && ws[k+1].outcome != "" {
			w.hedge, w.cue, w.who = true, false, false // are reported dead
		}
	}
	for k := range ws {
		for x := k; !ws[k].quoted && x < k+s.hedgePhrase(k); x++ {
			ws[x].hedge, ws[x].cue, ws[x].who = true, false, false
		}
		for x := k; x < k+s.phraseAt(modalPhrases, k); x++ {
			ws[x].modal = ws[x].Norm != "to" && !toBe[ws[x].Norm]
		}
		if strings.HasPrefix(ws[k].Norm, "declin") && k+2 < len(ws) && ws[k+1].Norm == "to" && ws[k+2].Norm != "say" && ws[k+2].Norm != "comment" {
			ws[k].negates = true // to testify
		}
	}
	for k := range ws {
		if w := &ws[k]; (w.Norm == "just" || w.Norm == "merely") && s.numberAt(k+1) {
			w.Norm, w.hedge = "only", true
		}
		if n := s.approximator(k); n > 0 {
			for x := k; x < k+n; x++ {
				ws[x].hedge, ws[x].negates, ws[x].number = true, false, false
			}
		}
	}
}

// normAt reports whether word k is a given one.
func (s *side) normAt(k int, norm string) bool {
	return k >= 0 && k < len(s.words) && s.words[k].Norm == norm
}

func (s *side) titleOf(k int) bool { return s.words[k].upper && !s.words[k].first }

// approximator is the number of words at k that bound the number behind them.
func (s *side) approximator(k int) int {
	for _, p := range anchor.Approximators() {
		end := k + len(p)
		ok := end < len(s.words)
		for x := 0; ok && x < len(p); x++ {
			ok = s.words[k+x].Norm == p[x]
		}
		if !ok {
			continue
		}
		for at := end; at < min(end+2, len(s.words)); at++ {
			if s.words[at].number {
				return len(p)
			}
		}
	}
	return 0
}

// hedgePhrase is the number of words at k that make a hedge together.
func (s *side) hedgePhrase(k int) int { return s.phraseAt(hedgePhrases, k) }

// phraseAt is the number of words at k that are one of some phrases, 0 if none is
// there. An adverb may follow a form of to be: "is widely expected to".
func (s *side) phraseAt(phrases [][]string, k int) int {
	for _, p := range phrases {
		at := k
		for x := range p {
			if x > 0 && p[x-1] == "_" && at < len(s.words) && strings.HasSuffix(s.words[at].Norm, "ly") && s.words[at].Norm != p[x] {
				at++
			}
			if at >= len(s.words) || s.words[at].quoted && !s.words[k].quoted || s.words[at].Norm != p[x] && !(p[x] == "_" && toBe[s.words[at].Norm]) {
				at = -1
				break
			}
			at++
		}
		if at > 0 {
			return at - k
		}
	}
	return 0
}
