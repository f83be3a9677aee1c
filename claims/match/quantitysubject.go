package match

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// Whose number it is. A passage often gives one measure of several things: "the
// Civic Union slipped to 31 per cent … the Greens were on 19". A number whose own
// words do not name what the claim names, while those of another number of the same
// unit do, is not the claim's.

// course says whether a number is that something went by or that it went to.
type course uint8

const (
	unsaid  course = iota
	by             // rose by 5 per cent, an increase of 5 per cent
	settled        // rose to 5 per cent, stood at 5 per cent
)

// changes are the nouns of what a number goes by.
var changes = set("increase increases rise rises growth drop drops fall falls decline declines reduction reductions gain gains cut decrease jump surge hike swing")

// moves are the verbs of it that need no preposition: "rents rose 11.2 per cent".
var moves = set(`rose rise rises risen rising fell fall falls fallen falling climbed climb dropped drop grew grow grown increased increase decreased jumped shrank
	expanded gained lost declined decline surged soared plunged slipped slid slumped edged up down`)

// courseOf reads the words between the last number, or the start of the sentence, and
// a number, and those behind it, the first of which may stand close to it.
func courseOf(lead, tail []word, closes bool) course {
	n := len(lead)
	for n > 0 && boundWord[lead[n-1].norm] {
		n--
	}
	if n == 0 {
		return unsaid
	}
	switch last := lead[n-1].norm; {
	case last == "by" && n > 1 && decisions[lead[n-2].norm]:
		return unsaid
	case last == "by", moves[last]:
		return by
	case last == "of" && n > 1 && changes[lead[n-2].norm]:
		return by
	case last == "to", last == "at", last == "reached", last == "hit":
		if slices.ContainsFunc(lead, func(w word) bool { return rates[w.norm] }) {
			return unsaid // what prices rise by
		}
		return settled
	case auxiliaries[last] && slices.ContainsFunc(lead[:n-1], func(w word) bool { return changes[w.norm] }):
		return by
	case auxiliaries[last] && slices.ContainsFunc(lead, func(w word) bool { return rates[w.norm] }):
		return unsaid
	case auxiliaries[last] && (!closes || !compares(tail[0].norm)):
		return settled
	}
	return unsaid
}

// decisions are the verbs of votes: what is voted by 87 per cent is not changed by it.
var decisions = set("vote voted votes carried passed approved adopted backed rejected won lost")

// compares reports whether a word behind a number makes it one by which things differ:
// higher, dearer, up.
func compares(s string) bool {
	return strings.HasSuffix(s, "er") || s == "more" || s == "less" || s == "up" || s == "down" || s == "above" || s == "below" || s == "ahead" || s == "off"
}

// apartFrom reports whether the words behind a number make it a difference: "310
// million more than planned", "95,000 fewer than a year earlier".
func apartFrom(tail []word) bool {
	const near = 3 // words: "two million tonnes more than"
	for i := 1; i < len(tail) && i <= near; i++ {
		if tail[i].norm != "than" {
			continue
		}
		switch tail[i-1].norm {
		case "more", "fewer", "less", "higher", "lower", "longer", "shorter", "larger", "smaller", "older", "younger", "cheaper":
			return true
		}
	}
	return false
}

// ofThose reports whether the words before a number make it a part of the one before:
// "of these, 7.3 million tonnes", "including 40 million", "of which".
func ofThose(lead []word) bool {
	for i, w := range lead {
		switch w.norm {
		case "of", "among":
			if i+1 < len(lead) {
				switch lead[i+1].norm {
				case "these", "those", "them", "which", "whom", "that":
					return true
				}
			}
		case "including":
			return i >= len(lead)-2
		}
	}
	return false
}

// leansBack reports whether a sentence begins with a word for what the one before was
// about: "It cost 940 million crowns."
func leansBack(lead []word, first bool) bool {
	if !first || len(lead) == 0 {
		return false
	}
	switch lead[0].norm {
	case "it", "they", "this", "these", "its", "their", "he", "she", "his", "her":
		return true
	}
	return false
}

// nearWords are the words of a number's own part of its sentence: those that lead to
// it since the last number's own, and those behind it up to the next clause.
func nearWords(text string, lead, tail []word, after bool) []word {
	from := 0
	if after {
		for i := 1; i < len(lead); i++ {
			if parts(text, lead[i-1], lead[i]) {
				from = i
				break
			}
		}
	}
	to := len(tail)
	for i := range tail {
		if i > 0 && parts(text, tail[i-1], tail[i]) || i == 0 && idleJoin[tail[i].norm] {
			to = i
			break
		}
	}
	return topicWords(append(slices.Clone(lead[from:]), tail[:to]...))
}

// idleJoin are the words that begin another clause.
var idleJoin = set("and but while against compared versus whereas")

// parts reports whether a clause ends between two words.
func parts(text string, a, b word) bool {
	return idleJoin[b.norm] || strings.ContainsAny(text[a.End:b.Start], ",;:–—")
}

// subjects are the names a claim's number is of: its capitalised words, without the
// place, who says so, days and months. What only begins its sentence is a name where
// the passage writes it so elsewhere.
func (m *measuring) subjects(d *extract.Doc, all []word) []word {
	var out []word
	first := cutWords(m.text, source.Span{End: len(m.text)}, 1)
	for _, w := range m.topic {
		if !w.upper {
			continue
		}
		if len(first) > 0 && w.fold == first[0].fold && !namedInside(d.Text, all, w) {
			continue
		}
		out = append(out, w)
	}
	return out
}

// namedInside reports whether a text has a word with a capital within a sentence.
func namedInside(text string, all []word, w word) bool {
	for i := 1; i < len(all); i++ {
		if x := all[i]; x.upper && bareName(x) == bareName(w) && !strings.ContainsAny(text[all[i-1].End:x.Start], ".!?:\n“\"") {
			return true
		}
	}
	return false
}

// foreign marks the numbers that are of another thing than the claim's: another
// number of their unit stands with a name of the claim that they stand without.
func (m *measuring) foreign(list []measured, d *extract.Doc, all []word) {
	for _, name := range m.subjects(d, all) {
		theirs := -1
		for i := range list {
			if x := &list[i]; x.unit && !x.former && has(x.near, name) {
				theirs = i
				break
			}
		}
		if theirs < 0 {
			continue
		}
		for i := range list {
			x := &list[i]
			if !x.unit || x.former && i > 0 && has(list[i-1].near, name) || has(x.near, name) {
				continue
			}
			same := x.sentence == list[theirs].sentence
			if inSentence := holds(cutWords(d.Text, x.sentence, maxClaimWords), []word{name}); (!inSentence || same) && otherName(x.near, m.text) {
				x.foreign = true
			}
		}
	}
}

// otherwise marks the numbers that another of their sentence fits much better: in
// "visited 86 schools and found 31 of them short of teachers" the claim of schools
// short of teachers is of the 31. A thing that opens the claim and the words of
// another number's clause ("Food was 11.3 per cent dearer") is that number's.
func (m *measuring) otherwise(list []measured) {
	const better = 0.4 // of the claim's topic
	for i := range list {
		x := &list[i]
		if !x.unit || x.former || len(x.part) > 0 {
			continue
		}
		own := topicShare(m.topic, x.near, nil)
		for k := range list {
			y := &list[k]
			if k == i || y.former || !y.unit || x.Range.Equal(y.Range) {
				continue
			}
			if x.sentence == y.sentence && topicShare(m.topic, y.near, nil) >= own+better {
				x.foreign = true
			}
			if x.Range.Equal(m.claim.Range) && len(m.topic) > 1 && len(x.near) > 0 && len(y.near) > 0 && x.sentence != y.sentence && sameTopic(m.topic[0], y.near[0]) &&
				y.quantity.unit != "" && !slices.ContainsFunc(x.topic, func(w word) bool { return sameTopic(w, m.topic[0]) }) {
				if topicShare(m.topic, x.near, nil) == 0 {
					x.foreign = true // the 11 per cent by which defence grows, for a deficit of 2.9
					continue
				}
				x.whole = differs // consumer prices, and food
				x.weight -= quantityAspect
			}
		}
	}
}

func sameTopic(a, b word) bool { return stemOf(bareName(a)) == stemOf(bareName(b)) }

func has(ws []word, name word) bool {
	return slices.ContainsFunc(ws, func(w word) bool { return bareName(w) == bareName(name) })
}

// otherName reports whether a number's own words have a name that the claim lacks.
func otherName(near []word, claim string) bool {
	own := cutWords(claim, source.Span{End: len(claim)}, maxClaimWords)
	return slices.ContainsFunc(near, func(w word) bool { return w.upper && !holds(own, []word{w}) })
}

// placeOf compares where a number is of with the claim's place: the names behind a
// preposition of place in its own words, then in its sentence. Where the claim's place
// is told elsewhere only, a number of another place is not of it.
func (m *measuring) placeOf(q *quantity, d *extract.Doc, all []word) agreement {
	from := datelineOf(m.dateline, d.Text)
	if len(m.place) == 0 {
		if len(m.home) > 0 && len(from) > 0 && !holds(from, m.home) && !holds(m.home, from) && !holds(all, m.home) && !holds(m.story, from) {
			return differs
		}
		return unknown
	}
	sentence := cutWords(d.Text, q.sentence, maxClaimWords)
	if holds(sentence, m.place) {
		return agrees
	}
	own := namesOf(q.Place)
	if len(own) > 0 && own[0].upper && holds(sentence, own) && !holds(own, m.place) && placed[wordBefore(sentence, own)] {
		return differs
	}
	claim := cutWords(m.text, source.Span{End: len(m.text)}, maxClaimWords)
	for i := 1; i < len(sentence); i++ {
		w := sentence[i]
		if sentence[i-1].norm == "in" && w.upper && !weekdayOrMonth[w.norm] && !isNumber(w) && !holds(claim, []word{w}) {
			if i >= 2 && sourceNouns[sentence[i-2].norm] {
				continue
			}
			return differs
		}
	}
	if !holds(all, m.place) && (setElsewhere(d.Text, all, m.place) || len(from) > 0 && !holds(from, m.place) && !holds(m.place, from)) {
		return differs
	}
	return unknown
}

// ahead reports whether one of two windows lies in the future and the other in the
// past: jobs cut over the past five years, jobs to go by the end of next year.
func ahead(claim, passage claims.Window) bool {
	next := func(w claims.Window) bool { return strings.Contains(strings.ToLower(w.Words), "next ") }
	return next(claim) && dated(passage) || next(passage) && dated(claim)
}
