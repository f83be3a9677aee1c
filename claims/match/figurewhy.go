package match

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// differences lists in what a claim differs from the figure of a passage.
func (s *scene) differences(f comparedFigure, d *extract.Doc) []Difference {
	c := s.claim
	var out []Difference
	add := func(kind DiffKind, claim, passage string, span source.Span) {
		if strings.TrimSpace(claim+passage) == "" {
			return // nothing to show; the sentence says it
		}
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
	if h := nearHedge(d.Text, f.sentence, f.span); (f.Hedged || h != "") && !c.Hedged && hedge(s.text, source.Span{End: len(s.text)}) == "" {
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

// nearHedge returns the hedge of a figure: in its own clause and near it. "Suspected
// rebels attacked a convoy, killing 14" has none.
func nearHedge(text string, sentence, span source.Span) string {
	const before, after = 60, 40 // bytes
	in := source.Span{Start: max(sentence.Start, span.Start-before), End: min(max(span.End, sentence.End), span.End+after)}
	if i := strings.LastIndexAny(text[in.Start:span.Start], ",;:()"); i >= 0 {
		in.Start += i + 1
	}
	if i := strings.IndexAny(text[span.End:in.End], ",;:()."); i >= 0 {
		in.End = span.End + i
	}
	for in.Start < span.Start && !utf8.RuneStart(text[in.Start]) {
		in.Start++
	}
	for in.End < len(text) && in.End > span.End && !utf8.RuneStart(text[in.End]) {
		in.End--
	}
	return hedge(text, in)
}

// hedge returns the first hedge of a span.
func hedge(text string, in source.Span) string {
	for _, w := range cutWords(text, in, maxClaimWords) {
		if hedges[w.norm] && (w.norm != "may" || !w.upper) {
			return w.raw
		}
	}
	return ""
}

// why is the sentence for people.
func (s *scene) why(f comparedFigure, r Result, d *extract.Doc) string {
	what := told(f.tally)
	by := accordingTo(f.Attribution)
	switch r.Relation {
	case Agrees:
		if d, ok := first(r.Differences, DiffHedge); ok && d.Passage != "" {
			by += fmt.Sprintf(", with a hedge the claim drops (%s)", cite(d.Passage))
		}
		if f.sum {
			return fmt.Sprintf("The same figure for the same event, added up: %s make %s%s.", what, plainRange(f.Range), by)
		}
		return "The same figure for the same event: " + what + by + "."
	case Compatible:
		return fmt.Sprintf("Both can be right: the passage has %s%s%s; the claim, %s%s.", what, allows(f.Range), by, cite(s.claim.Words), allows(s.claim.Range))
	case Outdated:
		if f.past {
			return "The passage gives this as an earlier count" + by + ": " + what + "."
		}
		return "A later report of the same event gives another figure: " + what + by + "."
	case Conflicts:
		return fmt.Sprintf("Another figure for the same event: %s%s; the claim has %s.", what, by, cite(s.claim.Words))
	}
	return s.reason(f, d) + "."
}

// told cites a figure with what became of those it counts, where its own words do
// not say: “six farmers” killed, “97 arrests”.
func told(t tally) string {
	what := cite(t.Words)
	for _, w := range cutWords(t.Words, source.Span{End: len(t.Words)}, maxClaimWords) {
		if outcomeWords[w.norm] != "" || w.norm == "casualties" {
			return what
		}
	}
	if t.Outcome == "" {
		return what
	}
	return what + " " + string(t.Outcome)
}

// plainRange prints an interval for a sentence: "12", "12 or more", "24 to 99".
func plainRange(i claims.Interval) string {
	lo, hi := i.Min, i.Max
	if i.MinOpen && lo == math.Trunc(lo) {
		lo++
	}
	if i.MaxOpen && hi == math.Trunc(hi) {
		hi--
	}
	switch {
	case i.NoMax:
		return claims.Number(lo) + " or more"
	case lo == hi:
		return claims.Number(lo)
	case lo <= 0:
		return "up to " + claims.Number(hi)
	}
	return claims.Number(lo) + " to " + claims.Number(hi)
}

// allows says which whole numbers a wording leaves open, in brackets, if they are not
// those it names: “dozens” (24 to 99).
func allows(i claims.Interval) string {
	if i.Mod != claims.Plural && i.Mod != claims.Approx || i.Max != math.Trunc(i.Max) || i.Min != math.Trunc(i.Min) {
		return ""
	}
	return " (" + plainRange(i) + ")"
}

// accordingTo names who gives a figure, with the article that the extraction
// leaves out. Pronouns are nobody's name.
func accordingTo(who string) string {
	who = strings.TrimSpace(who)
	first, rest, _ := strings.Cut(who, " ")
	if who == "" || pronouns[strings.ToLower(first)] {
		return ""
	}
	if low := strings.ToLower(first); rest == "" && first != low && (populations[low] != "" || sourceNouns[low] || massNouns[low]) {
		who = low // "Residents", at the head of a sentence
	}
	last := strings.ToLower(who[strings.LastIndexByte(who, ' ')+1:])
	r, _ := utf8.DecodeRuneInString(who)
	plural := strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") // rebels, officials
	owned := strings.Contains(who, "’s ") || strings.Contains(who, "'s ")
	switch {
	case plural, massNouns[last], determiners[strings.ToLower(first)]:
	case unicode.IsLower(r), bodiesThatSpeak[last] && !owned, who == "UN":
		who = "the " + who
	}
	return ", according to " + who
}

// determiners are the words that make another article superfluous; massNouns are
// the sources that take none; pronouns name nobody.
var (
	determiners = set("the a an his her its their our one two three several some many both local other")
	massNouns   = set("police people staff media television radio data intelligence gendarmerie")
	pronouns    = set("they it he she we i you this that these those who")
)

// reason says why two figures are not comparable. That they are not stands before it
// wherever it is shown.
func (s *scene) reason(f comparedFigure, d *extract.Doc) string {
	c := s.claim
	what := cite(f.Words)
	switch {
	case !f.outcome:
		return fmt.Sprintf("%s counts the %s, not the %s", what, f.Outcome, c.Outcome)
	case f.place == differs:
		own := namesOf(f.Place)
		switch claimed := orElse(c.Place, "the claim's place"); {
		case len(own) > 0 && own[0].upper && (len(s.places) == 0 || !holds(own, s.places[0])):
			return fmt.Sprintf("%s was counted in %s, not in %s", what, f.Place, claimed)
		case f.wide:
			return fmt.Sprintf("%s counts more than %s alone", what, claimed)
		case manyPlaces(cutWords(d.Text, f.sentence, maxClaimWords)):
			return fmt.Sprintf("%s is not a count of %s alone", what, claimed)
		default:
			return fmt.Sprintf("Nothing ties %s to %s", what, claimed)
		}
	case f.cause == differs:
		return what + " is about another event"
	case f.window == differs:
		switch f.Window.Words {
		case "":
			return what + " is about another time"
		case "since":
			return what + " is a count over a longer time"
		}
		return fmt.Sprintf("%s is about another time (%s)", what, f.Window.Words)
	case f.stranger:
		return "Nothing shows that " + what + " is about the same event"
	case f.pop == differs:
		return fmt.Sprintf("%s counts %s, the claim %s", what, orPeople(f.Population), orPeople(c.Population))
	}
	return fmt.Sprintf("%s is only a part of the %s", what, f.Outcome)
}

func orElse(s, other string) string {
	if strings.TrimSpace(s) == "" {
		return other
	}
	return s
}
