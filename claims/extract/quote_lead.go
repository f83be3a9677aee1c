package extract

import "stet/index/source"

// Quotations whose speaker is named elsewhere: a sentence before, a line below.

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

// continues attributes a whole utterance without a cue to whoever spoke just
// before, or to the subject of the sentence before: to the latter too if that is a
// person named since (“…,” he says. Ana Ruiz, a nurse, ran. “…”).
func (q *quoting) continues(i int, f *frame, u *utterance) *found {
	if !u.complete && (u.words < 4 || u.p != 0) {
		return nil
	}
	next := f.low(u.p + 1)
	if u.p != 0 || u.p+1 < f.n() && next != "." && u.m.Closed && !u.sealed {
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
		case q.lastAt < i-1 && q.personBefore(i).ok():
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
		if n := g.mainSubject(g.n()); n.ok() && agent(g, n) && !subordinators[g.low(n.a)] {
			x.By, x.tok, x.Rule = g.span(n.a, n.b), g.items[n.a].tok, "subject before"
			x.Confidence = sureFallback + 0.15
			q.out = append(q.out, x)
			return x
		}
	}
	return nil
}

// personBefore is the subject of the sentence before in the paragraph, if that names
// a person and holds no quotation.
func (q *quoting) personBefore(i int) phrase {
	f, g := &q.frames[i], &q.frames[i-1]
	if g.para != f.para || g.holdsQuotation(0, g.n()) {
		return noPhrase
	}
	n := g.mainSubject(g.n())
	if !n.ok() || subordinators[g.low(n.a)] || g.items[n.b-1].tok < 0 {
		return noPhrase
	}
	if e := q.d.Entities().Of(g.items[n.b-1].tok); e == nil || e.Kind != Person || g.tag(n.b-1) != "NNP" {
		return noPhrase
	}
	return n
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
		if n := f.mainSubject(f.n()); n.ok() && f.low(n.a) != "it" && agent(f, n) && !(u.sealed && n.a > u.p) {
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
