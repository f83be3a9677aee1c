package anchor

import (
	"slices"
	"strings"
	"sync"

	"stet/index/diff"
	"stet/index/source"
)

// Follower follows passages of one text into another. What every passage needs
// of the two texts is worked out once: keep it for the passages of a version. It
// may be used by several goroutines.
type Follower struct {
	rows     []diff.Pair
	old, new page
	bad      bool // one of the texts cannot be compared word by word
}

// Follow prepares to follow passages of oldBody into another text, al being their
// alignment.
func Follow(oldBody string, in source.Text, al diff.Alignment) *Follower {
	f := &Follower{rows: al.Pairs, bad: diff.Check(oldBody) != nil || diff.Check(in.Body) != nil}
	f.old.text, f.new.text = oldBody, in.Body
	for k, p := range al.Pairs {
		for _, s := range p.Old {
			f.old.sents = append(f.old.sents, placed{s, k})
		}
		for _, s := range p.New {
			f.new.sents = append(f.new.sents, placed{s, k})
		}
	}
	for _, p := range []*page{&f.old, &f.new} {
		slices.SortFunc(p.sents, func(a, b placed) int { return a.span.Compare(b.span) })
	}
	return f
}

// Find tells what became of a passage: a is an anchor in the old text. An anchor
// whose words do not stand at its place there is looked for as in another article
// (Locate).
func (f *Follower) Find(a Anchor) Found {
	if a.Exact == "" || a.Span.Of(f.old.text) != a.Exact || f.bad {
		return Locate(a, f.new.text)
	}
	if noWord(a.Exact) {
		return Found{Fate: Missing, Reasons: []string{"the passage holds no word"}}
	}
	p := finder{Follower: f, passage: a.Span}
	return p.find()
}

// Find is Follow for one passage.
func Find(a Anchor, oldBody string, in source.Text, al diff.Alignment) Found {
	return Follow(oldBody, in, al).Find(a)
}

// placed is a sentence and the row of the alignment that holds it.
type placed struct {
	span source.Span
	row  int
}

// page is one of the two texts: its sentences in order, and its words once they
// are asked for.
type page struct {
	text  string
	sents []placed

	wordsOnce sync.Once
	tokens    []diff.Token
	places    map[string][]int // of each word, in tokens

	sameOnce sync.Once
	same     map[string][]int // sentences by their words
}

// index is the sentence a span begins in, -1 if none.
func (p *page) index(at source.Span) int {
	k, _ := slices.BinarySearchFunc(p.sents, at.Start, func(s placed, at int) int {
		if s.span.End <= at {
			return -1
		}
		return 1
	})
	if k < len(p.sents) && p.sents[k].span.Overlaps(at) {
		return k
	}
	return -1
}

// overlapping are the sentences [i, j) that a span overlaps.
func (p *page) overlapping(at source.Span) (i, j int) {
	i, _ = slices.BinarySearchFunc(p.sents, at.Start, func(s placed, at int) int {
		if s.span.End <= at {
			return -1
		}
		return 1
	})
	for j = i; j < len(p.sents) && p.sents[j].span.Start < at.End; {
		j++
	}
	return i, j
}

// occurrences finds where words stand in the text, as the function of that name
// does.
func (p *page) occurrences(exact string, limit int) []source.Span {
	p.wordsOnce.Do(func() {
		p.tokens = diff.Tokens(p.text)
		p.places = map[string][]int{}
		for k, t := range p.tokens {
			p.places[t.Norm] = append(p.places[t.Norm], k)
		}
	})
	want := diff.Tokens(exact)
	if len(want) == 0 {
		return nil
	}
	rarest := 0
	for k, t := range want {
		if len(p.places[t.Norm]) < len(p.places[want[rarest].Norm]) {
			rarest = k
		}
	}
	var out []source.Span
	for _, at := range p.places[want[rarest].Norm] {
		k := at - rarest
		if k < 0 || k+len(want) > len(p.tokens) || !equalNorms(want, p.tokens[k:]) {
			continue
		}
		if out = append(out, source.Span{Start: p.tokens[k].Span.Start, End: p.tokens[k+len(want)-1].Span.End}); len(out) == limit {
			break
		}
	}
	return out
}

// equals are the sentences of the same words as a text.
func (p *page) equals(text string) []int {
	p.sameOnce.Do(func() {
		p.same = map[string][]int{}
		for k, s := range p.sents {
			w := folded(s.span.Of(p.text))
			p.same[w] = append(p.same[w], k)
		}
	})
	return p.same[folded(text)]
}

// folded is a text as its words alone.
func folded(text string) string {
	var b strings.Builder
	for _, t := range diff.Tokens(text) {
		b.WriteString(t.Norm)
		b.WriteByte(' ')
	}
	return b.String()
}
