package textlayout

import (
	"slices"
	"sort"

	"stet/index/source"
)

// Spans answers which of many spans are in sight, in O(log n + k) for spans
// that do not nest deeply. They are kept by start with the largest end so far.
type Spans struct {
	by     []int // by[i] is the caller's index of the i-th span by start
	spans  []source.Span
	maxEnd []int
}

// NewSpans indexes spans; empty ones are never in sight. The caller's slice is
// not kept.
func NewSpans(spans []source.Span) *Spans {
	s := &Spans{}
	for i, sp := range spans {
		if !sp.Empty() {
			s.by = append(s.by, i)
		}
	}
	slices.SortStableFunc(s.by, func(a, b int) int { return spans[a].Compare(spans[b]) })
	end := 0
	for _, i := range s.by {
		s.spans = append(s.spans, spans[i])
		end = max(end, spans[i].End)
		s.maxEnd = append(s.maxEnd, end)
	}
	return s
}

// In appends to out the caller's indices of the spans that share a byte with
// in, by start, and returns it.
func (s *Spans) In(in source.Span, out []int) []int {
	if in.Empty() {
		return out
	}
	i := sort.Search(len(s.maxEnd), func(i int) bool { return s.maxEnd[i] > in.Start })
	for ; i < len(s.spans) && s.spans[i].Start < in.End; i++ {
		if s.spans[i].End > in.Start {
			out = append(out, s.by[i])
		}
	}
	return out
}

// After is the caller's index of the first span that starts at or after an
// offset and that keep accepts; ok is false when there is none.
func (s *Spans) After(off int, keep func(i int) bool) (i int, ok bool) {
	k := sort.Search(len(s.spans), func(i int) bool { return s.spans[i].Start >= off })
	for ; k < len(s.by); k++ {
		if keep(s.by[k]) {
			return s.by[k], true
		}
	}
	return 0, false
}

// Before is the caller's index of the last span that starts before an offset
// and that keep accepts.
func (s *Spans) Before(off int, keep func(i int) bool) (i int, ok bool) {
	k := sort.Search(len(s.spans), func(i int) bool { return s.spans[i].Start >= off }) - 1
	for ; k >= 0; k-- {
		if keep(s.by[k]) {
			return s.by[k], true
		}
	}
	return 0, false
}
