package match

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// ownWindows gives a figure the date that stands behind it, before the next number
// of its sentence: "1,204 people this year, 86 of them in the past week". A
// sentence with one number is left as it was read.
func ownWindows(d *extract.Doc, ts []tally) {
	order := make([]int, len(ts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return ts[a].span.Compare(ts[b].span) })
	days := dayReader{d: d, at: -1}
	for k, i := range order {
		t := &ts[i]
		if t.sum || t.past || t.thing || t.Window.To == "" && t.Window.From != "" {
			continue
		}
		if k > 0 && t.Subset && !t.loose {
			if whole := ts[order[k-1]]; whole.whole == t.whole && whole.Outcome == t.Outcome && !whole.thing {
				t.Window = whole.Window // 640,000 of them
			}
		}
		if recordSince(*t, d.Text) {
			t.Window = claims.Window{}
		}
		end, alone := t.sentence.End, true
		if k > 0 && ts[order[k-1]].whole == t.whole && !ts[order[k-1]].sum {
			alone = false
		}
		for _, n := range order[k+1:] {
			if ts[n].span.Start >= t.span.End && !ts[n].measure {
				if ts[n].whole == t.whole {
					end, alone = ts[n].span.Start, false
				}
				break
			}
		}
		if alone || end <= t.span.End {
			continue
		}
		if w, ok := days.behind(t.span.End, end); ok {
			t.Window = w
		}
	}
}

// A dayReader reads the dates of a sentence once.
type dayReader struct {
	d    *extract.Doc
	at   int // the sentence read last, -1: none
	list []extract.Days
}

// behind is the window whose words follow a place closely: no clause begins in
// between, and no verb of saying.
func (r *dayReader) behind(from, to int) (claims.Window, bool) {
	const farthest = 40 // bytes
	if i := r.d.SentenceAt(from); i != r.at {
		r.at, r.list = i, r.d.DaysIn(i)
	}
	for _, x := range r.list {
		if x.Span.Start < from || x.Span.End > to {
			continue
		}
		between := r.d.Text[from:x.Span.Start]
		if len(between) > farthest || strings.ContainsAny(between, ",;:()–—") {
			return claims.Window{}, false
		}
		for _, w := range cutWords(between, source.Span{End: len(between)}, lookAhead) {
			if cueVerbs[w.norm] || w.norm == "since" || w.norm == "when" || w.norm == "and" {
				return claims.Window{}, false
			}
		}
		return x.Window, true
	}
	return claims.Window{}, false
}

// recordSince reports whether a figure's window only says since when there was none
// like it: "the heaviest since the truce collapsed in December".
func recordSince(t tally, text string) bool {
	if t.Window.Words == "" || t.span.End > t.sentence.End {
		return false
	}
	rest := text[t.span.End:t.sentence.End]
	at := strings.Index(rest, t.Window.Words)
	if at < 0 {
		return false
	}
	ws := cutWords(rest, source.Span{End: at}, maxClaimWords)
	best := -1
	for i := 1; i < len(ws); i++ {
		w := ws[i].norm
		if ws[i-1].norm == "the" && (strings.HasSuffix(w, "est") && len(w) > 5 || w == "most" || w == "least" || w == "worst" || w == "first") {
			best = i
		}
		if w == "since" && best > 0 {
			return true
		}
	}
	return best > 0 && best == len(ws)-1 && strings.HasPrefix(strings.ToLower(t.Window.Words), "since ") // the least since 1998
}
