package match

import (
	"slices"
	"strings"

	"stet/claims/extract"
	"stet/index/source"
)

// Rival sources give one thing their own numbers, and the noun is often told once:
// "organisers said 40,000 people had marched; the city put the crowd at 9,000".

// gives are the verbs by which a source gives a number.
var gives = set(`put puts putting count counts counted counting estimate estimates estimated gave give gives speak speaks spoke
	report reports reported say says said record records recorded reckon reckons reckoned`)

// elided gives a number without a noun, which ends a clause in which somebody gives it,
// what the number before counts, and him.
func (q *quantity) elided(d *extract.Doc, before *quantity) {
	const longest = 12 // words of such a clause
	if q.unit != "" || !counted(before.unit) || before.former || q.former || d.SentenceAt(q.span.Start)-d.SentenceAt(before.span.Start) > 1 {
		return
	}
	from := max(q.sentence.Start, before.span.End)
	if k := strings.LastIndexAny(d.Text[from:max(from, q.span.Start)], ",;:–—"); k >= 0 {
		from += k
	}
	lead := cutWords(d.Text, source.Span{Start: from, End: max(from, q.span.Start)}, maxClaimWords)
	for len(lead) > 0 && (idleJoin[lead[0].norm] || lead[0].norm == "the" || lead[0].norm == "though") {
		lead = lead[1:]
	}
	tail := cutWords(d.Text, source.Span{Start: q.span.End, End: max(q.span.End, q.sentence.End)}, 1)
	if len(tail) > 0 && strings.TrimSpace(d.Text[q.span.End:tail[0].Start]) == "" && !idleJoin[tail[0].norm] {
		return // it has a noun of its own
	}
	verb := slices.IndexFunc(lead, func(w word) bool { return gives[w.norm] })
	if verb < 1 || len(lead) > longest {
		return
	}
	for _, w := range lead[verb+1:] {
		if !w.stop() && !boundWord[w.norm] && !amounts[w.norm] {
			return // of something else: "said the damage came to 8,000"
		}
	}
	q.unit, q.course, q.apart, q.quals = before.unit, before.course, before.apart, before.quals
	q.near, q.topic = before.near, append(q.topic, before.topic...)
	q.Attribution = joined(lead[:verb])
}

// amounts are the nouns that stand for what was counted before.
var amounts = set("crowd number numbers figure figures total toll turnout count tally attendance it them there only")

// ofSource marks the numbers of other sources where the one that the claim names gives
// another for the same thing.
func (m *measuring) ofSource(list []measured) {
	own := slices.ContainsFunc(list, func(y measured) bool {
		return y.unit && counted(y.quantity.unit) && !y.foreign && y.by == agrees && !y.former && y.share >= topicSame && y.time != differs && y.place != differs
	})
	for i := range list {
		x := &list[i]
		x.rival = own && x.by == differs
	}
}
