package match

import (
	"fmt"
	"strings"

	"stet/claims/extract"
	"stet/index/source"
)

// differences lists in what a claim differs from the figure of a passage.
func (s *scene) differences(f comparedFigure, d *extract.Doc) []Difference {
	c := s.claim
	var out []Difference
	add := func(kind DiffKind, claim, passage string, span source.Span) {
		out = append(out, Difference{Kind: kind, Claim: claim, Passage: passage, PassageSpan: span})
	}
	if !f.equal {
		add(DiffNumber, c.Words, f.Words, f.span)
	}
	if !f.outcome {
		add(DiffOutcome, string(c.Outcome), string(f.Outcome), f.span)
	}
	if f.pop == differs {
		add(DiffPopulation, c.Population, orPeople(f.Population), f.span)
	}
	if f.Subset && !c.Subset {
		add(DiffSubset, c.Words, f.Words, f.span)
	}
	if f.window == differs {
		add(DiffWindow, c.Window.Words, f.Window.Words, f.sentence)
	}
	if f.place == differs {
		add(DiffPlace, c.Place, f.Place, f.sentence)
	}
	if f.cause == differs {
		add(DiffCause, c.Cause, f.Cause, f.sentence)
	}
	if h := hedge(d.Text, f.sentence); (f.Hedged || h != "") && !c.Hedged && hedge(s.text, source.Span{End: len(s.text)}) == "" {
		add(DiffHedge, "", h, f.sentence)
	}
	if f.Attribution != "" && c.Attribution == "" {
		add(DiffAttribution, "", f.Attribution, f.sentence)
	} else if f.by == differs {
		add(DiffAttribution, c.Attribution, f.Attribution, f.sentence)
	}
	return out
}

func orPeople(s string) string {
	if strings.TrimSpace(s) == "" {
		return "people"
	}
	return s
}

// hedges weaken a figure.
var hedges = set(`may might could feared believed reportedly allegedly apparently possibly probably presumably suspected unconfirmed thought`)

// hedge returns the first hedge of a span.
func hedge(text string, in source.Span) string {
	for _, w := range cutWords(text, in, maxClaimWords) {
		if hedges[w.norm] && (w.norm != "may" || !w.upper) {
			return w.raw
		}
	}
	return ""
}

// said names who gives a figure, for a sentence.
func said(attribution, what string) string {
	if attribution == "" {
		return "the passage has " + what
	}
	return "the passage has " + what + ", by " + attribution
}

// why is the sentence for people.
func (s *scene) why(f comparedFigure, r Result) string {
	what := cite(f.Words)
	switch r.Relation {
	case Agrees:
		tail := ""
		if d, ok := first(r.Differences, DiffHedge); ok {
			tail = fmt.Sprintf(", with a hedge the claim drops (%s)", cite(d.Passage))
		} else if d, ok := first(r.Differences, DiffAttribution); ok && d.Claim == "" {
			tail = fmt.Sprintf(", attributed to %s", d.Passage)
		}
		return "The same figure for the same outcome and event: " + what + tail + "."
	case Compatible:
		return fmt.Sprintf("The figures can both be right: %s (%s) and the claim's %s.", said(f.Attribution, what), f.Range, s.claim.Range)
	case Outdated:
		if f.past {
			return "The passage gives this as the earlier figure and a newer one beside it: " + what + "."
		}
		return fmt.Sprintf("A later report of the same event gives another figure: %s.", said(f.Attribution, what))
	case Conflicts:
		return fmt.Sprintf("Another figure for the same event: %s.", said(f.Attribution, what))
	}
	return "Not comparable: " + s.reason(f) + "."
}

// reason says why two figures are not comparable.
func (s *scene) reason(f comparedFigure) string {
	c := s.claim
	what := cite(f.Words)
	switch {
	case !f.outcome:
		return fmt.Sprintf("%s counts the %s, not the %s", what, f.Outcome, c.Outcome)
	case f.place == differs:
		return fmt.Sprintf("%s is about another place than %s", what, orElse(c.Place, "the claim's"))
	case f.window == differs:
		return fmt.Sprintf("%s covers another time (%s)", what, orElse(f.Window.Words, "not the claim's"))
	case f.cause == differs:
		return what + " is about another event"
	case f.stranger:
		return "nothing shows that " + what + " is about the same event"
	case f.pop == differs:
		return fmt.Sprintf("%s counts %s, the claim %s", what, orPeople(f.Population), orPeople(c.Population))
	}
	return what + " is a part of a larger number"
}

func orElse(s, other string) string {
	if strings.TrimSpace(s) == "" {
		return other
	}
	return s
}
