package extract

import (
	"sort"
	"strings"

	"stet/claims"
	"stet/index/source"
)

// A finding is a figure before its place, date and attribution are known.
type finding struct {
	counted
	outcome  claims.Outcome
	sentence int
	trigger  int // word that tells the outcome
	event    int // findings of one trigger in one clause share it
	subset   bool
	toll     bool
	revised  bool
	hedged   bool
	nominal  bool // told by a noun: the killing of
	relative bool // told in a relative clause: the blast that killed
	previous *claims.Interval
	before   int // word of the previous value, 0: none, or the number's own clause tells it
	rule     string
	conf     float64
	past     bool // a previous value: kept for the words only
	also     bool // was also killed
}

// Figures returns the casualty figures of the text in the order they stand.
// English only; see Limits.
func (d *Doc) Figures() []Figure {
	return d.figures.get(func() []Figure {
		if !d.readsEnglish() {
			return nil
		}
		return d.readFigures()
	})
}

// guessable is how long a text must be, in bytes, before its guessed language is
// a reason to stay silent unless it is sure: the guess from a few words is often
// wrong.
const guessable = 400

func (d *Doc) readsEnglish() bool {
	return d.English() || d.Meta.Lang == "" && len(d.Text) < guessable && !sure(d.Lang, d.Text)
}

func (d *Doc) readFigures() []Figure {
	var out []Figure
	var ln line
	ln.base = d.dateline()
	r := figureReader{doc: d, lastAt: -2}
	for i := range d.Sentences {
		if !d.mayCount(i) && !(r.lastAt == i-1 && d.mayStand(i)) {
			continue
		}
		ln.read(d, i)
		ln.chunk()
		r.read(&ln)
		sort.SliceStable(r.found, func(a, b int) bool { return r.found[a].a < r.found[b].a })
		if h := r.hostBefore(len(ln.ws)); h >= 0 {
			r.last, r.lastAt = r.found[h], i
		}
		for k := range r.found {
			out = append(out, r.figure(&r.found[k]))
		}
	}
	markRepeats(out)
	return out
}

// mayCount is a cheap look at a sentence: does it tell an outcome at all?
func (d *Doc) mayCount(i int) bool {
	s := d.Sentences[i]
	for k := s.A; k < s.B; k++ {
		if countingWords[d.Tokens[k].Lower] {
			return true
		}
	}
	return false
}

// countingWords are all words that can tell an outcome.
var countingWords = func() map[string]bool {
	m := set(`victims lost homes`)
	for w := range foundVerbs {
		m[w] = true
	}
	for w, t := range triggerWords {
		m[w] = m[w] || t.frames != 0
	}
	for w, list := range triggerPhrases {
		m[w] = m[w] || len(list) > 0
	}
	for w, t := range whereabouts {
		m[w] = m[w] || t.frames != 0
	}
	for w := range injuryNouns {
		m[w] = true
	}
	for w := range fateAdjectives {
		m[w] = true
	}
	for w := range doers {
		m[w] = true
	}
	return m
}()

// mayStand is a cheap look at a sentence after a toll: does "it" stand at a number?
func (d *Doc) mayStand(i int) bool {
	s := d.Sentences[i]
	for k := s.A; k+1 < s.B; k++ {
		if d.Tokens[k].Lower == "it" && (haveForms[d.Tokens[k+1].Lower] || standVerbs[d.Tokens[k+1].Lower]) || counts[d.Tokens[k].Lower] {
			return true
		}
	}
	return false
}

// figureReader finds the figures of one sentence after the other.
type figureReader struct {
	doc   *Doc
	ln    *line
	found []finding
	used  []claims.Outcome // by number: what it was taken for
	event int

	lastPlace string  // the last place told, for sentences that name none
	told      bool    // a figure was told before
	last      finding // the last figure that is no subset, and its sentence
	lastAt    int
}

// read runs the rules over a sentence, from the most to the least certain; a
// number is claimed by the first rule that takes it.
func (r *figureReader) read(ln *line) {
	r.ln, r.found = ln, r.found[:0]
	r.used = r.used[:0]
	for range ln.nums {
		r.used = append(r.used, "")
	}
	r.tolls()
	for k := range ln.chunks {
		if c := &ln.chunks[k]; c.kind == chunkVerb && c.trig.frames != 0 {
			r.verb(k)
		} else if c.kind == chunkVerb {
			r.driven(k)
			r.lost(k)
			r.unfound(k)
			r.costLives(k)
		}
	}
	for k := range ln.chunks {
		if c := &ln.chunks[k]; c.kind == chunkNoun {
			r.noun(k)
			r.qualified(k)
			r.itsOwn(k)
		}
	}
	r.together()
	r.thens()
	r.identified()
	r.subsets()
	r.parts()
	r.upFrom()
}

// add records the victims of one trigger.
func (r *figureReader) add(list []int, t trigger, word int, loose bool, rule string, conf float64, mark func(*finding)) int {
	r.event++
	plural := r.ln.pluralVerb(word)
	n, many := 0, false
	fresh := false
	for _, i := range list {
		x := r.ln.chunks[i].num
		fresh = fresh || x >= 0 && r.used[x] == "" && r.ln.roles[x] == counting
	}
	for _, i := range list {
		c, ok := r.ln.count(i, loose)
		if !ok || c.num >= 0 && r.used[c.num] != "" && (fresh || r.used[c.num] == t.outcome || t.frames&(verbObject|verbSubject) == 0) {
			continue
		}
		if ch := &r.ln.chunks[i]; c.implied && len(list) > 1 && ch.det == "" && !ch.name && !plural && !kin[r.ln.low(ch.head)] {
			continue // "a leader and businessman" is one person
		}
		if c.implied && (many && r.ln.chunks[i].name || t.outcome == claims.Displaced || t.frames&needsPerson != 0 && !isPerson(lastWord(c.population)) && !r.ln.chunks[i].name) {
			continue
		}
		if t.frames&needsPerson != 0 && c.num >= 0 && !isPerson(lastWord(c.population)) && c.population != "" {
			continue
		}
		if c.num >= 0 {
			r.used[c.num] = t.outcome
			many = many || c.value >= 2
		}
		if t.outcome == claims.Captured && strings.HasPrefix(lastWord(c.population), "hostage") {
			t.outcome = claims.Kidnapped
		}
		f := finding{counted: c, outcome: t.outcome, sentence: r.ln.index, trigger: word, event: r.event, rule: rule, conf: conf}
		if c.implied {
			f.conf -= 0.2
		}
		if t.frames&assault != 0 {
			f.conf -= 0.4
		}
		f.also = r.ln.alsoNear(word)
		if mark != nil {
			mark(&f)
		}
		f.subset = f.subset || r.partOfFirst(&f)
		r.found = append(r.found, f)
		n++
		if c.num >= 0 && !f.subset {
			r.named(r.ln.namesAfter(i), t, word, "by name")
		}
	}
	return n
}

// partOfFirst: "Of the 130 injured, 40 are in hospital."
func (r *figureReader) partOfFirst(f *finding) bool {
	return f.num >= 0 && len(r.found) > 0 && r.ln.low(0) == "of" && r.found[0].a <= 2 && r.found[0].outcome == f.outcome && r.found[0].b < f.a && f.value <= r.found[0].value
}

// kin are nouns that name another person after "and", article or not: a man and
// woman, the mayor and wife.
var kin = set(`man woman boy girl husband wife brother sister son daughter mother father`)

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// figure turns a finding into a figure with its context.
func (r *figureReader) figure(f *finding) Figure {
	ln := r.ln
	a, b := f.a, min(f.b, len(ln.ws))
	span := source.Span{Start: ln.ws[a].start, End: ln.ws[b-1].end}
	fig := Figure{Span: span, Sentence: r.doc.Sentences[f.sentence].Span, Rule: f.rule, Confidence: f.conf, Value: f.value, Trigger: source.Span{Start: ln.ws[f.trigger].start, End: ln.ws[f.trigger].end}}
	fig.Figure = claims.Figure{Words: r.doc.Text[span.Start:span.End], Outcome: f.outcome, Range: f.rng, Population: f.population, Cumulative: f.toll,
		Additional: f.additional, Subset: f.subset, Implied: f.implied, Revised: f.revised, Hedged: f.hedged, Previous: f.previous}
	r.context(f, &fig)
	fig.event, fig.Definite, fig.background, fig.past, fig.also = f.event, f.definite, f.nominal || f.relative, f.past, f.also
	fig.named, fig.possessed = f.named, f.possessed
	fig.shot = triggerWords[ln.low(f.trigger)].frames&wounding != 0
	return fig
}
