package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/match"
	"stet/claims/toll"
	"stet/index/source"
)

// Measures of the page, in pixels.
const (
	LeastWidth  = 360 // narrower, labels would meet
	marginLeft  = 56
	marginRight = 28
	titleHeight = 52
	panelHeight = 132
	panelSingle = 60 // of a panel with one or two reports
	panelHead   = 26 // the panel's name above its plot
	panelGap    = 14
	axisHeight  = 26
	legendRow   = 20
	markSize    = 5.0
	barWidth    = 7.0
	textSize    = 12.0
	mostPanels  = 6
)

// report is a row with where it goes.
type report struct {
	row     toll.Row
	article string
	outlet  int // index of its outlet
}

// panel is one group.
type panel struct {
	group toll.Group
	list  []report
}

// Of draws a board, w pixels wide; its height follows from what there is to draw. A
// board without figures gives a page that says so.
func Of(b toll.Board, w float64) Drawing { return paint(b, w, true) }

// Untitled is Of without the title, for where the event is named beside it.
func Untitled(b toll.Board, w float64) Drawing { return paint(b, w, false) }

func paint(b toll.Board, w float64, titled bool) Drawing {
	d := Drawing{W: max(w, LeastWidth), Title: b.Event.Name}
	p := page{d: &d, board: b, y: panelGap}
	p.collect()
	if titled {
		p.title()
	}
	if len(p.list) == 0 {
		p.label(d.W/2, p.y+24, "No figures yet", 13, Muted, Middle, false)
		p.y += 48
	}
	p.panels()
	p.legend()
	d.Desc = describe(b)
	d.Shapes = append([]Shape{{Kind: Rect, W: d.W, H: d.H, Ink: Ground}}, d.Shapes...)
	return d
}

type page struct {
	d       *Drawing
	board   toll.Board
	list    []panel
	dropped int
	outlets []string
	from    time.Time
	to      time.Time
	y       float64
	apart   bool // marks of one moment were moved apart
}

func (p *page) add(s ...Shape) { p.d.Shapes = append(p.d.Shapes, s...) }

func (p *page) label(x, y float64, s string, size float64, ink Ink, align Align, bold bool) {
	p.add(Shape{Kind: Label, X: x, Y: y, S: s, Size: size, Ink: ink, Align: align, Bold: bold})
}

// collect takes the tolls of the groups, with earlier versions; copies of one story
// are one mark, and so are versions that say the same at the same time.
func (p *page) collect() {
	for _, g := range p.board.Groups {
		if len(p.list) == mostPanels {
			p.dropped++
			continue
		}
		x := panel{group: g}
		for _, r := range g.Rows {
			x.list = append(x.list, report{row: r, article: string(r.Version.Article)})
			later := r
			for _, e := range r.Earlier {
				if !e.Range.Equal(later.Range) || later.At.Sub(e.At) > time.Hour {
					x.list = append(x.list, report{row: e, article: string(e.Version.Article)})
				}
				later = e
			}
		}
		slices.SortStableFunc(x.list, func(a, b report) int {
			return cmp.Or(a.row.At.Compare(b.row.At), cmp.Compare(a.row.ID, b.row.ID))
		})
		p.list = append(p.list, x)
	}
	p.name()
	if !p.from.Before(p.to) {
		p.from, p.to = p.from.Add(-12*time.Hour), p.to.Add(12*time.Hour)
	}
}

// name numbers the outlets in the order in which they reported, and finds the first
// and the last report.
func (p *page) name() {
	var all []*report
	for _, x := range p.list {
		for i := range x.list {
			all = append(all, &x.list[i])
		}
	}
	slices.SortStableFunc(all, func(a, b *report) int {
		return cmp.Or(a.row.At.Compare(b.row.At), cmp.Compare(a.row.ID, b.row.ID))
	})
	for i, r := range all {
		name := r.row.Outlet
		if name == "" {
			name = "no outlet named"
		}
		if r.outlet = slices.Index(p.outlets, name); r.outlet < 0 {
			r.outlet = len(p.outlets)
			p.outlets = append(p.outlets, name)
		}
		if i == 0 {
			p.from = r.row.At
		}
		p.to = r.row.At
	}
}

func (p *page) title() {
	p.label(marginLeft-40, 24, cut(p.board.Event.Name, p.d.W-32, 16), 16, Text, Start, true)
	sub := toll.WindowWords(p.board.Event, "")
	if p.board.Event.Place != "" {
		sub = p.board.Event.Place + ", " + sub
	}
	p.label(marginLeft-40, 42, cut(sub+" · figures by the time they were counted, bars show what the words allow", p.d.W-32, textSize), textSize, Muted, Start, false)
	p.y = titleHeight
}

// cut shortens a text to a width.
func cut(s string, w, size float64) string {
	return source.Fit(s, func(s string) bool { return width(s, size) <= w })
}

// wrap breaks a text at spaces into lines of a width.
func wrap(s string, w, size float64) []string {
	var out []string
	line := ""
	for _, word := range strings.Fields(s) {
		if line != "" && width(line+" "+word, size) > w {
			out, line = append(out, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return append(out, line)
}

func (p *page) panels() {
	if len(p.list) == 0 {
		return
	}
	pad := p.to.Sub(p.from) / 24 // so that marks do not stand on the edge
	axis := stretch{p.from.Add(-pad), p.to.Add(2 * pad), marginLeft, p.d.W - marginRight}
	for _, x := range p.list {
		p.panel(x, axis)
		p.y += panelGap
	}
	p.y -= panelGap
	p.add(Shape{Kind: Line, X: axis.x0, Y: p.y, W: axis.x1 - axis.x0, Size: 1, Ink: Axis})
	for _, t := range axis.ticks() {
		p.add(Shape{Kind: Line, X: t.at, Y: p.y, H: 4, Size: 1, Ink: Axis})
		if t.at+width(t.text, textSize-1)/2 > p.d.W-4 {
			continue // no room for its words
		}
		p.label(t.at, p.y+17, t.text, textSize-1, Muted, Middle, false)
	}
	p.y += axisHeight
}

// panel draws one group from p.y down.
func (p *page) panel(x panel, axis stretch) {
	name := toll.Heading(p.board.Event, x.group)
	state := string(x.group.State)
	ink := Muted
	if x.group.State == toll.Conflict {
		ink = Bad
	}
	p.label(marginLeft-40, p.y+17, cut(name, p.d.W-200, 13), 13, Text, Start, true)
	p.label(p.d.W-marginRight, p.y+17, state+": "+x.group.Said(), textSize, ink, End, x.group.State == toll.Conflict)
	height, lines := float64(panelHeight), 4
	if len(x.list) <= 2 {
		height, lines = panelSingle, 2
	}
	top, bottom := p.y+panelHead, p.y+panelHead+height
	step, most := steps(highest(x)*1.12, lines)
	y := func(v float64) float64 { return bottom - (bottom-top)*math.Min(v, most)/most }
	p.add(Shape{Kind: Rect, X: axis.x0, Y: top, W: axis.x1 - axis.x0, H: bottom - top, Ink: Panel})
	for v := 0.0; v <= most; v += step {
		p.add(Shape{Kind: Line, X: axis.x0, Y: y(v), W: axis.x1 - axis.x0, Size: 1, Ink: Grid})
		p.label(axis.x0-8, y(v)+4, claims.Number(v), textSize-1, Muted, End, false)
	}
	at := p.places(x, axis)
	for i, r := range x.list {
		if k := before(x.list[:i], r); k >= 0 {
			a, b := y(value(x.list[k].row.Range)), y(value(r.row.Range))
			p.add(Shape{Kind: Line, X: at[k], Y: a, W: at[i] - at[k], H: b - a, Size: 1.5, Ink: Series(r.outlet), Pale: true})
		}
	}
	for i, r := range x.list {
		p.bar(r, at[i], y, top, bottom)
	}
	for i, r := range x.list {
		p.mark(r, at[i], y)
	}
	p.numbers(x, at, y, top, bottom, axis)
	p.y = bottom
}

func highest(x panel) float64 {
	most := 1.0
	for _, r := range x.list {
		i := r.row.Range
		most = max(most, i.Min)
		if !i.NoMax {
			most = max(most, i.Max)
		}
	}
	return most
}

// places gives every report its x; what would stand on one another is moved apart.
func (p *page) places(x panel, axis stretch) []float64 {
	const apart = 2*markSize + 3
	out := make([]float64, len(x.list))
	last := math.Inf(-1)
	for i, r := range x.list { // oldest first
		out[i] = max(axis.x(r.row.At), last+apart)
		last = out[i]
	}
	if over := last - (axis.x1 - apart); over > 0 { // push back from the edge
		next := math.Inf(1)
		for i := len(out) - 1; i >= 0; i-- {
			out[i] = min(out[i], axis.x1-apart, next-apart)
			next = out[i]
		}
	}
	for i, r := range x.list {
		p.apart = p.apart || math.Abs(out[i]-axis.x(r.row.At)) > apart/2
	}
	return out
}

// value is where a report's mark stands: the number its words begin with.
func value(i claims.Interval) float64 {
	switch {
	case i.Mod == claims.AtMost, i.Mod == claims.LessThan:
		return i.Max
	case i.NoMax:
		return i.Min
	}
	return (i.Min + i.Max) / 2
}

// threads joins the versions of an article, and the entries of a live blog, that may
// give one count: rivals told in one text have a thread each.
func threads(x panel, at []float64, y func(float64) float64) []thread {
	var out []thread
	for i, r := range x.list {
		if k := before(x.list[:i], r); k >= 0 {
			out = append(out, thread{at[k], y(value(x.list[k].row.Range)), at[i], y(value(r.row.Range))})
		}
	}
	return out
}

// before is the last report that one follows in its article, -1 if there is none.
func before(list []report, r report) int {
	for k := len(list) - 1; k >= 0; k-- {
		o := list[k]
		if o.article == r.article && (o.row.Version != r.row.Version || o.row.Entry != r.row.Entry) && match.SameSource(o.row.Attribution, r.row.Attribution) >= 0 {
			return k
		}
	}
	return -1
}

// bar draws what a report's words allow.
func (p *page) bar(r report, x float64, y func(float64) float64, top, bottom float64) {
	i := r.row.Range
	s := Shape{X: x - barWidth/2, W: barWidth, Ink: Series(r.outlet), Pale: r.row.Standing != toll.Stands}
	switch {
	case i.NoMax:
		s.Kind, s.Y, s.H = FadeUp, top+4, y(i.Min)-top-4
		p.add(s)
		p.arrow(x, top+3, r, 1)
	case i.Mod == claims.AtMost || i.Mod == claims.LessThan:
		s.Kind, s.Y, s.H = FadeDown, y(i.Max), bottom-y(i.Max)-4
		p.add(s)
		p.arrow(x, bottom-3, r, -1)
	case i.Max > i.Min:
		s.Kind, s.Y, s.H = Rect, y(i.Max), y(i.Min)-y(i.Max)
		s.Pale = true
		p.add(s)
		for _, v := range []float64{i.Min, i.Max} {
			p.add(Shape{Kind: Line, X: x - barWidth, Y: y(v), W: 2 * barWidth, Size: 1.5, Ink: s.Ink})
		}
	}
}

// arrow is the open end of a bar, pointing up (1) or down (−1).
func (p *page) arrow(x, y float64, r report, dir float64) {
	for _, side := range []float64{-1, 1} {
		p.add(Shape{Kind: Line, X: x, Y: y, W: side * 4, H: dir * 5, Size: 1.5, Ink: Series(r.outlet), Pale: true})
	}
}

func (p *page) mark(r report, x float64, y func(float64) float64) {
	s := Shape{Kind: marker(r.outlet), X: x, Y: y(value(r.row.Range)), Size: markSize, Ink: Series(r.outlet), Row: r.row.ID,
		Pale: r.row.Standing == toll.Outdated, Hollow: r.row.Standing == toll.Doubtful}
	p.add(s)
	if r.row.Standing == toll.Doubtful {
		const over = markSize + 3
		p.add(Shape{Kind: Line, X: x - over, Y: s.Y + over, W: 2 * over, H: -2 * over, Size: 1.5, Ink: Bad})
	}
}

// legend names the outlets, what pale and crossed marks mean, and what is not drawn.
func (p *page) legend() {
	x, left := float64(marginLeft-36), float64(marginLeft-36)
	item := func(w float64) {
		if x > left && x+w > p.d.W-marginRight {
			x, p.y = left, p.y+legendRow
		}
	}
	p.y += 4
	if len(p.outlets) > 0 {
		for i, name := range p.outlets {
			name = cut(name, p.d.W/2, textSize)
			w := width(name, textSize) + 30
			item(w)
			p.add(Shape{Kind: marker(i), X: x, Y: p.y + 8, Size: markSize, Ink: Series(i)})
			p.label(x+11, p.y+12, name, textSize, Text, Start, false)
			x += w
		}
		x, p.y = left, p.y+legendRow
		words := "Pale: outdated. Crossed out: in doubt. A fading bar: at least, at most. A line: versions of one article, entries of one live blog."
		if p.apart {
			words += " Reports of one moment stand side by side, in their order."
		}
		for _, s := range wrap(words, p.d.W-32, textSize-1) {
			p.label(left-4, p.y+12, s, textSize-1, Muted, Start, false)
			p.y += legendRow - 4
		}
		p.y += 4
	}
	if p.dropped > 0 {
		p.label(left-4, p.y+12, fmt.Sprintf("Not drawn: %d more groups.", p.dropped), textSize-1, Muted, Start, false)
		p.y += legendRow
	}
	p.d.H = math.Ceil(p.y + 6)
}

// describe says in words what the chart shows.
func describe(b toll.Board) string {
	var out []string
	for _, g := range b.Groups {
		s := fmt.Sprintf("%s: %s, %s", toll.Heading(b.Event, g), g.State, g.Said())
		out = append(out, s)
	}
	if len(out) == 0 {
		return "No figures."
	}
	return strings.Join(out, ". ") + "."
}
