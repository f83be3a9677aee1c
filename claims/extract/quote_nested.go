package extract

// maxNested bounds the quotations whose inside is read; the rest of a text that
// holds more is no prose.
const maxNested = 2_000

// nested finds quotations inside quotations: “They told us ‘leave now’ and
// fired,” said Lind. The words around the inner one are a frame like any other.
func (q *quoting) nested() {
	inner := map[int][]int{} // outer quotation → those directly inside
	for i := range q.d.Marks {
		if p := q.d.Marks[i].Parent; p >= 0 && q.d.Marks[i].Closed {
			inner[p] = append(inner[p], i)
		}
	}
	read := 0
	for outer := range q.d.Marks {
		if len(inner[outer]) == 0 || read > maxNested {
			continue
		}
		read++
		o := q.d.outermost(outer)
		if x := q.of[o]; x == nil || x.Scare {
			continue
		}
		for _, f := range q.d.framesWithin(outer, inner[outer]) {
			q.nestedIn(&f, o)
		}
	}
}

// framesWithin cuts the inside of a quotation into frames.
func (d *Doc) framesWithin(outer int, inner []int) []frame {
	m := &d.Marks[outer]
	var out []frame
	var items []item
	flush := func() {
		if len(items) > 0 {
			out = append(out, frame{d: d, items: items, para: d.Tokens[m.Open].Para})
			items = nil
		}
	}
	next := 0
	for i := m.Open + 1; i < m.Close && i < len(d.Tokens); {
		for next < len(inner) && d.Marks[inner[next]].Open < i {
			next++
		}
		if len(items) > 0 {
			switch d.Tokens[i-1].Text {
			case ".", "?", "!":
				flush()
			}
		}
		if next < len(inner) && d.Marks[inner[next]].Open == i {
			items = append(items, item{i, inner[next]})
			i = d.Marks[inner[next]].Close + 1
			next++
			continue
		}
		items = append(items, item{i, -1})
		i++
	}
	flush()
	return out
}

// nestedIn attributes the quotations of one inner frame that a cue introduces.
func (q *quoting) nestedIn(f *frame, outer int) {
	cs := f.cues()
	byCue := map[*cue]*found{}
	for p := range f.items {
		if !f.quoted(p) {
			continue
		}
		u, ok := f.utterance(p)
		if !ok {
			continue
		}
		c, rule := f.chooseCue(cs, &u)
		if c == nil || q.isTitle(f, &u, c, rule) {
			continue
		}
		x := byCue[c]
		if x == nil {
			x = q.add(-1, f, c, "nested "+rule, sureFallback)
			byCue[c] = x
		}
		x.Within, x.pos = outer, q.of[outer].pos
		x.segment = append(x.segment, segment{u.m.Span, true})
		x.direct = true
	}
}
