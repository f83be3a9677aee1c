package extract

import "strings"

// Verbs and names that frame a quotation without being cues.

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
	case "–", "—", "-", "--", "―", ":":
	default:
		return nil, ""
	}
	n := f.after(k + 1)
	role := f.low(k) == ":" && n.ok() && agentive(f.low(n.b-1)) && u.words > 1 // “…”: the mayor
	if !n.ok() || !role && (!f.upper(k+1) || !isNoun(f.tag(n.a))) {
		return nil, ""
	}
	if end := n.b; role && f.low(end) == "," && f.nameFrom(end+1) > end+2 {
		n.b = f.nameFrom(end + 1)
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

// roleLead is the name in "Ana Ruiz, for the council: “…”": it begins the sentence,
// an apposition without a verb stands between it and the colon.
func (f *frame) roleLead(colon int) phrase {
	if colon > maxSignature || !f.upper(0) || f.hasFinite(0, colon) {
		return noPhrase
	}
	n := f.after(0)
	if !n.ok() || n.a != 0 || f.low(n.b) != "," || n.b >= colon || f.tag(n.b-1) != "NNP" {
		return noPhrase
	}
	if e := f.d.Entities().Of(f.items[n.b-1].tok); e == nil || e.Kind != Person {
		return noPhrase
	}
	return n
}

// nameBeforeColon reads "It did not surprise the pollster Ola Lind: “…”".
func (f *frame) nameBeforeColon(p int, prev string) *cue {
	if prev != ":" {
		return nil
	}
	if n := f.roleLead(p - 1); n.ok() {
		return &cue{k: p - 1, from: p - 1, verb: colonVerb, form: subjectVerb, subject: n, compl: p, addr: noPhrase, via: noPhrase}
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
