package match

import (
	"strings"

	"stet/index/source"
)

// A change is a region read: which relation it makes, and of what kind it is.
type change struct {
	rel   Relation
	kind  DiffKind
	claim source.Span
	pass  source.Span
	size  float32 // weight of the words concerned
	// The change stands for passage words [from, upTo), as claim words [c, c2).
	from, upTo, c, c2 int
}

// read says what a region changes. A region in which nothing is lacking, added
// or replaced (an attribution in between) changes nothing: ok is false.
func (c *comparison) read(r *region) (ch change, ok bool) {
	cw := own(c.claim.words[r.c:r.c2])
	pw := c.words(r.said)
	ch.claim, ch.pass, ch.from, ch.upTo, ch.c, ch.c2 = c.claim.span(r.c, r.c2), c.saidSpan(r), r.p, r.p2, r.c, r.c2
	ch.size = weigh(cw) + weigh(pw)
	marked := r.marked && !c.claim.solid
	switch {
	case len(cw) == 0 && len(pw) == 0:
		if !r.edge && r.c < r.c2 { // brackets added
			ch.rel, ch.kind = Verbatim, DiffMarked
			return ch, true
		}
		if (r.link == linkNarration || r.turned) && !marked && !c.claim.asks(r.c) {
			ch.rel, ch.kind = Joined, DiffOmitted
			ch.pass = source.Span{Start: c.pass.words[max(r.p-1, 0)].End, End: c.pass.words[min(r.p2, len(c.pass.words)-1)].Start}
			return ch, true
		}
		return ch, false
	case !r.edge && (len(cw) == 0 || connective(cw, pw)) && c.cutsNegation(r.p, r.p2):
		ch.rel, ch.kind = Negation, DiffNegation
	case len(cw) == 0 && (marked && len(pw) <= ellipsisWords || r.c < r.c2):
		ch.rel, ch.kind = MarkedTruncation, DiffMarked
	case turnsPolarity(once(c.claim.text, c.claim.words, cw), once(c.pass.text, c.pass.words, pw)):
		ch.rel, ch.kind = Negation, DiffNegation
	case len(cw) == 0:
		ch.rel, ch.kind = c.omission(r, pw)
	case len(pw) == 0 && r.link == linkNarration && !r.edge && len(cw) <= 2 && content(cw) == 0 && !hasNegator(cw) && !hasModal(cw):
		ch.rel, ch.kind = Joined, DiffInserted // “and” between words of two utterances
	case len(pw) == 0:
		ch.rel, ch.kind = Insertion, insertedKind(cw)
	case connective(cw, pw):
		ch.rel, ch.kind = c.omission(r, pw)
		if marked {
			ch.rel, ch.kind = MarkedTruncation, DiffMarked
		}
	case connective(pw, cw):
		ch.rel, ch.kind = Insertion, insertedKind(cw)
	default:
		ch.rel, ch.kind = Substitution, replacedKind(cw, pw)
	}
	return ch, true
}

// words are the passage words of a list.
func (c *comparison) words(list []int) []word {
	out := make([]word, 0, len(list))
	for _, k := range list {
		out = append(out, c.pass.words[k])
	}
	return out
}

// omission is what words lacking without a mark make.
func (c *comparison) omission(r *region, pw []word) (Relation, DiffKind) {
	kind := DiffOmitted
	if len(pw) <= 2 {
		kind = omittedKind(pw)
	}
	if r.joins() && !c.claim.seam(r.c) { // an attribution between keeps them apart
		return Joined, kind
	}
	return SilentTruncation, kind
}

// own drops the editor's words in brackets.
func own(ws []word) []word {
	out := make([]word, 0, len(ws))
	for _, w := range ws {
		if !w.bracketed {
			out = append(out, w)
		}
	}
	return out
}

func weigh(ws []word) (sum float32) {
	for _, w := range ws {
		sum += w.weight
	}
	return sum
}

func content(ws []word) (n int) {
	for _, w := range ws {
		if !w.stop() {
			n++
		}
	}
	return n
}

// saidSpan covers the utterance's words of a region.
func (c *comparison) saidSpan(r *region) source.Span {
	if len(r.said) == 0 {
		return source.Span{}
	}
	return c.pass.span(r.said[0], r.said[len(r.said)-1]+1)
}

// connective reports whether the few small words of a only bridge where the many
// of b stood: "and" for a clause.
func connective(a, b []word) bool {
	return len(a) <= 2 && content(a) == 0 && !hasNegator(a) && !hasModal(a) && len(b) >= 4 && content(b) >= 2
}

func hasNegator(ws []word) bool { return countNegators(ws) > 0 }

func hasModal(ws []word) bool {
	for _, w := range ws {
		if modals[w.norm] {
			return true
		}
	}
	return false
}

func countNegators(ws []word) (n int) {
	for _, w := range ws {
		if negators[w.norm] {
			n++
		}
	}
	return n
}

// turnsPolarity reports whether the words a claim has and those its source has
// in one place differ in polarity and in little else. A negator on either side
// turns it, and so does an opposite ("safe", "unsafe"); two turns undo each other:
// "not impossible" is "possible".
func turnsPolarity(cw, pw []word) bool {
	a, b := withoutCommon(cw, pw)
	if len(a) == 0 && len(b) == 0 {
		return false
	}
	odd := countNegators(a)%2 != countNegators(b)%2
	if len(a) <= 3 && len(b) <= 3 {
		if saysOpposite(a, b) {
			return !odd
		}
		if odd && hasPolar(a, b) {
			return true
		}
	}
	if !odd {
		return false
	}
	rest := restOf(a) + restOf(b)
	return rest == 0 || rest <= 2 && len(a) > 0 && len(b) > 0 && len(a) <= 4 && len(b) <= 4
}

// saysOpposite reports whether a word of one list is the opposite of one of the
// other, neither a negator.
func saysOpposite(a, b []word) bool {
	for _, x := range a {
		for _, y := range b {
			if !negators[x.norm] && !negators[y.norm] && (polar[[2]string{x.norm, y.norm}] || opposite(x.norm, y.norm)) {
				return true
			}
		}
	}
	return false
}

// hasPolar reports whether a negator of one list stands for a word of the other.
func hasPolar(a, b []word) bool {
	for _, x := range a {
		for _, y := range b {
			if polar[[2]string{x.norm, y.norm}] {
				return true
			}
		}
	}
	return false
}

// restOf counts the words that are neither negators nor light.
func restOf(ws []word) (n int) {
	for _, w := range ws {
		if !negators[w.norm] && !light[w.norm] {
			n++
		}
	}
	return n
}

// withoutCommon removes the words two lists share.
func withoutCommon(a, b []word) (x, y []word) {
	left := map[string]int{}
	for _, w := range b {
		left[w.fold]++
	}
	for _, w := range a {
		if left[w.fold] > 0 {
			left[w.fold]--
			continue
		}
		x = append(x, w)
	}
	for i := len(b) - 1; i >= 0; i-- {
		if left[b[i].fold] > 0 {
			left[b[i].fold]--
			y = append(y, b[i])
		}
	}
	return x, y
}

// opposite reports whether one word is the other with a negating prefix.
func opposite(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 4 {
		return false
	}
	for _, p := range negPrefixes {
		if len(b) == len(p)+len(a) && strings.HasPrefix(b, p) && strings.HasSuffix(b, a) {
			return true
		}
	}
	return false
}

// replacedKind says what kind of words stand for others.
func replacedKind(cw, pw []word) DiffKind {
	a, b := withoutCommon(cw, pw)
	both := append(append([]word{}, a...), b...)
	switch {
	case hasModal(both):
		return DiffModal
	case hasNumber(a) || hasNumber(b):
		return DiffNumber
	case hasName(a) && hasName(b):
		return DiffName
	}
	return DiffWord
}

func insertedKind(cw []word) DiffKind {
	if len(cw) <= 2 && hasModal(cw) {
		return DiffModal
	}
	return DiffInserted
}

func omittedKind(pw []word) DiffKind {
	if hasModal(pw) {
		return DiffModal
	}
	return DiffOmitted
}

func hasNumber(ws []word) bool {
	for _, w := range ws {
		if isNumber(w) {
			return true
		}
	}
	return false
}

func hasName(ws []word) bool {
	for _, w := range ws {
		if w.upper && !w.stop() {
			return true
		}
	}
	return false
}
