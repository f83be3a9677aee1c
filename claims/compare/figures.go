package compare

import (
	"stet/claims/extract"
	"stet/index/diff"
	"stet/index/source"
)

// FigureChange is a number that changed between corresponding sentences: Old
// is empty for one that came, New for one that went.
type FigureChange struct {
	Old, New source.Span
}

// Figures lists the numbers of corresponding sentences that differ in value,
// whatever they count, dates included. A number that only moved inside its
// sentence, or is written otherwise (four, 4), is not listed.
func Figures(old, new *extract.Doc, al diff.Alignment) []FigureChange {
	var out []FigureChange
	was, is := newReader(old), newReader(new)
	for _, p := range al.Pairs {
		if len(p.Old) == 0 || len(p.New) == 0 || !p.Reworded() {
			continue
		}
		o, n := p.Hull()
		a, b := numerals(was.newSide(o, p.Old)), numerals(is.newSide(n, p.New))
		a, b = without(a, b), without(b, a)
		for k := range max(len(a), len(b)) {
			var f FigureChange
			if k < len(a) {
				f.Old = a[k].span
			}
			if k < len(b) {
				f.New = b[k].span
			}
			out = append(out, f)
		}
	}
	return out
}

// numeral is a number in a text.
type numeral struct {
	span  source.Span
	value float64
}

func numerals(s *side) []numeral {
	var out []numeral
	for k := range s.words {
		w := &s.words[k]
		switch {
		case w.Class == diff.Number:
			out = append(out, numeral{w.Span, valueOf(w.Norm)})
		case w.number && !w.more && w.value >= 1 && w.value == float64(int64(w.value)) && !ordinal[w.Norm]:
			out = append(out, numeral{w.Span, w.value})
		}
	}
	return out
}

// ordinal and multiplying words are no numbers by themselves.
var ordinal = set(`first second third fourth fifth once twice thrice double triple quarter half`)

// without removes from a, once each, the values that b has.
func without(a, b []numeral) []numeral {
	left := map[float64]int{}
	for _, x := range b {
		left[x.value]++
	}
	var out []numeral
	for _, x := range a {
		if left[x.value] > 0 {
			left[x.value]--
			continue
		}
		out = append(out, x)
	}
	return out
}
