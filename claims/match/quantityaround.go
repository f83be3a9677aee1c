package match

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// surroundings are the words around number i of a passage: from the number before it
// in its sentence to the number behind it.
type surroundings struct {
	doc        *extract.Doc
	list       []quantity // of the passage; those before i are read already
	i          int
	from, to   int    // bytes
	lead, tail []word // in front of the number and behind it
}

// first reports whether no number of its sentence stands in front.
func (n *surroundings) first(q *quantity) bool { return n.from == q.sentence.Start }

// around reads what stands around a number: which way it went, whether it is the
// value before, its time, what it measures and of whom.
func (q *quantity) around(d *extract.Doc, list []quantity, i int, days *dayReader) {
	n := surroundings{doc: d, list: list, i: i, from: q.sentence.Start, to: q.sentence.End}
	if i > 0 && list[i-1].sentence.Overlaps(q.sentence) {
		n.from = list[i-1].span.End
	}
	if i+1 < len(list) && list[i+1].sentence.Overlaps(q.sentence) {
		n.to = max(q.span.End, list[i+1].span.Start)
	}
	n.lead = cutWords(d.Text, source.Span{Start: n.from, End: max(n.from, q.span.Start)}, maxClaimWords)
	n.tail = cutWords(d.Text, source.Span{Start: q.span.End, End: n.to}, maxClaimWords)
	q.near = nearWords(d.Text, n.lead, n.tail, !n.first(q))
	q.readCourse(&n)
	record := q.readTime(&n, days)
	q.readMeasure(&n, record)
	q.readCounted(&n)
	q.readTopic(&n)
}

// readCourse reads which way the number went, and whether it is the value before another.
func (q *quantity) readCourse(n *surroundings) {
	if moved, side := wayOf(n.doc.Text, n.lead, n.tail, !n.first(q)); q.way == 0 {
		q.way, q.side = moved, side
	}
	if q.apart = apartFrom(n.tail); q.apart {
		q.course = by // 17 per cent more than the week before
	}
	if q.course == unsaid {
		q.course = courseOf(n.lead, n.tail, len(n.tail) > 0 && n.tail[0].Start <= q.span.End+1)
	}
	if own := " " + strings.ToLower(q.Words) + " "; q.course == unsaid && q.unit == "%" &&
		(len(n.tail) > 0 && n.tail[0].norm == "of" || strings.Contains(own, " in ") || strings.Contains(own, " of ")) {
		q.course = settled // a share of a whole
	}
	q.former = !n.first(q) && (formerLead(n.lead) || n.i > 0 && n.list[n.i-1].former && andMore(n.lead))
	if q.former && (q.unit == "" || q.unit == "seat") && n.i > 0 {
		q.unit = n.list[n.i-1].unit // "from 44 the year before"
	}
	if n.i > 0 {
		q.elided(n.doc, &n.list[n.i-1])
	}
}

// readTime reads the time of the number, and reports whether it is a record: the least
// since 1998.
func (q *quantity) readTime(n *surroundings, days *dayReader) (record bool) {
	text := n.doc.Text
	t := tally{span: q.span, sentence: q.sentence}
	t.Window = q.Window
	q.past, _ = tellsFormer(t, text)
	if reportingDay(t, text) {
		undate(&q.Window)
	}
	if w, ok := days.behind(q.span.End, n.to); ok && !q.former {
		q.Window = w
	} else if q.former {
		undate(&q.Window) // that of the newer value
	}
	t.Window = q.Window
	if at := strings.Index(text[q.span.End:max(q.span.End, q.sentence.End)], q.Window.Words); q.Window.Words != "" && at >= 0 && n.i+1 < len(n.list) &&
		q.span.End+at >= n.to && formerLead(cutWords(text, source.Span{Start: q.span.End, End: n.to}, maxClaimWords)) {
		undate(&q.Window) // 71 per cent, against 64 in 2039
	}
	if on, year, _ := strings.Cut(q.Window.Words, " "); on == "on" && len(year) == 4 {
		undate(&q.Window) // up 4 points on 2021
	}
	if record = recordSince(t, text); record {
		undate(&q.Window)
	}
	if w := q.Window.Words; w != "" && strings.Contains(q.sentence.Of(text), "than "+w) {
		undate(&q.Window) // what it is compared with
	}
	return record
}

// undate takes the time away.
func undate(w *claims.Window) { w.Words, w.From, w.To = "", "", "" }

// readMeasure reads what is measured, over which periods and from which base.
func (q *quantity) readMeasure(n *surroundings, record bool) {
	var before *quantity
	if n.i > 0 {
		before = &n.list[n.i-1]
	}
	q.measureOf(n.lead, before)
	base, rest := q.baseOf(n.tail, n.doc.Meta.Date)
	q.base, q.periods = base, periodsOf(n.doc.Text, n.lead, rest, !n.first(q), q.former, n.doc.Meta.Date)
	if q.former {
		if p := secondOf(n.tail, before.periods); p != nil {
			q.periods = p
		}
	}
	if record {
		q.periods = nil
	}
	q.timed = q.former && len(q.periods) > 0
}

// readCounted reads whom or what the number counts.
func (q *quantity) readCounted(n *surroundings) {
	own := cutWords(n.doc.Text, q.span, maxClaimWords)
	if len(n.tail) > 1 && n.tail[0].norm == "of" {
		own = append(own, n.tail[1]) // 25 per cent of children
	}
	q.quals = qualifiersIn(n.lead, own)
	if n.i == 0 {
		return
	}
	before := &n.list[n.i-1]
	if q.former {
		q.quals = before.quals
	}
	if !q.former && (ofThose(n.lead) || q.Change == "" && (q.Of == "them" || q.Of == "which" || q.Of == before.Words)) {
		q.part = topicWords(n.tail)
	}
	if len(q.quals) == 0 && q.Of != "" && q.Of == before.Of && q.sentence == before.sentence {
		q.quals = before.quals // a monthly pass goes up by 12 per cent to 94 crowns
	}
	if first, _, _ := strings.Cut(q.Of, " "); len(q.quals) == 0 && (first == "those" || first == "them") {
		q.quals = before.quals // 412,000 children, three quarters of those eligible
	}
}

// readTopic reads the topic of the number, from what it leans on too: "in rural districts
// it was 64 per cent".
func (q *quantity) readTopic(n *surroundings) {
	text, sentences := n.doc.Text, n.doc.Sentences
	if n.i > 0 && slices.Contains([]string{"it", "that", "this"}, q.Of) {
		q.topic = append(q.topic, n.list[n.i-1].topic...)
		if !dated(q.Window) {
			q.Window = n.list[n.i-1].Window
		}
	}
	if k := n.doc.SentenceAt(q.span.Start); k > 0 && (leansBack(n.lead, n.first(q)) || n.first(q) && pointsBack[q.Of]) {
		before := sentences[k-1].Span
		q.topic = append(q.topic, topicWords(cutWords(text, clip(text, before, before), maxClaimWords))...)
	}
	q.topic = append(q.topic, topicWords(cutWords(text, q.sentence, maxClaimWords))...)
}

// pointsBack are what a share is of where the sentence before names it: "nine in ten of
// them".
var pointsBack = set("them these those it that this")
