package extract

// Parts that add up: "killed nine people, six soldiers and three civilians" tells
// nine, not eighteen. What follows a figure and sums to it, item by item, is who the
// victims were. The sum makes it sure, whatever punctuation stands between.

// maxPartsAway is how many chunks after a figure its parts may begin, and maxParts
// how many there may be: a longer list is told in a table.
const (
	maxPartsAway = 14
	maxParts     = 8
)

// parts marks the figures that add up to one before them as subsets of it, and adds
// those that no rule has taken.
func (r *figureReader) parts() {
	for h := range r.found {
		f := r.found[h]
		if f.subset || f.past || f.zero || f.implied || f.value < 2 || f.num < 0 || f.num >= 0 && (r.ln.nums[f.num].vague || r.ln.nums[f.num].ranged) {
			continue
		}
		from := r.ln.chunkAtWord(f.b - 1)
		for j := from + 1; j < len(r.ln.chunks) && j <= from+maxPartsAway; j++ {
			if k := r.ln.kind(j); k != chunkComma && k != chunkStop {
				continue
			}
			if list := r.ln.addUp(j+1, f.value); list != nil {
				r.takeParts(list, &f)
				break
			}
		}
	}
}

// addUp lists the coordinated counts of people from chunk i on if they sum to
// total, nil if not.
func (ln *line) addUp(i int, total float64) []int {
	var list []int
	sum := 0.0
	for len(list) < maxParts {
		i = ln.skipRight(i)
		if ln.kind(i) == chunkAnd {
			i = ln.skipRight(i + 1)
		}
		if ln.kind(i) != chunkNoun {
			return nil
		}
		c, ok := ln.count(i, true)
		if !ok || c.zero || c.definite || c.named || c.num >= 0 && ln.nums[c.num].additional {
			return nil
		}
		list = append(list, i)
		if sum += c.value; sum >= total {
			break
		}
		i = ln.afterPhrase(i)
		if k := ln.kind(i); k != chunkComma && k != chunkAnd {
			return nil
		}
		i++
	}
	if sum != total || len(list) < 2 {
		return nil
	}
	return list
}

// takeParts makes the noun phrases of a list subsets of a figure.
func (r *figureReader) takeParts(list []int, of *finding) {
	for _, i := range list {
		c, _ := r.ln.count(i, true)
		known := false
		for k := range r.found {
			if x := &r.found[k]; x.a < c.b && c.a < x.b {
				known = true
				x.subset = x.subset || x.outcome == of.outcome
			}
		}
		if known || c.num >= 0 && r.used[c.num] != "" {
			continue
		}
		if c.num >= 0 {
			r.used[c.num] = of.outcome
		}
		r.found = append(r.found, finding{counted: c, outcome: of.outcome, sentence: r.ln.index, trigger: of.trigger, event: of.event, subset: true, hedged: of.hedged, rule: "parts", conf: 0.85})
	}
}

// upFrom reads ", up from 22 this morning" after a figure told by any rule: its
// previous value.
func (r *figureReader) upFrom() {
	ln := r.ln
	for x := range ln.nums {
		n := &ln.nums[x]
		if r.used[x] != "" || ln.roles[x] != counting || n.fraction || ln.low(n.a-1) != "from" || ln.low(n.a-2) != "up" && ln.low(n.a-2) != "down" || ln.low(n.a-3) != "," {
			continue
		}
		h := r.hostBefore(n.a)
		if h < 0 || r.found[h].previous != nil || r.found[h].past || ln.chunkAtWord(n.a)-ln.chunkAtWord(r.found[h].trigger) > maxPartsAway {
			continue
		}
		p := n.rng
		f := &r.found[h]
		r.used[x], f.previous, f.before, f.toll = f.outcome, &p, n.a, true
	}
}
