package extract

import (
	"fmt"
	"slices"
	"strings"

	"stet/claims"
	"stet/index/source"
)

// ProposeFrom is the confidence a proposal needs. Below it a checker would dismiss
// more than a third of them; everything found stays in Quotes, Figures and
// Statistics.
const ProposeFrom = 0.55

// Propose returns the claims a text suggests, by place: attributed utterances,
// casualty figures and other statistics. Left out are scare quotes and titles,
// what somebody thinks or hopes, quotes inside quotes, figures only implied, bare
// lengths of time ("two years ago"), and whatever is not sure enough.
func Propose(d *Doc) []Proposal {
	var out []Proposal
	for _, q := range d.Quotes() {
		if q.Scare || q.Belief || q.Within >= 0 || q.Confidence < ProposeFrom || q.By.Empty() && q.CueAt.Empty() {
			continue
		}
		out = append(out, Proposal{Span: d.anchorOf(&q), Sentence: q.Sentence, Body: q.Quote, Rule: q.Rule, Why: whyQuote(&q), Confidence: q.Confidence})
	}
	for _, f := range d.Figures() {
		if f.Implied || f.Confidence < ProposeFrom {
			continue
		}
		out = append(out, Proposal{Span: f.Span, Sentence: f.Sentence, Body: f.Figure, Rule: f.Rule, Why: whyFigure(&f), Confidence: f.Confidence})
	}
	for _, s := range d.Statistics() {
		if s.Confidence < ProposeFrom || units[s.Unit].kind == unitTime && s.Change == claims.Level {
			continue
		}
		out = append(out, Proposal{Span: s.Span, Sentence: s.Sentence, Body: s.Statistic, Rule: s.Rule, Why: whyStatistic(&s), Confidence: s.Confidence})
	}
	slices.SortStableFunc(out, func(a, b Proposal) int { return a.Span.Compare(b.Span) })
	return out
}

// anchorOf is the words of a quote to anchor: from the first quotation mark to
// the last, of an indirect one its content.
func (d *Doc) anchorOf(q *Quote) source.Span {
	if len(q.Marked) == 0 || q.Type == claims.Mixed {
		return q.Span
	}
	sp := source.Span{Start: q.Marked[0].Start, End: q.Marked[len(q.Marked)-1].End}
	a, b := d.TokensIn(sp)
	if a > 0 && d.Tokens[a-1].Kind == Mark {
		sp.Start = d.Tokens[a-1].Start
	}
	if b < len(d.Tokens) && d.Tokens[b].Kind == Mark {
		sp.End = d.Tokens[b].End
	}
	return sp
}

// whyQuote says in one line what was found: "direct quote: said, Ola Lind".
func whyQuote(q *Quote) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s quote", q.Type)
	if q.Speaker != "" {
		b.WriteString(" of " + q.Speaker)
		if q.AsWritten != "" && q.AsWritten != q.Speaker {
			fmt.Fprintf(&b, " (“%s”)", q.AsWritten)
		}
	}
	if q.Cue != "" {
		fmt.Fprintf(&b, ", “%s”", q.Cue)
	}
	if q.Negated {
		b.WriteString(", denied")
	}
	return b.String()
}

func whyFigure(f *Figure) string {
	s := fmt.Sprintf("%s %s", f.Outcome, f.Range)
	if f.Population != "" {
		s += " " + f.Population
	}
	if f.Attribution != "" {
		s += ", says " + f.Attribution
	}
	return s
}

func whyStatistic(s *Statistic) string {
	w := s.Range.String()
	noun, per, rate := strings.Cut(s.Unit, " per ")
	of := strings.TrimPrefix(s.Of, "of ") // dozens of relatives
	switch {
	case of != "" && (strings.HasPrefix(of, noun) || singular(strings.ToLower(lastWord(of))) == noun): // counts: "people", "firefighters"
		if w += " " + of; rate {
			w += " per " + per
		}
		return w
	case s.Unit != "":
		w += " " + s.Unit
	}
	if of != "" {
		w += " of " + of
	}
	return w
}
