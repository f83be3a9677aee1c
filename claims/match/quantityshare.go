package match

import (
	"math"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// timesVerbs are the verbs that tell by themselves by how many per cent something
// changed.
var timesVerbs = map[string]float64{"halved": -50, "halves": -50, "halve": -50, "doubled": 100, "doubles": 100, "double": 100,
	"trebled": 200, "tripled": 200, "quadrupled": 300}

// everyNth are the ordinals of "every fourth child".
var everyNth = map[string]float64{"second": 2, "other": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}

// wordShares reads the percentages that are told without a number: "exports halved",
// "every fourth child". What is said to be so nearly or more than that is left out.
func wordShares(d *extract.Doc, in source.Span) []quantity {
	var out []quantity
	for i := range d.Tokens {
		t := &d.Tokens[i]
		span := source.Span{Start: t.Start, End: t.End}
		if !in.Overlaps(span) {
			continue
		}
		q := quantity{unit: "%"}
		switch n := timesVerbs[t.Lower]; {
		case n != 0 && strings.HasPrefix(t.Tag, "VB") && (i == 0 || !boundWord[d.Tokens[i-1].Lower]):
			q.Range, q.way, q.course = claims.Just(math.Abs(n)), up, by
			if n < 0 {
				q.way = down
			}
		case t.Lower == "every" && i+2 < len(d.Tokens) && everyNth[d.Tokens[i+1].Lower] > 0 && d.Tokens[i+2].Sent == t.Sent && !spell(d.Tokens[i+2].Lower):
			q.Range, q.Of, q.course = claims.Just(100/everyNth[d.Tokens[i+1].Lower]), d.Tokens[i+2].Text, settled
			q.round = true
			span.End = d.Tokens[i+2].End
		default:
			continue
		}
		q.span, q.Words = span, span.Of(d.Text)
		q.sentence = clip(d.Text, d.Sentences[t.Sent].Span, span)
		out = append(out, q)
	}
	return out
}

// spell reports whether a word is one of time: every second year.
func spell(s string) bool {
	return windowUnit[s] || slices.Contains([]string{"year", "time", "minute", "night", "morning", "evening", "century", "decade"}, s) || weekdayOrMonth[s]
}
