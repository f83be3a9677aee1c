package chart

import (
	"cmp"
	"math"
	"slices"

	"stet/claims"
	"stet/claims/toll"
)

// patch is a rectangle taken by a mark, a bar or a number.
type patch struct{ x0, x1, y0, y1 float64 }

func (b patch) meets(list []patch) bool {
	return slices.ContainsFunc(list, func(o patch) bool { return b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1 })
}

// thread is a line that joins two versions of an article, from left to right.
type thread struct{ x0, y0, x1, y1 float64 }

// clear is how far a number keeps off a thread, in pixels.
const clear = 2.0

// crossed reports whether a thread runs through a patch (Liang and Barsky's clipping, of
// which only the answer is wanted).
func (b patch) crossed(list []thread) bool {
	return slices.ContainsFunc(list, func(t thread) bool {
		from, to := 0.0, 1.0
		dx, dy := t.x1-t.x0, t.y1-t.y0
		for _, e := range [4][2]float64{{-dx, t.x0 - (b.x0 - clear)}, {dx, b.x1 + clear - t.x0}, {-dy, t.y0 - (b.y0 - clear)}, {dy, b.y1 + clear - t.y0}} {
			switch {
			case e[0] == 0 && e[1] < 0:
				return false // beside it
			case e[0] < 0:
				from = max(from, e[1]/e[0])
			case e[0] > 0:
				to = min(to, e[1]/e[0])
			}
		}
		return from < to
	})
}

// What a number's place costs: it stands across a thread or a bar only where every other
// place does too, and rather at its mark's right than elsewhere.
const (
	costThread = 40
	costBar    = 20
)

// numbers writes the figure beside each mark where there is room, what stands first.
func (p *page) numbers(x panel, at []float64, y func(float64) float64, top, bottom float64, axis stretch) {
	var taken, bars []patch
	for i, r := range x.list {
		v := y(value(r.row.Range))
		taken = append(taken, patch{at[i] - markSize, at[i] + markSize, v - markSize, v + markSize})
		bars = append(bars, barBox(r.row.Range, at[i], y, top, bottom))
	}
	lines := threads(x, at, y)
	for _, i := range byStanding(x.list) {
		s := toll.Say(x.list[i].row.Range)
		least, pos := math.MaxInt, patch{}
		for n, b := range beside(at[i], y(value(x.list[i].row.Range)), width(s, textSize)) {
			if b.x0 < axis.x0+2 || b.x1 > axis.x1-2 || b.y0 < top || b.y1 > bottom || b.meets(taken) {
				continue
			}
			cost := n
			if b.crossed(lines) {
				cost += costThread
			}
			if b.meets(bars) {
				cost += costBar
			}
			if cost < least {
				least, pos = cost, b
			}
		}
		if least == math.MaxInt {
			continue
		}
		taken = append(taken, pos)
		ink, stands := Text, x.list[i].row.Standing == toll.Stands
		if x.list[i].row.Standing == toll.Outdated {
			ink = Muted
		}
		p.add(Shape{Kind: Rect, X: pos.x0 - 1, Y: pos.y0, W: pos.x1 - pos.x0 + 2, H: pos.y1 - pos.y0, Ink: Panel}) // nothing runs through a number
		p.label(pos.x0, (pos.y0+pos.y1)/2+4, s, textSize, ink, Start, stands)
	}
}

// byStanding orders reports, by index: what stands, what is in doubt, what is outdated;
// the latest first.
func byStanding(list []report) []int {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	rank := func(i int) int {
		return slices.Index([]toll.Standing{toll.Stands, toll.Doubtful, toll.Outdated}, list[i].row.Standing)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(b, a)) })
	return order
}

// barBox is where the bar of a range is drawn.
func barBox(i claims.Interval, x float64, y func(float64) float64, top, bottom float64) patch {
	b := patch{x - barWidth/2, x + barWidth/2, y(i.Max), y(i.Min)}
	switch {
	case i.NoMax:
		b.y0 = top
	case i.Mod == claims.AtMost || i.Mod == claims.LessThan:
		b.y1 = bottom
	}
	return b
}

// beside lists where a number may stand, w wide, about its mark at x, v: the better
// places first.
func beside(x, v, w float64) []patch {
	const gap, high, off = markSize + 4, 12.0, markSize + 3
	right, left := patch{x0: x + gap, x1: x + gap + w}, patch{x0: x - gap - w, x1: x - gap}
	at := func(b patch, mid float64) patch {
		b.y0, b.y1 = mid-high/2, mid+high/2
		return b
	}
	over, under := v-off-high/2, v+off+high/2
	middle := patch{x0: x - w/2, x1: x + w/2}
	return []patch{at(right, v), at(left, v), at(middle, over), at(middle, under), at(right, v-off), at(left, v-off), at(right, v+off), at(left, v+off)}
}
