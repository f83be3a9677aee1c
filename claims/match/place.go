package match

import (
	"strings"

	"stet/claims/extract"
	"stet/index/source"
)

// comparePlaces says whether a tally is about the claim's place.
func (s *scene) comparePlaces(t tally, d *extract.Doc, all []word, dateline string) agreement {
	if len(s.places) == 0 {
		return s.otherHome(t, d, all, dateline)
	}
	name := s.places[0]
	own := namesOf(t.Place)
	if len(own) > 0 && !own[0].upper {
		own = nil // "the north"
	}
	sentence := cutWords(d.Text, t.sentence, maxClaimWords)
	if from(sentence, name) || partsPlace(t, d, name) {
		return differs
	}
	if own, ok := ownPlace(t, d); ok && !holds(own, name) && holds(sentence, name) {
		return differs
	}
	if len(own) > 0 && (holds(own, name) || holds(name, own)) {
		return agrees
	}
	here := len(own) > 0 && holds(sentence, own) && placeLike(own) && !passing(sentence, own)
	if holds(sentence, name) {
		if here && t.nearer(own, name, sentence) && t.loose {
			return differs // a list: nine in Kessa, eleven in Port Amara
		}
		return agrees
	}
	if here || manyPlaces(sentence) {
		return differs
	}
	if s.twoNames(all) {
		return unknown // the claim's place was read off the text around it
	}
	if from := namesOf(dateline); len(t.Place) == 0 && len(from) > 0 && !holds(all, name) && !holds(from, name) && !holds(name, from) {
		return differs // a report from another town that names no place besides
	}
	return s.elsewhere(name, all, d)
}

// twoNames reports whether a claim that does not name its place itself shares two names
// with a passage: the hospital and its head.
func (s *scene) twoNames(all []word) bool {
	if holds(s.words, s.places[0]) {
		return false
	}
	n := 0
	for i, w := range s.words {
		if i > 0 && w.upper && !w.stop() && !weekdayOrMonth[w.norm] && !causeNamed(w) && holds(all, []word{w}) {
			n++
		}
	}
	return n >= 3
}

func causeNamed(w word) bool { return causeFamilies[w.fold] != "" || eventNouns[w.fold] }

// ownPlace finds the place that stands between a figure and the next number of
// its sentence, which has a place of its own: "12 in the capital, Ombara, and
// eight more in Sidra".
func ownPlace(t tally, d *extract.Doc) ([]word, bool) {
	const apposed = 4 // words from "in" to the name: "in the capital, Ombara"
	after := cutWords(d.Text, source.Span{Start: t.span.End, End: max(t.span.End, t.sentence.End)}, 2*lookAhead)
	end, next := -1, false
	for i, w := range after {
		if isNumber(w) && !magnitudes[w.norm] {
			end = i
			break
		}
	}
	if end < 0 {
		return nil, false
	}
	for i := end + 1; i < len(after); i++ {
		next = next || placed[after[i-1].norm] && hasNameIn(after[i:], apposed)
	}
	if !next {
		return nil, false
	}
	for i := 1; i < end; i++ {
		if !placed[after[i-1].norm] {
			continue
		}
		for k := i; k < min(end, i+apposed); k++ {
			if after[k].upper && !weekdayOrMonth[after[k].norm] {
				from := k
				for k < end && after[k].upper {
					k++
				}
				return after[from:k], true
			}
		}
	}
	return nil, false
}

// partsPlace reports whether a place only belongs to a part of what a figure
// counts: Norland in "52 were injured, 40 of them in Norland".
func partsPlace(t tally, d *extract.Doc, name []word) bool {
	if t.Subset {
		return false
	}
	ws := cutWords(d.Text, t.sentence, maxClaimWords)
	parts := false
	for i := 0; i+len(name) <= len(ws); i++ {
		if !holds(ws[i:i+len(name)], name) {
			continue
		}
		if i < 4 || !placed[ws[i-1].norm] || ws[i-3].norm != "of" || ws[i-2].norm != "them" && ws[i-2].norm != "whom" || !isNumber(ws[i-4]) {
			return false
		}
		parts = true
	}
	return parts
}

// partHere reports whether the words behind a part of a total place it where the
// claim says: "40 of them in Norland".
func (s *scene) partHere(rest string) bool {
	if len(s.places) == 0 {
		return false
	}
	if i := strings.IndexAny(rest, ",;."); i >= 0 {
		rest = rest[:i]
	}
	ws := cutWords(rest, source.Span{End: len(rest)}, lookAhead)
	for i := 1; i < len(ws); i++ {
		if placed[ws[i-1].norm] && holds(ws[i:min(len(ws), i+len(s.places[0]))], s.places[0]) {
			return true
		}
	}
	return false
}

// manyPlaces reports whether a sentence counts over several places: "in three
// countries".
func manyPlaces(ws []word) bool {
	for i := 2; i < len(ws); i++ {
		if regions[ws[i].norm] && (ws[i-2].norm == "in" || ws[i-2].norm == "across" || ws[i-2].norm == "throughout") &&
			(isNumber(ws[i-1]) && ws[i-1].fold != "1" || ws[i-1].norm == "several" || ws[i-1].norm == "many") {
			return true
		}
	}
	return false
}

var regions = set("countries provinces states regions districts cities towns villages counties places islands")

// placed are the prepositions before a place.
var placed = set("in at near outside off around")

// hasNameIn reports whether one of the first n words is a name that is no date.
func hasNameIn(ws []word, n int) bool {
	for _, w := range ws[:min(n, len(ws))] {
		if w.upper && !weekdayOrMonth[w.norm] {
			return true
		}
	}
	return false
}

// sourceNouns are what a place after "in" says where somebody speaks or is
// treated: the command in Velm, a hospital in Luma.
var sourceNouns = set(`hospital hospitals clinic command commander ministry government army official officials spokesman spokeswoman
	doctors police authorities council office embassy president minister newspaper court university headquarters`)

// passing reports whether a sentence names a place only as where somebody came
// from or was taken: "from Karsovia", "flown to hospital in Luma".
func passing(sentence, own []word) bool {
	for i := range sentence {
		if i == 0 || i+len(own) > len(sentence) || !holds(sentence[i:i+len(own)], own) {
			continue
		}
		switch sentence[i-1].norm {
		case "from", "to", "of":
			continue
		case "in", "at":
			if i >= 2 && sourceNouns[sentence[i-2].norm] {
				continue
			}
		}
		return false
	}
	return true
}

// from reports whether a sentence has a place only as where people come from: "a
// family of six from Norland".
func from(sentence, name []word) bool {
	any := false
	for i := range sentence {
		if i+len(name) > len(sentence) || !holds(sentence[i:i+len(name)], name) {
			continue
		}
		if i == 0 || sentence[i-1].norm != "from" {
			return false
		}
		any = true
	}
	return any
}

// elsewhere looks for the place in the rest of the passage: a passage that names
// others and not it is about another one. One that names none leaves it open.
func (s *scene) elsewhere(name, all []word, d *extract.Doc) agreement {
	if setElsewhere(d.Text, all, name) {
		return differs
	}
	if holds(all, name) {
		return unknown
	}
	if len(name) > 1 && holds(all, name[:1]) && !name[0].stop() {
		return unknown
	}
	if !placesNamed(d) {
		return unknown
	}
	return differs
}

// placesNamed reports whether a text names a place, or something that may be one.
func placesNamed(d *extract.Doc) bool {
	for _, e := range d.Entities().List {
		if e.Named && (e.Kind == extract.PlaceName || e.Kind == extract.OtherName) && !weekdayOrMonth[strings.ToLower(e.Name)] {
			return true
		}
	}
	return false
}

// placeNamed reports whether a sentence names a place other than name.
func placeNamed(sentence, name []word) bool {
	for i := 1; i < len(sentence); i++ {
		switch sentence[i-1].norm {
		case "in", "of", "near", "at", "outside":
			if i >= 2 && sourceNouns[sentence[i-2].norm] {
				continue
			}
			if sentence[i-1].norm == "in" && sentence[i].norm == "the" && i+1 < len(sentence) {
				i++ // in the Sunda islands
			}
			if sentence[i].upper && causeFamilies[sentence[i].fold] == "" && !holds(sentence[i:min(len(sentence), i+len(name))], name) && !weekdayOrMonth[sentence[i].norm] {
				return true
			}
		}
	}
	return false
}

var weekdayOrMonth = set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
	september october november december`)

// nearer reports whether the figure's own place stands nearer to it than the
// claim's.
func (t tally) nearer(own, name, sentence []word) bool {
	far := func(n []word) int {
		best := 1 << 30
		for i := range sentence {
			if i+len(n) <= len(sentence) && holds(sentence[i:i+len(n)], n) {
				d := sentence[i].Start - t.span.End
				if d < 0 {
					d = 2 * (t.span.Start - sentence[i].End)
				}
				best = min(best, d)
			}
		}
		return best
	}
	return far(own) < far(name)
}

// placeLike rejects events that read like places: the Lantern Festival.
func placeLike(name []word) bool {
	last := name[len(name)-1].fold
	switch last {
	case "festival", "forum", "movement", "army", "ministry", "hospital", "court":
		return false
	}
	return true
}
