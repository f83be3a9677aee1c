package diff

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
	above, row []cell         // values, of the row before and of this one
	from       [][states]step // of all rows
	// bounds of edits by position
	openOld, openNew, closeOld, closeNew []float32
	found                                []run // scratch of back
}

// cell is the value of the best way to a place in each state, and of the best of
// them with every edit closed.
type cell struct {
	best  [states]float32
	shut  float32
	state uint8 // that the shut way ends in
}

// step is how a state was reached: the state before it in two bits, then a bit
// each for an old and a new token.
type step uint8

const (
	stepOld step = 1 << 2
	stepNew step = 1 << 3
)

const never = float32(-1e9)

// put takes a way to a state if it is better than those before.
func (c *cell) put(f *[states]step, state uint8, v float32, s step) {
	if v > c.best[state] {
		c.best[state], f[state] = v, s
	}
}

// close finds the best way with every edit closed, an edit that ends here being
// worth old, new or the mean of both.
func (c *cell) close(old, new float32) {
	v, s := c.best[kept], uint8(kept)
	if x := c.best[deleting] + old; x > v {
		v, s = x, deleting
	}
	if x := c.best[inserting] + new; x > v {
		v, s = x, inserting
	}
	if x := c.best[replacing] + (old+new)/2; x > v {
		v, s = x, replacing
	}
	c.shut, c.state = v, s
}

// solve appends the equal runs of the best way through z, with an empty run
// between edits that touch.
func (t *table) solve(voc *vocabulary, a, b []token, z span4, out *runs) {
	n, m := z.iEnd-z.i, z.jEnd-z.j
	t.openOld, t.closeOld = bounds(voc, a, z.i, z.iEnd, t.openOld, t.closeOld)
	t.openNew, t.closeNew = bounds(voc, b, z.j, z.jEnd, t.openNew, t.closeNew)
	if cap(t.row) <= m {
		t.above, t.row = make([]cell, m+1), make([]cell, m+1)
	}
	if size := (n + 1) * (m + 1); cap(t.from) < size {
		t.from = make([][states]step, size)
	}
	t.above, t.row = t.above[:m+1], t.row[:m+1]
	for i := 0; i <= n; i++ {
		from := t.from[i*(m+1) : (i+1)*(m+1)]
		t.cells(voc, a[z.i:z.iEnd], b[z.j:z.jEnd], i, from)
		t.above, t.row = t.row, t.above
	}
	t.back(z, n, m, out)
}

// cells fills a row.
func (t *table) cells(voc *vocabulary, a, b []token, i int, from [][states]step) {
	var x *form
	var openOld float32 // of an edit that begins with the old token
	if i > 0 {
		x, openOld = &voc.forms[a[i-1].id], t.openOld[i-1]
	}
	for j := range t.row {
		c, f := &t.row[j], &from[j]
		c.best = [states]float32{never, never, never, never}
		if i == 0 && j == 0 {
			c.best[kept] = 0
		}
		if i > 0 && j > 0 {
			p, y := &t.above[j-1], &voc.forms[b[j-1].id]
			if x == y {
				c.put(f, kept, p.shut+x.worth, step(p.state)|stepOld|stepNew)
			}
			like := likeness(x, y)
			c.put(f, replacing, p.best[replacing]+like, replacing|stepOld|stepNew)
			c.put(f, replacing, p.shut-weights.both+(openOld+t.openNew[j-1])/2+like, step(p.state)|stepOld|stepNew)
		}
		if i > 0 {
			p := &t.above[j]
			c.put(f, deleting, p.best[deleting], deleting|stepOld)
			c.put(f, deleting, p.shut-weights.one+openOld, step(p.state)|stepOld)
			c.put(f, replacing, p.best[replacing]-weights.skip, replacing|stepOld)
			c.put(f, replacing, p.shut-weights.both-weights.skip+(openOld+t.openNew[j])/2, step(p.state)|stepOld)
		}
		if j > 0 {
			p, openNew := &t.row[j-1], t.openNew[j-1]
			c.put(f, inserting, p.best[inserting], inserting|stepNew)
			c.put(f, inserting, p.shut-weights.one+openNew, step(p.state)|stepNew)
			c.put(f, replacing, p.best[replacing]-weights.skip, replacing|stepNew)
			c.put(f, replacing, p.shut-weights.both-weights.skip+(t.openOld[i]+openNew)/2, step(p.state)|stepNew)
		}
		c.close(t.closeOld[i], t.closeNew[j])
	}
}

// back follows the best way from the end and appends its equal runs.
func (t *table) back(z span4, n, m int, out *runs) {
	found := t.found[:0]
	i, j := n, m
	s := t.above[m].state // the row filled last
	for i > 0 || j > 0 {
		p := t.from[i*(m+1)+j][s]
		if p&stepOld != 0 {
			i--
		}
		if p&stepNew != 0 {
			j--
		}
		before := uint8(p & (states - 1))
		switch {
		case s == kept:
			found = append(found, run{z.i + i, z.j + j, 1})
		case before != s && before != kept:
			found = append(found, run{z.i + i, z.j + j, 0})
		}
		s = before
	}
	t.found = found
	for k := len(found) - 1; k >= 0; k-- {
		if r := found[k]; r.n == 0 {
			out.list = append(out.list, r)
		} else {
			out.add(r.i, r.j, 1)
		}
	}
}
