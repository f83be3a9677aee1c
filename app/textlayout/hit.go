package textlayout

import (
	"sort"

	"stet/index/source"
)

// X is where the caret before offset off stands on line i. Offsets outside
// what is drawn of the line stand at its nearer end.
func (l *Layout) X(i, off int) float32 {
	runs := l.Runs(i)
	if len(runs) == 0 {
		return l.emptyX(i)
	}
	st := l.StyleOfLine(i)
	off = min(max(off, int(l.lines[i].start)), l.shown(i))
	for _, r := range runs {
		if r.Start <= off && off < r.End {
			return l.xIn(r, off, st)
		}
	}
	for _, r := range runs { // off is behind the last byte drawn
		if r.End == off {
			return l.xIn(r, off, st)
		}
	}
	return runs[0].X
}

// emptyX is where the caret stands on a line with nothing on it.
func (l *Layout) emptyX(i int) float32 {
	pi := l.ParagraphOfLine(i)
	indent := l.metrics[l.doc.paras[pi].style].Indent
	if l.paragraphRTL(pi) {
		return l.width - indent
	}
	return indent
}

// xIn is the position of an offset inside a run.
func (l *Layout) xIn(r Run, off int, st Style) float32 {
	var w float32
	switch off {
	case r.Start:
	case r.End:
		w = r.Width
	default:
		w = min(l.w.m.Width(l.doc.body[r.Start:off], st), r.Width)
	}
	if r.RTL {
		return r.X + r.Width - w
	}
	return r.X + w
}

// Extent is a stretch of a line, in column coordinates, X0 <= X1.
type Extent struct{ X0, X1 float32 }

// Extents are the stretches of line i that a span covers, from left to right,
// joined where they touch. In a line of one direction there is at most one.
func (l *Layout) Extents(i int, s source.Span) []Extent {
	st := l.StyleOfLine(i)
	var out []Extent
	for _, r := range l.Runs(i) {
		a, b := max(s.Start, r.Start), min(s.End, r.End)
		if a >= b {
			continue
		}
		x0, x1 := l.xIn(r, a, st), l.xIn(r, b, st)
		if x0 > x1 {
			x0, x1 = x1, x0
		}
		if n := len(out); n > 0 && x0-out[n-1].X1 < 0.5 {
			out[n-1].X1 = x1
		} else {
			out = append(out, Extent{x0, x1})
		}
	}
	return out
}

// Hit is the offset nearest to x on line i, between two grapheme clusters.
func (l *Layout) Hit(i int, x float32) int {
	return l.Snap(l.nearest(i, x), false) // a cluster may begin in the run before
}

func (l *Layout) nearest(i int, x float32) int {
	runs := l.Runs(i)
	if len(runs) == 0 {
		return int(l.lines[i].start)
	}
	r := runs[len(runs)-1]
	for _, c := range runs {
		if x < c.X+c.Width {
			r = c
			break
		}
	}
	st := l.StyleOfLine(i)
	bounds := l.bounds(r.Start, r.End)
	beyond := func(k int) bool { // bounds[k] lies behind x in reading direction
		at := l.xIn(r, bounds[k], st)
		if r.RTL {
			return at < x
		}
		return at > x
	}
	k := sort.Search(len(bounds), beyond)
	switch {
	case k == 0:
		return r.Start
	case k == len(bounds):
		return r.End
	}
	a, b := l.xIn(r, bounds[k-1], st), l.xIn(r, bounds[k], st)
	if abs(x-a) <= abs(b-x) {
		return bounds[k-1]
	}
	return bounds[k]
}

// At is the offset nearest to a point.
func (l *Layout) At(x, y float32) int { return l.Hit(l.LineAtY(y), x) }

// Inside is the first byte of the cluster under a point, for marks: unlike At
// it does not round to the nearer side. ok is false beside the text.
func (l *Layout) Inside(x, y float32) (off int, ok bool) {
	i := l.LineAtY(y)
	if top := l.Top(i); y < top || y >= top+l.LineHeight(i) {
		return 0, false
	}
	st := l.StyleOfLine(i)
	for _, r := range l.Runs(i) {
		if x < r.X || x >= r.X+r.Width {
			continue
		}
		bounds := l.bounds(r.Start, r.End)
		k := sort.Search(len(bounds), func(k int) bool {
			at := l.xIn(r, bounds[k], st)
			if r.RTL {
				return at <= x
			}
			return at > x
		})
		return bounds[min(max(0, k-1), len(bounds)-2)], true
	}
	return 0, false
}

// bounds are the offsets between the clusters of a range, both ends included.
func (l *Layout) bounds(start, end int) []int {
	out := make([]int, 1, end-start+1)
	out[0] = start
	for at := start; at < end; {
		at += cluster(l.doc.body[at:end])
		out = append(out, at)
	}
	return out
}

// Snap moves an offset that lies inside a grapheme cluster to its start, or to
// its end when up is set. Offsets outside the text move to its nearer end.
func (l *Layout) Snap(off int, up bool) int {
	off = min(max(off, 0), l.doc.Len())
	ln := l.lines[l.LineAt(off)]
	for at := int(ln.start); at < int(ln.end); {
		if at >= off {
			return at
		}
		next := at + cluster(l.doc.body[at:ln.end])
		if off < next {
			if up {
				return next
			}
			return at
		}
		at = next
	}
	return off
}

// SnapSpan widens a span to whole grapheme clusters.
func (l *Layout) SnapSpan(s source.Span) source.Span {
	a := l.Snap(min(s.Start, s.End), false)
	if s.Empty() {
		return source.Span{Start: a, End: a}
	}
	return source.Span{Start: a, End: l.Snap(s.End, true)}
}

func abs(x float32) float32 { return max(x, -x) }
