package anchor

import (
	"slices"

	"stet/index/diff"
)

// reach is how many tokens from a reporting verb its speaker may stand.
const reach = 14

// attribution is a reporting verb and the tokens that tell who reports:
// [from, to). A verb inside quotation marks makes one too: somebody is quoted
// there.
type attribution struct {
	cue, from, to int
	weak          bool // only who does it matters: see weakCues
}

// attributions finds who is said to say something in a sentence, in order of the
// verbs.
func (s *side) attributions() []attribution {
	if !s.read {
		s.reads, s.read = s.readAttributions(), true
	}
	return s.reads
}

// cued are the attributions whose verbs stand among tokens [i, j).
func (s *side) cued(i, j int) []attribution {
	as := s.attributions()
	from, _ := slices.BinarySearchFunc(as, i, func(a attribution, at int) int { return a.cue - at })
	to := from
	for to < len(as) && as[to].cue < j {
		to++
	}
	return as[from:to]
}

// readAttributions does not parse; it takes the noun phrase on the side of the verb
// where there is one.
func (s *side) readAttributions() []attribution {
	var out []attribution
	for k, t := range s.tokens {
		strong := plainCues[t.Norm] || ladenCues[t.Norm]
		if t.Class != diff.Word || !strong && !weakCues[t.Norm] {
			continue
		}
		a := attribution{cue: k, weak: !strong}
		switch {
		case t.Norm == "according":
			a.from, a.to = k+1, s.right(k+1)
		case k > 0 && (s.tokens[k-1].Norm == "who" || s.tokens[k-1].Norm == "which"):
			a.to = k - 1 // Osei, who said
			for a.to > 0 && s.tokens[a.to-1].Norm == "," {
				a.to--
			}
			a.from = s.left(a.to)
		case s.inverted(k): // “…,” said Osei
			a.from, a.to = k+1, s.right(k+1)
		default:
			a.from, a.to = s.left(k), k
		}
		if a.from < a.to && (s.names(a.from, a.to)) {
			out = append(out, a)
		}
		if strong && k > 0 && s.tokens[k-1].Norm == "," && !s.inverted(k) && k+1 < len(s.tokens) {
			// "The road is closed, said Osei": or is it "Lind, the mayor, said rain fell"?
			b := attribution{cue: k, from: k + 1, to: s.right(k + 1)}
			if b.from < b.to && s.names(b.from, b.to) {
				out = append(out, b)
			}
		}
	}
	return out
}

// inverted reports whether a verb stands right behind a quotation, or opens the
// sentence: its subject follows.
func (s *side) inverted(k int) bool {
	for k > 0 && (s.tokens[k-1].Norm == "," || s.tokens[k-1].Norm == "-") {
		k--
	}
	return k == 0 || s.tokens[k-1].Norm == `"`
}

// left is where the subject in front of a verb begins: behind the mark or
// quotation in front of it, an apposition between commas included.
func (s *side) left(k int) int {
	if k >= len(s.tokens) {
		return k
	}
	at, commas := k, 0
	if k > 0 && s.tokens[k-1].Norm == "," {
		commas = -2 // Osei, the envoy, said: two commas belong to the subject
	}
	for at > 0 && k-at < reach {
		t := s.tokens[at-1]
		switch {
		case s.quoted[at-1] != s.quoted[k] || t.Norm == `"` && !s.apostrophe(at-1):
			return at
		case t.Norm == "." && s.stops(at-1):
			return at
		case t.Norm == ",":
			if commas++; commas > 0 {
				return at
			}
		case t.Class == diff.Mark && t.Norm != "-" && t.Norm != "." && t.Norm != `"`:
			return at
		}
		at--
	}
	return at
}

// stops reports whether a full stop ends a sentence: a capital stands behind it,
// and no title or initial in front of it.
func (s *side) stops(k int) bool {
	return k > 0 && k+1 < len(s.tokens) && s.tokens[k+1].Spaced && s.capital(k+1) &&
		!titles[s.tokens[k-1].Norm] && len(s.tokens[k-1].Norm) > 3
}

// right is where the speaker behind a verb ends: at a mark, "that" or another
// verb.
func (s *side) right(k int) int {
	at := k
	for at < len(s.tokens) && at-k < reach {
		t := s.tokens[at]
		if s.quoted[at] != s.quoted[k] || t.Class == diff.Mark && t.Norm != "-" && !(t.Norm == "." && at+1 < len(s.tokens) && !s.tokens[at+1].Spaced) || t.Norm == "that" {
			break
		}
		at++
	}
	return at
}

// names reports whether tokens [i, j) hold a word that can name a speaker.
func (s *side) names(i, j int) bool {
	for k := i; k < j; k++ {
		t := s.tokens[k]
		if _, num := s.number(k); !num && t.Class != diff.Mark && !notWho[t.Norm] && !negations[t.Norm] && !modals[t.Norm] {
			return true
		}
	}
	return false
}
