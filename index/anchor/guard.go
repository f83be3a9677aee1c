package anchor

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/index/diff"
	"stet/index/source"
)

// Guard names what a change touches that no passage is carried across.
type Guard string

// The guards.
const (
	Figure   Guard = "figure"
	Negation Guard = "negation"
	Modal    Guard = "modal"
	Hedge    Guard = "hedge"
	Speaker  Guard = "speaker"
	Name     Guard = "name" // who or what the sentence is about
)

// Difference is one guarded difference between a sentence and what became of
// it, in people's words.
type Difference struct {
	Guard  Guard
	Reason string // `figure 12 → 15`, `"must" became "must not"`
}

// side is one version of a sentence, with its tokens. Offsets are those of text,
// which may be longer than the sentence.
type side struct {
	text   string
	span   source.Span
	tokens []diff.Token
	quoted []bool // per token: between quotation marks
}

func newSide(text string, span source.Span) side {
	s := side{text: text, span: span, tokens: diff.Tokens(text[span.Start:span.End])}
	for k := range s.tokens {
		s.tokens[k].Span = s.tokens[k].Span.Shift(span.Start)
	}
	s.quoted = make([]bool, len(s.tokens))
	in := s.closesFirst()
	for k := range s.tokens {
		if s.tokens[k].Norm != `"` || s.apostrophe(k) {
			s.quoted[k] = in
			continue
		}
		switch s.words(k, k+1) {
		case "“", "„", "«":
			in = true
		case "”", "»":
			in = !in && k == 0 // one that opens the sentence is a slip of the pen
		default:
			in = !in
		}
	}
	return s
}

// closesFirst reports whether the first quotation mark of the sentence closes
// one that an earlier sentence opened.
func (s *side) closesFirst() bool {
	for k, t := range s.tokens {
		if t.Norm != `"` || s.apostrophe(k) {
			continue
		}
		switch s.words(k, k+1) {
		case "”":
			return k > 0
		case "“", "„", "«":
			return false
		}
		return k > 0 && !t.Spaced && (k+1 == len(s.tokens) || s.tokens[k+1].Spaced || s.tokens[k+1].Class == diff.Mark)
	}
	return false
}

// apostrophe reports whether a mark is no quotation mark: the one behind a
// plural in "the mayors' spokesman".
func (s *side) apostrophe(k int) bool {
	w := s.words(k, k+1)
	if w != "'" && w != "’" {
		return false
	}
	return !s.tokens[k].Spaced && k+1 < len(s.tokens) && s.tokens[k+1].Spaced && s.tokens[k+1].Class == diff.Word &&
		k > 0 && strings.HasSuffix(s.tokens[k-1].Norm, "s")
}

// words is the text of tokens [i, j).
func (s *side) words(i, j int) string {
	if i >= j {
		return ""
	}
	return s.text[s.tokens[i].Span.Start:s.tokens[j-1].Span.End]
}

// between returns the tokens that overlap a span; for an empty span, the
// position where it stands twice.
func (s *side) between(sp source.Span) (int, int) {
	i := 0
	for i < len(s.tokens) && s.tokens[i].Span.End <= sp.Start {
		i++
	}
	j := i
	for j < len(s.tokens) && s.tokens[j].Span.Start < sp.End {
		j++
	}
	return i, j
}

// hunk is a changed place in tokens: old [i, iEnd) became new [j, jEnd).
// Neighbouring edits with no word between them are one.
type hunk struct{ i, iEnd, j, jEnd int }

func hunks(o, n *side, edits []diff.Edit) []hunk {
	var out []hunk
	for _, e := range edits {
		if e.Cosmetic {
			continue
		}
		var h hunk
		h.i, h.iEnd = o.between(e.Old)
		h.j, h.jEnd = n.between(e.New)
		if h.i == h.iEnd && h.j == h.jEnd {
			continue
		}
		if k := len(out) - 1; k >= 0 && !anyWord(o.tokens[out[k].iEnd:max(h.i, out[k].iEnd)]) {
			out[k].iEnd, out[k].jEnd = h.iEnd, h.jEnd
			continue
		}
		out = append(out, h)
	}
	return out
}

func anyWord(ts []diff.Token) bool {
	for _, t := range ts {
		if t.Class != diff.Mark {
			return true
		}
	}
	return false
}

// Differences lists what changed between a sentence and what became of it that
// guards a passage in it. The spans are byte spans of the two texts, the edits
// those between them.
func Differences(old, new string, was, is source.Span, edits []diff.Edit) []Difference {
	o, n := newSide(old, was), newSide(new, is)
	return differences(&o, &n, edits, source.Span{})
}

// differences is Differences with the place of the passage in the old text: a
// number that comes or goes right beside it matters too.
func differences(o, n *side, edits []diff.Edit, passage source.Span) []Difference {
	var out []Difference
	hs := hunks(o, n, edits)
	var near []hunk // without the sentences that came or went beside the passage
	for _, h := range hs {
		if !passage.Empty() && (o.sentenceAlone(h.i, h.iEnd, h.j == h.jEnd) || n.sentenceAlone(h.j, h.jEnd, h.i == h.iEnd)) {
			continue
		}
		near = append(near, h)
		out = append(out, figures(o, n, h, passage)...)
		out = append(out, polarity(o, n, h)...)
		out = append(out, modality(o, n, h)...)
		out = append(out, hedging(o, n, h)...)
		out = append(out, naming(o, n, h)...)
	}
	if o.quotes(passage) || passage.Empty() {
		near = hs // a quotation may lean on an attribution in a sentence beside it
	}
	return append(out, speakers(o, n, near)...)
}

// sentenceAlone reports whether tokens [i, j) are whole sentences that came or
// went (alone: the other side has nothing there): what is between quotation
// marks is one sentence with what surrounds it, however many it holds.
func (s *side) sentenceAlone(i, j int, alone bool) bool {
	if !alone || i >= j {
		return false
	}
	return (i == 0 || s.ends(i)) && (s.ends(j) || j == len(s.tokens))
}

// ends reports whether a sentence ends in front of token k, closing marks
// aside.
func (s *side) ends(k int) bool {
	for k > 0 && (s.tokens[k-1].Norm == `"` || s.tokens[k-1].Norm == ")") {
		k--
	}
	if k == 0 {
		return true
	}
	switch s.tokens[k-1].Norm {
	case ".", "!", "?", "...":
		return true
	}
	return false
}

// quotes reports whether a word of the passage stands between quotation marks.
func (s *side) quotes(passage source.Span) bool {
	i, j := s.between(passage)
	for k := i; k < j; k++ {
		if s.quoted[k] {
			return true
		}
	}
	return false
}

// quotedShare tells whether words of a span stand between quotation marks, and
// whether words of it stand outside.
func (s *side) quotedShare(sp source.Span) (in, out bool) {
	i, j := s.between(sp)
	for k := i; k < j; k++ {
		if s.tokens[k].Class == diff.Mark {
			continue
		}
		in, out = in || s.quoted[k], out || !s.quoted[k]
	}
	return in, out
}

// number is a figure in a sentence.
type number struct {
	value float64
	words string
}

// numbers lists the figures among tokens [i, j).
func (s *side) numbers(i, j int) []number {
	var out []number
	for k := i; k < j; k++ {
		if v, ok := s.number(k); ok {
			out = append(out, number{v, s.words(k, k+1)})
		}
	}
	return out
}

// number reads a token as a figure. A digit string that is no plain number
// ("12-year-old", "F16") has the value of its spelling.
func (s *side) number(k int) (float64, bool) {
	t := s.tokens[k]
	if t.Class == diff.Number {
		plain := strings.ReplaceAll(t.Norm, ",", "")
		if v, err := strconv.ParseFloat(plain, 64); err == nil {
			return v, true
		}
		return hashed(t.Norm), true
	}
	if v, ok := numberWords[t.Norm]; ok {
		return v, true
	}
	if i := strings.IndexByte(t.Norm, '-'); i > 0 {
		if _, ok := numberWords[t.Norm[:i]]; ok { // "twenty-five", "four-year"
			return hashed(t.Norm), true
		}
	}
	if t.Class == diff.Word && strings.ContainsAny(t.Norm, "0123456789") {
		return hashed(t.Norm), true
	}
	return 0, false
}

// hashed gives a spelling a value no count has.
func hashed(s string) float64 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return -1e6 - float64(h)
}

// figures: a number replaced by another, anywhere in the sentence; a number that
// comes or goes, only if it touches the passage.
func figures(o, n *side, h hunk, passage source.Span) []Difference {
	a, b := o.numbers(h.i, h.iEnd), n.numbers(h.j, h.jEnd)
	if sameNumbers(a, b) {
		return nil
	}
	if (len(a) == 0 || len(b) == 0) && !o.touches(h.i, h.iEnd, passage) {
		return nil
	}
	switch {
	case len(a) == 0:
		return []Difference{{Figure, "figure " + listed(b) + " added"}}
	case len(b) == 0:
		return []Difference{{Figure, "figure " + listed(a) + " dropped"}}
	}
	return []Difference{{Figure, fmt.Sprintf("figure %s → %s", listed(a), listed(b))}}
}

func sameNumbers(a, b []number) bool {
	if len(a) != len(b) {
		return false
	}
	for k := range a {
		if math.Abs(a[k].value-b[k].value) > 1e-9 {
			return false
		}
	}
	return true
}

func listed(ns []number) string {
	var out []string
	for _, n := range ns {
		out = append(out, n.words)
	}
	return strings.Join(out, ", ")
}

// touches reports whether tokens [i, j) stand next to a span, no mark between.
func (s *side) touches(i, j int, sp source.Span) bool {
	if sp.Empty() {
		return false
	}
	a, b := s.between(sp)
	return i <= b && j >= a
}

// polarity: the negations of a changed place must be the same in number.
func polarity(o, n *side, h hunk) []Difference {
	if count(o, h.i, h.iEnd, negations) == count(n, h.j, h.jEnd, negations) {
		return nil
	}
	i, j := h.i, h.j
	if i > 0 && j > 0 && o.tokens[i-1].Class != diff.Mark && o.tokens[i-1].Norm == n.tokens[j-1].Norm {
		i, j = i-1, j-1 // say what is negated: "must" became "must not"
	}
	return []Difference{{Negation, became(o.words(i, h.iEnd), n.words(j, h.jEnd))}}
}

func count(s *side, i, j int, in map[string]bool) int {
	c := 0
	for k := i; k < j; k++ {
		if in[s.tokens[k].Norm] {
			c++
		}
	}
	return c
}

// modality: the modals of a changed place must be the same ones.
func modality(o, n *side, h hunk) []Difference {
	a, b := o.modals(h.i, h.iEnd), n.modals(h.j, h.jEnd)
	if a == b {
		return nil
	}
	return []Difference{{Modal, became(a, b)}}
}

func (s *side) modals(i, j int) string {
	var out []string
	for k := i; k < j; k++ {
		if s.isModal(k) {
			w := s.tokens[k].Norm
			if w == "'ll" {
				w = "will"
			}
			out = append(out, w)
		}
	}
	return strings.Join(out, " … ")
}

// isModal: "Will" and "May" inside a sentence are names.
func (s *side) isModal(k int) bool {
	if !modals[s.tokens[k].Norm] {
		return false
	}
	return k == 0 || !s.capital(k) || s.tokens[k-1].Class == diff.Mark
}

// capital reports whether a token begins with a capital letter.
func (s *side) capital(k int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[s.tokens[k].Span.Start:])
	return unicode.IsUpper(r)
}

// hedging: the hedges of a changed place must be the same ones, those of numbers
// included when only they changed.
func hedging(o, n *side, h hunk) []Difference {
	a, b := o.hedges(h.i, h.iEnd), n.hedges(h.j, h.jEnd)
	if a == b {
		return nil
	}
	return []Difference{{Hedge, became(a, b)}}
}

// hedges lists the hedges that tokens [i, j) hold or are part of.
func (s *side) hedges(i, j int) string {
	if i == j {
		return ""
	}
	var out []string
	for k := max(0, i-longestApproximator+1); k < j; {
		if n := s.approximator(k); n > 0 && k+n > i {
			out = append(out, s.words(k, k+n))
			k += n
			continue
		}
		if k >= i && hedges[s.tokens[k].Norm] {
			out = append(out, s.tokens[k].Norm)
		}
		k++
	}
	return strings.ToLower(strings.Join(out, " … "))
}

// approximator is the number of tokens of a modifier of a number that starts at
// token k, 0 if there is none.
func (s *side) approximator(k int) int {
	for _, p := range approximators {
		if end := k + len(p); s.are(k, p) && s.numberWithin(end, end+2) { // "about $ 5", "at least a dozen"
			return len(p)
		}
	}
	for _, p := range approximatorsBehind {
		if s.are(k, p) && s.numberWithin(max(0, k-3), k) { // "12 people or more"
			return len(p)
		}
	}
	return 0
}

// are reports whether the tokens from k on are these words.
func (s *side) are(k int, ws []string) bool {
	if k+len(ws) > len(s.tokens) {
		return false
	}
	for x, w := range ws {
		if s.tokens[k+x].Norm != w {
			return false
		}
	}
	return true
}

func (s *side) numberWithin(i, j int) bool {
	for k := i; k < min(j, len(s.tokens)); k++ {
		if _, ok := s.number(k); ok {
			return true
		}
	}
	return false
}

// naming: one name for another makes the sentence about somebody else.
func naming(o, n *side, h hunk) []Difference {
	a, b := o.properNames(h.i, h.iEnd), n.properNames(h.j, h.jEnd)
	if a == "" || b == "" || a == b {
		return nil
	}
	return []Difference{{Name, fmt.Sprintf("name %s → %s", a, b)}}
}

// properNames joins the capitalised words among tokens [i, j). The first word of
// a sentence counts unless the text has it in lower case too.
func (s *side) properNames(i, j int) string {
	var out []string
	for k := i; k < j; k++ {
		t := s.tokens[k]
		if t.Class != diff.Word || !s.capital(k) || notWho[t.Norm] || pronouns[t.Norm] || starters[t.Norm] || s.isModal(k) {
			continue
		}
		if (k == 0 || s.tokens[k-1].Class == diff.Mark) && strings.Contains(s.text, " "+t.Norm+" ") {
			continue
		}
		if _, num := numberWords[t.Norm]; num {
			continue
		}
		out = append(out, s.words(k, k+1))
	}
	return strings.Join(out, " ")
}

// marks: quotation marks that come or go make words somebody's, or nobody's.
func marks(o, n *side, was, is source.Span) []string {
	inOld, outOld := o.quotedShare(was)
	inNew, outNew := n.quotedShare(is)
	switch {
	case inOld == inNew && outOld == outNew:
		return nil
	case inOld && !inNew:
		return []string{"quotation marks dropped"}
	case inNew && !inOld:
		return []string{"quotation marks added"}
	}
	return []string{"quotation marks moved"}
}

// became words a change: `"must" became "must not"`, `"allegedly" dropped`.
func became(a, b string) string {
	switch {
	case a == "":
		return fmt.Sprintf("%q added", b)
	case b == "":
		return fmt.Sprintf("%q dropped", a)
	}
	return fmt.Sprintf("%q became %q", a, b)
}
