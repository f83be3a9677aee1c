package extract

import (
	"strings"

	"stet/claims"
)

// Verbs that tell an outcome only with what stands beside them: forced people from
// their homes, lost 12 men, cost 12 people their lives, have not been found.

// driven reads "forced 8,000 people from their homes".
func (r *figureReader) driven(k int) {
	ln := r.ln
	c := &ln.chunks[k]
	if !forcers[ln.low(c.main)] || c.negated {
		return
	}
	list := ln.objects(k)
	if len(list) == 0 {
		return
	}
	end := list[len(list)-1] + 1
	for w := ln.chunks[end-1].b; w < len(ln.ws) && w < ln.chunks[end-1].b+5; w++ {
		switch ln.low(w) {
		case "homes", "home", "houses", "villages":
			if p := ln.low(ln.chunks[end-1].b); p == "from" || p == "out" {
				r.add(list, trigger{claims.Displaced, verbObject}, c.main, false, "object", 0.85, nil)
			}
			return
		}
	}
}

// lost reads "the army lost 12 men": of soldiers, to lose is to have killed.
func (r *figureReader) lost(k int) {
	ln := r.ln
	c := &ln.chunks[k]
	if l := ln.low(c.main); l != "lost" && l != "losing" || c.passive || c.negated {
		return
	}
	for _, i := range ln.objects(k) {
		o := &ln.chunks[i]
		if o.num < 0 || !troops[ln.low(o.head)] || ln.low(o.b) == "to" || r.used[o.num] != "" {
			return
		}
		r.add([]int{i}, trigger{claims.Killed, verbObject}, c.main, false, "object", 0.6, nil)
	}
}

// troops are those whom an army loses.
var troops = set(`men soldiers fighters troops marines rebels guerrillas militants policemen commandos servicemen officers`)

// foundVerbs tell, denied of people, that they are missing.
var foundVerbs = set(`found located traced`)

// unfound reads "five people have not been found": they are missing.
func (r *figureReader) unfound(k int) {
	c := &r.ln.chunks[k]
	if !foundVerbs[r.ln.low(c.main)] || !c.negated || !c.passive || !c.aux || c.inf {
		return
	}
	switch next := r.ln.skipRight(k + 1); r.ln.kind(next) {
	case chunkVerb: // found guilty, found to be
		return
	case chunkOther, chunkNoun:
		if next < len(r.ln.chunks) && strings.HasPrefix(r.ln.tag(r.ln.chunks[next].a), "JJ") {
			return
		}
	}
	if list := r.ln.subject(k); len(list) > 0 {
		r.add(list, trigger{claims.Missing, verbSubject | needsPerson}, c.main, false, "subject", 0.75, nil)
	}
}

// costLives reads "the flood cost 12 people their lives".
func (r *figureReader) costLives(k int) {
	ln := r.ln
	c := &ln.chunks[k]
	if l := ln.low(c.main); l != "cost" && l != "costing" && l != "costs" || c.passive || c.negated {
		return
	}
	n := ln.skipRight(k + 1)
	if ln.kind(n) != chunkNoun {
		return
	}
	if o := ln.of(n); o >= 0 {
		n = o
	}
	if ln.kind(n+1) != chunkNoun || ln.tag(ln.chunks[n+1].a) != "PRP$" {
		return
	}
	if l := ln.low(ln.chunks[n+1].head); l != "lives" && l != "life" {
		return
	}
	r.add(ln.listRight(n), trigger{claims.Killed, verbObject}, c.main, true, "object", 0.85, nil)
}
