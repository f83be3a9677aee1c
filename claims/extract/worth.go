package extract

import (
	"math"
	"strings"
)

// Worth says how much a sentence deserves a check, and why.
type Worth struct {
	Score float64 // 0–1; at least Checkable counts for a desk's coverage
	Why   string  // what spoke most for or against it, for people
}

// Checkable is the score from which a sentence counts as checkable.
const Checkable = 0.5

// worthCue is a trait of a sentence with what it adds to the score on a logistic
// scale. The traits are those that published work on check-worthiness found to
// carry most (Hassan et al. 2017, ClaimBuster: numbers, tense, entities;
// Gencheva et al. 2017: contrast and negation); the weights were set by hand.
type worthCue struct {
	name string
	add  float64
}

var worthCues = struct {
	number, money, percent, casualty, change, compare, name, reported, past, negation, universal, record   worthCue
	question, opinion, future, command, short, first, second, greeting, conditional, heading, wish, thanks worthCue
}{
	number:      worthCue{"a number", 1.6},
	money:       worthCue{"an amount of money", 0.5},
	percent:     worthCue{"a share", 0.6},
	casualty:    worthCue{"casualties", 1.2},
	change:      worthCue{"a change", 0.8},
	compare:     worthCue{"a comparison", 0.7},
	name:        worthCue{"a name", 0.5},
	reported:    worthCue{"a report of what was said", 0.7},
	past:        worthCue{"something done", 0.5},
	negation:    worthCue{"a denial", 0.3},
	universal:   worthCue{"a sweeping word", 0.4},
	record:      worthCue{"a record or vote", 0.6},
	question:    worthCue{"a question", -2.2},
	opinion:     worthCue{"an opinion", -1.3},
	future:      worthCue{"the future", -0.8},
	command:     worthCue{"a request", -1.2},
	short:       worthCue{"very short", -1.8},
	first:       worthCue{"about the speaker", -0.2},
	second:      worthCue{"addressed to a person", -0.5},
	greeting:    worthCue{"a courtesy", -2},
	conditional: worthCue{"a condition", -0.6},
	heading:     worthCue{"a heading", -0.8},
	wish:        worthCue{"a wish", -0.8},
	thanks:      worthCue{"a courtesy", -2},
}

// worthBase is the score of a sentence without any trait, on the logistic scale.
const worthBase = -1.1

// Words that carry the traits. Compiled by hand.
var (
	changeWords  = set(`rose rise risen rising fell fall fallen falling grew grow grown growing dropped drop increased increase increasing decreased decrease doubled tripled halved cut cuts raised raise lowered lost lose gained jumped soared plunged climbed surged slashed created destroyed shrank`)
	compareWords = set(`more less fewer than higher lower most least highest lowest largest biggest smallest first last only worst best greatest record ever never half twice double majority minority average`)
	opinionWords = set(`think believe feel hope guess suppose beautiful wonderful terrible great awful amazing good bad nice important wrong right should ought must better perhaps maybe probably`)
	courtesies   = set(`thank thanks hello welcome goodbye congratulations please sorry sir madam applause laughter crosstalk`)
	recordWords  = set(`voted vote votes signed supported opposed passed vetoed endorsed banned approved rejected sued paid spent owed owes owns founded invaded attacked deported arrested convicted fined budget deficit debt tax taxes jobs law bill treaty deal percent unemployment crime immigrants war`)
	sweeping     = set(`all every none nobody everyone always never entire whole any nothing everything`)
	casualtyWord = set(`killed dead died deaths death injured wounded missing casualties victims toll displaced kidnapped arrested detained`)
)

// CheckWorthy scores every sentence, in the order of Sentences.
func (d *Doc) CheckWorthy() []Worth { return d.worth.get(d.scoreSentences) }

func (d *Doc) scoreSentences() []Worth {
	reported := make([]bool, len(d.Sentences))
	for _, q := range d.Quotes() {
		if q.Scare || q.Belief {
			continue
		}
		if i := d.SentenceAt(q.Sentence.Start); i >= 0 {
			reported[i] = true
		}
	}
	out := make([]Worth, len(d.Sentences))
	for i := range d.Sentences {
		out[i] = d.worthOf(&d.Sentences[i], reported[i])
	}
	return out
}

// worthOf adds up the traits of one sentence.
func (d *Doc) worthOf(s *Sentence, reported bool) Worth {
	sum, best, why := worthBase, 0.0, "nothing that can be checked"
	seen := map[string]bool{}
	take := func(c worthCue) {
		if seen[c.name] {
			return
		}
		seen[c.name] = true
		sum += c.add
		if a := max(c.add, -c.add); a > best {
			best, why = a, c.name
		}
	}
	words := 0
	for i := s.A; i < s.B; i++ {
		t := &d.Tokens[i]
		if t.Kind == Word || t.Kind == Num {
			words++
		}
		d.traits(s, i, take)
	}
	w := &worthCues
	if words < 5 {
		take(w.short)
	}
	if last := d.Text[s.Span.Start:s.Span.End]; strings.HasSuffix(strings.TrimRight(last, `"”’»)`), "?") {
		take(w.question)
	} else if words > 0 && !strings.ContainsAny(last[max(0, len(last)-4):], ".!?…。") {
		take(w.heading)
	}
	if t := &d.Tokens[s.A]; t.Tag == "VB" && t.Lower != "be" {
		take(w.command)
	}
	if reported {
		take(w.reported)
	}
	return Worth{Score: logistic(sum), Why: why}
}

// traits takes the traits that token i carries.
func (d *Doc) traits(s *Sentence, i int, take func(worthCue)) {
	w := &worthCues
	t := &d.Tokens[i]
	l := t.Lower
	switch {
	case t.Kind == Num || t.Tag == "CD" && l != "one":
		take(w.number)
	case l == "$" || l == "€" || l == "£" || l == "million" || l == "billion" || l == "trillion":
		take(w.money)
	case l == "%" || l == "percent" || l == "percentage" || l == "cent" && d.low(i-1) == "per":
		take(w.percent)
	case t.Upper && i > s.A && (t.Tag == "NNP" || t.Tag == "NNPS"):
		take(w.name)
	case t.Tag == "VBD" || t.Tag == "VBN" && auxiliaries[d.low(i-1)]:
		take(w.past)
	case l == "will" || l == "'ll" || l == "gonna":
		take(w.future)
	case l == "if" || l == "would":
		take(w.conditional)
	case l == "not" || l == "n't" || l == "no":
		take(w.negation)
	case (l == "i" || l == "we") && t.Mark == 0:
		take(w.first)
	case l == "you":
		take(w.second)
	case l == "let" && d.low(i+1) == "'s" || l == "want" || l == "wish":
		take(w.wish)
	}
	for _, c := range []struct {
		words map[string]bool
		cue   worthCue
	}{{changeWords, w.change}, {compareWords, w.compare}, {opinionWords, w.opinion}, {courtesies, w.thanks}, {recordWords, w.record}, {sweeping, w.universal}, {casualtyWord, w.casualty}} {
		if c.words[l] {
			take(c.cue)
		}
	}
}

// logistic maps a sum of weights to 0–1.
func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
