package extract

// What may stand between a subject and its verb: appositions, brackets, relative
// clauses.

// maxApposition is how many items may stand between a subject and its verb.
const maxApposition = 45

// beforeParenthesis skips an apposition or relative clause that ends at item j:
// "Lind, the mayor of Norrby, said". A phrase that itself stands in such an
// apposition ("Lind, who is a pastor in Elizabeth, Colorado, said") counts only if
// nothing better stands before it.
func (f *frame) beforeParenthesis(j int) phrase {
	open := f.low(j)
	if open == "," && f.low(j-1) == ")" {
		if p := f.before(j); p.ok() && f.namesAgent(p) {
			return f.climb(p)
		}
		j--
		open = ")"
	}
	if open == ")" {
		open = "("
	}
	commas := 0
	fallback := noPhrase
	for m := j - 1; m > 0 && j-m < maxApposition; m-- {
		if f.quoted(m) || f.low(m) != open {
			continue
		}
		commas++
		p := f.before(m)
		if !p.ok() && auxiliaries[f.low(m-1)] && j-m <= 4 { // which he has, so far, refused
			p = f.before(m - 1)
		}
		if p.ok() && open == "," && f.isName(m+1, j) && determiner(f.tag(p.a)) && !f.insideApposition(p) {
			if q := f.before(p.a - 1); f.low(p.a-1) == "," && q.ok() && f.isName(q.a, q.b) && q.b-q.a >= 2 { // Ola Lind, the editor of the daily, the Post, said
				return q
			}
			return phrase{p.a, j}
		}
		if p.ok() && f.namesAgent(p) && f.apposes(m+1, j) {
			if q := f.beyondSeries(p, open); q.ok() {
				return q
			}
			if open == "," && f.isName(m+1, j) { // the mayor of Norrby, Ola Lind,
				p.b = j
			} else if n := f.nameFrom(m + 1); open == "," && n-m > 2 && n < j && !f.upper(f.head(p)) { // one mayor, Ola Lind of Norrby,
				p.b = n
			}
			if !f.insideApposition(p) {
				if f.isPersonal(p.a) {
					return p
				}
				return f.climb(p)
			}
			if !fallback.ok() {
				fallback = p
			}
		}
		if commas == 4 {
			break
		}
	}
	return fallback
}

// namesAgent reports whether the head of a phrase, not what a preposition or
// bracket adds to it, can speak.
func (f *frame) namesAgent(p phrase) bool {
	h := f.head(p)
	return f.upper(h) && !f.isTime(h) || agentive(f.low(h)) || f.isPersonal(p.a) || vagueHeads[f.low(h)] || shareHeads[f.low(h)] || f.low(p.a) == "those"
}

// shareHeads are parts of those who were asked: "a third of voters said".
var shareHeads = set(`percent % third thirds quarter quarters half majority minority plurality two-thirds three-quarters one-third dozens scores hundreds thousands
 handful couple`)

// head is the item a phrase is about: the last before a preposition, bracket or
// relative pronoun.
func (f *frame) head(p phrase) int {
	for k := p.a + 1; k < p.b; k++ {
		switch f.low(k) {
		case "of", "for", "at", "in", "from", "with", "to", "on", "(", "who", "that", "which", ",":
			if f.upper(k-1) && f.low(k) == "of" && agentive(f.low(k-1)) || isNoun(f.tag(k-1)) || vagueHeads[f.low(k-1)] || f.tag(k-1) == "CD" || f.low(k) == "(" {
				return k - 1
			}
		}
	}
	return p.b - 1
}

// insideApposition reports whether a phrase depends on what stands before it: a
// preposition, or the verb of a relative clause.
func (f *frame) insideApposition(p phrase) bool {
	k := p.a - 1
	if prepositions[f.low(k)] || f.low(k) == "as" {
		return true
	}
	if f.low(k) == "," && f.upper(p.a) && p.b-p.a <= 2 { // in Norrby, Venn
		if q := f.before(k); q.ok() && q.b-q.a <= 2 && f.upper(q.a) && placing[f.low(q.a-1)] && q.a > 2 {
			return true
		}
	}
	for ; k >= 0 && k > p.a-8 && !f.quoted(k) && f.low(k) != ","; k-- {
		if l := f.low(k); (l == "who" || l == "which" || l == "whose" || l == "whom") && f.low(k-1) == "," {
			return true
		}
	}
	return false
}

// placing are the prepositions before a place.
var placing = set(`in at of near from to outside`)

// isName reports whether items [a, b) are nothing but a proper name.
func (f *frame) isName(a, b int) bool {
	if b <= a || b-a > 5 {
		return false
	}
	for k := a; k < b; k++ {
		if !f.upper(k) && !particles[f.low(k)] || !isNoun(f.tag(k)) && !particles[f.low(k)] {
			return false
		}
	}
	return true
}

// nameFrom is the end of the proper name that begins at item k, k if none does.
func (f *frame) nameFrom(k int) int {
	e := k
	for f.isName(k, e+1) {
		e++
	}
	return e
}

// beyondSeries: the phrase may itself be an apposition, "Lind, 34, of Norrby, said".
func (f *frame) beyondSeries(p phrase, open string) phrase {
	if open != "," || f.low(p.a-1) != "," || f.upper(p.a) && p.b-p.a >= 2 {
		return noPhrase
	}
	q := f.before(p.a - 1)
	if q.ok() && (prepositions[f.low(q.a-1)] || f.timePhrase(q)) {
		return noPhrase // in addition to Lind, two members of the council, … said; on Sunday, Lind, who …
	}
	if q.ok() && f.upper(q.b-1) && (f.tag(q.b-1) == "NNP" || f.tag(q.b-1) == "NNPS") {
		return q
	}
	return noPhrase
}

// apposes reports whether items [k, end) look like what stands between commas
// after a name.
func (f *frame) apposes(k, end int) bool {
	l, tg := f.low(k), f.tag(k)
	switch tg {
	case "NNP", "NNPS", "NN", "NNS", "JJ", "VBG", "VBN", "CD", "DT", "PRP$", "RB":
		return !f.ownClause(k, end)
	}
	if adverbs[l] && end-k <= 3 {
		return true
	}
	return parenthetic[l] || f.quoted(k)
}

// ownClause reports whether items [a, b) hold a finite verb that no relative
// pronoun or conjunction introduces: then they are a clause, not an apposition.
func (f *frame) ownClause(a, b int) bool {
	for k := a; k < b; k++ {
		if subordinate[f.low(k)] {
			return false
		}
		if isFinite(f.tag(k)) {
			return true
		}
	}
	return false
}

// subordinate words begin a clause inside an apposition.
var subordinate = set(`who which whose whom that where when while as after before because since if although though`)

var parenthetic = set(`who which whose whom a an the himself herself themselves speaking in at on during meanwhile however too his her for by asked like along
 as after when of from with also now then formerly aged through via while to 's`)
