package match

import "strings"

// A region is a stretch in which claim and passage differ, between two matched
// words or at an end: claim words [c, c2), passage words [p, p2).
type region struct {
	c, c2, p, p2 int
	said         []int // passage words of [p, p2) that belong to the utterance
	link         link  // how the matched words around it hang together
	turned       bool  // another turn of a transcript lies in between
	marked       bool  // the claim shows an ellipsis here
	edge         bool  // before the first or after the last matched word
}

// comparison is one claim aligned with one passage.
type comparison struct {
	claim   *printed
	pass    *spoken
	matches []step // matched columns, in order
	regions []region
	flat    bool // the matched words stand outside quotation marks
	moved   []step
}

// first and last are the first and one past the last matched passage word.
func (c *comparison) first() int { return c.matches[0].p }
func (c *comparison) last() int  { return c.matches[len(c.matches)-1].p2 }

// compare keeps the matches of a path and finds the regions between them.
func compare(pr *printed, s *spoken, path []step, strict bool) *comparison {
	c := &comparison{claim: pr, pass: s}
	for _, st := range path {
		if st.kind <= pairOneTwo {
			c.matches = append(c.matches, st)
		}
	}
	if !strict {
		c.dropIslands()
	}
	if len(c.matches) == 0 {
		return c
	}
	inside := 0
	for _, m := range c.matches {
		if s.quote[m.p] > 0 {
			inside++
		}
	}
	c.flat = inside*2 < len(c.matches)
	c.articles()
	c.dropOutside()
	c.leadingRegion()
	for i := 1; i < len(c.matches); i++ {
		a, b := c.matches[i-1], c.matches[i]
		if a.c2 < b.c || a.p2 < b.p || pr.breaks[b.c] > 0 {
			c.regions = append(c.regions, c.inner(a, b))
		}
	}
	c.trailingRegion()
	return c
}

// articles tells "an historic" from "a historic", another spelling, where "an
// accident" and "a terrible accident" have the article their next word asks for.
func (c *comparison) articles() {
	for i := 1; i < len(c.matches); i++ {
		a, b := &c.matches[i-1], &c.matches[i]
		if a.like == same && b.like != differ && a.c2 == b.c && a.p2 == b.p && c.claim.words[a.c].norm != c.pass.words[a.p].norm && b.kind == pairMatch {
			a.like = variant
		}
	}
}

// dropOutside drops matched words that stand outside the quotation marks, unless
// they run on into them: "it “can pass”".
func (c *comparison) dropOutside() {
	if c.flat {
		return
	}
	kept := c.matches[:0:0]
	for i, m := range c.matches {
		runsOn := i+1 < len(c.matches) && c.matches[i+1].p == m.p2 && c.pass.quote[m.p2] > 0
		if c.pass.quote[m.p] > 0 || runsOn {
			kept = append(kept, m)
		}
	}
	c.matches = kept
}

// complete reports whether every word of the claim is matched.
func (c *comparison) complete() bool {
	at := 0
	for _, m := range c.matches {
		if content(own(c.claim.words[at:m.c])) > 0 || hasNegator(c.claim.words[at:m.c]) {
			return false
		}
		at = m.c2
	}
	return content(own(c.claim.words[at:])) == 0 && !hasNegator(c.claim.words[at:])
}

// solid reports whether a complete match is made of a few runs, none of them a
// stray word found at a distance.
func (c *comparison) solid() bool {
	const mostRuns, leastWeight = 5, 1.5
	runs, w := 1, float32(0)
	for i, m := range c.matches {
		if i > 0 && m.p-c.matches[i-1].p2 >= islandJump {
			if w < leastWeight {
				return false
			}
			runs, w = runs+1, 0
		}
		w += c.weight(m)
	}
	return runs <= mostRuns && w >= leastWeight
}

// Islands are a few matched words with a long jump on either side: chance finds
// of words that occur anyway.
const (
	islandJump   = 8   // passage words that make a jump
	islandWeight = 2.5 // below this matched weight a run between jumps is an island
)

func (c *comparison) dropIslands() {
	ms := c.matches
	if len(ms) == 0 {
		return
	}
	type run struct {
		a, b   int
		weight float32
	}
	var runs []run
	for i := 0; i < len(ms); {
		j, w := i, float32(0)
		for ; j < len(ms) && (j == i || ms[j].p-ms[j-1].p2 < islandJump); j++ {
			w += c.weight(ms[j])
		}
		runs = append(runs, run{i, j, w})
		i = j
	}
	if len(runs) == 1 {
		return
	}
	var kept []step
	best := runs[0]
	for _, r := range runs {
		if r.weight > best.weight {
			best = r
		}
	}
	for _, r := range runs {
		if r == best || r.weight >= islandWeight || c.claim.breaks[ms[r.a].c] > 0 {
			kept = append(kept, ms[r.a:r.b]...)
		}
	}
	c.matches = kept
}

// weight is what a matched column counts.
func (c *comparison) weight(m step) (w float32) {
	for i := m.c; i < m.c2; i++ {
		w += c.claim.words[i].weight
	}
	return w
}

// inner is the region between two matched columns.
func (c *comparison) inner(a, b step) region {
	r := region{c: a.c2, c2: b.c, p: a.p2, p2: b.p}
	for i := r.c; i <= r.c2; i++ {
		r.marked = r.marked || c.claim.breaks[i] > 0
	}
	i, j := a.p2-1, b.p
	if !c.flat { // words of the story's own that run on into a quotation are no part of what was said before it
		for k := j; k < len(c.pass.words) && k-j <= shortAttribution && c.pass.quote[j] == 0; k++ {
			if c.pass.quote[k] > 0 && c.pass.quote[i] > 0 && c.pass.quote[k] != c.pass.quote[i] {
				j = k
			}
		}
	}
	loose := c.flat || c.pass.quote[i] == 0 || c.pass.quote[j] == 0
	for k := r.p; k < r.p2; k++ {
		if loose || c.pass.quote[k] > 0 {
			r.said = append(r.said, k)
		}
	}
	if loose {
		r.turned = c.pass.turn(i, j)
	} else {
		r.link = c.pass.link(i, j)
	}
	return r
}

// joins reports whether the words around a region come from two utterances, or
// from two sentences with an attribution between them.
func (r *region) joins() bool { return r.link >= linkSentence || r.turned }

// same reports whether passage words i-1 and i belong to one sentence of one
// utterance.
func (c *comparison) sameSentence(i int) bool {
	s := c.pass
	if i <= 0 || i >= len(s.words) {
		return false
	}
	if !c.flat && s.quote[i] != s.quote[i-1] {
		return false
	}
	return !s.boundary(i)
}

// edgeSlack: how many words more than the claim has may be taken as what the
// claim's outermost words replaced.
const edgeSlack = 3

// leadingRegion pairs claim words before the first match with the words before
// it in its sentence.
func (c *comparison) leadingRegion() {
	m := c.matches[0]
	if m.c == 0 {
		return
	}
	r := region{c: 0, c2: m.c, p: m.p, p2: m.p, edge: true}
	for n := 0; n < m.c+edgeSlack && c.sameSentence(r.p); n++ {
		r.p--
	}
	if c.sameSentence(r.p) { // the sentence begins further on: as many words only
		r.p = max(r.p, m.p-m.c)
	}
	for k := r.p; k < r.p2; k++ {
		r.said = append(r.said, k)
	}
	r.marked = c.claim.breaks[m.c] > 0
	c.regions = append(c.regions, r)
}

// trailingRegion is leadingRegion for the other end.
func (c *comparison) trailingRegion() {
	m, n := c.matches[len(c.matches)-1], len(c.claim.words)
	if m.c2 == n {
		return
	}
	r := region{c: m.c2, c2: n, p: m.p2, p2: m.p2, edge: true}
	for k := 0; k < n-m.c2+edgeSlack && c.sameSentence(r.p2); k++ {
		r.p2++
	}
	if c.sameSentence(r.p2) {
		r.p2 = min(r.p2, m.p2+n-m.c2)
	}
	for k := r.p; k < r.p2; k++ {
		r.said = append(r.said, k)
	}
	r.marked = c.claim.breaks[m.c2] > 0
	c.regions = append(c.regions, r)
}

// cut says how the claim's first or last word sits in its source sentence.
type cut uint8

const (
	cutNone   cut = iota
	cutPart       // a fragment that looks like one
	cutMarked     // cut, and an ellipsis says so
	cutSilent     // cut, printed as if whole
)

// start judges the beginning of the quotation.
func (c *comparison) start() cut {
	if c.matches[0].c > 0 {
		return cutNone
	}
	at, w := c.first(), c.claim.words[0]
	switch {
	case !c.midSentence(at):
		if c.claim.leading() {
			return cutMarked
		}
		return cutNone
	case c.claim.leading(), c.claim.capitalShown():
		return cutMarked
	case !w.bracketed && weakening[c.pass.words[at-1].norm] && c.sameSentence(at):
		return cutSilent // “three hours” of “perhaps three hours”
	case w.bracketed || !w.upper:
		return cutPart
	case !c.pass.words[at].upper: // the capital was given to it
		return cutSilent
	case c.claim.ends != 0 && w.raw == "I":
		return cutSilent
	}
	return cutPart
}

// weakening are the words that may not be cut off in front of what they weaken.
var weakening = set("perhaps maybe possibly probably allegedly reportedly apparently nearly almost barely hardly supposedly presumably")

// midSentence reports whether the utterance has words of the same sentence
// before passage word at.
func (c *comparison) midSentence(at int) bool {
	if at == 0 {
		return false
	}
	if c.sameSentence(at) {
		return true
	}
	s := c.pass
	if c.flat || s.quote[at] == 0 || s.quote[at-1] == s.quote[at] {
		return false
	}
	// The first word of a quotation that an attribution interrupted.
	i := at - 1
	for i >= 0 && s.quote[i] == 0 && at-i <= shortAttribution {
		i--
	}
	return i >= 0 && s.quote[i] > 0 && s.bridge(i, at) == linkAttribution
}

// end judges the end of the quotation.
func (c *comparison) end() cut {
	last := c.matches[len(c.matches)-1]
	if last.c2 < len(c.claim.words) {
		return cutNone
	}
	next := c.following()
	if next < 0 {
		if c.claim.trailing() {
			return cutMarked
		}
		return cutNone
	}
	whole := c.claim.words[0].upper && c.start() != cutPart
	switch {
	case c.claim.trailing():
		return cutMarked
	case whole && len(c.claim.words) > 1:
		return cutSilent
	case c.opensQuote(c.first()) && !c.flat:
		return cutSilent
	case c.reversal(next) != "":
		return cutSilent
	}
	return cutPart
}

// opensQuote reports whether passage word at is the first of its quotation.
func (c *comparison) opensQuote(at int) bool {
	s := c.pass
	return s.quote[at] > 0 && (at == 0 || s.quote[at-1] != s.quote[at])
}

// following is the next word of the utterance's sentence after the last matched
// one, -1 if the sentence ends there.
func (c *comparison) following() int {
	s, at := c.pass, c.last()
	if at >= len(s.words) {
		return -1
	}
	if c.sameSentence(at) {
		return at
	}
	if c.flat || s.quote[at-1] == 0 || s.quote[at] == s.quote[at-1] {
		return -1
	}
	j := at
	for j < len(s.words) && s.quote[j] == 0 && j-at <= shortAttribution {
		j++
	}
	if j < len(s.words) && s.quote[j] > 0 && s.bridge(at-1, j) == linkAttribution && !strings.ContainsAny(firstRune(s.text[s.words[at-1].End:]), ".!?") {
		return j
	}
	return -1
}

func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

// reversal returns the words from passage word at on up to the first reversal
// ("but", "if", "not") of the next reversalReach words, "" if there is none.
func (c *comparison) reversal(at int) string {
	s := c.pass
	for k := at; k < len(s.words) && k < at+reversalReach; k++ {
		if k > at && !c.flat && s.quote[k] == 0 {
			break
		}
		if k > at && s.boundary(k) && s.quote[k] == s.quote[k-1] && !reversals[s.words[k].norm] {
			break
		}
		if k > at && s.words[k-1].norm == "and" && subjects[s.words[k].norm] {
			break // another statement
		}
		if reversals[s.words[k].norm] || negators[s.words[k].norm] {
			to := k + 1
			for to < min(k+4, len(s.words)) && (c.flat || s.quote[to] == s.quote[k]) && !s.boundary(to) {
				to++
			}
			return s.span(at, to).Of(s.text)
		}
	}
	return ""
}
