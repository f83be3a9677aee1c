package anchor

import (
	"fmt"
	"strings"

	"stet/index/diff"
)

// speakers compares who says it before and after the changes of a sentence.
func speakers(o, n *side, hs []hunk) []Difference {
	was, is := o.attributions(), n.attributions()
	var out []Difference
	for _, h := range hs {
		if d, ok := o.speakerChange(n, h, was, is); ok {
			out = append(out, d)
		} else if o.described(was, h.i, h.iEnd) && n.described(is, h.j, h.jEnd) {
			out = append(out, Difference{Speaker, fmt.Sprintf("speaker %s → %s", o.words(h.i, h.iEnd), n.words(h.j, h.jEnd))})
		}
	}
	if o.leans(was) || n.leans(is) {
		out = append(out, renamedOutside(o, n, hs)...)
	}
	return out
}

// described reports whether tokens [i, j) hold words of what is said of a speaker
// behind the name: "said Rahal, a baker".
func (s *side) described(as []attribution, i, j int) bool {
	for _, a := range as {
		if a.weak || a.to <= a.cue || a.to >= len(s.tokens) || s.tokens[a.to].Norm != "," {
			continue
		}
		end := a.to + 1
		for end < len(s.tokens) && s.tokens[end].Class != diff.Mark {
			end++
		}
		if i > a.to && j <= end && s.names(i, j) {
			return true
		}
	}
	return false
}

// speakerChange judges one changed place.
func (s *side) speakerChange(n *side, h hunk, was, is []attribution) (Difference, bool) {
	oldCue, oldWho := holds(was, h.i, h.iEnd)
	newCue, newWho := holds(is, h.j, h.jEnd)
	switch {
	case oldCue >= 0 && newCue < 0:
		return Difference{Speaker, fmt.Sprintf("attribution %q dropped", s.attributed(was, oldCue))}, true
	case oldCue < 0 && newCue >= 0:
		return Difference{Speaker, fmt.Sprintf("attribution %q added", n.attributed(is, newCue))}, true
	case oldCue >= 0:
		a, b := s.tokens[was[oldCue].cue].Norm, n.tokens[is[newCue].cue].Norm
		if a != b && !(plainCues[a] && plainCues[b]) {
			return Difference{Speaker, became(a, b)}, true
		}
	}
	if oldWho < 0 && newWho < 0 {
		return s.recued(n, h)
	}
	if h.j == h.jEnd && wholeWeak(was, oldWho, h.i, h.iEnd) || h.i == h.iEnd && wholeWeak(is, newWho, h.j, h.jEnd) {
		return Difference{}, false // a clause that came or went with its own subject
	}
	if s.sameSpeaker(n, h) {
		return Difference{}, false
	}
	weak := (oldWho < 0 || was[oldWho].weak) && (newWho < 0 || is[newWho].weak)
	if weak && (h.i == h.iEnd && n.adds(h.j, h.jEnd) || h.j == h.jEnd && s.adds(h.i, h.iEnd)) {
		return Difference{}, false
	}
	a, b := s.who(was, oldWho, h.i, h.iEnd), n.who(is, newWho, h.j, h.jEnd)
	switch {
	case a == "" || b == "":
		return Difference{Speaker, "speaker: " + became(a, b)}, true
	case weak:
		return Difference{Name, fmt.Sprintf("name %s → %s", a, b)}, true
	}
	return Difference{Speaker, fmt.Sprintf("speaker %s → %s", a, b)}, true
}

// recued finds a reporting verb of which nobody is the subject that became one
// that judges: "as stated in" → "as claimed in".
func (s *side) recued(n *side, h hunk) (Difference, bool) {
	for i := h.i; i < h.iEnd; i++ {
		for j := h.j; j < h.jEnd; j++ {
			a, b := s.tokens[i].Norm, n.tokens[j].Norm
			if a != b && (plainCues[a] || ladenCues[a]) && (plainCues[b] || ladenCues[b]) && !(plainCues[a] && plainCues[b]) {
				return Difference{Speaker, became(a, b)}, true
			}
		}
	}
	return Difference{}, false
}

// wholeWeak reports whether a weak attribution lies in tokens [i, j) with its
// speaker.
func wholeWeak(as []attribution, k, i, j int) bool {
	return k >= 0 && as[k].weak && i <= min(as[k].from, as[k].cue) && max(as[k].to, as[k].cue+1) <= j
}

// holds tells which attribution has its verb in tokens [i, j), and which has
// its speaker there; -1: none. An empty place counts as in a speaker it is
// inside of.
func holds(as []attribution, i, j int) (cue, who int) {
	cue, who = -1, -1
	for k, a := range as {
		if !a.weak && a.cue >= i && a.cue < j {
			cue = k
		}
		if i < j && i < a.to && a.from < j || i == j && a.from < i && i < a.to || i == j && i == a.to && a.to == a.cue {
			who = k
		}
	}
	return cue, who
}

// sameSpeaker reports whether a change inside who speaks leaves the speaker the
// same: an apposition or an adverb came or went, or a title or first name in
// front of a name.
func (s *side) sameSpeaker(n *side, h hunk) bool {
	one, i, j, other := s, h.i, h.iEnd, n.words(h.j, h.jEnd)
	if h.i == h.iEnd {
		one, i, j, other = n, h.j, h.jEnd, ""
	}
	if other != "" && s.adverbial(h.i, h.iEnd) && n.adverbial(h.j, h.jEnd) {
		return true
	}
	if other != "" && n.names(h.j, h.jEnd) && s.names(h.i, h.iEnd) {
		return false // one name for another
	}
	if other != "" && !n.names(h.j, h.jEnd) && !s.names(h.i, h.iEnd) {
		return true // adverbs
	}
	if other != "" {
		return false
	}
	if !one.names(i, j) || one.adverbial(i, j) {
		return true // later, on Monday, quietly
	}
	if circumstance[one.tokens[i].Norm] {
		return true // said Osei in the capital
	}
	if company[one.tokens[i].Norm] && one.adds(i, j) || one.fronted(i, j) {
		return true // as rain fell; Earlier in the day,
	}
	if one.settlement(i, j) {
		return true // residents of the town of Norrby
	}
	if one.tokens[i].Norm == "," && (one.tokens[j-1].Norm == "," || j < len(one.tokens) && one.tokens[j].Norm == ",") {
		return true // , the envoy,
	}
	for k := i; k < j; k++ {
		if ofAnother[one.tokens[k].Norm] || !one.capital(k) {
			return false
		}
	}
	return j < len(one.tokens) && one.capital(j) && one.tokens[j].Class == diff.Word // Foreign Minister Petrov
}

// adverbial reports whether tokens [i, j) are adverbs, which are no part of who
// speaks.
func (s *side) adverbial(i, j int) bool {
	for k := i; k < j; k++ {
		t := s.tokens[k]
		if t.Class != diff.Mark && !notWho[t.Norm] && !adverbs[t.Norm] && !(strings.HasSuffix(t.Norm, "ly") && !s.capital(k)) {
			return false
		}
	}
	return true
}

// fronted reports whether tokens [i, j) open the sentence with a phrase of its own
// that names nobody.
func (s *side) fronted(i, j int) bool {
	return i == 0 && s.tokens[j-1].Norm == "," && !agents[s.tokens[0].Norm] && !pronouns[s.tokens[0].Norm] && s.adds(1, j)
}

// adds reports whether tokens [i, j) that came or went only say more of a
// subject, without another one: no name, nobody who acts, nothing of somebody's.
func (s *side) adds(i, j int) bool {
	for k := i; k < j; k++ {
		t := s.tokens[k]
		if s.capital(k) || agents[t.Norm] || pronouns[t.Norm] || ofAnother[t.Norm] || t.Norm == `"` {
			return false
		}
	}
	return true
}

// settlement reports whether tokens [i, j) make "the town of" in front of a name,
// or "of the town" in front of "of" and a name.
func (s *side) settlement(i, j int) bool {
	if j-i != 3 || j+1 >= len(s.tokens) {
		return false
	}
	if s.tokens[i].Norm == "of" && s.tokens[j].Norm == "of" {
		i, j = i+1, j+1
	}
	return s.tokens[i].Norm == "the" && settlements[s.tokens[i+1].Norm] && s.tokens[i+2].Norm == "of" && s.capital(j)
}

func (s *side) attributed(as []attribution, k int) string {
	a := as[k]
	i, j := min(a.from, a.cue), max(a.to, a.cue+1)
	for i < j && s.tokens[i].Class == diff.Mark {
		i++
	}
	for j > i && s.tokens[j-1].Class == diff.Mark {
		j--
	}
	return s.words(i, j)
}

// who words the speaker of attribution k, or the changed words themselves.
func (s *side) who(as []attribution, k, i, j int) string {
	if i < j && s.names(i, j) && (k < 0 || j-i <= 4) {
		return strings.TrimSpace(s.words(i, j))
	}
	if k >= 0 {
		return s.words(as[k].from, as[k].to)
	}
	return strings.TrimSpace(s.words(i, j))
}

// leans reports whether who speaks in the sentence is not a name beside a verb:
// there is no attribution, or its speaker is a pronoun.
func (s *side) leans(as []attribution) bool {
	strong := false
	for _, a := range as {
		if !a.weak && s.pronoun(a) != "" {
			return true
		}
		strong = strong || !a.weak
	}
	return !strong && anyQuoted(s)
}

// pronoun is the pronoun that speaks, if nothing else does.
func (s *side) pronoun(a attribution) string {
	found := ""
	for k := a.from; k < a.to; k++ {
		switch t := s.tokens[k]; {
		case t.Class == diff.Mark || notWho[t.Norm] || negations[t.Norm] || modals[t.Norm] || t.Norm == "did" || t.Norm == "does" || t.Norm == "do":
		case thirdPersons[t.Norm]:
			found = s.words(k, k+1)
		default:
			return ""
		}
	}
	return found
}

// renamedOutside: a quotation without a reporting verb ("Osei: “…”", “…”, in
// Osei's words), or a pronoun that speaks, leans on whatever else the sentence
// says, so a name that is replaced outside the marks replaces the speaker.
func renamedOutside(o, n *side, hs []hunk) []Difference {
	var out []Difference
	for _, h := range hs {
		a, b := o.named(h.i, h.iEnd), n.named(h.j, h.jEnd)
		if a != "" && b != "" && a != b {
			out = append(out, Difference{Speaker, fmt.Sprintf("speaker %s → %s", a, b)})
		}
	}
	return out
}

func anyQuoted(s *side) bool {
	for _, q := range s.quoted {
		if q {
			return true
		}
	}
	return false
}

// named joins the capitalised words and pronouns among tokens [i, j) that stand
// outside quotation marks.
func (s *side) named(i, j int) string {
	var out []string
	for k := i; k < j; k++ {
		t := s.tokens[k]
		if t.Class != diff.Mark && !s.quoted[k] && !notWho[t.Norm] && (s.capital(k) || pronouns[t.Norm]) {
			out = append(out, s.words(k, k+1))
		}
	}
	return strings.Join(out, " ")
}
