package match

// movedReach is how far from the matched words moved ones are looked for.
const movedReach = 60

// findMoved looks for the claim words of regions elsewhere near the match: words
// in another order. It returns whether all changed words of the claim (stop
// words aside) were found so, and marks them.
func (c *comparison) findMoved() bool {
	taken := map[int]bool{}
	for _, m := range c.matches {
		for p := m.p; p < m.p2; p++ {
			taken[p] = true
		}
	}
	from, to := max(0, c.first()-movedReach), min(len(c.pass.words), c.last()+movedReach)
	lost, found, omitted := 0, 0, 0
	var steps []step
	for i := range c.regions {
		r := &c.regions[i]
		for _, k := range r.said {
			if !c.pass.words[k].stop() {
				omitted++
			}
		}
		for ci := r.c; ci < r.c2; ci++ {
			w := c.claim.words[ci]
			if w.stop() || w.bracketed {
				continue
			}
			lost++
			if p := c.seek(w, from, to, taken); p >= 0 {
				taken[p] = true
				found++
				steps = append(steps, step{kind: pairMatch, c: ci, c2: ci + 1, p: p, p2: p + 1, like: same})
			}
		}
	}
	if lost == 0 || found < lost || !c.contiguous(steps) {
		return false
	}
	c.moved = steps
	return true
}

// seek finds a free passage word equal to w in the utterance.
func (c *comparison) seek(w word, from, to int, taken map[int]bool) int {
	for p := from; p < to; p++ {
		if !taken[p] && (c.flat || c.pass.quote[p] > 0) && alike(w, c.pass.words[p]) != differ {
			return p
		}
	}
	return -1
}

// contiguous reports whether moved words stand together in the source much as
// they do in the claim: single words found all over the place were not moved.
func (c *comparison) contiguous(steps []step) bool {
	for i := 1; i < len(steps); i++ {
		dc, dp := steps[i].c-steps[i-1].c, steps[i].p-steps[i-1].p
		if dc <= 3 && (dp < -movedReach/2 || dp > 6 || dp < 0 && dc == 1) {
			return false
		}
	}
	return true
}
