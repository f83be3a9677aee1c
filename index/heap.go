package index

import (
	"cmp"
	"slices"
)

// heap keeps the k best candidates, the worst of them on top. Equal scores are
// ordered by place, so that an answer does not depend on the order in which
// Bleve numbered the documents.
type heap struct {
	l  *lookup
	k  int
	cs []candidate
}

// floor is the score a candidate must reach to enter.
func (h *heap) floor() float32 {
	if len(h.cs) < h.k || h.k == 0 {
		return 0
	}
	return h.cs[0].score
}

// better reports whether a is to be shown before b.
func (h *heap) better(a, b candidate) bool {
	if a.score != b.score {
		return a.score > b.score
	}
	return h.l.compare(a, b) < 0
}

func (h *heap) push(c candidate) {
	switch {
	case h.k == 0:
	case len(h.cs) < h.k:
		h.cs = append(h.cs, c)
		for i := len(h.cs) - 1; i > 0; {
			p := (i - 1) / 2
			if !h.better(h.cs[p], h.cs[i]) {
				break
			}
			h.cs[p], h.cs[i] = h.cs[i], h.cs[p]
			i = p
		}
	case h.better(c, h.cs[0]):
		h.cs[0] = c
		h.sink()
	}
}

func (h *heap) sink() {
	for i := 0; ; {
		c := 2*i + 1
		if c >= len(h.cs) {
			return
		}
		if c+1 < len(h.cs) && h.better(h.cs[c], h.cs[c+1]) {
			c++
		}
		if !h.better(h.cs[i], h.cs[c]) {
			return
		}
		h.cs[i], h.cs[c] = h.cs[c], h.cs[i]
		i = c
	}
}

// sorted returns the candidates, best first.
func (h *heap) sorted() []candidate {
	slices.SortFunc(h.cs, func(a, b candidate) int {
		if h.better(a, b) {
			return -1
		}
		return 1
	})
	return h.cs
}

// compare orders documents of the same score: newest first, then by article,
// newest version first, and ordinal.
func (v *view) compare(a, b candidate) int {
	x, y := v.segs[a.seg], v.segs[b.seg]
	p, q := &x.versions[x.version[a.doc]], &y.versions[y.version[b.doc]]
	if p.day != q.day {
		return cmp.Compare(q.day, p.day)
	}
	if p.article != q.article {
		return cmp.Compare(v.articles.name(p.article), v.articles.name(q.article))
	}
	return cmp.Or(cmp.Compare(q.n, p.n), cmp.Compare(x.ordinal[a.doc], y.ordinal[b.doc]))
}
