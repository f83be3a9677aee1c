package extract

import "strings"

// The attribution sieve for what stands between quotation marks. The passes run
// from the surest to the least sure; the first that names somebody wins
// (after Muzny et al. 2017, whose deterministic sieves it follows in spirit).

// utterance is a quotation seen from its frame.
type utterance struct {
	p        int // item
	m        *Quotation
	words    int
	comma    bool // ends like the first half of "Q," he said
	capital  bool // begins like a sentence
	final    bool // ends like a sentence or clause
	leads    bool // stands right after its cue
	complete bool // reads as a whole utterance, not as a phrase in somebody's sentence
	sealed   bool // ends with its sentence: a full stop inside the marks, a capital behind them
}

// marked attributes the quotation at item p.
func (q *quoting) marked(i int, f *frame, cs []*cue, p int, byCue map[*cue]*found) {
	mark := f.items[p].mark
	u, ok := f.utterance(p)
	if !ok {
		return
	}
	if prev := u.m.Prev; prev >= 0 && q.of[prev] != nil { // reopened in this paragraph
		x := q.of[prev]
		c, rule := f.chooseCue(cs, &u)
		if c != nil && byCue[c] == nil && x.cue != nil && rule == "right" { // a new attribution: what follows belongs to it
			x = q.add(i, f, c, rule, sureDirect)
			x.direct = true
			q.uttered, x.spoken = x, i
		} else if c != nil && byCue[c] == nil && x.cue == nil { // the speaker is named at the end of the chain
			q.claim(x, f, c, rule, sureDirect)
		}
		if x.cue == c && c != nil {
			byCue[c] = x
		}
		x.segment = append(x.segment, segment{u.m.Span, true})
		q.of[mark] = x
		q.said(x, i)
		return
	}
	c, rule := f.dashed(&u)
	if c == nil {
		c, rule = f.chooseCue(cs, &u)
	}
	if c != nil && q.isTitle(f, &u, c, rule) {
		c = nil
	}
	if c == nil {
		if x := q.led(i, f, &u); x != nil {
			return
		}
		if c, rule = q.signed(i, f, &u); c != nil {
			x := q.add(i+1, &q.frames[i+1], c, rule, sureDirect)
			x.pos = u.m.Open
			x.segment, x.direct = append(x.segment, segment{u.m.Span, true}), true
			q.of[mark] = x
			q.said(x, i)
			return
		}
	}
	u.leads = c != nil && rule == "left" && p == c.compl
	u.complete = f.reads(&u, rule)
	var x *found
	switch {
	case c != nil:
		if x = byCue[c]; x == nil {
			sure := sureDirect
			if !u.complete {
				sure = surePartial
			}
			x = q.add(i, f, c, rule, sure)
			byCue[c] = x
		}
	default:
		if c, rule = f.framing(&u); c != nil && u.words >= 2 {
			c.setSubject(f)
			x = q.add(i, f, c, rule, sureFrame)
		} else if x = q.continues(i, f, &u); x == nil {
			x = q.nearest(i, f, &u)
		}
	}
	x.segment = append(x.segment, segment{u.m.Span, true})
	x.direct = x.direct || u.complete
	if u.complete || rule == "right" {
		q.uttered, x.spoken = x, i
	}
	q.of[mark] = x
	if x.tok >= 0 && x.Rule != "nearest" {
		q.said(x, i)
	}
}

// said remembers who spoke last.
func (q *quoting) said(x *found, i int) { q.last, q.lastAt = x, i }

// utterance describes the quotation at item p; false if it holds no word.
func (f *frame) utterance(p int) (utterance, bool) {
	m := &f.d.Marks[f.items[p].mark]
	u := utterance{p: p, m: m, words: f.d.words(m)}
	if u.words == 0 {
		return u, false
	}
	last := f.d.Tokens[m.Close-1].Text
	u.comma = last == "," || last == "?" || last == "!" || last == "—" || last == "–" || last == "--" || f.low(p+1) == ","
	u.sealed = m.Closed && last == "." && f.isWord(p+1) && f.upper(p+1)
	first := &f.d.Tokens[m.Open+1]
	u.capital = first.Upper || first.Text == "[" || first.Text == "…" || first.Text == "..." || first.Kind == Num
	u.final = last == "." || last == "," || last == "?" || last == "!" || last == "…" || strings.HasPrefix(last, "..") || strings.HasSuffix(last, ".") && len(last) > 1
	return u, true
}

// reads reports whether the quotation is a whole utterance.
func (f *frame) reads(u *utterance, rule string) bool {
	p := u.p
	if !u.m.Closed || rule == "dash" && u.words >= 2 {
		return u.capital
	}
	prev := f.low(p - 1)
	if rule == "right" && !u.capital && f.isWord(p-1) {
		return false // The plan is “dead on arrival,” Lind said.
	}
	if rule == "left" && p > 0 && prev != "," && prev != ":" && !u.leads {
		return false
	}
	next := f.low(p + 1)
	ends := u.final || p+1 >= f.n() || next == "," || next == "." || next == "–" || next == "—"
	begins := p == 0 || prev == ":" || prev == "," || rule == "right" || u.final
	return u.capital && u.words >= 2 && ends && begins || u.words >= 12 && u.final && rule != "left" ||
		u.capital && (prev == ":" || p == 0 && u.final)
}

// chooseCue picks the cue a quotation belongs to: the one right of it, left of
// it, or an "according to" anywhere in the sentence.
func (f *frame) chooseCue(cs []*cue, u *utterance) (*cue, string) {
	p := u.p
	var left, right *cue
	for _, c := range cs {
		if c.k > p && right == nil && f.followsQuotation(c, u) {
			right = c
		}
		if c.k < p && !(c.form == inverted && c.compl > p) && f.leadsTo(c, p, left) {
			left = c
		}
	}
	prev := f.low(p - 1)
	switch {
	case right != nil && left != nil:
		switch {
		case u.comma && u.capital && p == 0:
			return right, "right"
		case u.comma && says(right) && prev == ":" && p-left.compl > 6 && right.subject.a == p+1:
			return right, "right"
		case u.comma && says(right) && !(says(left) && u.capital) && (f.ends(right) || !says(left) && right.subject.a == p+1 && u.capital):
			return right, "right"
		case prev == ":" || prev == "," && p-left.compl <= 2 || p-left.compl <= 1:
			return left, "left"
		case u.comma:
			return right, "right"
		}
		return left, "left"
	case right != nil:
		return right, "right"
	case left != nil && p-left.compl <= 40:
		if p-left.compl > 3 && (prev == ":" || prev == ",") {
			if c := f.framedLeft(p, prev); c != nil && c.k > left.k && f.namesAgent(c.subject) && !f.insideApposition(c.subject) && f.low(c.subject.a-1) != "whose" { // After Rao criticised Lind, she shot back, “…”
				c.setSubject(f)
				return c, "frame left"
			}
		}
		return left, "left"
	}
	for _, c := range cs {
		if c.form == accordingTo || c.form == inWords {
			return c, "according to"
		}
	}
	for _, c := range cs { // “A” and “B”, Lind said: the sentence is Lind's
		if s := c.subject.a; s > p && c.form == subjectVerb && says(c) && c.k > s && (f.low(s-1) == "," || f.quoted(s-1)) && f.ends(c) {
			return c, "sentence"
		}
	}
	return nil, ""
}

// says reports whether a cue's verb is one of saying.
func says(c *cue) bool {
	return c.verb.can(useSame) && c.verb.can(useThat) && !c.verb.can(useBelief)
}

// ends reports whether nothing but times and places of speaking follows a cue.
func (f *frame) ends(c *cue) bool {
	k := f.skipAdjuncts(c.compl)
	return k >= f.trimEnd() || f.low(k) == "," || endsReport[f.low(k)]
}

// leadsTo reports whether a cue left of a quotation can introduce it, given the
// one before that can. Verbs of thought and acts that need not be speech must
// stand right before it; else its words belong to the report they stand in.
func (f *frame) leadsTo(c *cue, p int, other *cue) bool {
	near := p-c.compl <= 1
	switch {
	case c.verb.can(useThat) && c.verb.can(useSame):
		return !c.unreal || near || other == nil
	case c.verb.can(useWeak):
		return p-c.compl <= 3 && other == nil
	case c.verb.can(useBelief):
		return p-c.compl <= 3 && other == nil || near
	case c.verb.can(useTo) && !c.verb.can(useNoun), c.verb == colonVerb, c.verb.can(useSame) && !c.verb.can(useNoun):
		return near || other == nil
	}
	return true
}

// followsQuotation reports whether a cue right of a quotation can be its own:
// “…,” said Lind; “…,” Lind said; “…,” Lind, the mayor, said.
func (f *frame) followsQuotation(c *cue, u *utterance) bool {
	p := u.p
	switch c.form {
	case accordingTo:
		return c.k-p <= 3
	case inverted:
		return c.k <= p+3
	case subjectVerb, relative:
	default:
		return false
	}
	if !c.verb.can(useSame) && !c.verb.can(useThat) && !u.comma || u.sealed && !says(c) {
		return false // “…burned.” Ana Ruiz disagreed.
	}
	s := c.subject.a
	if s <= p || c.k-p > 16 && !(s == p+1 && c.k-p < 50) {
		return false
	}
	gap := 0
	for m := p + 1; m < c.k; m++ {
		if f.quoted(m) || m < s && subordinators[f.low(m)] && f.low(m) != "as" {
			return false
		}
		if m < s && f.isWord(m) {
			gap++
		}
	}
	return gap == 0 || gap <= 3 && u.comma
}

// isTitle: a short phrase in capitals that no comma or colon introduces names a
// work or a thing; it is not what the cue's subject said.
func (q *quoting) isTitle(f *frame, u *utterance, c *cue, rule string) bool {
	if u.words > 8 || !q.d.titleCase(u.m) {
		return false
	}
	for k := u.p - 1; k >= 0 && k >= u.p-3; k-- {
		if workNouns[f.low(k)] {
			return true
		}
	}
	if workNouns[f.low(u.p+1)] || workNouns[f.low(u.p+2)] && f.tag(u.p+1) != "DT" && !u.comma {
		return true
	}
	prev := f.low(u.p - 1)
	return u.words <= 6 && !u.comma && rule == "left" && prev != ":" && prev != "," && u.p-c.compl > 0
}

// workNouns are kinds of works that have titles.
var workNouns = set(`book books novel memoir film films movie movies documentary song songs album albums show shows series programme program sitcom play musical
 opera magazine newspaper podcast article essay poem painting exhibition exhibit video game column blog hit single episode bestseller biography autobiography
 titled entitled called star`)
