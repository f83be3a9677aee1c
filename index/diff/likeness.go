package diff

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
