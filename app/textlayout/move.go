package textlayout

// Next is the offset one grapheme cluster further on; a "\n" is one.
func (l *Layout) Next(off int) int {
	off = l.Snap(off, true)
	if off >= l.doc.Len() {
		return l.doc.Len()
	}
	ln := l.lines[l.LineAt(off)]
	if off >= int(ln.end) { // at the end of a paragraph
		return off + 1
	}
	return off + cluster(l.doc.body[off:ln.end])
}

// Prev is the offset one grapheme cluster back.
func (l *Layout) Prev(off int) int {
	off = l.Snap(off, false)
	if off == 0 {
		return 0
	}
	i := l.LineAt(off)
	if off == int(l.lines[i].start) {
		if l.first[l.ParagraphOfLine(i)] == int32(i) {
			return off - 1 // the "\n"
		}
		i--
	}
	at := int(l.lines[i].start)
	for {
		next := at + cluster(l.doc.body[at:l.lines[i].end])
		if next >= off {
			return at
		}
		at = next
	}
}

// LineStart is the first offset of the line that holds off.
func (l *Layout) LineStart(off int) int { return int(l.lines[l.LineAt(off)].start) }

// LineEnd is the last offset that is shown on the line that holds off. Where a
// word is broken over two lines that is before its last cluster on the first:
// the offset behind it is shown on the second.
func (l *Layout) LineEnd(off int) int {
	i := l.LineAt(off)
	end := l.shown(i)
	if i+1 < len(l.lines) && end == int(l.lines[i+1].start) && end > off {
		return max(off, l.Prev(end))
	}
	return end
}

// Vertical moves n lines down (up when negative) and to the place nearest to x
// = goal. Blank lines are passed over. Past the first or last line it goes to
// the start or end of the text.
func (l *Layout) Vertical(off, n int, goal float32) int {
	i := l.LineAt(off)
	for ; n > 0; n-- {
		if i = l.step(i, 1); i < 0 {
			return l.doc.Len()
		}
	}
	for ; n < 0; n++ {
		if i = l.step(i, -1); i < 0 {
			return 0
		}
	}
	return min(l.Hit(i, goal), max(int(l.lines[i].start), l.lastShown(i)))
}

// lastShown is the last offset the caret can take without appearing on the
// next line.
func (l *Layout) lastShown(i int) int {
	end := l.shown(i)
	if i+1 < len(l.lines) && end == int(l.lines[i+1].start) {
		return l.Prev(end)
	}
	return end
}

// step is the next line in a direction that has something on it, or -1.
func (l *Layout) step(i, by int) int {
	for i += by; i >= 0 && i < len(l.lines); i += by {
		if l.lines[i].end > l.lines[i].start {
			return i
		}
	}
	return -1
}
