package extract

// Subjects of cues that have none of their own: coordinated verbs and participles.

// inheritSubjects gives coordinated and participial cues the subject of the cue
// before them, else of the sentence.
func (f *frame) inheritSubjects(cs []*cue) {
	for i, c := range cs {
		if !c.inherit || c.subject.ok() || c.form == coordinated && f.joinsSubordinate(c) || c.form == participle && f.afterPreposition(c) {
			continue
		}
		for m := i - 1; m >= 0; m-- {
			b := cs[m]
			if f.inContent(cs, m) || f.subordinateAt(b.subject.a) {
				continue
			}
			if p := f.newSubject(b.k, c.k); c.form == participle && p.ok() {
				c.subject = p
				break
			}
			if b.subject.ok() && b.form != accordingTo && b.form != nominal && b.form != nominalPrep && b.form != hedged && b.form != asked && (b.verb.can(useThat) || m == 0 && c.form == participle && f.namesAgent(b.subject)) {
				c.subject = b.subject
				break
			}
		}
		if !c.subject.ok() {
			c.subject = f.mainSubject(c.k)
		}
		if !c.subject.ok() && (c.form == participle || says(c)) {
			c.subject = f.firstAgent(c.k)
		}
		if c.form == participle && c.subject.ok() && (!f.namesAgent(c.subject) || f.dummy(c.subject)) {
			if p := f.lastAgent(c.k); p.ok() { // the row began after Lind left, calling
				c.subject = p
			}
		}
	}
}

// joinsSubordinate gives a verb that "and" joins to the verb of a subordinate clause
// the subject of that clause: "as Rao left and said", "Lind, who resigned and said".
// A clause that is itself what somebody says or thinks is left out; there the verb
// mostly goes with the outer report.
func (f *frame) joinsSubordinate(c *cue) bool {
	conj := c.from - 1
	if l := f.low(conj); l != "and" && l != "or" || f.low(conj-1) == "," {
		return false
	}
	past := f.tag(c.from) == "VBD" || f.tag(c.from) == "VBN"
	for m := conj - 1; m > 0; m-- {
		if f.low(m) == ";" {
			return false
		}
		tg := f.tag(m)
		if !isFinite(tg) || tg == "MD" || past != (tg == "VBD") {
			continue
		}
		j := m
		for j > 0 && !f.quoted(j-1) && (auxiliaries[f.low(j-1)] || adverbs[f.low(j-1)] || f.tag(j-1) == "RB") {
			j--
		}
		switch l := f.low(j - 1); l {
		case "who", "which", "that":
			r := j - 1
			if l == "that" && f.tag(r) == "IN" || f.low(r-1) != "," && f.hasFinite(0, r) {
				return false
			}
			probe := *c
			if f.relativeSubject(&probe, r) && f.namesAgent(probe.subject) {
				c.subject, c.who = probe.subject, r
				return true
			}
			return false
		}
		p := f.before(j)
		if !p.ok() {
			return false
		}
		if joinedClauses[f.low(p.a-1)] && f.namesAgent(p) {
			c.subject = p
			return true
		}
		return false
	}
	return false
}

// dummy reports whether a subject is an "it" or "there" with a form of "be", which
// stands for nobody: "It was a blow as Lind echoed the charge, saying".
func (f *frame) dummy(p phrase) bool {
	if l := f.low(p.a); l != "it" && l != "there" && l != "this" || p.b-p.a != 1 {
		return false
	}
	l := f.low(p.b)
	return l == "was" || l == "is" || l == "'s" || l == "were" || l == "are"
}

// afterPreposition gives a participle after a preposition its subject: that of the
// nearest clause before it, "she watches Lind thrill them by promising", or, at the
// beginning, of the clause after it, "After promising a year, Lind left".
func (f *frame) afterPreposition(c *cue) bool {
	switch f.low(c.from - 1) {
	case "by", "in", "without", "before", "after", "while", "when", "despite":
	default:
		return false
	}
	if !f.hasFinite(0, c.from) {
		for m := c.k + 1; m < f.n() && m < c.k+maxApposition && !f.quoted(m); m++ {
			if f.low(m) != "," {
				continue
			}
			if p := f.after(m + 1); p.ok() && f.namesAgent(p) && f.newClause(m+1, f.n()) {
				c.subject = p
				return true
			}
		}
		return false
	}
	for m := c.from - 2; m > 0; m-- {
		if !isFinite(f.tag(m)) {
			continue
		}
		j := m
		for j > 0 && !f.quoted(j-1) && (auxiliaries[f.low(j-1)] || adverbs[f.low(j-1)] || f.tag(j-1) == "RB") {
			j--
		}
		if p := f.before(j); p.ok() && f.namesAgent(p) && !f.dummy(p) && !f.timePhrase(p) && f.low(p.a) != "who" {
			c.subject = f.climb(p)
			return true
		}
		return false
	}
	return false
}

// joinedClauses are the subordinators whose clause a second verb can join.
var joinedClauses = set(`as when after since while because before until once if where`)

// newSubject is the subject of a clause that ", and" opens between items a and b.
func (f *frame) newSubject(a, b int) phrase {
	for m := b - 1; m > a; m-- {
		if l := f.low(m); (l == "and" || l == "but") && f.low(m-1) == "," {
			if p := f.after(m + 1); p.ok() && p.b < b && f.namesAgent(p) && f.newClause(m+1, b) {
				return p
			}
		}
	}
	return noPhrase
}

// inContent reports whether the m-th cue stands in what an earlier one reports:
// "Lind wrote the agents knew", "said that Rao thought".
func (f *frame) inContent(cs []*cue, m int) bool {
	b := cs[m]
	if !b.subject.ok() || b.inherit {
		return false
	}
	for _, o := range cs[:m] {
		if o.subject.ok() && o.verb.can(useThat) && o.form != nominal && (o.compl == b.subject.a || o.compl == b.subject.a-1 && f.low(o.compl) == "that") {
			return true
		}
	}
	return false
}

// subordinators begin clauses whose subject is not the sentence's.
var subordinators = set(`whom whose as when after since while if although though because before once until whether that who which where what how why`)

// subordinateAt reports whether the phrase that begins at item k is the subject of
// a clause that a subordinator opens.
func (f *frame) subordinateAt(k int) bool {
	if f.low(k-1) == "and" { // While Lind and her allies push for it, …
		if p := f.before(k - 1); p.ok() {
			k = p.a
		}
	}
	return k > 0 && subordinators[f.low(k-1)]
}

// firstAgent is the noun phrase that begins the sentence, if it can speak and ends
// before item k.
func (f *frame) firstAgent(k int) phrase {
	p := f.after(0)
	if p.ok() && p.b < k && (f.namesAgent(p) || f.upper(p.a) && f.tag(p.a) == "NNP") && !f.timePhrase(p) {
		return p
	}
	return noPhrase
}

// lastAgent is the subject of the last finite verb before item k that can speak.
func (f *frame) lastAgent(k int) phrase {
	for m := k - 1; m > 0; m-- {
		if !isFinite(f.tag(m)) {
			continue
		}
		j := m
		for j > 0 && !f.quoted(j-1) && (auxiliaries[f.low(j-1)] || adverbs[f.low(j-1)] || f.tag(j-1) == "RB") {
			j--
		}
		if p := f.before(j); p.ok() && f.namesAgent(p) && f.low(p.a) != "who" && f.low(p.a) != "it" && !f.timePhrase(p) {
			return p
		}
	}
	return noPhrase
}

// mainSubject is the subject of the first finite verb before item k.
func (f *frame) mainSubject(k int) phrase {
	fallback := noPhrase
	start := 0
	for m := 0; m < k; m++ {
		if f.low(m) == ";" && f.hasFinite(m, k) {
			start = m
		}
	}
	for m := start; m < k; m++ {
		if !isFinite(f.tag(m)) {
			continue
		}
		j := m
		for j > 0 && !f.quoted(j-1) && (auxiliaries[f.low(j-1)] || adverbs[f.low(j-1)] || f.tag(j-1) == "RB") {
			j--
		}
		p := f.before(j)
		if p.ok() {
			p = f.climb(p)
		} else if f.low(j-1) == "," {
			p = f.beforeParenthesis(j - 1)
		}
		if !p.ok() {
			continue
		}
		if !f.subordinateAt(p.a) && f.low(p.a) != "who" && f.low(p.a) != "which" && f.low(p.a) != "that" {
			return p
		}
		if !fallback.ok() {
			fallback = p
		}
	}
	return fallback
}
