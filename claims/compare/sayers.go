package compare

import (
	"strings"

	"stet/index/anchor"
	"stet/index/source"
)

// sayers marks who is said to say something, and the cues. What extract found
// comes first; reporting verbs outside quotation marks are cues anyway.
func (s *side) sayers() {
	mark := func(spans []source.Span, f func(*word)) {
		for _, sp := range within(spans, s.span) {
			for k, end := s.between(sp); k < end; k++ {
				if w := &s.words[k]; !w.mark() {
					f(w)
				}
			}
		}
	}
	mark(s.speakers, func(w *word) { w.who = true })
	mark(s.cues, func(w *word) { w.cue = true })
	mark(s.attributions, func(w *word) { w.who = w.who || !w.quoted && !w.cue })
	for k := range s.words {
		if s.words[k].Norm == "according" && !s.words[k].quoted {
			s.accordingTo(k)
		}
	}
	for k := range s.words {
		w := &s.words[k]
		plain, laden := anchor.Cue(w.Norm)
		plain = plain || (w.Norm == "expect" || w.Norm == "expects" || w.Norm == "forecast" || w.Norm == "forecasts") && s.verb(k)
		if ambiguousCues[w.Norm] && !s.verb(k) && !s.closes(k) {
			w.cue = false
			continue
		}
		if w.Norm == "told" && k > 0 && toBe[s.words[k-1].Norm] {
			w.cue = false // "families were told to leave" says nothing of who told them
			continue
		}
		if w.Norm == "declined" && k+2 < len(s.words) && s.words[k+1].Norm == "to" && !w.quoted {
			plain = s.words[k+2].Norm == "comment" || s.words[k+2].Norm == "say"
		}
		laden = laden || accusing[w.Norm]
		plain = plain || w.Norm == "heard" && k > 0 && hearing[s.words[k-1].Norm]
		if (plain || laden) && !w.quoted && !w.upper || w.Norm == "according" {
			w.cue = w.cue || plain || laden && s.reports(k)
		}
		if w.cue || speakersNot[w.Norm] {
			w.who = false
		}
	}
	for k := range s.words {
		if s.words[k].Norm == "speaking" && k > 0 && s.words[k-1].mark() {
			s.words[k].venue = true
			s.saidIn(k)
		}
		if s.words[k].cue {
			s.subject(k)
			s.alsoSay(k)
			s.saidIn(k)
		}
	}
}

// alsoSay marks who says it beside those found: witnesses "and a doctor" said.
func (s *side) alsoSay(k int) {
	const reach = 6
	joined := false
	for x := k - 1; x >= max(0, k-reach) && !s.words[x].mark() && !s.words[x].cue; x-- {
		if s.words[x].who {
			for y := x + 1; joined && y < k; y++ {
				s.words[y].who = !functionWords[s.words[y].Norm] && !speakersNot[s.words[y].Norm]
			}
			return
		}
		joined = joined || s.words[x].Norm == "and"
	}
}

// saidIn marks where it was said behind the cue at k: "on Telegram", "in a televised
// address", "on condition of anonymity".
func (s *side) saidIn(k int) {
	const reach = 8
	if k+1 >= len(s.words) || !venueBefore[s.words[k+1].Norm] {
		return
	}
	noun := false
	for x := k + 1; x < min(len(s.words), k+reach); x++ {
		w, tag := &s.words[x], s.tag(x)
		if w.mark() || w.cue || w.number || dayNames[w.Norm] || subjects[w.Norm] || tag == "MD" || tag == "VBD" || tag == "VBZ" || tag == "VBP" || noun && (tag == "DT" || w.Norm == "that") {
			return // what was said begins
		}
		noun = noun || strings.HasPrefix(tag, "N")
		w.venue = true
	}
}

// venueBefore stand before where something is said.
var venueBefore = set(`on in at via through during`)

// subject marks the short subject of a cue for which none was found: ", two
// colleagues told the inquiry".
func (s *side) subject(k int) {
	const reach = 6
	if k > 0 && s.words[k-1].Norm == "to" {
		return // agreed to testify
	}
	from := k
	for from > 0 && k-from < reach && !s.words[from-1].mark() {
		from--
	}
	if from == k || from > 0 && !s.words[from-1].mark() {
		return
	}
	for x := from; x < k; x++ {
		if s.words[x].who || s.words[x].cue {
			return
		}
	}
	for x := from; x < k; x++ {
		if w := &s.words[x]; !functionWords[w.Norm] && !anchor.IsModal(w.Norm) && !anchor.IsNegation(w.Norm) && !speakersNot[w.Norm] {
			w.who = true
		}
	}
}

// accordingTo marks who "according to" at k names.
func (s *side) accordingTo(k int) {
	const reach = 12
	for x := k + 2; x < min(len(s.words), k+reach) && !s.words[x].mark() && s.words[x].Norm != "that"; x++ {
		s.words[x].who = true
	}
}

// reports reports whether a laden verb at k is used to report: "claimed that" or
// "claimed the bridge was mined", not "claimed a life".
func (s *side) reports(k int) bool {
	const reach = 12
	if k+1 >= len(s.words) {
		return true
	}
	if n := &s.words[k+1]; n.Norm == "that" || n.mark() || pointing[n.Norm] && (k+2 == len(s.words) || s.words[k+2].mark()) {
		return true
	}
	if s.words[k].negates || strings.HasPrefix(s.words[k].Norm, "den") && s.tag(k+1) == "VBG" {
		return true // denies supplying
	}
	if accusing[s.words[k].Norm] && s.verb(k) && (k == 0 || s.words[k-1].Norm != "," && !toBe[s.words[k-1].Norm]) {
		return true // investigators accuse the mayor
	}
	if k > 0 && (toBe[s.words[k-1].Norm] || articles[s.words[k-1].Norm]) {
		return false // is believed to have fled; an estimated 5,000
	}
	clause := true // no preposition or conjunction yet
	for x := k + 1; x < min(len(s.words), k+reach) && !s.words[x].mark(); x++ {
		tag := s.tag(x)
		clause = clause && tag != "IN"
		switch w := &s.words[x]; {
		case clause && x > k+1 && (tag == "VBD" || tag == "VBZ" || tag == "VBP"):
			return true // claimed the bridge fell
		case w.Norm == "to" || w.Norm == "of" || w.Norm == "who" || w.Norm == "which" || w.Norm == "that":
			return false
		case toBe[w.Norm] || anchor.IsModal(w.Norm) || w.Norm == "had" || w.Norm == "has" || w.Norm == "did":
			return true
		}
	}
	return false
}

// hearing are the bodies that are told what they hear: "the court heard".
var hearing = set(`court jury inquiry tribunal trial inquest hearing panel`)

// pointing stand for all that is claimed or denied; accusing verbs report what they
// hold against somebody.
var (
	pointing = set(`this that it these those them both`)
	accusing = set(`accuse accuses suspect suspects`)
)

// verb reports whether the tagger takes word k for a verb.
func (s *side) verb(k int) bool { return strings.HasPrefix(s.tag(k), "V") }

// closes reports whether word k ends a sentence's short last clause, where a word that
// is a noun as often is a verb: ", its owner claims."
func (s *side) closes(k int) bool {
	const reach = 6
	if k+1 < len(s.words) && !s.words[k+1].mark() {
		return false
	}
	for x := k - 1; x > 0 && k-x < reach; x-- {
		if s.words[x].mark() {
			return k-x > 1 && s.words[x].Norm == ","
		}
	}
	return false
}
