package diff

// heaviest marks the links of a chain ascending in both i and j that has the
// greatest total weight. The links are sorted by i. O(n log n).
func heaviest(ls []link) []bool {
	in := make([]bool, len(ls))
	if len(ls) == 0 {
		return in
	}
	top := 0
	for _, l := range ls {
		top = max(top, l.j+1)
	}
	// best[k] of a Fenwick tree over j: the link that ends the heaviest chain.
	best := make([]int32, top+1)
	for k := range best {
		best[k] = -1
	}
	total := make([]float64, len(ls))
	prev := make([]int32, len(ls))
	put := func(k int) {
		for x := ls[k].j + 1; x <= top; x += x & -x {
			if b := best[x]; b < 0 || total[k] > total[b] {
				best[x] = int32(k)
			}
		}
	}
	last := 0
	for at := 0; at < len(ls); {
		end := at
		for ; end < len(ls) && ls[end].i == ls[at].i; end++ {
			k := end
			prev[k], total[k] = -1, float64(ls[k].weight)
			for x := ls[k].j; x > 0; x -= x & -x {
				if b := best[x]; b >= 0 && (prev[k] < 0 || total[b] > total[prev[k]]) {
					prev[k] = b
				}
			}
			if prev[k] >= 0 {
				total[k] += total[prev[k]]
			}
			if total[k] > total[last] {
				last = k
			}
		}
		for ; at < end; at++ { // links of one old sentence do not follow each other
			put(at)
		}
	}
	for k := int32(last); k >= 0; k = prev[k] {
		in[k] = true
	}
	return in
}
