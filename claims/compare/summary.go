package compare

import (
	"slices"
	"sort"
	"strings"

	"stet/claims/extract"
	"stet/index/diff"
	"stet/index/source"
)

// mostPieces bounds how much one line tells; the rest is "and more".
const mostPieces = 3

// mostRunes bounds words that are quoted in a summary, in code points.
const mostRunes = 60

// mostSentence bounds a headline or a sentence that is quoted whole, in code points:
// most are.
const mostSentence = 120

// summarise tells a changed row in one line; unit is a number that measures
// something else now, told already.
func summarise(op diff.Op, o, n *side, ps []place, touched map[int]touchSet, unit string) (string, []piece) {
	var out []string
	var pieces []piece
	at, seen := source.Span{}, map[string]bool{}
	add := func(s string) {
		pieces = append(pieces, piece{at, s})
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	if unit != "" {
		add(unit)
	}
	mixed := renamed(o, n)
	if mixed != "" {
		add(mixed)
	}
	ds := tolls(o, n)
	for _, d := range ds {
		at = d.old.Span
		add(d.summary())
	}
	went, came := alone(o, n, ds, ps)
	if s := metAnother(went, came); s != "" {
		at = source.Span{Start: o.span.Start, End: o.span.Start}
		add(s)
	}
	was, is := spansOf(ds, went, came)
	list, ts := joined(ps, touched)
	if s, left := attributed(list, ts, o, n); s != "" {
		at = source.Span{Start: o.span.Start, End: o.span.Start}
		add(s)
		list, ts = left.places()
	}
	for _, moved := range []bool{false, true} { // what only moved is told last
		for k, p := range list {
			if p.moved != moved || unit != "" && p.unitsOnly() || mixed != "" && ts[k][Figure] && len(values(p.was()))+len(values(p.is())) == 0 ||
				len(list)+len(out) > 1 && !p.moved && ts[k].only(Wording, Attribution) && p.grammar() {
				continue
			}
			at = p.oldSpan()
			if s := p.summary(ts[k], p.told(was, is)); s != "" {
				add(s)
			}
		}
	}
	if len(out) == 0 {
		out = []string{rest(touched)}
	}
	switch op {
	case diff.Moved:
		out = append([]string{"moved"}, out...)
		if len(out) == 2 && out[1] == "typography" {
			out = out[:1]
		}
	case diff.Split:
		out = append([]string{"split into " + several(n)}, out...)
	case diff.Merged:
		out = append([]string{"joined from " + several(o)}, out...)
	}
	if k := len(out) - 1; k > 0 && (out[k] == "typography" || out[k] == "words in another order") {
		out = out[:k]
	}
	if len(out) > mostPieces {
		out = append(out[:mostPieces], "and more")
	}
	return strings.Join(out, "; "), pieces
}

// A piece is a part of a summary with where it happened in the old text; an empty
// span at the place where words were put in.
type piece struct {
	old  source.Span
	text string
}

// oldSpan is where a place stands in the old text.
func (p place) oldSpan() source.Span {
	ws := p.old.words
	switch {
	case p.i < p.iEnd:
		return source.Span{Start: ws[p.i].Span.Start, End: ws[p.iEnd-1].Span.End}
	case p.i < len(ws):
		return source.Span{Start: ws[p.i].Span.Start, End: ws[p.i].Span.Start}
	}
	return source.Span{Start: p.old.span.End, End: p.old.span.End}
}

// Told is the summary of what happened to a part of the old text: the pieces that
// touch it, or all if none does.
func (c Change) Told(old source.Span) string {
	var out []string
	for _, p := range c.pieces {
		if (p.old.Overlaps(old) || p.old.Empty() && p.old.Start >= old.Start && p.old.Start <= old.End) && !slices.Contains(out, p.text) {
			out = append(out, p.text)
		}
	}
	if len(out) == 0 {
		return c.Summary
	}
	return strings.Join(out[:min(len(out), mostPieces)], "; ")
}

// gapWords is how many words that stayed may stand between two places that are
// told as one: 'have not named him' became 'named him as Kyle Dorrance'.
const gapWords = 2

// joined makes the places of a row those that are told: a phrase that was taken out
// here and put in there has moved, and neighbours of which one only puts in or takes
// out words are one.
func joined(ps []place, touched map[int]touchSet) ([]place, []touchSet) {
	var list []place
	var ts []touchSet
	for _, x := range parted(ps, touched) {
		p, t := x.place, x.touches
		if last := len(list) - 1; last >= 0 && phrase(list[last], ts[last]) && phrase(p, t) && neighbours(list[last], p) {
			q := &list[last]
			q.iEnd, q.jEnd = p.iEnd, p.jEnd
			both := touchSet{}
			for _, x := range Touches {
				if t[x] || ts[last][x] {
					both[x] = true
				}
			}
			ts[last] = both
			continue
		}
		list, ts = append(list, p), append(ts, t)
	}
	markMoved(list)
	return list, ts
}

// part is a place with what it touches.
type part struct {
	place
	touches touchSet
}

// parted cuts places into parts that are told apart: at the marks that both sides
// have in the same order ("on Wednesday, police" became "on Thursday, prosecutors"),
// and where a quotation ends.
func parted(ps []place, touched map[int]touchSet) []part {
	var out []part
	for k, p := range ps {
		t := touched[k]
		if t == nil {
			continue
		}
		parts := p.parts()
		if !t[Attribution] || len(parts) == 1 {
			out = append(out, part{p, t})
			continue
		}
		for _, q := range parts {
			mine := touchSet{}
			for x := range q.touches() {
				mine[x] = t[x] || x == Wording
			}
			out = append(out, part{q, mine})
		}
	}
	return out
}

// parts cuts a place at the marks both sides have, if they have the same.
func (p place) parts() []place {
	cuts := func(ws []word) (at []int, marks string) {
		quoted, said := len(ws) > 0 && ws[0].quoted, false
		for k := range ws {
			w := &ws[k]
			switch {
			case said && w.number && !w.who: // aid groups say 2,000
				at, marks, said = append(at, k), marks+"n", false
			case w.Norm == "," || w.Norm == `"` && !quoted:
				at, marks = append(at, k), marks+w.Norm
			case quoted && !w.quoted && !w.mark():
				at, marks, quoted = append(at, k), marks+"q", false
			}
			said = said || w.cue
		}
		return at, marks
	}
	was, a := cuts(p.was())
	is, b := cuts(p.is())
	if a != b || a == "" {
		return []place{p}
	}
	var out []place
	rest := p
	for k := range was {
		head := rest
		head.iEnd, head.jEnd = p.i+was[k], p.j+is[k]
		rest.i, rest.j = head.iEnd, head.jEnd
		out = append(out, head)
	}
	return append(out, rest)
}

// phrase reports whether a place is told by its words alone.
func phrase(p place, t touchSet) bool {
	return len(t) > 0 && t.only(Wording, Modal, Negation, Modifier) && !p.moved && !p.typographyOnly
}

// neighbours reports whether two places stand close together and one of them only
// puts in or takes out.
func neighbours(a, b place) bool {
	if b.i-a.iEnd > gapWords || a.i < a.iEnd && a.j < a.jEnd && b.i < b.iEnd && b.j < b.jEnd {
		return false
	}
	for _, w := range a.old.words[a.iEnd:b.i] {
		if w.mark() {
			return false
		}
	}
	return true
}

// markMoved marks the places of which one takes out what another puts in.
func markMoved(list []place) {
	came := map[string]int{}
	for k, p := range list {
		if !p.moved && p.i == p.iEnd && !p.grammar() {
			came[strings.ToLower(p.new.textOf(p.j, p.jEnd))] = k
		}
	}
	for k, p := range list {
		if p.moved || p.j < p.jEnd || p.grammar() {
			continue
		}
		if x, ok := came[strings.ToLower(p.old.textOf(p.i, p.iEnd))]; ok {
			list[k].moved, list[x].moved = true, true
		}
	}
}

// reworked is the share of a sentence's words from which it is told as a whole.
const reworked = 0.4

// reworded tells a sentence whose words alone changed, in several places and many of
// them, as a whole; "" if it is better told place by place.
func reworded(ps []place, o, n *side) string {
	changed, places := 0, 0
	for _, p := range ps {
		if k := wordsIn(p.was()) + wordsIn(p.is()); k > 0 {
			changed, places = changed+k, places+1
		}
	}
	if places < 2 || float64(changed) < reworked*float64(wordsIn(o.words)+wordsIn(n.words)) {
		return ""
	}
	return "reworded: " + became(o.whole(), n.whole())
}

// requoted tells that the words of a quote became a report, or a report a quote; ""
// if neither did, or if the marks alone changed.
func requoted(ps []place, o, n *side) string {
	const few = 4 // words of a partial quotation, whose marks are told
	was, is := tally(o.words, isQuoted), tally(n.words, isQuoted)
	what := "quote became a report"
	switch {
	case was == 0 && is >= few:
		what = "report became a quote"
	case is != 0 || was < few:
		return ""
	}
	for _, p := range ps {
		if wordsIn(p.was())+wordsIn(p.is()) > 0 {
			return what + ": " + became(o.whole(), n.whole())
		}
	}
	return ""
}

// whole is the text of a side, cut to what a line holds.
func (s *side) whole() string { return cut(oneLine(s.span.Of(s.doc.Text)), mostSentence) }

// rest tells a row of which no place need be told.
func rest(touched map[int]touchSet) string {
	for _, t := range touched {
		if t[Wording] || t[Name] || t[Figure] || t[Attribution] {
			return "words in another order"
		}
	}
	return "typography"
}

// several counts the sentences of a side.
func several(s *side) string {
	n := 0
	for k := range s.words {
		if s.words[k].opens {
			n++
		}
	}
	switch {
	case n == 2:
		return "two sentences"
	case n == 3:
		return "three sentences"
	}
	return "several sentences"
}

// spansOf lists where the figures that are told stand on either side, ascending.
func spansOf(ds []delta, went, came []extract.Figure) (was, is []source.Span) {
	for _, d := range ds {
		was, is = append(was, d.old.Span), append(is, d.new.Span)
	}
	for _, f := range went {
		was = append(was, f.Span)
	}
	for _, f := range came {
		is = append(is, f.Span)
	}
	slices.SortFunc(was, source.Span.Compare)
	slices.SortFunc(is, source.Span.Compare)
	return was, is
}

// told reports whether all numbers of a place belong to tolls that are told.
func (p place) told(was, is []source.Span) bool {
	in := func(ws []word, spans []source.Span) bool {
		for k := range ws {
			if !ws[k].number || ws[k].who || k > 0 && ws[k-1].Norm == "from" { // up from 28
				continue
			}
			at := sort.Search(len(spans), func(x int) bool { return spans[x].End > ws[k].Span.Start })
			if at == len(spans) || !spans[at].Overlaps(ws[k].Span) {
				return false
			}
		}
		return true
	}
	return len(was)+len(is) > 0 && in(p.was(), was) && in(p.is(), is)
}
