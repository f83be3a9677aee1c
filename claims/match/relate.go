package match

import (
	"slices"
	"strings"

	"stet/index/source"
)

// Thresholds of relatedness. Score is the weighted share of words in common.
const (
	// NearScore: from here on a quotation counts as near, if nothing important
	// changed.
	NearScore = 0.9
	// alteredScore: below this share of its words a claim is another utterance.
	alteredScore = 0.6
	// contentShare: below this share of the content words of both sides in common
	// it is another utterance, however many small words are shared.
	contentShare = 0.5
	// addedShare: a claim that has whole sentences of its source may add as much
	// again of its own.
	addedShare = 0.4
	// longRun: so many words in a row are no accident.
	longRun = 7
	// plainRun is longRun for a statement, of which no wording is promised.
	plainRun = 5
	// plainShare is contentShare for a statement: with another verb it is another
	// statement.
	plainShare = 0.7
)

// order of severity: the first relation any change makes is the answer.
var severity = []Relation{Negation, Reordered, Substitution, Insertion, Joined, SilentTruncation, MarkedTruncation, Spelling, Typography, Verbatim}

// verdict is what the comparison of words comes to, speaker aside.
type verdict struct {
	rel     Relation
	score   float64
	changes []change
	after   string // what follows a cut before a reversal
}

// judge turns a comparison into a relation.
func (c *comparison) judge() verdict {
	v := verdict{rel: Unrelated}
	if len(c.matches) == 0 {
		return v
	}
	moved := c.findMoved()
	for i := range c.regions {
		if ch, ok := c.read(&c.regions[i]); ok {
			v.changes = append(v.changes, ch)
		}
	}
	v.score = c.score()
	if !c.related(moved) {
		return v
	}
	if moved {
		v.changes = c.asMoved(v.changes)
	}
	c.edges(&v)
	v.changes = c.undoneTurns(v.changes)
	c.spellings(&v)
	c.typography(&v)
	v.rel = Verbatim
	best := len(severity) - 1
	for _, ch := range v.changes {
		best = min(best, slices.Index(severity, ch.rel))
	}
	v.rel = weighed(severity[best], v.changes)
	return v
}

// weighed settles between an insertion or substitution of a word or two and an
// omission that is much larger: the larger change names the relation.
func weighed(rel Relation, changes []change) Relation {
	if rel != Substitution && rel != Insertion {
		return rel
	}
	var changed, cut float32
	other := rel
	for _, ch := range changes {
		switch ch.rel {
		case Substitution, Insertion:
			changed += ch.size
			if ch.kind == DiffModal || ch.kind == DiffNumber || ch.kind == DiffName {
				return rel
			}
		case Joined, SilentTruncation:
			cut += ch.size
			if other == rel || ch.rel == Joined {
				other = ch.rel
			}
		}
	}
	if changed <= 1 && cut >= 4*changed {
		return other
	}
	return rel
}

// asMoved turns substitutions, insertions and omissions into one reordering.
func (c *comparison) asMoved(changes []change) []change {
	out := changes[:0]
	var size float32
	for _, ch := range changes {
		switch ch.rel {
		case Substitution, Insertion, SilentTruncation, Joined:
			size += ch.size
		default:
			out = append(out, ch)
		}
	}
	cs := source.Span{Start: c.claim.words[c.moved[0].c].Start, End: c.claim.words[c.moved[len(c.moved)-1].c].End}
	lo, hi := c.moved[0].p, c.moved[0].p
	for _, m := range c.moved {
		lo, hi = min(lo, m.p), max(hi, m.p)
	}
	return append(out, change{rel: Reordered, kind: DiffOrder, claim: cs, pass: c.pass.span(lo, hi+1), size: size})
}

// score is twice the weight in common over the weight of both sides, in the
// claim and the stretch of the passage it covers; what an ellipsis stands for
// does not count.
func (c *comparison) score() float64 {
	var common, all float32
	for _, m := range c.matches {
		w := c.weight(m)
		common += 2 * w
		all += 2 * w
	}
	for _, m := range c.moved {
		w := c.claim.words[m.c].weight
		common += 2*w - 0.5*w // in common, but not in its place
	}
	for _, r := range c.regions {
		all += weigh(own(c.claim.words[r.c:r.c2]))
		if r.marked {
			continue
		}
		for _, k := range r.said {
			all += c.pass.words[k].weight
		}
	}
	return min(1, float64(common/max(all, 0.5)))
}

// related reports whether the passage holds the claim's utterance at all.
func (c *comparison) related(moved bool) bool {
	var matched, claim float32
	mc, cc, pc, run, longest := 0, 0, 0, 0, 0
	for i, m := range c.matches {
		w := c.weight(m)
		matched += w
		if w >= 1 {
			mc++
		}
		if i > 0 && m.p == c.matches[i-1].p2 && m.c == c.matches[i-1].c2 {
			run++
		} else {
			run = 1
		}
		longest = max(longest, run)
	}
	if moved {
		mc += len(c.moved)
		for _, m := range c.moved {
			matched += c.claim.words[m.c].weight
		}
	}
	claim = weigh(own(c.claim.words))
	replaced, inserted := 0, 0
	for i := range c.regions {
		r := &c.regions[i]
		cw := own(c.claim.words[r.c:r.c2])
		n := content(cw)
		if moved {
			n = 0
		} else if n == 1 && saysOpposite(cw, c.words(r.said)) { // safe, unsafe: of one and the same
			mc++
			matched++
			continue
		}
		cc += n
		switch {
		case len(cw) == 0:
		case len(r.said) == 0:
			inserted += n
		default:
			replaced += n
			for _, k := range r.said {
				if !c.pass.words[k].stop() {
					pc++
				}
			}
		}
	}
	share := 2 * float64(mc) / float64(max(1, 2*mc+cc+pc))
	cover := float64(matched / max(claim, 0.5))
	switch {
	case matched == 0:
		return false
	case len(c.claim.words) <= 2:
		return cover >= contentShare
	case cc == 0 && replaced == 0: // nothing added, nothing replaced: a part of it
		return cover >= alteredScore
	case replaced == 0 && c.whole(): // all the source says there, and more added
		return cover >= addedShare && mc >= 1
	case replaced == 0: // the source's words with more added
		return cover >= alteredScore || longest >= longRun || c.claim.plain && longest >= plainRun
	case c.claim.plain:
		return (cover >= alteredScore || longest >= plainRun) && share >= plainShare
	case replaced <= 1 && cover >= contentShare && mc >= 1:
		return true
	case replaced <= 1 && pc <= 1 && cover >= alteredScore && len(c.regions) == 1 && c.sentenceLong():
		return true // "I am ashamed of that", one word another
	}
	if longest >= longRun {
		return cover >= alteredScore && share >= contentShare
	}
	return cover >= alteredScore && share >= contentShare+0.05
}

// whole reports whether the matched stretch of the source is whole sentences
// with nothing left out.
func (c *comparison) whole() bool {
	for _, r := range c.regions {
		if len(r.said) > 0 {
			return false
		}
	}
	m := c.matches
	return !c.midSentence(m[0].p) && c.following() < 0
}

// sentenceLong reports whether the matched stretch begins and ends where a
// sentence of the source does.
func (c *comparison) sentenceLong() bool { return !c.midSentence(c.first()) && c.following() < 0 }

// edges adds what is cut off at the beginning and the end.
func (c *comparison) edges(v *verdict) {
	s := c.pass
	if ch, ok := c.startChange(); ok {
		v.changes = append(v.changes, ch)
	}
	e := c.end()
	if e == cutNone || e == cutPart {
		return
	}
	next := c.following()
	if next < 0 {
		v.changes = append(v.changes, change{rel: MarkedTruncation, kind: DiffMarked}) // "…" where nothing follows
		return
	}
	to := next + 1
	for to < len(s.words) && c.sameSentence(to) {
		to++
	}
	ch := change{rel: SilentTruncation, kind: DiffOmitted, pass: s.span(next, to), size: weigh(s.words[next:to])}
	v.after = c.reversal(next)
	switch rest := once(s.text, s.words, s.words[next:to]); {
	case restOf(rest) == 0 && countNegators(rest)%2 == 1: // “some are [not].”
		ch.rel, ch.kind = Negation, DiffNegation
	case e == cutMarked:
		ch.rel, ch.kind, ch.size = MarkedTruncation, DiffMarked, 0
	}
	v.changes = append(v.changes, ch)
}

// spellings adds the variants among the matched words.
func (c *comparison) spellings(v *verdict) {
	for _, m := range c.matches {
		cs, ps := c.claim.span(m.c, m.c2), c.pass.span(m.p, m.p2)
		switch {
		case m.like == variant && strings.Contains(cs.Of(c.claim.text), "["):
			v.changes = append(v.changes, change{rel: Typography, kind: DiffTypography, claim: cs, pass: ps})
		case m.like == variant:
			v.changes = append(v.changes, change{rel: Spelling, kind: DiffSpelling, claim: cs, pass: ps})
		case m.like == sameMark:
			v.changes = append(v.changes, change{rel: Typography, kind: DiffTypography, claim: cs, pass: ps})
		}
	}
}

// typography adds where the signs between two words differ.
func (c *comparison) typography(v *verdict) {
	for i := 1; i < len(c.matches); i++ {
		a, b := c.matches[i-1], c.matches[i]
		if a.c2 != b.c || a.p2 != b.p {
			continue
		}
		if !c.flat && c.pass.quote[a.p2-1] != c.pass.quote[b.p] {
			continue // an attribution or a reopened paragraph stands between
		}
		if c.claim.seam(b.c) {
			continue
		}
		x, y := signs(c.claim.between(b.c)), signs(c.pass.between(b.p))
		if x == y || c.claim.breaks[b.c] > 0 && ellipsisIn(y) {
			continue
		}
		if c.claim.solid && strings.Contains(x, "…") {
			continue
		}
		v.changes = append(v.changes, change{rel: Typography, kind: DiffTypography,
			claim: source.Span{Start: c.claim.words[a.c].Start, End: c.claim.words[b.c2-1].End}, pass: c.pass.span(a.p, b.p2)})
	}
}

// sentenceFrom is the first word of the sentence of the first matched word.
func (c *comparison) sentenceFrom() int {
	from := c.first()
	for from > 0 && c.sameSentence(from) {
		from--
	}
	return from
}

func ellipsisIn(s string) bool { return strings.Contains(s, "…") || strings.Contains(s, "..") }

// signs is what stands between two words with its spaces made one.
func signs(s string) string { return strings.Join(strings.Fields(s), " ") }
