package compare

import (
	"slices"
	"strings"
)

// gapWords is how many words that stayed may stand between two places that are
// told as one: 'have not named him' became 'named him as Kyle Dorrance'.
const gapWords = 2

// joined makes the places of a row those that are told: a phrase that was taken out
// here and put in there has moved, and neighbours of which one only puts in or takes
// out words are one.
func joined(ps []place, touched map[int]touchSet) ([]place, []touchSet) {
	var list []place
	var ts []touchSet
	for _, x := range parted(ps, touched) {
		p, t := x.place, x.touches
		if last := len(list) - 1; last >= 0 && phrase(list[last], ts[last]) && phrase(p, t) && neighbours(list[last], p) {
			q := &list[last]
			q.iEnd, q.jEnd = p.iEnd, p.jEnd
			both := touchSet{}
			for _, x := range Touches {
				if t[x] || ts[last][x] {
					both[x] = true
				}
			}
			ts[last] = both
			continue
		}
		list, ts = append(list, p), append(ts, t)
	}
	markMoved(list)
	for k := len(list) - 1; k >= 0; k-- {
		if slices.ContainsFunc(list, func(q place) bool { return echoes(list[k], q) }) {
			list, ts = slices.Delete(list, k, k+1), slices.Delete(ts, k, k+1)
		}
	}
	return list, ts
}

// echoes reports whether the words that came at a place, or went, are words that went
// at another place where others stand for them now: "There, too" became "In the mill",
// and "too" stands on its own.
func echoes(p, q place) bool {
	if !p.onesided() || q.onesided() || p.moved || q.moved {
		return false
	}
	words, was, is := p.is(), q.was(), q.is()
	if len(words) == 0 {
		words, was, is = p.was(), q.is(), q.was()
	}
	has := func(ws []word, norm string) bool {
		return slices.ContainsFunc(ws, func(w word) bool { return w.Norm == norm && !w.mark() })
	}
	any := false
	for k := range words {
		if w := &words[k]; !w.mark() {
			if any = has(was, w.Norm) && !has(is, w.Norm); !any {
				return false
			}
		}
	}
	return any
}

// part is a place with what it touches.
type part struct {
	place
	touches touchSet
}

// parted cuts places into parts that are told apart: at the marks that both sides
// have in the same order ("on Wednesday, police" became "on Thursday, prosecutors"),
// and where a quotation ends.
func parted(ps []place, touched map[int]touchSet) []part {
	var out []part
	for k, p := range ps {
		t := touched[k]
		if t == nil {
			continue
		}
		parts := p.parts()
		if len(parts) == 1 || !t[Attribution] && (len(t) == 1 || t[Quote] || t[Wording]) {
			out = append(out, part{p, t})
			continue
		}
		for _, q := range parts {
			mine := touchSet{}
			for x := range q.touches() {
				mine[x] = t[x] || x == Wording
			}
			out = append(out, part{q, mine})
		}
	}
	return out
}

// parts cuts a place at the marks both sides have, if they have the same.
func (p place) parts() []place {
	cuts := func(ws []word) (at []int, marks string) {
		quoted, said := len(ws) > 0 && ws[0].quoted, false
		for k := range ws {
			w := &ws[k]
			switch {
			case said && w.number && !w.who: // aid groups say 2,000
				at, marks, said = append(at, k), marks+"n", false
			case w.Norm == "," || w.Norm == `"` && !quoted:
				at, marks = append(at, k), marks+w.Norm
			case quoted && !w.quoted && !w.mark():
				at, marks, quoted = append(at, k), marks+"q", false
			}
			said = said || w.cue
		}
		return at, marks
	}
	was, a := cuts(p.was())
	is, b := cuts(p.is())
	if a != b || a == "" {
		return []place{p}
	}
	var out []place
	rest := p
	for k := range was {
		head := rest
		head.iEnd, head.jEnd = p.i+was[k], p.j+is[k]
		rest.i, rest.j = head.iEnd, head.jEnd
		out = append(out, head)
	}
	return append(out, rest)
}

// phrase reports whether a place is told by its words alone.
func phrase(p place, t touchSet) bool {
	return len(t) > 0 && t.only(Wording, Modal, Negation, Modifier) && !p.moved && !p.typographyOnly
}

// neighbours reports whether two places stand close together and one of them only
// puts in or takes out.
func neighbours(a, b place) bool {
	if b.i-a.iEnd > gapWords || a.i < a.iEnd && a.j < a.jEnd && b.i < b.iEnd && b.j < b.jEnd {
		return false
	}
	for _, w := range a.old.words[a.iEnd:b.i] {
		if w.mark() {
			return false
		}
	}
	return true
}

// markMoved marks the places of which one takes out what another puts in.
func markMoved(list []place) {
	came := map[string]int{}
	for k, p := range list {
		if !p.moved && p.i == p.iEnd && !p.grammar() {
			came[strings.ToLower(p.new.textOf(p.j, p.jEnd))] = k
		}
	}
	for k, p := range list {
		if p.moved || p.j < p.jEnd || p.grammar() {
			continue
		}
		if x, ok := came[strings.ToLower(p.old.textOf(p.i, p.iEnd))]; ok {
			list[k].moved, list[x].moved = true, true
		}
	}
}
