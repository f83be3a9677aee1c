package diff

import (
	"slices"
)

// group is a row in the making: neighbouring sentences of both sides.
type group struct {
	i, j, iEnd, jEnd int
	inPlace          bool
}

// alignment turns the mates into rows, in order of the new text, the deleted
// sentences after the row they followed.
func (a *aligner) alignment(old, new string) Alignment {
	groups := a.groups()
	w := newWorder(a.voc, old, new)
	rows := make([]Pair, 0, len(a.new)+len(a.old)/8)
	next := 0 // old sentence up to which deleted ones were told
	flush := func(to int) {
		for ; next < to; next++ {
			if len(a.oldMates[next]) == 0 {
				rows = append(rows, Pair{Op: Deleted, Old: a.oldSpans[next : next+1 : next+1]})
			}
		}
	}
	// until is where the next group in place begins, by position.
	until := make([]int, len(groups)+1)
	until[len(groups)] = len(a.old)
	for k := len(groups) - 1; k >= 0; k-- {
		until[k] = until[k+1]
		if groups[k].inPlace {
			until[k] = groups[k].i
		}
	}
	flush(until[0])
	for j, k := 0, 0; j < len(a.new); {
		if k == len(groups) || groups[k].j > j {
			rows = append(rows, Pair{Op: Added, New: a.newSpans[j : j+1 : j+1]})
			j++
			continue
		}
		g := groups[k]
		rows = append(rows, a.row(w, g))
		j = g.jEnd
		k++
		if g.inPlace {
			flush(until[k])
		}
	}
	return Alignment{rows}
}

// groups collects the mates, in order of the new text, and tells which groups
// stay in place: those of the heaviest chain.
func (a *aligner) groups() []group {
	gs := make([]group, 0, min(len(a.old), len(a.new)))
	for j := 0; j < len(a.new); {
		m := a.newMates[j]
		if len(m) == 0 {
			j++
			continue
		}
		g := group{i: int(m[0]), j: j, iEnd: int(m[len(m)-1]) + 1, jEnd: j + 1}
		if len(m) == 1 {
			o := a.oldMates[m[0]]
			g.jEnd = int(o[len(o)-1]) + 1
		}
		gs = append(gs, g)
		j = g.jEnd
	}
	order := make([]int, len(gs))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(x, y int) int { return gs[x].i - gs[y].i })
	ls := make([]link, len(gs))
	for k, x := range order {
		n := 0
		for i := gs[x].i; i < gs[x].iEnd; i++ {
			n += a.old[i].span.Len()
		}
		ls[k] = link{gs[x].i, gs[x].j, float32(n + 1)}
	}
	for k, in := range heaviest(ls) {
		gs[order[k]].inPlace = in
	}
	return gs
}

// row writes one group with its word edits.
func (a *aligner) row(w *worder, g group) Pair {
	p := Pair{Op: Edited, Old: a.oldSpans[g.i:g.iEnd:g.iEnd], New: a.newSpans[g.j:g.jEnd:g.jEnd]}
	o, n := p.Hull()
	if w.old[o.Start:o.End] != w.new[n.Start:n.End] {
		p.Edits = w.edits(o, n, joined(a.old[g.i:g.iEnd]), joined(a.new[g.j:g.jEnd]))
	}
	switch {
	case len(p.Old) > 1:
		p.Op = Merged
	case len(p.New) > 1:
		p.Op = Split
	case !g.inPlace:
		p.Op = Moved
	case len(p.Edits) == 0:
		p.Op = Unchanged
	}
	return p
}

func joined(ss []sent) []token {
	if len(ss) == 1 {
		return ss[0].tokens
	}
	var out []token
	for k := range ss {
		out = append(out, ss[k].tokens...)
	}
	return out
}
