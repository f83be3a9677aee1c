package diff

import (
	"unicode/utf8"

	"stet/index/source"
)

// Words returns the word edits that turn old into new, in order. The spans are
// byte spans of the two strings.
func Words(old, new string) []Edit {
	if old == new {
		return nil
	}
	o, n := source.Span{End: len(old)}, source.Span{End: len(new)}
	if !utf8.ValidString(old) || !utf8.ValidString(new) || len(old)+len(new) > 1<<31-1 {
		return []Edit{{Old: o, New: n}}
	}
	voc := newVocabulary(64 + (len(old)+len(new))/32)
	a := voc.tokens(old, 0, make([]token, 0, len(old)/5+4))
	b := voc.tokens(new, 0, make([]token, 0, len(new)/5+4))
	return newWorder(voc, old, new).edits(o, n, a, b)
}

// run is a stretch of n equal tokens, from old token i and new token j. An empty
// run separates two edits that touch.
type run struct{ i, j, n int }

// worder finds word edits between parts of two texts; it is reused for all rows
// of an alignment.
type worder struct {
	voc      *vocabulary
	old, new string
	local    []rune // token id → rune of the current region; 0: none yet
	used     []int32
	table    table
}

func newWorder(voc *vocabulary, old, new string) *worder {
	return &worder{voc: voc, old: old, new: new, local: make([]rune, len(voc.forms))}
}

// edits compares the tokens a of the old span o with the tokens b of the new
// span n.
func (w *worder) edits(o, n source.Span, a, b []token) []Edit {
	runs := w.refine(a, b, w.equal(a, b))
	return w.write(o, n, a, b, runs)
}

// write turns equal runs into edits of bytes.
func (w *worder) write(o, n source.Span, a, b []token, runs []run) []Edit {
	e := writer{old: w.old, new: w.new, o: o.Start, n: n.Start}
	goneTo, comeFrom := w.movedPhrases(a, b, runs)
	for k, ps := range pieces(runs, len(a), len(b), goneTo, comeFrom) {
		for _, p := range ps {
			e.gap(a[p.i:p.iEnd], b[p.j:p.jEnd], begin(a, p.iEnd, o.End), begin(b, p.jEnd, n.End))
			if p.moved && len(e.out) > 0 {
				e.out[len(e.out)-1].Moved = true
			}
		}
		if k < len(runs) && runs[k].n > 0 {
			r := runs[k]
			e.run(a[r.i:r.i+r.n], b[r.j:r.j+r.n])
		}
	}
	return e.out
}

// begin is where token k starts, or end if there are not so many.
func begin(ts []token, k, end int) int {
	if k < len(ts) {
		return int(ts[k].start)
	}
	return end
}

// writer walks both texts; o and n are how far it has come.
type writer struct {
	old, new string
	o, n     int
	out      []Edit
}

// run passes over equal tokens; what differs in them is typography.
func (e *writer) run(a, b []token) {
	oEnd, nEnd := int(a[len(a)-1].end), int(b[len(b)-1].end)
	if e.old[e.o:oEnd] != e.new[e.n:nEnd] {
		for k := range a {
			e.gap(nil, nil, int(a[k].start), int(b[k].start))
			os, ns := source.Span{Start: e.o, End: int(a[k].end)}, source.Span{Start: e.n, End: int(b[k].end)}
			if e.old[os.Start:os.End] != e.new[ns.Start:ns.End] {
				e.out = append(e.out, Edit{Old: os, New: ns, Cosmetic: true})
			}
			e.o, e.n = os.End, ns.End
		}
	}
	e.o, e.n = oEnd, nEnd
}

// gap replaces everything up to oTo and nTo, which holds the tokens a and b and
// the white space around them. White space common to both sides stays outside
// the edit, first in front, then behind.
func (e *writer) gap(a, b []token, oTo, nTo int) {
	x, y := e.old[e.o:oTo], e.new[e.n:nTo]
	if x != y {
		front := commonSpace(x[:leading(a, e.o, oTo)], y[:leading(b, e.n, nTo)])
		x, y = x[front:], y[front:]
		os, ns := source.Span{Start: e.o + front, End: oTo}, source.Span{Start: e.n + front, End: nTo}
		back := commonSpaceEnd(x[len(x)-min(len(x), trailing(a, oTo, len(x))):], y[len(y)-min(len(y), trailing(b, nTo, len(y))):])
		os.End -= back
		ns.End -= back
		e.out = append(e.out, Edit{Old: os, New: ns, Cosmetic: len(a)+len(b) == 0})
	}
	e.o, e.n = oTo, nTo
}

// leading is the length of the white space from at to the first token.
func leading(ts []token, at, to int) int {
	if len(ts) == 0 {
		return to - at
	}
	return int(ts[0].start) - at
}

// trailing is the length of the white space from the last token to to.
func trailing(ts []token, to, all int) int {
	if len(ts) == 0 {
		return all
	}
	return to - int(ts[len(ts)-1].end)
}

// commonSpace is the length of the common start of two strings, in whole runes.
func commonSpace(x, y string) int {
	at := 0
	for at < len(x) && at < len(y) {
		_, w := utf8.DecodeRuneInString(x[at:])
		if at+w > len(y) || x[at:at+w] != y[at:at+w] {
			break
		}
		at += w
	}
	return at
}

// commonSpaceEnd is the length of the common end of two strings, in whole runes.
func commonSpaceEnd(x, y string) int {
	n := 0
	for n < len(x) && n < len(y) {
		_, w := utf8.DecodeLastRuneInString(x[:len(x)-n])
		if n+w > len(y) || x[len(x)-n-w:len(x)-n] != y[len(y)-n-w:len(y)-n] {
			break
		}
		n += w
	}
	return n
}
