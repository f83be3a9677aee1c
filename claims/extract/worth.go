package extract

import (
	"math"
	"strings"
)

// Worth says how much a sentence deserves a check, and why.
type Worth struct {
	Score float64 // 0–1; at least Checkable counts for a desk's coverage
	Class Class
	Why   string // one phrase for people: what spoke most for the class
}

// Class is what a sentence is for a desk.
type Class string

// The classes.
const (
	ClassFact    Class = "checkable"
	ClassOpinion Class = "opinion"
	ClassNone    Class = "nothing to check"
)

// Checkable is the score from which a sentence counts as checkable.
const Checkable = 0.5

// CheckWorthy scores every sentence, in the order of Sentences. The traits are
// those of English: of a text in another language nothing is scored, and the
// answer is nil (Limits says so).
func (d *Doc) CheckWorthy() []Worth { return d.worth.get(d.scoreSentences) }

func (d *Doc) scoreSentences() []Worth {
	if !d.English() {
		return nil
	}
	reported := make([]bool, len(d.Sentences))
	for _, q := range d.Quotes() {
		if q.Scare || q.Belief || q.By.Empty() || q.Rule == RuleTranscript {
			continue // in a transcript every sentence is somebody's
		}
		if i := d.SentenceAt(q.Sentence.Start); i >= 0 {
			reported[i] = true
		}
	}
	counted := make([]bool, len(d.Sentences))
	for _, f := range d.Figures() {
		if i := d.SentenceAt(f.Span.Start); i >= 0 && !f.Implied {
			counted[i] = true
		}
	}
	out := make([]Worth, len(d.Sentences))
	for i := range d.Sentences {
		out[i] = d.worthOf(i, reported[i], counted[i])
	}
	return out
}

// weighing adds up the traits of one sentence, each once.
type weighing struct {
	sum  float64
	seen map[string]bool
	best [3]worthCue // by side, the one of most weight
}

func (w *weighing) take(c worthCue) {
	if w.seen[c.name] {
		if c.name == cueJudgement.name {
			w.take(cueJudgements)
		}
		return
	}
	w.seen[c.name] = true
	w.sum += c.add
	if b := &w.best[c.side]; math.Abs(c.add) > math.Abs(b.add) {
		*b = c
	}
}

// worth is the verdict of a weighing.
func (w *weighing) worth() Worth {
	out := Worth{Score: logistic(w.sum), Class: ClassNone, Why: "nothing that can be looked up"}
	side := forFact
	switch opinion, none := w.best[forOpinion], w.best[forNone]; {
	case out.Score >= Checkable:
		out.Class = ClassFact
	case none.name != "" && math.Abs(none.add) >= math.Abs(opinion.add):
		side = forNone
	case opinion.name != "":
		side, out.Class = forOpinion, ClassOpinion
	default:
		return out
	}
	if b := w.best[side]; b.name != "" {
		out.Why = b.name
	}
	return out
}

// worthOf weighs sentence i. reported: it says who said something; counted: it
// has a casualty figure, perhaps without any digit ("no one was hurt").
func (d *Doc) worthOf(i int, reported, counted bool) Worth {
	s := &d.Sentences[i]
	w := &weighing{sum: worthBase, seen: map[string]bool{}}
	from := d.afterLabel(s)
	words := 0
	for k := from; k < s.B; k++ {
		if t := &d.Tokens[k]; t.Kind == Word || t.Kind == Num {
			words++
		}
		d.tokenTraits(from, k, w)
	}
	d.phraseTraits(from, s.B, w)
	d.shapeTraits(i, from, words, w)
	if reported {
		w.take(cueReported)
	}
	if counted {
		w.take(cueNumber)
		w.take(cueCasualty)
	}
	return w.worth()
}

// afterLabel is the first token behind the name of a speaker in a transcript
// ("Marsh:", "Q:"), else the sentence's first.
func (d *Doc) afterLabel(s *Sentence) int {
	for k := s.A; k < min(s.A+4, s.B-1); k++ {
		t := &d.Tokens[k]
		if t.Lower == ":" && k > s.A {
			return k + 1
		}
		if !t.Upper {
			break
		}
	}
	return s.A
}

// tokenTraits takes the traits that token k carries.
func (d *Doc) tokenTraits(from, k int, w *weighing) {
	t := &d.Tokens[k]
	l := t.Lower
	switch {
	case t.Kind == Num || t.Tag == "CD" && l != "one" && (numberWords[l] > 0 || magnitudes[l] > 0 || strings.Contains(l, "-")):
		w.take(cueNumber)
	case l == "$" || l == "€" || l == "£" || l == "million" || l == "billion" || l == "trillion":
		w.take(cueMoney)
	case l == "%" || l == "percent" || l == "percentage":
		w.take(cuePercent)
	case t.Upper && k > from && (t.Tag == "NNP" || t.Tag == "NNPS") && !worthTime[l]:
		if d.tagOf(k-1) != "NNP" { // a full name is one
			if w.seen[cueName.name] {
				w.take(cueNames)
			}
			w.take(cueName)
		}
	case t.Tag == "VBD" || t.Tag == "VBN" && d.afterAuxiliary(from, k):
		if statives[l] {
			w.take(cueWas)
		} else {
			w.take(cueDone)
		}
	case t.Tag == "VBZ" && l != "is" && l != "'s" && l != "has" && l != "does":
		w.take(cueState)
	case l == "not" || l == "n't" || l == "no":
		w.take(cueDenial)
	case (l == "i" || l == "we") && (feelings[d.low(k+1)] || (d.low(k+1) == "do" || d.low(k+1) == "cannot") && !d.pastIn(k)):
		w.take(cueFeeling)
	}
	for carried, i := traitsOf[l], 0; carried != 0; carried, i = carried>>1, i+1 {
		if x := &worthWords[i]; carried&1 != 0 && (x.cue != cueTime || l != "march" || t.Upper) {
			w.take(x.cue)
		}
	}
}

// traitsOf has for every word of worthWords the rows it stands in, as bits: one
// look-up a token instead of one for each row.
var traitsOf = func() map[string]uint32 {
	m := map[string]uint32{}
	for i, x := range worthWords {
		for word := range x.words {
			m[word] |= 1 << i
		}
	}
	return m
}()

// worthTime are the words for times; a weekday is no name.
var worthTime = func() map[string]bool {
	for _, x := range worthWords {
		if x.cue == cueTime {
			return x.words
		}
	}
	return nil
}()

// afterAuxiliary reports whether a participle belongs to a form of be or have up
// to two words before it: "was killed", "have never taken".
func (d *Doc) afterAuxiliary(from, k int) bool {
	for b := k - 1; b >= max(from, k-3); b-- {
		if auxiliaries[d.low(b)] {
			return true
		}
	}
	return false
}

// pastIn reports whether the words right behind token k are in the past tense.
func (d *Doc) pastIn(k int) bool {
	return d.tagOf(k+1) == "VBD" || d.tagOf(k+2) == "VBD"
}

// phraseTraits takes the traits of fixed phrases in tokens [a, b).
func (d *Doc) phraseTraits(a, b int, w *weighing) {
	var line strings.Builder
	line.WriteByte(' ')
	for k := a; k < b; k++ {
		line.WriteString(d.low(k))
		line.WriteByte(' ')
	}
	for _, p := range fixedPhrases {
		if strings.Contains(line.String(), " "+p.words+" ") {
			w.take(p.cue)
		}
	}
}

// shapeTraits takes what the form of sentence i tells: its end, its length, its
// first words, its place.
func (d *Doc) shapeTraits(i, from, words int, w *weighing) {
	s := &d.Sentences[i]
	said := strings.TrimRight(d.at(s.Span), `"”’»')] `)
	switch {
	case strings.HasSuffix(said, "?"):
		w.take(cueQuestion)
	case strings.HasSuffix(said, "!"):
		w.take(cueExclaim)
	case words > 0 && !strings.HasSuffix(said, ".") && !strings.HasSuffix(said, "…") && !strings.HasSuffix(said, "。") && d.alone(i):
		if i == 0 {
			w.take(cueTitle)
		} else {
			w.take(cueHeading)
		}
	}
	if words < 4 {
		w.take(cueShort)
	}
	if from >= s.B {
		return
	}
	for from < s.B-1 && d.Tokens[from].Kind == Mark {
		from++
	}
	t := &d.Tokens[from]
	if t.Tag == "VB" && t.Lower != "be" && t.Kind == Word && !w.seen[cueTitle.name] && !w.seen[cueHeading.name] {
		w.take(cueRequest)
	}
	if generalSubjects[t.Lower] && !d.pastIn(from) {
		w.take(cueGeneral)
	}
	if next := d.low(from + 1); (t.Lower == "it" || t.Lower == "that" || t.Lower == "this" || t.Lower == "there" && d.low(from+2) == "a") && (next == "is" || next == "'s") {
		w.take(cuePointing)
	}
}

// alone reports whether sentence i is a paragraph by itself.
func (d *Doc) alone(i int) bool {
	p := &d.Paragraphs[d.Sentences[i].Para]
	return p.B-p.A == 1
}

// logistic maps a sum of weights to 0–1.
func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
