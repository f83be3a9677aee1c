package match

import (
	"cmp"
	"slices"
	"strings"
)

// A long passage is aligned only where rare shingles of the claim occur.

// shingle is how many words make one.
const shingle = 3

// stretch is a run of passage words [a, b).
type stretch struct{ a, b int }

// windows returns the stretches of the passage worth aligning, in order and not
// touching one another, together at most maxCells / len(claim) words.
func windows(claim, pass []word) []stretch {
	room := max(maxCells/(len(claim)+1), 4*len(claim))
	if len(pass) <= room {
		return []stretch{{0, len(pass)}}
	}
	for n := min(shingle, len(claim)); n > 0; n-- {
		if w := around(hits(claim, pass, n), len(claim), len(pass), room); len(w) > 0 {
			return w
		}
	}
	return nil
}

// hit is a shingle of the claim found in the passage; rarity is how often.
type hit struct{ claim, pass, often int }

// hits lists where the shingles of n words that the passage has fewest of occur:
// at most hitsKept places.
func hits(claim, pass []word, n int) []hit {
	const hitsKept = 512
	want := map[string][]int{}
	for i := 0; i+n <= len(claim); i++ {
		if n == 1 && claim[i].stop() {
			continue
		}
		k := key(claim[i : i+n])
		want[k] = append(want[k], i)
	}
	first := map[string]bool{}
	for k := range want {
		w, _, _ := strings.Cut(k, " ")
		first[w] = true
	}
	found := map[string][]int{}
	for j := 0; j+n <= len(pass); j++ {
		if !first[pass[j].fold] {
			continue
		}
		k := key(pass[j : j+n])
		if len(want[k]) > 0 && len(found[k]) <= hitsKept {
			found[k] = append(found[k], j)
		}
	}
	var out []hit
	for k, js := range found {
		for _, j := range js {
			out = append(out, hit{want[k][0], j, len(js)})
		}
	}
	slices.SortFunc(out, func(x, y hit) int {
		return cmp.Or(cmp.Compare(x.often, y.often), cmp.Compare(x.pass, y.pass), cmp.Compare(x.claim, y.claim))
	})
	return out[:min(len(out), hitsKept)]
}

// around grows the hits to windows, keeps the maxWindows with most hits that
// have room, and returns them in order, merged where they touch.
func around(hs []hit, m, n, room int) []stretch {
	type scored struct {
		stretch
		weight float64
	}
	slack := ellipsisWords + m/2
	var all []scored
	for _, h := range hs {
		s := scored{stretch{max(0, h.pass-h.claim-slack), min(n, h.pass-h.claim+m+slack)}, 1 / float64(h.often)}
		s.b = max(s.b, min(n, h.pass+1))
		merged := false
		for k := range all {
			if o := &all[k]; s.a <= o.b && o.a <= s.b && max(s.b, o.b)-min(s.a, o.a) <= room {
				o.a, o.b, o.weight = min(s.a, o.a), max(s.b, o.b), o.weight+s.weight
				merged = true
				break
			}
		}
		if !merged {
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(x, y scored) int { return cmp.Compare(y.weight, x.weight) })
	var kept []stretch
	for _, s := range all {
		if len(kept) == maxWindows || s.b-s.a > room {
			break
		}
		room -= s.b - s.a
		kept = append(kept, s.stretch)
	}
	slices.SortFunc(kept, func(x, y stretch) int { return cmp.Compare(x.a, y.a) })
	out := kept[:0]
	for _, s := range kept {
		if k := len(out) - 1; k >= 0 && s.a <= out[k].b {
			out[k].b = max(out[k].b, s.b)
			continue
		}
		out = append(out, s)
	}
	return out
}
