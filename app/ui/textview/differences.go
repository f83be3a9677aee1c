package textview

import (
	"strconv"
	"strings"
	"unicode"

	"stet/app/textlayout"
	"stet/index/diff"
	"stet/index/source"
)

// cosmeticStrength fades what changed in typography only.
const cosmeticStrength = 0.4

// Differences are the marks that show an alignment in two panes, and the rows
// that keep a Pair of them in step. The two marks of one difference share an
// ID, the number of its row in the alignment.
//
// A sentence that only one side has is marked whole, one that moved too; in
// sentences that correspond the words are marked that were put in, taken out or
// replaced. White space at the edge of a difference is not marked.
func Differences(al diff.Alignment, old, new string) (left, right []Mark, rows []textlayout.Row) {
	for i, p := range al.Pairs {
		id := strconv.Itoa(i)
		l := func(s source.Span, k Kind, strength float32) {
			left = append(left, differing(old, s, k, id, strength)...)
		}
		r := func(s source.Span, k Kind, strength float32) {
			right = append(right, differing(new, s, k, id, strength)...)
		}
		switch p.Op {
		case diff.Added:
			each(p.New, func(s source.Span) { r(s, Added, 1) })
		case diff.Deleted:
			each(p.Old, func(s source.Span) { l(s, Deleted, 1) })
		case diff.Moved:
			each(p.Old, func(s source.Span) { l(s, Moved, 1) })
			each(p.New, func(s source.Span) { r(s, Moved, 1) })
		default:
			o, n := p.Hull()
			rows = append(rows, textlayout.Row{Left: o, Right: n})
		}
		for _, e := range p.Edits {
			strength := float32(1)
			if e.Cosmetic {
				strength = cosmeticStrength
			}
			switch {
			case e.Old.Empty():
				r(e.New, Added, strength)
			case e.New.Empty():
				l(e.Old, Deleted, strength)
			default:
				l(e.Old, Changed, strength)
				r(e.New, Changed, strength)
			}
		}
	}
	return left, right, rows
}

func each(ss []source.Span, f func(source.Span)) {
	for _, s := range ss {
		f(s)
	}
}

// differing is a mark on what is not white space at the edges of a span; none
// when nothing else is in it.
func differing(text string, s source.Span, k Kind, id string, strength float32) []Mark {
	words := s.Of(text)
	s.Start += len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
	s.End -= len(words) - len(strings.TrimRightFunc(words, unicode.IsSpace))
	if s.Empty() {
		return nil
	}
	return []Mark{{Span: s, Kind: k, ID: id, Strength: strength}}
}
