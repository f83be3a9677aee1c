package match

import (
	"strings"

	"stet/claims"
	"stet/index/source"
)

// statistic compares the words of a statistic, and where they say nothing its
// number: as a casualty figure, if its sentence reads as one ("the hospital has
// treated 46 people" against "46 injured"), else as what it is.
func statistic(b claims.Statistic, text string, in Setting, p Passage) Result {
	r := textual(text, p)
	if r.Relation != Unrelated {
		return r
	}
	if c, ok := ReadFigure(text, b.Place, in.Made); ok && c.Figure.Range.Equal(b.Range) {
		c.in = in
		return Figure(c, p)
	}
	if o := onlyOutcome(text); o != "" && populations[strings.ToLower(b.Of)] == "*" {
		f := claims.Figure{Words: b.Words, Outcome: o, Range: b.Range, Population: b.Of, Place: b.Place, Window: b.Window, Attribution: b.Attribution}
		return Figure(FigureClaim{Figure: f, Text: b.Words, Date: in.Made, in: in}, p) // a hospital is no place of the event
	}
	if n := numberClaim(FigureClaim{Figure: claims.Figure{Range: b.Range, Place: b.Place}, Text: text, Date: in.Made, in: in}, p); n.Relation != Unrelated {
		return n
	}
	return r
}

// onlyOutcome is the outcome the words of a text name, "" if none or several.
func onlyOutcome(text string) (o claims.Outcome) {
	for _, w := range cutWords(text, source.Span{End: len(text)}, maxClaimWords) {
		switch x := outcomeWords[w.norm]; {
		case x == "" || x == o:
		case o != "":
			return ""
		default:
			o = x
		}
	}
	return o
}

// textual compares the words of a claim that is neither quote nor figure. Who
// says so at its end is no part of what is said.
func textual(text string, p Passage) Result {
	r := Quote(QuoteClaim{Words: stated(text), plain: true}, p)
	switch r.Relation {
	case Unrelated:
		r.Why = "The passage does not say what this claim says."
		return r
	case Verbatim:
		return r
	case Typography, Spelling, MarkedTruncation:
		r.Relation = Verbatim
	default:
		reworded(&r)
	}
	r.Class = quoteClass(r)
	return r
}

// sameSentence is the score from which a statement and a passage are one sentence
// with a word replaced: short ones have about eight words, and one is an eighth.
const sameSentence = 0.8

// reworded judges a passage that says a statement in other words. No rule of
// quotations holds: words more or fewer are no fault, and only a statement turned
// round, or another number in the same words, speaks against it.
func reworded(r *Result) {
	against := r.Relation == Negation
	var kept []Difference
	for _, d := range r.Differences {
		switch d.Kind {
		case DiffNumber:
			against = against || r.Score >= sameSentence && d.Claim != "" && d.Passage != ""
		case DiffNegation, DiffModal, DiffName:
		default:
			continue
		}
		kept = append(kept, d)
	}
	r.Relation, r.Differences, r.Suggest, r.Why = Substitution, kept, "", "The passage says it in other words."
	if against {
		r.Suggest = claims.Contradicts
	}
	if len(kept) > 0 {
		r.Why = "Other words: " + sides(kept[0]) + "."
	}
}

// stated is a statement without the attribution it ends with: ", two people with
// knowledge of the plant said".
func stated(text string) string {
	const longest = 12 // words of an attribution
	body := strings.TrimRight(text, ". ")
	at := strings.LastIndex(body, ", ")
	if at <= 0 {
		return text
	}
	ws := strings.Fields(body[at+len(", "):])
	if n := len(ws); n == 0 || n > longest || !cueVerbs[normWord(ws[n-1])] && !(len(ws) > 2 && ws[0] == "according") {
		return text
	}
	return body[:at] + "."
}
