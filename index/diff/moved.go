package diff

// maxMoved bounds the product of the deleted and the inserted tokens of a row
// among which moved phrases are looked for.
const maxMoved = 40_000

// piece is a stretch of a change: old tokens [i, iEnd) became new tokens
// [j, jEnd). A moved piece has one side only; its words stand on the other side
// in another piece.
type piece struct {
	i, iEnd, j, jEnd int
	moved            bool
}

// pieces cuts what lies between the equal runs into changes, and those again
// where a phrase was only moved: taken out at one place of the row and put in,
// word for word, at another. moved tells, for every old and new token, whether
// it belongs to such a phrase (from 1: which).
func pieces(runs []run, n, m int, old, new []int32) [][]piece {
	out := make([][]piece, 0, len(runs)+1)
	i, j := 0, 0
	for _, r := range append(runs[:len(runs):len(runs)], run{n, m, 0}) {
		out = append(out, cutMoved(piece{i: i, iEnd: r.i, j: j, jEnd: r.j}, old, new))
		i, j = r.i+r.n, r.j+r.n
	}
	return out
}

// cutMoved divides one change: what moved stands alone, the rest of both sides
// is paired in order.
func cutMoved(p piece, old, new []int32) []piece {
	if old == nil {
		return []piece{p}
	}
	var out []piece
	i, j := p.i, p.j
	for i < p.iEnd || j < p.jEnd {
		iEnd, oldMoved := stretch(old, i, p.iEnd)
		jEnd, newMoved := stretch(new, j, p.jEnd)
		switch {
		case oldMoved:
			out = append(out, piece{i, iEnd, j, j, true})
			i = iEnd
		case newMoved:
			out = append(out, piece{i, i, j, jEnd, true})
			j = jEnd
		default:
			out = append(out, piece{i, iEnd, j, jEnd, false})
			i, j = iEnd, jEnd
		}
	}
	return out
}

// stretch is the end of the tokens from k on that belong to the same phrase, or
// to none, and whether they moved.
func stretch(marks []int32, k, end int) (int, bool) {
	if k >= end {
		return k, false
	}
	at := k
	for at < end && marks[at] == marks[k] {
		at++
	}
	return at, marks[k] != 0
}

// movedPhrases finds the longest sequences that were deleted at one place and
// inserted at another, and marks their tokens on both sides with a number from
// 1. It returns nil if there are none.
func (w *worder) movedPhrases(a, b []token, runs []run) (old, new []int32) {
	gone, come := unmatched(runs, len(a), len(b))
	if len(gone) == 0 || len(come) == 0 || len(gone)*len(come) > maxMoved {
		return nil, nil
	}
	old, new = make([]int32, len(a)), make([]int32, len(b))
	for n := int32(1); ; n++ {
		i, j, k := w.longest(a, b, gone, come, old, new)
		if k == 0 {
			if n == 1 {
				return nil, nil
			}
			return old, new
		}
		for x := range k {
			old[i+x], new[j+x] = n, n
		}
	}
}

// unmatched lists the tokens outside the equal runs.
func unmatched(runs []run, n, m int) (old, new []int) {
	i, j := 0, 0
	for _, r := range append(runs[:len(runs):len(runs)], run{n, m, 0}) {
		for ; i < r.i; i++ {
			old = append(old, i)
		}
		for ; j < r.j; j++ {
			new = append(new, j)
		}
		i, j = r.i+r.n, r.j+r.n
	}
	return old, new
}

// longest finds the worthiest sequence common to what went and what came that
// is not marked yet: k tokens from i and j, 0 if none is worth weights.moved.
func (w *worder) longest(a, b []token, gone, come []int, old, new []int32) (i, j, k int) {
	best := weights.moved
	for _, x := range gone {
		if old[x] != 0 || a[x].class == Mark {
			continue
		}
		for _, y := range come {
			if new[y] != 0 || a[x].id != b[y].id {
				continue
			}
			n, worth := w.phrase(a, b, x, y, gone, come, old, new)
			if worth > best {
				i, j, k, best = x, y, n, worth
			}
		}
	}
	return i, j, k
}

// phrase measures the common sequence from x and y on.
func (w *worder) phrase(a, b []token, x, y int, gone, come []int, old, new []int32) (n int, worth float32) {
	last := 0
	var sum float32
	for x+n < len(a) && y+n < len(b) && a[x+n].id == b[y+n].id && old[x+n] == 0 && new[y+n] == 0 && has(gone, x+n) && has(come, y+n) {
		f := &w.voc.forms[a[x+n].id]
		n++
		if f.class != Mark {
			sum += f.worth
			worth, last = sum, n
		}
	}
	return last, worth
}

// has reports whether an ascending list of token numbers has k.
func has(ks []int, k int) bool {
	lo, hi := 0, len(ks)
	for lo < hi {
		if mid := (lo + hi) / 2; ks[mid] < k {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(ks) && ks[lo] == k
}
