package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"stet/claims"
	"stet/index/source"
)

// maxQuotes bounds the quotes of one text; no news text comes near, and what
// follows stays linear.
const maxQuotes = 20_000

// Confidence by how a quote was found. Measured roughly on development sets;
// proposals need ProposeFrom, see propose.go.
const (
	sureDirect   = 0.95 // cue right beside the quotation
	sureSame     = 0.85 // the speaker of the words just before
	sureFrame    = 0.8  // any verb in the frame of speech
	surePartial  = 0.85 // words quoted inside a report
	sureThat     = 0.9  // that-clause
	sureZero     = 0.8  // clause without "that"
	sureTo       = 0.6  // infinitive
	sureNoun     = 0.4  // noun phrase
	sureFallback = 0.5  // nearest possible speaker
	unsureAny    = 0.3
)

// quoting gathers the quotes of a text.
type quoting struct {
	d       *Doc
	frames  []frame
	out     []*found
	of      map[int]*found // by quotation
	last    *found         // the last attributed utterance
	lastAt  int            // its frame
	uttered *found         // the last whole utterance, which may go on

	lettered map[int32]bool // paragraphs of a transcript that begin with Q or A
}

// found is a quote with what only the extraction needs.
type found struct {
	Quote
	pos     int  // token that orders quotes
	tok     int  // first token of the speaker, -1: none
	tokEnd  int  // past its last token, a relative pronoun not counted; 0: where By ends
	cue     *cue // nil: none
	frame   int
	spoken  int // the last frame that holds a part of it
	belief  bool
	direct  bool
	segment []segment
}

// segment is a piece of content; marked if it is a quotation.
type segment struct {
	source.Span
	marked bool
}

// Quotes returns the attributed quotes of the text in order, scare quotes and
// titles (Scare) and beliefs (Belief) among them.
func (d *Doc) Quotes() []Quote { return d.quotes.get(d.findQuotes) }

func (d *Doc) findQuotes() []Quote {
	q := &quoting{d: d, of: map[int]*found{}, lastAt: -1}
	if d.English() {
		q.frames = d.frames()
		said := q.transcript()
		for i := range q.frames {
			if len(q.out) > maxQuotes {
				break
			}
			if !said[q.frames[i].para] {
				q.frame(i)
			}
		}
		q.nested()
	} else {
		q.foreign()
	}
	return q.finish()
}

// frame extracts the quotes of one frame: first those with marks, then reports.
func (q *quoting) frame(i int) {
	f := &q.frames[i]
	cs := f.cues()
	byCue := map[*cue]*found{}
	for p := range f.items {
		if f.quoted(p) {
			q.marked(i, f, cs, p, byCue)
		}
	}
	for p := range f.items {
		if x := q.of[f.items[p].mark]; f.quoted(p) && x != nil && x.direct && x.cue != nil {
			if f.taken == nil {
				f.taken = map[int]*cue{}
			}
			f.taken[p] = x.cue
		}
	}
	q.reports(i, f, cs, byCue)
	if !q.lettered[f.para] {
		q.headlines(i, f)
	}
}

// add begins a quote for a cue.
func (q *quoting) add(i int, f *frame, c *cue, rule string, sure float64) *found {
	x := &found{pos: f.items[c.k].tok, tok: -1, frame: i}
	x.Within = -1
	q.claim(x, f, c, rule, sure)
	q.out = append(q.out, x)
	return x
}

// claim gives a quote its cue and what the cue tells.
func (q *quoting) claim(x *found, f *frame, c *cue, rule string, sure float64) {
	x.cue = c
	x.Rule, x.Confidence, x.CueAt = rule, sure, c.words
	x.Cue = q.d.at(c.words)
	x.Scare = false
	x.Negated = c.negated
	x.belief = c.verb.can(useBelief)
	if c.unreal {
		x.Confidence = min(sure, sureFallback)
	}
	if !c.subj.Empty() {
		x.By, x.tok = c.subj, c.subjTok
		if c.who > 0 && c.subject.ok() {
			_, x.tokEnd = f.tokens(c.subject)
		}
	}
	if c.via.ok() {
		x.Via = q.d.at(f.span(c.via.a, c.via.b))
	}
	if c.addr.ok() {
		x.Addressee = q.d.at(f.span(c.addr.a, c.addr.b))
	}
	x.Venue = f.venue(c)
}

// finish orders the quotes, resolves their speakers and fills what follows from
// the content.
func (q *quoting) finish() []Quote {
	slices.SortStableFunc(q.out, func(a, b *found) int { return a.pos - b.pos })
	q.resolve()
	q.relay()
	out := make([]Quote, 0, len(q.out))
	index := map[*found]int{}
	for _, x := range q.out {
		q.settle(x)
		if len(x.Content) == 0 {
			continue
		}
		index[x] = len(out)
		out = append(out, x.Quote)
	}
	for _, x := range q.out { // nested quotes point at what they are quoted in
		i, ok := index[x]
		if !ok || x.Within < 0 {
			continue
		}
		out[i].Within = -1
		if outer, ok := index[q.of[x.Within]]; ok {
			out[i].Within = outer
		}
	}
	return out
}

// settle derives type, words and span from the segments.
func (q *quoting) settle(x *found) {
	d := q.d
	x.segment = mergeSegments(x.segment)
	whole := true
	for _, s := range x.segment {
		sp := s.Span
		if s.marked {
			sp = trimSpace(d.Text, sp)
			x.Marked = append(x.Marked, sp)
		} else {
			whole = false
			x.Marked = append(x.Marked, q.marksIn(sp, x)...)
		}
		if !sp.Empty() {
			x.Content = append(x.Content, sp)
		}
	}
	if len(x.Content) == 0 {
		return
	}
	switch {
	case len(x.Marked) == 0:
		x.Type = claims.Indirect
	case whole && x.direct:
		x.Type = claims.Direct
	default:
		x.Type = claims.Mixed
	}
	words := x.Marked
	if len(words) == 0 {
		words = x.Content
	}
	var b strings.Builder
	for i, s := range words {
		if i > 0 {
			b.WriteString(" … ")
		}
		b.WriteString(q.d.at(s))
	}
	x.Words = b.String()
	x.Edited = edited(x.Words, len(words))
	x.Span = source.Span{Start: x.Content[0].Start, End: x.Content[len(x.Content)-1].End}
	x.AsWritten = q.d.at(x.By)
	if x.tokEnd > 0 {
		x.AsWritten = q.d.at(d.Span(x.tok, x.tokEnd))
	}
	x.Belief = x.belief && x.Type == claims.Indirect
	at := x.Content[0].Start
	if !x.CueAt.Empty() {
		at = x.CueAt.Start
	}
	if s := d.SentenceAt(at); s >= 0 {
		x.Sentence = d.Sentences[s].Span
	}
}

// mergeSegments sorts segments and drops those that lie in another.
func mergeSegments(ss []segment) []segment {
	slices.SortStableFunc(ss, func(a, b segment) int { return a.Compare(b.Span) })
	out := ss[:0]
	for _, s := range ss {
		if s.Empty() {
			continue
		}
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			if s.End > out[n-1].End {
				out[n-1].End = s.End
			}
			out[n-1].marked = out[n-1].marked && s.marked
			continue
		}
		out = append(out, s)
	}
	return out
}

// edited reports whether quoted words show an editor's hand: a bracket or an
// ellipsis. The ellipses that join segments do not count.
func edited(words string, segments int) bool {
	dots := strings.Count(words, "…") - (segments - 1)
	return dots > 0 || strings.Contains(words, "[") || strings.Contains(words, "...") || strings.Contains(words, ". . .")
}

// marksIn returns what stands between the outermost closed quotation marks that
// lie in a span and are nobody else's words.
func (q *quoting) marksIn(sp source.Span, x *found) []source.Span {
	d := q.d
	lo, _ := slices.BinarySearchFunc(d.Marks, sp.Start, func(m Quotation, at int) int { return d.Tokens[m.Open].Start - at })
	var out []source.Span
	for i := lo; i < len(d.Marks); i++ {
		m := &d.Marks[i]
		if d.Tokens[m.Open].Start >= sp.End {
			break
		}
		if o := q.of[i]; m.Parent >= 0 || !m.Closed || m.Span.End > sp.End || o != nil && o != x && !o.Scare && o.cue != nil {
			continue
		}
		out = append(out, trimSpace(d.Text, m.Span))
	}
	return out
}

// trimSpace takes outer white space off a span.
func trimSpace(text string, sp source.Span) source.Span {
	s := sp.Of(text)
	l := strings.TrimLeft(s, " \t\n\u00a0\u202f\u2009")
	sp.Start += len(s) - len(l)
	sp.End = sp.Start + len(strings.TrimRight(l, " \t\n\u00a0\u202f\u2009"))
	return sp
}

// words counts the words of a quotation.
func (d *Doc) words(m *Quotation) int {
	n := 0
	for i := m.Open + 1; i < m.Close && i < len(d.Tokens); i++ {
		if k := d.Tokens[i].Kind; k == Word || k == Num {
			n++
		}
	}
	return n
}

// titleCase reports whether the longer words of a quotation all begin with a
// capital, as in the title of a work.
func (d *Doc) titleCase(m *Quotation) bool {
	n, up := 0, 0
	for i := m.Open + 1; i < m.Close && i < len(d.Tokens); i++ {
		t := &d.Tokens[i]
		if t.Kind != Word || utf8.RuneCountInString(t.Text) < 4 && !t.Upper {
			continue
		}
		n++
		if t.Upper {
			up++
		}
	}
	return n > 0 && up == n
}
