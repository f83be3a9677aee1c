package textview

import "stet/index/source"

// grain is what a selection grows by: it follows how often one clicked.
type grain uint8

const (
	byCluster grain = iota
	byWord
	bySentence
	byParagraph
)

// selection is the words chosen and how they came to be.
type selection struct {
	anchor, caret int
	grain         grain
	unit          source.Span // what the first click chose
	goal          float32     // the column up and down keep to; valid while keep
	keep          bool
	told          source.Span // what OnSelect has heard
}

// Selection is the span selected; empty at the caret when nothing is.
func (v *View) Selection() source.Span {
	return source.Span{Start: min(v.sel.anchor, v.sel.caret), End: max(v.sel.anchor, v.sel.caret)}
}

// SelectedText is the words selected.
func (v *View) SelectedText() string { return v.Selection().Of(v.text.Body) }

// Select selects a span, widened to whole characters, without scrolling and
// without telling OnSelect.
func (v *View) Select(s source.Span) {
	n := v.doc.Len()
	s.Start, s.End = min(max(s.Start, 0), n), min(max(s.End, 0), n)
	if v.lay != nil {
		s = v.lay.SnapSpan(s)
	}
	v.sel = selection{anchor: s.Start, caret: max(s.Start, s.End), told: s}
	v.body.redraw()
}

// unitAt is what a click of this grain chooses.
func (v *View) unitAt(off int, g grain) source.Span {
	switch g {
	case byWord:
		return v.lay.WordAt(off)
	case bySentence:
		if v.SentenceAt != nil {
			return v.lay.SnapSpan(v.SentenceAt(off))
		}
		return v.lay.SentenceAt(off)
	case byParagraph:
		return v.lay.ParagraphAt(off)
	}
	return source.Span{Start: off, End: off}
}

// press begins a selection at an offset.
func (v *View) press(off int, g grain, extend bool) {
	v.sel.keep = false
	if extend {
		v.sel.grain = byCluster
		v.sel.unit = source.Span{Start: v.sel.anchor, End: v.sel.anchor}
		v.sel.caret = off
	} else {
		u := v.unitAt(off, g)
		v.sel.grain, v.sel.unit = g, u
		v.sel.anchor, v.sel.caret = u.Start, u.End
	}
	v.body.redraw()
}

// pull stretches the selection from what the first click chose to an offset,
// by whole units.
func (v *View) pull(off int) {
	u := v.unitAt(off, v.sel.grain)
	if u.Start < v.sel.unit.Start {
		v.sel.anchor, v.sel.caret = v.sel.unit.End, u.Start
	} else {
		v.sel.anchor, v.sel.caret = v.sel.unit.Start, max(u.End, v.sel.unit.End)
	}
	v.body.redraw()
}

// moveTo puts the caret somewhere by the keyboard.
func (v *View) moveTo(off int, extend bool) {
	v.sel.caret = off
	if !extend {
		v.sel.anchor = off
	}
	v.sel.grain = byCluster
	v.ScrollTo(source.Span{Start: off, End: off}, Nearest)
	v.body.redraw()
	v.tell()
}

// SelectAll selects the whole text.
func (v *View) SelectAll() {
	v.sel = selection{anchor: 0, caret: v.doc.Len(), told: v.sel.told}
	v.body.redraw()
	v.tell()
}

// tell lets OnSelect know of a selection it has not heard of.
func (v *View) tell() {
	s := v.Selection()
	if s == v.sel.told {
		return
	}
	v.sel.told = s
	if v.OnSelect != nil {
		v.OnSelect(s)
	}
}

// MarksAt are the marks on the character at an offset, the one on top first.
func (v *View) MarksAt(off int) []Mark {
	var out []Mark
	for _, i := range v.marksAt(off) {
		out = append(out, v.marks[i])
	}
	return out
}

// NextMark is the first mark that begins behind the caret and that keep
// accepts; back looks before the selection instead. At the end it begins anew
// from the other end; ok is false when there is no such mark.
func (v *View) NextMark(back bool, keep func(Mark) bool) (m Mark, ok bool) {
	k := func(i int) bool { return keep(v.marks[i]) }
	var i int
	if back {
		if i, ok = v.index.Before(v.Selection().Start, k); !ok {
			i, ok = v.index.Before(v.doc.Len(), k)
		}
	} else {
		if i, ok = v.index.After(max(v.Selection().Start+1, v.Selection().End), k); !ok {
			i, ok = v.index.After(0, k)
		}
	}
	if !ok {
		return Mark{}, false
	}
	return v.marks[i], true
}
