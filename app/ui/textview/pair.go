package textview

import (
	"slices"

	"stet/app/textlayout"
	"stet/index/source"
)

// Pair keeps two panes in step: what corresponds stands side by side, however
// far one scrolls either of them.
type Pair struct {
	left, right *View
	rows        []textlayout.Row
	loose       bool
	knots       []textlayout.Knot
	lead        *View // scrolled last
	busy        bool
}

// NewPair joins two panes; rows say what corresponds, in any order.
func NewPair(left, right *View, rows []textlayout.Row) *Pair {
	p := &Pair{left: left, right: right, lead: left}
	for _, v := range []*View{left, right} {
		v.onLaid = p.align
		v.onMoved = func() {
			p.lead = v
			p.follow()
		}
	}
	p.SetRows(rows)
	return p
}

// SetRows replaces what corresponds.
func (p *Pair) SetRows(rows []textlayout.Row) {
	p.rows = slices.Clone(rows)
	p.align()
}

// Show puts two texts into the panes, with what corresponds in them.
func (p *Pair) Show(left, right source.Text, rows []textlayout.Row) {
	p.rows = nil
	p.left.SetText(left)
	p.right.SetText(right)
	p.SetRows(rows)
}

// SetFill says whether gaps are left where the other text has more; without,
// the panes scroll at different speeds to stay in step. It is on at first.
func (p *Pair) SetFill(on bool) {
	p.loose = !on
	p.align()
}

// Close parts the panes and takes out the gaps.
func (p *Pair) Close() {
	for _, v := range []*View{p.left, p.right} {
		v.onLaid, v.onMoved = nil, nil
		v.SetGaps(nil)
	}
}

// align sets gaps for the lines as they are now. A pane calls it between
// breaking its lines and settling; the other one is settled here.
func (p *Pair) align() {
	l, r := p.left, p.right
	if p.busy || l.lay == nil || r.lay == nil {
		return
	}
	p.busy = true
	s := textlayout.NewSideBySide(l.lay, r.lay, p.rows)
	if p.loose {
		l.lay.SetGaps(nil)
		r.lay.SetGaps(nil)
	} else {
		s.Fill()
	}
	p.knots = s.Knots()
	l.settle()
	r.settle()
	p.busy = false
	p.follow()
}

// eyeline is the height in a pane at which two texts are kept in step when no
// gaps do it: where one reads.
const eyeline = 1.0 / 3

// follow scrolls the other pane to where the leading one is.
func (p *Pair) follow() {
	if p.busy || len(p.knots) == 0 || p.left.lay == nil || p.right.lay == nil {
		return
	}
	p.busy = true
	defer func() { p.busy = false }()
	other := p.right
	if p.lead == p.right {
		other = p.left
	}
	y := p.lead.scroll.Offset.Y
	if p.loose {
		eye := p.lead.scroll.Size().Height*eyeline - marginY
		y = textlayout.Across(p.knots, y+eye, p.lead == p.left) - eye
	}
	other.scrollY(y)
}
