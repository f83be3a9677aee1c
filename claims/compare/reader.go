package compare

import (
	"slices"
	"sort"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/anchor"
	"stet/index/source"
)

// reader is one version with what extract found in it, by place.
type reader struct {
	doc          *extract.Doc
	quotes       []extract.Quote  // utterances
	figures      []extract.Figure // with a number
	marked       []source.Span    // between quotation marks
	speakers     []source.Span    // who says a quote
	cues         []source.Span
	attributions []source.Span // who says a figure
	quantities   []extract.Quantity
	dates        []source.Span // days, months, years and windows
	notices      noted
	names        map[string]bool // words, in lower case, that have a capital inside a sentence
}

func newReader(d *extract.Doc) *reader {
	r := &reader{doc: d, notices: notices(d, nil), names: map[string]bool{}}
	for _, s := range d.Sentences {
		for k := s.A + 1; k < s.B; k++ {
			if t := &d.Tokens[k]; t.Upper && t.Kind == extract.Word && d.Tokens[k-1].Kind == extract.Word {
				r.names[t.Lower] = true
			}
		}
	}
	for _, m := range d.Marks {
		if m.Depth == 0 {
			r.marked = append(r.marked, m.Span)
		}
	}
	for _, q := range d.Quotes() {
		if q.Scare {
			continue
		}
		r.quotes = append(r.quotes, q)
		if q.Type == claims.Indirect && !reporting(d, q) {
			continue // "decided to", "rejected the offer": nobody's words
		}
		r.speakers = append(r.speakers, q.By)
		r.cues = append(r.cues, q.CueAt)
	}
	for _, f := range d.Figures() {
		if f.Implied {
			continue
		}
		r.figures = append(r.figures, f)
		r.attributions = append(r.attributions, f.By)
	}
	r.quantities = d.Quantities()
	for _, n := range d.Numbers() {
		if _, number := n.Value.(float64); !number {
			r.dates = append(r.dates, n.Span)
		}
	}
	for _, l := range []*[]source.Span{&r.marked, &r.speakers, &r.cues, &r.attributions, &r.dates} {
		*l = slices.DeleteFunc(*l, source.Span.Empty)
		slices.SortFunc(*l, source.Span.Compare)
	}
	slices.SortStableFunc(r.figures, func(a, b extract.Figure) int { return a.Span.Compare(b.Span) })
	slices.SortStableFunc(r.quotes, func(a, b extract.Quote) int { return a.Span.Compare(b.Span) })
	return r
}

// reporting reports whether an indirect quote's cue says that something is said.
func reporting(d *extract.Doc, q extract.Quote) bool {
	plain, laden := anchor.Cue(strings.ToLower(q.Cue))
	if plain || !laden || q.CueAt.Empty() {
		return plain
	}
	k := d.TokenAt(q.CueAt.End)
	return k >= len(d.Tokens) || d.Tokens[k].Lower == "that" || d.Tokens[k].Kind == extract.Punct || d.Tokens[k].Kind == extract.Mark
}

// longest is how far in front of a place, in bytes, a span that reaches into it
// may begin: longer quotations than this are not looked back for.
const longest = 1 << 14

// within lists the spans, sorted by start, that overlap a place.
func within(ss []source.Span, at source.Span) []source.Span {
	from := sort.Search(len(ss), func(k int) bool { return ss[k].Start >= at.Start-longest })
	var out []source.Span
	for _, s := range ss[from:] {
		if s.Start >= at.End {
			break
		}
		if s.Overlaps(at) {
			out = append(out, s)
		}
	}
	return out
}

// figuresIn lists the casualty figures that stand in a span.
func (r *reader) figuresIn(at source.Span) []extract.Figure {
	return inSpan(r.figures, at, func(f extract.Figure) source.Span { return f.Span })
}

// inSpan lists what stands in a span, of a list sorted by start.
func inSpan[T any](list []T, at source.Span, where func(T) source.Span) []T {
	from := sort.Search(len(list), func(k int) bool { return where(list[k]).Start >= at.Start })
	var out []T
	for _, x := range list[from:] {
		if where(x).Start >= at.End {
			break
		}
		if at.Contains(where(x)) {
			out = append(out, x)
		}
	}
	return out
}

// quoteAt finds the utterance that holds a span.
func (r *reader) quoteAt(at source.Span) (extract.Quote, bool) {
	end := sort.Search(len(r.quotes), func(k int) bool { return r.quotes[k].Span.Start > at.Start })
	for k := end - 1; k >= 0 && r.quotes[k].Span.Start >= at.Start-longest; k-- {
		if r.quotes[k].Span.Contains(at) {
			return r.quotes[k], true
		}
	}
	return extract.Quote{}, false
}
