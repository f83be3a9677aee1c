package cli

import (
	"fmt"
	"sort"
	"unicode/utf8"

	"stet/index/source"
)

// runes converts between the byte offsets used inside the program and the code
// point offsets of batch records. It keeps the byte offset of every 64th code
// point, so that a conversion scans at most 64 of them.
type runes struct {
	text  string
	every []int // every[i]: byte offset of code point 64*i
	ascii bool
}

const runeStep = 64

func newRunes(text string) *runes {
	r := &runes{text: text, ascii: true}
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			r.ascii = false
			break
		}
	}
	if r.ascii {
		return r
	}
	n := 0
	for i := range text {
		if n%runeStep == 0 {
			r.every = append(r.every, i)
		}
		n++
	}
	return r
}

// points gives the code point offset of a byte offset.
func (r *runes) points(b int) int {
	if r.ascii {
		return b
	}
	k := sort.SearchInts(r.every, b+1) - 1
	if k < 0 {
		return 0
	}
	return k*runeStep + utf8.RuneCountInString(r.text[r.every[k]:min(b, len(r.text))])
}

// span gives [start, end) in code points.
func (r *runes) span(s source.Span) [2]int { return [2]int{r.points(s.Start), r.points(s.End)} }

// spans converts a list; the result is never nil, so that JSON shows [].
func (r *runes) spans(ss []source.Span) [][2]int {
	out := make([][2]int, 0, len(ss))
	for _, s := range ss {
		out = append(out, r.span(s))
	}
	return out
}

// maybe is span, or nil for an empty span.
func (r *runes) maybe(s source.Span) *[2]int {
	if s.Empty() {
		return nil
	}
	p := r.span(s)
	return &p
}

// bytes gives the byte span of a span in code points.
func (r *runes) bytes(p [2]int) (source.Span, error) {
	a, okA := r.offset(p[0])
	b, okB := r.offset(p[1])
	if !okA || !okB || a > b {
		return source.Span{}, fmt.Errorf("span [%d,%d] does not fit a text of %d code points", p[0], p[1], utf8.RuneCountInString(r.text))
	}
	return source.Span{Start: a, End: b}, nil
}

func (r *runes) offset(n int) (int, bool) {
	if n < 0 {
		return 0, false
	}
	if r.ascii {
		return n, n <= len(r.text)
	}
	k := n / runeStep
	if k >= len(r.every) {
		return len(r.text), n == utf8.RuneCountInString(r.text)
	}
	at := r.every[k]
	for left := n % runeStep; left > 0; left-- {
		if at >= len(r.text) {
			return at, false
		}
		_, w := utf8.DecodeRuneInString(r.text[at:])
		at += w
	}
	return at, true
}
