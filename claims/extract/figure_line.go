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

// role is what a number is, before anyone asks what it counts.
type role uint8

const (
	counting role = iota
	inDate        // part of a date, a year, a time
	anAge         // 34, a nurse; 12-year-old
	label         // Section 427, No 5, 2-1, AK-47
	money
	percent
	measure
	duration
	pronoun // one of the, no one
)

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
		known := nounClass(l) != "" || triggerWords[l].frames != 0 || people[l] || things[l] || causes[l] || len(l) < 3 || !isLetter(firstRune(l))
		_, verb := verbLexicon()[l]
		switch {
		case !open || beForms[l] || haveForms[l] || reportVerbs[l] || hedges[l]:
			after = false
		case firstName(l) != 0 && (!known || after), !known && !verb && (after || !strings.HasPrefix(w.tag, "VB") && !knownEnding(l)):
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

// roleOf tells what a number is from the words around it.
func (ln *line) roleOf(n *number) role {
	prev, next, after := ln.low(n.from-1), ln.low(n.to), ln.low(n.to+1)
	switch {
	case ln.dateAt[n.from] > 0:
		if x := &ln.dates[ln.dateAt[n.from]-1]; x.relative {
			return duration
		}
		return inDate
	case n.currency >= 0 || ln.moneyAfter(n):
		return money
	case next == "%" || next == "percent" || next == "per" && after == "cent" || next == "pc" || next == "pct" || next == "percentage" || strings.HasPrefix(next, "percent"):
		return percent
	case ln.isAge(n):
		return anAge
	case ln.isClock(n):
		return inDate
	case ln.isLabel(n):
		return label
	}
	lone := n.lo == 1 && n.hi == 1 && !n.digits
	if lone && (prev == "no" || prev == "any" || prev == "every" || prev == "some" || prev == "each" || prev == "the" && next != "" && !strings.HasPrefix(ln.tag(n.to), "NN") && !strings.HasPrefix(ln.tag(n.to), "VB") && !strings.HasPrefix(ln.tag(n.to), "JJ") ||
		next == "another" || next == "day" || next == "'s" || next == "-" && !ln.ws[n.to].space) {
		return pronoun
	}
	if next == "times" || next == "fold" {
		return measure
	}
	hyphen := next == "-" && n.to+1 < len(ln.ws) && !ln.ws[n.to].space && !ln.ws[n.to+1].space
	u := units[next]
	if next == "-" && n.to+1 < len(ln.ws) && !ln.ws[n.to].space {
		u = units[after]
	}
	if u.name != "" && (!shortUnits[next] || n.digits && !ln.ws[n.to].space) && next != "cup" && next != "mark" && next != "marks" {
		switch u.kind {
		case unitTime:
			return duration
		case unitMeasure, unitTemperature:
			return measure
		}
	}
	if hyphen && u.name == "" {
		return label // a 12-member squad
	}
	return counting
}

func (ln *line) moneyAfter(n *number) bool {
	k := n.to
	if k < len(ln.ws) && currencyAdjectives[ln.low(k)] != "" {
		k++
	}
	u := units[ln.low(k)]
	return u.kind == unitMoney && (!shortUnits[ln.low(k)] || n.digits && ln.low(k) != "rub" && ln.low(k) != "try") && ln.low(k) != "mark" && ln.low(k) != "marks" && !(ln.low(k) == "pounds" && false)
}

// isAge: Haddad, 34, a nurse · aged 12 · 12-year-old · (45)
func (ln *line) isAge(n *number) bool {
	prev, next, after := ln.low(n.from-1), ln.low(n.to), ln.low(n.to+1)
	if prev == "aged" || prev == "age" || prev == "ages" {
		return true
	}
	k := n.to
	if next == "-" {
		k++
	}
	if u := ln.low(k); u == "year" || u == "years" || u == "month" || u == "months" || u == "week" || u == "weeks" || u == "day" || u == "days" || u == "yr" {
		if o := ln.low(k + 1); o == "old" || o == "-" && strings.HasPrefix(ln.low(k+2), "old") || o == "of" && ln.low(k+2) == "age" || o == "olds" {
			return true
		}
	}
	if next == "year-old" || next == "yo" || next == "y.o" || next == "y.o." || next == "years-old" {
		return true
	}
	if n.a != n.from || n.vague || n.hi != n.lo || n.lo > 115 || !n.digits {
		return false
	}
	if prev == "(" && next == ")" && ln.lastNoun(n.from-2) {
		return true
	}
	return prev == "," && (next == "," || next == "." || next == "" || next == "and" || next == ";") && ln.nameBefore(n.from-2) && !(next == "and" && numberWordAhead(after))
}

func numberWordAhead(s string) bool { _, ok := smallNumber(s); return ok }

func (ln *line) lastNoun(i int) bool {
	return i >= 0 && strings.HasPrefix(ln.tag(i), "N") || ln.upper(i)
}

func (ln *line) nameBefore(i int) bool {
	return i >= 0 && (ln.upper(i) || ln.tag(i) == "NNP" || ln.tag(i) == "NNPS" || people[ln.low(i)])
}

// isClock: 5:30, 8 pm, 0730 hours.
func (ln *line) isClock(n *number) bool {
	prev, next := ln.low(n.from-1), ln.low(n.to)
	switch next {
	case "am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "gmt", "utc", "noon":
		return true
	case ":":
		if n.to < len(ln.ws) && !ln.ws[n.to].space && n.to+1 < len(ln.ws) && !ln.ws[n.to+1].space && ln.numAt[n.to+1] > 0 {
			return true
		}
	case "s":
		return n.digits && !ln.ws[n.to].space // the 1990s
	case "st", "nd", "rd", "th":
		return n.digits && !ln.ws[n.to].space
	}
	if prev == ":" && n.from >= 2 && !ln.ws[n.from].space && !ln.ws[n.from-1].space && ln.numAt[n.from-2] > 0 {
		return true
	}
	return false
}

// isLabel: Section 427, No. 5, 2-1, route 66, AK-47, 9/11.
func (ln *line) isLabel(n *number) bool {
	i := n.from
	prev, next := ln.low(i-1), ln.low(n.to)
	if n.digits && (prev == "-" || prev == "–" || prev == "/" || prev == "#" || prev == "." || prev == ":" && !ln.ws[i].space) && !ln.ws[i].space && i >= 2 && n.a >= i && !(ln.ws[i-1].space && (prev == "-" || prev == "–")) {
		return true
	}
	if n.digits && n.to+1 < len(ln.ws) && !ln.ws[n.to].space && !ln.ws[n.to+1].space {
		if sep := ln.ws[n.to].text; sep == "/" || (sep == "-" || sep == "–") && ln.numAt[n.to+1] > 0 || sep == "." {
			return true
		}
	}
	if prev != "(" && next == ")" && n.digits && n.a == i && n.lo < 30 && (i == 0 || prev == ";" || prev == ":" || prev == "," || prev == "and" || strings.HasPrefix(ln.tag(i-1), "W")) {
		return true // 1) … 2) …
	}
	if k := n.to; n.digits && k+1 < len(ln.ws) && !ln.ws[k].space && isLetter(firstRune(ln.ws[k].text)) && !ln.ws[k+1].space && firstRune(ln.ws[k+1].text) <= '9' && firstRune(ln.ws[k+1].text) >= '0' {
		return true // 24703L202
	}
	if n.digits && i > 0 && !ln.ws[i].space && isLetter(firstRune(ln.ws[i-1].text)) && n.currency < 0 {
		return true
	}
	if n.digits && n.a == i && ln.upper(n.to) && (streetNouns[ln.low(n.to+1)] || streetNouns[ln.low(n.to+2)] && ln.upper(n.to+1)) {
		return true // 123 Random Street
	}
	if labelNouns[prev] && n.digits && n.a == n.from {
		return true
	}
	if prev == "." && (ln.low(i-2) == "no" || ln.low(i-2) == "nos") {
		return true
	}
	if k := n.to; k < len(ln.ws) && n.digits && !ln.ws[k].space && isLetter(firstRune(ln.ws[k].text)) && !knownSuffix(ln.ws[k].lower) && ln.ws[k].text != "元" {
		return true // 24703L202
	}
	if !n.digits || n.a != n.from || n.ranged || i == 0 || !ln.upper(i-1) || ln.d.Capitals || ln.tag(i-1) != "NNP" && ln.tag(i-1) != "NNPS" {
		return false
	}
	// a capitalised word and a number: Game 2, Flight 370, but "In Ranchi 12 people"
	return !people[ln.low(n.to)] && !strings.HasPrefix(ln.tag(n.to), "NNS") && !strings.HasPrefix(ln.tag(n.to), "JJ") && triggerWords[ln.low(n.to)].frames == 0 && ln.low(n.to) != "," && i > 1
}

func knownSuffix(s string) bool { return units[s].name != "" || magnitudes[s] > 0 }

var streetNouns = set(`street road avenue boulevard lane drive st rd ave blvd`)

var labelNouns = set(`exit no no. nos number section article chapter page room flight route highway unit block phase stage type model version channel gate lot zone paragraph clause act resolution rule level step week day game part series class grade form item volume vol ward precinct battalion brigade regiment division company squad highway apollo boeing airbus interstate appendix figure table covid h5n iphone windows formula area sector pier terminal platform building district tower`)
