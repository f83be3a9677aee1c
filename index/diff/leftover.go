package diff

import "slices"

// residueWords: shorter leftovers are not taken for halves of a sentence.
const residueWords = 3

// moves pairs sentences left over on both sides wherever they stand, the most
// similar first. Less is asked of two that stand beside the same pair: a sentence
// changed places with its neighbour and was edited on the way.
func (a *aligner) moves() {
	long := func(ss []sent, ks []int) []int {
		return slices.DeleteFunc(ks, func(k int) bool { return ss[k].size < moveWords })
	}
	is := long(a.old, free(a.oldMates, 0, len(a.old)))
	js := long(a.new, free(a.newMates, 0, len(a.new)))
	if len(is) == 0 || len(js) == 0 {
		return
	}
	cands := slices.DeleteFunc(a.candidates(is, js), func(l link) bool {
		return l.weight < tuning.swapFloor || l.weight < tuning.moveFloor && !a.swapped(l.i, l.j)
	})
	slices.SortStableFunc(cands, func(x, y link) int {
		switch {
		case x.weight > y.weight:
			return -1
		case x.weight < y.weight:
			return 1
		}
		return 0
	})
	for _, c := range cands {
		if len(a.oldMates[c.i]) == 0 && len(a.newMates[c.j]) == 0 {
			a.link(c.i, c.j)
		}
	}
}

// swapped reports whether an old sentence stands before and a new one behind the
// same pair, or the other way round.
func (a *aligner) swapped(i, j int) bool {
	for _, step := range [2]int{-1, 1} {
		if k := i + step; k >= 0 && k < len(a.old) && slices.Contains(a.oldMates[k], int32(j-step)) {
			return true
		}
	}
	return false
}

// splits attaches leftovers to a neighbouring pair whose other side has words
// that the pair lacks: one old sentence became several, or several became one.
func (a *aligner) splits() {
	a.attach(a.old, a.new, a.oldMates, a.newMates)
	a.attach(a.new, a.old, a.newMates, a.oldMates)
}

// attach extends one-to-many groups: whole has sentences that may have parts
// among the leftovers of the other side.
func (a *aligner) attach(whole, parts []sent, wholeMates, partMates [][]int32) {
	for j := range parts {
		if len(partMates[j]) > 0 || parts[j].size < residueWords {
			continue
		}
		best, to := float32(0), -1
		for _, nb := range [2]int{j - 1, j + 1} {
			if nb < 0 || nb >= len(parts) || len(partMates[nb]) != 1 {
				continue
			}
			i := int(partMates[nb][0])
			if len(wholeMates[i]) == 1 && whole[i].same(&parts[nb]) {
				continue
			}
			if share := a.residual(&whole[i], parts, wholeMates[i], &parts[j]); share > best {
				best, to = share, i
			}
		}
		if to >= 0 && best >= tuning.residueShare {
			wholeMates[to] = append(wholeMates[to], int32(j))
			slices.Sort(wholeMates[to])
			partMates[j] = append(partMates[j], int32(to))
		}
	}
}

// residual is the share of part found among the words of whole that its mates
// do not account for; from tuning.residueShare on, part belongs to whole.
func (a *aligner) residual(whole *sent, parts []sent, mates []int32, part *sent) float32 {
	if part.weight == 0 {
		return 0
	}
	rest := slices.Clone(whole.bag)
	for _, m := range mates {
		take(rest, parts[m].bag)
	}
	return a.common(rest, part.bag) / part.weight
}

// take subtracts the counts of q from p.
func take(p, q []count) {
	for i, j := 0, 0; i < len(p) && j < len(q); {
		switch d := p[i].id - q[j].id; {
		case d < 0:
			i++
		case d > 0:
			j++
		default:
			p[i].n = max(0, p[i].n-q[j].n)
			i++
			j++
		}
	}
}
