package textlayout

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Run is a part of a line that reads in one direction and is drawn in one
// piece. X is its left edge in the column.
type Run struct {
	Start, End int // bytes of the text
	RTL        bool
	X, Width   float32
	// Draw is what to draw: the bytes of the text, but nothing for spaces in
	// right-to-left text, and there the mirror image of a bracket.
	Draw string
}

// run is a part of a paragraph with one embedding level (UAX #9); levels here
// are 0, 1 and 2.
type run struct {
	start, end int
	level      int
}

// Runs are the parts of line i from left to right, without its trailing
// spaces. A line without right-to-left text is one run, an empty line none.
func (l *Layout) Runs(i int) []Run {
	start, end := int(l.lines[i].start), l.shown(i)
	if start == end {
		return nil
	}
	pi := l.ParagraphOfLine(i)
	p := l.doc.paras[pi]
	indent := l.metrics[p.style].Indent
	if !p.rtl {
		s := l.doc.body[start:end]
		return []Run{{start, end, false, indent, l.w.m.Width(s, p.style), s}}
	}
	var out []Run
	for _, r := range visual(l.levels(pi), start, end) {
		out = append(out, pieces(l.doc.body, r)...)
	}
	x := float32(0)
	for k := range out {
		out[k].X = x
		out[k].Width = l.pieceWidth(out[k], p.style)
		x += out[k].Width
	}
	left := indent
	if l.paragraphRTL(pi) {
		left = l.width - indent - x
	}
	for k := range out {
		out[k].X += left
	}
	return out
}

// Pieces are the parts of bytes start to end of a paragraph from left to right,
// for what draws a line without a Layout, and whether the paragraph is read from
// right to left. X and Width are for the caller to set. A paragraph without
// right-to-left text has none.
func Pieces(paragraph string, start, end int) (list []Run, rtl bool) {
	if !strings.ContainsFunc(paragraph, rightToLeft) {
		return nil, false
	}
	for _, r := range visual(resolve(paragraph, 0), start, end) {
		list = append(list, pieces(paragraph, r)...)
	}
	return list, baseRTL(paragraph)
}

// visual cuts a paragraph's runs to a line and orders them from left to right
// (rule L2: from the highest level down, reverse what is at it or above).
func visual(all []run, start, end int) []Run {
	var out []Run
	var levels []int
	for i := sort.Search(len(all), func(i int) bool { return all[i].end > start }); i < len(all) && all[i].start < end; i++ {
		r := all[i]
		out = append(out, Run{Start: max(r.start, start), End: min(r.end, end), RTL: r.level%2 == 1})
		levels = append(levels, r.level)
	}
	for at := 2; at > 0; at-- {
		for i := 0; i < len(out); i++ {
			j := i
			for j < len(out) && levels[j] >= at {
				j++
			}
			slices.Reverse(out[i:j])
			slices.Reverse(levels[i:j])
			i = max(i, j)
		}
	}
	return out
}

// mirrored are the brackets whose image turns round in right-to-left text (rule
// L4; the ones that news has of BidiMirroring.txt).
var mirrored = map[string]string{
	"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<",
	"«": "»", "»": "«", "‹": "›", "›": "‹",
}

// pieces cuts a right-to-left run into words, stretches of spaces and single
// other characters, from left to right. A toolkit that lays out a string by
// itself orders pieces of different fonts from left to right whatever their
// direction; letters join within words only, so nothing is lost by the cut.
func pieces(body string, r Run) []Run {
	s := body[r.Start:r.End]
	if !r.RTL {
		r.Draw = s
		return []Run{r}
	}
	var out []Run
	last := other
	for at := 0; at < len(s); {
		c, n := utf8.DecodeRuneInString(s[at:])
		kind := pieceOf(c)
		if k := len(out) - 1; k >= 0 && (kind == joins || kind == last && kind != other) {
			out[k].End += n
		} else {
			out = append(out, Run{Start: r.Start + at, End: r.Start + at + n, RTL: true})
			last = kind
		}
		at += n
	}
	for k := range out {
		w := body[out[k].Start:out[k].End]
		if c, _ := utf8.DecodeRuneInString(w); pieceOf(c) == blank {
			continue
		}
		out[k].Draw = w
		if m, ok := mirrored[w]; ok {
			out[k].Draw = m
		}
	}
	slices.Reverse(out)
	return out
}

type pieceKind uint8

const (
	other pieceKind = iota
	letters
	blank
	joins // belongs to what stands before it
)

func pieceOf(r rune) pieceKind {
	switch class(r) {
	case bidi.R, bidi.AL, bidi.AN:
		return letters
	case bidi.WS:
		return blank
	case bidi.NSM, bidi.BN:
		return joins
	}
	return other
}

// pieceWidth measures a piece; plain spaces as they are between words.
func (l *Layout) pieceWidth(r Run, st Style) float32 {
	s := l.doc.body[r.Start:r.End]
	if r.Draw == "" && strings.Trim(s, " ") == "" {
		return float32(len(s)) * l.w.spaceOf(st)
	}
	return l.w.m.Width(s, st)
}

func (l *Layout) paragraphRTL(pi int) bool {
	p := l.doc.paras[pi]
	return p.rtl && baseRTL(l.doc.body[p.start:p.end])
}

// baseRTL is rule P2: the first strong character decides.
func baseRTL(s string) bool {
	for _, r := range s {
		switch class(r) {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

func class(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// maxRuns bounds how many paragraphs' runs are remembered.
const maxRuns = 512

// levels resolves a paragraph, once.
func (l *Layout) levels(pi int) []run {
	if r, ok := l.runs[pi]; ok {
		return r
	}
	if len(l.runs) >= maxRuns {
		clear(l.runs)
	}
	p := l.doc.paras[pi]
	r := resolve(l.doc.body[p.start:p.end], int(p.start))
	l.runs[pi] = r
	return r
}

// resolve finds the runs of a paragraph that begins at byte base. The library
// tells directions, not levels: what reads left to right in a right-to-left
// paragraph is at level 2, and in a left-to-right paragraph it is at level 2
// where it is a number that follows right-to-left text (rules W2, W7, I1).
func resolve(s string, base int) []run {
	runes := []rune(s)
	at := make([]int, len(runes)+1) // byte offset of each rune
	off := base
	for i, r := range runes {
		at[i] = off
		off += utf8.RuneLen(r)
		if c := class(r); c == bidi.B || explicit(c) {
			runes[i] = '\uFEFF' // BN: neither ends the paragraph nor embeds
		}
	}
	at[len(runes)] = off
	rtl := baseRTL(s)
	dir := bidi.LeftToRight
	if rtl {
		dir = bidi.RightToLeft
	}
	var p bidi.Paragraph
	whole := []run{{base, off, level(rtl, dir)}}
	if _, err := p.SetString(string(runes), bidi.DefaultDirection(dir)); err != nil {
		return whole
	}
	o, err := p.Order()
	if err != nil {
		return whole
	}
	var out []run
	for i := range o.NumRuns() {
		r := o.Run(i)
		from, last := r.Pos()
		to := min(last+1, len(runes))
		lv := level(rtl, r.Direction())
		if lv == 0 && i > 0 {
			if n := number(runes[from:to]); n > 0 {
				out = append(out, run{at[from], at[from+n], 2})
				from += n
			}
		}
		if from < to {
			out = append(out, run{at[from], at[to], lv})
		}
	}
	return out
}

func explicit(c bidi.Class) bool {
	switch c {
	case bidi.LRO, bidi.RLO, bidi.LRE, bidi.RLE, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
		return true
	}
	return false
}

func level(baseRTL bool, d bidi.Direction) int {
	switch {
	case d == bidi.RightToLeft:
		return 1
	case baseRTL:
		return 2
	}
	return 0
}

// number counts the leading runes that make a number with its separators.
func number(rs []rune) int {
	n := 0
	for i, r := range rs {
		switch class(r) {
		case bidi.EN, bidi.AN:
			n = i + 1
		case bidi.ES, bidi.CS, bidi.ET, bidi.NSM, bidi.BN:
		default:
			return n
		}
	}
	return n
}
