package textlayout

import (
	"slices"
	"sort"
	"strings"

	"stet/index/source"
)

// Layout is a document broken into lines for one width and one Measurer.
type Layout struct {
	doc     *Document
	w       *widths
	width   float32
	metrics [NumStyles]Metrics
	lines   []line
	first   []int32   // first line of each paragraph
	top     []float32 // y of the first line of each paragraph
	gaps    []Gap     // by Paragraph
	placed  []Band
	height  float32
	runs    map[int][]run // of paragraphs with right-to-left text, when asked for
}

// Gap is extra space above a paragraph, where the other version of a text has
// words that this one has not. Paragraph may be the number of paragraphs: the
// gap is then below the last.
type Gap struct {
	Paragraph int
	Height    float32 // whole number
}

// Band is a horizontal strip of the layout.
type Band struct{ Top, Height float32 }

// Typesetter makes layouts and remembers the widths of words between them. It
// is not safe for concurrent use.
type Typesetter struct{ w *widths }

// NewTypesetter remembers widths for one Measurer; take a new one when fonts,
// text size or scale change.
func NewTypesetter(m Measurer) *Typesetter { return &Typesetter{newWidths(m)} }

// Layout breaks a document into lines at most width wide. A width below one
// line height is taken as one line height.
func (t *Typesetter) Layout(d *Document, width float32) *Layout {
	l := &Layout{doc: d, w: t.w, runs: map[int][]run{}}
	for s := range l.metrics {
		l.metrics[s] = t.w.m.Metrics(Style(s))
	}
	l.width = max(width, l.metrics[Body].LineHeight, 1)
	b := &breaker{text: d.body, w: t.w, lines: make([]line, 0, len(d.body)/64+len(d.paras))}
	l.first = make([]int32, len(d.paras))
	for i, p := range d.paras {
		l.first[i] = int32(len(b.lines))
		b.paragraph(p, max(1, l.width-2*l.metrics[p.style].Indent))
	}
	l.lines = b.lines
	l.place()
	return l
}

// place computes where every paragraph stands.
func (l *Layout) place() {
	l.top = slices.Grow(l.top[:0], len(l.doc.paras))
	l.placed = l.placed[:0]
	y, g := float32(0), 0
	gap := func(i int) {
		for ; g < len(l.gaps) && l.gaps[g].Paragraph == i; g++ {
			l.placed = append(l.placed, Band{y, l.gaps[g].Height})
			y += l.gaps[g].Height
		}
	}
	for i, p := range l.doc.paras {
		gap(i)
		if i > 0 {
			y += l.metrics[p.style].Above
		}
		l.top = append(l.top, y)
		y += float32(l.linesOf(i)) * l.metrics[p.style].LineHeight
	}
	gap(len(l.doc.paras))
	l.height = y
}

func (l *Layout) linesOf(para int) int {
	if para+1 < len(l.first) {
		return int(l.first[para+1] - l.first[para])
	}
	return len(l.lines) - int(l.first[para])
}

// SetGaps replaces the gaps. Gaps outside the text or without height are left
// out; the order given among those of one paragraph is kept.
func (l *Layout) SetGaps(gaps []Gap) {
	l.gaps = slices.DeleteFunc(slices.Clone(gaps), func(g Gap) bool {
		return g.Paragraph < 0 || g.Paragraph > len(l.doc.paras) || g.Height <= 0
	})
	slices.SortStableFunc(l.gaps, func(a, b Gap) int { return a.Paragraph - b.Paragraph })
	l.place()
}

// Gaps are the gaps as they stand, from the top.
func (l *Layout) Gaps() []Band { return l.placed }

// Document is what was laid out.
func (l *Layout) Document() *Document { return l.doc }

// Width is the width of the column.
func (l *Layout) Width() float32 { return l.width }

// Height is the height of the whole text, gaps included.
func (l *Layout) Height() float32 { return l.height }

// Lines is the number of lines; at least 1.
func (l *Layout) Lines() int { return len(l.lines) }

// Line is the extent of line i, trailing spaces included, without a "\n".
func (l *Layout) Line(i int) source.Span {
	return source.Span{Start: int(l.lines[i].start), End: int(l.lines[i].end)}
}

// shown is the end of what is drawn of a line: before its trailing spaces.
func (l *Layout) shown(i int) int {
	ln := l.lines[i]
	return int(ln.start) + len(strings.TrimRight(l.doc.body[ln.start:ln.end], " \t"))
}

// ParagraphOfLine is the index of the paragraph a line belongs to.
func (l *Layout) ParagraphOfLine(i int) int {
	return sort.Search(len(l.first), func(p int) bool { return int(l.first[p]) > i }) - 1
}

// FirstLine is the first line of a paragraph.
func (l *Layout) FirstLine(para int) int { return int(l.first[para]) }

// Top is the y of the top of line i.
func (l *Layout) Top(i int) float32 {
	p := l.ParagraphOfLine(i)
	return l.top[p] + float32(i-int(l.first[p]))*l.metrics[l.doc.paras[p].style].LineHeight
}

// LineHeight is the height of line i.
func (l *Layout) LineHeight(i int) float32 { return l.metrics[l.StyleOfLine(i)].LineHeight }

// StyleOfLine is how line i is set.
func (l *Layout) StyleOfLine(i int) Style { return l.doc.paras[l.ParagraphOfLine(i)].style }

// LineAt is the line that holds an offset. An offset where one line ends and
// the next begins belongs to the next; a "\n" to the line it ends.
func (l *Layout) LineAt(off int) int {
	n := sort.Search(len(l.lines), func(i int) bool { return int(l.lines[i].start) > off }) - 1
	return max(n, 0)
}

// LineAtY is the line at height y, or the nearest: a gap belongs to the line
// above it.
func (l *Layout) LineAtY(y float32) int {
	p := max(0, sort.Search(len(l.top), func(i int) bool { return l.top[i] > y })-1)
	k := int((y - l.top[p]) / l.metrics[l.doc.paras[p].style].LineHeight)
	return int(l.first[p]) + min(max(k, 0), l.linesOf(p)-1)
}
