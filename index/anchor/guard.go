package anchor

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

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
	Date     Guard = "date"
	Tense    Guard = "tense"
	// Condition is what makes a statement hold only sometimes: unless, if, except.
	Condition Guard = "condition"
	// Scope is what governs the words behind it: failed to, critics of.
	Scope Guard = "scope"
	Quote Guard = "quote" // the other words of the passage's quotation
)

// Difference is one guarded difference between a sentence and what became of
// it, in people's words.
type Difference struct {
	Guard  Guard
	Reason string // `figure 12 → 15`, `"must" became "must not"`
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
	lacks := passage.Empty() || o.unattributed(o.attributions())
	var near []hunk // without the sentences that came or went beside the passage
	var tell []hunk // with those of them that tell who speaks
	for _, h := range hs {
		if o.spoken(h.i, h.iEnd) == n.spoken(h.j, h.jEnd) {
			continue // can't, cannot; about, around
		}
		if o.elsewhereQuoted(n, h, passage) {
			out = append(out, naming(o, n, h)...) // a pronoun of the passage may stand for it
			continue
		}
		alone := !passage.Empty() && (o.sentenceAlone(h.i, h.iEnd, h.j == h.jEnd) || n.sentenceAlone(h.j, h.jEnd, h.i == h.iEnd))
		if !alone || o.tells(h.i, h.iEnd) || n.tells(h.j, h.jEnd) && (lacks || n.runsOn(h.j, h.jEnd)) {
			tell = append(tell, h)
		}
		if alone {
			continue
		}
		near = append(near, h)
		out = append(out, figures(o, n, h, passage)...)
		out = append(out, polarity(o, n, h)...)
		out = append(out, modality(o, n, h)...)
		out = append(out, hedging(o, n, h)...)
		out = append(out, naming(o, n, h)...)
		out = append(out, scope(o, n, h)...)
		out = append(out, quotation(o, n, h, passage)...)
	}
	out = append(out, sense(o, n, near)...)
	out = append(out, degreesChanged(o, n, near)...)
	if passage.Empty() || o.quotes(passage) {
		near = tell // a quotation may lean on an attribution in a sentence beside it
	}
	return append(out, speakers(o, n, near)...)
}

// runsOn reports whether tokens [i, j) open with a comma: “…,” Petrov said.
func (s *side) runsOn(i, j int) bool {
	for k := i; k < j && s.tokens[k].Class == diff.Mark; k++ {
		if s.tokens[k].Norm == "," {
			return true
		}
	}
	return false
}

// tells reports whether somebody is said to say something among tokens [i, j),
// outside quotation marks.
func (s *side) tells(i, j int) bool {
	return slices.ContainsFunc(s.cued(i, j), func(a attribution) bool {
		return !a.weak && !s.quoted[a.cue]
	})
}

// figures: a number replaced by another or by something else, anywhere in the
// sentence; a number that comes or goes, unless it does so in a phrase of its own
// beside the passage: "in 2016", ", three days later".
func figures(o, n *side, h hunk, passage source.Span) []Difference {
	a, b := o.numbers(h.i, h.iEnd), n.numbers(h.j, h.jEnd)
	if sameNumbers(a, b) {
		return nil
	}
	if (h.i == h.iEnd && n.aside(h.j, h.jEnd) || h.j == h.jEnd && o.aside(h.i, h.iEnd)) && !o.touches(h.i, h.iEnd, passage) {
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

// aside reports whether tokens [i, j) are a phrase of its own: a mark or a
// joining word stands at its front, and words behind it.
func (s *side) aside(i, j int) bool {
	return j-i > 1 && (joining[s.tokens[i].Norm] || s.tokens[i].Class == diff.Mark) && anyWord(s.tokens[i+1:j])
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
		for part := range strings.SplitSeq(s.tokens[k].Norm, "-") { // leave-nothing-to-chance
			if in[part] {
				c++
			}
		}
	}
	return c
}

// spoken joins the words of tokens [i, j) with contractions written out.
func (s *side) spoken(i, j int) string {
	var out []string
	for k := i; k < j; k++ {
		w := s.tokens[k].Norm
		if blurs[w] && s.approximator(k) > 0 {
			w = "about"
		}
		out = append(out, cmp.Or(writtenOut[w], w))
	}
	return strings.Join(out, " ")
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
			out = append(out, cmp.Or(modalForms[s.tokens[k].Norm], s.tokens[k].Norm))
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
			out = append(out, s.bound(k, n))
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

// bound words the modifier of a number in tokens [k, k+n): those that only blur the
// number are one.
func (s *side) bound(k, n int) string {
	if n == 1 && blurs[s.tokens[k].Norm] {
		return "about"
	}
	return s.words(k, k+n)
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

// naming: one name, pronoun or noun for people for another makes the sentence about somebody else.
func naming(o, n *side, h hunk) []Difference {
	if !o.names(h.i, h.iEnd) || !n.names(h.j, h.jEnd) {
		return nil
	}
	a, b := o.properNames(h.i, h.iEnd), n.properNames(h.j, h.jEnd)
	if a == b {
		return nil
	}
	if a == "" {
		a = strings.TrimSpace(o.words(h.i, h.iEnd))
	}
	if b == "" {
		b = strings.TrimSpace(n.words(h.j, h.jEnd))
	}
	return []Difference{{Name, fmt.Sprintf("name %s → %s", a, b)}}
}

// properNames joins the capitalised words, pronouns and agents among tokens
// [i, j). The first word of
// a sentence counts unless the text has it in lower case too.
func (s *side) properNames(i, j int) string {
	var out []string
	for k := i; k < j; k++ {
		t := s.tokens[k]
		if agents[t.Norm] || pronouns[t.Norm] {
			out = append(out, s.words(k, k+1))
			continue
		}
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
