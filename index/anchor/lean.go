package anchor

import (
	"fmt"
	"slices"
	"strings"

	"stet/index/diff"
	"stet/index/source"
)

// What the sentences of a passage lean on in other sentences, and what became of it
// there. The sentences are those of context.go.

// longestChain is how many sentences back people who became others matter to a
// pronoun: between it and the name may stand a quotation and other pronouns.
const longestChain = 6

// leansOn compares what the passage's sentences lean on outside of it: the
// sentences that hold the names their pronouns stand for, the attribution of a
// quotation in a sentence before or after, and what announces them ("… the
// following statement:").
func (f *finder) leansOn(at source.Span) []string {
	i, end := f.old.overlapping(f.passage)
	j := f.new.index(at)
	if i >= end || j < 0 {
		return nil
	}
	var rs []string
	for k := i; k < end; k++ {
		for _, r := range f.leaning(context{&f.old, k}, context{&f.new, f.became(k, j+k-i)}) {
			rs = appendNew(rs, r)
		}
	}
	return rs
}

// became is the sentence of the new text that sentence k became; guess, if the
// alignment does not know.
func (f *finder) became(k, guess int) int {
	if row := f.rows[f.old.sents[k].row]; len(row.New) == 1 && len(row.Old) == 1 {
		if j := f.new.index(row.New[0]); j >= 0 {
			return j
		}
	}
	return min(guess, len(f.new.sents)-1)
}

// leaning compares what one sentence of the passage leans on.
func (f *finder) leaning(o, n context) []string {
	was, is := o.side(o.k), n.side(n.k)
	var rs []string
	if who := was.leaningPronoun(); who != "" {
		rs = append(rs, f.renamed(who, o.k)...)
	}
	if o.announced() {
		rs = append(rs, f.reattributed(o.k-1)...)
	}
	wasBy, isBy := was.attributions(), is.attributions()
	if who := was.speaksAs(wasBy); who != "" && is.speaksAs(isBy) != "" {
		return append(rs, f.standsFor(who, o, n)...)
	}
	if !was.quotes(f.passage) || !was.unattributed(wasBy) {
		return rs
	}
	a, b := o.neighbour(), n.neighbour()
	if a.words == "" {
		return rs
	}
	rs = append(rs, f.reattributed(a.sentence)...)
	if x, y := o.speaksSince(a), n.speaksSince(b); x.who != "" && x.who == y.who && (x.since || y.since) {
		return rs // whoever else spoke before
	}
	if b.words == "" || !sameWords(a.words, b.words) {
		if l, ok := f.beside(o, n, a.sentence); ok {
			b = l
		}
	}
	switch {
	case b.words == "":
		return append(rs, fmt.Sprintf("attribution %q dropped", a.words))
	case a.pronoun != "" && b.pronoun != "":
		rs = append(rs, f.renamed(a.pronoun, a.sentence)...)
		return append(rs, f.standsFor(a.pronoun, context{o.page, a.sentence}, context{n.page, b.sentence})...)
	case a.who == b.who && a.cue == b.cue || sameWords(a.words, b.words):
		return rs
	}
	return append(rs, fmt.Sprintf("speaker %s → %s", a.words, b.words))
}

// renamed lists the people who became others in the sentences in front of a
// pronoun.
func (f *finder) renamed(who string, k int) []string {
	var rs []string
	for b := k - 1; b >= 0 && b >= k-longestChain; b-- {
		if r := rewritten(f.rows[f.old.sents[b].row]); r != "" {
			rs = appendNew(rs, r)
			continue
		}
		o, n, hs := f.around(b)
		for _, h := range hs {
			if plurals[strings.ToLower(who)] && (o.onePerson(h.i, h.iEnd) || n.onePerson(h.j, h.jEnd)) {
				continue // "they" are not he
			}
			if x, y := o.people(h.i, h.iEnd), n.people(h.j, h.jEnd); x != "" && y != "" && !strings.EqualFold(x, y) {
				rs = appendNew(rs, fmt.Sprintf("%q may be somebody else: %s became %s in a sentence before", who, x, y))
			}
		}
	}
	return rs
}

// titleWords is how many words in quotation marks can be a title or words held at
// arm's length rather than what somebody said.
const titleWords = 3

// unattributed reports whether a quotation stands in a sentence without anybody
// who speaks there: the sentence begins inside it, or is little else.
func (s *side) unattributed(as []attribution) bool {
	outside := slices.DeleteFunc(slices.Clone(as), func(a attribution) bool { return s.quoted[a.cue] })
	if !onlyWeak(outside) {
		return false
	}
	words, said, first := 0, 0, true
	for k, t := range s.tokens {
		if t.Class == diff.Mark {
			continue
		}
		if words++; s.quoted[k] {
			said++
		}
		if words == 1 {
			first = s.quoted[k]
		}
	}
	return first || len(outside) == 0 && (said > titleWords || 2*said >= words)
}

// beside reads the attribution of sentence k where it stands now, if nobody else
// speaks between it and the passage: a paragraph may have been broken by what is no
// part of the story.
func (f *finder) beside(o, n context, k int) (leaning, bool) {
	row := f.rows[f.old.sents[k].row]
	if len(row.New) != 1 {
		return leaning{}, false
	}
	j := f.new.index(row.New[0])
	if j < 0 || (j < n.k) != (k < o.k) || max(j-n.k, n.k-j) > max(k-o.k, o.k-k)+2 {
		return leaning{}, false
	}
	for x := min(j, n.k) + 1; x < max(j, n.k); x++ {
		if _, ok := n.leaning(x); ok {
			return leaning{}, false
		}
	}
	return n.leaning(j)
}

// reattributed lists what changed outside quotation marks in a sentence that
// tells who speaks in another one: the speaker, and whether it was said at all.
func (f *finder) reattributed(k int) []string {
	if r := rewritten(f.rows[f.old.sents[k].row]); r != "" {
		return []string{r}
	}
	o, n, hs := f.around(k)
	var ds []Difference
	for _, h := range hs {
		ds = append(ds, polarity(o, n, h)...)
		ds = append(ds, modality(o, n, h)...)
		ds = append(ds, hedging(o, n, h)...)
		ds = append(ds, naming(o, n, h)...)
	}
	var rs []string
	for _, d := range append(ds, speakers(o, n, hs)...) {
		rs = appendNew(rs, d.Reason)
	}
	return rs
}

// around lists the places outside quotation marks that changed between a sentence
// that is not the passage's and what became of it.
func (f *finder) around(k int) (o, n *side, hs []hunk) {
	row := f.old.sents[k].row
	p := f.rows[row]
	if len(p.Edits) == 0 || len(p.New) == 0 || slices.Contains(f.mine, row) {
		return &side{}, &side{}, nil
	}
	was, is := p.Hull()
	a, b := newSide(f.old.text, was), newSide(f.new.text, is)
	for _, h := range hunks(&a, &b, p.Edits) {
		if !a.insideQuotation(h.i, h.iEnd) || !b.insideQuotation(h.j, h.jEnd) {
			hs = append(hs, h)
		}
	}
	return &a, &b, hs
}

// people joins the names, pronouns and nouns for those who act among tokens [i, j) that
// stand outside quotation marks.
func (s *side) people(i, j int) string {
	var out []string
	for k := i; k < j; k++ {
		if _, num := s.number(k); !num && !s.quoted[k] && (s.properName(k) || agents[s.tokens[k].Norm] || persons[s.tokens[k].Norm]) {
			out = append(out, s.words(k, k+1))
		}
	}
	return strings.Join(out, " ")
}

// insideQuotation reports whether tokens [i, j) stand between quotation marks,
// all of them.
func (s *side) insideQuotation(i, j int) bool {
	for k := i; k < j; k++ {
		if !s.quoted[k] && s.tokens[k].Class != diff.Mark {
			return false
		}
	}
	return i < j || i > 0 && i < len(s.quoted) && s.quoted[i] && s.quoted[i-1]
}

// leaningPronoun is the first pronoun of the third person outside quotation
// marks, "" if there is none.
func (s *side) leaningPronoun() string {
	for k, t := range s.tokens {
		reports := k+1 < len(s.tokens) && (plainCues[s.tokens[k+1].Norm] || ladenCues[s.tokens[k+1].Norm]) // marks may be wrong
		if persons[t.Norm] && (!s.quoted[k] || reports) && !s.partOfNumber(k) {
			return s.words(k, k+1)
		}
	}
	return ""
}

// partOfNumber reports whether a plural pronoun stands for people counted in front of
// it in its own sentence: "58 of the injured; 21 of them".
func (s *side) partOfNumber(k int) bool {
	if !plurals[s.tokens[k].Norm] || k < 2 || s.tokens[k-1].Norm != "of" {
		return false
	}
	if _, part := s.number(k - 2); !part {
		return false
	}
	return s.numberWithin(0, k-2)
}

// onePerson reports whether tokens [i, j) hold a pronoun for one person, and nobody
// beside.
func (s *side) onePerson(i, j int) bool {
	one := false
	for k := i; k < j; k++ {
		switch w := s.tokens[k].Norm; {
		case w == "and" || plurals[w]:
			return false
		case singulars[w]:
			one = true
		}
	}
	return one && !(i > 0 && s.tokens[i-1].Norm == "and") && !(j < len(s.tokens) && s.tokens[j].Norm == "and" && j+1 < len(s.tokens) && s.properName(j+1))
}

// standsFor compares who a pronoun stands for in both texts.
func (f *finder) standsFor(who string, o, n context) []string {
	was := o.antecedent(false)
	if len(was) == 0 {
		return nil
	}
	a, b := o.lead(), n.lead()
	if (a == "" || a == b) && share(was, n.antecedent(true)) || slices.Equal(was, n.antecedent(false)) {
		return nil
	}
	return []string{fmt.Sprintf("the names before %q were %s, now %s", who, strings.Join(was, " "), orNobody(n.antecedent(false)))}
}

func orNobody(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, " ")
}
