package compare

import (
	"fmt"
	"slices"
	"strings"

	"stet/index/source"
)

// parts are places with what they touch.
type parts []part

func (ps parts) places() ([]place, []touchSet) {
	var list []place
	var ts []touchSet
	for _, p := range ps {
		list, ts = append(list, p.place), append(ts, p.touches)
	}
	return list, ts
}

// attributed tells a change of who says it by what extraction read of both
// sentences, where the words that changed would tell it in pieces ("'a spokesman for'
// dropped; 'spokesman Ivo Karas' added"). It is "" if one place tells it, or if
// somebody else is named on a side as well; else left are the places not told.
func attributed(list []place, ts []touchSet, o, n *side) (told string, left parts) {
	var mine []place
	for k, p := range list {
		if ts[k][Attribution] && ts[k].only(Attribution, Name, Wording) {
			mine = append(mine, p)
		} else {
			left = append(left, part{p, ts[k]})
		}
	}
	if len(mine) == 0 {
		return "", nil
	}
	was, is := o.speaking(), n.speaking()
	one := len(was) == 1 && len(is) == 1
	switch {
	case one && !strings.EqualFold(was[0], is[0]) && cuesOf(o) == cuesOf(n) && saidIn(mine, was[0], is[0]):
		return fmt.Sprintf("speaker changed from %s to %s", was[0], is[0]), left
	case len(mine) == 2 && mine[0].onesided() && mine[1].onesided() && (mine[0].i < mine[0].iEnd) != (mine[1].i < mine[1].iEnd):
		if mine[0].i == mine[0].iEnd {
			slices.Reverse(mine)
		}
		a, b := short(mine[0].old.textOf(mine[0].i, mine[0].iEnd)), short(mine[1].new.textOf(mine[1].j, mine[1].jEnd))
		if cues(mine[0].was()) == "" && cues(mine[1].is()) == "" && cuesOf(o) == cuesOf(n) {
			return fmt.Sprintf("speaker changed from %s to %s", lower(a, o, mine[0].i), lower(b, n, mine[1].j)), left
		}
		return became(a, b), left
	}
	return "", nil
}

// onesided reports whether a place only puts words in or only takes them out.
func (p place) onesided() bool { return p.i == p.iEnd || p.j == p.jEnd }

// saidIn reports whether all that places hold, verbs of saying aside, are words of
// who speaks.
func saidIn(ps []place, was, is string) bool {
	in := func(ws []word, names string) bool {
		names = strings.ToLower(names)
		for k := range ws {
			if w := &ws[k]; !w.mark() && !w.cue && !functionWords[w.Norm] && !strings.Contains(names, strings.ToLower(w.text)) {
				return false
			}
		}
		return true
	}
	for _, p := range ps {
		if !in(p.was(), was) || !in(p.is(), is) {
			return false
		}
	}
	return true
}

// speaking lists who is said to say something in a sentence, as it names them.
func (s *side) speaking() []string {
	var spans []source.Span
	for _, list := range [][]source.Span{s.speakers, s.attributions} {
		for _, sp := range within(list, s.span) {
			k := slices.IndexFunc(spans, sp.Overlaps)
			switch {
			case k < 0 && len(spans) > 1:
				return nil // more than one is told by its places
			case k < 0:
				spans = append(spans, sp)
			case sp.Len() > spans[k].Len():
				spans[k] = sp
			}
		}
	}
	var out []string
	for _, sp := range spans {
		i, j := s.between(sp)
		const reach = 8 // words: "a person briefed on the plans said"
		for k := j; k < min(len(s.words), j+reach) && !s.words[k].mark(); k++ {
			if s.words[k].cue {
				j = k
				break
			}
		}
		out = append(out, lower(short(s.textOf(i, j)), s, i))
	}
	return out
}

// cuesOf lists the reporting verbs of a sentence in the order of the alphabet.
func cuesOf(s *side) string {
	f := forms(s.words, func(w *word) bool { return w.cue })
	slices.Sort(f)
	return strings.Join(f, " ")
}
