package compare

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/index/anchor"
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

// sayers marks who is said to say something, and the cues. What extract found
// comes first; reporting verbs outside quotation marks are cues anyway.
func (s *side) sayers() {
	mark := func(spans []source.Span, f func(*word)) {
		for _, sp := range within(spans, s.span) {
			for k, end := s.between(sp); k < end; k++ {
				if w := &s.words[k]; !w.mark() {
					f(w)
				}
			}
		}
	}
	mark(s.speakers, func(w *word) { w.who = true })
	mark(s.cues, func(w *word) { w.cue = true })
	mark(s.attributions, func(w *word) { w.who = w.who || !w.quoted && !w.cue })
	for k := range s.words {
		if s.words[k].Norm == "according" && !s.words[k].quoted {
			s.accordingTo(k)
		}
	}
	for k := range s.words {
		w := &s.words[k]
		plain, laden := anchor.Cue(w.Norm)
		plain = plain || (w.Norm == "expect" || w.Norm == "expects" || w.Norm == "forecast" || w.Norm == "forecasts") && s.verb(k)
		if ambiguousCues[w.Norm] && !s.verb(k) && !s.closes(k) {
			w.cue = false
			continue
		}
		if w.Norm == "told" && k > 0 && toBe[s.words[k-1].Norm] {
			w.cue = false // "families were told to leave" says nothing of who told them
			continue
		}
		if w.Norm == "declined" && k+2 < len(s.words) && s.words[k+1].Norm == "to" && !w.quoted {
			plain = s.words[k+2].Norm == "comment" || s.words[k+2].Norm == "say"
		}
		if (plain || laden) && !w.quoted && !w.upper || w.Norm == "according" {
			w.cue = w.cue || plain || laden && s.reports(k)
		}
		if w.cue || speakersNot[w.Norm] {
			w.who = false
		}
	}
	for k := range s.words {
		if s.words[k].cue {
			s.subject(k)
			s.alsoSay(k)
			s.saidIn(k)
		}
	}
}

// alsoSay marks who says it beside those found: witnesses "and a doctor" said.
func (s *side) alsoSay(k int) {
	const reach = 6
	joined := false
	for x := k - 1; x >= max(0, k-reach) && !s.words[x].mark() && !s.words[x].cue; x-- {
		if s.words[x].who {
			for y := x + 1; joined && y < k; y++ {
				s.words[y].who = !functionWords[s.words[y].Norm] && !speakersNot[s.words[y].Norm]
			}
			return
		}
		joined = joined || s.words[x].Norm == "and"
	}
}

// saidIn marks where it was said behind the cue at k: "on Telegram", "in a televised
// address", "on condition of anonymity".
func (s *side) saidIn(k int) {
	const reach = 8
	if k+1 >= len(s.words) || !venueBefore[s.words[k+1].Norm] {
		return
	}
	noun := false
	for x := k + 1; x < min(len(s.words), k+reach); x++ {
		w, tag := &s.words[x], s.tag(x)
		if w.mark() || w.cue || w.number || dayNames[w.Norm] || subjects[w.Norm] || tag == "MD" || tag == "VBD" || tag == "VBZ" || tag == "VBP" || noun && (tag == "DT" || w.Norm == "that") {
			return // what was said begins
		}
		noun = noun || strings.HasPrefix(tag, "N")
		w.venue = true
	}
}

// venueBefore stand before where something is said.
var venueBefore = set(`on in at via through during`)

// subject marks the short subject of a cue for which none was found: ", two
// colleagues told the inquiry".
func (s *side) subject(k int) {
	const reach = 6
	if k > 0 && s.words[k-1].Norm == "to" {
		return // agreed to testify
	}
	from := k
	for from > 0 && k-from < reach && !s.words[from-1].mark() {
		from--
	}
	if from == k || from > 0 && !s.words[from-1].mark() {
		return
	}
	for x := from; x < k; x++ {
		if s.words[x].who || s.words[x].cue {
			return
		}
	}
	for x := from; x < k; x++ {
		if w := &s.words[x]; !functionWords[w.Norm] && !anchor.IsModal(w.Norm) && !anchor.IsNegation(w.Norm) && !speakersNot[w.Norm] {
			w.who = true
		}
	}
}

// accordingTo marks who "according to" at k names.
func (s *side) accordingTo(k int) {
	const reach = 12
	for x := k + 2; x < min(len(s.words), k+reach) && !s.words[x].mark() && s.words[x].Norm != "that"; x++ {
		s.words[x].who = true
	}
}

// reports reports whether a laden verb at k is used to report: "claimed that" or
// "claimed the bridge was mined", not "claimed a life".
func (s *side) reports(k int) bool {
	const reach = 12
	if k+1 >= len(s.words) {
		return true
	}
	if n := &s.words[k+1]; n.Norm == "that" || n.mark() {
		return true
	}
	if k > 0 && (toBe[s.words[k-1].Norm] || articles[s.words[k-1].Norm]) {
		return false // is believed to have fled; an estimated 5,000
	}
	clause := true // no preposition or conjunction yet
	for x := k + 1; x < min(len(s.words), k+reach) && !s.words[x].mark(); x++ {
		tag := s.tag(x)
		clause = clause && tag != "IN"
		switch w := &s.words[x]; {
		case clause && x > k+1 && (tag == "VBD" || tag == "VBZ" || tag == "VBP"):
			return true // claimed the bridge fell
		case w.Norm == "to" || w.Norm == "of" || w.Norm == "who" || w.Norm == "which" || w.Norm == "that":
			return false
		case toBe[w.Norm] || anchor.IsModal(w.Norm) || w.Norm == "had" || w.Norm == "has" || w.Norm == "did":
			return true
		}
	}
	return false
}

// verb reports whether the tagger takes word k for a verb.
func (s *side) verb(k int) bool { return strings.HasPrefix(s.tag(k), "V") }

// closes reports whether word k ends a sentence's short last clause, where a word that
// is a noun as often is a verb: ", its owner claims."
func (s *side) closes(k int) bool {
	const reach = 6
	if k+1 < len(s.words) && !s.words[k+1].mark() {
		return false
	}
	for x := k - 1; x > 0 && k-x < reach; x-- {
		if s.words[x].mark() {
			return k-x > 1 && s.words[x].Norm == ","
		}
	}
	return false
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
