package diff

// weights say what makes a list of edits read naturally. They are in units of
// "one kept word of medium length"; testdata/quality.txt holds what they reach.
var weights = struct {
	// worth of keeping a token: words + letters, function words, marks
	word, letter, stop, mark float32

	one, both float32 // cost of an edit that only adds or deletes; that replaces
	// where an edit begins or ends
	text    float32 // at the start or the end of the sentence
	period  float32 // behind . ! ? ; :
	comma   float32 // behind or in front of a comma, bracket or dash
	opens   float32 // an edit that begins with a comma, bracket, conjunction or preposition
	dangles float32 // an edit that ends in a function word
	glued   float32 // a boundary inside what is written without a space
	// inside a replacement
	skip  float32 // cost of a token with no counterpart
	other float32 // cost of a pair of unrelated words
	kind  float32 // worth of a pair of the same kind: two prepositions, two numbers
	alike float32 // worth of a pair of related forms: model, models
	again float32 // worth of a pair of the same word
	moved float32 // worth from which a phrase that changed its place is told apart
}{
	word: 1.1, letter: 0.05, stop: 1.1, mark: 1.5,
	one: 1.2, both: 1.5,
	text: 0, period: 0.2, comma: 0.2, opens: 0.1, dangles: 0.05, glued: 1.1,
	skip: 0.2, other: 0.1, kind: 0.2, alike: 1.2, again: 0, moved: 3,
}

// margin is how many equal tokens on each side of a change are reconsidered
// with it: enough to slide an insertion over a repeated phrase.
const margin = 8

// maxRefine bounds the product of the token counts of a region that is
// reconsidered; larger changes are rewritten passages, where nothing is gained.
const maxRefine = 250_000

// refine reconsiders every changed region together with the equal tokens around
// and inside it. Equal runs longer than two margins separate regions.
func (w *worder) refine(a, b []token, equal []run) []run {
	if len(equal) == 1 && equal[0].n == len(a) && len(a) == len(b) {
		return equal
	}
	var out runs
	i, j := 0, 0 // where the region begins
	for _, r := range equal {
		if r.n <= 2*margin {
			continue
		}
		head, tail := margin, margin
		if r.i == 0 && r.j == 0 {
			head = 0
		}
		if r.i+r.n == len(a) && r.j+r.n == len(b) {
			tail = 0
		}
		w.zone(a, b, span4{i, r.i + head, j, r.j + head}, equal, &out)
		out.add(r.i+head, r.j+head, r.n-head-tail)
		i, j = r.i+r.n-tail, r.j+r.n-tail
	}
	w.zone(a, b, span4{i, len(a), j, len(b)}, equal, &out)
	return out.list
}

// span4 is a region: old tokens [i, iEnd), new tokens [j, jEnd).
type span4 struct{ i, iEnd, j, jEnd int }

// zone decides one region. If it is too large, the runs found stay.
func (w *worder) zone(a, b []token, z span4, equal []run, out *runs) {
	n, m := z.iEnd-z.i, z.jEnd-z.j
	if n == 0 && m == 0 {
		return
	}
	if n == 0 || m == 0 {
		return
	}
	if k, ok := w.loneWord(a[z.i:z.iEnd], b[z.j:z.jEnd]); ok {
		out.add(z.i, z.j, k)
		out.add(z.i+k+1, z.j+k+1, n-k-1)
		return
	}
	if n*m > maxRefine {
		for _, r := range equal {
			lo := max(0, z.i-r.i, z.j-r.j)
			hi := min(r.n, z.iEnd-r.i, z.jEnd-r.j)
			if lo < hi {
				out.add(r.i+lo, r.j+lo, hi-lo)
			}
		}
		return
	}
	w.table.solve(w.voc, a, b, z, out)
}

// loneWord finds the change that is by far the most frequent, one word for
// another, and what the table would say of it: word k of both sides is replaced
// and nothing else. No edit that differs can be worth more if the words stand free
// and occur only there, because each gives up a common token (worth over 1) for
// boundaries (worth less than 0.6 together); the end of a sentence is worth less,
// but has as good a boundary in front of it as behind.
func (w *worder) loneWord(a, b []token) (k int, ok bool) {
	if len(a) != len(b) {
		return 0, false
	}
	for k < len(a) && a[k].id == b[k].id {
		k++
	}
	if k == len(a) || !w.free(a, k) || !w.free(b, k) {
		return 0, false
	}
	x, y := a[k].id, b[k].id
	for n := range a {
		if n != k && (a[n].id != b[n].id || a[n].id == x || a[n].id == y) {
			return 0, false
		}
	}
	return k, true
}

// free reports whether token k is a word or number between white space or marks, of which
// no two stand together.
func (w *worder) free(ts []token, k int) bool {
	mark := func(k int) bool { return k >= 0 && k < len(ts) && ts[k].class == Mark }
	if mark(k) || !ts[k].spaced || mark(k+1) && mark(k+2) || mark(k-1) && mark(k-2) {
		return false
	}
	return k+1 == len(ts) || ts[k+1].spaced || mark(k+1)
}

// The states of the table: after an equal token (or at the start), inside a
// deletion, inside an insertion, inside a replacement.
const (
	kept = iota
	deleting
	inserting
	replacing
	states
)

// table is a dynamic programme over a region: the best way to come to (i, j) in
// each state, with where it came from. An edit may follow another directly:
// unrelated phrases of some length are a deletion and an insertion, words that
// stand for each other are a replacement.
type table struct {
	best [][states]float32
	from [][states]step
	shut []way // the best of them with every edit closed
	// bounds of edits by position
	openOld, openNew, closeOld, closeNew []float32
}

// way is the value of a way and the state it ends in.
type way struct {
	value float32
	state uint8
}

// step is how a cell was reached: from which state, by which tokens.
type step struct{ state, di, dj uint8 }

const never = float32(-1e9)

// solve appends the equal runs of the best way through z, with an empty run
// between edits that touch.
func (t *table) solve(voc *vocabulary, a, b []token, z span4, out *runs) {
	n, m := z.iEnd-z.i, z.jEnd-z.j
	t.openOld, t.closeOld = bounds(voc, a, z.i, z.iEnd, t.openOld, t.closeOld)
	t.openNew, t.closeNew = bounds(voc, b, z.j, z.jEnd, t.openNew, t.closeNew)
	size := (n + 1) * (m + 1)
	if cap(t.best) < size {
		t.best = make([][states]float32, size)
		t.from = make([][states]step, size)
		t.shut = make([]way, size)
	}
	t.best, t.from, t.shut = t.best[:size], t.from[:size], t.shut[:size]
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			t.cell(voc, a[z.i:z.iEnd], b[z.j:z.jEnd], i, j)
			t.shut[i*(m+1)+j] = t.closed(i*(m+1)+j, i, j)
		}
	}
	t.back(z, n, m, out)
}

func (t *table) cell(voc *vocabulary, a, b []token, i, j int) {
	wide := len(b) + 1
	at := i*wide + j
	c := &t.best[at]
	f := &t.from[at]
	*c = [states]float32{never, never, never, never}
	if i == 0 && j == 0 {
		c[kept] = 0
		return
	}
	put := func(state uint8, v float32, s step) {
		if v > c[state] {
			c[state], f[state] = v, s
		}
	}
	if i > 0 && j > 0 {
		x, y := a[i-1].id, b[j-1].id
		v, s := t.shut[at-wide-1].value, t.shut[at-wide-1].state
		if x == y {
			put(kept, v+voc.forms[x].worth, step{s, 1, 1})
		}
		like := likeness(&voc.forms[x], &voc.forms[y])
		put(replacing, t.best[at-wide-1][replacing]+like, step{replacing, 1, 1})
		put(replacing, v-weights.both+(t.openOld[i-1]+t.openNew[j-1])/2+like, step{s, 1, 1})
	}
	if i > 0 {
		p := &t.best[at-wide]
		v, s := t.shut[at-wide].value, t.shut[at-wide].state
		put(deleting, p[deleting], step{deleting, 1, 0})
		put(deleting, v-weights.one+t.openOld[i-1], step{s, 1, 0})
		put(replacing, p[replacing]-weights.skip, step{replacing, 1, 0})
		put(replacing, v-weights.both-weights.skip+(t.openOld[i-1]+t.openNew[j])/2, step{s, 1, 0})
	}
	if j > 0 {
		p := &t.best[at-1]
		v, s := t.shut[at-1].value, t.shut[at-1].state
		put(inserting, p[inserting], step{inserting, 0, 1})
		put(inserting, v-weights.one+t.openNew[j-1], step{s, 0, 1})
		put(replacing, p[replacing]-weights.skip, step{replacing, 0, 1})
		put(replacing, v-weights.both-weights.skip+(t.openOld[i]+t.openNew[j-1])/2, step{s, 0, 1})
	}
}

// closed is the best way to stand at a cell with every edit closed.
func (t *table) closed(at, i, j int) way {
	p := &t.best[at]
	v, s := p[kept], uint8(kept)
	if x := p[deleting] + t.closeOld[i]; x > v {
		v, s = x, deleting
	}
	if x := p[inserting] + t.closeNew[j]; x > v {
		v, s = x, inserting
	}
	if x := p[replacing] + (t.closeOld[i]+t.closeNew[j])/2; x > v {
		v, s = x, replacing
	}
	return way{v, s}
}

// back follows the best way from the end and appends its equal runs.
func (t *table) back(z span4, n, m int, out *runs) {
	var found []run
	i, j := n, m
	s := t.shut[n*(m+1)+m].state
	for i > 0 || j > 0 {
		p := t.from[i*(m+1)+j][s]
		i -= int(p.di)
		j -= int(p.dj)
		switch {
		case s == kept:
			found = append(found, run{z.i + i, z.j + j, 1})
		case p.state != s && p.state != kept:
			found = append(found, run{z.i + i, z.j + j, 0})
		}
		s = p.state
	}
	for k := len(found) - 1; k >= 0; k-- {
		if r := found[k]; r.n == 0 {
			out.list = append(out.list, r)
		} else {
			out.add(r.i, r.j, 1)
		}
	}
}

// likeness is what it is worth to let one token stand for another inside a
// replacement.
func likeness(x, y *form) float32 {
	switch {
	case x == y:
		return weights.again
	case x.class != y.class || x.class == Mark:
		return -weights.other
	case x.class == Number:
		return weights.kind
	case x.kind != 0 || y.kind != 0:
		if x.kind == y.kind {
			return weights.kind
		}
		return -weights.other
	}
	p, q := x.text, y.text
	n := 0
	for n < len(p) && n < len(q) && p[n] == q[n] {
		n++
	}
	if n >= 3 && 2*n >= max(len(p), len(q)) {
		return weights.alike
	}
	return -weights.other
}

// bounds weighs, for every position p of [from, to], an edit that begins with
// token p and one that ends before token p.
func bounds(voc *vocabulary, ts []token, from, to int, open, end []float32) (o, e []float32) {
	open, end = open[:0], end[:0]
	for p := from; p <= to; p++ {
		var x, y float32
		var before *form
		if p == 0 {
			x += weights.text
		} else {
			before = &voc.forms[ts[p-1].id]
			x += before.behind
			y += before.behind
			if before.stop {
				y -= weights.dangles
			}
		}
		if p == len(ts) {
			y += weights.text
		} else {
			next := &voc.forms[ts[p].id]
			if next.opens {
				x += weights.opens
			}
			if next.stops {
				y += weights.comma
			}
			if p > 0 && !ts[p].spaced && isGlued(before, next) {
				x -= weights.glued
				y -= weights.glued
			}
		}
		open, end = append(open, x), append(end, y)
	}
	return open, end
}

// isGlued reports whether two tokens written without a space are read as one:
// not so a clitic and its word, nor a mark behind a word.
func isGlued(p, q *form) bool {
	if q.class == Mark {
		return p.opening
	}
	return !q.clitic
}
