package extract

// Where content stops: where another's report, or the writer, goes on.

// trimEnd is the end of the frame without its final punctuation.
func (f *frame) trimEnd() int {
	end := f.n()
	for end > 0 {
		t := f.token(end - 1)
		if t == nil || t.Kind != Punct || t.Text == ")" || t.Text == "%" || t.Text == "]" {
			break
		}
		end--
	}
	return end
}

// beforeClosing stops content before a report that closes the sentence, ", the Echo
// reported", and content in a parenthesis at its end: "The ministry, citing the
// army, said".
func (f *frame) beforeClosing(c *cue, cs []*cue, k, stop, end int) int {
	for _, x := range cs {
		if x == c || x.k <= c.k || x.inherit || x.form != subjectVerb || !says(x) {
			continue
		}
		if s := x.subject.a; s-1 > k && s-1 < stop && f.low(s-1) == "," && x.k > s && (!says(c) && c.form != accordingTo && c.form != nominal || f.skipAdjuncts(x.compl) >= end) && !f.subordinateAt(s) {
			stop = s - 1
		}
	}
	if c.form == participle && f.low(c.from-1) == "," {
		for m := k + 1; m < stop; m++ {
			if f.low(m) == "," && (isFinite(f.tag(m+1)) || auxiliaries[f.low(m+1)]) {
				return m
			}
		}
	}
	return stop
}

// anotherView reports whether "but", somebody and a finite verb begin at item k: the
// writer goes on, not the speaker, who would be a pronoun.
func (f *frame) anotherView(k int) bool {
	if f.low(k) != "but" {
		return false
	}
	p := f.after(k + 1)
	return p.ok() && !f.isPersonal(p.a) && f.namesAgent(p) && f.newClause(k+1, f.n())
}

// timeLater reports whether "hours after", "a day before" begins at item k: when it
// was said, not what.
func (f *frame) timeLater(k int) bool {
	for m := k; m < k+3; m++ {
		if timeWords[f.low(m)] && (f.low(m+1) == "after" || f.low(m+1) == "before") {
			return true
		}
		if f.tag(m) != "DT" && f.tag(m) != "CD" && f.tag(m) != "JJ" && f.tag(m) != "RB" {
			break
		}
	}
	return false
}

// beforeUtterance stops content that begins at k before a whole utterance of
// another cue, and before the clause that introduces it: "If he lied, Lind said:
// “…”".
func (f *frame) beforeUtterance(c *cue, k, stop int) int {
	for p, x := range f.taken {
		if p <= k || p >= stop || x == c {
			continue
		}
		b := p
		if x.k < p && x.k > c.k && x.subject.ok() && x.subject.a > k && x.subject.a < p && !x.inherit {
			b = x.subject.a
		}
		switch f.low(b - 1) {
		case ",", ":", "—", "–", "--", "-", "and", "but", "which":
		default:
			continue
		}
		for b > k+1 && (f.low(b-1) == "," || f.low(b-1) == ":" || f.low(b-1) == "and" || f.low(b-1) == "but" || f.low(b-1) == "to" || f.low(b-1) == "which") {
			b--
		}
		stop = min(stop, b)
	}
	return stop
}

// stopAt is where content that begins at k stops: before a participle or a
// coordinated verb of the same speaker, and before "according to".
func (f *frame) stopAt(c *cue, cs []*cue, k, end int) int {
	stop := end
	for _, x := range cs {
		if x.k <= c.k || x.k <= k || x.k >= stop {
			continue
		}
		switch {
		case x.form == participle && x.inherit && (f.low(x.from-1) == "," || f.low(x.from-1) == "and" || f.low(x.from-1) == "—" || f.low(x.from-1) == "–"), x.form == accordingTo:
			stop = x.from
			if f.low(stop-1) == "," {
				stop--
			}
		case x.form == coordinated && x.inherit && (x.subject == c.subject || x.subject.ok() && x.subject.a < c.subject.a && isFinite(f.tag(x.k))) && f.tag(x.from) != "MD" && !x.verb.can(useBelief):
			s := x.from
			for s > k && (f.low(s-1) == "and" || f.low(s-1) == "," || f.low(s-1) == "but") {
				s--
			}
			if s > k {
				stop = s
			}
		}
	}
	for _, x := range cs { // ", but Kral hinted", ", and the council has promised": another's report
		if x == c || x.k <= c.k || !x.subject.ok() || x.inherit || x.form != subjectVerb {
			continue
		}
		s := x.subject.a
		if s-2 <= k || s-2 >= stop || f.low(s-2) != "," {
			continue
		}
		if l := f.low(s - 1); l == "but" || l == "while" || l == "which" && !f.isPersonal(s) && !says(x) && f.skipAdjuncts(x.compl) >= end || l == "and" && f.hasFinite(k, s-2) && f.namesAgent(x.subject) && !f.isPersonal(s) && !x.verb.can(useBelief) && c.form != accordingTo {
			stop = s - 2
		}
	}
	stop = f.beforeUtterance(c, k, stop)
	stop = f.beforeClosing(c, cs, k, stop, end)
	for m := k + 3; m < stop; m++ {
		if f.low(m) == ";" {
			return m
		}
		if f.low(m) == "," && f.hasFinite(k, m) && (f.anotherView(m+1) || f.timeLater(m+1)) {
			return m
		}
		if f.low(m) == "," && (f.low(m+1) == "though" || f.low(m+1) == "although" || f.low(m+1) == "while" || f.low(m+1) == "whereas") && f.hasFinite(k, m) {
			return m
		}
	}
	return stop
}
