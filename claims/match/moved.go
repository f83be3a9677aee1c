package match

// movedReach is how far from the matched words, in words, moved ones are looked
// for.
const movedReach = 60

// findMoved looks for the claim words of regions elsewhere near the match: words
// in another order. They count as moved if every changed content word of the
// claim is found so, and every word of the source that another stands for is
// itself found in another place: otherwise a word was replaced by one that only
// happens to occur nearby.
func (c *comparison) findMoved() bool {
	from, to := max(0, c.first()-movedReach), min(len(c.pass.words), c.last()+movedReach)
	free := make([]bool, to-from)
	for k := range free {
		free[k] = c.flat || c.pass.quote[from+k] > 0
	}
	for _, m := range c.matches {
		for p := m.p; p < m.p2; p++ {
			free[p-from] = false
		}
	}
	found := map[int]bool{}
	var steps []step
	for _, r := range c.regions {
		if content(own(c.claim.words[r.c:r.c2])) == 0 && !polarWord(c.claim.words[r.c:r.c2]) {
			continue
		}
		path, ok := c.seek(r, from, to, free)
		if !ok {
			return false
		}
		for _, st := range path {
			found[st.p], free[st.p-from] = true, false
		}
		steps = append(steps, path...)
	}
	if len(steps) == 0 || !c.replacedFound(found) || c.addedByChance(steps) || c.onlyPolar(steps) {
		return false
	}
	c.moved = steps
	return true
}

// polarReach is how many words from its place a negator alone may have been moved.
const polarReach = 8

// onlyPolar reports whether nothing but negators and their like was found elsewhere,
// far from where the claim has them: “no” stands in many a sentence.
func (c *comparison) onlyPolar(steps []step) bool {
	for _, st := range steps {
		if content(own(c.claim.words[st.c:st.c2])) > 0 {
			return false
		}
	}
	for _, st := range steps {
		for _, r := range c.regions {
			if r.c <= st.c && st.c < r.c2 && (st.p < r.p-polarReach || st.p > r.p2+polarReach) {
				return true
			}
		}
	}
	return false
}

// addedByChance reports whether the one telling word that was found elsewhere is of
// another sentence than everything that matches, and stands in for nothing: it was
// added, and the speaker happens to use it somewhere.
func (c *comparison) addedByChance(steps []step) bool {
	at, n := 0, 0
	for _, st := range steps {
		if k := content(own(c.claim.words[st.c:st.c2])); k > 0 {
			at, n = st.p, n+k
		}
	}
	if n != 1 {
		return false
	}
	for _, r := range c.regions {
		if content(own(c.claim.words[r.c:r.c2])) > 0 && len(r.said) > 0 {
			return false
		}
	}
	for i := range c.claim.words {
		if endsSentence(c.claim.between(i)) {
			return false // of several sentences one may have moved: “Everybody knew. They knew.”
		}
	}
	s := c.pass
	lo, hi := min(at, c.first()), max(at, c.last()-1)
	if at >= c.first() && at < c.last() {
		return false
	}
	if at < c.first() {
		hi = c.first()
	} else {
		lo = c.last() - 1
	}
	for k := lo + 1; k <= hi; k++ {
		if s.quote[k] != s.quote[k-1] || s.boundary(k) {
			return true
		}
	}
	return false
}

// polarWord reports whether a stop word among ws matters as much as a content
// word: always, never, not.
func polarWord(ws []word) bool {
	for _, w := range ws {
		if negators[w.norm] || w.norm == "always" || w.norm == "ever" {
			return true
		}
	}
	return false
}

// seek finds the claim words of a region among the free passage words: all
// content words, in order.
func (c *comparison) seek(r region, from, to int, free []bool) ([]step, bool) {
	pass := c.pass.words[from:to]
	a := newAligner(c.claim.words[r.c:r.c2], make([]int, r.c2-r.c+1), pass)
	a.masked = make([]bool, len(pass))
	for k := range a.masked {
		a.masked[k] = !free[k]
	}
	path := a.run()
	var out []step
	for _, st := range path {
		words := c.claim.words[r.c+st.c : r.c+st.c2]
		switch {
		case st.kind <= pairOneTwo:
			st.c, st.c2, st.p, st.p2 = st.c+r.c, st.c2+r.c, st.p+from, st.p2+from
			out = append(out, st)
		case st.kind != pairDel && (content(own(words)) > 0 || polarWord(words)):
			p := c.single(words, from, free)
			if p < 0 {
				return nil, false
			}
			free[p-from] = false
			out = append(out, step{kind: pairMatch, c: r.c + st.c, c2: r.c + st.c2, p: p, p2: p + 1, like: same})
		}
	}
	return out, len(out) > 0
}

// single finds a lone word among the free ones, where the order of a region is
// not the source's either; -1 if it is not there.
func (c *comparison) single(ws []word, from int, free []bool) int {
	if len(ws) != 1 {
		return -1
	}
	for k, ok := range free {
		if ok && alike(ws[0], c.pass.words[from+k]) != differ {
			return from + k
		}
	}
	return -1
}

// replacedFound reports whether every content word of the source in whose place
// the claim has another was found moved.
func (c *comparison) replacedFound(found map[int]bool) bool {
	for _, r := range c.regions {
		if content(own(c.claim.words[r.c:r.c2])) == 0 {
			continue
		}
		for _, k := range r.said {
			if !c.pass.words[k].stop() && !found[k] && !c.inClaim(c.pass.words[k]) {
				return false
			}
		}
	}
	return true
}

// inClaim reports whether the claim has a word, wherever.
func (c *comparison) inClaim(w word) bool {
	for _, x := range c.claim.words {
		if alike(x, w) != differ {
			return true
		}
	}
	return false
}
