package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"stet/index/source"
)

// Quotation is a span between quotation marks. It lies in one paragraph; a
// quotation that is reopened in the next paragraph is a chain of them.
type Quotation struct {
	Open, Close   int         // tokens: the opening mark, the closing one (one past the last token if never closed)
	Span          source.Span // what stands between the marks
	Family        byte        // 'd' double, 's' single, 'g' «», 'G' ‹›, 'c' 「」
	Depth, Parent int         // 0 and -1 for an outermost one
	Prev          int         // the quotation this one continues, -1: none
	Closed        bool        // false: open at the end of its paragraph
	Continued     bool        // the next paragraph reopens it
}

// maxMarks bounds the marks that can be open at once. Deeper nesting is no
// prose, and the bound keeps the time linear.
const maxMarks = 16

// isQuoteMark reports whether r is a quotation mark of any language; the
// apostrophes ' and ’ are told apart by pairing.
func isQuoteMark(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '‹', '›', '‘', '‚', '‛', '`', '＂', '″', '「', '」', '『', '』':
		return true
	}
	return false
}

// family groups marks that can close one another.
func family(t string) byte {
	r, _ := utf8.DecodeRuneInString(t)
	switch r {
	case '«', '»':
		return 'g'
	case '‹', '›':
		return 'G'
	case '「', '」', '『', '』':
		return 'c'
	case '\'', '’', '‘', '‚', '‛', 'ʼ':
		if len(t) == 1 || t != "''" {
			return 's'
		}
	case '`':
		if len(t) == 1 {
			return 's'
		}
	}
	return 'd'
}

// elided are words written with a leading apostrophe: ’em, ’tis.
var elided = set(`em til till tis twas cause n round bout cos`)

// opened is an opening mark waiting for its partner.
type opened struct {
	tok  int
	mark rune
	fam  byte
}

// pairer pairs the marks of one paragraph, tokens [a, b).
type pairer struct {
	d      *Doc
	a, b   int
	marks  []int // tokens that are marks
	next   []int // for each of marks: the index in marks of the next of its family, -1
	stack  []opened
	made   []Quotation
	single int  // the last mark that can close a single quotation
	curly  bool // the text opens single quotations with ‘
}

// pairMarks fills Marks and Token.Mark.
func (d *Doc) pairMarks() {
	p := pairer{d: d, curly: strings.Contains(d.Text, "‘")}
	prev := -1
	for _, par := range d.Paragraphs {
		p.a, p.b = d.Sentences[par.A].A, d.Sentences[par.B-1].B
		p.collect()
		for k := range p.marks {
			p.step(k)
		}
		prev = p.finish(prev)
	}
}

// collect lists the paragraph's marks.
func (p *pairer) collect() {
	p.marks, p.stack, p.made, p.single = p.marks[:0], p.stack[:0], p.made[:0], -1
	for i := p.a; i < p.b; i++ {
		t := &p.d.Tokens[i]
		if t.Kind != Mark {
			continue
		}
		p.marks = append(p.marks, i)
		if (t.Text == "'" || t.Text == "’") && !t.Spaced {
			p.single = i
		}
	}
	p.next = slices.Grow(p.next[:0], len(p.marks))[:len(p.marks)]
	var seen [256]int
	for f := range seen {
		seen[f] = -1
	}
	for k := len(p.marks) - 1; k >= 0; k-- {
		f := family(p.d.Tokens[p.marks[k]].Text)
		p.next[k] = seen[f]
		seen[f] = k
	}
}

// top returns the innermost open mark of a family, -1 if there is none.
func (p *pairer) top(f byte) int {
	for k := len(p.stack) - 1; k >= 0; k-- {
		if p.stack[k].fam == f {
			return k
		}
	}
	return -1
}

func (p *pairer) open(tok int, r rune, f byte) {
	if len(p.stack) == maxMarks {
		p.stack = append(p.stack[:0], p.stack[1:]...)
	}
	p.stack = append(p.stack, opened{tok, r, f})
}

func (p *pairer) close(k, tok int) {
	o := p.stack[k]
	p.stack = p.stack[:k]
	ts := p.d.Tokens
	p.made = append(p.made, Quotation{Open: o.tok, Close: tok, Span: source.Span{Start: ts[o.tok].End, End: ts[tok].Start},
		Family: o.fam, Parent: -1, Prev: -1, Closed: true})
}

// leftOf reports white space, or what acts like it, before token j.
func (p *pairer) leftOf(j int) bool {
	if j == p.a || p.d.Tokens[j].Spaced {
		return true
	}
	switch p.d.Tokens[j-1].Text {
	case "(", "[", "—", "–", "--", "-", "“", "‘", `"`, "«", "„", "/", ":", "‚", "‹":
		return true
	}
	return false
}

// rightOf reports white space, or what acts like it, after token j.
func (p *pairer) rightOf(j int) bool {
	if j+1 >= p.b || p.d.Tokens[j+1].Spaced {
		return true
	}
	switch p.d.Tokens[j+1].Text {
	case ".", ",", ";", ":", "?", "!", ")", "]", "—", "–", "--", "”", "’", `"`, "»", "…", "›":
		return true
	}
	return false
}

// step opens or closes at the k-th mark, by its family and by what stands left
// and right of it.
func (p *pairer) step(k int) {
	j := p.marks[k]
	t := &p.d.Tokens[j]
	r, _ := utf8.DecodeRuneInString(t.Text)
	f := family(t.Text)
	left, right := p.leftOf(j), p.rightOf(j)
	o := p.top(f)
	switch r {
	case '„', '‚', '‟', '‛', '「', '『':
		p.open(j, r, f)
	case '」', '』':
		if o >= 0 {
			p.close(o, j)
		}
	case '“':
		switch {
		case o >= 0 && (p.stack[o].mark == '„' || p.stack[o].mark == '”' || !left && right):
			p.close(o, j)
		case o >= 0 && left && !p.closedTwice(k): // the one before was never closed
			p.stack = p.stack[:o]
			p.open(j, r, f)
		default:
			p.open(j, r, f)
		}
	case '”':
		switch {
		case o >= 0:
			p.close(o, j)
		case left && !right:
			p.open(j, r, f)
		case j > p.a && p.d.Tokens[j-1].Text == "," && right && p.nextIs(k, '”'): // said,” it is over”
			p.open(j, r, f)
		}
	case '«', '‹', '»', '›':
		p.angle(j, r, f, left, o)
	case '‘':
		switch {
		case o >= 0 && p.stack[o].mark == '‚':
			p.close(o, j)
		case j+1 < p.b && p.d.Tokens[j+1].Kind == Num && strings.HasSuffix(p.d.Tokens[j+1].Text, "s"): // ‘90s
		default:
			p.open(j, r, f)
		}
	case '\'', '’', '`', 'ʼ':
		p.apostrophe(k, r, f, left, right, o)
	default:
		p.straight(k, r, f, left, right, o)
	}
}

// angle handles «…», »…« and their single forms.
func (p *pairer) angle(j int, r rune, f byte, left bool, o int) {
	toLeft := r == '«' || r == '‹'
	if o >= 0 && (toLeft != (p.stack[o].mark == '«' || p.stack[o].mark == '‹')) {
		p.close(o, j)
	} else if toLeft || left {
		p.open(j, r, f)
	}
}

// straight handles " and its like.
func (p *pairer) straight(k int, r rune, f byte, left, right bool, o int) {
	j := p.marks[k]
	switch {
	case o >= 0 && (!left || right):
		p.close(o, j)
	case o >= 0 && p.closedTwice(k): // "He said "no" and left."
		p.open(j, r, f)
	case o >= 0: // an opening mark while one is open: that one was never closed
		if o == len(p.stack)-1 {
			p.stack[o] = opened{j, r, f}
		}
	case !right || left:
		p.open(j, r, f)
	}
}

// closedTwice reports whether the next two marks of the k-th's family both close: then
// the k-th opens a quotation inside one of the same marks.
func (p *pairer) closedTwice(k int) bool {
	for range 2 {
		if k = p.next[k]; k < 0 {
			return false
		}
		if j := p.marks[k]; p.leftOf(j) && !p.rightOf(j) {
			return false
		}
	}
	return true
}

// apostrophe tells closing and opening single marks from apostrophes.
func (p *pairer) apostrophe(k int, r rune, f byte, left, right bool, o int) {
	j := p.marks[k]
	ts := p.d.Tokens
	switch {
	case ts[j].Text == "``":
		p.open(j, '“', f)
	case f == 'd': // ''…'' and the end of ``…''
		p.straight(k, r, f, left, right, o)
	case o >= 0 && (!left || right):
		if !p.possessive(k, right) {
			p.close(o, j)
		}
	case left && !right && r != '’':
		if j+1 < p.b && (elided[ts[j+1].Lower] || ts[j+1].Kind == Num) {
			return
		}
		if p.single > j {
			p.open(j, r, f)
		}
	}
}

// possessive reports whether the mark after a plural is its possessive and not
// the end of the quotation: a word follows, and a closing mark later.
func (p *pairer) possessive(k int, right bool) bool {
	j := p.marks[k]
	ts := p.d.Tokens
	if !right || ts[j].Spaced || j == p.a || j+1 >= p.b || !strings.HasSuffix(ts[j-1].Lower, "s") || ts[j+1].Kind != Word || !ts[j+1].Spaced {
		return false
	}
	n := p.next[k]
	return n >= 0 && !ts[p.marks[n]].Spaced && ts[p.marks[n]].Text != "‘"
}

// nextIs reports whether the mark after the k-th is r.
func (p *pairer) nextIs(k int, r rune) bool {
	return k+1 < len(p.marks) && strings.HasPrefix(p.d.Tokens[p.marks[k+1]].Text, string(r))
}

// finish appends the paragraph's quotations to the document and returns the
// index of the one the next paragraph may continue, -1 if there is none.
func (p *pairer) finish(prev int) int {
	d := p.d
	open := p.unclosed()
	slices.SortFunc(p.made, func(x, y Quotation) int { return cmp.Compare(x.Open, y.Open) })
	chain := -1
	var around []int
	for _, q := range p.made {
		for len(around) > 0 && d.Marks[around[len(around)-1]].Close <= q.Open {
			around = around[:len(around)-1]
		}
		if len(around) > 0 {
			q.Parent = around[len(around)-1]
			q.Depth = len(around)
		}
		if q.Open == p.a && prev >= 0 && d.Marks[prev].Family == q.Family {
			q.Prev = prev
		}
		id := len(d.Marks)
		d.Marks = append(d.Marks, q)
		around = append(around, id)
		if q.Open == open && q.Continued {
			chain = id
		}
		for t := q.Open; t <= q.Close && t < p.b; t++ {
			d.Tokens[t].Mark = int32(id + 1)
		}
	}
	return chain
}

// unclosed keeps the outermost mark left open, as a quotation to the end of the
// paragraph, if the next paragraph reopens it or it is a double mark. It returns
// its token, -1 if nothing is kept.
func (p *pairer) unclosed() int {
	if len(p.stack) == 0 {
		return -1
	}
	o, ts := p.stack[0], p.d.Tokens
	cont := p.b < len(ts) && ts[p.b].Kind == Mark && family(ts[p.b].Text) == o.fam && !strings.HasPrefix(ts[p.b].Text, "”")
	if o.fam == 's' && !cont || o.tok+1 >= p.b {
		return -1
	}
	end := p.b
	q := Quotation{Open: o.tok, Close: end, Family: o.fam, Parent: -1, Prev: -1, Continued: cont,
		Span: source.Span{Start: ts[o.tok].End, End: ts[end-1].End}}
	// What was paired across the opening mark cannot stand.
	p.made = slices.DeleteFunc(p.made, func(m Quotation) bool { return m.Open < o.tok && m.Close > o.tok })
	p.made = append(p.made, q)
	return o.tok
}

// outermost follows Parent to the quotation that lies in no other.
func (d *Doc) outermost(q int) int {
	for d.Marks[q].Parent >= 0 {
		q = d.Marks[q].Parent
	}
	return q
}
