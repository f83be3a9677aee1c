package extract

import (
	"strings"

	"stet/index/source"
)

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
		x.segment = append(x.segment, segment{u.m.Span, true})
		q.of[mark] = x
		if x.cue == nil { // the speaker is named at the end of the chain
			if c, rule := f.chooseCue(cs, &u); c != nil && byCue[c] == nil {
				q.claim(x, f, c, rule, sureDirect)
				byCue[c] = x
			}
		}
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

// led attributes a quotation that begins its sentence to what the sentence before
// introduces with a colon: "She went on to say:", the quotation often a paragraph
// of its own. It returns nil if nothing does.
func (q *quoting) led(i int, f *frame, u *utterance) *found {
	if i == 0 || u.p != 0 || !u.capital && u.words < 4 {
		return nil
	}
	g := &q.frames[i-1]
	if g.low(g.n()-1) != ":" || f.para-g.para > 1 {
		return nil
	}
	var c *cue
	for _, x := range g.cues() {
		if x.subject.ok() && !x.unreal && x.form != asked && x.form != hedged {
			c = x
		}
	}
	if c == nil {
		if c = g.framedLeft(g.n(), ":"); c == nil {
			return nil
		}
		c.setSubject(g)
	}
	x := q.add(i-1, g, c, "colon before", sureDirect)
	x.pos = u.m.Open
	x.segment, x.direct = append(x.segment, segment{u.m.Span, true}), true
	q.of[f.items[u.p].mark] = x
	q.uttered, x.spoken = x, i
	q.said(x, i)
	return x
}

// maxSignature is how many items a line "– Ana Ruiz, engineer" may have.
const maxSignature = 12

// signed reads the name on a line of its own under a quotation: “…” ¶ – Ana Ruiz.
func (q *quoting) signed(i int, f *frame, u *utterance) (*cue, string) {
	if u.p != 0 || f.n() != 1 || i+1 >= len(q.frames) {
		return nil, ""
	}
	g := &q.frames[i+1]
	switch g.low(0) {
	case "–", "—", "-", "--", "―":
	default:
		return nil, ""
	}
	n := g.after(1)
	if !n.ok() || g.tag(n.a) != "NNP" && g.tag(n.b-1) != "NNP" || !g.upper(n.a) || g.n() > maxSignature || g.hasFinite(0, g.n()) {
		return nil, ""
	}
	c := &cue{k: 0, from: 0, verb: dashVerb, form: inverted, subject: n, compl: n.b, addr: noPhrase, via: noPhrase}
	c.setSubject(g)
	return c, "signature"
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
	first := &f.d.Tokens[m.Open+1]
	u.capital = first.Upper || first.Text == "[" || first.Text == "…" || first.Text == "..." || first.Kind == Num
	u.final = last == "." || last == "," || last == "?" || last == "!" || last == "…" || strings.HasPrefix(last, "..") || strings.HasSuffix(last, ".") && len(last) > 1
	return u, true
}

// reads reports whether the quotation is a whole utterance.
func (f *frame) reads(u *utterance, rule string) bool {
	p := u.p
	if !u.m.Closed {
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
	if !c.verb.can(useSame) && !c.verb.can(useThat) && !u.comma {
		return false
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

// framing finds a verb that is no verb of speech but stands where one would:
// Lind shrugged: “…”; “…,” Lind smiled; “…” – Ana Ruiz.
func (f *frame) framing(u *utterance) (*cue, string) {
	p := u.p
	prev := f.low(p - 1)
	if (u.capital || u.words >= 4) && (prev == ":" || prev == ",") && p >= 2 {
		if c := f.framedLeft(p, prev); c != nil {
			return c, "frame left"
		}
	}
	k := p + 1
	if !u.comma || p+2 >= f.n() || f.quoted(k) {
		return nil, ""
	}
	if f.low(k) == "," {
		k++
	}
	if n := f.after(k); n.ok() && agent(f, n) {
		if v := f.verbAfter(n); v >= 0 {
			return &cue{k: v, from: v, verb: &cueVerb{lemma: f.low(v), uses: useSame}, form: subjectVerb, subject: n, compl: v + 1, addr: noPhrase, via: noPhrase}, "frame right"
		}
	}
	if f.tag(k) == "VBD" || f.tag(k) == "VBZ" {
		if n := f.after(k + 1); n.ok() && (f.upper(n.a) || f.tag(n.a) == "DT") && agent(f, n) {
			return &cue{k: k, from: k, verb: &cueVerb{lemma: f.low(k), uses: useSame}, form: inverted, subject: n, compl: n.b, addr: noPhrase, via: noPhrase}, "frame right"
		}
	}
	return nil, ""
}

// dashed reads “…” – Ana Ruiz, engineer: a name after a dash, with no verb
// before the sentence or another quotation ends it.
func (f *frame) dashed(u *utterance) (*cue, string) {
	k := u.p + 1
	switch f.low(k) {
	case "–", "—", "-", "--", "―":
	default:
		return nil, ""
	}
	n := f.after(k + 1)
	if !f.upper(k+1) || !n.ok() || !isNoun(f.tag(n.a)) {
		return nil, ""
	}
	end := n.b
	for end < f.n() && !f.quoted(end) && end < n.b+12 {
		end++
	}
	if f.hasFinite(n.b, end) || end < f.n() && !f.quoted(end) {
		return nil, ""
	}
	c := &cue{k: k, from: k, verb: dashVerb, form: inverted, subject: n, compl: n.b, addr: noPhrase, via: noPhrase}
	c.setSubject(f)
	return c, "dash"
}

// hasFinite reports whether items [a, b) hold a finite verb.
func (f *frame) hasFinite(a, b int) bool {
	for k := a; k < b; k++ {
		if isFinite(f.tag(k)) {
			return true
		}
	}
	return false
}

// verbAfter returns the finite verb of which n is the subject, -1 if there is
// none; an apposition may stand between.
func (f *frame) verbAfter(n phrase) int {
	k := n.b
	if f.low(k) == "," {
		for m := k + 1; m < f.n() && m < k+14; m++ {
			if f.low(m) == "," {
				k = m + 1
				break
			}
		}
	}
	for k < f.n() && (auxiliaries[f.low(k)] || adverbs[f.low(k)]) {
		k++
	}
	if k < f.n() && !auxiliaries[f.low(k)] && (isFinite(f.tag(k)) || strings.HasSuffix(f.low(k), "ed") && isVerb(f.tag(k))) {
		return k
	}
	return -1
}

// framedLeft looks for the verb before a colon or comma that opens a quotation.
func (f *frame) framedLeft(p int, prev string) *cue {
	if c := f.nameBeforeColon(p, prev); c != nil {
		return c
	}
	for m := p - 2; m >= 0 && m > p-16; m-- {
		if f.quoted(m) {
			return nil
		}
		if !isFinite(f.tag(m)) || f.tag(m) == "MD" || prev == "," && m < p-4 {
			continue
		}
		n, j := f.before(m), m
		for !n.ok() && j > 0 && !f.quoted(j-1) && (auxiliaries[f.low(j-1)] || adverbs[f.low(j-1)] || f.tag(j-1) == "RB") {
			j--
			n = f.before(j)
		}
		if !n.ok() {
			n = f.mainSubject(m + 1)
		}
		if n.ok() {
			return &cue{k: m, from: m, verb: &cueVerb{lemma: f.low(m), uses: useSame}, form: subjectVerb, subject: n, compl: p, addr: noPhrase, via: noPhrase}
		}
	}
	// Asked about it: “…”; NAME: “…”
	if prev == ":" && p-1 <= 6 {
		if n := f.before(p - 1); n.ok() && n.a <= 1 && f.upper(n.b-1) {
			return &cue{k: p - 1, from: p - 1, verb: colonVerb, form: subjectVerb, subject: n, compl: p, addr: noPhrase, via: noPhrase}
		}
	}
	return nil
}

// nameBeforeColon reads "It did not surprise the pollster Ola Lind: “…”".
func (f *frame) nameBeforeColon(p int, prev string) *cue {
	if prev != ":" {
		return nil
	}
	n := f.before(p - 1)
	if !n.ok() || !f.upper(n.b-1) {
		return nil
	}
	from := n.a == 0
	switch f.low(n.a - 1) {
	case "to", "with", "at", "of", "for", "against", "about", "on":
		return nil // a message to Rao: “…”
	case "-", "–", "—", "--", "from", "per":
		from = true
	}
	if e := f.d.Entities().Of(f.items[n.b-1].tok); !from && (e == nil || e.Kind != Person) {
		return nil
	}
	return &cue{k: p - 1, from: p - 1, verb: colonVerb, form: subjectVerb, subject: n, compl: p, addr: noPhrase, via: noPhrase}
}

// continues attributes a whole utterance without a cue to whoever spoke just
// before, or to the subject of the sentence before.
func (q *quoting) continues(i int, f *frame, u *utterance) *found {
	if !u.complete && (u.words < 4 || u.p != 0) {
		return nil
	}
	next := f.low(u.p + 1)
	if u.p != 0 || u.p+1 < f.n() && next != "." && u.m.Closed {
		return nil
	}
	x := &found{pos: u.m.Open, tok: -1, frame: i}
	x.Within, x.Confidence = -1, sureSame
	if l := q.last; l != nil {
		at := q.frames[q.lastAt].para
		switch m := q.uttered; {
		case m != nil && m.spoken >= i-1 && q.frames[m.spoken].para == f.para:
			m.spoken = i
			return m // the same utterance goes on
		case at == f.para:
			x.By, x.tok, x.Rule = l.By, l.tok, "same paragraph"
		case at == f.para-1 && i > 0 && q.frames[i-1].para != f.para:
			x.By, x.tok, x.Rule = l.By, l.tok, "paragraph before"
			x.Confidence = sureFallback + 0.15
		}
		if x.Rule != "" {
			q.out = append(q.out, x)
			return x
		}
	}
	if i > 0 && q.frames[i-1].para == f.para {
		g := &q.frames[i-1]
		if n := g.mainSubject(g.n()); n.ok() && agent(g, n) {
			x.By, x.tok, x.Rule = g.span(n.a, n.b), g.items[n.a].tok, "subject before"
			x.Confidence = sureFallback + 0.15
			q.out = append(q.out, x)
			return x
		}
	}
	return nil
}

// leastNearest is how many words between marks are somebody’s without a cue: most
// of the shorter ones are terms, names or irony.
const leastNearest = 5

// nearest is the last pass: the words are the sentence subject's or the running
// speaker's, or nobody's: scare quotes, titles, terms.
func (q *quoting) nearest(i int, f *frame, u *utterance) *found {
	x := &found{pos: u.m.Open, tok: -1, frame: i}
	x.Within, x.Rule, x.Confidence = -1, "nearest", sureFallback-0.05
	q.out = append(q.out, x)
	if u.words >= leastNearest && !q.d.titleCase(u.m) {
		if n := f.mainSubject(f.n()); n.ok() && f.low(n.a) != "it" && agent(f, n) {
			x.By, x.tok = f.span(n.a, n.b), f.items[n.a].tok
			return x
		}
		if l := q.last; l != nil && q.frames[q.lastAt].para >= f.para-1 {
			x.By, x.tok = l.By, l.tok
			return x
		}
	}
	x.tok, x.By, x.CueAt, x.Cue = -1, source.Span{}, source.Span{}, ""
	if u.complete && u.words >= 5 {
		x.Rule, x.Confidence = "unattributed", unsureAny
		return x
	}
	x.Scare, x.Rule, x.Confidence = true, "scare or title", unsureAny
	return x
}
