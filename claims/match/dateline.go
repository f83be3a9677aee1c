package match

import (
	"strings"
	"unicode"
)

// leadWords is how many words from the top of a text its dateline and lead are looked
// for in.
const leadWords = 250

// setElsewhere reports whether a text is about another place than the claim's: it is
// datelined there and says so of what it reports ("in Port Amara") before it names the
// claim's place, if it does, for comparison. A report datelined in the capital names
// the place of the event first.
func setElsewhere(text string, all, name []word) bool {
	all = all[:min(len(all), leadWords)]
	from, to := dateline(text, all)
	if from == to || len(name) == 0 {
		return false
	}
	place, rest := all[from:to], all[to:]
	if holds(place, name) || holds(name, place) {
		return false
	}
	for i := 1; i < len(rest); i++ {
		switch {
		case holds(rest[i-1:min(len(rest), i-1+len(name))], name):
			return false
		case placed[rest[i-1].norm] && holds(rest[i:min(len(rest), i+len(place))], place):
			return true
		}
	}
	return false
}

// dateline finds the place in capitals at the head of a line, before a comma, the
// agency in brackets or a dash: words [from, to). They are the same if there is none.
func dateline(text string, ws []word) (from, to int) {
	for i := range ws {
		if i > 0 && !strings.Contains(text[ws[i-1].End:ws[i].Start], "\n") || !capitals(ws[i].raw) {
			continue
		}
		k := i + 1
		for k < len(ws) && capitals(ws[k].raw) && text[ws[k-1].End:ws[k].Start] == " " {
			k++
		}
		for _, sign := range []string{",", " (", " —", " –", " - "} {
			if strings.HasPrefix(text[ws[k-1].End:], sign) {
				return i, k
			}
		}
	}
	return 0, 0
}

// capitals reports whether a word is written in capitals alone.
func capitals(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.IsLower(r), unicode.IsDigit(r):
			return false
		case unicode.IsUpper(r):
			n++
		}
	}
	return n > 1
}
