package match

import (
	"strings"

	"stet/claims"
	"stet/index/source"
)

// degree is how badly the injured of a figure were hurt, where it says so: "five of
// them seriously". The badly injured are a part of the injured.
type degree int8

const (
	slight degree = -1 // slightly, with minor injuries
	badly  degree = 1  // seriously, in a critical condition
)

var (
	graveWords = set("seriously critically badly severely gravely grievously critical serious severe grave life-threatening")
	lightWords = set("slightly lightly minor slight light")
)

// degreeOf reads the words around a figure of the injured, in its own clause.
func degreeOf(text string, span, sentence source.Span) degree {
	const before, behind = 3, 10 // words
	ws := cutWords(text, source.Span{Start: sentence.Start, End: max(sentence.End, span.End)}, maxClaimWords)
	first := 0
	for first < len(ws) && ws[first].End <= span.Start {
		first++
	}
	for i := first - 1; i >= max(0, first-before); i-- {
		if strings.ContainsAny(text[ws[i].End:ws[i+1].Start], ",;:.") {
			break
		}
		if d := degreeWord(ws[i]); d != 0 {
			return d
		}
	}
	for i := first; i < min(len(ws), first+behind); i++ {
		w := ws[i]
		if w.Start >= span.End && (strings.ContainsAny(text[ws[max(0, i-1)].End:w.Start], ",;:.") || isNumber(w) || idleJoin[w.norm]) {
			break
		}
		if d := degreeWord(w); d != 0 {
			return d
		}
	}
	return 0
}

func degreeWord(w word) degree {
	switch {
	case graveWords[w.norm]:
		return badly
	case lightWords[w.norm]:
		return slight
	}
	return 0
}

// degrees reads how badly the injured of the claim and of a tally were hurt.
func (s *scene) degrees(t tally, text string) (claim, passage degree) {
	if s.claim.Outcome != claims.Injured || t.Outcome != claims.Injured {
		return 0, 0
	}
	if at := strings.Index(s.text, s.claim.Words); at >= 0 {
		claim = degreeOf(s.text, source.Span{Start: at, End: at + len(s.claim.Words)}, source.Span{End: len(s.text)})
	}
	return claim, degreeOf(text, t.span, t.sentence)
}

// onlyOne marks a single person, told as a woman or a teacher, who is the only one of
// the passage with that outcome: he is all of them and no part. Of the armed others than
// their own are counted elsewhere.
func onlyOne(fs []comparedFigure) {
	for i := range fs {
		f := &fs[i]
		p := readPopulation(f.Population)
		f.only = f.outcome && nominal(f.Range) == 1 && !f.Range.NoMax && !f.Subset && !f.added && !f.member && !f.past && !armed[p.group]
		for k := range fs {
			if g := &fs[k]; k != i && g.outcome && g.place != differs && !g.past && !g.Cumulative && !running(g.Window) && g.span != f.span {
				f.only = false
			}
		}
	}
}
