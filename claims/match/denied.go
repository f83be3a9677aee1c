package match

import (
	"fmt"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// A number tells the same on both sides only if what is said of it is affirmed on
// both or negated on both: "does not recommend closing it to more than 150 people" is
// no support for "recommended closing it to more than 150 people".

// denyingVerbs negate the clause they govern. From the grammars' lists of verbs of
// negative implication.
var denyingVerbs = set(`deny denies denied denying decline declines declined declining refuse refuses refused refusing fail fails failed failing
	reject rejects rejected rejecting dismiss dismisses dismissed dismissing disputes disputed disputing`)

// clauseEdges are the words that begin another clause: a negation before them is of
// that one. Behind the words of a question ("did not say how 12 people died") what is
// said of the number is taken for granted.
var clauseEdges = set(`but and while when whenever after before until till because since although though which who whom whose where why how what whether if unless
	so as with without including among despite except than`)

// boundsNumber are the words that, behind a negator, bound a number and negate
// nothing: "no fewer than 12", "does not exceed 150", "not only".
var boundsNumber = set(`only just merely fewer less more later earlier exceed exceeding over above under below top least most`)

// negation finds the negation that governs the number at span, as far as one stands
// before it in its clause: the words from it to the number, empty if there is none or
// one undoes the other.
func negation(text string, sentence, span source.Span) source.Span {
	const reach = 20 // words
	ws := cutWords(text, source.Span{Start: sentence.Start, End: max(sentence.Start, span.Start)}, maxClaimWords)
	n, at := 0, 0
	for i := len(ws) - 1; i >= max(0, len(ws)-reach); i-- {
		end, next := span.Start, ""
		if i+1 < len(ws) {
			end, next = ws[i+1].Start, ws[i+1].norm
		}
		if strings.ContainsAny(text[ws[i].End:end], ",;:.!?()“”\"—–") || clauseEdges[ws[i].norm] {
			break
		}
		switch w := ws[i].norm; {
		case boundsNumber[next]:
		case w == "no" && !beliefs[next]: // "no change in 12 months" is of the change
		case negators[w], denyingVerbs[w]:
			n, at = n+1, ws[i].Start
		}
	}
	if n%2 == 0 {
		return source.Span{}
	}
	return source.Span{Start: at, End: span.End}
}

// negationOf is negation for a claim's words, wherever they stand in its text.
func negationOf(text, words string) source.Span {
	at := strings.Index(text, words)
	if at < 0 || words == "" {
		return source.Span{}
	}
	return negation(text, source.Span{End: len(text)}, source.Span{Start: at, End: at + len(words)})
}

// turned compares the polarity of what a claim and a passage say of their numbers.
// The difference has the negated words of the side that has them.
func turned(claim string, inClaim source.Span, passage string, inPassage source.Span) (Difference, bool) {
	d := Difference{Kind: DiffNegation, Claim: inClaim.Of(claim), Passage: inPassage.Of(passage), ClaimSpan: inClaim, PassageSpan: inPassage}
	return d, inClaim.Empty() != inPassage.Empty()
}

// undecided are the verbs and adjectives whose negation leaves a clause open.
var undecided = set(`confirm confirms confirmed confirming verify verified establish established know known say said tell told clear certain sure rule ruled comment`)

// turn is the answer, so far of one number for one thing, where only one side
// affirms it: the sides conflict, or one of them leaves it open.
func (r *Result) turn(d Difference) {
	side, words := "passage negates what the claim says", d.Passage
	if words == "" {
		side, words = "claim negates what the passage says", d.Claim
	}
	r.Relation, r.Why = Conflicts, fmt.Sprintf("The meaning is turned round: the %s, %s.", side, cite(words))
	for _, w := range cutWords(words, source.Span{End: len(words)}, negationReach) {
		if undecided[w.norm] {
			r.Relation, r.Why = NotComparable, fmt.Sprintf("The %s leaves it open, %s.", side[:strings.IndexByte(side, ' ')], cite(words))
			break
		}
	}
	r.Class, r.Suggest = figureClass[r.Relation], figureStance[r.Relation]
	r.Differences = append(r.Differences, d)
	sortDifferences(r.Differences)
}

// turnedRound reports whether only one of claim and figure is negated. Those missing
// are often told by a negation ("could not find 12 men"), and none hurt always is.
func (s *scene) turnedRound(f comparedFigure, d *extract.Doc) (Difference, bool) {
	if f.Outcome == claims.Missing || f.sum || f.Implied || nominal(f.Range) == 0 || nominal(s.claim.Range) == 0 {
		return Difference{}, false
	}
	return turned(s.text, negationOf(s.text, s.claim.Words), d.Text, negation(d.Text, f.sentence, f.span))
}
