package concordance

import (
	"fmt"
	"slices"

	"stet/claims/match"
)

// A quotation stitched of two utterances has the words of both, and so would join
// them, and be longer than either. It is known by what the two go on with: the
// words that it leaves out.
const (
	// leastBlock is how many words in a row come from each.
	leastBlock = 4
	// stitchedShare is what share of its words come from the two.
	stitchedShare = 0.8
	// leftOut is how many words that it does not have each of the two goes on with, in
	// its own words or in a fuller rendering: what is all in it may be a part of it.
	leftOut = 3
)

// related is a pair of wordings that belong together.
type related struct {
	pair
	joined bool // the match says that the shorter is joined from two places
	score  float64
}

// unstitched finds the wordings that are stitched, and takes out of a list the
// pairs that only they make; each keeps the pair it has most words of.
func (f *finder) unstitched(list []related) []related {
	partners := map[int][]int{}
	paired := map[[2]int]bool{}
	for _, r := range list {
		partners[r.short] = append(partners[r.short], r.long)
		partners[r.long] = append(partners[r.long], r.short)
		paired[[2]int{r.short, r.long}], paired[[2]int{r.long, r.short}] = true, true
	}
	keeps := map[int]int{} // of the stitched ones, the partner each keeps
	for w := range f.ws {
		if a, b, ok := f.stitches(w, partners, paired); ok {
			keeps[w] = a
			for _, s := range f.ws[w].all {
				f.stitched[s.Place()] = f.ws[b].first
			}
		}
	}
	return slices.DeleteFunc(list, func(r related) bool {
		a, isA := keeps[r.short]
		b, isB := keeps[r.long]
		return isA && a != r.long || isB && b != r.short
	})
}

// stitches finds two wordings that one is stitched of, the one it has most words
// of first.
func (f *finder) stitches(w int, partners map[int][]int, paired map[[2]int]bool) (most, other int, ok bool) {
	words := f.ws[w].words()
	type block struct{ partner, from, upTo, rest int }
	var blocks []block
	for _, p := range partners[w] {
		from, n := longestRun(words, f.ws[p].words())
		if n >= leastBlock {
			rest := missing(f.ws[p].words(), words)
			for _, q := range partners[p] {
				if _, m := longestRun(words[from:from+n], f.ws[q].words()); q != w && m == n {
					rest = max(rest, missing(f.ws[q].words(), words))
				}
			}
			blocks = append(blocks, block{p, from, from + n, rest})
		}
	}
	slices.SortStableFunc(blocks, func(a, b block) int {
		return (b.upTo - b.from) - (a.upTo - a.from)
	})
	for i, a := range blocks {
		for _, b := range blocks[i+1:] {
			apart := a.upTo <= b.from || b.upTo <= a.from
			both := a.upTo - a.from + b.upTo - b.from
			if apart && !paired[[2]int{a.partner, b.partner}] && min(a.rest, b.rest) >= leftOut && float64(both) >= stitchedShare*float64(len(words)) {
				return a.partner, b.partner, true
			}
		}
	}
	return 0, 0, false
}

// missing counts the words of a that b does not have.
func missing(a, b []string) (n int) {
	for _, w := range a {
		if !slices.Contains(b, w) {
			n++
		}
	}
	return n
}

// longestRun is the longest run of words of a that stands in b.
func longestRun(a, b []string) (from, n int) {
	row := make([]int, len(b)+1)
	for i := range a {
		for k := len(b); k > 0; k-- {
			if a[i] != b[k-1] {
				row[k] = 0
				continue
			}
			if row[k] = row[k-1] + 1; row[k] > n {
				from, n = i+1-row[k], row[k]
			}
		}
	}
	return from, n
}

// sayStitched says of a rendering that is stitched what of.
func (f *finder) sayStitched(r *Rendering, s *Saying) {
	other := f.stitched[s.Place()]
	switch {
	case other == nil:
	case r.Relation == match.Substitution || r.Relation == match.Insertion || r.Relation == match.Reordered || r.Relation == match.SilentTruncation:
		r.Relation = match.Joined
		r.Why = fmt.Sprintf("Joins words of two utterances; the other one is “%s”.", join(other.Words))
	}
}

// follow lets what stands alone and is next to a saying of the same quotation go
// where that went, if all its words are there too: the first words of “These are
// words,” he said. “Words cure nobody.”
func (f *finder) follow() {
	alone := map[int]int{} // wordings by group
	of := map[*Saying]int{}
	for i, w := range f.ws {
		alone[f.root(i)]++
		for _, s := range w.all {
			of[s] = i
		}
	}
	for i, w := range f.ws {
		if alone[f.root(i)] > 1 {
			continue
		}
		for _, k := range f.beside(w, of) {
			if to := f.root(k); alone[to] > 1 && f.holds(to, w) {
				f.unite(i, k)
				break
			}
		}
	}
}

// beside lists the wordings that stand next to one in a quotation.
func (f *finder) beside(w *wording, of map[*Saying]int) []int {
	var out []int
	for _, s := range w.all {
		for _, o := range f.turns[turn{s.Version, s.Turn}] {
			if o.Span.End+len(s.Gap) == s.Span.Start && s.Gap != "" || s.Span.End+len(o.Gap) == o.Span.Start && o.Gap != "" {
				out = append(out, of[o])
			}
		}
	}
	return out
}

// holds reports whether some wording of a group has all words of another in a row.
func (f *finder) holds(root int, w *wording) bool {
	for i, o := range f.ws {
		if f.root(i) == root && o != w {
			if _, n := longestRun(w.words(), o.words()); n == len(w.words()) {
				return true
			}
		}
	}
	return false
}
