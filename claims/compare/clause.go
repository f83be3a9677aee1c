package compare

import "slices"

func isNegation(w *word) bool { return w.negates }

// isDenial: to deny is to say and to negate; "did not comment" is neither.
func isDenial(w *word) bool { return w.negates && w.cue }

// negations counts what negates, denials apart.
func negations(ws []word) [2]int {
	denials := tally(ws, isDenial)
	return [2]int{tally(ws, isNegation) - denials, denials}
}

// clauseWords is the number of words from which what came or went is a clause
// of its own.
const clauseWords = 5

// newClause reports whether a word with a property came or went as part of a
// clause of its own, so that it changes nothing in what stayed: ", but nobody
// knows how long".
func (p place) newClause(has func(*word) bool) bool {
	one, other, side, at := p.is(), p.was(), p.new, p.j
	if len(one) < len(other) {
		one, other, side, at = other, one, p.old, p.i
	}
	if p.restated() {
		return true
	}
	if tally(other, has) > 0 {
		return false
	}
	if side.sentenceAt(at, at+len(one)) {
		return true
	}
	if len(one)-len(other) < clauseWords || !saysMore(one) {
		return false
	}
	if conjunctions[one[0].Norm] || one[0].mark() && conjunctions[one[1].Norm] {
		return true // and nobody was in charge
	}
	for k := range one[:2] {
		if has(&one[k]) {
			return false
		}
	}
	return true
}

// saysMore reports whether words hold a subject or content of their own: not "as many
// as 20 people may have been", which only hedges.
func saysMore(ws []word) bool {
	for k := range ws {
		w := &ws[k]
		if subjects[w.Norm] || !w.mark() && !functionWords[w.Norm] && !w.hedge && !w.negates && !w.modal && !w.number && !persons[w.Norm] && w.outcome == "" && !scalars[w.Norm] {
			return true
		}
	}
	return false
}

var conjunctions = set(`and but or while because although though`)

// subjects begin a clause of their own.
var subjects = set(`i he she they we you it nobody`)

// restated reports whether a whole utterance or clause gave way to another that
// shares no content word with it: nothing of the old one was turned round.
func (p place) restated() bool {
	if len(p.was()) < clauseWords || len(p.is()) < clauseWords {
		return false
	}
	had := map[string]bool{}
	for k := range p.was() {
		if w := &p.was()[k]; !w.mark() && !functionWords[w.Norm] {
			had[stem(w.Norm)] = true
		}
	}
	for k := range p.is() {
		if w := &p.is()[k]; !w.mark() && had[stem(w.Norm)] {
			return false
		}
	}
	return len(had) > 1
}

// sentenceAt reports whether words [i, j) are a sentence of their own inside a
// quotation, or several: “Nobody warned us. Nobody came.”
func (s *side) sentenceAt(i, j int) bool {
	for i < j && s.words[i].mark() {
		i++
	}
	for j > i && s.words[j-1].mark() {
		j--
	}
	stops := func(k int) bool {
		return k >= 0 && k < len(s.words) && (s.words[k].Norm == "." || s.words[k].Norm == "!" || s.words[k].Norm == "?" || s.words[k].Norm == `"`)
	}
	begins := i < j && s.words[i].upper && (i == 0 || stops(i-1))
	return begins && (stops(j) || j+1 < len(s.words) && s.words[j].Norm == "," && stops(j+1))
}

// determined reports whether "no" stands for an article or the other way round: what
// else changed is no part of the negation, "No group", "A separatist group".
func (p place) determined() bool {
	has := func(ws []word, words map[string]bool) bool {
		return slices.ContainsFunc(ws, func(w word) bool { return words[w.Norm] })
	}
	no := set(`no`)
	return has(p.was(), no) && has(p.is(), articles) || has(p.was(), articles) && has(p.is(), no)
}

// nobody reports whether words count no one: a figure of nought rather than a
// negation, where another figure stands on the other side.
func nobody(ws []word) bool {
	for k := range ws {
		switch ws[k].Norm {
		case "no", "none", "nobody", "neither":
			return true
		}
	}
	return false
}
