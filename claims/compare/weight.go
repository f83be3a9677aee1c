package compare

import (
	"slices"
	"strings"
)

// weighty are the touches that turn a sentence into another fact, in the order in which
// each of them is told before a second piece of any.
var weighty = []Touch{Figure, Negation, Attribution, Modal}

// andMore ends a summary that does not tell all.
const andMore = "; and more"

// listed joins what is told of a change. Of more pieces than a line holds, the first of
// each weighty touch is told, then the others as they stand; a touch that no told piece
// has is named, so that "and more" hides none.
func listed(ps []piece, room int) string {
	var out []string
	if len(ps) <= room {
		for _, p := range ps {
			out = append(out, p.text)
		}
		return strings.Join(out, "; ")
	}
	told, named := map[int]bool{}, touchSet{}
	tell := func(k int) {
		told[k] = true
		for t, ok := range ps[k].touches {
			named[t] = named[t] || ok
		}
		out = append(out, ps[k].text)
	}
	for _, t := range weighty {
		if k := slices.IndexFunc(ps, func(p piece) bool { return p.touches[t] }); k >= 0 && !named[t] && len(out) < room {
			tell(k)
		}
	}
	for k := range ps {
		if !told[k] && len(out) < room {
			tell(k)
		}
	}
	var also []string
	for _, t := range Touches {
		if t != Wording && t != Cosmetic && !named[t] && slices.ContainsFunc(ps, func(p piece) bool { return p.touches[t] }) {
			also = append(also, string(t))
		}
	}
	if len(also) > 0 {
		return strings.Join(out, "; ") + "; also " + strings.Join(also, ", ") + andMore
	}
	return strings.Join(out, "; ") + andMore
}
