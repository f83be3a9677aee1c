package extract

import (
	"fmt"
	"slices"
	"strings"

	"stet/claims"
)

// sure is the confidence below which a reading is not proposed: a list that is
// mostly wrong is not read.
const sure = 0.35

// Propose lists the claims a text suggests, in order of their places: attributed
// quotes, casualty figures, other statistics. Left out are scare quotes and
// titles, beliefs, figures implied by one named victim, quotes inside quotes and
// what is less than sure.
func Propose(d *Doc) []Proposal {
	var out []Proposal
	for _, q := range d.Quotes() {
		if q.Scare || q.Belief || q.Within >= 0 || q.Confidence < sure {
			continue
		}
		out = append(out, Proposal{Span: q.Span, Sentence: q.Sentence, Body: q.Quote, Rule: q.Rule, Why: quoteWhy(q), Confidence: q.Confidence})
	}
	for _, f := range d.Figures() {
		if f.Implied || f.past || f.Confidence < sure {
			continue
		}
		out = append(out, Proposal{Span: f.Span, Sentence: f.Sentence, Body: f.Figure, Rule: f.Rule, Why: figureWhy(f), Confidence: f.Confidence})
	}
	slices.SortStableFunc(out, func(a, b Proposal) int { return a.Span.Compare(b.Span) })
	return out
}

func quoteWhy(q Quote) string {
	who := q.Speaker
	if who == "" {
		who = "nobody named"
	}
	if q.Cue == "" {
		return fmt.Sprintf("%s quote, %s", q.Type, who)
	}
	return fmt.Sprintf("%s quote, %s, “%s”", q.Type, who, q.Cue)
}

func figureWhy(f Figure) string {
	parts := []string{fmt.Sprintf("%s %s", f.Outcome, f.Range)}
	for _, p := range []string{f.Population, f.Place, windowWhy(f.Window), f.Attribution} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " · ")
}

func windowWhy(w claims.Window) string {
	switch {
	case w.From == w.To:
		return w.From
	case w.To == "":
		return "since " + w.From
	}
	return w.From + " to " + w.To
}
