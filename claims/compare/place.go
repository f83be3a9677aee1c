package compare

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/index/diff"
	"stet/index/source"
)

// word is a token of a sentence with what the rules ask of it.
type word struct {
	diff.Token
	text    string
	upper   bool    // begins with a capital letter
	first   bool    // first word of its sentence
	opens   bool    // first word of a sentence of the row
	quoted  bool    // between quotation marks
	who     bool    // names who is said to say something
	cue     bool    // a reporting verb outside quotation marks
	number  bool    // a figure, or part of one
	value   float64 // of the figure, at its first word
	more    bool    // a further word of a figure: the million of 2 million
	of      int     // of a figure: where its first word starts, bytes
	unit    string  // what the figure beside it measures
	dated   bool    // part of a date, weekday or time
	hedge   bool    // a modifier, or part of one
	negates bool
	modal   bool
	venue   bool   // says where it was said: "in a statement"
	outcome string // what happened to people: killed, injured, …
}

func (w *word) mark() bool { return w.Class == diff.Mark }

// side is one side of a changed row: the words of its sentences.
type side struct {
	*reader
	span  source.Span
	words []word
}

// newSide reads the words of a span of an analysed text.
func (r *reader) newSide(span source.Span, starts []source.Span) *side {
	s := &side{reader: r, span: span}
	for _, t := range diff.Tokens(span.Of(r.doc.Text)) {
		t.Span = t.Span.Shift(span.Start)
		w := word{Token: t, text: t.Span.Of(r.doc.Text)}
		c, _ := utf8.DecodeRuneInString(w.text)
		w.upper = unicode.IsUpper(c) && !r.doc.Capitals
		s.words = append(s.words, w)
	}
	s.firsts(starts)
	s.quotations()
	s.sayers()
	s.numbers()
	s.markDates()
	s.small()
	s.quantified()
	return s
}

// firsts marks the first word of every sentence and quotation.
func (s *side) firsts(starts []source.Span) {
	for _, sp := range starts {
		for k := range s.words {
			if w := &s.words[k]; w.Span.Start >= sp.Start && !w.mark() {
				w.first, w.opens = true, true
				break
			}
		}
	}
	for k := 1; k < len(s.words); k++ {
		if p := &s.words[k-1]; p.Norm == `"` && s.words[k].upper {
			s.words[k].first = true
		}
	}
}

// quotations marks what stands between quotation marks.
func (s *side) quotations() {
	for _, m := range within(s.marked, s.span) {
		for k, end := s.between(m); k < end; k++ {
			if w := &s.words[k]; m.Contains(w.Span) && w.Norm != `"` {
				w.quoted = true
			}
		}
	}
}

// tag is the part of speech of word k, "" if it has none.
func (s *side) tag(k int) string {
	t := s.doc.TokenAt(s.words[k].Span.Start)
	if t >= len(s.doc.Tokens) {
		return ""
	}
	return s.doc.Tokens[t].Tag
}

// place is a changed place of a sentence: words [i, iEnd) of the old side became
// words [j, jEnd) of the new side. Edits with no word between them are one
// place.
type place struct {
	old, new       *side
	i, iEnd        int
	j, jEnd        int
	typographyOnly bool
	moved          bool // the same words stand elsewhere in the sentence
}

func (p place) was() []word { return p.old.words[p.i:p.iEnd] }
func (p place) is() []word  { return p.new.words[p.j:p.jEnd] }

// places collects the edits of a row.
func places(o, n *side, edits []diff.Edit) []place {
	var out []place
	for _, e := range edits {
		p := place{old: o, new: n, typographyOnly: e.Cosmetic, moved: e.Moved}
		p.i, p.iEnd = o.between(e.Old)
		p.j, p.jEnd = n.between(e.New)
		if k := len(out) - 1; k >= 0 && !e.Cosmetic && !out[k].typographyOnly && !e.Moved && !out[k].moved && !anyWord(o.words[out[k].iEnd:max(p.i, out[k].iEnd)]) {
			out[k].iEnd, out[k].jEnd = p.iEnd, p.jEnd
			continue
		}
		out = append(out, p)
	}
	return out
}

func anyWord(ws []word) bool {
	for k := range ws {
		if !ws[k].mark() {
			return true
		}
	}
	return false
}

// between returns the words that overlap a span, or where an empty one stands.
func (s *side) between(sp source.Span) (int, int) {
	i := sort.Search(len(s.words), func(k int) bool { return s.words[k].Span.End > sp.Start })
	j := i + sort.Search(len(s.words)-i, func(k int) bool { return s.words[i+k].Span.Start >= sp.End })
	return i, j
}

// textOf joins words as they stand in the text.
func (s *side) textOf(i, j int) string {
	for i < j && s.words[i].mark() && s.words[i].unit == "" {
		i++
	}
	for j > i && s.words[j-1].mark() && s.words[j-1].unit == "" {
		j--
	}
	if i >= j {
		return ""
	}
	return strings.Join(strings.Fields(s.doc.Text[s.words[i].Span.Start:s.words[j-1].Span.End]), " ")
}
