package match

import (
	"strings"

	"stet/index/source"
)

// bodiesThatSpeak are head nouns of what speaks and is no person.
var bodiesThatSpeak = set(`club company agency ministry board union charity association council government army police court hospital
	university bank party office department committee commission firm group authority organisation organization institute federation
	league team operator airline manufacturer regulator museum school church embassy newspaper inspectorate watchdog secretariat coalition
	alliance foundation tribunal parliament opposition`)

// besideWords is how many words apart a person and a body are told together: "the
// club's new chairman, Jelena Duric".
const besideWords = 6

// strangers reports whether a claim's speaker and the one a passage names cannot
// be one, though one of them is not named: a person and a body the text never
// tells together, a person and "his daughter".
func strangers(speaker string, v voice, text string) bool {
	x := parseSpeaker(speaker)
	name := v.name()
	y := parseSpeaker(name)
	ws := cutWords(text, source.Span{End: len(text)}, maxPassageWords)
	switch {
	case x.nominal && y.nominal:
		return otherRole(speaker, name, ws)
	case x.org && !x.nominal && !y.nominal && !y.org && !y.proxy && len(y.owners) == 0:
		return foreignBody(x, y, ws) // the ministry, and a person it has nothing to do with
	case !x.nominal && y.nominal && (x.org || bodyIn(speaker) != "" || len(x.words) == 0):
		return false // the hospital, the company: one may stand for the other
	case !x.nominal && y.nominal:
		if head := bodyIn(name); head != "" {
			return named(speaker, text) && !beside(ws, head, x.words[len(x.words)-1])
		}
		return kin(name) && given(x, ws) && !beside(ws, lastWord(name), x.words[0])
	case x.nominal && !y.nominal && !y.org && len(y.words) > 0:
		head := bodyIn(speaker)
		return head != "" && holds(ws, cutWords(head, source.Span{End: len(head)}, 1)) && !beside(ws, head, y.words[len(y.words)-1])
	}
	return false
}

// foreignBody reports whether a text tells of a body by its name, and of a person,
// and of neither beside the other.
func foreignBody(body, person speakerName, ws []word) bool {
	for _, n := range body.words {
		if !holds(ws, []word{{fold: n, norm: n}}) || beside(ws, n, person.words[len(person.words)-1]) {
			return false
		}
	}
	return true
}

// otherRole reports whether two speakers, neither of them named, are told apart by
// the text: a body, and people it calls somebody else's: "the inspectorate", "the
// mine's owners".
func otherRole(speaker, name string, ws []word) bool {
	head := bodyIn(speaker)
	if head == "" || len(parseSpeaker(speaker).owners) > 0 || !holds(ws, cutWords(head, source.Span{End: len(head)}, 1)) {
		return false
	}
	owner, last := "", lastWord(name)
	for _, w := range cutWords(name, source.Span{End: len(name)}, maxClaimWords) {
		if bare, ok := strings.CutSuffix(strings.TrimSuffix(w.norm, "s"), "'"); ok {
			owner = bare
		}
	}
	return owner != "" && owner != head && last != head && !beside(ws, head, last) && !beside(ws, head, owner)
}

// bodyIn is the noun of a body that a description ends with; "" if it is none.
func bodyIn(s string) string {
	if w := lastWord(s); bodiesThatSpeak[w] {
		return w
	}
	return ""
}

func lastWord(s string) string {
	ws := cutWords(s, source.Span{End: len(s)}, maxClaimWords)
	if len(ws) == 0 {
		return ""
	}
	return ws[len(ws)-1].norm
}

// kin reports whether somebody is described by whose relative they are: "his
// daughter".
func kin(s string) bool {
	first, rest, ok := strings.Cut(strings.ToLower(s), " ")
	return ok && (first == "his" || first == "her" || first == "their") && proxies[rest]
}

// given reports whether a text has a person's first name.
func given(x speakerName, ws []word) bool {
	if len(x.words) < 2 {
		return false
	}
	for _, w := range ws {
		if w.upper && w.fold == x.words[0] {
			return true
		}
	}
	return false
}

// beside reports whether two words stand near one another somewhere, no sentence
// end between them.
func beside(ws []word, a, b string) bool {
	for i, w := range ws {
		if bareName(w) != a && w.norm != a {
			continue
		}
		for k := max(0, i-besideWords); k < min(len(ws), i+besideWords+1); k++ {
			if ws[k].fold == b || sameNameWord(ws[k].fold, b) && ws[k].upper {
				return true
			}
		}
	}
	return false
}
