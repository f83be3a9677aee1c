package anchor

import (
	"fmt"

	"stet/index/diff"
	"stet/index/source"
)

// A sentence that stands elsewhere now, while another one much like it stands in
// its place, was not moved: somebody changed it here and repeats, quotes or
// denies its old words there.

// likeness is the share of its words that a sentence must have in common with
// another one to be taken for its new wording.
const likeness = 0.6

// closeLikeness is that share where the passage's sentence kept its place: news
// repeats the frames of its sentences.
const closeLikeness = 0.75

// farthestNeighbour is how many sentences off the neighbours of a place are looked
// for.
const farthestNeighbour = 50

// fewestWords is how many words a sentence must have to be known by most of them.
const fewestWords = 4

// supplanted is the sentence that stands where a sentence of the passage stood, if
// that is no other sentence's and much like it.
func (f *finder) supplanted(likeness float64) (source.Span, bool) {
	i, end := f.old.overlapping(f.passage)
	if i >= end {
		return source.Span{}, false
	}
	from, to := f.stays(i-1, -1)+1, f.stays(end, 1)
	for _, s := range f.old.sents[i:end] {
		words := counts(s.span.Of(f.old.text))
		for j := from; len(words) >= fewestWords && j < to; j++ {
			n := f.new.sents[j]
			if f.rows[n.row].Op == diff.Added && alike(words, counts(n.span.Of(f.new.text)), likeness) {
				return n.span, true
			}
		}
	}
	return source.Span{}, false
}

// repeated says that another wording stands at the passage's place.
func (f *finder) repeated(is source.Span) Found {
	return Found{Fate: Altered, Span: is, Reasons: []string{fmt.Sprintf("%q stands at its place, and its own words stand there or elsewhere too; which of the two it became is not certain",
		brief(is.Of(f.new.text)))}}
}

// stays is the place in the new text of the nearest sentence from k on, in steps
// of d, that kept its place and its words.
func (f *finder) stays(k, d int) int {
	for n := 0; n < farthestNeighbour && k >= 0 && k < len(f.old.sents); n, k = n+1, k+d {
		p := f.rows[f.old.sents[k].row]
		if len(p.New) == 0 || p.Op == diff.Moved || p.Reworded() {
			continue
		}
		if d < 0 {
			return f.new.index(p.New[len(p.New)-1])
		}
		return f.new.index(p.New[0])
	}
	if d < 0 {
		return -1
	}
	return len(f.new.sents)
}

// counts counts the words of a text.
func counts(text string) map[string]int {
	m := map[string]int{}
	for _, t := range diff.Tokens(text) {
		if t.Class != diff.Mark {
			m[t.Norm]++
		}
	}
	return m
}

// alike reports whether two sentences share enough of their words (Dice).
func alike(a, b map[string]int, likeness float64) bool {
	all, shared := 0, 0
	for w, n := range a {
		all += n
		shared += min(n, b[w])
	}
	for _, n := range b {
		all += n
	}
	return float64(2*shared) >= likeness*float64(all)
}
