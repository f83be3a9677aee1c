package diff

import (
	"math"
	"slices"
	"unicode/utf8"

	"stet/index/source"
)

// Align tells how the sentences of two texts correspond.
func Align(old, new source.Text) Alignment {
	olds, news := sentences(old.Body, new.Body)
	return AlignSentences(old.Body, new.Body, olds, news)
}

// AlignSentences is Align for sentences that are already known: ascending byte
// spans of the two texts that do not overlap. What lies between sentences is
// treated as white space. Texts that are not valid UTF-8 (see [Check]) give one
// row that replaces the whole text.
func AlignSentences(old, new string, oldSents, newSents []source.Span) Alignment {
	if !utf8.ValidString(old) || !utf8.ValidString(new) || !fitSentences(old, oldSents) || !fitSentences(new, newSents) {
		return wholesale(old, new)
	}
	a := newAligner(old, new, oldSents, newSents)
	a.gaps()
	a.moves()
	a.splits()
	return a.alignment(old, new)
}

// fitSentences reports whether spans are what AlignSentences asks for.
func fitSentences(text string, spans []source.Span) bool {
	at := 0
	for _, s := range spans {
		if s.Start < at || !s.Fits(text) {
			return false
		}
		at = s.End
	}
	return len(text) <= math.MaxInt32
}

// wholesale is the alignment of texts that cannot be compared.
func wholesale(old, new string) Alignment {
	o, n := source.Span{End: len(old)}, source.Span{End: len(new)}
	switch {
	case old == new && old == "":
		return Alignment{}
	case old == new:
		return Alignment{[]Pair{{Op: Unchanged, Old: []source.Span{o}, New: []source.Span{n}}}}
	case old == "":
		return Alignment{[]Pair{{Op: Added, New: []source.Span{n}}}}
	case new == "":
		return Alignment{[]Pair{{Op: Deleted, Old: []source.Span{o}}}}
	}
	return Alignment{[]Pair{{Edited, []source.Span{o}, []source.Span{n}, []Edit{{Old: o, New: n}}}}}
}

// aligner holds two versions while their sentences are being paired. Sentences
// are numbered from 0 on each side; mates lists the numbers on the other side.
type aligner struct {
	voc      *vocabulary
	old, new []sent
	oldSpans []source.Span // of old; the rows are parts of them
	newSpans []source.Span
	idf      []float32 // by token id
	oldMates [][]int32
	newMates [][]int32
	mates    []int32 // memory of the lists of one mate
	anchors  []link  // exact pairs that stay in place, ascending; sentinels at both ends
}

// link pairs old sentence i with new sentence j.
type link struct {
	i, j   int
	weight float32
}

func newAligner(old, new string, oldSents, newSents []source.Span) *aligner {
	a := &aligner{
		voc:      newVocabulary(1024),
		oldSpans: slices.Clone(oldSents),
		newSpans: slices.Clone(newSents),
		oldMates: make([][]int32, len(oldSents)),
		newMates: make([][]int32, len(newSents)),
		mates:    make([]int32, 0, 2*min(len(oldSents), len(newSents))),
	}
	r := reader{voc: a.voc, ids: make(map[string]int32, max(len(oldSents), len(newSents))), byHash: map[uint64]int32{}}
	a.old, a.new = r.sents(old, oldSents), r.sents(new, newSents)
	a.exact(&r)
	a.weigh(&r)
	return a
}

func (a *aligner) link(i, j int) {
	a.oldMates[i] = a.mate(a.oldMates[i], j)
	a.newMates[j] = a.mate(a.newMates[j], i)
}

// mate appends to a list of mates, which is nearly always the first of it.
func (a *aligner) mate(list []int32, k int) []int32 {
	if n := len(a.mates); len(list) == 0 && n < cap(a.mates) {
		a.mates = append(a.mates, int32(k))
		return a.mates[n : n+1 : n+1]
	}
	return append(list, int32(k))
}
