package extract

import (
	"strings"
	"time"

	"stet/index/source"
)

// line is one sentence as the figure rules read it: its words (quotation marks
// left out), its numbers with their roles, its dates and its chunks.
type line struct {
	d      *Doc
	base   time.Time // the dateline's day
	index  int       // in d.Sentences
	ws     []word
	nums   []number
	roles  []role
	numAt  []int32 // word → index into nums + 1, for every word of the core
	startA []int32 // word → index into nums + 1, at the first word with modifiers
	dates  []dated
	dateAt []int32 // word → index into dates + 1
	chunks []chunk

	// what the rules ask again and again, by chunk
	subjects []subjectMemo
	reports  [2][]reportMemo
}

type subjectMemo struct {
	done bool
	list []int
}

type reportMemo struct {
	done, ok bool
	span     source.Span
}

// maxLine bounds the words read of one sentence, so that time stays linear in
// the text: what is longer is a table or no prose, and no sentence of the
// development sets comes near.
const maxLine = 1000

// read fills the line with sentence i of d. Its slices are reused.
func (ln *line) read(d *Doc, i int) {
	s := d.Sentences[i]
	ln.d, ln.index = d, i
	ln.ws, ln.nums, ln.dates, ln.roles, ln.chunks = ln.ws[:0], ln.nums[:0], ln.dates[:0], ln.roles[:0], ln.chunks[:0]
	gap := false
	for k := s.A; k < s.B && len(ln.ws) < maxLine; k++ {
		t := &d.Tokens[k]
		if t.Kind == Num && k+1 < s.B && (d.Tokens[k+1].Kind == Num || d.Tokens[k+1].Kind == Mark && !d.Tokens[k+1].Spaced) {
			if w, to := d.spacedNumber(k, s.B); to > k+1 {
				w.space = w.space || gap
				gap = false
				ln.ws = append(ln.ws, w)
				k = to - 1
				continue
			}
		}
		if t.Kind == Mark && t.Tag != "POS" && t.Text != "\"" {
			gap = gap || t.Spaced
			continue
		}
		if t.Text == "\"" {
			gap = true
			continue
		}
		w := word{text: t.Text, lower: t.Lower, tag: t.Tag, start: t.Start, end: t.End, space: t.Spaced || gap}
		gap = false
		ln.ws = splitWord(w, ln.ws)
	}
	if d.Capitals {
		ln.tagNames()
	}
	ln.nums = numbersIn(ln.ws, ln.nums)
	ln.dates = datesIn(ln.ws, ln.base, ln.dates)
	ln.numAt, ln.startA, ln.dateAt = zeroed(ln.numAt, len(ln.ws)), zeroed(ln.startA, len(ln.ws)), zeroed(ln.dateAt, len(ln.ws))
	for k, x := range ln.dates {
		for j := x.core; j < x.b; j++ {
			ln.dateAt[j] = int32(k + 1)
		}
	}
	for k := range ln.nums {
		n := &ln.nums[k]
		for j := n.from; j < n.to; j++ {
			ln.numAt[j] = int32(k + 1)
		}
		ln.startA[n.a] = int32(k + 1)
	}
	for k := range ln.nums {
		ln.roles = append(ln.roles, ln.roleOf(&ln.nums[k]))
	}
}

// tagNames tags names in a text written in capitals, where a tagger sees none: a
// first name and what follows it, and words that no lexicon knows.
func (ln *line) tagNames() {
	after := false
	for i := range ln.ws {
		w := &ln.ws[i]
		l := w.lower
		open := strings.HasPrefix(w.tag, "NN") || strings.HasPrefix(w.tag, "VB") || strings.HasPrefix(w.tag, "JJ") || w.tag == "LS" || w.tag == "FW"
		known := nounClass(l) != "" || triggerWords[l].frames != 0 || people[l] || things[l] || causes[l] || len(l) < 3 || !isLetter(firstRune(l)) || knownWord(l) || auxiliaries[l] || l == "cannot"
		switch {
		case !open || beForms[l] || haveForms[l] || reportVerbs[l] || hedges[l]:
			after = false
		case firstName(l) != 0 && (!known || after), !known && (after || !strings.HasPrefix(w.tag, "VB") && !knownEnding(l)):
			w.tag, after = "NNP", true
		default:
			after = false
		}
	}
}

// knownEnding: unknown words that end like English verbs, adjectives and plurals
// are rather those than names.
func knownEnding(l string) bool {
	for _, e := range []string{"ed", "ing", "ly", "ion", "ions", "ment", "ers", "ous", "ive", "al", "ist", "ists", "ity", "able", "ism", "wing"} {
		if strings.HasSuffix(l, e) {
			return true
		}
	}
	return false
}

// spacedNumber joins the tokens of a number whose thousands are set apart by
// no-break or thin spaces; to is the token after it.
func (d *Doc) spacedNumber(k, end int) (word, int) {
	t := &d.Tokens[k]
	limit := d.Tokens[min(k+6, end)-1].End
	_, size, ok := readLiteral(d.Text[t.Start:limit])
	to := k
	for to < end && d.Tokens[to].End <= t.Start+size {
		to++
	}
	if !ok || to <= k+1 || d.Tokens[to-1].End != t.Start+size {
		return word{}, k
	}
	s := d.Text[t.Start : t.Start+size]
	return word{text: s, lower: s, tag: "CD", start: t.Start, end: t.Start + size, space: t.Spaced}, to
}

func zeroed(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n, n+n/2)
	}
	s = s[:n]
	clear(s)
	return s
}

// low is the lower-case form of word i, "" outside the sentence.
func (ln *line) low(i int) string {
	if i < 0 || i >= len(ln.ws) {
		return ""
	}
	return ln.ws[i].lower
}

func (ln *line) tag(i int) string {
	if i < 0 || i >= len(ln.ws) {
		return ""
	}
	return ln.ws[i].tag
}

func (ln *line) upper(i int) bool {
	return i >= 0 && i < len(ln.ws) && startsUpper(ln.ws[i].text)
}
