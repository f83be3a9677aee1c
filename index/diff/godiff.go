package diff

import (
	"slices"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// maxRegion bounds the product of the token counts of a region that go-diff
// gets to see: its work grows with the length times the number of differences,
// so a region takes at most some 10 ms.
const maxRegion = 1 << 20

// maxTokens guards go-diff's alphabet: a region has at most that many distinct
// tokens, well below the 1,112,064 that Unicode can number.
const maxTokens = 1_000_000

// shingle is the number of tokens whose sequence must be unique on both sides
// to cut a region that is too large.
const shingle = 4

// goDiff has its time-out off: the result must not depend on the machine.
var goDiff = func() *diffmatchpatch.DiffMatchPatch {
	d := diffmatchpatch.New()
	d.DiffTimeout = 0
	return d
}()

// equal returns runs of equal tokens, ascending on both sides: a longest common
// subsequence where the regions are small enough.
func (w *worder) equal(a, b []token) []run {
	var rs runs
	w.region(a, b, 0, 0, &rs)
	return rs.list
}

// runs is a list that joins runs that touch.
type runs struct{ list []run }

func (r *runs) add(i, j, n int) {
	if n == 0 {
		return
	}
	if k := len(r.list) - 1; k >= 0 && r.list[k].i+r.list[k].n == i && r.list[k].j+r.list[k].n == j {
		r.list[k].n += n
		return
	}
	r.list = append(r.list, run{i, j, n})
}

// region compares a, which starts at token i of its side, with b at j.
func (w *worder) region(a, b []token, i, j int, rs *runs) {
	n := 0
	for n < len(a) && n < len(b) && a[n].id == b[n].id {
		n++
	}
	rs.add(i, j, n)
	a, b, i, j = a[n:], b[n:], i+n, j+n
	n = 0
	for n < len(a) && n < len(b) && a[len(a)-1-n].id == b[len(b)-1-n].id {
		n++
	}
	a, b = a[:len(a)-n], b[:len(b)-n]
	switch {
	case len(a) == 0 || len(b) == 0:
	case len(a)*len(b) <= maxRegion && len(a)+len(b) <= maxTokens:
		w.goDiff(a, b, i, j, rs)
	default:
		w.cut(a, b, i, j, rs)
	}
	rs.add(i+len(a), j+len(b), n)
}

// cut divides a large region at sequences that occur once on each side. Without
// one, nothing of the region is common.
func (w *worder) cut(a, b []token, i, j int, rs *runs) {
	for _, k := range []int{shingle, 1} {
		cuts := uniqueCuts(a, b, k)
		if len(cuts) == 0 {
			continue
		}
		x, y := 0, 0
		for _, c := range cuts {
			if c.i < x || c.j < y {
				continue // overlaps the cut before
			}
			w.region(a[x:c.i], b[y:c.j], i+x, j+y, rs)
			rs.add(i+c.i, j+c.j, k)
			x, y = c.i+k, c.j+k
		}
		w.region(a[x:], b[y:], i+x, j+y, rs)
		return
	}
}

// uniqueCuts returns the sequences of k tokens that occur once in a and once in
// b, reduced to the longest chain in both orders.
func uniqueCuts(a, b []token, k int) []link {
	once := uniqueShingles(b, k)
	var found []link
	for h, x := range uniqueShingles(a, k) {
		y, ok := once[h]
		if !ok || x < 0 || y < 0 {
			continue
		}
		if slices.EqualFunc(a[x:x+k], b[y:y+k], func(p, q token) bool { return p.id == q.id }) {
			found = append(found, link{x, y, 1})
		}
	}
	slices.SortFunc(found, func(p, q link) int { return p.i - q.i })
	in := heaviest(found)
	at := 0
	for n, l := range found {
		if in[n] {
			found[at] = l
			at++
		}
	}
	return found[:at]
}

func uniqueShingles(ts []token, k int) map[uint64]int {
	m := make(map[uint64]int, len(ts))
	for x := 0; x+k <= len(ts); x++ {
		h := uint64(14695981039346656037)
		for _, t := range ts[x : x+k] {
			h = (h ^ uint64(t.id)) * 1099511628211
		}
		if _, ok := m[h]; ok {
			m[h] = -1
		} else {
			m[h] = x
		}
	}
	return m
}

// goDiff compares a small region. Token ids become runes that are local to the
// region, so that there are never too many of them.
func (w *worder) goDiff(a, b []token, i, j int, rs *runs) {
	x, y := w.encode(a), w.encode(b)
	for _, id := range w.used {
		w.local[id] = 0
	}
	w.used = w.used[:0]
	for _, d := range goDiff.DiffMainRunes(x, y, false) {
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			rs.add(i, j, n)
			i += n
			j += n
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			j += n
		}
	}
}

func (w *worder) encode(ts []token) []rune {
	out := make([]rune, len(ts))
	for k, t := range ts {
		if w.local[t.id] == 0 {
			w.local[t.id] = runeOf(len(w.used))
			w.used = append(w.used, t.id)
		}
		out[k] = w.local[t.id]
	}
	return out
}

// runeOf numbers tokens with runes that survive UTF-8: from U+0020, past the
// surrogates (which Go writes as U+FFFD) and past U+FFFD itself.
func runeOf(n int) rune {
	r := rune(n) + 0x20
	if r >= 0xD800 {
		r += 0x800
	}
	if r >= 0xFFFD {
		r++
	}
	return r
}
