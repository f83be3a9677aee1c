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

// summarise tells a changed row in one line; unit is a number that measures
// something else now, told already.
func summarise(op diff.Op, o, n *side, ps []place, touched map[int]touchSet, unit string) (string, []piece) {
	var out, pieces []piece // told once, and all
	at := source.Span{}
	add := func(s string, t touchSet) {
		pieces = append(pieces, piece{at, s, t})
		if !slices.ContainsFunc(out, func(p piece) bool { return p.text == s }) {
			out = append(out, piece{at, s, t})
		}
	}
	figure := touchSet{Figure: true}
	if unit != "" {
		add(unit, figure)
	}
	mixed := renamed(o, n)
	if mixed != "" {
		add(mixed, figure)
	}
	ds := tolls(o, n)
	for _, d := range ds {
		at = d.old.Span
		add(d.summary(), figure)
	}
	went, came := alone(o, n, ds, ps)
	if s := metAnother(o, n, went, came); s != "" {
		at = source.Span{Start: o.span.Start, End: o.span.Start}
		add(s, figure)
	}
	was, is := spansOf(ds, went, came)
	list, ts := joined(ps, touched)
	if s, left := attributed(list, ts, o, n); s != "" {
		at = source.Span{Start: o.span.Start, End: o.span.Start}
		add(s, touchSet{Attribution: true})
		list, ts = left.places()
	}
	for _, moved := range []bool{false, true} { // what only moved is told last
		for k, p := range list {
			if p.moved != moved || unit != "" && p.unitsOnly() || mixed != "" && ts[k][Figure] && len(values(p.was()))+len(values(p.is())) == 0 ||
				len(list)+len(out) > 1 && !p.moved && ts[k].only(Wording, Attribution) && p.grammar() {
				continue
			}
			at = p.oldSpan()
			if s := p.summary(ts[k], p.told(was, is) || p.valuesTold(ds)); s != "" {
				add(s, ts[k])
			}
		}
	}
	head := ""
	switch op {
	case diff.Moved:
		head = "moved"
	case diff.Split:
		head = "split into " + several(n)
	case diff.Merged:
		head = "joined from " + several(o)
	}
	switch {
	case len(out) == 0 && head == "":
		return rest(touched), pieces
	case len(out) == 0:
		return head, pieces
	case head == "":
		return listed(out, mostPieces), pieces
	}
	return head + "; " + listed(out, mostPieces-1), pieces
}

// A piece is a part of a summary with where it happened in the old text, an empty
// span at the place where words were put in, and what it touches.
type piece struct {
	old     source.Span
	text    string
	touches touchSet
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
// touch it, or all if none does. Who says a sentence is said of every part of it.
func (c Change) Told(old source.Span) string {
	var out []piece
	for _, p := range c.pieces {
		if (p.touches[Attribution] || p.old.Overlaps(old) || p.old.Empty() && p.old.Start >= old.Start && p.old.Start <= old.End) && !slices.ContainsFunc(out, func(x piece) bool { return x.text == p.text }) {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return c.Summary
	}
	return listed(out, mostPieces)
}

// Rest is everything that happened in a change whose summary leaves some of it at
// "and more"; nil for others.
func (c Change) Rest() []string {
	if !strings.HasSuffix(c.Summary, andMore) {
		return nil
	}
	var out []string
	for _, p := range c.pieces {
		if !slices.Contains(out, p.text) {
			out = append(out, p.text)
		}
	}
	return out
}

// reworked is the share of a sentence's words from which it is told as a whole.
const reworked = 0.4

// reworded tells a sentence whose words alone changed, in several places and many of
// them, as a whole; "" if it is better told place by place.
func reworded(ps []place, o, n *side) string {
	changed, places := 0, 0
	ps = slices.Clone(ps)
	markMoved(ps)
	for _, p := range ps {
		if p.moved {
			continue
		}
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
func (s *side) whole() string { return source.Brief(s.span.Of(s.doc.Text), mostSentence) }

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

// valuesTold reports whether the one number that a place holds on either side is that
// of a toll, though extraction has its words elsewhere: "one man was", "two people, a
// man and a girl, were".
func (p place) valuesTold(ds []delta) bool {
	a, b := values(p.was()), values(p.is())
	return len(a) == 1 && len(b) == 1 && slices.ContainsFunc(ds, func(d delta) bool { return d.old.Value == a[0] && d.new.Value == b[0] })
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
