package match

// enoughTold is how many telling words a passage must have before its silence on
// the claim's event means something: "rebels say it may have killed 30" says too
// little to be of another event.
const enoughTold = 2

// oneScene reports whether a passage may be of the claim's event: it shares a
// place, a name, a kind of cause or another telling word with the claim, or one of
// them says too little of its event to tell. That both count the dead is nothing
// in common.
func (s *scene) oneScene(all []word) bool {
	const stem = 5 // bytes; derailed, derailment
	said := map[string]bool{}
	add := func(w word) {
		b := bareName(w)
		said[b] = true
		if len(b) > stem {
			said[b[:stem]] = true
		}
	}
	for _, w := range s.words {
		if telling(w) {
			add(w)
		}
	}
	for _, name := range s.places {
		for _, w := range name {
			add(w)
		}
	}
	if len(said) == 0 {
		return true
	}
	told := map[string]bool{}
	for _, w := range all {
		if !telling(w) {
			continue
		}
		b := bareName(w)
		if said[b] || len(b) > stem && said[b[:stem]] {
			return true
		}
		if len(told) < enoughTold {
			told[b] = true
		}
	}
	return len(told) < enoughTold
}

// telling reports whether a word tells of an event: it is no number, no outcome,
// nobody counted, no day, nobody who speaks and none of the commonest.
func telling(w word) bool {
	return !(w.stop() || isNumber(w) || outcomeWords[w.norm] != "" || populations[w.norm] != "" || weekdayOrMonth[w.norm] || windowUnit[w.norm] ||
		cueVerbs[w.norm] || sourceNouns[w.norm] || hedges[w.norm] || boundWord[w.norm] || auxiliaries[w.norm] || counts[w.norm] || idle[w.norm])
}

// idle words tell nothing of one event: they stand in reports of any.
var idle = set(`said says according reported told news agency statement year years week weekend today yesterday tonight last this past next early late
	earlier later including among another also more than least people morning evening night afternoon dozen dozens scores hundreds
	thousands ones say spokesman spokeswoman local latest first second far so since while when after before during over under
	near outside town city region province district country area state northern southern eastern western central north south east west`)
