package diff

// weights say what makes a list of edits read naturally. They are in units of
// "one kept word of medium length" and were searched for on revisions with edits
// marked by hand; a second search found nothing better that held on both halves.
var weights = struct {
	// worth of keeping a token: words + letters, function words, marks
	word, letter, stop, mark float32

	one, both float32 // cost of an edit that only adds or deletes; that replaces
	// where an edit begins or ends
	text    float32 // at the start or the end of the sentence
	period  float32 // behind . ! ? ; :
	comma   float32 // behind or in front of a comma, bracket or dash
	opens   float32 // an edit that begins with a comma, bracket, conjunction or preposition
	dangles float32 // an edit that ends in a function word
	glued   float32 // a boundary inside what is written without a space
	// inside a replacement
	skip  float32 // cost of a token with no counterpart
	other float32 // cost of a pair of unrelated words
	kind  float32 // worth of a pair of the same kind: two prepositions, two numbers
	alike float32 // worth of a pair of related forms: model, models
	again float32 // worth of a pair of the same word
	moved float32 // worth from which a phrase that changed its place is told apart
}{
	word: 1.1, letter: 0.05, stop: 1.1, mark: 1.5,
	one: 1.2, both: 1.5,
	text: 0, period: 0.2, comma: 0.2, opens: 0.1, dangles: 0.05, glued: 1.1,
	skip: 0.2, other: 0.1, kind: 0.2, alike: 1.2, again: 0, moved: 3,
}

// margin is how many equal tokens on each side of a change are reconsidered
// with it: enough to slide an insertion over a repeated phrase.
const margin = 8

// maxRefine bounds the product of the token counts of a region that is
// reconsidered; larger changes are rewritten passages, where nothing is gained.
const maxRefine = 250_000

// refine reconsiders every changed region together with the equal tokens around
// and inside it. Equal runs longer than two margins separate regions.
func (w *worder) refine(a, b []token, equal []run) []run {
	if len(equal) == 1 && equal[0].n == len(a) && len(a) == len(b) {
		return equal
	}
	var out runs
	i, j := 0, 0 // where the region begins
	for _, r := range equal {
		if r.n <= 2*margin {
			continue
		}
		head, tail := margin, margin
		if r.i == 0 && r.j == 0 {
			head = 0
		}
		if r.i+r.n == len(a) && r.j+r.n == len(b) {
			tail = 0
		}
		w.zone(a, b, span4{i, r.i + head, j, r.j + head}, equal, &out)
		out.add(r.i+head, r.j+head, r.n-head-tail)
		i, j = r.i+r.n-tail, r.j+r.n-tail
	}
	w.zone(a, b, span4{i, len(a), j, len(b)}, equal, &out)
	return out.list
}

// span4 is a region: old tokens [i, iEnd), new tokens [j, jEnd).
type span4 struct{ i, iEnd, j, jEnd int }

// zone decides one region. If it is too large, the runs found stay.
func (w *worder) zone(a, b []token, z span4, equal []run, out *runs) {
	n, m := z.iEnd-z.i, z.jEnd-z.j
	if n == 0 && m == 0 {
		return
	}
	if n == 0 || m == 0 {
		return
	}
	if k, ok := w.loneWord(a[z.i:z.iEnd], b[z.j:z.jEnd]); ok {
		out.add(z.i, z.j, k)
		out.add(z.i+k+1, z.j+k+1, n-k-1)
		return
	}
	if n*m > maxRefine {
		for _, r := range equal {
			lo := max(0, z.i-r.i, z.j-r.j)
			hi := min(r.n, z.iEnd-r.i, z.jEnd-r.j)
			if lo < hi {
				out.add(r.i+lo, r.j+lo, hi-lo)
			}
		}
		return
	}
	w.table.solve(w.voc, a, b, z, out)
}

// loneWord finds the change that is by far the most frequent, one word for
// another, and what the table would say of it: word k of both sides is replaced
// and nothing else. No edit that differs can be worth more if the words stand free
// and occur only there, because each gives up a common token (worth over 1) for
// boundaries (worth less than 0.6 together); the end of a sentence is worth less,
// but has as good a boundary in front of it as behind.
func (w *worder) loneWord(a, b []token) (k int, ok bool) {
	if len(a) != len(b) {
		return 0, false
	}
	for k < len(a) && a[k].id == b[k].id {
		k++
	}
	if k == len(a) || !w.free(a, k) || !w.free(b, k) {
		return 0, false
	}
	x, y := a[k].id, b[k].id
	for n := range a {
		if n != k && (a[n].id != b[n].id || a[n].id == x || a[n].id == y) {
			return 0, false
		}
	}
	return k, true
}

// free reports whether token k is a word or number between white space or marks, of which
// no two stand together.
func (w *worder) free(ts []token, k int) bool {
	mark := func(k int) bool { return k >= 0 && k < len(ts) && ts[k].class == Mark }
	if mark(k) || !ts[k].spaced || mark(k+1) && mark(k+2) || mark(k-1) && mark(k-2) {
		return false
	}
	return k+1 == len(ts) || ts[k+1].spaced || mark(k+1)
}
