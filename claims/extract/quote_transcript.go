package extract

import (
	"strings"

	"stet/index/source"
)

// A transcript names its speakers at the beginning of paragraphs: "LIND: We will
// stay." What follows is theirs, without quotation marks.

// RuleTranscript is the rule of what a transcript's speakers say.
const RuleTranscript = "transcript"

// leastLabels is how many paragraphs must be labelled, by at least two names, for a
// text to hold a transcript; fewer are headings.
const leastLabels = 3

// maxLabel is how many tokens a label has at most, its colon not counted.
const maxLabel = 5

// speakerLabel is a speaker's name at the beginning of a paragraph.
type speakerLabel struct {
	para int
	a, b int // tokens of the name
	from int // first token of what is said
}

// transcript adds what the paragraphs of a transcript say and returns which they
// are.
func (q *quoting) transcript() map[int32]bool {
	d := q.d
	var labels []speakerLabel
	names := map[string]bool{}
	for i := range d.Paragraphs {
		if l, ok := d.labelOf(i); ok {
			labels = append(labels, l)
			names[strings.ToLower(d.at(d.Span(l.a, l.b)))] = true
		}
	}
	if len(labels) < leastLabels || len(names) < 2 {
		return nil
	}
	done := map[int32]bool{}
	q.lettered = map[int32]bool{}
	for _, l := range labels {
		end := d.Sentences[d.Paragraphs[l.para].B-1].B
		if d.Tokens[end-1].Kind == Mark && d.Tokens[l.a].Kind != Mark && end-1 > l.from {
			end--
		}
		x := &found{pos: l.from, tok: l.a, frame: -1, direct: true}
		x.Within, x.Rule, x.Confidence = -1, RuleTranscript, sureDirect
		x.By = d.Span(l.a, l.b)
		x.Cue, x.CueAt = ":", source.Span{Start: d.Tokens[l.b].Start, End: d.Tokens[l.b].End}
		x.segment = []segment{{d.Span(l.from, end), true}}
		q.out = append(q.out, x)
		if d.Tokens[l.a].Kind == Word && len(d.Tokens[l.a].Text) > 1 || l.b > l.a+1 {
			done[int32(l.para)] = true
		} else { // Q and A name nobody: what they report is read as well
			q.lettered[int32(l.para)] = true
		}
	}
	return done
}

// labelOf reads the label of a paragraph that has words after it but no quotation:
// a name of capitalised words, or one in capitals, and a colon. A mark before the
// name, as where a whole transcript is quoted, is passed over.
func (d *Doc) labelOf(i int) (speakerLabel, bool) {
	p := &d.Paragraphs[i]
	a, end := d.Sentences[p.A].A, d.Sentences[p.B-1].B
	if d.Tokens[a].Kind == Mark {
		a++
	}
	b := a
	for b < end && b-a < maxLabel && d.Tokens[b].Upper && d.Tokens[b].Kind == Word {
		b++
	}
	if b == a || b+2 >= end || d.Tokens[b].Text != ":" || notNames[d.low(a)] && !(d.low(a) == "a" && b == a+1) || d.Tokens[b+1].Kind == Mark {
		return speakerLabel{}, false
	}
	return speakerLabel{para: i, a: a, b: b, from: b + 1}, true
}
