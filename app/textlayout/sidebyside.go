package textlayout

import (
	"slices"
	"sort"

	"stet/index/source"
)

// Row says that two places of two versions belong side by side.
type Row struct{ Left, Right source.Span }

// Knot is a pair of heights that belong side by side.
type Knot struct{ Left, Right float32 }

// SideBySide keeps two layouts in step.
type SideBySide struct {
	left, right *Layout
	pairs       [][2]int // paragraphs, rising on both sides
}

// NewSideBySide takes the rows that do not cross one another, as many as there
// can be: a passage that moved stays out. Rows with an empty side say that
// nothing corresponds, and are left out too.
func NewSideBySide(left, right *Layout, rows []Row) *SideBySide {
	var pairs [][2]int
	for _, r := range rows {
		if r.Left.Empty() || r.Right.Empty() || !r.Left.Fits(left.doc.body) || !r.Right.Fits(right.doc.body) {
			continue
		}
		pairs = append(pairs, [2]int{left.doc.Paragraph(r.Left.Start), right.doc.Paragraph(r.Right.Start)})
	}
	slices.SortStableFunc(pairs, func(a, b [2]int) int { return a[0] - b[0] })
	return &SideBySide{left, right, rising(pairs)}
}

// rising is a longest subsequence that rises strictly on both sides (patience
// sorting; pairs come sorted by their left side).
func rising(pairs [][2]int) [][2]int {
	// Among pairs with one left side at most one can be taken: falling right
	// sides within them see to that.
	slices.SortStableFunc(pairs, func(a, b [2]int) int {
		if a[0] != b[0] {
			return a[0] - b[0]
		}
		return b[1] - a[1]
	})
	var tails []int // tails[k]: index of the pair that ends the best run of length k+1
	prev := make([]int, len(pairs))
	for i, p := range pairs {
		k := sort.Search(len(tails), func(k int) bool { return pairs[tails[k]][1] >= p[1] })
		prev[i] = -1
		if k > 0 {
			prev[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, i)
		} else {
			tails[k] = i
		}
	}
	if len(tails) == 0 {
		return nil
	}
	out := make([][2]int, 0, len(tails))
	for i := tails[len(tails)-1]; i >= 0; i = prev[i] {
		out = append(out, pairs[i])
	}
	slices.Reverse(out)
	return out
}

// Fill sets the gaps of both layouts so that paragraphs that correspond begin
// at the same height and both end at the same height.
func (s *SideBySide) Fill() {
	s.left.SetGaps(nil)
	s.right.SetGaps(nil)
	var lg, rg []Gap
	var dl, dr float32 // what the gaps so far have added
	level := func(pl, pr int, yl, yr float32) {
		switch d := (yl + dl) - (yr + dr); {
		case d > 0:
			rg, dr = append(rg, Gap{pr, d}), dr+d
		case d < 0:
			lg, dl = append(lg, Gap{pl, -d}), dl-d
		}
	}
	for _, p := range s.pairs {
		level(p[0], p[1], s.left.top[p[0]], s.right.top[p[1]])
	}
	level(len(s.left.top), len(s.right.top), s.left.height, s.right.height)
	s.left.SetGaps(lg)
	s.right.SetGaps(rg)
}

// Knots are the heights that belong side by side, rising, from the tops to the
// ends.
func (s *SideBySide) Knots() []Knot {
	out := []Knot{{0, 0}}
	for _, p := range s.pairs {
		out = append(out, Knot{s.left.top[p[0]], s.right.top[p[1]]})
	}
	return append(out, Knot{s.left.height, s.right.height})
}

// Across is the height on one side that belongs to a height on the other.
func Across(knots []Knot, y float32, toRight bool) float32 {
	at := func(i int) (from, to float32) {
		if toRight {
			return knots[i].Left, knots[i].Right
		}
		return knots[i].Right, knots[i].Left
	}
	i := sort.Search(len(knots), func(i int) bool { f, _ := at(i); return f > y })
	if i == 0 {
		return y
	}
	f0, t0 := at(i - 1)
	if i == len(knots) {
		return t0 + y - f0
	}
	f1, t1 := at(i)
	if f1 <= f0 {
		return t0
	}
	return t0 + (y-f0)*(t1-t0)/(f1-f0)
}
