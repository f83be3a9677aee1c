package diff

import "slices"

// exact pairs sentences that are equal: the common start and end of the texts,
// then what occurs once on each side, first letter for letter, then, of what is
// left over and read now, token for token. The heaviest ascending chain of these
// pairs becomes the anchors; the others have moved.
func (a *aligner) exact(r *reader) {
	lo, oldEnd, newEnd := 0, len(a.old), len(a.new)
	for lo < oldEnd && lo < newEnd && r.same(&a.old[lo], &a.new[lo]) {
		a.link(lo, lo)
		lo++
	}
	for oldEnd > lo && newEnd > lo && r.same(&a.old[oldEnd-1], &a.new[newEnd-1]) {
		oldEnd--
		newEnd--
		a.link(oldEnd, newEnd)
	}
	found := a.onBothSides(nil, lo, oldEnd, newEnd, len(r.letters), func(s *sent) int32 { return s.text })
	r.readFree(a.old, a.oldMates)
	r.readFree(a.new, a.newMates)
	found = a.onBothSides(found, lo, oldEnd, newEnd, len(r.classes), func(s *sent) int32 { return s.class })
	slices.SortFunc(found, func(x, y link) int { return x.i - y.i })
	a.anchors = append(a.anchors, link{lo - 1, lo - 1, 0})
	for k, in := range heaviest(found) {
		if in {
			a.anchors = append(a.anchors, found[k])
		}
	}
	a.anchors = append(a.anchors, link{oldEnd, newEnd, 0})
}

// onBothSides links the sentences from lo on whose key, of n, occurs once among
// the unlinked of each side, and appends the links to found. Sentences without a
// word are left to their place.
func (a *aligner) onBothSides(found []link, lo, oldEnd, newEnd, n int, key func(*sent) int32) []link {
	const none, several = -1, -2
	once := func(ss []sent, mates [][]int32, end int) []int32 {
		at := make([]int32, n)
		for k := range at {
			at[k] = none
		}
		for k := lo; k < end; k++ {
			if len(mates[k]) > 0 {
				continue
			}
			if x := &at[key(&ss[k])]; *x == none {
				*x = int32(k)
			} else {
				*x = several
			}
		}
		return at
	}
	news := once(a.new, a.newMates, newEnd)
	for id, i := range once(a.old, a.oldMates, oldEnd) {
		j := news[id]
		if i < 0 || j < 0 || a.old[i].wordless {
			continue
		}
		a.link(int(i), int(j))
		found = append(found, link{int(i), int(j), float32(a.old[i].span.Len())})
	}
	return found
}
